package org.newsbake.edition;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Set;

/**
 * What a site says of itself.
 *
 * @param host its absolute address, without a slash at the end, or {@code ""} where nobody knows it
 * @param title its name
 * @param tagline what stands below its name, or {@code ""}
 * @param language its language as a BCP 47 tag
 * @param zone the zone of its dates
 * @param logo the path of its emblem below the site's root, or {@code ""}
 * @param territory the countries that it is shown in, as ISO 3166 codes; none where it does not say
 */
public record Publication(
    String host,
    String title,
    String tagline,
    String language,
    ZoneId zone,
    String logo,
    Set<String> territory) {

  public Publication {
    Objects.requireNonNull(zone);
    territory = Set.copyOf(territory);
    if (host.endsWith("/")) {
      throw new IllegalArgumentException("an address without a slash at its end: " + host);
    }
  }

  /** The absolute address of what links name so; the one from the root on without a host. */
  public String url(String uri) {
    return host + "/" + uri;
  }

  /** The path of the site's root on its host, with a slash at both ends. */
  public String base() {
    int scheme = host.indexOf("://");
    int slash = host.indexOf('/', scheme < 0 ? 0 : scheme + 3);
    return slash < 0 ? "/" : host.substring(slash) + "/";
  }
}
