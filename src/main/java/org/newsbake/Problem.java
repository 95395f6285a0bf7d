package org.newsbake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

/**
 * One thing that is wrong with an input, said so that its author can mend it.
 *
 * <pre>{@code
 * content/2026/vote.md:3:7: error: date "12/31/26" is not a date. [date-invalid]
 *   date: 12/31/26
 *         ^
 *   Write 2026-12-31 or 2026-12-31T14:00:00Z.
 * }</pre>
 *
 * @param severity whether the site can be written all the same
 * @param code a stable name of the kind of problem, for scripts: lower case words with hyphens
 * @param location where it is
 * @param found what was found, as a sentence
 * @param advice what to write or do instead, as a sentence
 * @param excerpt the source line that holds the problem, or {@code ""} where there is none
 */
public record Problem(
    Severity severity,
    String code,
    SourceLocation location,
    String found,
    String advice,
    String excerpt)
    implements Comparable<Problem> {

  private static final Comparator<Problem> ORDER =
      Comparator.comparing(Problem::location)
          .thenComparing(Problem::severity)
          .thenComparing(Problem::code)
          .thenComparing(Problem::found)
          .thenComparing(Problem::advice)
          .thenComparing(Problem::excerpt);

  /** The most characters of a source line that are shown. */
  private static final int EXCERPT_WIDTH = 100;

  public Problem {
    Objects.requireNonNull(severity);
    Objects.requireNonNull(location);
    if (!code.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("not a problem code: " + code);
    }
    if (found.isEmpty() || advice.isEmpty()) {
      throw new IllegalArgumentException("a problem says what was found and what to do");
    }
    Objects.requireNonNull(excerpt);
  }

  /** An error without an excerpt. */
  public static Problem error(String code, SourceLocation location, String found, String advice) {
    return new Problem(Severity.ERROR, code, location, found, advice, "");
  }

  /** A warning without an excerpt. */
  public static Problem warning(String code, SourceLocation location, String found, String advice) {
    return new Problem(Severity.WARNING, code, location, found, advice, "");
  }

  /** This problem with the source line that holds it. */
  public Problem showing(String sourceLine) {
    return new Problem(severity, code, location, found, advice, sourceLine);
  }

  /** Problems in their order, each once. */
  public static List<Problem> inOrder(Collection<Problem> problems) {
    return List.copyOf(new TreeSet<>(problems));
  }

  /** Whether this problem keeps the site from being written. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** By location, then severity, then code: a total order. */
  @Override
  public int compareTo(Problem other) {
    return ORDER.compare(this, other);
  }

  /** The problem as the terminal shows it, without a line break at its end. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(printable(location.toString())).append(": ");
    text.append(isError() ? "error: " : "warning: ").append(printable(found));
    text.append(" [").append(code).append(']');
    if (!excerpt.isEmpty()) {
      int column = Math.min(location.column(), excerpt.length() + 1);
      int start = whole(column <= EXCERPT_WIDTH ? 0 : column - EXCERPT_WIDTH / 2);
      int end = whole(Math.min(excerpt.length(), start + EXCERPT_WIDTH));
      text.append("\n  ").append(printable(excerpt.substring(start, end)));
      if (column > 0) {
        int cells = cells(printable(excerpt.substring(start, column - 1)));
        text.append("\n  ").append(" ".repeat(cells)).append('^');
      }
    }
    return text.append("\n  ").append(printable(advice)).toString();
  }

  /** An index into the excerpt that does not part the two halves of a character. */
  private int whole(int index) {
    return index > 0 && index < excerpt.length() && Character.isLowSurrogate(excerpt.charAt(index))
        ? index - 1
        : index;
  }

  /** How many cells of a terminal a text takes: ideographs and emoji take two. */
  private static int cells(String text) {
    return text.codePoints()
        .map(
            c ->
                switch (Character.getType(c)) {
                  case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
                  default -> isWide(c) ? 2 : 1;
                })
        .sum();
  }

  private static boolean isWide(int c) {
    return c >= 0x1100 && c <= 0x115F
        || c >= 0x2E80 && c <= 0xA4CF
        || c >= 0xAC00 && c <= 0xD7A3
        || c >= 0xF900 && c <= 0xFAFF
        || c >= 0xFE30 && c <= 0xFE6F
        || c >= 0xFF00 && c <= 0xFF60
        || c >= 0x1F300 && c <= 0x1FAFF
        || c >= 0x20000 && c <= 0x3FFFD;
  }

  /**
   * Text of a file as a terminal may show it: it must not steer the terminal, nor turn it around.
   */
  public static String printable(String text) {
    return text.codePoints()
        .map(c -> c == '\t' ? ' ' : Character.isISOControl(c) || turns(c) ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean turns(int c) {
    return c >= 0x2028 && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
  }
}
