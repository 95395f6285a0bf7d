package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.syndication.FeedValidator;

/** The newsroom of this repository, baked whole. */
class HarbourCourierTest {

  private static Map<String, String> tree;

  @BeforeAll
  static void bake(@TempDir Path folder) throws IOException {
    Report report =
        new Build(TestSite.at(Instant.parse("2026-11-25T12:00:00Z"), 2), () -> {})
            .run(Path.of("."), Optional.of(folder.resolve("site")));
    assertThat(report.problems()).isEmpty();
    tree = TestSite.tree(folder.resolve("site"));
  }

  @Test
  void everyFeedAndListOfAddressesIsValid() {
    assertThat(tree).containsKeys("rss.xml", "town/rss.xml", "authors/davy-ruskett/feed.json");
    tree.forEach(
        (path, text) -> {
          byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
          if (path.endsWith("rss.xml")) {
            FeedValidator.assertValidRss(bytes);
          } else if (path.endsWith("atom.xml")) {
            FeedValidator.assertValidAtom(bytes);
          } else if (path.endsWith("feed.json")) {
            FeedValidator.assertValidJsonFeed(bytes);
          } else if (path.equals("sitemap.xml")) {
            FeedValidator.assertValidSitemap(bytes);
          } else if (path.equals("sitemap-news.xml")) {
            FeedValidator.assertValidNewsSitemap(bytes);
          }
        });
  }

  @Test
  void everyArticleHasValidStructuredData() {
    List<Element> data =
        pages().values().stream()
            .flatMap(page -> page.select("script[type=application/ld+json]").stream())
            .filter(script -> script.data().contains("@graph"))
            .toList();
    assertThat(data).hasSizeGreaterThan(60);
    data.forEach(script -> FeedValidator.assertValidJsonLd(script.data()));
  }

  @Test
  void everyLinkAndPictureLeadsToAFile() {
    pages()
        .forEach(
            (path, page) -> {
              for (Element element : page.select("a[href], link[href], img[src]")) {
                String address =
                    element.hasAttr("src") ? element.attr("src") : element.attr("href");
                leadsToAFile(path, address);
              }
              for (Element image : page.select("img[srcset]")) {
                for (String candidate : image.attr("srcset").split(", ")) {
                  leadsToAFile(path, candidate.split(" ")[0]);
                }
              }
            });
  }

  private static void leadsToAFile(String path, String address) {
    java.net.URI target =
        java.net.URI.create("https://harbour-courier.example/" + path).resolve(address);
    if ("harbour-courier.example".equals(target.getHost())) {
      String file = target.getPath().substring(1);
      assertThat(tree)
          .as(path + " links to " + address)
          .containsKey(file.isEmpty() || file.endsWith("/") ? file + "index.html" : file);
    }
  }

  @Test
  void everyPageHasOneHeadlineAndEveryPictureItsSize() {
    pages()
        .forEach(
            (path, page) -> {
              assertThat(page.select("h1")).as(path).hasSize(1);
              assertThat(page.title()).as(path).isNotBlank();
              for (Element image : page.select("img")) {
                assertThat(
                        image.hasAttr("width") && image.hasAttr("height") && image.hasAttr("alt"))
                    .as(path + image)
                    .isTrue();
              }
            });
  }

  @Test
  void noPageNeedsAScriptOrAStyleOfItsOwn() {
    pages()
        .forEach(
            (path, page) -> {
              assertThat(page.select("script:not([type=application/ld+json]), style, [style]"))
                  .as(path)
                  .isEmpty();
              page.getAllElements()
                  .forEach(
                      element ->
                          assertThat(element.attributes().asList())
                              .as(path)
                              .noneMatch(attribute -> attribute.getKey().startsWith("on")));
            });
  }

  @Test
  void theArabicEditionRunsFromRightToLeft() {
    Document page = pages().get("ar/index.html");
    assertThat(page.selectFirst("html").attr("dir")).isEqualTo("rtl");
    assertThat(page.select(".stories .teaser")).hasSize(7);
    assertThat(pages().get("index.html").select("main [lang=ar]")).isEmpty();
  }

  @Test
  void topicsAndPagesHaveArabicNamesOnArabicPages() {
    Document page = pages().get("business/2026/11/turbine-ar/index.html");
    assertThat(page.select(".topics a").eachText())
        .containsExactly("العربية", "طاقة", "الميناء", "المدّ والجزر");
    pages()
        .forEach(
            (path, arabic) -> {
              if (arabic.selectFirst("html").attr("lang").equals("ar")) {
                assertThat(arabic.select(".topics [lang], .colophon li [lang=en-GB]"))
                    .as(path)
                    .isEmpty();
              }
            });
  }

  @Test
  void noLineEndsWithinAScore() {
    assertThat(pages().get("sport/index.html").select(".summary .unbroken").eachText())
        .contains("1–0");
    assertThat(
            pages()
                .get("sport/2026/11/sound-cup-2/index.html")
                .select(".standfirst .unbroken, .body .unbroken")
                .eachText())
        .containsExactly("1–0", "1–0");
    pages()
        .forEach(
            (path, page) -> {
              page.select(".unbroken").remove();
              assertThat(page.body().wholeText()).as(path).doesNotContainPattern("\\d–\\d");
            });
  }

  @Test
  void figuresInTablesStandBelowEachOther() {
    Map<String, Boolean> columns = new java.util.TreeMap<>();
    pages()
        .forEach(
            (path, page) -> {
              for (Element table : page.select(".body table")) {
                for (int i = 2; i <= table.select("th").size(); i++) {
                  List<Element> cells = table.select("td:nth-child(" + i + ")");
                  if (cells.stream().allMatch(HarbourCourierTest::isFigure)) {
                    columns.put(
                        path + " " + i,
                        table.select("th:nth-child(" + i + ")").hasClass("right")
                            && cells.stream().allMatch(cell -> cell.hasClass("right")));
                  }
                }
              }
            });
    assertThat(columns).hasSizeGreaterThan(20).doesNotContainValue(false);
  }

  private static boolean isFigure(Element cell) {
    return cell.text().matches("[+−]?[\\d.,:]+( [ap]m)?|—?");
  }

  @Test
  void copiesPointSearchEnginesWhereTheirSourceWantsThem() {
    Map<String, String> canonical = new java.util.TreeMap<>();
    pages()
        .forEach(
            (path, page) -> {
              String own =
                  "https://harbour-courier.example/" + path.replaceFirst("index.html$", "");
              String address = page.select("link[rel=canonical]").attr("href");
              boolean older = page.text().contains("There is a newer version of this story");
              assertThat(older && address.equals(own)).as(path).isFalse();
              if (!address.isEmpty() && !address.equals(own) && !older) {
                canonical.put(path, address);
              }
            });
    assertThat(canonical).isNotEmpty();
    assertThat(canonical.values())
        .allMatch(address -> address.startsWith("https://northwind-newswire.example/"));
    assertThat(tree.get("sitemap.xml")).doesNotContain(canonical.keySet().iterator().next());
  }

  @Test
  void whatIsWithdrawnIsGoneForHosts() {
    assertThat(tree.get("_redirects").lines().filter(line -> line.endsWith(" 410!"))).hasSize(4);
  }

  @Test
  void anArticleOfAnAgencyCarriesItsNoticeAndItsOriginalAddress() {
    Document page = pages().get("world/2026/11/one-ticket-for-the-sound/index.html");
    assertThat(page.select(".notice").text())
        .contains("This article was produced by the Meridian Dispatch news agency.")
        .contains("It has not been edited by The Harbour Courier.");
    assertThat(page.select(".related li")).hasSize(7);
    assertThat(page.select(".plate .credit").text()).contains("Tobias Quill/The Harbour Courier");
    assertThat(page.select(".plate img").attr("srcset")).contains("480w").contains("960w");
  }

  private static Map<String, Document> pages() {
    Map<String, Document> pages = new java.util.TreeMap<>();
    tree.forEach(
        (path, text) -> {
          if (path.endsWith(".html") && !text.contains("http-equiv=\"refresh\"")) {
            String html =
                new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
            pages.put(path, Jsoup.parse(html));
          }
        });
    return pages;
  }
}
