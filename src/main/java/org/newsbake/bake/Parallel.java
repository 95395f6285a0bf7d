package org.newsbake.bake;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Runs the steps of a stage on several threads and gives their results in the order of the steps.
 */
final class Parallel implements AutoCloseable {

  /** The fewest steps that a thread takes at once. */
  private static final int LEAST = 16;

  /** How often steps are looked at. */
  private static final Duration TICK = Duration.ofSeconds(1);

  private final int threads;
  private final Duration limit;
  private final ExecutorService executor;

  /**
   * @param threads how many threads, from 1
   */
  Parallel(int threads) {
    this(threads, Duration.ofDays(1));
  }

  /**
   * @param threads how many threads, from 1
   * @param limit how long a step with a name may take
   */
  Parallel(int threads, Duration limit) {
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed: " + threads);
    }
    this.threads = threads;
    this.limit = limit;
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
    return map(count, null, step);
  }

  /**
   * The results of the steps 0 to {@code count - 1}, in this order.
   *
   * @param name names what a step works on; {@code null} where steps may take as long as they like
   * @throws StuckException when a step takes longer than the limit; it is not waited for
   * @throws IOException what the first step that failed threw
   */
  <T> List<T> map(int count, IntFunction<String> name, Step<T> step) throws IOException {
    Object[] results = new Object[count];
    AtomicInteger next = new AtomicInteger();
    AtomicBoolean failed = new AtomicBoolean();
    List<Future<?>> workers = new ArrayList<>();
    Watch watch = new Watch(Math.min(threads, count));
    for (int i = 0; i < Math.min(threads, count); i++) {
      int number = i;
      workers.add(
          executor.submit(
              () -> {
                // Whatever ends this worker early ends the others at their next step. They are
                // waited for: nothing goes on behind a failure.
                boolean done = false;
                try {
                  run(count, watched(step, watch, number), results, next, failed);
                  done = true;
                } finally {
                  if (!done) {
                    failed.set(true);
                  }
                  watch.steps.set(number, Watch.IDLE);
                }
                return null;
              }));
    }
    Throwable failure = null;
    for (Future<?> worker : workers) {
      try {
        await(worker, watch, name);
      } catch (ExecutionException e) {
        failure = failure == null ? e.getCause() : failure;
      } catch (StuckException e) {
        failed.set(true);
        throw e;
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

  private static <T> Step<T> watched(Step<T> step, Watch watch, int worker) {
    return index -> {
      watch.steps.set(worker, index);
      return step.run(index);
    };
  }

  /** Waits for a worker, and looks at what all of them do in the meantime. */
  private void await(Future<?> worker, Watch watch, IntFunction<String> name)
      throws ExecutionException, InterruptedException, StuckException {
    Duration tick = limit.compareTo(TICK) < 0 ? limit : TICK;
    while (true) {
      try {
        worker.get(tick.toMillis(), TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        int stuck = watch.stuck(limit.dividedBy(tick));
        if (stuck >= 0 && name != null) {
          throw new StuckException(name.apply(stuck), limit);
        }
      }
    }
  }

  /**
   * What each worker does, and for how many looks. Looks are counted and not time, so that a
   * program that was suspended is not stopped when it goes on.
   */
  private static final class Watch {
    static final int IDLE = -1;

    private final AtomicIntegerArray steps;
    private final int[] seen;
    private final long[] looks;

    Watch(int workers) {
      steps = new AtomicIntegerArray(workers);
      seen = new int[workers];
      looks = new long[workers];
      for (int i = 0; i < workers; i++) {
        steps.set(i, IDLE);
        seen[i] = IDLE;
      }
    }

    /** Looks at all workers: the step at which one of them was seen too often, or {@link #IDLE}. */
    int stuck(long most) {
      for (int i = 0; i < seen.length; i++) {
        int step = steps.get(i);
        looks[i] = step != IDLE && step == seen[i] ? looks[i] + 1 : 0;
        seen[i] = step;
        if (looks[i] >= most) {
          return step;
        }
      }
      return IDLE;
    }
  }

  /**
   * Runs the steps 0 to {@code count - 1}.
   *
   * @throws UncheckedIOException when this thread is interrupted
   */
  void each(int count, IntConsumer step) {
    each(count, null, step);
  }

  /**
   * Runs the steps 0 to {@code count - 1}, none of which may take longer than the limit.
   *
   * @param name names what all of them work on; {@code null} where they may take as long as they
   *     like
   * @throws UncheckedIOException when a step takes longer, or this thread is interrupted
   */
  void each(int count, String name, IntConsumer step) {
    try {
      map(
          count,
          name == null ? null : index -> name,
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
