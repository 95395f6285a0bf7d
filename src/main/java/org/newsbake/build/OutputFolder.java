package org.newsbake.build;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The folder that a site is written to, and all that keeps it whole.
 *
 * <p>Beside the output folder stands a work folder, {@code .newsbake/NAME}: the {@code manifest} of
 * the files that Newsbake wrote, the {@code records} that builds keep for later ones, a {@code
 * lock}, and, during a build, the next site in {@code next}. A build writes the files that differ
 * into {@code next}, links the others, and then puts {@code next} in the place of the output
 * folder: at every moment a whole site stands there, the old one or the new one. What was decided
 * stands in {@code commit} before the first rename, so that a process that dies between two renames
 * is completed by the next one.
 *
 * <p>Where a folder cannot be renamed or linked (it is a mount point, or the file system has no
 * links), the changed files are moved into it one by one instead: every file is whole at every
 * moment, and a process that dies in between is completed by the next one as well.
 *
 * <p>Files that stand neither in the manifest nor at a path of the site are never touched.
 */
final class OutputFolder implements AutoCloseable {

  private static final String SWAP = "swap";
  private static final String IN_PLACE = "in-place";
  private static final String STATE = "state";
  private static final String WORK = ".newsbake";

  private final Path output;
  private final Path work;
  private final FileChannel lockChannel;
  private final FileLock lock;

  private OutputFolder(Path output, Path work, FileChannel lockChannel, FileLock lock) {
    this.output = output;
    this.work = work;
    this.lockChannel = lockChannel;
    this.lock = lock;
  }

  /**
   * Locks the folder, which need not exist, and completes or undoes what a process that died left
   * behind.
   *
   * @param waiting run once when another build holds the folder; this one then waits for it
   */
  static OutputFolder open(Path folder, Runnable waiting) throws IOException {
    Path output = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    Path parent = output.getParent();
    if (parent == null) {
      throw new IOException("the root of a file system cannot be an output folder");
    }
    Files.createDirectories(parent);
    Path work =
        Files.isWritable(parent)
            ? parent.resolve(WORK).resolve(output.getFileName().toString())
            : output.resolve(WORK);
    Files.createDirectories(work);
    FileChannel channel =
        FileChannel.open(work.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    OutputFolder opened;
    try {
      opened = new OutputFolder(output, work, channel, lock(channel, waiting));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    try {
      opened.recover();
    } catch (IOException e) {
      opened.close();
      throw e;
    }
    return opened;
  }

  private static FileLock lock(FileChannel channel, Runnable waiting) throws IOException {
    boolean told = false;
    while (true) {
      try {
        FileLock lock = channel.tryLock();
        if (lock != null) {
          return lock;
        }
      } catch (OverlappingFileLockException e) {
        // Another build of this very process: it is waited for like any other.
      }
      if (!told) {
        waiting.run();
        told = true;
      }
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException("interrupted while another build held the output folder", e);
      }
    }
  }

  /** The paths of the files that the last build left. */
  Set<String> manifest() throws IOException {
    try {
      List<String> lines = Files.readAllLines(work.resolve("manifest"), StandardCharsets.UTF_8);
      return new TreeSet<>(lines);
    } catch (NoSuchFileException e) {
      return Set.of();
    }
  }

  /**
   * What the last build that was put in place kept under a name.
   *
   * @param name such as {@code last/templates/post.ftl}
   */
  Optional<byte[]> record(String name) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(place(work.resolve("records"), name)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Path place(Path records, String name) {
    Path place = records.resolve(name).normalize();
    if (place.equals(records) || !place.startsWith(records)) {
      throw new IllegalArgumentException("no name of a record: \"" + name + "\"");
    }
    return place;
  }

  /** Whether the records are these already. */
  private boolean areKept(Map<String, byte[]> records) throws IOException {
    Path folder = work.resolve("records");
    Set<Path> kept = new HashSet<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).forEach(kept::add);
      }
    }
    for (Map.Entry<String, byte[]> record : records.entrySet()) {
      Path place = place(folder, record.getKey());
      if (!kept.remove(place) || !Arrays.equals(Files.readAllBytes(place), record.getValue())) {
        return false;
      }
    }
    return kept.isEmpty();
  }

  /** Writes manifest and records beside the present ones, which {@link #finish} replaces. */
  private void writeNextState(Set<String> manifest, Map<String, byte[]> records)
      throws IOException {
    replace("manifest.next", manifest);
    Path folder = work.resolve("records.next");
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> record : records.entrySet()) {
      Path place = place(folder, record.getKey());
      Files.createDirectories(place.getParent());
      Files.write(place, record.getValue());
    }
  }

  /** The folder itself. */
  Path path() {
    return output;
  }

  /** Where the files of the next site are written. */
  Path next() {
    return work.resolve("next");
  }

  boolean isEmpty() throws IOException {
    if (!Files.isDirectory(output)) {
      return true;
    }
    try (var children = Files.newDirectoryStream(output)) {
      for (Path child : children) {
        if (!child.getFileName().toString().equals(WORK)) {
          return false;
        }
      }
    }
    return true;
  }

  /**
   * Puts the next site into the place of the last one.
   *
   * @param changed the paths of the files in {@link #next}
   * @param removed the paths of the files to delete
   * @param manifest the paths of all files of the new site
   * @param records what later builds want to know of this one, by name; all that {@link #record}
   *     gives from then on
   * @return how many files stand in the folder that Newsbake did not write
   */
  int commit(
      Set<String> changed,
      Set<String> removed,
      Collection<String> manifest,
      Map<String, byte[]> records)
      throws IOException {
    Set<String> all = new TreeSet<>(manifest);
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw new IOException(output + " is a file, not a folder");
    }
    boolean swap = !work.startsWith(output);
    int foreign = 0;
    if (!isEmpty()) {
      Links links = new Links(changed, removed, all);
      boolean idle = changed.isEmpty() && removed.isEmpty();
      links.create(swap && !idle);
      if (swap && !idle) {
        copyMode(output, next());
      }
      foreign = links.foreign;
      swap &= links.linked;
      if (idle) {
        if (!all.equals(manifest()) || !areKept(records)) {
          writeNextState(all, records);
          replace("commit", List.of(STATE));
          finish();
        }
        return foreign;
      }
    }
    writeNextState(all, records);
    if (swap) {
      replace("commit", List.of(SWAP));
      try {
        swap();
        return foreign;
      } catch (IOException e) {
        if (!Files.exists(next()) || !Files.exists(output)) {
          throw e;
        }
        // The folder cannot be renamed; its files can.
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add(IN_PLACE);
    lines.addAll(removed);
    replace("commit", lines);
    moveInPlace(removed);
    return foreign;
  }

  /** Gives a folder the permissions of another one, where the file system knows such. */
  private static void copyMode(Path from, Path to) throws IOException {
    try {
      Files.setAttribute(to, "unix:mode", Files.getAttribute(from, "unix:mode"));
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      // This file system has none; its folders are what they are.
    }
  }

  private void swap() throws IOException {
    Path previous = work.resolve("previous");
    if (Files.exists(next())) {
      if (Files.exists(output) && !Files.exists(previous)) {
        Files.move(output, previous, StandardCopyOption.ATOMIC_MOVE);
      }
      Files.createDirectories(output.getParent());
      Files.move(next(), output, StandardCopyOption.ATOMIC_MOVE);
    }
    finish();
    delete(previous);
  }

  private void moveInPlace(Collection<String> removed) throws IOException {
    // What goes, goes first: a page may become the folder of others.
    for (String path : removed) {
      Path file = output.resolve(path);
      Files.deleteIfExists(file);
      deleteEmptyFolders(file.getParent());
    }
    Path next = next();
    if (Files.exists(next)) {
      Files.createDirectories(output);
      Files.walkFileTree(
          next,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Path target = output.resolve(next.relativize(file).toString());
              Files.createDirectories(target.getParent());
              Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
              return FileVisitResult.CONTINUE;
            }
          });
      delete(next);
    }
    finish();
  }

  private void deleteEmptyFolders(Path folder) throws IOException {
    Path at = folder;
    while (!at.equals(output) && Files.isDirectory(at)) {
      try (var children = Files.newDirectoryStream(at)) {
        if (children.iterator().hasNext()) {
          return;
        }
      }
      Files.delete(at);
      at = at.getParent();
    }
  }

  private void finish() throws IOException {
    Path manifest = work.resolve("manifest.next");
    if (Files.exists(manifest)) {
      Files.move(manifest, work.resolve("manifest"), StandardCopyOption.ATOMIC_MOVE);
    }
    Path records = work.resolve("records.next");
    if (Files.exists(records)) {
      delete(work.resolve("records"));
      Files.move(records, work.resolve("records"), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.deleteIfExists(work.resolve("commit"));
  }

  private void recover() throws IOException {
    List<String> commit;
    try {
      commit = Files.readAllLines(work.resolve("commit"), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      commit = List.of();
    }
    if (!commit.isEmpty() && commit.get(0).equals(SWAP)) {
      swap();
    } else if (!commit.isEmpty() && commit.get(0).equals(IN_PLACE)) {
      moveInPlace(commit.subList(1, commit.size()));
    } else if (!commit.isEmpty() && commit.get(0).equals(STATE)) {
      finish();
    }
    Files.deleteIfExists(work.resolve("manifest.next"));
    delete(work.resolve("records.next"));
    delete(next());
    delete(work.resolve("previous"));
  }

  /** Gives up the next site. */
  void abandon() throws IOException {
    delete(next());
  }

  private void replace(String name, Collection<String> lines) throws IOException {
    Path temporary = work.resolve(name + ".tmp");
    Files.write(temporary, lines, StandardCharsets.UTF_8);
    Files.move(temporary, work.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path dir, IOException e) throws IOException {
            if (e != null) {
              throw e;
            }
            Files.delete(dir);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() throws IOException {
    try (lockChannel) {
      lock.release();
    }
  }

  /** Links what stays of the last site, and what is not ours, into the next one. */
  private final class Links extends SimpleFileVisitor<Path> {
    private final Set<String> changed;
    private final Set<String> removed;
    private final Set<String> ours;
    private boolean linked = true;
    private boolean create;
    private int foreign;

    /** The folders of the changed files. */
    private final Set<String> folders = new HashSet<>();

    /** Folders of {@code next} that are there for sure. */
    private final Set<Path> made = new HashSet<>();

    Links(Set<String> changed, Set<String> removed, Set<String> ours) {
      this.changed = changed;
      this.removed = removed;
      this.ours = ours;
      for (String path : changed) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
          folders.add(path.substring(0, slash));
        }
      }
    }

    /**
     * @param really whether to make links; else only what is not ours is counted
     */
    void create(boolean really) throws IOException {
      create = really;
      Files.walkFileTree(output, this);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      return folder.equals(output.resolve(WORK))
          ? FileVisitResult.SKIP_SUBTREE
          : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = output.relativize(file).toString().replace('\\', '/');
      if (changed.contains(path) || removed.contains(path)) {
        return FileVisitResult.CONTINUE;
      }
      if (!ours.contains(path)) {
        foreign++;
      }
      refuseToStandInTheWay(path);
      if (create && linked) {
        try {
          Path target = next().resolve(path);
          if (made.add(target.getParent())) {
            Files.createDirectories(target.getParent());
            copyMode(file.getParent(), target.getParent());
          }
          Files.createLink(target, file);
        } catch (IOException | UnsupportedOperationException e) {
          // This file system does not link: the site is put in place file by file.
          linked = false;
        }
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
      if (e != null) {
        throw e;
      }
      if (create && linked && isEmptyFolder(folder)) {
        Files.createDirectories(next().resolve(output.relativize(folder).toString()));
      }
      return FileVisitResult.CONTINUE;
    }

    /** A file that stays must not need a path that the new site wants for something else. */
    private void refuseToStandInTheWay(String path) throws IOException {
      boolean inTheWay = folders.contains(path);
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        inTheWay |= changed.contains(path.substring(0, slash));
      }
      if (inTheWay) {
        throw new IOException(
            output.resolve(path)
                + " is not Newsbake's, and stands where a page is to be written; move it away");
      }
    }

    private boolean isEmptyFolder(Path folder) throws IOException {
      try (var children = Files.newDirectoryStream(folder)) {
        return !children.iterator().hasNext();
      }
    }
  }
}
