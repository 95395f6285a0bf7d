package org.newsbake.edition;

import java.util.Map;
import java.util.Optional;

/**
 * Which pages a site has. An empty file name means that the site does without that page.
 *
 * @param addresses how addresses are made
 * @param templateByType the template of each document type and of each kind of list page
 * @param index the path of the index page: {@code index.file}
 * @param postsPerPage the posts on one page of the index, or nothing for one page with all
 * @param archive the path of the archive
 * @param feed the path of the feed
 * @param sitemap the path of the sitemap
 * @param error404 the path of the page for addresses that do not exist
 * @param tagFolder the folder of the tag pages: {@code tag.path}
 * @param tagIndex whether the tag folder has an index page
 */
public record SiteOptions(
    AddressOptions addresses,
    Map<String, String> templateByType,
    Optional<String> index,
    Optional<Integer> postsPerPage,
    Optional<String> archive,
    Optional<String> feed,
    Optional<String> sitemap,
    Optional<String> error404,
    Optional<String> tagFolder,
    boolean tagIndex) {

  public SiteOptions {
    templateByType = Map.copyOf(templateByType);
    if (postsPerPage.isPresent() && postsPerPage.get() < 1) {
      throw new IllegalArgumentException("a page has at least one post: " + postsPerPage.get());
    }
  }
}
