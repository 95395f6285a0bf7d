package org.newsbake.edition;

import java.util.Objects;
import org.newsbake.article.Article;

/**
 * An article that is not in an edition, and why.
 *
 * @param article the article
 * @param reason why it is not live
 */
public record Absence(Article article, Reason reason) {

  /** Why an article is not live. */
  public enum Reason {
    /** Its status is {@code draft}. */
    DRAFT,
    /** Its date has not come. */
    SCHEDULED,
    /** Its date has come, its embargo has not ended. */
    EMBARGOED,
    /** The right to publish it has ended. */
    EXPIRED,
    /** It is withdrawn. */
    KILLED,
    /** It has an error, and nothing else keeps it from being live. */
    QUARANTINED
  }

  public Absence {
    Objects.requireNonNull(article);
    Objects.requireNonNull(reason);
  }
}
