package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {

  private static final Instants UTC = new Instants(ZoneOffset.UTC);
  private static final Instants BERLIN = new Instants(ZoneId.of("Europe/Berlin"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-28T22:00:00Z",
        "2026-11-28t22:00z",
        "2026-11-28 22:00",
        "2026-11-28 22:00 GMT",
        "2026-11-28 22:00 utc",
        "2026-11-28 22:00UT",
        "2026-11-28, 22:00",
        "2026-11-28 at 22:00",
        "2026-11-28 22.00",
        "2026-11-28 22h00",
        "2026-11-28 22h",
        "2026-11-28 22 h 00",
        "2026-11-28 10:00 PM",
        "2026-11-28 10pm",
        "2026-11-28 10 p.m.",
        "2026-11-28 10 p.m. GMT",
        "2026-11-28 23:00 +01:00",
        "2026-11-28 23:00+0100",
        "2026-11-28 23:00 +1",
        "2026-11-28 23:00 GMT+1",
        "2026-11-28 23:00 UTC+01:00",
        "2026-11-28 17:00 \u221205:00",
        "2026-11-28T23:00+01:00[Europe/Berlin]",
        "2026-11-28T23:00[Europe/Berlin]",
        "2026-11-28T22:00Z[UTC]",
        "2026-11-28 22:00 Europe/London",
        "2026-11-28 22:00 europe/london",
        "20261128T220000Z",
        "20261128T2200Z",
        "2026-11-28T22Z",
        "2026/11/28 22:00",
        "2026.11.28 22:00",
        "Sat, 28 Nov 2026 22:00:00 GMT",
        "Saturday 28 November 2026 22:00",
        "28 November 2026, 22:00",
        "28th of November 2026 at 10 pm",
        "November 28, 2026 22:00",
        "Nov. 28 2026 10:00 pm",
        "2026-11-28\u00a022:00\u202fGMT",
        "  2026-11-28   22:00  ",
        "2026-11-28 22:00:00,000",
      })
  void readsEveryFormOfOneInstant(String written) {
    assertThat(UTC.read(written)).isEqualTo(answer("2026-11-28T22:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-28 12:00 AM, 2026-11-28T00:00:00Z",
    "2026-11-28 12 pm, 2026-11-28T12:00:00Z",
    "2026-11-28 12:30 a.m., 2026-11-28T00:30:00Z",
    "2026-11-28 24:00, 2026-11-29T00:00:00Z",
    "2026-11-28T24:00:00Z, 2026-11-29T00:00:00Z",
    "2026-11-28, 2026-11-28T00:00:00Z",
    "20261128, 2026-11-28T00:00:00Z",
    "28 Nov 2026, 2026-11-28T00:00:00Z",
    "2026-11-28T22:00:00.123456789Z, 2026-11-28T22:00:00.123456789Z",
    "2026-11-28 22:00 +5:30, 2026-11-28T16:30:00Z",
  })
  void readsOtherInstants(String written, String instant) {
    assertThat(UTC.read(written)).isEqualTo(answer(instant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-28 22:00 CET|\"CET\" does not name one time zone of the world",
        "2026-11-28 22:00 BST|\"BST\" does not name one time zone of the world",
        "2026-11-28 22:00 EST5EDT|\"EST5EDT\" is not a part of one",
        "2026-11-28 - after the council meets|\"- after the council meets\" is not a part of one",
        "2026-11-28 22:00 (tbc)|\"(tbc)\" is not a part of one",
        "2026-11-28 2200|\"2200\" is not a part of one",
        "2026-11-28 22|\"22\" is not a part of one",
        "2026-11-28T22:00:00Z+01:00|\"Z+01:00\" is not a part of one",
        "03/04/2026|it may have the day or the month first",
        "28.11.2026 22:00|it may have the day or the month first",
        "31.12.26|its year has two digits",
        "26-11-28 22:00|its year has two digits",
        "28 Nov 26 22:00|its year has two digits",
        "0026-11-28|there is no news of the year 0026",
        "1764367200|a count of seconds cannot be checked by a reader",
        "Fri, 28 Nov 2026 22:00:00 GMT|2026-11-28 is a Saturday",
        "2026-02-30|there is no such day",
        "2026-11-28 25:00|there is no such time of day",
        "2026-11-28 22:60|there is no such time of day",
        "2026-12-31T23:59:60Z|there is no such time of day",
        "2026-11-28 22:00 PM|22 is no hour of a clock with am and pm",
        "2026-11-28 0:30 am|0 is no hour of a clock with am and pm",
        "2026-11-28 10:00-18:00|no zone has the offset -18:00",
        "2026-11-28T22:00+02:00[Europe/London]|Europe/London does not have the offset +02:00 then",
        "2026-11-28 22:00 Europe/Lodnon|there is no time zone \"Europe/Lodnon\"",
        "2026-11-28 ２２：００|it holds the character U+FF12",
        "٢٠٢٦-١١-٢٨|it holds the character U+0662",
        "2026-11-28\u200e 22:00|it holds the character U+200E",
        "2026-11-28 22:00–23:00|it holds the character U+2013",
        "soon|''",
        "2026-W48-6|''",
      })
  void refusesWhatMayMeanSomethingElse(String written, String why) {
    Instants.Answer answer = UTC.read(written);
    assertThat(answer.instant()).isEmpty();
    assertThat(answer.why()).isEqualTo(why.equals("''") ? "" : why);
    assertThat(answer.advice()).isNotEmpty();
  }

  @Test
  void timesOfClockChangesNameBothInstants() {
    assertThat(BERLIN.read("2026-10-25 02:30").why())
        .isEqualTo(
            "the clocks of Europe/Berlin show this time twice, at 2026-10-25T00:30:00Z and"
                + " 2026-10-25T01:30:00Z");
    assertThat(BERLIN.read("2026-03-29 02:30").why())
        .isEqualTo(
            "the clocks of Europe/Berlin skip this time, so it may be 2026-03-29T01:30:00Z or"
                + " 2026-03-29T00:30:00Z");
    assertThat(BERLIN.read("2026-10-25 02:30+02:00")).isEqualTo(answer("2026-10-25T00:30:00Z"));
    assertThat(UTC.read("2026-10-25 02:30 Europe/Berlin").instant()).isEmpty();
  }

  @Test
  void aDayBeginsWithItsFirstInstant() {
    Instants santiago = new Instants(ZoneId.of("America/Santiago"));
    assertThat(santiago.read("2026-09-06")).isEqualTo(answer("2026-09-06T04:00:00Z"));
    assertThat(santiago.read("2026-09-05 24:00")).isEqualTo(answer("2026-09-06T04:00:00Z"));
  }

  @Test
  void thePatternOfASiteMustFitAllOfAValue() {
    Dates german = new Dates("dd.MM.yyyy HH:mm", ZoneId.of("Europe/Berlin"), Locale.GERMAN);
    assertThat(german.whole("28.11.2026 23:00")).isEqualTo(answer("2026-11-28T22:00:00Z"));
    assertThat(german.whole("2026-11-28 23:00")).isEqualTo(answer("2026-11-28T22:00:00Z"));
    assertThat(german.whole("28.11.2026 23:00 Uhr").instant()).isEmpty();
    assertThat(german.whole("28.11.26 23:00").why()).isEqualTo("its year would be 26");
    assertThat(german.whole("25.10.2026 02:30").instant()).isEmpty();
    assertThat(german.whole("29.03.2026 02:30").instant()).isEmpty();
  }

  @Test
  void aPatternThatReadsAnotherInstantThanEverybodyElseIsADoubt() {
    Dates halfDay = new Dates("yyyy-MM-dd hh:mm", ZoneOffset.UTC, Locale.ENGLISH);
    assertThat(halfDay.whole("2026-11-28 12:00").why())
        .isEqualTo(
            "date.format reads 2026-11-28T00:00:00Z there, everybody else 2026-11-28T12:00:00Z");
    Dates dayFirst = new Dates("dd.MM.yyyy hh:mm", ZoneOffset.UTC, Locale.ENGLISH);
    assertThat(dayFirst.whole("28.11.2026 12:00").instant()).isEmpty();
    Dates zoned = new Dates("dd.MM.yyyy HH:mm z", ZoneOffset.UTC, Locale.ENGLISH);
    assertThat(zoned.whole("28.11.2026 12:00 BST").instant()).isEmpty();
    assertThat(zoned.whole("28.11.2026 12:00 UTC")).isEqualTo(answer("2026-11-28T12:00:00Z"));
  }

  private static Instants.Answer answer(String instant) {
    return Instants.Answer.of(Instant.parse(instant));
  }
}
