package org.newsbake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jbake.app.Oven;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsbake.bake.Build;
import org.newsbake.bake.BuildOptions;
import org.newsbake.bake.Report;

/**
 * JBake's own Oven is the oracle: every site below {@code src/test/resources/sites/oracle} is baked
 * by it and built by Newsbake, in the same folder, and the two trees are the same, byte for byte.
 * The name of a site is its claim.
 *
 * <p>Drafts are built, because JBake always bakes them.
 */
class OracleTest {

  private static final Path SITES = Path.of("src/test/resources/sites/oracle");

  /** The time of all files: articles without a date get it for theirs. */
  private static final FileTime FILE_TIME =
      FileTime.from(Instant.parse("2026-03-04T05:06:07.089Z"));

  /**
   * Files that are not the same, on purpose.
   *
   * @param site the fixture
   * @param paths their paths in its output
   * @param heading what docs/compatibility.md calls it
   */
  private record KnownDifference(String site, List<String> paths, String heading) {}

  private static final List<KnownDifference> KNOWN_DIFFERENCES =
      List.of(
          new KnownDifference(
              "future-dates-are-not-live",
              List.of("far.html", "index.html", "now.html", "scheduled.html"),
              "Dates in the future"),
          new KnownDifference(
              "jvm-locale-in-templates", List.of("a.html"), "Language and time zone"),
          new KnownDifference(
              "markdown-with-mail-addresses", List.of("page.html"), "Mail addresses"));

  /** Properties that no page of a site depends on. */
  private static final Pattern NOT_OF_THE_SITE =
      Pattern.compile("version|build\\.timestamp|git\\.hash|(server|example|db)\\..*");

  /** The names that JBake gives to templates, and what they hold. */
  private static final List<String> VARIABLES =
      List.of(
          "content.title",
          "content.date",
          "content.type",
          "content.status",
          "content.tags",
          "content.body",
          "content.uri",
          "content.rootpath",
          "content.noExtensionUri",
          "content.rendered",
          "content.previousContent",
          "content.nextContent",
          "d.cached",
          "d.sourceuri",
          "d.sha1",
          "d.file",
          "config",
          "version",
          "published_date",
          "published_posts",
          "published_pages",
          "published_content",
          "all_content",
          "posts",
          "pages",
          "indexs",
          "archives",
          "feeds",
          "alltags",
          "tags",
          "tag.name",
          "tag.uri",
          "tag.tagged_posts",
          "tag.tagged_documents",
          "tag",
          "tag_posts",
          "tagged_documents",
          "currentPageNumber",
          "numberOfPages",
          "previousFileName",
          "nextFileName",
          "data.get",
          "db.getPublishedPosts",
          "db.getPublishedPostsByTag",
          "db.getPublishedDocumentsByTag",
          "db.getPublishedPages",
          "db.getPublishedContent",
          "db.getAllContent",
          "db.getDocumentByUri",
          "db.getDocumentStatus",
          "db.getDocumentCount",
          "db.getPublishedCount",
          "db.getTags",
          "db.getAllTags");

  @TempDir private static Path folder;

  /** What the Oven had to complain about, by site. */
  private static final Map<String, List<String>> OVEN_ERRORS = new HashMap<>();

  static List<String> sites() throws IOException {
    try (Stream<Path> sites = Files.list(SITES)) {
      return sites.map(site -> site.getFileName().toString()).sorted().toList();
    }
  }

  @BeforeAll
  static void bakeAllSitesWithTheOven() throws Exception {
    Files.createDirectories(folder.resolve("oven"));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Equal dates have one order only where the database has one processor.
                "-XX:ActiveProcessorCount=1",
                // Where a collection empties the cache of the database, documents no longer equal
                // themselves, and JBake links the wrong ones to each other.
                "-Dcache.local.impl=com.orientechnologies.orient.core.cache.ORecordCacheSoftRefs",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-Duser.timezone=UTC",
                "-Duser.language=en",
                "-Duser.country=",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                OvenMain.class.getName()));
    for (String site : sites()) {
      copy(SITES.resolve(site), site(site));
      command.add(site(site).toString());
      command.add(oven(site).toString());
    }
    Path log = folder.resolve("oven.log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("the Oven ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(log);
    assertThat(process.exitValue()).as("%s", lines).isZero();
    for (String line : lines) {
      sites().stream()
          .filter(site -> line.startsWith(site(site) + "\t"))
          .forEach(
              site ->
                  OVEN_ERRORS
                      .computeIfAbsent(site, key -> new ArrayList<>())
                      .add(line.substring(line.indexOf('\t') + 1)));
    }
  }

  @ParameterizedTest
  @MethodSource("sites")
  void newsbakeBuildsWhatTheOvenBakes(String site) throws IOException {
    assertThat(OVEN_ERRORS.getOrDefault(site, List.of())).as("errors of the Oven").isEmpty();

    Report report =
        new Build(new BuildOptions(zone -> Instant.now(), true, false, false, 2), () -> {})
            .run(site(site), Optional.empty());

    assertThat(report.problems()).filteredOn(Problem::isError).isEmpty();
    Path output = report.output().orElseThrow();
    Map<String, byte[]> expected = files(oven(site));
    Map<String, byte[]> actual = files(output);
    assertThat(expected).as("files of the Oven").isNotEmpty();
    TreeSet<String> paths = new TreeSet<>(expected.keySet());
    paths.addAll(actual.keySet());
    TreeMap<String, String> differences = new TreeMap<>();
    for (String path : paths) {
      difference(expected.get(path), actual.get(path)).ifPresent(it -> differences.put(path, it));
    }
    for (KnownDifference known : KNOWN_DIFFERENCES) {
      if (known.site().equals(site)) {
        for (String path : known.paths()) {
          assertThat(differences.remove(path))
              .as("the known difference of %s no longer occurs: take it out", path)
              .isNotNull();
        }
      }
    }
    assertThat(differences.entrySet().stream().map(it -> it.getKey() + ": " + it.getValue()))
        .as("differences between the Oven and Newsbake")
        .isEmpty();
  }

  @Test
  void aKnownDifferenceIsThatOfASite() throws IOException {
    assertThat(sites()).containsAll(KNOWN_DIFFERENCES.stream().map(KnownDifference::site).toList());
  }

  @Test
  void theSitesSetEveryProperty() throws IOException {
    TreeSet<String> missing = new TreeSet<>();
    for (String key : defaults().stringPropertyNames()) {
      if (!NOT_OF_THE_SITE.matcher(key).matches()) {
        missing.add(key);
      }
    }
    for (String site : sites()) {
      for (String file : List.of("jbake.properties", "custom.properties")) {
        Path path = SITES.resolve(site).resolve(file);
        if (Files.exists(path)) {
          for (String set : properties(Files.newInputStream(path)).stringPropertyNames()) {
            missing.removeIf(key -> set.equals(key) || set.startsWith(key + "."));
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void theTemplatesUseEveryVariable() throws IOException {
    StringBuilder templates = new StringBuilder();
    try (Stream<Path> files = Files.walk(SITES)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".ftl")).toList()) {
        templates.append(Files.readString(file, ISO_8859_1)).append('\n');
      }
    }
    assertThat(VARIABLES)
        .filteredOn(
            name ->
                !Pattern.compile("(?<![\\w.])" + Pattern.quote(name) + "(?!\\w)")
                    .matcher(templates)
                    .find())
        .isEmpty();
  }

  @Test
  void theCompatibilityPageNamesEveryPropertyVariableAndDifference() throws IOException {
    String page = Files.readString(Path.of("docs/compatibility.md"));
    List<String> wanted = new ArrayList<>();
    defaults().stringPropertyNames().forEach(key -> wanted.add("`" + key + "`"));
    VARIABLES.stream()
        .map(name -> name.replaceFirst("^d\\.", "content."))
        .forEach(name -> wanted.add("`" + name + (name.matches(".*\\.get.*") ? "(" : "`")));
    KNOWN_DIFFERENCES.forEach(known -> wanted.add("\n### " + known.heading() + "\n"));
    assertThat(wanted).filteredOn(it -> !page.contains(it)).isEmpty();
  }

  private static Properties defaults() throws IOException {
    return properties(Oven.class.getResourceAsStream("/default.properties"));
  }

  private static Properties properties(InputStream file) throws IOException {
    try (file) {
      Properties properties = new Properties();
      properties.load(file);
      return properties;
    }
  }

  private static Path site(String name) {
    return folder.resolve("sites").resolve(name);
  }

  private static Path oven(String site) {
    return folder.resolve("oven").resolve(site);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
          Files.setLastModifiedTime(target, FILE_TIME);
        }
      }
    }
  }

  private static TreeMap<String, byte[]> files(Path root) throws IOException {
    TreeMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
    return files;
  }

  /** What differs between a file of the Oven and one of Newsbake, if anything does. */
  private static Optional<String> difference(byte[] expected, byte[] actual) {
    if (expected == null) {
      return Optional.of("only Newsbake writes it");
    }
    if (actual == null) {
      return Optional.of("only the Oven writes it");
    }
    if (Arrays.equals(expected, actual)) {
      return Optional.empty();
    }
    // Bytes that are no UTF-8 become one character each, so that they show.
    String[] theirs = text(expected).split("\n", -1);
    String[] ours = text(actual).split("\n", -1);
    int line = 0;
    while (line < theirs.length && line < ours.length && theirs[line].equals(ours[line])) {
      line++;
    }
    return Optional.of(
        String.format(
            "line %d%n    Oven:     %s%n    Newsbake: %s",
            line + 1,
            line < theirs.length ? theirs[line] : "(end of file)",
            line < ours.length ? ours[line] : "(end of file)"));
  }

  private static String text(byte[] bytes) {
    String text = new String(bytes, UTF_8);
    return text.indexOf('\uFFFD') < 0 ? text : new String(bytes, ISO_8859_1);
  }
}
