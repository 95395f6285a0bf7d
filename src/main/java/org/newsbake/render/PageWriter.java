package org.newsbake.render;

import java.io.Writer;
import java.nio.charset.Charset;

/** Collects the text of a page. */
final class PageWriter extends Writer {

  private final StringBuilder text = new StringBuilder(8192);

  byte[] bytes(Charset charset) {
    return text.toString().getBytes(charset);
  }

  @Override
  public void write(int c) {
    text.append((char) c);
  }

  @Override
  public void write(char[] chars, int offset, int length) {
    text.append(chars, offset, length);
  }

  @Override
  public void write(String string) {
    text.append(string);
  }

  @Override
  public void write(String string, int offset, int length) {
    text.append(string, offset, offset + length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
