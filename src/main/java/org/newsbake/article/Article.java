package org.newsbake.article;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One news item, or any other page that someone wrote, as it stands in its file.
 *
 * @param source where it was read
 * @param type the document type that chooses its template, such as {@code post} or {@code page}
 * @param status one of {@link #STATUSES}, or on a site as JBake knows it a word of its own
 * @param date the date that it gives for itself, or its file's time where it gives none
 * @param dated whether it gives a date for itself
 * @param tags the tags in the order of the header
 * @param fields every key of the header as templates see it, but for type, status, date and tags
 * @param details what the header says of it as news
 * @param manuscript its text
 * @param quarantined whether an error keeps it from being live, whatever else it says
 */
public record Article(
    SourceFile source,
    String type,
    String status,
    Instant date,
    boolean dated,
    List<String> tags,
    Map<String, Object> fields,
    Details details,
    Manuscript manuscript,
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
    fields = Collections.unmodifiableMap(fields);
    Objects.requireNonNull(details);
    Objects.requireNonNull(manuscript);
  }

  /** An article that says nothing of itself as news. */
  public Article(
      SourceFile source,
      String type,
      String status,
      Instant date,
      boolean dated,
      List<String> tags,
      Map<String, Object> fields,
      Manuscript manuscript) {
    this(source, type, status, date, dated, tags, fields, Details.NONE, manuscript, false);
  }

  /** When its date lets it be live: its own date, but for {@link Details#due}. */
  public Optional<Instant> due() {
    return dated ? Optional.of(details.due().orElse(date)) : Optional.empty();
  }

  /** Its text as HTML. */
  public String body() {
    return manuscript.html();
  }

  /** The SHA-1 of its file's bytes, in hexadecimal digits. */
  public String sha1() {
    return manuscript.sha1();
  }

  /** The same article with another status. */
  public Article withStatus(String other) {
    if (other.equals(status)) {
      return this;
    }
    return new Article(
        source, type, other, date, dated, tags, fields, details, manuscript, quarantined);
  }

  /** The same article with another text. */
  public Article withManuscript(Manuscript other) {
    return new Article(
        source, type, status, date, dated, tags, fields, details, other, quarantined);
  }

  /** The same article with what its header says of it as news. */
  public Article withDetails(Details other) {
    return new Article(
        source, type, status, date, dated, tags, fields, other, manuscript, quarantined);
  }

  /** The same article held back for an error. */
  public Article quarantine() {
    return quarantined
        ? this
        : new Article(source, type, status, date, dated, tags, fields, details, manuscript, true);
  }

  /** A file of which nothing is known but that it has an error. */
  public static Article unread(SourceFile source) {
    return new Article(
            source,
            "post",
            PUBLISHED,
            Instant.EPOCH,
            false,
            List.of(),
            Map.of(),
            new Manuscript("", ""))
        .quarantine();
  }

  /** The digest of a file as {@link #sha1} gives it. */
  public static String sha1(byte[] file) {
    return Digests.sha1(file);
  }
}
