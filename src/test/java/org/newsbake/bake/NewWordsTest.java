package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.edition.Page;

/** A save of new words leaves an equal plan. After any save, the pages are those of a build. */
class NewWordsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  @TempDir private Path folder;

  private LiveSite live(boolean drafts) {
    return new LiveSite(folder, Clock.fixed(NOW, ZoneOffset.UTC), Optional.empty(), drafts, 2);
  }

  private static void copyNewsroom(Path to) throws IOException {
    for (String part : List.of("content", "templates", "assets", "data", "jbake.properties")) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Files.copy(file, to.resolve(file));
        }
      }
    }
  }

  private Map<String, byte[]> built(boolean drafts) throws IOException {
    Path output = folder.resolve("built");
    new Build(new BuildOptions(zone -> NOW, drafts, false, true, 2), () -> {})
        .run(folder, Optional.of(output));
    Map<String, byte[]> built = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        built.put(output.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return built;
  }

  private void assertLikeBuild(SiteSnapshot proof, boolean drafts, String edit) throws IOException {
    Map<String, byte[]> built = built(drafts);
    assertThat(proof.paths()).as(edit).containsExactlyElementsOf(built.keySet());
    for (String path : proof.paths()) {
      Page page = proof.page(path).orElseThrow();
      if (!(page instanceof Page.AssetFile)) {
        assertThat(new String(proof.print(page).bytes().orElseThrow(), StandardCharsets.ISO_8859_1))
            .as(edit + ": " + path)
            .isEqualTo(new String(built.get(path), StandardCharsets.ISO_8859_1));
      }
    }
  }

  private static boolean isSamePlan(SiteSnapshot before, SiteSnapshot after) {
    String asset = "css/site.css";
    return before.page(asset).orElseThrow() == after.page(asset).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void newWordsOfManyKindsOfStoriesShowWhereverTheyAreNamed(boolean drafts) throws IOException {
    copyNewsroom(folder);
    try (LiveSite live = live(drafts)) {
      SiteSnapshot before = live.update(Changes.ALL);
      Set<Path> edited = new HashSet<>();
      for (String story :
          List.of(
              "11/reader-tickets",
              "11/quay-street-crossing",
              "11/eelgrass-fenning",
              "11/parking-on-sundays",
              "11/budget-day-guide")) {
        edited.add(folder.resolve("content/2026/" + story + ".md"));
      }
      try (Stream<Path> files = Files.walk(folder.resolve("content"))) {
        List<Path> others = files.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        for (int i = 3; i < others.size() && edited.size() < 16; i += 7) {
          edited.add(others.get(i));
        }
      }
      for (Path story : edited) {
        String text = Files.readString(story);
        Files.writeString(
            story, text.replaceFirst("(?m)^date:", "note: Reworded.\ndate:") + "\n*Reworded.*\n");
      }
      SiteSnapshot after = live.update(Changes.of(edited));
      assertThat(isSamePlan(before, after)).isTrue();
      assertThat(after.problems()).isEqualTo(before.problems());
      assertThat(after.edition().orElseThrow().absences())
          .filteredOn(absence -> edited.contains(absence.article().source().file()))
          .hasSizeGreaterThanOrEqualTo(3);
      assertLikeBuild(after, drafts, "reworded");
    }
  }

  @Test
  void whatIsMoreThanWordsIsPlannedAnew() throws IOException {
    TestSite site = new TestSite(folder);
    site.write(
            "jbake.properties",
            """
            render.archive=false
            render.feed=false
            site.host=https://paper.example
            feed.formats=rss
            render.sitemap=false
            render.sitemaps=true
            news.front_matter=true
            template.section.file=section.ftl
            image.widths=320
            """)
        .write(
            "templates/post.ftl",
            "${content.title} ${content.body} ${(content.previousContent.title)!}"
                + " ${(content.nextContent.title)!} ${content.story.body}")
        .write("templates/section.ftl", "<#list listing.stories as it>${it.title}\n</#list>")
        .write("data/sections.yaml", "sea:\n  name: Sea\ntown:\n  name: Town\n")
        .write("assets/css/site.css", "p {}")
        .write(
            "content/pier.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    for (int i = 0; i < 5; i++) {
      site.write("content/story-" + i + ".md", story(i, "", "Text."));
    }
    try (LiveSite live = live(false)) {
      SiteSnapshot before = live.update(Changes.ALL);
      List<String> edits = new ArrayList<>();
      edits.add(story(2, "", "Text with ![](pier.svg)"));
      edits.add(story(2, "", "Text with [a drawing](pier.svg)"));
      edits.add(story(2, "", "Text.").replace("Story 2", "Another headline"));
      edits.add(story(2, "tags: [sea]", "Text."));
      edits.add(story(2, "tags: [sea, town]", "Text."));
      edits.add(story(2, "section: town", "Text."));
      edits.add(story(2, "aliases: [/old.html]", "Text."));
      edits.add(story(2, "slug: another", "Text."));
      edits.add(story(9, "", "Text."));
      edits.add(story(0, "", "Text."));
      edits.add(story(2, "killed: true", "Text."));
      edits.add(story(2, "embargo: 2026-12-01T00:00:00Z", "![](pier.svg)"));
      edits.add(story(2, "", "![](pier.svg)"));
      edits.add(story(2, "summary: Brief.", "Text of [another](story-3.md)."));
      edits.add(story(2, "", "Text.").replace("post", "page"));
      edits.add(story(2, "", "Text.").replace("published", "draft"));
      edits.add(story(2, "", "Text."));
      for (String edit : edits) {
        site.write("content/story-2.md", edit);
        SiteSnapshot after = live.update(Changes.of(Set.of(folder.resolve("content/story-2.md"))));
        assertThat(isSamePlan(before, after)).as(edit).isFalse();
        assertLikeBuild(after, false, edit);

        site.write(
            "content/story-3.md", story(3, "note: Other words.", "Words after " + edit.hashCode()));
        before = live.update(Changes.of(Set.of(folder.resolve("content/story-3.md"))));
        assertThat(isSamePlan(before, after)).as("words after " + edit).isTrue();
        assertLikeBuild(before, false, "words after " + edit);
      }
      // Each in a proof of its own, in which no other page asked for the story before.
      for (String neighbour : List.of("story-2.html", "story-4.html")) {
        site.write("content/story-3.md", story(3, "", "").replace("Story 3", "To " + neighbour));
        SiteSnapshot after = live.update(Changes.of(Set.of(folder.resolve("content/story-3.md"))));
        Page page = after.page(neighbour).orElseThrow();
        assertThat(new String(after.print(page).bytes().orElseThrow(), StandardCharsets.UTF_8))
            .contains("To " + neighbour);
      }
    }
  }

  private static String story(int day, String line, String text) {
    return """
    ---
    title: Story %d
    type: post
    status: published
    date: 2026-11-%02d
    %s
    ---
    %s
    """
        .formatted(day, 1 + day, line, text);
  }
}
