package org.newsbake.preview;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What Jetty refuses itself, in plain words. */
final class PlainErrors implements Request.Handler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    if (status == HttpStatus.NOT_MODIFIED_304) {
      // No error, and without a word of its own.
      callback.succeeded();
      return true;
    }
    Answers.text(response, callback, status, HttpStatus.getMessage(status) + ".");
    return true;
  }
}
