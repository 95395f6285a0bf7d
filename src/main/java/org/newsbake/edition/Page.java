package org.newsbake.edition;

import java.util.Optional;
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

  /** The page of one tag. */
  record TagPage(String path, String template, String tag, String rootPath) implements Rendered {}

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
