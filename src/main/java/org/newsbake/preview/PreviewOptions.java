package org.newsbake.preview;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a site is to be previewed.
 *
 * @param port the port, 0 for any that is free, or nothing for that of {@code server.port}
 * @param host the name or address of this machine to listen at, or nothing for itself alone
 * @param at the instant whose edition is shown, once the zone of the site is known, or nothing for
 *     that of the clock
 * @param drafts whether drafts are part of the site
 * @param openSaved whether the open pages go to the article that was saved
 * @param threads how many threads read, from 1
 */
public record PreviewOptions(
    Optional<Integer> port,
    Optional<String> host,
    Optional<Function<ZoneId, Instant>> at,
    boolean drafts,
    boolean openSaved,
    int threads) {

  public PreviewOptions {
    Objects.requireNonNull(host);
    Objects.requireNonNull(at);
    if (port.orElse(0) < 0 || port.orElse(0) > 65_535) {
      throw new IllegalArgumentException("no such port: " + port.get());
    }
    if (threads < 1) {
      throw new IllegalArgumentException("at least one thread is needed: " + threads);
    }
  }
}
