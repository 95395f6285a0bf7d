package org.newsbake.edition;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbake.article.Samples;
import org.newsbake.article.SourceFile;

/** Sites as JBake knows them, so that what Newsbake adds to their options is written here once. */
public final class Sites {

  public static final Publication PUBLICATION =
      new Publication("https://example.org", "Paper", "", "en", ZoneOffset.UTC, "", Set.of());

  private Sites() {}

  public static AddressOptions addresses(
      String extension,
      Map<String, String> extensionByType,
      boolean noExtension,
      String prefix,
      String draftSuffix) {
    return new AddressOptions(
        extension, extensionByType, noExtension, prefix, draftSuffix, Map.of());
  }

  public static SiteOptions options(
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
    return new SiteOptions(
        PUBLICATION,
        addresses,
        templateByType,
        index,
        postsPerPage,
        archive,
        feed,
        sitemap,
        error404,
        tagFolder,
        tagIndex,
        tagFolder.map(folder -> Map.of(PageKind.TAG, folder)).orElse(Map.of()),
        20,
        Optional.empty(),
        SiteOptions.Machines.NONE);
  }

  /** The site of an edition, without pictures. */
  public static Site site(SiteOptions options, Edition edition, Collection<SourceFile> assets) {
    return new SitePlan(options)
        .site(edition, new Newsroom(edition.data()), Pictures.NONE, List.copyOf(assets));
  }

  /** The stories of an edition in its site, without pictures. */
  public static Stories stories(SiteOptions options, Edition edition) {
    Site site = site(options, edition, List.of());
    return new Stories(new PlannedSite(edition, site, Pictures.NONE, options), Samples::words);
  }
}
