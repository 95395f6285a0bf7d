package org.newsbake.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.wire.Reading;
import org.newsbake.wire.WireFile;
import org.newsbake.wire.WireReader;

/**
 * The files of an import. They are read on all cores, and come in the order of their names; few are
 * in memory at once.
 */
final class Incoming {

  /** The largest file that is read, in bytes. */
  static final long MOST_BYTES = 20_000_000;

  private static final int MOST_PARTS = 200;

  /** How many files are read ahead, and how many bytes. */
  private static final int FILES_AHEAD = 64;

  private static final long BYTES_AHEAD = 2 * MOST_BYTES;

  private final WireReader reader;
  private final Map<Path, List<String>> folders = new ConcurrentHashMap<>();

  Incoming(WireReader reader) {
    this.reader = reader;
  }

  /**
   * A file that was read.
   *
   * @param name its name, for people
   * @param parts the files beside it that belong to it
   * @param reading what it says; nothing where it is a picture, or was refused
   * @param refused why nothing of it is used
   */
  record Arrival(
      Path file,
      String name,
      byte[] bytes,
      Map<String, byte[]> parts,
      Optional<Reading> reading,
      Optional<Problem> refused) {

    private static Arrival refused(Path file, String name, Problem why) {
      return new Arrival(file, name, new byte[0], Map.of(), Optional.empty(), Optional.of(why));
    }
  }

  /** Takes what was read. */
  interface Taker {
    void take(Arrival arrival) throws IOException;
  }

  private record Named(Path file, String name) {}

  /**
   * Reads files, and the files of folders.
   *
   * @throws IOException when the machine fails
   */
  void read(List<Path> inputs, Taker taker) throws IOException {
    List<Named> files = new ArrayList<>();
    for (Path input : inputs) {
      if (Files.isDirectory(input)) {
        for (Path file : filesBelow(input)) {
          files.add(new Named(file, name(file, input)));
        }
      } else {
        files.add(new Named(input, name(input, input.toAbsolutePath().getParent())));
      }
    }
    int next = 0;
    while (next < files.size()) {
      int from = next;
      long bytes = 0;
      while (next < files.size() && next - from < FILES_AHEAD && bytes < BYTES_AHEAD) {
        bytes += files.get(next).file().toFile().length();
        next++;
      }
      for (Arrival arrival : arrivals(files.subList(from, next))) {
        taker.take(arrival);
      }
    }
  }

  private List<Arrival> arrivals(List<Named> files) throws IOException {
    try {
      return files.parallelStream()
          .map(
              it -> {
                try {
                  return arrival(it.file(), it.name());
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static String name(Path file, Path root) {
    String name =
        root.toAbsolutePath().relativize(file.toAbsolutePath()).toString().replace('\\', '/');
    return name.isEmpty() ? file.getFileName().toString() : name;
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
            boolean hidden =
                !below.equals(folder) && below.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !file.getFileName().toString().startsWith(".")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(Comparator.naturalOrder());
    return files;
  }

  private Arrival arrival(Path file, String name) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Arrival.refused(
          file,
          name,
          Problem.error(
              "file-missing",
              SourceLocation.of(name),
              "there is no such file.",
              "Name a file or a folder that is there."));
    }
    if (Files.size(file) > MOST_BYTES) {
      return Arrival.refused(
          file,
          name,
          Problem.error(
              "wire-too-large",
              SourceLocation.of(name),
              "the file has more than 20 MB.",
              "Nothing of it is used. Ask the sender what it is."));
    }
    byte[] bytes = Files.readAllBytes(file);
    if (isPicture(bytes)) {
      return new Arrival(file, name, bytes, Map.of(), Optional.empty(), Optional.empty());
    }
    List<String> beside = beside(file);
    Map<String, byte[]> parts = parts(file, beside, bytes);
    Reading reading = reader.read(new WireFile(name, bytes, beside, parts));
    return new Arrival(file, name, bytes, parts, Optional.of(reading), Optional.empty());
  }

  private static boolean isPicture(byte[] bytes) {
    String start = new String(bytes, 0, Math.min(12, bytes.length), StandardCharsets.ISO_8859_1);
    return start.startsWith("\u00FF\u00D8\u00FF")
        || start.startsWith("\u0089PNG")
        || start.startsWith("GIF8")
        || start.startsWith("RIFF") && start.endsWith("WEBP")
        || start.startsWith("BM") && bytes.length > 26 && bytes[6] == 0 && bytes[7] == 0
        || start.startsWith("II*\u0000")
        || start.startsWith("MM\u0000*");
  }

  private List<String> beside(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    List<String> known = folders.get(folder);
    if (known == null) {
      known = new ArrayList<>();
      try (var files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
        for (Path one : files) {
          known.add(one.getFileName().toString());
        }
      }
      known.sort(Comparator.naturalOrder());
      folders.put(folder, List.copyOf(known));
    }
    return known;
  }

  /** The files that may hold the text of a file of metadata. */
  private static Map<String, byte[]> parts(Path file, List<String> beside, byte[] bytes)
      throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    int start = 0;
    while (start < bytes.length && bytes[start] <= ' ') {
      start++;
    }
    if (start == bytes.length || bytes[start] != '{' && bytes[start] != '[') {
      return parts;
    }
    String own = WireFile.partOf(file.getFileName().toString());
    for (String name : beside) {
      boolean part =
          name.equals(own)
              || name.endsWith("-nitf.xml")
                  && new String(bytes, StandardCharsets.ISO_8859_1)
                      .contains(name.substring(0, name.length() - "-nitf.xml".length()));
      if (part
          && parts.size() < MOST_PARTS
          && Files.size(file.resolveSibling(name)) <= MOST_BYTES) {
        parts.put(name, Files.readAllBytes(file.resolveSibling(name)));
      }
    }
    return parts;
  }
}
