package org.newsbake.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Merges what an agency and an editor made of one text, paragraph by paragraph. */
final class Merge {

  private Merge() {}

  /** The text with the changes of both; nothing where both changed the same paragraph. */
  static Optional<String> of(String base, String ours, String theirs) {
    List<String> b = blocks(base);
    List<String> o = blocks(ours);
    List<String> t = blocks(theirs);
    int[] inOurs = matches(b, o);
    int[] inTheirs = matches(b, t);
    List<String> merged = new ArrayList<>();
    int atOurs = 0;
    int atTheirs = 0;
    int at = 0;
    while (at <= b.size()) {
      // The next paragraph that all three share ends a part in which at least one differs.
      int next = at;
      while (next < b.size() && (inOurs[next] < 0 || inTheirs[next] < 0)) {
        next++;
      }
      int endOurs = next < b.size() ? inOurs[next] : o.size();
      int endTheirs = next < b.size() ? inTheirs[next] : t.size();
      List<String> partBase = b.subList(at, next);
      List<String> partOurs = o.subList(atOurs, endOurs);
      List<String> partTheirs = t.subList(atTheirs, endTheirs);
      if (partOurs.equals(partBase)) {
        merged.addAll(partTheirs);
      } else if (partTheirs.equals(partBase) || partOurs.equals(partTheirs)) {
        merged.addAll(partOurs);
      } else {
        return Optional.empty();
      }
      if (next < b.size()) {
        merged.add(b.get(next));
      }
      atOurs = endOurs + 1;
      atTheirs = endTheirs + 1;
      at = next + 1;
    }
    return Optional.of(String.join("\n\n", merged));
  }

  private static List<String> blocks(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\n(?:[ \t]*\n)+"));
  }

  /** For each paragraph of one text, its place in the other: a longest common row, or -1. */
  private static int[] matches(List<String> one, List<String> other) {
    int[][] length = new int[one.size() + 1][other.size() + 1];
    for (int i = one.size() - 1; i >= 0; i--) {
      for (int j = other.size() - 1; j >= 0; j--) {
        length[i][j] =
            one.get(i).equals(other.get(j))
                ? length[i + 1][j + 1] + 1
                : Math.max(length[i + 1][j], length[i][j + 1]);
      }
    }
    int[] places = new int[one.size()];
    int j = 0;
    for (int i = 0; i < one.size(); i++) {
      places[i] = -1;
      while (j < other.size()
          && !one.get(i).equals(other.get(j))
          && length[i][j + 1] >= length[i][j]) {
        j++;
      }
      if (j < other.size() && one.get(i).equals(other.get(j))) {
        places[i] = j++;
      }
    }
    return places;
  }
}
