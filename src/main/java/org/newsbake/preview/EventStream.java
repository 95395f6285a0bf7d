package org.newsbake.preview;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.newsbake.Problem;

/**
 * What one open page is told, as server-sent events (WHATWG HTML, section 9.2). Thread-safe; no
 * thread waits for a slow reader.
 */
final class EventStream {

  static final String CONTENT_TYPE = "text/event-stream;charset=utf-8";

  /** The most events that a page may be behind. */
  private static final int MOST_BEHIND = 1_000;

  private final String page;
  private final Response response;
  private final Callback callback;
  private final Consumer<EventStream> left;
  private final Deque<String> queue = new ArrayDeque<>();
  private boolean writing;
  private boolean closed;
  private volatile String seen = "";
  private volatile Optional<Problem> ofPage = Optional.empty();
  private String problems = "[]";

  /**
   * @param page the path of the page's address, as a request has it
   * @param left is called when the page is gone
   */
  EventStream(
      String page,
      Request request,
      Response response,
      Callback callback,
      Consumer<EventStream> left) {
    this.page = page;
    this.response = response;
    this.callback = callback;
    this.left = left;
    // A page may be silent for as long as it likes.
    request.addIdleTimeoutListener(timeout -> false);
    request.addFailureListener(failure -> end(failure));
  }

  String page() {
    return page;
  }

  /** The digest of the version that the page shows. */
  String seen() {
    return seen;
  }

  void seen(String digest) {
    seen = digest;
  }

  /** What keeps the page from being as its files say. */
  Optional<Problem> ofPage() {
    return ofPage;
  }

  void ofPage(Optional<Problem> problem) {
    ofPage = problem;
  }

  void start() {
    Answers.noCache(response);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
    // Proxies such as nginx keep words back until there are many, unless they are told not to.
    response.getHeaders().put("X-Accel-Buffering", "no");
    write("retry: 500\n\n");
  }

  /** Tells a page what is wrong, unless that is what it was told last. */
  void problems(String json) {
    synchronized (this) {
      if (json.equals(problems)) {
        return;
      }
      problems = json;
    }
    send("problems", json);
  }

  /**
   * @param data one line
   */
  void send(String event, String data) {
    write("event: " + event + "\ndata: " + data + "\n\n");
  }

  /**
   * Tells a page that the bar may have more to show.
   *
   * @param mark what the page asks from when it comes again
   */
  void state(String mark) {
    write("id: " + mark + "\nevent: state\ndata:\n\n");
  }

  void beat() {
    write(":\n\n");
  }

  private void write(String text) {
    synchronized (this) {
      if (closed) {
        return;
      }
      queue.add(text);
      if (writing && queue.size() < MOST_BEHIND) {
        return;
      }
      if (writing) {
        queue.clear();
      }
      if (writing) {
        return;
      }
      writing = true;
    }
    next();
  }

  private void next() {
    String text;
    synchronized (this) {
      text = String.join("", queue);
      queue.clear();
      if (text.isEmpty() || closed) {
        writing = false;
        return;
      }
    }
    response.write(
        false,
        ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)),
        Callback.from(this::next, this::end));
  }

  private void end(Throwable failure) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    left.accept(this);
    callback.failed(failure);
  }

  void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    left.accept(this);
    callback.succeeded();
  }
}
