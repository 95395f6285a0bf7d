package org.newsbake.edition;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.newsbake.article.DataFile;

/**
 * The tags of what an edition publishes, in the order in which templates of JBake sites see them.
 * Thread-safe.
 */
public final class Tags {

  private final Edition edition;
  private final Map<List<String>, Set<String>> byTypes = new HashMap<>();

  Tags(Edition edition) {
    this.edition = edition;
  }

  /**
   * The tags of some types, found when they are first asked for.
   *
   * @param dataType the type of the data files
   */
  public synchronized Set<String> of(List<String> types, String dataType) {
    return byTypes.computeIfAbsent(types, key -> find(types, dataType));
  }

  /**
   * The order of a hash set of strings is the same on every machine, and it is the one that JBake
   * gives. Tags of one bucket stand in the order of the files.
   */
  private Set<String> find(List<String> types, String dataType) {
    Set<String> tags = new HashSet<>();
    for (String type : types) {
      Map<String, Place> first = new HashMap<>();
      for (Entry entry : edition.published(type)) {
        note(first, entry.article().source().path(), entry.article().tags());
      }
      if (type.equals(dataType)) {
        edition.data().stream()
            .filter(DataFile::isPublished)
            .forEach(file -> note(first, file.source().path(), file.tags()));
      }
      first.entrySet().stream()
          .sorted(Map.Entry.comparingByValue())
          .forEach(tag -> tags.add(tag.getKey()));
    }
    return tags;
  }

  private static void note(Map<String, Place> first, String path, List<String> tags) {
    for (int i = 0; i < tags.size(); i++) {
      Place place = first.get(tags.get(i));
      if (place == null || isBefore(path, place.path)) {
        first.put(tags.get(i), new Place(path, i));
      }
    }
  }

  /**
   * Where a tag stands.
   *
   * @param path the path of its file
   * @param position its position among the tags of the file
   */
  private record Place(String path, int position) implements Comparable<Place> {

    @Override
    public int compareTo(Place other) {
      return Comparator.comparing(Place::fileOrder)
          .thenComparing(Place::position)
          .compare(this, other);
    }

    /** Sorts as JBake finds the files: a folder before files that begin with its name. */
    private String fileOrder() {
      return path.replace('/', '\0');
    }
  }

  /** Whether one file is found before another. */
  private static boolean isBefore(String path, String other) {
    int end = Math.min(path.length(), other.length());
    for (int i = 0; i < end; i++) {
      char c = path.charAt(i);
      char d = other.charAt(i);
      if (c != d) {
        return (c == '/' ? '\0' : c) < (d == '/' ? '\0' : d);
      }
    }
    return path.length() < other.length();
  }
}
