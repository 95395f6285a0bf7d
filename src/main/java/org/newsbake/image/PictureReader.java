package org.newsbake.image;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.drew.imaging.FileType;
import com.drew.imaging.FileTypeDetector;
import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.bmp.BmpHeaderDirectory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.gif.GifHeaderDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegDirectory;
import com.drew.metadata.png.PngDirectory;
import com.drew.metadata.webp.WebpDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a picture's file says of it, without decoding it: its size, and its legend from XMP
 * and, where that says nothing, from IPTC-IIM.
 *
 * <p>Immutable and thread-safe. A file that is no picture gives nothing, whatever is in it.
 */
public final class PictureReader {

  /** Pictures with more pixels are not decoded: 100 megapixels take 400 MB. */
  private static final long MOST_PIXELS = 100_000_000;

  private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";

  /**
   * The picture in a file, or nothing where it is none that can be read.
   *
   * @throws IOException when the file cannot be read
   */
  public Optional<Picture> read(Path file) throws IOException {
    return read(Files.readAllBytes(file));
  }

  Optional<Picture> read(byte[] bytes) {
    try {
      Optional<PictureFormat> format = format(bytes);
      if (format.isEmpty()) {
        return SvgSize.of(bytes)
            .map(
                size ->
                    new Picture(
                        size.width(), size.height(), PictureFormat.SVG, false, Legend.NONE));
      }
      return picture(format.get(), metadata(bytes));
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

  private static Optional<Picture> picture(PictureFormat format, Metadata metadata)
      throws MetadataException {
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
    boolean turned = isTurned(metadata);
    boolean resizable =
        (format == PictureFormat.JPEG || format == PictureFormat.PNG)
            && (long) size[0] * size[1] <= MOST_PIXELS;
    return Optional.of(
        new Picture(
            turned ? size[1] : size[0],
            turned ? size[0] : size[1],
            format,
            resizable,
            xmp(metadata).or(iptc(metadata))));
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

  /** Whether EXIF says that the camera was held on its side: orientations 5 to 8. */
  private static boolean isTurned(Metadata metadata) {
    ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
    Integer orientation = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
    return orientation != null && orientation >= 5 && orientation <= 8;
  }

  private static Legend iptc(Metadata metadata) {
    IptcDirectory iptc = metadata.getFirstDirectoryOfType(IptcDirectory.class);
    if (iptc == null) {
      return Legend.NONE;
    }
    String[] bylines = iptc.getStringArray(IptcDirectory.TAG_BY_LINE);
    return new Legend(
        text(iptc, IptcDirectory.TAG_HEADLINE),
        text(iptc, IptcDirectory.TAG_CAPTION),
        bylines == null ? List.of() : List.of(bylines),
        text(iptc, IptcDirectory.TAG_CREDIT),
        text(iptc, IptcDirectory.TAG_SOURCE),
        text(iptc, IptcDirectory.TAG_COPYRIGHT_NOTICE));
  }

  private static Optional<String> text(IptcDirectory iptc, int tag) {
    return Optional.ofNullable(iptc.getString(tag));
  }

  private static Legend xmp(Metadata metadata) {
    Legend legend = Legend.NONE;
    for (XmpDirectory directory : metadata.getDirectoriesOfType(XmpDirectory.class)) {
      XMPMeta meta = directory.getXMPMeta();
      legend =
          legend.or(
              new Legend(
                  property(meta, PHOTOSHOP, "Headline"),
                  inAnyLanguage(meta, "description"),
                  list(meta, "creator"),
                  property(meta, PHOTOSHOP, "Credit"),
                  property(meta, PHOTOSHOP, "Source"),
                  inAnyLanguage(meta, "rights")));
    }
    return legend;
  }

  private static Optional<String> property(XMPMeta meta, String schema, String name) {
    try {
      return Optional.ofNullable(meta.getPropertyString(schema, name));
    } catch (XMPException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> inAnyLanguage(XMPMeta meta, String name) {
    try {
      return Optional.ofNullable(meta.getLocalizedText(DUBLIN_CORE, name, null, "x-default"))
          .map(property -> property.getValue());
    } catch (XMPException e) {
      return Optional.empty();
    }
  }

  private static List<String> list(XMPMeta meta, String name) {
    List<String> values = new ArrayList<>();
    try {
      for (int i = 1; i <= meta.countArrayItems(DUBLIN_CORE, name); i++) {
        values.add(meta.getArrayItem(DUBLIN_CORE, name, i).getValue());
      }
    } catch (XMPException e) {
      return values;
    }
    return values;
  }
}
