package org.newsbake.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbake.article.Article;
import org.newsbake.article.Body;
import org.newsbake.article.Details;
import org.newsbake.article.Words;

/**
 * What is to be told of a live article: the names behind its keys, its addresses, its picture, and
 * what its source asks for. Templates, feeds and structured data all say the same, from here.
 *
 * <p>Thread-safe: what is made late is made the same by every thread.
 */
public final class Story {

  /** The characters that a summary has at most, where it is the beginning of the text. */
  private static final int LONGEST_SUMMARY = 220;

  private final Stories stories;
  private final Entry entry;
  private String title;
  private String summary;
  private String body;

  Story(Stories stories, Entry entry) {
    this.stories = stories;
    this.entry = entry;
  }

  /** A name, and the address of its page if it has one. */
  public record Link(String key, String name, Optional<String> uri) {}

  /** A person or a desk that a story is by, with its entry in the data files if it has one. */
  public record Author(String name, Optional<Entity> entity, Optional<String> uri) {}

  /** A picture with the words that this story puts to it. */
  public record Picture(
      Photo photo,
      String alt,
      Optional<String> caption,
      Optional<String> credit,
      Optional<String> source) {}

  private Details details() {
    return entry.article().details();
  }

  private Timeline time() {
    return new Timeline(entry.article());
  }

  public Entry entry() {
    return entry;
  }

  public Article article() {
    return entry.article();
  }

  /** What the article says. */
  public Words words() {
    return stories.words(entry);
  }

  /** Its headline, which is never blank: its title, or what its text or its file gives for one. */
  public String title() {
    String made = title;
    if (made == null) {
      made = Headline.of(entry.article(), this::words);
      title = made;
    }
    return made;
  }

  /** What it is called in other languages: the texts of its key {@code names}. */
  public Map<String, String> names() {
    return Entity.texts(words().fields().get("names"));
  }

  /** Its own summary. */
  public Optional<String> standfirst() {
    return details().summary();
  }

  /** Its address below the site's root, as links write it. */
  public String uri() {
    return entry.uri();
  }

  /** Its absolute address. */
  public String url() {
    return stories.publication().url(entry.uri());
  }

  /** When it was last changed, by its own account, if that is not to come. */
  public Optional<Instant> updated() {
    return time().updated(stories.instant());
  }

  /** When its page last said something new: published, updated or corrected. */
  public Instant changed() {
    return time().changed(stories.instant());
  }

  /** Its language as a BCP 47 tag. */
  public String language() {
    return details().language().orElse(stories.publication().language());
  }

  /** Its section. */
  public Optional<Link> section() {
    return details()
        .section()
        .flatMap(stories.newsroom()::section)
        .map(
            entity ->
                new Link(
                    entity.key(),
                    entity.name(language()),
                    stories
                        .groups()
                        .of(PageKind.SECTION, entity.key())
                        .or(() -> stories.groups().of(PageKind.LANGUAGE, language()))
                        .map(Group::uri)));
  }

  /** Its tags. */
  public List<Link> tags() {
    List<Link> tags = new ArrayList<>();
    for (String tag : entry.article().tags()) {
      tags.add(new Link(tag, tag, stories.groups().of(PageKind.TAG, tag).map(Group::uri)));
    }
    return tags;
  }

  /** Whom it is by. */
  public List<Author> authors() {
    List<Author> authors = new ArrayList<>();
    for (String written : details().authors()) {
      Optional<Entity> entity = stories.newsroom().author(written);
      authors.add(
          new Author(
              entity.map(it -> it.name(language())).orElse(written),
              entity,
              entity.flatMap(
                  it -> stories.groups().of(PageKind.AUTHOR, it.key()).map(Group::uri))));
    }
    return authors;
  }

  /** The agency that produced it. */
  public Optional<Entity> source() {
    return details().source().flatMap(stories.newsroom()::source);
  }

  /** The address of the page of its source. */
  public Optional<String> sourceUri() {
    return source().flatMap(it -> stories.groups().of(PageKind.SOURCE, it.key())).map(Group::uri);
  }

  /** Whether the newsroom wrote it itself. */
  public boolean isOwn() {
    return details().source().isEmpty();
  }

  /** Why only a preview shows it, if that is so. */
  public Optional<Absence.Reason> mark() {
    return stories.edition().mark(entry);
  }

  /** The sentence that a story of an agency carries, in the story's language. */
  public Optional<String> notice() {
    return source()
        .map(
            source ->
                Notice.of(source, language(), details().edited())
                    .replace("{source}", source.name(language()))
                    .replace("{site}", stories.publication().title()));
  }

  /** The newest version of it, if that is another story. */
  public Optional<Story> newer() {
    return stories.edition().newer(entry).map(stories::of);
  }

  /** The address that search engines are to know it by: of an older version, that of the newest. */
  public String canonical() {
    return newer()
        .map(Story::canonical)
        .or(
            () ->
                source()
                    .filter(it -> Newsroom.canonical(it) == Newsroom.Canonical.ORIGINAL)
                    .flatMap(it -> details().sourceUrl()))
        .orElseGet(this::url);
  }

  /** Whether search engines are asked not to list it. */
  public boolean isNoindex() {
    return source().filter(it -> Newsroom.canonical(it) == Newsroom.Canonical.NOINDEX).isPresent();
  }

  /** Whether archives and search engines are asked to keep no copy. */
  public boolean isNoarchive() {
    return source().filter(it -> !stories.newsroom().isArchived(it)).isPresent();
  }

  /** What feeds may carry of it. */
  public Newsroom.FeedContract feedContract() {
    return source().map(Newsroom::feedContract).orElse(Newsroom.FeedContract.FULL);
  }

  /** Its lead picture. */
  public Optional<Picture> picture() {
    return details()
        .image()
        .flatMap(
            image ->
                stories
                    .pictures()
                    .find(entry.article(), image.src())
                    .map(
                        photo ->
                            new Picture(
                                photo,
                                image.alt().orElse(""),
                                image.caption().or(photo::caption),
                                image.credit().or(photo::credit),
                                image.source().or(photo::source))));
  }

  /** The picture of a section, author or source. */
  public Optional<Photo> portrait(Entity entity) {
    return stories.pictures().of(entity);
  }

  /** A section, author or source without the names of what is not live. */
  public Entity shown(Entity entity) {
    return stories.absentFiles().entity(entity);
  }

  /** Its corrections up to the instant of the edition, newest first. */
  public List<Details.Correction> corrections() {
    return time().corrections(stories.instant());
  }

  /** The pages that lead to it from the front page, itself at the end. */
  public List<Link> breadcrumbs() {
    List<Link> crumbs = new ArrayList<>();
    crumbs.add(new Link("", stories.publication().title(), Optional.of("")));
    section().filter(it -> it.uri().isPresent()).ifPresent(crumbs::add);
    crumbs.add(new Link(entry.article().source().path(), title(), Optional.of(uri())));
    return crumbs;
  }

  /** One or two sentences of plain text: its own summary, or the beginning of its text. */
  public String summary() {
    String made = summary;
    if (made == null) {
      made = details().summary().orElseGet(() -> Body.lead(words().manuscript(), LONGEST_SUMMARY));
      summary = made;
    }
    return made;
  }

  /**
   * Its body as HTML for its own page, without the heading with which it begins where that is the
   * headline.
   */
  public String body() {
    String made = body;
    if (made == null) {
      String text = stories.body(entry);
      String below =
          entry.article().title().isPresent() ? text : Body.withoutHeadline(text, title());
      made = Body.placed(below, stories.addresses(entry, stories.rootPath(entry)));
      body = made;
    }
    return made;
  }

  /** Its body as HTML for feeds, with absolute addresses. */
  public String portableBody() {
    return Body.absolute(body(), address -> absolute(address));
  }

  private String absolute(String address) {
    try {
      return java.net.URI.create(url()).resolve(address).toString();
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
