package org.newsbake.jbake;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jbake.model.DocumentModel;
import org.newsbake.article.Details;
import org.newsbake.edition.Entity;
import org.newsbake.edition.Entry;
import org.newsbake.edition.FeedFormat;
import org.newsbake.edition.Front;
import org.newsbake.edition.Group;
import org.newsbake.edition.Language;
import org.newsbake.edition.Newsroom;
import org.newsbake.edition.Page;
import org.newsbake.edition.PageKind;
import org.newsbake.edition.Publication;
import org.newsbake.edition.Slug;
import org.newsbake.edition.Stories;
import org.newsbake.edition.Story;

/** The site and its groups of stories as templates see them. Immutable and thread-safe. */
final class SiteModel {

  /** How many of the newest stories every page can name. */
  private static final int LATEST = 20;

  private final Stories stories;
  private final List<FeedFormat> formats;
  private final Documents documents;

  SiteModel(Stories stories, List<FeedFormat> formats, Documents documents) {
    this.stories = stories;
    this.formats = formats;
    this.documents = documents;
  }

  /** What every page may say of the site. */
  Map<String, Object> newsroom() {
    Publication publication = stories.publication();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("title", publication.title());
    model.put("tagline", publication.tagline());
    model.put("url", publication.host());
    model.put("language", publication.language());
    model.put("dir", Language.direction(publication.language()));
    model.put("base", publication.base());
    Newsroom known = stories.newsroom();
    model.put(
        "sections",
        groups(
            PageKind.SECTION,
            known.sections(),
            story -> story.section().map(Story.Link::key).stream()));
    model.put(
        "authors",
        groups(
            PageKind.AUTHOR,
            known.authors(),
            story ->
                story.authors().stream().flatMap(it -> it.entity().stream()).map(Entity::key)));
    model.put(
        "sources",
        groups(
            PageKind.SOURCE, known.sources(), story -> story.source().map(Entity::key).stream()));
    model.put("languages", groups(PageKind.LANGUAGE));
    model.put("dates", groups(PageKind.DATE));
    model.put("topics", groups(PageKind.TAG));
    model.put("pages", pages());
    model.put("feeds", feeds("", publication.title()));
    model.put("corrections", corrections());
    model.put("latest", documents(stories.home().stream().limit(LATEST).toList()));
    return model;
  }

  private List<Map<String, Object>> groups(PageKind kind) {
    return stories.groups().of(kind).stream().map(this::group).toList();
  }

  /** The addresses of the pages that there are once, by their kind. */
  private Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    for (Page page : stories.site().pages().values()) {
      if (page instanceof Page.ListPage list
          && list.pagination().map(it -> it.number() == 1).orElse(true)) {
        pages.put(list.kind(), uri(list.path()));
      }
    }
    stories
        .groups()
        .of(PageKind.LATEST, "latest")
        .ifPresent(latest -> pages.put(PageKind.LATEST.word(), latest.uri()));
    return pages;
  }

  private static String uri(String path) {
    return Slug.encoded(path.replaceFirst("(^|/)index\\.html$", "$1"));
  }

  /**
   * The groups of a kind; where the site has no pages of it, the entries of its data file.
   *
   * @param keys gives the keys of the entries that a story belongs to
   */
  private List<Map<String, Object>> groups(
      PageKind kind, Collection<Entity> entries, Function<Story, Stream<String>> keys) {
    if (stories.groups().has(kind) || entries.isEmpty()) {
      return groups(kind);
    }
    Map<String, Integer> counts = new HashMap<>();
    stories.edition().published("post").stream()
        .flatMap(entry -> keys.apply(stories.of(entry)).distinct())
        .forEach(key -> counts.merge(key, 1, Integer::sum));
    return entries.stream()
        .map(entity -> withoutPage(entity, counts.getOrDefault(entity.key(), 0)))
        .toList();
  }

  private Map<String, Object> withoutPage(Entity entity, int count) {
    String language = stories.publication().language();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("key", entity.key());
    model.put("name", entity.name());
    model.put("count", count);
    model.put("language", language);
    model.put("dir", Language.direction(language));
    model.put("entity", entity(entity));
    return model;
  }

  private Map<String, Object> group(Group group) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("key", group.key());
    model.put("name", group.title());
    model.put("uri", group.uri());
    model.put("count", group.stories().size());
    model.put("language", group.language());
    model.put("dir", Language.direction(group.language()));
    group.entity().ifPresent(entity -> model.put("entity", entity(entity)));
    if (group.kind() == PageKind.DATE) {
      YearMonth month = YearMonth.parse(group.key());
      model.put("year", month.getYear());
      model.put("month", month.getMonthValue());
    }
    return model;
  }

  private Map<String, Object> entity(Entity entity) {
    return EntityModel.of(stories.absentFiles().entity(entity), stories.pictures().of(entity));
  }

  private List<Map<String, Object>> feeds(String folder, String title) {
    List<Map<String, Object>> feeds = new ArrayList<>();
    for (FeedFormat format : formats) {
      feeds.add(
          Map.of(
              "format",
              format.name().toLowerCase(java.util.Locale.ROOT),
              "title",
              title,
              "uri",
              folder + format.file(),
              "type",
              format.mediaType()));
    }
    return feeds;
  }

  private List<Map<String, Object>> corrections() {
    record Corrected(Entry entry, Details.Correction correction) {}
    return stories.edition().corrected().stream()
        .filter(Entry::isPublished)
        .flatMap(
            entry ->
                stories.of(entry).corrections().stream()
                    .map(correction -> new Corrected(entry, correction)))
        .sorted(
            Comparator.comparing((Corrected it) -> it.correction.date())
                .reversed()
                .thenComparing(it -> it.entry.article().source().path()))
        .map(
            it ->
                Map.<String, Object>of(
                    "story", documents.of(it.entry),
                    "date", StoryModel.date(it.correction.date()),
                    "text", it.correction.text()))
        .toList();
  }

  private List<DocumentModel> documents(List<Entry> entries) {
    return entries.stream().map(documents::of).toList();
  }

  /** One page of a group. */
  Map<String, Object> listing(Page.Listing listing) {
    Group group = listing.group();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("kind", group.kind().word());
    model.put("key", group.key());
    model.put("title", group.title());
    model.put("uri", group.uri());
    model.put("url", stories.publication().url(listing.uri()));
    group
        .entity()
        .flatMap(it -> it.text("description"))
        .ifPresent(it -> model.put("description", it));
    group.entity().ifPresent(it -> model.put("entity", entity(it)));
    model.put("stories", documents(listing.stories()));
    model.put("count", group.stories().size());
    model.put("number", listing.portion().number());
    put(model, "newer", listing.newer());
    put(model, "older", listing.older());
    model.put("feeds", group.hasFeeds() ? feeds(group.feedUri(), group.title()) : List.of());
    model.put("language", group.language());
    model.put("dir", Language.direction(group.language()));
    return model;
  }

  /** The page of a tag that other documents have, but no post. */
  Map<String, Object> listing(Page.TagPage page) {
    String language = stories.publication().language();
    List<DocumentModel> tagged =
        documents.documentsWithTag(page.tag()).stream()
            .filter(StoryDocument.class::isInstance)
            .toList();
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("kind", PageKind.TAG.word());
    model.put("key", page.tag());
    model.put("title", page.tag());
    String uri = uri(page.path());
    model.put("uri", uri);
    model.put("url", stories.publication().url(uri));
    model.put("stories", tagged);
    model.put("count", tagged.size());
    model.put("number", 0);
    model.put("feeds", List.of());
    model.put("language", language);
    model.put("dir", Language.direction(language));
    return model;
  }

  private static void put(Map<String, Object> model, String key, Optional<String> value) {
    value.ifPresent(text -> model.put(key, text));
  }

  /** What stands on the front page. */
  Map<String, Object> front() {
    Front front = Front.of(stories);
    Map<String, Object> model = new LinkedHashMap<>();
    front.lead().ifPresent(lead -> model.put("lead", documents.of(lead)));
    model.put("top", documents(front.top()));
    List<Map<String, Object>> sections = new ArrayList<>();
    for (Front.Block block : front.blocks()) {
      Map<String, Object> section = new LinkedHashMap<>(group(block.section()));
      section.put("stories", documents(block.stories()));
      sections.add(section);
    }
    model.put("sections", sections);
    model.put("latest", documents(front.latest()));
    return model;
  }
}
