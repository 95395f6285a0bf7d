package org.newsbake.article;

import java.util.Collections;
import java.util.Map;

/**
 * A YAML file of the data folder.
 *
 * @param source where it was read
 * @param fields its keys; a list at the top stands under {@code data}
 * @param sha1 the SHA-1 of the file's bytes, in hexadecimal digits
 */
public record DataFile(SourceFile source, Map<String, Object> fields, String sha1) {

  public DataFile {
    fields = Collections.unmodifiableMap(fields);
  }
}
