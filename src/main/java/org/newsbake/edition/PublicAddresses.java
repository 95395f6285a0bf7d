package org.newsbake.edition;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/**
 * The ledger of public addresses: which addresses readers were given, and for which content file.
 *
 * <p>It is the file {@code addresses.txt} of the data folder: on each line an address below the
 * site's root, a tab and the name of a content file, in order. Lines that begin with {@code #} are
 * comments.
 *
 * <pre>
 * /town/2026/11/night-ferry/	content/2026/11/night-ferry.md
 * </pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class PublicAddresses {

  /** Its file below the data folder. */
  public static final String FILE = "addresses.txt";

  /** A site of which no address is known to have been public. */
  public static final PublicAddresses NONE = new PublicAddresses(List.of(), List.of());

  /** One line: an address, as links write it, with a slash before it; and a content file. */
  public record Line(String address, String file) implements Comparable<Line> {
    public Line {
      Objects.requireNonNull(file);
      if (!address.startsWith("/")) {
        throw new IllegalArgumentException("not an address below the root: " + address);
      }
    }

    /** The path of the file that a host sends for the address. */
    public String path() {
      return PublicAddresses.path(address);
    }

    @Override
    public int compareTo(Line other) {
      int byAddress = address.compareTo(other.address);
      return byAddress == 0 ? file.compareTo(other.file) : byAddress;
    }
  }

  private final SortedSet<Line> lines;
  private final List<Problem> problems;
  private final Map<String, List<String>> addressesByFile = new TreeMap<>();
  private final Map<String, Set<String>> filesByPath = new TreeMap<>();

  private PublicAddresses(Collection<Line> lines, List<Problem> problems) {
    this.lines = new TreeSet<>(lines);
    this.problems = List.copyOf(problems);
    for (Line line : this.lines) {
      addressesByFile.computeIfAbsent(line.file, key -> new ArrayList<>()).add(line.address);
      filesByPath.computeIfAbsent(path(line.address), key -> new TreeSet<>()).add(line.file);
    }
  }

  /**
   * Reads the ledger.
   *
   * @param name the file as problems name it
   */
  public static PublicAddresses read(String name, String text) {
    List<Line> lines = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    int number = 0;
    for (String written : text.lines().toList()) {
      number++;
      String line = number == 1 && written.startsWith("\uFEFF") ? written.substring(1) : written;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int tab = line.indexOf('\t');
      if (line.startsWith("/") && tab > 0 && !line.substring(tab + 1).isBlank()) {
        lines.add(new Line(line.substring(0, tab).strip(), line.substring(tab + 1).strip()));
      } else {
        problems.add(
            new Problem(
                Severity.ERROR,
                "ledger-invalid",
                new SourceLocation(name, number, 1),
                "this line of the ledger is not an address, a tab and a content file.",
                "Restore the line from git, or delete it and run newsbake ledger --record.",
                line));
      }
    }
    return new PublicAddresses(lines, problems);
  }

  /** This ledger with more lines. */
  public PublicAddresses with(Collection<Line> more) {
    Set<Line> all = new TreeSet<>(lines);
    all.addAll(more);
    return new PublicAddresses(all, problems);
  }

  /** The text of its file. */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.address).append('\t').append(line.file).append('\n'));
    return text.toString();
  }

  public SortedSet<Line> lines() {
    return java.util.Collections.unmodifiableSortedSet(lines);
  }

  /** The lines that cannot be read. */
  public List<Problem> problems() {
    return problems;
  }

  /** The content files that had a public address. */
  public Set<String> files() {
    return java.util.Collections.unmodifiableSet(addressesByFile.keySet());
  }

  /** The addresses that a content file had. */
  public List<String> of(String file) {
    return List.copyOf(addressesByFile.getOrDefault(file, List.of()));
  }

  /** Whether what stands at a path of the site was a page of this content file. */
  boolean isPageOf(String path, String file) {
    return filesByPath.getOrDefault(path, Set.of()).contains(file);
  }

  /** The path of the file that a host sends for an address. */
  static String path(String address) {
    String bare = address.substring(1);
    return file(decoded(bare).orElse(bare));
  }

  /**
   * The file at an address without its first slash: a name with a dot in it is one, any other is a
   * folder.
   */
  static String file(String address) {
    int name = address.lastIndexOf('/') + 1;
    boolean file = address.indexOf('.', name) > name;
    boolean slash = address.isEmpty() || address.endsWith("/");
    return OutputPath.normal(file ? address : address + (slash ? "" : "/") + "index.html");
  }

  private static Optional<String> decoded(String address) {
    try {
      return Optional.of(URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      // A percent sign that stands for itself.
      return Optional.empty();
    }
  }
}
