package org.newsbake.article;

import java.util.List;
import java.util.Optional;
import org.newsbake.Problem;

/**
 * What became of one file.
 *
 * @param article the article, or nothing where the file gives none; there is a problem then. One
 *     with an error is quarantined, and says as much as could be read
 * @param problems all that is wrong with the file
 */
public record Reading(Optional<Article> article, List<Problem> problems) {

  public Reading {
    problems = List.copyOf(problems);
    if (article.isEmpty() && problems.isEmpty()) {
      throw new IllegalArgumentException("a file that gives no article has a problem");
    }
  }

  /** A file that gives no article. */
  public static Reading none(List<Problem> problems) {
    return new Reading(Optional.empty(), problems);
  }

  /** An article with errors, of which this much could be read. */
  public static Reading quarantined(Article article, List<Problem> problems) {
    return new Reading(Optional.of(article.quarantine()), problems);
  }

  /** Whether the file gives an article without an error. */
  public boolean isSound() {
    return article.isPresent() && !article.get().quarantined();
  }

  /** A file that gives no article, for one reason. */
  public static Reading none(Problem problem) {
    return none(List.of(problem));
  }
}
