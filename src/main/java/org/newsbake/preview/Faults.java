package org.newsbake.preview;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.jbake.ProjectReader;

/** What keeps the preview itself from its work. */
final class Faults {

  private Faults() {}

  static Problem of(Throwable e) {
    return Problem.error(
        "preview-failed",
        SourceLocation.of(ProjectReader.FILE),
        "the site could not be read: " + words(e) + ".",
        "Save a file to have it tried again; the last good pages stay until then.");
  }

  private static String words(Throwable e) {
    if (e instanceof NoSuchFileException gone) {
      return gone.getFile() + " is not there";
    }
    return e instanceof IOException && e.getMessage() != null
        ? e.getMessage().replaceFirst("\\.+$", "")
        : e.toString();
  }

  static Problem unwatched(IOException e) {
    return Problem.warning(
        "preview-unwatched",
        SourceLocation.of(ProjectReader.FILE),
        "the folders cannot be watched: " + e.getMessage() + ".",
        "On Linux, raise fs.inotify.max_user_watches; until then, start serve again to see changes.");
  }
}
