package org.newsbake.image;

/** The formats of pictures whose size is known. */
public enum PictureFormat {
  JPEG("image/jpeg"),
  PNG("image/png"),
  GIF("image/gif"),
  WEBP("image/webp"),
  BMP("image/bmp"),
  SVG("image/svg+xml");

  private final String mediaType;

  PictureFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** The media type, as HTTP and feeds name it. */
  public String mediaType() {
    return mediaType;
  }
}
