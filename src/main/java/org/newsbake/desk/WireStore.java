package org.newsbake.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbake.wire.Receipt;

/**
 * What a source sent, byte for byte, and the ledger of it: {@code wire/<source>/originals/} and
 * {@code wire/<source>/ledger.jsonl}. The ledger only grows. A line that a killed run left half
 * written is cut off, and what that run had begun is known by the {@code end} that is missing.
 */
final class WireStore implements AutoCloseable {

  private static final String KIND = "kind";

  private final Path folder;
  private final Path ledger;
  private final boolean dry;
  private final FileChannel channel;

  private final Map<String, Receipt> receipts = new LinkedHashMap<>();
  private final Map<String, Entry> articles = new HashMap<>();
  private final Map<String, String> guidsOfFiles = new HashMap<>();
  private final Map<String, String> settled = new HashMap<>();
  private final Set<String> unfinished = new LinkedHashSet<>();
  private final Map<String, byte[]> kept = new HashMap<>();

  /** When a file came for the last time, by its digest, where the ledger says so. */
  private final Map<String, Instant> received = new HashMap<>();

  /** When the run was whose lines are being read or written. */
  private Optional<Instant> run = Optional.empty();

  private boolean changed;

  /**
   * An article that was written for an item.
   *
   * @param file its path below the content folder
   * @param hash the digest of what the agency wrote in it
   * @param before that of the file that it replaced, which a killed run may have left
   * @param base the version that it was made of, as {@code sha:index}
   * @param shared the values of the keys that the newsroom may change, as they were written
   */
  record Entry(
      String guid,
      String file,
      String hash,
      String before,
      String base,
      Map<String, String> shared) {
    Entry {
      shared = Map.copyOf(shared);
    }

    private String line() {
      Map<String, String> values = new LinkedHashMap<>();
      values.put(KIND, "article");
      values.put("guid", guid);
      values.put("file", file);
      values.put("hash", hash);
      values.put("before", before);
      values.put("base", base);
      new java.util.TreeMap<>(shared).forEach((key, value) -> values.put("shared." + key, value));
      return Receipt.line(values);
    }

    private static Entry of(Map<String, String> values) {
      Map<String, String> shared = new HashMap<>();
      values.forEach(
          (key, value) -> {
            if (key.startsWith("shared.")) {
              shared.put(key.substring(7), value);
            }
          });
      return new Entry(
          values.getOrDefault("guid", ""),
          values.getOrDefault("file", ""),
          values.getOrDefault("hash", ""),
          values.getOrDefault("before", ""),
          values.getOrDefault("base", ""),
          shared);
    }
  }

  /** That another import works on the same source. */
  static final class Busy extends IOException {
    private static final long serialVersionUID = 1;

    Busy(Path folder) {
      super("another import is at work in " + folder);
    }
  }

  private WireStore(Path folder, boolean dry) throws IOException {
    this.folder = folder;
    this.dry = dry;
    ledger = folder.resolve("ledger.jsonl");
    if (dry) {
      channel = null;
    } else {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              ledger, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = null;
      try {
        lock = channel.tryLock();
      } catch (OverlappingFileLockException e) {
        // Another thread of this process has it.
      }
      if (lock == null) {
        channel.close();
        throw new Busy(folder);
      }
    }
  }

  /**
   * Opens the store of a source.
   *
   * @param dry whether nothing is written: what would be is kept in memory
   * @throws Busy when another import has it
   */
  static WireStore open(Path project, String source, boolean dry) throws IOException {
    WireStore store = new WireStore(project.resolve("wire").resolve(source), dry);
    try {
      store.load();
      return store;
    } catch (IOException e) {
      store.close();
      throw e;
    }
  }

  private void load() throws IOException {
    if (!Files.isRegularFile(ledger)) {
      return;
    }
    byte[] bytes = Files.readAllBytes(ledger);
    int whole = bytes.length;
    while (whole > 0 && bytes[whole - 1] != '\n') {
      whole--;
    }
    if (!dry) {
      channel.truncate(whole);
      channel.position(whole);
    }
    for (String line : new String(bytes, 0, whole, StandardCharsets.UTF_8).split("\n")) {
      take(line);
    }
    run = Optional.empty();
  }

  private static Optional<Instant> instant(String written) {
    try {
      return Optional.of(Instant.parse(String.valueOf(written)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** The digests of the files that an item came in. */
  private static List<String> files(Receipt receipt) {
    List<String> files = new ArrayList<>(receipt.attachments().values());
    files.add(receipt.sha());
    return files;
  }

  private void take(String line) {
    Optional<Receipt> receipt = Receipt.of(line);
    if (receipt.isPresent()) {
      receipts.put(key(receipt.get()), receipt.get());
      run.ifPresent(at -> files(receipt.get()).forEach(sha -> received.put(sha, at)));
      unfinished.add(receipt.get().guid());
      return;
    }
    Optional<Map<String, String>> values = Receipt.values(line);
    if (values.isEmpty()) {
      return;
    }
    switch (values.get().getOrDefault(KIND, "")) {
      case "run" -> run = instant(values.get().get("at"));
      case "article" -> put(Entry.of(values.get()));
      case "settled" ->
          settled.put(
              Decisions.key(values.get().get("advisory"), values.get().get("guid")),
              values.get().get("take"));
      case "end" -> unfinished.clear();
      default -> {}
    }
  }

  private void put(Entry entry) {
    articles.put(entry.guid(), entry);
    guidsOfFiles.put(entry.file(), entry.guid());
    unfinished.add(entry.guid());
  }

  private static String key(Receipt receipt) {
    return receipt.sha() + ":" + receipt.index();
  }

  /** Everything that was received. */
  Collection<Receipt> receipts() {
    return receipts.values();
  }

  Map<String, String> settled() {
    return settled;
  }

  /** What a run began that did not come to its end. */
  Set<String> unfinished() {
    return Set.copyOf(unfinished);
  }

  Optional<Entry> article(String guid) {
    return Optional.ofNullable(articles.get(guid));
  }

  /** The item of an article, by its path below the content folder. */
  Optional<String> guidOf(String file) {
    return Optional.ofNullable(guidsOfFiles.get(file));
  }

  boolean isTaken(String file) {
    return guidsOfFiles.containsKey(file);
  }

  /** Keeps a file byte for byte. */
  String keep(byte[] bytes) throws IOException {
    String sha = Copy.sha256(bytes);
    Path file = original(sha);
    if (kept.containsKey(sha) || Files.isRegularFile(file)) {
      return sha;
    }
    if (dry) {
      kept.put(sha, bytes);
    } else {
      write(file, bytes);
    }
    return sha;
  }

  private Path original(String sha) {
    return folder.resolve("originals").resolve(sha.substring(0, 2)).resolve(sha);
  }

  /** What was kept; nothing where it was deleted. */
  Optional<byte[]> read(String sha) throws IOException {
    if (kept.containsKey(sha)) {
      return Optional.of(kept.get(sha));
    }
    Path file = original(sha);
    return sha.matches("[0-9a-f]{64}") && Files.isRegularFile(file)
        ? Optional.of(Files.readAllBytes(file))
        : Optional.empty();
  }

  /** Whether anything was written or deleted. */
  boolean isChanged() {
    return changed;
  }

  /**
   * Whether an item came before an instant: by the ledger, else by the file that was kept.
   *
   * @throws IOException when the machine fails
   */
  boolean isOlder(Receipt receipt, Instant than) throws IOException {
    Instant at = received.get(receipt.sha());
    if (at == null) {
      Path file = original(receipt.sha());
      at = Files.isRegularFile(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.MIN;
    }
    return at.isBefore(than);
  }

  /**
   * Deletes the originals of some items, but for files that others came in.
   *
   * @throws IOException when the machine fails
   */
  void forget(Collection<Receipt> old) throws IOException {
    Set<String> gone = new LinkedHashSet<>();
    old.forEach(it -> gone.addAll(files(it)));
    Set<Receipt> these = new HashSet<>(old);
    receipts.values().stream()
        .filter(it -> !these.contains(it))
        .forEach(it -> gone.removeAll(files(it)));
    for (String sha : gone) {
      changed |= !dry && Files.deleteIfExists(original(sha));
    }
  }

  /** Writes a file whole or not at all. */
  void write(Path file, byte[] bytes) throws IOException {
    if (dry) {
      return;
    }
    changed = true;
    Files.createDirectories(file.getParent());
    Path part = Files.createTempFile(Files.createDirectories(folder.resolve("part")), "", "");
    try {
      Files.write(part, bytes);
      try {
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Adds what was received, in one write; what is known already is left.
   *
   * @param now when this run is
   */
  List<Receipt> receive(List<Receipt> arrived, Instant now) throws IOException {
    List<Receipt> added = new ArrayList<>();
    StringBuilder lines = new StringBuilder();
    for (Receipt receipt : arrived) {
      Receipt known = receipts.get(key(receipt));
      if (known == null || !known.attachments().equals(receipt.attachments())) {
        lines.append(receipt.line()).append('\n');
        // As a later run will know it, without its text.
        Receipt told = Receipt.of(receipt.line()).orElseThrow();
        receipts.put(key(receipt), told);
        added.add(told);
        files(told).forEach(sha -> received.put(sha, now));
      }
    }
    if (!added.isEmpty() && run.isEmpty()) {
      run = Optional.of(now);
      append(Receipt.line(Map.of(KIND, "run", "at", now.toString())) + "\n");
    }
    append(lines.toString());
    return added;
  }

  /** Adds that an article is about to be written. */
  void begin(Entry entry) throws IOException {
    append(entry.line() + "\n");
    put(entry);
  }

  /** Adds what a person decided of an advisory. */
  void settle(String advisory, String guid, String take) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(KIND, "settled");
    values.put("advisory", advisory);
    values.put("guid", guid);
    values.put("take", take);
    append(Receipt.line(values) + "\n");
    settled.put(Decisions.key(advisory, guid), take);
  }

  /** Adds that all that was begun is done. */
  void end() throws IOException {
    if (!unfinished.isEmpty()) {
      append(Receipt.line(Map.of(KIND, "end")) + "\n");
      unfinished.clear();
    }
  }

  private void append(String lines) throws IOException {
    if (dry || lines.isEmpty()) {
      return;
    }
    changed = true;
    ByteBuffer bytes = ByteBuffer.wrap(lines.getBytes(StandardCharsets.UTF_8));
    channel.position(channel.size());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
