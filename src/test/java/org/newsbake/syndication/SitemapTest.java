package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.newsbake.syndication.FeedValidator.assertValidSitemap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SitemapTest {

  private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
  private static final String URL = Stories.SITE + "maps/sitemap.xml";
  private static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

  @Test
  void thereIsNoFileWithoutAddresses() {
    assertThat(new Sitemap().files(URL, List.of())).isEmpty();
  }

  @Test
  void fiftyThousandAddressesAreOneFile() {
    List<Sitemap.File> files = new Sitemap().files(URL, addresses(50_000));
    assertThat(files).hasSize(1);
    assertThat(files.get(0).url()).isEqualTo(URL);
    assertValidSitemap(files.get(0).bytes());
    assertThat(locations(files.get(0))).hasSize(50_000);
  }

  @Test
  void oneMoreMakesTwoPartsAndAnIndex() {
    List<Sitemap.File> files = new Sitemap().files(URL, addresses(50_001));
    files.forEach(file -> assertValidSitemap(file.bytes()));
    assertThat(files)
        .extracting(Sitemap.File::url)
        .containsExactly(
            URL, Stories.SITE + "maps/sitemap-1.xml", Stories.SITE + "maps/sitemap-2.xml");
    assertThat(locations(files.get(0))).containsExactly(files.get(1).url(), files.get(2).url());
    assertThat(locations(files.get(1))).hasSize(50_000);
    assertThat(locations(files.get(2))).hasSize(1);
  }

  @Test
  void noPartIsLargerThanItMayBeAndNoAddressIsLost() {
    List<Sitemap.Address> addresses = addresses(500);
    for (int most : List.of(400, 1_000, 5_000)) {
      List<Sitemap.File> files = new Sitemap(50_000, most).files(URL, addresses);
      assertThat(files.size()).isGreaterThan(2);
      assertThat(files.subList(1, files.size()))
          .allSatisfy(file -> assertThat(file.bytes().length).isLessThanOrEqualTo(most));
      assertThat(files.subList(1, files.size()).stream().flatMap(file -> locations(file).stream()))
          .containsExactlyInAnyOrderElementsOf(
              addresses.stream().map(Sitemap.Address::url).toList());
    }
  }

  @Test
  void theIndexGivesTheNewestChangeOfEachPart() {
    List<Sitemap.File> files =
        new Sitemap(2, 50_000)
            .files(
                URL,
                List.of(
                    address("a", Optional.of(DAY)),
                    address("b", Optional.of(DAY.plusSeconds(1))),
                    address("c", Optional.empty()),
                    address("d", Optional.empty())));
    assertThat(FeedValidator.texts(document(files.get(0)), NAMESPACE, "lastmod"))
        .containsExactly("2026-03-01T00:00:01Z");
  }

  @Test
  void theOrderOfTheAddressesDoesNotMatter() {
    List<Sitemap.Address> addresses = new ArrayList<>(addresses(300));
    List<Sitemap.File> files = new Sitemap(100, 50_000).files(URL, addresses);
    Collections.shuffle(addresses, new Random(7));
    assertThat(new Sitemap(100, 50_000).files(URL, addresses))
        .usingRecursiveComparison()
        .isEqualTo(files);
  }

  @Test
  void anAddressThatComesTwiceCountsOnceWithItsNewestChange() {
    Stream.of(
            List.of(address("a", Optional.of(DAY)), address("a", Optional.of(DAY.plusSeconds(9)))),
            List.of(address("a", Optional.of(DAY.plusSeconds(9))), address("a", Optional.empty())))
        .forEach(
            twice -> {
              Document sitemap = document(new Sitemap().files(URL, twice).get(0));
              assertThat(FeedValidator.texts(sitemap, NAMESPACE, "lastmod"))
                  .containsExactly("2026-03-01T00:00:09Z");
            });
  }

  @Test
  void anAddressThatIsTooLongIsRefused() {
    String most = Stories.SITE + "a".repeat(Sitemap.LONGEST_URL - Stories.SITE.length());
    assertValidSitemap(
        new Sitemap()
            .files(URL, List.of(new Sitemap.Address(most, Optional.empty(), List.of())))
            .get(0)
            .bytes());
    assertThatThrownBy(() -> new Sitemap.Address(most + "a", Optional.empty(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too long");
  }

  private static List<Sitemap.Address> addresses(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> address("story-" + i + ".html?a&b", Optional.of(DAY.plusSeconds(i))))
        .toList();
  }

  private static Sitemap.Address address(String path, Optional<Instant> changed) {
    return new Sitemap.Address(Stories.SITE + path, changed, List.of());
  }

  private static Document document(Sitemap.File file) {
    return FeedValidator.wellFormed(file.bytes());
  }

  private static List<String> locations(Sitemap.File file) {
    return FeedValidator.texts(document(file), NAMESPACE, "loc");
  }
}
