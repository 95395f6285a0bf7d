package org.newsbake.image;

import java.util.Objects;

/**
 * What is known of a picture without decoding it.
 *
 * @param width the width in pixels as a browser shows it: a JPEG is turned upright as its EXIF says
 * @param height the height in pixels, likewise
 * @param format the format, by the content of the file and not by its name
 * @param scaling whether smaller versions can be made
 * @param orientation how EXIF says that it is to be turned: 1 to 8, where 1 is not at all
 * @param active whether there is something in it that runs where the file itself is opened
 * @param legend what the file says of itself
 */
public record Picture(
    int width,
    int height,
    PictureFormat format,
    Scaling scaling,
    int orientation,
    boolean active,
    Legend legend) {

  public Picture {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("no such size: " + width + " × " + height);
    }
    Objects.requireNonNull(format);
    Objects.requireNonNull(scaling);
    if (orientation < 1 || orientation > 8) {
      throw new IllegalArgumentException("no such orientation: " + orientation);
    }
    Objects.requireNonNull(legend);
  }
}
