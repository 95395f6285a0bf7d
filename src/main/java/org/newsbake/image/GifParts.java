package org.newsbake.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Set;

/** The blocks of a GIF, version 89a. */
final class GifParts {

  private static final String XMP = "XMP DataXMP";
  private static final Set<String> LOOPS = Set.of("NETSCAPE2.0", "ANIMEXTS1.0");
  private static final String PROFILE = "ICCRGBG1012";

  /** The bytes behind a packet that let a reader who knows no XMP find the end of the block. */
  private static final int TRAILER = 258;

  private GifParts() {}

  /**
   * The picture without metadata.
   *
   * @param blocks takes the metadata that it had
   * @param profile whether the colour profile stays
   * @return {@code null} where the file is damaged
   */
  static byte[] read(byte[] gif, Blocks blocks, boolean profile) {
    if (gif.length < 14) {
      return null;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(gif.length);
    int at = colours(gif[10], 13);
    if (at > gif.length) {
      return null;
    }
    out.write(gif, 0, at);
    while (at < gif.length) {
      int kind = gif[at] & 0xFF;
      if (kind == 0x3B) {
        out.write(0x3B);
        return out.toByteArray();
      }
      if (kind == 0x21 && at + 3 <= gif.length) {
        int end = end(gif, at + 2);
        if (end < 0) {
          return null;
        }
        if (isKept(gif, at, profile)) {
          out.write(gif, at, end - at);
        } else if (Blocks.startsWith(gif, at + 3, XMP) && end - TRAILER > at + 14) {
          blocks.addXmp(Arrays.copyOfRange(gif, at + 14, end - TRAILER));
        }
        at = end;
      } else if (kind == 0x2C && at + 11 <= gif.length) {
        int end = end(gif, colours(gif[at + 9], at + 10) + 1);
        if (end < 0) {
          return null;
        }
        out.write(gif, at, end - at);
        at = end;
      } else {
        return null;
      }
    }
    return null;
  }

  private static boolean isKept(byte[] gif, int at, boolean profile) {
    int label = gif[at + 1] & 0xFF;
    return label == 0xF9
        || label == 0xFF
            && (LOOPS.stream().anyMatch(name -> Blocks.startsWith(gif, at + 3, name))
                || profile && Blocks.startsWith(gif, at + 3, PROFILE));
  }

  /** The end of a table of colours that begins at {@code at}, if these flags say that one does. */
  private static int colours(byte flags, int at) {
    return (flags & 0x80) == 0 ? at : at + 3 * (2 << (flags & 7));
  }

  /** The end of the sub-blocks that begin here, or -1. */
  private static int end(byte[] gif, int start) {
    int at = start;
    while (at < gif.length) {
      int length = gif[at] & 0xFF;
      at += 1 + length;
      if (length == 0) {
        return at;
      }
    }
    return -1;
  }

  /** A GIF without metadata, with those that are kept. */
  static byte[] with(byte[] gif, Kept kept) {
    if (kept.isSilent() || !Blocks.startsWith(gif, 0, "GIF89a")) {
      return gif;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(gif.length + 4096);
    out.write(gif, 0, gif.length - 1);
    out.write(0x21);
    out.write(0xFF);
    out.write(XMP.length());
    out.writeBytes(Blocks.ascii(XMP));
    out.writeBytes(kept.xmp());
    out.write(1);
    for (int i = 0xFF; i >= 0; i--) {
      out.write(i);
    }
    out.write(0);
    out.write(0x3B);
    return out.toByteArray();
  }
}
