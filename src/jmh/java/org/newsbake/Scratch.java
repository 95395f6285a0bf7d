package org.newsbake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of files that a benchmark needs, for as long as it runs. */
public record Scratch(Path folder) implements AutoCloseable {

  /** A new empty folder. */
  public static Scratch make() throws IOException {
    return new Scratch(Files.createTempDirectory("newsbake-benchmark"));
  }

  /** Writes a text to a path below the folder. */
  public Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  /** Deletes the folder with all that is in it. */
  @Override
  public void close() throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(folder)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.delete(path);
    }
  }
}
