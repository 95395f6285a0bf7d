package org.newsbake.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What an article names that may be a file of the project, as it writes it.
 *
 * @param pictures the pictures that it shows, those of other hosts too, in order
 * @param addresses what it shows or links to, without what is surely on another host or on the same
 *     page
 * @param values the values of any key of the header that look like the name of a file
 */
public record Mentions(List<String> pictures, List<String> addresses, List<String> values) {

  /** An article that names nothing. */
  public static final Mentions NONE = new Mentions(List.of(), List.of(), List.of());

  /** The beginnings of addresses that are no files. */
  private static final List<String> ELSEWHERE =
      List.of("#", "//", "http://", "https://", "mailto:", "data:");

  /** What ends in a dot and a few letters or digits, as names of files do. */
  private static final Pattern FILE =
      Pattern.compile("[^\\n]*[^\\s.]\\.[\\p{L}\\p{N}]{1,12}\\s*(?:[?#][^\\n]*)?");

  public Mentions {
    pictures = List.copyOf(pictures);
    addresses = List.copyOf(addresses);
    values = List.copyOf(values);
  }

  /** What a text in HTML names. */
  static Mentions in(String html) {
    Mentions mentions =
        new Mentions(
            Body.pictures(html),
            Body.addresses(html).stream().filter(Mentions::isHere).toList(),
            List.of());
    return mentions.equals(NONE) ? NONE : mentions;
  }

  /** These with what the keys of a header name. */
  Mentions with(Map<String, Object> fields) {
    List<String> found = new ArrayList<>();
    fields.values().forEach(value -> addValues(value, found));
    return found.isEmpty() ? this : new Mentions(pictures, addresses, found);
  }

  /** These without some of the names. */
  Mentions without(Predicate<String> unwanted) {
    return new Mentions(
        pictures.stream().filter(unwanted.negate()).toList(),
        addresses.stream().filter(unwanted.negate()).toList(),
        values.stream().filter(unwanted.negate()).toList());
  }

  private static void addValues(Object value, List<String> texts) {
    if (value instanceof Map<?, ?> map) {
      map.values().forEach(element -> addValues(element, texts));
    } else if (value instanceof Iterable<?> list) {
      list.forEach(element -> addValues(element, texts));
    } else if (value instanceof String text && FILE.matcher(text).matches()) {
      texts.add(text.strip());
    }
  }

  private static boolean isHere(String address) {
    return !address.contains("://") && ELSEWHERE.stream().noneMatch(address::startsWith);
  }

  /**
   * Whether the HTML of a text in Markdown may name something, told without making it: where not,
   * it does not.
   */
  static boolean mayBeIn(String markdown) {
    if (markdown.indexOf('<') >= 0
        || markdown.contains("![")
        || markdown.contains("]:")
        || markdown.contains("[[")) {
      return true;
    }
    for (int at = markdown.indexOf("]("); at >= 0; at = markdown.indexOf("](", at + 2)) {
      int address = at + 2;
      if (ELSEWHERE.stream().noneMatch(it -> markdown.startsWith(it, address))) {
        return true;
      }
    }
    return false;
  }
}
