package org.newsbake.edition;

import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.newsbake.article.Article;

/**
 * The pictures of a live article to which the rights have ended, by all names that the article may
 * have for them. Its text stays; nothing on its pages may name one of them.
 *
 * @param article the article with its pictures
 * @param names the pictures as the article writes them, and the paths below the site's root that
 *     they may mean
 */
public record GonePictures(Article article, Set<String> names) {

  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp", "tif", "tiff", "heic");

  public GonePictures {
    names = Set.copyOf(names);
  }

  /** The pictures of an article that have gone at an instant; nothing where none have. */
  static Optional<GonePictures> of(Article article, Instant instant) {
    Timeline timeline = new Timeline(article);
    if (!timeline.isImageOver(instant)) {
      return Optional.empty();
    }
    Set<String> written = new HashSet<>();
    article.details().image().ifPresent(image -> written.add(image.src().strip()));
    if (timeline.arePicturesOver(instant)) {
      written.addAll(article.mentions().pictures());
      article.mentions().addresses().stream().filter(GonePictures::isPicture).forEach(written::add);
      article.mentions().values().stream().filter(GonePictures::isPicture).forEach(written::add);
    }
    Set<String> names = new HashSet<>(written);
    written.forEach(it -> names.addAll(Pictures.candidates(article, it)));
    return names.isEmpty() ? Optional.empty() : Optional.of(new GonePictures(article, names));
  }

  private static boolean isPicture(String address) {
    String path = address.split("[?#]", 2)[0];
    return EXTENSIONS.contains(
        path.substring(path.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT));
  }

  /** Whether an address in the article names one. */
  boolean isNamed(String address) {
    String own = address.strip();
    return names.contains(own)
        || Pictures.candidates(article, own).stream().anyMatch(names::contains);
  }

  /** Those of some paths that they are. */
  public Set<String> paths(Set<String> assets) {
    Set<String> paths = new HashSet<>();
    for (String name : names) {
      Pictures.candidates(article, name).stream()
          .filter(assets::contains)
          .findFirst()
          .ifPresent(paths::add);
    }
    return paths;
  }

  /** The article without them. */
  Article left() {
    return article.withoutPictures(this::isNamed);
  }
}
