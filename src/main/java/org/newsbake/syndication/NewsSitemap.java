package org.newsbake.syndication;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Writes Google's <a
 * href="https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap">news
 * sitemap 0.9</a>: the publication's own stories of the last two days. Immutable and thread-safe.
 */
public final class NewsSitemap {

  /** The most stories of one file. */
  static final int MOST = 1_000;

  /** How long a story stands in it. */
  static final Duration WINDOW = Duration.ofHours(48);

  private static final Comparator<Story> NEWEST_FIRST =
      Comparator.comparing(Story::published).reversed().thenComparing(Story::url);

  private final String publication;

  /**
   * @param publication the name as Google News knows it
   */
  public NewsSitemap(String publication) {
    this.publication = CleanText.name(publication);
  }

  /**
   * The file at this instant. Syndicated stories, older ones, and those of the future are left out;
   * of more than 1,000, the newest stay. The order of the stories does not matter. With none left,
   * the file is empty, as Google allows.
   */
  public byte[] bytes(Instant at, Collection<Story> stories) {
    Xml xml = Xml.named();
    xml.markup(
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\""
            + " xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\">\n");
    for (Story story : listed(at, stories)) {
      xml.markup("<url>\n");
      xml.element("loc", story.url());
      xml.markup("<news:news>\n<news:publication>\n");
      xml.element("news:name", publication);
      xml.element("news:language", Language.forNews(story.language()));
      xml.markup("</news:publication>\n");
      xml.element("news:publication_date", Timestamp.iso(story.published()));
      xml.element("news:title", story.title());
      xml.markup("</news:news>\n</url>\n");
    }
    return xml.markup("</urlset>\n").bytes();
  }

  private static List<Story> listed(Instant at, Collection<Story> stories) {
    Instant oldest = at.minus(WINDOW);
    return stories.stream()
        .filter(Story::isOriginal)
        .filter(story -> !story.published().isBefore(oldest) && !story.published().isAfter(at))
        .sorted(NEWEST_FIRST)
        .limit(MOST)
        .toList();
  }
}
