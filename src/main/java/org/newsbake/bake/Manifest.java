package org.newsbake.bake;

import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The files that Newsbake wrote into an output folder: path, size, time and digest of each. Its
 * text is described in docs/manifest.md.
 *
 * <p>An entry says that a file which still has this size and this time has this digest.
 *
 * @param key the key of its digests
 * @param files the files whose digests are known, by path
 * @param bare the paths of files of which nothing else is known
 */
record Manifest(SipHash.Key key, Map<String, Entry> files, Set<String> bare) {

  /** The time of a file that may still change without another time. */
  static final long UNKNOWN = Long.MIN_VALUE;

  private static final String NAME = "newsbake-manifest ";
  private static final String HEAD = NAME + "1 siphash-1-3-128 ";
  private static final String END = "end ";
  private static final String NO_TIME = "-";
  private static final String BARE = "- - - ";

  /** A line of a manifest, or its last one. */
  private static final Pattern LINE = Pattern.compile("(?:\\S+ \\S+|end) [0-9a-f]{32}\\b.*");

  /** How long a file may change without another time, where the clock has fractions of seconds. */
  private static final long TICK = TimeUnit.MILLISECONDS.toNanos(100);

  /** The same, where it has only whole seconds, or only even ones. */
  private static final long LONG_TICK = TimeUnit.SECONDS.toNanos(3);

  /**
   * A file.
   *
   * @param size in bytes
   * @param time when it was last changed, in nanoseconds since 1970, or {@link #UNKNOWN}
   */
  record Entry(long size, long time, SipHash.Digest digest) {

    /** Whether a file of this size and time is the one that the digest is of. */
    boolean isOf(long otherSize, FileTime otherTime) {
      return time != UNKNOWN && size == otherSize && time == nanoseconds(otherTime);
    }

    /**
     * The same entry without its time, unless any change after an instant gives the file another
     * time.
     *
     * @param instant the time of the file system, in nanoseconds since 1970
     */
    Entry trustedAt(long instant) {
      long tick = time % TimeUnit.SECONDS.toNanos(1) == 0 ? LONG_TICK : TICK;
      return time != UNKNOWN && time > instant - tick ? withoutTime() : this;
    }

    Entry withoutTime() {
      return time == UNKNOWN ? this : new Entry(size, UNKNOWN, digest);
    }
  }

  /** The maps are not copied, which would take longer than all else: they change no more. */
  Manifest {
    files = Collections.unmodifiableMap(files);
    bare = Collections.unmodifiableSet(bare);
  }

  /** The manifest of a folder that Newsbake has never written to, with a new key. */
  static Manifest none() {
    return new Manifest(SipHash.Key.random(), Map.of(), Set.of());
  }

  static long nanoseconds(FileTime time) {
    return time.to(TimeUnit.NANOSECONDS);
  }

  /** The paths of all files. */
  Set<String> paths() {
    if (bare.isEmpty()) {
      return files.keySet();
    }
    Set<String> paths = new HashSet<>(files.keySet());
    paths.addAll(bare);
    return paths;
  }

  Optional<Entry> entry(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The files of both, of which only their paths are relied on. */
  Manifest and(Manifest other) {
    Set<String> paths = new HashSet<>(paths());
    paths.addAll(other.paths());
    return new Manifest(key, Map.of(), paths);
  }

  /** Whether another one says the same; entries that nothing changed are the same objects. */
  boolean isSame(Manifest other) {
    if (!key.equals(other.key) || files.size() != other.files.size() || !bare.equals(other.bare)) {
      return false;
    }
    for (Map.Entry<String, Entry> file : files.entrySet()) {
      Entry entry = other.files.get(file.getKey());
      if (entry != file.getValue() && !file.getValue().equals(entry)) {
        return false;
      }
    }
    return true;
  }

  /** The bytes of the file, which are the same for equal manifests. */
  byte[] bytes() {
    StringBuilder text = new StringBuilder(100 * (files.size() + 1));
    text.append(HEAD).append(key).append('\n');
    for (String path : files.keySet().stream().sorted().toList()) {
      Entry entry = files.get(path);
      text.append(entry.size).append(' ');
      if (entry.time == UNKNOWN) {
        text.append(NO_TIME);
      } else {
        text.append(entry.time);
      }
      text.append(' ').append(entry.digest).append(' ').append(escaped(path)).append('\n');
    }
    for (String path : bare.stream().sorted().toList()) {
      text.append(BARE).append(escaped(path)).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    byte[] end = (END + key.digest(bytes) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] both = Arrays.copyOf(bytes, bytes.length + end.length);
    System.arraycopy(end, 0, both, bytes.length, end.length);
    return both;
  }

  /**
   * What {@link #read} found.
   *
   * @param whole whether it is as it was written; else any line may be wrong
   */
  record Found(Manifest manifest, boolean whole) {}

  /** Reads the text of a manifest, or the list of paths that earlier versions wrote. */
  static Found read(byte[] text) {
    int keyStart = HEAD.length();
    SipHash.Key key = startsWith(text, 0, HEAD) ? SipHash.Key.read(text, keyStart) : null;
    if (key == null) {
      return readPaths(text);
    }
    Map<String, Entry> files = new HashMap<>(text.length / 64);
    Set<String> bare = new HashSet<>();
    int at = Math.min(text.length, indexOf(text, keyStart, '\n') + 1);
    for (int end; (end = indexOf(text, at, '\n')) < text.length; at = end + 1) {
      if (startsWith(text, at, END)) {
        break;
      }
      readLine(text, at, end, files, bare);
    }
    String rest = new String(text, at, text.length - at, StandardCharsets.UTF_8);
    boolean whole = rest.equals(END + key.digest(text, at) + "\n");
    return new Found(new Manifest(key, files, bare), whole);
  }

  private static Found readPaths(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<String> lines = text.lines().toList();
    boolean paths =
        text.endsWith("\n")
            && !text.startsWith(NAME)
            && lines.stream().allMatch(Manifest::isPlainPath);
    return paths || text.isEmpty()
        ? new Found(new Manifest(SipHash.Key.random(), Map.of(), new HashSet<>(lines)), true)
        : new Found(none(), false);
  }

  /** Passes over what is no line of a manifest: the last line shows the damage. */
  private static void readLine(
      byte[] text, int start, int end, Map<String, Entry> files, Set<String> bare) {
    int time = indexOf(text, start, ' ') + 1;
    int digest = indexOf(text, time, ' ') + 1;
    int path = indexOf(text, digest, ' ') + 1;
    if (path > end) {
      return;
    }
    String name = unescaped(new String(text, path, end - path, StandardCharsets.UTF_8));
    if (!isBelow(name)) {
      return;
    }
    if (startsWith(text, start, BARE)) {
      bare.add(name);
      return;
    }
    SipHash.Digest read = path == digest + 33 ? SipHash.Digest.read(text, digest) : null;
    if (read != null) {
      try {
        files.put(
            name,
            new Entry(
                number(text, start, time - 1),
                startsWith(text, time, NO_TIME + " ") ? UNKNOWN : number(text, time, digest - 1),
                read));
      } catch (NumberFormatException e) {
        return;
      }
    }
  }

  private static long number(byte[] text, int start, int end) {
    return Long.parseLong(new String(text, start, end - start, StandardCharsets.ISO_8859_1));
  }

  private static boolean startsWith(byte[] text, int at, String start) {
    for (int i = 0; i < start.length(); i++) {
      if (at + i >= text.length || text[at + i] != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** The place of a character, or the end of the text. */
  private static int indexOf(byte[] text, int start, char c) {
    int at = start;
    while (at < text.length && text[at] != c) {
      at++;
    }
    return at;
  }

  /** Whether a path leads to a file below the folder that it starts from. */
  private static boolean isBelow(String path) {
    int start = 0;
    for (int end = 0; end <= path.length(); end++) {
      if (end == path.length() || path.charAt(end) == '/') {
        if (end == start
            || path.startsWith(".", start)
                && (end == start + 1 || end == start + 2 && path.charAt(start + 1) == '.')) {
          return false;
        }
        start = end + 1;
      }
    }
    return true;
  }

  /** Whether a line is the path of a file, and not of some other kind of text. */
  private static boolean isPlainPath(String line) {
    return isBelow(line)
        && line.chars().noneMatch(c -> c < ' ' || c == '\uFFFD')
        && !LINE.matcher(line).matches();
  }

  private static String escaped(String path) {
    return path.indexOf('\\') < 0 && path.indexOf('\n') < 0 && path.indexOf('\r') < 0
        ? path
        : path.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        c = text.charAt(++i);
        c = c == 'n' ? '\n' : c == 'r' ? '\r' : c;
      }
      path.append(c);
    }
    return path.toString();
  }
}
