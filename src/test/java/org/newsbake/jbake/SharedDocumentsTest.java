package org.newsbake.jbake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.ListIterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class SharedDocumentsTest {

  private static final List<String> ELEMENTS = List.of("a", "b", "c", "a");

  /** Of a later Java than this code is compiled for, or of every object. */
  private static final Set<String> OTHERS =
      Set.of("reversed", "getClass", "wait", "notify", "notifyAll");

  /**
   * Every method of a linked list either does the same, or would change the list and is refused.
   */
  @TestFactory
  Stream<DynamicTest> aListThatNobodyCanChange() {
    return Arrays.stream(LinkedList.class.getMethods())
        .filter(method -> !OTHERS.contains(method.getName()) && !method.isBridge())
        .sorted(Comparator.comparing(Method::toString))
        .map(method -> DynamicTest.dynamicTest(method.toString(), () -> check(method)));
  }

  private static void check(Method method) throws Exception {
    LinkedList<String> linked = new LinkedList<>(ELEMENTS);
    Object expected = call(linked, method);
    SharedDocuments<String> shared = new SharedDocuments<>(ELEMENTS);
    if (!linked.equals(ELEMENTS) || method.getName().equals("clone")) {
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> call(shared, method));
    } else {
      assertThat(call(shared, method)).isEqualTo(expected);
    }
    assertThat(List.copyOf(shared)).isEqualTo(ELEMENTS);
  }

  /** The result in a form that can be compared, or what was thrown. */
  private static Object call(List<String> list, Method method) throws Exception {
    Object[] arguments = Arrays.stream(method.getParameterTypes()).map(type -> any(type)).toArray();
    try {
      return plain(method.invoke(list, arguments));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof UnsupportedOperationException refused) {
        throw refused;
      }
      return e.getCause().getClass();
    }
  }

  private static Object any(Class<?> type) {
    if (type == int.class) {
      return 1;
    }
    if (type == Object.class) {
      return "a";
    }
    if (type == Collection.class) {
      return List.of("a");
    }
    if (type == Object[].class) {
      return new String[0];
    }
    if (type == Comparator.class) {
      return Comparator.naturalOrder();
    }
    if (type == Predicate.class) {
      return (Predicate<Object>) "a"::equals;
    }
    if (type == UnaryOperator.class) {
      return (UnaryOperator<Object>) o -> o + "!";
    }
    if (type == Consumer.class) {
      return (Consumer<Object>) o -> {};
    }
    if (type == IntFunction.class) {
      return (IntFunction<Object[]>) String[]::new;
    }
    throw new AssertionError("a kind of argument that is new to this test: " + type);
  }

  private static Object plain(Object result) {
    if (result instanceof Object[] array) {
      return Arrays.asList(array);
    }
    List<Object> elements = new ArrayList<>();
    if (result instanceof Iterator<?> iterator) {
      iterator.forEachRemaining(elements::add);
    } else if (result instanceof Spliterator<?> spliterator) {
      spliterator.forEachRemaining(elements::add);
    } else if (result instanceof BaseStream<?, ?> stream) {
      stream.iterator().forEachRemaining(elements::add);
    } else {
      return result;
    }
    return elements;
  }

  @Test
  void iteratorsAndPartsChangeNothingEither() {
    SharedDocuments<String> shared = new SharedDocuments<>(ELEMENTS);
    List<Runnable> changes =
        List.of(
            () -> next(shared.iterator()).remove(),
            () -> next(shared.descendingIterator()).remove(),
            () -> next(shared.listIterator()).remove(),
            () -> ((ListIterator<String>) next(shared.listIterator(1))).set("x"),
            () -> shared.listIterator().add("x"),
            () -> shared.subList(0, 2).clear(),
            () -> shared.subList(0, 2).set(0, "x"));
    for (Runnable change : changes) {
      assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(change::run);
      assertThat(List.copyOf(shared)).isEqualTo(ELEMENTS);
    }
  }

  private static Iterator<String> next(Iterator<String> iterator) {
    iterator.next();
    return iterator;
  }

  @Test
  void theListThatItWasMadeOfMayChange() {
    List<String> mutable = new ArrayList<>(ELEMENTS);
    SharedDocuments<String> shared = new SharedDocuments<>(mutable);
    mutable.clear();
    assertThat(List.copyOf(shared)).isEqualTo(ELEMENTS);
  }

  @Test
  void anEmptyListIsAsEmptyAsALinkedOne() {
    SharedDocuments<String> empty = new SharedDocuments<>(List.of());
    assertThat(empty).isEmpty();
    assertThat(Arrays.asList(empty.peek(), empty.peekFirst(), empty.peekLast()))
        .containsOnlyNulls();
    for (Runnable look :
        List.<Runnable>of(
            empty::getFirst, empty::getLast, empty::element, () -> empty.iterator().next())) {
      assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(look::run);
    }
  }
}
