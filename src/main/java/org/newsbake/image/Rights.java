package org.newsbake.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The segments of a JPEG (ITU-T T.81, annex B) that say whose it is: IPTC in APP13 and XMP in APP1.
 * Not the colour profile: what ImageIO decodes is in sRGB.
 */
final class Rights {

  private static final int APP1 = 0xE1;
  private static final int APP13 = 0xED;
  private static final int START_OF_SCAN = 0xDA;

  /** The bytes of IPTC and XMP at most: some programs keep the history of a picture there. */
  private static final int MOST = 100_000;

  private Rights() {}

  /** A JPEG with the rights of another one. */
  static byte[] copied(byte[] original, byte[] made) {
    byte[] rights = of(original);
    if (rights.length == 0 || made.length < 4) {
      return made;
    }
    // Behind the start of the image, and behind JFIF's own segment, which must be the first.
    int at = 2;
    if ((made[2] & 0xFF) == 0xFF && (made[3] & 0xFF) == 0xE0 && made.length > 6) {
      at = 4 + length(made, 4);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream(made.length + rights.length);
    whole.write(made, 0, at);
    whole.writeBytes(rights);
    whole.write(made, at, made.length - at);
    return whole.toByteArray();
  }

  private static byte[] of(byte[] jpeg) {
    ByteArrayOutputStream rights = new ByteArrayOutputStream();
    int at = 2;
    while (at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF) {
      int marker = jpeg[at + 1] & 0xFF;
      int length = length(jpeg, at + 2);
      if (marker == START_OF_SCAN || length < 2 || at + 2 + length > jpeg.length) {
        break;
      }
      if (isKept(jpeg, at, marker, length) && rights.size() + 2 + length <= MOST) {
        rights.write(jpeg, at, 2 + length);
      }
      at += 2 + length;
    }
    return rights.toByteArray();
  }

  private static boolean isKept(byte[] jpeg, int at, int marker, int length) {
    String segment = new String(jpeg, at + 4, length - 2, StandardCharsets.ISO_8859_1);
    return switch (marker) {
      // XMP that tells a place is left out whole; IPTC says the rest.
      case APP1 -> segment.startsWith("http://ns.adobe.com/xap/1.0/") && !segment.contains("GPS");
      case APP13 -> segment.startsWith("Photoshop 3.0");
      default -> false;
    };
  }

  private static int length(byte[] jpeg, int at) {
    return (jpeg[at] & 0xFF) << 8 | jpeg[at + 1] & 0xFF;
  }
}
