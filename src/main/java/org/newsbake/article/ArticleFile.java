package org.newsbake.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsbake.article.YamlText.Loaded;

/**
 * The text of an article with a header in YAML, to be written or changed. What is written reads
 * back, and a key that is not changed keeps its lines to the letter, comments included.
 *
 * <pre>{@code
 * ArticleFile.EMPTY.with("title", "Vote: the wall stays").withBody("The vote was 14 to 9.\n").text()
 * }</pre>
 *
 * <p>Immutable.
 */
public final class ArticleFile {

  /** Neither keys nor text. */
  public static final ArticleFile EMPTY = new ArticleFile(new LinkedHashMap<>(), "");

  /** A key with two words or more of plain letters, which YAML reads as they stand. */
  private static final Pattern WORDS = Pattern.compile("([a-z_]+): ([A-Za-z]+(?: [A-Za-z]+)+)\\n");

  private static final String FENCE = "---";
  private static final Pattern KEY = Pattern.compile("([A-Za-z_][\\w.-]*)[ \\t]*:(?:[ \\t].*|)");
  private static final YamlText YAML = new YamlText(java.time.ZoneOffset.UTC);

  /** What stands before the first key. */
  private static final String BEFORE = "";

  /** The lines of each key, each with its end. */
  private final Map<String, String> keys;

  private final String body;

  private ArticleFile(Map<String, String> keys, String body) {
    this.keys = keys;
    this.body = body;
  }

  /** A file that begins with a header in YAML; nothing where it has none. */
  public static Optional<ArticleFile> read(String text) {
    String lines = text.startsWith("\uFEFF") ? text.substring(1) : text;
    lines = lines.replace("\r\n", "\n").replace('\r', '\n');
    if (!lines.startsWith(FENCE + "\n")) {
      return Optional.empty();
    }
    int end = lines.indexOf("\n" + FENCE + "\n", FENCE.length());
    if (end < 0) {
      if (!lines.endsWith("\n" + FENCE)) {
        return Optional.empty();
      }
      end = lines.length() - FENCE.length() - 1;
    }
    Map<String, String> keys = new LinkedHashMap<>();
    String current = BEFORE;
    int header = FENCE.length() + 1;
    for (String line : lines.substring(header, Math.max(header, end + 1)).split("(?<=\n)")) {
      Matcher key = KEY.matcher(line.stripTrailing());
      if (key.matches() && !keys.containsKey(key.group(1))) {
        current = key.group(1);
      }
      keys.merge(current, line, String::concat);
    }
    keys.values().removeIf(String::isEmpty);
    int start = Math.min(lines.length(), end + FENCE.length() + 2);
    return Optional.of(new ArticleFile(keys, lines.substring(start)));
  }

  /** Whether it has a key. */
  public boolean has(String key) {
    return keys.containsKey(key);
  }

  /** The value of a key as YAML reads it; nothing where it has none or cannot be read. */
  public Optional<Object> value(String key) {
    String lines = keys.get(key);
    if (lines == null) {
      return Optional.empty();
    }
    SourceText source =
        SourceText.decode(key, lines.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .text();
    Loaded loaded = YAML.load(source, 0, source.text().length());
    return loaded.value() instanceof Map<?, ?> map
        ? Optional.ofNullable(map.get(key)).map(Plain::copy)
        : Optional.empty();
  }

  /** The value of a key as one text; {@code ""} where there is none. */
  public String string(String key) {
    String lines = keys.get(key);
    Matcher words = WORDS.matcher(lines == null ? "" : lines);
    if (words.matches() && words.group(1).equals(key)) {
      return words.group(2);
    }
    return value(key).map(ArticleFile::string).orElse("");
  }

  private static String string(Object value) {
    if (value instanceof Collection<?> list) {
      return list.stream().map(ArticleFile::string).collect(Collectors.joining(", "));
    }
    if (value instanceof Map<?, ?> map) {
      // A date says its instant, not the time on this machine.
      return map.entrySet().stream()
          .map(it -> it.getKey() + "=" + string(it.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value instanceof Date date ? date.toInstant().toString() : String.valueOf(value);
  }

  /**
   * The same with a value for a key, in the place of the old one or behind all others.
   *
   * @param value a text, a number, a truth value, an instant, a list of texts, or a map of these
   */
  public ArticleFile with(String key, Object value) {
    Map<String, String> changed = new LinkedHashMap<>(keys);
    StringBuilder lines = new StringBuilder();
    write(key, value, "", lines);
    changed.put(key, lines.toString());
    return new ArticleFile(changed, body);
  }

  /** The same without a key. */
  public ArticleFile without(String key) {
    if (!keys.containsKey(key)) {
      return this;
    }
    Map<String, String> changed = new LinkedHashMap<>(keys);
    changed.remove(key);
    return new ArticleFile(changed, body);
  }

  /** The same with the lines of a key as they are in another file, or without that key. */
  public ArticleFile withKeyOf(ArticleFile other, String key) {
    String lines = other.keys.get(key);
    if (lines == null) {
      return without(key);
    }
    Map<String, String> changed = new LinkedHashMap<>(keys);
    changed.put(key, lines);
    return new ArticleFile(changed, body);
  }

  /**
   * The same with some keys before all others, and one behind them.
   *
   * @param first the keys that come first, in this order
   * @param last the key that comes last
   */
  public ArticleFile inOrder(List<String> first, String last) {
    Map<String, String> ordered = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(List.of(BEFORE));
    names.addAll(first);
    keys.keySet().stream().filter(it -> !it.equals(last)).forEach(names::add);
    names.add(last);
    names.stream().filter(keys::containsKey).forEach(it -> ordered.putIfAbsent(it, keys.get(it)));
    return new ArticleFile(ordered, body);
  }

  /** The names of its keys, in order. */
  public List<String> keys() {
    return keys.keySet().stream().filter(it -> !it.equals(BEFORE)).toList();
  }

  /** The Markdown below the header. */
  public String body() {
    return body;
  }

  /** The same with another text. */
  public ArticleFile withBody(String text) {
    return new ArticleFile(keys, text);
  }

  /** The digest of what an agency wrote: title, authors, dateline, summary and text. */
  public String hash() {
    String written =
        String.join(
            "\u0000",
            string("title"),
            string("authors"),
            string("dateline"),
            string("summary"),
            body.strip());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(written.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The whole file. */
  public String text() {
    StringBuilder text = new StringBuilder(FENCE + "\n");
    for (String lines : keys.values()) {
      text.append(lines);
      if (!lines.endsWith("\n")) {
        text.append('\n');
      }
    }
    return text.append(FENCE).append('\n').append(body).toString();
  }

  private static void write(String key, Object value, String indent, StringBuilder lines) {
    lines
        .append(indent)
        .append(KEY.matcher(key + ":").matches() ? key : YamlScalar.of(key))
        .append(':');
    if (value instanceof Map<?, ?> map) {
      lines.append(map.isEmpty() ? " {}\n" : "\n");
      map.forEach((name, below) -> write(name.toString(), below, indent + "  ", lines));
    } else if (value instanceof Collection<?> list) {
      List<String> elements = new ArrayList<>();
      list.forEach(element -> elements.add(element(scalar(element))));
      lines.append(" [").append(String.join(", ", elements)).append("]\n");
    } else {
      lines.append(' ').append(scalar(value)).append('\n');
    }
  }

  /** An element between brackets, where more signs have a meaning than at the end of a line. */
  private static String element(String scalar) {
    return scalar.startsWith("\"")
            || scalar.matches("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._/&'’-]|:(?=\\S))*")
        ? scalar
        : "\"" + scalar.replace("\\", "\\\\").replace("\"", "\\\"").replace("\t", "\\t") + "\"";
  }

  private static String scalar(Object value) {
    if (value instanceof OffsetDateTime time) {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    return value instanceof Number || value instanceof Boolean || value instanceof Temporal
        ? value.toString()
        : YamlScalar.of(value.toString());
  }
}
