package org.newsbake.article;

import java.time.Instant;
import java.util.Objects;

/**
 * The date of an article.
 *
 * @param shown the date that templates show and lists are ordered by
 * @param due the instant from which on the article is live. On a plain JBake site it is another one
 *     where the site's pattern reads a part of the value only
 */
public record ArticleDate(Instant shown, Instant due) {
  public ArticleDate {
    Objects.requireNonNull(shown);
    Objects.requireNonNull(due);
  }

  static ArticleDate of(Instant instant) {
    return new ArticleDate(instant, instant);
  }
}
