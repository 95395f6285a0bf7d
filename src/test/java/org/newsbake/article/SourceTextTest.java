package org.newsbake.article;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

class SourceTextTest {

  private static final String FILE = "content/ferry.md";

  @Test
  void everyLineEndsInOneLineFeed() {
    for (String text : List.of("a\nb\n", "a\nb", "a\r\nb\r\n", "a\rb\r", "a\rb", "a\r\nb\r")) {
      assertThat(text(text)).isEqualTo("a\nb\n");
    }
    assertThat(text("\r\r\n\n")).isEqualTo("\n\n\n");
    assertThat(text("")).isEmpty();
  }

  @Test
  void aByteOrderMarkIsNoText() {
    assertThat(text("\uFEFFa")).isEqualTo("a\n");
    assertThat(text("\uFEFF")).isEmpty();
    assertThat(text("a\uFEFF")).isEqualTo("a\uFEFF\n");
    assertThat(SourceText.decode(FILE, "é".getBytes(UTF_16), UTF_16).text().text())
        .isEqualTo("é\n");
  }

  @Test
  void theFirstByteThatIsNotInTheEncodingIsToldWithItsPlace() {
    SourceText.Decoded decoded = decode(bytes("title\r\nCaf", 0xE9, " au lait ", 0xFF, "\r\n"));
    assertThat(decoded.text().text()).isEqualTo("title\nCaf\uFFFD au lait \uFFFD\n");
    assertThat(decoded.problem())
        .contains(
            new Problem(
                Severity.WARNING,
                "encoding-invalid",
                new SourceLocation(FILE, 2, 4),
                "byte 0xE9 is not UTF-8, and becomes \uFFFD.",
                "Save the file as UTF-8.",
                "Caf\uFFFD au lait \uFFFD"));
  }

  @Test
  void aByteOrderMarkIsNoColumn() {
    assertThat(location(bytes("\uFEFFCaf", 0xE9))).contains(new SourceLocation(FILE, 1, 4));
  }

  @Test
  void columnsAreCountedInUtf16Units() {
    assertThat(location(bytes("é🐟", 0xE9))).contains(new SourceLocation(FILE, 1, 4));
  }

  @Test
  void aCharacterThatTheFileBreaksOffIsTold() {
    for (Object[] parts :
        List.of(
            new Object[] {"ab", 0xC3},
            new Object[] {"ab", 0xE2, 0x82},
            new Object[] {"ab", 0xF0, 0x9F, 0x90},
            new Object[] {"ab", 0xC0, 0x80},
            new Object[] {"ab", 0xED, 0xA0, 0x80})) {
      assertThat(location(bytes(parts))).contains(new SourceLocation(FILE, 1, 3));
    }
  }

  @Test
  void theReplacementCharacterItselfIsText() {
    assertThat(decode("a\uFFFDb".getBytes(UTF_8)).problem()).isEmpty();
    assertThat(location(bytes("a\uFFFDb", 0xFF))).contains(new SourceLocation(FILE, 1, 4));
  }

  @Test
  void anotherEncodingIsThatOfTheSite() {
    assertThat(SourceText.decode(FILE, bytes("Caf", 0xE9), ISO_8859_1))
        .isEqualTo(new SourceText.Decoded(new SourceText(FILE, "Café\n"), Optional.empty()));
    assertThat(
            SourceText.decode(FILE, bytes("Caf", 0xE9), Charset.forName("US-ASCII"))
                .problem()
                .map(Problem::found))
        .contains("byte 0xE9 is not US-ASCII, and becomes \uFFFD.");
  }

  @Test
  void linesAreCountedFromOne() {
    SourceText text = new SourceText(FILE, "a\n\nc\n");
    assertThat(List.of(text.line(1), text.line(2), text.line(3), text.line(4)))
        .containsExactly("a", "", "c", "");
    assertThat(List.of(text.below(0), text.below(1), text.below(3)))
        .containsExactly("a\n\nc\n", "\nc\n", "");
  }

  @Test
  void thePlaceOfAnIndexIsItsLineAndColumn() {
    SourceText text = new SourceText(FILE, "a\n\ncd\n");
    assertThat(
            List.of(0, 1, 2, 3, 4, 5, 6).stream()
                .map(i -> text.problemAt(Severity.ERROR, "x", i, "f", "a").location().toString()))
        .containsExactly(
            FILE + ":1:1",
            FILE + ":1:2",
            FILE + ":2:1",
            FILE + ":3:1",
            FILE + ":3:2",
            FILE + ":3:3",
            FILE + ":4:1");
  }

  private static String text(String text) {
    return decode(text.getBytes(UTF_8)).text().text();
  }

  private static Optional<SourceLocation> location(byte[] bytes) {
    return decode(bytes).problem().map(Problem::location);
  }

  private static SourceText.Decoded decode(byte[] bytes) {
    return SourceText.decode(FILE, bytes, UTF_8);
  }

  /** Texts in UTF-8, and single bytes. */
  private static byte[] bytes(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof Integer value) {
        out.write(value);
      } else {
        out.writeBytes(part.toString().getBytes(UTF_8));
      }
    }
    return out.toByteArray();
  }
}
