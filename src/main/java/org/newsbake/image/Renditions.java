package org.newsbake.image;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes smaller versions of pictures, and keeps them in a folder by the content of the picture, so
 * that each is made once. Thread-safe; two processes may share the folder.
 *
 * <p>A version of a JPEG carries its rights: the segments of IPTC and XMP are copied, EXIF, which
 * may tell where the camera was, is not.
 */
public final class Renditions {

  /** To be raised when the same picture and width give other bytes. */
  private static final int METHOD = 1;

  private static final double QUALITY = 0.82;

  private final Path folder;

  /**
   * @param folder where they are kept; made when the first one is
   */
  public Renditions(Path folder) {
    this.folder = folder;
  }

  /**
   * The bytes of a smaller version, or nothing where the picture cannot be decoded.
   *
   * @param original the picture
   * @param width in pixels
   * @param height in pixels
   * @throws IOException when the picture cannot be read
   */
  public Optional<byte[]> bytes(Path original, int width, int height) throws IOException {
    byte[] picture = Files.readAllBytes(original);
    Path kept = folder.resolve(sha256(picture) + "-" + width + "-" + METHOD);
    Optional<byte[]> known = read(kept);
    if (known.isPresent()) {
      return known;
    }
    Optional<byte[]> made = make(picture, width, height);
    if (made.isPresent()) {
      keep(kept, made.get());
    }
    return made;
  }

  /** What is kept, unless something cut it short: its digest stands before it. */
  private static Optional<byte[]> read(Path kept) {
    try {
      byte[] file = Files.readAllBytes(kept);
      if (file.length <= 64) {
        return Optional.empty();
      }
      byte[] bytes = java.util.Arrays.copyOfRange(file, 64, file.length);
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
      Files.write(part, file.toByteArray());
      try {
        Files.move(part, kept, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, kept, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      // What cannot be kept is made again the next time.
      return;
    }
  }

  private static Optional<byte[]> make(byte[] picture, int width, int height) {
    boolean png = picture.length > 1 && picture[1] == 'P';
    ByteArrayOutputStream made = new ByteArrayOutputStream();
    try {
      Thumbnails.of(new ByteArrayInputStream(picture))
          .forceSize(width, height)
          .outputQuality(QUALITY)
          .outputFormat(png ? "png" : "jpg")
          .toOutputStream(made);
    } catch (IOException | RuntimeException e) {
      // ImageIO cannot decode all that it is given: colours of print, damaged files.
      return Optional.empty();
    }
    return Optional.of(png ? made.toByteArray() : Rights.copied(picture, made.toByteArray()));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
