package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.newsbake.bake.TestSite.codes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.Problem;

class BuildTest {

  @TempDir private Path temporary;
  private TestSite site;

  @BeforeEach
  void makeSite() {
    site =
        new TestSite(temporary.resolve("courier"))
            .post("ferry", 3, "sea,night ferry", "It *sailed*.")
            .post("2026/quota", 5, "sea", "Fewer herring.")
            .article("about", "page", "published", 1, "", "Who we are.")
            .write("assets/css/site.css", "p { color: navy }\n")
            .write("content/2026/quay.svg", "<svg/>");
  }

  @Test
  void aSiteIsItsPagesListsTagsAndAssets() throws IOException {
    Report report = site.build();
    assertThat(site.tree())
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "index.html", "2026/quota.html About 2026/quota\nferry.html About ferry\n",
                    "ferry.html", "<h1>About ferry</h1><p>It <em>sailed</em>.</p>\n",
                    "2026/quota.html", "<h1>About 2026/quota</h1><p>Fewer herring.</p>\n",
                    "about.html", "<h1>About about</h1><p>Who we are.</p>\n",
                    "tags/sea.html", "2026/quota.html\nferry.html\n",
                    "tags/night ferry.html", "ferry.html\n",
                    "css/site.css", "p { color: navy }\n",
                    "2026/quay.svg", "<svg/>")));
    assertThat(report.written()).contains(new Report.Written(8, 0, 0, 0));
    assertThat(report.problems()).isEmpty();
    assertThat(report.failed()).isFalse();
    assertThat(List.of(report.contentFiles(), report.pages(), report.rendered(), report.assets()))
        .containsExactly(3, 3, 6, 2);
    assertThat(report.milliseconds().keySet())
        .containsExactly("configure", "read", "plan", "relate", "compare", "render", "write");
  }

  @Test
  void aSecondBuildTouchesNothing() throws IOException {
    site.build();
    Map<String, String> before = site.stamps();
    FileTime folderTime = Files.getLastModifiedTime(site.output());
    assertThat(site.build().written()).contains(new Report.Written(0, 8, 0, 0));
    assertThat(site.stamps()).isEqualTo(before);
    assertThat(Files.getLastModifiedTime(site.output())).isEqualTo(folderTime);
  }

  @Test
  void onlyFilesWhoseBytesChangedAreTouched() throws IOException {
    site.build();
    Map<String, String> before = site.stamps();
    site.post("ferry", 3, "sea,night ferry", "It *sank*.");
    assertThat(site.build().written()).contains(new Report.Written(1, 7, 0, 0));
    assertThat(changed(before, site.stamps())).containsExactly("ferry.html");
    assertThat(site.tree().get("ferry.html")).contains("sank");
  }

  @Test
  void aFileThatOnlyGotANewTimeChangesNothing() throws IOException {
    site.build();
    Map<String, String> before = site.stamps();
    FileTime later = FileTime.from(Instant.parse("2026-11-22T00:00:00Z"));
    Files.setLastModifiedTime(site.folder().resolve("content/ferry.md"), later);
    Files.setLastModifiedTime(site.folder().resolve("assets/css/site.css"), later);
    site.build();
    assertThat(site.stamps()).isEqualTo(before);
  }

  @Test
  void pagesOfDeletedArticlesGoWithTheirEmptyFolders() throws IOException {
    site.build();
    Map<String, String> before = site.stamps();
    site.delete("content/2026/quota.md");
    site.delete("content/2026/quay.svg");
    assertThat(site.build().written()).contains(new Report.Written(2, 4, 2, 0));
    assertThat(site.tree().keySet())
        .containsExactly(
            "about.html",
            "css/site.css",
            "ferry.html",
            "index.html",
            "tags/night ferry.html",
            "tags/sea.html");
    assertThat(site.output().resolve("2026")).doesNotExist();
    assertThat(changed(before, site.stamps()))
        .containsExactlyInAnyOrder(
            "2026/quay.svg", "2026/quota.html", "index.html", "tags/sea.html");
  }

  @Test
  void aRenamedArticleLeavesNoPageBehind() throws IOException {
    site.build();
    Files.move(site.folder().resolve("content/ferry.md"), site.folder().resolve("content/boat.md"));
    site.build();
    assertThat(site.tree()).containsKey("boat.html").doesNotContainKey("ferry.html");
  }

  @Test
  void filesThatNewsbakeDidNotWriteStayAndAreCounted() throws IOException {
    site.write("output/.htaccess", "Deny from all\n")
        .write("output/2026/own.html", "mine")
        .makeFolder("output/empty/folder");
    Files.createSymbolicLink(site.output().resolve("link"), Path.of("nowhere"));
    Path run = site.output().resolve("run.sh");
    Files.writeString(run, "#!/bin/sh\n");
    Files.setPosixFilePermissions(run, PosixFilePermissions.fromString("rwx--x---"));
    Map<String, String> before = site.stamps();

    assertThat(site.build().written()).contains(new Report.Written(8, 0, 0, 4));
    assertThat(site.stamps()).containsAllEntriesOf(before);
    site.post("ferry", 3, "sea", "It *sank*.");
    assertThat(site.build().written()).contains(new Report.Written(1, 6, 1, 4));
    assertThat(site.build().written()).contains(new Report.Written(0, 7, 0, 4));
    site.delete("content/2026/quota.md");
    site.build();
    assertThat(site.stamps()).containsAllEntriesOf(before);
    assertThat(site.output().resolve("empty/folder")).isEmptyDirectory();
    assertThat(Files.getPosixFilePermissions(run))
        .isEqualTo(PosixFilePermissions.fromString("rwx--x---"));
    assertThat(site.tree()).containsEntry("link", "-> nowhere");
  }

  @Test
  void aForeignFileInTheWayOfAPageStopsTheBuildBeforeAnythingMoves() throws IOException {
    site.post("first", 1, "", "Text.").build();
    site.write("output/second.html/note.txt", "not ours");
    site.write("output/2027", "not ours either");
    for (String name : List.of("second", "2027/third")) {
      site.post(name, 2, "", "More.");
      assertThatThrownBy(() -> site.build())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("move it away");
      site.delete("content/" + name + ".md");
      assertThat(site.output().resolve("first.html")).exists();
      assertThat(site.work().resolve("commit")).doesNotExist();
      assertThat(site.build().failed()).isFalse();
    }
    assertThat(site.output().resolve("second.html/note.txt")).hasContent("not ours");
  }

  @Test
  void foldersKeepTheirPermissions() throws IOException {
    site.post("2026/first", 1, "", "Text.").build();
    Path output = site.output();
    Set<PosixFilePermission> open = PosixFilePermissions.fromString("rwxrwx--x");
    Files.setPosixFilePermissions(output, open);
    Files.setPosixFilePermissions(output.resolve("2026"), open);
    site.post("second", 2, "", "More.").build();
    assertThat(Files.getPosixFilePermissions(output)).isEqualTo(open);
    assertThat(Files.getPosixFilePermissions(output.resolve("2026"))).isEqualTo(open);
  }

  @Test
  void theOutputOfJBakeIsTakenOver() throws IOException {
    site.write("output/ferry.html", "old")
        .write("output/index.html", "2026/quota.html About 2026/quota\nferry.html About ferry\n")
        .write("output/gone.html", "an article that was deleted long ago");
    Map<String, String> before = site.stamps();
    assertThat(site.build().written()).contains(new Report.Written(7, 1, 0, 1));
    assertThat(site.tree())
        .containsEntry("ferry.html", "<h1>About ferry</h1><p>It <em>sailed</em>.</p>\n")
        .containsEntry("gone.html", "an article that was deleted long ago");
    assertThat(site.stamps()).containsEntry("index.html", before.get("index.html"));
    site.delete("content/ferry.md");
    site.build();
    assertThat(site.tree()).doesNotContainKey("ferry.html").containsKey("gone.html");
  }

  @Test
  void aPageThatSomeoneEditedOrDeletedIsWrittenAgain() throws IOException {
    site.build();
    Map<String, String> whole = site.tree();
    site.write("output/ferry.html", "defaced");
    site.delete("output/index.html");
    assertThat(site.build().written()).contains(new Report.Written(2, 6, 0, 0));
    assertThat(site.tree()).isEqualTo(whole);
  }

  @Test
  void theOutputFolderMayBeALink() throws IOException {
    Path real = Files.createDirectories(temporary.resolve("www"));
    Files.createSymbolicLink(site.output(), real);
    site.build();
    site.post("ferry", 3, "sea", "It *sank*.");
    site.build();
    assertThat(site.output()).isSymbolicLink();
    assertThat(TestSite.tree(real).get("ferry.html")).contains("sank");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".",
        "..",
        "content",
        "content/2026",
        "templates",
        "assets",
        "assets/css",
        "data",
        "/",
        "content/../content/new",
        "LINK",
      })
  void aDangerousOutputFolderIsRefused(String name) throws IOException {
    site.makeFolder("data");
    Files.createSymbolicLink(temporary.resolve("link"), site.folder().resolve("content"));
    Path output = name.equals("LINK") ? temporary.resolve("link") : site.folder().resolve(name);
    Map<String, String> before = TestSite.tree(temporary);
    for (boolean keepGoing : new boolean[] {false, true}) {
      Report report =
          new Build(new BuildOptions(zone -> TestSite.NOW, false, keepGoing, true, 2), () -> {})
              .run(site.folder(), Optional.of(output));
      assertThat(codes(report)).containsExactly("output-folder");
      assertThat(report.written()).isEmpty();
      assertThat(report.failed()).isTrue();
      assertThat(TestSite.tree(temporary)).isEqualTo(before);
    }
  }

  @Test
  void theRefusalSaysWhatWouldBeWrittenOver() throws IOException {
    Map<String, String> relations =
        Map.of(
            "", "is the project's folder",
            "..", "holds the project",
            "content", "lies in the content folder",
            "assets/css", "lies in the asset folder");
    for (Map.Entry<String, String> relation : relations.entrySet()) {
      assertThat(site.buildInto(site.folder().resolve(relation.getKey())).problems())
          .extracting(Problem::found)
          .containsExactly(
              "the output folder " + relation.getValue() + ", and would write over it.");
    }
  }

  @Test
  void anOutputFolderBesideTheProjectIsFine() throws IOException {
    Report report = site.buildInto(temporary.resolve("www/courier"));
    assertThat(report.problems()).isEmpty();
    assertThat(TestSite.tree(temporary.resolve("www/courier"))).containsKey("ferry.html");
    assertThat(site.output()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "content/bad.md|title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\nx\n|date-invalid",
        "content/bad.md|---\ntype: post\ntype: page\n---\nx\n|key-duplicate",
        "content/ferry.html|title=x\ntype=page\nstatus=published\n~~~~~~\nx\n|path-collision",
        "content/bad.md|title=x\n"
            + "type=page\n"
            + "status=published\n"
            + "tags=../../x\n"
            + "~~~~~~\n"
            + "x\n"
            + "|tag-unusable",
        "content/bad.md|type=page\nstatus=published\n~~~~~~\nx\n|template-error",
        "templates/post.ftl|${nothing}|template-error",
        "templates/post.ftl|<#if x>|template-error",
        "data/bad.yaml|a: b: c\n|yaml-invalid",
        "jbake.properties|render.archive=maybe\n|config-invalid",
        "jbake.properties|render.sitemap=true\n|template-missing",
      })
  void anErrorWritesNothing(String what) throws IOException {
    site.build();
    Map<String, String> before = site.stamps();
    String[] parts = what.split("\\|");
    site.post("ferry", 3, "sea", "It *sank*.");
    site.delete("content/about.md");
    site.write(parts[0], parts[1]);
    Report report = site.build();
    assertThat(codes(report)).contains(parts[2]);
    assertThat(report.failed()).isTrue();
    assertThat(report.written()).isEmpty();
    assertThat(site.stamps()).isEqualTo(before);
    assertThat(Files.exists(site.work().resolve("next"))).isFalse();
  }

  @Test
  void anErrorInTheFirstBuildMakesNoOutput() throws IOException {
    site.write("templates/post.ftl", "${nothing}").build();
    assertThat(site.tree()).isEmpty();
  }

  @Test
  void allProblemsAreToldInOneRunInOrder() throws IOException {
    site.write("content/b.md", "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\nx\n")
        .write("content/a.md", "no header\n")
        .write("data/x.yaml", "a: b: c\n")
        .write("templates/post.ftl", "${nothing}");
    Report report = site.build();
    assertThat(report.problems()).isSorted();
    assertThat(codes(report))
        .containsExactly("header-missing", "date-invalid", "yaml-invalid", "template-error");
    assertThat(report.errors()).isEqualTo(3);
    assertThat(report.warnings()).isEqualTo(1);
  }

  @Test
  void aFailingTemplateIsToldOnceWithAPageAndTheirNumber() throws IOException {
    site.write("templates/post.ftl", "${nothing}");
    assertThat(site.build().problems())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.found())
                    .startsWith("while rendering 2026/quota.html and 1 more: "));
  }

  @Test
  void keepGoingWritesTheRestAndStillFails() throws IOException {
    site.build();
    Map<String, String> before = site.tree();
    site.post("new", 7, "", "New.")
        .post("ferry", 3, "sea,night ferry", "It *sank*.")
        .write("content/bad.md", "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\nx\n");
    Report report = site.build(TestSite.keepGoing());
    assertThat(report.failed()).isTrue();
    assertThat(report.written()).isPresent();
    assertThat(site.tree())
        .containsKey("new.html")
        .containsEntry("about.html", before.get("about.html"))
        .doesNotContainKey("bad.html");
    assertThat(site.tree().get("ferry.html")).contains("sank");
  }

  @Test
  void aWarningFailsWhereTheSiteSaysSo() throws IOException {
    site.write("content/note.md", "no header\n");
    Report report = site.build();
    assertThat(report.failed()).isFalse();
    assertThat(report.written()).isPresent();
    site.write(
        "jbake.properties", "build.fail_on=warning\nrender.archive=false\nrender.feed=false\n");
    assertThat(site.build().failed()).isTrue();
  }

  @Test
  void everyContentFileIsAPageNotLiveOrAProblem() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> statuses = List.of("published", "published-date", "draft", "Draft", "");
    List<String> types = List.of("post", "page", "story", "");
    List<String> dates = List.of("2026-11-03", "2026-11-25", "soon", "");
    for (int round = 0; round < 10; round++) {
      TestSite some = new TestSite(temporary.resolve("round" + round));
      some.write("jbake.properties", "render.archive=false\nrender.feed=false\ndefault.status=\n");
      int files = random.nextInt(40);
      for (int i = 0; i < files; i++) {
        StringBuilder text = new StringBuilder("title=x\n");
        line(text, "status", statuses.get(random.nextInt(5)));
        line(text, "type", types.get(random.nextInt(4)));
        line(text, "date", dates.get(random.nextInt(4)));
        text.append(random.nextInt(8) == 0 ? "no header\n" : "").append("~~~~~~\nText.\n");
        some.write("content/" + i + ".md", random.nextInt(9) == 0 ? "" : text.toString());
      }
      Report report = some.build(TestSite.keepGoing());
      // A post without a date is a page, and warned about. A file with an error is not live.
      Set<String> passedOver = new TreeSet<>();
      for (Problem problem : report.problems()) {
        if (!problem.code().equals("date-missing") && !problem.isError()) {
          passedOver.add(problem.location().file());
        }
      }
      report.problems().stream()
          .filter(Problem::isError)
          .forEach(problem -> passedOver.remove(problem.location().file()));
      int absent = report.absent().values().stream().mapToInt(Integer::intValue).sum();
      assertThat(report.contentFiles()).isEqualTo(files);
      assertThat(report.pages() + absent + passedOver.size())
          .as("seed %d, round %d", seed, round)
          .isEqualTo(files);
      long articles = some.tree().keySet().stream().filter(p -> p.matches("\\d+.html")).count();
      assertThat(report.pages()).as("seed %d, round %d", seed, round).isEqualTo((int) articles);
    }
  }

  private static void line(StringBuilder text, String key, String value) {
    if (!value.isEmpty()) {
      text.append(key).append('=').append(value).append('\n');
    }
  }

  @Test
  void whatIsNotLiveIsNowhereInTheOutput() throws IOException {
    site.write(
            "jbake.properties",
            "render.sitemap=true\n"
                + "render.tagsindex=true\n"
                + "index.paginate=true\n"
                + "index.posts_per_page=1\n"
                + "render.error404=true\n")
        .write("templates/everything.ftl", everything());
    for (String name :
        List.of(
            "index",
            "archive",
            "feed",
            "sitemap",
            "error404",
            "tags",
            "tags-index",
            "post",
            "page")) {
      site.write("templates/" + name + ".ftl", "<#include \"everything.ftl\">");
    }
    for (int day : List.of(10, 15, 21, 25)) {
      String canary = "canary" + day;
      site.write(
          "content/" + canary + "-post.md",
          "title="
              + canary
              + "\ntype=post\nstatus=published\ndate=2026-11-"
              + day
              + "\ntags="
              + canary
              + "-tag,sea\nsummary="
              + canary
              + "\n~~~~~~\nText of "
              + canary
              + ".\n");
      site.write(
          "content/" + canary + "-page.md",
          "---\ntitle: "
              + canary
              + "\ntype: page\nstatus: published-date\ndate: 2026-11-"
              + day
              + "T12:00:00Z\ntags: ["
              + canary
              + "-tag]\n---\nText of "
              + canary
              + ".\n");
    }
    site.article("canarydraft", "post", "draft", 2, "canarydraft-tag,sea", "canarydraft");
    for (int day : List.of(8, 12, 15, 20, 21, 26, 11)) {
      Instant instant = Instant.parse(String.format("2026-11-%02dT12:00:00Z", day));
      Report report = site.build(TestSite.at(instant, 2));
      assertThat(report.problems()).isEmpty();
      String all =
          String.join("\n", site.tree().keySet()) + String.join("\n", site.tree().values());
      for (int due : List.of(10, 15, 21, 25)) {
        assertThat(all.contains("canary" + due)).as("%d at %d", due, day).isEqualTo(due <= day);
      }
      assertThat(all).doesNotContain("canarydraft");
    }
    site.build(TestSite.withDrafts(TestSite.NOW));
    assertThat(site.tree()).containsKey("canarydraft-draft.html");
    site.build();
    assertThat(site.tree()).doesNotContainKey("canarydraft-draft.html");
  }

  /** A template that writes all that it can get at. */
  private static String everything() {
    StringBuilder template = new StringBuilder();
    for (String list :
        List.of(
            "posts",
            "pages",
            "published_posts",
            "published_pages",
            "published_content",
            "all_content",
            "db.getPublishedPosts()",
            "db.getPublishedPages()",
            "db.getAllContent(\"post\")",
            "db.getAllContent(\"page\")",
            "db.getUnrenderedContent()",
            "db.getPublishedContent(\"post\")",
            "tagged_documents",
            "tag_posts")) {
      template
          .append("<#list " + list + " as d>${d.title!} ${d.uri!} ${d.body!} ")
          .append("<#list d.tags![] as t>${t}</#list>\n</#list>");
    }
    return template
        + "<#list alltags as t>${t}\n</#list><#list tags as t>${t.name} ${t.uri}\n</#list>"
        + "<#list db.getTags() as t>${t}</#list><#list db.getAllTags() as t>${t}</#list>"
        + "${(content.previousContent.title)!} ${(content.nextContent.title)!} ${content.title!}"
        + "${db.getDocumentByUri(\"canary21-post.html\")?size}";
  }

  @Test
  void theNumberOfThreadsChangesNoByteAndNoProblem() throws IOException {
    long seed = 7;
    Random random = new Random(seed);
    for (int i = 0; i < 150; i++) {
      site.post("n" + i, 1 + random.nextInt(20), "t" + random.nextInt(20), "Story " + i + ".");
    }
    site.write("content/a.md", "no header\n").write("content/b.md", "no header\n");
    List<Map<String, String>> trees = new ArrayList<>();
    List<List<Problem>> problems = new ArrayList<>();
    for (int threads : List.of(1, 2, 8)) {
      Path output = temporary.resolve("out" + threads);
      Report report =
          new Build(TestSite.at(TestSite.NOW, threads), () -> {})
              .run(site.folder(), Optional.of(output));
      trees.add(TestSite.tree(output));
      problems.add(report.problems());
    }
    assertThat(trees.get(0)).hasSizeGreaterThan(170);
    assertThat(trees).containsOnly(trees.get(0));
    assertThat(problems).containsOnly(problems.get(0));
  }

  @Test
  void aRebuildAfterAnyEditEqualsACleanBuild() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    site.build();
    for (int round = 0; round < 15; round++) {
      edit(random);
      site.build(TestSite.keepGoing());
      Path clean = temporary.resolve("clean" + round);
      new Build(TestSite.keepGoing(), () -> {}).run(site.folder(), Optional.of(clean));
      assertThat(site.tree()).as("seed %d, round %d", seed, round).isEqualTo(TestSite.tree(clean));
    }
  }

  private void edit(Random random) throws IOException {
    String name = List.of("ferry", "2026/quota", "a", "a/b", "c").get(random.nextInt(5));
    switch (random.nextInt(6)) {
      case 0, 1 ->
          site.post(name, 1 + random.nextInt(30), "t" + random.nextInt(3), "" + random.nextInt());
      case 2 -> Files.deleteIfExists(site.folder().resolve("content/" + name + ".md"));
      case 3 -> site.write("assets/" + name + ".txt", "" + random.nextInt(3));
      case 4 -> site.write("templates/post.ftl", "<h1>${content.title}</h1>" + random.nextInt(3));
      default -> site.article(name, "page", "draft", 3, "", "x");
    }
  }

  @Test
  void twoBuildsAtOnceBothFinishAndLeaveAWholeSite() throws Exception {
    for (int i = 0; i < 60; i++) {
      site.post("n" + i, 1 + i % 20, "t" + i % 7, "Story " + i + ".");
    }
    Path clean = temporary.resolve("clean");
    site.buildInto(clean);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    AtomicInteger waited = new AtomicInteger();
    try {
      for (int round = 0; round < 5; round++) {
        List<Callable<Report>> builds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
          // Each is another edition, so that there is something to write.
          Instant instant = TestSite.NOW.minusSeconds(86_400L * i);
          builds.add(
              () ->
                  new Build(TestSite.at(instant, 2), waited::incrementAndGet)
                      .run(site.folder(), Optional.empty()));
        }
        for (Future<Report> report : threads.invokeAll(builds)) {
          assertThat(report.get().problems()).isEmpty();
          assertThat(report.get().written()).isPresent();
        }
        site.build();
        assertThat(site.tree()).isEqualTo(TestSite.tree(clean));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(waited).hasPositiveValue();
  }

  @Test
  void aFileThatDoesNotParseTakesNoOtherWithIt() throws IOException {
    site.write(
        "content/deep.md",
        "title=x\ntype=page\nstatus=published\n~~~~~~\n" + "> ".repeat(20_000) + "x\n");
    Report report = site.build(TestSite.keepGoing());
    assertThat(site.tree()).containsKey("ferry.html");
    assertThat(report.held()).containsExactly("content/deep.md");
    site.write("data/deep.yaml", "a: !!int x\nb: " + "[".repeat(2000) + "\n");
    report = site.build(TestSite.keepGoing());
    assertThat(report.written()).isEmpty();
    assertThat(report.problems())
        .allSatisfy(problem -> assertThat(problem.toString()).contains("deep."));
  }

  @Test
  void aContentFileThatIsNotUtf8IsBuiltWithAWarning() throws IOException {
    byte[] latin =
        "title=x\ntype=page\nstatus=published\n~~~~~~\nCaf\u00e9\n"
            .getBytes(StandardCharsets.ISO_8859_1);
    Report report = site.write("content/cafe.md", latin).build();
    assertThat(codes(report)).containsExactly("encoding-invalid");
    assertThat(site.tree()).containsKey("cafe.html");
  }

  private static List<String> changed(Map<String, String> before, Map<String, String> after) {
    Set<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(after.keySet());
    paths.removeIf(path -> before.getOrDefault(path, "").equals(after.get(path)));
    return List.copyOf(paths);
  }
}
