package org.newsbake.article;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file of the project.
 *
 * @param file the file itself
 * @param path its path below the folder that was walked, with {@code /} between the parts
 * @param name its path as problems name it, below the project's folder
 */
public record SourceFile(Path file, String path, String name) {

  public SourceFile {
    Objects.requireNonNull(file);
    if (path.isEmpty() || path.startsWith("/") || name.isEmpty()) {
      throw new IllegalArgumentException("not a path below a folder: " + path);
    }
  }

  /** What stands behind the last dot of the file name, or {@code ""} without one. */
  public String extension() {
    String fileName = path.substring(path.lastIndexOf('/') + 1);
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(dot + 1) : "";
  }
}
