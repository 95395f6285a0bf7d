package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.newsbake.related.Candidates.Found;

class CandidatesTest {

  private static float likeness(Vectors vectors, int one, int other) {
    float sum = 0;
    for (int i = 0; i < vectors.terms(one).length; i++) {
      for (int j = 0; j < vectors.terms(other).length; j++) {
        if (vectors.terms(other)[j] == vectors.terms(one)[i]) {
          sum += vectors.weights(one)[i] * vectors.weights(other)[j];
        }
      }
    }
    return sum;
  }

  @Test
  void theyAreThoseOfTheGreatestLikenessInItsOrder() {
    // Of at most 20 terms a text, so that all of them are looked for.
    List<Text> texts =
        IntStream.range(0, 400)
            .mapToObj(
                i ->
                    Draft.of("t" + i)
                        .body("a" + i % 17 + " bb" + i % 29 + " cc" + i % 31 + " dd" + i / 25)
                        .text())
            .toList();
    Vectors vectors = Indexed.vectors(texts);
    Candidates candidates = new Candidates(vectors);
    for (int text = 0; text < 400; text++) {
      int it = text;
      Found found = candidates.find(text);
      int[] expected =
          IntStream.range(0, 400)
              .filter(other -> other != it && likeness(vectors, it, other) > 0)
              .boxed()
              .sorted(
                  Comparator.comparing((Integer other) -> -likeness(vectors, it, other))
                      .thenComparing(Comparator.naturalOrder()))
              .limit(Candidates.MOST)
              .mapToInt(Integer::intValue)
              .toArray();
      assertThat(found.likeness()).isSortedAccordingTo((a, b) -> Float.compare(b, a));
      assertThat(found.texts()).hasSameSizeAs(expected).doesNotContain(text);
      for (int i = 0; i < expected.length; i++) {
        // Sums of other orders differ in their last bits.
        assertThat(found.likeness()[i])
            .isCloseTo(likeness(vectors, text, expected[i]), within(1e-6f));
        assertThat(found.likeness()[i])
            .isCloseTo(likeness(vectors, text, found.texts()[i]), within(1e-6f));
      }
    }
  }

  @Test
  void equalOnesStandInTheirOrderAndTheFirstAreKept() {
    // All say "ferry" and nothing else that another says; a tenth of 1,000 texts is a hundred.
    List<Text> texts =
        IntStream.range(0, 1000)
            .mapToObj(i -> Draft.of("t" + i).body((i < 100 ? "ferry " : "") + "y" + i).text())
            .toList();
    Found found = new Candidates(Indexed.vectors(texts)).find(50);
    assertThat(found.texts())
        .isEqualTo(IntStream.range(0, Candidates.MOST + 1).filter(i -> i != 50).toArray());
    assertThat(found.likeness()).containsOnly(1);
  }

  @Test
  void ofEqualOnesTheFirstAreKeptInWhateverOrderTheyAreFound() {
    // The odd ones are found by the first word, and all of the even ones after them.
    List<Text> texts =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    Draft.of("t" + i)
                        .body(i == 0 ? "aa bb" : i > 100 ? "y" + i : i % 2 == 1 ? "aa" : "bb")
                        .text())
            .toList();
    assertThat(new Candidates(Indexed.vectors(texts)).find(0).texts())
        .isEqualTo(IntStream.rangeClosed(1, Candidates.MOST).toArray());
  }

  @Test
  void theyAreFoundByTheTwentyWeightiestTermsAndComparedByAll() {
    // The text says 20 words of 2 texts each, and "often", of 20 texts, which weighs less.
    StringBuilder rare = new StringBuilder();
    IntStream.range(0, 20).forEach(i -> rare.append("rare").append(i).append(' '));
    List<Text> texts =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    Draft.of("t" + i)
                        .body(
                            switch (i) {
                              case 0 -> rare + "often";
                              case 1 -> rare + "often";
                              default -> i < 20 ? "often z" + i / 2 : "zz" + i / 2;
                            })
                        .text())
            .toList();
    Vectors vectors = Indexed.vectors(texts);
    Candidates candidates = new Candidates(vectors);
    Found found = candidates.find(0);
    assertThat(found.texts()).containsExactly(1);
    assertThat(found.likeness()[0]).isCloseTo(1, within(1e-5f));
    // The others have few terms and find it by the one.
    assertThat(candidates.find(2).texts()).contains(0, 1);
  }

  @Test
  void aTextIsFoundByTheTermsThatWeighMostInIt() {
    // 1,100 of 12,000 texts say "ferry", the last 100 among many other words that others say too.
    List<Text> texts =
        IntStream.range(0, 12_000)
            .mapToObj(
                i ->
                    Draft.of("t" + i)
                        .body(
                            (i < 1100 ? "ferry " : "")
                                + (i >= 1000 && i < 1100 ? "quay boat" : "pier" + i / 2))
                        .text())
            .toList();
    Candidates candidates = new Candidates(Indexed.vectors(texts));
    // They find the others, who do not look as far as them.
    assertThat(candidates.find(1050).texts()).isNotEmpty();
    assertThat(candidates.find(0).texts()).hasSize(Candidates.MOST);
    assertThat(IntStream.of(candidates.find(0).texts())).allMatch(other -> other < 1000);
  }

  @Test
  void oneTextLeavesNothingToTheNext() {
    Vectors vectors = Indexed.vectors(new Corpus(5, 300).texts());
    Candidates used = new Candidates(vectors);
    for (int text = 0; text < 300; text++) {
      Found found = used.find(text);
      Found fresh = new Candidates(vectors).find(text);
      assertThat(found.texts()).isEqualTo(fresh.texts());
      assertThat(found.likeness()).isEqualTo(fresh.likeness());
    }
  }

  @Test
  void aTextWithoutTermsFindsNothing() {
    Found found = new Candidates(Indexed.vectors(List.of(Draft.of("a").text()))).find(0);
    assertThat(found.texts()).isEmpty();
  }
}
