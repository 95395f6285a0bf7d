package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A build with a cache gives the bytes of one without, and makes what changed. */
class RebuildTest {

  @TempDir private Path folder;

  // Many edits of a newsroom.

  private static Stream<Long> seeds() {
    int trials = Integer.getInteger("newsbake.trials.rebuild", 1);
    long first = Long.getLong("newsbake.seed", 1);
    return Stream.iterate(first, seed -> seed + 1).limit(trials);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void afterAnyEditOfANewsroomTheSiteIsThatOfACleanBuild(long seed) throws IOException {
    Edits edits = new Edits(folder.resolve("site"), new Random(seed));
    for (int round = 0; round < 10; round++) {
      for (int more = edits.random.nextInt(3); more >= 0; more--) {
        edits.edit();
      }
      Report clean = build(edits.site, edits.now, false, folder.resolve("clean"));
      // Every second one relies on times. No file is edited twice within a tick of the clock.
      Clock clock = round % 2 == 0 ? LATER : Clock.systemUTC();
      Report rebuilt = build(edits.site, edits.now, true, folder.resolve("rebuilt"), clock);
      assertThat(rebuilt.problems()).as("seed %d: %s", seed, edits).isEqualTo(clean.problems());
      assertThat(rebuilt.written().isPresent()).isEqualTo(clean.written().isPresent());
      if (clean.written().isPresent()) {
        assertThat(TestSite.tree(folder.resolve("rebuilt")))
            .as("seed %d: %s", seed, edits)
            .isEqualTo(TestSite.tree(folder.resolve("clean")));
      }
    }
  }

  private static Report build(Path site, Instant now, boolean cached, Path output)
      throws IOException {
    return build(site, now, cached, output, Clock.systemUTC());
  }

  private static Report build(Path site, Instant now, boolean cached, Path output, Clock clock)
      throws IOException {
    return new Build(new BuildOptions(zone -> now, false, false, cached, 2), () -> {}, clock)
        .run(site, Optional.of(output));
  }

  /** A clock for which all files are old enough for their times to tell that they are unchanged. */
  private static final Clock LATER = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));

  /** A newsroom that is edited at random. */
  private static final class Edits {
    private final Path site;
    private final Random random;
    private final StringBuilder told = new StringBuilder();
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private int names;

    Edits(Path site, Random random) throws IOException {
      this.site = site;
      this.random = random;
      for (String part : List.of("content", "templates", "assets", "data")) {
        copy(Path.of(part), site.resolve(part));
      }
      copy(Path.of("jbake.properties"), site.resolve("jbake.properties"));
    }

    private static void copy(Path from, Path to) throws IOException {
      try (Stream<Path> files = Files.walk(from)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Path target = to.resolve(from.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(target);
          } else {
            Files.createDirectories(target.getParent());
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
    }

    private List<Path> files(String folder, String end) throws IOException {
      if (!Files.isDirectory(site.resolve(folder))) {
        throw new FileSystemLoopException(folder);
      }
      try (Stream<Path> files = Files.walk(site.resolve(folder))) {
        return new ArrayList<>(
            files
                .filter(file -> file.toString().endsWith(end) && Files.isRegularFile(file))
                .sorted()
                .toList());
      }
    }

    private Path one(String folder, String end) throws IOException {
      List<Path> files = files(folder, end);
      return files.get(random.nextInt(files.size()));
    }

    private void replace(Path file, String pattern, String text) throws IOException {
      Files.writeString(file, Files.readString(file).replaceFirst(pattern, text));
    }

    void edit() throws IOException {
      int kind = random.nextInt(26);
      told.append(kind).append(' ');
      int number = random.nextInt(1000);
      Path story = one("content", ".md");
      switch (kind) {
        case 0 -> Files.writeString(story, Files.readString(story) + "\nMore " + number + ".\n");
        case 1 -> replace(story, "(?m)^title: .*$", "title: Title " + number);
        case 2 -> replace(story, "(?m)^tags: .*$", "tags: [harbour, new-" + number % 5 + "]");
        case 3 -> replace(story, "(?m)^date: .*$", "date: 2026-11-" + (10 + number % 20));
        case 4 ->
            replace(
                story, "(?m)^status: .*$", "status: " + (number % 2 == 0 ? "draft" : "published"));
        case 5 ->
            replace(
                story,
                "(?m)^status: .*$",
                "status: published\nembargo: 2026-11-2" + number % 10 + "T10:00:00Z");
        case 6 -> replace(story, "(?m)^status: .*$", "$0\nkilled: true");
        case 7 ->
            replace(
                story, "(?m)^status: .*$", "$0\nrelated: [" + path(one("content", ".md")) + "]");
        case 8 -> replace(story, "(?m)^section: .*$", "section: sport");
        case 9 -> Files.delete(story);
        case 10 -> Files.move(story, story.resolveSibling("moved-" + names++ + ".md"));
        case 11 -> Files.copy(story, story.resolveSibling("copy-" + names++ + ".md"));
        case 12 -> now = now.plus(Duration.ofHours(1 + number % 100));
        case 13 -> {
          Path template = one("templates", ".ftl");
          Files.writeString(template, Files.readString(template) + "\n<!-- " + number + " -->\n");
        }
        case 14 -> replace(one("templates/frame", ".ftl"), "\\A", "<!-- " + number + " -->");
        case 15 ->
            Files.writeString(
                site.resolve("data/wording.yaml"),
                Files.readString(site.resolve("data/wording.yaml")) + "\nword" + number + ": x\n");
        case 16 ->
            replace(
                site.resolve("data/authors.yaml"), "(?m)^( +)name: .*$", "$1name: Name " + number);
        case 17 ->
            Files.writeString(
                site.resolve("jbake.properties"),
                Files.readString(site.resolve("jbake.properties"))
                    + "\n"
                    + List.of(
                            "site.tagline=Line " + number,
                            "feed.items=" + (5 + number % 9),
                            "related.count=" + number % 8)
                        .get(number % 3)
                    + "\n");
        case 18 ->
            Files.copy(
                one("assets/img", ".jpg"),
                one("assets/img", ".jpg").resolveSibling("new-" + names++ + ".jpg"));
        case 19 ->
            Files.copy(
                one("assets/img", ".jpg"),
                one("assets/img", ".jpg"),
                StandardCopyOption.REPLACE_EXISTING);
        case 20 -> {
          Path mark = story.resolveSibling(".jbakeignore");
          if (!Files.deleteIfExists(mark)) {
            Files.createFile(mark);
          }
        }
        case 21 -> {
          // One more version of a story, or another number for one.
          String version = "source: fulmar\nguid: urn:" + number % 3 + "\nversion: " + number % 5;
          Files.writeString(
              story,
              Files.readString(story)
                  .replaceAll("(?m)^(source|source_url|guid|version): .*\n", "")
                  .replaceFirst("(?m)^status: ", version + "\n$0"));
        }
        case 22 ->
            replace(
                site.resolve("data/sources.yaml"),
                "(?m)^( +)name: .*$",
                "$0\n$1contract: "
                    + List.of(
                            "{days: " + (1 + number % 60) + "}",
                            "{pictures: {days: " + (1 + number % 60) + "}}",
                            "{archive: false, days: 900}",
                            "{media: print}")
                        .get(number % 4));
        case 23 ->
            replace(
                story,
                "(?m)^( +)src: .*$",
                "$0\n$1expires: 2026-11-2" + number % 10 + "T10:00:00Z");
        default -> {
          FileTime time = FileTime.from(Instant.parse("2026-10-01T00:00:00Z").plusSeconds(number));
          for (Path file : files("content", ".md")) {
            Files.setLastModifiedTime(file, time);
          }
        }
      }
    }

    private String path(Path story) {
      return site.resolve("content").relativize(story).toString();
    }

    @Override
    public String toString() {
      return told.toString();
    }
  }

  // What is made after one edit of a small site.

  private TestSite small;

  @BeforeEach
  void write() throws IOException {
    small = new TestSite(folder.resolve("small"));
    small.write("jbake.properties", "render.archive=false\nrender.feed=false\nrender.tags=true\n");
    small.write(
        "templates/post.ftl",
        "<#import \"macros.ftl\" as m><@m.page>${content.title}: ${content.body}"
            + "</@m.page><#include \"side.ftl\">");
    small.write("templates/macros.ftl", "<#macro page><html><#nested></html></#macro>");
    small.write("templates/side.ftl", "<#list published_posts[0..*2] as p>${p.title} </#list>");
    for (int day = 1; day <= 9; day++) {
      small.post("story-" + day, day, day < 5 ? "sea" : "town", "Text " + day + ".");
    }
    small.build();
  }

  private int made() throws IOException {
    Report report = small.build();
    assertThat(report.errors()).isZero();
    build(small.folder(), TestSite.NOW, false, folder.resolve("clean"));
    assertThat(small.tree()).isEqualTo(TestSite.tree(folder.resolve("clean")));
    return report.made();
  }

  @Test
  void nothingIsMadeWhereNothingChanged() throws IOException {
    assertThat(made()).isZero();
  }

  @Test
  void filesThatAreOldEnoughAreNotLookedInto() throws IOException {
    Path output = small.output();
    Instant now = TestSite.NOW;
    build(small.folder(), now, true, output, LATER);
    assertThat(build(small.folder(), now, true, output, LATER).cache())
        .containsExactly("nothing changed since the last build");
    Report first = build(small.folder(), now, true, output, LATER);
    Files.writeString(
        small.folder().resolve("content/story-3.md"), "\n", StandardOpenOption.APPEND);
    assertThat(build(small.folder(), now, true, output, LATER).cache()).hasSizeGreaterThan(1);
    Report again = build(small.folder(), now, true, output, LATER);
    assertThat(again.cache()).isEqualTo(first.cache());
    assertThat(again.written()).isEqualTo(first.written());
    assertThat(again.pages()).isEqualTo(9);
    Files.delete(output.resolve("story-3.html"));
    build(small.folder(), now, true, output, LATER);
    assertThat(output.resolve("story-3.html")).exists();
  }

  @Test
  void aTimeThatComesIsNotMissedWhereNoFileChanged() throws IOException {
    small.write(
        "content/later.md",
        "title=Later\ntype=post\nstatus=published\ndate=2026-11-01\nembargo=2026-11-21\n"
            + "tags=sea\n~~~~~~\nText.\n");
    Path output = small.output();
    build(small.folder(), TestSite.NOW, true, output, LATER);
    Report same = build(small.folder(), TestSite.NOW, true, output, LATER);
    assertThat(same.cache()).containsExactly("nothing changed since the last build");
    assertThat(output.resolve("later.html")).doesNotExist();
    Instant then = Instant.parse("2026-11-21T00:00:00Z");
    build(small.folder(), then, true, output, LATER);
    assertThat(output.resolve("later.html")).exists();
    build(small.folder(), TestSite.NOW, true, output, LATER);
    assertThat(output.resolve("later.html")).doesNotExist();
  }

  @Test
  void newTimesOfAllFilesMakeNothing() throws IOException {
    try (Stream<Path> files = Files.walk(small.folder().resolve("content"))) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
      }
    }
    assertThat(made()).isZero();
  }

  @Test
  void newWordsMakeThePageThatHasThem() throws IOException {
    small.post("story-3", 3, "sea", "Other words.");
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void aNewTagMakesThePageTheIndexAndTheTagsPages() throws IOException {
    small.post("story-3", 3, "sea, sand", "Text 3.");
    // Its page, the index, both tags that it has: all of them show the story.
    assertThat(made()).isEqualTo(4);
  }

  @Test
  void theTitleOfAStoryInTheSidebarMakesAllPagesThatShowIt() throws IOException {
    small.write(
        "content/story-9.md",
        "title=Changed\n"
            + "type=post\n"
            + "status=published\n"
            + "date=2026-11-09\n"
            + "tags=town\n"
            + "~~~~~~\n"
            + "Text 9.\n");
    // All nine pages have the sidebar; the index and its tag list the story.
    assertThat(made()).isEqualTo(11);
  }

  @Test
  void aSidebarThatSaysTheSameMakesNoPage() throws IOException {
    small.write(
        "templates/side.ftl", "<#list published_posts[0..*2] as p>${p.title} <#-- new --></#list>");
    // The template of all posts is another, so they are made; the index has no part in it.
    assertThat(made()).isEqualTo(9);
    small.post("story-9", 9, "town", "Only the words.");
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void aTemplateMakesThePagesThatUseIt() throws IOException {
    small.write("templates/index.ftl", "<#list posts as post>${post.uri}\n</#list>");
    assertThat(made()).isEqualTo(1);
    small.write("templates/macros.ftl", "<#macro page><html lang='en'><#nested></html></#macro>");
    assertThat(made()).isEqualTo(9);
  }

  @Test
  void aPageThatShowsTheClockIsMadeEachTimeAndNamed() throws IOException {
    small.write("templates/index.ftl", "${.now?string('yyyy')}");
    small.build();
    Report report = small.build();
    assertThat(report.made()).isEqualTo(1);
    assertThat(report.cache()).anyMatch(line -> line.contains("templates/index.ftl uses .now"));
  }

  @Test
  void aDamagedCacheIsACleanBuild() throws IOException {
    Random random = new Random(1);
    Path articles = small.folder().resolve(".newsbake/cache/articles");
    Path pages = small.work().resolve("records").resolve(PageLedger.RECORD);
    for (Path file : List.of(articles, pages)) {
      byte[] good = Files.readAllBytes(file);
      for (int trial = 0; trial < 8; trial++) {
        byte[] bad =
            trial % 2 == 0
                ? good.clone()
                : java.util.Arrays.copyOf(good, random.nextInt(good.length));
        if (trial % 2 == 0) {
          bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
        }
        Files.write(file, bad);
        made();
      }
    }
  }

  @Test
  void aPageThatSomebodyChangedIsMadeAgain() throws IOException {
    Files.writeString(small.output().resolve("story-3.html"), "defaced");
    assertThat(made()).isEqualTo(1);
  }

  @Test
  void aTemplateBehindALinkIsNotMissed() throws IOException {
    Path templates = small.folder().resolve("templates");
    Path elsewhere = small.folder().resolve("theme");
    Files.move(templates, elsewhere);
    Files.createSymbolicLink(templates, elsewhere);
    build(small.folder(), TestSite.NOW, true, small.output(), LATER);
    build(small.folder(), TestSite.NOW, true, small.output(), LATER);
    small.write("theme/index.ftl", "Another index");
    build(small.folder(), TestSite.NOW, true, small.output(), LATER);
    assertThat(small.output().resolve("index.html")).hasContent("Another index");
  }

  @Test
  void aCacheIsNeverPublished() throws IOException {
    small.write("assets/a.css", "p {}");
    small.write(
        "jbake.properties", "render.archive=false\nrender.feed=false\ncache.folder=assets/cache\n");
    Report report = small.build();
    assertThat(report.problems()).anyMatch(problem -> problem.code().equals("cache-folder"));
    assertThat(report.written()).isEmpty();
    assertThat(small.folder().resolve("assets/cache")).doesNotExist();
  }
}
