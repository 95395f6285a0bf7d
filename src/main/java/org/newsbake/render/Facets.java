package org.newsbake.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The things that a page of one site may have read, each with a number, so that a {@link Trace} is
 * a set of numbers. Thread-safe.
 *
 * <p>Subjects, which are the stories of the site, have one number for each {@link Aspect}. All
 * other facets get theirs when they are first read.
 */
public final class Facets {

  /** What a page may read of a subject. */
  public enum Aspect {
    /** What lists show of it. */
    CARD,
    /** All that it says. */
    TEXT,
    /** Which others are related to it. */
    RELATED,
    /** Which ones stand before and behind it. */
    NEIGHBOURS
  }

  private static final Aspect[] ASPECTS = Aspect.values();

  /** What a page may read beside subjects. */
  public sealed interface Facet {

    /** An aspect of a subject. */
    record OfSubject(Aspect aspect, int subject) implements Facet {}

    /**
     * A value that templates reach by names.
     *
     * @param own whether the first name is one that only some pages have
     * @param steps the names, and positions in lists
     */
    record Value(boolean own, List<Object> steps) implements Facet {
      public Value {
        steps = List.copyOf(steps);
      }
    }

    /** The text of a template. */
    record OfTemplate(String name) implements Facet {}

    /** The text of an include that says the same on every page, for a value of the root path. */
    record Include(String template, String rootPath) implements Facet {}

    /** An object whose methods templates call. */
    record OfService(String name) implements Facet {}

    /**
     * Something that cannot be compared, such as the clock: pages that read it change each time.
     */
    record Everything(String reason) implements Facet {}
  }

  /** The step from a list to its size, and from a map to all that is in it. */
  public enum Whole {
    SIZE,
    CONTENTS
  }

  private final int subjects;
  private final AtomicInteger next;
  private final List<Block> blocks = new ArrayList<>();
  private final Map<Facet, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, Facet> facets = new ConcurrentHashMap<>();
  private final Place shared = new Place(null, null, false);
  private final Place own = new Place(null, null, true);

  /**
   * @param subjects how many subjects there are
   */
  public Facets(int subjects) {
    this.subjects = subjects;
    next = new AtomicInteger(ASPECTS.length * subjects);
  }

  /** The number of an aspect of a subject. */
  public int number(Aspect aspect, int subject) {
    return aspect.ordinal() * subjects + subject;
  }

  /** The number of a facet. */
  public int number(Facet facet) {
    if (facet instanceof Facet.OfSubject of) {
      return number(of.aspect(), of.subject());
    }
    if (facet instanceof Facet.Value value) {
      Place place = value.own() ? own : shared;
      for (Object step : value.steps()) {
        place = place.to(step);
      }
      return place.number();
    }
    return numbers.computeIfAbsent(
        facet,
        key -> {
          int number = next.getAndIncrement();
          facets.put(number, key);
          return number;
        });
  }

  /** The facet of a number that was given. */
  public Facet facet(int number) {
    if (number < ASPECTS.length * subjects) {
      return new Facet.OfSubject(ASPECTS[number / subjects], number % subjects);
    }
    Facet facet = facets.get(number);
    return facet == null ? position(number) : facet;
  }

  private Facet position(int number) {
    synchronized (blocks) {
      for (Block block : blocks) {
        if (number >= block.first && number < block.first + block.size) {
          return block.list.value(number - block.first);
        }
      }
    }
    throw new IllegalArgumentException("no facet has the number " + number);
  }

  /** How many numbers were given. */
  public int size() {
    return next.get();
  }

  /** The numbers of the positions of a long list, which follow each other. */
  private record Block(int first, int size, Place list) {}

  /** The beginning of values that all pages have, or of those that some pages have. */
  Place root(boolean ofSomePages) {
    return ofSomePages ? own : shared;
  }

  /** A value by the names that lead to it. */
  final class Place {
    private final Place parent;
    private final Object step;
    private final boolean isOwn;
    private final Map<Object, Place> children = new ConcurrentHashMap<>();
    private volatile Block positions;
    private volatile int number = -1;

    private Place(Place parent, Object step, boolean isOwn) {
      this.parent = parent;
      this.step = step;
      this.isOwn = isOwn;
    }

    /** The value behind this one by a name, a position or as a {@link Whole}. */
    Place to(Object next) {
      Place known = children.get(next);
      return known == null
          ? children.computeIfAbsent(next, key -> new Place(this, key, isOwn))
          : known;
    }

    int number() {
      int known = number;
      if (known < 0) {
        synchronized (this) {
          known = number;
          if (known < 0) {
            known = next.getAndIncrement();
            facets.put(known, value(null));
            number = known;
          }
        }
      }
      return known;
    }

    /** The number of a position of a list of this size. */
    int position(int index, int size) {
      Block block = positions;
      if (block == null) {
        synchronized (this) {
          block = positions;
          if (block == null) {
            block = new Block(next.getAndAdd(size), size, this);
            synchronized (blocks) {
              blocks.add(block);
            }
            positions = block;
          }
        }
      }
      return index < block.size ? block.first + index : to(index).number();
    }

    private Facet.Value value(Object last) {
      List<Object> steps = new ArrayList<>();
      if (last != null) {
        steps.add(last);
      }
      for (Place place = this; place.parent != null; place = place.parent) {
        steps.add(0, place.step);
      }
      return new Facet.Value(isOwn, steps);
    }
  }

  /**
   * The value that steps lead to.
   *
   * @return nothing where they lead to none
   */
  public static Optional<Object> value(Vocabulary vocabulary, List<Object> steps) {
    Object value = vocabulary.get((String) steps.get(0));
    for (Object step : steps.subList(1, steps.size())) {
      if (value instanceof Map<?, ?> map) {
        value = step instanceof String key ? Models.value(map, key) : value;
      } else {
        List<?> list = Models.list(value);
        if (list == null) {
          return Optional.empty();
        }
        if (step == Whole.SIZE) {
          value = list.size();
        } else if (step instanceof Integer index) {
          value = index < list.size() ? element(list, index) : null;
        }
      }
      if (value == null) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(value);
  }

  private static Object element(List<?> list, int index) {
    return list instanceof Vocabulary.Subjects subjects
        ? new Vocabulary.Subject(subjects.name(index))
        : list.get(index);
  }
}
