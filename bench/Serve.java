import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Measures a preview server: how long until it answers with the first page after a cold start, and
 * how long from saving an article until its address has the new bytes. See README.md.
 *
 * <pre>
 *   java bench/Serve.java --name NAME --site FOLDER --port PORT --saves N --seed S --edit EDIT --pause MS --addresses HOW -- COMMAND...
 * </pre>
 *
 * FOLDER holds content/. EDIT is "words", a word more in the text, or "tags", a tag more as well.
 * HOW is "paths", where an article content/a/b.md stands at /a/b.html, or "sitemap", where it
 * stands at the address of the sitemap that ends in /b/. MS milliseconds pass after each save. With
 * 1,000 or more an article is changed back before; else all are at the end.
 */
final class Serve {

  private static final Random RANDOM = new Random();

  private Serve() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> all = List.of(arguments);
    int end = all.indexOf("--");
    String name = option(all, "--name");
    Path site = Path.of(option(all, "--site"));
    int port = Integer.parseInt(option(all, "--port"));
    int saves = Integer.parseInt(option(all, "--saves"));
    boolean tags = option(all, "--edit").equals("tags");
    long pause = Long.parseLong(option(all, "--pause"));
    boolean sitemap = option(all, "--addresses").equals("sitemap");
    RANDOM.setSeed(Long.parseLong(option(all, "--seed")));
    Process server =
        new ProcessBuilder(all.subList(end + 1, all.size()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      long start = System.nanoTime();
      while (!get(port, "/").startsWith("HTTP/1.1 200")) {
        if (!server.isAlive() || System.nanoTime() - start > TimeUnit.MINUTES.toNanos(5)) {
          throw new IOException("no answer of " + name);
        }
        Thread.sleep(5);
      }
      double first = seconds(start);
      Map<String, String> addresses = sitemap ? sitemap(port) : Map.of();
      double[] latencies = saves(site, port, saves, tags, pause, addresses);
      System.out.printf(
          Locale.ROOT,
          "%-10s first page %6.2f s   save to bytes: median %4.0f ms, 95th %4.0f ms, most %4.0f ms "
              + "  peak %,d MB%n",
          name,
          first,
          1000 * latencies[latencies.length / 2],
          1000 * latencies[latencies.length * 95 / 100],
          1000 * latencies[latencies.length - 1],
          peak(server.toHandle()));
    } finally {
      server.descendants().forEach(ProcessHandle::destroy);
      server.destroy();
      server.waitFor();
    }
  }

  private static String option(List<String> arguments, String name) {
    return arguments.get(arguments.indexOf(name) + 1);
  }

  /** The addresses of the sitemap by their last part. */
  private static Map<String, String> sitemap(int port) {
    Map<String, String> addresses = new HashMap<>();
    Matcher matcher =
        Pattern.compile("<loc>https?://[^/]+(/[^<]*?([^/<]+)/)</loc>")
            .matcher(get(port, "/sitemap.xml"));
    while (matcher.find()) {
      addresses.put(matcher.group(2), matcher.group(1));
    }
    return addresses;
  }

  private static double[] saves(
      Path site, int port, int saves, boolean tags, long pause, Map<String, String> addresses)
      throws IOException, InterruptedException {
    Path content = site.resolve("content");
    List<Path> articles;
    try (Stream<Path> files = Files.walk(content)) {
      articles =
          new ArrayList<>(files.filter(file -> file.toString().endsWith(".md")).sorted().toList());
    }
    // The first ones find a server that is not warm yet, as authors do; they are counted.
    double[] latencies = new double[saves];
    Map<Path, byte[]> originals = new HashMap<>();
    for (int i = 0; i < saves; i++) {
      Path article = articles.get(RANDOM.nextInt(articles.size()));
      String path = content.relativize(article).toString().replaceFirst("\\.md$", ".html");
      String slug = article.getFileName().toString().replaceFirst("\\.md$", "");
      String address = addresses.getOrDefault(slug, "/" + path);
      byte[] before = Files.readAllBytes(article);
      originals.putIfAbsent(article, before);
      String word = "zzmark" + i + "zz";
      String text = new String(before, StandardCharsets.UTF_8) + "\n" + word + "\n";
      byte[] after =
          (tags ? text.replaceFirst("(?m)^(tags(?:=|: \\[))", "$1zztag,") : text)
              .getBytes(StandardCharsets.UTF_8);
      long start = System.nanoTime();
      save(article, after, i);
      while (!get(port, address).contains(word)) {
        if (seconds(start) > 60) {
          throw new IOException("not seen: " + address);
        }
        Thread.sleep(2);
      }
      latencies[i] = seconds(start);
      if (pause >= 1_000) {
        save(article, before, i);
      }
      Thread.sleep(pause);
    }
    for (Map.Entry<Path, byte[]> original : originals.entrySet()) {
      Files.write(original.getKey(), original.getValue());
    }
    Arrays.sort(latencies);
    return latencies;
  }

  /** In place, or as editors do it, by renaming a new file. */
  private static void save(Path file, byte[] bytes, int number) throws IOException {
    if (number % 2 == 0) {
      Files.write(file, bytes);
    } else {
      Path next = file.resolveSibling("." + file.getFileName() + ".next");
      Files.write(next, bytes);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static String get(int port, String path) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(120_000);
      socket
          .getOutputStream()
          .write(
              ("GET "
                      + path
                      + " HTTP/1.1\r\nHost: localhost:"
                      + port
                      + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      InputStream in = socket.getInputStream();
      in.transferTo(bytes);
      return bytes.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  /** The peak resident memory of a process and those it started, in megabytes. */
  private static long peak(ProcessHandle process) throws IOException {
    long kilobytes = 0;
    for (ProcessHandle handle : Stream.concat(Stream.of(process), process.descendants()).toList()) {
      Path status = Path.of("/proc/" + handle.pid() + "/status");
      for (String line : Files.exists(status) ? Files.readAllLines(status) : List.<String>of()) {
        if (line.startsWith("VmHWM:")) {
          kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
    }
    return kilobytes / 1024;
  }
}
