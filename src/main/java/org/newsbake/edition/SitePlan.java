package org.newsbake.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.Objection;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Page.ArticlePage;
import org.newsbake.edition.Page.AssetFile;
import org.newsbake.edition.Page.FeedFile;
import org.newsbake.edition.Page.GroupPage;
import org.newsbake.edition.Page.HostFile;
import org.newsbake.edition.Page.ListPage;
import org.newsbake.edition.Page.Listing;
import org.newsbake.edition.Page.NewsSitemapFile;
import org.newsbake.edition.Page.Pagination;
import org.newsbake.edition.Page.RedirectPage;
import org.newsbake.edition.Page.RenditionFile;
import org.newsbake.edition.Page.RobotsFile;
import org.newsbake.edition.Page.SitemapFile;
import org.newsbake.edition.Page.SitemapIndexFile;
import org.newsbake.edition.Page.TagPage;
import org.newsbake.edition.Page.UnavailablePage;
import org.newsbake.edition.Page.WithdrawnPage;
import org.newsbake.edition.SiteDraft.Owner;

/**
 * Plans the pages of an edition: which there are, where they stand, and which of them want the same
 * path.
 *
 * <p>Immutable and thread-safe.
 */
public final class SitePlan {

  /** What one file of a sitemap may list: sitemaps.org, protocol 0.9. */
  private static final int MOST_ADDRESSES = 50_000;

  /** List pages that are not for search engines. */
  private static final Set<String> UNLISTED = Set.of("error404", "feed", "sitemap");

  private final SiteOptions options;
  private final Addresses addresses;
  private final PublicAddresses known;

  public SitePlan(SiteOptions options) {
    this(options, PublicAddresses.NONE);
  }

  /**
   * @param known the addresses that were public
   */
  public SitePlan(SiteOptions options, PublicAddresses known) {
    this.options = options;
    this.addresses = new Addresses(options.addresses());
    this.known = known;
  }

  /**
   * The site of an edition.
   *
   * @param edition what is live
   * @param newsroom who and what the site knows
   * @param pictures the pictures of live articles, whose smaller versions are pages, too
   * @param assets the files to copy; their paths are those of the output
   */
  public Site site(
      Edition edition, Newsroom newsroom, Pictures pictures, Collection<SourceFile> assets) {
    SiteDraft draft = new SiteDraft(known);
    Set<PageKind> kinds = kinds(edition, draft);
    Groups groups =
        new Groups(edition.published("post"), newsroom, options.publication(), options, kinds);
    PageKind.Context context =
        new PageKind.Context(newsroom, options.publication(), kinds.contains(PageKind.LANGUAGE));
    edition
        .byType()
        .values()
        .forEach(
            entries -> {
              // Readers of one language are not sent on to stories of another.
              Map<String, List<Entry>> byLanguage = new LinkedHashMap<>();
              for (Entry entry : entries) {
                String language = context.isHome(entry) ? "" : context.language(entry);
                byLanguage.computeIfAbsent(language, key -> new ArrayList<>()).add(entry);
              }
              byLanguage.values().forEach(list -> articles(draft, list));
            });
    // Older versions have their pages, and stand between no others.
    edition.entries().stream()
        .filter(entry -> edition.newer(entry).isPresent())
        .forEach(entry -> article(draft, entry, Optional.empty(), Optional.empty()));
    index(draft, edition.ofType("post"));
    single(draft, options.archive(), "archive");
    single(draft, options.feed(), "feed");
    single(draft, options.sitemap(), "sitemap");
    single(draft, options.error404(), "error404");
    options.tagFolder().ifPresent(folder -> tags(draft, folder, edition, groups));
    for (PageKind kind : kinds) {
      if (kind.isGrouped() && kind != PageKind.TAG) {
        groups.of(kind).forEach(group -> group(draft, group));
      } else if (!kind.isGrouped()) {
        one(draft, kind);
      }
    }
    assets.forEach(
        asset -> draft.add(new AssetFile(OutputPath.normal(asset.path()), asset), Owner.of(asset)));
    for (Photo photo : pictures.all()) {
      SortedMap<Integer, Integer> heights = new TreeMap<>();
      photo.renditions().forEach(rendition -> heights.put(rendition.width(), rendition.height()));
      for (Photo.Rendition rendition : photo.renditions()) {
        draft.add(
            new RenditionFile(rendition.path(), photo.file(), heights, rendition.width()),
            Owner.of(photo.file()));
      }
    }
    new MachinePages(draft, groups).add(edition, kinds.contains(PageKind.WITHDRAWN));
    return new Site(draft.finished(), groups, newsroom, draft.objections());
  }

  /** The kinds that have a template and are not a type of articles of the site's own. */
  private Set<PageKind> kinds(Edition edition, SiteDraft draft) {
    Set<PageKind> kinds = EnumSet.noneOf(PageKind.class);
    if (options.tagFolder().isPresent()) {
      kinds.add(PageKind.TAG);
    }
    for (PageKind kind : PageKind.values()) {
      if (kind != PageKind.TAG && options.pathByKind().containsKey(kind)) {
        List<Entry> articles = edition.ofType(kind.word());
        if (articles.isEmpty()) {
          kinds.add(kind);
        } else {
          draft.add(taken(kind, articles.get(articles.size() - 1)));
        }
      }
    }
    return kinds;
  }

  private static Objection taken(PageKind kind, Entry entry) {
    return Objection.atValue(
        entry.article().source(),
        "type",
        kind.word(),
        Severity.WARNING,
        "kind-taken",
        "an article has the type \""
            + kind.word()
            + "\", so there are none of Newsbake's pages of that kind.",
        "Give it another type where those pages are wanted.");
  }

  private void group(SiteDraft draft, Group group) {
    Owner owner = Owner.of(group.kind().pathKey());
    for (Group.Portion portion : group.portions(options.storiesPerPage())) {
      String folder = group.folder() + (portion.number() == 0 ? "" : portion.number() + "/");
      String path = OutputPath.normal(folder + "index" + options.addresses().outputExtension());
      draft.add(
          new GroupPage(
              path,
              template(group.kind().word()),
              "../".repeat(depth(path)),
              new Listing(
                  group,
                  portion,
                  uri(group, portion.number()),
                  portion.newer().map(number -> uri(group, number)),
                  portion.older().map(number -> uri(group, number)))),
          owner);
    }
  }

  private String uri(Group group, int number) {
    if (number == 0) {
      return group.uri();
    }
    String page = Slug.encoded(group.folder()) + number;
    return group.kind() == PageKind.TAG ? page + options.addresses().outputExtension() : page + "/";
  }

  private void one(SiteDraft draft, PageKind kind) {
    String path = OutputPath.normal(options.pathByKind().get(kind));
    String rootPath = "../".repeat(depth(path));
    String template = template(kind.word());
    draft.add(
        switch (kind) {
          case WITHDRAWN -> new WithdrawnPage(path, template, rootPath);
          case UNAVAILABLE -> new UnavailablePage(path, template, rootPath);
          default -> new ListPage(path, template, kind.word(), rootPath, Optional.empty());
        },
        Owner.of(kind.pathKey()));
  }

  private void articles(SiteDraft draft, List<Entry> entries) {
    Optional<Entry> newer = Optional.empty();
    int nextOlder = 0;
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      // The next published article behind this one; drafts between them are passed over once.
      nextOlder = Math.max(nextOlder, i + 1);
      while (nextOlder < entries.size() && !entries.get(nextOlder).isPublished()) {
        nextOlder++;
      }
      Optional<Entry> older =
          nextOlder < entries.size() ? Optional.of(entries.get(nextOlder)) : Optional.empty();
      article(draft, entry, older, newer);
      if (entry.isPublished()) {
        newer = Optional.of(entry);
      }
    }
  }

  private void article(SiteDraft draft, Entry entry, Optional<Entry> older, Optional<Entry> newer) {
    Optional<Objection> objection = addresses.objection(entry.article());
    if (objection.isPresent()) {
      draft.add(objection.get());
    } else {
      String template = template(entry.article().type());
      draft.add(
          new ArticlePage(OutputPath.normal(entry.path()), template, entry, older, newer),
          Owner.of(entry.article()));
    }
  }

  private void index(SiteDraft draft, List<Entry> posts) {
    int published = (int) posts.stream().filter(Entry::isPublished).count();
    if (options.index().isEmpty() || options.postsPerPage().isEmpty() || published == 0) {
      single(draft, options.index(), "masterindex");
      return;
    }
    int perPage = options.postsPerPage().get();
    int pages = (published + perPage - 1) / perPage;
    for (int number = 1; number <= pages; number++) {
      Optional<String> previous =
          number == 1 ? Optional.empty() : Optional.of(number == 2 ? "" : (number - 1) + "/");
      Optional<String> next = number == pages ? Optional.empty() : Optional.of((number + 1) + "/");
      String file = options.index().get();
      draft.add(
          new ListPage(
              OutputPath.normal(number == 1 ? file : number + "/" + file),
              template("masterindex"),
              "masterindex",
              number == 1 ? "" : "../",
              Optional.of(
                  new Pagination(number, pages, (number - 1) * perPage, perPage, previous, next))),
          Owner.of("index.file"));
    }
  }

  private void single(SiteDraft draft, Optional<String> file, String kind) {
    file.ifPresent(
        path ->
            draft.add(
                new ListPage(
                    OutputPath.normal(path),
                    template(kind),
                    kind,
                    "",
                    options.postsPerPage().map(perPage -> Pagination.NONE)),
                Owner.of((kind.equals("masterindex") ? "index" : kind) + ".file")));
  }

  private void tags(SiteDraft draft, String folder, Edition edition, Groups groups) {
    Map<String, List<String>> filesByTag = new TreeMap<>();
    for (Entry entry : edition.entries()) {
      if (entry.isPublished() && edition.newer(entry).isEmpty()) {
        String file = entry.article().source().name();
        entry
            .article()
            .tags()
            .forEach(tag -> filesByTag.computeIfAbsent(tag, key -> new ArrayList<>()).add(file));
      }
    }
    edition.data().stream()
        .filter(DataFile::isPublished)
        .forEach(
            file ->
                file.tags()
                    .forEach(
                        tag ->
                            filesByTag
                                .computeIfAbsent(tag, key -> new ArrayList<>())
                                .add(file.source().name())));
    String extension = options.addresses().outputExtension();
    filesByTag.forEach(
        (tag, files) -> {
          tag(draft, folder, tag, groups.of(PageKind.TAG, tag), Owner.of(tag, files));
          if (tag.isBlank()) {
            draft.add(
                Problem.warning(
                    "tag-unusable",
                    SourceLocation.of(files.get(0)),
                    "an empty tag makes the page "
                        + OutputPath.normal(folder + "/" + tag + extension)
                        + ".",
                    "Take the empty tag, or the comma before it, out of the header."));
          }
        });
    if (options.tagIndex()) {
      String path = OutputPath.normal(folder + "/index" + extension);
      draft.add(
          new ListPage(
              path,
              template("tagsindex"),
              "tags",
              addresses.rootPath(depth(path)),
              Optional.empty()),
          Owner.of("render.tagsindex"));
    }
  }

  private void tag(SiteDraft draft, String folder, String tag, Optional<Group> group, Owner owner) {
    String extension = options.addresses().outputExtension();
    int perPage = options.tagStoriesPerPage().orElse(Integer.MAX_VALUE);
    List<Group.Portion> portions =
        group.map(it -> it.portions(perPage)).orElse(List.of(Group.Portion.ALL));
    for (Group.Portion portion : portions) {
      String page = portion.number() == 0 ? tag : tag + "/" + portion.number();
      String path = OutputPath.normal(folder + "/" + page + extension);
      Optional<Listing> listing =
          group.map(
              it ->
                  new Listing(
                      it,
                      portion,
                      uri(it, portion.number()),
                      portion.newer().map(number -> uri(it, number)),
                      portion.older().map(number -> uri(it, number))));
      draft.add(
          new TagPage(path, template("tag"), tag, addresses.rootPath(depth(path)), listing), owner);
    }
  }

  private String template(String kind) {
    return options.templateByType().getOrDefault(kind, "");
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }

  /** Plans what is for machines: redirects, feeds, lists of addresses, files for hosts. */
  private final class MachinePages {
    private final SiteDraft draft;
    private final Groups groups;
    private final Set<String> gone = new LinkedHashSet<>();

    MachinePages(SiteDraft draft, Groups groups) {
      this.draft = draft;
      this.groups = groups;
    }

    void add(Edition edition, boolean withdrawnPages) {
      edition.entries().forEach(this::aliases);
      edition.withdrawn().forEach(entry -> withdrawn(entry, withdrawnPages));
      edition.absences().stream()
          .filter(absence -> absence.reason() == Absence.Reason.QUARANTINED)
          .forEach(absence -> unavailable(absence.article()));
      for (FeedFormat format : options.machines().feeds()) {
        feed(format, "", Optional.empty());
        groups.all().stream()
            .filter(Group::hasFeeds)
            .forEach(group -> feed(format, group.folder(), Optional.of(group)));
      }
      List<String> sitemaps = new ArrayList<>();
      if (options.machines().sitemaps()) {
        sitemaps.add(sitemap(edition));
      }
      if (options.machines().newsSitemap()) {
        sitemaps.add("sitemap-news.xml");
        draft.add(new NewsSitemapFile("sitemap-news.xml"), Owner.of("render.newssitemap"));
      }
      if (options.machines().robots()) {
        draft.add(new RobotsFile("robots.txt", sitemaps), Owner.of("render.robots"));
      }
      List<RedirectPage> redirects =
          draft.pages().values().stream()
              .filter(RedirectPage.class::isInstance)
              .map(RedirectPage.class::cast)
              .toList();
      for (HostFormat format : options.machines().hostFiles()) {
        draft.add(
            new HostFile(
                format.file(),
                format,
                redirects,
                List.copyOf(gone),
                options.error404(),
                Optional.ofNullable(options.pathByKind().get(PageKind.WITHDRAWN))),
            Owner.of("render.hostfiles"));
      }
    }

    private void aliases(Entry entry) {
      for (String alias : entry.article().details().aliases()) {
        draft.add(
            new RedirectPage(
                PublicAddresses.file(withoutSlash(alias)), withoutSlash(alias), entry.uri()),
            Owner.of(entry.article()));
      }
    }

    private static String withoutSlash(String alias) {
      return alias.startsWith("/") ? alias.substring(1) : alias;
    }

    private void withdrawn(Entry entry, boolean page) {
      if (!entry.article().quarantined()) {
        String path = OutputPath.normal(entry.path());
        boolean folder = entry.uri().isEmpty() || entry.uri().endsWith("/");
        String address = folder ? path.substring(0, path.lastIndexOf('/') + 1) : path;
        withdrawn(entry, path, address, page);
        for (String alias : entry.article().details().aliases()) {
          withdrawn(entry, PublicAddresses.file(withoutSlash(alias)), withoutSlash(alias), page);
        }
      }
      // Whether a story with an error ever was live only the ledger knows.
      for (String former : known.of(entry.article().source().name())) {
        withdrawn(entry, PublicAddresses.path(former), withoutSlash(former), page);
      }
    }

    private void withdrawn(Entry entry, String path, String address, boolean page) {
      if (draft.holds(path)) {
        // Another story took the address, or it is that of another withdrawn one, too.
        return;
      }
      if (page) {
        draft.addWhereFree(
            new WithdrawnPage(path, template(PageKind.WITHDRAWN.word()), "../".repeat(depth(path))),
            Owner.of(entry.article()));
      }
      gone.add(address);
    }

    /** Readers who have the address of a story with an error are told to come back. */
    private void unavailable(Article article) {
      for (String address : known.of(article.source().name())) {
        String path = PublicAddresses.path(address);
        draft.addWhereFree(
            new UnavailablePage(
                path, template(PageKind.UNAVAILABLE.word()), "../".repeat(depth(path))),
            Owner.of(article));
      }
    }

    private void feed(FeedFormat format, String folder, Optional<Group> group) {
      draft.add(
          new FeedFile(OutputPath.normal(folder + format.file()), format, group),
          Owner.of("feed.formats"));
    }

    private String sitemap(Edition edition) {
      List<String> listed = new ArrayList<>();
      draft
          .pages()
          .forEach(
              (path, page) -> {
                if (isListed(page, edition)) {
                  listed.add(path);
                }
              });
      int parts = (listed.size() + MOST_ADDRESSES - 1) / MOST_ADDRESSES;
      Owner owner = Owner.of("render.sitemaps");
      if (parts <= 1) {
        draft.add(new SitemapFile("sitemap.xml", listed), owner);
        return "sitemap.xml";
      }
      List<SitemapFile> files = new ArrayList<>();
      for (int part = 0; part < parts; part++) {
        int end = Math.min(listed.size(), (part + 1) * MOST_ADDRESSES);
        files.add(
            new SitemapFile(
                "sitemap-" + (part + 1) + ".xml", listed.subList(part * MOST_ADDRESSES, end)));
      }
      files.forEach(file -> draft.add(file, owner));
      draft.add(new SitemapIndexFile("sitemap.xml", files), owner);
      return "sitemap.xml";
    }

    private static boolean isListed(Page page, Edition edition) {
      if (page instanceof ArticlePage article) {
        return article.entry().isPublished() && edition.newer(article.entry()).isEmpty();
      }
      if (page instanceof ListPage list) {
        return !UNLISTED.contains(list.kind());
      }
      return page instanceof GroupPage || page instanceof TagPage;
    }
  }
}
