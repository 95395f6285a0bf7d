package org.newsbake.syndication;

/**
 * Text as every format can hold it. XML 1.0 has no place for most control characters, and no
 * encoding has one for half of a surrogate pair (<a href="https://www.w3.org/TR/xml/#charsets">XML
 * 1.0, 2.2</a>). All text is cleaned when a record is made, so that the writers need only escape,
 * and so that all formats say the same.
 */
final class CleanText {

  private static final char REPLACEMENT = '\uFFFD';

  private CleanText() {}

  /**
   * A text of one line, such as a headline: each run of white space is one space, there is none at
   * either end, control characters are gone, and halves of pairs are U+FFFD.
   */
  static String line(String text) {
    int start = firstUnclean(text, true);
    if (start == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    clean.append(text, 0, start);
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
          clean.append(' ');
        }
      } else {
        i = append(clean, text, i);
      }
    }
    int last = clean.length() - 1;
    if (last >= 0 && clean.charAt(last) == ' ') {
      clean.setLength(last);
    }
    return clean.toString();
  }

  /**
   * A line that is not empty: the formats ask for a name, and one that is not known is {@code ?}.
   */
  static String name(String text) {
    String line = line(text);
    return line.isEmpty() ? "?" : line;
  }

  /** A text of many lines, such as HTML: all lines end in {@code \n}, tabs and spaces stay. */
  static String block(String text) {
    int start = firstUnclean(text, false);
    if (start == text.length()) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    clean.append(text, 0, start);
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t') {
        clean.append(c);
      } else if (c == '\r') {
        clean.append('\n');
        if (i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
      } else {
        i = append(clean, text, i);
      }
    }
    return clean.toString();
  }

  /** Appends what stands at this index, where that can be; returns the index of its last unit. */
  private static int append(StringBuilder clean, String text, int i) {
    char c = text.charAt(i);
    if (!Character.isSurrogate(c)) {
      if (!isDropped(c)) {
        clean.append(c);
      }
      return i;
    }
    if (isPair(text, i)) {
      clean.append(c).append(text.charAt(i + 1));
      return i + 1;
    }
    clean.append(REPLACEMENT);
    return i;
  }

  /** The first index from which on the text is not clean, or its length. */
  private static int firstUnclean(String text, boolean line) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > ' ' && c < 0x7F) {
        continue;
      }
      if (c == ' ') {
        if (line && (i == 0 || i == length - 1 || text.charAt(i + 1) == ' ')) {
          return i;
        }
      } else if (Character.isSurrogate(c)) {
        if (!isPair(text, i)) {
          return i;
        }
        i++;
      } else if (isDropped(c) && (line || c != '\n' && c != '\t') || line && isSpace(c)) {
        return i;
      }
    }
    return length;
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  /** No-break spaces are typography, and stay. */
  private static boolean isSpace(char c) {
    return c == ' ' || c >= '\t' && c <= '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
  }

  private static boolean isDropped(char c) {
    return c < ' ' || c >= 0x7F && c <= 0x9F || c >= 0xFFFE;
  }
}
