package org.newsbake.edition;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.newsbake.article.SourceFile;

/**
 * A picture of the site, with what its file says of it.
 *
 * @param path its path below the site's root
 * @param file its file
 * @param width its width in pixels
 * @param height its height in pixels
 * @param mediaType its media type, such as {@code image/jpeg}
 * @param bytes the size of its file
 * @param caption what it shows
 * @param credit whom it is credited to, such as {@code Name/Agency/Pool}
 * @param source where it comes from
 * @param renditions its smaller versions, narrowest first
 */
public record Photo(
    String path,
    SourceFile file,
    int width,
    int height,
    String mediaType,
    long bytes,
    Optional<String> caption,
    Optional<String> credit,
    Optional<String> source,
    List<Rendition> renditions) {

  public Photo {
    Objects.requireNonNull(file);
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture has a size: " + path);
    }
    renditions = List.copyOf(renditions);
  }

  /** A smaller version of a picture, at a path of its own; sizes in pixels. */
  public record Rendition(String path, int width, int height) {
    /** Its address, as links write it. */
    public String uri() {
      return Slug.encoded(path);
    }
  }

  /** Its address, as links write it. */
  public String uri() {
    return Slug.encoded(path);
  }
}
