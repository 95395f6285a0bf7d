package org.newsbake.bake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.newsbake.cache.Fingerprint;
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
  private final Map<String, Object> unchanged;

  /** What the next manifest says of changed and of unchanged files. */
  private final Map<String, Manifest.Entry> entries;

  private final Set<Path> made = ConcurrentHashMap.newKeySet();
  private final Manifest before;

  /** The time of the file system before anything was compared. */
  private final long began;

  Staging(OutputFolder folder) throws IOException {
    this.folder = folder;
    this.fresh = folder.isEmpty();
    this.before = folder.manifest();
    // Most files stay: the maps need not grow.
    this.unchanged = new ConcurrentHashMap<>(before.files().size());
    this.entries = new ConcurrentHashMap<>(before.files().size());
    this.began = folder.now();
    Path next = folder.next();
    Files.createDirectories(next);
    this.open = Access.isOpenFolder(next);
    Access.openFolder(next);
  }

  /** What a commit did. */
  record Outcome(int written, int unchanged, int removed, int foreign) {}

  /**
   * Writes one page.
   *
   * @return its digest, by which {@link #stays} knows it in later builds
   */
  SipHash.Digest write(Page page, byte[] bytes) throws IOException {
    return write(page.path(), rank(page), bytes);
  }

  /**
   * Writes what becomes of a page of the last site that is not planned again.
   *
   * @return its digest
   */
  SipHash.Digest write(String path, byte[] bytes) throws IOException {
    return write(path, LAST, bytes);
  }

  private SipHash.Digest write(String path, int rank, byte[] bytes) throws IOException {
    Path last = folder.output().resolve(path);
    SipHash.Digest digest = before.key().digest(bytes);
    if (!fresh && isThere(path, last, bytes, digest)) {
      return digest;
    }
    try {
      Path file = target(path);
      Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      if (!open) {
        Access.openFile(file);
      }
      written(path, rank, file, digest);
      return digest;
    } catch (IOException e) {
      throw WriteFailure.of(last, e);
    }
  }

  /**
   * Leaves a file of the last site as it is, if it is still the one that an earlier build wrote. It
   * is not read if its size and time are those of the manifest.
   *
   * <pre>{@code
   * if (!staging.stays(page.path(), digest)) {
   *   digest = staging.write(page, render(page));
   * }
   * }</pre>
   *
   * <p>A digest says nothing in another output folder, nor after the manifest was lost: no file
   * stays then.
   *
   * @param digest what {@link #write} or {@link #copy} returned in the build that wrote the file
   * @return whether it stays; if not, nothing is noted, and the file is to be written
   */
  boolean stays(String path, SipHash.Digest digest) throws IOException {
    Manifest.Entry entry = before.files().get(path);
    if (entry == null || !entry.digest().equals(digest)) {
      return false;
    }
    Path last = folder.output().resolve(path);
    BasicFileAttributes attributes = attributes(last);
    if (attributes == null
        || attributes.size() != entry.size()
        || known(path, attributes).isEmpty() && !digest(last).equals(digest)) {
      return false;
    }
    unchanged(path, attributes, digest);
    return true;
  }

  /**
   * What tells the last site from others.
   *
   * @return nothing where a file of it is not as it was written
   */
  OptionalLong standing(Parallel parallel) throws IOException {
    if (!before.bare().isEmpty()) {
      return OptionalLong.empty();
    }
    List<Map.Entry<String, Manifest.Entry>> files = List.copyOf(before.files().entrySet());
    AtomicBoolean whole = new AtomicBoolean(true);
    parallel.map(
        files.size(),
        index -> {
          Map.Entry<String, Manifest.Entry> file = files.get(index);
          if (whole.get() && !stays(file.getKey(), file.getValue().digest())) {
            whole.set(false);
          }
          return null;
        });
    return whole.get() ? OptionalLong.of(fingerprint(before.files())) : OptionalLong.empty();
  }

  /** What tells the next site from others. */
  long fingerprint() {
    return fingerprint(entries);
  }

  private static long fingerprint(Map<String, Manifest.Entry> files) {
    long sum = files.size();
    for (Map.Entry<String, Manifest.Entry> file : files.entrySet()) {
      SipHash.Digest digest = file.getValue().digest();
      // The files stand in no order.
      sum +=
          Fingerprint.with(
              Fingerprint.with(Fingerprint.of(file.getKey()), digest.first()), digest.second());
    }
    return sum;
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
    unchanged(path, attributes, digest);
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
  private void unchanged(String path, BasicFileAttributes attributes, SipHash.Digest digest) {
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
      if (attributes.isRegularFile()) {
        Optional<Manifest.Entry> known = known(path, attributes);
        unchanged(path, attributes, known.isPresent() ? known.get().digest() : digest(file));
      } else {
        unchanged.put(path, NextSite.NO_IDENTITY);
      }
    } catch (IOException e) {
      // It is as it is; nothing but its path is known.
      if (isThere(file)) {
        unchanged.put(path, NextSite.NO_IDENTITY);
      }
    }
  }

  /**
   * Copies one file with its time.
   *
   * @return its digest, by which {@link #stays} knows it in later builds
   */
  SipHash.Digest copy(Page.AssetFile asset) throws IOException {
    String path = asset.path();
    Path source = asset.source().file();
    if (!fresh) {
      Optional<SipHash.Digest> same = sameAs(path, folder.output().resolve(path), source);
      if (same.isPresent()) {
        return same.get();
      }
    }
    try (InputStream in = Files.newInputStream(source)) {
      return copy(in, source, path, rank(asset));
    }
  }

  /** The digest of a file that has the bytes of its source, and stays; empty for any other. */
  private Optional<SipHash.Digest> sameAs(String path, Path last, Path source) throws IOException {
    BasicFileAttributes attributes = attributes(last);
    if (attributes == null || attributes.size() != Files.size(source)) {
      return Optional.empty();
    }
    Optional<Manifest.Entry> known = known(path, attributes);
    SipHash.Digest digest = known.isPresent() ? known.get().digest() : digest(last);
    if (!digest.equals(digest(source))) {
      return Optional.empty();
    }
    unchanged(path, attributes, digest);
    return Optional.of(digest);
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
  private SipHash.Digest copy(InputStream in, Path source, String path, int rank)
      throws IOException {
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
    SipHash.Digest digest = hash.digest();
    written(path, rank, file, digest);
    return digest;
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
    // By rank and then path: the files that replace others have ranks above all others.
    Map<Integer, List<String>> byRank = new TreeMap<>();
    changed.forEach(
        (path, rank) -> {
          boolean replaces = !fresh && isThere(folder.output().resolve(path));
          byRank
              .computeIfAbsent(replaces ? rank + LAST + 1 : rank, key -> new ArrayList<>())
              .add(path);
        });
    List<String> all = new ArrayList<>(changed.size());
    for (List<String> paths : byRank.values()) {
      Collections.sort(paths);
      all.addAll(paths);
    }
    return all;
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
