package org.newsbake.article;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How the files of a project are to be read.
 *
 * @param charset the encoding of the files
 * @param headerSeparator the line that ends a header of {@code key=value} lines
 * @param dateFormat the {@link java.text.SimpleDateFormat} pattern of dates in such a header
 * @param zone the zone of dates that name none
 * @param locale the language of month and day names in dates
 * @param types the document types that the site knows
 * @param defaultType the type of files that name none, or {@code ""}
 * @param defaultStatus the status of files that name none, or {@code ""}
 * @param sanitizeTags whether spaces in tags become hyphens
 * @param markdownExtensions names of flexmark's pegdown extensions, each with an optional {@code +}
 *     or {@code -} before it
 * @param news whether the site is more than JBake knows, and so lets nothing out whose status it
 *     does not know
 * @param newsroom whether the site is a newsroom, in which doubt is never publication
 * @param ownKeys whether the site's templates use a key of headers, which then is no slip of the
 *     pen
 */
public record ArticleOptions(
    Charset charset,
    String headerSeparator,
    String dateFormat,
    ZoneId zone,
    Locale locale,
    Set<String> types,
    String defaultType,
    String defaultStatus,
    boolean sanitizeTags,
    List<String> markdownExtensions,
    boolean news,
    boolean newsroom,
    Predicate<String> ownKeys) {

  public ArticleOptions {
    types = Set.copyOf(types);
    markdownExtensions = List.copyOf(markdownExtensions);
  }

  /** The same with another view of which keys the templates use. */
  public ArticleOptions withOwnKeys(Predicate<String> other) {
    return new ArticleOptions(
        charset,
        headerSeparator,
        dateFormat,
        zone,
        locale,
        types,
        defaultType,
        defaultStatus,
        sanitizeTags,
        markdownExtensions,
        news,
        newsroom,
        other);
  }
}
