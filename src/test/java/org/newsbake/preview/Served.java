package org.newsbake.preview;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.newsbake.Problem;

/** A small project on disk, and its preview. */
final class Served implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final Path folder;
  private Preview preview;
  private URI address;
  private final List<List<Problem>> told = new CopyOnWriteArrayList<>();

  /** A project with one template for everything and no content. */
  Served(Path folder) throws IOException {
    this.folder = folder.toRealPath();
    write("jbake.properties", "render.archive=false\nrender.feed=false\nrender.error404=true\n");
    write(
        "templates/index.ftl",
        "<html><body><#list posts as post>${post.uri} ${post.title}\n</#list></body></html>");
    write("templates/tags.ftl", "<html><body>${tag}</body></html>");
    write(
        "templates/post.ftl", "<html><body><h1>${content.title}</h1>${content.body}</body></html>");
    write("templates/page.ftl", "<html><body>${content.body}</body></html>");
    write("templates/error404.ftl", "<html><body>Nothing stands here.</body></html>");
    Files.createDirectories(this.folder.resolve("content"));
  }

  static PreviewOptions options() {
    return new PreviewOptions(
        Optional.of(0), Optional.empty(), Optional.of(zone -> NOW), false, false, 2);
  }

  Served start() throws IOException {
    return start(options());
  }

  Served start(PreviewOptions options) throws IOException {
    preview = new Preview(folder, options, Clock.systemUTC(), told::add);
    address = URI.create(preview.start());
    return this;
  }

  /** The same where all connections come from other machines. */
  Served startFar(PreviewOptions options) throws IOException {
    preview = new Preview(folder, options, Clock.systemUTC(), told::add, any -> false);
    address = URI.create(preview.start());
    return this;
  }

  /** The addresses with the token. */
  List<String> shared() throws IOException {
    return preview.shared(address.toString());
  }

  Path folder() {
    return folder;
  }

  URI address() {
    return address;
  }

  int port() {
    return address.getPort();
  }

  /** The problems that were told last. */
  List<Problem> problems() {
    return told.isEmpty() ? List.of() : told.get(told.size() - 1);
  }

  Served write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  Served write(String path, byte[] bytes) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Served delete(String path) {
    try {
      Files.delete(folder.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Served post(String name, String text) {
    return write(
        "content/" + name + ".md",
        "title=About "
            + name
            + "\ntype=post\nstatus=published\ndate=2026-11-02\ntags=sea\n~~~~~~\n"
            + text
            + "\n");
  }

  /**
   * An answer.
   *
   * @param headers its headers, by their names in lower case
   */
  record Answer(int status, Map<String, String> headers, byte[] body) {
    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** The page as the build writes it. */
    String page() {
      return text().replace(ScriptTag.TAG, "");
    }
  }

  Answer get(String path, String... headers) throws IOException {
    return send("GET", path, "", headers);
  }

  /** Sends a request as it is: clients of the library mend paths. */
  Answer send(String method, String path, String body, String... headers) throws IOException {
    StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    boolean named = false;
    for (String header : headers) {
      named |= header.startsWith("Host:");
      request.append(header).append("\r\n");
    }
    if (!named) {
      request.append("Host: localhost:").append(address.getPort()).append("\r\n");
    }
    request
        .append("Content-Length: ")
        .append(body.getBytes(StandardCharsets.UTF_8).length)
        .append("\r\nConnection: close\r\n\r\n")
        .append(body);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
      return answer(socket.getInputStream().readAllBytes());
    }
  }

  private static Answer answer(byte[] bytes) throws IOException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      throw new IOException("no answer: " + text);
    }
    String[] lines = text.substring(0, end).split("\r\n");
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      headers.put(
          lines[i].substring(0, colon).toLowerCase(), lines[i].substring(colon + 1).strip());
    }
    InputStream body = new ByteArrayInputStream(bytes, end + 4, bytes.length - end - 4);
    return new Answer(Integer.parseInt(lines[0].split(" ")[1]), headers, body.readAllBytes());
  }

  @Override
  public void close() throws IOException {
    if (preview != null) {
      preview.close();
    }
  }
}
