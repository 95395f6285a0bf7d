package org.newsbake.bake;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbake.Problem;

/**
 * What a build did.
 *
 * @param output the folder that the site was to be written to, once it is known
 * @param contentFiles how many content files were found: each is a page, not live or a problem
 * @param pages how many articles have a page
 * @param absent how many articles are not live, by reason in lower case
 * @param held the content files of the stories that are held back for errors, in order
 * @param rendered how many pages were rendered, lists and tag pages among them
 * @param made how many pages and files were made; the others are known to be as they were
 * @param assets how many files were copied or were there already
 * @param written what was written, or nothing where the site stayed as it was
 * @param withdrawn what was taken out of the last site although nothing else was written
 * @param problems all that is wrong, in order
 * @param failed whether the site has errors, or warnings where those count
 * @param tolerated whether the site was written, stories alone were held back, and the site asks
 *     that this be no failure
 * @param milliseconds the wall time of each stage
 * @param cache what the cache was good for, line by line; nothing where it was not asked
 */
public record Report(
    Optional<Path> output,
    int contentFiles,
    int pages,
    Map<String, Integer> absent,
    List<String> held,
    int rendered,
    int made,
    int assets,
    Optional<Written> written,
    Optional<Withdrawn> withdrawn,
    List<Problem> problems,
    boolean failed,
    boolean tolerated,
    Map<String, Long> milliseconds,
    List<String> cache) {

  /**
   * What changed in the output folder.
   *
   * @param files how many files were written
   * @param unchanged how many had the right bytes already and were not touched
   * @param removed how many pages of former articles were deleted
   * @param foreign how many files stand there that Newsbake did not write
   */
  public record Written(int files, int unchanged, int removed, int foreign) {}

  /**
   * What was taken out of the last site although the build stopped.
   *
   * @param stories the content files of the withdrawn stories, in order
   * @param pages the state of each page that changed: {@code rendered}, {@code withdrawn}, {@code
   *     cut} or {@code removed}
   */
  public record Withdrawn(List<String> stories, Map<String, String> pages) {
    public Withdrawn {
      stories = List.copyOf(stories);
      pages = Collections.unmodifiableMap(new java.util.TreeMap<>(pages));
    }
  }

  public Report {
    absent = Collections.unmodifiableMap(absent);
    held = List.copyOf(held);
    problems = List.copyOf(problems);
    cache = List.copyOf(cache);
    milliseconds = Collections.unmodifiableMap(milliseconds);
  }

  /** The same of a build that took other times. */
  Report taking(Map<String, Long> other) {
    return new Report(
        output,
        contentFiles,
        pages,
        absent,
        held,
        rendered,
        made,
        assets,
        written,
        withdrawn,
        problems,
        failed,
        tolerated,
        other,
        cache);
  }

  public long errors() {
    return problems.stream().filter(Problem::isError).count();
  }

  public long warnings() {
    return problems.size() - errors();
  }
}
