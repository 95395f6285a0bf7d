package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;

class ArticleReaderTest {

  private static final Instant FILE_TIME = Instant.parse("2026-10-01T12:34:56Z");
  private static final Instant DAY = Instant.parse("2026-11-23T00:00:00Z");

  @TempDir private Path folder;

  @Test
  void anArticleIsItsHeaderAndItsBodyAsHtml() throws IOException {
    SourceFile file =
        file(
            "2026/ferry.md",
            """
            title=Ferry returns
            date=2026-11-23
            type=post
            status=published
            tags=harbour, night ferry
            ~~~~~~
            It *sailed*.
            """);
    Words words =
        new Words(
            Map.of("title", "Ferry returns"),
            new Manuscript(
                "<p>It <em>sailed</em>.</p>\n", "cb11bfd93c0da30fec35f94ddbee06eb9a663051"));
    Article article =
        new Article(file, "post", "published", DAY, true, List.of("harbour", "night ferry"), words);
    assertThat(new ArticleReader(Samples.OPTIONS).read(file))
        .isEqualTo(new Reading(Optional.of(article), words, List.of()));
    assertThat(article.title()).contains("Ferry returns");
  }

  @Test
  void bothKindsOfHeaderGiveTheSameArticle() throws IOException {
    String keys = "title=A\ntype=post\nstatus=draft\ndate=2026-11-23\ntags=x,y z\n~~~~~~\nT\n";
    String yaml =
        "---\ntitle: A\ntype: post\nstatus: draft\ndate: 2026-11-23\ntags: [x, y z]\n---\nT\n";
    assertThat(article("a.md", yaml)).isEqualTo(article("a.md", keys));
    assertThat(words("a.md", yaml).body()).isEqualTo(words("a.md", keys).body());
    assertThat(words("a.md", yaml).fields()).isEqualTo(words("a.md", keys).fields());
  }

  @Test
  void aStatusThatIsNotKnownLetsAnArticleOutOnAJBakeSiteAlone() throws IOException {
    String text = "title=A\ntype=page\nstatus=pending\n~~~~~~\nT\n";
    Reading plain = read(Samples.OPTIONS, "a.md", text);
    assertThat(plain.article().orElseThrow().status()).isEqualTo("pending");
    assertThat(plain.problems()).extracting(Problem::code).containsExactly("status-unknown");
    Reading news = read(Samples.ofNews(), "a.md", text);
    assertThat(news.isSound()).isFalse();
    assertThat(news.problems()).hasSize(1).allMatch(Problem::isError);
  }

  @Test
  void aStatusThatIsNearlyAKnownOneLetsNoArticleOut() throws IOException {
    for (String status :
        List.of("Draft", "DRAFT", "drafts", "Published", "publish", "publised", "Published-Date")) {
      Reading reading =
          read(Samples.OPTIONS, "a.md", "title=A\ntype=page\nstatus=" + status + "\n~~~~~~\nT\n");
      assertThat(reading.isSound()).as(status).isFalse();
    }
  }

  @Test
  void htmlIsTakenAsItIs() throws IOException {
    assertThat(words("a.html", "type=page\nstatus=published\n~~~~~~\n<b>It</b> *sailed*\n").body())
        .isEqualTo("<b>It</b> *sailed*\n");
  }

  @Test
  void aYamlFileIsAllHeader() throws IOException {
    Words article = words("a.yml", "type: page\nstatus: published\nmeals: [fish]\n");
    assertThat(article.fields()).isEqualTo(Map.of("meals", List.of("fish")));
    assertThat(article.body()).isEmpty();
  }

  @Test
  void extensionsAreReadToTheLetter() {
    assertThat(List.of("md", "html", "yml", "yaml")).allMatch(ArticleReader::reads);
    assertThat(List.of("MD", "markdown", "adoc", "txt", "")).noneMatch(ArticleReader::reads);
  }

  @Test
  void theSeparatorMayBeTheFenceOfFrontMatter() throws IOException {
    ArticleOptions options = Samples.withSeparator("---");
    assertThat(words(options, "a.md", "title=A\ntype=page\nstatus=draft\n---\nText.\n").fields())
        .isEqualTo(Map.of("title", "A"));
    assertThat(
            words(options, "a.md", "---\ntitle: A\ntype: page\nstatus: draft\n---\nText.\n")
                .fields())
        .isEqualTo(Map.of("title", "A"));
  }

  @Test
  void aFileThatBeginsWithThatSeparatorHasAnEmptyHeaderWhereDefaultsAllowIt() throws IOException {
    ArticleOptions options = Samples.options("---", "yyyy-MM-dd", "page", "published", false);
    assertThat(words(options, "a.md", "---\nNote: this: and that.\n\n---\n\nText.\n").body())
        .isEqualTo("<p>Note: this: and that.</p>\n<hr />\n<p>Text.</p>\n");
  }

  @Test
  void brokenFrontMatterIsNotPublishedAsText() throws IOException {
    for (String yaml :
        List.of("title: A: B\n", "title: A\ntitle: B\n", "date: soon\nstatus: draft\n")) {
      Reading reading =
          read(Samples.withSeparator("---"), "a.md", "---\ntype: page\n" + yaml + "---\nText.\n");
      assertThat(reading.isSound()).isFalse();
      assertThat(reading.problems()).hasSize(1).allMatch(Problem::isError);
    }
  }

  @Test
  void aFileWithoutHeaderIsAPageWhereDefaultsSaySo() throws IOException {
    Reading reading =
        read(Samples.withDefaults("page", "published"), "a.md", "---\n\nIt sailed.\n");
    Article article = reading.article().orElseThrow();
    assertThat(article.type()).isEqualTo("page");
    assertThat(article.status()).isEqualTo("published");
    assertThat(reading.words().fields()).isEmpty();
    assertThat(reading.words().body()).isEqualTo("<hr />\n<p>It sailed.</p>\n");
  }

  @Test
  void withoutADateAnArticleGetsItsFilesTime() throws IOException {
    Reading page = read(Samples.OPTIONS, "a.md", "type=page\nstatus=published\n~~~~~~\nText.\n");
    assertThat(page.article().orElseThrow().date()).isEqualTo(FILE_TIME);
    assertThat(page.article().orElseThrow().dated()).isFalse();
    assertThat(page.problems()).isEmpty();
  }

  @Test
  void aPostWithoutADateIsWarnedAboutAndStays() throws IOException {
    Reading post =
        read(Samples.OPTIONS, "a.md", "title=A\ntype=post\nstatus=published\n~~~~~~\nText.\n");
    assertThat(post.article().orElseThrow().date()).isEqualTo(FILE_TIME);
    assertThat(codes(post)).containsExactly("date-missing");
    assertThat(post.problems()).noneMatch(Problem::isError);
  }

  @Test
  void whatJBakePassesOverIsAWarning() throws IOException {
    Map<String, String> codeByText =
        Map.of(
            "", "header-missing",
            "Text.\n", "header-missing",
            "Title\n~~~~~~\nText.\n", "header-invalid",
            "title=A\n~~~~~~\nText.\n", "header-invalid",
            "---\ntitle: A\n---\nText.\n", "type-missing",
            "---\ntype: page\n---\nText.\n", "status-missing",
            "---\ntitle: A\n", "header-invalid",
            "type=story\nstatus=draft\n~~~~~~\nText.\n", "type-unknown");
    for (Map.Entry<String, String> entry : codeByText.entrySet()) {
      Reading reading = read(Samples.OPTIONS, "a.md", entry.getKey());
      assertThat(reading.isSound()).as(entry.getKey()).isFalse();
      assertThat(codes(reading)).as(entry.getKey()).containsExactly(entry.getValue());
      assertThat(reading.problems()).noneMatch(Problem::isError);
    }
  }

  @Test
  void aDateThatIsNoneIsAnErrorAndNoArticle() throws IOException {
    Reading reading =
        read(
            Samples.OPTIONS,
            "a.md",
            "title=A\ntype=post\nstatus=draft\ndate=soon\n~~~~~~\nText.\n");
    assertThat(reading.isSound()).isFalse();
    assertThat(reading.problems()).singleElement().matches(Problem::isError);
  }

  @Test
  void tagsAreTrimmed() throws IOException {
    assertThat(tags(Samples.OPTIONS, " a , b c,,d ")).containsExactly("a", "b c", "", "d");
  }

  @Test
  void spacesInTagsBecomeHyphensWhereTheSiteAsksForIt() throws IOException {
    assertThat(tags(Samples.sanitizingTags(), " a , b c,d  e")).containsExactly("a", "b-c", "d--e");
  }

  @Test
  void bytesThatAreNotUtf8AreWarnedAboutAndTheArticleStays() throws IOException {
    byte[] bytes =
        "type=page\nstatus=draft\n~~~~~~\nCaf\u00e9.\n".getBytes(StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("a.md");
    Files.write(file, bytes);
    Reading reading =
        new ArticleReader(Samples.OPTIONS).read(new SourceFile(file, "a.md", "content/a.md"));
    assertThat(codes(reading)).containsExactly("encoding-invalid");
    assertThat(reading.words().body()).isEqualTo("<p>Caf\uFFFD.</p>\n");
  }

  @Test
  void aFileThatIsNotThereIsTheMachinesMatter() {
    SourceFile gone = new SourceFile(folder.resolve("gone.md"), "gone.md", "content/gone.md");
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> new ArticleReader(Samples.OPTIONS).read(gone));
  }

  private List<String> tags(ArticleOptions options, String tags) throws IOException {
    return article(options, "a.md", "type=page\nstatus=draft\ntags=" + tags + "\n~~~~~~\nText.\n")
        .tags();
  }

  private static List<String> codes(Reading reading) {
    return reading.problems().stream().map(Problem::code).toList();
  }

  private Article article(String path, String text) throws IOException {
    return article(Samples.OPTIONS, path, text);
  }

  private Article article(ArticleOptions options, String path, String text) throws IOException {
    Reading reading = read(options, path, text);
    assertThat(reading.problems()).isEmpty();
    return reading.article().orElseThrow();
  }

  private Words words(String path, String text) throws IOException {
    return words(Samples.OPTIONS, path, text);
  }

  private Words words(ArticleOptions options, String path, String text) throws IOException {
    return read(options, path, text).words();
  }

  private Reading read(ArticleOptions options, String path, String text) throws IOException {
    return new ArticleReader(options).read(file(path, text));
  }

  private SourceFile file(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(FILE_TIME));
    return new SourceFile(file, path, "content/" + path);
  }
}
