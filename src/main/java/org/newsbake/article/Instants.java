package org.newsbake.article;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads instants as people write them: the whole value, or not at all. Immutable and thread-safe.
 *
 * <p>A value is a day, and where wanted a time and a zone. Everything that only one instant can be
 * meant by is read: ISO 8601, RFC 1123, English names of months, the 12-hour clock, offsets and
 * regions. What may be meant in two ways is refused with the reason.
 */
final class Instants {

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final String MONTH =
      "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
          + "sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

  private static final String ORDINAL = "(\\d{1,2})(?:st|nd|rd|th)?";

  private static final Pattern WEEKDAY =
      pattern(
          "(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|"
              + "sat(?:urday)?|sun(?:day)?)\\.?(?:, *| +)");

  private static final Pattern YEAR_FIRST =
      pattern("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)");
  private static final Pattern BASIC = pattern("(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
  private static final Pattern DAY_MONTH =
      pattern(ORDINAL + "[ -](?:of )?" + MONTH + ",?[ -](\\d{4})(?!\\d)");
  private static final Pattern MONTH_DAY =
      pattern(MONTH + " " + ORDINAL + "(?:, *| )(\\d{4})(?!\\d)");

  private static final Pattern SHORT_YEAR =
      pattern(
          "(?:\\d{1,2}([-/.])\\d{1,2}\\1\\d{2}|"
              + ("\\d{1,2}[ -]" + MONTH + "[ -]\\d{2}|")
              + (MONTH + " \\d{1,2},? \\d{2})(?![\\d:])"));

  private static final Pattern EITHER_ORDER = pattern("\\d{1,2}([-/. ])\\d{1,2}\\1\\d{4}(?!\\d)");

  private static final Pattern BEFORE_TIME = pattern("(?:T|,? *(?:at |@ ?)|, *| +)(?=\\d)");

  private static final Pattern CLOCK =
      pattern(
          "(\\d{1,2})(?:([:.])(\\d{2})(?:\\2(\\d{2})(?:[.,](\\d{1,9}))?)?)?"
              + "(?: ?([ap])(?:m|\\.m\\.)(?![a-z]))?");
  private static final Pattern HOURS = pattern("(\\d{1,2}) ?h(?: ?(\\d{2}))?(?![a-z0-9])");
  private static final Pattern BASIC_CLOCK =
      pattern("(\\d{2})(?:(\\d{2})(?:(\\d{2})(?:[.,](\\d{1,9}))?)?)?(?![\\d:.,])");

  private static final Pattern END_OF_DAY =
      pattern("24(?:([:.])00(?:\\1(?:00)(?:[.,]0{1,9})?)?|00(?:00)?)(?![\\d:.,])");

  private static final String OFFSET = "([+-])(\\d{1,2})(?::?(\\d{2}))?(?!\\d)";
  private static final Pattern FIXED =
      pattern("(?:Z(?![a-z+-])|(?:UTC|GMT|UT)(?![a-z])(?: ?" + OFFSET + ")?|" + OFFSET + ")");
  private static final Pattern REGION = pattern("[a-z]+(?:/[a-z0-9_+-]+)+");
  private static final Pattern BRACKETS = pattern("\\[([a-z0-9_/+:-]+)\\]");
  private static final Pattern WORD = pattern("[a-z]+");
  private static final Pattern REPEATED_SPACE = Pattern.compile(" {2,}");

  /** Region ids by their names in small letters. */
  private static final Map<String, String> REGIONS =
      ZoneId.getAvailableZoneIds().stream()
          .filter(id -> id.contains("/"))
          .collect(
              Collectors.toUnmodifiableMap(id -> id.toLowerCase(Locale.ROOT), Function.identity()));

  private static final String FORM = "Write 2026-12-31 or 2026-12-31T14:00:00Z.";
  private static final String WITH_ZONE =
      "Write an offset, such as 14:00+01:00, or a region, such as 14:00 Europe/Berlin.";

  /** The form of a day, with a 0 for each digit. */
  static final String DAY = "0000-00-00";

  /** The form of an instant to the second. */
  private static final String SECOND = "0000-00-00T00:00:00Z";

  private final ZoneId zone;

  /** A reader that takes times without a zone to be in this one. */
  Instants(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * An instant, or why there is none.
   *
   * @param why what is wrong, to follow "is not a date"; {@code ""} where the form is not known
   * @param advice what to write instead
   * @param doubtful whether the form is known, but may be meant in two ways
   */
  record Answer(Optional<Instant> instant, String why, String advice, boolean doubtful) {
    static Answer of(Instant instant) {
      return new Answer(Optional.of(instant), "", "", false);
    }

    /** What is wrong with the value of a key. */
    String found(String key, String value) {
      return key + " \"" + value + "\" is not a date" + (why.isEmpty() ? "." : ": " + why + ".");
    }

    /** The form is known, but not which instant is meant. */
    static Answer doubt(String why, String advice) {
      return new Answer(Optional.empty(), why, advice, true);
    }
  }

  Answer read(String written) {
    Optional<Instant> common = common(written);
    return common.isPresent() ? Answer.of(common.get()) : new Pass(written).read();
  }

  /**
   * The two forms that nearly all dates have, 2026-12-31 and 2026-12-31T14:00:00Z, without
   * patterns: an article has several dates. Of all else, and of days that there are not, nothing.
   */
  private Optional<Instant> common(String written) {
    int length = written.length();
    if ((length != 10 && length != 20)
        || !hasForm(written, length == 10 ? DAY : SECOND)
        || digits(written, 0, 4) < 1000) {
      return Optional.empty();
    }
    int year = digits(written, 0, 4);
    int month = digits(written, 5, 7);
    int day = digits(written, 8, 10);
    if (month < 1 || month > 12 || day < 1 || day > YearMonth.of(year, month).lengthOfMonth()) {
      return Optional.empty();
    }
    LocalDate date = LocalDate.of(year, month, day);
    if (length == 10) {
      return Optional.of(date.atStartOfDay(zone).toInstant());
    }
    int hour = digits(written, 11, 13);
    int minute = digits(written, 14, 16);
    int second = digits(written, 17, 19);
    return hour > 23 || minute > 59 || second > 59
        ? Optional.empty()
        : Optional.of(date.atTime(hour, minute, second).toInstant(ZoneOffset.UTC));
  }

  /** Whether a text has a digit where the form has a 0, and is the form everywhere else. */
  static boolean hasForm(String text, String form) {
    if (text.length() != form.length()) {
      return false;
    }
    for (int i = 0; i < form.length(); i++) {
      char c = text.charAt(i);
      if (form.charAt(i) == '0' ? c < '0' || c > '9' : c != form.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int digits(String text, int from, int end) {
    int number = 0;
    for (int i = from; i < end; i++) {
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  /** Why a value is not an instant; it leaves the parts of a reading early. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean doubtful;
    private final String advice;

    Refusal(boolean doubtful, String why, String advice) {
      super(why, null, false, false);
      this.doubtful = doubtful;
      this.advice = advice;
    }

    Answer answer() {
      return new Answer(Optional.empty(), getMessage(), advice, doubtful);
    }
  }

  /** One value being read from left to right. */
  private final class Pass {
    private final String text;
    private int at;

    Pass(String written) {
      text = plain(written);
    }

    Answer read() {
      try {
        checkCharacters();
        return Answer.of(instant());
      } catch (Refusal refusal) {
        return refusal.answer();
      } catch (DateTimeException e) {
        return new Answer(Optional.empty(), "there is no such day", FORM, false);
      }
    }

    private void checkCharacters() {
      text.codePoints()
          .filter(c -> c < 0x20 || c > 0x7E)
          .findFirst()
          .ifPresent(
              c -> {
                throw new Refusal(
                    false,
                    String.format("it holds the character U+%04X", c),
                    "Type it again with the digits 0 to 9: 2026-12-31T14:00:00Z.");
              });
    }

    private Instant instant() {
      Optional<DayOfWeek> weekday = take(WEEKDAY).map(found -> weekday(found.group(1)));
      LocalDate date = date();
      if (weekday.isPresent() && date.getDayOfWeek() != weekday.get()) {
        throw new Refusal(
            true,
            date + " is a " + name(date.getDayOfWeek()),
            "Correct the date, or leave the day of the week out.");
      }
      if (at == text.length()) {
        return date.atStartOfDay(zone).toInstant();
      }
      Matcher before = take(BEFORE_TIME).orElseThrow(this::trailing);
      Optional<LocalDateTime> midnight = endOfDay(date);
      LocalDateTime time =
          midnight.isPresent() ? midnight.get() : date.atTime(0, 0).plusNanos(clock(before));
      skipSpace();
      return inZone(time, midnight.isPresent());
    }

    private LocalDate date() {
      Optional<Matcher> found = take(YEAR_FIRST);
      if (found.isPresent()) {
        return date(found.get().group(1), number(found.get().group(3)), found.get().group(4));
      }
      found = take(BASIC);
      if (found.isPresent()) {
        return date(found.get().group(1), number(found.get().group(2)), found.get().group(3));
      }
      found = take(DAY_MONTH);
      if (found.isPresent()) {
        return date(found.get().group(3), month(found.get().group(2)), found.get().group(1));
      }
      found = take(MONTH_DAY);
      if (found.isPresent()) {
        return date(found.get().group(3), month(found.get().group(1)), found.get().group(2));
      }
      if (take(SHORT_YEAR).isPresent()) {
        throw new Refusal(false, "its year has two digits", FORM);
      }
      if (take(EITHER_ORDER).isPresent()) {
        throw new Refusal(
            false, "it may have the day or the month first", "Write the year first: 2026-12-31.");
      }
      if (text.matches("\\d{9,13}")) {
        throw new Refusal(false, "a count of seconds cannot be checked by a reader", FORM);
      }
      throw new Refusal(false, "", FORM);
    }

    private LocalDate date(String year, int month, String day) {
      if (number(year) < 1000) {
        throw new Refusal(false, "there is no news of the year " + year, FORM);
      }
      return LocalDate.of(number(year), month, number(day));
    }

    /** 24:00 is the end of a day in ISO 8601: the beginning of the next one. */
    private Optional<LocalDateTime> endOfDay(LocalDate date) {
      return take(END_OF_DAY).map(found -> date.plusDays(1).atStartOfDay());
    }

    /** The nanosecond of the day. */
    private long clock(Matcher before) {
      boolean iso = before.group().equalsIgnoreCase("T");
      Optional<Matcher> found = take(HOURS);
      if (found.isPresent()) {
        return nanos(found.get().group(1), found.get().group(2), null, null, null);
      }
      found = iso ? take(BASIC_CLOCK) : Optional.empty();
      if (found.isPresent()) {
        Matcher m = found.get();
        return nanos(m.group(1), m.group(2), m.group(3), m.group(4), null);
      }
      int start = at;
      Matcher m = take(CLOCK).orElseThrow(this::trailing);
      if (m.group(3) == null && m.group(6) == null) {
        at = start;
        throw trailing();
      }
      return nanos(m.group(1), m.group(3), m.group(4), m.group(5), m.group(6));
    }

    private long nanos(String hour, String minute, String second, String fraction, String half) {
      int hours = number(hour);
      if (half != null) {
        if (hours < 1 || hours > 12) {
          throw new Refusal(
              true,
              hour + " is no hour of a clock with am and pm",
              "Write the time as 14:00, without am and pm.");
        }
        hours = hours % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
      }
      int minutes = number(minute);
      int seconds = number(second);
      if (hours > 23 || minutes > 59 || seconds > 59) {
        throw new Refusal(false, "there is no such time of day", "Write the time as 14:00.");
      }
      long nanos = fraction == null ? 0 : number((fraction + "00000000").substring(0, 9));
      return ((hours * 60L + minutes) * 60 + seconds) * 1_000_000_000L + nanos;
    }

    private Instant inZone(LocalDateTime time, boolean dayEnds) {
      Optional<ZoneOffset> offset = take(FIXED).map(this::offset);
      int space = at;
      skipSpace();
      Optional<ZoneId> brackets = take(BRACKETS).map(found -> zone(found.group(1)));
      if (brackets.isEmpty()) {
        at = space;
      }
      Optional<ZoneId> region =
          brackets.isPresent() || offset.isPresent()
              ? brackets
              : take(REGION).map(found -> zone(found.group()));
      if (at < text.length()) {
        throw take(WORD).isPresent() && at == text.length() && offset.isEmpty()
            ? abbreviation(text.substring(space))
            : trailingFrom(space);
      }
      if (offset.isPresent()) {
        region.ifPresent(named -> checkOffset(time, offset.get(), named));
        return time.toInstant(offset.get());
      }
      ZoneId named = region.orElse(zone);
      return dayEnds ? time.toLocalDate().atStartOfDay(named).toInstant() : only(time, named);
    }

    private Refusal abbreviation(String word) {
      return new Refusal(
          true, "\"" + word + "\" does not name one time zone of the world", WITH_ZONE);
    }

    /** The instant of a local time, which comes once on all but the days of clock changes. */
    private Instant only(LocalDateTime time, ZoneId in) {
      List<ZoneOffset> offsets = in.getRules().getValidOffsets(time);
      if (offsets.size() == 1) {
        return time.toInstant(offsets.get(0));
      }
      ZoneOffsetTransition change = in.getRules().getTransition(time);
      Instant before = time.toInstant(change.getOffsetBefore());
      Instant after = time.toInstant(change.getOffsetAfter());
      throw new Refusal(
          true,
          offsets.isEmpty()
              ? "the clocks of " + in + " skip this time, so it may be " + (before + " or " + after)
              : "the clocks of " + in + " show this time twice, at " + before + " and " + after,
          "Write one of the two.");
    }

    private void checkOffset(LocalDateTime time, ZoneOffset offset, ZoneId named) {
      if (!named.getRules().isValidOffset(time, offset)) {
        throw new Refusal(
            true, named + " does not have the offset " + offset + " then", "Write one of the two.");
      }
    }

    private ZoneOffset offset(Matcher found) {
      int group = found.group(1) != null ? 1 : 4;
      if (found.group(group) == null) {
        return ZoneOffset.UTC;
      }
      int minutes = number(found.group(group + 1)) * 60 + number(found.group(group + 2));
      int signed = found.group(group).equals("-") ? -minutes : minutes;
      if (signed < -12 * 60 || signed > 14 * 60 || number(found.group(group + 2)) % 15 > 0) {
        throw new Refusal(true, "no zone has the offset " + found.group().strip(), WITH_ZONE);
      }
      return ZoneOffset.ofTotalSeconds(signed * 60);
    }

    private ZoneId zone(String name) {
      String region = REGIONS.get(name.toLowerCase(Locale.ROOT));
      if (region != null) {
        return ZoneId.of(region);
      }
      Matcher fixed = FIXED.matcher(name);
      if (fixed.matches()) {
        return offset(fixed);
      }
      throw new Refusal(true, "there is no time zone \"" + name + "\"", WITH_ZONE);
    }

    private Refusal trailing() {
      return trailingFrom(at);
    }

    private Refusal trailingFrom(int index) {
      return new Refusal(
          false, "\"" + text.substring(index).strip() + "\" is not a part of one", FORM);
    }

    private void skipSpace() {
      while (at < text.length() && text.charAt(at) == ' ') {
        at++;
      }
    }

    private Optional<Matcher> take(Pattern pattern) {
      Matcher matcher = pattern.matcher(text).region(at, text.length());
      matcher.useTransparentBounds(true);
      if (!matcher.lookingAt()) {
        return Optional.empty();
      }
      at = matcher.end();
      return Optional.of(matcher);
    }
  }

  /** The text with every kind of space inside a line as one plain space. */
  private static String plain(String written) {
    StringBuilder plain = new StringBuilder(written.length());
    written
        .codePoints()
        .map(
            c ->
                c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR
                    ? ' '
                    : c == 0x2212 ? '-' : c)
        .forEach(plain::appendCodePoint);
    return REPEATED_SPACE.matcher(plain.toString().strip()).replaceAll(" ");
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static int month(String name) {
    return 1 + MONTHS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT));
  }

  private static DayOfWeek weekday(String name) {
    String begin = name.substring(0, 3).toUpperCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(begin)) {
        return day;
      }
    }
    throw new IllegalArgumentException(name);
  }

  private static String name(DayOfWeek day) {
    return day.name().charAt(0) + day.name().substring(1).toLowerCase(Locale.ROOT);
  }

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
  }
}
