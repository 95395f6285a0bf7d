package org.newsbake.preview;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers of the preview's own. */
final class Answers {

  private Answers() {}

  static void text(Response response, Callback callback, int status, String text) {
    send(response, callback, status, "text/plain;charset=utf-8", text + "\n");
  }

  /** A page without a site, that follows the files as any other. */
  static void html(Response response, Callback callback, int status, String title, boolean guest) {
    send(
        response,
        callback,
        status,
        "text/html;charset=utf-8",
        "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
            + title
            + "</title></head>\n<body><h1>"
            + title
            + "</h1>\n"
            + (guest ? "" : ScriptTag.TAG)
            + "</body></html>\n");
  }

  static void send(
      Response response, Callback callback, int status, String contentType, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    noCache(response);
    response.setStatus(status);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, contentType);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  static void noCache(Response response) {
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
  }
}
