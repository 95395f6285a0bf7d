package org.newsbake.render;

/**
 * What the template of one page can ask for by name.
 *
 * <p>Values are strings, numbers, booleans, dates, maps, collections, arrays and {@link Service}s.
 * They must not change while pages are rendered: they are not copied, and many threads read them.
 */
public interface Vocabulary {

  /** The value of a name, or {@code null} where it has none. */
  Object get(String name);

  /** Whether a name has the same value on every page of the site. */
  boolean isShared(String name);

  /** A map whose reads {@link PageRenderer#culprit} traces back to what the map is about. */
  interface Traced {

    /** What the map is about, such as the story whose values it holds. */
    Object subject();
  }

  /** An object whose public methods a template may call. */
  record Service(Object object) {}
}
