package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
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
    assertThat(manuscript.mayHold("Ferry")).isTrue();
    assertThat(manuscript.mayShowPictures()).isFalse();
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
  void whatTheHtmlMayHoldIsNeverDenied() {
    Markdown markdown = new Markdown(java.util.List.of("ALL"));
    for (String text :
        new String[] {
          "[a](../ferry.md)",
          "[a](../ferry\\.md)",
          "[a](../ferry&#46;md)",
          "[a](<../ferry.md>)",
          "[a]\n\n[a]: ../ferry.md",
          "<a href='../ferry.md'>a</a>"
        }) {
      Manuscript manuscript = new Manuscript(text, markdown::toHtml, FILE);
      assertThat(manuscript.mayHold(".md")).as(text).isTrue();
      assertThat(manuscript.html()).as(text).contains(".md");
      assertThat(manuscript.mayHold(".md")).as(text).isTrue();
    }
    assertThat(of("The ferry sails.").mayHold(".md")).isFalse();
  }

  @Test
  void whatTheHtmlMayShowIsNeverDenied() {
    Markdown markdown = new Markdown(java.util.List.of("ALL"));
    for (String text :
        new String[] {
          "![a](a.jpg)", "![a][b]\n\n[b]: a.jpg", "<img src=a.jpg>", "[![a](b.jpg)](c)"
        }) {
      Manuscript manuscript = new Manuscript(text, markdown::toHtml, FILE);
      assertThat(manuscript.mayShowPictures()).as(text).isTrue();
      assertThat(manuscript.html()).as(text).contains("<img");
      assertThat(manuscript.mayShowPictures()).as(text).isTrue();
    }
    assertThat(of("The ferry sails!").mayShowPictures()).isFalse();
  }

  @Test
  void equalTextsOfEqualFilesAreEqual() {
    assertThat(of("Ferry")).isEqualTo(of("Ferry")).hasSameHashCodeAs(of("Ferry"));
    assertThat(of("Ferry")).isNotEqualTo(of("Market"));
    assertThat(of("Ferry")).isNotEqualTo(new Manuscript("<p>Ferry</p>", "other"));
  }
}
