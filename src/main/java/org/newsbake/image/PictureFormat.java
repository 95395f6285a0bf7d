package org.newsbake.image;

import java.util.List;

/** The formats of pictures whose size is known. */
public enum PictureFormat {
  JPEG("image/jpeg", "jpg", "jpeg"),
  PNG("image/png", "png"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp"),
  BMP("image/bmp", "bmp"),
  SVG("image/svg+xml", "svg");

  private final String mediaType;
  private final List<String> extensions;

  PictureFormat(String mediaType, String... extensions) {
    this.mediaType = mediaType;
    this.extensions = List.of(extensions);
  }

  /** What the names of such files end in, in lower case, the most common first. */
  public List<String> extensions() {
    return extensions;
  }

  /** The media type, as HTTP and feeds name it. */
  public String mediaType() {
    return mediaType;
  }
}
