package org.newsbake.preview;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Knows the names by which this server may be called. A page of another site that had its own name
 * led to this machine could read drafts else (DNS rebinding).
 */
final class HostCheck {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final Optional<String> host;
  private final String hostName;

  /**
   * @param host what to listen at, or nothing for this machine alone
   * @param hostName the name of this machine in the site's properties
   */
  HostCheck(Optional<String> host, String hostName) {
    this.host = host.map(HostCheck::normal);
    this.hostName = normal(hostName);
  }

  /** Whether a request may name this host, without its port. */
  boolean allows(String named) {
    String name = normal(named);
    if (LOOPBACK.contains(name) || name.equals(hostName)) {
      return true;
    }
    return host.isPresent()
        && (name.equals(host.get()) || isWildcard(host.get()) && (isAddress(name) || isOwn(name)));
  }

  /** Nobody leads the address of another machine to this one by a name. */
  private static boolean isAddress(String name) {
    return name.matches("[0-9]{1,3}(\\.[0-9]{1,3}){3}|\\[?[0-9a-f:]*:[0-9a-f:.]*]?");
  }

  private static boolean isOwn(String name) {
    try {
      return name.equals(normal(InetAddress.getLocalHost().getHostName()));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isWildcard(String host) {
    return host.equals("0.0.0.0") || host.equals("::") || host.equals("[::]");
  }

  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
