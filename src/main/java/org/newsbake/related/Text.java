package org.newsbake.related;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be known of a text to find others like it.
 *
 * @param path what identifies it, and orders texts of one instant
 * @param date when it was published
 * @param language its language as a BCP 47 tag
 * @param title its headline, plain text
 * @param summary one or two sentences, plain text; may be empty
 * @param body its body as HTML
 * @param tags its tags
 * @param section the key of its section
 * @param own whether it is the newsroom's own, not an agency's
 * @param guid what is the same for all versions of it
 * @param pins the paths of the texts that the editor wants beside it, best first
 * @param excluded the paths of the texts that the editor does not want beside it
 */
public record Text(
    String path,
    Instant date,
    String language,
    String title,
    String summary,
    String body,
    List<String> tags,
    Optional<String> section,
    boolean own,
    Optional<String> guid,
    List<String> pins,
    Set<String> excluded) {

  public Text {
    if (path.isEmpty()) {
      throw new IllegalArgumentException("a text has a path");
    }
    Objects.requireNonNull(date);
    Objects.requireNonNull(language);
    Objects.requireNonNull(title);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(body);
    tags = List.copyOf(tags);
    Objects.requireNonNull(section);
    Objects.requireNonNull(guid);
    pins = List.copyOf(pins);
    excluded = Set.copyOf(excluded);
  }
}
