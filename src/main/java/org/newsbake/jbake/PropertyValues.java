package org.newsbake.jbake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.configuration2.CompositeConfiguration;
import org.apache.commons.configuration2.ex.ConversionException;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.edition.Permalink;
import org.newsbake.syndication.SyndicationOptions;

/**
 * The values of a project's properties, and where they stand in its file.
 *
 * <p>A value that cannot be is a problem, added to those that the constructor is given; what comes
 * back for it is what stands for a property without a value.
 */
final class PropertyValues {

  private static final Pattern SHARE = Pattern.compile("(\\d{1,9})\\s*(%?)");

  private final Path folder;
  private final CompositeConfiguration properties;
  private final List<Problem> problems;

  /**
   * @param folder the project's
   * @param properties of its file, and the defaults
   * @param problems where those with values go
   */
  PropertyValues(Path folder, CompositeConfiguration properties, List<Problem> problems) {
    this.folder = folder;
    this.properties = properties;
    this.problems = problems;
  }

  boolean has(String key) {
    return properties.containsKey(key);
  }

  /** The value as it is written, {@code ""} without one. */
  String text(String key) {
    String value = properties.getString(key);
    return value == null ? "" : value;
  }

  /** A path from the site's root, without slashes at its ends. */
  String path(String key) {
    return text(key).trim().replaceAll("^/+|/+$", "");
  }

  boolean flag(String key) {
    try {
      return properties.getBoolean(key, false);
    } catch (ConversionException e) {
      problems.add(invalid(key, text(key), "true or false", "Write true or false."));
      return false;
    }
  }

  /** A number from 0 on. Whole numbers where the default is one. */
  double number(String key, double otherwise, double most, String kind, String advice) {
    String written = text(key).trim();
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      double number =
          otherwise == Math.rint(otherwise)
              ? Integer.parseInt(written)
              : Double.parseDouble(written);
      if (number >= 0 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // It is reported as any other number that cannot be.
    }
    problems.add(invalid(key, written, kind, advice));
    return otherwise;
  }

  /** A number of stories, from 1 up. */
  int count(String key, int otherwise) {
    return text(key).isBlank() ? otherwise : count(key, otherwise, "a number of stories");
  }

  /** A number from 1 up, which must be there. */
  int count(String key, int otherwise, String kind) {
    String written = text(key).trim();
    try {
      int count = Integer.parseInt(written);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      // It is reported as any other number that cannot be.
    }
    problems.add(invalid(key, written, kind, "Write a whole number from 1 up."));
    return otherwise;
  }

  int port(String key, int otherwise) {
    String written = text(key).trim();
    if (written.matches("\\d{1,5}") && Integer.parseInt(written) <= 65_535) {
      return Integer.parseInt(written);
    }
    if (!written.isEmpty()) {
      problems.add(
          invalid(key, written, "a port", "Write a number from 1 to 65535, such as 8820."));
    }
    return otherwise;
  }

  /** Widths of pictures in pixels, from the smallest up; none where one of them cannot be. */
  List<Integer> widths(String key) {
    List<Integer> widths = new ArrayList<>();
    for (String written : properties.getStringArray(key)) {
      if (!written.isBlank()) {
        try {
          int width = Integer.parseInt(written.trim());
          if (width < 16 || width > 8192) {
            throw new NumberFormatException();
          }
          widths.add(width);
        } catch (NumberFormatException e) {
          problems.add(
              invalid(
                  key,
                  written.trim(),
                  "a list of widths in pixels",
                  "Write whole numbers from 16 to 8192, such as 480,960,1600."));
          return List.of();
        }
      }
    }
    return widths.stream().distinct().sorted().toList();
  }

  /**
   * One of these words, or {@code usual} where none is written.
   *
   * @param words the words that may be written
   */
  String oneOf(String key, String usual, String... words) {
    String written = text(key);
    if (written.isEmpty() || List.of(words).contains(written)) {
      return written.isEmpty() ? usual : written;
    }
    problems.add(
        invalid(key, written, String.join(" or ", words), Choices.advice(written, List.of(words))));
    return usual;
  }

  /** A number, or a share in percent. */
  record Share(int number, boolean percent) {}

  /** A number from 0, or a share such as {@code 2%}; {@code usual} where none is written. */
  Share share(String key, int usual) {
    String written = text(key).trim();
    Matcher matcher = SHARE.matcher(written);
    if (matcher.matches()) {
      return new Share(Integer.parseInt(matcher.group(1)), !matcher.group(2).isEmpty());
    }
    if (!written.isEmpty()) {
      problems.add(
          invalid(
              key,
              written,
              "a number of stories",
              "Write a whole number such as " + usual + ", or a share such as 2%."));
    }
    return new Share(usual, false);
  }

  /** The constants that a list names, in its order. */
  <E extends Enum<E>> List<E> choices(String key, E[] constants) {
    List<String> names =
        Arrays.stream(constants)
            .map(it -> it.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    return choices(key, names).stream().map(name -> constants[names.indexOf(name)]).toList();
  }

  /** Those of some names that a list has, in its order. */
  List<String> choices(String key, List<String> names) {
    List<String> chosen = new ArrayList<>();
    for (String written : properties.getStringArray(key)) {
      String name = written.trim().toLowerCase(Locale.ROOT);
      if (names.contains(name)) {
        chosen.add(name);
      } else if (!name.isEmpty()) {
        problems.add(
            invalid(key, written.trim(), "a list of known names", Choices.advice(name, names)));
      }
    }
    return chosen.stream().distinct().toList();
  }

  /** An encoding, UTF-8 where there is none of that name. */
  Charset charset(String key) {
    String written = text(key);
    try {
      return Charset.forName(written);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      problems.add(invalid(key, written, "an encoding", "Write the name of one, such as UTF-8."));
      return StandardCharsets.UTF_8;
    }
  }

  ZoneId zone(String key, ZoneId otherwise) {
    String written = text(key).trim();
    if (written.isEmpty()) {
      return otherwise;
    }
    try {
      return ZoneId.of(written, ZoneId.SHORT_IDS);
    } catch (DateTimeException e) {
      problems.add(
          invalid(
              key,
              written,
              "a time zone",
              Choices.nearest(written, ZoneId.getAvailableZoneIds())
                  .map(near -> "Did you mean \"" + near + "\"?")
                  .orElse("Write one such as Europe/Berlin or UTC.")));
      return otherwise;
    }
  }

  Locale locale(String key, Locale otherwise) {
    String written = text(key).trim();
    return written.isEmpty() ? otherwise : Locale.forLanguageTag(written.replace('_', '-'));
  }

  /** A pattern of {@link SimpleDateFormat}. */
  String datePattern(String key, Locale locale, String otherwise) {
    String written = text(key);
    try {
      new SimpleDateFormat(written, locale);
      return written;
    } catch (IllegalArgumentException e) {
      problems.add(
          invalid(key, written, "a date pattern", "Write one such as yyyy-MM-dd or dd.MM.yyyy."));
      return otherwise;
    }
  }

  /** A pattern of addresses that tells articles apart; none without a value. */
  Optional<Permalink> permalink(String key, ZoneId zone) {
    String pattern = text(key).trim();
    if (pattern.isEmpty() || hasUnknownPart(key, pattern, "an address")) {
      return Optional.empty();
    }
    if (!pattern.contains(":slug")) {
      problems.add(
          invalid(
              key,
              pattern,
              "a pattern that tells articles apart",
              "Write one with :slug in it, such as /:year/:month/:slug/."));
      return Optional.empty();
    }
    return Optional.of(new Permalink(pattern, zone));
  }

  /** A pattern of paths of Markdown files in the content folder. */
  Permalink newPath(String key, ZoneId zone, String otherwise) {
    String written = text(key).trim();
    if (written.isEmpty() || hasUnknownPart(key, written, "a path")) {
      return new Permalink(otherwise, zone);
    }
    if (!written.contains(":slug")
        || !written.endsWith(".md")
        || List.of(written.split("/")).contains("..")) {
      problems.add(
          invalid(
              key,
              written,
              "a pattern of Markdown files below the content folder",
              "Write one with :slug that ends in .md, such as " + otherwise + "."));
      return new Permalink(otherwise, zone);
    }
    return new Permalink(written, zone);
  }

  private boolean hasUnknownPart(String key, String pattern, String what) {
    Optional<String> unknown = Permalink.unknown(pattern);
    unknown.ifPresent(
        name ->
            problems.add(
                Problem.error(
                        "config-invalid",
                        location(key, ":" + name),
                        what + " has no part \":" + name + "\".",
                        Choices.advice(name, Permalink.NAMES))
                    .showing(line(key))));
    return unknown.isPresent();
  }

  /** The value of a header, with its commas; {@code ""} without one. */
  String header(String key) {
    String written = String.join(", ", properties.getStringArray(key)).trim();
    if (SyndicationOptions.isHeader(written)) {
      return written;
    }
    problems.add(
        Problem.error(
                "config-invalid",
                location(key, key),
                key + " holds a line break or a sign that no header may have.",
                "Write one line of ASCII; a backslash at the end of a line continues it.")
            .showing(line(key)));
    return "";
  }

  /**
   * The problem of a value that cannot be.
   *
   * @param meant what it should have been, such as "a port"
   */
  Problem invalid(String key, String written, String meant, String advice) {
    return Problem.error(
            "config-invalid",
            location(key, written),
            key + "=" + written + " is not " + meant + ".",
            advice)
        .showing(line(key));
  }

  /** Where a key stands. */
  SourceLocation location(String key) {
    int line = lineNumber(key);
    return line == 0
        ? SourceLocation.of(ProjectReader.FILE)
        : new SourceLocation(ProjectReader.FILE, line, 1 + line(key).indexOf(key));
  }

  /** Where the value of a key stands, or the line of the key where it is written in another way. */
  SourceLocation location(String key, String written) {
    int line = lineNumber(key);
    return line == 0
        ? SourceLocation.of(ProjectReader.FILE)
        : new SourceLocation(
            ProjectReader.FILE,
            line,
            1 + Math.max(0, line(key).indexOf(written, line(key).indexOf(key) + key.length())));
  }

  /** The line of a key, {@code ""} where it has none. */
  String line(String key) {
    int line = lineNumber(key);
    return line == 0 ? "" : lines().get(line - 1);
  }

  private int lineNumber(String key) {
    List<String> lines = lines();
    for (int i = lines.size(); i > 0; i--) {
      if (lines.get(i - 1).strip().matches(Pattern.quote(key) + "\\s*[=:\\s].*")) {
        return i;
      }
    }
    return 0;
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(folder.resolve(ProjectReader.FILE));
    } catch (IOException e) {
      // A project may do without the file; the problem is then one of its defaults.
      return List.of();
    }
  }
}
