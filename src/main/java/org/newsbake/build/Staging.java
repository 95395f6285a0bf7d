package org.newsbake.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.newsbake.edition.Page;

/**
 * The next site while it is being written: only the files that differ from the last one. Any number
 * of threads may write.
 */
final class Staging {

  /** The bytes that are copied at a time. */
  private static final int BUFFER = 1 << 16;

  /** The rank of what comes last. */
  private static final int LAST = 2;

  private final OutputFolder folder;
  private final boolean fresh;

  /** Whether everybody may read what is written without more ado, as the umask has it. */
  private final boolean open;

  /** The paths of the files that differ, with their ranks. */
  private final Map<String, Integer> changed = new ConcurrentHashMap<>();

  private final Set<String> unchanged = ConcurrentHashMap.newKeySet();
  private final Set<Path> made = ConcurrentHashMap.newKeySet();

  Staging(OutputFolder folder) throws IOException {
    this.folder = folder;
    this.fresh = folder.isEmpty();
    Path next = folder.next();
    Files.createDirectories(next);
    this.open = Access.isOpenFolder(next);
    Access.openFolder(next);
  }

  /** What a commit did. */
  record Outcome(int written, int unchanged, int removed, int foreign) {}

  /** Writes one page. */
  void write(Page page, byte[] bytes) throws IOException {
    write(page.path(), rank(page), bytes);
  }

  /** Writes what becomes of a page of the last site that is not planned again. */
  void write(String path, byte[] bytes) throws IOException {
    write(path, LAST, bytes);
  }

  private void write(String path, int rank, byte[] bytes) throws IOException {
    Path last = folder.output().resolve(path);
    if (!fresh && !differs(last, bytes)) {
      unchanged.add(path);
      return;
    }
    try {
      Path file = target(path);
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (!open) {
        Access.openFile(file);
      }
    } catch (IOException e) {
      throw WriteFailure.of(last, e);
    }
    changed.put(path, rank);
  }

  /** Leaves one file as it is. */
  void keep(String path) {
    unchanged.add(path);
  }

  /** Copies one file with its time. */
  void copy(Page.AssetFile asset) throws IOException {
    String path = asset.path();
    Path source = asset.source().file();
    Path last = folder.output().resolve(path);
    if (!fresh && !differs(last, source)) {
      unchanged.add(path);
      return;
    }
    try (InputStream in = Files.newInputStream(source)) {
      copy(in, source, path);
    }
    changed.put(path, rank(asset));
  }

  /** Reading and writing fail for reasons of their own, which {@link Files#copy} does not tell. */
  private void copy(InputStream in, Path source, String path) throws IOException {
    Path file;
    OutputStream out;
    try {
      file = target(path);
      out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw WriteFailure.of(folder.output().resolve(path), e);
    }
    byte[] buffer = new byte[BUFFER];
    try (out) {
      int length;
      while ((length = in.read(buffer)) >= 0) {
        try {
          out.write(buffer, 0, length);
        } catch (IOException e) {
          throw WriteFailure.of(folder.output().resolve(path), e);
        }
      }
    }
    Access.openCopy(file, source);
    Files.setLastModifiedTime(file, Files.getLastModifiedTime(source));
  }

  /** What pages lead to comes before them, and lists come after what they list. */
  private static int rank(Page page) {
    if (page instanceof Page.AssetFile || page instanceof Page.RenditionFile) {
      return 0;
    }
    return page instanceof Page.ArticlePage ? 1 : LAST;
  }

  /**
   * Puts the site in place.
   *
   * @param records what {@link OutputFolder#record} gives to later builds, by name
   */
  Outcome commit(Map<String, byte[]> records) throws IOException {
    Set<String> before = folder.manifest();
    Set<String> after = new TreeSet<>(changed.keySet());
    after.addAll(unchanged);
    Set<String> removed = new TreeSet<>(before);
    removed.removeAll(after);
    removed.removeIf(
        path -> !Files.exists(folder.output().resolve(path), LinkOption.NOFOLLOW_LINKS));
    int foreign = folder.commit(inOrder(), removed, after, records);
    folder.abandon();
    return new Outcome(changed.size(), unchanged.size(), removed.size(), foreign);
  }

  /** New files before those that replace others, each in the order of their ranks. */
  private List<String> inOrder() {
    Map<String, Boolean> there = new HashMap<>();
    changed
        .keySet()
        .forEach(path -> there.put(path, !fresh && isThere(folder.output().resolve(path))));
    return changed.keySet().stream()
        .sorted(
            Comparator.<String, Boolean>comparing(there::get)
                .thenComparing(changed::get)
                .thenComparing(path -> path))
        .toList();
  }

  private static boolean isThere(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  private Path target(String path) throws IOException {
    Path target = folder.staged(path);
    Path parent = target.getParent();
    if (!made.contains(parent)) {
      folder.makeStage(path);
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

  /**
   * The attributes of a regular file that everybody may read, or {@code null} where there is none.
   */
  private static BasicFileAttributes attributes(Path file) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, Access.ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile() && Access.isReadable(attributes) ? attributes : null;
    } catch (IOException e) {
      return null;
    }
  }
}
