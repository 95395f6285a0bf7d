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
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
 * <p>Files can be moved only within one mounted file system. Where the output folder is a mount
 * point, or nothing may be written beside it, the work folder is {@code .newsbake} in the output
 * folder, which only its owner may look into. Where something is mounted below the output folder,
 * the files for it wait in a {@code .newsbake} there until the build is done.
 *
 * <p>A folder that cannot be renamed or linked (it is a mount point, or the file system has no
 * links) gets the changed files one by one, in the steps of {@link InPlace}.
 *
 * <p>Files that stand neither in the manifest nor at a path of the site are never touched.
 */
final class OutputFolder implements AutoCloseable, InPlace.Places {

  private static final String SWAP = "swap";
  private static final String STATE = "state";
  private static final String WORK = ".newsbake";

  private final Path output;
  private final Path work;
  private final List<Lock> locks;

  /** What is mounted below the output folder, by path, the longest first. */
  private final List<String> mounts;

  /** A lock on a work folder. */
  private record Lock(FileChannel channel, FileLock lock) {}

  private OutputFolder(Path output, Path work, List<Lock> locks, List<String> mounts) {
    this.output = output;
    this.work = work;
    this.locks = locks;
    this.mounts = mounts;
  }

  /**
   * Locks the folder, which need not exist, and completes or undoes what a process that died left
   * behind.
   *
   * @param waiting run once when another build holds the folder; this one then waits for it
   * @throws PartlyWrittenException when what an earlier build began cannot be completed
   */
  static OutputFolder open(Path folder, Runnable waiting) throws IOException {
    Path output = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    Path parent = output.getParent();
    if (parent == null) {
      throw new IOException("the root of a file system cannot be an output folder");
    }
    if (Files.exists(output) && !Files.isDirectory(output)) {
      throw new IOException(output + " is a file, not a folder");
    }
    Access.makeFolder(parent);
    Path beside = parent.resolve(WORK).resolve(output.getFileName().toString());
    Path inside = output.resolve(WORK);
    Path work = canHold(beside, output) ? beside : inside;
    if (work.equals(inside)) {
      Access.makeFolder(output);
      Files.createDirectories(inside);
      Access.closeFolder(inside);
      if (!Mounts.joins(inside, output)) {
        throw new IOException(inside + " is mounted from elsewhere; unmount it");
      }
    }
    List<Lock> locks = new ArrayList<>();
    OutputFolder opened = new OutputFolder(output, work, locks, mountsBelow(output));
    try {
      // Always in this order, so that two builds that see other mounts do not wait for each other.
      for (Path place : List.of(beside, inside)) {
        if (place.equals(work) || Files.isWritable(place.resolve("lock"))) {
          locks.add(lock(place.resolve("lock"), waiting));
        }
      }
      opened.adopt(work.equals(inside) ? beside : inside);
      opened.recover();
    } catch (IOException e) {
      opened.close();
      throw e;
    }
    return opened;
  }

  /** Whether a folder beside the output folder can be made, and files can be moved from there. */
  private static boolean canHold(Path beside, Path output) throws IOException {
    Path parent = output.getParent();
    if (!Files.isWritable(parent)) {
      return false;
    }
    if (Files.isDirectory(output) && !Mounts.joins(parent, output)) {
      return false;
    }
    Files.createDirectories(beside);
    return Mounts.joins(beside, Files.isDirectory(output) ? output : parent);
  }

  private static List<String> mountsBelow(Path output) throws IOException {
    List<String> mounts = new ArrayList<>();
    for (Path mount : Mounts.below(output)) {
      mounts.add(output.relativize(mount).toString().replace('\\', '/'));
    }
    mounts.sort(Comparator.comparing(String::length).reversed().thenComparing(it -> it));
    return List.copyOf(new LinkedHashSet<>(mounts));
  }

  /**
   * Takes over what an earlier build kept in the other place of the work folder, because something
   * was mounted or unmounted since.
   */
  private void adopt(Path other) throws IOException {
    Path manifest = other.resolve("manifest");
    if (!Files.isReadable(manifest)) {
      return;
    }
    Path mine = work.resolve("manifest");
    if (Files.exists(mine)
        && Files.getLastModifiedTime(mine).compareTo(Files.getLastModifiedTime(manifest)) >= 0) {
      return;
    }
    OutputFolder last = new OutputFolder(output, other, List.of(), mounts);
    Set<String> paths = new TreeSet<>();
    try {
      last.recover();
    } catch (IOException e) {
      // Its files cannot be moved to where they belong: this build writes them again.
      paths.addAll(last.lines("manifest.next"));
    }
    paths.addAll(last.lines("manifest"));
    writeNextState(paths, last.records());
    replace("commit", List.of(STATE));
    finish();
    for (String name : List.of("manifest", "manifest.next", "commit")) {
      Files.deleteIfExists(other.resolve(name));
    }
    for (String name : List.of("records", "records.next", "next", "previous")) {
      delete(other.resolve(name));
    }
  }

  private static Lock lock(Path file, Runnable waiting) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      return new Lock(channel, lock(channel, waiting));
    } catch (IOException e) {
      channel.close();
      throw e;
    }
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
    return new TreeSet<>(lines("manifest"));
  }

  /** The lines of a file of the work folder; none where it is missing. */
  private List<String> lines(String name) throws IOException {
    try {
      return Files.readAllLines(work.resolve(name), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return List.of();
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

  /** All that the last build kept, by name. */
  Map<String, byte[]> records() throws IOException {
    Path folder = recordFolder();
    Map<String, byte[]> records = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          records.put(
              folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
      }
    }
    return records;
  }

  /** Where the records are. */
  Path recordFolder() {
    return work.resolve("records");
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
    Map<String, byte[]> kept = records();
    return kept.keySet().equals(records.keySet())
        && records.entrySet().stream()
            .allMatch(record -> Arrays.equals(record.getValue(), kept.get(record.getKey())));
  }

  /** Writes manifest and records beside the present ones, which {@link #finish} replaces. */
  private void writeNextState(Set<String> manifest, Map<String, byte[]> records)
      throws IOException {
    replace("manifest.next", manifest);
    Path folder = work.resolve("records.next");
    delete(folder);
    Files.createDirectories(folder);
    for (Map.Entry<String, byte[]> record : records.entrySet()) {
      Path place = place(folder, record.getKey());
      try {
        Files.createDirectories(place.getParent());
        Files.write(place, record.getValue());
      } catch (IOException e) {
        throw WriteFailure.of(place, e);
      }
    }
  }

  /** The folder itself. */
  @Override
  public Path output() {
    return output;
  }

  /** Where the files of the next site wait, but for those of folders that are mounted. */
  Path next() {
    return work.resolve("next");
  }

  /** Where a file of the next site is to be written. */
  @Override
  public Path staged(String path) {
    for (String mount : mounts) {
      if (path.startsWith(mount + "/")) {
        return waiting(mount).resolve(path.substring(mount.length() + 1));
      }
    }
    return next().resolve(path);
  }

  /** Where the files for a mounted folder wait. */
  private Path waiting(String mount) {
    return output.resolve(mount).resolve(WORK).resolve("next");
  }

  /** Makes the folder that a file of the next site is written to. */
  void makeStage(String path) throws IOException {
    for (String mount : mounts) {
      if (path.startsWith(mount + "/")) {
        Path hidden = output.resolve(mount).resolve(WORK);
        Files.createDirectories(hidden);
        Access.closeFolder(hidden);
        break;
      }
    }
    Access.makeFolder(staged(path).getParent());
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
   * @param changed the paths of the files that are {@link #staged}, in the order in which they are
   *     moved where that is done one by one
   * @param removed the paths of the files to delete, in such an order, too
   * @param manifest the paths of all files of the new site
   * @param records what later builds want to know of this one, by name; all that {@link #record}
   *     gives from then on
   * @return how many files stand in the folder that Newsbake did not write
   * @throws PartlyWrittenException when it failed after the first change; any other failure leaves
   *     the output folder as it was
   */
  int commit(
      Collection<String> changed,
      Collection<String> removed,
      Collection<String> manifest,
      Map<String, byte[]> records)
      throws IOException {
    Set<String> all = new TreeSet<>(manifest);
    boolean swap = !work.startsWith(output) && mounts.isEmpty();
    int foreign = 0;
    if (!isEmpty()) {
      Links links = new Links(new HashSet<>(changed), new HashSet<>(removed), all);
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
      if (swap()) {
        return foreign;
      }
      // The folder cannot be renamed; its files can.
      Files.delete(work.resolve("commit"));
    }
    InPlace steps = InPlace.of(mounts, changed, removed);
    steps.prepare(this, Set.copyOf(mounts));
    replace("commit", steps.lines());
    complete(steps);
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

  /**
   * Renames the output folder away and the next one into its place.
   *
   * @return whether that was done; if not, the output folder is as it was
   */
  private boolean swap() throws PartlyWrittenException {
    Path previous = work.resolve("previous");
    try {
      if (Files.exists(next())) {
        if (Files.exists(output) && !Files.exists(previous)) {
          Files.move(output, previous, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.createDirectories(output.getParent());
        Files.move(next(), output, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      if (Files.exists(previous) && !Files.exists(output)) {
        try {
          Files.move(previous, output, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException stuck) {
          throw new PartlyWrittenException(
              output
                  + " is missing: the last site is in "
                  + previous
                  + ". The next build completes it: run newsbake build again.",
              e);
        }
      }
      return false;
    }
    try {
      finish();
      delete(previous);
    } catch (IOException e) {
      throw tidying(e);
    }
    return true;
  }

  private PartlyWrittenException tidying(IOException e) {
    return new PartlyWrittenException(
        output + " holds the new site. The next build puts its work folder " + work + " in order.",
        e);
  }

  private void complete(InPlace steps) throws PartlyWrittenException {
    steps.run(this);
    try {
      finish();
      clear(steps.mounts());
    } catch (IOException e) {
      throw tidying(e);
    }
  }

  /** Deletes what waits to be moved. */
  private void clear(List<String> folders) throws IOException {
    delete(next());
    for (String mount : folders) {
      Path hidden = output.resolve(mount).resolve(WORK);
      if (Files.isDirectory(hidden, LinkOption.NOFOLLOW_LINKS)) {
        delete(hidden);
      }
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
    List<String> commit = lines("commit");
    InPlace steps = InPlace.of(commit);
    if (steps != null) {
      new OutputFolder(output, work, List.of(), steps.mounts()).complete(steps);
    } else if (commit.equals(List.of(SWAP)) && !swap()) {
      throw new IOException(
          work.resolve("next")
              + " cannot be renamed to "
              + output
              + ", as a build wanted that died");
    } else if (commit.equals(List.of(STATE))) {
      finish();
    }
    Files.deleteIfExists(work.resolve("commit"));
    Files.deleteIfExists(work.resolve("manifest.next"));
    delete(work.resolve("records.next"));
    delete(work.resolve("previous"));
    clear(mounts);
  }

  /** Gives up the next site. What cannot be deleted now is by the next build. */
  void abandon() {
    try {
      clear(mounts);
    } catch (IOException e) {
      return;
    }
  }

  private void replace(String name, Collection<String> lines) throws IOException {
    Path temporary = work.resolve(name + ".tmp");
    try {
      Files.write(temporary, lines, StandardCharsets.UTF_8);
      Files.move(temporary, work.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw WriteFailure.of(work.resolve(name), e);
    }
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
  public void close() {
    for (Lock lock : locks) {
      try {
        lock.lock().release();
        lock.channel().close();
      } catch (IOException e) {
        // The system releases it when the program ends.
        continue;
      }
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

    /** Folders of the output folder that everybody may look into. */
    private final Set<Path> opened = new HashSet<>();

    Links(Set<String> changed, Set<String> removed, Set<String> ours) {
      this.changed = changed;
      this.removed = removed;
      this.ours = ours;
      changed.forEach(path -> folders.addAll(InPlace.foldersOf(path)));
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
      return isWork(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    private boolean isWork(Path folder) {
      return folder.endsWith(WORK)
          && (folder.getParent().equals(output)
              || mounts.stream().anyMatch(it -> folder.getParent().equals(output.resolve(it))));
    }

    /** A folder that nobody but its owner may look into, such as lost+found of a disk. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      foreign++;
      linked = false;
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      String path = output.relativize(file).toString().replace('\\', '/');
      if (changed.contains(path) || removed.contains(path)) {
        return FileVisitResult.CONTINUE;
      }
      if (!ours.contains(path)) {
        foreign++;
      } else if (opened.add(file.getParent())) {
        openFolders(file.getParent());
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
      if (create
          && linked
          && isEmptyFolder(folder)
          && !changed.contains(output.relativize(folder).toString().replace('\\', '/'))) {
        Files.createDirectories(next().resolve(output.relativize(folder).toString()));
      }
      return FileVisitResult.CONTINUE;
    }

    /** Builds under another umask may have made folders that nobody else may look into. */
    private void openFolders(Path folder) {
      try {
        for (Path at = folder; !at.equals(output); at = at.getParent()) {
          Access.openFolder(at);
          opened.add(at);
        }
      } catch (IOException e) {
        // They are somebody else's, who may look after them.
        return;
      }
    }

    /** A file that stays must not need a path that the new site wants for something else. */
    private void refuseToStandInTheWay(String path) throws IOException {
      if (folders.contains(path) || InPlace.foldersOf(path).stream().anyMatch(changed::contains)) {
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
