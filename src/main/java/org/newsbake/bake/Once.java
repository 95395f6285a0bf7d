package org.newsbake.bake;

import java.util.function.Supplier;

/**
 * A value that is made once, when it is first asked for. Thread-safe.
 *
 * @param <T> its type
 */
final class Once<T> implements Supplier<T> {

  private Supplier<T> making;
  private T value;

  Once(Supplier<T> making) {
    this.making = making;
  }

  @Override
  public synchronized T get() {
    if (making != null) {
      value = making.get();
      making = null;
    }
    return value;
  }
}
