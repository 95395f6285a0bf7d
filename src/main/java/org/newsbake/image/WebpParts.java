package org.newsbake.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** The chunks of a WebP: RFC 9649. */
final class WebpParts {

  private static final Set<String> PICTURE = Set.of("VP8X", "VP8 ", "VP8L", "ALPH", "ANIM", "ANMF");
  private static final int PROFILE_FLAG = 0x20;
  private static final int EXIF_FLAG = 0x08;
  private static final int XMP_FLAG = 0x04;

  private WebpParts() {}

  /**
   * The picture without metadata.
   *
   * @param blocks takes the metadata that it had
   * @param profile whether the colour profile stays
   * @return {@code null} where the file is damaged
   */
  static byte[] read(byte[] webp, Blocks blocks, boolean profile) {
    long riff = u32(webp, 4) + 8;
    if (riff > webp.length) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(webp.length);
    out.write(webp, 0, 12);
    boolean hasProfile = false;
    int at = 12;
    while (at + 8 <= riff) {
      String type = new String(webp, at, 4, StandardCharsets.ISO_8859_1);
      long length = u32(webp, at + 4);
      if (at + 8 + length > riff) {
        return null;
      }
      int end = at + 8 + (int) length;
      int next = (int) Math.min(riff, end + (length & 1));
      if (PICTURE.contains(type) || type.equals("ICCP") && profile) {
        hasProfile |= type.equals("ICCP");
        out.write(webp, at, next - at);
      } else if (type.equals("XMP ")) {
        blocks.addXmp(Arrays.copyOfRange(webp, at + 8, end));
      } else if (type.equals("EXIF")) {
        int start = Blocks.startsWith(webp, at + 8, "Exif\0\0") ? at + 14 : at + 8;
        blocks.addExif(Arrays.copyOfRange(webp, start, end));
      }
      at = next;
    }
    byte[] bytes = out.toByteArray();
    return finished(bytes, hasProfile ? PROFILE_FLAG : 0);
  }

  /** A WebP without metadata, with those that are kept; only the extended format has a place. */
  static byte[] with(byte[] webp, Kept kept) {
    if (!Blocks.startsWith(webp, 12, "VP8X") || webp.length < 30) {
      return webp;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(webp.length + 4096);
    out.writeBytes(webp);
    int flags = webp[20] & PROFILE_FLAG;
    if (kept.orientation() != 1) {
      chunk(out, "EXIF", kept.exif());
      flags |= EXIF_FLAG;
    }
    if (!kept.isSilent()) {
      chunk(out, "XMP ", kept.xmp());
      flags |= XMP_FLAG;
    }
    return finished(out.toByteArray(), flags);
  }

  /** The file with its length and its flags as they are now. */
  private static byte[] finished(byte[] bytes, int flags) {
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(4, bytes.length - 8);
    if (Blocks.startsWith(bytes, 12, "VP8X") && bytes.length >= 30) {
      bytes[20] = (byte) (bytes[20] & ~(PROFILE_FLAG | EXIF_FLAG | XMP_FLAG) | flags);
    }
    return bytes;
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] bytes) {
    out.writeBytes(Blocks.ascii(type));
    out.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length).array());
    out.writeBytes(bytes);
    if (bytes.length % 2 == 1) {
      out.write(0);
    }
  }

  private static long u32(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(at) & 0xFFFFFFFFL;
  }
}
