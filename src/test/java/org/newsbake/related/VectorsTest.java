package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class VectorsTest {

  private static final Offset<Float> NEARLY = within(1e-5f);

  private static int term(Vectors vectors, String word) {
    return vectors.lexicon().find(Hash.of(word));
  }

  /** What a term weighs in a text; 0 where it does not count. */
  private static float weight(Vectors vectors, int text, int term) {
    int[] terms = vectors.terms(text);
    return (float)
        IntStream.range(0, terms.length)
            .filter(i -> terms[i] == term)
            .mapToDouble(i -> vectors.weights(text)[i])
            .sum();
  }

  /**
   * A headline's word counts 3, a summary's and a body's 1, a tag like 2 words that add nothing to
   * the length.
   *
   * <pre>
   * one = ferry × 4, quay × 1, length 5        two = ferry × 1, boat × 1 and the tag, length 2
   * three = quay × 1, boat × 1, the tag, and pier, which no other has, length 3
   * average length 10 / 3, in steps of an eighth 1.125 ^ 10 = 3.247321
   *
   * Each is in 2 of 3 texts: idf = ln(1 + (3 - 2 + .5) / (2 + .5)) = ln 1.6 = .470004
   *
   * one: 1.2 · (.25 + .75 · 5 / 3.247321) = 1.685764
   *   ferry 4 · 2.2 / (4 + 1.685764) = 1.547725, quay 2.2 / 2.685764 = .819134, norm 1.751124
   *   all times the root of the idf, which goes out again with the norm: ferry .883847, quay .467776
   * two: 1.2 · (.25 + .75 · 2 / 3.247321) = .854303
   *   ferry and boat 2.2 / 1.854303 = 1.186430, the tag 4.4 / 2.854303 = 1.541532, norm 2.278498
   *   ferry .520707, boat .520707, tag .676556
   * </pre>
   */
  @Test
  void threeTextsAreWeighedAsOneDoesByHand() {
    Vectors vectors =
        Indexed.vectors(
            List.of(
                Draft.of("one").title("Ferry").summary("Quay").body("<p>ferry</p>").text(),
                Draft.of("two").body("<b>ferry boat</b>").tags("Sea").text(),
                Draft.of("three").body("quay boat pier").tags("sea").text()));
    int ferry = term(vectors, "ferry");
    assertThat(vectors.lexicon().texts(ferry)).isEqualTo(2);
    assertThat(vectors.idf(ferry)).isCloseTo(.470004, within(1e-6));
    assertThat(weight(vectors, 0, ferry)).isCloseTo(.883847f, NEARLY);
    assertThat(weight(vectors, 0, term(vectors, "quay"))).isCloseTo(.467776f, NEARLY);
    assertThat(weight(vectors, 1, ferry)).isCloseTo(.520707f, NEARLY);
    assertThat(weight(vectors, 1, term(vectors, "boat"))).isCloseTo(.520707f, NEARLY);
    int tag = vectors.lexicon().find(Profiler.tag("SEA"));
    assertThat(weight(vectors, 1, tag)).isCloseTo(.676556f, NEARLY);
    assertThat(vectors.idf(term(vectors, "pier"))).isGreaterThan(vectors.idf(ferry));
    assertThat(vectors.terms(2)).doesNotContain(term(vectors, "pier")).hasSize(3);
    assertThat(IntStream.of(vectors.terms(2)).mapToLong(vectors.lexicon()::term)).isSorted();
  }

  @Test
  void everyVectorIsOfUnitLengthAndItsPostingsSayTheSame() {
    Vectors vectors = Indexed.vectors(new Corpus(3, 300).texts());
    float[][] posted = new float[300][vectors.lexicon().size()];
    for (int term = 0; term < vectors.lexicon().size(); term++) {
      for (int at = 0; at < vectors.texts(term).length; at++) {
        posted[vectors.texts(term)[at]][term] = vectors.impacts(term)[at];
      }
    }
    for (int text = 0; text < 300; text++) {
      double square = 0;
      float[] expected = new float[vectors.lexicon().size()];
      for (int i = 0; i < vectors.terms(text).length; i++) {
        float weight = vectors.weights(text)[i];
        square += (double) weight * weight;
        expected[vectors.terms(text)[i]] = weight;
      }
      assertThat(square).isCloseTo(1, within(1e-5));
      assertThat(posted[text]).isEqualTo(expected);
    }
  }

  @Test
  void termsOfATenthOfTheTextsCountAndThoseOfMoreDoNot() {
    List<Text> texts =
        IntStream.range(0, 400)
            .mapToObj(
                i ->
                    Draft.of("t" + i)
                        .body((i < 40 ? "tenth " : "") + (i < 48 ? "more " : "") + "all")
                        .tags(i < 12 ? "few" : "x" + i, i < 16 ? "label" : "y" + i)
                        .text())
            .toList();
    Vectors vectors = Indexed.vectors(texts);
    assertThat(weight(vectors, 0, term(vectors, "tenth"))).isPositive();
    assertThat(weight(vectors, 0, term(vectors, "more"))).isZero();
    assertThat(weight(vectors, 0, term(vectors, "all"))).isZero();
    assertThat(weight(vectors, 0, vectors.lexicon().find(Profiler.tag("few")))).isPositive();
    assertThat(weight(vectors, 0, vectors.lexicon().find(Profiler.tag("label")))).isZero();
    // A text without any term that counts has an empty vector, not one of no numbers.
    assertThat(vectors.weights(399)).isEmpty();
  }

  @Test
  void ofFewTextsATermMayBeInTwentyFive() {
    List<Text> texts =
        IntStream.range(0, 32)
            .mapToObj(i -> Draft.of("t" + i).body(i < 25 ? "most all" : "all").text())
            .toList();
    Vectors vectors = Indexed.vectors(texts);
    assertThat(weight(vectors, 0, term(vectors, "most"))).isEqualTo(1);
    assertThat(weight(vectors, 0, term(vectors, "all"))).isZero();
  }

  @Test
  void aTermKeepsThePostingsInWhichItWeighsMost() {
    // Of 12,000 texts, 700 say "ferry", and 300 of these say two words more instead of one.
    List<Text> texts =
        IntStream.range(0, 12_000)
            .mapToObj(
                i ->
                    Draft.of("t" + i)
                        .body(
                            (i < 700 ? "ferry " : "")
                                + "pier"
                                + i / 2
                                + (i < 300 ? " mole" + i / 2 : ""))
                        .text())
            .toList();
    Vectors vectors = Indexed.vectors(texts);
    int ferry = term(vectors, "ferry");
    int[] kept = IntStream.of(vectors.texts(ferry)).sorted().toArray();
    assertThat(kept).hasSize(600);
    // 400 weigh most; of the 300 others, which weigh the same, those of the least keys are kept.
    assertThat(kept)
        .isEqualTo(IntStream.concat(IntStream.range(0, 200), IntStream.range(300, 700)).toArray());
    // In steps.
    assertThat(vectors.lexicon().texts(ferry)).isEqualTo(640);
    assertThat(weight(vectors, 299, ferry)).isPositive();
  }

  @Test
  void aWordThatManyNewTextsBringIsPostedAsFromTheStart() {
    List<Text> texts =
        IntStream.range(0, 6020)
            .mapToObj(
                i -> Draft.of("t" + i).body((i < 5400 ? "" : "ferry ") + "pier" + i / 2).text())
            .toList();
    Profile[] profiles = Indexed.profiles(texts);
    Vectors before = Indexed.vectors(Arrays.copyOf(profiles, 5400), 5400);
    Vectors.Update update =
        before.with(profiles, Indexed.keys(6020), Indexed.first(5400), Each.IN_TURN).orElseThrow();
    Vectors started = Indexed.vectors(profiles, 5400);
    int ferry = term(started, "ferry");
    assertThat(IntStream.of(update.vectors().texts(term(update.vectors(), "ferry"))).sorted())
        .hasSize(600)
        .containsExactlyElementsOf(IntStream.of(started.texts(ferry)).sorted().boxed().toList());
    assertThat(update.other().stream()).contains(5400, 6019).noneMatch(text -> text < 5400);
  }

  @Test
  void noTextsAreNoVectors() {
    assertThat(Indexed.vectors(List.of()).size()).isZero();
  }
}
