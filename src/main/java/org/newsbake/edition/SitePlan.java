package org.newsbake.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.DataFile;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Page.ArticlePage;
import org.newsbake.edition.Page.AssetFile;
import org.newsbake.edition.Page.ListPage;
import org.newsbake.edition.Page.Pagination;
import org.newsbake.edition.Page.TagPage;

/**
 * Plans the pages of an edition: which there are, where they stand, and which of them want the same
 * path.
 *
 * <p>Immutable and thread-safe.
 */
public final class SitePlan {

  private final SiteOptions options;
  private final Addresses addresses;

  public SitePlan(SiteOptions options) {
    this.options = options;
    this.addresses = new Addresses(options.addresses());
  }

  /**
   * The site of an edition.
   *
   * @param edition what is live
   * @param assets the files to copy; their paths are those of the output
   */
  public Site site(Edition edition, Collection<SourceFile> assets) {
    Draft draft = new Draft();
    edition.byType().values().forEach(entries -> articles(draft, entries));
    index(draft, edition.ofType("post"));
    single(draft, options.archive(), "archive");
    single(draft, options.feed(), "feed");
    single(draft, options.sitemap(), "sitemap");
    single(draft, options.error404(), "error404");
    options.tagFolder().ifPresent(folder -> tags(draft, folder, edition));
    assets.forEach(
        asset -> draft.add(new AssetFile(OutputPath.normal(asset.path()), asset), Owner.of(asset)));
    return draft.site();
  }

  private void articles(Draft draft, List<Entry> entries) {
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
      String template = template(entry.article().type());
      draft.add(
          new ArticlePage(OutputPath.normal(entry.path()), template, entry, older, newer),
          Owner.of(entry.article().source()));
      if (entry.isPublished()) {
        newer = Optional.of(entry);
      }
    }
  }

  private void index(Draft draft, List<Entry> posts) {
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

  private void single(Draft draft, Optional<String> file, String kind) {
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

  private void tags(Draft draft, String folder, Edition edition) {
    Map<String, SourceFile> firstByTag = new TreeMap<>();
    for (Entry entry : edition.entries()) {
      if (entry.isPublished()) {
        entry
            .article()
            .tags()
            .forEach(tag -> firstByTag.putIfAbsent(tag, entry.article().source()));
      }
    }
    edition.data().stream()
        .filter(DataFile::isPublished)
        .forEach(file -> file.tags().forEach(tag -> firstByTag.putIfAbsent(tag, file.source())));
    String extension = options.addresses().outputExtension();
    firstByTag.forEach(
        (tag, source) -> {
          String path = OutputPath.normal(folder + "/" + tag + extension);
          draft.add(
              new TagPage(path, template("tag"), tag, addresses.rootPath(depth(path))),
              Owner.of(source));
          if (tag.isBlank()) {
            draft.problems.add(
                Problem.warning(
                    "tag-unusable",
                    SourceLocation.of(source.name()),
                    "an empty tag makes the page " + path + ".",
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

  private String template(String kind) {
    return options.templateByType().getOrDefault(kind, "");
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }

  /**
   * What wants a path.
   *
   * @param location where that is said
   * @param name its name as a message gives it
   */
  private record Owner(SourceLocation location, String name) {
    static Owner of(SourceFile file) {
      return new Owner(SourceLocation.of(file.name()), file.name());
    }

    static Owner of(String key) {
      return new Owner(SourceLocation.of("jbake.properties"), key);
    }

    /** The beginning of a sentence about the page. */
    String page() {
      return location.file().equals(name) ? "its page" : "the page of " + name;
    }
  }

  /** A site being planned. */
  private static final class Draft {
    private final TreeMap<String, Page> pages = new TreeMap<>();
    private final Map<String, Owner> ownerByPath = new HashMap<>();
    private final Map<String, String> pathByLowerCase = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    void add(Page page, Owner owner) {
      String path = page.path();
      Optional<String> objection = OutputPath.objection(path);
      if (objection.isPresent()) {
        problems.add(unusable(page, owner, objection.get()));
        return;
      }
      Owner other = ownerByPath.putIfAbsent(path, owner);
      if (other != null) {
        problems.add(
            Problem.error(
                "path-collision",
                owner.location(),
                owner.page() + " is " + path + ", and so is that of " + other.name() + ".",
                "Rename one of the two."));
        return;
      }
      pages.put(path, page);
    }

    private static Problem unusable(Page page, Owner owner, String objection) {
      return page instanceof TagPage tagPage
          ? Problem.error(
              "tag-unusable",
              owner.location(),
              "the tag \"" + tagPage.tag() + "\" makes no page: its path " + objection + ".",
              "Use a tag of letters, digits, spaces and hyphens.")
          : Problem.error(
              "path-invalid",
              owner.location(),
              owner.page() + " would stand at \"" + page.path() + "\", which " + objection + ".",
              "Give it another name.");
    }

    Site site() {
      pages.keySet().forEach(this::compareLetterCase);
      pages.keySet().forEach(this::compareWithFolders);
      return new Site(pages, problems);
    }

    private void compareLetterCase(String path) {
      String other = pathByLowerCase.putIfAbsent(path.toLowerCase(java.util.Locale.ROOT), path);
      if (other != null) {
        problems.add(
            Problem.warning(
                "path-case",
                ownerByPath.get(path).location(),
                ownerByPath.get(path).page()
                    + " is "
                    + path
                    + ", which many computers take for "
                    + other
                    + " of "
                    + ownerByPath.get(other).name()
                    + ".",
                "Rename one of the two, so that they differ in more than letter case."));
      }
    }

    private void compareWithFolders(String path) {
      for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
        String folder = path.substring(0, slash);
        if (pages.containsKey(folder)) {
          problems.add(
              Problem.error(
                  "path-collision",
                  ownerByPath.get(path).location(),
                  ownerByPath.get(path).page()
                      + " is "
                      + path
                      + ", but "
                      + folder
                      + " is the page of "
                      + ownerByPath.get(folder).name()
                      + " and cannot be a folder, too.",
                  "Rename one of the two."));
        }
      }
    }
  }
}
