package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.Trials;

/**
 * The theme of this repository renders whatever a newsroom's files lack: small sites whose stories,
 * data files and properties have random keys, some of them with values of the wrong kind.
 *
 * <p>{@code -Dnewsbake.trials.theme=5000} tries more of them; {@code -Dnewsbake.trials.theme=1
 * -Dnewsbake.seed=42} repeats one.
 */
class ThemeSurvivesTest {

  private static final int SITES = 30;

  private static final String LONG = "Harbour ".repeat(60);

  /** What nobody should write there, but somebody will. */
  private static final List<String> WRONG =
      List.of(
          "",
          "null",
          "5",
          "7.25",
          "true",
          "2026-11-10",
          "[]",
          "[a, b]",
          "[null]",
          "[{a: b}, 3]",
          "{}",
          "{x: y}",
          "{x: [1, {y: null}]}",
          "'  '",
          "'<b>&\"</b>'",
          "\"two\\nlines\"");

  /** What authors may write, key by key. */
  private static final Map<String, List<String>> KEYS = new LinkedHashMap<>();

  static {
    KEYS.put("title", List.of("The night ferry", LONG, "'خبر عاجل'", "'1–0 & <i>more</i>'"));
    KEYS.put("date", List.of("2026-11-01", "2026-11-02T23:59:59Z", "1600-02-29", "2026-11-20"));
    KEYS.put("tags", List.of("[sea]", "[sea, about us, sky]", "sea", "'sea, sky'", "[café, ä/ö]"));
    KEYS.put("updated", List.of("2026-11-03", "1999-01-01", "2027-01-01T00:00:00Z"));
    KEYS.put("section", List.of("town", "sport", "nowhere"));
    KEYS.put("author", List.of("orla", "[orla, Bo Keel]", "'Nobody Known'", "[tam, tam]"));
    KEYS.put("dateline", List.of("SALTMERE", LONG));
    KEYS.put("summary", List.of("In a few words.", LONG, "'ملخص'"));
    KEYS.put("language", List.of("ar", "en-GB", "he", "fr", "zz-Latn"));
    KEYS.put(
        "image",
        List.of(
            "img/pic.png",
            "{src: img/pic.png}",
            "{src: img/pic.png, alt: A quay, caption: At 1–0, credit: Bo/Pool, source: A}",
            "{src: img/missing.jpg, alt: Gone}",
            "{alt: Only words}",
            "{src: [a], alt: {b: c}, caption: 5, credit: []}"));
    KEYS.put("related", List.of("[a.md]", "a.md", "[b.md, missing.md]"));
    KEYS.put("related_exclude", List.of("[a.md]"));
    KEYS.put(
        "corrections",
        List.of(
            "[{date: 2026-11-04, text: It was 2–1.}]",
            "[{text: No date.}]",
            "[{date: 2026-11-04}]",
            "[{date: 2027-11-04, text: To come.}]"));
    KEYS.put("source", List.of("northwind", "bare", "unknown"));
    KEYS.put("source_url", List.of("https://wire.example/a", "ftp://x"));
    KEYS.put("guid", List.of("g-1"));
    KEYS.put("version", List.of("2"));
    KEYS.put("names", List.of("{en: Rules, ar: قواعد}", "{en: [x]}"));
    KEYS.put("aliases", List.of("[old/a.html]"));
    KEYS.put("slug", List.of("other-name"));
    KEYS.put("story", List.of("A story of its own"));
    KEYS.put("uri", List.of("elsewhere.html"));
    KEYS.put("rootpath", List.of("../../../"));
  }

  private static final Map<String, List<String>> ENTITY = new LinkedHashMap<>();

  static {
    ENTITY.put("name", List.of("Orla Finch", LONG));
    ENTITY.put("names", List.of("{ar: أورلا}"));
    ENTITY.put("description", List.of("What it is about."));
    ENTITY.put("role", List.of("Editor"));
    ENTITY.put("biography", List.of("Has written here since 2018."));
    ENTITY.put("email", List.of("orla@courier.example"));
    ENTITY.put("sameAs", List.of("[https://orla.example/]", "https://orla.example/"));
    ENTITY.put("picture", List.of("img/pic.png", "img/missing.png"));
    ENTITY.put("logo", List.of("img/pic.png"));
    ENTITY.put("url", List.of("https://wire.example/"));
    ENTITY.put("notice", List.of("By {source}, not by {site}."));
  }

  @TempDir private Path folder;

  private Path theme;
  private TestSite site;

  @BeforeEach
  void copyTheTheme() throws IOException {
    site = new TestSite(folder);
    theme = Path.of("").toAbsolutePath();
    delete(folder.resolve("templates"));
    copy("templates");
    copy("assets/css");
    copy("assets/icons");
    copy("assets/img/card.jpg");
    copy("assets/img/logo.png");
    ByteArrayOutputStream picture = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", picture);
    site.write("assets/img/pic.png", picture.toByteArray());
  }

  @Test
  void everySiteOfRandomKeysRenders() throws IOException {
    Map<String, String> failures = new TreeMap<>();
    for (long seed : Trials.seeds("theme", SITES).toArray()) {
      Random random = new Random(seed);
      String files = write(random);
      List<String> faults = faults();
      for (String fault : faults) {
        failures.putIfAbsent(kind(fault), "site " + seed + ": " + fault + "\n" + files);
      }
    }
    assertThat(String.join("\n", failures.values())).isEmpty();
  }

  @Test
  void aSiteOfNothingAtAllRenders() throws IOException {
    for (String wording : List.of("", "en: {}\n", "fr: {code: fr}\n")) {
      write(new Random(0));
      delete(folder.resolve("content"));
      delete(folder.resolve("data"));
      site.makeFolder("content");
      site.write("jbake.properties", properties());
      if (!wording.isEmpty()) {
        site.write("data/wording.yaml", wording);
      }
      assertThat(faults()).isEmpty();
      Document front = Jsoup.parse(site.output().resolve("index.html"));
      assertThat(front.title()).isEqualTo("The Harbour Courier");
      assertThat(front.select("h1").text()).isEqualTo("The Harbour Courier");
      assertThat(front.select("main").text()).contains("There are no stories here yet.");
    }
  }

  /** One fault of a kind is enough to read. */
  private static String kind(String fault) {
    return fault.replaceAll("\\d+", "0").replaceAll("while rendering [^:]*", "");
  }

  private String write(Random random) throws IOException {
    StringBuilder all = new StringBuilder();
    delete(folder.resolve("content"));
    delete(folder.resolve("data"));
    site.makeFolder("content");
    Map<String, String> files = new LinkedHashMap<>();
    int stories = random.nextInt(4);
    for (int i = 0; i < stories; i++) {
      files.put("content/" + "abc".charAt(i) + ".md", story(random, 4));
    }
    if (random.nextInt(2) == 0) {
      files.put("content/rules.md", story(random, 1));
    }
    String properties = properties();
    for (String line : properties.lines().toList()) {
      if (random.nextInt(8) == 0 && line.matches("(template|site|render|feed)\\..*")) {
        String key = line.substring(0, line.indexOf('='));
        boolean needed = key.matches("site.(host|kind)|render.(index|feed)|template.front.file");
        if (!needed) {
          properties = properties.replace(line + "\n", "");
        }
      }
    }
    files.put("jbake.properties", properties);
    if (random.nextInt(4) > 0) {
      files.put("data/sections.yaml", entities(random, "town", "sport"));
    }
    if (random.nextInt(4) > 0) {
      files.put("data/authors.yaml", entities(random, "orla", "tam"));
    }
    if (random.nextInt(4) > 0) {
      files.put("data/sources.yaml", entities(random, "northwind", "bare"));
    }
    if (random.nextInt(2) > 0) {
      files.put(
          "data/front.yaml",
          lines(
              random,
              Map.of(
                  "lead", List.of("a.md", "missing.md"),
                  "top", List.of("[b.md, missing.md, a.md]"),
                  "sections", List.of("[town, nowhere]"))));
    }
    if (random.nextInt(2) > 0) {
      files.put(
          "data/topics.yaml",
          lines(random, Map.of("sea", List.of("{names: {ar: بحر}}"), "sky", List.of("{}"))));
    }
    if (random.nextInt(4) > 0) {
      StringBuilder wording = new StringBuilder();
      for (String line : Files.readAllLines(theme.resolve("data/wording.yaml"))) {
        if (random.nextInt(10) > 0 || !line.matches("  [a-zA-Z]+: .+")) {
          wording.append(line).append('\n');
        }
      }
      files.put("data/wording.yaml", wording.toString());
    }
    files.forEach(
        (path, text) -> {
          site.write(path, text);
          if (!path.equals("data/wording.yaml")) {
            all.append("== ").append(path).append('\n').append(text);
          }
        });
    return all.toString();
  }

  private String properties() throws IOException {
    return Files.readString(theme.resolve("jbake.properties")).replaceAll("(?m)^(#.*)?\n", "");
  }

  private static String story(Random random, int posts) {
    Map<String, List<String>> keys = new LinkedHashMap<>(KEYS);
    String type = random.nextInt(posts + 1) > 0 ? "post" : "page";
    String body =
        List.of(
                "The ferry left at dawn.\n\nIt was 1–0.\n",
                "",
                "# A heading\n\nText\n",
                "![](img/pic.png)\n",
                "| a | b |\n|---|---|\n| c | d |\n",
                "<div>raw</div>\n")
            .get(random.nextInt(6));
    return "---\ntype: " + type + "\nstatus: published\n" + lines(random, keys) + "---\n" + body;
  }

  private static String entities(Random random, String... keys) {
    StringBuilder entities = new StringBuilder();
    for (String key : keys) {
      switch (random.nextInt(5)) {
        case 0 -> entities.append(key).append(": ").append(pick(random, WRONG)).append('\n');
        case 1 -> entities.append(key).append(": {name: ").append(key).append("}\n");
        case 2 -> entities.append("");
        default ->
            entities
                .append(key)
                .append(":\n")
                .append(lines(random, ENTITY).replaceAll("(?m)^", "  ").stripTrailing())
                .append('\n');
      }
    }
    return entities.toString();
  }

  /** Each key may be missing, right, or wrong. */
  private static String lines(Random random, Map<String, List<String>> keys) {
    StringBuilder lines = new StringBuilder();
    boolean careless = random.nextBoolean();
    new TreeMap<>(keys)
        .forEach(
            (key, values) -> {
              int lot = random.nextInt(10);
              if (lot < 5) {
                lines.append(key).append(": ").append(pick(random, values)).append('\n');
              } else if (lot < 7 && careless) {
                lines.append(key).append(": ").append(pick(random, WRONG)).append('\n');
              }
            });
    return lines.toString();
  }

  private static String pick(Random random, List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** What is wrong with the site as it is built. */
  private List<String> faults() throws IOException {
    List<String> faults = new ArrayList<>();
    delete(site.output());
    Report report = site.build(TestSite.keepGoing());
    for (Problem problem : report.problems()) {
      if (problem.code().matches("template.*|notice-missing")) {
        faults.add(problem.toString());
      }
    }
    if (!faults.isEmpty() || !Files.isDirectory(site.output())) {
      return faults.isEmpty() ? List.of("no site: " + report.problems()) : faults;
    }
    try (Stream<Path> files = Files.walk(site.output())) {
      for (Path file : files.filter(it -> it.toString().endsWith(".html")).sorted().toList()) {
        String path = site.output().relativize(file).toString();
        String html = Files.readString(file);
        Document page = Jsoup.parse(html);
        for (String fault : faults(path, page)) {
          faults.add(path + ": " + fault);
        }
      }
    }
    return faults;
  }

  private List<String> faults(String path, Document page) {
    List<String> faults = new ArrayList<>();
    if (page.select("meta[http-equiv=refresh]").isEmpty()) {
      if (page.select("h1").isEmpty() || page.select("h1").first().text().isBlank()) {
        faults.add("headlines: " + page.select("h1"));
      }
      for (Element element : page.select("h2 a, h3 a, li a, nav a, p a")) {
        if (element.text().isBlank()) {
          faults.add("a link without words: " + element.parent());
        }
      }
    }
    if (page.title().isBlank() || page.title().startsWith("|")) {
      faults.add("title " + page.title());
    }
    for (String attribute : List.of("href", "src")) {
      for (Element element : page.select("[" + attribute + "]")) {
        String link = element.attr(attribute);
        // A missing picture is its author's, who is told.
        if (!link.contains("missing.")
            && !element.is(".portrait, .logo")
            && !link.startsWith("mailto:")
            && !leads(path, link)) {
          faults.add("leads nowhere: " + element);
        }
      }
    }
    for (Element json : page.select("script[type=application/ld+json]")) {
      if (!json.data().startsWith("{") || !json.data().endsWith("}")) {
        faults.add("structured data: " + json);
      }
    }
    return faults;
  }

  private boolean leads(String from, String link) {
    try {
      URI home = new URI("https://harbour-courier.example/");
      URI target = home.resolve(new URI(null, null, "/" + from, null)).resolve(new URI(link));
      if (!home.getHost().equals(target.getHost())) {
        return true;
      }
      Path file = site.output().resolve(target.getPath().substring(1));
      return Files.isRegularFile(
          target.getPath().endsWith("/") ? file.resolve("index.html") : file);
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private void copy(String path) throws IOException {
    try (Stream<Path> files = Files.walk(theme.resolve(path))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        site.write(theme.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
  }

  private static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> files = Files.walk(root)) {
      files
          .sorted(Comparator.reverseOrder())
          .forEach(
              file -> {
                try {
                  Files.delete(file);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }
}
