package org.newsbake.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/**
 * A problem that a plan finds, without the line in a text, which may move while the plan stays. A
 * value. {@link #located} finds the lines for a report.
 *
 * @param problem the problem, with its file alone
 * @param place where its line is to be found
 */
public record Objection(Problem problem, Place place) {

  /** A place in a file. */
  public sealed interface Place {

    /** The one that the problem names. */
    record Known() implements Place {}

    /** A word behind the last one that was found so in the same file. */
    record Next(SourceFile file, String word) implements Place {}

    /** A word at or below a key. */
    record Value(SourceFile file, String key, String word) implements Place {}
  }

  public Objection {
    Objects.requireNonNull(problem);
    Objects.requireNonNull(place);
  }

  /** A problem whose place does not move. */
  public static Objection of(Problem problem) {
    return new Objection(problem, new Place.Known());
  }

  /** A problem with a word that is sought behind the last one of the same file. */
  public static Objection atNext(
      SourceFile file, String word, Severity severity, String code, String found, String advice) {
    return new Objection(bare(file, severity, code, found, advice), new Place.Next(file, word));
  }

  /** A problem with a value of a header. */
  public static Objection atValue(
      SourceFile file,
      String key,
      String word,
      Severity severity,
      String code,
      String found,
      String advice) {
    return new Objection(
        bare(file, severity, code, found, advice), new Place.Value(file, key, word));
  }

  private static Problem bare(
      SourceFile file, Severity severity, String code, String found, String advice) {
    return new Problem(severity, code, SourceLocation.of(file.name()), found, advice, "");
  }

  /** The problems with their lines in the files as they are now; each file is read once. */
  public static List<Problem> located(Iterable<Objection> objections) {
    Map<SourceFile, FilePlaces> files = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Objection objection : objections) {
      problems.add(objection.located(files));
    }
    return problems;
  }

  private Problem located(Map<SourceFile, FilePlaces> files) {
    if (place instanceof Place.Next next) {
      return at(files.computeIfAbsent(next.file(), FilePlaces::new).next(next.word()));
    }
    return place instanceof Place.Value value
        ? at(files.computeIfAbsent(value.file(), FilePlaces::new).of(value.key(), value.word()))
        : problem;
  }

  private Problem at(HeaderPlace found) {
    return found.problem(problem.severity(), problem.code(), problem.found(), problem.advice());
  }
}
