package org.newsbake.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What the machine failed to do, in words. */
final class MachineFailure {

  private MachineFailure() {}

  static String sentence(IOException e) {
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
}
