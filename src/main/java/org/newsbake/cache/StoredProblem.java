package org.newsbake.cache;

import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/** A problem as bytes. */
public final class StoredProblem {

  private StoredProblem() {}

  public static void write(Encoder out, Problem problem) {
    out.flag(problem.isError());
    out.text(problem.code());
    out.text(problem.location().file());
    out.number(problem.location().line());
    out.number(problem.location().column());
    out.text(problem.found());
    out.text(problem.advice());
    out.text(problem.excerpt());
  }

  /**
   * @throws DamagedException when the bytes end too early
   * @throws IllegalArgumentException when they are not those of a problem
   */
  public static Problem read(Decoder in) {
    return new Problem(
        in.flag() ? Severity.ERROR : Severity.WARNING,
        in.word(),
        new SourceLocation(in.text(), in.small(), in.small()),
        in.text(),
        in.text(),
        in.text());
  }
}
