package org.newsbake.edition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.newsbake.article.Article;

/** The pictures that live articles show. Immutable and thread-safe. */
public final class Pictures {

  /** A site whose pictures are left as they are. */
  public static final Pictures NONE = new Pictures(List.of());

  private final Map<String, Photo> byPath = new TreeMap<>();

  public Pictures(Collection<Photo> photos) {
    photos.forEach(photo -> byPath.put(photo.path(), photo));
  }

  /**
   * The paths below the site's root that a picture of an article may mean: beside the article, else
   * from the root on.
   *
   * @param src what the article writes; one that names a host means no path
   */
  public static Set<String> candidates(Article article, String src) {
    if (src.contains("://") || src.startsWith("//") || src.startsWith("data:")) {
      return Set.of();
    }
    int end = src.length();
    for (char mark : new char[] {'?', '#'}) {
      int at = src.indexOf(mark);
      end = at >= 0 ? Math.min(end, at) : end;
    }
    String path = decoded(src.substring(0, end));
    Set<String> candidates = new LinkedHashSet<>();
    if (!path.startsWith("/")) {
      String file = article.source().path();
      resolved(file.substring(0, file.lastIndexOf('/') + 1) + path).ifPresent(candidates::add);
    }
    resolved(path).ifPresent(candidates::add);
    return candidates;
  }

  /** A path without dots in it, or nothing where it leaves the site. */
  static Optional<String> resolved(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return Optional.empty();
        }
        parts.remove(parts.size() - 1);
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return Optional.of(String.join("/", parts));
  }

  private static String decoded(String uri) {
    if (uri.indexOf('%') < 0) {
      return uri;
    }
    try {
      // A plus sign is itself in a path.
      return java.net.URLDecoder.decode(uri.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return uri;
    }
  }

  /** The picture that an article means. */
  public Optional<Photo> find(Article article, String src) {
    if (byPath.isEmpty()) {
      return Optional.empty();
    }
    return candidates(article, src).stream()
        .map(byPath::get)
        .filter(java.util.Objects::nonNull)
        .findFirst();
  }

  /** The path below the site's root that a data file means, or nothing where it leaves the site. */
  public static Optional<String> path(String src) {
    return src.contains("://") ? Optional.empty() : resolved(src);
  }

  /** The picture of a section, author or source. */
  public Optional<Photo> of(Entity entity) {
    return entity.picture().flatMap(Pictures::path).flatMap(this::at);
  }

  /** The picture at a path. */
  public Optional<Photo> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** All pictures, by path. */
  public Collection<Photo> all() {
    return byPath.values();
  }
}
