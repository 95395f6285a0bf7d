package org.newsbake.article;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/**
 * What files and headers may hold at most, so that one of them does not keep a whole site waiting.
 * Everything is counted, so that it is the same on every machine.
 */
final class HeaderLimits {

  /** Bytes of a file that is an article. */
  static final int MOST_FILE_BYTES = 8_000_000;

  /** Bytes of a file that is data. */
  static final int MOST_DATA_BYTES = 16_000_000;

  /** Characters of a header. */
  static final int MOST_CHARACTERS = 256_000;

  /** Keys of a header, and lines of one that is {@code key=value}. */
  static final int MOST_KEYS = 1_000;

  /** Tags of one article. */
  static final int MOST_TAGS = 200;

  /** Characters of one value of a header. */
  static final int MOST_VALUE = 64_000;

  /** Values of a header, with those in lists and maps, every alias written out. */
  static final int MOST_VALUES = 10_000;

  /** Lists and maps that lie in each other. */
  static final int MOST_DEPTH = 50;

  private static final String CODE = "header-too-large";

  private HeaderLimits() {}

  /** A file that is too large to be read. */
  static Optional<Problem> ofFile(String name, long bytes, int most) {
    return bytes <= most
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                "file-too-large",
                SourceLocation.of(name),
                String.format(
                    Locale.ROOT, "the file has %,d bytes, and the limit is %,d.", bytes, most),
                "Split it, or take out what does not belong into it."));
  }

  /** A header that is too long to be parsed. */
  static Optional<Problem> ofLength(SourceText source, int start, int end) {
    return end - start <= MOST_CHARACTERS
        ? Optional.empty()
        : Optional.of(
            problem(
                source,
                start,
                "the header that begins here has",
                end - start,
                "characters",
                MOST_CHARACTERS,
                "Move long texts below the header, and check that the header ends where it"
                    + " should."));
  }

  /** A header of {@code key=value} lines that is too long to be parsed. */
  static Optional<Problem> ofLines(SourceText source, List<String> lines) {
    int keys = 0;
    int characters = 0;
    for (String line : lines) {
      keys += line.isEmpty() ? 0 : 1;
      characters += line.length() + 1;
    }
    if (keys > MOST_KEYS) {
      return Optional.of(
          problem(source, 0, "the header has", keys, "keys", MOST_KEYS, "Take keys out."));
    }
    return ofLength(source, 0, characters);
  }

  /** What a header holds too much of. */
  static Optional<Problem> of(SourceText source, Header header) {
    Map<String, Object> fields = header.fields();
    if (fields.size() > MOST_KEYS) {
      return Optional.of(
          problem(source, 0, "the header has", fields.size(), "keys", MOST_KEYS, "Take keys out."));
    }
    int tags = header.tags().map(List::size).orElse(0);
    if (tags > MOST_TAGS) {
      int at = place(header, "tags");
      return Optional.of(
          problem(source, at, "the article has", tags, "tags", MOST_TAGS, "Take tags out."));
    }
    Count count = new Count();
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      // The text of a file that is YAML from its first line to its last is no value of a header.
      if (!field.getKey().equals("body")) {
        count.add(field.getValue());
      }
      if (count.longest > MOST_VALUE) {
        return Optional.of(
            problem(
                source,
                place(header, field.getKey()),
                "a value of this key has",
                count.longest,
                "characters",
                MOST_VALUE,
                "Move the text below the header."));
      }
      if (count.values > MOST_VALUES) {
        return Optional.of(
            problem(
                source,
                place(header, field.getKey()),
                "up to this key the header has more than",
                MOST_VALUES,
                "values",
                MOST_VALUES,
                "Move the values into a data file."));
      }
    }
    return Optional.empty();
  }

  /** Whether the brackets of a text that is JSON lie too deep in each other. */
  static boolean isDeep(String json) {
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (quoted) {
        i += c == '\\' ? 1 : 0;
      } else if (c == '{' || c == '[') {
        if (++depth > MOST_DEPTH) {
          return true;
        }
      } else if (c == '}' || c == ']') {
        depth--;
      }
    }
    return false;
  }

  private static int place(Header header, String key) {
    OptionalInt place = header.places().ofKey(key);
    return place.orElse(0);
  }

  private static Problem problem(
      SourceText source, int at, String subject, long count, String unit, int most, String advice) {
    return source.problemAt(
        Severity.ERROR,
        CODE,
        at,
        String.format(Locale.ROOT, "%s %,d %s, and the limit is %,d.", subject, count, unit, most),
        advice);
  }

  /** Counts values until there are too many. */
  private static final class Count {
    int values;
    int longest;

    void add(Object value) {
      if (++values > MOST_VALUES) {
        return;
      }
      if (value instanceof String text) {
        longest = Math.max(longest, text.length());
      } else if (value instanceof Iterable<?> elements) {
        for (Object element : elements) {
          if (values > MOST_VALUES) {
            return;
          }
          add(element);
        }
      } else if (value instanceof Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          if (values > MOST_VALUES) {
            return;
          }
          add(entry.getKey());
          add(entry.getValue());
        }
      }
    }
  }
}
