package org.newsbake.syndication;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Absolute addresses of the web: {@code http} or {@code https}, and a host. What <a
 * href="https://www.rfc-editor.org/rfc/rfc3986#section-2">RFC 3986</a> does not let stand in an
 * address is percent-encoded, as browsers do it, so that an author's address with a space or an
 * umlaut is one all the same.
 */
public final class WebAddress {

  private static final String HEX = "0123456789ABCDEF";

  private WebAddress() {}

  /** Whether the records of this package take it. Ask this of an address that an author wrote. */
  public static boolean isAbsolute(String address) {
    int host = hostStart(address);
    return host >= 0 && host < address.length() && "/?#:@ \\".indexOf(address.charAt(host)) < 0;
  }

  /**
   * The address with all encoded that must be.
   *
   * @throws IllegalArgumentException if it is not absolute
   */
  static String checked(String address) {
    if (!isAbsolute(address)) {
      throw new IllegalArgumentException("not an absolute address: " + address);
    }
    int hostStart = hostStart(address);
    for (int i = hostStart; i < address.length(); i++) {
      if (!stays(address, i, hostStart)) {
        return encoded(address, hostStart);
      }
    }
    return address;
  }

  static Optional<String> checked(Optional<String> address) {
    return address.map(WebAddress::checked);
  }

  /**
   * A path from the host on, with all encoded that must be.
   *
   * @throws IllegalArgumentException if it does not begin with a slash
   */
  static String checkedPath(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("not a path: " + path);
    }
    // A path has no fragment, and robots.txt has comments.
    return encoded(path.replace("#", "%23"), 0);
  }

  /** A name that is no address, as it may stand in a URI behind its scheme. */
  static String encodedName(String name) {
    StringBuilder encoded = new StringBuilder(name.length() + 16);
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      if (isUnreserved((char) b) || ":/@!$&'()*+,;=".indexOf(b) >= 0) {
        encoded.append((char) b);
      } else {
        append(encoded, b);
      }
    }
    return encoded.toString();
  }

  /** The host, without its port, of an address that was checked. */
  static String host(String address) {
    int start = hostStart(address);
    String authority = address.substring(start, authorityEnd(address, start));
    String host = authority.substring(authority.indexOf('@') + 1);
    int port = host.lastIndexOf(':');
    return port > host.lastIndexOf(']') ? host.substring(0, port) : host;
  }

  private static int hostStart(String address) {
    if (address.regionMatches(true, 0, "https://", 0, 8)) {
      return 8;
    }
    return address.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
  }

  private static int authorityEnd(String address, int hostStart) {
    int end = hostStart;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static String encoded(String address, int hostStart) {
    StringBuilder encoded = new StringBuilder(address.length() + 32);
    encoded.append(address, 0, hostStart);
    for (int i = hostStart; i < address.length(); i++) {
      if (stays(address, i, hostStart)) {
        encoded.append(address.charAt(i));
        continue;
      }
      int point = address.codePointAt(i);
      if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
        point = '\uFFFD';
      } else if (point >= Character.MIN_SUPPLEMENTARY_CODE_POINT) {
        i++;
      }
      for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
        append(encoded, b);
      }
    }
    return encoded.toString();
  }

  private static void append(StringBuilder encoded, byte b) {
    encoded.append('%').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
  }

  private static boolean stays(String address, int i, int hostStart) {
    char c = address.charAt(i);
    if (isUnreserved(c)) {
      return true;
    }
    return switch (c) {
      case '/', ':', '?', '@', '!', '$', '&', '\'', '(', ')', '*', '+', ',', ';', '=' -> true;
      case '#' -> address.indexOf('#') == i;
      case '[', ']' -> i < authorityEnd(address, hostStart);
      case '%' -> isHex(address, i + 1) && isHex(address, i + 2);
      default -> false;
    };
  }

  private static boolean isUnreserved(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }

  private static boolean isHex(String address, int i) {
    return i < address.length()
        && address.charAt(i) < 0x80
        && Character.digit(address.charAt(i), 16) >= 0;
  }
}
