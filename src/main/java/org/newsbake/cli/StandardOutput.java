package org.newsbake.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Standard output, which remembers that it could not be written: a writer tells nobody, and a file
 * without an instant in it would say that nothing is due.
 */
final class StandardOutput extends OutputStream {

  /** Where Linux says what standard output is. */
  private static final Path STREAM = Path.of("/proc/self/fd/1");

  private final OutputStream stream;
  private Optional<IOException> failure = Optional.empty();

  StandardOutput(OutputStream stream) {
    this.stream = stream;
  }

  /** Why something is missing; nothing where the reader wanted no more, as {@code head} does. */
  Optional<IOException> failure() {
    return failure.filter(e -> !isPipe(e));
  }

  /** A pipe fails only when nobody reads it any longer. */
  private static boolean isPipe(IOException e) {
    try {
      return String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe")
          || Files.isSymbolicLink(STREAM)
              && Files.readSymbolicLink(STREAM).toString().startsWith("pipe:");
    } catch (IOException unknown) {
      return false;
    }
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    try {
      stream.write(octets, offset, length);
    } catch (IOException e) {
      failure = failure.or(() -> Optional.of(e));
      throw e;
    }
  }
}
