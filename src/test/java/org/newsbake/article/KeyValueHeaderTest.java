package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

class KeyValueHeaderTest {

  private static final String FILE = "content/ferry.md";
  private static final Instant DAY = Instant.parse("2026-11-23T00:00:00Z");

  @Test
  void keysStandAboveTheSeparatorAndTheBodyBelow() {
    assertThat(
            read(
                """
                title=Ferry returns
                type=post
                status=published
                date=2026-11-23
                tags=harbour,night ferry
                ~~~~~~
                It *sailed*.
                """))
        .usingRecursiveComparison()
        .ignoringFields("places")
        .isEqualTo(
            new Header(
                true,
                Map.of("title", "Ferry returns"),
                "post",
                "published",
                Optional.of(ArticleDate.of(DAY)),
                Optional.of(List.of("harbour", "night ferry")),
                "It *sailed*.\n",
                List.of(),
                Header.NOWHERE));
  }

  @Test
  void keysAndValuesAreTrimmed() {
    assertThat(fields("  summary  =  Back after = a year  \n"))
        .isEqualTo(Map.of("summary", "Back after = a year"));
  }

  @Test
  void emptyLinesAndEmptyValuesAreAllowed() {
    assertThat(fields("\nsummary=\n\n")).isEqualTo(Map.of("summary", ""));
  }

  @Test
  void aKeyMayBeEmpty() {
    assertThat(fields("=value\n")).isEqualTo(Map.of("", "value"));
  }

  @Test
  void theSeparatorIsTheWholeLineToTheLetter() {
    for (String line : List.of("~~~~~", "~~~~~~~", "~~~~~~ ", " ~~~~~~", "~~~~~~x")) {
      assertThat(read("type=post\nstatus=published\n" + line + "\nText.\n"))
          .as(line)
          .isEqualTo(
              Header.absent("type=post\nstatus=published\n" + line + "\nText.\n", List.of()));
    }
  }

  @Test
  void theSeparatorCanBeAnyString() {
    for (String separator : List.of("---", "END", "=-=", "*", "é")) {
      Header header =
          read(
              Samples.withSeparator(separator),
              "type=post\nstatus=draft\n" + separator + "\nText.\n");
      assertThat(header.present()).as(separator).isTrue();
      assertThat(header.body()).isEqualTo("Text.\n");
    }
  }

  @Test
  void onlyTheFirstSeparatorEndsTheHeader() {
    assertThat(read("type=post\nstatus=draft\n~~~~~~\nAbove.\n~~~~~~\nBelow.\n").body())
        .isEqualTo("Above.\n~~~~~~\nBelow.\n");
  }

  @Test
  void nothingBelowTheSeparatorMakesTheWholeFileTheBody() {
    String text = "type=page\nstatus=published\n~~~~~~\n";
    assertThat(read(text).body()).isEqualTo(text);
    assertThat(read(text + "\n").body()).isEqualTo("\n");
  }

  @Test
  void carriageReturnsAndAByteOrderMarkMakeNoDifference() {
    String text = "type=post\nstatus=draft\ntitle=Ferry\n~~~~~~\nText.\n";
    for (String other : List.of("\uFEFF" + text.replace("\n", "\r\n"), text.replace("\n", "\r"))) {
      assertThat(read(other))
          .usingRecursiveComparison()
          .ignoringFields("places")
          .isEqualTo(read(text));
    }
  }

  @Test
  void aLineWithoutEqualsSignMeansNoHeader() {
    assertThat(read("type=post\nstatus=draft\nFerry returns\n~~~~~~\nText.\n"))
        .isEqualTo(
            Header.absent(
                "Text.\n",
                List.of(
                    warning(
                        "header-invalid",
                        3,
                        1,
                        "this line of the header holds no \"=\", so the file is passed over.",
                        "Write key=value, or take the line out.",
                        "Ferry returns"))));
  }

  @Test
  void aLineOfSpacesMeansNoHeaderToo() {
    assertThat(read("type=post\nstatus=draft\n \n~~~~~~\nText.\n").present()).isFalse();
  }

  @Test
  void aKeyWithAColonIsToldWhereItBelongs() {
    assertThat(read("title: Ferry\n~~~~~~\nText.\n").problems())
        .extracting(Problem::advice)
        .containsExactly("Write key=value here; key: value belongs between two lines ---.");
  }

  @Test
  void aSpaceBeforeTheSignHidesTypeAndStatus() {
    assertThat(read("title=Ferry\ntype =post\nstatus=draft\n~~~~~~\nText.\n").problems())
        .containsExactly(
            warning(
                "header-invalid",
                2,
                5,
                "the space behind \"type\" hides it, so the file is passed over.",
                "Write type=post, without the space.",
                "type =post"));
    assertThat(read("type=post\nstatus\t=draft\n~~~~~~\nText.\n").problems())
        .extracting(Problem::location)
        .containsExactly(new SourceLocation(FILE, 2, 7));
  }

  @Test
  void aSpaceBeforeTheSignIsNothingToAFileWithDefaults() {
    Header header =
        read(Samples.withDefaults("page", "draft"), "type =post\nstatus =published\n~~~~~~\nx\n");
    assertThat(header.type()).isEqualTo("post");
    assertThat(header.status()).isEqualTo("published");
  }

  @Test
  void aSpaceBeforeTheKeyIsNothing() {
    assertThat(read("  type=post\n\tstatus=draft\n~~~~~~\nText.\n").present()).isTrue();
  }

  @Test
  void aHeaderWithoutTypeOrStatusIsNone() {
    assertThat(read("status=draft\n~~~~~~\nText.\n").problems())
        .containsExactly(
            warning(
                "header-invalid",
                2,
                0,
                "the header above this line has no type, so the file is passed over.",
                "Write type=post above it.",
                "~~~~~~"));
    assertThat(read("type=post\n~~~~~~\nText.\n").problems())
        .extracting(Problem::advice)
        .containsExactly("Write status=published above it.");
  }

  @Test
  void defaultsStandInForTypeAndStatus() {
    Header header = read(Samples.withDefaults("page", "draft"), "title=About\n~~~~~~\nText.\n");
    assertThat(header)
        .usingRecursiveComparison()
        .ignoringFields("places")
        .isEqualTo(
            new Header(
                true,
                Map.of("title", "About"),
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                "Text.\n",
                List.of(),
                Header.NOWHERE));
  }

  @Test
  void theMessageSaysWhenAFileBecomesAPageWithoutItsHeader() {
    Header header = read(Samples.withDefaults("page", "published"), "About us\n~~~~~~\nText.\n");
    assertThat(header.problems())
        .extracting(Problem::found)
        .containsExactly("this line of the header holds no \"=\", so none of the header counts.");
    assertThat(header.body()).isEqualTo("Text.\n");
  }

  @Test
  void keysKeepTheirCaseButForDateTagsAndCached() {
    Header header =
        read(
            "type=post\nstatus=draft\nTitle=A\ntitle=B\nDATE=2026-11-23\nTags=x\nCached=true\n"
                + "~~~~~~\nText.\n");
    assertThat(header)
        .usingRecursiveComparison()
        .ignoringFields("places")
        .isEqualTo(
            new Header(
                true,
                Map.of("Title", "A", "title", "B"),
                "post",
                "draft",
                Optional.of(ArticleDate.of(DAY)),
                Optional.of(List.of("x")),
                "Text.\n",
                List.of(),
                Header.NOWHERE));
  }

  @Test
  void tagsAreSplitAtCommasAndNotYetTrimmed() {
    assertThat(tags("a, b ,,c")).contains(List.of("a", " b ", "", "c"));
    assertThat(tags("")).contains(List.of(""));
    assertThat(tags(",")).contains(List.of());
    assertThat(tags("R&D,50 % off,C++")).contains(List.of("R&D", "50 % off", "C++"));
  }

  @Test
  void anotherKeyTwiceIsAnError() {
    assertThat(read("type=post\nstatus=draft\ntitle=A\n\ntitle =B\n~~~~~~\nText.\n").problems())
        .containsExactly(
            error(
                "key-duplicate",
                5,
                1,
                "the key \"title\" stands on line 3 already.",
                "Take one of the two lines out.",
                "title =B"));
    assertThat(
            read("type=post\nstatus=draft\ndate=2026-11-23\nDate=2026-11-24\n~~~~~~\n").problems())
        .extracting(Problem::code)
        .containsExactly("key-duplicate");
  }

  @Test
  void allProblemsOfAHeaderAreTold() {
    assertThat(
            read("type=post\nstatus=draft\ndate=soon\ntitle=A\ntitle=B\ndata={\n~~~~~~\nx\n")
                .problems())
        .extracting(Problem::code)
        .containsExactly("date-invalid", "key-duplicate");
  }

  @Test
  void aValueInBracesIsJson() {
    assertThat(
            fields(
                "photo={\"file\": \"ferry.jpg\", \"width\": 1200, \"credits\": [\"Ada\", null]}\n"))
        .isEqualTo(
            Map.of(
                "photo",
                Map.of(
                    "file",
                    "ferry.jpg",
                    "width",
                    1200L,
                    "credits",
                    java.util.Arrays.asList("Ada", null))));
    assertThat(fields("photo={}\n")).isEqualTo(Map.of("photo", Map.of()));
  }

  @Test
  void aValueInOneBraceIsText() {
    assertThat(fields("a={b\nc=d}\ne=[1]\n")).isEqualTo(Map.of("a", "{b", "c", "d}", "e", "[1]"));
  }

  @Test
  void bracesAroundNoJsonAreAWarningAndTemplatesGetNothing() {
    Header header = read("type=post\nstatus=draft\nphoto= {'file': 1}\n~~~~~~\nText.\n");
    Map<String, Object> fields = new HashMap<>();
    fields.put("photo", null);
    assertThat(header.fields()).isEqualTo(fields);
    assertThat(header.problems())
        .containsExactly(
            warning(
                "json-invalid",
                3,
                9,
                "the value in braces is not JSON, and templates get nothing for it.",
                "Write it as JSON, such as {\"name\": \"value\"}.",
                "photo= {'file': 1}"));
  }

  @Test
  void aNumberTooLargeForJsonIsAWarning() {
    assertThat(
            read("type=post\nstatus=draft\nx={\"a\": 99999999999999999999}\n~~~~~~\nx\n")
                .problems())
        .extracting(Problem::code)
        .containsExactly("json-invalid");
  }

  @Test
  void aDateThatIsNoneIsAnErrorAtItsValue() {
    assertThat(read("type=post\nstatus=draft\ndate =  12/31/26\n~~~~~~\nText.\n").problems())
        .containsExactly(
            error(
                "date-invalid",
                3,
                9,
                "date \"12/31/26\" is not a date.",
                "Write it as 2026-12-31.",
                "date =  12/31/26"));
  }

  @Test
  void anEmptyDateIsAnErrorBehindTheSign() {
    assertThat(read("type=post\nstatus=draft\ndate=\n~~~~~~\nText.\n").problems())
        .extracting(Problem::location, Problem::found)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                new SourceLocation(FILE, 3, 6), "the date is empty."));
  }

  @Test
  void theAdviceNamesTheSitesOwnPattern() {
    assertThat(
            read(
                    Samples.withDateFormat("dd.MM.yyyy"),
                    "type=post\nstatus=draft\ndate=12/31/26\n~~~~~~\nText.\n")
                .problems())
        .extracting(Problem::advice)
        .containsExactly("Write it as date.format says, dd.MM.yyyy, or as 2026-12-31T14:00:00Z.");
  }

  private static Map<String, Object> fields(String lines) {
    Header header = read("type=post\nstatus=draft\n" + lines + "~~~~~~\nText.\n");
    assertThat(header.problems()).isEmpty();
    return header.fields();
  }

  private static Optional<List<String>> tags(String value) {
    return read("type=post\nstatus=draft\ntags=" + value + "\n~~~~~~\nText.\n").tags();
  }

  private static Header read(String text) {
    return read(Samples.OPTIONS, text);
  }

  private static Header read(ArticleOptions options, String text) {
    SourceText source =
        SourceText.decode(FILE, text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .text();
    Dates dates = new Dates(options.dateFormat(), ZoneOffset.UTC, Locale.ENGLISH);
    return new KeyValueHeader(options, dates).read(source);
  }

  private static Problem warning(
      String code, int line, int column, String found, String advice, String excerpt) {
    return new Problem(
        Severity.WARNING, code, new SourceLocation(FILE, line, column), found, advice, excerpt);
  }

  private static Problem error(
      String code, int line, int column, String found, String advice, String excerpt) {
    return new Problem(
        Severity.ERROR, code, new SourceLocation(FILE, line, column), found, advice, excerpt);
  }
}
