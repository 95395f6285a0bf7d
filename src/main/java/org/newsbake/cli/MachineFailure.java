package org.newsbake.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import org.newsbake.bake.PartlyWrittenException;

/** What the machine failed to do, in words. */
final class MachineFailure {

  /** A failure has no more causes that say anything; they may be a circle. */
  private static final int MOST_CAUSES = 20;

  private MachineFailure() {}

  static String sentence(Throwable e) {
    if (e instanceof PartlyWrittenException) {
      return sentence(e.getCause());
    }
    if (e instanceof OutOfMemoryError) {
      return "out of memory: "
          + e.getMessage()
          + ". This run had "
          + Runtime.getRuntime().maxMemory() / (1 << 20)
          + " MB; give it more, such as NEWSBAKE_OPTS=-Xmx2g.";
    }
    if (e instanceof StackOverflowError) {
      return "something is nested too deep for the stack; give it more, such as"
          + " NEWSBAKE_OPTS=-Xss16m, and please report it.";
    }
    if (e instanceof AccessDeniedException denied) {
      return "no permission to write " + denied.getFile() + ".";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return "cannot write " + failure.getFile() + ": " + failure.getReason() + ".";
    }
    if (e instanceof NoSuchFileException missing) {
      return "there is no file or folder " + missing.getFile() + ".";
    }
    if (e instanceof FileAlreadyExistsException existing) {
      return "cannot make " + existing.getFile() + ": there is such a file already.";
    }
    if (e instanceof NotDirectoryException file) {
      return file.getFile() + " is no folder.";
    }
    return (e.getMessage() == null ? e.toString() : e.getMessage()) + ".";
  }

  /** That the memory was used up, where that is what is behind a failure. */
  static Optional<Throwable> outOfMemory(Throwable e) {
    Throwable at = e;
    for (int depth = 0; at != null && depth < MOST_CAUSES; depth++) {
      if (at instanceof OutOfMemoryError) {
        return Optional.of(at);
      }
      at = at.getCause();
    }
    return Optional.empty();
  }
}
