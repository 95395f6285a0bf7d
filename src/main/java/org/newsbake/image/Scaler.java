package org.newsbake.image;

import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * A JPEG or PNG that was decoded once, from which versions of any size are made, upright. A picture
 * that is much larger than its largest version is decoded in part, so that the pixels in memory are
 * few. Not thread-safe.
 */
final class Scaler {

  /** ImageIO's own: 0 to 1. */
  private static final float QUALITY = 0.82f;

  private final byte[] file;
  private final boolean png;
  private final int orientation;
  private final List<BufferedImage> images = new ArrayList<>();

  private Scaler(byte[] file, boolean png, int orientation, BufferedImage image) {
    this.file = file;
    this.png = png;
    this.orientation = orientation;
    images.add(image);
  }

  /**
   * Decodes a picture, or gives nothing where that cannot be done.
   *
   * @param largest the width in pixels of the largest version that will be made of it
   */
  static Optional<Scaler> of(byte[] file, Picture picture, int largest) {
    try {
      // At least twice as wide as the version, so that it loses nothing.
      int step = Math.max(1, picture.width() / (2 * largest));
      return Optional.of(
          new Scaler(
              file,
              picture.format() == PictureFormat.PNG,
              picture.orientation(),
              plain(decoded(file, step))));
    } catch (IOException | RuntimeException e) {
      // ImageIO cannot decode all that it is given: damaged files, rare kinds of colours.
      return Optional.empty();
    }
  }

  /** A picture of which only each so-many-th row and column is decoded. */
  private static BufferedImage decoded(byte[] file, int step) throws IOException {
    try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
      if (!readers.hasNext()) {
        throw new IOException("no reader");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(input, true, true);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
      } finally {
        reader.dispose();
      }
    }
  }

  /** The picture in one of the layouts that are scaled well: not in a palette of few colours. */
  private static BufferedImage plain(BufferedImage decoded) {
    boolean gray = decoded.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    if (gray && decoded.getType() != BufferedImage.TYPE_BYTE_GRAY) {
      return withoutGamma(decoded);
    }
    return switch (decoded.getType()) {
      case BufferedImage.TYPE_3BYTE_BGR,
          BufferedImage.TYPE_INT_RGB,
          BufferedImage.TYPE_INT_ARGB,
          BufferedImage.TYPE_4BYTE_ABGR,
          BufferedImage.TYPE_BYTE_GRAY ->
          decoded;
      default -> {
        BufferedImage plain =
            new BufferedImage(
                decoded.getWidth(),
                decoded.getHeight(),
                decoded.getColorModel().hasAlpha()
                    ? BufferedImage.TYPE_INT_ARGB
                    : BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.drawImage(decoded, 0, 0, null);
        graphics.dispose();
        yield plain;
      }
    };
  }

  /** Grey as colours. Java takes grey for linear light, and would make it brighter. */
  private static BufferedImage withoutGamma(BufferedImage gray) {
    Raster samples = gray.getRaster();
    boolean alpha = samples.getNumBands() > 1;
    int bits = gray.getSampleModel().getSampleSize(0);
    BufferedImage plain =
        new BufferedImage(
            gray.getWidth(),
            gray.getHeight(),
            alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < gray.getHeight(); y++) {
      for (int x = 0; x < gray.getWidth(); x++) {
        int level = eightBits(samples.getSample(x, y, 0), bits);
        int opacity = alpha ? eightBits(samples.getSample(x, y, 1), bits) : 255;
        plain.setRGB(x, y, opacity << 24 | level << 16 | level << 8 | level);
      }
    }
    return plain;
  }

  private static int eightBits(int sample, int bits) {
    return bits > 8 ? sample >> bits - 8 : sample * 255 / ((1 << bits) - 1);
  }

  /**
   * A version of the picture, or nothing where it cannot be written. The larger ones are to be made
   * first: what is at least twice as wide serves as the picture for those that follow.
   *
   * @param width in pixels, upright
   * @param height in pixels, upright
   */
  Optional<byte[]> version(int width, int height) {
    try {
      boolean turned = orientation >= 5;
      int columns = turned ? height : width;
      BufferedImage scaled =
          Thumbnails.of(twiceAsWideAs(columns))
              .forceSize(columns, turned ? width : height)
              .asBufferedImage();
      images.add(scaled);
      BufferedImage upright = orientation == 1 ? scaled : upright(scaled, orientation);
      return Optional.of(PictureCleaner.withRights(file, png ? png(upright) : jpeg(upright)));
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /** The smallest picture there is that loses nothing by being scaled to a width. */
  private BufferedImage twiceAsWideAs(int columns) {
    BufferedImage smallest = images.get(0);
    for (BufferedImage image : images) {
      if (image.getWidth() >= 2 * columns && image.getWidth() < smallest.getWidth()) {
        smallest = image;
      }
    }
    return smallest;
  }

  /** A picture turned and mirrored as EXIF says: 2 to 8, by the place of its first row. */
  static BufferedImage upright(BufferedImage image, int orientation) {
    int width = image.getWidth();
    int height = image.getHeight();
    boolean turned = orientation >= 5;
    WritableRaster target =
        image
            .getColorModel()
            .createCompatibleWritableRaster(turned ? height : width, turned ? width : height);
    Raster source = image.getRaster();
    Object pixel = null;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        boolean fromRight = orientation == 2 || orientation == 3;
        boolean fromBottom = orientation == 3 || orientation == 4;
        int column =
            turned
                ? orientation == 6 || orientation == 7 ? height - 1 - y : y
                : fromRight ? width - 1 - x : x;
        int row =
            turned
                ? orientation == 7 || orientation == 8 ? width - 1 - x : x
                : fromBottom ? height - 1 - y : y;
        pixel = source.getDataElements(x, y, pixel);
        target.setDataElements(column, row, pixel);
      }
    }
    return new BufferedImage(image.getColorModel(), target, image.isAlphaPremultiplied(), null);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (!ImageIO.write(image, "png", bytes)) {
      throw new IOException("no writer");
    }
    return bytes.toByteArray();
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream output = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(output);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      // The whole picture shows early, and the file is smaller.
      param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
