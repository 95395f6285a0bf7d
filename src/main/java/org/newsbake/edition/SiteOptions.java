package org.newsbake.edition;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which pages a site has. An empty file name means that the site does without that page.
 *
 * @param publication what the site says of itself
 * @param addresses how addresses are made
 * @param templateByType the template of each document type and of each kind of page
 * @param index the path of the index page: {@code index.file}
 * @param postsPerPage the posts on one page of the index, or nothing for one page with all
 * @param archive the path of the archive
 * @param feed the path of the feed
 * @param sitemap the path of the sitemap
 * @param error404 the path of the page for addresses that do not exist
 * @param tagFolder the folder of the tag pages: {@code tag.path}
 * @param tagIndex whether the tag folder has an index page
 * @param pathByKind the folder, without slashes around it, or the file of each of Newsbake's own
 *     kinds of pages that the site has a template for
 * @param storiesPerPage the stories on a page of a group
 * @param tagStoriesPerPage the stories on a page of a tag, or nothing for one page with all
 * @param machines what there is for machines
 */
public record SiteOptions(
    Publication publication,
    AddressOptions addresses,
    Map<String, String> templateByType,
    Optional<String> index,
    Optional<Integer> postsPerPage,
    Optional<String> archive,
    Optional<String> feed,
    Optional<String> sitemap,
    Optional<String> error404,
    Optional<String> tagFolder,
    boolean tagIndex,
    Map<PageKind, String> pathByKind,
    int storiesPerPage,
    Optional<Integer> tagStoriesPerPage,
    Machines machines) {

  public SiteOptions {
    templateByType = Map.copyOf(templateByType);
    pathByKind = Map.copyOf(pathByKind);
    if (postsPerPage.orElse(1) < 1 || storiesPerPage < 1 || tagStoriesPerPage.orElse(1) < 1) {
      throw new IllegalArgumentException("a page has at least one story");
    }
  }

  /**
   * What a site has for machines.
   *
   * @param feeds the formats of the feeds of the site and of its groups
   * @param sitemaps whether there is a sitemap that no template makes
   * @param newsSitemap whether there is a sitemap of the newest stories
   * @param robots whether there is a {@code robots.txt}
   * @param hostFiles the files for web hosts
   */
  public record Machines(
      List<FeedFormat> feeds,
      boolean sitemaps,
      boolean newsSitemap,
      boolean robots,
      List<HostFormat> hostFiles) {

    /** A site that has nothing of the kind, as JBake's. */
    public static final Machines NONE = new Machines(List.of(), false, false, false, List.of());

    public Machines {
      feeds = List.copyOf(feeds);
      hostFiles = List.copyOf(hostFiles);
    }
  }
}
