package org.newsbake.render;

import java.util.AbstractList;
import java.util.LinkedList;
import java.util.RandomAccess;

/**
 * A linked list as templates see one that a service gives: with the methods of a list, and those of
 * its two ends that do not change it. Public, because FreeMarker calls methods of public classes
 * only.
 */
public final class Listing extends AbstractList<Object> implements RandomAccess {

  private final LinkedList<?> list;

  Listing(LinkedList<?> list) {
    this.list = list;
  }

  @Override
  public Object get(int index) {
    return list.get(index);
  }

  @Override
  public int size() {
    return list.size();
  }

  /** The first element; there must be one. */
  public Object getFirst() {
    return list.getFirst();
  }

  /** The last element; there must be one. */
  public Object getLast() {
    return list.getLast();
  }

  /** The first element, or {@code null} where there is none. */
  public Object peekFirst() {
    return list.peekFirst();
  }

  /** The last element, or {@code null} where there is none. */
  public Object peekLast() {
    return list.peekLast();
  }
}
