package org.newsbake.image;

import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.bmp.BmpHeaderDirectory;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads what a picture's file says of it, without decoding it: its size, and its legend from XMP
 * and, where that says nothing, from IPTC-IIM.
 *
 * <p>Immutable and thread-safe. A file that is no picture gives nothing, whatever is in it.
 */
public final class PictureReader {

  /** Pictures with more pixels are not decoded: 100 megapixels take up to 400 MB. */
  public static final long MOST_PIXELS = 100_000_000;

  /** Files with more bytes are not read. */
  public static final long MOST_BYTES = 200_000_000;

  /**
   * The picture in a file, or nothing where it is none that can be read.
   *
   * @throws IOException when the file cannot be read
   */
  public Optional<Picture> read(Path file) throws IOException {
    return Files.size(file) > MOST_BYTES ? Optional.empty() : read(Files.readAllBytes(file));
  }

  /** The picture in some bytes, or nothing where they are none that can be read. */
  public Optional<Picture> read(byte[] bytes) {
    try {
      Optional<PictureFormat> format = format(bytes);
      if (format.isEmpty()) {
        return SvgSize.of(bytes)
            .map(
                size ->
                    new Picture(
                        size.width(),
                        size.height(),
                        PictureFormat.SVG,
                        Scaling.NONE,
                        1,
                        size.active(),
                        Legend.NONE));
      }
      if (format.get() == PictureFormat.BMP) {
        return picture(format.get(), metadata(bytes), bytes, Kept.NONE);
      }
      // The parsers of metadata inflate and copy what they are told to, so they get none.
      Optional<PictureCleaner.Opened> opened = PictureCleaner.open(bytes, false);
      return opened.isEmpty()
          ? Optional.empty()
          : picture(
              format.get(), metadata(opened.get().bare()), bytes, opened.get().found().news());
    } catch (IOException | ImageProcessingException | MetadataException | RuntimeException e) {
      // The parsers of a dozen formats meet damaged files in many ways; all mean the same here. The
      // bytes are in memory: an end that comes too early is the file's, not the disk's.
      return Optional.empty();
    }
  }

  private static Metadata metadata(byte[] bytes) throws ImageProcessingException, IOException {
    return ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes), bytes.length);
  }

  private static Optional<PictureFormat> format(byte[] bytes) throws IOException {
    FileType type =
        FileTypeDetector.detectFileType(new BufferedInputStream(new ByteArrayInputStream(bytes)));
    return switch (type) {
      case Jpeg -> Optional.of(PictureFormat.JPEG);
      case Png -> Optional.of(PictureFormat.PNG);
      case Gif -> Optional.of(PictureFormat.GIF);
      case WebP -> Optional.of(PictureFormat.WEBP);
      case Bmp -> Optional.of(PictureFormat.BMP);
      default -> Optional.empty();
    };
  }

  private static Optional<Picture> picture(
      PictureFormat format, Metadata metadata, byte[] bytes, Kept kept) throws MetadataException {
    int[] size =
        switch (format) {
          case JPEG ->
              size(
                  metadata,
                  JpegDirectory.class,
                  JpegDirectory.TAG_IMAGE_WIDTH,
                  JpegDirectory.TAG_IMAGE_HEIGHT);
          case PNG ->
              size(
                  metadata,
                  PngDirectory.class,
                  PngDirectory.TAG_IMAGE_WIDTH,
                  PngDirectory.TAG_IMAGE_HEIGHT);
          case GIF ->
              size(
                  metadata,
                  GifHeaderDirectory.class,
                  GifHeaderDirectory.TAG_IMAGE_WIDTH,
                  GifHeaderDirectory.TAG_IMAGE_HEIGHT);
          case WEBP ->
              size(
                  metadata,
                  WebpDirectory.class,
                  WebpDirectory.TAG_IMAGE_WIDTH,
                  WebpDirectory.TAG_IMAGE_HEIGHT);
          case BMP ->
              size(
                  metadata,
                  BmpHeaderDirectory.class,
                  BmpHeaderDirectory.TAG_IMAGE_WIDTH,
                  BmpHeaderDirectory.TAG_IMAGE_HEIGHT);
          case SVG -> new int[0];
        };
    if (size.length == 0 || size[0] < 1 || size[1] < 1) {
      return Optional.empty();
    }
    int orientation = format == PictureFormat.JPEG ? kept.orientation() : 1;
    boolean turned = orientation >= 5;
    return Optional.of(
        new Picture(
            turned ? size[1] : size[0],
            turned ? size[0] : size[1],
            format,
            scaling(format, metadata, (long) size[0] * size[1], bytes),
            orientation,
            false,
            kept.legend()));
  }

  private static Scaling scaling(PictureFormat format, Metadata metadata, long pixels, byte[] bytes)
      throws MetadataException {
    if (format != PictureFormat.JPEG && (format != PictureFormat.PNG || isAnimated(bytes))) {
      return Scaling.NONE;
    }
    JpegDirectory jpeg = metadata.getFirstDirectoryOfType(JpegDirectory.class);
    if (jpeg != null && jpeg.getNumberOfComponents() == 4) {
      return Scaling.PRINT_COLOURS;
    }
    return pixels > MOST_PIXELS ? Scaling.TOO_LARGE : Scaling.POSSIBLE;
  }

  /** Whether a PNG has a chunk {@code acTL}, which stands before its data. */
  private static boolean isAnimated(byte[] png) {
    int at = 8;
    while (at + 8 <= png.length) {
      String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
      int length = ByteBuffer.wrap(png, at, 4).getInt();
      if (type.equals("acTL") || type.equals("IDAT") || length < 0 || length > png.length) {
        return type.equals("acTL");
      }
      at += 12 + length;
    }
    return false;
  }

  private static int[] size(
      Metadata metadata, Class<? extends Directory> type, int width, int height)
      throws MetadataException {
    for (Directory directory : metadata.getDirectoriesOfType(type)) {
      if (directory.containsTag(width) && directory.containsTag(height)) {
        return new int[] {directory.getInt(width), directory.getInt(height)};
      }
    }
    return new int[0];
  }
}
