package org.newsbake.site;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/** What pages a news site has; one of each is looked at closely. */
enum Kind {
  FRONT((page, site) -> page.path().equals(site.property("front.file", "index.html"))),
  ARTICLE_WITH_PICTURE((page, site) -> isPlain(page, site) && hasPicture(page)),
  ARTICLE_WITHOUT_PICTURE((page, site) -> isPlain(page, site) && !hasPicture(page)),
  AGENCY_ARTICLE((page, site) -> page.isArticle() && isOfAnAgency(page, site)),
  RIGHT_TO_LEFT_ARTICLE((page, site) -> page.isArticle() && page.isRightToLeft()),
  RIGHT_TO_LEFT_LIST((page, site) -> !page.isArticle() && page.isRightToLeft()),
  SECTION(
      (page, site) ->
          site.sections().stream()
              .map(key -> below(site.property("section.path", ""), key + "/index.html"))
              .anyMatch(page.path()::equals)),
  TAG((page, site) -> isEntry(page, site.property("tag.path", "tags"))),
  AUTHOR((page, site) -> isEntry(page, site.property("author.path", "authors"))),
  SOURCE((page, site) -> isEntry(page, site.property("source.path", "sources"))),
  ARCHIVE((page, site) -> page.path().equals(site.property("archive.file", "archive.html"))),
  MONTH((page, site) -> isEntry(page, site.property("date.path", "archive"))),
  CORRECTIONS(
      (page, site) ->
          page.path().equals(site.property("corrections.file", "corrections/index.html"))),
  ABOUT((page, site) -> page.path().matches("about(/index)?\\.html")),
  NOT_FOUND((page, site) -> page.path().equals(site.property("error404.file", "404.html"))),
  WITHDRAWN(Kind::isWithdrawn);

  private final BiPredicate<Page, BuiltSite> test;

  Kind(BiPredicate<Page, BuiltSite> test) {
    this.test = test;
  }

  /** All pages of this kind. */
  List<Page> all(BuiltSite site) {
    return site.pages().stream()
        .filter(page -> !page.isRedirect() && test.test(page, site))
        .toList();
  }

  /** The longest page of this kind: what can go wrong is most likely there. */
  Optional<Page> longest(BuiltSite site) {
    return all(site).stream()
        .max(
            Comparator.comparingInt((Page page) -> page.document().outerHtml().length())
                .thenComparing(Page::path));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static boolean isPlain(Page page, BuiltSite site) {
    return page.isArticle() && !page.isRightToLeft() && !isOfAnAgency(page, site);
  }

  private static boolean hasPicture(Page page) {
    return page.things("NewsArticle").get(0).containsKey("image");
  }

  /** Whether the story itself, not the navigation around it, leads to the page of an agency. */
  private static boolean isOfAnAgency(Page page, BuiltSite site) {
    String sources = "/" + below(site.property("source.path", "sources"), "");
    return page.document().select("main a[href]").stream()
        .map(link -> link.attr("href"))
        .anyMatch(href -> href.matches("(\\.\\./)*[^:]*" + Pattern.quote(sources) + "[^/]+/"));
  }

  /** Whether the page stands below a folder, and is not the list of what stands there. */
  private static boolean isEntry(Page page, String folder) {
    String start = below(folder, "");
    return page.path().startsWith(start)
        && !page.path().equals(start + "index.html")
        && !page.isArticle();
  }

  /** Whether the page says what the site says instead of any article that is withdrawn. */
  private static boolean isWithdrawn(Page page, BuiltSite site) {
    String file = site.property("withdrawn.file", "410.html");
    return site.pages().stream()
        .filter(other -> other.path().equals(file))
        .anyMatch(other -> other.document().title().equals(page.document().title()));
  }

  private static String below(String folder, String path) {
    String start = folder.replaceAll("^/+|/+$", "");
    return start.isEmpty() ? path : start + "/" + path;
  }
}
