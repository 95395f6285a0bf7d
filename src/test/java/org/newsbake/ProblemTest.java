package org.newsbake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

  private static final Problem DATE =
      new Problem(
          Severity.ERROR,
          "date-invalid",
          new SourceLocation("content/vote.md", 3, 6),
          "date \"12/31/26\" is not a date.",
          "Write 2026-12-31.",
          "date=12/31/26");

  @Test
  void aProblemIsShownWithItsLineAndACaret() {
    assertThat(DATE)
        .hasToString(
            """
            content/vote.md:3:6: error: date "12/31/26" is not a date. [date-invalid]
              date=12/31/26
                   ^
              Write 2026-12-31.""");
  }

  @Test
  void aProblemOfAFileHasNoLine() {
    assertThat(
            Problem.warning(
                "header-missing", SourceLocation.of("content/a.md"), "no header.", "Write one."))
        .hasToString(
            """
            content/a.md: warning: no header. [header-missing]
              Write one.""");
  }

  @Test
  void aProblemOfAWholeLineHasNoCaret() {
    assertThat(at(0, "~~~~~~"))
        .hasToString(
            """
            a.md:1: error: found. [code]
              ~~~~~~
              Advice.""");
  }

  @Test
  void theCaretMayStandBehindTheLine() {
    assertThat(excerpt(6, "date=")).containsExactly("date=", "     ^");
    assertThat(excerpt(60, "date=")).containsExactly("date=", "     ^");
  }

  @Test
  void ofALongLineThePartAroundTheCaretIsShown() {
    String line = "a".repeat(500) + "X" + "b".repeat(500);
    assertThat(excerpt(501, line))
        .containsExactly("a".repeat(49) + "X" + "b".repeat(50), " ".repeat(49) + "^");
    assertThat(excerpt(1, line)).containsExactly("a".repeat(100), "^");
    assertThat(excerpt(100, line).get(1)).hasSize(100);
    assertThat(excerpt(1001, line)).containsExactly("b".repeat(50), " ".repeat(49) + "^");
    assertThat(excerpt(1002, line)).containsExactly("b".repeat(49), " ".repeat(49) + "^");
  }

  @Test
  void theCaretStandsUnderItsCharacterBehindWideAndCombiningOnes() {
    assertThat(excerpt(4, "日付=x")).containsExactly("日付=x", "     ^");
    assertThat(excerpt(3, "e\u0301x")).containsExactly("e\u0301x", " ^");
    assertThat(excerpt(3, "⛴x")).containsExactly("⛴x", "  ^");
    assertThat(excerpt(3, "🐟x")).containsExactly("🐟x", "  ^");
    assertThat(excerpt(3, "\t\tx")).containsExactly("  x", "  ^");
  }

  @Test
  void aLongLineIsNotCutInTheMiddleOfACharacter() {
    for (int shift = 0; shift < 2; shift++) {
      String line = "a".repeat(shift) + "🐟".repeat(400);
      for (int column : List.of(1, 99, 100, 101, 102, 301, 302)) {
        assertThat(excerpt(column, line).get(0).codePoints())
            .allMatch(c -> Character.getType(c) != Character.SURROGATE);
      }
    }
  }

  @Test
  void textOfAFileDoesNotSteerTheTerminal() {
    assertThat(
            new Problem(
                Severity.ERROR,
                "code",
                SourceLocation.of("content/\u001b[2J\n.md"),
                "found \u0007\u202e.",
                "Advice \u001b]0;x\u0007.",
                "\u001b[31mred"))
        .hasToString(
            """
            content/\uFFFD[2J\uFFFD.md: error: found \uFFFD\uFFFD. [code]
              \uFFFD[31mred
              Advice \uFFFD]0;x\uFFFD.""");
  }

  @Test
  void problemsAreOrderedByFileThenLineThenColumn() {
    List<Problem> ordered =
        List.of(
            Problem.warning("x", SourceLocation.of("a.md"), "f", "a"),
            Problem.error("x", new SourceLocation("a.md", 2, 0), "f", "a"),
            Problem.warning("a", new SourceLocation("a.md", 2, 0), "f", "a"),
            Problem.warning("b", new SourceLocation("a.md", 2, 0), "f", "a"),
            Problem.error("x", new SourceLocation("a.md", 2, 1), "f", "a"),
            Problem.error("x", new SourceLocation("a.md", 10, 1), "f", "a"),
            Problem.error("x", SourceLocation.of("b.md"), "f", "a"));
    assertThat(ordered.stream().sorted(java.util.Collections.reverseOrder()).sorted())
        .isEqualTo(ordered);
  }

  @Test
  void theOrderAgreesWithEquals() {
    Problem other = DATE.showing("date=12/31/27");
    assertThat(DATE.compareTo(other)).isNotZero();
    assertThat(DATE.compareTo(other.showing("date=12/31/26"))).isZero();
  }

  @Test
  void aProblemSaysWhatAndWhatToDo() {
    SourceLocation file = SourceLocation.of("a.md");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Problem.error("code", file, "", "Advice."));
    assertThatIllegalArgumentException().isThrownBy(() -> Problem.error("code", file, "f.", ""));
    for (String code : List.of("", "Code", "a--b", "a-", "a b", "a1")) {
      assertThatIllegalArgumentException().isThrownBy(() -> Problem.error(code, file, "f.", "A."));
    }
  }

  private static Problem at(int column, String line) {
    return new Problem(
        Severity.ERROR, "code", new SourceLocation("a.md", 1, column), "found.", "Advice.", line);
  }

  /** The lines of the excerpt and of the caret, without their indent. */
  private static List<String> excerpt(int column, String line) {
    List<String> lines = at(column, line).toString().lines().toList();
    return lines.subList(1, 3).stream().map(shown -> shown.substring(2)).toList();
  }
}
