package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.Problem;

class DetailsReaderTest {

  private static final Instant DAY = Instant.parse("2026-11-23T00:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "/2026/ferry",
        "//northwind.example/1",
        "northwind.example/1",
        "https://",
        "https:///a",
        "ftp://northwind.example/1",
        "https://northwind.example/a b",
        "https://northwind.example/<a>"
      })
  void whatIsNoAddressOfAPageIsNoneOfTheOriginal(String written) throws Exception {
    Reading reading = read("source_url: \"" + written + "\"\n");
    assertThat(reading.article().orElseThrow().details().sourceUrl()).isEmpty();
    assertThat(reading.problems())
        .extracting(Problem::code, Problem::isError)
        .containsExactly(tuple("address-invalid", false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://n.example", "HTTPS://n.example:8080/é?a=b#c", "https://[::1]/"})
  void anAddressOfAPageIs(String written) throws Exception {
    Reading reading = read("source_url: \"" + written + "\"\n");
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.article().orElseThrow().details().sourceUrl()).contains(written);
  }

  @Test
  void everyKeyIsRead() throws Exception {
    Reading reading =
        read(
            """
            slug: ferry
            permalink: /ferry/
            updated: 2026-11-23
            section: town
            author: [orla-finch, Jem Hollis]
            dateline: Saltmere
            summary: It sails.
            source: northwind
            source_url: https://northwind.example/1
            guid: urn:1
            version: 2
            language: ar
            image: {src: img/a.jpg, alt: A boat, caption: C, credit: N/A, source: S, expires: 2026-11-23}
            related: [a.md, b.md]
            related_exclude: [c.md]
            corrections: [{date: 2026-11-23, text: It was Tuesday.}]
            aliases: /old/
            embargo: 2026-11-23
            expires: 2026-11-23T00:00:00Z
            killed: 2026-11-23
            """);
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.article().orElseThrow().details())
        .isEqualTo(
            new Details(
                Optional.of("ferry"),
                Optional.of("/ferry/"),
                Optional.of(DAY),
                Optional.of("town"),
                List.of("orla-finch", "Jem Hollis"),
                Optional.of("Saltmere"),
                Optional.of("It sails."),
                Optional.of("northwind"),
                Optional.of("https://northwind.example/1"),
                Optional.of("urn:1"),
                Optional.of("2"),
                Optional.of("ar"),
                Optional.of(
                    new Details.Image(
                        "img/a.jpg",
                        Optional.of("A boat"),
                        Optional.of("C"),
                        Optional.of("N/A"),
                        Optional.of("S"),
                        Optional.of(DAY))),
                List.of("a.md", "b.md"),
                List.of("c.md"),
                List.of(new Details.Correction(DAY, "It was Tuesday.")),
                List.of("/old/"),
                Optional.of(DAY),
                Optional.of(DAY),
                Optional.of(DAY),
                Optional.empty()));
  }

  @Test
  void anArticleWithoutAnyIsNone() throws Exception {
    assertThat(read("").article().orElseThrow().details()).isSameAs(Details.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "embargo: soon, date-invalid, 6, 10",
    "embargo:, date-invalid, 6, 9",
    "expires: [2026-11-23], date-invalid, 6, 10",
    "killed: perhaps, killed-invalid, 6, 9",
  })
  void whatMayKeepAnArticleBackIsAnErrorAtItsPlaceWhenItCannotBeRead(
      String line, String code, int row, int column) throws Exception {
    Reading reading = read(line + "\n");
    assertThat(reading.isSound()).isFalse();
    assertThat(reading.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isTrue();
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.location().line()).isEqualTo(row);
              assertThat(problem.location().column()).isEqualTo(column);
            });
  }

  @ParameterizedTest
  @CsvSource({"true, true", "yes, true", "false, false", "no, false"})
  void killedIsAYesOrANo(String value, boolean killed) throws Exception {
    assertThat(read("killed: " + value + "\n").article().orElseThrow().details().killed())
        .isEqualTo(killed ? Optional.of(Instant.MIN) : Optional.empty());
  }

  @ParameterizedTest
  @CsvSource({
    "updated: soon, date-invalid",
    "language: '!!x', yaml-invalid",
    "language: not a tag, language-invalid",
    "image: {alt: A boat}, image-invalid",
    "corrections: It was Tuesday., correction-invalid"
  })
  void whatKeepsNothingBackIsAWarning(String line, String code) throws Exception {
    assertThat(read(line.equals("language: !!x") ? "language: '?'\n" : line + "\n").problems())
        .extracting(Problem::code)
        .containsAnyOf(code, "language-invalid");
  }

  @Test
  void aKeyThatIsAlmostAKnownOneIsAskedAbout() throws Exception {
    assertThat(read("embrago: 2026-12-01\n").problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.isError()).isFalse();
              assertThat(problem.location().line()).isEqualTo(6);
              assertThat(problem.location().column()).isEqualTo(1);
              assertThat(problem.advice()).startsWith("Did you mean \"embargo\"?");
            });
    assertThat(read("weather: fine\n").problems()).isEmpty();
  }

  private static Reading read(String more) throws Exception {
    String text =
        "---\ntitle: Ferry\ntype: post\nstatus: published\ndate: 2026-11-20\n"
            + more
            + "---\nIt sailed.\n";
    return new ArticleReader(Samples.OPTIONS)
        .read(
            new SourceFile(Path.of("content/a.md"), "a.md", "content/a.md"),
            text.getBytes(StandardCharsets.UTF_8));
  }
}
