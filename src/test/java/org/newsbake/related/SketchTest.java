package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SketchTest {

  /** So many words in a row, from a number on; n words have n - 2 runs of three. */
  private static int[] sketch(long from, int words) {
    return sketch(LongStream.range(from, from + words));
  }

  private static int[] sketch(LongStream words) {
    Sketch sketch = new Sketch();
    words.forEach(word -> sketch.add(Hash.mix(word + 1)));
    return sketch.take();
  }

  /** 20 words have 18 runs; of 10 words in common are 8 runs of 18 + 18 - 8. */
  @ParameterizedTest
  @CsvSource({"20, 0, 18, 18", "20, 10, 8, 28", "20, 2, 16, 20", "30, 20, 8, 48", "20, 20, 0, 36"})
  void ofShortTextsTheResemblanceIsExact(int words, int shift, int common, int all) {
    assertThat(Sketch.resemblance(sketch(0, words), sketch(shift, words)))
        .isCloseTo((double) common / all, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"0", "100", "300", "500", "700", "900", "1000"})
  void ofLongTextsItIsEstimated(int shift) {
    double mean = 0;
    for (int i = 0; i < 50; i++) {
      int from = 100_000 * i;
      mean += Sketch.resemblance(sketch(from, 1002), sketch(from + shift, 1002)) / 50;
    }
    assertThat(mean).isCloseTo((1000.0 - shift) / (1000 + shift), within(.03));
  }

  @Test
  void copiesWithAFewOtherWordsAreNear() {
    int[] text = sketch(0, 300);
    int[] edited = sketch(LongStream.range(0, 300).map(i -> i % 40 == 0 ? i + 5000 : i));
    int[] longer = sketch(0, 380);
    assertThat(Sketch.near(text, text)).isTrue();
    assertThat(Sketch.near(text, edited)).isTrue();
    assertThat(Sketch.near(edited, text)).isTrue();
    assertThat(Sketch.near(text, longer)).isTrue();
  }

  @Test
  void textsWithAParagraphInCommonAreNot() {
    assertThat(Sketch.near(sketch(0, 300), sketch(150, 300))).isFalse();
    assertThat(Sketch.near(sketch(0, 300), sketch(0, 1000))).isFalse();
    assertThat(Sketch.near(sketch(0, 300), sketch(9000, 300))).isFalse();
  }

  @Test
  void textsOfAFewWordsAreTooShortToTell() {
    assertThat(Sketch.near(sketch(0, 6), sketch(0, 6))).isFalse();
    assertThat(Sketch.near(sketch(0, 7), sketch(0, 7))).isTrue();
    assertThat(Sketch.near(sketch(0, 0), sketch(0, 0))).isFalse();
  }

  @Test
  void aSampleIsTheLeast64EachOnceRising() {
    int[] all = sketch(LongStream.range(0, 500).map(i -> i % 250));
    assertThat(all).hasSize(64).isSorted().doesNotHaveDuplicates();
    // Said again, the same runs are no new ones.
    assertThat(all).isEqualTo(sketch(LongStream.range(0, 1000).map(i -> i % 250)));
  }

  @Test
  void aTextLeavesNothingToTheNext() {
    Sketch sketch = new Sketch();
    LongStream.range(0, 100).forEach(word -> sketch.add(Hash.mix(word + 1)));
    sketch.take();
    LongStream.range(500, 520).forEach(word -> sketch.add(Hash.mix(word + 1)));
    assertThat(sketch.take()).isEqualTo(sketch(500, 20)).hasSize(18);
  }
}
