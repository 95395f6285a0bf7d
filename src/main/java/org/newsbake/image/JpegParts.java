package org.newsbake.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The segments of a JPEG: ITU-T T.81, annex B. */
final class JpegParts {

  private static final String EXIF = "Exif\0\0";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/\0";
  private static final String PHOTOSHOP = "Photoshop 3.0\0";

  private JpegParts() {}

  /**
   * The picture with other metadata.
   *
   * @param blocks takes the metadata that it had
   * @param profile whether the colour profile stays
   * @return {@code null} where the file is damaged
   */
  static byte[] read(byte[] jpeg, Blocks blocks, boolean profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length);
    out.write(jpeg, 0, 2);
    int at = 2;
    while (at + 2 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
      int marker = jpeg[at + 1] & 0xFF;
      if (marker == 0xD9) {
        // Whatever comes behind the end, such as previews, is left out.
        out.write(jpeg, at, 2);
        return out.toByteArray();
      }
      if (marker == 0xFF) {
        at++;
        continue;
      }
      if (at + 4 > jpeg.length) {
        return null;
      }
      int length = u16(jpeg, at + 2);
      if (length < 2 || at + 2 + length > jpeg.length) {
        return null;
      }
      int end = at + 2 + length;
      collect(jpeg, at, marker, length, blocks);
      if (marker == 0xE0 && Blocks.startsWith(jpeg, at + 4, "JFIF\0") && length >= 16) {
        out.write(jpeg, at, 2);
        out.write(0);
        out.write(16);
        out.write(jpeg, at + 4, 12);
        // Without a thumbnail.
        out.write(0);
        out.write(0);
      } else if (marker == 0xEE && Blocks.startsWith(jpeg, at + 4, "Adobe") && length >= 14) {
        out.write(jpeg, at, 2);
        out.write(0);
        out.write(14);
        out.write(jpeg, at + 4, 12);
      } else if (isPicture(marker)
          || profile && marker == 0xE2 && Blocks.startsWith(jpeg, at + 4, "ICC_PROFILE\0")) {
        out.write(jpeg, at, end - at);
      }
      at = end;
      if (marker == 0xDA) {
        while (at + 2 <= jpeg.length && isData(jpeg[at], jpeg[at + 1])) {
          at++;
        }
        out.write(jpeg, end, at - end);
      }
    }
    return null;
  }

  /** Tables, frames, scans and restarts; not what applications and people add. */
  private static boolean isPicture(int marker) {
    return marker >= 0xC0 && marker <= 0xDF;
  }

  private static void collect(byte[] jpeg, int at, int marker, int length, Blocks blocks) {
    int start = at + 4;
    int end = at + 2 + length;
    if (marker == 0xE1 && Blocks.startsWith(jpeg, start, EXIF)) {
      blocks.addExif(Arrays.copyOfRange(jpeg, start + EXIF.length(), end));
    } else if (marker == 0xE1 && Blocks.startsWith(jpeg, start, XMP)) {
      blocks.addXmp(Arrays.copyOfRange(jpeg, start + XMP.length(), end));
    } else if (marker == 0xED && Blocks.startsWith(jpeg, start, PHOTOSHOP)) {
      int from = start + PHOTOSHOP.length();
      blocks.addPhotoshop(jpeg, from, end - from);
    }
  }

  /** A JPEG without metadata, with those that are kept. */
  static byte[] with(byte[] jpeg, Kept kept) {
    int at = 2;
    if (jpeg.length > 6 && (jpeg[3] & 0xFF) == 0xE0) {
      // JFIF's own segment must be the first.
      at = 4 + u16(jpeg, 4);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + 4096);
    out.write(jpeg, 0, at);
    if (kept.orientation() != 1) {
      segment(out, 0xE1, EXIF, kept.exif());
    }
    if (!kept.isSilent()) {
      segment(out, 0xE1, XMP, kept.xmp());
      segment(out, 0xED, PHOTOSHOP, kept.photoshop());
    }
    out.write(jpeg, at, jpeg.length - at);
    return out.toByteArray();
  }

  private static void segment(ByteArrayOutputStream out, int marker, String name, byte[] bytes) {
    int length = 2 + name.length() + bytes.length;
    out.write(0xFF);
    out.write(marker);
    out.write(length >> 8);
    out.write(length);
    out.writeBytes(Blocks.ascii(name));
    out.writeBytes(bytes);
  }

  /** Whether no marker but one of a restart begins here. */
  private static boolean isData(byte first, byte second) {
    return first != (byte) 0xFF || second == 0 || second == (byte) 0xFF || (second & 0xF8) == 0xD0;
  }

  private static int u16(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
  }
}
