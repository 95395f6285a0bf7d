package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.newsbake.article.Samples.article;
import static org.newsbake.article.Samples.story;
import static org.newsbake.article.Samples.undated;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.Samples;
import org.newsbake.article.SourceFile;

class PermalinkTest {

  private static final Article FERRY =
      story("2026/night ferry.md", 3, "section: Town & Quay", "source: northwind");

  @ParameterizedTest
  @CsvSource({
    "/:slug/, night-ferry/",
    "/:section/:year/:month/:slug/, town-quay/2026/11/night-ferry/",
    ":year-:month-:day-:slug, 2026-11-03-night-ferry",
    "/:source/:type/:slug, northwind/post/night-ferry",
    "/news/:slug.php, news/night-ferry.php",
    "//:slug//, night-ferry/",
    "/:slug:year/, night-ferry2026/",
  })
  void eachNameStandsForAPartOfTheAddress(String pattern, String path) {
    assertThat(path(pattern, FERRY)).isEqualTo(path);
  }

  @ParameterizedTest
  @CsvSource({
    "/:section/:year/:slug/, 2026/ferry/",
    "/:source/:section/:slug, ferry",
    "/in-:section/:slug/, in-/ferry/",
  })
  void aPartThatAnArticleHasNothingForIsLeftOut(String pattern, String path) {
    assertThat(path(pattern, story("ferry.md", 3))).isEqualTo(path);
  }

  @Test
  void theDayIsThatOfTheZoneOfTheSite() {
    Article late = FERRY;
    assertThat(
            new SampleSite()
                .zone("America/New_York")
                .permalink("/:year/:month/:day/:slug/")
                .addresses()
                .place(late)
                .uri())
        .isEqualTo("2026/11/02/night-ferry/");
  }

  @Test
  void anArticleWithoutADateIsPlacedByThatOfItsFile() {
    assertThat(
            new SampleSite()
                .permalink("page", "/:year/:slug/")
                .addresses()
                .place(undated("page", "published", "a.md", 3))
                .uri())
        .isEqualTo("2026/a/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/", "/:year/", "/:slug/:hour/", "/:Slug/", "/:slugs/", ":SLUG"})
  void aPatternHasKnownNamesAndASlug(String pattern) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SampleSite().permalink(pattern))
        .withMessage("not a pattern of addresses: " + pattern);
  }

  @Test
  void aFolderHasAnIndexFileAndAnAddressThatEndsInASlash() {
    assertThat(place(new SampleSite().permalink("/:slug/"), FERRY))
        .isEqualTo(new Entry(FERRY, "night-ferry/", "night-ferry/index.html"));
    assertThat(place(new SampleSite().extension(".xhtml").permalink("/:slug/"), FERRY))
        .isEqualTo(new Entry(FERRY, "night-ferry/", "night-ferry/index.xhtml"));
  }

  @Test
  void aFileHasTheExtensionOfTheSiteOrOfItsTypeOnce() {
    for (String pattern : new String[] {"/:year/:slug", "/:year/:slug.html"}) {
      assertThat(place(new SampleSite().permalink(pattern), FERRY))
          .isEqualTo(new Entry(FERRY, "2026/night-ferry.html", "2026/night-ferry.html"));
    }
    assertThat(place(new SampleSite().extension("post", ".txt").permalink("/:slug"), FERRY))
        .isEqualTo(new Entry(FERRY, "night-ferry.txt", "night-ferry.txt"));
    assertThat(place(new SampleSite().extension("").permalink("/:slug"), FERRY))
        .isEqualTo(new Entry(FERRY, "night-ferry", "night-ferry"));
  }

  @ParameterizedTest
  @CsvSource({
    "/:slug/, ferry-draft/, ferry-draft/index.html",
    "/:slug, ferry-draft.html, ferry-draft.html",
    "/:slug.html, ferry-draft.html, ferry-draft.html",
  })
  void draftsCarryTheirSuffixInTheAddressToo(String pattern, String uri, String path) {
    Article draft = article("post", "draft", "ferry.md", 3);
    assertThat(place(new SampleSite().permalink(pattern), draft))
        .isEqualTo(new Entry(draft, uri, path));
  }

  @ParameterizedTest
  @CsvSource({
    "/own/address/, own/address/, own/address/index.html",
    "own/address/, own/address/, own/address/index.html",
    "/own/address, own/address.html, own/address.html",
    "/own/address.html, own/address.html, own/address.html",
    "/, '', index.html",
    "/Own Address/, Own%20Address/, Own Address/index.html",
    "/100%/, 100%25/, 100%/index.html",
  })
  void anArticlesOwnPermalinkCountsBeforeThePattern(String own, String uri, String path) {
    Article article = story("ferry.md", 3, "permalink: " + own, "slug: other");
    Entry entry = new Entry(article, uri, path);
    assertThat(place(new SampleSite(), article)).isEqualTo(entry);
    assertThat(place(new SampleSite().permalink("/:slug/"), article)).isEqualTo(entry);
  }

  @ParameterizedTest
  @CsvSource({
    "2026/night ferry.md, '', night-ferry",
    "2026/Night_Ferry.v2.md, '', night_ferry.v2",
    "ferry.md, The Night Ferry!, the-night-ferry",
    "ferry.md, '  --Ferry--  ', ferry",
    "ferry.md, It's back, its-back",
    "ferry.md, ../../etc/passwd, etc-passwd",
    "القارب.md, '', القارب",
    "ferry.md, 夜のフェリー, 夜のフェリー",
    "ferry.md, Čižmarová & syn, čižmarová-syn",
    "ferry.md, हिन्दी, हिन्दी",
    "ferry.md, a/b\\c, a-b-c",
  })
  void theSlugIsOneReadablePartOfAnAddress(String file, String own, String slug) {
    Article article =
        own.isEmpty()
            ? story(file, 3)
            : story(file, 3, "slug: \"" + own.replace("\\", "\\\\") + "\"");
    assertThat(path("/:slug", article)).isEqualTo(slug);
  }

  @Test
  void aSlugIsForPatternsAlone() {
    Article article = story("2026/ferry.md", 3, "slug: other");
    assertThat(place(new SampleSite(), article).uri()).isEqualTo("2026/ferry.html");
  }

  /** The file has the letters, links have them encoded. */
  @Test
  void lettersBeyondAsciiAreEncodedInTheAddressAlone() {
    Article article = story("قارب.md", 3, "section: المدينة");
    assertThat(place(new SampleSite().permalink("/:section/:slug/"), article))
        .isEqualTo(
            new Entry(
                article,
                "%D8%A7%D9%84%D9%85%D8%AF%D9%8A%D9%86%D8%A9/%D9%82%D8%A7%D8%B1%D8%A8/",
                "المدينة/قارب/index.html"));
  }

  @Test
  void aTypeHasItsOwnPatternOrJBakesAddress() {
    SampleSite site = new SampleSite().permalink("/:slug/").permalink("liveblog", "/live/:slug");
    assertThat(place(site, article("post", "published", "a/b.md", 3)).uri()).isEqualTo("b/");
    assertThat(place(site, article("liveblog", "published", "a/b.md", 3)).uri())
        .isEqualTo("live/b.html");
    assertThat(place(site, article("page", "published", "a/b.md", 3)).uri()).isEqualTo("a/b.html");
  }

  @ParameterizedTest
  @CsvSource({"/:slug/, ../", "/:slug, ''", "/:year/:month/:slug/, ../../../", "/:year/:slug, ../"})
  void theRootIsAsManyFoldersUpAsThePageIsDeep(String pattern, String rootPath) {
    Addresses addresses = new SampleSite().permalink(pattern).addresses();
    assertThat(addresses.rootPath(addresses.place(story("deep/below/ferry.md", 3))))
        .isEqualTo(rootPath);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../etc/passwd",
        "/a/../../b/",
        "/a\\..\\..\\b/",
        "/./../",
      })
  void anAddressThatLeavesTheSiteIsAnError(String permalink) {
    Site site = new SampleSite().site(story("ferry.md", 3, "permalink: " + permalink));
    assertThat(site.pages()).isEmpty();
    assertThat(site.problems())
        .singleElement()
        .matches(Problem::isError)
        .extracting(Problem::code)
        .isEqualTo("path-invalid");
  }

  @Test
  void anAddressThatNoFileCanHaveIsAnError() {
    for (String permalink :
        new String[] {"/" + "x".repeat(300) + "/", "/" + "é/".repeat(400), "\"/a\\nb/\""}) {
      Site site = new SampleSite().site(story("ferry.md", 3, "permalink: " + permalink));
      assertThat(site.pages()).as(permalink).isEmpty();
      assertThat(site.problems()).extracting(Problem::code).containsExactly("path-invalid");
    }
  }

  @Test
  void anArticleWithoutASlugIsAnError(@TempDir Path folder) throws IOException {
    SampleSite site = new SampleSite().permalink("/:year/:slug/");
    Article own = Samples.read(folder, "ferry.md", "slug: '!!'\n");
    assertThat(site.site(own).pages()).isEmpty();
    assertThat(site.site(own).problems())
        .containsExactly(
            new Problem(
                Severity.ERROR,
                "slug-empty",
                new SourceLocation("content/ferry.md", 6, 8),
                "the slug \"!!\" holds no letter and no digit, so the article has no address.",
                "Write slug: with a word or two for the end of its address.",
                "slug: '!!'"));
    assertThat(site.site(story("2026/!!!.md", 3)).problems())
        .containsExactly(
            Problem.error(
                "slug-empty",
                SourceLocation.of("content/2026/!!!.md"),
                "the name \"!!!\" of the file holds no letter and no digit,"
                    + " so the article has no address.",
                "Write slug: with a word or two for the end of its address."));
  }

  @Test
  void whereNoPatternAsksForASlugThereNeedBeNone() {
    assertThat(new SampleSite().site(story("!!!.md", 3)).problems()).isEmpty();
    assertThat(
            new SampleSite()
                .permalink("/:slug/")
                .site(story("!!!.md", 3, "permalink: /ferry/"))
                .problems())
        .isEmpty();
  }

  @Test
  void sectionsAndSourcesStandByTheirKeys() {
    SampleSite site =
        new SampleSite()
            .permalink("/:section/:source/:slug/")
            .data(
                register("sections", "town", "Town & Quay"),
                register("sources", "northwind", "Northwind Newswire"));
    assertThat(place(site, FERRY).uri()).isEqualTo("town/northwind/night-ferry/");
    assertThat(place(site, story("a.md", 3, "section: town", "source: Northwind Newswire")).uri())
        .isEqualTo("town/northwind/a/");
    assertThat(place(site, story("a.md", 3, "section: Sea & Air")).uri()).isEqualTo("sea-air/a/");
  }

  private static DataFile register(String file, String key, String name) {
    String path = file + ".yaml";
    return new DataFile(
        new SourceFile(Path.of(path), path, "data/" + path), Map.of(key, Map.of("name", name)), "");
  }

  @Test
  void twoArticlesOfOneAddressAreAnError() {
    Site site =
        new SampleSite()
            .permalink("/:year/:slug/")
            .site(story("10/ferry.md", 3), story("11/Ferry.md", 4));
    assertThat(site.problems())
        .containsExactly(
            Problem.error(
                "path-collision",
                SourceLocation.of("content/11/Ferry.md"),
                "its page is 2026/ferry/index.html, and so is that of content/10/ferry.md.",
                "Rename one of the two."));
  }

  private static String path(String pattern, Article article) {
    String uri =
        new SampleSite().extension("").permalink(pattern).addresses().place(article).path();
    return uri.endsWith("/index") ? uri.substring(0, uri.length() - "index".length()) : uri;
  }

  private static Entry place(SampleSite site, Article article) {
    return site.addresses().place(article);
  }
}
