package org.newsbake.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The blocks of metadata that were found in a picture's file. Not thread-safe. */
final class Blocks {

  /** The most bytes of one block that are looked at, inflated. */
  static final int MOST = 1_000_000;

  /** The most bytes of a colour profile, inflated. */
  static final int LARGEST_PROFILE = 16_000_000;

  final List<byte[]> xmp = new ArrayList<>();
  final ByteArrayOutputStream photoshop = new ByteArrayOutputStream();
  final List<byte[]> exif = new ArrayList<>();

  /** The texts of a PNG by their keywords. */
  final Map<String, String> texts = new LinkedHashMap<>();

  void addXmp(byte[] packet) {
    if (packet.length <= MOST && xmp.size() < 4) {
      xmp.add(packet);
    }
  }

  void addExif(byte[] tiff) {
    if (exif.isEmpty()) {
      exif.add(tiff);
    }
  }

  void addPhotoshop(byte[] bytes, int start, int length) {
    if (photoshop.size() + length <= MOST) {
      photoshop.write(bytes, start, length);
    }
  }

  void addText(String keyword, String text) {
    if (texts.size() < 20) {
      texts.putIfAbsent(keyword, text);
    }
  }

  /** What inflates from these bytes; empty where it is damaged or larger than {@code most}. */
  static byte[] inflated(byte[] bytes, int start, int length, int most) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes, start, length);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      while (!inflater.finished()) {
        int count = inflater.inflate(buffer);
        if (count == 0 && !inflater.finished() || out.size() + count > most) {
          return new byte[0];
        }
        out.write(buffer, 0, count);
      }
      return out.toByteArray();
    } catch (DataFormatException e) {
      return new byte[0];
    } finally {
      inflater.end();
    }
  }

  static boolean startsWith(byte[] bytes, int at, String ascii) {
    if (at < 0 || at + ascii.length() > bytes.length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if ((bytes[at + i] & 0xFF) != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
