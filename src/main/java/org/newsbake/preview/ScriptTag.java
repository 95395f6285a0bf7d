package org.newsbake.preview;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The one tag that a page of the preview has and a page of the build has not. */
final class ScriptTag {

  static final String TAG = "<script src=\"/__newsbake/reload.js\" defer></script>";

  /** The same where each attribute needs a value. */
  private static final String XML_TAG = TAG.replace("defer", "defer=\"\"");

  private ScriptTag() {}

  /** The same page without the tag, for guests. */
  static byte[] outOf(byte[] page, Charset charset) {
    String text = new String(page, StandardCharsets.ISO_8859_1);
    // The pages that no template makes are UTF-8.
    for (Charset encoding : new Charset[] {charset, StandardCharsets.UTF_8}) {
      for (String written : new String[] {TAG, XML_TAG}) {
        text =
            text.replace(new String(written.getBytes(encoding), StandardCharsets.ISO_8859_1), "");
      }
    }
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /**
   * A page with the tag before the end of its body, or at its end where it names none. XHTML that
   * names none stays as it is: behind its end, nothing may stand.
   */
  static byte[] into(byte[] page, Charset charset, String contentType) {
    boolean xml = !contentType.startsWith("text/html");
    // One character for each byte, so that a place in the text is a place in the page.
    String text = new String(page, StandardCharsets.ISO_8859_1);
    String end = new String("</body>".getBytes(charset), StandardCharsets.ISO_8859_1);
    int at = text.toLowerCase(Locale.ROOT).lastIndexOf(end);
    if (xml && at < 0) {
      return page;
    }
    int place = at < 0 ? page.length : at;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(page.length + TAG.length());
    bytes.write(page, 0, place);
    bytes.writeBytes((xml ? XML_TAG : TAG).getBytes(charset));
    bytes.write(page, place, page.length - place);
    return bytes.toByteArray();
  }
}
