package org.newsbake.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsbake.Problem;
import org.newsbake.wire.Receipt;

/**
 * What an import did.
 *
 * @param lines a line for each item, and for each file that gave none
 * @param problems what is wrong with files
 * @param after the command that the source wants run then; nothing where nothing changed
 */
public record ImportReport(List<Line> lines, List<Problem> problems, Optional<String> after) {

  /** An import that changed nothing. */
  ImportReport(List<Line> lines, List<Problem> problems) {
    this(lines, problems, Optional.empty());
  }

  public ImportReport {
    lines = List.copyOf(lines);
    problems = Problem.inOrder(problems);
  }

  /** What became of an item. */
  public enum Outcome {
    CREATED,
    REPLACED,
    UNCHANGED,
    OLDER,
    HELD,
    KILLED,
    REFUSED,
    MATERIAL,
    MERGE,
    FAILED
  }

  /**
   * One item.
   *
   * @param name the file that it came in
   * @param guid what its versions share
   * @param article its article below the content folder
   * @param why why, or what is to be looked at; terms of use word for word
   * @param person whether a person is needed
   * @param remarks what was left out or not understood
   */
  public record Line(
      Outcome outcome,
      String name,
      String guid,
      Optional<String> article,
      List<String> why,
      boolean person,
      List<String> remarks) {
    public Line {
      why = List.copyOf(why);
      remarks = List.copyOf(remarks);
    }

    /** A line without remarks. */
    Line(
        Outcome outcome,
        String name,
        String guid,
        Optional<String> article,
        List<String> why,
        boolean person) {
      this(outcome, name, guid, article, why, person, List.of());
    }

    Line withRemarks(List<String> others) {
      return new Line(outcome, name, guid, article, why, person, others);
    }

    /** The line for people. */
    @Override
    public String toString() {
      return outcome.name().toLowerCase(Locale.ROOT)
          + ": "
          + Problem.printable(article.map(it -> "content/" + it).orElse(name))
          + (article.isPresent() && !name.isEmpty() ? " (" + Problem.printable(name) + ")" : "")
          + Stream.concat(why.stream(), remarks.stream().map(it -> "remark: " + it))
              .map(it -> "\n  " + Problem.printable(it))
              .collect(Collectors.joining());
    }

    /** The line as JSON. */
    public String json() {
      Map<String, String> values = new java.util.LinkedHashMap<>();
      values.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
      values.put("file", name);
      values.put("guid", guid);
      article.ifPresent(it -> values.put("article", "content/" + it));
      if (!why.isEmpty()) {
        values.put("why", String.join("\n", why));
      }
      if (!remarks.isEmpty()) {
        values.put("remarks", String.join("\n", remarks));
      }
      values.put("person", String.valueOf(person));
      return Receipt.line(values);
    }
  }

  /** Whether a person is needed. */
  public boolean needsPerson() {
    return lines.stream().anyMatch(Line::person) || problems.stream().anyMatch(Problem::isError);
  }

  /** How many items became what: the numbers add up to the lines. */
  public Map<Outcome, Long> counts() {
    return lines.stream()
        .collect(Collectors.groupingBy(Line::outcome, TreeMap::new, Collectors.counting()));
  }
}
