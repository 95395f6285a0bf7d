package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LexiconTest {

  @Test
  void termsAreNumberedAsTheyCome() {
    Lexicon lexicon = new Lexicon();
    assertThat(lexicon.add(7)).isZero();
    assertThat(lexicon.add(9)).isEqualTo(1);
    assertThat(lexicon.add(7)).isZero();
    assertThat(lexicon.find(9)).isEqualTo(1);
    assertThat(lexicon.find(8)).isEqualTo(-1);
    assertThat(lexicon.term(1)).isEqualTo(9);
    assertThat(lexicon.size()).isEqualTo(2);
  }

  @Test
  void textsAreCountedInSteps() {
    assertThat(IntStream.rangeClosed(0, 17).map(settled -> texts(settled, 0)))
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 10, 10, 12, 12, 14, 14, 16, 16);
    assertThat(IntStream.rangeClosed(0, 9).map(fresh -> texts(0, fresh)))
        .containsExactly(0, 1, 2, 2, 4, 4, 4, 4, 8, 8);
    // Fresh ones count once they are more than half of the settled ones.
    assertThat(IntStream.rangeClosed(0, 9).map(fresh -> texts(8, fresh)))
        .containsExactly(8, 8, 8, 8, 8, 8, 8, 8, 16, 16);
    for (int settled = 0; settled < 40; settled++) {
      for (int fresh = 0; fresh < 40; fresh++) {
        assertThat(texts(settled, fresh) > 1).isEqualTo(settled + fresh > 1);
      }
    }
  }

  private static int texts(int settled, int fresh) {
    Lexicon lexicon = new Lexicon();
    int term = lexicon.add(7);
    lexicon.count(term, true, settled);
    lexicon.count(term, false, fresh);
    return lexicon.texts(term);
  }

  @Test
  void aCopyIsChangedOnItsOwn() {
    Lexicon lexicon = new Lexicon();
    lexicon.add(7);
    Lexicon copy = new Lexicon(lexicon);
    copy.add(9);
    copy.count(0, true, 1);
    assertThat(lexicon.find(9)).isEqualTo(-1);
    assertThat(lexicon.texts(0)).isZero();
    assertThat(copy.texts(0)).isEqualTo(1);
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
      assertThat(lexicon.term(i)).isEqualTo(term(i));
    }
    assertThat(lexicon.find(term(size))).isEqualTo(-1);
  }

  private static long term(int number) {
    return number % 100 == 0 ? (number + 1L) << 32 : Hash.mix(number + 1L);
  }
}
