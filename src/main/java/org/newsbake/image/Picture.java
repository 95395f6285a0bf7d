package org.newsbake.image;

import java.util.Objects;

/**
 * What is known of a picture without decoding it.
 *
 * @param width the width in pixels as a browser shows it: a JPEG is turned upright as its EXIF says
 * @param height the height in pixels, likewise
 * @param format the format, by the content of the file and not by its name
 * @param resizable whether smaller versions can be made
 * @param legend what the file says of itself
 */
public record Picture(
    int width, int height, PictureFormat format, boolean resizable, Legend legend) {

  public Picture {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("no such size: " + width + " × " + height);
    }
    Objects.requireNonNull(format);
    Objects.requireNonNull(legend);
  }
}
