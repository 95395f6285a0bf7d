package org.newsbake.build;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs the steps of a stage on several threads and gives their results in the order of the steps.
 */
final class Parallel implements AutoCloseable {

  /** The fewest steps that a thread takes at once. */
  private static final int LEAST = 16;

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
    T run(int index) throws IOException;
  }

  /**
   * The results of the steps 0 to {@code count - 1}, in this order.
   *
   * @throws IOException what the first step that failed threw
   */
  <T> List<T> map(int count, Step<T> step) throws IOException {
    Object[] results = new Object[count];
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean failed = new AtomicBoolean();
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(threads, count); i++) {
      workers.add(
          executor.submit(
              () -> {
                // Whatever ends this worker early ends the others at their next step. They are
                // waited for: nothing goes on behind a failure.
                boolean done = false;
                try {
                  run(count, step, results, next, failed);
                  done = true;
                } finally {
                  if (!done) {
                    failed.set(true);
                  }
                }
                return null;
              }));
    }
    Throwable failure = null;
    for (Future<?> worker : workers) {
      try {
        worker.get();
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      } catch (InterruptedException e) {
        failed.set(true);
        Thread.currentThread().interrupt();
        throw new InterruptedIOException();
      }
    }
    if (failure instanceof IOException exception) {
      throw exception;
    }
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
    return typed(results);
  }

  /**
   * Runs the steps 0 to {@code count - 1}.
   *
   * @throws UncheckedIOException when this thread is interrupted
   */
  void each(int count, IntConsumer step) {
    try {
      map(
          count,
          index -> {
            step.accept(index);
            return null;
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> void run(
      int count, Step<T> step, Object[] results, AtomicInteger next, AtomicBoolean failed)
      throws IOException {
    int start;
    while ((start = next.get()) < count && !failed.get()) {
      // Long runs first, so that threads seldom write into one folder at a time, which file systems
      // do not like; short ones at the end, so that all end together.
      int end = Math.min(count, start + Math.max(LEAST, (count - start) / (4 * threads)));
      if (next.compareAndSet(start, end)) {
        for (int index = start; index < end && !failed.get(); index++) {
          results[index] = step.run(index);
        }
      }
    }
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
