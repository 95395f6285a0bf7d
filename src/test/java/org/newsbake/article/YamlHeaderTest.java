package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

class YamlHeaderTest {

  private static final String FILE = "content/ferry.md";

  @Test
  void keysStandBetweenTwoFences() {
    assertThat(
            read(
                """
                ---
                title: Ferry returns
                type: post
                status: published
                date: 2026-11-23
                tags: [harbour, night ferry]
                ---
                It *sailed*.
                """))
        .get()
        .usingRecursiveComparison()
        .ignoringFields("places")
        .isEqualTo(
            new Header(
                true,
                Map.of("title", "Ferry returns"),
                "post",
                "published",
                Optional.of(ArticleDate.of(Instant.parse("2026-11-23T00:00:00Z"))),
                Optional.of(List.of("harbour", "night ferry")),
                "It *sailed*.\n",
                List.of(),
                Header.NOWHERE));
  }

  @Test
  void aFenceIsThreeHyphensAndPerhapsSpaces() {
    assertThat(YamlHeader.opens(source("---  \ntitle: a\n"))).isTrue();
    for (String first : List.of("----", " ---", "--", "--- a", "")) {
      assertThat(YamlHeader.opens(source(first + "\ntitle: a\n---\n"))).as(first).isFalse();
    }
    assertThat(read("---\ntitle: a\n--- \nText.\n").orElseThrow().body()).isEqualTo("Text.\n");
    assertThat(read("---\ntitle: a\n----\nText.\n")).isEmpty();
  }

  @Test
  void theBodyMayHoldMoreFences() {
    assertThat(read("---\ntitle: a\n---\nOne.\n\n---\n\nTwo.\n").orElseThrow().body())
        .isEqualTo("One.\n\n---\n\nTwo.\n");
  }

  @Test
  void theBodyMayBeEmpty() {
    assertThat(read("---\ntitle: a\n---").orElseThrow().body()).isEmpty();
  }

  @Test
  void listsAndNestedMapsReachTemplatesAsSuch() {
    assertThat(
            fields(
                """
                photo:
                  file: ferry.jpg
                  width: 1200
                  ratio: 1.5
                  own: true
                  credit: ~
                authors:
                  - name: Ada Quill
                  - name: Ben Marsh
                """))
        .isEqualTo(
            Map.of(
                "photo", photo(),
                "authors", List.of(Map.of("name", "Ada Quill"), Map.of("name", "Ben Marsh"))));
  }

  private static Map<String, Object> photo() {
    Map<String, Object> photo = new HashMap<>();
    photo.put("file", "ferry.jpg");
    photo.put("width", 1200);
    photo.put("ratio", 1.5);
    photo.put("own", true);
    photo.put("credit", null);
    return photo;
  }

  @Test
  void datesWithAZoneKeepTheirInstantAndOthersAreInTheSitesZone() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    assertThat(
            read(
                    berlin,
                    """
                    ---
                    date: 2026-11-23 14:30
                    embargoed: 2026-11-23T14:30:00Z
                    expires: 2026-11-23T14:30:00+05:30
                    day: 2026-11-23
                    ---
                    """)
                .map(
                    header ->
                        Map.of(
                            "date",
                            header.date().map(ArticleDate::shown),
                            "fields",
                            header.fields())))
        .contains(
            Map.of(
                "date",
                Optional.of(Instant.parse("2026-11-23T13:30:00Z")),
                "fields",
                Map.of(
                    "embargoed", Date.from(Instant.parse("2026-11-23T14:30:00Z")),
                    "expires", Date.from(Instant.parse("2026-11-23T09:00:00Z")),
                    "day", Date.from(Instant.parse("2026-11-22T23:00:00Z")))));
  }

  @Test
  void aDateInQuotesIsADate() {
    assertThat(header("date: '2026-11-23'\n").date())
        .contains(ArticleDate.of(Instant.parse("2026-11-23T00:00:00Z")));
  }

  @Test
  void aDateMayFollowTheSitesOwnPattern() {
    Dates dates = new Dates("dd.MM.yyyy", ZoneOffset.UTC, Locale.ENGLISH);
    YamlHeader header = new YamlHeader(dates, new YamlText(ZoneOffset.UTC), false);
    assertThat(header.read(source("---\ndate: 23.11.2026\n---\n")).orElseThrow().date())
        .contains(ArticleDate.of(Instant.parse("2026-11-23T00:00:00Z")));
  }

  @Test
  void anEmptyDateIsNoDate() {
    assertThat(header("date:\n").date()).isEmpty();
    assertThat(header("date:\n").problems()).isEmpty();
  }

  @Test
  void aTitleIsText() {
    assertThat(fields("title: 1984\n")).isEqualTo(Map.of("title", "1984"));
    assertThat(fields("title: true\n")).isEqualTo(Map.of("title", "true"));
    assertThat(fields("title: 2026-11-23\n")).isEqualTo(Map.of("title", "2026-11-23"));
    assertThat(fields("title: 2026-11-23T14:00:00Z\n"))
        .isEqualTo(Map.of("title", "2026-11-23T14:00:00Z"));
  }

  @Test
  void tagsAreAListOrTextWithCommas() {
    assertThat(header("tags:\n  - a b\n  - 2026\n  - 2026-11-23\n  -\n  - ''\n").tags())
        .contains(List.of("a b", "2026", "2026-11-23"));
    assertThat(header("tags: a, b\n").tags()).contains(List.of("a", " b"));
    assertThat(header("tags: 2026-11-23\n").tags()).contains(List.of("2026-11-23"));
    assertThat(header("tags: []\n").tags()).contains(List.of());
    assertThat(header("tags:\n").tags()).isEmpty();
  }

  @Test
  void keysMayCarryThePrefixOfJBake() {
    Header header = header("jbake-type: post\njbake-status: draft\njbake-tags: a\njbake-x: 1\n");
    assertThat(header.type()).isEqualTo("post");
    assertThat(header.status()).isEqualTo("draft");
    assertThat(header.tags()).contains(List.of("a"));
    assertThat(header.fields()).isEqualTo(Map.of("x", 1));
  }

  @Test
  void aDateThatIsNoneIsAnErrorAtItsValue() {
    assertThat(header("title: a\ndate:   12/31/26 # soon\n").problems())
        .containsExactly(
            error(
                "date-invalid",
                3,
                9,
                "date \"12/31/26\" is not a date.",
                "Write 2026-12-31 or 2026-12-31T14:00:00Z.",
                "date:   12/31/26 # soon"));
  }

  @Test
  void aDayThatNoCalendarHasIsAnErrorAtItsValue() {
    assertThat(problem("title: a\nphoto: {taken: 2026-02-30}\n"))
        .isEqualTo(
            error(
                "date-invalid",
                3,
                16,
                "date \"2026-02-30\" is not a date.",
                "Write 2026-12-31 or 2026-12-31T14:00:00Z.",
                "photo: {taken: 2026-02-30}"));
  }

  @Test
  void theValueOfADateIsFoundHoweverItIsWritten() {
    for (String line :
        List.of("date: x", "\"date\": x", "? date\n: x", "jbake-date: x", "{date: x}")) {
      Problem problem = header(line + "\n").problems().get(0);
      assertThat(problem.excerpt().charAt(problem.location().column() - 1)).as(line).isEqualTo('x');
    }
  }

  @Test
  void aKeyTwiceIsAnErrorAtItsSecondPlace() {
    assertThat(problem("title: a\nsummary: b\ntitle: c\n"))
        .isEqualTo(
            error(
                "key-duplicate",
                4,
                1,
                "the key \"title\" stands here a second time.",
                "Take one of the two out.",
                "title: c"));
    assertThat(problem("photo:\n  by: a\n  by: b\n").location())
        .isEqualTo(new SourceLocation(FILE, 4, 3));
  }

  @Test
  void aSyntaxErrorIsToldWithItsPlace() {
    assertThat(problem("type: post\ntitle: Ferry: it returns\n"))
        .isEqualTo(
            error(
                "yaml-invalid",
                3,
                13,
                "this is not YAML: \": \" cannot stand here.",
                "Write key: value, and put a value that holds \": \" or begins with a sign into"
                    + " quotes.",
                "title: Ferry: it returns"));
  }

  @Test
  void columnsCountUtf16UnitsAndLinesEndWhereEditorsEndThem() {
    assertThat(problem("a: '\u2028'\nb: \"🐟\" : c\n").location())
        .isEqualTo(new SourceLocation(FILE, 3, 9));
  }

  @Test
  void aQuoteThatNeverEndsIsToldWhereItBegins() {
    assertThat(problem("title: 'Ferry\nsummary: b\n").location())
        .isEqualTo(new SourceLocation(FILE, 2, 8));
  }

  @Test
  void aBracketThatNeverEndsIsToldInTheFrontMatter() {
    assertThat(problem("tags: [a,\n").location().line()).isEqualTo(2);
    assertThat(problem("tags: [\n").location()).isEqualTo(new SourceLocation(FILE, 2, 8));
  }

  @Test
  void aControlCharacterIsToldWithItsPlace() {
    assertThat(problem("title: " + "a".repeat(2000) + "\nsummary: 🐟\u0007\n"))
        .isEqualTo(
            error(
                "yaml-invalid",
                3,
                12,
                "YAML may not hold the control character U+0007.",
                "Take it out.",
                "summary: 🐟\u0007"));
  }

  @Test
  void noValueMakesJavaObjects() {
    assertThat(problem("a: !!javax.script.ScriptEngineManager []\n").code())
        .isEqualTo("yaml-invalid");
  }

  @Test
  void whatNoYamlCanMeanIsAProblemAndNoException() {
    for (String yaml :
        List.of(
            "a: !!int x",
            "a: !!float x",
            "a: !!binary '#'",
            "a: !!timestamp {b: c}",
            "a: !!timestamp x",
            "a: " + "[".repeat(100) + "]".repeat(100),
            "a: &a [*a]",
            "a: &a {b: [{c: *a}]}",
            "&a [*a]: b",
            aliases(30, 2),
            aliases(16, 3),
            aliases(16, 3) + "? *a15\n: b")) {
      assertThat(problem(yaml + "\n").isError()).as(yaml).isTrue();
    }
  }

  /** Millions of laughs. */
  private static String aliases(int lines, int times) {
    StringBuilder yaml = new StringBuilder("a0: &a0 [ha, ha]\n");
    for (int i = 1; i < lines; i++) {
      String aliases = String.join(", ", Collections.nCopies(times, "*a" + (i - 1)));
      yaml.append(String.format("a%d: &a%1$d [%s]%n", i, aliases));
    }
    return yaml.toString();
  }

  @Test
  void aliasesAreFineAsLongAsTheyEnd() {
    assertThat(fields("a: &a [1, 2]\nb: *a\nc: {d: *a, e: [*a]}\n"))
        .isEqualTo(
            Map.of(
                "a", List.of(1, 2),
                "b", List.of(1, 2),
                "c", Map.of("d", List.of(1, 2), "e", List.of(List.of(1, 2)))));
  }

  @Test
  void frontMatterWithoutEndOrKeysIsNoHeader() {
    assertThat(read("---\ntitle: a\n")).isEmpty();
    assertThat(read("---")).isEmpty();
    assertThat(read("---\n---\nText.\n")).isEmpty();
    assertThat(read("---\n- a\n- b\n---\nText.\n")).isEmpty();
    assertThat(read("---\nJust text.\n---\nText.\n")).isEmpty();
  }

  @Test
  void aWholeFileOfYamlIsItsKeys() {
    assertThat(whole("title: a\ntype: page\nstatus: published\nmeals:\n  - fish\n"))
        .usingRecursiveComparison()
        .ignoringFields("places")
        .isEqualTo(
            new Header(
                true,
                Map.of("title", "a", "meals", List.of("fish")),
                "page",
                "published",
                Optional.empty(),
                Optional.empty(),
                "",
                List.of(),
                Header.NOWHERE));
  }

  @Test
  void aWholeFileOfAListStandsUnderData() {
    assertThat(whole("- a\n- b\n").fields()).isEqualTo(Map.of("data", List.of("a", "b")));
    assertThat(whole("# nothing\n").fields()).isEqualTo(Map.of("data", List.of()));
  }

  @Test
  void theFirstLineOfAWholeFileIsLineOne() {
    assertThat(whole("title: a\ntitle: b\n").problems())
        .extracting(Problem::location)
        .containsExactly(new SourceLocation(FILE, 2, 1));
    assertThat(whole("date: x\n").problems())
        .extracting(Problem::location)
        .containsExactly(new SourceLocation(FILE, 1, 7));
  }

  private static Map<String, Object> fields(String yaml) {
    return header(yaml).fields();
  }

  private static Header header(String yaml) {
    return read("---\n" + yaml + "---\n").orElseThrow();
  }

  private static Problem problem(String yaml) {
    Header header = header(yaml);
    assertThat(header.present()).isFalse();
    assertThat(header.problems()).hasSize(1);
    return header.problems().get(0);
  }

  private static Optional<Header> read(String text) {
    return read(ZoneOffset.UTC, text);
  }

  private static Optional<Header> read(ZoneId zone, String text) {
    return header(zone).read(source(text));
  }

  private static Header whole(String text) {
    return header(ZoneOffset.UTC).readWhole(source(text));
  }

  private static YamlHeader header(ZoneId zone) {
    return new YamlHeader(new Dates("yyyy-MM-dd", zone, Locale.ENGLISH), new YamlText(zone), false);
  }

  private static SourceText source(String text) {
    return SourceText.decode(FILE, text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
        .text();
  }

  private static Problem error(
      String code, int line, int column, String found, String advice, String excerpt) {
    return new Problem(
        Severity.ERROR, code, new SourceLocation(FILE, line, column), found, advice, excerpt);
  }
}
