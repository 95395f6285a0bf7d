package org.newsbake.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times in the forms that the wire has. */
final class Times {

  /** ISO 8601 in both spellings, with whatever parts are there. */
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-?(\\d{2})-?(\\d{2})(?:(?:[T"
              + " ]|\\s+)?(\\d{2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d{1,9})?)?)?"
              + "\\s*(Z|UTC|GMT|(?:UTC|GMT)?[+-]\\d{1,2}:?(?:\\d{2})?)?(?:\\[[\\w/+-]+])?",
          Pattern.CASE_INSENSITIVE);

  /** As mail and RSS write them. */
  private static final Pattern MAIL =
      Pattern.compile(
          "(?:\\p{L}{2,9}\\.?,?\\s+)?(\\d{1,2})[ -](\\p{L}{3,9})\\.?[ -](\\d{2,4})"
              + "(?:,?\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?\\s*([A-Z]{1,5}|[+-]\\d{2}:?\\d{2})?",
          Pattern.CASE_INSENSITIVE);

  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("Z", "Z"),
          Map.entry("UT", "Z"),
          Map.entry("UTC", "Z"),
          Map.entry("GMT", "Z"),
          Map.entry("WET", "Z"),
          Map.entry("BST", "+01:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("MEZ", "+01:00"),
          Map.entry("HEC", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("MESZ", "+02:00"),
          Map.entry("EET", "+02:00"),
          Map.entry("MSK", "+03:00"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CST", "-06:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MST", "-07:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("JST", "+09:00"),
          Map.entry("AEST", "+10:00"),
          Map.entry("AEDT", "+11:00"));

  /** The first letters of months in the languages of the wire; the longest match counts. */
  private static final String[][] MONTHS = {
    {"jan", "ene", "gen", "janv", "ocak", "sty", "led"},
    {"feb", "fév", "fev", "febr", "şub", "lut", "úno"},
    {"mar", "mär", "mrz", "maa", "mrt", "mars"},
    {"apr", "avr", "abr", "kwi", "nis"},
    {"may", "mai", "mag", "mei", "maj"},
    {"jun", "juin", "giu", "haz", "cze"},
    {"jul", "juil", "lug", "tem", "lip"},
    {"aug", "aoû", "aou", "ago", "ağu", "sie"},
    {"sep", "set", "eyl", "wrz"},
    {"oct", "okt", "ott", "out", "eki", "paź"},
    {"nov", "kas", "lis"},
    {"dec", "dez", "déc", "dic", "des", "ara", "gru"}
  };

  private Times() {}

  /** The time that a value gives; nothing where it is a placeholder or cannot be read. */
  static Optional<WireTime> read(String written) {
    String text = written == null ? "" : Text.squeeze(written);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      Matcher iso = ISO.matcher(text);
      if (iso.matches()) {
        LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
        return Optional.of(time(day, iso, 4, iso.group(7)));
      }
      Optional<WireTime> other = other(text);
      if (other.isPresent()) {
        return other;
      }
      Matcher mail = MAIL.matcher(text);
      if (mail.matches()) {
        int month = month(mail.group(2));
        int year = number(mail, 3);
        if (month > 0) {
          LocalDate day =
              LocalDate.of(
                  mail.group(3).length() <= 2 ? 2000 + year : year, month, number(mail, 1));
          return Optional.of(time(day, mail, 4, mail.group(7)));
        }
      }
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Day, month and year with dots or strokes, in words, or seconds since 1970. */
  private static Optional<WireTime> other(String text) {
    if (text.matches("1\\d{9}(?:\\d{3})?")) {
      long number = Long.parseLong(text);
      java.time.Instant instant =
          java.time.Instant.ofEpochSecond(text.length() > 10 ? number / 1000 : number);
      return Optional.of(
          new WireTime(
              LocalDateTime.ofInstant(instant, ZoneOffset.UTC), Optional.of(ZoneOffset.UTC)));
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (numbers.matches()) {
      boolean yearFirst = numbers.group(1).length() == 4;
      int one = number(numbers, 1);
      int two = number(numbers, 2);
      int three = number(numbers, 3);
      boolean dots = text.charAt(numbers.end(1)) == '.';
      if (yearFirst) {
        return Optional.of(
            time(LocalDate.of(one, two, three), numbers, 4, numbers.group(8), numbers.group(7)));
      }
      // With strokes, day and month are told apart only where one is no month.
      if (numbers.group(3).length() == 4 && (dots || one > 12 || two > 12 || one == two)) {
        boolean monthFirst = !dots && two > 12;
        LocalDate day = LocalDate.of(three, monthFirst ? one : two, monthFirst ? two : one);
        return Optional.of(time(day, numbers, 4, numbers.group(8), numbers.group(7)));
      }
      return Optional.empty();
    }
    Matcher words = WORDS.matcher(text);
    if (words.matches() && month(words.group(1)) > 0) {
      LocalDate day = LocalDate.of(number(words, 3), month(words.group(1)), number(words, 2));
      return Optional.of(time(day, words, 4, words.group(8), words.group(7)));
    }
    Matcher java = JAVA.matcher(text);
    if (java.matches() && month(java.group(1)) > 0) {
      LocalDate day = LocalDate.of(number(java, 7), month(java.group(1)), number(java, 2));
      return Optional.of(time(day, java, 3, java.group(6), null));
    }
    return Optional.empty();
  }

  private static final String CLOCK =
      "(?:(?:,|T|\\s+-|\\s+at)?\\s*(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?\\s*([AaPp]\\.?[Mm]\\.?)?)?\\s*([A-Z]{1,5}|[+-]\\d{2}:?\\d{2})?";

  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{4}|\\d{1,2})[./](\\d{1,2})[./](\\d{4}|\\d{1,2})" + CLOCK);

  private static final Pattern WORDS =
      Pattern.compile(
          "(?:\\p{L}+day,?\\s+)?(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})"
              + CLOCK);

  private static final Pattern JAVA =
      Pattern.compile(
          "\\p{L}{3}\\s+(\\p{L}{3})\\s+(\\d{1,2})\\s+(\\d{2}):(\\d{2}):(\\d{2})\\s+(?:([A-Z]{1,5}|[+-]\\d{4})\\s+)?(\\d{4})");

  private static WireTime time(LocalDate day, Matcher parts, int hour, String zone, String half) {
    WireTime time = time(day, parts, hour, zone);
    if (half == null) {
      return time;
    }
    boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
    int hours = time.local().getHour() % 12 + (afternoon ? 12 : 0);
    return new WireTime(time.local().withHour(hours), time.offset());
  }

  private static WireTime time(LocalDate day, Matcher parts, int hour, String zone) {
    int hours = parts.group(hour) == null ? 0 : number(parts, hour);
    LocalTime time =
        LocalTime.of(
            hours == 24 ? 0 : hours,
            parts.group(hour + 1) == null ? 0 : number(parts, hour + 1),
            parts.group(hour + 2) == null ? 0 : Math.min(59, number(parts, hour + 2)));
    LocalDateTime local = day.atTime(time).plusDays(hours == 24 ? 1 : 0);
    return new WireTime(local, offset(zone));
  }

  /** The distance from UTC that a zone's name or number means. */
  static Optional<ZoneOffset> offset(String written) {
    if (written == null || written.isBlank()) {
      return Optional.empty();
    }
    String zone = written.strip().toUpperCase(Locale.ROOT);
    String known = ZONES.get(zone);
    if (known == null) {
      Matcher number = OFFSET.matcher(zone);
      if (!number.matches()) {
        return Optional.empty();
      }
      int hours = Integer.parseInt(number.group(2));
      int minutes = number.group(3) == null ? 0 : Integer.parseInt(number.group(3));
      if (hours > 18 || minutes > 59) {
        return Optional.empty();
      }
      int seconds = (hours * 60 + minutes) * 60;
      return Optional.of(
          ZoneOffset.ofTotalSeconds(
              Math.min(18 * 3600, seconds) * (number.group(1).equals("-") ? -1 : 1)));
    }
    return Optional.of(ZoneOffset.of(known));
  }

  private static final Pattern OFFSET = Pattern.compile("(?:UTC|GMT)?([+-])(\\d{1,2}):?(\\d{2})?");

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** The number of a month, or 0. */
  static int month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    int found = 0;
    int length = 0;
    for (int month = 0; month < MONTHS.length; month++) {
      for (String beginning : MONTHS[month]) {
        if (lower.startsWith(beginning) && beginning.length() > length) {
          found = month + 1;
          length = beginning.length();
        }
      }
    }
    return found;
  }
}
