package org.newsbake.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

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
    return (e.getMessage() == null ? e.toString() : e.getMessage()) + ".";
  }
}
