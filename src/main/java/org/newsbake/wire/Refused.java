package org.newsbake.wire;

import org.newsbake.Problem;

/** A file that is not read, and why. */
final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Problem problem;

  Refused(Problem problem) {
    super(problem.found());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
