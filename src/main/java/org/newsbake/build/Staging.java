package org.newsbake.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The next site while it is being written: only the files that differ from the last one. Any number
 * of threads may write.
 */
final class Staging {

  private final OutputFolder folder;
  private final boolean fresh;
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private final Set<String> unchanged = ConcurrentHashMap.newKeySet();
  private final Set<Path> made = ConcurrentHashMap.newKeySet();

  Staging(OutputFolder folder) throws IOException {
    this.folder = folder;
    this.fresh = folder.isEmpty();
    Files.createDirectories(folder.next());
  }

  /** What a commit did. */
  record Outcome(int written, int unchanged, int removed, int foreign) {}

  /** Writes one file. */
  void write(String path, byte[] bytes) throws IOException {
    if (fresh || differs(folder.path().resolve(path), bytes)) {
      Files.write(target(path), bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      changed.add(path);
    } else {
      unchanged.add(path);
    }
  }

  /** Copies one file with its time. */
  void copy(String path, Path source) throws IOException {
    if (fresh || differs(folder.path().resolve(path), source)) {
      Files.copy(source, target(path), StandardCopyOption.COPY_ATTRIBUTES);
      changed.add(path);
    } else {
      unchanged.add(path);
    }
  }

  /**
   * Puts the site in place.
   *
   * @param records what {@link OutputFolder#record} gives to later builds, by name
   */
  Outcome commit(Map<String, byte[]> records) throws IOException {
    Set<String> before = folder.manifest();
    Set<String> after = new TreeSet<>(changed);
    after.addAll(unchanged);
    Set<String> removed = new TreeSet<>(before);
    removed.removeAll(after);
    removed.removeIf(path -> !Files.exists(folder.path().resolve(path), LinkOption.NOFOLLOW_LINKS));
    int foreign = folder.commit(changed, removed, after, records);
    folder.abandon();
    return new Outcome(changed.size(), unchanged.size(), removed.size(), foreign);
  }

  private Path target(String path) throws IOException {
    Path target = folder.next().resolve(path);
    Path parent = target.getParent();
    if (!made.contains(parent)) {
      Files.createDirectories(parent);
      made.add(parent);
    }
    return target;
  }

  private static boolean differs(Path file, byte[] bytes) throws IOException {
    BasicFileAttributes attributes = attributes(file);
    return attributes == null
        || attributes.size() != bytes.length
        || !Arrays.equals(Files.readAllBytes(file), bytes);
  }

  private static boolean differs(Path file, Path source) throws IOException {
    BasicFileAttributes attributes = attributes(file);
    return attributes == null
        || attributes.size() != Files.size(source)
        || Files.mismatch(file, source) >= 0;
  }

  /** The attributes of a regular file, or {@code null} where there is none. */
  private static BasicFileAttributes attributes(Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile() ? attributes : null;
    } catch (IOException e) {
      return null;
    }
  }
}
