package org.newsbake.bake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Finds out which folders are mounted from elsewhere, so that files cannot be moved into them. */
final class Mounts {

  /** Where Linux lists what is mounted; the fifth word of a line is the place. */
  private static final Path TABLE = Path.of("/proc/self/mountinfo");

  /** A name that no file has. */
  private static final String NONE = ".newsbake-none";

  private Mounts() {}

  /**
   * The folders and files below a folder that are mounted from elsewhere; none where the system
   * does not say.
   *
   * @param folder without links in its path
   */
  static List<Path> below(Path folder) throws IOException {
    if (!Files.isReadable(TABLE)) {
      return List.of();
    }
    List<Path> mounts = new ArrayList<>();
    for (String line : Files.readAllLines(TABLE, StandardCharsets.ISO_8859_1)) {
      String[] words = line.split(" ");
      if (words.length > 4) {
        try {
          Path mount = Path.of(unescaped(words[4]));
          if (mount.startsWith(folder) && !mount.equals(folder)) {
            mounts.add(mount);
          }
        } catch (InvalidPathException e) {
          // A name that Java cannot write is none that a page has.
          continue;
        }
      }
    }
    return mounts;
  }

  /** A path of the table: bytes of UTF-8, in which spaces and the like are octal numbers. */
  static String unescaped(String word) {
    byte[] bytes = new byte[word.length()];
    int length = 0;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '\\' && i + 3 < word.length()) {
        c = (char) Integer.parseInt(word.substring(i + 1, i + 4), 8);
        i += 3;
      }
      bytes[length++] = (byte) c;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  /**
   * Whether files can be renamed from one folder into another. Two places of one file system may be
   * mounted apart, so this is tried, with a file that does not exist: a system that could rename it
   * says that it is missing.
   */
  static boolean joins(Path folder, Path other) throws IOException {
    if (!device(folder).equals(device(other))) {
      return false;
    }
    try {
      Files.move(folder.resolve(NONE), other.resolve(NONE), StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      return false;
    } catch (IOException e) {
      // As expected: there is no such file, or there is no permission, which is found out later.
      return true;
    }
    return true;
  }

  /** Tells one file system from another; the same for all where the system does not say. */
  static Object device(Path file) throws IOException {
    try {
      return Files.getAttribute(file, "unix:dev");
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return "";
    }
  }
}
