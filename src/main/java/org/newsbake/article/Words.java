package org.newsbake.article;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;

/**
 * What an {@link Article} says: only its page, pages that quote it and related links read this. No
 * plan does.
 *
 * @param fields every key of the header as templates see it, but for type, status, date and tags
 * @param manuscript its text
 */
public record Words(Map<String, Object> fields, Manuscript manuscript) {

  /** An article of which nothing could be read. */
  public static final Words NONE = new Words(Map.of(), new Manuscript("", ""));

  public Words {
    fields = Collections.unmodifiableMap(fields);
    Objects.requireNonNull(manuscript);
  }

  /** What the text and the header name. */
  public Mentions mentions() {
    return manuscript.mentions().with(fields);
  }

  /** The text as HTML. */
  public String body() {
    return manuscript.html();
  }

  /** The SHA-1 of the file's bytes, in hexadecimal digits. */
  public String sha1() {
    return manuscript.sha1();
  }
}
