package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.article.Article;
import org.newsbake.article.ArticleOptions;
import org.newsbake.article.ArticleReader;
import org.newsbake.article.DataFile;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.article.Words;
import org.newsbake.edition.AddressOptions;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.FeedFormat;
import org.newsbake.edition.Newsroom;
import org.newsbake.edition.Page.ForMachines;
import org.newsbake.edition.Pictures;
import org.newsbake.edition.PlannedSite;
import org.newsbake.edition.Publication;
import org.newsbake.edition.Site;
import org.newsbake.edition.SiteOptions;
import org.newsbake.edition.SitePlan;
import org.newsbake.edition.Stories;

/** What the files for machines say of the stories of a site. */
class SyndicatorTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final AddressOptions ADDRESSES =
      new AddressOptions(".html", Map.of(), false, "", "-draft", Map.of());

  @TempDir private Path folder;
  private final List<Article> articles = new ArrayList<>();
  private final Map<String, Words> words = new HashMap<>();
  private final Map<String, Object> sources = new LinkedHashMap<>();
  private String host = "https://paper.example";
  private String logo = "";
  private List<SourceFile> assets = List.of();

  @Test
  void aFeedHasTheNewestStoriesAndNoMoreThanItShould() throws IOException {
    for (int day = 1; day <= 3; day++) {
      post("day-" + day, day);
    }
    String feed = file("rss.xml");
    assertThat(feed)
        .contains("<link>https://paper.example/day-3.html</link>")
        .contains("<link>https://paper.example/day-2.html</link>")
        .doesNotContain("day-1");
    assertThat(feed.indexOf("day-3")).isLessThan(feed.indexOf("day-2"));
  }

  @Test
  void ofTheVersionsOfAnAgencysStoryTheNewestIsInTheFeed() throws IOException {
    source("northwind", Map.of());
    post("first", 1, "source: northwind", "guid: urn:x:1");
    post("second", 2, "source: northwind", "guid: urn:x:1");
    assertThat(file("rss.xml")).contains("second.html").doesNotContain("first.html");
  }

  @Test
  void aFeedCarriesOfAStoryWhatItsSourceLetsIt() throws IOException {
    source("full", Map.of());
    source("summary", Map.of("feed", "summary"));
    post("full", 2, "source: full", "source_url: https://agency.example/1");
    post("summary", 1, "source: summary", "source_url: https://agency.example/1");
    assertThat(file("rss.xml"))
        .contains("Text of full.", "summary.html", "Summary of summary.")
        .doesNotContain("<p>Text of summary");
    source("summary", Map.of("feed", "none"));
    assertThat(file("rss.xml")).contains("full.html").doesNotContain("summary.html");
  }

  @Test
  void theNewsSitemapHasOwnStoriesOfTwoDaysOnly() throws IOException {
    source("northwind", Map.of());
    post("own", 19);
    post("old", 17);
    post("agency", 19, "source: northwind", "source_url: https://agency.example/1");
    assertThat(file("sitemap-news.xml")).contains("own.html").doesNotContain("old.html", "agency");
  }

  @Test
  void theSitemapLeavesOutWhatSearchEnginesAreNotToList() throws IOException {
    source("shy", Map.of("canonical", "noindex"));
    source("strict", Map.of("canonical", "original"));
    post("own", 3);
    post("shy", 2, "source: shy", "source_url: https://agency.example/1");
    post("strict", 1, "source: strict", "source_url: https://agency.example/1");
    assertThat(file("sitemap.xml"))
        .contains("<loc>https://paper.example/own.html</loc>")
        .contains("<loc>https://paper.example/</loc>")
        .doesNotContain("shy.html", "strict.html");
  }

  @Test
  void robotsAreSentToTheSitemaps() throws IOException {
    assertThat(file("robots.txt"))
        .contains("Sitemap: https://paper.example/sitemap.xml\n")
        .contains("Sitemap: https://paper.example/sitemap-news.xml\n");
  }

  @Test
  void theEmblemIsTheSitesWhereTheSiteHasIt() throws IOException {
    logo = "img/logo.png";
    post("own", 3);
    assertThat(structuredData()).doesNotContain("logo");
    assets = List.of(new SourceFile(Path.of("logo.png"), logo, "assets/" + logo));
    assertThat(structuredData()).contains("https://paper.example/img/logo.png");
  }

  @Test
  void withoutAHostThereIsNoStructuredData() throws IOException {
    host = "";
    post("own", 3);
    assertThat(structuredData()).isEqualTo("{}");
  }

  private void post(String name, int day, String... header) throws IOException {
    Path file = folder.resolve(name + ".md");
    Files.writeString(
        file,
        "---\ntype: post\nstatus: published\ntitle: About %s\nsummary: Summary of %s.\n%s"
                .formatted(name, name, "date: 2026-11-%02dT12:00:00Z\n".formatted(day))
            + String.join("\n", header)
            + "\n---\nText of "
            + name
            + ".\n");
    ArticleOptions options =
        new ArticleOptions(
            StandardCharsets.UTF_8,
            "~~~~~~",
            "yyyy-MM-dd",
            ZoneOffset.UTC,
            Locale.ENGLISH,
            Set.of("post"),
            "",
            "",
            false,
            List.of(),
            false,
            false,
            key -> false);
    Reading reading =
        new ArticleReader(options)
            .read(new SourceFile(file, name + ".md", "content/" + name + ".md"));
    articles.add(reading.article().orElseThrow());
    words.put(name + ".md", reading.words());
  }

  private void source(String key, Map<String, Object> fields) {
    Map<String, Object> entry = new LinkedHashMap<>(fields);
    entry.put("name", key);
    sources.put(key, entry);
  }

  private String file(String path) {
    Stories stories = stories();
    return new String(
        syndicator(stories).bytes((ForMachines) stories.site().pages().get(path)),
        StandardCharsets.UTF_8);
  }

  private String structuredData() {
    Stories stories = stories();
    return syndicator(stories).newsArticle(stories.of(stories.edition().entries().get(0)));
  }

  private static Syndicator syndicator(Stories stories) {
    return new Syndicator(stories, new SyndicationOptions(2, SyndicationOptions.STRICT));
  }

  private Stories stories() {
    SiteOptions options =
        new SiteOptions(
            new Publication(host, "Paper", "", "en", ZoneOffset.UTC, logo, Set.of()),
            ADDRESSES,
            Map.of("post", "post.ftl", "masterindex", "index.ftl"),
            Optional.of("index.html"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            Map.of(),
            20,
            Optional.empty(),
            new SiteOptions.Machines(List.of(FeedFormat.RSS), true, true, true, List.of()));
    DataFile data =
        new DataFile(
            new SourceFile(Path.of("sources.yaml"), "sources.yaml", "data/sources.yaml"),
            sources,
            "");
    Edition edition = Edition.at(articles, List.of(data), new Addresses(ADDRESSES), NOW, false);
    Site site =
        new SitePlan(options).site(edition, new Newsroom(List.of(data)), Pictures.NONE, assets);
    return new Stories(
        new PlannedSite(edition, site, Pictures.NONE, options),
        article -> words.get(article.source().path()));
  }
}
