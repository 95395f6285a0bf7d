package org.newsbake.bake;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/**
 * Pictures with a word in all their metadata. In what editors alone may read (instructions,
 * contacts, keywords, comments, the camera's data) the word stands with {@link #SECRET} behind it.
 */
final class CanaryPicture {

  /** Ends a word that no reader may see, even where its story is live. */
  static final String SECRET = "zecret";

  private static final byte[] JPEG = plain("jpg");
  private static final byte[] PNG = plain("png");

  private CanaryPicture() {}

  /** A picture of a kind: {@code jpg}, {@code png} or {@code svg}. */
  static byte[] of(String kind, String word) {
    return switch (kind) {
      case "jpg" -> jpeg(word);
      case "png" -> png(word);
      default ->
          bytes(
              "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"3\"><title>"
                  + word
                  + "</title></svg>");
    };
  }

  private static byte[] jpeg(String word) {
    String secret = word + SECRET;
    byte[] iptc =
        bytes(
            dataSet(40, secret + " NO SALES"),
            dataSet(25, secret),
            dataSet(118, secret),
            dataSet(80, "By " + word),
            dataSet(120, "Caption " + word));
    return bytes(
        new byte[] {(byte) 0xFF, (byte) 0xD8},
        segment(0xE1, "Exif\0\0MM\0*\0\0\0\10\0\1\1\17\0\2\0\0\0\40\0\0\0\32\0\0\0\0", secret),
        segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", xmp(word)),
        segment(0xED, "Photoshop 3.0\0", photoshop(iptc)),
        segment(0xFE, secret),
        Arrays.copyOfRange(JPEG, 2, JPEG.length),
        secret);
  }

  private static byte[] png(String word) {
    String secret = word + SECRET;
    return bytes(
        Arrays.copyOf(PNG, 33),
        chunk("tEXt", "Comment\0" + secret),
        chunk("tEXt", "Software\0" + secret),
        chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0", xmp(word)),
        chunk("iTXt", "Warning\0\0\0\0\0" + secret),
        Arrays.copyOfRange(PNG, 33, PNG.length));
  }

  private static String xmp(String word) {
    return """
    <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
     xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
     xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
     xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
     xmlns:exif="http://ns.adobe.com/exif/1.0/"
     photoshop:Instructions="SECRET" exif:GPSLatitude="SECRET"
     photoshop:Headline="WORD" photoshop:Credit="WORD"><dc:subject><rdf:Bag>
    <rdf:li>SECRET</rdf:li></rdf:Bag></dc:subject><Iptc4xmpCore:CreatorContactInfo
     rdf:parseType="Resource"><Iptc4xmpCore:CiEmailWork>SECRET</Iptc4xmpCore:CiEmailWork>
    </Iptc4xmpCore:CreatorContactInfo></rdf:Description></rdf:RDF></x:xmpmeta>\
    """
        .replace("SECRET", word + SECRET)
        .replace("WORD", word);
  }

  private static byte[] segment(int marker, Object... content) {
    byte[] body = bytes(content);
    return bytes(0xFF, marker, body.length + 2 >> 8, body.length + 2, body);
  }

  private static byte[] dataSet(int number, String text) {
    return bytes(0x1C, 2, number, 0, text.length(), text);
  }

  private static byte[] photoshop(byte[] iptc) {
    return bytes(
        "8BIM\u0004\u0004\0\0\0\0", iptc.length >> 8, iptc.length, iptc, new byte[iptc.length % 2]);
  }

  private static byte[] chunk(String type, Object... content) {
    byte[] body = bytes(content);
    CRC32 crc = new CRC32();
    crc.update(bytes(type));
    crc.update(body);
    return bytes(
        ByteBuffer.allocate(4).putInt(body.length).array(),
        type,
        body,
        ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }

  private static byte[] plain(String format) {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB), format, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Object... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof byte[] array) {
        out.writeBytes(array);
      } else if (part instanceof String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
      } else {
        out.write((Integer) part);
      }
    }
    return out.toByteArray();
  }
}
