package org.newsbake.related;

import java.util.Arrays;

/** Finds the texts that share the weightiest terms of a text. Not thread-safe. */
final class Candidates {

  /** How many candidates are looked at closely. */
  static final int MOST = 64;

  private final Vectors vectors;

  /** By text: its likeness so far. */
  private final float[] scores;

  private final int[] touched;
  private int touchedSize;

  /** By term: its weight in the text at hand. */
  private final float[] query;

  private final int[] best = new int[MOST];
  private final float[] bestScores = new float[MOST];
  private int size;

  Candidates(Vectors vectors) {
    this.vectors = vectors;
    this.scores = new float[vectors.size()];
    this.touched = new int[vectors.size()];
    this.query = new float[vectors.lexicon().size()];
  }

  /**
   * Texts that share terms with one, the likest first.
   *
   * @param texts the texts
   * @param likeness the likeness of their terms, from 0 to 1
   * @param least what another text needs to be among them, by the terms that they are found by; 0
   *     where there is room
   */
  record Found(int[] texts, float[] likeness, float least) {

    /** Whether these are the same texts, as much alike. */
    boolean isSameAs(Found other) {
      return Arrays.equals(texts, other.texts) && Arrays.equals(likeness, other.likeness);
    }
  }

  /** Finds the candidates for a text. */
  Found find(int text) {
    int[] terms = vectors.terms(text);
    float[] weights = vectors.weights(text);
    touchedSize = 0;
    vectors.lookedFor(text, i -> score(terms[i], weights[i]));
    for (int i = 0; i < terms.length; i++) {
      query[terms[i]] = weights[i];
    }
    if (scores[text] != 0) {
      scores[text] = -1;
    }
    choose();
    float least = size == MOST ? bestScores[0] : 0;
    // All terms count now, not only the weightiest.
    for (int c = 0; c < size; c++) {
      bestScores[c] = product(best[c]);
    }
    for (int term : terms) {
      query[term] = 0;
    }
    return sorted(least);
  }

  private void score(int term, float weight) {
    int[] texts = vectors.texts(term);
    float[] impacts = vectors.impacts(term);
    for (int at = 0; at < texts.length; at++) {
      int other = texts[at];
      float score = scores[other];
      if (score == 0) {
        touched[touchedSize++] = other;
      }
      scores[other] = score + weight * impacts[at];
    }
  }

  /** Keeps the best of the touched texts in a heap, the worst on top. */
  private void choose() {
    size = 0;
    for (int i = 0; i < touchedSize; i++) {
      int text = touched[i];
      float score = scores[text];
      scores[text] = 0;
      if (score > 0) {
        if (size < MOST) {
          up(size++, text, score);
        } else if (score >= bestScores[0] && !worse(score, text, 0)) {
          down(text, score);
        }
      }
    }
  }

  private boolean worse(float score, int text, int at) {
    return worse(score, text, bestScores[at], best[at]);
  }

  /** Of texts that are alike by as much, that of the greater key is the worse. */
  private boolean worse(float score, int text, float thanScore, int than) {
    return score < thanScore || score == thanScore && vectors.key(text) > vectors.key(than);
  }

  private void up(int from, int text, float score) {
    int at = from;
    while (at > 0) {
      int parent = (at - 1) / 2;
      if (!worse(score, text, parent)) {
        break;
      }
      best[at] = best[parent];
      bestScores[at] = bestScores[parent];
      at = parent;
    }
    best[at] = text;
    bestScores[at] = score;
  }

  private void down(int text, float score) {
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && worse(bestScores[child + 1], best[child + 1], child)) {
        child++;
      }
      if (worse(score, text, child)) {
        break;
      }
      best[at] = best[child];
      bestScores[at] = bestScores[child];
      at = child;
    }
    best[at] = text;
    bestScores[at] = score;
  }

  private Found sorted(float least) {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      // Likenesses are not negative, so that their bits are in their order.
      order[i] = (long) Float.floatToRawIntBits(bestScores[i]) << 32 | best[i];
    }
    Arrays.sort(order);
    Found found = new Found(new int[size], new float[size], least);
    for (int i = 0; i < size; i++) {
      int text = (int) order[size - 1 - i];
      float score = Float.intBitsToFloat((int) (order[size - 1 - i] >>> 32));
      int at = i;
      while (at > 0 && worse(found.likeness[at - 1], found.texts[at - 1], score, text)) {
        found.texts[at] = found.texts[at - 1];
        at--;
      }
      found.texts[at] = text;
      found.likeness[i] = score;
    }
    return found;
  }

  /** The product of a text and the one at hand. */
  private float product(int other) {
    int[] terms = vectors.terms(other);
    float[] weights = vectors.weights(other);
    float sum = 0;
    for (int i = 0; i < terms.length; i++) {
      sum += query[terms[i]] * weights[i];
    }
    return sum;
  }
}
