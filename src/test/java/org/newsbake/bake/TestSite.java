package org.newsbake.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.newsbake.Problem;

/** A small project on disk, and its output. */
final class TestSite {

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  private final Path folder;

  /** A project with one template for everything and no content. */
  TestSite(Path folder) {
    this.folder = folder;
    write("jbake.properties", "render.archive=false\nrender.feed=false\n");
    write("templates/index.ftl", "<#list posts as post>${post.uri} ${post.title}\n</#list>");
    write("templates/tags.ftl", "<#list tag_posts as post>${post.uri}\n</#list>");
    write("templates/post.ftl", "<h1>${content.title}</h1>${content.body}");
    write("templates/page.ftl", "<h1>${content.title}</h1>${content.body}");
    makeFolder("content");
  }

  Path folder() {
    return folder;
  }

  Path output() {
    return folder.resolve("output");
  }

  Path work() {
    return folder.resolve(".newsbake/output");
  }

  TestSite write(String path, String text) {
    return write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  TestSite write(String path, byte[] bytes) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestSite makeFolder(String path) {
    try {
      Files.createDirectories(folder.resolve(path));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void delete(String path) throws IOException {
    Files.delete(folder.resolve(path));
  }

  /** Adds a post of a day in November 2026. */
  TestSite post(String name, int day, String tags, String text) {
    return article(name, "post", "published", day, tags, text);
  }

  TestSite article(String name, String type, String status, int day, String tags, String text) {
    return write(
        "content/" + name + ".md",
        String.format(
            "title=About %s%ntype=%s%nstatus=%s%ndate=2026-11-%02d%n%s~~~~~~%n%s%n",
            name, type, status, day, tags.isEmpty() ? "" : "tags=" + tags + "\n", text));
  }

  Report build() throws IOException {
    return build(options());
  }

  Report build(BuildOptions options) throws IOException {
    return new Build(options, () -> {}).run(folder, Optional.empty());
  }

  Report buildInto(Path output) throws IOException {
    return new Build(options(), () -> {}).run(folder, Optional.of(output));
  }

  static BuildOptions options() {
    return at(NOW, 2);
  }

  static BuildOptions at(Instant instant, int threads) {
    return new BuildOptions(zone -> instant, false, false, true, threads);
  }

  static BuildOptions keepGoing() {
    return new BuildOptions(zone -> NOW, false, true, true, 2);
  }

  static BuildOptions withDrafts(Instant instant) {
    return new BuildOptions(zone -> instant, true, false, true, 2);
  }

  /** The text of every file of the output by its path; of a link, where it leads. */
  TreeMap<String, String> tree() {
    return tree(output());
  }

  static TreeMap<String, String> tree(Path root) {
    return files(
        root,
        file -> {
          try {
            return Files.isSymbolicLink(file)
                ? "-> " + Files.readSymbolicLink(file)
                : Files.readString(file, StandardCharsets.ISO_8859_1);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** What changes when a file is written again: its number on the disk and its time. */
  TreeMap<String, String> stamps() {
    return files(
        output(),
        file -> {
          try {
            return Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS)
                + " "
                + Files.getAttribute(file, "unix:lastModifiedTime", LinkOption.NOFOLLOW_LINKS);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static TreeMap<String, String> files(Path root, Function<Path, String> value) {
    TreeMap<String, String> files = new TreeMap<>();
    if (Files.isDirectory(root)) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
            .forEach(
                file ->
                    files.put(
                        root.relativize(file).toString().replace('\\', '/'), value.apply(file)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  static List<String> codes(Report report) {
    return report.problems().stream().map(Problem::code).toList();
  }
}
