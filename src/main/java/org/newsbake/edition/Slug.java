package org.newsbake.edition;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** Text as a part of an address, and addresses as they are written in links. */
public final class Slug {

  /** What RFC 3986 lets stand in a path, but for letters and digits. */
  private static final String UNRESERVED = "-._~";

  /** The most UTF-16 units of the name of a file that is made of a headline. */
  private static final int LONGEST = 60;

  private Slug() {}

  /**
   * A headline as the name of a file, without an extension: at most {@value #LONGEST} UTF-16 units,
   * cut between two words where that is possible. It begins with a letter or a digit; a headline
   * that has neither gives {@code ""}.
   */
  public static String ofHeadline(String headline) {
    String slug = of(Normalizer.normalize(headline, Normalizer.Form.NFC));
    int start = 0;
    while (start < slug.length() && !Character.isLetterOrDigit(slug.codePointAt(start))) {
      start += Character.charCount(slug.codePointAt(start));
    }
    slug = slug.substring(start);
    if (slug.length() <= LONGEST) {
      return slug;
    }
    int end = slug.lastIndexOf('-', LONGEST);
    if (end <= 0) {
      end = Character.isLowSurrogate(slug.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
    }
    return of(slug.substring(0, end));
  }

  /**
   * A name as one part of a path: letters and digits of any script, with hyphens for all that
   * stands between them, in lower case.
   */
  static String of(String name) {
    StringBuilder slug = new StringBuilder(name.length());
    name.toLowerCase(java.util.Locale.ROOT)
        .codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || isMark(c) || c == '_' || c == '.') {
                slug.appendCodePoint(c);
              } else if (c != '\'' && c != '\u2019' && !slug.isEmpty() && last(slug) != '-') {
                slug.append('-');
              }
            });
    int end = slug.length();
    while (end > 0 && isBetween(slug.charAt(end - 1))) {
      end--;
    }
    int start = 0;
    while (start < end && isBetween(slug.charAt(start))) {
      start++;
    }
    return slug.substring(start, end);
  }

  /** Whether it belongs to the letter before it, as vowels do in many scripts of India. */
  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether it can stand between letters and not at an end. */
  private static boolean isBetween(char c) {
    return c == '-' || c == '.';
  }

  private static char last(StringBuilder text) {
    return text.charAt(text.length() - 1);
  }

  /** A path as it stands in a link: all but letters, digits and a few signs of ASCII encoded. */
  public static String encoded(String path) {
    StringBuilder encoded = null;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || c == '/'
              || UNRESERVED.indexOf(c) >= 0;
      if (!plain) {
        encoded = new StringBuilder(path.length() + 16);
        break;
      }
    }
    if (encoded == null) {
      return path;
    }
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '/' || UNRESERVED.indexOf(c) >= 0)) {
        encoded.append(c);
      } else {
        encoded.append('%').append(hex(c >> 4)).append(hex(c & 0xF));
      }
    }
    return encoded.toString();
  }

  private static char hex(int digit) {
    return "0123456789ABCDEF".charAt(digit);
  }
}
