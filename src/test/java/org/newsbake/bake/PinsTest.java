package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/** The stories that the editor wants below another. */
class PinsTest {

  private TestSite site;

  @BeforeEach
  void makeSite(@TempDir Path folder) {
    site = new TestSite(folder);
    site.write(
        "templates/post.ftl",
        "<#if content.related?is_string>${content.related}"
            + "<#else><#list content.related as r>${r.title};</#list></#if>");
    site.post("2026/ferry", 1, "", "x").post("2026/seals", 2, "", "x");
    site.article("2026/secret", "post", "draft", 3, "", "x");
  }

  private void story(String related) {
    site.write(
        "content/story.md",
        "title=Story\ntype=post\nstatus=published\ndate=2026-11-04\nrelated="
            + related
            + "\n~~~~~~\nx\n");
  }

  @Test
  void whatIsPinnedStandsFirst() throws IOException {
    story("2026/ferry.md");
    assertThat(site.build().problems()).isEmpty();
    assertThat(site.tree().get("story.html")).isEqualTo("About 2026/ferry;About 2026/seals;");
  }

  @Test
  void aPinToWhatIsNotLiveIsLeftOut() throws IOException {
    story("2026/secret.md");
    assertThat(site.build().problems()).isEmpty();
    assertThat(site.tree().get("story.html")).isEqualTo("About 2026/seals;About 2026/ferry;");
  }

  @Test
  void aPinToNothingIsLeftOutAndWarnedAbout() throws IOException {
    story("2026/fery.md");
    assertThat(site.build().problems())
        .containsExactly(
            new Problem(
                Severity.WARNING,
                "related-unknown",
                new SourceLocation("content/story.md", 5, 9),
                "content has no article in \"2026/fery.md\".",
                "Did you mean \"2026/ferry.md\"?",
                "related=2026/fery.md"));
    assertThat(site.tree().get("story.html")).isEqualTo("About 2026/seals;About 2026/ferry;");
  }

  @Test
  void aNameWithoutItsFolderIsCorrected() throws IOException {
    story("2026/seals.md, secret.md");
    assertThat(site.build().problems())
        .extracting(Problem::advice)
        .containsExactly("Did you mean \"2026/secret.md\"?");
  }

  @Test
  void wordsOfAJBakeSiteStayWhatTheyAre() throws IOException {
    story("ferries and seals");
    assertThat(site.build().problems()).isEmpty();
    assertThat(site.tree().get("story.html")).isEqualTo("ferries and seals");
  }

  @Test
  void onASiteOfNewsTheyArePinsThatAreUnknown() throws IOException {
    site.write(
        "jbake.properties", "render.archive=false\nrender.feed=false\nlisting.posts_per_page=9\n");
    story("ferries and seals");
    assertThat(TestSite.codes(site.build())).containsExactly("related-unknown");
    assertThat(site.tree().get("story.html")).doesNotContain("ferries");
  }
}
