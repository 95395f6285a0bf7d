package org.newsbake.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {

  private static final Path FERRY = Path.of("assets/img/ferry-deck.jpg");

  private final PictureReader reader = new PictureReader();

  @Test
  void aPictureTellsItsSizeItsCaptionAndItsCredit() throws IOException {
    Picture picture = reader.read(FERRY).orElseThrow();
    assertThat(picture.width()).isEqualTo(1600);
    assertThat(picture.height()).isEqualTo(1067);
    assertThat(picture.format()).isEqualTo(PictureFormat.JPEG);
    assertThat(picture.scaling()).isEqualTo(Scaling.POSSIBLE);
    assertThat(picture.legend().caption())
        .contains(
            "Passengers lean on the rail of the morning ferry as it leaves a white wake across the"
                + " Brannock Sound.");
    assertThat(picture.legend().bylines()).containsExactly("Tobias Quill");
    assertThat(picture.legend().creditLine()).contains("Tobias Quill/The Harbour Courier");
  }

  @Test
  void everyBeginningOfAFileIsAPictureOrNone() throws IOException {
    for (byte[] file :
        List.of(Files.readAllBytes(FERRY), png(), SVG.getBytes(StandardCharsets.UTF_8))) {
      for (int length = 0; length < Math.min(file.length, 1500); length += 3) {
        reader.read(Arrays.copyOf(file, length));
      }
    }
  }

  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 120 80\"><path d=\"M0 0\"/></svg>";

  @Test
  void aDrawingHasTheSizeOfItsViewBox() throws IOException {
    assertThat(reader.read(SVG.getBytes(StandardCharsets.UTF_8)))
        .contains(new Picture(120, 80, PictureFormat.SVG, Scaling.NONE, 1, false, Legend.NONE));
    assertThat(reader.read("<html/>".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  @Test
  void aSmallerVersionHasItsSizeAndTheRightsOfThePicture(@TempDir Path folder) throws IOException {
    byte[] small = new Renditions(folder).bytes(FERRY, sizes(480, 320), 480).orElseThrow();
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(small));
    assertThat(image.getWidth()).isEqualTo(480);
    assertThat(image.getHeight()).isEqualTo(320);
    assertThat(reader.read(small).orElseThrow().legend())
        .isEqualTo(reader.read(FERRY).orElseThrow().legend());
  }

  @Test
  void aVersionIsMadeOnceAndMadeAgainWhenItIsDamaged(@TempDir Path folder) throws IOException {
    Renditions renditions = new Renditions(folder);
    byte[] small = renditions.bytes(FERRY, sizes(160, 107), 160).orElseThrow();
    Path kept = only(folder);
    var time = Files.getLastModifiedTime(kept);
    assertThat(renditions.bytes(FERRY, sizes(160, 107), 160))
        .hasValueSatisfying(it -> assertThat(it).isEqualTo(small));
    assertThat(Files.getLastModifiedTime(kept)).isEqualTo(time);
    byte[] whole = Files.readAllBytes(kept);
    Files.write(kept, Arrays.copyOf(whole, whole.length / 2));
    assertThat(renditions.bytes(FERRY, sizes(160, 107), 160))
        .hasValueSatisfying(it -> assertThat(it).isEqualTo(small));
    assertThat(Files.readAllBytes(kept)).isEqualTo(whole);
  }

  @Test
  void whatCannotBeDecodedHasNoVersions(@TempDir Path folder) throws IOException {
    Path broken = folder.resolve("broken.jpg");
    Files.write(broken, Arrays.copyOf(Files.readAllBytes(FERRY), 400));
    assertThat(new Renditions(folder.resolve("kept")).bytes(broken, sizes(100, 67), 100)).isEmpty();
  }

  private static SortedMap<Integer, Integer> sizes(int width, int height) {
    return new TreeMap<>(Map.of(width, height));
  }

  private static byte[] png() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static Path only(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }
}
