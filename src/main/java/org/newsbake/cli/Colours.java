package org.newsbake.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;

/**
 * Whether colours are shown: where standard output and standard error both are a terminal that
 * knows them, and {@code NO_COLOR} is not set.
 */
final class Colours {

  /** Where Linux says what standard error is. */
  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Colours() {}

  static Ansi here() {
    // Java, and picocli with it, asks only whether standard input and output are a terminal.
    boolean terminal = Ansi.AUTO.enabled() && !isRedirected(STANDARD_ERROR);
    return terminal && !"dumb".equals(System.getenv("TERM")) ? Ansi.ON : Ansi.OFF;
  }

  private static boolean isRedirected(Path stream) {
    if (!Files.isSymbolicLink(stream)) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(stream).toString();
      return !target.startsWith("/dev/pts/") && !target.startsWith("/dev/tty");
    } catch (IOException e) {
      return true;
    }
  }
}
