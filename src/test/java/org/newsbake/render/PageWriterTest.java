package org.newsbake.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageWriterTest {

  private static final List<String> PIECES =
      List.of(
          "a", "news", "\u00E9", "\u20AC", "\uD83D\uDE00", "\uD83D", "\uDE00", "", "\n", "\u05D0");

  private final PageWriter.Texts texts = new PageWriter.Texts();

  @Test
  void longTextsOfTemplatesAreWrittenAgainAsTheyAre() throws IOException {
    char[] text = "\u20ACuro and more ".repeat(100).toCharArray();
    for (int i = 0; i < 3; i++) {
      PageWriter writer = PageWriter.in(StandardCharsets.UTF_8, texts);
      writer.write("\uD83D");
      writer.write(text);
      writer.write(text);
      assertThat(writer.bytes())
          .isEqualTo(("\uD83D" + new String(text).repeat(2)).getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void textInPiecesIsEncodedAsJavaEncodesTheWhole() throws IOException {
    Random random = new Random(7);
    for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
      for (int i = 0; i < 2_000; i++) {
        StringBuilder text = new StringBuilder();
        PageWriter writer = PageWriter.in(charset, texts);
        for (int j = random.nextInt(40); j > 0; j--) {
          String piece = PIECES.get(random.nextInt(PIECES.size())).repeat(1 + random.nextInt(3));
          text.append(piece);
          switch (random.nextInt(3)) {
            case 0 -> writer.write(piece);
            case 1 -> writer.write(piece.toCharArray());
            default -> {
              for (char c : piece.toCharArray()) {
                writer.write(c);
              }
            }
          }
        }
        assertThat(writer.bytes()).isEqualTo(text.toString().getBytes(charset));
      }
    }
  }

  @Test
  void aPageMayBeLargerThanTheFirstGuess() throws IOException {
    PageWriter writer = PageWriter.in(StandardCharsets.UTF_8, texts);
    String page = "\u20ACuro ".repeat(100_000);
    writer.write(page);
    assertThat(writer.bytes()).isEqualTo(page.getBytes(StandardCharsets.UTF_8));
  }
}
