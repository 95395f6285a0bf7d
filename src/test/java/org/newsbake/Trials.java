package org.newsbake;

import java.util.stream.LongStream;

/**
 * How often a property is tried, and with which seeds.
 *
 * <p>{@code -Dnewsbake.trials.slips=10000} sets the number for one property, {@code
 * -Dnewsbake.seed=42} the first seed. A failure names its seed: with that seed and one trial it is
 * repeated. See docs/reliability.md.
 */
public final class Trials {

  private Trials() {}

  /** The number of trials of a property; {@code usual} where the run sets none. */
  public static int of(String property, int usual) {
    return Integer.getInteger("newsbake.trials." + property, usual);
  }

  /** The first seed, 1 where the run sets none. */
  public static long seed() {
    return Long.getLong("newsbake.seed", 1);
  }

  /** One seed for each trial. */
  public static LongStream seeds(String property, int usual) {
    return LongStream.range(seed(), seed() + of(property, usual));
  }
}
