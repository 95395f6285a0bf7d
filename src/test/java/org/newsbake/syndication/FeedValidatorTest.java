package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A validator that lets everything pass is none: each of these slips is found. */
class FeedValidatorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rss.xml|</channel>|",
        "rss.xml|version=\"2.0\"|version=\"3.0\"",
        "rss.xml|rel=\"self\"|rel=\"next\"",
        "rss.xml|Mon, 2 Mar 2026 06:00:00 GMT|2026-03-02",
        "rss.xml|Mon, 2 Mar|Mo, 2 Mär",
        "rss.xml|<language>en</language>|<language>English!</language>",
        "rss.xml|<guid isPermaLink=\"false\">urn:newsml:nordpress.example:20260302:ferry<|<guid>ferry<",
        "rss.xml|urn:newsml:nordpress.example:20260302:ferry|https://gazette.example/2026/bridge.html",
        "rss.xml|width=\"1200\"|width=\"wide\"",
        "rss.xml|<dc:creator>|<dc:writer/><dc:creator>",
        "rss.xml|<source url=\"https://nordpress.example/feed.xml\">|<source>",
        "rss.xml|<title>Ferries|<headline>x</headline><title>Ferries",
        "atom.xml|<id>urn:|<uuid/><id>urn:",
        "atom.xml|<id>urn:newsml:nordpress.example:20260302:ferry</id>|",
        "atom.xml|urn:newsml:nordpress.example:20260302:ferry|https://gazette.example/2026/bridge.html",
        "atom.xml|urn:newsml:nordpress.example:20260302:ferry|ferry",
        "atom.xml|2026-03-02T06:00:00Z|2026-03-02T06:00:00",
        "atom.xml|rel=\"self\" type|rel=\"other\" type",
        "atom.xml|<content type=\"html\">|<content type=\"htm\">",
        "atom.xml|term=\"bridge\"|name=\"bridge\"",
        "atom.xml|<name>Nordpress</name>|",
        "feed.json|version/1.1|version/2",
        "feed.json|\"title\":\"The Haven|\"name\":\"The Haven",
        "feed.json|\"content_text\"|\"content\"",
        "feed.json|urn:newsml:nordpress.example:20260302:ferry|https://gazette.example/2026/bridge.html",
        "feed.json|2026-03-02T06:00:00Z|2026-03-02",
        "feed.json|https://gazette.example/2026/ferry.html|/2026/ferry.html",
        "feed.json|\"mime_type\":\"image/jpeg\",|",
        "feed.json|\"language\":\"en-GB\"|\"language\":\"en-GB\",\"language\":\"en\"",
        "feed.json|]}|]",
        "sitemap.xml|<loc>https://gazette.example/</loc>|",
        "sitemap.xml|https://gazette.example/<|https://other.example/<",
        "sitemap.xml|https://gazette.example/<|https://gazette.example/2026/bridge.html?a=1&amp;b=%C3%A9<",
        "sitemap.xml|2026-03-02T18:05:10Z|yesterday",
        "sitemap.xml|sitemap/0.9|sitemap/1.0",
        "sitemap.xml|image:loc|image:url",
        "news-sitemap.xml|<news:title>|<news:title> </news:title><news:title>",
        "news-sitemap.xml|<news:language>en<|<news:language>English<",
        "news-sitemap.xml|2026-03-01T09:30:00Z|2026-03-01T09:30:00+01",
        "own.json|NewsArticle|NewsArticel",
        "own.json|\"headline\"|\"heading\"",
        "own.json|\\u0026|&",
        "own.json|\"position\":2|\"position\":3",
        "own.json|\"dateModified\":\"2026|\"dateModified\":\"2025",
        "own.json|\"@id\":\"https://gazette.example/#publisher\",|\"@id\":\"https://gazette.example/#other\",",
        "own.json|https://gazette.example/img/bridge.jpg|img/bridge.jpg",
        "own.json|\"author\":[{|\"author\":[],\"x\":[{",
        "own.json|2026-03-01T09:30:00Z|2026-03-01"
      })
  void eachSlipIsFound(String file, String right, String wrong) throws IOException {
    String text = expected(file);
    assertThat(text).contains(right);
    String broken = text.replace(right, wrong == null ? "" : wrong);
    assertThatThrownBy(() -> validator(file).accept(broken.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(AssertionError.class);
  }

  private static Consumer<byte[]> validator(String file) {
    return ExpectedFilesTest.cases()
        .filter(test -> test.file().equals(file))
        .findFirst()
        .orElseThrow()
        .validator();
  }

  private static String expected(String name) throws IOException {
    try (InputStream in = FeedValidatorTest.class.getResourceAsStream("/syndication/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
