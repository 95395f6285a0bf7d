package org.newsbake.edition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stories that a reader of one may be interested in: the editor's choice, then those that share
 * most tags with it, the newest first, then the newest of its section, then the newest.
 *
 * <p>Immutable and thread-safe.
 */
public final class Related {

  /** How many stories of one tag are looked at: the newest. Keeps the cost of all lists linear. */
  private static final int MOST_OF_A_TAG = 40;

  private final Stories stories;
  private final int count;
  private final Map<Entry, Integer> position = new IdentityHashMap<>();
  private final Map<String, List<Entry>> byLanguage = new LinkedHashMap<>();
  private final Map<String, List<Entry>> byTag = new LinkedHashMap<>();

  public Related(Stories stories, int count) {
    this.stories = stories;
    this.count = count;
    for (Entry entry : stories.edition().ofType("post")) {
      if (entry.isPublished()) {
        position.put(entry, position.size());
        String language = stories.of(entry).language();
        byLanguage.computeIfAbsent(language, key -> new ArrayList<>()).add(entry);
        for (String tag : entry.article().tags()) {
          byTag.computeIfAbsent(language + " " + tag, key -> new ArrayList<>()).add(entry);
        }
      }
    }
  }

  /** At most so many stories, best first. */
  public List<Entry> of(Entry entry) {
    Set<Entry> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Entry> related = new ArrayList<>();
    chosen.add(entry);
    for (String pin : entry.article().details().related()) {
      stories.at(pin).filter(Entry::isPublished).ifPresent(it -> take(it, chosen, related));
    }
    String language = stories.of(entry).language();
    Map<Entry, Integer> shared = new IdentityHashMap<>();
    for (String tag : entry.article().tags()) {
      byTag.getOrDefault(language + " " + tag, List.of()).stream()
          .limit(MOST_OF_A_TAG)
          .forEach(other -> shared.merge(other, 1, Integer::sum));
    }
    shared.keySet().stream()
        .sorted(
            Comparator.comparing((Entry other) -> -shared.get(other)).thenComparing(position::get))
        .forEach(other -> take(other, chosen, related));
    if (related.size() < count) {
      List<Entry> newest = byLanguage.getOrDefault(language, List.of());
      Optional<String> section = entry.article().details().section();
      if (section.isPresent()) {
        newest.stream()
            .limit(MOST_OF_A_TAG)
            .filter(other -> other.article().details().section().equals(section))
            .forEach(other -> take(other, chosen, related));
      }
      newest.stream().limit(count + 1L + chosen.size()).forEach(it -> take(it, chosen, related));
    }
    return related;
  }

  private void take(Entry entry, Set<Entry> chosen, List<Entry> related) {
    if (related.size() < count && chosen.add(entry)) {
      related.add(entry);
    }
  }
}
