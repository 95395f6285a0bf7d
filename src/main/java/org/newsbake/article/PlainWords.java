package org.newsbake.article;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words of a header's value without any markup, for templates that print values as they are.
 *
 * <p>What begins like a tag goes up to its end; a {@code <} that begins none stays, as in {@code 5
 * < 6}. Straight quotes before an equals sign become curly ones, since the two together can end an
 * attribute and begin another. Text without any of these signs is given back as it is. Stateless.
 */
final class PlainWords {

  /** An address that runs: a headline may begin with the same word, but goes on with a space. */
  private static final Pattern RUNS =
      Pattern.compile(
          "^[\\p{Cntrl}\\p{Z}\\p{Cf}]*(?:(?:j\\s*a\\s*v\\s*a|v\\s*b)\\s*s\\s*c\\s*r\\s*i\\s*p\\s*t"
              + "|d\\s*a\\s*t\\s*a(?=\\s*:[^\\s]*[,;]))(?=\\s*:)",
          Pattern.CASE_INSENSITIVE);

  private PlainWords() {}

  /** A text without markup. */
  static String of(String text) {
    return quotes(runs(tags(text)));
  }

  /** Whether a text holds something that is no word: a tag or an address that runs. */
  static boolean hasMarkup(String text) {
    return !runs(tags(text)).equals(text);
  }

  /** A value of a header with all its texts without markup; the value itself where none had any. */
  static Object deep(Object value) {
    if (value instanceof String text) {
      return of(text);
    }
    if (value instanceof Map<?, ?> map) {
      boolean same = true;
      Map<Object, Object> plain = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        Object key = deep(entry.getKey());
        Object element = deep(entry.getValue());
        same &= key == entry.getKey() && element == entry.getValue();
        plain.put(key, element);
      }
      return same ? value : Collections.unmodifiableMap(plain);
    }
    if (value instanceof List<?> list) {
      boolean same = true;
      List<Object> plain = new ArrayList<>(list.size());
      for (Object element : list) {
        Object clean = deep(element);
        same &= clean == element;
        plain.add(clean);
      }
      return same ? value : Collections.unmodifiableList(plain);
    }
    return value;
  }

  private static String tags(String text) {
    if (text.indexOf('<') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int last = text.lastIndexOf('>');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '<' && i + 1 < text.length() && beginsTag(text.charAt(i + 1))) {
        if (i < last) {
          i = text.indexOf('>', i);
          continue;
        }
        // Without an end it is no tag yet, and must not become one on the page.
        append(plain, '<');
        plain.append(' ');
      } else {
        append(plain, c);
      }
    }
    // What stands behind the value on a page is not known.
    while (!plain.isEmpty() && plain.charAt(plain.length() - 1) == '<') {
      plain.setLength(plain.length() - 1);
    }
    return plain.toString();
  }

  /** Appends a character so that it makes no tag of a sign that stood before one. */
  private static void append(StringBuilder plain, char c) {
    if (!plain.isEmpty() && plain.charAt(plain.length() - 1) == '<' && beginsTag(c)) {
      plain.append(' ');
    }
    plain.append(c);
  }

  /** WHATWG HTML, 13.2.5.6: tag open state. */
  private static boolean beginsTag(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '/' || c == '!' || c == '?';
  }

  /** A no-break space before the colon: the text reads the same and is no address. */
  private static String runs(String text) {
    if (text.indexOf(':') < 0) {
      return text;
    }
    java.util.regex.Matcher scheme = RUNS.matcher(text);
    return scheme.find()
        ? text.substring(0, scheme.end()) + "\u00A0" + text.substring(scheme.end())
        : text;
  }

  private static String quotes(String text) {
    int end = text.lastIndexOf('=');
    int quote = Math.max(text.lastIndexOf('"', end), text.lastIndexOf('\'', end));
    return end < 0 || quote < 0 ? text : text.replace('"', '”').replace('\'', '’');
  }
}
