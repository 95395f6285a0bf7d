package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutputPathTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "tags/a/b.html",
        "tags/...html",
        "tags/..x.html",
        "tags/x...html",
        "tags/.html",
        "tags/ .html",
        "tags/C++ & \"co\" <b>.html",
        "tags/日付 🐟.html",
        "tags/AC\\DC.html",
        ".htaccess",
        ".well-known/security.txt",
      })
  void aPathBelowTheFolderMayBe(String path) {
    assertThat(OutputPath.normal(path)).isEqualTo(path);
    assertThat(OutputPath.objection(path)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'', names no file",
    "tags/, names no file",
    ".., leaves the output folder",
    "../x.html, leaves the output folder",
    "tags/../x.html, leaves the output folder",
    "tags/.., leaves the output folder",
    "tags/..\\x.html, leaves the output folder",
    "tags/., names a folder",
  })
  void aPathThatLeavesTheFolderMayNot(String path, String objection) {
    assertThat(OutputPath.objection(path)).contains(objection);
  }

  @Test
  void aPathMayNotHoldWhatNoFileNameCan() {
    for (String path : new String[] {"a\0b", "a\nb", "a\u001bb", "a\u007fb", "a\u0085b"}) {
      assertThat(OutputPath.objection(path)).contains("holds a control character");
    }
    for (String path : new String[] {"a\ud800", "\udc00a", "\udc00\ud800"}) {
      assertThat(OutputPath.objection(path)).contains("holds half of a character");
    }
  }

  @Test
  void aNameHas255BytesAtMost() {
    assertThat(OutputPath.objection("tags/" + "a".repeat(255))).isEmpty();
    assertThat(OutputPath.objection("tags/" + "a".repeat(256)))
        .contains("is longer than the 255 bytes that a name may have");
    assertThat(OutputPath.objection("tags/" + "é".repeat(127))).isEmpty();
    assertThat(OutputPath.objection("tags/" + "é".repeat(128))).isPresent();
    assertThat(OutputPath.objection("tags/" + "日".repeat(85))).isEmpty();
    assertThat(OutputPath.objection("tags/" + "日".repeat(86))).isPresent();
    assertThat(OutputPath.objection("tags/" + "🐟".repeat(63))).isEmpty();
    assertThat(OutputPath.objection("tags/" + "🐟".repeat(64))).isPresent();
  }

  @Test
  void aPathHas900BytesAtMost() {
    assertThat(OutputPath.objection("a/".repeat(449) + "bc")).isEmpty();
    assertThat(OutputPath.objection("a/".repeat(449) + "bcd")).contains("is longer than 900 bytes");
    assertThat(OutputPath.objection("日/".repeat(230) + "bc")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({
    "/index.html, index.html",
    "//a//b.html, a/b.html",
    "./archive.html, archive.html",
    "a/./b.html, a/b.html",
    "a./b.html, a./b.html",
    "'/', ''",
    "a/../b.html, a/../b.html",
  })
  void emptyPartsAndDotsArePassedOver(String path, String normal) {
    assertThat(OutputPath.normal(path)).isEqualTo(normal);
  }
}
