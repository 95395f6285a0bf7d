package org.newsbake.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A file of a cache: what it holds is given back only if it was written whole, by this very
 * program, for the same key.
 *
 * <p>Two processes may use one file: it is replaced at once, and a reader gets one or the other.
 */
public final class CacheFile {

  /** Another layout of this class's own bytes needs another one. */
  private static final String MAGIC = "newsbake-cache-1\n";

  private static final String PROGRAM = program();

  private final Path file;
  private final String key;

  /**
   * @param key what the contents depend on beside the program: another key is another cache
   */
  public CacheFile(Path file, String key) {
    this.file = file;
    this.key = key;
  }

  /** Whether a file is a cache of this name, or one that was not written to its end. */
  public static boolean isOf(String cache, String name) {
    return name.equals(cache)
        || name.startsWith(cache + ".")
            && name.substring(cache.length() + 1).matches("[0-9]+-[0-9]+");
  }

  /** What was found. */
  public sealed interface Content {

    /** Nothing that may be used, and why. */
    record None(String reason) implements Content {}

    /** What was written. */
    record Found(byte[] bytes) implements Content {}
  }

  /** What was written last, if it may be used. */
  public Content read() {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readAllBytes();
    } catch (NoSuchFileException e) {
      return new Content.None("no cache yet");
    } catch (IOException e) {
      return new Content.None("the cache cannot be read: " + e.getMessage());
    }
    return opened(key, bytes);
  }

  /**
   * What {@link #sealed} made these bytes of, if this very program did so for the same key.
   *
   * @param key what the contents depend on beside the program
   */
  public static Content opened(String key, byte[] bytes) {
    byte[] expected = head(key);
    if (bytes.length < expected.length + Integer.BYTES
        || !Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length)) {
      return new Content.None("the cache is of another version or other settings");
    }
    int end = bytes.length - Integer.BYTES;
    return sum(bytes, end) == ByteBuffer.wrap(bytes, end, Integer.BYTES).getInt()
        ? new Content.Found(Arrays.copyOfRange(bytes, expected.length, end))
        : new Content.None("the cache is damaged");
  }

  /**
   * Bytes that {@link #opened} knows again.
   *
   * @param key what the contents depend on beside the program
   */
  public static byte[] sealed(String key, byte[] content) {
    byte[] first = head(key);
    byte[] bytes = Arrays.copyOf(first, first.length + content.length + Integer.BYTES);
    System.arraycopy(content, 0, bytes, first.length, content.length);
    int end = bytes.length - Integer.BYTES;
    ByteBuffer.wrap(bytes, end, Integer.BYTES).putInt(sum(bytes, end));
    return bytes;
  }

  private static int sum(byte[] bytes, int end) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, 0, end);
    return (int) sum.getValue();
  }

  private static byte[] head(String key) {
    return (MAGIC + PROGRAM + "\n" + key + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Replaces the contents.
   *
   * @throws IOException when that fails; the file is as it was
   */
  public void write(byte[] content) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Path temporary = temporary();
    try {
      try (FileChannel out = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(sealed(key, content));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
      }
      try {
        Files.move(
            temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private Path temporary() throws IOException {
    for (int i = 0; ; i++) {
      Path path =
          file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + "-" + i);
      try {
        return Files.createFile(path);
      } catch (FileAlreadyExistsException e) {
        if (i > 99) {
          throw e;
        }
      }
    }
  }

  /** What tells this program from every other version of it, on this version of Java. */
  private static String program() {
    String java =
        System.getProperty("java.vm.version", "") + System.getProperty("java.locale.providers", "");
    try {
      return java + " " + own().orElse("");
    } catch (URISyntaxException | IOException e) {
      throw new UncheckedIOException(new IOException("cannot find the program itself", e));
    }
  }

  private static Optional<String> own() throws URISyntaxException, IOException {
    CodeSource source = CacheFile.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    BasicFileAttributes attributes =
        Files.readAttributes(Path.of(source.getLocation().toURI()), BasicFileAttributes.class);
    return Optional.of(attributes.size() + " " + attributes.lastModifiedTime().toMillis());
  }
}
