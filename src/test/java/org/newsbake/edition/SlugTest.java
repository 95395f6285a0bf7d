package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The night ferry sails again|the-night-ferry-sails-again",
        "Vote: “the wall” stays!|vote-the-wall-stays",
        "It's over; it’s over|its-over-its-over",
        "../../etc/passwd|etc-passwd",
        "a/b\\c|a-b-c",
        "...and Ørsted & Łódź|and-ørsted-łódź",
        "¿Qué?|qué",
        "🚢 Ship 🚢|ship",
        "مدينة الميناء|مدينة-الميناء",
        "版本 2.0|版本-2.0",
        "_-.-_x|x",
        "?!…|''",
        "🚢🚢|''",
      })
  void aHeadlineBecomesTheNameOfAFile(String headline, String slug) {
    assertThat(Slug.ofHeadline(headline)).isEqualTo(slug);
  }

  @Test
  void aLongHeadlineIsCutBetweenWords() {
    assertThat(Slug.ofHeadline("word ".repeat(60))).isEqualTo("word-".repeat(12).substring(0, 59));
    assertThat(Slug.ofHeadline("x".repeat(300))).isEqualTo("x".repeat(60));
    assertThat(Slug.ofHeadline("𝒳".repeat(300))).isEqualTo("𝒳".repeat(30));
    assertThat(Slug.ofHeadline("a" + "𝒳".repeat(300))).isEqualTo("a" + "𝒳".repeat(29));
  }

  @Test
  void theSameLettersGiveTheSameNameHoweverTheyAreComposed() {
    assertThat(Slug.ofHeadline("Cafe\u0301")).isEqualTo(Slug.ofHeadline("Caf\u00E9"));
  }

  @Test
  void anyHeadlineGivesASaneNameOrNone() {
    for (int seed = 0; seed < 20_000; seed++) {
      String headline = headline(new Random(seed));
      String slug = Slug.ofHeadline(headline);
      assertThat(slug)
          .as("seed %d: %s", seed, headline)
          .doesNotContainPattern("[\\s/\\\\:\\p{Cntrl}]|--|-$|\\.$");
      assertThat(slug.getBytes(StandardCharsets.UTF_8)).as("seed %d", seed).hasSizeLessThan(200);
      if (!slug.isEmpty()) {
        assertThat(Character.isLetterOrDigit(slug.codePointAt(0))).as("seed %d", seed).isTrue();
      }
      assertThat(Slug.ofHeadline(slug)).as("seed %d", seed).isEqualTo(slug);
    }
  }

  private static String headline(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(100); i >= 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) (' ' + random.nextInt(0x5F)));
        case 1 -> text.append((char) random.nextInt(0x3000));
        case 2 -> text.appendCodePoint(0x10000 + random.nextInt(0x10000));
        default -> text.append("-._ ".charAt(random.nextInt(4)));
      }
    }
    return text.toString();
  }
}
