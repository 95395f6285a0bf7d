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
import org.newsbake.Problem;
import org.newsbake.Severity;

/**
 * YAML front matter: the lines between a first line {@code ---} and the next line {@code ---}.
 *
 * <p>Immutable and thread-safe.
 */
final class YamlHeader {

  private static final String FENCE = "---";

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
    int lines = 0;
    for (int at = start; at < text.length(); lines++) {
      int end = text.indexOf('\n', at);
      if (text.startsWith(FENCE, at) && text.substring(at, end).stripTrailing().equals(FENCE)) {
        return read(source, text.substring(start, at), text.substring(end + 1));
      }
      at = end + 1;
    }
    return Optional.empty();
  }

  private Optional<Header> read(SourceText source, String block, String body) {
    YamlText.Loaded loaded = yaml.load(source, block, 1);
    if (loaded.problem().isPresent()) {
      return Optional.of(Header.absent(body, List.of(loaded.problem().get())));
    }
    if (!(loaded.value() instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    return Optional.of(header(source, block, 1, map, body));
  }

  /** Reads a file that is YAML from its first line to its last, with or without {@code jbake-}. */
  Header readWhole(SourceText source) {
    YamlText.Loaded loaded = yaml.load(source, source.text(), 0);
    if (loaded.problem().isPresent()) {
      return Header.absent("", List.of(loaded.problem().get()));
    }
    Map<?, ?> map =
        loaded.value() instanceof Map<?, ?> keys
            ? keys
            : Map.of("data", loaded.value() == null ? List.of() : loaded.value());
    return header(source, source.text(), 0, map, "");
  }

  private Header header(SourceText source, String block, int skipped, Map<?, ?> map, String body) {
    Map<String, Object> fields = new LinkedHashMap<>();
    map.forEach((key, value) -> fields.put(bare(String.valueOf(key)), value));
    List<Problem> problems = new ArrayList<>();
    Object rawDate = fields.remove("date");
    Optional<Instant> date = date(rawDate);
    if (rawDate != null && date.isEmpty()) {
      int line = lineOf(block, "date") + skipped;
      problems.add(
          source.problem(
              Severity.ERROR,
              "date-invalid",
              line,
              source.line(line).indexOf(':') + 3,
              "date \"" + rawDate + "\" is not a date.",
              "Write 2026-12-31 or 2026-12-31T14:00:00Z."));
    }
    String type = text(fields.remove("type"));
    String status = text(fields.remove("status"));
    Optional<List<String>> tags = tags(fields.remove("tags"));
    // Templates and JBake take a title for text; 1984 is one, too.
    fields.computeIfPresent("title", (key, value) -> text(value));
    return new Header(true, fields, type, status, date, tags, body, problems);
  }

  private Optional<Instant> date(Object value) {
    if (value instanceof Date date) {
      return Optional.of(date.toInstant());
    }
    return value == null ? Optional.empty() : dates.byIsoOrPattern(value.toString());
  }

  private static Optional<List<String>> tags(Object value) {
    if (value instanceof Collection<?> list) {
      return Optional.of(
          list.stream().map(YamlHeader::text).filter(tag -> !tag.isBlank()).toList());
    }
    return value == null
        ? Optional.empty()
        : Optional.of(Arrays.asList(value.toString().split(",")));
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString().trim();
  }

  private static String bare(String key) {
    return key.startsWith("jbake-") ? key.substring("jbake-".length()) : key;
  }

  /** The line of the block that holds a key, counted from 1. */
  private static int lineOf(String block, String key) {
    List<String> lines = block.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches("[\"']?(jbake-)?" + key + "[\"']?\\s*:.*")) {
        return i + 1;
      }
    }
    return 1;
  }
}
