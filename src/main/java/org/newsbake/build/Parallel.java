package org.newsbake.build;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the steps of a stage on several threads and gives their results in the order of the steps.
 */
final class Parallel implements AutoCloseable {

  /** Small enough to share the end of a stage evenly, large enough not to be felt. */
  private static final int CHUNK = 16;

  private final int threads;
  private final ExecutorService executor;

  /**
   * @param threads how many threads, from 1
   */
  Parallel(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed: " + threads);
    }
    this.threads = threads;
    this.executor =
        Executors.newFixedThreadPool(
            threads,
            task -> {
              Thread thread = new Thread(task, "newsbake-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** A step that may fail. */
  interface Step<T> {
    T run(int index) throws Exception;
  }

  /**
   * The results of the steps 0 to {@code count - 1}, in this order.
   *
   * @throws Exception what the first step that failed threw
   */
  <T> List<T> map(int count, Step<T> step) throws Exception {
    Object[] results = new Object[count];
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, count); i++) {
      workers.add(
          executor.submit(
              () -> {
                int start;
                while ((start = next.getAndAdd(CHUNK)) < count) {
                  for (int index = start; index < Math.min(start + CHUNK, count); index++) {
                    results[index] = step.run(index);
                  }
                }
                return null;
              }));
    }
    try {
      for (Future<?> worker : workers) {
        worker.get();
      }
    } catch (ExecutionException e) {
      next.set(count);
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw (Error) e.getCause();
    }
    return typed(results);
  }

  @SuppressWarnings("unchecked")
  private static <T> List<T> typed(Object[] results) {
    return (List<T>) java.util.Collections.unmodifiableList(java.util.Arrays.asList(results));
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
