package org.newsbake.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import picocli.CommandLine.Help.Ansi;

/** Commands that run in the virtual machine of the tests. */
final class Shell {

  private Shell() {}

  /** Runs one command, without colours. */
  static Program.Result run(Object... arguments) {
    return run(Ansi.OFF, arguments);
  }

  /** Runs one command. */
  static Program.Result run(Ansi colours, Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Newsbake.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            colours,
            Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new Program.Result(exitCode, out.toString(), err.toString());
  }
}
