package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "a b", "tàxes – “new”", "\u05D0\u202E\u05D1", "\uD83D\uDE00", "a\u00A0b"})
  void cleanTextStaysTheSameObject(String text) {
    assertThat(CleanText.line(text)).isSameAs(text);
    assertThat(CleanText.block(text)).isSameAs(text);
  }

  @Test
  void aLineHasOneSpaceForEachRunOfWhiteSpace() {
    assertThat(CleanText.line(" \n a \t\r\n b\u2028c\u0085 d  ")).isEqualTo("a b c d");
    assertThat(CleanText.line("a \u0001 b \u0001")).isEqualTo("a b");
    assertThat(CleanText.line(" \n\t ")).isEmpty();
  }

  @Test
  void aBlockKeepsItsLinesAndSpaces() {
    assertThat(CleanText.block(" a\r\nb\rc\n\n\td  \r")).isEqualTo(" a\nb\nc\n\n\td  \n");
    assertThat(CleanText.block("a\u2028b")).isEqualTo("a\u2028b");
  }

  @ParameterizedTest
  @CsvSource({"0000", "0001", "0008", "001F", "007F", "0080", "009F", "FFFE", "FFFF"})
  void whatXmlCannotHoldOrShouldNotIsDropped(String hex) {
    String text = "a" + (char) Integer.parseInt(hex, 16) + "b";
    assertThat(CleanText.line(text)).isEqualTo("ab");
    assertThat(CleanText.block(text)).isEqualTo("ab");
  }

  @Test
  void halvesOfPairsAreReplaced() {
    assertThat(CleanText.line("\uD83D")).isEqualTo("\uFFFD");
    assertThat(CleanText.line("\uDE00\uD83D x")).isEqualTo("\uFFFD\uFFFD x");
    assertThat(CleanText.block("\uD83D\uD83D\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00");
  }

  @Test
  void aNameIsNeverEmpty() {
    assertThat(CleanText.name("\u0000 ")).isEqualTo("?");
    assertThat(CleanText.name(" Ana  Lund")).isEqualTo("Ana Lund");
  }
}
