package org.newsbake.preview;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets in those who know where they are, and keeps other sites' pages from reading answers. */
final class HostGate extends Handler.Wrapper {

  private final HostCheck hosts;

  HostGate(HostCheck hosts, Handler handler) {
    super(handler);
    this.hosts = hosts;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
    String host = request.getHttpURI().getHost();
    if (host == null || !hosts.allows(host)) {
      Answers.text(
          response,
          callback,
          HttpStatus.FORBIDDEN_403,
          "This preview is not known by that name. Name it with --host.");
      return true;
    }
    return super.handle(request, response, callback);
  }
}
