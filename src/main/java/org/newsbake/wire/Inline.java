package org.newsbake.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Text of one line or paragraph with the little mark-up that a story keeps, and how Markdown writes
 * it. Characters of Unicode's private use area stand for the marks, so that text can be cut and
 * compared before anything is escaped.
 */
final class Inline {

  static final char BREAK = '\uE000';
  static final char STRONG = '\uE001';
  static final char STRONG_END = '\uE002';
  static final char EMPHASIS = '\uE003';
  static final char EMPHASIS_END = '\uE004';

  /** A link: its text, {@link #TARGET}, its address, {@link #LINK_END}. */
  static final char LINK = '\uE005';

  static final char TARGET = '\uE006';
  static final char LINK_END = '\uE007';

  private static final Pattern TARGETS =
      Pattern.compile(TARGET + "[^" + LINK_END + "]*" + LINK_END);
  private static final Pattern MARKS = Pattern.compile("[\uE000-\uE007]");

  /** What begins a block at the start of a line, or looks like it. */
  private static final Pattern OPENING =
      Pattern.compile(
          "(?:#{1,6}(?=\\s|$)|[-+*](?=\\s|$)|[-*_](?:\\s*[-*_]){2,}\\s*$|>|:(?=\\s)|=+\\s*$|~{3,}|\\|)");

  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})([.)])(?=\\s|$)");
  private static final Pattern ENTITY = Pattern.compile("&(?:\\w{1,32}|#\\w{1,8});");

  private Inline() {}

  /** Text of the wire without the characters that have a meaning here. */
  static String clean(String text) {
    return Text.isSqueezed(text) ? text : MARKS.matcher(text).replaceAll("");
  }

  /** The words alone. */
  static String plain(String marked) {
    if (Text.isSqueezed(marked)) {
      return marked;
    }
    String text = marked.indexOf(TARGET) < 0 ? marked : TARGETS.matcher(marked).replaceAll("");
    StringBuilder words = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == BREAK) {
        words.append(' ');
      } else if (!isMark(c)) {
        words.append(c);
      }
    }
    return Text.squeeze(words.toString());
  }

  private static boolean isMark(char c) {
    return c >= BREAK && c <= LINK_END;
  }

  /** With one space for each run of white space, which marks do not part; breaks stay. */
  static String squeeze(String marked) {
    if (Text.isSqueezed(marked)) {
      return marked;
    }
    StringBuilder out = new StringBuilder(marked.length());
    boolean space = false;
    boolean words = false;
    boolean target = false;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      if (target || c == TARGET) {
        target = c != LINK_END;
        out.append(c);
      } else if (Text.isSpace(c)) {
        space = true;
      } else if (c == BREAK) {
        space = false;
        words = false;
        out.append(c);
      } else if (c < 32 || c == 127 || c == '\uFEFF' || c == '\u200B') {
        continue;
      } else if (c >= STRONG && c <= LINK_END) {
        boolean opens = c == STRONG || c == EMPHASIS || c == LINK;
        if (opens && space && words) {
          out.append(' ');
          space = false;
          words = false;
        }
        out.append(c);
      } else {
        if (space && words) {
          out.append(' ');
        }
        space = false;
        words = true;
        out.append(c);
      }
    }
    return out.toString();
  }

  /** As Markdown, of one paragraph. */
  static String markdown(String marked) {
    StringBuilder out = new StringBuilder();
    String[] lines = squeeze(marked).split(String.valueOf(BREAK));
    Deque<Character> open = new ArrayDeque<>();
    for (String line : lines) {
      String written = line(line, open);
      if (!written.isEmpty()) {
        out.append(out.isEmpty() ? "" : "\\\n").append(written);
      }
    }
    return out.toString();
  }

  private static String line(String marked, Deque<Character> open) {
    StringBuilder out = new StringBuilder();
    for (char mark : open) {
      out.append(delimiter(mark));
    }
    boolean start = true;
    for (int i = 0; i < marked.length(); i++) {
      char c = marked.charAt(i);
      switch (c) {
        case STRONG, EMPHASIS -> {
          if (closes(marked, i, c) && !open.contains(c)) {
            open.addLast(c);
            out.append(delimiter(c));
          }
        }
        case STRONG_END, EMPHASIS_END -> {
          char opener = (char) (c - 1);
          if (open.contains(opener)) {
            end(out, opener);
            open.remove(opener);
          }
        }
        case LINK -> {
          int target = marked.indexOf(TARGET, i);
          int end = target < 0 ? -1 : marked.indexOf(LINK_END, target);
          if (end >= 0) {
            String text = line(marked.substring(i + 1, target), new ArrayDeque<>());
            String address = marked.substring(target + 1, end);
            out.append(text.isEmpty() ? "" : "[" + text + "](" + address(address) + ")");
            i = end;
          }
        }
        case TARGET -> {
          int end = marked.indexOf(LINK_END, i);
          i = end < 0 ? i : end;
        }
        case LINK_END -> {}
        default -> {
          if (start) {
            i = opening(marked, i, out);
          } else {
            i = escape(marked, i, out);
          }
          start = false;
        }
      }
    }
    for (java.util.Iterator<Character> marks = open.descendingIterator(); marks.hasNext(); ) {
      end(out, marks.next());
    }
    return out.toString().strip();
  }

  /** Whether there are words between a mark and its end. */
  private static boolean closes(String marked, int at, char mark) {
    int end = marked.indexOf(mark + 1, at);
    return !plain(marked.substring(at, end < 0 ? marked.length() : end)).isEmpty();
  }

  private static String delimiter(char mark) {
    return mark == STRONG ? "**" : "*";
  }

  /** Ends a mark behind the last word, for Markdown knows none that ends behind a space. */
  private static void end(StringBuilder out, char mark) {
    int length = out.length();
    while (length > 0 && out.charAt(length - 1) == ' ') {
      length--;
    }
    String spaces = out.substring(length);
    out.setLength(length);
    out.append(delimiter(mark)).append(spaces);
  }

  /** Escapes what begins a line; returns the index of the last character that was written. */
  private static int opening(String text, int at, StringBuilder out) {
    var numbered = NUMBERED.matcher(text).region(at, text.length());
    if (numbered.lookingAt()) {
      out.append(numbered.group(1)).append('\\').append(numbered.group(2));
      return numbered.end() - 1;
    }
    if (OPENING.matcher(text).region(at, text.length()).lookingAt()) {
      out.append('\\').append(text.charAt(at));
      return at;
    }
    return escape(text, at, out);
  }

  private static int escape(String text, int at, StringBuilder out) {
    char c = text.charAt(at);
    boolean escaped =
        switch (c) {
          case '\\', '`', '[', '<' -> true;
          case '*', '_' -> !isAlone(text, at);
          case '~', '^' -> true;
          case '+', '=' -> at + 1 < text.length() && text.charAt(at + 1) == c;
          case '&' -> ENTITY.matcher(text).region(at, text.length()).lookingAt();
          default -> false;
        };
    if (escaped) {
      out.append('\\');
    }
    out.append(c);
    return at;
  }

  /** Whether a mark stands between spaces, where it means nothing. */
  private static boolean isAlone(String text, int at) {
    return at > 0
        && text.charAt(at - 1) == ' '
        && at + 1 < text.length()
        && text.charAt(at + 1) == ' ';
  }

  private static String address(String address) {
    return address.matches("[^()\\s<>\\\\]*")
        ? address
        : "<"
            + address
                .replace(" ", "%20")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\\", "%5C")
            + ">";
  }

  /** A word of plain text as Markdown, such as a caption. */
  static String escaped(String text) {
    return markdown(clean(text));
  }

  /** An address that a reader may be sent to, or {@code ""}. */
  static String safe(String address, String base) {
    String trimmed = Text.squeeze(address).replaceAll("[\\p{Cntrl}\uE000-\uE007]", "");
    String lower = trimmed.toLowerCase(Locale.ROOT);
    if (lower.matches("https?://[^/?#\\s].*")) {
      return trimmed;
    }
    if (lower.matches("mailto:[^@\\s]+@[^@\\s]+") || lower.matches("tel:[+\\d().\\s-]+")) {
      return trimmed;
    }
    if (lower.matches("[a-z][a-z0-9+.-]*:.*") || base.isEmpty() || trimmed.isEmpty()) {
      return "";
    }
    try {
      String whole = java.net.URI.create(base).resolve(trimmed.replace(" ", "%20")).toString();
      return whole.matches("(?i)https?://[^/?#\\s].*") ? whole : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
