package org.newsbake.bake;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.render.PageRenderer.TemplateFailure;
import org.newsbake.render.TextTemplate;

/**
 * Makes a new newsroom: a project with the theme, data files, archetypes and a few stories, which a
 * build bakes without a problem.
 *
 * <p>The stories are of the hours before it is made, so that they are news; one is a draft and one
 * is under an embargo.
 */
public final class NewSite {

  /** What lies in the program for a new newsroom, beside its archetypes. */
  private static final String NEWSROOM = "newsroom";

  /** The stories, which a newsroom keeps by year and month. */
  private static final String STORIES = "content/stories/";

  /** Not a file of the program, because tools that pack programs pass such files over. */
  private static final String IGNORED =
      """
      /output/
      /.newsbake/
      """;

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu/MM/", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Instant now;

  private NewSite(Path folder, Instant now) {
    this.folder = folder;
    this.now = now.truncatedTo(ChronoUnit.MINUTES);
  }

  /**
   * Makes a newsroom in a folder, and the folder if it is missing.
   *
   * @param folder an empty folder, or one with nothing in it but {@code .git}
   * @return why it cannot be, if it cannot
   * @throws IOException when the machine fails
   */
  public static Optional<Problem> found(Path folder, Instant now) throws IOException {
    Optional<String> taken = taken(folder);
    if (taken.isPresent()) {
      return Optional.of(
          Problem.error(
              "folder-not-empty",
              SourceLocation.of(folder.toString()),
              taken.get(),
              "Name a folder that is empty, or that does not exist."));
    }
    new NewSite(folder, now).write();
    return Optional.empty();
  }

  private static Optional<String> taken(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
        for (Path child : children) {
          if (!child.getFileName().toString().equals(".git")) {
            return Optional.of("the folder is not empty: it holds " + child.getFileName() + ".");
          }
        }
      }
      return Optional.empty();
    }
    if (Files.isSymbolicLink(folder) && !Files.exists(folder)) {
      return Optional.of("this link leads nowhere.");
    }
    return Files.exists(folder) ? Optional.of("this is a file.") : Optional.empty();
  }

  private void write() throws IOException {
    for (Map.Entry<String, byte[]> file : files().entrySet()) {
      write(place(file.getKey()), dated(file.getKey(), file.getValue()));
    }
    for (String kind : NewArticle.KINDS) {
      write(
          "archetypes/" + kind + ".md", NewArticle.builtIn(kind).getBytes(StandardCharsets.UTF_8));
    }
    write(".gitignore", IGNORED.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String path, byte[] bytes) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
  }

  private String place(String path) {
    return path.startsWith(STORIES)
        ? "content/" + MONTH.format(now) + path.substring(STORIES.length())
        : path;
  }

  /** A file with its dates filled in. */
  private byte[] dated(String path, byte[] bytes) {
    if (!path.startsWith("content/")) {
      return bytes;
    }
    UnaryOperator<String> ago = hours -> now.minus(hours(hours)).toString();
    UnaryOperator<String> ahead = hours -> now.plus(hours(hours)).toString();
    try {
      return new TextTemplate(path, new String(bytes, StandardCharsets.UTF_8))
          .render(Map.of(), Map.of("hoursAgo", ago, "hoursAhead", ahead))
          .getBytes(StandardCharsets.UTF_8);
    } catch (TemplateFailure e) {
      throw new IllegalStateException(e.problem("").toString(), e);
    }
  }

  private static Duration hours(String number) {
    return Duration.ofHours(Integer.parseInt(number));
  }

  /** The bytes of all files that lie in the program for a newsroom, by path. */
  private static Map<String, byte[]> files() throws IOException {
    URI place;
    try {
      place = NewSite.class.getResource(NEWSROOM).toURI();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    if (!place.getScheme().equals("jar")) {
      return files(Path.of(place));
    }
    try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
      return files(jar.provider().getPath(place));
    }
  }

  private static Map<String, byte[]> files(Path root) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    List<Path> found;
    try (Stream<Path> walk = Files.walk(root)) {
      found = walk.filter(Files::isRegularFile).toList();
    }
    for (Path file : found) {
      files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
    }
    return files;
  }
}
