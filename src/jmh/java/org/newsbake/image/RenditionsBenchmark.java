package org.newsbake.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.newsbake.Scratch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** All smaller versions of a picture of 4,000 by 3,000 pixels, none of which is kept yet. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RenditionsBenchmark {

  private static final TreeMap<Integer, Integer> HEIGHTS =
      new TreeMap<>(Map.of(480, 360, 960, 720, 1600, 1200));

  private Scratch scratch;
  private Path picture;
  private int run;

  @Setup
  public void draw() throws IOException {
    scratch = Scratch.make();
    picture = scratch.folder().resolve("boat.jpg");
    BufferedImage image = new BufferedImage(4000, 3000, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(7);
    for (int y = 0; y < 3000; y++) {
      for (int x = 0; x < 4000; x++) {
        int level = (int) (120 + 60 * Math.sin(x / 50.0) + 50 * Math.cos(y / 37.0));
        image.setRGB(x, y, (level + random.nextInt(12)) << 16 | level << 8 | 255 - level);
      }
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", bytes);
    Files.write(picture, bytes.toByteArray());
  }

  @TearDown(Level.Trial)
  public void clear() throws IOException {
    scratch.close();
  }

  @Benchmark
  public int allVersions() throws IOException {
    Renditions renditions = new Renditions(scratch.folder().resolve("kept" + run++));
    int bytes = 0;
    for (int width : HEIGHTS.keySet()) {
      bytes += renditions.bytes(picture, HEIGHTS, width).orElseThrow().length;
    }
    return bytes;
  }
}
