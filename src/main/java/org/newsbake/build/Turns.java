package org.newsbake.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.newsbake.article.Article;
import org.newsbake.article.Details;

/** The instants at which an article changes the site by itself. */
final class Turns {

  private Turns() {}

  static List<Instant> of(Article article) {
    Details details = article.details();
    List<Instant> turns = new ArrayList<>();
    if (article.dated()) {
      turns.add(article.date());
    }
    details.embargo().ifPresent(turns::add);
    details.expires().ifPresent(turns::add);
    details.killed().ifPresent(turns::add);
    details.corrections().forEach(correction -> turns.add(correction.date()));
    return turns;
  }

  /** Whether an article turns after one instant and not after another. */
  static boolean between(Article article, Instant after, Instant until) {
    return of(article).stream().anyMatch(turn -> turn.isAfter(after) && !turn.isAfter(until));
  }
}
