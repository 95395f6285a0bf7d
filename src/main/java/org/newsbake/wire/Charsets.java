package org.newsbake.wire;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text of bytes. What is valid UTF-8 with a byte above 127 is UTF-8, whatever the file says
 * of itself, for hardly any other text is; else the declaration counts, then the source's character
 * set, then windows-1252.
 */
final class Charsets {

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final Pattern DECLARED =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w.:-]{1,40})[\"']");

  private Charsets() {}

  /**
   * A text and how it was read.
   *
   * @param remark what differs from what the file says of itself
   */
  record Decoded(String text, Optional<String> remark) {}

  static Decoded decode(byte[] bytes, Optional<Charset> ofSource) {
    Charset marked = ofMark(bytes);
    if (marked != null) {
      int mark = marked == StandardCharsets.UTF_8 ? 3 : 2;
      String text = new String(bytes, mark, bytes.length - mark, marked);
      return new Decoded(text, Optional.empty());
    }
    Optional<String> declared = declared(bytes);
    int high = 0;
    for (byte b : bytes) {
      high += b < 0 ? 1 : 0;
    }
    if (high == 0) {
      Optional<Charset> wide = declared.flatMap(Charsets::named).filter(Charsets::isWide);
      return wide.isPresent()
          ? new Decoded(new String(bytes, wide.get()), Optional.empty())
          : new Decoded(new String(bytes, StandardCharsets.US_ASCII), Optional.empty());
    }
    Optional<Charset> named = declared.flatMap(Charsets::named);
    Optional<String> utf8 = strict(bytes);
    if (utf8.isPresent()) {
      boolean other = named.isPresent() && named.get() != StandardCharsets.UTF_8;
      return new Decoded(utf8.get(), other ? remark(declared.get(), "UTF-8") : Optional.empty());
    }
    boolean wrong = named.isPresent() && named.get() == StandardCharsets.UTF_8;
    if (wrong || named.isEmpty()) {
      String mixed = mixed(bytes, high);
      if (mixed != null) {
        return new Decoded(
            mixed, Optional.of("the file is UTF-8 with some bytes of another character set"));
      }
    }
    Charset charset =
        named.filter(it -> it != StandardCharsets.UTF_8).or(() -> ofSource).orElse(WINDOWS);
    if (charset == StandardCharsets.UTF_8) {
      charset = WINDOWS;
    }
    // Bytes from 128 to 159 are control characters in ISO 8859-1 and letters in what people mean.
    Charset meant = charset == StandardCharsets.ISO_8859_1 ? WINDOWS : charset;
    return new Decoded(
        new String(bytes, meant),
        wrong ? remark(declared.get(), charset.name()) : Optional.empty());
  }

  private static Optional<String> remark(String said, String is) {
    return Optional.of("the file says " + said + " and is " + is);
  }

  private static Charset ofMark(byte[] bytes) {
    int one = bytes.length > 0 ? bytes[0] & 255 : -1;
    int two = bytes.length > 1 ? bytes[1] & 255 : -1;
    int three = bytes.length > 2 ? bytes[2] & 255 : -1;
    if (one == 0xEF && two == 0xBB && three == 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (one == 0xFE && two == 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    return one == 0xFF && two == 0xFE ? StandardCharsets.UTF_16LE : null;
  }

  private static boolean isWide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static Optional<String> declared(byte[] bytes) {
    String beginning =
        new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
    Matcher declaration = DECLARED.matcher(beginning);
    return declaration.find() ? Optional.of(declaration.group(1)) : Optional.empty();
  }

  /** The character set of a name, if it is one. */
  static Optional<Charset> named(String name) {
    if (name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "").equals("utf8")) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> strict(byte[] bytes) {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** UTF-8 in which few bytes are not, such as a quotation that was pasted; else null. */
  private static String mixed(byte[] bytes, int high) {
    StringBuilder text = new StringBuilder(bytes.length);
    int wrong = 0;
    int i = 0;
    while (i < bytes.length) {
      int length = sequence(bytes, i);
      if (length == 0) {
        wrong++;
        text.append(new String(bytes, i, 1, WINDOWS));
        i++;
      } else {
        text.append(new String(bytes, i, length, StandardCharsets.UTF_8));
        i += length;
      }
    }
    return (high - wrong) >= 8 * wrong ? text.toString() : null;
  }

  private static int sequence(byte[] bytes, int at) {
    int first = bytes[at] & 255;
    int length = first < 128 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (first > 0xF4 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
