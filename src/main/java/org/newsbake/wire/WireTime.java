package org.newsbake.wire;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * A time as the wire gives it: of many formats the zone is missing, and then the source's counts.
 *
 * @param local date and time of day
 * @param offset the distance from UTC, where the wire gives one
 */
public record WireTime(LocalDateTime local, Optional<ZoneOffset> offset) {

  public WireTime {
    Objects.requireNonNull(local);
    Objects.requireNonNull(offset);
  }

  /**
   * The instant that is meant.
   *
   * @param zone the zone of times that have none
   */
  public Instant instant(ZoneId zone) {
    return offset.isPresent() ? local.toInstant(offset.get()) : local.atZone(zone).toInstant();
  }

  /** As ISO 8601 writes it, with seconds. */
  @Override
  public String toString() {
    String time = java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local.withNano(0));
    return time + offset.map(ZoneOffset::getId).orElse("");
  }
}
