package org.newsbake.syndication;

import java.util.regex.Pattern;

/**
 * A picture of a story, or a logo.
 *
 * @param url its absolute address
 * @param type its media type, such as {@code image/jpeg}; empty where it is not known, or is none
 * @param width in pixels; 0 where it is not known
 * @param height in pixels; 0 where it is not known
 * @param length of the file in bytes; 0 where it is not known
 * @param alt what it shows, for those who do not see it; plain text, may be empty
 * @param caption plain text, may be empty
 * @param credit the line that names its maker, such as {@code Ana Lund/Nordfoto}; may be empty
 * @param copyright the notice of who owns it; may be empty
 */
public record Picture(
    String url,
    String type,
    int width,
    int height,
    long length,
    String alt,
    String caption,
    String credit,
    String copyright) {

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc6838#section-4.2">RFC 6838</a>, without parameters.
   */
  private static final Pattern TYPE =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*");

  public Picture {
    url = WebAddress.checked(url);
    type = TYPE.matcher(type).matches() ? type : "";
    if (width < 0 || height < 0 || length < 0) {
      throw new IllegalArgumentException(
          "no such picture: " + width + " by " + height + ", " + length + " bytes");
    }
    alt = CleanText.line(alt);
    caption = CleanText.line(caption);
    credit = CleanText.line(credit);
    copyright = CleanText.line(copyright);
  }
}
