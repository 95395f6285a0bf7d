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
import java.util.Optional;
import java.util.Set;
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

  /** The files that stay, and what tells each from a copy of it. */
  private final Map<String, Object> unchanged = new ConcurrentHashMap<>();

  /** What the next manifest says of changed and of unchanged files. */
  private final Map<String, Manifest.Entry> entries = new ConcurrentHashMap<>();

  private final Set<Path> made = ConcurrentHashMap.newKeySet();
  private final Manifest before;

  /** The time of the file system before anything was compared. */
  private final long began;

  Staging(OutputFolder folder) throws IOException {
    this.folder = folder;
    this.fresh = folder.isEmpty();
    this.before = folder.manifest();
    this.began = folder.now();
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
    SipHash.Digest digest = before.key().digest(bytes);
    if (!fresh && isThere(path, last, bytes, digest)) {
      return;
    }
    try {
      Path file = target(path);
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (!open) {
        Access.openFile(file);
      }
      written(path, rank, file, digest);
    } catch (IOException e) {
      throw WriteFailure.of(last, e);
    }
  }

  /** Whether the last site has the bytes; such a file stays. */
  private boolean isThere(String path, Path last, byte[] bytes, SipHash.Digest digest)
      throws IOException {
    BasicFileAttributes attributes = attributes(last);
    if (attributes == null || attributes.size() != bytes.length) {
      return false;
    }
    Optional<Manifest.Entry> known = known(path, attributes);
    if (known.isPresent()
        ? !known.get().digest().equals(digest)
        : !Arrays.equals(Files.readAllBytes(last), bytes)) {
      return false;
    }
    stays(path, attributes, digest);
    return true;
  }

  /** What the manifest says of a file, if that has not changed since. */
  private Optional<Manifest.Entry> known(String path, BasicFileAttributes attributes) {
    return before
        .entry(path)
        .filter(entry -> entry.isOf(attributes.size(), attributes.lastModifiedTime()));
  }

  /**
   * Notes a file that stays.
   *
   * @param attributes read before the content was
   */
  private void stays(String path, BasicFileAttributes attributes, SipHash.Digest digest) {
    Object identity = attributes.fileKey();
    unchanged.put(path, identity == null ? NextSite.NO_IDENTITY : identity);
    entries.put(
        path,
        known(path, attributes).orElseGet(() -> entry(path, attributes, digest).trustedAt(began)));
  }

  private void written(String path, int rank, Path file, SipHash.Digest digest) throws IOException {
    entries.put(path, entry(path, Files.readAttributes(file, BasicFileAttributes.class), digest));
    changed.put(path, rank);
  }

  /** Files of another disk have the times of another clock, which are not relied on. */
  private Manifest.Entry entry(String path, BasicFileAttributes attributes, SipHash.Digest digest) {
    Manifest.Entry entry =
        new Manifest.Entry(
            attributes.size(), Manifest.nanoseconds(attributes.lastModifiedTime()), digest);
    return folder.isMounted(path) ? entry.withoutTime() : entry;
  }

  /** Leaves one file as it is, if it is there. */
  void keep(String path) {
    Path file = folder.output().resolve(path);
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      Optional<Manifest.Entry> known = known(path, attributes);
      stays(path, attributes, known.isPresent() ? known.get().digest() : digest(file));
    } catch (IOException e) {
      // It is as it is; nothing but its path is known.
      if (isThere(file)) {
        unchanged.put(path, NextSite.NO_IDENTITY);
      }
    }
  }

  /** Copies one file with its time. */
  void copy(Page.AssetFile asset) throws IOException {
    String path = asset.path();
    Path source = asset.source().file();
    if (!fresh && isThere(path, folder.output().resolve(path), source)) {
      return;
    }
    try (InputStream in = Files.newInputStream(source)) {
      copy(in, source, path, rank(asset));
    }
  }

  /** Whether the last site has the bytes of a file; such a file stays. */
  private boolean isThere(String path, Path last, Path source) throws IOException {
    BasicFileAttributes attributes = attributes(last);
    if (attributes == null || attributes.size() != Files.size(source)) {
      return false;
    }
    Optional<Manifest.Entry> known = known(path, attributes);
    SipHash.Digest digest = known.isPresent() ? known.get().digest() : digest(last);
    if (!digest.equals(digest(source))) {
      return false;
    }
    stays(path, attributes, digest);
    return true;
  }

  private SipHash.Digest digest(Path file) throws IOException {
    SipHash hash = before.key().start();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      int length;
      while ((length = in.read(buffer)) >= 0) {
        hash.update(buffer, 0, length);
      }
    }
    return hash.digest();
  }

  /** Reading and writing fail for reasons of their own, which {@link Files#copy} does not tell. */
  private void copy(InputStream in, Path source, String path, int rank) throws IOException {
    Path file;
    OutputStream out;
    try {
      file = target(path);
      out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw WriteFailure.of(folder.output().resolve(path), e);
    }
    SipHash hash = before.key().start();
    byte[] buffer = new byte[BUFFER];
    try (out) {
      int length;
      while ((length = in.read(buffer)) >= 0) {
        hash.update(buffer, 0, length);
        try {
          out.write(buffer, 0, length);
        } catch (IOException e) {
          throw WriteFailure.of(folder.output().resolve(path), e);
        }
      }
    }
    Access.openCopy(file, source);
    Files.setLastModifiedTime(file, Files.getLastModifiedTime(source));
    written(path, rank, file, hash.digest());
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
    List<String> removed =
        before.paths().stream()
            .filter(
                path ->
                    !changed.containsKey(path)
                        && !unchanged.containsKey(path)
                        && isThere(folder.output().resolve(path)))
            .sorted()
            .toList();
    int foreign =
        folder.commit(new NextSite(inOrder(), removed, unchanged, entries, before), records);
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
