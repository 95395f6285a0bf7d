package org.newsbake.edition;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.newsbake.article.Article;
import org.newsbake.article.Body;
import org.newsbake.article.Words;

/** What an article is called. */
final class Headline {

  /** The characters that a headline has at most, where it is the beginning of the text. */
  private static final int LONGEST = 80;

  /** A date before a file's name, as blogs write it. */
  private static final Pattern DATE = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}[-_]");

  private Headline() {}

  /**
   * Its title; without one, the first heading or the first words of its text; without words, the
   * name of its file. Never blank.
   */
  static String of(Article article, Supplier<Words> words) {
    if (article.title().isPresent()) {
      return article.title().get();
    }
    String beginning = Body.headline(words.get().body(), LONGEST);
    return beginning.isBlank() ? readable(article.source().path()) : beginning;
  }

  /** {@code 2026/11/night-ferry.md} as {@code Night ferry}. */
  private static String readable(String path) {
    String bare = path.replaceFirst("\\.[^./]*$", "").replaceFirst("/index$", "");
    String file = bare.substring(bare.lastIndexOf('/') + 1);
    String name = DATE.matcher(file).replaceFirst("").replaceAll("[-_\\s]+", " ").strip();
    return name.isEmpty()
        ? path
        : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(java.util.Locale.ROOT)
            + name.substring(name.offsetByCodePoints(0, 1));
  }
}
