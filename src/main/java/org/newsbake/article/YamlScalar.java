package org.newsbake.article;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A text as a value of front matter: as it is where YAML reads it back as the same text, else in
 * quotes.
 *
 * <pre>{@code
 * YamlScalar.of("The wall stays")        // The wall stays
 * YamlScalar.of("Vote: the wall stays")  // "Vote: the wall stays"
 * YamlScalar.of("1984")                  // "1984"
 * }</pre>
 */
public final class YamlScalar {

  private static final YamlText YAML = new YamlText(ZoneOffset.UTC);

  private YamlScalar() {}

  /** The value of a text, on one line. */
  public static String of(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  private static boolean isPlain(String text) {
    // What is a sign between brackets stays in quotes, so that a list may hold the value, too.
    if (text.isEmpty()
        || !Character.isLetterOrDigit(text.codePointAt(0))
        || text.codePoints().anyMatch(c -> ",[]{}\n".indexOf(c) >= 0)) {
      return false;
    }
    byte[] line = ("key: " + text + "\n").getBytes(StandardCharsets.UTF_8);
    SourceText source = SourceText.decode("value", line, StandardCharsets.UTF_8).text();
    return YAML.load(source, 0, source.text().length()).value() instanceof Map<?, ?> map
        && text.equals(map.get("key"));
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
              } else if (c < 0x20 || c == 0x85 || c == 0xFEFF || breaksLines(c) || !prints(c)) {
                quoted.append(String.format("\\U%08X", c));
              } else {
                quoted.appendCodePoint(c);
              }
            });
    return quoted.append('"').toString();
  }

  private static boolean breaksLines(int c) {
    return c == 0x2028 || c == 0x2029;
  }

  private static boolean prints(int c) {
    return StreamReader.isPrintable(c);
  }
}
