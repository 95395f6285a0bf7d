package org.newsbake.jbake;

import java.util.AbstractList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import java.util.Spliterator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jbake.app.DocumentList;
import org.newsbake.render.Vocabulary;

/**
 * A document list that all pages share: JBake's type, which is a linked list, over an array that
 * nobody can change.
 *
 * @param <T> the type of its elements
 */
class SharedDocuments<T> extends DocumentList<T> implements RandomAccess {

  private static final long serialVersionUID = 1;

  private final transient List<T> documents;

  SharedDocuments(List<T> documents) {
    this.documents = List.copyOf(documents);
  }

  private SharedDocuments(Made<?, T> documents) {
    this.documents = documents;
  }

  /**
   * A list whose elements are made when they are asked for.
   *
   * @param making gives the same element for the same item each time
   */
  static <S, T> SharedDocuments<T> of(List<S> items, Function<S, T> making) {
    return new SharedDocuments<>(new Made<>(List.copyOf(items), making));
  }

  /**
   * A list whose elements are made when they are asked for.
   *
   * @param making gives the same element for the same item each time
   * @param naming tells an item from others
   */
  static <S, T> SharedDocuments<T> of(
      List<S> items, Function<S, T> making, Function<S, String> naming) {
    return new Named<>(new Made<>(List.copyOf(items), making), naming);
  }

  /** A list that can name its elements without making them. */
  private static final class Named<S, T> extends SharedDocuments<T> implements Vocabulary.Subjects {
    private static final long serialVersionUID = 1;

    private final transient Made<S, T> made;
    private final transient Function<S, String> naming;

    Named(Made<S, T> made, Function<S, String> naming) {
      super(made);
      this.made = made;
      this.naming = naming;
    }

    @Override
    public String name(int index) {
      return naming.apply(made.items.get(index));
    }
  }

  /** A view of a list. */
  private static final class Made<S, T> extends AbstractList<T> implements RandomAccess {
    private final List<S> items;
    private final Function<S, T> making;

    Made(List<S> items, Function<S, T> making) {
      this.items = items;
      this.making = making;
    }

    @Override
    public T get(int index) {
      return making.apply(items.get(index));
    }

    @Override
    public int size() {
      return items.size();
    }
  }

  @Override
  public T get(int index) {
    return documents.get(index);
  }

  @Override
  public int size() {
    return documents.size();
  }

  @Override
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  @Override
  public Iterator<T> iterator() {
    return documents.iterator();
  }

  @Override
  public ListIterator<T> listIterator() {
    return documents.listIterator();
  }

  @Override
  public ListIterator<T> listIterator(int index) {
    return documents.listIterator(index);
  }

  @Override
  public List<T> subList(int from, int to) {
    return documents.subList(from, to);
  }

  @Override
  public Iterator<T> descendingIterator() {
    List<T> reversed = new java.util.ArrayList<>(documents);
    Collections.reverse(reversed);
    return Collections.unmodifiableList(reversed).iterator();
  }

  @Override
  public Spliterator<T> spliterator() {
    return documents.spliterator();
  }

  @Override
  public boolean contains(Object o) {
    return documents.contains(o);
  }

  @Override
  public boolean containsAll(Collection<?> c) {
    return documents.containsAll(c);
  }

  @Override
  public int indexOf(Object o) {
    return documents.indexOf(o);
  }

  @Override
  public int lastIndexOf(Object o) {
    return documents.lastIndexOf(o);
  }

  @Override
  public Object[] toArray() {
    return documents.toArray();
  }

  @Override
  public <A> A[] toArray(A[] array) {
    return documents.toArray(array);
  }

  @Override
  public T getFirst() {
    return element();
  }

  @Override
  public T getLast() {
    if (documents.isEmpty()) {
      throw new NoSuchElementException();
    }
    return documents.get(documents.size() - 1);
  }

  @Override
  public T element() {
    if (documents.isEmpty()) {
      throw new NoSuchElementException();
    }
    return documents.get(0);
  }

  @Override
  public T peek() {
    return documents.isEmpty() ? null : documents.get(0);
  }

  @Override
  public T peekFirst() {
    return peek();
  }

  @Override
  public T peekLast() {
    return documents.isEmpty() ? null : getLast();
  }

  @Override
  public boolean add(T document) {
    throw shared();
  }

  @Override
  public void add(int index, T document) {
    throw shared();
  }

  @Override
  public boolean addAll(Collection<? extends T> others) {
    throw shared();
  }

  @Override
  public boolean addAll(int index, Collection<? extends T> others) {
    throw shared();
  }

  @Override
  public void addFirst(T document) {
    throw shared();
  }

  @Override
  public void addLast(T document) {
    throw shared();
  }

  @Override
  public boolean offer(T document) {
    throw shared();
  }

  @Override
  public boolean offerFirst(T document) {
    throw shared();
  }

  @Override
  public boolean offerLast(T document) {
    throw shared();
  }

  @Override
  public void push(T document) {
    throw shared();
  }

  @Override
  public T set(int index, T document) {
    throw shared();
  }

  @Override
  public T pop() {
    throw shared();
  }

  @Override
  public T poll() {
    throw shared();
  }

  @Override
  public T pollFirst() {
    throw shared();
  }

  @Override
  public T pollLast() {
    throw shared();
  }

  @Override
  public T remove() {
    throw shared();
  }

  @Override
  public T remove(int index) {
    throw shared();
  }

  @Override
  public boolean remove(Object o) {
    throw shared();
  }

  @Override
  public T removeFirst() {
    throw shared();
  }

  @Override
  public T removeLast() {
    throw shared();
  }

  @Override
  public boolean removeFirstOccurrence(Object o) {
    throw shared();
  }

  @Override
  public boolean removeLastOccurrence(Object o) {
    throw shared();
  }

  @Override
  public boolean removeAll(Collection<?> c) {
    throw shared();
  }

  @Override
  public boolean retainAll(Collection<?> c) {
    throw shared();
  }

  @Override
  public boolean removeIf(Predicate<? super T> filter) {
    throw shared();
  }

  @Override
  public void replaceAll(UnaryOperator<T> operator) {
    throw shared();
  }

  @Override
  public void sort(Comparator<? super T> order) {
    throw shared();
  }

  @Override
  public void clear() {
    throw shared();
  }

  @Override
  public Object clone() {
    throw shared();
  }

  private static UnsupportedOperationException shared() {
    return new UnsupportedOperationException(
        "all pages share this list: copy it before changing it");
  }
}
