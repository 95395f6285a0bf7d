package org.newsbake.jbake;

import java.util.Map;
import java.util.function.Supplier;
import org.jbake.model.DocumentModel;
import org.newsbake.render.Vocabulary;

/**
 * A document with what Newsbake adds to it. What is added can be asked for by its name, but is not
 * among the keys: a template that lists them sees JBake's.
 */
final class StoryDocument extends DocumentModel implements Vocabulary.Traced {

  private static final long serialVersionUID = 1;

  private final transient Object entry;
  private final transient Map<String, Supplier<Object>> added;

  /**
   * A document whose names of these have these values, unless its header has them.
   *
   * @param entry the article that it is about
   */
  StoryDocument(Object entry, Map<String, Supplier<Object>> added) {
    this.entry = entry;
    this.added = added;
  }

  @Override
  public Object subject() {
    return entry;
  }

  @Override
  public Object get(Object key) {
    Object own = super.get(key);
    if (own != null) {
      return own;
    }
    Supplier<Object> value = added.get(key);
    return value == null ? null : value.get();
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }
}
