package org.newsbake.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.newsbake.Problem;
import org.newsbake.Severity;

/**
 * YAML front matter: the lines between a first line {@code ---} and the next line {@code ---}.
 *
 * <p>Immutable and thread-safe.
 */
final class YamlHeader {

  private static final String FENCE = "---";
  private static final String PREFIX = "jbake-";

  private final Dates dates;
  private final YamlText yaml;

  YamlHeader(Dates dates, YamlText yaml) {
    this.dates = dates;
    this.yaml = yaml;
  }

  /** Whether the first line opens front matter. */
  static boolean opens(SourceText source) {
    return source.text().startsWith(FENCE) && source.line(1).stripTrailing().equals(FENCE);
  }

  /**
   * Reads the front matter of a text that {@linkplain #opens opens} one, or nothing where a file
   * that begins like that holds none: no second fence, or no keys between the two.
   */
  Optional<Header> read(SourceText source) {
    String text = source.text();
    int start = text.indexOf('\n') + 1;
    int end = closing(source);
    if (end < 0) {
      return Optional.empty();
    }
    String body = text.substring(text.indexOf('\n', end) + 1);
    YamlText.Loaded loaded = yaml.load(source, start, end);
    if (loaded.problem().isPresent()) {
      return Optional.of(Header.absent(body, List.of(loaded.problem().get())));
    }
    if (!(loaded.value() instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    return Optional.of(header(source, start, end, map, body));
  }

  /** What is wrong with front matter that {@link #read} finds to be none. */
  static Problem broken(SourceText source) {
    return closing(source) < 0
        ? source.problem(
            Severity.WARNING,
            "header-invalid",
            1,
            1,
            "the front matter that begins here has no end, so the file is passed over.",
            "Write --- on a line of its own below the last key.")
        : source.problem(
            Severity.WARNING,
            "header-invalid",
            1,
            1,
            "the front matter that begins here holds no keys, so the file is passed over.",
            "Write title, date, type and status as key: value lines below this one.");
  }

  /** The index of the second fence, or -1 without one. */
  private static int closing(SourceText source) {
    String text = source.text();
    int at = text.indexOf('\n') + 1;
    while (at < text.length()) {
      int end = text.indexOf('\n', at);
      if (text.startsWith(FENCE, at) && text.substring(at, end).stripTrailing().equals(FENCE)) {
        return at;
      }
      at = end + 1;
    }
    return -1;
  }

  /** Reads a file that is YAML from its first line to its last, with or without {@code jbake-}. */
  Header readWhole(SourceText source) {
    int end = source.text().length();
    YamlText.Loaded loaded = yaml.load(source, 0, end);
    if (loaded.problem().isPresent()) {
      return Header.absent("", List.of(loaded.problem().get()));
    }
    Object value = Plain.copy(loaded.value());
    Map<?, ?> map =
        value instanceof Map<?, ?> keys ? keys : Map.of("data", value == null ? List.of() : value);
    return header(source, 0, end, map, map.get("body") instanceof String body ? body : "");
  }

  private Header header(SourceText source, int start, int end, Map<?, ?> map, String body) {
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((key, value) -> fields.put(bare(String.valueOf(key)), value));
    List<Problem> problems = new ArrayList<>();
    Object rawDate = fields.remove("date");
    Optional<Instant> date = date(rawDate);
    if (rawDate != null && date.isEmpty()) {
      problems.add(
          source.problemAt(
              Severity.ERROR,
              "date-invalid",
              YamlText.placeOfValue(source, start, end, names("date"), List.of()).orElse(start),
              "date \"" + dates.written(rawDate) + "\" is not a date.",
              "Write 2026-12-31 or 2026-12-31T14:00:00Z."));
    }
    String type = text(fields.remove("type"));
    String status = text(fields.remove("status"));
    Optional<List<String>> tags = tags(fields.remove("tags"));
    // Templates and JBake take a title for text; 1984 is one, too.
    fields.computeIfPresent("title", (key, value) -> text(value));
    Header.Places places =
        new Header.Places() {
          @Override
          public OptionalInt ofKey(String key) {
            return YamlText.placeOfKey(source, start, end, names(key));
          }

          @Override
          public OptionalInt ofValue(List<?> path) {
            List<?> below = path.subList(1, path.size());
            return YamlText.placeOfValue(source, start, end, names(path.get(0).toString()), below);
          }
        };
    return new Header(true, fields, type, status, date, tags, body, problems, places);
  }

  private Optional<Instant> date(Object value) {
    if (value instanceof Date date) {
      return Optional.of(date.toInstant());
    }
    return value == null ? Optional.empty() : dates.byIsoOrPattern(value.toString());
  }

  private Optional<List<String>> tags(Object value) {
    if (value instanceof Collection<?> list) {
      return Optional.of(list.stream().map(this::text).filter(tag -> !tag.isBlank()).toList());
    }
    return value == null ? Optional.empty() : Optional.of(Arrays.asList(text(value).split(",")));
  }

  /** A value as the text that it was: 2026-12-31 is a date in YAML, and may be a title or a tag. */
  private String text(Object value) {
    if (value instanceof Date date) {
      return dates.iso(date.toInstant());
    }
    return value == null ? "" : value.toString().trim();
  }

  private static Set<String> names(String key) {
    return Set.of(key, PREFIX + key);
  }

  private static String bare(String key) {
    return key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
  }
}
