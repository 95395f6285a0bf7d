package org.newsbake.article;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One news item, or any other page that someone wrote: its facts, which are all that decides which
 * pages a site has. What it says beyond them are its {@link Words}. A small value.
 *
 * @param source where it was read
 * @param type the document type that chooses its template, such as {@code post} or {@code page}
 * @param status one of {@link #STATUSES}, or on a site as JBake knows it a word of its own
 * @param date the date that it gives for itself, or its file's time where it gives none
 * @param dated whether it gives a date for itself
 * @param tags the tags in the order of the header
 * @param title its headline, if it has one
 * @param details what the header says of it as news
 * @param mentions what its text names
 * @param quarantined whether an error keeps it from being live, whatever else it says
 */
public record Article(
    SourceFile source,
    String type,
    String status,
    Instant date,
    boolean dated,
    List<String> tags,
    Optional<String> title,
    Details details,
    Mentions mentions,
    boolean quarantined) {

  public static final String PUBLISHED = "published";

  /** Published from its date on. */
  public static final String PUBLISHED_DATE = "published-date";

  public static final String DRAFT = "draft";

  /** All that an article may say of whether it is published. */
  public static final List<String> STATUSES = List.of(PUBLISHED, PUBLISHED_DATE, DRAFT);

  public Article {
    Objects.requireNonNull(source);
    if (type.isEmpty() || status.isEmpty()) {
      throw new IllegalArgumentException("an article has a type and a status: " + source.name());
    }
    // Most are, and one object is found equal faster than many.
    status = status.equals(PUBLISHED) ? PUBLISHED : status;
    Objects.requireNonNull(date);
    tags = List.copyOf(tags);
    Objects.requireNonNull(title);
    Objects.requireNonNull(details);
    Objects.requireNonNull(mentions);
  }

  /**
   * An article that says nothing of itself as news.
   *
   * @param words what it says
   */
  public Article(
      SourceFile source,
      String type,
      String status,
      Instant date,
      boolean dated,
      List<String> tags,
      Words words) {
    this(
        source,
        type,
        status,
        date,
        dated,
        tags,
        title(words.fields()),
        Details.NONE,
        words.mentions(),
        false);
  }

  /** The headline among the keys of a header, if it is one. */
  static Optional<String> title(Map<String, Object> fields) {
    Object title = fields.get("title");
    if (title instanceof Date date) {
      return Optional.of(date.toInstant().toString().replaceFirst("T00:00:00Z$", ""));
    }
    return title == null
            || title instanceof Map
            || title instanceof Collection
            || title.toString().isBlank()
        ? Optional.empty()
        : Optional.of(title.toString());
  }

  /** When its date lets it be live: its own date, but for {@link Details#due}. */
  public Optional<Instant> due() {
    return dated ? Optional.of(details.due().orElse(date)) : Optional.empty();
  }

  /** The same article with another status. */
  public Article withStatus(String other) {
    if (other.equals(status)) {
      return this;
    }
    return new Article(
        source, type, other, date, dated, tags, title, details, mentions, quarantined);
  }

  /** The same article with what another text names. */
  public Article withMentions(Mentions other) {
    return new Article(source, type, status, date, dated, tags, title, details, other, quarantined);
  }

  /** The same article with what its header says of it as news. */
  public Article withDetails(Details other) {
    return new Article(
        source, type, status, date, dated, tags, title, other, mentions, quarantined);
  }

  /**
   * The same article without some of the pictures that it names.
   *
   * @param unwanted whether a picture, as the article writes it, is one of them
   */
  public Article withoutPictures(Predicate<String> unwanted) {
    boolean lead = details.image().filter(it -> unwanted.test(it.src())).isPresent();
    return withMentions(mentions.without(unwanted))
        .withDetails(lead ? details.withoutImage() : details);
  }

  /** The same article held back for an error. */
  public Article quarantine() {
    return quarantined
        ? this
        : new Article(source, type, status, date, dated, tags, title, details, mentions, true);
  }

  /** A file of which nothing is known but that it has an error. */
  public static Article unread(SourceFile source) {
    return new Article(source, "post", PUBLISHED, Instant.EPOCH, false, List.of(), Words.NONE)
        .quarantine();
  }
}
