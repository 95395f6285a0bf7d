package org.newsbake.syndication;

/**
 * What machines are told.
 *
 * @param feedItems the most stories of a feed, from 1
 * @param contentSecurityPolicy what browsers are told to let pages do
 */
public record SyndicationOptions(int feedItems, String contentSecurityPolicy) {

  /** Pages of text, pictures and sound from the site itself, and nothing that runs. */
  public static final String STRICT =
      "default-src 'none'; img-src 'self' data:; media-src 'self'; style-src 'self'; font-src 'self';"
          + " manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  public SyndicationOptions {
    if (feedItems < 1) {
      throw new IllegalArgumentException("a feed has at least one story: " + feedItems);
    }
    if (!isHeader(contentSecurityPolicy)) {
      throw new IllegalArgumentException("a policy is one line of ASCII");
    }
  }

  /** Whether a text may be the value of a header: one line of ASCII. */
  public static boolean isHeader(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
  }
}
