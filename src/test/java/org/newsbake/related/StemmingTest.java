package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StemmingTest {

  @ParameterizedTest
  @CsvSource({
    "en, ferry, ferries",
    "en-GB, sailed, sailing",
    "EN_us, strike, strikes",
    "de, häuser, haus",
    "de-AT, fähren, fähre",
    "ar, الكتاب, كتاب",
    "fr, journaux, journal",
    "ru, книга, книги",
    "nb, båtene, båten"
  })
  void formsOfAWordAreOneTerm(String language, String one, String other) {
    assertThat(term(language, one)).isEqualTo(term(language, other)).isNotZero();
  }

  @ParameterizedTest
  @CsvSource({"zxx, ferry, ferries", "'', ferry, ferries", "th, ข่า, ข่าว", "de, ferries, ferry"})
  void otherWordsStayApart(String language, String one, String other) {
    assertThat(term(language, one)).isNotEqualTo(term(language, other)).isNotZero();
  }

  /** Two common words of every language that has a list of them. */
  static Stream<Arguments> common() {
    return Stream.of(
            "ar فيها الى",
            "bg главно беше",
            "bn কিছু করে",
            "ca cadascuna aquests",
            "ckb دوای لە",
            "cs kterou mi",
            "da jeg til",
            "de allem also",
            "el δε αντι",
            "en my ourselves",
            "es que los",
            "et pealt allpool",
            "eu haiei batean",
            "fa رفت همچنين",
            "fi olet ole",
            "fr avec des",
            "ga faoi agus",
            "gl aquel esa",
            "hi कई आदि",
            "hu ahol által",
            "hy որ այս",
            "id adapun agar",
            "it allo alla",
            "lt arba bei",
            "lv ka bez",
            "nb jeg den",
            "ne गरेको कसरी",
            "nl van in",
            "nn jeg den",
            "no jeg den",
            "pt um em",
            "ro este sunt",
            "ru во он",
            "sr bih ali",
            "sv att som",
            "ta இந்த பற்றி",
            "te ప్రకారం నిజంగా",
            "th โดย อยู่",
            "tr ama dört",
            "yi")
        .map(line -> Arguments.of((Object) line.split(" ")));
  }

  @ParameterizedTest
  @MethodSource("common")
  void commonWordsAreNotCounted(String[] line) {
    for (int i = 1; i < line.length; i++) {
      assertThat(term(line[0], line[i])).as(line[i]).isZero();
      assertThat(term("zxx", line[i])).as(line[i]).isNotZero();
    }
    assertThat(term(line[0], "saltmere")).isNotZero();
  }

  @Test
  void everyLanguageIsTested() {
    Set<String> tested =
        common().map(line -> ((String[]) line.get()[0])[0]).collect(Collectors.toSet());
    assertThat(Stemming.languages()).isEqualTo(tested);
  }

  @Test
  void commentsInTheListsAreNoWords() {
    // english_stop.txt explains its words behind a bar: "my | possessive adjective".
    assertThat(term("en", "possessive")).isNotZero();
    assertThat(term("es", "that")).isNotZero();
    // romanian stopwords.txt begins with "# This file was created by Jacques Savoy".
    assertThat(term("ro", "file")).isNotZero();
  }

  @Test
  void singleCharactersAndLongNumbersAreNotCounted() {
    assertThat(term("en", "x")).isZero();
    assertThat(term("en", "61300")).isZero();
    assertThat(term("en", "2026")).isNotZero();
    assertThat(term("en", "a320neo")).isNotZero();
  }

  @Test
  void manyWordsAreKeptApart() {
    Stemming stemming = new Stemming("zxx");
    for (int turn = 0; turn < 2; turn++) {
      for (int i = 0; i < 30_000; i++) {
        String word = "w" + i;
        assertThat(stemming.term(Hash.of(word), word.toCharArray(), word.length()))
            .isEqualTo(Hash.of(word));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"en, en", "en-GB, en", "sr_Latn, sr", "DE, de", "'', ''"})
  void theLanguageIsTheFirstPartOfATag(String tag, String language) {
    assertThat(Stemming.primary(tag)).isEqualTo(language);
  }

  private static long term(String language, String word) {
    return new Stemming(language).term(Hash.of(word), word.toCharArray(), word.length());
  }
}
