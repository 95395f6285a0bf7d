package org.newsbake.related;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Tells for a few texts, which are found in another way than before, of whom they may become
 * candidates, or be none any more. Thread-safe.
 */
final class Moves {

  private static final int[] NONE = {};

  private final Vectors vectors;
  private final BitSet lost;
  private final BitSet won;

  /** The few. */
  private final BitSet few;

  private final int size;

  /** By text: its number among the few. */
  private final int[] places;

  /** By term: the texts that it finds, each by its number among the few. */
  private final int[][] texts;

  /** What the term weighs in each. */
  private final float[][] impacts;

  Moves(Vectors.Update update) {
    vectors = update.vectors();
    won = (BitSet) update.other().clone();
    won.or(update.won());
    lost = update.lost();
    few = (BitSet) won.clone();
    few.or(lost);
    int[] numbers = few.stream().toArray();
    size = numbers.length;
    places = new int[vectors.size()];
    for (int i = 0; i < size; i++) {
      places[numbers[i]] = i;
    }
    texts = new int[vectors.lexicon().size()][];
    impacts = new float[texts.length][];
    for (int text : numbers) {
      for (int term : vectors.terms(text)) {
        if (texts[term] == null) {
          post(term);
        }
      }
    }
  }

  private void post(int term) {
    int[] found = vectors.texts(term);
    float[] weighs = vectors.impacts(term);
    int[] mine = new int[found.length];
    float[] impact = new float[found.length];
    int kept = 0;
    for (int i = 0; i < found.length; i++) {
      if (few.get(found[i])) {
        mine[kept] = places[found[i]];
        impact[kept++] = weighs[i];
      }
    }
    texts[term] = Arrays.copyOf(mine, kept);
    impacts[term] = Arrays.copyOf(impact, kept);
  }

  /** Whether a text may have other candidates than these, or more or less alike ones. */
  boolean mayChange(int text, Candidates.Found candidates) {
    float[] scores = scores(text);
    for (int other : candidates.texts()) {
      if (few.get(other)) {
        if (won.get(other)) {
          return true;
        }
        // It is found by fewer terms. It stays if others still have less; then all is as it was.
        float score = scores[places[other]];
        if (score <= candidates.least()) {
          return true;
        }
        scores[places[other]] = 0;
      }
    }
    for (float score : scores) {
      if (score > 0 && score >= candidates.least()) {
        return true;
      }
    }
    return false;
  }

  /** How much the few are like a text, by the terms that they are found by. */
  private float[] scores(int text) {
    int[] terms = vectors.terms(text);
    float[] weights = vectors.weights(text);
    float[] scores = new float[size];
    vectors.lookedFor(
        text,
        i -> {
          int[] found = texts[terms[i]] == null ? NONE : texts[terms[i]];
          for (int at = 0; at < found.length; at++) {
            // The same sum in the same order as that of Candidates, so that the bits are the same.
            scores[found[at]] += weights[i] * impacts[terms[i]][at];
          }
        });
    if (few.get(text)) {
      scores[places[text]] = 0;
    }
    return scores;
  }
}
