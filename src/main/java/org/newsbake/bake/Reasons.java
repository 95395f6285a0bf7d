package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.SourceFile;

/** Why a file operation failed, in words. */
final class Reasons {

  private Reasons() {}

  static String of(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof NoSuchFileException) {
      return "it is not there any more";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "it is there already";
    }
    if (e instanceof FileSystemException failure && failure.getReason() != null) {
      return failure.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  /** That a file of the project cannot be read. */
  static Problem unreadable(SourceFile file, IOException e) {
    return Problem.error(
        "file-unreadable",
        SourceLocation.of(file.name()),
        "the file cannot be read: " + of(e) + ".",
        "Check its permissions.");
  }
}
