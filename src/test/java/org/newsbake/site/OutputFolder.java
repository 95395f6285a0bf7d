package org.newsbake.site;

import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of finished pages, read by the paths that a browser asks for. */
record OutputFolder(Path root) {

  /** Whether there is a file at a path, such as {@code /tags/}. */
  boolean has(String path) {
    return Files.isRegularFile(file(path));
  }

  /** Where the file of a path lies; a path that leads out of the folder has none. */
  Path file(String path) {
    Path file = root.resolve(path.replaceFirst("^/+", "")).normalize();
    if (!file.startsWith(root)) {
      return root.resolve("outside");
    }
    return path.endsWith("/") || path.isEmpty() ? file.resolve("index.html") : file;
  }
}
