package org.newsbake;

import java.util.Comparator;
import java.util.Objects;

/**
 * One thing that is wrong with an input, said so that its author can mend it.
 *
 * <pre>{@code
 * content/2026/vote.md:3:6: error: date "12/31/26" is not a date. [date-invalid]
 *   date=12/31/26
 *        ^
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
    text.append(location).append(": ");
    text.append(isError() ? "error: " : "warning: ").append(printable(found));
    text.append(" [").append(code).append(']');
    if (!excerpt.isEmpty()) {
      int column = Math.min(location.column(), excerpt.length() + 1);
      int start = column <= EXCERPT_WIDTH ? 0 : column - EXCERPT_WIDTH / 2;
      int end = Math.min(excerpt.length(), start + EXCERPT_WIDTH);
      text.append("\n  ").append(printable(excerpt.substring(start, end)));
      if (column > 0) {
        text.append("\n  ").append(" ".repeat(column - 1 - start)).append('^');
      }
    }
    return text.append("\n  ").append(printable(advice)).toString();
  }

  /** Text of a file that someone else wrote must not steer the terminal. */
  private static String printable(String text) {
    return text.codePoints()
        .map(c -> c == '\t' ? ' ' : Character.isISOControl(c) && c != '\n' ? 0xFFFD : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
