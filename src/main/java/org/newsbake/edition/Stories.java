package org.newsbake.edition;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.newsbake.article.Article;
import org.newsbake.article.Body;
import org.newsbake.article.Words;

/** The stories of an edition at their places in a site. Thread-safe. */
public final class Stories {

  private final PlannedSite plan;
  private final Function<Article, Words> words;
  private final Map<String, Story> made = new ConcurrentHashMap<>();

  /**
   * @param words gives what an article says
   */
  public Stories(PlannedSite plan, Function<Article, Words> words) {
    this.plan = plan;
    this.words = words;
  }

  /** The site as it is planned. */
  public PlannedSite plan() {
    return plan;
  }

  /** What a live article says. */
  public Words words(Entry entry) {
    return words.apply(entry.article());
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
    return plan.at(contentPath);
  }

  /** The tags of all that is published. */
  public Tags tags() {
    return plan.tags();
  }

  public Edition edition() {
    return plan.edition();
  }

  public Site site() {
    return plan.site();
  }

  public Publication publication() {
    return plan.publication();
  }

  public Newsroom newsroom() {
    return site().newsroom();
  }

  public Groups groups() {
    return site().groups();
  }

  public Pictures pictures() {
    return plan.pictures();
  }

  /** The content files that are not live, which nothing may name. */
  public AbsentFiles absentFiles() {
    return plan.absentFiles();
  }

  /**
   * The body of a live article as it was written, without links to what is not live and without
   * pictures to which the rights have ended.
   */
  public String body(Entry entry) {
    String html = words(entry).body();
    AbsentFiles absent = absentFiles();
    if (absent.hasGonePictures(entry)) {
      html = Body.withoutPictures(html, address -> absent.isPicture(entry, address));
    }
    return absent.isEmpty() ? html : Body.without(html, address -> absent.isNamed(entry, address));
  }

  /** The instant of the edition. */
  public Instant instant() {
    return plan.instant();
  }

  /** The published stories in the site's own language, newest first. */
  public List<Entry> home() {
    return groups()
        .of(PageKind.LATEST, "latest")
        .map(Group::stories)
        .orElseGet(() -> edition().published("post"));
  }

  String rootPath(Entry entry) {
    return plan.rootPath(entry);
  }

  /** What the addresses in an article's body become on its page. */
  Body.Addresses addresses(Entry entry, String rootPath) {
    Article article = entry.article();
    return new Body.Addresses() {
      @Override
      public Optional<Body.Figure> picture(String src) {
        return pictures()
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
            .filter(path -> site().pages().get(path) instanceof Page.AssetFile)
            .findFirst()
            .map(path -> rootPath + Slug.encoded(path) + behindPath(address));
      }

      @Override
      public Optional<String> link(String href) {
        int hash = href.indexOf('#');
        String fragment = hash < 0 ? "" : href.substring(hash);
        String path = hash < 0 ? href : href.substring(0, hash);
        return PlannedSite.leadsToFile(path)
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
