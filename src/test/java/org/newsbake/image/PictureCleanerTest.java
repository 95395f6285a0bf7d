package org.newsbake.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.Tag;
import com.drew.metadata.xmp.XmpDirectory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** All pictures are made here. A text that must go holds CANARY, one that must stay KEPT. */
class PictureCleanerTest {

  private static final String XMP =
      """
      <x:xmpmeta xmlns:x="adobe:ns:meta/">
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
       xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
       xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
       xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
       xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
       xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
       photoshop:Instructions="CANARY no sales" photoshop:Headline="KEPT-HEADLINE"
       exif:GPSLatitude="CANARY" xmpMM:DocumentID="CANARY" photoshop:TransmissionReference="CANARY">
      <photoshop:Credit>KEPT-CREDIT</photoshop:Credit><photoshop:Source>KEPT-SOURCE</photoshop:Source>
      <photoshop:DateCreated>2026-11-28</photoshop:DateCreated>
      <dc:creator><rdf:Seq><rdf:li>KEPT-CREATOR</rdf:li></rdf:Seq></dc:creator>
      <dc:subject><rdf:Bag><rdf:li>CANARY</rdf:li></rdf:Bag></dc:subject>
      <dc:description><rdf:Alt><rdf:li xml:lang="x-default">KEPT-CAPTION</rdf:li></rdf:Alt></dc:description>
      <dc:rights><rdf:Alt><rdf:li xml:lang="x-default">KEPT-COPYRIGHT</rdf:li></rdf:Alt></dc:rights>
      <xmpRights:UsageTerms><rdf:Alt><rdf:li xml:lang="x-default">KEPT-TERMS</rdf:li></rdf:Alt></xmpRights:UsageTerms>
      <xmpRights:WebStatement>https://example.org/KEPT-STATEMENT</xmpRights:WebStatement>
      <plus:Licensor><rdf:Seq><rdf:li rdf:parseType="Resource">
       <plus:LicensorEmail>CANARY</plus:LicensorEmail>
       <plus:LicensorURL>https://example.org/KEPT-LICENSOR</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>
      <Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">KEPT-ALT</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>
      <Iptc4xmpCore:CreatorContactInfo rdf:parseType="Resource"><Iptc4xmpCore:CiTelWork>CANARY</Iptc4xmpCore:CiTelWork></Iptc4xmpCore:CreatorContactInfo>
      <Iptc4xmpExt:DigitalSourceType>http://example.org/KEPT-SOURCETYPE</Iptc4xmpExt:DigitalSourceType>
      <xmpMM:History><rdf:Seq><rdf:li>CANARY</rdf:li></rdf:Seq></xmpMM:History>
      </rdf:Description></rdf:RDF></x:xmpmeta>\
      """;

  private static final String[] KEPT = {
    "KEPT-HEADLINE", "KEPT-CREDIT", "KEPT-SOURCE", "2026-11-28", "KEPT-CREATOR", "KEPT-CAPTION",
    "KEPT-COPYRIGHT", "KEPT-TERMS", "KEPT-STATEMENT", "KEPT-LICENSOR", "KEPT-ALT", "KEPT-SOURCETYPE"
  };

  private final PictureCleaner cleaner = new PictureCleaner();

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

  private static byte[] image(String format) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB);
    image.setRGB(3, 2, 0xC02040);
    assertThat(ImageIO.write(image, format, out)).isTrue();
    return out.toByteArray();
  }

  private static byte[] segment(int marker, Object... content) {
    byte[] body = bytes(content);
    return bytes(0xFF, marker, body.length + 2 >> 8, body.length + 2, body);
  }

  private static byte[] dataSet(int number, String text) {
    return bytes(0x1C, 2, number, 0, text.length(), text);
  }

  private static byte[] photoshop(byte[] iptc) {
    int pad = iptc.length % 2;
    return bytes(
        "8BIM\u0004\u000C\0\0\0\0\0\006CANARY",
        "8BIM\u0004\u0004\0\0\0\0",
        iptc.length >> 8,
        iptc.length,
        iptc,
        new byte[pad]);
  }

  /** EXIF with a maker, an orientation and an entry that leads to a place. */
  private static byte[] exif(int orientation) {
    return bytes(
        "MM\0*\0\0\0\10\0\3",
        "\1\17\0\2\0\0\0\7\0\0\0\62",
        "\1\22\0\3\0\0\0\1\0",
        orientation,
        "\0\0",
        "\u0088\45\0\4\0\0\0\1\0\0\0\71",
        "\0\0\0\0",
        "CANARY\0",
        "CANARY GPS");
  }

  private static byte[] jpeg(int orientation) throws Exception {
    byte[] plain = image("jpg");
    byte[] iptc =
        bytes(
            dataSet(40, "CANARY NO SALES"),
            dataSet(118, "CANARY"),
            dataSet(90, "CANARY"),
            dataSet(122, "CANARY"));
    return bytes(
        new byte[] {(byte) 0xFF, (byte) 0xD8},
        segment(0xE1, "Exif\0\0", exif(orientation)),
        segment(0xE1, "http://ns.adobe.com/xap/1.0/\0", XMP.getBytes(StandardCharsets.UTF_8)),
        segment(0xE1, "http://ns.adobe.com/xmp/extension/\0CANARY"),
        segment(0xE2, "ICC_PROFILE\0\1\1PROFILE"),
        segment(0xE2, "MPF\0CANARY"),
        segment(0xEB, "CANARY"),
        segment(0xED, "Photoshop 3.0\0", photoshop(iptc)),
        segment(0xFE, "CANARY comment"),
        java.util.Arrays.copyOfRange(plain, 2, plain.length),
        "CANARY behind the end");
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

  private static byte[] png(byte[]... chunks) throws Exception {
    byte[] plain = image("png");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(plain, 0, 33);
    for (byte[] chunk : chunks) {
      out.writeBytes(chunk);
    }
    out.write(plain, 33, plain.length - 33);
    return out.toByteArray();
  }

  private static byte[] webpChunk(String type, byte[] body) {
    return bytes(
        type,
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(body.length).array(),
        body,
        new byte[body.length % 2]);
  }

  private static byte[] webp() {
    byte[] chunks =
        bytes(
            webpChunk("VP8X", bytes(0x0C, 0, 0, 0, 7, 0, 0, 3, 0, 0)),
            webpChunk("VP8L", bytes(0x2F, 7, 0xC0, 0, 0, 1, 2, 3)),
            webpChunk("EXIF", exif(6)),
            webpChunk("XMP ", XMP.getBytes(StandardCharsets.UTF_8)),
            webpChunk("JUNK", bytes("CANARY")));
    byte[] riff = webpChunk("RIFF", bytes("WEBP", chunks));
    return bytes(riff, "CANARY behind the end");
  }

  private static byte[] gif() throws Exception {
    byte[] plain = image("gif");
    byte[] trailer = new byte[258];
    trailer[0] = 1;
    for (int i = 0; i < 256; i++) {
      trailer[1 + i] = (byte) (255 - i);
    }
    return bytes(
        "GIF89a",
        java.util.Arrays.copyOfRange(plain, 6, plain.length - 1),
        "\u0021\u00FE\6CANARY\0",
        "\u0021\u00FF\13XMP DataXMP",
        XMP.getBytes(StandardCharsets.UTF_8),
        trailer,
        "\u0021\u00FF\13UNKNOWN1.0A\6CANARY\0;CANARY");
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** All that the library for metadata finds, XMP included. */
  private static String found(byte[] bytes) throws Exception {
    Metadata metadata =
        ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length);
    StringBuilder found = new StringBuilder();
    for (Directory directory : metadata.getDirectories()) {
      for (Tag tag : directory.getTags()) {
        found.append(tag).append('\n');
      }
      if (directory instanceof XmpDirectory xmp) {
        found.append(xmp.getXmpProperties()).append('\n');
      }
    }
    return found.toString();
  }

  private PictureCleaner.Clean cleaned(byte[] file) throws Exception {
    PictureCleaner.Clean clean = cleaner.clean(file);
    assertThat(clean.outcome()).isEqualTo(PictureCleaner.Outcome.CLEANED);
    assertThat(latin1(file)).contains("CANARY");
    assertThat(latin1(clean.bytes())).doesNotContain("CANARY");
    assertThat(found(clean.bytes())).contains(KEPT).doesNotContain("CANARY");
    assertThat(clean.instructions()).contains("CANARY no sales");
    assertThat(cleaner.clean(file).bytes()).isEqualTo(clean.bytes());
    assertThat(cleaner.clean(clean.bytes()).bytes()).isEqualTo(clean.bytes());
    return clean;
  }

  private static BufferedImage pixels(byte[] bytes) throws Exception {
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }

  private static int[] rgb(byte[] bytes) throws Exception {
    BufferedImage image = pixels(bytes);
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  @Test
  void aJpegKeepsRightsProfileAndOrientationAlone() throws Exception {
    byte[] clean = cleaned(jpeg(6)).bytes();
    assertThat(found(clean)).contains("Orientation - Right side, top");
    assertThat(latin1(clean)).contains("ICC_PROFILE\0\1\1PROFILE");
    byte[] plain = image("jpg");
    String scan = latin1(plain).substring(latin1(plain).indexOf("\u00FF\u00DB"));
    assertThat(latin1(clean)).endsWith(scan);
  }

  @Test
  void aPngKeepsRightsAndProfileAlone() throws Exception {
    byte[] profile = deflated(new byte[1000]);
    byte[] png =
        png(
            chunk("gAMA", "\0\1\u0086\240"),
            chunk("iCCP", "P\0\0", profile),
            chunk("tEXt", "Comment\0CANARY"),
            chunk("zTXt", "Comment\0\0", deflated(bytes("CANARY"))),
            chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0", XMP.getBytes(StandardCharsets.UTF_8)),
            chunk("eXIf", exif(1)),
            chunk("prVt", "CANARY"));
    byte[] clean = cleaned(png).bytes();
    assertThat(latin1(clean)).contains("gAMA", "iCCP");
    assertThat(rgb(clean)).isEqualTo(rgb(image("png")));
  }

  @Test
  void aWebpKeepsRightsAndOrientationAlone() throws Exception {
    byte[] clean = cleaned(webp()).bytes();
    assertThat(found(clean)).contains("Orientation - Right side, top");
    assertThat(ByteBuffer.wrap(clean).order(ByteOrder.LITTLE_ENDIAN).getInt(4))
        .isEqualTo(clean.length - 8);
  }

  @Test
  void aGifKeepsRightsAlone() throws Exception {
    assertThat(rgb(cleaned(gif()).bytes())).isEqualTo(rgb(image("gif")));
  }

  @Test
  void aSmallerVersionKeepsRightsAlone() throws Exception {
    byte[] version = PictureCleaner.withRights(jpeg(6), image("jpg"));
    assertThat(found(version)).contains(KEPT).doesNotContain("CANARY").doesNotContain("Right side");
    assertThat(found(PictureCleaner.withRights(jpeg(6), image("png")))).contains("KEPT-CREDIT");
  }

  @Test
  void refusesSecretsThatItCannotTakeOut() throws Exception {
    assertThat(cleaner.clean(bytes("II*\0", "\u0025\u0088\4\0\1\0\0\0")).outcome())
        .isEqualTo(PictureCleaner.Outcome.REFUSED);
    assertThat(cleaner.clean(bytes("\0\0\0\30ftypavif", "Instructions")).outcome())
        .isEqualTo(PictureCleaner.Outcome.REFUSED);
    assertThat(cleaner.clean(bytes("\0\0\0\30ftypavif", "pixels")).outcome())
        .isEqualTo(PictureCleaner.Outcome.LEFT);
    byte[] cut = java.util.Arrays.copyOf(jpeg(1), jpeg(1).length - 60);
    assertThat(cleaner.clean(cut).outcome()).isEqualTo(PictureCleaner.Outcome.REFUSED);
    assertThat(cleaner.isPicture(bytes("\0\0\0\30ftypmp42", "0000"))).isFalse();
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(9);
    deflater.setInput(bytes);
    deflater.finish();
    byte[] buffer = new byte[bytes.length + 100];
    int length = deflater.deflate(buffer);
    deflater.end();
    return java.util.Arrays.copyOf(buffer, length);
  }

  @Test
  void aSmallFileDoesNotInflateInMemory() throws Exception {
    byte[] bomb = deflated(new byte[100_000_000]);
    byte[] png =
        png(
            chunk("iCCP", "P\0\0", bomb),
            chunk("zTXt", "Comment\0\0", bomb),
            chunk("zTXt", "Author\0\0", bomb),
            chunk("iTXt", "XML:com.adobe.xmp\0\1\0\0\0", bomb));
    assertThat(new PictureReader().read(png)).isPresent();
    assertThat(cleaner.clean(png).bytes()).hasSizeLessThan(2000);
    assertThat(Blocks.inflated(bomb, 0, bomb.length, Blocks.MOST)).isEmpty();
  }

  @Test
  void hostileXmpSaysNothing() throws Exception {
    for (String xmp :
        new String[] {
          "<!DOCTYPE a [<!ENTITY b \"" + "c".repeat(99) + "\">]><a>&b;</a>",
          "<a>".repeat(100_000),
          "<a>&undefined;</a>",
          "<a/>".repeat(3),
          "\u00ff\u00fe<a/>",
          "<a>" + "<b/>".repeat(100_000) + "</a>"
        }) {
      byte[] png = png(chunk("iTXt", "XML:com.adobe.xmp\0\0\0\0\0", xmp));
      assertThat(new PictureReader().read(png).orElseThrow().legend()).isEqualTo(Legend.NONE);
    }
  }

  @Test
  void manyBlocksAreNoMoreWork() throws Exception {
    byte[] plain = image("jpg");
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    jpeg.write(plain, 0, 2);
    for (int i = 0; i < 100_000; i++) {
      jpeg.writeBytes(segment(0xED, "Photoshop 3.0\0CANARY"));
    }
    jpeg.write(plain, 2, plain.length - 2);
    assertThat(cleaner.clean(jpeg.toByteArray()).bytes()).hasSizeLessThan(2000);
  }

  @Test
  void anyBytesAreCleanedOrLeft() throws Exception {
    Random random = new Random(11);
    byte[][] pictures = {jpeg(6), png(chunk("tEXt", "Comment\0CANARY")), webp(), gif()};
    for (int i = 0; i < 2_000; i++) {
      byte[] file = pictures[i % pictures.length].clone();
      for (int j = 0; j < 1 + i % 8; j++) {
        file[random.nextInt(file.length)] = (byte) random.nextInt();
      }
      PictureCleaner.Clean clean = cleaner.clean(file);
      if (clean.outcome() == PictureCleaner.Outcome.CLEANED) {
        assertThat(cleaner.clean(clean.bytes()).bytes()).isEqualTo(clean.bytes());
      }
    }
  }

  @Test
  void noLegendHoldsMarkup() throws Exception {
    Random random = new Random(12);
    String[] parts = {
      "<",
      ">",
      "\"",
      "'",
      "]]>",
      "<script>",
      "</script>",
      "\u202e",
      "\u2066",
      "\n",
      "\r",
      "\t",
      "`",
      "a",
      " ",
      "&",
      "\u0007",
      "\u200f"
    };
    for (int i = 0; i < 500; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int j = 0; j < 10; j++) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      byte[] iptc = bytes();
      for (int field : new int[] {5, 80, 105, 110, 115, 116, 120}) {
        iptc =
            bytes(
                iptc,
                0x1C,
                2,
                field,
                0,
                text.toString().getBytes(StandardCharsets.UTF_8).length,
                text.toString().getBytes(StandardCharsets.UTF_8));
      }
      byte[] plain = image("jpg");
      byte[] jpeg =
          bytes(
              new byte[] {(byte) 0xFF, (byte) 0xD8},
              segment(0xED, "Photoshop 3.0\0", photoshop(iptc)),
              java.util.Arrays.copyOfRange(plain, 2, plain.length));
      Legend legend = new PictureReader().read(jpeg).orElseThrow().legend();
      assertThat(legend.caption()).isPresent();
      assertThat(legend.toString()).doesNotContainPattern("[<>\"'`\\p{Cntrl}\u200f\u202e\u2066]");
      assertThat(legend)
          .isEqualTo(new PictureReader().read(cleaner.clean(jpeg).bytes()).orElseThrow().legend());
    }
  }
}
