package org.newsbake.preview;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Lets in those who know where they are, and keeps other sites' pages from reading answers. */
final class HostGate extends Handler.Wrapper {

  private final HostCheck hosts;
  private final AccessCheck pass;

  HostGate(HostCheck hosts, AccessCheck pass, Handler handler) {
    super(handler);
    this.hosts = hosts;
    this.pass = pass;
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
    if (pass.isShown(request)) {
      Answers.noCache(response);
      response.getHeaders().put(HttpHeader.SET_COOKIE, pass.cookie(request));
      response.getHeaders().put("Referrer-Policy", "no-referrer");
      Response.sendRedirect(
          request,
          response,
          callback,
          HttpStatus.FOUND_302,
          AccessCheck.withoutToken(request),
          true);
      return true;
    }
    pass.check(request);
    return super.handle(request, response, callback);
  }
}
