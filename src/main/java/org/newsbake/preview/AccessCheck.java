package org.newsbake.preview;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;

/**
 * Tells who may see what is not live: who asks from this machine, and who was given the token. All
 * others are guests.
 */
final class AccessCheck {

  static final String PARAMETER = "token";

  private static final String COOKIE = "newsbake-preview";
  private static final String GUEST = AccessCheck.class.getName() + ".guest";

  private final String token;
  private final Predicate<SocketAddress> isNear;

  /**
   * @param isNear whether a connection comes from this machine
   */
  AccessCheck(Predicate<SocketAddress> isNear) {
    byte[] random = new byte[16];
    new SecureRandom().nextBytes(random);
    this.token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    this.isNear = isNear;
  }

  static boolean isLoopback(SocketAddress address) {
    return address instanceof InetSocketAddress internet
        && internet.getAddress() != null
        && internet.getAddress().isLoopbackAddress();
  }

  String token() {
    return token;
  }

  /** Whether the address of a request has the token. */
  boolean isShown(Request request) {
    return isToken(Request.extractQueryParameters(request).getValue(PARAMETER));
  }

  /** Notes whether a request is that of a guest. */
  void check(Request request) {
    boolean known =
        isNear.test(request.getConnectionMetaData().getRemoteSocketAddress())
            || Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(cookieName(request)))
                .map(HttpCookie::getValue)
                .anyMatch(this::isToken);
    request.setAttribute(GUEST, !known);
  }

  static boolean isGuest(Request request) {
    return !Boolean.FALSE.equals(request.getAttribute(GUEST));
  }

  String cookie(Request request) {
    return cookieName(request) + "=" + token + "; Path=/; HttpOnly; SameSite=Strict";
  }

  /** Browsers send the cookies of a host to all of its ports, so each preview has its own. */
  private static String cookieName(Request request) {
    SocketAddress local = request.getConnectionMetaData().getLocalSocketAddress();
    return COOKIE + (local instanceof InetSocketAddress internet ? "-" + internet.getPort() : "");
  }

  /** The address of a request without the token, below the root of this server. */
  static String withoutToken(Request request) {
    String query = request.getHttpURI().getQuery();
    List<String> rest =
        Stream.of((query == null ? "" : query).split("&"))
            .filter(it -> !it.isEmpty() && !it.startsWith(PARAMETER + "="))
            .toList();
    // Two slashes would begin the name of another host.
    String path = request.getHttpURI().getPath().replaceFirst("^[/\\\\]*", "/");
    return rest.isEmpty() ? path : path + rest.stream().collect(Collectors.joining("&", "?", ""));
  }

  private boolean isToken(String shown) {
    return shown != null
        && MessageDigest.isEqual(
            shown.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }
}
