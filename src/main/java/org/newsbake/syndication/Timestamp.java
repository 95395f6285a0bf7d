package org.newsbake.syndication;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Instants as the formats write them: whole seconds of the years 1 to 9999, in UTC. None of the
 * formats has room for another year.
 */
final class Timestamp {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  /** English, whatever the locale of the machine. */
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private Timestamp() {}

  /** The instant, or the nearest one that can be written. */
  static Instant writable(Instant instant) {
    if (instant.isBefore(FIRST)) {
      return FIRST;
    }
    if (instant.isAfter(LAST)) {
      return LAST;
    }
    return instant.getNano() == 0 ? instant : Instant.ofEpochSecond(instant.getEpochSecond());
  }

  /** {@code 2026-03-01T09:30:00Z}: RFC 3339, W3C date and time, XML Schema, ISO 8601. */
  static String iso(Instant instant) {
    return instant.toString();
  }

  /** {@code Sun, 1 Mar 2026 09:30:00 GMT}: RFC 822 with four digits of the year, for RSS. */
  static String rfc822(Instant instant) {
    return RFC_822.format(instant);
  }
}
