package org.newsbake.syndication;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes JSON (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>) with its members in
 * the order of the calls. Commas come by themselves. One writer is for one text and one thread.
 */
final class Json {

  private static final String HEX = "0123456789abcdef";

  /** The ASCII characters that a file escapes, and those that a script element escapes. */
  private static final boolean[] IN_FILE = escaped("\"\\");

  private static final boolean[] IN_SCRIPT = escaped("\"\\<>&");

  private final StringBuilder out;
  private final boolean[] escaped;

  private Json(int capacity, boolean[] escaped) {
    out = new StringBuilder(capacity);
    this.escaped = escaped;
  }

  /** A text that is a file. */
  static Json ofFile() {
    return new Json(64 * 1024, IN_FILE);
  }

  /**
   * A text that can stand in an HTML {@code script} element: it has no character that could end the
   * element or begin a comment in it.
   */
  static Json forScript() {
    return new Json(4 * 1024, IN_SCRIPT);
  }

  /** Begins the outermost value or an element of an array: <code>{</code> or {@code [}. */
  Json open(char bracket) {
    comma();
    out.append(bracket);
    return this;
  }

  /** Begins a member that is an object or an array. */
  Json open(String name, char bracket) {
    name(name);
    out.append(bracket);
    return this;
  }

  Json close(char bracket) {
    out.append(bracket);
    return this;
  }

  /** An element of an array. */
  Json value(String text) {
    comma();
    quote(text);
    return this;
  }

  /** A member, or nothing where the text is empty. */
  Json member(String name, String text) {
    if (!text.isEmpty()) {
      name(name);
      quote(text);
    }
    return this;
  }

  /** A member, or nothing where the number is 0. */
  Json member(String name, long number) {
    if (number != 0) {
      name(name);
      out.append(number);
    }
    return this;
  }

  Json member(String name, boolean truth) {
    name(name);
    out.append(truth);
    return this;
  }

  /** An element of an array that another writer of the same kind made. */
  Json json(String written) {
    comma();
    out.append(written);
    return this;
  }

  /** Ends a line, for people who read the file. */
  Json line() {
    out.append('\n');
    return this;
  }

  byte[] bytes() {
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return out.toString();
  }

  /** Member names are constants of the code, which need no escape. */
  private void name(String name) {
    comma();
    out.append('"').append(name).append("\":");
  }

  /** A comma where a value stands before, at the end of its line. */
  private void comma() {
    int end = out.length();
    while (end > 0 && out.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > 0 && "{[:".indexOf(out.charAt(end - 1)) < 0) {
      out.insert(end, ',');
    }
  }

  private void quote(String text) {
    out.append('"');
    int done = 0;
    char[] chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      // U+2028 and U+2029 end a line in old JavaScript.
      if (c < escaped.length ? !escaped[c] : c != 0x2028 && c != 0x2029) {
        continue;
      }
      out.append(chars, done, i - done).append('\\');
      switch (c) {
        case '"', '\\' -> out.append(c);
        case '\n' -> out.append('n');
        case '\t' -> out.append('t');
        default -> hex(c);
      }
      done = i + 1;
    }
    out.append(chars, done, chars.length - done).append('"');
  }

  private static boolean[] escaped(String characters) {
    boolean[] escaped = new boolean[128];
    Arrays.fill(escaped, 0, ' ', true);
    characters.chars().forEach(c -> escaped[c] = true);
    return escaped;
  }

  private void hex(char c) {
    out.append('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(HEX.charAt(c >> shift & 0xF));
    }
  }
}
