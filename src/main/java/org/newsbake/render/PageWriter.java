package org.newsbake.render;

import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Collects the text of a page as bytes, so that no page stands in memory twice. */
abstract class PageWriter extends Writer {

  /** The most bytes of a page. */
  static final int MOST_BYTES = 64 * 1024 * 1024;

  /**
   * A writer in this encoding. Characters that it does not have become {@code ?}.
   *
   * @param texts the texts of the templates
   */
  static PageWriter in(Charset charset, Texts texts) {
    return in(charset, texts, MOST_BYTES);
  }

  /**
   * A writer in this encoding, which ends the page that gets too long.
   *
   * @param texts the texts of the templates
   * @param most the most bytes; of another encoding than UTF-8 the most characters
   */
  static PageWriter in(Charset charset, Texts texts, int most) {
    return charset.equals(StandardCharsets.UTF_8)
        ? new Utf8(texts, most)
        : new Encoded(charset, most);
  }

  private static TemplateWork.TooMuch tooLong(int most) {
    return new TemplateWork.TooMuch(
        null,
        String.format("the page is longer than %,d bytes, the most", most),
        "Look for a list without an end, or show fewer entries on a page.");
  }

  /**
   * The bytes of the longer texts of templates. FreeMarker writes such a text from the same array
   * each time, so that it need be encoded once only. Thread-safe.
   */
  static final class Texts {

    /** Shorter texts are encoded as fast as they are looked up. */
    private static final int SHORTEST = 256;

    /** Templates within bodies bring new arrays with every page, which must not fill the memory. */
    private static final int MOST = 2_000;

    private final Map<Text, byte[]> encoded = new ConcurrentHashMap<>();

    /** An array as itself, whatever it holds. */
    private record Text(char[] chars) {
      @Override
      public boolean equals(Object other) {
        return other instanceof Text text && text.chars == chars;
      }

      @Override
      public int hashCode() {
        return System.identityHashCode(chars);
      }
    }

    private byte[] encode(char[] chars) {
      Text text = new Text(chars);
      byte[] bytes = encoded.get(text);
      if (bytes == null) {
        bytes = new String(chars).getBytes(StandardCharsets.UTF_8);
        if (encoded.size() < MOST) {
          encoded.put(text, bytes);
        }
      }
      return bytes;
    }
  }

  abstract byte[] bytes();

  @Override
  public void flush() {}

  @Override
  public void close() {}

  /** Encodes as it goes: most of a page is ASCII, whose characters are their bytes. */
  private static final class Utf8 extends PageWriter {

    /** From this many characters on, Java's own encoder is worth its copy. */
    private static final int LONG = 64;

    private final Texts texts;
    private byte[] bytes = new byte[16 * 1024];
    private int length;

    /** The first half of a pair whose second half comes with the next call, or 0. */
    private char pending;

    private final int most;

    Utf8(Texts texts, int most) {
      this.texts = texts;
      this.most = most;
    }

    @Override
    byte[] bytes() {
      flushPending();
      if (length > most) {
        throw tooLong(most);
      }
      return Arrays.copyOf(bytes, length);
    }

    @Override
    public void write(int c) {
      reserve(1);
      put((char) c);
    }

    @Override
    public void write(char[] chars) {
      if (chars.length >= Texts.SHORTEST
          && pending == 0
          && !Character.isHighSurrogate(chars[chars.length - 1])) {
        append(texts.encode(chars));
      } else {
        write(chars, 0, chars.length);
      }
    }

    @Override
    public void write(char[] chars, int offset, int count) {
      reserve(count);
      int end = offset + count;
      if (pending == 0 && isAscii(chars, offset, end)) {
        byte[] out = bytes;
        int shift = length - offset;
        for (int i = offset; i < end; i++) {
          out[i + shift] = (byte) chars[i];
        }
        length += count;
      } else {
        for (int i = offset; i < end; i++) {
          put(chars[i]);
        }
      }
    }

    /** Two loops without a branch in them: the compiler makes vector instructions of both. */
    private static boolean isAscii(char[] chars, int start, int end) {
      int all = 0;
      for (int i = start; i < end; i++) {
        all |= chars[i];
      }
      return all < 0x80;
    }

    @Override
    public void write(String string, int offset, int count) {
      int end = offset + count;
      if (count >= LONG && pending == 0 && !Character.isHighSurrogate(string.charAt(end - 1))) {
        append(string.substring(offset, end).getBytes(StandardCharsets.UTF_8));
        return;
      }
      reserve(count);
      for (int i = offset; i < end; i++) {
        put(string.charAt(i));
      }
    }

    private void append(byte[] encoded) {
      reserve(encoded.length);
      System.arraycopy(encoded, 0, bytes, length, encoded.length);
      length += encoded.length;
    }

    @Override
    public void write(String string) {
      write(string, 0, string.length());
    }

    /** Room for this many characters of three bytes, and for a pending half. */
    private void reserve(int characters) {
      long needed = length + 3L * characters + 3;
      if (needed > bytes.length) {
        if (length + (long) characters > most) {
          throw tooLong(most);
        }
        bytes =
            Arrays.copyOf(
                bytes, (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, bytes.length * 2L)));
      }
    }

    private void put(char c) {
      if (pending != 0) {
        if (Character.isLowSurrogate(c)) {
          int point = Character.toCodePoint(pending, c);
          pending = 0;
          bytes[length++] = (byte) (0xF0 | point >> 18);
          bytes[length++] = (byte) (0x80 | point >> 12 & 0x3F);
          bytes[length++] = (byte) (0x80 | point >> 6 & 0x3F);
          bytes[length++] = (byte) (0x80 | point & 0x3F);
          return;
        }
        flushPending();
      }
      if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xC0 | c >> 6);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
      } else if (Character.isHighSurrogate(c)) {
        pending = c;
      } else if (Character.isLowSurrogate(c)) {
        bytes[length++] = '?';
      } else {
        bytes[length++] = (byte) (0xE0 | c >> 12);
        bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        bytes[length++] = (byte) (0x80 | c & 0x3F);
      }
    }

    private void flushPending() {
      if (pending != 0) {
        pending = 0;
        bytes[length++] = '?';
      }
    }
  }

  /** Collects the text, and encodes it at the end. */
  private static final class Encoded extends PageWriter {
    private final StringBuilder text = new StringBuilder(16 * 1024);
    private final Charset charset;
    private final int most;

    Encoded(Charset charset, int most) {
      this.charset = charset;
      this.most = most;
    }

    private void reserve(int characters) {
      if (text.length() + (long) characters > most) {
        throw tooLong(most);
      }
    }

    @Override
    byte[] bytes() {
      return text.toString().getBytes(charset);
    }

    @Override
    public void write(char[] chars, int offset, int count) {
      reserve(count);
      text.append(chars, offset, count);
    }

    @Override
    public void write(String string, int offset, int count) {
      reserve(count);
      text.append(string, offset, offset + count);
    }
  }
}
