package org.newsbake.bake;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
 * into {@code next}, links the others ({@link NextTree}), and then puts {@code next} in the place
 * of the output folder: at every moment a whole site stands there, the old one or the new one. What
 * was decided stands in {@code commit} before the first rename, so that a process that dies between
 * two renames is completed by the next one.
 *
 * <p>The folder of the last site becomes the {@code spare} one. The next build makes its site of
 * it, which costs what the two builds changed. A change of one file alone needs no other folder.
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
  private static final String PREVIOUS = "previous";
  private static final String SPARE = "spare";

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
    Optional<Manifest.Found> begun = Optional.empty();
    try {
      last.recover();
    } catch (IOException e) {
      // Its files cannot be moved to where they belong: this build writes them again.
      begun = last.read("manifest.next");
    }
    Manifest files = last.manifest();
    writeNextState(begun.isPresent() ? files.and(begun.get().manifest()) : files, last.records());
    replace("commit", List.of(STATE));
    finish();
    for (String name : List.of("manifest", "manifest.next", "commit")) {
      Files.deleteIfExists(other.resolve(name));
    }
    for (String name : List.of("records", "records.next", "next", PREVIOUS, SPARE)) {
      NextTree.delete(other.resolve(name));
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

  /**
   * The files that the last build left.
   *
   * <p>A damaged manifest is believed only where it is right: a file is Newsbake's if it has the
   * digest that the manifest says, or if it is the page of a story by the records.
   */
  Manifest manifest() throws IOException {
    Manifest.Found found =
        read("manifest").orElseGet(() -> new Manifest.Found(Manifest.none(), true));
    if (found.whole()) {
      return found.manifest();
    }
    Set<String> ours = new TreeSet<>();
    for (Map.Entry<String, Manifest.Entry> file : found.manifest().files().entrySet()) {
      if (isAsWritten(output.resolve(file.getKey()), file.getValue(), found.manifest().key())) {
        ours.add(file.getKey());
      }
    }
    record(PublishedPages.RECORD)
        .map(PublishedPages::read)
        .orElse(PublishedPages.NONE)
        .pages()
        .stream()
        .map(PublishedPages.StoryPage::path)
        .forEach(ours::add);
    return new Manifest(found.manifest().key(), Map.of(), ours);
  }

  private static boolean isAsWritten(Path file, Manifest.Entry entry, SipHash.Key key)
      throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && Files.size(file) == entry.size()
        && key.digest(Files.readAllBytes(file)).equals(entry.digest());
  }

  private Optional<Manifest.Found> read(String name) throws IOException {
    try {
      return Optional.of(Manifest.read(Files.readAllBytes(work.resolve(name))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** The time of the file system, in nanoseconds since 1970. */
  long now() throws IOException {
    Path clock = work.resolve("clock");
    try {
      Files.deleteIfExists(clock);
      Files.createFile(clock);
      long now = Manifest.nanoseconds(Files.getLastModifiedTime(clock));
      Files.delete(clock);
      return now;
    } catch (IOException e) {
      throw WriteFailure.of(clock, e);
    }
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

  /**
   * Deletes what the last build kept under a name.
   *
   * @return whether there was something
   */
  boolean forget(String name) throws IOException {
    return Files.deleteIfExists(place(recordFolder(), name));
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
  private void writeNextState(Manifest manifest, Map<String, byte[]> records) throws IOException {
    replace("manifest.next", manifest.bytes());
    Path folder = work.resolve("records.next");
    NextTree.delete(folder);
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

  /** Whether a file belongs into a folder that is mounted from elsewhere. */
  boolean isMounted(String path) {
    for (String mount : mounts) {
      if (path.startsWith(mount + "/")) {
        return true;
      }
    }
    return false;
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
   * @param records what later builds want to know of this one, by name; all that {@link #record}
   *     gives from then on
   * @return how many files stand in the folder that Newsbake did not write
   * @throws PartlyWrittenException when it failed after the first change; any other failure leaves
   *     the output folder as it was
   */
  int commit(NextSite site, Map<String, byte[]> records) throws IOException {
    boolean empty = isEmpty();
    boolean swap = canSwap() && (empty || !isOneStep(site));
    NextTree tree = new NextTree(output, this::isWork, site);
    if (!empty) {
      if (site.isLast() || !swap) {
        tree.look();
      } else {
        link(tree, site);
      }
    }
    int foreign = tree.foreign().size();
    Manifest manifest = site.manifest(now());
    if (!empty && site.isLast()) {
      if (!manifest.isSame(site.last()) || !areKept(records)) {
        writeNextState(manifest, records);
        replace("commit", List.of(STATE));
        finish();
      }
      return foreign;
    }
    writeNextState(manifest, records);
    if (swap && tree.isLinked()) {
      replace("commit", List.of(SWAP));
      if (swap()) {
        keepSpare(site, tree.foreign());
        return foreign;
      }
      // The folder cannot be renamed; its files can.
      Files.delete(work.resolve("commit"));
    }
    InPlace steps = InPlace.of(mounts, site.changed(), site.removed());
    steps.prepare(this, Set.copyOf(mounts));
    replace("commit", steps.lines());
    complete(steps);
    if (canSwap()) {
      leaveSpare(site.touched());
    }
    return foreign;
  }

  /**
   * Whether one rename or one deletion makes the next site of the last one: readers never see
   * anything between the two then, nor is there a moment without a folder.
   */
  private boolean isOneStep(NextSite site) {
    return site.touched().size() == 1
        && isWithin(output, site.touched().get(0))
        && Files.isWritable(output.resolve(site.touched().get(0)).getParent());
  }

  /** Whether no link leads from the folders of a path to somewhere else. */
  private static boolean isWithin(Path root, String path) {
    return InPlace.foldersOf(path).stream()
        .noneMatch(folder -> Files.isSymbolicLink(root.resolve(folder)));
  }

  /** Whether the folder can be swapped as a whole, as far as is known without trying. */
  private boolean canSwap() {
    return !work.startsWith(output) && mounts.isEmpty();
  }

  /** Makes {@code next} the whole next site, of the spare one where that is less work. */
  private void link(NextTree tree, NextSite site) throws IOException {
    Path spare = work.resolve(SPARE);
    if (!Files.isDirectory(spare, LinkOption.NOFOLLOW_LINKS) || !site.isMostlyLast()) {
      NextTree.delete(spare);
      tree.linkInto(next());
      return;
    }
    tree.update(spare, next());
    if (tree.isLinked()) {
      NextTree.delete(next());
      Files.move(spare, next(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /**
   * Keeps the folder of the last site for the next build. What the two sites do not share is
   * deleted, so that it takes no room, and what was withdrawn is gone.
   */
  private void keepSpare(NextSite site, List<String> foreign) throws PartlyWrittenException {
    Path previous = work.resolve(PREVIOUS);
    try {
      NextTree.delete(work.resolve(SPARE));
      if (site.isMostlyLast() && Files.isDirectory(previous)) {
        Files.move(previous, work.resolve(SPARE), StandardCopyOption.ATOMIC_MOVE);
      }
      NextTree.delete(previous);
    } catch (IOException e) {
      throw tidying(e);
    }
    leaveSpare(site.touched());
    leaveSpare(foreign);
  }

  /** Deletes files of the spare site. */
  private void leaveSpare(List<String> paths) throws PartlyWrittenException {
    Path spare = work.resolve(SPARE);
    if (!Files.isDirectory(spare)) {
      return;
    }
    for (String path : paths) {
      Path file = spare.resolve(path);
      if (isWithin(spare, path) && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          // Where a folder of the path is a file now, there is no such file.
          if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw tidying(e);
          }
        }
      }
    }
  }

  private boolean isWork(Path folder) {
    return folder.endsWith(WORK)
        && (folder.getParent().equals(output)
            || mounts.stream().anyMatch(it -> folder.getParent().equals(output.resolve(it))));
  }

  /**
   * Renames the output folder away and the next one into its place.
   *
   * @return whether that was done; if not, the output folder is as it was
   */
  private boolean swap() throws PartlyWrittenException {
    Path previous = work.resolve(PREVIOUS);
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
    NextTree.delete(next());
    for (String mount : folders) {
      Path hidden = output.resolve(mount).resolve(WORK);
      if (Files.isDirectory(hidden, LinkOption.NOFOLLOW_LINKS)) {
        NextTree.delete(hidden);
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
      NextTree.delete(work.resolve("records"));
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
    NextTree.delete(work.resolve("records.next"));
    NextTree.delete(work.resolve(PREVIOUS));
    if (!canSwap()) {
      NextTree.delete(work.resolve(SPARE));
    }
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

  private void replace(String name, List<String> lines) throws IOException {
    replace(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private void replace(String name, byte[] bytes) throws IOException {
    Path temporary = work.resolve(name + ".tmp");
    try {
      Files.write(temporary, bytes);
      Files.move(temporary, work.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw WriteFailure.of(work.resolve(name), e);
    }
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
}
