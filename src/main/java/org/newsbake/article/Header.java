package org.newsbake.article;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
 * @param places where its keys stand
 */
record Header(
    boolean present,
    Map<String, Object> fields,
    String type,
    String status,
    Optional<ArticleDate> date,
    Optional<List<String>> tags,
    String body,
    List<Problem> problems,
    Places places) {

  /** Where what a header says stands: indexes into the text of the file. */
  interface Places {
    /** Where a key begins. */
    OptionalInt ofKey(String key);

    /**
     * Where a value begins, or the nearest one around it that there is.
     *
     * @param path a key, and behind it keys and positions, from 0, in the maps and lists below it
     */
    OptionalInt ofValue(List<?> path);

    /** How a value was written that became a number or a truth value on its way here. */
    default Optional<String> written(List<?> path) {
      return Optional.empty();
    }
  }

  /** The places of a header that has none. */
  static final Places NOWHERE =
      new Places() {
        @Override
        public OptionalInt ofKey(String key) {
          return OptionalInt.empty();
        }

        @Override
        public OptionalInt ofValue(List<?> path) {
          return OptionalInt.empty();
        }
      };

  /** A file without a header that holds. */
  static Header absent(String body, List<Problem> problems) {
    return new Header(
        false, Map.of(), "", "", Optional.empty(), Optional.empty(), body, problems, NOWHERE);
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }
}
