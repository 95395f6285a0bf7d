package org.newsbake.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.Problem;
import org.newsbake.bake.Build;
import org.newsbake.bake.BuildOptions;
import org.newsbake.bake.Report;

/** After any edit, the preview and a build with a cache show what a clean build writes. */
class EditsTest {

  private static final List<String> TAGS = List.of("sea", "town", "sport", "sea, town", "");

  @TempDir private Path folder;
  private Path output;
  private Path cached;
  private Served site;
  private Random random = new Random(1);
  private int names;

  @BeforeEach
  void write() throws IOException {
    output = folder.resolve("built");
    cached = folder.resolve("rebuilt");
    Files.createDirectory(folder.resolve("site"));
    site = new Served(folder.resolve("site"));
    site.write("jbake.properties", properties(0));
    site.write("templates/index.ftl", index(0));
    site.write("templates/archive.ftl", index(0));
    site.write("templates/tags.ftl", "<body><#list tag_posts as p>${p.title}</#list></body>");
    site.write(
        "templates/post.ftl",
        "<body><h1>${content.title}</h1>${content.body}<#include \"footer.ftl\">"
            + "${(content.previousContent.title)!} ${(content.nextContent.title)!}"
            + "<#if content.story.picture??>${content.story.picture.width}</#if></body>");
    site.write(
        "templates/footer.ftl",
        "<p><#list alltags as t>${t} </#list>${(data.get('x.yaml').y)!}</p>");
    site.write("data/x.yaml", "y: 1\n");
    site.write("assets/site.css", "p {}");
    for (int i = 0; i < 6; i++) {
      add();
    }
  }

  @AfterEach
  void close() throws IOException {
    site.close();
  }

  private static String index(int version) {
    return "<body>" + version + "<#list published_posts as p>${p.uri} ${p.title}\n</#list></body>";
  }

  private static String properties(int version) {
    return "render.feed=false\n"
        + "render.tags=true\n"
        + "feed.formats=rss\n"
        + "site.host=https://paper.example\n"
        + "site.title=Paper "
        + version
        + "\n"
        + (version % 3 == 1 ? "permalink=/:year/:slug/\n" : "")
        + (version % 3 == 2 ? "index.paginate=true\nindex.posts_per_page=2\n" : "")
        + (version % 2 == 1 ? "date.format=yyyy-MM-dd\n" : "");
  }

  private void add() {
    String name = (random.nextBoolean() ? "2026/" : "") + "story-" + names++;
    site.write("content/" + name + ".md", story(name));
  }

  private String story(String name) {
    return "title=About "
        + name
        + " "
        + random.nextInt(100)
        + "\ntype=post\nstatus="
        + (random.nextInt(5) == 0 ? "draft" : "published")
        + "\ndate=2026-11-"
        + (10 + random.nextInt(15))
        + "\ntags="
        + TAGS.get(random.nextInt(TAGS.size()))
        + "\n~~~~~~\nText "
        + random.nextInt()
        + " of [another](story-"
        + random.nextInt(8)
        + ".md).\n";
  }

  private List<Path> stories() throws IOException {
    try (Stream<Path> files = Files.walk(site.folder().resolve("content"))) {
      return new ArrayList<>(
          files.filter(file -> file.toString().endsWith(".md")).sorted().toList());
    }
  }

  private Path story() throws IOException {
    List<Path> stories = stories();
    if (stories.isEmpty()) {
      add();
      stories = stories();
    }
    return stories.get(random.nextInt(stories.size()));
  }

  /** One edit, in the words of a failure. */
  private String edit() throws IOException {
    int version = random.nextInt(100);
    switch (random.nextInt(12)) {
      case 0:
        add();
        return "add";
      case 1:
        Files.delete(story());
        return "delete";
      case 2:
        Files.move(story(), site.folder().resolve("content/moved-" + names++ + ".md"));
        return "rename";
      case 3:
        site.write("templates/index.ftl", index(version));
        return "template";
      case 4:
        site.write(
            "templates/footer.ftl", "<p>" + version + "<#list alltags as t>${t} </#list></p>");
        return "included template";
      case 5:
        site.write("data/x.yaml", "y: " + version + "\n");
        return "data";
      case 6:
        site.write("jbake.properties", properties(version));
        return "properties " + version;
      case 7:
        site.write(
            "assets/" + (random.nextBoolean() ? "site.css" : "other-" + names++ + ".css"),
            "i {" + version + "}");
        return "asset";
      case 8:
        Path next = site.folder().resolve("content/.next");
        Path story = story();
        Files.writeString(next, story("saved"));
        Files.move(next, story, StandardCopyOption.REPLACE_EXISTING);
        return "save by renaming";
      case 9:
        Path year = site.folder().resolve("content/2026");
        if (Files.isDirectory(year)) {
          Files.move(year, site.folder().resolve("content/year-" + names++));
          return "rename a folder";
        }
        site.write("content/2026/again-" + names++ + ".md", story("again"));
        return "new folder";
      case 10:
        site.write("content/notes-" + names++ + ".txt", "An asset " + version);
        return "asset in the content";
      default:
        Files.writeString(story(), story("changed"));
        return "change";
    }
  }

  private void assertLikeBuild(String edits) throws IOException {
    Report report =
        new Build(new BuildOptions(zone -> Served.NOW, false, false, false, 2), () -> {})
            .run(site.folder(), Optional.of(output));
    assertThat(report.errors()).as(edits + report.problems()).isZero();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file :
          (Iterable<Path>)
              files.filter(it -> Files.isRegularFile(it, LinkOption.NOFOLLOW_LINKS))::iterator) {
        String path = output.relativize(file).toString();
        Served.Answer answer = site.get("/" + path.replace("%", "%25").replace(" ", "%20"));
        assertThat(answer.status()).as(edits + path).isEqualTo(200);
        assertThat(answer.page()).as(edits + path).isEqualTo(Files.readString(file));
      }
    }
    Report again =
        new Build(new BuildOptions(zone -> Served.NOW, false, false, true, 2), () -> {})
            .run(site.folder(), Optional.of(cached));
    assertThat(again.problems()).as(edits).isEqualTo(report.problems());
    assertThat(contents(cached)).as(edits).isEqualTo(contents(output));
    List<String> codes = report.problems().stream().map(Problem::code).toList();
    await(() -> codes().equals(codes));
    assertThat(codes()).as(edits).isEqualTo(codes);
  }

  private static SortedMap<String, String> contents(Path folder) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        contents.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private List<String> codes() {
    return site.problems().stream().map(Problem::code).toList();
  }

  /** Problems are looked for once the pages are there. */
  private static void await(BooleanSupplier told) {
    try {
      for (int i = 0; i < 500 && !told.getAsBoolean(); i++) {
        Thread.sleep(10);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void afterAnyEditEachPageIsThatOfACleanBuild(long seed) throws IOException {
    random = new Random(seed);
    site.start();
    StringBuilder edits = new StringBuilder("seed " + seed + ": ");
    for (int i = 0; i < 12; i++) {
      for (int more = random.nextInt(3); more >= 0; more--) {
        edits.append(edit()).append(", ");
      }
      assertLikeBuild(edits.toString());
    }
  }

  @Test
  void aRequestAfterASaveNeverGetsTheOldBytes() throws IOException {
    site.start();
    site.get("/");
    for (int i = 0; i < 200; i++) {
      site.post("live", "Version " + i + " of this.");
      assertThat(site.get("/live.html").text()).contains("Version " + i + " of this.");
    }
  }

  @Test
  void whatBreaksLeavesTheLastGoodPageAndIsToldOnce() throws IOException {
    site.post("live", "Good.");
    site.start();
    assertThat(site.get("/live.html").text()).contains("Good.");

    site.write("content/live.md", "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\nBad.");
    assertThat(site.get("/live.html").text()).contains("Good.");
    assertThat(state()).contains("content\\/live.md:4", "date=soon");

    site.post("live", "Better.");
    assertThat(site.get("/live.html").text()).contains("Better.");
    assertThat(state()).doesNotContain("live.md:4");
  }

  @Test
  void aBrokenTemplateShowsItsLineAndLeavesTheLastGoodPage() throws IOException {
    site.post("live", "Good.");
    site.start();
    String good = site.get("/live.html").text();

    site.write("templates/post.ftl", "<body>\n${content.nothing}</body>");
    assertThat(site.get("/live.html").text()).isEqualTo(good);
    assertThat(site.get("/__newsbake/state?page=/live.html").text())
        .contains("templates\\/post.ftl:2:3");
    site.write("templates/post.ftl", "<body>\n<#if true></body>");
    assertThat(site.get("/live.html").text()).isEqualTo(good);

    site.write("templates/post.ftl", "<body>Mended</body>");
    assertThat(site.get("/live.html").text()).contains("Mended");
  }

  @Test
  void anErrorOfATemplateIsToldBesideThoseOfTheFiles() throws Exception {
    site.post("live", "Good.").write("data/bad.yaml", "y: [1\n");
    site.start();
    try (Socket page = new Socket(InetAddress.getLoopbackAddress(), site.address().getPort())) {
      page.getOutputStream()
          .write(
              "GET /__newsbake/events?page=/live.html HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      page.getInputStream().read();
      site.write("templates/post.ftl", "<body>\n${content.nothing}</body>");
      awaitErrors("yaml-invalid", "template-error");
      site.write("templates/post.ftl", "<body>Mended</body>");
      awaitErrors("yaml-invalid");
    }
  }

  private void awaitErrors(String... codes) {
    await(() -> errors().equals(List.of(codes)));
    assertThat(errors()).containsExactly(codes);
  }

  private List<String> errors() {
    return site.problems().stream().filter(Problem::isError).map(Problem::code).toList();
  }

  @Test
  void brokenPropertiesLeaveTheLastGoodSite() throws IOException {
    site.post("live", "Good.");
    site.start();
    String good = site.get("/live.html").text();
    for (String broken :
        List.of("site.timezone=Nowhere/Town\n", "a=${a}\nsite.title=${a}\n", "include = \n")) {
      site.write("jbake.properties", properties(0) + broken);
      assertThat(site.get("/live.html").status()).isEqualTo(200);
    }
    site.write("jbake.properties", properties(0) + "site.timezone=Nowhere/Town\n");
    assertThat(site.get("/live.html").text()).isEqualTo(good);
    assertThat(state()).contains("config-invalid");
    site.write("jbake.properties", properties(0));
    assertThat(site.get("/live.html").text()).isEqualTo(good);
    assertThat(state()).doesNotContain("config-invalid");
  }

  @Test
  void aProjectThatIsBrokenFromTheBeginningComesUpOnceItIsMended() throws IOException {
    site.post("live", "Good.");
    site.write("jbake.properties", "site.timezone=Nowhere/Town\n");
    site.start();
    assertThat(site.get("/live.html").status()).isEqualTo(404);
    assertThat(state()).contains("config-invalid");
    site.write("jbake.properties", properties(0));
    assertThat(site.get("/live.html").text()).contains("Good.");
    site.post("live", "Better.");
    assertThat(site.get("/live.html").text()).contains("Better.");
  }

  @Test
  void aFolderThatIsMovedOutOfTheProjectTakesItsPagesWithIt() throws IOException {
    site.post("2027/live", "Good.").write("assets/img/map.svg", "<svg/>");
    site.start();
    assertThat(site.get("/2027/live.html").status()).isEqualTo(200);
    assertThat(site.get("/img/map.svg").status()).isEqualTo(200);

    Files.move(site.folder().resolve("content/2027"), folder.resolve("away"));
    Files.move(site.folder().resolve("assets/img"), folder.resolve("img"));
    assertLikeBuild("moved out ");
    assertThat(site.get("/2027/live.html").status()).isEqualTo(404);
    assertThat(site.get("/").text()).doesNotContain("2027/live");

    Files.move(folder.resolve("away"), site.folder().resolve("content/2027"));
    assertThat(site.get("/2027/live.html").text()).contains("Good.");
    Files.move(site.folder().resolve("content"), folder.resolve("away"));
    assertThat(site.get("/").text()).doesNotContain("live");
  }

  @Test
  void aFolderThatBecomesAProjectIsShownAsItIsMade(@TempDir Path empty) throws IOException {
    try (Served other = new Served(empty)) {
      Files.delete(other.folder().resolve("jbake.properties"));
      Files.delete(other.folder().resolve("content"));
      Path templates = folder.resolve("templates");
      Files.move(other.folder().resolve("templates"), templates);
      other.start();
      assertThat(other.get("/").status()).isEqualTo(404);

      other.post("live", "Good.");
      other.get("/");
      Files.move(templates, other.folder().resolve("templates"));
      assertThat(other.get("/live.html").text()).contains("Good.");
      other.post("live", "Better.");
      assertThat(other.get("/live.html").text()).contains("Better.");
    }
  }

  @Test
  void aWatcherWhoseOwnFolderWasTidiedUpIsReplaced() throws IOException {
    site.post("live", "Good.");
    Set<Path> before = marks();
    site.start();
    site.get("/");
    Set<Path> own = marks();
    own.removeAll(before);
    assertThat(own).hasSize(1);
    Files.delete(own.iterator().next());

    assertThat(site.get("/live.html").status()).isEqualTo(200);
    for (int i = 0; i < 20; i++) {
      site.post("live", "Version " + i + ".");
      assertThat(site.get("/live.html").text()).contains("Version " + i + ".");
    }
  }

  private static Set<Path> marks() throws IOException {
    // Other previews on this machine have theirs.
    String own = "newsbake-preview-" + ProcessHandle.current().pid() + "-";
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(own))
          .collect(Collectors.toCollection(HashSet::new));
    }
  }

  @Test
  void foldersMayComeAndGo() throws IOException {
    site.start();
    Path templates = site.folder().resolve("templates");
    Path away = folder.resolve("away");
    site.get("/");
    Files.move(templates, away);
    site.get("/");
    Files.move(away, templates);
    site.write("templates/index.ftl", "<body>Back</body>");
    assertThat(site.get("/").text()).contains("Back");
  }

  private String state() throws IOException {
    return site.get("/__newsbake/state").text();
  }
}
