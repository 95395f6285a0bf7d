package org.newsbake.jbake;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jbake.model.DocumentModel;
import org.newsbake.article.Article;
import org.newsbake.render.Facets;
import org.newsbake.render.Trace;
import org.newsbake.render.Vocabulary;

/**
 * A document with what Newsbake adds to it. What is added can be asked for by its name, but is not
 * among the keys: a template that lists them sees JBake's.
 */
final class StoryDocument extends DocumentModel implements Vocabulary.Traced {

  private static final long serialVersionUID = 1;

  /** Keys whose values tell more than lists show. */
  private static final Set<String> OF_TEXT = Set.of("body", "sha1");

  private static final Set<String> OF_NEIGHBOURS = Set.of("previousContent", "nextContent");

  private final transient Object entry;
  private final transient Article article;
  private final transient int number;
  private final transient Map<String, Supplier<Object>> added;
  private transient volatile Supplier<String> body;

  /**
   * A document whose names of these have these values, unless its header has them.
   *
   * @param entry what it is about, at its place in the site
   * @param article the article there
   * @param number its place among all live articles
   */
  StoryDocument(Object entry, Article article, int number, Map<String, Supplier<Object>> added) {
    this.entry = entry;
    this.article = article;
    this.number = number;
    this.added = added;
  }

  /** Gives it a body that is made when it is first asked for. */
  void setBody(Supplier<String> making) {
    setBody("");
    body = making;
  }

  /** Makes what is made late: the body is among the values. */
  private void complete() {
    Supplier<String> making = body;
    if (making != null) {
      // The key is there already, so that no reader sees the map in between.
      setBody(making.get());
      body = null;
    }
  }

  @Override
  public Object subject() {
    return entry;
  }

  @Override
  public String name() {
    return article.source().path();
  }

  @Override
  public Object get(Object key) {
    read(key);
    if (body != null && key.equals("body")) {
      complete();
    }
    Object own = super.get(key);
    if (own != null) {
      return own;
    }
    Supplier<Object> value = added.get(key);
    return value == null ? null : value.get();
  }

  /** Tells the page that asks what it depends on. */
  private void read(Object key) {
    Trace.read(Facets.Aspect.CARD, number);
    if (OF_TEXT.contains(key) || key.equals("title") && article.title().isEmpty()) {
      Trace.read(Facets.Aspect.TEXT, number);
    } else if (key.equals("related")) {
      Trace.read(Facets.Aspect.RELATED, number);
    } else if (OF_NEIGHBOURS.contains(key)) {
      Trace.read(Facets.Aspect.NEIGHBOURS, number);
    }
  }

  /** Tells the page that asks that it depends on all there is. */
  private void readAll() {
    for (Facets.Aspect aspect : Facets.Aspect.values()) {
      Trace.read(aspect, number);
    }
    complete();
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    readAll();
    return super.entrySet();
  }

  @Override
  public Collection<Object> values() {
    readAll();
    return super.values();
  }

  @Override
  public Set<String> keySet() {
    Trace.read(Facets.Aspect.CARD, number);
    return super.keySet();
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Object> action) {
    readAll();
    super.forEach(action);
  }

  @Override
  public Object clone() {
    readAll();
    return super.clone();
  }

  @Override
  public boolean containsKey(Object key) {
    Trace.read(Facets.Aspect.CARD, number);
    return super.containsKey(key);
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
