package org.newsbake.edition;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsbake.article.Article;

/**
 * A pattern of addresses, such as {@code /:section/:year/:month/:slug/}.
 *
 * <p>A part that an article has nothing for, such as the section of one without, is left out. A
 * pattern that ends in a slash makes a folder with an index file; any other names the file without
 * its extension. Immutable and thread-safe.
 */
public final class Permalink {

  /** What a pattern may stand for. */
  public static final List<String> NAMES =
      List.of("day", "month", "section", "slug", "source", "type", "year");

  private static final Pattern NAME = Pattern.compile(":([A-Za-z_]+)");

  private final String pattern;
  private final ZoneId zone;

  /**
   * @param pattern with names behind colons, one of them {@code :slug}
   * @param zone the zone of {@code :year}, {@code :month} and {@code :day}
   */
  public Permalink(String pattern, ZoneId zone) {
    if (unknown(pattern).isPresent() || !pattern.contains(":slug")) {
      throw new IllegalArgumentException("not a pattern of addresses: " + pattern);
    }
    this.pattern = pattern;
    this.zone = Objects.requireNonNull(zone);
  }

  /** The first name of a pattern that does not exist. */
  public static Optional<String> unknown(String pattern) {
    Matcher matcher = NAME.matcher(pattern);
    while (matcher.find()) {
      if (!NAMES.contains(matcher.group(1))) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }

  /** The path of an article, without a leading slash; it ends in a slash where the pattern does. */
  public String path(Article article, String slug, Newsroom newsroom) {
    ZonedDateTime date = article.date().atZone(zone);
    List<String> parts = new ArrayList<>();
    for (String part : pattern.split("/")) {
      String filled =
          NAME.matcher(part)
              .replaceAll(name -> value(name.group(1), article, slug, date, newsroom));
      if (!filled.isEmpty()) {
        parts.add(filled);
      }
    }
    return String.join("/", parts) + (pattern.endsWith("/") ? "/" : "");
  }

  private static String value(
      String name, Article article, String slug, ZonedDateTime date, Newsroom newsroom) {
    String value =
        switch (name) {
          case "year" -> String.format(java.util.Locale.ROOT, "%04d", date.getYear());
          case "month" -> twoDigits(date.getMonthValue());
          case "day" -> twoDigits(date.getDayOfMonth());
          case "section" -> slug(article.details().section(), newsroom::section);
          case "source" -> slug(article.details().source(), newsroom::source);
          case "type" -> Slug.of(article.type());
          default -> slug;
        };
    return Matcher.quoteReplacement(value);
  }

  /** An entry's key, whether the article writes that or its name; what is unknown, as written. */
  private static String slug(
      Optional<String> written, Function<String, Optional<Entity>> newsroom) {
    return written.map(it -> Slug.of(newsroom.apply(it).map(Entity::key).orElse(it))).orElse("");
  }

  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : String.valueOf(number);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Permalink that
        && pattern.equals(that.pattern)
        && zone.equals(that.zone);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }
}
