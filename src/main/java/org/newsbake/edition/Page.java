package org.newsbake.edition;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.newsbake.article.SourceFile;

/** What stands at one path of a site. */
public sealed interface Page {

  /** The path below the output folder, with {@code /} between its parts. */
  String path();

  /** A page that a template makes. */
  sealed interface Rendered extends Page {
    /** The name of the template below the template folder. */
    String template();
  }

  /**
   * An article's own page.
   *
   * @param previous the next older published article of its type
   * @param next the next newer published article of its type
   */
  record ArticlePage(
      String path, String template, Entry entry, Optional<Entry> previous, Optional<Entry> next)
      implements Rendered {}

  /**
   * A page about the site as a whole: index, archive, feed, sitemap, tag index, 404.
   *
   * @param kind JBake's name for it, which templates find in {@code content.type}
   * @param rootPath what it writes before addresses
   * @param pagination its place among the pages of its kind
   */
  record ListPage(
      String path, String template, String kind, String rootPath, Optional<Pagination> pagination)
      implements Rendered {}

  /**
   * The page of one tag.
   *
   * @param listing its stories, where there are any
   */
  record TagPage(
      String path, String template, String tag, String rootPath, Optional<Listing> listing)
      implements Rendered {}

  /** A page of a group of stories. */
  record GroupPage(String path, String template, String rootPath, Listing listing)
      implements Rendered {}

  /** What stands at the address of an article that is withdrawn. */
  record WithdrawnPage(String path, String template, String rootPath) implements Rendered {}

  /**
   * What stands at the address of an article that was public and has an error now.
   *
   * @param template its template, or {@code ""} for a page of Newsbake's own
   */
  record UnavailablePage(String path, String template, String rootPath) implements Rendered {}

  /**
   * One page of a group, and its place among them.
   *
   * @param uri its address, as links write it
   * @param newer that of the page with newer stories
   * @param older that of the page with older stories
   */
  record Listing(
      Group group,
      Group.Portion portion,
      String uri,
      Optional<String> newer,
      Optional<String> older) {
    public List<Entry> stories() {
      return group.stories().subList(portion.start(), portion.end());
    }
  }

  /** A file for machines, which no template makes. */
  sealed interface ForMachines extends Page {}

  /**
   * A feed.
   *
   * @param group whose stories it carries, or nothing for those of the whole site
   */
  record FeedFile(String path, FeedFormat format, Optional<Group> group) implements ForMachines {}

  /**
   * A part of the list of all addresses.
   *
   * @param pages the paths of the pages that it lists
   */
  record SitemapFile(String path, List<String> pages) implements ForMachines {
    public SitemapFile {
      pages = List.copyOf(pages);
    }
  }

  /** The list of the parts of the list of all addresses. */
  record SitemapIndexFile(String path, List<SitemapFile> parts) implements ForMachines {
    public SitemapIndexFile {
      parts = List.copyOf(parts);
    }
  }

  /** The list of the newest stories for news search engines. */
  record NewsSitemapFile(String path) implements ForMachines {}

  /** What crawlers are told, with the paths of the lists of addresses. */
  record RobotsFile(String path, List<String> sitemaps) implements ForMachines {
    public RobotsFile {
      sitemaps = List.copyOf(sitemaps);
    }
  }

  /**
   * A page that sends its readers on.
   *
   * @param from the address that they come to, not encoded
   * @param target the address, as links write it, that they are sent to
   */
  record RedirectPage(String path, String from, String target) implements ForMachines {}

  /**
   * A file that tells a web host what a page cannot: redirects, what is gone, headers.
   *
   * @param gone the addresses of withdrawn articles, present and former, not encoded
   * @param error404 the path of the page for addresses that do not exist
   * @param error410 the path of the page for withdrawn articles
   */
  record HostFile(
      String path,
      HostFormat format,
      List<RedirectPage> redirects,
      List<String> gone,
      Optional<String> error404,
      Optional<String> error410)
      implements ForMachines {
    public HostFile {
      redirects = List.copyOf(redirects);
      gone = List.copyOf(gone);
    }
  }

  /**
   * A smaller version of a picture.
   *
   * @param original the picture
   * @param heights the heights in pixels of all smaller versions of the picture by their widths
   * @param width its width in pixels
   */
  record RenditionFile(
      String path, SourceFile original, SortedMap<Integer, Integer> heights, int width)
      implements Page {
    public RenditionFile {
      heights = Collections.unmodifiableSortedMap(heights);
      if (!heights.containsKey(width)) {
        throw new IllegalArgumentException("a version that there is not: " + path);
      }
    }
  }

  /** A file that is copied as it is. */
  record AssetFile(String path, SourceFile source) implements Page {}

  /**
   * A page among others of one list.
   *
   * @param number its number, from 1; 0 for a page that shows the whole list
   * @param pages how many there are; 0 for a page that shows the whole list
   * @param start the first position of the list that it shows, from 0
   * @param limit how many positions it shows at most
   * @param previous the address of the page before it, or nothing on the first
   * @param next the address of the page behind it, or nothing on the last
   */
  record Pagination(
      int number,
      int pages,
      int start,
      int limit,
      Optional<String> previous,
      Optional<String> next) {

    /** What JBake tells the pages that are not the index, where the index is paginated. */
    static final Pagination NONE =
        new Pagination(0, 0, 0, Integer.MAX_VALUE, Optional.of(""), Optional.of(""));
  }
}
