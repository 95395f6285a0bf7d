package org.newsbake.bake;

import java.util.Optional;

/**
 * A story that somebody is to write.
 *
 * @param headline its headline, on one line, with nothing that cannot be printed
 * @param kind its kind, which chooses the archetype that it begins as
 * @param section the key or name of its section
 * @param source the key or name of the agency that it comes from
 * @param author the key or name of its author
 * @param slug the name of its file without extension, instead of one made of the headline
 */
public record NewArticleRequest(
    String headline,
    String kind,
    Optional<String> section,
    Optional<String> source,
    Optional<String> author,
    Optional<String> slug) {

  /** Agency copy. */
  public static final String WIRE = "wire";

  /** Makes the headline one line: what breaks it becomes a space, and controls are left out. */
  public NewArticleRequest {
    headline =
        headline
            .codePoints()
            .map(c -> breaksLines(c) ? ' ' : c)
            .filter(c -> !Character.isISOControl(c) && isCharacter(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    if (headline.isEmpty()) {
      throw new IllegalArgumentException("a story has a headline");
    }
  }

  private static boolean breaksLines(int c) {
    return "\t\n\u000B\f\r\u0085\u2028\u2029".indexOf(c) >= 0;
  }

  /** Half a character cannot be written, and what is none cannot be read back. */
  private static boolean isCharacter(int c) {
    return Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE && c != 0xFEFF;
  }
}
