package org.newsbake.edition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a path below the output folder may look like. */
final class OutputPath {

  /** The bytes that one name of a path may have on the file systems in common use. */
  private static final int LONGEST_NAME = 255;

  private OutputPath() {}

  /** The path without the empty parts that file systems pass over. */
  static String normal(String path) {
    return path.startsWith("/") || path.contains("//")
        ? Arrays.stream(path.split("/"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("/"))
        : path;
  }

  /** Why no file may be written at a normal path, or nothing where one may. */
  static Optional<String> objection(String path) {
    if (path.isEmpty() || path.endsWith("/")) {
      return Optional.of("names no file");
    }
    for (int i = 0; i < path.length(); i++) {
      if (Character.isISOControl(path.charAt(i))) {
        return Optional.of("holds a control character");
      }
    }
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        return Optional.of("leaves the output folder");
      }
      if (part.equals(".")) {
        return Optional.of("names a folder");
      }
      if (part.length() > LONGEST_NAME / 3
          && part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
        return Optional.of("is longer than the " + LONGEST_NAME + " bytes that a name may have");
      }
    }
    return Optional.empty();
  }
}
