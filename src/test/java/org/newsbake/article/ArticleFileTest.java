package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArticleFileTest {

  private static final String[] PIECES = {
    "a",
    "Vote",
    ": ",
    " #",
    "\"",
    "'",
    "\\",
    "\n",
    "---",
    "- ",
    "{",
    "}",
    "[",
    "]",
    ",",
    "&",
    "*",
    "!",
    "|",
    ">",
    "%",
    "@",
    "`",
    "1984",
    "2026-01-02",
    "true",
    "null",
    "~",
    "?",
    "é",
    "\u2028",
    "\u0007",
    "\uFEFF",
    "\uD83D\uDE00",
    "${x}",
    "<#if>",
    "  ",
    "\t",
    "="
  };

  @Test
  void whatIsWrittenReadsBack() {
    Random random = new Random(13);
    for (int i = 0; i < 2_000; i++) {
      String text = text(random);
      ArticleFile file =
          ArticleFile.EMPTY
              .with("title", text)
              .with("tags", List.of(text, "b" + text))
              .with("wire", Map.of("usage", List.of(text), "credit", text))
              .withBody("\n" + text + "\n");
      ArticleFile read = ArticleFile.read(file.text()).orElseThrow();
      assertThat(read.value("title")).as(file.text()).hasValue(text);
      assertThat(read.value("tags")).hasValue(List.of(text, "b" + text));
      assertThat(read.value("wire")).hasValue(Map.of("usage", List.of(text), "credit", text));
      assertThat(read.text()).isEqualTo(file.text());
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(8); n >= 0; n--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    return text.toString();
  }

  @Test
  void aKeyThatIsNotChangedKeepsItsLines() {
    String text =
        """
        ---
        # of the desk
        title: Old   # the wire's
        tags:
          - one # kept
          - two
        section: "town"
        ---
        Text.
        """;
    ArticleFile file = ArticleFile.read(text).orElseThrow();
    assertThat(file.text()).isEqualTo(text);
    assertThat(file.with("title", "New: one").text())
        .isEqualTo(text.replace("Old   # the wire's", "\"New: one\""));
    assertThat(file.with("killed", true).text())
        .isEqualTo(text.replace("\"town\"\n", "\"town\"\nkilled: true\n"));
    assertThat(file.without("tags").keys()).containsExactly("title", "section");
  }

  @Test
  void aFileWithoutAHeaderIsNone() {
    assertThat(ArticleFile.read("title=x\n~~~~~~\nText")).isEmpty();
    assertThat(ArticleFile.read("---\ntitle: x\n")).isEmpty();
  }
}
