package org.newsbake.desk;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names of the top levels of IPTC's subjects, for codes that come without a name: Media Topics of
 * the IPTC, licence CC BY 4.0. The first two digits of an older subject code are the same.
 */
final class MediaTopics {

  private static final Map<String, String> ENGLISH =
      Map.ofEntries(
          Map.entry("01000000", "arts, culture, entertainment and media"),
          Map.entry("02000000", "crime, law and justice"),
          Map.entry("03000000", "disaster, accident and emergency incident"),
          Map.entry("04000000", "economy, business and finance"),
          Map.entry("05000000", "education"),
          Map.entry("06000000", "environment"),
          Map.entry("07000000", "health"),
          Map.entry("08000000", "human interest"),
          Map.entry("09000000", "labour"),
          Map.entry("10000000", "lifestyle and leisure"),
          Map.entry("11000000", "politics"),
          Map.entry("12000000", "religion and belief"),
          Map.entry("13000000", "science and technology"),
          Map.entry("14000000", "society"),
          Map.entry("15000000", "sport"),
          Map.entry("16000000", "conflict, war and peace"),
          Map.entry("17000000", "weather"));

  private MediaTopics() {}

  /** The name of a code in English, for stories in that language or in none that is known. */
  static Optional<String> name(String code, Optional<String> language) {
    String digits = code.replaceAll("^.*[:/]", "");
    boolean english =
        language.isEmpty() || language.get().toLowerCase(Locale.ROOT).startsWith("en");
    return english && digits.matches("[01]\\d{7}")
        ? Optional.ofNullable(ENGLISH.get(digits.substring(0, 2) + "000000"))
        : Optional.empty();
  }
}
