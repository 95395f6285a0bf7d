package org.newsbake.syndication;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes sitemaps: the <a href="https://www.sitemaps.org/protocol.html">sitemap protocol 0.9</a>,
 * with Google's <a
 * href="https://developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps">images</a>.
 * More addresses than one file may hold are parted, and an index names the parts. Immutable and
 * thread-safe.
 *
 * <pre>{@code
 * for (Sitemap.File file : new Sitemap().files("https://example.org/sitemap.xml", addresses)) …
 * }</pre>
 */
public final class Sitemap {

  /** The most characters of an address, encoded as it is written. */
  public static final int LONGEST_URL = 2_048;

  /** The most addresses of one file. */
  private static final int MOST_ADDRESSES = 50_000;

  /** The most bytes of one file, uncompressed: 50 MB. */
  private static final int MOST_BYTES = 52_428_800;

  /** The most pictures of one address. */
  private static final int MOST_IMAGES = 1_000;

  private static final String HEAD =
      Xml.DECLARATION
          + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
          + " xmlns:image=\"http://www.google.com/schemas/sitemap-image/1.1\">\n";

  private static final String TAIL = "</urlset>\n";

  private final int mostAddresses;
  private final int mostBytes;

  public Sitemap() {
    this(MOST_ADDRESSES, MOST_BYTES);
  }

  Sitemap(int mostAddresses, int mostBytes) {
    this.mostAddresses = mostAddresses;
    this.mostBytes = mostBytes;
  }

  /**
   * A page of the site.
   *
   * @param url its absolute address, of at most {@link #LONGEST_URL} characters
   * @param changed when what it shows changed last, where that is known; never the time of a build
   * @param images the absolute addresses of its pictures, of which the first 1,000 count
   */
  public record Address(String url, Optional<Instant> changed, List<String> images) {
    public Address {
      url = WebAddress.checked(url);
      if (url.length() > LONGEST_URL) {
        throw new IllegalArgumentException("too long for a sitemap: " + url);
      }
      changed = changed.map(Timestamp::writable);
      images = images.stream().map(WebAddress::checked).distinct().limit(MOST_IMAGES).toList();
    }
  }

  /**
   * A file of the site.
   *
   * @param url its absolute address
   * @param bytes what is in it
   */
  public record File(String url, byte[] bytes) {}

  /**
   * One file at this address, which is the sitemap or the index of its parts, and then the parts:
   * {@code sitemap-1.xml}, {@code sitemap-2.xml} … beside {@code sitemap.xml}. There is none where
   * there are no addresses. The order of the addresses does not matter; one that comes twice counts
   * once, with its newest change.
   */
  public List<File> files(String url, List<Address> addresses) {
    List<Part> parts = parts(ordered(addresses));
    List<File> files = new ArrayList<>();
    if (parts.size() == 1) {
      files.add(new File(WebAddress.checked(url), parts.get(0).bytes()));
    } else if (parts.size() > 1) {
      String checked = WebAddress.checked(url);
      for (int i = 0; i < parts.size(); i++) {
        files.add(new File(numbered(checked, i + 1), parts.get(i).bytes()));
      }
      files.add(0, new File(checked, index(files, parts)));
    }
    return List.copyOf(files);
  }

  private static Iterable<Address> ordered(List<Address> addresses) {
    Map<String, Address> byUrl = new TreeMap<>();
    for (Address address : addresses) {
      byUrl.merge(
          address.url(),
          address,
          (one, other) ->
              other.changed().orElse(Instant.MIN).isAfter(one.changed().orElse(Instant.MIN))
                  ? other
                  : one);
    }
    return byUrl.values();
  }

  private List<Part> parts(Iterable<Address> addresses) {
    List<Part> parts = new ArrayList<>();
    Part part = null;
    for (Address address : addresses) {
      String entry = entry(address);
      if (part == null
          || part.count == mostAddresses
          || part.text.length() + entry.length() + TAIL.length() > mostBytes) {
        part = new Part();
        parts.add(part);
      }
      part.add(entry, address.changed());
    }
    return parts;
  }

  private static String entry(Address address) {
    Xml xml = Xml.fragment();
    xml.markup("<url>\n");
    xml.element("loc", address.url());
    address.changed().ifPresent(changed -> xml.element("lastmod", Timestamp.iso(changed)));
    for (String image : address.images()) {
      xml.markup("<image:image><image:loc>").text(image).markup("</image:loc></image:image>\n");
    }
    return xml.markup("</url>\n").toString();
  }

  /** One file with these addresses, of which there may be no more than one file holds. */
  static byte[] file(List<Address> addresses) {
    Part part = new Part();
    ordered(addresses).forEach(address -> part.add(entry(address), address.changed()));
    return part.bytes();
  }

  /** Where a part of a sitemap is, and when something in it changed last. */
  record Reference(String url, Optional<Instant> changed) {}

  /** The list of the parts of a sitemap. */
  static byte[] index(List<Reference> parts) {
    Xml xml = Xml.named();
    xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (Reference part : parts) {
      xml.markup("<sitemap>\n");
      xml.element("loc", part.url());
      part.changed().ifPresent(changed -> xml.element("lastmod", Timestamp.iso(changed)));
      xml.markup("</sitemap>\n");
    }
    return xml.markup("</sitemapindex>\n").bytes();
  }

  private static byte[] index(List<File> files, List<Part> parts) {
    Xml xml = Xml.named();
    xml.markup("<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    for (int i = 0; i < parts.size(); i++) {
      xml.markup("<sitemap>\n");
      xml.element("loc", files.get(i).url());
      parts.get(i).changed.ifPresent(changed -> xml.element("lastmod", Timestamp.iso(changed)));
      xml.markup("</sitemap>\n");
    }
    return xml.markup("</sitemapindex>\n").bytes();
  }

  /** {@code sitemap.xml} becomes {@code sitemap-1.xml}. */
  private static String numbered(String url, int number) {
    int dot = url.lastIndexOf('.');
    int end = dot > url.lastIndexOf('/') ? dot : url.length();
    return url.substring(0, end) + "-" + number + url.substring(end);
  }

  /** The addresses of one file. All of it is ASCII, so that a character is a byte. */
  private static final class Part {
    private final StringBuilder text = new StringBuilder(HEAD);
    private int count;
    private Optional<Instant> changed = Optional.empty();

    void add(String entry, Optional<Instant> change) {
      text.append(entry);
      count++;
      if (change.isPresent() && (changed.isEmpty() || change.get().isAfter(changed.get()))) {
        changed = change;
      }
    }

    byte[] bytes() {
      return text.append(TAIL).toString().getBytes(StandardCharsets.US_ASCII);
    }
  }
}
