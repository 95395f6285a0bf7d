package org.newsbake.cli;

/** What the program tells the shell. */
final class ExitCode {

  static final int DONE = 0;

  /** The site has errors, all of them listed. */
  static final int ERRORS = 1;

  /** The command line cannot be understood. */
  static final int USAGE = 2;

  /** The machine failed: disk full, no permission. */
  static final int MACHINE = 3;

  private ExitCode() {}
}
