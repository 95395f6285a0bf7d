package org.newsbake;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** The names that an author may have meant, for the advice of a {@link Problem}. */
public final class Choices {

  /** More than this many names are no help in a message. */
  private static final int MOST = 12;

  /** What is longer than this many characters is no name that was mistyped. */
  private static final int LONGEST = 300;

  private Choices() {}

  /**
   * The name that is nearest to what was written, letter case aside: one or two edits away, by the
   * length of what was written. Two letters that changed places are one edit.
   */
  public static Optional<String> nearest(String written, Collection<String> names) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    String lower = written.toLowerCase(Locale.ROOT);
    int most = Math.max(1, Math.min(2, written.length() / 3));
    DamerauLevenshteinDistance distance = new DamerauLevenshteinDistance(most);
    record Candidate(String name, int edits) {}
    return names.stream()
        // A letter more or less is an edit.
        .filter(name -> Math.abs(name.length() - lower.length()) <= most)
        .map(name -> new Candidate(name, distance.apply(lower, name.toLowerCase(Locale.ROOT))))
        .filter(candidate -> candidate.edits >= 0)
        .min(Comparator.comparingInt(Candidate::edits).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  /** "Did you mean post?" where a name is near, else "Choose one of: page, post." */
  public static String advice(String written, Collection<String> names) {
    Optional<String> nearest = nearest(written, names);
    if (nearest.isPresent()) {
      return "Did you mean \"" + nearest.get() + "\"?";
    }
    return "Choose one of: " + list(names) + ".";
  }

  /** The names in order, parted by commas, and not too many of them. */
  public static String list(Collection<String> names) {
    TreeSet<String> sorted = new TreeSet<>(names);
    String shown = String.join(", ", sorted.stream().limit(MOST).toList());
    return shown + (sorted.size() > MOST ? ", …" : "");
  }
}
