package org.newsbake.article;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * YAML 1.1 as the files of a site use it: plain values only, no key twice, and times without a zone
 * in the zone of the site. Immutable and thread-safe.
 */
final class YamlText {

  private final Dates dates;

  YamlText(ZoneId zone) {
    this.dates = new Dates("yyyy-MM-dd", zone, Locale.ROOT);
  }

  /** The value of a text, or the problem that keeps it from having one. */
  record Loaded(Object value, Optional<Problem> problem) {}

  /**
   * Loads one document.
   *
   * @param source the file that the text stands in, for problems
   * @param skipped how many lines of the file stand above the text
   */
  Loaded load(SourceText source, String yaml, int skipped) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new Loaded(new Yaml(new Timestamps(options)).load(yaml), Optional.empty());
    } catch (MarkedYAMLException e) {
      return new Loaded(null, Optional.of(problem(source, e, skipped)));
    } catch (YAMLException e) {
      return new Loaded(
          null,
          Optional.of(
              Problem.error(
                  "yaml-invalid",
                  SourceLocation.of(source.name()),
                  "this is not YAML: " + firstLine(e.getMessage()) + ".",
                  "Write it as key: value lines.")));
    }
  }

  private static Problem problem(SourceText source, MarkedYAMLException e, int skipped) {
    Mark mark = e.getProblemMark();
    int line = mark == null ? skipped + 1 : mark.getLine() + 1 + skipped;
    int column = mark == null ? 0 : mark.getColumn() + 1;
    if (e instanceof DuplicateKeyException) {
      return source.problem(
          org.newsbake.Severity.ERROR,
          "key-duplicate",
          line,
          column,
          firstLine(e.getProblem()) + ".",
          "Take one of the two out.");
    }
    if (e instanceof InvalidDate) {
      return source.problem(
          org.newsbake.Severity.ERROR,
          "date-invalid",
          line,
          column,
          e.getProblem(),
          "Write 2026-12-31 or 2026-12-31T14:00:00Z.");
    }
    return source.problem(
        org.newsbake.Severity.ERROR,
        "yaml-invalid",
        line,
        column,
        "this is not YAML: " + firstLine(e.getProblem()) + ".",
        "Write key: value, and put a value that holds \": \" or begins with a sign into quotes.");
  }

  private static String firstLine(String message) {
    String text = message == null ? "it cannot be read" : message;
    int end = text.indexOf('\n');
    return end < 0 ? text : text.substring(0, end);
  }

  /** A scalar that looks like a date and is none. */
  private static final class InvalidDate extends MarkedYAMLException {
    private static final long serialVersionUID = 1;

    InvalidDate(String value, Mark mark) {
      super(null, null, "date \"" + value + "\" is not a date.", mark);
    }
  }

  private final class Timestamps extends SafeConstructor {
    Timestamps(LoaderOptions options) {
      super(options);
      yamlConstructors.put(
          Tag.TIMESTAMP,
          new AbstractConstruct() {
            @Override
            public Object construct(Node node) {
              String value = ((ScalarNode) node).getValue();
              Optional<Instant> date = dates.byIso(value);
              if (date.isEmpty()) {
                throw new InvalidDate(value, node.getStartMark());
              }
              return Date.from(date.get());
            }
          });
    }
  }
}
