package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.newsbake.article.Samples.article;
import static org.newsbake.article.Samples.november;
import static org.newsbake.article.Samples.post;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.Samples;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Page.ArticlePage;
import org.newsbake.edition.Page.AssetFile;
import org.newsbake.edition.Page.ListPage;
import org.newsbake.edition.Page.Pagination;
import org.newsbake.edition.Page.TagPage;

class SitePlanTest {

  private static final AddressOptions ADDRESSES =
      Sites.addresses(".html", Map.of(), false, "", "-draft");

  /** Articles alone. */
  private static final SiteOptions BARE = options(Optional.empty(), 0, Optional.empty(), false);

  @Test
  void aSiteIsItsArticlesListsTagsAndAssets() {
    SourceFile logo = asset("img/logo.svg");
    SiteOptions all =
        Sites.options(
            ADDRESSES,
            Map.of("post", "post.ftl", "masterindex", "index.ftl", "tag", "tags.ftl"),
            Optional.of("index.html"),
            Optional.empty(),
            Optional.of("archive.html"),
            Optional.of("feed.xml"),
            Optional.of("sitemap.xml"),
            Optional.of("404.html"),
            Optional.of("tags"),
            true);
    Article ferry = post("2026/ferry.md", 3, "sea");
    Site site = Sites.site(all, edition(ferry), List.of(logo));
    assertThat(site.problems()).isEmpty();
    assertThat(site.pages())
        .isEqualTo(
            pages(
                new ArticlePage(
                    "2026/ferry.html",
                    "post.ftl",
                    new Entry(ferry, "2026/ferry.html", "2026/ferry.html"),
                    Optional.empty(),
                    Optional.empty()),
                new ListPage("index.html", "index.ftl", "masterindex", "", Optional.empty()),
                new ListPage("archive.html", "", "archive", "", Optional.empty()),
                new ListPage("feed.xml", "", "feed", "", Optional.empty()),
                new ListPage("sitemap.xml", "", "sitemap", "", Optional.empty()),
                new ListPage("404.html", "", "error404", "", Optional.empty()),
                new TagPage(
                    "tags/sea.html",
                    "tags.ftl",
                    "sea",
                    "../",
                    listing("sea", "tags/sea.html", ferry)),
                new ListPage("tags/index.html", "", "tags", "../", Optional.empty()),
                new AssetFile("img/logo.svg", logo)));
  }

  @Test
  void aTypeOfArticlesTakesTheNameFromAKindOfPagesAndThatIsTold(@TempDir Path folder)
      throws IOException {
    SampleSite site = new SampleSite().kind(PageKind.SECTION, "").kind(PageKind.AUTHOR, "authors");
    Article story = Samples.read(folder, "ferry.md", "section: town\nauthor: orla\n");
    assertThat(site.site(story).problems()).isEmpty();
    assertThat(site.site(story).pages()).containsKeys("town/index.html", "authors/orla/index.html");

    Article profile = article("author", "published", "orla.md", 3);
    Site taken = site.site(story, profile);
    assertThat(taken.pages())
        .containsKeys("town/index.html", "orla.html")
        .doesNotContainKey("authors/orla/index.html");
    assertThat(taken.problems())
        .extracting(Problem::code, Problem::location)
        .containsExactly(tuple("kind-taken", SourceLocation.of("content/orla.md")));
  }

  @Test
  void theIndexIsCutIntoNumberedFolders() {
    Site site = site(paginated(2), posts(5));
    assertThat(site.pages().values().stream().filter(ListPage.class::isInstance))
        .containsExactlyInAnyOrder(
            index("index.html", "", new Pagination(1, 3, 0, 2, none(), Optional.of("2/"))),
            index(
                "2/index.html",
                "../",
                new Pagination(2, 3, 2, 2, Optional.of(""), Optional.of("3/"))),
            index("3/index.html", "../", new Pagination(3, 3, 4, 2, Optional.of("2/"), none())));
  }

  @Test
  void aFullLastPageIsFollowedByNone() {
    assertThat(site(paginated(2), posts(4)).pages()).doesNotContainKey("3/index.html");
    assertThat(site(paginated(1), posts(3)).pages())
        .containsKeys("index.html", "2/index.html", "3/index.html")
        .doesNotContainKey("4/index.html");
  }

  @Test
  void onlyPublishedPostsAreCountedIntoPages() {
    Article[] articles = {
      post("a.md", 3),
      article("post", "on hold", "b.md", 4),
      article("page", "published", "c.md", 5),
    };
    assertThat(site(paginated(1), articles).pages()).doesNotContainKey("2/index.html");
  }

  @Test
  void withoutPostsThereIsOneIndexPage() {
    assertThat(site(paginated(2)).pages())
        .isEqualTo(pages(index("index.html", "", Pagination.NONE)));
  }

  @Test
  void wherePagesAreCutTheOtherListsAreToldOfNoPage() {
    SiteOptions options =
        Sites.options(
            ADDRESSES,
            Map.of(),
            Optional.empty(),
            Optional.of(2),
            Optional.of("archive.html"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false);
    assertThat(site(options, posts(3)).pages().get("archive.html"))
        .isEqualTo(new ListPage("archive.html", "", "archive", "", Optional.of(Pagination.NONE)));
  }

  @Test
  void aPageHasAtLeastOnePost() {
    assertThatIllegalArgumentException().isThrownBy(() -> paginated(0));
  }

  @Test
  void previousIsTheNextOlderAndNextTheNextNewer() {
    assertThat(links(post("a.md", 1), post("b.md", 2), post("c.md", 3)))
        .isEqualTo(Map.of("a", "- b", "b", "a c", "c", "b -"));
  }

  @Test
  void linksPassOverWhatIsNotPublishedAndOtherTypes() {
    assertThat(
            links(
                article("post", "x", "a.md", 1),
                post("b.md", 2),
                article("post", "x", "c.md", 3),
                article("page", "published", "d.md", 3),
                article("post", "x", "e.md", 4),
                post("f.md", 5),
                article("post", "x", "g.md", 6)))
        .isEqualTo(
            Map.of(
                "a", "- b", "b", "- f", "c", "b f", "d", "- -", "e", "b f", "f", "b -", "g",
                "f -"));
  }

  @Test
  void linksFollowTheOrderOfEqualDates() {
    assertThat(links(post("a.md", 1), post("b.md", 1), post("c.md", 1)))
        .isEqualTo(Map.of("a", "- b", "b", "a c", "c", "b -"));
  }

  @Test
  void twoSourcesOfOnePathAreAnError() {
    Site site =
        Sites.site(
            BARE,
            edition(post("ferry.md", 3), post("ferry.html", 4)),
            List.of(asset("ferry.html")));
    assertThat(site.problems())
        .containsExactlyInAnyOrder(
            Problem.error(
                "path-collision",
                SourceLocation.of("content/ferry.html"),
                "its page is ferry.html, and so is that of content/ferry.md.",
                "Rename one of the two."),
            Problem.error(
                "path-collision",
                SourceLocation.of("assets/ferry.html"),
                "its page is ferry.html, and so is that of content/ferry.md.",
                "Rename one of the two."));
    assertThat(site.pages()).hasSize(1);
  }

  @Test
  void anArticleAtThePathOfAListGivesWay() {
    SiteOptions options = options(Optional.of("index.html"), 0, Optional.empty(), false);
    assertThat(site(options, article("page", "published", "index.md", 3)).problems())
        .containsExactly(
            Problem.error(
                "path-collision",
                SourceLocation.of("content/index.md"),
                "its page is index.html, and so is that of index.file.",
                "Rename one of the two."));
  }

  @Test
  void aTagAtThePathOfTheTagIndexIsAnError() {
    SiteOptions options = options(Optional.empty(), 0, Optional.of("tags"), true);
    assertThat(site(options, post("a.md", 3, "index")).problems())
        .extracting(Problem::found)
        .containsExactly(
            "the page of the tag \"index\" is tags/index.html, and so is that of"
                + " render.tagsindex.");
  }

  @Test
  void pathsThatDifferInLetterCaseAreWarnedAbout() {
    assertThat(site(BARE, post("Ferry.md", 3), post("ferry.md", 4)).problems())
        .containsExactly(
            Problem.warning(
                "path-case",
                SourceLocation.of("content/ferry.md"),
                "its page is ferry.html, which many computers take for Ferry.html of"
                    + " content/Ferry.md.",
                "Rename one of the two, so that they differ in more than letter case."));
  }

  @Test
  void aFileThatWouldHaveToBeAFolderIsAnError() {
    Site site =
        Sites.site(BARE, edition(post("ferry.md", 3)), List.of(asset("ferry.html/map/quay.svg")));
    assertThat(site.problems())
        .containsExactly(
            Problem.error(
                "path-collision",
                SourceLocation.of("assets/ferry.html/map/quay.svg"),
                "its page is ferry.html/map/quay.svg, but ferry.html is the page of"
                    + " content/ferry.md and cannot be a folder, too.",
                "Rename one of the two."));
  }

  @Test
  void aTagHasOnePageHoweverManyArticlesCarryIt() {
    Site site =
        site(
            tagged(),
            post("a.md", 3, "sea", "sea"),
            article("page", "published", "b.md", 4, "sea"));
    assertThat(site.pages().keySet())
        .containsExactlyInAnyOrder("a.html", "b.html", "tags/sea.html");
    assertThat(site.problems()).isEmpty();
  }

  @Test
  void onlyTagsOfPublishedArticlesHaveAPage() {
    assertThat(site(tagged(), article("post", "on hold", "a.md", 3, "sea")).pages())
        .containsOnlyKeys("a.html");
  }

  @Test
  void aTagIsTheNameOfItsFileAsItIsWritten() {
    Article article = post("a.md", 3, "night ferry", "R&D", "sea/wind", "C++", "日付");
    Site site = site(tagged(), article);
    assertThat(site.problems()).isEmpty();
    assertThat(site.pages())
        .containsKeys("tags/night ferry.html", "tags/R&D.html", "tags/C++.html", "tags/日付.html")
        .containsEntry(
            "tags/sea/wind.html",
            new TagPage(
                "tags/sea/wind.html",
                "",
                "sea/wind",
                "../../",
                listing("sea/wind", "tags/sea/wind.html", article)));
  }

  @Test
  void anEmptyTagMakesAPageWithAWarning() {
    Site site = site(tagged(), post("a.md", 3, ""));
    assertThat(site.pages()).containsKey("tags/.html");
    assertThat(site.problems())
        .containsExactly(
            Problem.warning(
                "tag-unusable",
                SourceLocation.of("content/a.md"),
                "an empty tag makes the page tags/.html.",
                "Take the empty tag, or the comma before it, out of the header."));
  }

  @Test
  void aTagThatLeavesTheFolderIsAnErrorAndHasNoPage() {
    Site site = site(tagged(), post("a.md", 3, "../../passwd"));
    assertThat(site.pages()).containsOnlyKeys("a.html");
    assertThat(site.problems())
        .containsExactly(
            Problem.error(
                "tag-unusable",
                SourceLocation.of("content/a.md"),
                "the tag \"../../passwd\" makes no page: its path leaves the output folder.",
                "Use a tag of letters, digits, spaces and hyphens."));
  }

  @Test
  void aTagThatIsTooLongForAFileNameIsAnError() {
    String tag = "é".repeat(150);
    assertThat(site(tagged(), post("a.md", 3, tag)).problems())
        .extracting(Problem::found)
        .containsExactly(
            "the tag \""
                + tag
                + "\" makes no page: its path is longer than the 255 bytes that a name may have.");
  }

  @Test
  void aNameThatIsTooLongOnceItIsEncodedIsAnError() {
    Site site = site(BARE, post("日".repeat(60) + ".md", 3));
    assertThat(site.pages()).isEmpty();
    assertThat(site.problems()).extracting(Problem::code).containsExactly("path-invalid");
  }

  @Test
  void aListWithoutANameIsAnError() {
    assertThat(site(options(Optional.of(""), 0, Optional.empty(), false)).problems())
        .containsExactly(
            Problem.error(
                "path-invalid",
                SourceLocation.of("jbake.properties"),
                "the page of index.file would stand at \"\", which names no file.",
                "Give it another name."));
  }

  @Test
  void aTagFolderThatLeavesTheOutputFolderIsAnError() {
    SiteOptions options = options(Optional.empty(), 0, Optional.of("../tags"), true);
    Site site = site(options, post("a.md", 3, "sea"));
    assertThat(site.pages()).containsOnlyKeys("a.html");
    assertThat(site.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder("tag-unusable", "path-invalid");
  }

  private static Site site(SiteOptions options, Article... articles) {
    return Sites.site(options, edition(articles), List.of());
  }

  /** The one page of the stories of a tag. */
  private static Optional<Page.Listing> listing(String tag, String uri, Article... articles) {
    List<Entry> stories = edition(articles).entries();
    Group group =
        new Group(
            PageKind.TAG, tag, tag, Optional.empty(), uri, "tags/" + tag + "/", "en", stories);
    return Optional.of(
        new Page.Listing(
            group,
            group.portions(Integer.MAX_VALUE).get(0),
            uri,
            Optional.empty(),
            Optional.empty()));
  }

  private static Edition edition(Article... articles) {
    return Edition.at(List.of(articles), List.of(), new Addresses(ADDRESSES), november(28), false);
  }

  private static Article[] posts(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(day -> post("posts/" + day + ".md", day))
        .toArray(Article[]::new);
  }

  /** "previous next" of each article, by the name of its file. */
  private static Map<String, String> links(Article... articles) {
    return site(BARE, articles).pages().values().stream()
        .map(ArticlePage.class::cast)
        .collect(
            java.util.stream.Collectors.toMap(
                page -> name(Optional.of(page.entry())),
                page -> name(page.previous()) + " " + name(page.next())));
  }

  private static String name(Optional<Entry> entry) {
    return entry.map(it -> it.uri().replace(".html", "")).orElse("-");
  }

  private static Map<String, Page> pages(Page... pages) {
    return Arrays.stream(pages)
        .collect(java.util.stream.Collectors.toMap(Page::path, page -> page));
  }

  private static Page index(String path, String rootPath, Pagination pagination) {
    return new ListPage(path, "", "masterindex", rootPath, Optional.of(pagination));
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static SourceFile asset(String path) {
    return new SourceFile(Path.of("assets").resolve(path), path, "assets/" + path);
  }

  private static SiteOptions paginated(int postsPerPage) {
    return Sites.options(
        ADDRESSES,
        Map.of(),
        Optional.of("index.html"),
        Optional.of(postsPerPage),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }

  private static SiteOptions tagged() {
    return options(Optional.empty(), 0, Optional.of("tags"), false);
  }

  private static SiteOptions options(
      Optional<String> index, int postsPerPage, Optional<String> tagFolder, boolean tagIndex) {
    return Sites.options(
        ADDRESSES,
        Map.of(),
        index,
        postsPerPage == 0 ? Optional.empty() : Optional.of(postsPerPage),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        tagFolder,
        tagIndex);
  }
}
