package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps that put a site in place file by file, for folders that cannot be swapped. New files
 * come first, in the order given, then those that replace others, and files are deleted last: no
 * page leads to one that is not there. The steps are written down before the first one, and can be
 * done again from the start after any of them.
 *
 * @param mounts the folders below the output folder that are mounted from elsewhere
 * @param cleared the files to delete first, because the new site needs their names as folders, or
 *     that of their folder as a file
 * @param moved the files to move, in order
 * @param removed the files to delete last, in order
 */
record InPlace(
    List<String> mounts, List<String> cleared, List<String> moved, List<String> removed) {

  private static final String HEAD = "in-place";

  InPlace {
    mounts = List.copyOf(mounts);
    cleared = List.copyOf(cleared);
    moved = List.copyOf(moved);
    removed = List.copyOf(removed);
  }

  static InPlace of(List<String> mounts, Collection<String> moved, Collection<String> removed) {
    Set<String> names = new HashSet<>(moved);
    Set<String> folders = new HashSet<>();
    moved.forEach(path -> folders.addAll(foldersOf(path)));
    List<String> cleared = new ArrayList<>();
    List<String> last = new ArrayList<>();
    for (String path : removed) {
      boolean inTheWay =
          folders.contains(path) || foldersOf(path).stream().anyMatch(names::contains);
      (inTheWay ? cleared : last).add(path);
    }
    return new InPlace(mounts, cleared, new ArrayList<>(moved), last);
  }

  /** The folders that a path needs, such as {@code a} and {@code a/b} for {@code a/b/c.html}. */
  static List<String> foldersOf(String path) {
    List<String> folders = new ArrayList<>();
    for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
      folders.add(path.substring(0, slash));
    }
    return folders;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(HEAD));
    mounts.forEach(path -> lines.add("@" + path));
    cleared.forEach(path -> lines.add("!" + path));
    moved.forEach(path -> lines.add("+" + path));
    removed.forEach(path -> lines.add("-" + path));
    return lines;
  }

  /**
   * @return {@code null} for lines that say something else
   */
  static InPlace of(List<String> lines) {
    if (lines.isEmpty() || !lines.get(0).equals(HEAD)) {
      return null;
    }
    return new InPlace(
        marked(lines, '@'), marked(lines, '!'), marked(lines, '+'), marked(lines, '-'));
  }

  private static List<String> marked(List<String> lines, char mark) {
    return lines.stream()
        .skip(1)
        .filter(line -> !line.isEmpty() && line.charAt(0) == mark)
        .map(line -> line.substring(1))
        .toList();
  }

  private List<String> lists() {
    return Stream.of(cleared, moved, removed).flatMap(List::stream).toList();
  }

  /** Where files wait until they are moved, and where they go. */
  interface Places {
    Path output();

    Path staged(String path);
  }

  /**
   * Makes the folders that are missing, and finds out whether all steps can be done, before the
   * first one.
   *
   * @param fixed paths that something is mounted on
   */
  void prepare(Places places, Set<String> fixed) throws IOException {
    Path output = places.output();
    for (String path : lists()) {
      if (fixed.contains(path)) {
        throw new IOException(
            output.resolve(path) + " is mounted from elsewhere and cannot be replaced; unmount it");
      }
    }
    Set<String> gone = new HashSet<>(cleared);
    Set<Path> folders = new LinkedHashSet<>();
    for (String path : moved) {
      if (!Files.exists(places.staged(path), LinkOption.NOFOLLOW_LINKS)) {
        throw new NoSuchFileException(places.staged(path).toString());
      }
      if (foldersOf(path).stream().noneMatch(gone::contains)) {
        Path folder = output.resolve(path).getParent();
        if (folders.add(folder)) {
          Access.makeFolder(folder);
          refuseOtherDisk(folder, places.staged(path).getParent());
        }
      }
    }
    for (String path : cleared) {
      folders.add(output.resolve(path).getParent());
    }
    for (String path : removed) {
      folders.add(output.resolve(path).getParent());
    }
    for (Path folder : folders) {
      if (Files.isDirectory(folder) && !Files.isWritable(folder)) {
        throw new AccessDeniedException(folder.toString());
      }
    }
  }

  private static void refuseOtherDisk(Path folder, Path staged) throws IOException {
    if (!Mounts.device(folder).equals(Mounts.device(staged))) {
      throw new IOException(
          folder + " lies on another disk than the folder above it, and is not mounted there");
    }
  }

  /** Does the steps. */
  void run(Places places) throws PartlyWrittenException {
    int done = 0;
    try {
      for (String path : cleared) {
        remove(places.output(), path);
        done++;
      }
      for (String path : moved) {
        move(places.staged(path), places.output().resolve(path));
        done++;
      }
      for (String path : removed) {
        remove(places.output(), path);
        done++;
      }
    } catch (IOException | RuntimeException | OutOfMemoryError e) {
      throw new PartlyWrittenException(
          String.format(
              Locale.ROOT,
              "%s holds a part of the new site: %,d of %,d files are changed. The next build"
                  + " completes it: run newsbake build again.",
              places.output(),
              done,
              lists().size()),
          e);
    }
  }

  private static void move(Path staged, Path target) throws IOException {
    if (!Files.exists(staged, LinkOption.NOFOLLOW_LINKS)) {
      // Moved by a build that died later.
      return;
    }
    if (!Files.isDirectory(target.getParent())) {
      Access.makeFolder(target.getParent());
    }
    if (Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS)) {
      deleteEmptyFolders(target);
    }
    Files.move(staged, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void deleteEmptyFolders(Path folder) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (var all = Files.walk(folder)) {
      all.filter(Files::isDirectory).forEach(it -> folders.add(0, it));
    }
    for (Path empty : folders) {
      Files.delete(empty);
    }
  }

  private static void remove(Path output, String path) throws IOException {
    Path file = output.resolve(path);
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      // The new site has a folder there by now.
      return;
    }
    try {
      Files.deleteIfExists(file);
    } catch (FileSystemException e) {
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      // A folder of its path is a file by now, or gone.
      return;
    }
    for (Path at = file.getParent(); !at.equals(output); at = at.getParent()) {
      try {
        Files.deleteIfExists(at);
      } catch (IOException e) {
        // It is not empty, or something is mounted there; an empty folder does no harm.
        return;
      }
    }
  }
}
