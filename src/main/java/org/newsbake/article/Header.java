package org.newsbake.article;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbake.Problem;

/**
 * What the head of a file says.
 *
 * @param present whether the file has a header that holds
 * @param fields its keys but for the four that have a meaning of their own
 * @param type its type, or {@code ""}
 * @param status its status, or {@code ""}
 * @param date its date, if it gives one that is a date
 * @param tags its tags as they were written, or nothing where it has no such key
 * @param body what stands below it
 * @param problems what is wrong with it
 */
record Header(
    boolean present,
    Map<String, Object> fields,
    String type,
    String status,
    Optional<Instant> date,
    Optional<List<String>> tags,
    String body,
    List<Problem> problems) {

  /** A file without a header that holds. */
  static Header absent(String body, List<Problem> problems) {
    return new Header(false, Map.of(), "", "", Optional.empty(), Optional.empty(), body, problems);
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
