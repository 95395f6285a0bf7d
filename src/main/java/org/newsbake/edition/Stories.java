package org.newsbake.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.article.Article;
import org.newsbake.article.Body;
import org.newsbake.article.Details;
import org.newsbake.article.FilePlaces;
import org.newsbake.article.HeaderPlace;

/** The stories of an edition at their places in a site. Thread-safe. */
public final class Stories {

  /** The most unknown names for which a similar one is sought. */
  private static final int MOST_COMPARED = 200;

  private final Edition edition;
  private final Site site;
  private final Pictures pictures;
  private final Publication publication;
  private final Addresses addresses;
  private final Tags tags;
  private final Map<String, Story> made = new ConcurrentHashMap<>();

  /** The live articles as they were before they got new words. */
  private final ByContentPath byContentPath;

  private final Map<String, Entry> reworded;

  private final AbsentFiles absentFiles;

  /** The stories of a site whose content files could all be read. */
  public Stories(Edition edition, Site site, Pictures pictures, SiteOptions options) {
    this(edition, site, pictures, options, List.of());
  }

  /**
   * @param contentFiles the paths of all content files, also of those that could not be read
   */
  public Stories(
      Edition edition,
      Site site,
      Pictures pictures,
      SiteOptions options,
      Collection<String> contentFiles) {
    this(
        edition,
        site,
        pictures,
        options.publication(),
        new Addresses(options.addresses()),
        new Tags(edition),
        new ByContentPath(edition),
        Map.of(),
        new AbsentFiles(
            edition,
            site,
            new Addresses(options.addresses(), site.newsroom()),
            options.publication(),
            contentFiles));
  }

  private Stories(
      Edition edition,
      Site site,
      Pictures pictures,
      Publication publication,
      Addresses addresses,
      Tags tags,
      ByContentPath byContentPath,
      Map<String, Entry> reworded,
      AbsentFiles absentFiles) {
    this.absentFiles = absentFiles;
    this.edition = edition;
    this.site = site;
    this.pictures = pictures;
    this.publication = publication;
    this.addresses = addresses;
    this.tags = tags;
    this.byContentPath = byContentPath;
    this.reworded = reworded;
  }

  /** The live articles by content path, sorted when somebody first looks for one. */
  private static final class ByContentPath {
    private final Edition edition;
    private volatile Map<String, Entry> entries;

    ByContentPath(Edition edition) {
      this.edition = edition;
    }

    Map<String, Entry> entries() {
      if (entries == null) {
        synchronized (this) {
          if (entries == null) {
            Map<String, Entry> sorted = new HashMap<>(2 * edition.entries().size());
            edition.entries().forEach(entry -> sorted.put(entry.article().source().path(), entry));
            entries = sorted;
          }
        }
      }
      return entries;
    }
  }

  /**
   * The same stories with new words.
   *
   * @param others the articles that have them, by content path
   */
  Stories with(Edition edition, Site site, Map<String, Entry> others) {
    Map<String, Entry> all = new HashMap<>(reworded);
    all.putAll(others);
    return new Stories(
        edition, site, pictures, publication, addresses, tags, byContentPath, all, absentFiles);
  }

  /**
   * The articles that have other words than in other stories.
   *
   * @return nothing where more than words may be other
   */
  Optional<List<Entry>> rewordedSince(Stories other) {
    if (byContentPath != other.byContentPath) {
      return Optional.empty();
    }
    Set<String> paths = new HashSet<>(reworded.keySet());
    paths.addAll(other.reworded.keySet());
    return Optional.of(
        paths.stream()
            .filter(path -> at(path).get() != other.at(path).get())
            .map(path -> at(path).get())
            .toList());
  }

  /** The story of a live article. */
  public Story of(Entry entry) {
    String path = entry.article().source().path();
    Story known = made.get(path);
    // Asked so often that even a lambda would show.
    return known == null ? made.computeIfAbsent(path, key -> new Story(this, entry)) : known;
  }

  /** The live article in a file below the content folder. */
  public Optional<Entry> at(String contentPath) {
    return Optional.ofNullable(
        reworded.getOrDefault(contentPath, byContentPath.entries().get(contentPath)));
  }

  /** The tags of all that is published. */
  public Tags tags() {
    return tags;
  }

  public Edition edition() {
    return edition;
  }

  public Site site() {
    return site;
  }

  public Publication publication() {
    return publication;
  }

  public Newsroom newsroom() {
    return site.newsroom();
  }

  public Groups groups() {
    return site.groups();
  }

  public Pictures pictures() {
    return pictures;
  }

  /** The content files that are not live, which nothing may name. */
  public AbsentFiles absentFiles() {
    return absentFiles;
  }

  /** The body of a live article as it was written, without links to what is not live. */
  public String body(Entry entry) {
    return absentFiles.body(entry);
  }

  /** The instant of the edition. */
  public Instant instant() {
    return edition.instant();
  }

  /** The published stories in the site's own language, newest first. */
  public List<Entry> home() {
    return groups()
        .of(PageKind.LATEST, "latest")
        .map(Group::stories)
        .orElseGet(() -> edition.published("post"));
  }

  String rootPath(Entry entry) {
    return addresses.rootPath(entry);
  }

  /** What the addresses in an article's body become on its page. */
  Body.Addresses addresses(Entry entry, String rootPath) {
    Article article = entry.article();
    return new Body.Addresses() {
      @Override
      public Optional<Body.Figure> picture(String src) {
        return pictures
            .find(article, src)
            .map(
                photo ->
                    new Body.Figure(
                        rootPath + photo.uri(),
                        photo.width(),
                        photo.height(),
                        srcset(photo, rootPath),
                        photo.caption(),
                        photo.credit()));
      }

      @Override
      public Optional<String> file(String address) {
        return Pictures.candidates(article, address).stream()
            .filter(path -> site.pages().get(path) instanceof Page.AssetFile)
            .findFirst()
            .map(path -> rootPath + Slug.encoded(path) + behindPath(address));
      }

      @Override
      public Optional<String> link(String href) {
        int hash = href.indexOf('#');
        String fragment = hash < 0 ? "" : href.substring(hash);
        String path = hash < 0 ? href : href.substring(0, hash);
        return leadsToFile(path)
            ? Optional.of(
                target(article, path)
                    .map(target -> rootPath + target.uri() + fragment)
                    // Not even the name of a story that is not live may show.
                    .orElse(""))
            : Optional.empty();
      }
    };
  }

  /** The query and the fragment of an address. */
  private static String behindPath(String address) {
    int end = 0;
    while (end < address.length() && "?#".indexOf(address.charAt(end)) < 0) {
      end++;
    }
    return address.substring(end);
  }

  private static boolean leadsToFile(String path) {
    return path.endsWith(".md") && !path.contains("://");
  }

  /**
   * What is wrong with live articles that only shows beside the others, or at this instant.
   *
   * @param fileLinks gives the links of an article that are looked at: {@link #fileLinks}
   */
  public List<Problem> problems(Function<Article, List<String>> fileLinks) {
    List<Problem> problems = new ArrayList<>(brokenLinks(fileLinks));
    problems.addAll(unknownPins());
    problems.addAll(updatesToCome());
    return problems;
  }

  /** The addresses in an article's body that name content files. */
  public static List<String> fileLinks(Article article) {
    return article.manuscript().mayHold(".md")
        ? Body.addresses(article.body()).stream()
            .filter(address -> leadsToFile(withoutFragment(address)))
            .toList()
        : List.of();
  }

  /** The names that an unknown one is compared with: none, once many have been. */
  private static Set<String> near(int compared, Set<String> names) {
    return compared < MOST_COMPARED ? names : Set.of();
  }

  private static String withoutFragment(String address) {
    int hash = address.indexOf('#');
    return hash < 0 ? address : address.substring(0, hash);
  }

  /** The links in live articles that name a content file which does not exist, live or not. */
  private List<Problem> brokenLinks(Function<Article, List<String>> fileLinks) {
    Set<String> files = new HashSet<>();
    List<Problem> broken = new ArrayList<>();
    for (Entry entry : edition.entries()) {
      Article article = entry.article();
      FilePlaces places = new FilePlaces(article.source());
      for (String address : fileLinks.apply(article)) {
        String path = withoutFragment(address);
        Set<String> candidates = Pictures.candidates(article, path);
        if (files.isEmpty()) {
          files.addAll(contentPaths());
        }
        if (candidates.stream().noneMatch(files::contains)) {
          broken.add(
              places
                  .next(address)
                  .problem(
                      Severity.WARNING,
                      "link-broken",
                      "there is no content file \""
                          + address
                          + "\", so only the words of the link stay.",
                      Choices.nearest(
                              candidates.stream().findFirst().orElse(path),
                              near(broken.size(), files))
                          .map(near -> "Did you mean \"" + near + "\"?")
                          .orElse(
                              "Write the path of a file from this one on, such as"
                                  + " ../10/name.md.")));
        }
      }
    }
    return broken;
  }

  /** What live articles name below {@code related} and the like, and is no article, live or not. */
  private List<Problem> unknownPins() {
    Set<String> files = contentPaths();
    List<Problem> unknown = new ArrayList<>();
    for (Entry entry : edition.entries()) {
      Details details = entry.article().details();
      unknown.addAll(unknownPins(entry, "related", details.related(), files));
      unknown.addAll(unknownPins(entry, "related_exclude", details.relatedExclude(), files));
    }
    return unknown;
  }

  private static List<Problem> unknownPins(
      Entry entry, String key, List<String> pins, Set<String> files) {
    FilePlaces places = new FilePlaces(entry.article().source());
    return pins.stream()
        .filter(pin -> !files.contains(pin))
        .map(
            pin ->
                places
                    .of(key, pin)
                    .problem(
                        Severity.WARNING,
                        "related-unknown",
                        "content has no article in \"" + pin + "\".",
                        Choices.nearest(pin, files)
                            .or(() -> ofTheSameName(pin, files))
                            .map(near -> "Did you mean \"" + near + "\"?")
                            .orElse("Write its path below content, such as 2026/10/name.md.")))
        .toList();
  }

  /** A file holds one text: that of an update to come is shown already. */
  private List<Problem> updatesToCome() {
    List<Problem> early = new ArrayList<>();
    for (Entry entry : edition.entries()) {
      Article article = entry.article();
      if (new Timeline(article).isUpdateToCome(instant())) {
        early.add(
            HeaderPlace.ofKey(article.source(), "updated")
                .problem(
                    Severity.WARNING,
                    "updated-early",
                    "updated is to come, but the text is shown already, as one without an update.",
                    "Write when the text changed; a text to come belongs into an article with an"
                        + " embargo, or into the site when it is due."));
      }
    }
    return early;
  }

  private static Optional<String> ofTheSameName(String path, Set<String> files) {
    String name = "/" + path.substring(path.lastIndexOf('/') + 1);
    return files.stream().filter(file -> file.endsWith(name)).min(Comparator.naturalOrder());
  }

  /** Where the articles are that could be read, live or not. */
  private Set<String> contentPaths() {
    Set<String> paths = new HashSet<>(byContentPath.entries().keySet());
    edition.absences().forEach(absence -> paths.add(absence.article().source().path()));
    return paths;
  }

  /** The live article whose file a link in an article's body names. */
  private Optional<Entry> target(Article article, String path) {
    return Pictures.candidates(article, path).stream()
        .map(this::at)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static String srcset(Photo photo, String rootPath) {
    if (photo.renditions().isEmpty()) {
      return "";
    }
    StringBuilder srcset = new StringBuilder();
    for (Photo.Rendition rendition : photo.renditions()) {
      srcset
          .append(rootPath)
          .append(Slug.encoded(rendition.path()))
          .append(' ')
          .append(rendition.width())
          .append("w, ");
    }
    return srcset
        .append(rootPath)
        .append(photo.uri())
        .append(' ')
        .append(photo.width())
        .append("w")
        .toString();
  }
}
