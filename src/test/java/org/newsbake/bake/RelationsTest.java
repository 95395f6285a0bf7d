package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.edition.Entry;
import org.newsbake.edition.RelatedStories;
import org.newsbake.related.RelatedOptions;
import org.newsbake.related.Text;

class RelationsTest {

  @TempDir private Path temporary;
  private TestSite site;

  @BeforeEach
  void makeSite() {
    site = new TestSite(temporary.resolve("courier"));
    site.post("ferry", 3, "", "The night ferry sails.");
    site.post("boat", 4, "", "The night boat sails.");
    site.article("about", "page", "published", 1, "", "The night ferry.");
    site.article("plan", "post", "draft", 1, "", "The night ferry.");
    site.post("due", 30, "", "The night ferry.");
  }

  private Relations relations(Optional<Integer> count) throws IOException {
    return Relations.of(site.folder(), zone -> TestSite.NOW, count, 2);
  }

  private List<String> related(String path) throws IOException {
    return related(relations(Optional.empty()), path);
  }

  private static List<String> related(Relations relations, String path) {
    return relations.related().orElseThrow().of(entry(relations, path)).stream()
        .map(entry -> entry.article().source().path())
        .toList();
  }

  private static Entry entry(Relations relations, String path) {
    return relations.stories().orElseThrow().at(path).orElseThrow();
  }

  @Test
  void livePublishedPostsAreRelatedAndNothingElse() throws IOException {
    Relations relations = relations(Optional.empty());
    assertThat(relations.problems()).isEmpty();
    assertThat(relations.entries())
        .extracting(entry -> entry.article().source().path())
        .containsExactly("boat.md", "ferry.md");
    assertThat(related("ferry.md")).containsExactly("boat.md");
    assertThat(related("about.md")).isEmpty();
  }

  @Test
  void aTextIsWhatTheStorySays() throws IOException {
    site.write("jbake.properties", "site.language=en\n")
        .write(
            "content/2026/wire.md",
            """
            title=Night ferry stays
            date=2026-11-05
            type=post
            status=published
            tags=sea, council
            section=Town
            summary=It stays.
            source=TIDEWIRE
            guid=4711
            language=de
            related=[boat.md, plan.md, no.md, about.md]
            related_exclude=[ferry.md]
            ~~~~~~
            It *stays*.
            """
                .replace("[", "")
                .replace("]", ""));
    Relations relations = relations(Optional.empty());
    RelatedStories related = relations.related().orElseThrow();
    assertThat(related.explain(entry(relations, "2026/wire.md")).orElseThrow().text())
        .isEqualTo(
            new Text(
                "2026/wire.md",
                Instant.parse("2026-11-05T00:00:00Z"),
                "de",
                "Night ferry stays",
                "It stays.",
                "<p>It <em>stays</em>.</p>\n",
                List.of("sea", "council"),
                Optional.of("Town"),
                false,
                Optional.of("TIDEWIRE 4711"),
                List.of("boat.md", "about.md"),
                Set.of("ferry.md")));
    Text own = related.explain(entry(relations, "ferry.md")).orElseThrow().text();
    assertThat(own.own()).isTrue();
    assertThat(own.guid()).isEmpty();
    // A pin that is no live post is left out.
    assertThat(related(relations, "2026/wire.md")).startsWith("boat.md").doesNotContain("about.md");
  }

  @Test
  void theCountIsTheProjectsOrTheCallers() throws IOException {
    for (int i = 0; i < 9; i++) {
      site.post("more-" + i, 5, "", "The night ferry sails " + i + ".");
    }
    assertThat(related("ferry.md")).hasSize(7);
    site.write("jbake.properties", "related.count=3\n");
    assertThat(related("ferry.md")).hasSize(3);
    assertThat(related(relations(Optional.of(5)), "ferry.md")).hasSize(5);
    site.write("jbake.properties", "related.count=0\n");
    assertThat(related("ferry.md")).isEmpty();
  }

  @Test
  void anUnreadableProjectHasProblemsAndNothingElse() throws IOException {
    site.write("jbake.properties", "related.count=many\n");
    Relations relations = relations(Optional.empty());
    assertThat(relations.problems()).extracting(Problem::code).containsExactly("config-invalid");
    assertThat(relations.stories()).isEmpty();
    assertThat(relations.related()).isEmpty();
    assertThat(relations.entries()).isEmpty();
  }

  @Test
  void withoutACountNoTextIsLookedAt() throws IOException {
    RelatedStories none =
        RelatedStories.of(
            relations(Optional.empty()).stories().orElseThrow(),
            RelatedOptions.NONE,
            (count, step) -> {
              throw new AssertionError("a step for " + count);
            });
    assertThat(none.of(entry(relations(Optional.empty()), "ferry.md"))).isEmpty();
    assertThat(none.explain(entry(relations(Optional.empty()), "ferry.md"))).isEmpty();
  }

  @Test
  void anArticlePageHasItsRelatedStories() throws IOException {
    site.write(
        "templates/post.ftl",
        "<#list content.related as other>${other.uri} ${other.title}\n</#list>");
    Report report = site.build();
    assertThat(report.problems()).isEmpty();
    assertThat(site.tree().get("ferry.html")).isEqualTo("boat.html About boat\n");
    site.write("jbake.properties", "related.count=0\nrender.archive=false\nrender.feed=false\n");
    site.build();
    assertThat(site.tree().get("ferry.html")).isEmpty();
  }
}
