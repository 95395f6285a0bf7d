package org.newsbake.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the file of a picture beside its wire file. Names are data: none leads out of the folder.
 */
final class Beside {

  private final List<String> names;

  Beside(WireFile file) {
    names = file.beside();
  }

  /**
   * What a picture's references lead to.
   *
   * @param there whether it is a file beside
   */
  record Found(Optional<String> ref, boolean there, Optional<String> remark) {}

  /** The first of some references that leads somewhere. */
  Found find(List<String> references) {
    for (String reference : references) {
      Optional<String> file = file(reference);
      if (file.isPresent()) {
        return new Found(file, true, Optional.empty());
      }
    }
    Optional<String> address =
        references.stream().filter(it -> it.matches("(?i)https?://\\S+")).findFirst();
    if (address.isPresent()) {
      return new Found(address, false, Optional.empty());
    }
    for (String reference : references) {
      if (isRefused(reference)) {
        return new Found(
            Optional.empty(),
            false,
            Optional.of("a picture's name leads out of the folder: " + reference));
      }
    }
    Optional<String> name = references.stream().findFirst();
    return new Found(name, false, name.map(it -> "a picture without a file or an address: " + it));
  }

  private static boolean isRefused(String reference) {
    return reference.contains("..")
        || reference.startsWith("/")
        || reference.contains("\\")
        || reference.matches("(?i)(?:file|ftp|data|javascript):.*");
  }

  private Optional<String> file(String reference) {
    if (reference.isBlank() || isRefused(reference)) {
      return Optional.empty();
    }
    String path = reference.replaceFirst("[?#].*$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    for (String wanted : List.of(reference, last, plain(reference), plain(last))) {
      String lower = wanted.toLowerCase(Locale.ROOT);
      if (lower.isEmpty()) {
        continue;
      }
      for (String name : names) {
        if (name.toLowerCase(Locale.ROOT).equals(lower)) {
          return Optional.of(name);
        }
      }
      for (String name : names) {
        String other = name.toLowerCase(Locale.ROOT);
        if (other.matches(
            "\\Q" + lower.replace("\\E", "") + "\\E\\.(?:jpe?g|png|gif|webp|tiff?)")) {
          return Optional.of(name);
        }
      }
    }
    return Optional.empty();
  }

  private static String plain(String name) {
    return name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
  }
}
