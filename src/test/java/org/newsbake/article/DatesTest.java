package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.ParsePosition;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

  private static final Dates UTC = new Dates("yyyy-MM-dd", ZoneOffset.UTC, Locale.ENGLISH);
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @ValueSource(
      strings = {"UTC", "Europe/Berlin", "Asia/Beirut", "America/Sao_Paulo", "Pacific/Apia"})
  void daysAreThoseOfJBake(String zone) throws Exception {
    Dates dates = new Dates("yyyy-MM-dd", ZoneId.of(zone), Locale.ENGLISH);
    SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd", Locale.ENGLISH);
    format.setTimeZone(TimeZone.getTimeZone(zone));
    format.setLenient(false);
    for (int i = 0; i < 5_000; i++) {
      String day = String.format("%04d-%02d-%02d", 1500 + i / 7, 1 + i * 7 % 13, 1 + i * 11 % 32);
      Date expected = format.parse(day, new ParsePosition(0));
      assertThat(dates.asJBake(day, false).date().map(ArticleDate::shown))
          .as(day)
          .isEqualTo(Optional.ofNullable(expected).map(Date::toInstant).or(() -> dates.byIso(day)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23, 2026-11-23T00:00:00Z",
    "2026-1-5, 2026-01-05T00:00:00Z",
    "2026-11-23 14:30, 2026-11-23T14:30:00Z",
    "2026-11-23T14:30, 2026-11-23T14:30:00Z",
    "2026-11-23t14:30z, 2026-11-23T14:30:00Z",
    "2026-11-23   9:05:07, 2026-11-23T09:05:07Z",
    "2026-11-23T14:30:15.5Z, 2026-11-23T14:30:15.500Z",
    "'2026-11-23T14:30:15,123456789Z', 2026-11-23T14:30:15.123456789Z",
    "2026-11-23T14:30:00+01:00, 2026-11-23T13:30:00Z",
    "2026-11-23T14:30:00-0530, 2026-11-23T20:00:00Z",
    "2026-11-23T14:30:00 -5, 2026-11-23T19:30:00Z",
    "2026-11-23T14:30:00+530, 2026-11-23T09:00:00Z",
    "' 2026-11-23 ', 2026-11-23T00:00:00Z",
    "2028-02-29, 2028-02-29T00:00:00Z",
  })
  void isoIsReadInAllItsForms(String written, Instant instant) {
    assertThat(UTC.byIso(written)).contains(instant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "12/31/26",
        "2026-13-01",
        "2026-02-29",
        "2026-11-31",
        "2026-11",
        "2026-11-23T25:00",
        "2026-11-23T14:60",
        "2026-11-23T14:30:00+19:00",
        "2026-11-23T14:30 CET",
        "2026-11-23x",
        "26-11-23",
        "٢٠٢٦-١١-٢٣",
      })
  void whatIsNoDateIsNone(String written) {
    assertThat(UTC.byIso(written)).isEmpty();
  }

  @Test
  void aTimeWithoutZoneIsInThatOfTheSite() {
    Dates berlin = new Dates("yyyy-MM-dd HH:mm", BERLIN, Locale.ENGLISH);
    assertThat(berlin.byIso("2026-11-23 14:30")).contains(Instant.parse("2026-11-23T13:30:00Z"));
    assertThat(berlin.byPattern("2026-07-01 14:30"))
        .contains(Instant.parse("2026-07-01T12:30:00Z"));
  }

  @Test
  void theDefaultPatternIgnoresATimeBehindIt() {
    Instant midnight = Instant.parse("2026-11-23T00:00:00Z");
    assertThat(UTC.byPattern("2026-11-23 14:30")).contains(midnight);
    assertThat(UTC.byPattern("2026-11-23T14:30:00Z")).contains(midnight);
  }

  @Test
  void isoIsReadWhereThePatternDoesNotFit() {
    Dates german = new Dates("dd.MM.yyyy", ZoneOffset.UTC, Locale.ENGLISH);
    assertThat(german.byPattern("23.11.2026")).contains(Instant.parse("2026-11-23T00:00:00Z"));
    assertThat(german.byPattern("2026-11-23T14:30:00Z"))
        .contains(Instant.parse("2026-11-23T14:30:00Z"));
    assertThat(german.whole("23.11.2026").instant())
        .contains(Instant.parse("2026-11-23T00:00:00Z"));
    assertThat(german.byPattern("31.11.2026")).isEmpty();
    assertThat(german.byPattern("11/23/2026")).isEmpty();
  }

  @Test
  void namesOfMonthsAreInTheLanguageOfTheSite() {
    Dates french = new Dates("d MMMM yyyy", ZoneOffset.UTC, Locale.FRENCH);
    assertThat(french.byPattern("23 décembre 2026"))
        .contains(Instant.parse("2026-12-23T00:00:00Z"));
    assertThat(french.byPattern("23 December 2026")).isEmpty();
  }

  @Test
  void aDayWhoseMidnightDoesNotExistIsADay() {
    Dates santiago = new Dates("dd/MM/yyyy", ZoneId.of("America/Santiago"), Locale.ENGLISH);
    Instant first = Instant.parse("2026-09-06T04:00:00Z");
    assertThat(santiago.byPattern("06/09/2026")).contains(first);
    assertThat(santiago.byIso("2026-09-06")).contains(first);
  }

  @Test
  void anInstantIsWrittenAsADayWhereItIsMidnight() {
    Dates berlin = new Dates("yyyy-MM-dd", BERLIN, Locale.ENGLISH);
    assertThat(berlin.iso(Instant.parse("2026-11-22T23:00:00Z"))).isEqualTo("2026-11-23");
    assertThat(berlin.iso(Instant.parse("2026-11-23T13:30:00Z")))
        .isEqualTo("2026-11-23T14:30:00+01:00");
  }

  @Test
  void manyThreadsReadDatesAtOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      Callable<Boolean> reads =
          () ->
              IntStream.range(0, 2_000)
                  .allMatch(
                      i -> {
                        int day = 1 + i % 28;
                        String written = String.format("2026-11-%02d", day);
                        Instant instant = Instant.parse(written + "T00:00:00Z");
                        return UTC.byPattern(written).orElseThrow().equals(instant);
                      });
      for (Future<Boolean> result : threads.invokeAll(java.util.Collections.nCopies(8, reads))) {
        assertThat(result.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
