package org.newsbake.image;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Makes smaller versions of pictures, and keeps them in a folder by the content of the picture, so
 * that each is made once. All versions of a picture are made when the first is asked for: it is
 * read and decoded once. Thread-safe; two processes may share the folder.
 *
 * <p>A version of a JPEG is progressive. A version carries the rights and the words of its picture
 * that readers may have: see {@link PictureCleaner}.
 */
public final class Renditions {

  /** To be raised when the same picture and width give other bytes. */
  private static final int METHOD = 3;

  /** The megapixels that are decoded at a time, of up to 4 bytes each, on any number of threads. */
  private static final int MEGAPIXELS = (int) (PictureReader.MOST_PIXELS / 1_000_000);

  private final Path folder;
  private final Semaphore memory = new Semaphore(MEGAPIXELS);
  private final Map<Original, Object> locks = new ConcurrentHashMap<>();
  private final Map<Original, String> digests = new ConcurrentHashMap<>();

  /**
   * @param folder where they are kept; made when the first one is
   */
  public Renditions(Path folder) {
    this.folder = folder;
  }

  /** A picture as it was when it was read. */
  private record Original(Path file, FileTime changed, long size) {
    static Original of(Path file) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return new Original(file, attributes.lastModifiedTime(), attributes.size());
    }
  }

  /**
   * The bytes of a smaller version, or nothing where the picture cannot be decoded.
   *
   * @param file the picture
   * @param heights the heights in pixels of all versions of the picture by their widths
   * @param width that of the version, in pixels
   * @throws IOException when the picture cannot be read
   */
  public Optional<byte[]> bytes(Path file, SortedMap<Integer, Integer> heights, int width)
      throws IOException {
    Original original = Original.of(file);
    synchronized (locks.computeIfAbsent(original, key -> new Object())) {
      String digest = digests.get(original);
      if (digest != null) {
        Optional<byte[]> known = read(kept(digest, width));
        if (known.isPresent()) {
          return known;
        }
      }
      byte[] picture = Files.readAllBytes(file);
      // Each version is made of the larger ones, so it is another where those are others.
      digest = sha256(picture, heights.toString().getBytes(StandardCharsets.US_ASCII));
      digests.put(original, digest);
      Optional<byte[]> known = read(kept(digest, width));
      return known.isPresent()
          ? known
          : make(picture, digest, heights).map(made -> made.get(width));
    }
  }

  private Optional<Map<Integer, byte[]>> make(
      byte[] file, String digest, SortedMap<Integer, Integer> heights) {
    Optional<Picture> picture = new PictureReader().read(file);
    if (picture.isEmpty() || picture.get().scaling() != Scaling.POSSIBLE) {
      return Optional.empty();
    }
    long pixels = (long) picture.get().width() * picture.get().height();
    int megapixels = (int) Math.max(1, pixels / 1_000_000);
    memory.acquireUninterruptibly(megapixels);
    try {
      return Scaler.of(file, picture.get(), heights.lastKey())
          .flatMap(scaler -> versions(scaler, digest, heights));
    } catch (OutOfMemoryError e) {
      // One picture needs more than there is; what it took is free again.
      return Optional.empty();
    } finally {
      memory.release(megapixels);
    }
  }

  private Optional<Map<Integer, byte[]>> versions(
      Scaler scaler, String digest, SortedMap<Integer, Integer> heights) {
    Map<Integer, byte[]> versions = new TreeMap<>();
    List<Integer> widest = new ArrayList<>(heights.keySet());
    Collections.reverse(widest);
    for (int width : widest) {
      Optional<byte[]> version = scaler.version(width, heights.get(width));
      if (version.isEmpty()) {
        return Optional.empty();
      }
      versions.put(width, version.get());
      keep(kept(digest, width), version.get());
    }
    return Optional.of(versions);
  }

  private Path kept(String digest, int width) {
    return folder.resolve(digest + "-" + width + "-" + METHOD);
  }

  /** What is kept, unless something cut it short: its digest stands before it. */
  private static Optional<byte[]> read(Path kept) {
    try {
      byte[] file = Files.readAllBytes(kept);
      if (file.length <= 64) {
        return Optional.empty();
      }
      byte[] bytes = Arrays.copyOfRange(file, 64, file.length);
      String digest = new String(file, 0, 64, StandardCharsets.US_ASCII);
      return digest.equals(sha256(bytes)) ? Optional.of(bytes) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void keep(Path kept, byte[] bytes) {
    try {
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "part", null);
      ByteArrayOutputStream file = new ByteArrayOutputStream(bytes.length + 64);
      file.writeBytes(sha256(bytes).getBytes(StandardCharsets.US_ASCII));
      file.writeBytes(bytes);
      try {
        Files.write(part, file.toByteArray());
        move(part, kept);
      } finally {
        // On a full disk, half a file would only fill it more.
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      // What cannot be kept is made again the next time.
      return;
    }
  }

  private static void move(Path part, Path kept) throws IOException {
    try {
      Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static String sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
