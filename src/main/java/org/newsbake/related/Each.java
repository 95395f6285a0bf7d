package org.newsbake.related;

import java.util.function.IntConsumer;

/** Runs a step for each of the numbers from 0 on, on as many threads as it likes. */
@FunctionalInterface
public interface Each {

  /** One after the other. */
  Each IN_TURN =
      (count, step) -> {
        for (int i = 0; i < count; i++) {
          step.accept(i);
        }
      };

  /** Returns when the step has been run for 0 to {@code count - 1}, and its effects can be seen. */
  void run(int count, IntConsumer step);
}
