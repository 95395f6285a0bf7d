package org.newsbake.preview;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the path of a request. What it gives is looked up among the pages of the site, and never in
 * a file system.
 */
final class RequestPath {

  private RequestPath() {}

  /**
   * The path, decoded once, without the slash it begins with; nothing where it is no path of a
   * site: dots for folders, a backslash, a control character, an encoded slash, bytes that are not
   * UTF-8.
   *
   * @param raw the path as it was sent
   */
  static Optional<String> decoded(String raw) {
    if (!raw.startsWith("/")) {
      return Optional.empty();
    }
    Optional<String> path = unescaped(raw.substring(1));
    return path.filter(RequestPath::isPlain);
  }

  private static Optional<String> unescaped(String raw) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        int high = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 1), 16) : -1;
        int low = i + 2 < raw.length() ? Character.digit(raw.charAt(i + 2), 16) : -1;
        int octet = high * 16 + low;
        if (high < 0 || low < 0 || octet == '/') {
          return Optional.empty();
        }
        bytes.write(octet);
        i += 2;
      } else if (c < 0x80) {
        bytes.write(c);
      } else {
        // Browsers encode these; what is sent as it is, is taken as it is.
        byte[] utf8 =
            raw.substring(i, i + Character.charCount(raw.codePointAt(i)))
                .getBytes(StandardCharsets.UTF_8);
        bytes.writeBytes(utf8);
        i += Character.charCount(raw.codePointAt(i)) - 1;
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(String path) {
    if (path.indexOf('\\') >= 0 || path.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    for (String part : path.split("/", -1)) {
      if (part.equals(".") || part.equals("..")) {
        return false;
      }
    }
    return !path.startsWith("/") && !path.contains("//");
  }
}
