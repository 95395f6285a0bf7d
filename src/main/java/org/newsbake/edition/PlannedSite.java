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
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.article.Article;
import org.newsbake.article.Details;
import org.newsbake.article.FilePlaces;
import org.newsbake.article.HeaderPlace;

/**
 * A site as it is planned: what is live, its pages, its pictures. It knows the facts of articles
 * and none of their words; with these it gives {@link Stories}.
 *
 * <p>Immutable and thread-safe.
 */
public final class PlannedSite {

  /** The most unknown names for which a similar one is sought. */
  private static final int MOST_COMPARED = 200;

  private final Edition edition;
  private final Site site;
  private final Pictures pictures;
  private final Publication publication;
  private final Addresses addresses;
  private final Tags tags;
  private final AbsentFiles absentFiles;
  private final Map<String, Entry> byContentPath;

  /** A site whose content files could all be read. */
  public PlannedSite(Edition edition, Site site, Pictures pictures, SiteOptions options) {
    this(edition, site, pictures, options, List.of());
  }

  /**
   * @param contentFiles the paths of all content files, also of those that could not be read
   */
  public PlannedSite(
      Edition edition,
      Site site,
      Pictures pictures,
      SiteOptions options,
      Collection<String> contentFiles) {
    this.edition = edition;
    this.site = site;
    this.pictures = pictures;
    publication = options.publication();
    addresses = new Addresses(options.addresses());
    tags = new Tags(edition);
    byContentPath = new HashMap<>(2 * edition.entries().size());
    edition.entries().forEach(entry -> byContentPath.put(entry.article().source().path(), entry));
    absentFiles =
        new AbsentFiles(
            edition,
            site,
            new Addresses(options.addresses(), site.newsroom()),
            options.publication(),
            contentFiles);
  }

  public Edition edition() {
    return edition;
  }

  public Site site() {
    return site;
  }

  public Pictures pictures() {
    return pictures;
  }

  Publication publication() {
    return publication;
  }

  Tags tags() {
    return tags;
  }

  AbsentFiles absentFiles() {
    return absentFiles;
  }

  String rootPath(Entry entry) {
    return addresses.rootPath(entry);
  }

  /** The instant of the edition. */
  Instant instant() {
    return edition.instant();
  }

  /** The live article in a file below the content folder. */
  public Optional<Entry> at(String contentPath) {
    return Optional.ofNullable(byContentPath.get(contentPath));
  }

  /** What is wrong with live articles that only shows beside the others, or at this instant. */
  public List<Problem> problems() {
    List<Problem> problems = new ArrayList<>(brokenLinks());
    problems.addAll(unknownPins());
    problems.addAll(updatesToCome());
    return problems;
  }

  private static List<String> fileLinks(Article article) {
    return article.mentions().addresses().stream()
        .filter(address -> leadsToFile(withoutFragment(address)))
        .toList();
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
  private List<Problem> brokenLinks() {
    Set<String> files = new HashSet<>();
    List<Problem> broken = new ArrayList<>();
    for (Entry entry : edition.entries()) {
      Article article = entry.article();
      FilePlaces places = new FilePlaces(article.source());
      for (String address : fileLinks(article)) {
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
    Set<String> paths = new HashSet<>(byContentPath.keySet());
    edition.absences().forEach(absence -> paths.add(absence.article().source().path()));
    return paths;
  }

  /** Whether an address names a content file. */
  static boolean leadsToFile(String path) {
    return path.endsWith(".md") && !path.contains("://");
  }
}
