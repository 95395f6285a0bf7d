package org.newsbake.edition;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.newsbake.Problem;

/**
 * A site: every path and the page that stands there.
 *
 * @param pages the pages by path
 * @param groups the stories by section, author and so on
 * @param newsroom who and what the site knows
 * @param problems paths that cannot be, and paths that two pages want
 */
public record Site(
    SortedMap<String, Page> pages, Groups groups, Newsroom newsroom, List<Problem> problems) {

  public Site {
    pages = Collections.unmodifiableSortedMap(pages);
    problems = List.copyOf(problems);
  }
}
