package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.PegdownExtensions;
import com.vladsch.flexmark.profile.pegdown.PegdownOptionsAdapter;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Newsbake's short ways through flexmark against flexmark as it comes. */
class SimpleHtmlTest {

  private static final List<String> PIECES =
      List.of(
          "word",
          "Two words",
          "a",
          " ",
          "  ",
          "\t",
          "\n",
          "\n\n",
          "  \n",
          "\\\n",
          "\n    ",
          "\n  ",
          "*",
          "**",
          "_",
          "***",
          "`",
          "``",
          "# ",
          "\n# ",
          "\n## Head\n",
          "\nTitle\n=====\n",
          "\nTitle\n---\n",
          "\n* item",
          "\n- item\n",
          "\n+ a\n+ b\n",
          "\n1. one\n2. two\n",
          "\n\n1. one\n\n2. two\n",
          "\n3) three\n",
          "\n    * nested\n",
          "\n> quote\n",
          "\n> > deep\n",
          "\n>lazy\nline\n",
          "\n---\n",
          "\n* * *\n",
          "\n```\ncode\n```\n",
          "\n~~~java\nx\n~~~\n",
          "[link](https://example.org/a?b=c)",
          "[l](/rel \"title\")",
          "[ref]",
          "[ref]: /url\n",
          "![alt](a.png)",
          "<https://example.org>",
          "https://example.org/x",
          "www.example.org",
          "me@example.org",
          "mailto:me@example.org",
          "http://",
          "x://y",
          "<b>",
          "</b>",
          "<!-- c -->",
          "\n<div>\nblock\n</div>\n",
          "&amp;",
          "&eacute;",
          "&#58;",
          "&",
          "<",
          ">",
          "\"",
          "'",
          "...",
          "--",
          "---",
          "\\*",
          "\\",
          "\u00E9",
          "\u201Cq\u201D",
          "\u00A0",
          "\u2028",
          "\uD83D\uDE00",
          "\u0000",
          "\u05D0\u05D1",
          "| a | b |\n|---|---|\n| 1 | 2 |\n",
          "~~struck~~",
          "Term\n: text\n",
          "javascript:x",
          "[j](javascript:x)",
          "[e]()",
          "[s](a b)",
          "[p](a(b)c)",
          "(",
          ")",
          "!",
          ":",
          "\n*\n",
          "\n-\n",
          "\n1.\n",
          "\n:\n",
          "\n~\n",
          "\n>\n",
          "\n#\n",
          "\n\n*\n\n",
          "\n\n>\n\n",
          "\n\n1.\n\n",
          "1986. A year",
          "\n\n\n",
          "   ");

  private static final List<String> PARAGRAPHS =
      List.of(
          "\n\nPlain words, and more (of them).\n\n",
          "\n\nTwo lines of words\nwithout a mark; 50% of them\n\n",
          "\n\n\u201CQuoted,\u201D she said. \u2014 It's \"over\"\n\n",
          "\nright behind the line before\n\n",
          "\n\nTerm\n\n: definition\n\n",
          "\n  \nbehind blanks\n \t\n");

  private final Random random = new Random(20261123);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HARDWRAPS,AUTOLINKS,FENCED_CODE_BLOCKS,DEFINITIONS",
        "AUTOLINKS,FENCED_CODE_BLOCKS,DEFINITIONS,TABLES,SMARTYPANTS",
        "HARDWRAPS,TABLES,STRIKETHROUGH,QUOTES",
        "NONE",
        "ALL",
        "AUTOLINKS,SMARTS,ABBREVIATIONS,ANCHORLINKS",
        "ATXHEADERSPACE,RELAXEDHRULES,FORCELISTITEMPARA,WIKILINKS,AUTOLINKS"
      })
  void markdownGivesTheBytesOfFlexmark(String extensions) {
    Flexmark flexmark = new Flexmark(extensions);
    Markdown markdown = new Markdown(List.of(extensions.split(",")));
    for (int i = 0; i < 4_000; i++) {
      String text = text(1 + random.nextInt(i % 10 == 0 ? 40 : 12));
      assertThat(markdown.toHtml(text))
          .as("%s of <%s>", extensions, text)
          .isEqualTo(flexmark.html(text));
    }
  }

  @Test
  void newsIsSimple() {
    MutableDataSet options =
        new MutableDataSet(PegdownOptionsAdapter.flexmarkOptions(PegdownExtensions.HARDWRAPS));
    String news =
        """
        The council met on *Monday* and voted.
        It said "no", **twice**, \u2018as ever\u2019.

        ## What comes next

        > A quote of one paragraph.

        * a list
        * of [links](https://example.org/a)

        1. one
        2. two

        ---

        The end.
        """;
    assertThat(
            SimpleHtml.of(
                Parser.builder(options).build().parse(news), news, SimpleHtml.Options.of(options)))
        .isNotNull();
  }

  /** Pieces at random, now and then with paragraphs of plain words between them. */
  private String text(int pieces) {
    StringBuilder text = new StringBuilder();
    boolean plain = random.nextBoolean();
    for (int i = 0; i < pieces; i++) {
      text.append(
          plain && random.nextInt(3) == 0
              ? PARAGRAPHS.get(random.nextInt(PARAGRAPHS.size()))
              : PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** flexmark as JBake sets it up, but for mail addresses, which it hides by lot. */
  private static final class Flexmark {
    private final Parser parser;
    private final HtmlRenderer renderer;

    Flexmark(String extensions) {
      int flags = 0;
      for (String name : extensions.split(",")) {
        try {
          flags |= PegdownExtensions.class.getField(name).getInt(null);
        } catch (ReflectiveOperationException e) {
          throw new AssertionError(e);
        }
      }
      MutableDataSet options = new MutableDataSet(PegdownOptionsAdapter.flexmarkOptions(flags));
      options.set(HtmlRenderer.OBFUSCATE_EMAIL_RANDOM, false);
      parser = Parser.builder(options).build();
      renderer = HtmlRenderer.builder(options).build();
    }

    String html(String text) {
      return renderer.render(parser.parse(text));
    }
  }
}
