package org.newsbake.article;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an article says of itself as news, beyond the keys that JBake knows. Everything may be
 * missing.
 *
 * @param slug the last part of its address, instead of the name of its file
 * @param permalink its whole address below the site's root, instead of what the site's pattern says
 * @param updated when it was last changed in substance
 * @param section the key of its section
 * @param authors the keys or names of its authors, in order
 * @param dateline the place that it was written in
 * @param summary one or two sentences of plain text
 * @param source the key of the agency that produced it
 * @param sourceUrl its address at the agency
 * @param guid what identifies it at its source, whatever its version
 * @param version its version at its source
 * @param language its language as a BCP 47 tag
 * @param image its lead picture
 * @param related the content paths of the articles that the editor wants beside it
 * @param relatedExclude the content paths of the articles that the editor does not want beside it
 * @param corrections what was corrected, in the order of the header
 * @param aliases former addresses that lead to it
 * @param embargo when it may be published at the earliest
 * @param expires when the right to publish it ends
 * @param killed from when on it is withdrawn; {@link Instant#MIN} for always
 * @param due the instant from which on its date lets it be live, where that is not the date that is
 *     shown
 * @param edited whether it was imported and its text is another than the agency's
 * @param picturesExpire when the right to show any of its pictures ends
 */
public record Details(
    Optional<String> slug,
    Optional<String> permalink,
    Optional<Instant> updated,
    Optional<String> section,
    List<String> authors,
    Optional<String> dateline,
    Optional<String> summary,
    Optional<String> source,
    Optional<String> sourceUrl,
    Optional<String> guid,
    Optional<String> version,
    Optional<String> language,
    Optional<Image> image,
    List<String> related,
    List<String> relatedExclude,
    List<Correction> corrections,
    List<String> aliases,
    Optional<Instant> embargo,
    Optional<Instant> expires,
    Optional<Instant> killed,
    Optional<Instant> due,
    boolean edited,
    Optional<Instant> picturesExpire) {

  /** An article that says nothing of the kind. */
  public static final Details NONE =
      new Details(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** What an article says that was not edited after an import. */
  public Details(
      Optional<String> slug,
      Optional<String> permalink,
      Optional<Instant> updated,
      Optional<String> section,
      List<String> authors,
      Optional<String> dateline,
      Optional<String> summary,
      Optional<String> source,
      Optional<String> sourceUrl,
      Optional<String> guid,
      Optional<String> version,
      Optional<String> language,
      Optional<Image> image,
      List<String> related,
      List<String> relatedExclude,
      List<Correction> corrections,
      List<String> aliases,
      Optional<Instant> embargo,
      Optional<Instant> expires,
      Optional<Instant> killed,
      Optional<Instant> due) {
    this(
        slug,
        permalink,
        updated,
        section,
        authors,
        dateline,
        summary,
        source,
        sourceUrl,
        guid,
        version,
        language,
        image,
        related,
        relatedExclude,
        corrections,
        aliases,
        embargo,
        expires,
        killed,
        due,
        false,
        Optional.empty());
  }

  public Details {
    authors = List.copyOf(authors);
    related = List.copyOf(related);
    relatedExclude = List.copyOf(relatedExclude);
    corrections = List.copyOf(corrections);
    aliases = List.copyOf(aliases);
  }

  /** The same with other instants between which the article may be live. */
  Details withTimes(
      Optional<Instant> embargo, Optional<Instant> expires, Optional<Instant> killed) {
    return with(image, embargo, expires, killed, due, picturesExpire);
  }

  /** The same with other ends of the rights to publish it and to show its pictures. */
  public Details withExpiry(Optional<Instant> article, Optional<Instant> pictures) {
    return with(image, embargo, article, killed, due, pictures);
  }

  /** The same without its lead picture. */
  public Details withoutImage() {
    return with(Optional.empty(), embargo, expires, killed, due, picturesExpire);
  }

  /** The same with the date that decides when the article is live. */
  Details withDue(ArticleDate date) {
    return date.due().equals(date.shown())
        ? this
        : with(image, embargo, expires, killed, Optional.of(date.due()), picturesExpire);
  }

  private Details with(
      Optional<Image> image,
      Optional<Instant> embargo,
      Optional<Instant> expires,
      Optional<Instant> killed,
      Optional<Instant> due,
      Optional<Instant> picturesExpire) {
    return new Details(
        slug,
        permalink,
        updated,
        section,
        authors,
        dateline,
        summary,
        source,
        sourceUrl,
        guid,
        version,
        language,
        image,
        related,
        relatedExclude,
        corrections,
        aliases,
        embargo,
        expires,
        killed,
        due,
        edited,
        picturesExpire);
  }

  /**
   * A picture as the header names it.
   *
   * @param src its file, below the article's folder or the site's root, or an address
   * @param alt what is to be seen, for those who do not see it
   * @param caption the caption, instead of the picture's own
   * @param credit the credit line, instead of the picture's own, such as {@code Name/Agency/Pool}
   * @param source where the picture comes from, instead of what the picture says itself
   * @param expires when the right to show it ends
   */
  public record Image(
      String src,
      Optional<String> alt,
      Optional<String> caption,
      Optional<String> credit,
      Optional<String> source,
      Optional<Instant> expires) {
    public Image {
      if (src.isBlank()) {
        throw new IllegalArgumentException("a picture has a file");
      }
    }
  }

  /** What was corrected, and when. */
  public record Correction(Instant date, String text) {
    public Correction {
      Objects.requireNonNull(date);
      Objects.requireNonNull(text);
    }
  }
}
