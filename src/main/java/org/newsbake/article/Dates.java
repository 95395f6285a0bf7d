package org.newsbake.article;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Dates as people write them into headers. Immutable and thread-safe.
 *
 * <p>A {@code key=value} header is read by the site's pattern first, which, as in JBake, may leave
 * the rest of the value aside: {@code yyyy-MM-dd} takes {@code 2026-11-23 14:00} for midnight.
 * Then, and in YAML before anything else, ISO 8601 is read: a day, or a day and a time behind
 * {@code T} or a space, with seconds, fraction and zone as one likes.
 */
final class Dates {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:[Tt ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
              + "\\s*(Z|z|[+-]\\d{1,2}(?::?\\d{2})?)?)?");

  /** Never used itself: a SimpleDateFormat holds the state of its last call. */
  private final SimpleDateFormat prototype;

  private final ZoneId zone;

  Dates(String pattern, ZoneId zone, Locale locale) {
    prototype = new SimpleDateFormat(pattern, locale);
    prototype.setTimeZone(TimeZone.getTimeZone(zone));
    prototype.setLenient(false);
    this.zone = zone;
  }

  /** A date by the site's pattern, else by ISO 8601. */
  Optional<Instant> byPattern(String value) {
    SimpleDateFormat format = (SimpleDateFormat) prototype.clone();
    Date date = format.parse(value, new ParsePosition(0));
    return date == null ? byIso(value) : Optional.of(date.toInstant());
  }

  /** A date by ISO 8601, else by the site's pattern. */
  Optional<Instant> byIsoOrPattern(String value) {
    Optional<Instant> date = byIso(value);
    return date.isPresent() ? date : byPattern(value);
  }

  /** A date by ISO 8601, in the site's zone where it names none. */
  Optional<Instant> byIso(String value) {
    Matcher matcher = ISO.matcher(value.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String fraction = matcher.group(7);
      LocalDateTime time =
          LocalDateTime.of(
              number(matcher.group(1)),
              number(matcher.group(2)),
              number(matcher.group(3)),
              number(matcher.group(4)),
              number(matcher.group(5)),
              number(matcher.group(6)),
              fraction == null ? 0 : number((fraction + "00000000").substring(0, 9)));
      String offset = matcher.group(8);
      return Optional.of(
          offset == null ? time.atZone(zone).toInstant() : time.toInstant(offset(offset)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A day as ISO 8601, with the time where it is not midnight, in the site's zone. */
  String iso(Instant instant) {
    OffsetDateTime time = instant.atZone(zone).toOffsetDateTime();
    return time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : time.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  /** A value of a header about as its author wrote it: dates not in Java's manner. */
  String written(Object value) {
    if (value instanceof Date date) {
      return iso(date.toInstant());
    }
    if (value instanceof Collection<?> list) {
      return list.stream().map(this::written).collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .map(entry -> written(entry.getKey()) + ": " + written(entry.getValue()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return value == null ? "" : value.toString();
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static ZoneOffset offset(String written) {
    if (written.equalsIgnoreCase("Z")) {
      return ZoneOffset.UTC;
    }
    String digits = written.substring(1).replace(":", "");
    int sign = written.charAt(0) == '-' ? -1 : 1;
    boolean minutes = digits.length() > 2;
    int split = minutes ? digits.length() - 2 : digits.length();
    return ZoneOffset.ofHoursMinutes(
        sign * number(digits.substring(0, split)),
        minutes ? sign * number(digits.substring(split)) : 0);
  }
}
