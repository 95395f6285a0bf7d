package org.newsbake.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The repository's own site as the program bakes it, made once for all tests that look at it.
 * {@code -Dnewsbake.site=FOLDER} has them look at another project.
 */
final class BuiltSite {

  private static final Path PROJECT = Path.of(System.getProperty("newsbake.site", ""));
  private static final Path JAR = Path.of("target", "newsbake.jar").toAbsolutePath();
  private static final Path OUTPUT = Path.of("target", "site").toAbsolutePath();

  private static BuiltSite built;

  private final Properties properties = new Properties();
  private final Set<String> sections;
  private final List<Page> pages = new ArrayList<>();

  private BuiltSite() throws IOException {
    try (Reader file = Files.newBufferedReader(PROJECT.resolve("jbake.properties"))) {
      properties.load(file);
    }
    sections = keys(PROJECT.resolve("data/sections.yaml"));
    try (Stream<Path> files = Files.walk(OUTPUT)) {
      for (Path file : (Iterable<Path>) files.sorted()::iterator) {
        String path = OUTPUT.relativize(file).toString();
        if (path.endsWith(".html")) {
          pages.add(new Page(path, Jsoup.parse(file)));
        }
      }
    }
  }

  /** Bakes the site when this is the first call. */
  static synchronized BuiltSite get() {
    if (built == null) {
      try {
        bake();
        built = new BuiltSite();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return built;
  }

  private static void bake() throws IOException {
    // Pages of another project, or of yesterday's program, would be looked at, too.
    if (Files.exists(OUTPUT)) {
      try (Stream<Path> files = Files.walk(OUTPUT)) {
        for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(file);
        }
      }
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "build",
                PROJECT.toAbsolutePath().toString(),
                "-o",
                OUTPUT.toString())
            .redirectErrorStream(true)
            .start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.onExit().join().exitValue() != 0) {
      throw new AssertionError("the site does not bake:\n" + words);
    }
  }

  private static Set<String> keys(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Set.of();
    }
    try (InputStream in = Files.newInputStream(file)) {
      Map<String, ?> map = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
      return map.keySet();
    }
  }

  /** What was built. */
  OutputFolder output() {
    return new OutputFolder(OUTPUT);
  }

  /** All pages, by path. */
  List<Page> pages() {
    return List.copyOf(pages);
  }

  /** The pages that show an article. */
  List<Page> articles() {
    return pages.stream().filter(Page::isArticle).toList();
  }

  /** A value of {@code jbake.properties}. */
  String property(String key, String otherwise) {
    return properties.getProperty(key, otherwise).strip();
  }

  /** The address of the site on its host, without a slash at its end. */
  String host() {
    return property("site.host", "").replaceFirst("/+$", "");
  }

  /** The keys of the site's sections. */
  Set<String> sections() {
    return sections;
  }
}
