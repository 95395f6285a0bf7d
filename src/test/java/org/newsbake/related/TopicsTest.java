package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

  /** Topics, and where each text is among them. */
  private record Placed(Topics topics, float[][] places) {

    boolean found() {
      return topics.found();
    }

    float likeness(int one, int other) {
      return Topics.likeness(places[one], places[other]);
    }

    float[][] basis() {
      return topics.basis();
    }
  }

  private static Placed topics(List<Text> texts, Each each) {
    Topics topics = new Topics(Indexed.profiles(texts), each);
    Vectors vectors = Indexed.vectors(texts);
    return new Placed(
        topics,
        IntStream.range(0, texts.size())
            .mapToObj(text -> topics.place(vectors, text))
            .toArray(float[][]::new));
  }

  /** Each says 8 of the 60 words of its subject: two of one subject have one word in common. */
  private static List<Text> subjects(int number, int size) {
    Random random = new Random(number);
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < number * size; i++) {
      StringBuilder body = new StringBuilder();
      for (int word = 0; word < 8; word++) {
        body.append("s").append(i % number).append("w").append(random.nextInt(60)).append(' ');
      }
      texts.add(Draft.of("t" + i).body(body.toString()).text());
    }
    return texts;
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 1500})
  void textsOfOneSubjectAreAlikeEvenWithoutAWordInCommon(int size) {
    Placed topics = topics(subjects(2, size), Each.IN_TURN);
    assertThat(topics.found()).isTrue();
    double within = 0;
    double across = 0;
    for (int i = 0; i < 100; i++) {
      for (int j = 0; j < i; j++) {
        float likeness = topics.likeness(i, j);
        assertThat(likeness).isBetween(-1.0001f, 1.0001f).isEqualTo(topics.likeness(j, i));
        if (i % 2 == j % 2) {
          within += likeness / 2450;
        } else {
          across += Math.abs(likeness) / 2500;
        }
      }
      assertThat(topics.likeness(i, i)).isCloseTo(1, within(1e-4f));
    }
    assertThat(within).isGreaterThan(.2);
    assertThat(across).isLessThan(.1);
  }

  @Test
  void theBasisIsOrthonormal() {
    assertOrthonormal(topics(subjects(5, 60), Each.IN_TURN), 1);
    assertOrthonormal(topics(new Corpus(2, 600).texts(), Each.IN_TURN), 1);
  }

  @Test
  void directionsThatTheTextsDoNotHaveAreNone() {
    // Forty texts four times over: their vectors have forty directions at most, of sixty asked for.
    List<Text> texts = new ArrayList<>();
    for (Text text : subjects(4, 6)) {
      for (int copy = 0; copy < 8; copy++) {
        texts.add(Draft.of(text.path() + "-" + copy).body(text.body()).text());
      }
    }
    assertOrthonormal(topics(texts, Each.IN_TURN), 0);
  }

  /**
   * @param least the least length of a column: where 0, it may also be nothing at all
   */
  private static void assertOrthonormal(Placed topics, double least) {
    float[][] basis = topics.basis();
    int width = basis[0].length;
    assertThat(width).isGreaterThan(1);
    for (int r = 0; r < width; r++) {
      for (int c = 0; c <= r; c++) {
        double product = 0;
        for (float[] row : basis) {
          product += (double) row[r] * row[c];
        }
        if (r != c) {
          assertThat(product).as("%d · %d", r, c).isCloseTo(0, within(1e-3));
        } else if (least > 0 || product > 1e-3) {
          assertThat(product).as("%d · %d", r, c).isCloseTo(1, within(1e-3));
        }
      }
    }
  }

  @Test
  void threadsChangeNoBit() {
    List<Text> texts = new Corpus(4, 500).texts();
    Placed one = topics(texts, Each.IN_TURN);
    for (int threads : List.of(2, 7)) {
      Placed other = topics(texts, new Threads(threads));
      for (int i = 0; i < 500; i++) {
        for (int j = 0; j < 500; j += 7) {
          assertThat(other.likeness(i, j)).isEqualTo(one.likeness(i, j));
        }
      }
    }
  }

  @Test
  void inFewTextsThereAreNoTopics() {
    assertThat(topics(subjects(2, 19), Each.IN_TURN).found()).isFalse();
    assertThat(topics(subjects(2, 20), Each.IN_TURN).found()).isTrue();
    List<Text> wordless =
        IntStream.range(0, 100).mapToObj(i -> Draft.of("t" + i).body("w" + i).text()).toList();
    assertThat(topics(wordless, Each.IN_TURN).found()).isFalse();
  }

  @Test
  void aTextWithoutTermsIsLikeNone() {
    List<Text> texts = new ArrayList<>(subjects(2, 50));
    texts.add(Draft.of("empty").text());
    Placed topics = topics(texts, Each.IN_TURN);
    assertThat(topics.likeness(100, 0)).isZero();
    assertThat(topics.likeness(100, 100)).isZero();
  }

  @Test
  void smoothingMovesATextTowardsItsNeighbours() {
    Placed topics = topics(subjects(2, 50), Each.IN_TURN);
    float[] moved = Topics.moved(topics.places(), 0, new int[] {1}, new float[] {.3f});
    // Half-way between two of unit length.
    float before = topics.likeness(0, 1);
    assertThat(Topics.likeness(moved, topics.places()[1]))
        .isCloseTo((float) Math.sqrt((1 + before) / 2), within(1e-4f));
    assertThat(Topics.likeness(moved, moved)).isCloseTo(1, within(1e-4f));
  }

  @Test
  void theSampleAreTheSettledTextsOfTheLeastKeys() {
    long[] keys = IntStream.range(0, 5000).mapToLong(i -> Hash.mix(i + 1L)).toArray();
    int[] sample = Topics.sample(Indexed.first(4000), keys);
    assertThat(IntStream.of(sample)).hasSize(2000).allMatch(text -> text < 4000);
    assertThat(IntStream.of(sample).mapToLong(text -> keys[text])).isSorted();
    // A text that is not settled leaves the sample as it is.
    keys[4500] = Long.MIN_VALUE;
    assertThat(Topics.sample(Indexed.first(4000), keys)).isEqualTo(sample);
  }
}
