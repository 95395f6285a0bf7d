package org.newsbake.bake;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the next site has, and how it differs from the last one.
 *
 * @param changed the paths of the files that are staged, in the order in which they are moved where
 *     that is done one by one
 * @param removed the paths of the files to delete, in such an order, too
 * @param unchanged the files that stay, with what tells each from a copy of it, as {@link
 *     java.nio.file.attribute.BasicFileAttributes#fileKey} does, or {@link #NO_IDENTITY}
 * @param entries what is known of the changed and the unchanged files
 * @param last the manifest of the last site
 */
record NextSite(
    List<String> changed,
    List<String> removed,
    Map<String, Object> unchanged,
    Map<String, Manifest.Entry> entries,
    Manifest last) {

  /** Of a file that nothing tells from a copy. */
  static final Object NO_IDENTITY = "";

  /** The maps are not copied; they change no more. */
  NextSite {
    changed = List.copyOf(changed);
    removed = List.copyOf(removed);
    unchanged = Collections.unmodifiableMap(unchanged);
    entries = Collections.unmodifiableMap(entries);
  }

  /** Whether it is the last one. */
  boolean isLast() {
    return changed.isEmpty() && removed.isEmpty();
  }

  /** Whether most of its files are those of the last one. */
  boolean isMostlyLast() {
    return changed.size() + removed.size() <= unchanged.size();
  }

  /** All paths that had, or will have, other bytes. */
  List<String> touched() {
    return Stream.concat(changed.stream(), removed.stream()).toList();
  }

  /**
   * Its manifest.
   *
   * @param instant the time of the file system before anybody else can change a changed file
   */
  Manifest manifest(long instant) {
    Set<String> bare =
        Stream.concat(changed.stream(), unchanged.keySet().stream())
            .filter(path -> !entries.containsKey(path))
            .collect(Collectors.toSet());
    Map<String, Manifest.Entry> files = entries;
    if (!changed.isEmpty()) {
      files = new HashMap<>(entries);
      for (String path : changed) {
        files.computeIfPresent(path, (same, entry) -> entry.trustedAt(instant));
      }
    }
    return new Manifest(last.key(), files, bare);
  }
}
