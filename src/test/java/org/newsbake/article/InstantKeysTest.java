package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.Problem;
import org.newsbake.Trials;

/** Every instant of a newsroom's header is read whole, or is an error. */
class InstantKeysTest {

  /** Its time is the date of an article without one that can be read. */
  private static Path file;

  @BeforeAll
  static void makesAFile(@TempDir Path folder) throws IOException {
    file = Files.createFile(folder.resolve("a.md"));
  }

  private static final ArticleReader NEWSROOM = new ArticleReader(Samples.ofNewsroom());
  private static final ArticleReader PLAIN = new ArticleReader(Samples.OPTIONS);

  private static final List<String> KEYS =
      List.of("embargo", "expires", "killed", "updated", "date", "corrections");

  private static final List<String> DAYS =
      List.of(
          "uuuu-MM-dd",
          "uuuu-M-d",
          "uuuuMMdd",
          "uuuu/MM/dd",
          "uuuu.M.d",
          "d MMM uuuu",
          "d MMMM uuuu",
          "MMMM d, uuuu",
          "MMM d uuuu",
          "EEE, d MMM uuuu",
          "EEEE, uuuu-MM-dd",
          "EEE, dd MMM uuuu");

  private static final List<String> CLOCKS =
      List.of(
          "HH:mm:ss",
          "H:mm:ss",
          "HH:mm:ss.SSS",
          "HH:mm:ss,SSS",
          "HH.mm.ss",
          "h:mm:ss a",
          "h:mm:ssa",
          "HH:mm",
          "H:mm",
          "HH.mm",
          "h:mm a",
          "h a",
          "ha",
          "HH'h'mm",
          "H'h'");

  private static final List<String> JOINTS = List.of(" ", "T", "t", ", ", " at ", "  ", "\u00a0");

  private static final List<String> ZONES =
      List.of(
          "",
          "Z",
          " Z",
          " UTC",
          " GMT",
          "UT",
          "+01:00",
          " +0100",
          " +01",
          " GMT+1",
          " UTC+01:00",
          " -05:30",
          "[Europe/London]",
          " Europe/Berlin",
          "-05:00[America/New_York]");

  private static final List<String> GARBAGE =
      List.of(
          " - after the council meets",
          " (tbc)",
          "?",
          " CET",
          " BST",
          " EST",
          " MEZ",
          "x",
          " or later",
          " / 23:00",
          " 2027",
          "-",
          ",",
          ";",
          " o'clock",
          " \u2013 23:00",
          " sharp",
          "+",
          " [tbc]",
          "[Europe/Nowhere]",
          " .",
          " !",
          "\u200e",
          " tomorrow",
          " UTC UTC",
          "ZZ");

  /** How many seeds are tried; {@code -Dnewsbake.trials.instants=1000} tries more. */
  private static final int TRIALS = 3;

  @Test
  void aSpellingOfAnInstantIsThatInstantOrAnError() {
    for (long seed : Trials.seeds("instants", TRIALS).toArray()) {
      Random random = new Random(seed);
      int read = 0;
      for (int i = 0; i < 500; i++) {
        Spelling spelling = Spelling.random(random);
        for (String key : KEYS) {
          Optional<Instant> instant = read(key, spelling.text(), random.nextInt(3));
          assertThat(instant.orElse(spelling.instant()))
              .as("seed %d, %s %s", seed, key, spelling.text())
              .isEqualTo(spelling.instant());
          read += instant.isPresent() ? 1 : 0;
        }
      }
      assertThat(read).as("seed %d", seed).isGreaterThan(2_000);
    }
  }

  @Test
  void anInstantWithAnythingBehindItIsAnError() {
    for (long seed : Trials.seeds("instants", TRIALS).toArray()) {
      Random random = new Random(-seed);
      for (int i = 0; i < 700; i++) {
        String text = Spelling.random(random).text() + pick(random, GARBAGE);
        String key = pick(random, KEYS);
        assertThat(read(key, text, random.nextInt(3)))
            .as("seed %d, %s %s", seed, key, text)
            .isEmpty();
      }
    }
  }

  @Test
  void anInstantWithOneCharacterChangedIsNeverTheDayAlone() {
    String characters = "0123456789:.-+TZ apmhUGCEST/[]()\u00a0\u200b\uff1a\u0662";
    for (long seed : Trials.seeds("instants", TRIALS).toArray()) {
      Random random = new Random(~seed);
      for (int i = 0; i < 1_000; i++) {
        StringBuilder text = new StringBuilder("2026-11-28 22:00:00Z");
        int at = 10 + random.nextInt(10);
        char other = characters.charAt(random.nextInt(characters.length()));
        text.setCharAt(at, other);
        Optional<Instant> instant = read("embargo", text.toString(), random.nextInt(3));
        assertThat(instant)
            .as("seed %d, %s", seed, text)
            .isNotEqualTo(Optional.of(Instant.parse("2026-11-28T00:00:00Z")));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "22:00",
        "1764367200",
        "0b1",
        "017",
        "1.5",
        "yes",
        "2026_11_28",
        "5628:06:40",
        "2026-11-28:22",
        "2.0261128e7",
        "[2026-11-28]",
        "{at: 2026-11-28}",
        "~",
        "''",
        "0x7ea"
      })
  void whatYamlMakesANumberIsReadAsItsAuthorWroteIt(String value) {
    for (String key : List.of("embargo", "expires", "date")) {
      assertThat(read(key, value, 0)).as(key + ": " + value).isEmpty();
    }
  }

  @Test
  void aMessageQuotesWhatTheAuthorWrote() {
    assertThat(problem("embargo: 22:00\n").found()).isEqualTo("embargo \"22:00\" is not a date.");
    assertThat(problem("embargo: 2026-11-28 22:00 CET\n").found())
        .isEqualTo(
            "embargo \"2026-11-28 22:00 CET\" is not a date: \"CET\" does not name one time zone of"
                + " the world.");
  }

  @Test
  void aKeyWithAndWithoutPrefixIsAnErrorAndSoAreEmptyDatesAndStatuses() {
    assertThat(problem("embargo: 2026-01-01\njbake-embargo: 2030-01-01\n").code())
        .isEqualTo("key-duplicate");
    for (String header :
        List.of(
            "date:\n",
            "date: 2026-11-03\nstatus:\n",
            "date: 2026-11-03\nstatus: ''\n",
            "date: 2026-11-03\nstatus: canceled\n")) {
      assertThat(NEWSROOM_WITH_DEFAULTS.apply("---\ntitle: A\n" + header + "---\nT\n").problems())
          .as(header)
          .anyMatch(Problem::isError);
    }
    assertThat(
            NEWSROOM_WITH_DEFAULTS
                .apply("title=A\ndate=2026-11-03\nstatus=\n~~~~~~\nT\n")
                .problems())
        .anyMatch(Problem::isError);
  }

  private static final java.util.function.Function<String, Reading> NEWSROOM_WITH_DEFAULTS =
      text -> {
        ArticleOptions options = Samples.ofNewsroom();
        return reading(
            new ArticleReader(
                new ArticleOptions(
                    options.charset(),
                    options.headerSeparator(),
                    options.dateFormat(),
                    options.zone(),
                    options.locale(),
                    options.types(),
                    "post",
                    "published",
                    options.sanitizeTags(),
                    options.markdownExtensions(),
                    true,
                    true,
                    options.ownKeys())),
            text);
      };

  @Test
  void aPlainSiteShowsJBakesDateAndIsLiveFromTheWholeInstantOn() {
    Reading reading =
        reading(
            PLAIN, "date=2026-11-29T21:00:00Z\ntype=post\nstatus=published\ntitle=A\n~~~~~~\nT\n");
    Article article = reading.article().orElseThrow();
    assertThat(article.date()).isEqualTo(Instant.parse("2026-11-29T00:00:00Z"));
    assertThat(article.due()).contains(Instant.parse("2026-11-29T21:00:00Z"));
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("date-partly");
              assertThat(problem.isError()).isFalse();
            });
    assertThat(
            reading(
                    PLAIN,
                    "date=2026-11-29 (draft 2)\ntype=post\nstatus=published\ntitle=A\n~~~~~~\nT\n")
                .problems())
        .extracting(Problem::code)
        .containsExactly("date-partly");
    assertThat(
            reading(
                    PLAIN,
                    "date=2026-11-29T00:00:00Z\ntype=post\nstatus=published\ntitle=A\n~~~~~~\nT\n")
                .problems())
        .isEmpty();
  }

  @Test
  void aNewsroomShowsTheWholeInstant() {
    Article article =
        reading(
                NEWSROOM,
                "date=2026-11-29T21:00:00Z\ntype=post\nstatus=published\ntitle=A\n~~~~~~\nT\n")
            .article()
            .orElseThrow();
    assertThat(article.date()).isEqualTo(Instant.parse("2026-11-29T21:00:00Z"));
    assertThat(article.due()).contains(article.date());
  }

  /** An instant and one way to write it. */
  private record Spelling(String text, Instant instant) {
    static Spelling random(Random random) {
      String clock = pick(random, CLOCKS);
      String zone = pick(random, ZONES);
      LocalDateTime time =
          LocalDateTime.of(2026, 1, 1, 0, 0)
              .plusDays(random.nextInt(365))
              .plusHours(random.nextInt(24));
      time = clock.contains("mm") ? time.plusMinutes(random.nextInt(60)) : time;
      time = clock.contains("ss") ? time.plusSeconds(random.nextInt(60)) : time;
      time = clock.contains("S") ? time.plusNanos(random.nextInt(1_000) * 1_000_000L) : time;
      String text =
          time.format(DateTimeFormatter.ofPattern(pick(random, DAYS), Locale.ENGLISH))
              + pick(random, JOINTS)
              + time.format(DateTimeFormatter.ofPattern(clock, Locale.ENGLISH))
              + zone;
      ZonedDateTime zoned = time.atZone(zone(zone));
      return new Spelling(
          random.nextInt(4) == 0 ? text.toLowerCase(Locale.ROOT) : text, zoned.toInstant());
    }

    private static ZoneId zone(String written) {
      if (written.contains("York")) {
        return ZoneOffset.ofHours(-5);
      }
      if (written.contains("/")) {
        return ZoneId.of(written.replaceAll("[\\[\\] ]", ""));
      }
      if (written.contains("-05:30")) {
        return ZoneOffset.ofHoursMinutes(-5, -30);
      }
      return written.contains("1") ? ZoneOffset.ofHours(1) : ZoneOffset.UTC;
    }
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** The instant of a key, or nothing where it is an error; never neither. */
  private static Optional<Instant> read(String key, String value, int way) {
    boolean yaml = way < 2 || key.equals("corrections");
    String written = way == 1 ? "\"" + value + "\"" : value;
    String header = key.equals("date") ? "" : line("date", "2026-01-01", yaml);
    String line =
        key.equals("corrections")
            ? "corrections:\n- text: T\n  date: " + written + "\n"
            : line(key, written, yaml);
    String text = "title" + (yaml ? ": " : "=") + "A\n" + header + line;
    text += line("type", "post", yaml) + line("status", "published", yaml);
    Reading reading = reading(NEWSROOM, yaml ? "---\n" + text + "---\nT\n" : text + "~~~~~~\nT\n");
    if (reading.problems().stream().anyMatch(Problem::isError)) {
      return Optional.empty();
    }
    Article article = reading.article().orElseThrow();
    Details details = article.details();
    Optional<Instant> instant =
        switch (key) {
          case "embargo" -> details.embargo();
          case "expires" -> details.expires();
          case "killed" -> details.killed();
          case "updated" -> details.updated();
          case "corrections" -> Optional.of(details.corrections().get(0).date());
          default -> article.due();
        };
    assertThat(instant).as(key + " " + value).isPresent();
    return instant;
  }

  private static String line(String key, String value, boolean yaml) {
    return key + (yaml ? ": " : "=") + value + "\n";
  }

  private static Problem problem(String lines) {
    return reading(
            NEWSROOM,
            "---\ntitle: A\ntype: post\nstatus: published\ndate: 2026-11-03\n" + lines + "---\nT\n")
        .problems()
        .get(0);
  }

  private static Reading reading(ArticleReader reader, String text) {
    try {
      return reader.read(
          new SourceFile(file, "a.md", "content/a.md"), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
