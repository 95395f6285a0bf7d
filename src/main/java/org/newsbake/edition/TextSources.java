package org.newsbake.edition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
 */
public record TextSources(boolean given, Map<String, Boolean> byKey, Map<String, String> byName)
    implements Predicate<String> {

  public TextSources {
    byKey = Map.copyOf(byKey);
    byName = Map.copyOf(byName);
  }

  /** The sources of these data files. */
  public static TextSources of(List<DataFile> data) {
    Map<String, Boolean> byKey = new TreeMap<>();
    Map<String, String> byName = new TreeMap<>();
    for (Entity source : new Newsroom(data).sources()) {
      byKey.put(source.key(), Newsroom.trust(source) == Newsroom.Trust.TEXT);
      byName.putIfAbsent(source.name().toLowerCase(Locale.ROOT), source.key());
    }
    return new TextSources(!byKey.isEmpty(), byKey, byName);
  }

  /** Whether the articles of a source, as they name it, give text alone. */
  @Override
  public boolean test(String written) {
    if (!given) {
      return false;
    }
    String key =
        byKey.containsKey(written) ? written : byName.get(written.toLowerCase(Locale.ROOT));
    return key == null || byKey.get(key);
  }
}
