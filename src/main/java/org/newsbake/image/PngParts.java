package org.newsbake.image;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG: W3C, Portable Network Graphics, third edition. */
final class PngParts {

  private static final Set<String> PICTURE =
      Set.of(
          "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "cICP", "mDCV", "cLLI",
          "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

  private static final String XMP = "XML:com.adobe.xmp";

  private PngParts() {}

  /**
   * The picture without metadata.
   *
   * @param blocks takes the metadata that it had
   * @param profile whether the colour profile stays
   * @return {@code null} where the file is damaged
   */
  static byte[] read(byte[] png, Blocks blocks, boolean profile) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
    out.write(png, 0, 8);
    int at = 8;
    while (at + 12 <= png.length) {
      int length = ByteBuffer.wrap(png, at, 4).getInt();
      if (length < 0 || length > png.length - at - 12) {
        return null;
      }
      String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
      int start = at + 8;
      int end = start + length;
      if (PICTURE.contains(type) || type.equals("iCCP") && profile && isProfile(png, start, end)) {
        out.write(png, at, length + 12);
      } else {
        collect(png, type, start, end, blocks);
      }
      if (type.equals("IEND")) {
        return out.toByteArray();
      }
      at = end + 4;
    }
    return null;
  }

  /** Whether the bytes of a profile inflate to a size that profiles have. */
  private static boolean isProfile(byte[] png, int start, int end) {
    int name = zero(png, start, end);
    return name + 2 < end
        && Blocks.inflated(png, name + 2, end - name - 2, Blocks.LARGEST_PROFILE).length > 0;
  }

  private static void collect(byte[] png, String type, int start, int end, Blocks blocks) {
    int name = zero(png, start, end);
    String keyword = new String(png, start, Math.min(name - start, 79), StandardCharsets.US_ASCII);
    switch (type) {
      case "eXIf" -> blocks.addExif(Arrays.copyOfRange(png, start, end));
      case "tEXt" -> {
        if (name + 1 < end && end - name <= Blocks.MOST) {
          blocks.addText(
              keyword, new String(png, name + 1, end - name - 1, StandardCharsets.ISO_8859_1));
        }
      }
      case "zTXt" -> {
        if (name + 2 < end) {
          byte[] text = Blocks.inflated(png, name + 2, end - name - 2, Blocks.MOST);
          blocks.addText(keyword, new String(text, StandardCharsets.ISO_8859_1));
        }
      }
      case "iTXt" -> international(png, keyword, name, end, blocks);
      default -> {}
    }
  }

  private static void international(byte[] png, String keyword, int name, int end, Blocks blocks) {
    if (name + 3 >= end) {
      return;
    }
    int language = zero(png, name + 3, end);
    int translated = language + 1 < end ? zero(png, language + 1, end) : end;
    if (translated >= end) {
      return;
    }
    int start = translated + 1;
    byte[] text =
        png[name + 1] == 1
            ? Blocks.inflated(png, start, end - start, Blocks.MOST)
            : Arrays.copyOfRange(png, start, Math.min(end, start + Blocks.MOST));
    if (keyword.equals(XMP)) {
      blocks.addXmp(text);
    } else {
      blocks.addText(keyword, new String(text, StandardCharsets.UTF_8));
    }
  }

  private static int zero(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] != 0) {
      at++;
    }
    return at;
  }

  /** A PNG without metadata, with those that are kept. */
  static byte[] with(byte[] png, Kept kept) {
    // Behind the header, which has 13 bytes.
    int at = Math.min(png.length, 8 + 25);
    ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + 4096);
    out.write(png, 0, at);
    if (kept.orientation() != 1) {
      chunk(out, "eXIf", kept.exif());
    }
    if (!kept.isSilent()) {
      ByteArrayOutputStream text = new ByteArrayOutputStream();
      text.writeBytes(Blocks.ascii(XMP + "\0\0\0\0\0"));
      text.writeBytes(kept.xmp());
      chunk(out, "iTXt", text.toByteArray());
    }
    out.write(png, at, png.length - at);
    return out.toByteArray();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(Blocks.ascii(type));
    crc.update(bytes);
    out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
    out.writeBytes(Blocks.ascii(type));
    out.writeBytes(bytes);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}
