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

  /**
   * Whether a name's value is made by code that nobody knows, so that it may be another one each
   * time.
   */
  default boolean isForeign(String name) {
    return false;
  }

  /**
   * A map whose reads {@link PageRenderer#culprit} traces back to what the map is about. It tells
   * {@link Trace} itself what is read of it.
   */
  interface Traced {

    /** What the map is about, such as the story whose values it holds. */
    Object subject();

    /** What tells the subject from others. */
    String name();
  }

  /** A list of maps about subjects, which can be named without making the maps. */
  interface Subjects {

    /** What tells the subject at a position from others. */
    String name(int index);
  }

  /** What stands for a subject where only its name is wanted. */
  record Subject(String name) {}

  /** An object whose public methods a template may call. */
  record Service(Object object) {}
}
