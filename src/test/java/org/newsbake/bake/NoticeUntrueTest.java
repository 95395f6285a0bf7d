package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.article.ArticleFile;

class NoticeUntrueTest {

  private static final ArticleFile STORY =
      ArticleFile.EMPTY
          .with("title", "The ferry sails")
          .with("date", "2026-11-12")
          .with("type", "post")
          .with("status", "published")
          .with("source", "skua")
          .withBody("\nIt sailed.\n");

  @TempDir Path temp;

  private TestSite site(String notices, String text) {
    return new TestSite(temp)
        .write("templates/post.ftl", "${content.body}${content.story.notice!}")
        .write("data/sources.yaml", "skua:\n  name: Skua\n" + notices)
        .write(
            "content/ferry.md",
            STORY.with("wire", Map.of("hash", STORY.hash())).withBody("\n" + text + "\n").text());
  }

  @Test
  void anEditedStoryMustNotSayThatItIsNot() throws IOException {
    Report report = site("", "It sailed on Monday.").build();
    assertThat(report.problems()).extracting(it -> it.code()).contains("notice-untrue");
    assertThat(temp.resolve("output/ferry.html")).doesNotExist();
  }

  @Test
  void theTextOfTheAgencyMaySayIt() throws IOException {
    Report report = site("", "It sailed.").build();
    assertThat(report.problems()).extracting(it -> it.code()).doesNotContain("notice-untrue");
    assertThat(temp.resolve("output/ferry.html")).as(report.problems().toString()).exists();
  }

  @Test
  void aNoticeForEditedStoriesIsTrue() throws IOException {
    Report report = site("  notice_edited: Edited by {site}.\n", "It sailed on Monday.").build();
    assertThat(report.problems()).extracting(it -> it.code()).doesNotContain("notice-untrue");
    assertThat(temp.resolve("output/ferry.html")).as(report.problems().toString()).exists();
  }

  @Test
  void aNoticeThatSaysNothingOfEditsIsTrue() throws IOException {
    Report report = site("  notice: Copy by {source}.\n", "It sailed on Monday.").build();
    assertThat(report.problems()).extracting(it -> it.code()).doesNotContain("notice-untrue");
  }
}
