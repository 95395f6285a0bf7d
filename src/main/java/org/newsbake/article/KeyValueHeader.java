package org.newsbake.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.json.simple.parser.JSONParser;
import org.json.simple.parser.ParseException;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.Severity;

/**
 * JBake's header: {@code key=value} lines, or empty ones, down to the separator line.
 *
 * <p>What JBake 2.7.0 does is kept to the letter: the separator must be the whole line; a line
 * above it that is neither empty nor holds a {@code =} means that there is no header at all; only
 * {@code type=} and {@code status=} without a space before the sign count as such; of two equal
 * keys the last would win, which is an error here; the body is everything below the separator or,
 * where that is nothing, the whole file.
 *
 * <p>Immutable and thread-safe.
 */
final class KeyValueHeader {

  private final ArticleOptions options;
  private final Dates dates;

  KeyValueHeader(ArticleOptions options, Dates dates) {
    this.options = options;
    this.dates = dates;
  }

  Header read(SourceText source) {
    Optional<List<String>> above = source.linesAbove(options.headerSeparator());
    if (above.isEmpty()) {
      return Header.absent(source.text(), List.of());
    }
    List<String> lines = above.get();
    String below = source.below(lines.size() + 1);
    String body = below.isEmpty() ? source.text() : below;
    Optional<Problem> broken = broken(source, lines);
    if (broken.isPresent()) {
      return Header.absent(body, List.of(broken.get()));
    }
    Optional<Problem> large = HeaderLimits.ofLines(source, lines);
    return large.isPresent()
        ? Header.absent(body, List.of(large.get()))
        : new Pass(source, body).read(lines);
  }

  private Optional<Problem> broken(SourceText source, List<String> lines) {
    boolean type = !options.defaultType().isEmpty();
    boolean status = !options.defaultStatus().isEmpty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (!line.isEmpty() && line.indexOf('=') < 0) {
        return Optional.of(
            source.problem(
                Severity.WARNING,
                "header-invalid",
                i + 1,
                1,
                "this line of the header holds no \"=\", " + consequence(),
                line.indexOf(':') > 0
                    ? "Write key=value here; key: value belongs between two lines ---."
                    : "Write key=value, or take the line out."));
      }
      String trimmed = line.trim();
      type |= trimmed.startsWith("type=");
      status |= trimmed.startsWith("status=");
    }
    return type && status
        ? Optional.empty()
        : Optional.of(missing(source, lines, type ? "status" : "type"));
  }

  private Problem missing(SourceText source, List<String> lines, String key) {
    String advice = "Write " + key + "=" + (key.equals("status") ? "published" : "post");
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.substring(0, Math.max(0, line.indexOf('='))).trim().equals(key)) {
        return source.problem(
            Severity.WARNING,
            "header-invalid",
            i + 1,
            line.indexOf(key) + key.length() + 1,
            "the space behind \"" + key + "\" hides it, " + consequence(),
            advice + ", without the space.");
      }
    }
    return source.problem(
        Severity.WARNING,
        "header-invalid",
        lines.size() + 1,
        0,
        "the header above this line has no " + key + ", " + consequence(),
        advice + " above it.");
  }

  private String consequence() {
    return options.defaultType().isEmpty() || options.defaultStatus().isEmpty()
        ? "so the file is passed over."
        : "so none of the header counts.";
  }

  /** One header being read. */
  private final class Pass implements Header.Places {
    private final SourceText source;
    private final String body;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Map<String, Integer> lineOfKey = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private String type = "";
    private String status = "";
    private Optional<ArticleDate> date = Optional.empty();
    private Optional<List<String>> tags = Optional.empty();

    Pass(SourceText source, String body) {
      this.source = source;
      this.body = body;
    }

    Header read(List<String> lines) {
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        int sign = line.indexOf('=');
        if (sign >= 0) {
          store(i + 1, line, sign);
        }
      }
      return new Header(true, fields, type, status, date, tags, body, problems, this);
    }

    @Override
    public OptionalInt ofKey(String key) {
      Integer number = lineOfKey.get(key);
      return number == null
          ? OptionalInt.empty()
          : OptionalInt.of(source.startOf(number) + source.line(number).indexOf(key));
    }

    @Override
    public OptionalInt ofValue(List<?> path) {
      Integer number = lineOfKey.get(path.get(0));
      if (number == null) {
        return OptionalInt.empty();
      }
      String line = source.line(number);
      return OptionalInt.of(source.startOf(number) + valueColumn(line, line.indexOf('=')) - 1);
    }

    private void store(int number, String line, int sign) {
      String written = line.substring(0, sign).trim();
      String value = line.substring(sign + 1).trim();
      String key = canonical(written);
      Integer first = lineOfKey.putIfAbsent(key, number);
      if (first != null) {
        problems.add(
            source.problem(
                Severity.ERROR,
                "key-duplicate",
                number,
                1,
                "the key \"" + written + "\" stands on line " + first + " already.",
                "Take one of the two lines out."));
        return;
      }
      switch (key) {
        case "type" -> type = value;
        case "status" -> {
          status = value;
          if (value.isEmpty() && options.newsroom()) {
            problems.add(
                source.problem(
                    Severity.ERROR,
                    "status-unknown",
                    number,
                    1,
                    "the status is empty.",
                    Choices.advice(value, Article.STATUSES)));
          }
        }
        case "tags" -> tags = Optional.of(Arrays.asList(value.split(",")));
        case "cached" -> {}
        case "date" -> {
          date =
              options.newsroom()
                  ? whole(number, line, sign, value)
                  : asJBake(number, line, sign, value);
        }
        default -> fields.put(key, isJson(value) ? json(number, line, sign, value) : value);
      }
    }

    private Optional<ArticleDate> asJBake(int number, String line, int sign, String value) {
      Dates.JBakeDate read = dates.asJBake(value, false);
      int column = valueColumn(line, sign);
      read.warning()
          .ifPresent(
              it ->
                  problems.add(
                      source.problem(
                          Severity.WARNING,
                          "date-partly",
                          number,
                          column,
                          it.found(),
                          it.advice())));
      if (read.date().isEmpty()) {
        problems.add(
            source.problem(
                Severity.ERROR,
                "date-invalid",
                number,
                column,
                value.isEmpty() ? "the date is empty." : "date \"" + value + "\" is not a date.",
                // JBake's own pattern leaves a time aside.
                options.dateFormat().equals("yyyy-MM-dd")
                    ? "Write it as 2026-12-31."
                    : "Write it as date.format says, "
                        + options.dateFormat()
                        + ", or as 2026-12-31T14:00:00Z."));
      }
      return read.date();
    }

    private Optional<ArticleDate> whole(int number, String line, int sign, String value) {
      Instants.Answer answer = dates.whole(value);
      if (answer.instant().isEmpty()) {
        problems.add(
            source.problem(
                Severity.ERROR,
                "date-invalid",
                number,
                valueColumn(line, sign),
                value.isEmpty() ? "the date is empty." : answer.found("date", value),
                answer.advice()));
      }
      return answer.instant().map(ArticleDate::of);
    }

    private Object json(int number, String line, int sign, String value) {
      try {
        if (HeaderLimits.isDeep(value)) {
          throw new ParseException(0, ParseException.ERROR_UNEXPECTED_EXCEPTION);
        }
        return Plain.copy(new JSONParser().parse(value));
      } catch (ParseException | NumberFormatException e) {
        // The second is a number that is too large.
        int at = e instanceof ParseException syntax ? syntax.getPosition() : 0;
        problems.add(
            source.problem(
                Severity.WARNING,
                "json-invalid",
                number,
                Math.min(valueColumn(line, sign) + at, line.length()),
                "the value in braces is not JSON, and templates get nothing for it.",
                "Write it as JSON, such as {\"name\": \"value\"}."));
        return null;
      }
    }
  }

  /** JBake keeps the letter case of keys but for these three. */
  private static String canonical(String key) {
    for (String known : List.of("date", "tags", "cached")) {
      if (key.equalsIgnoreCase(known)) {
        return known;
      }
    }
    return key;
  }

  private static boolean isJson(String value) {
    return value.startsWith("{") && value.endsWith("}");
  }

  private static int valueColumn(String line, int sign) {
    int column = sign + 1;
    while (column < line.length() && line.charAt(column) <= ' ') {
      column++;
    }
    return column + 1;
  }
}
