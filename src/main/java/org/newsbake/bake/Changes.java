package org.newsbake.bake;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Which files of a project may have changed since they were read.
 *
 * @param files the files and folders, absolute and without dots in their paths
 * @param all whether any other file may have changed, too
 */
public record Changes(Set<Path> files, boolean all) {

  /** Nobody knows what has changed. */
  public static final Changes ALL = new Changes(Set.of(), true);

  public Changes {
    files = Set.copyOf(files);
  }

  /** A change of these files alone. */
  public static Changes of(Set<Path> files) {
    return new Changes(files, false);
  }

  /** Both changes. */
  public Changes and(Changes others) {
    Set<Path> both = new HashSet<>(files);
    both.addAll(others.files);
    return new Changes(both, all || others.all);
  }

  boolean within(Path folder) {
    return all || files.stream().anyMatch(file -> file.startsWith(folder));
  }
}
