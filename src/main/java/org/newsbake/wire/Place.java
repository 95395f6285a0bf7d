package org.newsbake.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the place in a dateline, and the dateline at the beginning of a text. */
final class Place {

  private static final String MONTH =
      "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|janv|févr?|mars|avr|mai|juin|juil|août|sept|déc"
          + "|jän|mär|mrz|okt|dez|ene|abr|ago|dic|gen|mag|giu|lug|set|ott|out|maj)\\p{L}{0,7}\\.?";

  /** A day, with or without its year. */
  private static final String DAY =
      "(?:"
          + MONTH
          + "\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?|\\d{1,2}\\.?\\s+(?:de\\s+)?"
          + MONTH
          + "(?:\\s+(?:de\\s+)?\\d{4})?|\\d{1,2}[./]\\s?\\d{1,2}\\.?(?:[./]?\\s?\\d{2,4})?|\\d{4}-\\d{2}-\\d{2})";

  private static final String AGENCY =
      "[(\\[/]\\s?[\\p{L}\\p{N}][\\p{L}\\p{N} .,&/–-]{0,30}\\s?[)\\]/]";
  private static final String DASH =
      "(?:\\s*(?:--?|[_\\u2013\\u2014\\u2015:])\\s+|\\s*[\\u2013\\u2014]\\s*)";

  private static final Pattern DATE =
      Pattern.compile(
          "[,\\s]*(?:\\p{L}+day,?\\s+)?"
              + DAY
              + "[,\\s]*|\\d{1,2}:\\d{2}(?::\\d{2})?|GMT[+-]?[\\d:]*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern AGENCY_END =
      Pattern.compile("\\s*" + AGENCY + ".*$|\\s*[-\\u2013\\u2014_]+\\s*$");

  /** A word of capitals behind the day, or of the agencies that are known. */
  private static final Pattern CODE_END =
      Pattern.compile("\\s+[A-Z]{2,5}\\s*[-\\u2013\\u2014]*\\s*$");

  private static final String NAME =
      "\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:[ -](?:\\p{Lu}|de |del |la |le |les |sur |am |an der |im |of"
          + " |the |du |des |upon |the |al-|el-|und |and"
          + " )[\\p{L}\\p{M}.'’-]*){0,4}(?:\\s?[,/]\\s?\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:"
          + " \\p{Lu}[\\p{L}\\p{M}.'’-]*){0,2}){0,2}";

  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:"
              + AGENCY
              + "\\s*[-\\u2013\\u2014]\\s*)?(?<place>"
              + NAME
              + ")"
              + "(?:(?:,|\\s)\\s*(?<day>(?i:(?:\\p{L}+day,?\\s+)?"
              + DAY
              + ")))?"
              + "(?:(?:,\\s*|\\s+)(?<agency>"
              + AGENCY
              + "|[A-Z]{2,5}(?=\\s*[-\\u2013\\u2014_])|(?<=,"
              + " )\\p{Lu}\\p{L}{2,14}(?=\\s+[-\\u2013\\u2014]))(?:,?\\s*(?i:"
              + DAY
              + "))?"
              + "(?:"
              + DASH
              + ")?|(?<dash>"
              + DASH
              + "))",
          Pattern.UNICODE_CASE);

  private static final Pattern IN_BRACKETS =
      Pattern.compile(
          "^\\(\\s*(?<place>[\\p{L}\\p{M}][\\p{L}\\p{M}.'’ -]{1,30})\\s*\\)\\s*[-\\u2013\\u2014_]");

  /** Scripts without capitals: a word or three before the agency and the dash. */
  private static final Pattern CASELESS =
      Pattern.compile(
          "^(?<place>[\\p{IsArabic}\\p{IsHebrew}\\p{IsHan}\\p{IsKatakana}\\p{IsHiragana}\\p{IsHangul}\\p{IsDevanagari}\\p{IsThai}\\p{M}]+(?:"
              + " [\\p{IsArabic}\\p{IsHebrew}\\p{IsHangul}\\p{IsDevanagari}\\p{M}]+){0,2})\\s*(?:[،,]?\\s*[(（]|[-\\u2013\\u2014]\\s)");

  private Place() {}

  /** The place of an element for datelines; nothing where it holds a date alone. */
  static Optional<String> of(String dateline) {
    String line = Text.value(dateline).replaceAll("^[(\\[]|[)\\]]$", "").strip();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    line = AGENCY_END.matcher(line).replaceFirst("").strip();
    String without = DATE.matcher(line).replaceAll(" ").strip();
    if (!without.equals(line)) {
      without = CODE_END.matcher(without).replaceFirst("").strip();
    }
    without = without.replaceAll("^[\\s,;:._/–—-]+|[\\s,;:_/–—-]+$", "").replaceAll("\\s+", " ");
    boolean none =
        without.isEmpty()
            || without.length() > 80
            || !without.matches(".*\\p{L}.*")
            || Times.read(line).isPresent()
            || line.matches("(?iu)(?:" + MONTH + "|\\p{L}+day)\\W*\\d*\\W*");
    return none ? Optional.empty() : Optional.of(without);
  }

  /** The place with which a text begins before the agency's name or the dash. */
  static Optional<String> opening(String paragraph) {
    Matcher brackets = IN_BRACKETS.matcher(paragraph);
    Matcher line = OPENING.matcher(paragraph);
    boolean found =
        line.lookingAt()
            && (line.group("agency") != null
                || line.group("dash") != null
                    && (line.group("day") != null || isPlace(line.group("place"))));
    if (found) {
      String place = line.group("place").strip();
      boolean month =
          Times.month(place) > 0 && place.matches("(?iu)" + MONTH) && line.group("day") == null;
      return month || place.length() > 60 ? Optional.empty() : Optional.of(place);
    }
    // An agency in brackets stands before a place, a place in brackets before the text.
    if (brackets.find() && !Text.isCapitals(brackets.group("place"))) {
      return Optional.of(brackets.group("place").strip());
    }
    Matcher caseless = CASELESS.matcher(paragraph);
    if (caseless.lookingAt()) {
      return Optional.of(caseless.group("place").strip());
    }
    return Optional.empty();
  }

  /** Whether words before a mere dash are a place: in capitals, or one or two of them. */
  private static boolean isPlace(String words) {
    return Text.isCapitals(words) || words.split(" ").length <= 2;
  }
}
