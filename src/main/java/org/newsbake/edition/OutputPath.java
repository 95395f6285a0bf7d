package org.newsbake.edition;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a path below the output folder may look like. */
final class OutputPath {

  /** The bytes that one name of a path may have on the file systems in common use. */
  private static final int LONGEST_NAME = 255;

  /** The bytes of a path below the output folder; some systems end at 1024 for all of a path. */
  private static final int LONGEST_PATH = 900;

  private OutputPath() {}

  /** The path without the empty parts and the dots that file systems pass over. */
  static String normal(String path) {
    return path.startsWith("/") || path.contains("//") || path.contains("./")
        ? Arrays.stream(path.split("/"))
            .filter(part -> !part.isEmpty() && !part.equals("."))
            .collect(Collectors.joining("/"))
        : path;
  }

  /** Why no file may be written at a normal path, or nothing where one may. */
  static Optional<String> objection(String path) {
    if (isOrdinary(path)) {
      return Optional.empty();
    }
    if (path.isEmpty() || path.endsWith("/")) {
      return Optional.of("names no file");
    }
    int c;
    for (int i = 0; i < path.length(); i += Character.charCount(c)) {
      c = path.codePointAt(i);
      if (Character.isISOControl(c)) {
        return Optional.of("holds a control character");
      }
      if (Character.getType(c) == Character.SURROGATE) {
        return Optional.of("holds half of a character");
      }
    }
    if (bytes(path) > LONGEST_PATH) {
      return Optional.of("is longer than " + LONGEST_PATH + " bytes");
    }
    int start = 0;
    for (int end = 0; end <= path.length(); end++) {
      if (end == path.length() || isSeparator(path.charAt(end))) {
        Optional<String> objection = objectionToName(path.substring(start, end));
        if (objection.isPresent()) {
          return objection;
        }
        start = end + 1;
      }
    }
    return Optional.empty();
  }

  /** Whether one look says that nothing is wrong: short names of ordinary characters. */
  private static boolean isOrdinary(String path) {
    int length = path.length();
    if (length == 0 || length > LONGEST_NAME || path.charAt(length - 1) == '/') {
      return false;
    }
    char last = '/';
    for (int i = 0; i < length; i++) {
      char c = path.charAt(i);
      if (c < ' ' || c > '~' || c == '\\' || c == '.' && last == '/') {
        return false;
      }
      last = c;
    }
    return true;
  }

  private static Optional<String> objectionToName(String name) {
    if (name.equals("..")) {
      return Optional.of("leaves the output folder");
    }
    if (name.equals(".")) {
      return Optional.of("names a folder");
    }
    if (bytes(name) > LONGEST_NAME) {
      return Optional.of("is longer than the " + LONGEST_NAME + " bytes that a name may have");
    }
    return Optional.empty();
  }

  /** On some systems a backslash parts folders, too. */
  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\';
  }

  private static int bytes(String text) {
    // A UTF-16 unit takes three bytes at most: most names are short enough at sight.
    return text.length() <= LONGEST_NAME / 3
        ? text.length()
        : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
