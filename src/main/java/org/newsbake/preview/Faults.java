package org.newsbake.preview;

import java.io.IOException;
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
        "the site could not be read: " + e + ".",
        "Save a file to have it tried again; the last good pages stay until then.");
  }

  static Problem unwatched(IOException e) {
    return Problem.warning(
        "preview-unwatched",
        SourceLocation.of(ProjectReader.FILE),
        "the folders cannot be watched: " + e.getMessage() + ".",
        "On Linux, raise fs.inotify.max_user_watches; until then, start serve again to see changes.");
  }
}
