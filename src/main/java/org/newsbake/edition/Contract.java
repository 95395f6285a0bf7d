package org.newsbake.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The clauses that contracts with agencies have and that Newsbake does not enforce. An editor who
 * writes one believes that it holds, so it is told whatever its spelling: letter case, hyphens and
 * underscores do not count.
 */
final class Contract {

  /** What a clause is about, and what to do as it is not enforced. */
  private enum Matter {
    TIME("Write expires: or embargo: into each story of this source as the contract says, and"),
    PICTURES("Take the pictures that the contract forbids out of the stories, and"),
    USE("Do not import the stories that the contract forbids, and");

    private final String instead;

    Matter(String instead) {
      this.instead = instead;
    }
  }

  /** Keys that Newsbake enforces: a slip in one of them is a clause that does not hold. */
  static final List<String> ENFORCED =
      List.of("notice", "notices", "notice_edited", "canonical", "feed", "trust", "wire_words");

  private static final Map<String, Matter> CLAUSES = clauses();

  /** Words that make a clause together with others, and alone where their value is no text. */
  private static final Map<String, Matter> WEAK = weak();

  private static final Set<String> FILLERS =
      words(
          "no not non without only all any allow allowed allows max maximum min minimum most least"
              + " after before per in of to for the may can must number count story stories article"
              + " articles text copy content feed feeds rss search index from since start end date"
              + " at on by and or agency source use uses used up");

  /** Words that differ by a letter from one of a clause and mean something else. */
  private static final Set<String> OTHERS =
      words("contact contacts county editor editors motto sports port ports page pages");

  private static final Pattern PARTS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})");

  private Contract() {}

  /**
   * What to do where an entry has this key.
   *
   * @return nothing where the key is no clause of a contract
   */
  static Optional<String> instead(String key, Object value) {
    Optional<String> own =
        SourceContract.CLAUSES.stream()
            .filter(it -> it.equals(plain(key)) && slip(key).isEmpty())
            .findFirst();
    if (own.isPresent()) {
      return own.map(it -> "Write it below contract: contract: {" + it + ": …}.");
    }
    return matter(key, value).map(matter -> matter.instead + " delete the clause.");
  }

  /** The enforced clause that a key is a slip of. */
  static Optional<String> slip(String key) {
    String plain = plain(key);
    return ENFORCED.stream()
        .filter(own -> !own.equals(key))
        .filter(own -> plain.equals(plain(own)) || isOneEdit(plain, plain(own)))
        .findFirst();
  }

  private static Optional<Matter> matter(String key, Object value) {
    String plain = plain(key);
    if (WEAK.containsKey(plain)) {
      return Optional.of(WEAK.get(plain)).filter(it -> !(value instanceof String));
    }
    List<String> parts = new ArrayList<>();
    for (String part : PARTS.split(key)) {
      String word = part.toLowerCase(Locale.ROOT);
      if (!word.isEmpty() && !word.chars().allMatch(Character::isDigit)) {
        parts.addAll(split(word).orElseGet(() -> List.of(near(word))));
      }
    }
    // Upper case alone does not part words.
    Optional<Matter> matter = matter(parts);
    return matter.isPresent() ? matter : split(plain).flatMap(Contract::matter);
  }

  private static Optional<Matter> matter(List<String> words) {
    if (!words.stream().allMatch(Contract::isWord)) {
      return Optional.empty();
    }
    return words.stream()
        .filter(CLAUSES::containsKey)
        .map(CLAUSES::get)
        .findFirst()
        .or(() -> words.stream().filter(WEAK::containsKey).map(WEAK::get).findFirst());
  }

  private static boolean isWord(String word) {
    return CLAUSES.containsKey(word) || WEAK.containsKey(word) || FILLERS.contains(word);
  }

  /** A word that is made of words of clauses, in these. */
  private static Optional<List<String>> split(String text) {
    List<List<String>> ways = new ArrayList<>();
    ways.add(List.of());
    for (int end = 1; end <= text.length(); end++) {
      List<String> way = null;
      for (int begin = 0; begin < end && way == null; begin++) {
        String word = text.substring(begin, end);
        if (ways.get(begin) != null && isWord(word)) {
          way = new ArrayList<>(ways.get(begin));
          way.add(word);
        }
      }
      ways.add(way);
    }
    return Optional.ofNullable(ways.get(text.length()));
  }

  /** The word of a clause that differs by one slip, else the word itself. */
  private static String near(String word) {
    if (word.length() < 5 || OTHERS.contains(word)) {
      return word;
    }
    return CLAUSES.keySet().stream()
        .filter(it -> it.length() > 4 && isOneEdit(word, it))
        .sorted()
        .findFirst()
        .orElse(word);
  }

  /** Whether one letter more, less or other, or two that changed places, make one of the other. */
  private static boolean isOneEdit(String a, String b) {
    int begin = 0;
    while (begin < Math.min(a.length(), b.length()) && a.charAt(begin) == b.charAt(begin)) {
      begin++;
    }
    String restA = a.substring(begin);
    String restB = b.substring(begin);
    if (restA.length() == restB.length()) {
      return restA.length() > 0
          && (restA.substring(1).equals(restB.substring(1))
              || restA.length() > 1
                  && restA.charAt(0) == restB.charAt(1)
                  && restA.charAt(1) == restB.charAt(0)
                  && restA.substring(2).equals(restB.substring(2)));
    }
    return restA.length() == restB.length() + 1 && restA.substring(1).equals(restB)
        || restB.length() == restA.length() + 1 && restB.substring(1).equals(restA);
  }

  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static Map<String, Matter> clauses() {
    Map<String, Matter> clauses = new HashMap<>();
    words(
            "day days hour hours week weeks month months year years until till expire expires"
                + " expired expiry expiration embargo embargoed embargoes archive archives archived"
                + " archiving archival noarchive retention deadline delay period duration withdraw"
                + " takedown remove removal delete deletion validity")
        .forEach(word -> clauses.put(word, Matter.TIME));
    words("media pictures images photos photographs videos graphics noimages nophotos")
        .forEach(word -> clauses.put(word, Matter.PICTURES));
    words(
            "import imports contract contracts edit edits editing edited editable change changes"
                + " changing modify modification adapt translate translation translations territory"
                + " territories territorial countries regions geo resale resell resold sale sales"
                + " sublicense sublicensing syndicate syndication redistribute redistribution"
                + " distribution distribute republish republishing reprint reuse exclusive"
                + " exclusivity noncommercial commercial paywall quota limit limits term terms"
                + " usage rights right license licence licenses licences licensed licensing"
                + " restriction restrictions restrict restricted condition conditions agreement"
                + " permission permissions permitted prohibited forbidden forbid training crop"
                + " cropping clause clauses policy")
        .forEach(word -> clauses.put(word, Matter.USE));
    return Map.copyOf(clauses);
  }

  private static Map<String, Matter> weak() {
    Map<String, Matter> weak = new HashMap<>();
    words("image photo picture photograph video graphic audio")
        .forEach(word -> weak.put(word, Matter.PICTURES));
    words("country region market web print online app apps mobile social premium subscribers ai")
        .forEach(word -> weak.put(word, Matter.USE));
    return Map.copyOf(weak);
  }

  private static Set<String> words(String line) {
    return Set.of(line.split(" "));
  }
}
