package org.newsbake.article;

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
import org.newsbake.Choices;
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
  private final boolean newsroom;

  YamlHeader(Dates dates, YamlText yaml, boolean newsroom) {
    this.dates = dates;
    this.yaml = yaml;
    this.newsroom = newsroom;
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
    Optional<Problem> large = HeaderLimits.ofLength(source, start, end);
    if (large.isPresent()) {
      return Optional.of(Header.absent(body, List.of(large.get())));
    }
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
    List<Problem> problems = new ArrayList<>();
    map.forEach(
        (key, value) -> {
          String bare = bare(String.valueOf(key));
          if (fields.containsKey(bare) && newsroom) {
            problems.add(twice(source, start, end, bare));
          }
          fields.put(bare, value);
        });
    Header.Places places = new Written(new YamlText.Places(source, start, end));
    Optional<ArticleDate> date = date(source, fields, places, problems);
    if (newsroom && fields.containsKey("status") && text(fields.get("status")).isEmpty()) {
      problems.add(
          source.problemAt(
              Severity.ERROR,
              "status-unknown",
              places.ofKey("status").orElse(start),
              "the status is empty.",
              Choices.advice("", Article.STATUSES)));
    }
    String type = text(fields.remove("type"));
    String status = text(fields.remove("status"));
    Optional<List<String>> tags = tags(fields.remove("tags"));
    // Templates and JBake take a title for text; 1984 is one, too.
    fields.computeIfPresent("title", (key, value) -> text(value));
    return new Header(true, fields, type, status, date, tags, body, problems, places);
  }

  private static Problem twice(SourceText source, int start, int end, String key) {
    return source.problemAt(
        Severity.ERROR,
        "key-duplicate",
        new YamlText.Places(source, start, end).ofKey(Set.of(PREFIX + key)).orElse(start),
        "the key \"" + key + "\" is written with and without " + PREFIX + ".",
        "Take one of the two out.");
  }

  /** Where the values of front matter stand, and how they were written. */
  private record Written(YamlText.Places places) implements Header.Places {
    @Override
    public OptionalInt ofKey(String key) {
      return places.ofKey(names(key));
    }

    @Override
    public OptionalInt ofValue(List<?> path) {
      return places.ofValue(names(path.get(0).toString()), below(path));
    }

    @Override
    public Optional<String> written(List<?> path) {
      return places.written(names(path.get(0).toString()), below(path));
    }

    private static List<?> below(List<?> path) {
      return path.subList(1, path.size());
    }
  }

  private Optional<ArticleDate> date(
      SourceText source, Map<String, Object> fields, Header.Places places, List<Problem> problems) {
    boolean written = fields.containsKey("date");
    Object value = fields.remove("date");
    if (value == null && !(written && newsroom)) {
      return Optional.empty();
    }
    if (newsroom) {
      Instants.Answer answer = dates.whole(value, () -> places.written(List.of("date")));
      if (answer.instant().isEmpty()) {
        String found =
            value == null ? "the date is empty." : answer.found("date", dates.written(value));
        problems.add(invalid(source, places, found, answer.advice()));
      }
      return answer.instant().map(ArticleDate::of);
    }
    if (value instanceof Date date) {
      return Optional.of(ArticleDate.of(date.toInstant()));
    }
    Dates.JBakeDate read = dates.asJBake(value.toString(), true);
    read.warning()
        .ifPresent(
            it ->
                problems.add(
                    source.problemAt(
                        Severity.WARNING,
                        "date-partly",
                        places.ofValue(List.of("date")).orElse(0),
                        it.found(),
                        it.advice())));
    if (read.date().isEmpty()) {
      problems.add(
          invalid(
              source,
              places,
              "date \"" + dates.written(value) + "\" is not a date.",
              "Write 2026-12-31 or 2026-12-31T14:00:00Z."));
    }
    return read.date();
  }

  private static Problem invalid(
      SourceText source, Header.Places places, String found, String advice) {
    return source.problemAt(
        Severity.ERROR, "date-invalid", places.ofValue(List.of("date")).orElse(0), found, advice);
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
