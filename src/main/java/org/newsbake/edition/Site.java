package org.newsbake.edition;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.newsbake.Problem;
import org.newsbake.article.Objection;

/**
 * A site: every path and the page that stands there.
 *
 * @param pages the pages by path
 * @param groups the stories by section, author and so on
 * @param newsroom who and what the site knows
 * @param objections paths that cannot be, and paths that two pages want
 */
public record Site(
    SortedMap<String, Page> pages, Groups groups, Newsroom newsroom, List<Objection> objections) {

  public Site {
    pages = Collections.unmodifiableSortedMap(pages);
    objections = List.copyOf(objections);
  }

  /** The objections with their lines, as the files are now. */
  public List<Problem> problems() {
    return Objection.located(objections);
  }
}
