package org.newsbake.render;

import java.util.BitSet;
import java.util.function.Supplier;

/**
 * What one page read while it was rendered: a page that read the same values has the same bytes.
 *
 * <p>Each thread renders one page at a time and has one trace then.
 */
public final class Trace {

  private static final ThreadLocal<Trace> CURRENT = new ThreadLocal<>();

  private final Facets facets;
  private final BitSet numbers = new BitSet();

  private Trace(Facets facets) {
    this.facets = facets;
  }

  /** A step that renders a page. */
  interface Rendering {
    byte[] render() throws PageRenderer.TemplateFailure;
  }

  /** A page and what it read. */
  public record Traced(byte[] bytes, BitSet numbers) {}

  static Traced of(Facets facets, Rendering rendering) throws PageRenderer.TemplateFailure {
    Trace trace = new Trace(facets);
    CURRENT.set(trace);
    try {
      return new Traced(rendering.render(), trace.numbers);
    } finally {
      CURRENT.remove();
    }
  }

  /** That of the page which this thread renders, or {@code null}. */
  static Trace current() {
    return CURRENT.get();
  }

  Facets facets() {
    return facets;
  }

  /** Notes that a facet was read. */
  void read(int number) {
    numbers.set(number);
  }

  /** Notes that an aspect of a subject was read by the page that this thread renders, if any. */
  public static void read(Facets.Aspect aspect, int subject) {
    Trace trace = CURRENT.get();
    if (trace != null) {
      trace.numbers.set(trace.facets.number(aspect, subject));
    }
  }

  /** Makes what all pages share: what is read for it is no business of the page that asks first. */
  public static <T> T aside(Supplier<T> making) {
    Trace trace = CURRENT.get();
    if (trace == null) {
      return making.get();
    }
    CURRENT.remove();
    try {
      return making.get();
    } finally {
      CURRENT.set(trace);
    }
  }

  /** Does the same for what may fail. */
  static <T, E1 extends Exception, E2 extends Exception> T asideOf(Step<T, E1, E2> step)
      throws E1, E2 {
    Trace trace = CURRENT.get();
    CURRENT.remove();
    try {
      return step.run();
    } finally {
      if (trace != null) {
        CURRENT.set(trace);
      }
    }
  }

  /** A step that may fail in two ways. */
  interface Step<T, E1 extends Exception, E2 extends Exception> {
    T run() throws E1, E2;
  }
}
