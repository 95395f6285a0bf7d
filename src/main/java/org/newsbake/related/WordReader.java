package org.newsbake.related;

/**
 * Finds the words of a text: runs of letters, digits and the marks that belong to them, in lower
 * case. Scripts that do not part words (Chinese, Japanese, Thai …) give each two characters that
 * stand side by side.
 *
 * <p>Not thread-safe; keeps nothing between texts.
 */
final class WordReader {

  /** Longer runs of letters are no words. */
  private static final int LONGEST = 64;

  private final char[] word = new char[LONGEST];
  private int length;
  private long hash;

  /** Takes the words, one after the other. */
  @FunctionalInterface
  interface Sink {
    /**
     * @param hash stands for the word, {@link Hash}
     * @param word holds the word until this method returns
     * @param length how many characters of it
     * @return whether more words are wanted
     */
    boolean word(long hash, char[] word, int length);
  }

  /** Reads plain text. */
  void read(String text, Sink sink) {
    read(text, false, sink);
  }

  /** Reads HTML: tags, comments, scripts and style sheets hold no words. */
  void readHtml(String html, Sink sink) {
    read(html, true, sink);
  }

  private void read(String text, boolean html, Sink sink) {
    start();
    int end = text.length();
    int i = 0;
    while (i < end) {
      char c = text.charAt(i);
      if (c < 0x80) {
        if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9') {
          append(c);
        } else if (c >= 'A' && c <= 'Z') {
          append((char) (c + 32));
        } else {
          if (length > 0 && !end(sink)) {
            return;
          }
          if (html && c == '<') {
            i = afterTag(text, i);
            continue;
          }
          if (html && c == '&') {
            i = afterEntity(text, i);
            continue;
          }
        }
        i++;
      } else if (Character.isHighSurrogate(c) && i + 1 < end) {
        int point = text.codePointAt(i);
        if (Character.isLetterOrDigit(point)) {
          if (Character.isIdeographic(point)) {
            if (!ideograph(text, i, sink)) {
              return;
            }
          } else {
            append(c);
            append(text.charAt(i + 1));
          }
        } else if (length > 0 && !end(sink)) {
          return;
        }
        i += Character.charCount(point);
      } else if (isUnparted(c)) {
        if (!ideograph(text, i, sink)) {
          return;
        }
        i++;
      } else {
        if (Character.isLetterOrDigit(c) || isMark(c)) {
          append(Character.toLowerCase(c));
        } else if (!isInWord(c) && length > 0 && !end(sink)) {
          return;
        }
        i++;
      }
    }
    if (length > 0) {
      end(sink);
    }
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /**
   * Whether it stands inside words and is no part of them: a soft hyphen, a joiner, a non-joiner.
   */
  private static boolean isInWord(char c) {
    return c == '\u00ad' || c == '\u200c' || c == '\u200d';
  }

  /** Whether it belongs to a script that does not part words. */
  private static boolean isUnparted(char c) {
    return c >= 0x0e00 && c < 0x0f00 && (Character.isLetter(c) || isMark(c)) // Thai, Lao
        || c >= 0x1000 && c < 0x10a0 && (Character.isLetter(c) || isMark(c)) // Myanmar
        || c >= 0x1780 && c < 0x1800 && (Character.isLetter(c) || isMark(c)) // Khmer
        || c >= 0x3040 && c < 0x3100 // Hiragana, Katakana
        || c >= 0x3400 && c < 0xa000 // Han
        || c >= 0xf900 && c < 0xfb00; // Han, compatibility
  }

  /** Gives the two characters from here on as a word, where there are two. */
  private boolean ideograph(String text, int at, Sink sink) {
    if (length > 0 && !end(sink)) {
      return false;
    }
    int second = at + Character.charCount(text.codePointAt(at));
    if (second < text.length()) {
      int point = text.codePointAt(second);
      boolean joined = point < 0x10000 ? isUnparted((char) point) : Character.isIdeographic(point);
      if (joined) {
        for (int i = at; i < second + Character.charCount(point); i++) {
          append(text.charAt(i));
        }
        return end(sink);
      }
    }
    return true;
  }

  private void start() {
    length = 0;
    hash = Hash.START;
  }

  private void append(char c) {
    if (length < LONGEST) {
      word[length] = c;
      hash = Hash.add(hash, c);
    }
    length++;
  }

  private boolean end(Sink sink) {
    boolean more = length > LONGEST || sink.word(Hash.mix(hash), word, length);
    start();
    return more;
  }

  private static int afterTag(String html, int at) {
    if (html.startsWith("<!--", at)) {
      int close = html.indexOf("-->", at + 4);
      return close < 0 ? html.length() : close + 3;
    }
    for (String silent : new String[] {"script", "style"}) {
      if (html.regionMatches(true, at + 1, silent, 0, silent.length())) {
        return afterEnd(html, at, silent);
      }
    }
    char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
    if (next != '/' && next != '!' && next != '?' && !Character.isLetter(next)) {
      return at + 1;
    }
    int close = html.indexOf('>', at);
    return close < 0 ? html.length() : close + 1;
  }

  private static int afterEnd(String html, int at, String element) {
    int close = html.indexOf("</", at);
    while (close >= 0) {
      if (html.regionMatches(true, close + 2, element, 0, element.length())) {
        return close + 2 + element.length();
      }
      close = html.indexOf("</", close + 2);
    }
    return html.length();
  }

  /** Character references that Markdown leaves in a body are signs, not letters. */
  private static int afterEntity(String html, int at) {
    for (int i = at + 1; i < html.length() && i < at + 10; i++) {
      char c = html.charAt(i);
      if (c == ';') {
        return i + 1;
      }
      if (c != '#' && !Character.isLetterOrDigit(c)) {
        break;
      }
    }
    return at + 1;
  }
}
