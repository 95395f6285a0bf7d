package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsbake.Problem;

class ForeignKeysTest {

  /** Its time is the date of an article without one that can be read. */
  private static Path file;

  @BeforeAll
  static void makesAFile(@TempDir Path folder) throws IOException {
    file = Files.createFile(folder.resolve("a.md"));
  }

  private static final String DATE = "2026-11-03";

  private static final List<String> CONCEALING =
      List.of("draft", "private", "hidden", "unlisted", "hold", "on_hold", "withhold", "embargoed");
  private static final List<String> PUBLISHING =
      List.of("published", "publish", "released", "public");
  private static final List<String> BEGINNING =
      List.of(
          "publishDate",
          "publish_date",
          "pubDate",
          "date_published",
          "published_at",
          "release_date",
          "go_live",
          "go_live_at",
          "publish_on",
          "available_from",
          "not_before",
          "embargo_until",
          "embargoed_until",
          "hold_until",
          "embargo_lifts_at",
          "Embargo");
  private static final List<String> ENDING =
      List.of(
          "expiryDate",
          "expire_date",
          "expires_at",
          "unpublishDate",
          "unpublish_on",
          "valid_until",
          "visible_until",
          "Expires");
  private static final List<String> STATUSES =
      List.of("pubstatus", "pub_status", "visibility", "workflow_status", "Status");

  /** What a header comes to. */
  private enum Outcome {
    LIVE,
    DRAFT,
    EMBARGOED,
    EXPIRES,
    KILLED,
    ERROR
  }

  @ParameterizedTest
  @CsvSource({
    "draft: true, DRAFT",
    "draft: false, LIVE",
    "Draft: yes, DRAFT",
    "isDraft: 1, DRAFT",
    "draft: perhaps, ERROR",
    "draft:, ERROR",
    "published: false, DRAFT",
    "published: 0, DRAFT",
    "published: true, LIVE",
    "published: 2020-01-01, LIVE",
    "published: 2030-01-01, EMBARGOED",
    "published: soon, ERROR",
    "publishDate: 2030-01-01T06:00:00Z, EMBARGOED",
    "publishDate: 2020-01-01, LIVE",
    "publishDate: 2030-01-01 22:00 CET, ERROR",
    "expiryDate: 2020-01-01, EXPIRES",
    "expiryDate: never, LIVE",
    "unpublished: true, DRAFT",
    "pubstatus: usable, LIVE",
    "pubstatus: stat:usable, LIVE",
    "pubstatus: canceled, KILLED",
    "pubstatus: 'stat:withheld', DRAFT",
    "pubstatus: what, ERROR",
    "visibility: public, LIVE",
    "visibility: members, DRAFT",
    "state: Ohio, LIVE",
    "state: spiked, KILLED",
    "live: https://tv.example/1, LIVE",
    "publication: The Courier, LIVE",
    "killed_at: 2026-11-20, KILLED",
    "Killed: true, KILLED",
    "JBake-Embargo: 2030-01-01, EMBARGOED",
    "embargo-note: until six, ERROR",
    "_build: {render: never}, DRAFT",
    "build: {list: never}, DRAFT",
    "build: {render: always}, LIVE",
    "build: 17, LIVE",
    "permalink: false, DRAFT",
    "permalink: /a/, LIVE",
    "eleventyExcludeFromCollections: true, DRAFT",
    "ready: false, DRAFT",
    "ready: soon, LIVE",
    "embrago: 2030-01-01, ERROR",
    "stauts: draft, ERROR",
    "SOURCE: northwind, ERROR",
    "weather: fine, LIVE",
  })
  void aNewsroomHoldsBackWhatTheValueSays(String line, Outcome outcome) {
    assertThat(outcome(newsroom(line + "\n"))).isEqualTo(outcome);
  }

  @Test
  void anySpellingOfAKeyHoldsBackAsItsValueSays() {
    Random random = new Random(7);
    for (int i = 0; i < 4_000; i++) {
      switch (random.nextInt(5)) {
        case 0 ->
            check(
                random,
                CONCEALING,
                List.of("true", "yes", "on", "1", "TRUE", "'y'"),
                Outcome.DRAFT);
        case 1 ->
            check(
                random,
                PUBLISHING,
                List.of("false", "no", "Off", "0", "never", "draft"),
                Outcome.DRAFT);
        case 2 ->
            check(
                random,
                BEGINNING,
                List.of("2030-01-01", "2030-01-01 22:00 GMT", "'1 Jan 2030'"),
                Outcome.EMBARGOED);
        case 3 ->
            check(random, ENDING, List.of("2026-11-10", "2026-11-10 10 pm UTC"), Outcome.EXPIRES);
        default ->
            check(random, STATUSES, List.of("withheld", "Hold", "private", "draft"), Outcome.DRAFT);
      }
      check(random, CONCEALING, List.of("false", "no", "0", "off"), Outcome.LIVE);
      check(random, BEGINNING, List.of("2020-01-01", "2020-01-01T10:00:00Z"), Outcome.LIVE);
      check(random, STATUSES, List.of("usable", "public", "Published"), Outcome.LIVE);
      check(
          random,
          List.of(BEGINNING, ENDING, STATUSES, PUBLISHING, CONCEALING).get(random.nextInt(5)),
          List.of("tbc", "2030-01-01 22:00 BST", "''", "[a]", "{a: b}", "03/04/2030", "17"),
          Outcome.ERROR);
    }
  }

  private static void check(
      Random random, List<String> keys, List<String> values, Outcome outcome) {
    String line =
        spelled(random, keys.get(random.nextInt(keys.size())))
            + ": "
            + values.get(random.nextInt(values.size()));
    assertThat(outcome(newsroom(line + "\n"))).as(line).isEqualTo(outcome);
  }

  /** Another letter case, other signs between the words, or a prefix. */
  private static String spelled(Random random, String key) {
    String words = key.replaceAll("([a-z])([A-Z])", "$1_$2");
    String spelled =
        switch (random.nextInt(6)) {
          case 0 -> words.toUpperCase(Locale.ROOT);
          case 1 -> words.replace('_', '-');
          case 2 -> words.replace("_", "").toLowerCase(Locale.ROOT);
          case 3 -> words.replace('_', ' ');
          case 4 -> "JBake-" + words;
          default -> key;
        };
    // These are Newsbake's own keys.
    return List.of("embargo", "expires", "status").contains(spelled) ? key : spelled;
  }

  @Test
  void oneWarningNamesTheOwnKey() {
    Reading reading = newsroom("publishDate: 2030-01-01 06:00 GMT\n");
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.code()).isEqualTo("key-foreign");
              assertThat(problem.location().line()).isEqualTo(6);
              assertThat(problem.location().column()).isEqualTo(1);
              assertThat(problem.advice())
                  .isEqualTo("Write embargo: 2030-01-01 06:00 GMT instead.");
            });
    assertThat(newsroom("draft: false\npublishDate: 2020-01-01\npubstatus: usable\n").problems())
        .isEmpty();
  }

  @Test
  void theStrictestInstantCounts() {
    Details details =
        newsroom(
                "embargo: 2029-01-01\npublishDate: 2030-01-01\nrelease_date: 2028-01-01\n"
                    + "expires: 2032-01-01\nexpiryDate: 2031-01-01\n")
            .article()
            .orElseThrow()
            .details();
    assertThat(details.embargo()).contains(Instant.parse("2030-01-01T00:00:00Z"));
    assertThat(details.expires()).contains(Instant.parse("2031-01-01T00:00:00Z"));
  }

  @Test
  void aKeyValueHeaderIsReadAlike() {
    for (String line : List.of("draft=true", "Published=false", "jbake-draft=yes", "hold=1")) {
      Reading reading =
          read(
              Samples.ofNewsroom(),
              "title=A\ntype=post\nstatus=published\ndate=" + DATE + "\n" + line + "\n~~~~~~\nT\n");
      assertThat(outcome(reading)).as(line).isEqualTo(Outcome.DRAFT);
    }
  }

  @Test
  void aPlainSiteIsWarnedAndPublishes() {
    for (String line : List.of("draft: true", "publishDate: 2030-01-01", "pubstatus: canceled")) {
      Reading reading = read(Samples.OPTIONS, yaml(line + "\n"));
      assertThat(outcome(reading)).as(line).isEqualTo(Outcome.LIVE);
      assertThat(reading.problems())
          .extracting(Problem::code)
          .as(line)
          .containsExactly("key-foreign");
    }
    for (String line : List.of("draft: false", "draft: perhaps", "ready: false", "state: draft")) {
      assertThat(read(Samples.OPTIONS, yaml(line + "\n")).problems()).as(line).isEmpty();
    }
  }

  private static Outcome outcome(Reading reading) {
    if (reading.problems().stream().anyMatch(Problem::isError)) {
      return Outcome.ERROR;
    }
    Article article = reading.article().orElseThrow();
    Details details = article.details();
    if (details.killed().isPresent()) {
      return Outcome.KILLED;
    }
    if (article.status().equals(Article.DRAFT)) {
      return Outcome.DRAFT;
    }
    Optional<Instant> embargo =
        details.embargo().filter(it -> it.isAfter(Instant.parse("2026-11-04T00:00:00Z")));
    if (embargo.isPresent()) {
      return Outcome.EMBARGOED;
    }
    return details.expires().isPresent() ? Outcome.EXPIRES : Outcome.LIVE;
  }

  private static Reading newsroom(String more) {
    return read(Samples.ofNewsroom(), yaml(more));
  }

  private static String yaml(String more) {
    return "---\ntitle: A\ntype: post\nstatus: published\ndate: " + DATE + "\n" + more + "---\nT\n";
  }

  private static Reading read(ArticleOptions options, String text) {
    try {
      return new ArticleReader(options)
          .read(
              new SourceFile(file, "a.md", "content/a.md"), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
