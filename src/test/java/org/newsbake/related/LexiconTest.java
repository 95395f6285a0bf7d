package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LexiconTest {

  @Test
  void termsAreNumberedAsTheyComeAndCountTheirTexts() {
    Lexicon lexicon = new Lexicon();
    assertThat(lexicon.add(7)).isZero();
    assertThat(lexicon.add(9)).isEqualTo(1);
    assertThat(lexicon.add(7)).isZero();
    assertThat(lexicon.find(9)).isEqualTo(1);
    assertThat(lexicon.find(8)).isEqualTo(-1);
    assertThat(lexicon.texts(0)).isEqualTo(2);
    assertThat(lexicon.texts(1)).isEqualTo(1);
    assertThat(lexicon.size()).isEqualTo(2);
  }

  @Test
  void itGrows() {
    Lexicon lexicon = new Lexicon();
    // Three times its first capacity, and every hundredth term at one and the same first slot.
    int size = 100_000;
    for (int i = 0; i < size; i++) {
      assertThat(lexicon.add(term(i))).isEqualTo(i);
    }
    for (int i = 0; i < size; i += 3) {
      assertThat(lexicon.add(term(i))).isEqualTo(i);
    }
    assertThat(lexicon.size()).isEqualTo(size);
    for (int i = 0; i < size; i++) {
      assertThat(lexicon.find(term(i))).isEqualTo(i);
      assertThat(lexicon.texts(i)).isEqualTo(i % 3 == 0 ? 2 : 1);
    }
    assertThat(lexicon.find(term(size))).isEqualTo(-1);
  }

  private static long term(int number) {
    return number % 100 == 0 ? (number + 1L) << 32 : Hash.mix(number + 1L);
  }
}
