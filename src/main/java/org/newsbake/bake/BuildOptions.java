package org.newsbake.bake;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.function.Function;

/**
 * How a site is to be built.
 *
 * @param instant the instant whose edition is built, once the zone of the site is known
 * @param drafts whether drafts are part of the site
 * @param keepGoing whether to write what could be rendered in spite of errors
 * @param cached whether what did not change since the last build is taken from the cache
 * @param threads how many threads read and render, from 1
 * @param longest how long one file or page may take before the build stops
 */
public record BuildOptions(
    Function<ZoneId, Instant> instant,
    boolean drafts,
    boolean keepGoing,
    boolean cached,
    int threads,
    Duration longest) {

  /** Far more than any file or page takes that keeps its limits, on a slow machine, too. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  public BuildOptions {
    Objects.requireNonNull(instant);
    Objects.requireNonNull(longest);
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed: " + threads);
    }
  }

  /** What decides what a build does, but for the instant. */
  String settings() {
    return drafts + " " + keepGoing;
  }

  /** Options with the usual patience. */
  public BuildOptions(
      Function<ZoneId, Instant> instant,
      boolean drafts,
      boolean keepGoing,
      boolean cached,
      int threads) {
    this(instant, drafts, keepGoing, cached, threads, LONGEST);
  }
}
