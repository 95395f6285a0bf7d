package org.newsbake.syndication;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A Content-Security-Policy as far as pictures go: W3C, Content Security Policy Level 3. Several
 * policies, parted by commas, all have to allow a picture.
 *
 * @param text the value of the header
 */
public record ContentSecurityPolicy(String text) {

  /**
   * Whether browsers show a picture of another host.
   *
   * @param address the absolute address of the picture; one that begins with two slashes is {@code
   *     https}
   */
  public boolean allowsPicture(String address) {
    String absolute = address.startsWith("//") ? "https:" + address : address;
    for (String policy : text.split(",")) {
      if (!allows(policy, absolute)) {
        return false;
      }
    }
    return true;
  }

  private static boolean allows(String policy, String address) {
    List<String> sources = directive(policy, "img-src");
    if (sources == null) {
      sources = directive(policy, "default-src");
    }
    return sources == null || sources.stream().anyMatch(source -> matches(source, address));
  }

  /** The sources of a directive, or {@code null} where the policy has none; the first counts. */
  private static List<String> directive(String policy, String name) {
    for (String directive : policy.split(";")) {
      List<String> words = new ArrayList<>(List.of(directive.strip().split("\\s+")));
      if (words.remove(0).equalsIgnoreCase(name)) {
        return words;
      }
    }
    return null;
  }

  private static boolean matches(String source, String address) {
    int end = address.indexOf("://");
    String scheme = address.substring(0, Math.max(0, end)).toLowerCase(Locale.ROOT);
    if (source.equals("*")) {
      return scheme.equals("https") || scheme.equals("http");
    }
    String wanted = source.toLowerCase(Locale.ROOT);
    if (wanted.endsWith(":")) {
      return isScheme(wanted.substring(0, wanted.length() - 1), scheme);
    }
    int at = wanted.indexOf("://");
    // Without a scheme of its own a source stands for that of the page, which is https.
    if (!isScheme(at < 0 ? "https" : wanted.substring(0, at), scheme)) {
      return false;
    }
    String place = at < 0 ? source : source.substring(at + 3);
    String rest = address.substring(end + 3);
    return isHost(host(place), host(rest)) && isPath(path(place), path(rest));
  }

  /** A policy for http is one for https, too. */
  private static boolean isScheme(String wanted, String scheme) {
    return wanted.equals(scheme) || wanted.equals("http") && scheme.equals("https");
  }

  private static String host(String place) {
    return place.split("[/?#]", 2)[0].toLowerCase(Locale.ROOT).replaceFirst(":(443|\\*)$", "");
  }

  private static String path(String place) {
    int slash = place.indexOf('/');
    return slash < 0 ? "" : place.substring(slash).split("[?#]", 2)[0];
  }

  private static boolean isHost(String wanted, String host) {
    return wanted.startsWith("*.") ? host.endsWith(wanted.substring(1)) : host.equals(wanted);
  }

  private static boolean isPath(String wanted, String path) {
    return wanted.isEmpty()
        || (wanted.endsWith("/") ? path.startsWith(wanted) : path.equals(wanted));
  }
}
