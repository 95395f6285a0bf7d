package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.Problem;

/** What a text costs is counted before it is done; the timeout only guards against hanging. */
@Timeout(120)
class TextWorkTest {

  private static final List<Markdown> MARKDOWNS =
      List.of(
          new Markdown(List.of("ALL", "ALL_OPTIONALS")),
          new Markdown(List.of("HARDWRAPS", "AUTOLINKS", "FENCED_CODE_BLOCKS", "DEFINITIONS")),
          new Markdown(
              List.of("AUTOLINKS", "TABLES", "SMARTYPANTS", "STRIKETHROUGH", "FOOTNOTES")));

  /** Behind a first word that keeps the paragraph from being one of plain words. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a ",
        "a`b``c ",
        "` a ",
        "[a][b]",
        "[^a]",
        "www.a.",
        "a.",
        "a@",
        "a:",
        "<b>",
        "<b>x</b>",
        "<a href=\"",
        "<a b ",
        "</a ",
        "<",
        "*a ",
        "a* ",
        "_a ",
        "*a _b ",
        "**a *a ",
        "a***b",
        "~~a ",
        "~a ",
        "^a ",
        "++a ",
        "\"a ",
        "\"a\" ",
        "'a ",
        "<<a ",
        "... ",
        "-- ",
        "[",
        "![",
        "]",
        "[]",
        "[a](b) ",
        "[a](<b",
        "[a](",
        "[a](b(",
        "[a](b \"c",
        "![a](b.jpg) ",
        "[[a]] ",
        "[[a ",
        "&amp; ",
        "&#65; ",
        "&",
        "\\",
        "\\* ",
        "<!-- a ",
        "<!--",
        "<? ",
        "<![CDATA[ ",
        "<!A ",
        "a|",
        "a  \n",
        "\u0000",
        "<a@b.co> ",
        "<http://a.b> ",
        "[a\n",
        "*a_ ",
        "[ (](",
        "**x [a*b**c*](d)",
        "a b\n",
        "!\u00A0[",
        "`\\`",
        "a\\\n",
        "<a b='c' ",
        "[a]: b\n"
      })
  void aSignThatIsRepeatedIsCheapOrRefused(String sign) {
    cheapOrRefused(n -> "*x* " + sign.repeat(n / sign.length()));
    cheapOrRefused(n -> sign.repeat(n / sign.length()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"> ", "* ", "- ", "1. ", "> * ", ": ", "[^a]: ", "* [ ] ", "*", "- - "})
  void whatIsNestedIsCheapOrRefused(String sign) {
    cheapOrRefused(n -> sign.repeat(n / sign.length()) + "a\n");
    cheapOrRefused(n -> (sign.repeat(40) + "a\n\n").repeat(n / (40 * sign.length() + 3)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a%d]: b\n",
        "[a%d]: b\n\n",
        "[^a%d]: b\n\nx [^a%d]\n\n",
        "*[A%d]: b\n\nx A%d\n\n",
        "a%d|b\n",
        "%d. a\n",
        "# a%d\n",
        "a%d\n===\n",
        "a%d\n: b\n\n",
        "[a]:\nb%d\n",
        "[a]: b '%d\n",
        "<div>\n\n",
        "```\n%d\n```\n",
        "    %d\n\n",
        "* a\n\n\n",
        "[TOC]\n\n# %d\n\n",
        "%d 2\n",
        "> %d 2\n",
        "> a\n> =\n",
        "> -\n",
        "- x\n  - \n",
        "(%d\n",
        "x\n-y\n",
        "=%d\n"
      })
  void linesThatAreRepeatedAreCheapOrRefused(String lines) {
    cheapOrRefused(n -> numbered(lines, n));
    cheapOrRefused(n -> "a|b\n---|---\n" + numbered(lines, n));
  }

  @Test
  void theRestOfTheListOfCommonMarkIsCheapOrRefused() {
    cheapOrRefused(n -> "x" + "*a **a ".repeat(n / 14) + "b" + " a** a*".repeat(n / 14));
    cheapOrRefused(n -> "[".repeat(n / 2) + "a" + "]".repeat(n / 2));
    cheapOrRefused(n -> "![[]()".repeat(n / 6));
    cheapOrRefused(n -> "[" + "(".repeat(n) + "]");
    cheapOrRefused(
        n ->
            IntStream.range(1, (int) Math.sqrt(2.0 * n))
                .mapToObj(i -> "e" + "`".repeat(i))
                .collect(Collectors.joining()));
    cheapOrRefused(n -> "# a" + " ".repeat(n) + "b");
    cheapOrRefused(n -> "*x* www." + "a.".repeat(n / 2));
    cheapOrRefused(n -> "*x* <a " + "b=c ".repeat(n / 4) + ">");
    cheapOrRefused(n -> "| a ".repeat(n / 8) + "\n" + "|---".repeat(n / 8) + "\n");
    cheapOrRefused(
        n ->
            IntStream.range(0, (int) Math.sqrt(n))
                .mapToObj(i -> "  ".repeat(i) + "* a\n")
                .collect(Collectors.joining()));
    cheapOrRefused(n -> "* ".repeat(40) + "a\n" + "\n".repeat(n) + "b");
    cheapOrRefused(n -> "\"a 'a ".repeat(n / 12) + "b" + " a' a\"".repeat(n / 12));
  }

  @Test
  void pairsOfSignsAreCheapOrRefused() {
    String[] signs = {
      "[", "](", "`", "``", "*", "_", "<a ", "&", "\\", "www.", "http://", "\"", "|", "\n> ",
      "\n* ", "\n\n", "a ", "<!--", "[^a]", ":"
    };
    Random random = new Random(11);
    for (int i = 0; i < 10; i++) {
      String unit =
          signs[random.nextInt(signs.length)]
              + signs[random.nextInt(signs.length)]
              + signs[random.nextInt(signs.length)];
      cheapOrRefused(n -> "*x* " + unit.repeat(n / unit.length()));
    }
  }

  /** A text is made HTML soon, or refused at a place in it, or given up for being too deep. */
  private static void cheapOrRefused(IntFunction<String> text) {
    for (Markdown markdown : MARKDOWNS) {
      for (int size : List.of(4_000, 8_000)) {
        String made = text.apply(size);
        assertThatCode(
                () -> {
                  try {
                    markdown.toHtml(made);
                  } catch (TooComplex e) {
                    assertThat(e.offset()).isBetween(0, made.length());
                  } catch (StackOverflowError e) {
                    // The reader of the file reports that the parser gave up.
                  }
                })
            .doesNotThrowAnyException();
      }
    }
  }

  private static String numbered(String lines, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < length; i++) {
      text.append(lines.replace("%d", String.valueOf(i)));
    }
    return text.toString();
  }

  @Test
  void emphasisInEmphasisIsRefusedAtItsPlaceBeforeItOverflowsTheStack() {
    for (String sign : List.of("*a ", "_a ", "**a ", "_*a ", "***a ", "*a\n", "(*a ")) {
      for (Markdown markdown : MARKDOWNS) {
        String open = sign.repeat(2_000);
        String text = open + "x" + new StringBuilder(open).reverse();
        TooComplex e = catchThrowableOfType(TooComplex.class, () -> markdown.toHtml(text));
        assertThat(e).as(sign).isNotNull();
        assertThat(e.offset()).as(sign).isBetween(500, 3_000);
      }
    }
    for (Markdown markdown : MARKDOWNS) {
      assertThat(markdown.toHtml("A *word*, _one_ of **many**, and a*b*c_d_e. ".repeat(200)))
          .isNotEmpty();
    }
  }

  @Test
  void fencesWithoutAnEndAreRefusedBeforeTheyAreParsed() {
    for (String text :
        List.of(
            "~".repeat(20_000) + "x" + "~".repeat(20_000),
            "> " + "`".repeat(20_000) + "x" + "`".repeat(20_000),
            " `".repeat(16_000))) {
      for (Markdown markdown : MARKDOWNS) {
        assertThatExceptionOfType(TooComplex.class).isThrownBy(() -> markdown.toHtml(text));
      }
    }
    String code = "```\n" + "int a = b; // c\n".repeat(5_000) + "```\n";
    assertThat(MARKDOWNS.get(1).toHtml(code)).isNotEmpty();
  }

  @Test
  void htmlIsCountedByItsTagsAndItsDepth() {
    TextWork.html("<p>a<br><li>b".repeat(10_000) + "<div><b>x</b></div>".repeat(10_000));
    TooComplex deep =
        catchThrowableOfType(TooComplex.class, () -> TextWork.html("<b>".repeat(20_000)));
    assertThat(deep.offset()).isEqualTo(3 * TextWork.MOST_ELEMENTS);
    TooComplex many =
        catchThrowableOfType(TooComplex.class, () -> TextWork.html("<b></b>".repeat(150_000)));
    assertThat(many.offset()).isEqualTo(7 * TextWork.MOST_TAGS / 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[a](b) ", "&amp; ", "<b>", "` a ", "[a]: b\n", "<!-- a "})
  void workGrowsAsFlexmarksDoes(String sign) {
    Markdown markdown = MARKDOWNS.get(2);
    long one = markdown.work("*x* " + sign.repeat(100));
    long two = markdown.work("*x* " + sign.repeat(200));
    assertThat(two).isBetween(3 * one, 5 * one);
    String paragraph = "*x* " + sign.repeat(20) + "\n\n";
    assertThat(markdown.work(paragraph.repeat(20)))
        .isBetween(19 * markdown.work(paragraph), 21 * markdown.work(paragraph));
  }

  @Test
  void whatIsNotCountedIsAHundredthOfTheLimitAtMost() {
    String[] signs = {
      "[a](b) ",
      "[",
      "]",
      "`",
      "``",
      "*a ",
      "_",
      "<a b",
      "<!--",
      "&",
      "\\",
      "www.",
      "http://a.b/",
      "\"",
      "'a",
      "--",
      "...",
      "\n> ",
      "\n* ",
      "\n\n",
      "word ",
      "some more words, ",
      "\n[a]: b"
    };
    Random random = new Random(5);
    int light = 0;
    for (int i = 0; i < 3_000; i++) {
      int kinds = 1 + random.nextInt(4);
      int length = 1 << random.nextInt(14);
      StringBuilder text = new StringBuilder();
      String[] some =
          random.ints(kinds, 0, signs.length).mapToObj(it -> signs[it]).toArray(String[]::new);
      while (text.length() < length) {
        text.append(random.nextInt(4) == 0 ? "words and words " : some[random.nextInt(kinds)]);
      }
      if (new TextWork(false).isLight(text.toString())) {
        light++;
        for (Markdown markdown : MARKDOWNS) {
          assertThat(markdown.work(text.toString()))
              .as(text.toString())
              .isLessThan(TextWork.MOST_WORK / 50);
        }
      }
    }
    assertThat(light).isGreaterThan(300);
  }

  @Test
  void linesWithoutABarAreLookedThroughOnce() {
    // A search for the next bar from each line would be over at the end of the text only.
    assertThat(MARKDOWNS.get(2).toHtml("<p>\n" + "a\n".repeat(400_000))).isNotEmpty();
  }

  @Test
  void whatNewsroomsWriteIsFarBelowTheLimits() {
    String paragraph =
        "The *night ferry* is \"back\", [the harbour](https://saltmere.example/a/b) said - don't "
            + "miss it. `code` and **more**, and www.saltmere.example, and so on for a while.\n\n";
    for (Markdown markdown : MARKDOWNS) {
      assertThat(markdown.work(paragraph.repeat(1_200))).isLessThan(TextWork.MOST_WORK / 20);
      assertThat(markdown.toHtml("word ".repeat(40_000))).isNotEmpty();
      assertThat(markdown.toHtml("word *by* word\n".repeat(1_000))).isNotEmpty();
      // Without TABLES a table is one paragraph.
      String cell = markdown == MARKDOWNS.get(1) ? "15" : "[b](c)";
      String row = "| Saltmere | 12 | 13 | 14 | " + cell + " | 16 |\n";
      assertThat(markdown.toHtml("|a|b|c|d|e|f|\n|---|---|---|---|---|---|\n" + row.repeat(2_000)))
          .isNotEmpty();
      assertThat(
              markdown.toHtml("* [a place](https://saltmere.example/some/where)\n".repeat(5_000)))
          .isNotEmpty();
      assertThat(markdown.toHtml("[a](https://saltmere.example/some/where), ".repeat(500)))
          .isNotEmpty();
      assertThat(markdown.toHtml("![a](b.jpg)\n\n".repeat(10_000))).isNotEmpty();
      assertThat(markdown.toHtml("![a](data:image/png;base64," + "wWw/".repeat(25_000) + ")"))
          .isNotEmpty();
    }
  }

  @Test
  void aTextWithoutAnEndIsRefusedAtItsLimit() {
    String text = "*a*\n\n".repeat(300_000);
    TooComplex e = catchThrowableOfType(TooComplex.class, () -> MARKDOWNS.get(1).toHtml(text));
    assertThat(e.offset()).isEqualTo(TextWork.MOST_CHARACTERS);
  }

  @Test
  void aRefusalNamesThePlaceInTheFile(@TempDir Path folder) throws Exception {
    ArticleReader reader = new ArticleReader(Samples.OPTIONS);
    String head = "title=Ferry\ndate=2026-01-01\ntype=post\nstatus=published\n~~~~~~\n";
    String body = "Plain words first.\n\n> *quoted*\n> " + "[a](b".repeat(3_000) + "\n";
    Path file = Files.writeString(folder.resolve("a.md"), head + body);
    Words words = reader.read(new SourceFile(file, "a.md", "content/a.md")).words();
    Problem problem = words.manuscript().refusal().orElseThrow();
    assertThat(problem.code()).isEqualTo("text-too-complex");
    assertThat(problem.isError()).isTrue();
    assertThat(problem.location().file()).isEqualTo("content/a.md");
    assertThat(problem.location().line()).isEqualTo(9);
    assertThat(problem.found())
        .startsWith("a paragraph of 15,010 characters has 3,331 signs")
        .endsWith(
            "signs such as \"[\": with what is above, work of more than 50,000,000, the most.");
    assertThat(problem.excerpt()).startsWith("> [a](b[a](b");
    assertThat(words.body()).isEmpty();
  }
}
