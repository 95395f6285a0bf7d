package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What could not be written, and why. Java names no file when a disk is full, or the one that was
 * copied.
 */
public final class WriteFailure {

  private WriteFailure() {}

  /**
   * The same failure with the name of the file that was to be written, and with the disk when that
   * is full.
   */
  public static IOException of(Path file, IOException e) {
    String reason =
        e instanceof FileSystemException failure && failure.getReason() != null
            ? failure.getReason()
            : e.getMessage();
    boolean full = isFull(e);
    if (!full && (e instanceof FileSystemException || reason == null)) {
      return e;
    }
    FileSystemException named =
        new FileSystemException(
            file.toString(), null, full ? reason + disk(file).orElse("") : reason);
    named.initCause(e);
    return named;
  }

  private static boolean isFull(IOException e) {
    String message = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("quota exceeded");
  }

  private static Optional<String> disk(Path file) {
    for (Path at = file.toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at)) {
        try {
          FileStore store = Files.getFileStore(at);
          return Optional.of(
              String.format(
                  Locale.ROOT,
                  "; of the disk %s, %,d of %,d kB are free",
                  store,
                  store.getUsableSpace() / 1024,
                  store.getTotalSpace() / 1024));
        } catch (IOException e) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}
