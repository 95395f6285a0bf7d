package org.newsbake.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The editor of the one who runs a command: what {@code VISUAL} says, else {@code EDITOR}.
 *
 * @param command as a shell understands it, such as {@code code --wait}
 */
record Editor(String command) {

  static Optional<Editor> of(Map<String, String> environment) {
    return Stream.of("VISUAL", "EDITOR")
        .map(environment::get)
        .filter(command -> command != null && !command.isBlank())
        .findFirst()
        .map(Editor::new);
  }

  /**
   * Opens a file, and waits until the editor ends.
   *
   * @throws IOException when there is no such editor, or it fails
   */
  void open(Path file) throws IOException {
    // The file is an argument of the shell and no part of what it reads.
    Process process =
        new ProcessBuilder("sh", "-c", command + " \"$@\"", "sh", file.toString())
            .inheritIO()
            .start();
    try {
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IOException("the editor " + command + " ended with " + exitCode);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while the editor ran");
    }
  }
}
