package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ManuscriptTest {

  private static final byte[] FILE = "abc".getBytes(StandardCharsets.US_ASCII);

  private static Manuscript of(String markup) {
    return new Manuscript(markup, text -> "<p>" + text + "</p>", FILE);
  }

  @Test
  void theHtmlIsMadeOnceAndOnlyWhenItIsAskedFor() {
    AtomicInteger times = new AtomicInteger();
    Manuscript manuscript =
        new Manuscript("Ferry", text -> "<p>" + text + times.incrementAndGet() + "</p>", FILE);
    assertThat(manuscript.mentions()).isEqualTo(Mentions.NONE);
    assertThat(manuscript.sha1()).isEqualTo("a9993e364706816aba3e25717850c26c9cd0d89d");
    assertThat(times).hasValue(0);
    assertThat(manuscript.html()).isEqualTo("<p>Ferry1</p>").isEqualTo(manuscript.html());
  }

  @Test
  void aParserThatGivesUpLeavesNothing() {
    UnaryOperator<String> deep =
        text -> {
          throw new StackOverflowError("deep");
        };
    Manuscript manuscript = new Manuscript("Ferry", deep, FILE);
    assertThat(manuscript.html()).isEmpty();
    assertThat(manuscript.failure()).containsInstanceOf(StackOverflowError.class);
    assertThat(of("Ferry").failure()).isEmpty();
  }

  @Test
  void everyAddressOfAFileIsMentioned() {
    Markdown markdown = new Markdown(List.of("ALL"));
    for (String text :
        new String[] {
          "[a](../ferry.md)",
          "[a](../ferry\\.md)",
          "[a](../ferry&#46;md)",
          "[a](<../ferry.md>)",
          "[a]( ../ferry.md)",
          "[a](https://example.org) and [b](../ferry.md)",
          "[a]\n\n[a]: ../ferry.md",
          "<a href='../ferry.md'>a</a>",
          "<a HREF = ../ferry.md>a</a>"
        }) {
      assertThat(new Manuscript(text, markdown::toHtml, FILE).mentions().addresses())
          .as(text)
          .containsExactly("../ferry.md");
    }
  }

  @Test
  void everyPictureIsMentioned() {
    Markdown markdown = new Markdown(List.of("ALL"));
    for (String text :
        new String[] {
          "![a](a.jpg)", "![a][b]\n\n[b]: a.jpg", "<img src=a.jpg>", "[![a](a.jpg)](#c)"
        }) {
      Mentions mentions = new Manuscript(text, markdown::toHtml, FILE).mentions();
      assertThat(mentions)
          .as(text)
          .isEqualTo(new Mentions(List.of("a.jpg"), List.of("a.jpg"), List.of()));
    }
    assertThat(new Manuscript("![](//b.org/a.jpg)", markdown::toHtml, FILE).mentions())
        .isEqualTo(new Mentions(List.of("//b.org/a.jpg"), List.of(), List.of()));
  }

  /** Of random signs, whether the HTML was made before or not. */
  @Test
  void whatATextMentionsDoesNotDependOnWhenItsHtmlIsMade() {
    Markdown markdown = new Markdown(List.of("ALL"));
    String[] signs = {
      "[",
      "]",
      "(",
      ")",
      "!",
      "<",
      ">",
      "a.jpg",
      "b.md",
      "https://c.org/",
      ":",
      " ",
      "\n",
      "#d",
      "[e]: ",
      "](",
      "![",
      "www.f.org",
      "@g.org",
      "&",
      "\\",
      "\"",
      "`",
      "=",
      "mailto:h@i.org"
    };
    int named = 0;
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        text.append(signs[random.nextInt(signs.length)]);
      }
      Manuscript late = new Manuscript(text.toString(), markdown::toHtml, FILE);
      Mentions before = late.mentions();
      late.html();
      assertThat(late.mentions()).as(text.toString()).isEqualTo(before);
      named += before.equals(Mentions.NONE) ? 0 : 1;
    }
    assertThat(named).as("texts that name a file").isGreaterThan(30);
  }

  @Test
  void equalTextsOfEqualFilesAreEqual() {
    assertThat(of("Ferry")).isEqualTo(of("Ferry")).hasSameHashCodeAs(of("Ferry"));
    assertThat(of("Ferry")).isNotEqualTo(of("Market"));
    assertThat(of("Ferry")).isNotEqualTo(new Manuscript("<p>Ferry</p>", "other"));
  }
}
