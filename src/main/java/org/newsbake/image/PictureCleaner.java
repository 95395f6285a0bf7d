package org.newsbake.image;

import java.util.List;
import java.util.Optional;

/**
 * Takes out of pictures what readers must not have: instructions to editors, contacts, comments,
 * places, what cameras and programs write, previews. The pixels, the colour profile and the
 * orientation stay byte for byte, and so do, in new metadata, the fields of {@link Kept}. The same
 * bytes give the same bytes.
 *
 * <p>Immutable and thread-safe.
 */
public final class PictureCleaner {

  /** The bytes of a file that show whether it is a picture. */
  public static final int SIGNATURE = 16;

  private static final List<String> BRANDS =
      List.of("avif", "avis", "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1");

  private static final List<byte[]> SECRETS =
      List.of(
          Blocks.ascii("GPS"),
          Blocks.ascii("Instructions"),
          Blocks.ascii("CreatorContactInfo"),
          new byte[] {0x1C, 2, 40},
          // The entry of EXIF that leads to the place: tag 0x8825, one long.
          new byte[] {(byte) 0x88, 0x25, 0, 4, 0, 0, 0, 1},
          new byte[] {0x25, (byte) 0x88, 4, 0, 1, 0, 0, 0});

  /** Whether a file could be cleaned. */
  public enum Outcome {
    CLEANED,
    /** It cannot be, and holds nothing that harms. */
    LEFT,
    /** It cannot be, and holds instructions, contacts or a place. */
    REFUSED
  }

  /**
   * A picture that was looked at.
   *
   * @param bytes those to publish
   * @param instructions what it tells editors
   */
  public record Clean(Outcome outcome, byte[] bytes, Optional<String> instructions) {}

  /** What a file consists of. */
  record Opened(byte[] bare, KeptReader.Found found) {}

  /** Whether a file that begins like this is a picture in pixels that may hold metadata. */
  public boolean isPicture(byte[] start) {
    return isCleanable(start) || isOther(start);
  }

  private static boolean isCleanable(byte[] start) {
    return isJpeg(start) || isPng(start) || isWebp(start) || isGif(start);
  }

  private static boolean isOther(byte[] start) {
    return Blocks.startsWith(start, 0, "II*\0")
        || Blocks.startsWith(start, 0, "MM\0*")
        || Blocks.startsWith(start, 0, "8BPS")
        || Blocks.startsWith(start, 4, "JXL ")
        || Blocks.startsWith(start, 0, "\u00FF\n")
        || Blocks.startsWith(start, 4, "ftyp")
            && BRANDS.stream().anyMatch(brand -> Blocks.startsWith(start, 8, brand));
  }

  /** The picture as it may be published. */
  public Clean clean(byte[] file) {
    Optional<Opened> opened = isCleanable(file) ? open(file, true) : Optional.empty();
    if (opened.isEmpty()) {
      return new Clean(holdsSecrets(file) ? Outcome.REFUSED : Outcome.LEFT, file, Optional.empty());
    }
    KeptReader.Found found = opened.get().found();
    return new Clean(Outcome.CLEANED, with(opened.get().bare(), found.all()), found.instructions());
  }

  /**
   * A picture without metadata, and what they were; nothing where the file is damaged or not in one
   * of the formats.
   *
   * @param profile whether the colour profile stays
   */
  static Optional<Opened> open(byte[] file, boolean profile) {
    Blocks blocks = new Blocks();
    byte[] bare = null;
    if (isJpeg(file)) {
      bare = JpegParts.read(file, blocks, profile);
    } else if (isPng(file)) {
      bare = PngParts.read(file, blocks, profile);
    } else if (isWebp(file)) {
      bare = WebpParts.read(file, blocks, profile);
    } else if (isGif(file)) {
      bare = GifParts.read(file, blocks, profile);
    }
    return Optional.ofNullable(bare).map(it -> new Opened(it, KeptReader.read(blocks)));
  }

  /** A picture without metadata, with these. */
  static byte[] with(byte[] bare, Kept kept) {
    if (isJpeg(bare)) {
      return JpegParts.with(bare, kept);
    } else if (isPng(bare)) {
      return PngParts.with(bare, kept);
    }
    return isWebp(bare) ? WebpParts.with(bare, kept) : GifParts.with(bare, kept);
  }

  /** A smaller version of a picture with what is kept of its metadata. */
  static byte[] withRights(byte[] original, byte[] made) {
    Optional<Opened> of = open(original, false);
    Optional<Opened> bare = open(made, true);
    return of.isEmpty() || bare.isEmpty()
        ? made
        : with(bare.get().bare(), of.get().found().all().upright());
  }

  private static boolean holdsSecrets(byte[] file) {
    return SECRETS.stream().anyMatch(secret -> indexOf(file, secret) >= 0);
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    for (int i = 0; i <= bytes.length - part.length; i++) {
      int at = 0;
      while (at < part.length && bytes[i + at] == part[at]) {
        at++;
      }
      if (at == part.length) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isJpeg(byte[] start) {
    return Blocks.startsWith(start, 0, "\u00FF\u00D8\u00FF");
  }

  private static boolean isPng(byte[] start) {
    return Blocks.startsWith(start, 0, "\u0089PNG\r\n\u001A\n");
  }

  private static boolean isWebp(byte[] start) {
    return Blocks.startsWith(start, 0, "RIFF") && Blocks.startsWith(start, 8, "WEBP");
  }

  private static boolean isGif(byte[] start) {
    return Blocks.startsWith(start, 0, "GIF87a") || Blocks.startsWith(start, 0, "GIF89a");
  }
}
