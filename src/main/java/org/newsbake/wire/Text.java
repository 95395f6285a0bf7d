package org.newsbake.wire;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** Texts in one line. */
final class Text {

  private static final Pattern ENTITY =
      Pattern.compile(
          "&(?:amp|quot|apos|lt|gt|nbsp|[a-z]{2,8}|#\\d{1,7}|#x[0-9a-f]{1,6});",
          Pattern.CASE_INSENSITIVE);

  /** What senders write where they have no value. */
  private static final Set<String> NOTHING =
      Set.of("none", "null", "n/a", "undefined", "nil", "-", "--", "none.", "(null)", "[null]");

  private static final Pattern MARK = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Text() {}

  /** With one space for each run of white space, and none around. */
  static String squeeze(String text) {
    if (isSqueezed(text)) {
      return text;
    }
    StringBuilder squeezed = new StringBuilder(text.length());
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        space = true;
      } else if (c == '\uFEFF' || c == '\u200B' || c < 32 || c == 127) {
        continue;
      } else {
        if (space && !squeezed.isEmpty()) {
          squeezed.append(' ');
        }
        space = false;
        squeezed.append(c);
      }
    }
    return squeezed.toString();
  }

  /** Whether a text has words, single spaces between them, and nothing else; most have. */
  static boolean isSqueezed(String text) {
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        if (space) {
          return false;
        }
        space = true;
      } else if (isWord(c)) {
        space = false;
      } else {
        return false;
      }
    }
    return !space || text.isEmpty();
  }

  /** Whether a character is surely no space, no control and no mark of {@link Inline}. */
  private static boolean isWord(char c) {
    return c > ' ' && c < 127
        || c >= '\u00C0' && c < '\u2000'
        || c >= '\u2010' && c < '\u2028'
        || c >= '\u2030' && c < '\u3000'
        || c > '\u3000' && c < '\uE000';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c >= 9 && c <= 13 || c == '\u00A0' || c == '\u0085' || isWideSpace(c);
  }

  private static boolean isWideSpace(char c) {
    return c >= '\u2000' && c <= '\u200A'
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202F'
        || c == '\u3000';
  }

  /**
   * In one line, with what was escaped once too often; {@code ""} for a word that means nothing.
   */
  static String value(String text) {
    String line = squeeze(unescape(text));
    return NOTHING.contains(line.toLowerCase(Locale.ROOT)) ? "" : line;
  }

  /** Without entities that were escaped once too often. */
  static String unescape(String text) {
    String before = text;
    for (int i = 0; i < 2 && before.indexOf('&') >= 0 && ENTITY.matcher(before).find(); i++) {
      String after = Parser.unescapeEntities(before, false);
      if (after.equals(before)) {
        break;
      }
      before = after;
    }
    return before;
  }

  /** The letters and digits alone, in small letters and without accents, to compare texts. */
  static String core(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD);
    return NO_WORD
        .matcher(MARK.matcher(plain).replaceAll(""))
        .replaceAll(" ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** Whether all its letters are capitals, and some are. */
  static boolean isCapitals(String text) {
    boolean some = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      some |= Character.isUpperCase(c);
      i += Character.charCount(c);
    }
    return some;
  }

  /** The characters of a line that a person would count. */
  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The number that a text begins with, or 0. */
  static long number(String text) {
    long number = 0;
    for (int i = 0; i < text.length() && i < 15; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        break;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }
}
