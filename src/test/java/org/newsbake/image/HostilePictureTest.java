package org.newsbake.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures as they come: turned, broken, or made to do harm. All are made here. */
class HostilePictureTest {

  private static final String XMP =
      """
      <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
      <rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Headline="H">\
      <photoshop:Credit>CREDIT</photoshop:Credit></rdf:Description></rdf:RDF></x:xmpmeta>""";

  @TempDir private Path folder;
  private final PictureReader reader = new PictureReader();

  /** A picture whose corners are red, green, blue and white, clockwise from the top left. */
  private static BufferedImage corners(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    int x = width / 2;
    int y = height / 2;
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, x, y);
    graphics.setColor(Color.GREEN);
    graphics.fillRect(x, 0, x, y);
    graphics.setColor(Color.BLUE);
    graphics.fillRect(x, y, x, y);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, y, x, y);
    graphics.dispose();
    return image;
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, format, bytes)).isTrue();
    return bytes.toByteArray();
  }

  private static byte[] jpeg(int width, int height) throws IOException {
    return written(corners(width, height, BufferedImage.TYPE_INT_RGB), "jpg");
  }

  /** A JPEG with one more segment behind its beginning. */
  private static byte[] with(byte[] jpeg, int marker, byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write(jpeg, 0, 2);
    bytes.write(0xFF);
    bytes.write(marker);
    bytes.write(content.length + 2 >> 8);
    bytes.write(content.length + 2);
    bytes.writeBytes(content);
    bytes.write(jpeg, 2, jpeg.length - 2);
    return bytes.toByteArray();
  }

  private static byte[] turned(byte[] jpeg, int orientation) {
    byte[] exif =
        "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\0\0\0\0\0\0\0"
            .getBytes(StandardCharsets.ISO_8859_1);
    exif[25] = (byte) orientation;
    return with(jpeg, 0xE1, exif);
  }

  private static byte[] withXmp(byte[] jpeg, String xmp) {
    return with(
        jpeg, 0xE1, ("http://ns.adobe.com/xap/1.0/\0" + xmp).getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] chunk(String type, byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(bytes);
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    data.writeInt(content.length);
    data.write(name);
    data.write(content);
    data.writeInt((int) crc.getValue());
    return bytes.toByteArray();
  }

  /** The beginning of a PNG of a size, with chunks of no content behind it. */
  private static byte[] png(int width, int height, String... chunks) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    DataOutputStream data = new DataOutputStream(header);
    data.writeInt(width);
    data.writeInt(height);
    data.write(new byte[] {8, 2, 0, 0, 0});
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes("\u0089PNG\r\n\032\n".getBytes(StandardCharsets.ISO_8859_1));
    png.writeBytes(chunk("IHDR", header.toByteArray()));
    for (String type : chunks) {
      png.writeBytes(chunk(type, new byte[8]));
    }
    png.writeBytes(chunk("IEND", new byte[0]));
    return png.toByteArray();
  }

  private Optional<byte[]> version(byte[] picture, int width, int height) throws IOException {
    Path file = Files.write(folder.resolve("picture"), picture);
    return new Renditions(folder.resolve("kept"))
        .bytes(file, new TreeMap<>(Map.of(width, height)), width);
  }

  private BufferedImage shown(byte[] picture, int width, int height) throws IOException {
    BufferedImage image =
        ImageIO.read(new ByteArrayInputStream(version(picture, width, height).orElseThrow()));
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(height);
    return image;
  }

  private static String cornersOf(BufferedImage image) {
    int right = image.getWidth() - 3;
    int bottom = image.getHeight() - 3;
    StringBuilder corners = new StringBuilder();
    for (int[] at : new int[][] {{2, 2}, {right, 2}, {right, bottom}, {2, bottom}}) {
      Color color = new Color(image.getRGB(at[0], at[1]));
      boolean red = color.getRed() > 128;
      boolean green = color.getGreen() > 128;
      corners.append(red && green ? 'w' : red ? 'r' : green ? 'g' : 'b');
    }
    return corners.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "0, rgbw", "1, rgbw", "2, grwb", "3, bwrg", "4, wbgr", "5, rwbg", "6, wrgb", "7, bgrw",
    "8, gbwr", "9, rgbw"
  })
  void aPictureStandsUprightInItsSizeAndInItsVersions(int orientation, String corners)
      throws IOException {
    byte[] jpeg = turned(jpeg(160, 80), orientation);
    boolean turned = orientation >= 5 && orientation <= 8;
    Picture picture = reader.read(jpeg).orElseThrow();
    assertThat(picture.width()).isEqualTo(turned ? 80 : 160);
    assertThat(picture.height()).isEqualTo(turned ? 160 : 80);
    assertThat(cornersOf(turned ? shown(jpeg, 40, 80) : shown(jpeg, 80, 40))).isEqualTo(corners);
    assertThat(reader.read(version(jpeg, 40, 20).orElseThrow()).orElseThrow().orientation())
        .as("a version is not turned again")
        .isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
      })
  void aPngOfAnyKindKeepsItsColours(int type) throws IOException {
    assertThat(cornersOf(shown(written(corners(160, 80, type), "png"), 80, 40))).isEqualTo("rgbw");
  }

  @ParameterizedTest
  @CsvSource({"10, jpg", "10, png", "11, png"})
  void greyStaysAsBrightAsItWas(int type, String format) throws IOException {
    BufferedImage gray = new BufferedImage(160, 80, type);
    int bits = type == BufferedImage.TYPE_USHORT_GRAY ? 16 : 8;
    for (int i = 0; i < 160 * 80; i++) {
      gray.getRaster().setSample(i % 160, i / 160, 0, 100 << bits - 8);
    }
    BufferedImage version = shown(written(gray, format), 80, 40);
    assertThat(version.getRaster().getSample(40, 20, 0)).isBetween(98, 102);
  }

  @Test
  void theColoursOfAProfileStay() throws IOException {
    byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
    segment.writeBytes(profile);
    BufferedImage image = new BufferedImage(160, 80, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 160 * 80; i++) {
      image.setRGB(i % 160, i / 160, 0x406080);
    }
    byte[] jpeg = with(written(image, "jpg"), 0xE2, segment.toByteArray());
    Color before = new Color(ImageIO.read(new ByteArrayInputStream(jpeg)).getRGB(80, 40));
    Color after = new Color(shown(jpeg, 80, 40).getRGB(40, 20));
    assertThat(
            List.of(
                Math.abs(before.getRed() - after.getRed()),
                Math.abs(before.getGreen() - after.getGreen()),
                Math.abs(before.getBlue() - after.getBlue())))
        .allSatisfy(difference -> assertThat(difference).isLessThan(4));
  }

  @Test
  void aVersionOfAJpegShowsEarly() throws IOException {
    byte[] version = version(jpeg(160, 80), 80, 40).orElseThrow();
    assertThat(new String(version, StandardCharsets.ISO_8859_1))
        .as("a frame that is progressive")
        .contains("\u00FF\u00C2");
  }

  @Test
  void aPictureThatIsCutShortIsNone() throws IOException {
    byte[] jpeg = jpeg(400, 200);
    for (int length : List.of(0, 1, 2, 3, 20, jpeg.length / 2, jpeg.length - 2)) {
      assertThat(reader.read(Arrays.copyOf(jpeg, length))).as("%d bytes", length).isEmpty();
    }
    assertThat(reader.read(jpeg)).isPresent();
    byte[] png = written(corners(400, 200, BufferedImage.TYPE_INT_RGB), "png");
    assertThat(reader.read(Arrays.copyOf(png, png.length - 20))).isEmpty();
    assertThat(reader.read(png)).isPresent();
  }

  @Test
  void whatIsBehindTheEndOfAPictureIsNoMatter() throws IOException {
    byte[] jpeg = jpeg(400, 200);
    byte[] film = Arrays.copyOf(jpeg, jpeg.length + 1000);
    Arrays.fill(film, jpeg.length, film.length, (byte) 0xDA);
    film[jpeg.length + 10] = (byte) 0xFF;
    assertThat(reader.read(film)).isPresent();
    assertThat(version(film, 80, 40)).isPresent();
  }

  @Test
  void aPictureOfDamagedDataHasNoVersions() throws IOException {
    assertThat(version(png(400, 200, "IDAT"), 80, 40)).isEmpty();
    assertThat(version(png(400, 200), 80, 40)).isEmpty();
    byte[] jpeg = jpeg(400, 200);
    byte[] noTables = Arrays.copyOf(jpeg, jpeg.length);
    for (int i = 0; i < jpeg.length - 1; i++) {
      if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xC4) {
        noTables[i + 1] = (byte) 0xFE;
      }
    }
    version(noTables, 80, 40);
  }

  @ParameterizedTest
  @CsvSource({
    "60000, 60000, TOO_LARGE",
    "2147483647, 2147483647, TOO_LARGE",
    "9999, 9999, POSSIBLE"
  })
  void aSizeThatIsOnlySaidTakesNoMemory(int width, int height, Scaling scaling) throws IOException {
    byte[] bomb = png(width, height, "IDAT");
    Picture picture = reader.read(bomb).orElseThrow();
    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.scaling()).isEqualTo(scaling);
    assertThat(version(bomb, 480, 480)).isEmpty();
  }

  @Test
  void aPictureWithoutASizeIsNone() throws IOException {
    assertThat(reader.read(png(0, 10, "IDAT"))).isEmpty();
    assertThat(reader.read(png(-1, 10, "IDAT"))).isEmpty();
  }

  @Test
  void aPictureThatMovesHasNoVersionsThatStandStill() throws IOException {
    assertThat(reader.read(png(400, 200, "acTL", "IDAT")).orElseThrow().scaling())
        .isEqualTo(Scaling.NONE);
    byte[] gif = written(corners(400, 200, BufferedImage.TYPE_INT_RGB), "gif");
    assertThat(reader.read(gif).orElseThrow())
        .isEqualTo(new Picture(400, 200, PictureFormat.GIF, Scaling.NONE, 1, false, Legend.NONE));
  }

  @Test
  void coloursOfPrintAreSeen() throws IOException {
    byte[] cmyk =
        "\u00FF\u00D8\u00FF\u00C0\0\24\10\0\u00C8\1\u0090\4\1\21\0\2\21\0\3\21\0\4\21\0\u00FF\u00D9"
            .getBytes(StandardCharsets.ISO_8859_1);
    Picture picture = reader.read(cmyk).orElseThrow();
    assertThat(picture.width()).isEqualTo(400);
    assertThat(picture.scaling()).isEqualTo(Scaling.PRINT_COLOURS);
    assertThat(version(cmyk, 80, 40)).isEmpty();
  }

  @Test
  void aDrawingTellsNothingFromElsewhere() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "120");
    for (String drawing :
        List.of(
            "<!DOCTYPE svg [<!ENTITY e SYSTEM \""
                + secret.toUri()
                + "\">]>"
                + "<svg width='&e;' height='80'/>",
            "<!DOCTYPE svg [<!ENTITY a \"1\"><!ENTITY b \"&a;&a;\">]><svg width='&b;' height='8'/>",
            "<!DOCTYPE svg SYSTEM \"" + secret.toUri() + "\"><p/>",
            "<svg width='1' height='1'><unfinished>",
            "<svg width='0' height='1'/>")) {
      assertThat(reader.read(drawing.getBytes(StandardCharsets.UTF_8))).as(drawing).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<path d='M0 0'/>|false",
        "<script>alert(1)</script>|true",
        "<g onload='x()'/>|true",
        "<a href=' JavaScript:x()'/>|true",
      })
  void aDrawingThatRunsIsSeen(String content, boolean active) {
    String svg =
        "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'>" + content + "</svg>";
    assertThat(reader.read(svg.getBytes(StandardCharsets.UTF_8)))
        .contains(new Picture(8, 4, PictureFormat.SVG, Scaling.NONE, 1, active, Legend.NONE));
  }

  @Test
  void aLegendIsReadFromXmp() throws IOException {
    byte[] jpeg = withXmp(jpeg(160, 80), XMP.replace("CREDIT", "Pool"));
    assertThat(reader.read(jpeg).orElseThrow().legend().credit()).contains("Pool");
  }

  @Test
  void aLegendTellsNothingFromElsewhereAndDoesNotGrow() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "the-secret");
    String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
    for (int i = 1; i <= 30; i++) {
      laughs.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
    }
    for (String xmp :
        List.of(
            outside + XMP.replace("CREDIT", "&e;"),
            laughs + "]>" + XMP.replace("CREDIT", "&e30;"))) {
      assertThat(String.valueOf(reader.read(withXmp(jpeg(160, 80), xmp))))
          .doesNotContain("the-secret", "haha");
    }
  }

  @Test
  void aLegendIsNoLongerThanOneMayBe() throws IOException {
    byte[] jpeg = withXmp(jpeg(160, 80), XMP.replace("CREDIT", "x".repeat(60_000)));
    assertThat(reader.read(jpeg).orElseThrow().legend().credit().orElseThrow())
        .hasSize(2000)
        .endsWith("x…");
    byte[] heavy = jpeg(160, 80);
    for (int i = 0; i < 20; i++) {
      heavy =
          with(
              heavy,
              0xED,
              ("Photoshop 3.0\0" + "x".repeat(60_000)).getBytes(StandardCharsets.UTF_8));
    }
    assertThat(version(heavy, 80, 40).orElseThrow()).hasSizeLessThan(110_000);
  }
}
