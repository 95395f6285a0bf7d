package org.newsbake.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers the script of the open pages, below {@code /__newsbake/}. */
final class OwnHandler extends Handler.Abstract {

  private static final String ROOT = "/__newsbake/";

  /** The most bytes of an instant. */
  private static final int LONGEST = 100;

  private final SiteUpdates updates;
  private final OpenPages openPages;
  private final State state;
  private final String token;
  private final byte[] script;

  /**
   * @param token what a page must show that wants to change something
   */
  OwnHandler(SiteUpdates updates, OpenPages openPages, State state, String token)
      throws IOException {
    this.updates = updates;
    this.openPages = openPages;
    this.state = state;
    this.token = token;
    try (InputStream in = OwnHandler.class.getResourceAsStream("reload.js")) {
      script = in.readAllBytes();
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = request.getHttpURI().getPath();
    if (!path.startsWith(ROOT)) {
      return false;
    }
    if (AccessCheck.isGuest(request)) {
      Answers.text(response, callback, HttpStatus.FORBIDDEN_403, SiteHandler.TOKEN_NEEDED);
      return true;
    }
    String from = request.getHeaders().get("Sec-Fetch-Site");
    if (from != null && !from.equals("same-origin") && !from.equals("none")) {
      Answers.text(response, callback, HttpStatus.FORBIDDEN_403, "Not for other sites.");
      return true;
    }
    String name = path.substring(ROOT.length());
    boolean post = HttpMethod.POST.is(request.getMethod());
    if (!post && !HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())
        || post != name.equals("instant")) {
      Answers.text(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Not this method.");
      return true;
    }
    switch (name) {
      case "reload.js" ->
          Answers.send(
              response,
              callback,
              HttpStatus.OK_200,
              "text/javascript;charset=utf-8",
              new String(script, StandardCharsets.UTF_8));
      case "state" -> {
        String page = Request.extractQueryParameters(request).getValue("page");
        Answers.send(
            response,
            callback,
            HttpStatus.OK_200,
            "application/json;charset=utf-8",
            state.json(updates.newest(), page == null ? "/" : page));
      }
      case "events" -> {
        if (HttpMethod.HEAD.is(request.getMethod())) {
          Answers.send(response, callback, HttpStatus.OK_200, EventStream.CONTENT_TYPE, "");
        } else {
          openPages.join(updates.newest(), request, response, callback);
        }
      }
      case "instant" -> instant(request, response, callback);
      default -> Answers.text(response, callback, HttpStatus.NOT_FOUND_404, "Nothing here.");
    }
    return true;
  }

  private void instant(Request request, Response response, Callback callback) throws IOException {
    String shown = request.getHeaders().get("X-Newsbake-Token");
    if (shown == null
        || !MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
      Answers.text(response, callback, HttpStatus.FORBIDDEN_403, "Only for the preview's pages.");
      return;
    }
    byte[] body;
    try (InputStream in = Content.Source.asInputStream(request)) {
      body = in.readNBytes(LONGEST);
    }
    String written = new String(body, StandardCharsets.UTF_8).strip();
    try {
      updates.at(written.isEmpty() ? Optional.empty() : Optional.of(read(written)));
      Answers.text(response, callback, HttpStatus.OK_200, "Done.");
    } catch (DateTimeException e) {
      Answers.text(
          response,
          callback,
          HttpStatus.BAD_REQUEST_400,
          "This is no instant. Write 2026-12-31T14:00 or 2026-12-31T14:00:00Z.");
    }
  }

  /** Reads an instant with an offset, or one in the zone of the site, as browsers send it. */
  private static Function<ZoneId, Instant> read(String written) {
    if (written.matches(".*(Z|[+-]\\d\\d:\\d\\d)")) {
      Instant instant = OffsetDateTime.parse(written).toInstant();
      return zone -> instant;
    }
    LocalDateTime time = LocalDateTime.parse(written);
    return zone -> time.atZone(zone).toInstant();
  }
}
