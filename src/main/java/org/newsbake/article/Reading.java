package org.newsbake.article;

import java.util.List;
import java.util.Optional;
import org.newsbake.Problem;

/**
 * What became of one file.
 *
 * @param article the article, or nothing where the file gives none; there is a problem then. One
 *     with an error is quarantined, and says as much as could be read
 * @param words what the article says
 * @param problems all that is wrong with the file
 */
public record Reading(Optional<Article> article, Words words, List<Problem> problems) {

  public Reading {
    problems = List.copyOf(problems);
    if (article.isEmpty() && problems.isEmpty()) {
      throw new IllegalArgumentException("a file that gives no article has a problem");
    }
  }

  /** What became of a file that gives an article: one with an error is quarantined. */
  public static Reading of(Article article, Words words, List<Problem> problems) {
    return problems.stream().anyMatch(Problem::isError)
        ? quarantined(article, words, problems)
        : new Reading(Optional.of(article), words, problems);
  }

  /** A file that gives no article. */
  public static Reading none(List<Problem> problems) {
    return new Reading(Optional.empty(), Words.NONE, problems);
  }

  /** An article with errors, of which this much could be read. */
  public static Reading quarantined(Article article, Words words, List<Problem> problems) {
    return new Reading(Optional.of(article.quarantine()), words, problems);
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
