package org.newsbake.edition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.newsbake.article.DataFile;

/**
 * The sources whose articles give text alone: all of a site that names its sources, but those with
 * {@code trust: full}. One that the site does not name is trusted least of all. Two that decide
 * alike are equal.
 *
 * @param given whether the site names its sources
 * @param byKey whether a source gives text alone, by its key
 * @param byName the keys of the sources by their names in small letters
 * @param strict the keys of the sources with {@code wire_words: error}
 */
public record TextSources(
    boolean given, Map<String, Boolean> byKey, Map<String, String> byName, Set<String> strict)
    implements Predicate<String> {

  public TextSources {
    byKey = Map.copyOf(byKey);
    byName = Map.copyOf(byName);
    strict = Set.copyOf(strict);
  }

  /**
   * The sources of these data files.
   *
   * @param newsroom whether the site is a newsroom, where a source without an entry is unknown
   */
  public static TextSources of(List<DataFile> data, boolean newsroom) {
    Map<String, Boolean> byKey = new TreeMap<>();
    Map<String, String> byName = new TreeMap<>();
    Set<String> strict = new TreeSet<>();
    for (Entity source : new Newsroom(data, newsroom, key -> false).sources()) {
      byKey.put(source.key(), Newsroom.trust(source) == Newsroom.Trust.TEXT);
      if (Newsroom.isStrict(source)) {
        strict.add(source.key());
      }
      byName.putIfAbsent(source.name().toLowerCase(Locale.ROOT), source.key());
    }
    return new TextSources(newsroom || !byKey.isEmpty(), byKey, byName, strict);
  }

  /** Whether the articles of a source, as they name it, give text alone. */
  @Override
  public boolean test(String written) {
    if (!given) {
      return false;
    }
    String key = key(written);
    return key == null || byKey.get(key);
  }

  /** Whether words for editors in an article of a source, as it names it, are an error. */
  public boolean isStrict(String written) {
    String key = key(written);
    return key != null && strict.contains(key);
  }

  private String key(String written) {
    return byKey.containsKey(written) ? written : byName.get(written.toLowerCase(Locale.ROOT));
  }
}
