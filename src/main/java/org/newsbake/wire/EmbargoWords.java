package org.newsbake.wire;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the end of an embargo out of words, such as "EMBARGOED until 0001 GMT Friday, May 3". */
final class EmbargoWords {

  private static final Pattern TIME =
      Pattern.compile(
          "\\b(?<h>\\d{1,2})[:.h](?<m>\\d{2})(?![.\\d])\\s*(?<half>[ap]\\.?m\\b)?|\\b(?<hm>[012]\\d[0-5]\\d)\\b(?!\\s*[-/.]\\d)(?=\\s*(?:[A-Z]{3,4}\\b|on\\b|hrs?\\b|hours\\b|,|\\)|$|\\p{L}+day\\b|\\d|\\p{Lu}))|\\b(?<hour>\\d{1,2})\\s*(?:(?<half2>[ap])\\.?m\\b|uhr\\b|h\\b)|\\b(?<noon>noon|midi|mittags?|midday)\\b|\\b(?<night>midnight|minuit|mitternacht)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?<y>\\d{4})-(?<mo>\\d{2})-(?<d>\\d{2})\\b|\\b(?<d2>\\d{1,2})\\.\\s?(?<mo2>\\d{1,2})\\.(?<y2>\\d{4}|\\d{2})?(?!\\d)|\\b(?<d3>\\d{1,2})(?:st|nd|rd|th|er|\\.)?\\s+(?:of\\s+|de\\s+)?(?<name3>\\p{L}{3,10})\\.?(?:,?\\s+(?<y3>20\\d{2}))?|\\b(?<name4>\\p{L}{3,10})\\.?\\s+(?<d4>\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)(?:,?\\s+(?<y4>20\\d{2}))?",
          Pattern.UNICODE_CASE);

  private static final Pattern ZONE =
      Pattern.compile(
          "\\b(GMT|UTC|BST|CET|CEST|MEZ|MESZ|EST|EDT|CST|CDT|MST|MDT|PST|PDT|EET|MSK|JST|AEST|AEDT)\\b(?:([+-]\\d{1,2})\\b)?");

  private static final Pattern TODAY =
      Pattern.compile(
          "\\b(?:today|tonight|heute|aujourd['’]hui|hoy|oggi|ce soir)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern TOMORROW =
      Pattern.compile(
          "\\b(?:tomorrow|morgen|demain|mañana|domani)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final String[][] DAYS = {
    {"monday", "montag", "lundi", "lunes"},
    {"tuesday", "dienstag", "mardi", "martes"},
    {"wednesday", "mittwoch", "mercredi", "miércoles"},
    {"thursday", "donnerstag", "jeudi", "jueves"},
    {"friday", "freitag", "vendredi", "viernes"},
    {"saturday", "samstag", "samedi", "sábado", "sonnabend"},
    {"sunday", "sonntag", "dimanche", "domingo"}
  };

  private EmbargoWords() {}

  /**
   * The instant that words name; nothing where day or time are missing or in doubt.
   *
   * @param created when the item was made
   */
  static Optional<WireTime> read(String words, WireTime created) {
    try {
      Optional<LocalTime> time = time(words);
      Optional<LocalDate> day = day(words, created.local().toLocalDate());
      if (time.isEmpty()) {
        return Optional.empty();
      }
      Optional<ZoneOffset> zone = zone(words).or(created::offset);
      if (day.isPresent()) {
        boolean night =
            words.toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:midnight|minuit|mitternacht)\\b.*");
        return Optional.of(
            new WireTime(day.get().plusDays(night ? 1 : 0).atTime(time.get()), zone));
      }
      return Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(String words) {
    Matcher time = TIME.matcher(words);
    while (time.find()) {
      if (time.group("noon") != null) {
        return Optional.of(LocalTime.NOON);
      }
      if (time.group("night") != null) {
        return Optional.of(LocalTime.MIDNIGHT);
      }
      if (time.group("hm") != null) {
        int number = Integer.parseInt(time.group("hm"));
        if (number / 100 == 20 && number % 100 >= 20 && number % 100 < 40) {
          // Rather a year.
          continue;
        }
        return Optional.of(LocalTime.of(number / 100 % 24, number % 100));
      }
      if (time.group("hour") != null) {
        return Optional.of(LocalTime.of(hour(time.group("hour"), time.group("half2")), 0));
      }
      // A day such as 23.01. has the form of a time.
      if (words.startsWith(".", time.end()) && words.charAt(time.start("m") - 1) == '.') {
        continue;
      }
      return Optional.of(
          LocalTime.of(
              hour(time.group("h"), time.group("half")), Integer.parseInt(time.group("m"))));
    }
    return Optional.empty();
  }

  private static int hour(String written, String half) {
    int hour = Integer.parseInt(written);
    if (half == null) {
      return hour % 24;
    }
    boolean afternoon = half.toLowerCase(Locale.ROOT).startsWith("p");
    return hour % 12 + (afternoon ? 12 : 0);
  }

  private static Optional<LocalDate> day(String words, LocalDate created) {
    Matcher day = DAY.matcher(words);
    while (day.find()) {
      if (day.group("y") != null) {
        return Optional.of(LocalDate.of(number(day, "y"), number(day, "mo"), number(day, "d")));
      }
      if (day.group("d2") != null) {
        int month = number(day, "mo2");
        if (month >= 1 && month <= 12) {
          String year = day.group("y2");
          return Optional.of(
              year == null
                  ? near(created, month, number(day, "d2"))
                  : LocalDate.of(Integer.parseInt(year) % 100 + 2000, month, number(day, "d2")));
        }
        continue;
      }
      String which = day.group("name3") != null ? "3" : "4";
      int month = Times.month(day.group("name" + which));
      boolean name =
          day.group("name" + which).length() >= 3
              && month > 0
              && isMonth(day.group("name" + which));
      if (name) {
        String year = day.group("y" + which);
        return Optional.of(
            year == null
                ? near(created, month, number(day, "d" + which))
                : LocalDate.of(Integer.parseInt(year), month, number(day, "d" + which)));
      }
    }
    if (TODAY.matcher(words).find()) {
      return Optional.of(created);
    }
    if (TOMORROW.matcher(words).find()) {
      return Optional.of(created.plusDays(1));
    }
    String lower = words.toLowerCase(Locale.ROOT);
    for (int i = 0; i < DAYS.length; i++) {
      for (String name : DAYS[i]) {
        if (lower.contains(name)) {
          LocalDate next = created;
          while (next.getDayOfWeek() != DayOfWeek.of(i + 1)) {
            next = next.plusDays(1);
          }
          return Optional.of(next);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isMonth(String name) {
    return name.toLowerCase(Locale.ROOT)
        .matches(
            "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*|mai|juin|juillet|août|mars|avril|janvier|f[ée]vrier|septembre|octobre|novembre|d[ée]cembre|januar|jänner|märz|juni|juli|okt\\p{L}*|dez\\p{L}*|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre");
  }

  /** A day without its year: the one nearest to when the item was made. */
  private static LocalDate near(LocalDate created, int month, int day) {
    LocalDate here = LocalDate.of(created.getYear(), month, day);
    if (here.isBefore(created.minusMonths(6))) {
      return here.plusYears(1);
    }
    return here.isAfter(created.plusMonths(6)) ? here.minusYears(1) : here;
  }

  private static int number(Matcher matcher, String group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Optional<ZoneOffset> zone(String words) {
    Matcher zone = ZONE.matcher(words);
    if (!zone.find()) {
      return Optional.empty();
    }
    return zone.group(2) != null ? Times.offset(zone.group(2)) : Times.offset(zone.group(1));
  }
}
