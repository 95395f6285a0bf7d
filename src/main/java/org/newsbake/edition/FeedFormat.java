package org.newsbake.edition;

/** The formats of feeds. */
public enum FeedFormat {
  RSS("rss.xml", "application/rss+xml"),
  ATOM("atom.xml", "application/atom+xml"),
  JSON("feed.json", "application/feed+json");

  private final String file;
  private final String mediaType;

  FeedFormat(String file, String mediaType) {
    this.file = file;
    this.mediaType = mediaType;
  }

  /** The name of its file. */
  public String file() {
    return file;
  }

  /** Its media type. */
  public String mediaType() {
    return mediaType;
  }
}
