package org.newsbake.syndication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.newsbake.article.Details;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entity;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Group;
import org.newsbake.edition.Page;
import org.newsbake.edition.Page.ArticlePage;
import org.newsbake.edition.Page.AssetFile;
import org.newsbake.edition.Page.FeedFile;
import org.newsbake.edition.Page.ForMachines;
import org.newsbake.edition.Page.GroupPage;
import org.newsbake.edition.Page.HostFile;
import org.newsbake.edition.Page.ListPage;
import org.newsbake.edition.Page.NewsSitemapFile;
import org.newsbake.edition.Page.RedirectPage;
import org.newsbake.edition.Page.RobotsFile;
import org.newsbake.edition.Page.SitemapFile;
import org.newsbake.edition.Page.SitemapIndexFile;
import org.newsbake.edition.Page.TagPage;
import org.newsbake.edition.Photo;
import org.newsbake.edition.Publication;
import org.newsbake.edition.Site;
import org.newsbake.edition.Stories;

/**
 * What a site tells machines: the bytes of its feeds, its lists of addresses and its files for web
 * hosts, and the structured data of its stories. Thread-safe.
 */
public final class Syndicator {

  private final Stories stories;
  private final SyndicationOptions options;
  private final Publication publication;
  private final Optional<Publisher> publisher;
  private final Map<String, Optional<Story>> feedStories = new ConcurrentHashMap<>();

  public Syndicator(Stories stories, SyndicationOptions options) {
    this.stories = stories;
    this.options = options;
    publication = stories.publication();
    publisher =
        publication.host().isEmpty()
            ? Optional.empty()
            : Optional.of(new Publisher(publication.title(), publication.url(""), logo()));
  }

  private Optional<Picture> logo() {
    String path = publication.logo();
    if (!(stories.site().pages().get(path) instanceof AssetFile)) {
      return Optional.empty();
    }
    Optional<Photo> photo = stories.pictures().at(path);
    return Optional.of(
        new Picture(
            publication.url(photo.map(Photo::uri).orElse(path)),
            photo.map(Photo::mediaType).orElse(""),
            photo.map(Photo::width).orElse(0),
            photo.map(Photo::height).orElse(0),
            photo.map(Photo::bytes).orElse(0L),
            publication.title(),
            "",
            "",
            ""));
  }

  /**
   * The structured data of a story, as JSON that can stand in a {@code script} element. It says
   * nothing where the site has no absolute address.
   */
  public String newsArticle(org.newsbake.edition.Story story) {
    if (publisher.isEmpty()) {
      return "{}";
    }
    List<Crumb> crumbs = new ArrayList<>();
    List<org.newsbake.edition.Story.Link> way = story.breadcrumbs();
    for (org.newsbake.edition.Story.Link link : way.subList(0, way.size() - 1)) {
      crumbs.add(new Crumb(link.name(), publication.url(link.uri().orElse(""))));
    }
    return new NewsArticle(publisher.get()).json(told(story, ""), crumbs);
  }

  /** The bytes of a file for machines. */
  public byte[] bytes(ForMachines page) {
    if (page instanceof FeedFile feed) {
      return feed(feed);
    }
    if (page instanceof SitemapFile sitemap) {
      return Sitemap.file(addresses(sitemap).toList());
    }
    if (page instanceof SitemapIndexFile index) {
      return Sitemap.index(
          index.parts().stream()
              .map(part -> new Sitemap.Reference(publication.url(part.path()), changed(part)))
              .toList());
    }
    if (page instanceof NewsSitemapFile) {
      return new NewsSitemap(publication.title()).bytes(stories.instant(), originals());
    }
    if (page instanceof RobotsFile robots) {
      return new Robots(List.of(), robots.sitemaps().stream().map(publication::url).toList())
          .bytes();
    }
    HostFiles hosts = new HostFiles(publication, options.contentSecurityPolicy());
    return page instanceof RedirectPage redirect
        ? hosts.page(redirect)
        : hosts.bytes((HostFile) page);
  }

  private byte[] feed(FeedFile feed) {
    Optional<Group> group = feed.group();
    List<Story> items = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Entry entry : group.map(Group::stories).orElseGet(stories::home)) {
      if (items.size() == options.feedItems()) {
        break;
      }
      // Of the versions of an agency's story, the newest is the one that is told.
      feedStory(entry).filter(story -> names.add(story.guid())).ifPresent(items::add);
    }
    String title = publication.title();
    Channel channel =
        new Channel(
            group.map(it -> title + ": " + it.title()).orElse(title),
            group
                .flatMap(Group::entity)
                .flatMap(it -> it.text("description"))
                .orElse(publication.tagline()),
            publication.url(group.map(Group::uri).orElse("")),
            publication.url(group.map(Group::feedUri).orElse("") + feed.format().file()),
            group.map(Group::language).orElse(publication.language()),
            publisher.orElseThrow(),
            Optional.empty(),
            "");
    return format(feed.format()).feed(channel, items);
  }

  private static FeedFormat format(org.newsbake.edition.FeedFormat format) {
    return switch (format) {
      case RSS -> new Rss();
      case ATOM -> new Atom();
      case JSON -> new JsonFeed();
    };
  }

  /** A story as feeds carry it, or nothing where its source keeps it out of them. */
  private Optional<Story> feedStory(Entry entry) {
    return feedStories.computeIfAbsent(
        entry.path(),
        path -> {
          org.newsbake.edition.Story story = stories.of(entry);
          return switch (story.feedContract()) {
            case NONE -> Optional.empty();
            case SUMMARY -> Optional.of(told(story, ""));
            case FULL -> Optional.of(told(story, body(story)));
          };
        });
  }

  /** The text of a story with what must go with it wherever it is shown. */
  private static String body(org.newsbake.edition.Story story) {
    StringBuilder body = new StringBuilder(story.portableBody());
    for (Details.Correction correction : story.corrections()) {
      body.append("\n<p><em>").append(escaped(correction.text())).append("</em></p>");
    }
    story
        .notice()
        .ifPresent(notice -> body.append("\n<p><em>").append(escaped(notice)).append("</em></p>"));
    return body.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private Story told(org.newsbake.edition.Story story, String html) {
    Details details = story.article().details();
    return new Story(
        story.url(),
        details.guid().orElse(""),
        story.title(),
        story.summary(),
        html,
        story.article().date(),
        story.changed(),
        story.language(),
        authors(story),
        story.section().map(org.newsbake.edition.Story.Link::name).orElse(""),
        story.article().tags(),
        story.picture().map(this::picture).map(List::of).orElse(List.of()),
        story.source().map(source -> source(story, source)),
        details.dateline().orElse(""),
        version(details),
        story.corrections().stream().map(it -> new Correction(it.text(), it.date())).toList(),
        0);
  }

  private List<Author> authors(org.newsbake.edition.Story story) {
    List<Author> authors = new ArrayList<>();
    for (org.newsbake.edition.Story.Author author : story.authors()) {
      authors.add(
          new Author.Person(
              author.name(),
              author.uri().map(publication::url),
              author.entity().flatMap(it -> it.text("role")).orElse("")));
    }
    if (authors.isEmpty()) {
      authors.add(
          story
              .source()
              .map(source -> new Author.Organization(source.name(), address(source)))
              .orElseGet(() -> organization(publisher.orElseThrow())));
    }
    return authors;
  }

  private static Author.Organization organization(Publisher publisher) {
    return new Author.Organization(publisher.name(), Optional.of(publisher.url()));
  }

  private static Source source(org.newsbake.edition.Story story, Entity source) {
    return new Source(
        source.name(),
        address(source),
        Optional.empty(),
        story.article().details().sourceUrl().filter(WebAddress::isAbsolute),
        source.text("copyright").orElse(""));
  }

  private static Optional<String> address(Entity source) {
    return source.text("url").filter(WebAddress::isAbsolute);
  }

  private Picture picture(org.newsbake.edition.Story.Picture picture) {
    Photo photo = picture.photo();
    return new Picture(
        publication.url(photo.uri()),
        photo.mediaType(),
        photo.width(),
        photo.height(),
        photo.bytes(),
        picture.alt(),
        picture.caption().orElse(""),
        picture.credit().orElse(""),
        "");
  }

  /** Versions are counted by most agencies; what is no number is none here. */
  private static int version(Details details) {
    String version = details.version().orElse("");
    return version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0;
  }

  /** The first instant after that of an edition at which the list of news is another by itself. */
  public static Optional<Instant> nextNews(Site site, Edition edition) {
    if (site.pages().values().stream().noneMatch(NewsSitemapFile.class::isInstance)) {
      return Optional.empty();
    }
    return edition.published("post").stream()
        // One nanosecond behind the window, which a story of that age is still in.
        .map(entry -> entry.article().date().plus(NewsSitemap.WINDOW).plusNanos(1))
        .filter(end -> end.isAfter(edition.instant()))
        .min(Comparator.naturalOrder());
  }

  private List<Story> originals() {
    Instant oldest = stories.instant().minus(NewsSitemap.WINDOW);
    return stories.edition().published("post").stream()
        .filter(entry -> !entry.article().date().isBefore(oldest))
        .map(stories::of)
        .filter(org.newsbake.edition.Story::isOwn)
        .map(story -> told(story, ""))
        .toList();
  }

  private Stream<Sitemap.Address> addresses(SitemapFile part) {
    return part.pages().stream()
        .map(stories.site().pages()::get)
        .flatMap(page -> address(page).stream());
  }

  /** The line of a page in the list of addresses, if search engines may know it. */
  private Optional<Sitemap.Address> address(Page page) {
    if (page instanceof ArticlePage article) {
      org.newsbake.edition.Story story = stories.of(article.entry());
      // A copy that points elsewhere is not listed here.
      return story.isNoindex()
              || !story.canonical().equals(story.url())
              || story.url().length() > Sitemap.LONGEST_URL
          ? Optional.empty()
          : Optional.of(
              address(
                  story.url(),
                  Optional.of(story.changed()),
                  story.picture().map(it -> publication.url(it.photo().uri())).stream().toList()));
    }
    if (page instanceof GroupPage group) {
      return listing(group.listing());
    }
    if (page instanceof TagPage tag) {
      return tag.listing().flatMap(this::listing);
    }
    return page instanceof ListPage list
        ? Optional.of(
            address(publication.url(address(list.path())), newest(stories.home()), List.of()))
        : Optional.empty();
  }

  private Optional<Sitemap.Address> listing(Page.Listing listing) {
    return Optional.of(
        address(publication.url(listing.uri()), newest(listing.stories()), List.of()));
  }

  private static Sitemap.Address address(
      String url, Optional<Instant> changed, List<String> images) {
    return new Sitemap.Address(url, changed, images);
  }

  /** The address of a list page's file. */
  private static String address(String path) {
    return path.equals("index.html") || path.endsWith("/index.html")
        ? path.substring(0, path.length() - "index.html".length())
        : path;
  }

  private Optional<Instant> newest(List<Entry> entries) {
    return entries.stream()
        .map(stories::of)
        .map(org.newsbake.edition.Story::changed)
        .max(Comparator.naturalOrder());
  }

  private Optional<Instant> changed(SitemapFile part) {
    return addresses(part)
        .flatMap(address -> address.changed().stream())
        .max(Comparator.naturalOrder());
  }
}
