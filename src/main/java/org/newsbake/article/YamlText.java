package org.newsbake.article;

import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.DuplicateKeyException;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * YAML 1.1 as the files of a site use it: plain values only, no key twice, and times without a zone
 * in the zone of the site. Immutable and thread-safe.
 */
final class YamlText {

  private static final String DUPLICATE = "found duplicate key ";

  /** The most values that a document may have, if it is not longer itself. */
  private static final long MOST = 1_000_000;

  private static final long ENDLESS = Integer.MAX_VALUE;

  private final Dates dates;

  YamlText(ZoneId zone) {
    this.dates = new Dates("yyyy-MM-dd", zone, Locale.ROOT);
  }

  /** The value of a text, or the problem that keeps it from having one. */
  record Loaded(Object value, Optional<Problem> problem) {}

  /** Loads the document that stands between two indexes of a text. */
  Loaded load(SourceText source, int start, int end) {
    String yaml = source.text().substring(start, end);
    try {
      Object value = new Yaml(new Timestamps(options())).load(yaml);
      return size(value, new IdentityHashMap<>()) > Math.max(MOST, yaml.length())
          ? new Loaded(null, Optional.of(endless(source)))
          : new Loaded(value, Optional.empty());
    } catch (MarkedYAMLException e) {
      return new Loaded(null, Optional.of(problem(source, start, yaml, e)));
    } catch (ReaderException e) {
      return new Loaded(null, Optional.of(unprintable(source, start, yaml)));
    } catch (YAMLException | IllegalArgumentException | ClassCastException e) {
      // The last two come from explicit tags on values that they do not fit, such as !!int word.
      return new Loaded(
          null,
          Optional.of(
              Problem.error(
                  "yaml-invalid",
                  SourceLocation.of(source.name()),
                  "this YAML cannot be read: " + firstLine(e.getMessage()) + ".",
                  "Write plain key: value lines, without tags (!!) and not nested too deep.")));
    }
  }

  /**
   * How many values there are once every alias is written out. One that holds itself is endless.
   *
   * @param sizes the sizes of the lists and maps that were seen before
   */
  private static long size(Object value, Map<Object, Long> sizes) {
    Collection<?> elements = List.of();
    if (value instanceof Collection<?> collection) {
      elements = collection;
    } else if (value instanceof Map<?, ?> map) {
      elements = map.entrySet();
    } else if (value instanceof Map.Entry<?, ?> entry) {
      elements = Arrays.asList(entry.getKey(), entry.getValue());
    }
    if (elements.isEmpty()) {
      return 1;
    }
    Long known = sizes.putIfAbsent(value, ENDLESS);
    if (known != null) {
      return known;
    }
    long size = 1;
    for (Object element : elements) {
      size = Math.min(ENDLESS, size + size(element, sizes));
    }
    sizes.put(value, size);
    return size;
  }

  private static Problem endless(SourceText source) {
    return Problem.error(
        "yaml-invalid",
        SourceLocation.of(source.name()),
        "a value of this YAML holds itself, or holds others so often that it is too large.",
        "Write it out without aliases (*).");
  }

  /** The places in a document, which is parsed once, when the first place is sought. */
  static final class Places {
    private final String yaml;
    private final int start;
    private Map<String, NodeTuple> keys;

    /** The places in the document that is between two indexes of a text. */
    Places(SourceText source, int start, int end) {
      yaml = source.text().substring(start, end);
      this.start = start;
    }

    /**
     * Where a key at the top of a document begins, as an index into the text.
     *
     * @param names the names that the key may have
     */
    OptionalInt ofKey(Set<String> names) {
      return tuple(names)
          .map(tuple -> OptionalInt.of(start + index(yaml, tuple.getKeyNode().getStartMark())))
          .orElse(OptionalInt.empty());
    }

    /**
     * How the author wrote a value without quotes that YAML takes for a number or a truth value.
     *
     * @param names the names that the key may have
     * @param below keys and positions in the maps and lists below it
     */
    Optional<String> written(Set<String> names, List<?> below) {
      Optional<Node> node = tuple(names).map(NodeTuple::getValueNode);
      for (Object step : below) {
        node = node.flatMap(value -> child(value, step));
      }
      return node.map(value -> value instanceof ScalarNode scalar ? scalar.getValue() : null);
    }

    /**
     * Where the value of a key at the top of a document begins, or one below it, or the nearest one
     * around that, as an index into the text.
     *
     * @param names the names that the key may have
     * @param below keys and positions in the maps and lists below it
     */
    OptionalInt ofValue(Set<String> names, List<?> below) {
      Optional<Node> value = tuple(names).map(NodeTuple::getValueNode);
      if (value.isEmpty()) {
        return OptionalInt.empty();
      }
      Node node = value.get();
      for (Object step : below) {
        Optional<Node> next = child(node, step);
        if (next.isEmpty()) {
          break;
        }
        node = next.get();
      }
      return OptionalInt.of(start + index(yaml, node.getStartMark()));
    }

    /** The first of the keys at the top of the document that has one of these names. */
    private Optional<NodeTuple> tuple(Set<String> names) {
      if (keys == null) {
        keys = new HashMap<>();
        Node document = new Yaml(options()).compose(new StringReader(yaml));
        if (document instanceof MappingNode mapping) {
          for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
              keys.putIfAbsent(key.getValue(), tuple);
            }
          }
        }
      }
      return names.stream()
          .map(keys::get)
          .filter(Objects::nonNull)
          .min(Comparator.comparingInt(tuple -> tuple.getKeyNode().getStartMark().getIndex()));
    }
  }

  private static Optional<Node> child(Node node, Object step) {
    if (step instanceof Integer position) {
      return node instanceof SequenceNode list && position < list.getValue().size()
          ? Optional.of(list.getValue().get(position))
          : Optional.empty();
    }
    String name = step.toString();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return Optional.of(tuple.getValueNode());
        }
      }
    }
    return Optional.empty();
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    // A data file may be long; it is the site's own.
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }

  private static Problem problem(SourceText source, int start, String yaml, MarkedYAMLException e) {
    int at = start + place(yaml, e);
    if (e instanceof DuplicateKeyException) {
      return source.problemAt(
          Severity.ERROR,
          "key-duplicate",
          at,
          "the key \""
              + e.getProblem().substring(DUPLICATE.length())
              + "\" stands here a second time.",
          "Take one of the two out.");
    }
    if (e instanceof InvalidDate) {
      return source.problemAt(
          Severity.ERROR,
          "date-invalid",
          at,
          e.getProblem(),
          "Write 2026-12-31 or 2026-12-31T14:00:00Z.");
    }
    String problem = firstLine(e.getProblem());
    String advice =
        "Write key: value, and put a value that holds \": \" or begins with a sign into quotes.";
    if (problem.startsWith("mapping values are not allowed")) {
      problem = "\": \" cannot stand here";
    } else if (problem.contains("(TAB)")) {
      problem = "a tab cannot stand here";
      advice = "Indent with spaces.";
    } else if (endsTooEarly(yaml, e)) {
      problem = "what begins here has no end";
      advice = "Close the quote or the bracket.";
    }
    return source.problemAt(
        Severity.ERROR, "yaml-invalid", at, "this is not YAML: " + problem + ".", advice);
  }

  private static Problem unprintable(SourceText source, int start, String yaml) {
    int at = 0;
    while (StreamReader.isPrintable(yaml.codePointAt(at))) {
      at += Character.charCount(yaml.codePointAt(at));
    }
    return source.problemAt(
        Severity.ERROR,
        "yaml-invalid",
        start + at,
        String.format("YAML may not hold the control character U+%04X.", yaml.codePointAt(at)),
        "Take it out.");
  }

  /** Where a problem is; one that only the end of the text shows is where it began. */
  private static int place(String yaml, MarkedYAMLException e) {
    Mark mark = endsTooEarly(yaml, e) ? e.getContextMark() : e.getProblemMark();
    int at = mark == null ? 0 : index(yaml, mark);
    return at == yaml.length() ? yaml.stripTrailing().length() : at;
  }

  private static boolean endsTooEarly(String yaml, MarkedYAMLException e) {
    return e.getContextMark() != null
        && e.getProblemMark() != null
        && index(yaml, e.getProblemMark()) == yaml.length();
  }

  private static int index(String yaml, Mark mark) {
    return yaml.offsetByCodePoints(0, mark.getIndex());
  }

  private static String firstLine(String message) {
    String text = message == null ? "a value does not fit its tag" : message;
    return before(before(text, "\n"), ". (Do not use ");
  }

  private static String before(String text, String mark) {
    int end = text.indexOf(mark);
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
              Optional<Instant> date = dates.byIso(value).or(() -> dates.whole(value).instant());
              if (date.isEmpty()) {
                throw new InvalidDate(value, node.getStartMark());
              }
              return new WrittenDate(date.get(), value);
            }
          });
    }
  }
}
