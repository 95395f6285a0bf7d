package org.newsbake.article;

import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML file of the data folder.
 *
 * @param source where it was read
 * @param fields its keys; a list at the top stands under {@code data}
 * @param keys the keys in the order of the file
 * @param sha1 the SHA-1 of the file's bytes, in hexadecimal digits
 */
public record DataFile(
    SourceFile source, Map<String, Object> fields, List<String> keys, String sha1) {

  public DataFile {
    fields = Collections.unmodifiableMap(fields);
    keys = List.copyOf(keys);
  }

  /** A data file whose order is that of a map of its keys. */
  public DataFile(SourceFile source, Map<String, Object> fields, String sha1) {
    this(source, fields, List.copyOf(fields.keySet()), sha1);
  }

  /** Whether it says {@code status: published}, and so is among what JBake calls published. */
  public boolean isPublished() {
    return Article.PUBLISHED.equals(fields.get("status"));
  }

  /** Its date, where it has a key for one that is a date. */
  public Optional<Instant> date() {
    return fields.get("date") instanceof Date date
        ? Optional.of(date.toInstant())
        : Optional.empty();
  }

  /** Its tags, where it has a key for them that is a list. */
  public List<String> tags() {
    return fields.get("tags") instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
