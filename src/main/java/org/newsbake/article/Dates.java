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
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Dates as people write them into headers. Immutable and thread-safe.
 *
 * <p>There are two rules. {@link #whole} reads all of a value or nothing, by {@link Instants} or by
 * the site's pattern; every instant that decides whether an article is live is read like that.
 * {@link #byPattern} is JBake's rule for {@code date}: the site's pattern comes first, and may
 * leave the rest of the value aside, so that {@code yyyy-MM-dd} takes {@code 2026-11-23 14:00} for
 * midnight.
 */
final class Dates {

  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-(\\d{1,2})-(\\d{1,2})"
              + "(?:[Tt ]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
              + "\\s*(Z|z|[+-]\\d{1,2}(?::?\\d{2})?)?)?");

  private static final String DEFAULT_PATTERN = "yyyy-MM-dd";

  private static final Pattern TIME_OR_ZONE =
      Pattern.compile("\\d|\\b(?:[A-Z]{1,5}|[ap]\\.?m\\b|noon|midnight)");

  private static final Pattern LAST_WORD = Pattern.compile("[\\p{L}]+(?= *$)");
  private static final List<String> UNIVERSAL = List.of("UTC", "GMT", "UT", "Z");

  /** Never used itself: a SimpleDateFormat holds the state of its last call. */
  private final SimpleDateFormat prototype;

  /** The letters of the pattern outside of its quotes. */
  private final String letters;

  private final String pattern;
  private final ZoneId zone;
  private final Instants instants;

  Dates(String pattern, ZoneId zone, Locale locale) {
    prototype = new SimpleDateFormat(pattern, locale);
    prototype.setTimeZone(TimeZone.getTimeZone(zone));
    prototype.setLenient(false);
    this.pattern = pattern;
    this.zone = zone;
    letters = pattern.replaceAll("'[^']*'", "");
    instants = new Instants(zone);
  }

  /** The instant that the whole of a value names, by its form or by the site's pattern. */
  Instants.Answer whole(String value) {
    Instants.Answer answer = instants.read(value);
    if (pattern.equals(DEFAULT_PATTERN) || answer.doubtful()) {
      return answer;
    }
    Optional<Instant> patterned = byWholePattern(value.strip());
    if (patterned.isEmpty()) {
      return answer;
    }
    Instant instant = patterned.get();
    if (answer.instant().isPresent()) {
      return answer.instant().get().truncatedTo(ChronoUnit.MILLIS).equals(instant)
          ? answer
          : Instants.Answer.doubt(
              "date.format reads " + instant + " there, everybody else " + answer.instant().get(),
              "Write a form that has one meaning, such as 31 December 2026 14:00 UTC.");
    }
    return doubt(value.strip(), instant).orElseGet(() -> Instants.Answer.of(instant));
  }

  /**
   * The instant that a value of a header names, as its author wrote it.
   *
   * @param written how a number or a truth value was written
   */
  Instants.Answer whole(Object value, Supplier<Optional<String>> written) {
    if (value instanceof Date date && !(value instanceof WrittenDate)) {
      return Instants.Answer.of(date.toInstant());
    }
    boolean plain = value instanceof Number || value instanceof Boolean;
    return whole(plain ? written.get().orElse("") : written(value));
  }

  private Optional<Instant> byWholePattern(String value) {
    ParsePosition position = new ParsePosition(0);
    Date date = ((SimpleDateFormat) prototype.clone()).parse(value, position);
    return date == null || position.getIndex() < value.length()
        ? Optional.empty()
        : Optional.of(date.toInstant());
  }

  /** Why a value that fits the pattern may have been meant for another instant. */
  private Optional<Instants.Answer> doubt(String value, Instant instant) {
    LocalDateTime time = instant.atZone(zone).toLocalDateTime();
    String advice = "Write 2026-12-31 or 2026-12-31T14:00:00Z.";
    if (time.getYear() < 1000 || time.getYear() > 9999) {
      return Optional.of(Instants.Answer.doubt("its year would be " + time.getYear(), advice));
    }
    if (hasLetter("hK") && !hasLetter("a") && time.getHour() == 0) {
      return Optional.of(
          Instants.Answer.doubt(
              "date.format reads hours of half a day, so 12 may be noon or midnight",
              "Write HH in date.format, or the date as 2026-12-31T14:00:00Z."));
    }
    if (hasLetter("zZX")) {
      Matcher zone = LAST_WORD.matcher(value);
      return hasLetter("z") && zone.find() && !UNIVERSAL.contains(zone.group())
          ? Optional.of(
              Instants.Answer.doubt(
                  "\"" + zone.group() + "\" does not name one time zone of the world", advice))
          : Optional.empty();
    }
    boolean clock = hasLetter("HkhK");
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
    return clock && offsets.size() > 1
        ? Optional.of(
            Instants.Answer.doubt(
                "the clocks of "
                    + zone
                    + " show this time twice, at "
                    + (time.toInstant(offsets.get(0)) + " and " + time.toInstant(offsets.get(1))),
                "Write one of the two."))
        : Optional.empty();
  }

  private boolean hasLetter(String any) {
    return letters.chars().anyMatch(letter -> any.indexOf(letter) >= 0);
  }

  /** The date of an article as JBake reads it, and what was left aside. */
  record JBakeDate(Optional<ArticleDate> date, Optional<Warning> warning) {}

  /** What an author may not expect. */
  record Warning(String found, String advice) {}

  /**
   * The {@code date} of a plain JBake site.
   *
   * @param isoFirst whether ISO 8601 comes before the pattern, as in YAML
   */
  JBakeDate asJBake(String value, boolean isoFirst) {
    if (pattern.equals(DEFAULT_PATTERN) && Instants.hasForm(value, Instants.DAY)) {
      Optional<Instant> day = day(value);
      if (day.isPresent()) {
        return new JBakeDate(day.map(ArticleDate::of), Optional.empty());
      }
    }
    Optional<Instant> iso = isoFirst ? byIso(value) : Optional.empty();
    if (iso.isPresent()) {
      return new JBakeDate(iso.map(ArticleDate::of), Optional.empty());
    }
    ParsePosition position = new ParsePosition(0);
    Date parsed = ((SimpleDateFormat) prototype.clone()).parse(value, position);
    if (parsed == null) {
      return new JBakeDate(byIso(value).map(ArticleDate::of), Optional.empty());
    }
    Instant shown = parsed.toInstant();
    String rest = value.substring(position.getIndex());
    if (!TIME_OR_ZONE.matcher(rest).find()) {
      return new JBakeDate(Optional.of(ArticleDate.of(shown)), Optional.empty());
    }
    Instant due = instants.read(value).instant().orElse(shown);
    return new JBakeDate(
        Optional.of(new ArticleDate(shown, due)),
        due.equals(shown) && instants.read(value).instant().isPresent()
            ? Optional.empty()
            : Optional.of(
                new Warning(
                    "date.format "
                        + pattern
                        + " does not read \""
                        + rest.strip()
                        + "\", so templates show "
                        + iso(shown)
                        + (due.equals(shown) ? "." : "; the page is live from " + due + " on."),
                    "Write a date.format that reads all of it, such as"
                        + " yyyy-MM-dd'T'HH:mm:ssXXX, or the day alone.")));
  }

  /**
   * The beginning of a day of our time that has one midnight: on these, Java's two calendars agree.
   */
  private Optional<Instant> day(String value) {
    Optional<Instant> day = instants.read(value).instant();
    return day.filter(
        it -> {
          LocalDateTime time = it.atZone(zone).toLocalDateTime();
          return time.getYear() >= 1970
              && time.toLocalTime().equals(LocalTime.MIDNIGHT)
              && zone.getRules().getValidOffsets(time).size() == 1;
        });
  }

  /** A date by the site's pattern, else by ISO 8601. */
  Optional<Instant> byPattern(String value) {
    SimpleDateFormat format = (SimpleDateFormat) prototype.clone();
    Date date = format.parse(value, new ParsePosition(0));
    return date == null ? byIso(value) : Optional.of(date.toInstant());
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
    if (value instanceof WrittenDate date) {
      return date.written();
    }
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
