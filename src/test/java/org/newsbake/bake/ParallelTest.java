package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void everyStepIsRunOnceAndResultsAreInOrder(int threads) throws Exception {
    try (Parallel parallel = new Parallel(threads)) {
      for (int count : new int[] {0, 1, 2, 15, 16, 17, 1000}) {
        AtomicIntegerArray runs = new AtomicIntegerArray(count);
        assertThat(
                parallel.map(
                    count,
                    index -> {
                      runs.incrementAndGet(index);
                      return "r" + index;
                    }))
            .isEqualTo(IntStream.range(0, count).mapToObj(i -> "r" + i).toList());
        assertThat(IntStream.range(0, count).map(runs::get)).allMatch(times -> times == 1);
      }
    }
  }

  @Test
  void whatAStepThrowsIsThrown() {
    try (Parallel parallel = new Parallel(4)) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(
              () ->
                  parallel.map(
                      1000,
                      index -> {
                        if (index == 500) {
                          throw new IOException("disk full");
                        }
                        return index;
                      }))
          .withMessage("disk full");
      assertThatExceptionOfType(StackOverflowError.class)
          .isThrownBy(
              () ->
                  parallel.map(
                      10,
                      index -> {
                        throw new StackOverflowError();
                      }));
    }
  }

  @Test
  void aStepThatTakesTooLongIsNamedAndNotWaitedFor() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    try (Parallel parallel = new Parallel(2, Duration.ofMillis(20))) {
      assertThatExceptionOfType(StuckException.class)
          .isThrownBy(
              () ->
                  parallel.map(
                      40,
                      index -> "content/" + index + ".md",
                      index -> {
                        if (index == 17) {
                          awaitQuietly(never);
                        }
                        return index;
                      }))
          .withMessageContaining("content/17.md took longer than");
    } finally {
      never.countDown();
    }
  }

  @Test
  void stepsWithoutANameMayTakeAsLongAsTheyLike() throws Exception {
    CountDownLatch looked = new CountDownLatch(1);
    try (Parallel parallel = new Parallel(1, Duration.ofMillis(1))) {
      assertThat(
              parallel.map(
                  1,
                  index -> {
                    awaitQuietly(looked, 50);
                    return index;
                  }))
          .containsExactly(0);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    awaitQuietly(latch, 60_000);
  }

  private static void awaitQuietly(CountDownLatch latch, long milliseconds) {
    try {
      latch.await(milliseconds, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void noMoreThreadsWorkThanAsked() throws Exception {
    try (Parallel parallel = new Parallel(3)) {
      ConcurrentHashMap.KeySetView<Thread, Boolean> threads = ConcurrentHashMap.newKeySet();
      parallel.map(500, index -> threads.add(Thread.currentThread()));
      parallel.map(500, index -> threads.add(Thread.currentThread()));
      assertThat(threads).hasSizeBetween(1, 3);
    }
  }

  @Test
  void oneThreadIsTheLeast() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Parallel(0));
  }
}
