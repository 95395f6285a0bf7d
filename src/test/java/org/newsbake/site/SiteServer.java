package org.newsbake.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Serves a folder of pages to the browser of this machine as a host of static files does: {@code
 * index.html} for a folder, {@code 404.html} for what is not there, and the headers that the site's
 * {@code _headers} file asks for.
 */
final class SiteServer implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("xml", "application/xml"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("jpg", "image/jpeg"),
          Map.entry("jpeg", "image/jpeg"),
          Map.entry("png", "image/png"),
          Map.entry("webp", "image/webp"),
          Map.entry("avif", "image/avif"),
          Map.entry("gif", "image/gif"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"));

  private final OutputFolder site;
  private final Duration latency;
  private final List<HeaderRule> rules = new ArrayList<>();
  private final HttpServer server;
  private final ExecutorService workers = Executors.newCachedThreadPool();

  /** A line of {@code _headers} and the path pattern above it. */
  private record HeaderRule(Pattern paths, String name, String value) {}

  /**
   * Starts at a free port of 127.0.0.1.
   *
   * @param latency how late pictures and fonts come: a page that makes no room for them is seen to
   *     shift when they come after its first paint
   */
  SiteServer(OutputFolder site, Duration latency) throws IOException {
    this.site = site;
    this.latency = latency;
    if (site.has("_headers")) {
      readRules(Files.readAllLines(site.file("_headers")));
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(workers);
    server.start();
  }

  /** The address of the site, without a slash at its end. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void readRules(List<String> lines) {
    Pattern paths = null;
    for (String line : lines) {
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      if (!Character.isWhitespace(line.charAt(0))) {
        paths = Pattern.compile(Pattern.quote(line.strip()).replace("*", "\\E.*\\Q"));
      } else if (paths != null) {
        String[] header = line.strip().split("\\s*:\\s*", 2);
        rules.add(new HeaderRule(paths, header[0], header[1]));
      }
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      for (HeaderRule rule : rules) {
        if (rule.paths().matcher(path).matches()) {
          exchange.getResponseHeaders().add(rule.name(), rule.value());
        }
      }
      if (site.has(path)) {
        send(exchange, 200, site.file(path));
      } else if (site.has(path + "/")) {
        exchange.getResponseHeaders().set("Location", exchange.getRequestURI().getRawPath() + "/");
        exchange.sendResponseHeaders(301, -1);
      } else if (site.has("/404.html")) {
        send(exchange, 404, site.file("/404.html"));
      } else {
        exchange.sendResponseHeaders(404, -1);
      }
    }
  }

  private void send(HttpExchange exchange, int status, Path file) throws IOException {
    String name = file.getFileName().toString();
    String type =
        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    if (type.startsWith("image/") || type.startsWith("font/")) {
      try {
        Thread.sleep(latency.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    exchange.getResponseHeaders().set("Content-Type", type);
    byte[] bytes = Files.readAllBytes(file);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }
}
