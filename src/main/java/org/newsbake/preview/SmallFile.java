package org.newsbake.preview;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.content.HttpContent;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.util.Callback;

/** A file as it was read at once: what is saved while it is sent does not mix with it. */
final class SmallFile extends HttpContent.Wrapper {

  /** The most bytes that a file is kept in memory for while it is sent. */
  static final long MOST = 1 << 20;

  private final byte[] bytes;

  SmallFile(HttpContent file, byte[] bytes) {
    super(file);
    this.bytes = bytes;
  }

  @Override
  public HttpField getContentLength() {
    return new HttpField.LongValueHttpField(HttpHeader.CONTENT_LENGTH, bytes.length);
  }

  @Override
  public long getContentLengthValue() {
    return bytes.length;
  }

  @Override
  public HttpField getETag() {
    return new HttpField(HttpHeader.ETAG, getETagValue());
  }

  @Override
  public String getETagValue() {
    return "\"" + PageCache.digest(bytes) + "\"";
  }

  @Override
  public void writeTo(Content.Sink sink, long offset, long length, Callback callback) {
    int start = (int) offset;
    int count = length < 0 ? bytes.length - start : (int) Math.min(length, bytes.length - start);
    sink.write(true, ByteBuffer.wrap(bytes, start, count), callback);
  }
}
