package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.article.Article;
import org.newsbake.edition.Edition;

class LiveSiteTest {

  private TestSite site;
  private Instant now = TestSite.NOW;
  private LiveSite live;

  @BeforeEach
  void write(@TempDir Path folder) throws IOException {
    site = new TestSite(folder.toRealPath());
    site.post("ferry", 1, "sea", "The ferry.").post("market", 2, "town", "The market.");
    live = new LiveSite(site.folder(), new Hand(), Optional.empty(), false, 2);
  }

  @AfterEach
  void close() {
    live.close();
  }

  /** A clock that a test moves. */
  private final class Hand extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private SiteSnapshot saved(String... paths) throws IOException {
    Set<Path> files = Set.copyOf(Arrays.stream(paths).map(site.folder()::resolve).toList());
    return live.update(Changes.of(files));
  }

  private static Article article(SiteSnapshot proof, String path) {
    return proof.article(path).orElseThrow().article();
  }

  private static String text(SiteSnapshot proof, String path) throws IOException {
    return new String(
        proof.print(proof.page(path).orElseThrow()).bytes().orElseThrow(), StandardCharsets.UTF_8);
  }

  @Test
  void onlyWhatChangedIsReadAgain() throws IOException {
    SiteSnapshot before = live.update(Changes.ALL);
    site.post("ferry", 1, "sea", "Another ferry.").post("market", 2, "town", "Nobody tells of it.");

    SiteSnapshot after = saved("content/ferry.md");

    assertThat(text(after, "ferry.html")).contains("Another ferry.");
    assertThat(article(after, "market.md")).isSameAs(article(before, "market.md"));
    assertThat(text(live.update(Changes.ALL), "market.html")).contains("Nobody tells of it.");
  }

  @Test
  void newAndDeletedFilesAreFound() throws IOException {
    SiteSnapshot before = live.update(Changes.ALL);
    site.post("tide", 3, "", "The tide.")
        .write("assets/tide.txt", "high")
        .delete("content/ferry.md");
    SiteSnapshot after = saved("content/tide.md", "assets/tide.txt", "content/ferry.md");
    assertThat(after.page("tide.html")).isPresent();
    assertThat(after.page("tide.txt")).isPresent();
    assertThat(after.page("ferry.html")).isEmpty();
    assertThat(article(after, "market.md")).isSameAs(article(before, "market.md"));
  }

  @Test
  void aFileThatBreaksKeepsItsLastGoodArticleUntilItIsDeleted() throws IOException {
    live.update(Changes.ALL);
    site.write("content/ferry.md", "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\n");
    SiteSnapshot broken = saved("content/ferry.md");
    assertThat(text(broken, "ferry.html")).contains("The ferry.");
    assertThat(broken.problems()).singleElement().matches(it -> it.code().equals("date-invalid"));
    site.delete("content/ferry.md");
    assertThat(saved("content/ferry.md").page("ferry.html")).isEmpty();
  }

  @Test
  void aTextThatNobodyAskedForIsAProblemOnceItIsTooComplex() throws IOException {
    site.post("deep", 3, "", "> ".repeat(20_000) + "deep");
    site.build();
    String built = site.build().problems().toString();
    assertThat(built).contains("content/deep.md").contains("text-too-complex");

    assertThat(live.update(Changes.ALL).problems()).isEmpty();
    assertThat(live.refine()).isTrue();
    SiteSnapshot proof = saved();
    assertThat(proof.problems()).hasToString(built);
    assertThat(proof.page("deep.html")).isEmpty();
    assertThat(text(proof, "ferry.html")).contains("The ferry.");
  }

  @Test
  void whatATextThatIsNoArticleNamesIsKeptBackAfterEachSave() throws IOException {
    site.write("assets/one.txt", "1").write("assets/two.txt", "2");
    site.write("content/secret.md", "---\ntitle: [\n---\n[a](one.txt)");
    SiteSnapshot proof = live.update(Changes.ALL);
    assertThat(proof.page("one.txt")).isEmpty();
    assertThat(proof.page("two.txt")).isPresent();
    site.write("content/secret.md", "---\ntitle: [\n---\n[a](two.txt)");
    proof = saved("content/secret.md");
    assertThat(proof.page("one.txt")).isPresent();
    assertThat(proof.page("two.txt")).isEmpty();
  }

  @Test
  void aFolderIsSeenOnceItIsIgnoredNoMore() throws IOException {
    site.post("later/tide", 3, "", "The tide.").write("content/later/.jbakeignore", "");
    assertThat(live.update(Changes.ALL).page("later/tide.html")).isEmpty();
    site.delete("content/later/.jbakeignore");
    assertThat(saved("content/later/.jbakeignore").page("later/tide.html")).isPresent();
  }

  @Test
  void theEditionOfTheClockMovesOnlyWhenSomethingComes() throws IOException {
    site.article("later", "post", "published", 21, "", "Later.");
    Instant first = instant(live.update(Changes.ALL));
    now = now.plus(Duration.ofMinutes(10));
    assertThat(instant(saved())).isEqualTo(first);
    now = Instant.parse("2026-11-21T00:00:00Z");
    SiteSnapshot later = saved();
    assertThat(instant(later)).isEqualTo(now);
    assertThat(later.page("later.html")).isPresent();
  }

  @Test
  void theInstantCanBeChosenAndLeftToTheClockAgain() throws IOException {
    live.update(Changes.ALL);
    Instant other = Instant.parse("2027-01-01T00:00:00Z");
    assertThat(instant(live.at(Optional.of(zone -> other)))).isEqualTo(other);
    assertThat(live.isElsewhere()).isTrue();
    assertThat(instant(live.at(Optional.empty()))).isEqualTo(now);
  }

  private static Instant instant(SiteSnapshot proof) {
    return proof.edition().map(Edition::instant).orElseThrow();
  }

  @Test
  void relatedStoriesAreThoseOfABuildAfterASave() throws Exception {
    site.write(
        "templates/post.ftl",
        "${content.body}<#list content.related as it>${it.title} ${it.story.summary}\n</#list>");
    for (int day = 3; day < 12; day++) {
      site.post("story-" + day, day, "sea", "A ferry, a tide and harbour number " + day + ".");
    }
    live.update(Changes.ALL);
    text(live.update(Changes.ALL), "ferry.html");

    site.post("story-5", 5, "sea", "A market, a stall and nothing else.");
    SiteSnapshot proof = saved("content/story-5.md");
    site.build();
    for (String name : new String[] {"ferry.html", "story-5.html", "market.html"}) {
      assertThat(text(proof, name)).isEqualTo(site.tree().get(name));
    }
  }

  @Test
  void aLargeSiteHasTheRelatedStoriesOfABuildAfterEachOfManySaves() throws Exception {
    site.write("templates/post.ftl", "<#list content.related as it>${it.title}\n</#list>");
    for (int i = 0; i < 520; i++) {
      site.post("story-" + i, 1 + i % 20, "", "Pier" + i / 4 + ", mole" + i / 4 + " and quay.");
    }
    assertThat(text(live.update(Changes.ALL), "story-9.html")).contains("story-8");
    assertThat(live.refine()).isFalse();

    site.post("story-9", 5, "", "Pier100, mole100 and quay.").delete("content/story-400.md");
    SiteSnapshot saved = saved("content/story-9.md", "content/story-400.md");
    assertThat(text(saved, "story-9.html")).contains("story-401").doesNotContain("story-400");
    assertThat(text(saved, "story-401.html")).contains("story-9").doesNotContain("story-400");
    for (int i = 0; i < 130; i++) {
      site.post("story-" + i, 1 + i % 20, "", "Pier" + (i + 40) / 4 + ", mole" + i + " and quay.");
      saved = saved("content/story-" + i + ".md");
      if (i % 3 == 0) {
        assertThat(text(saved, "story-" + i + ".html")).contains("story-");
      }
    }
    site.post("story-9", 11, "sea", "Pier100, mole100 and quay.");
    saved = saved("content/story-9.md");
    site.build();
    for (int i = 0; i < 520; i++) {
      if (i != 400) {
        String name = "story-" + i + ".html";
        assertThat(text(saved, name)).as(name).isEqualTo(site.tree().get(name));
      }
    }
    assertThat(live.refine()).isFalse();
  }

  @Test
  void aVeryLargeSiteShowsTheRelatedStoriesFromBeforeUntilTheyAreFoundAgain() throws Exception {
    site.write("templates/post.ftl", "<#list content.related as it>${it.title}\n</#list>");
    for (int i = 0; i < 2001; i++) {
      site.post("story-" + i, 1 + i % 20, "", "Pier" + i / 4 + ", mole" + i / 4 + " and quay.");
    }
    SiteSnapshot first = live.update(Changes.ALL);
    assertThat(text(first, "story-9.html").lines())
        .contains("About story-8")
        .doesNotContain("About story-401");

    site.post("story-9", 10, "", "Pier100, mole100 and quay.");
    site.delete("content/story-8.md");
    SiteSnapshot saved = saved("content/story-9.md", "content/story-8.md");
    assertThat(text(saved, "story-9.html").lines())
        .contains("About story-10")
        .doesNotContain("About story-8");
    assertThat(live.refine()).isTrue();
    saved = saved();
    assertThat(live.refine()).isFalse();
    assertThat(text(saved, "story-9.html").lines()).contains("About story-401");

    // A new story has none from before, and does not come without.
    site.post("story-new", 20, "", "Pier100, mole100 and quay.");
    saved = saved("content/story-new.md");
    assertThat(text(saved, "story-new.html").lines()).contains("About story-401");
    site.build();
    for (String name : new String[] {"story-9.html", "story-10.html", "story-new.html"}) {
      assertThat(text(saved, name)).isEqualTo(site.tree().get(name));
    }
  }

  @Test
  void aVeryLargeSiteBeginsWithTheRelatedStoriesOfTheLastBuild() throws Exception {
    site.write("templates/post.ftl", "<#list content.related as it>${it.title}\n</#list>");
    for (int i = 0; i < 2001; i++) {
      site.post("story-" + i, 1 + i % 20, "", "Pier" + i / 4 + ", mole" + i / 4 + " and quay.");
    }
    site.build();
    site.post("story-9", 10, "", "Pier100, mole100 and quay.");
    SiteSnapshot first = live.update(Changes.ALL);
    assertThat(text(first, "story-9.html").lines()).contains("About story-10");
    assertThat(live.refine()).isTrue();
    assertThat(text(saved(), "story-9.html").lines()).contains("About story-401");
    site.build();
    assertThat(text(saved(), "story-9.html")).isEqualTo(site.tree().get("story-9.html"));
  }
}
