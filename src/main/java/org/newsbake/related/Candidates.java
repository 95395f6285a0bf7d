package org.newsbake.related;

import java.util.Arrays;
import java.util.BitSet;

/** Finds the texts that share the weightiest terms of a text. Not thread-safe. */
final class Candidates {

  /** How many candidates are looked at closely. */
  static final int MOST = 64;

  /** How many of a text's terms candidates are found by: the weightiest. */
  private static final int TERMS = 20;

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

  private final BitSet gone;

  Candidates(Vectors vectors) {
    this(vectors, new BitSet());
  }

  /**
   * @param gone the texts that are no candidates
   */
  Candidates(Vectors vectors, BitSet gone) {
    this.vectors = vectors;
    this.gone = gone;
    this.scores = new float[vectors.size()];
    this.touched = new int[vectors.size()];
    this.query = new float[vectors.lexicon().size()];
  }

  /**
   * Texts that share terms with one, the likest first.
   *
   * @param texts the texts
   * @param likeness the likeness of their terms, from 0 to 1
   */
  record Found(int[] texts, float[] likeness) {}

  /** Finds the candidates for a text. */
  Found find(int text) {
    int[] terms = vectors.terms(text);
    float[] weights = vectors.weights(text);
    float least = leastWeight(weights);
    int left = TERMS;
    touchedSize = 0;
    int[] texts = vectors.texts();
    float[] impacts = vectors.impacts();
    for (int i = 0; i < terms.length && left > 0; i++) {
      if (weights[i] >= least) {
        left--;
        float weight = weights[i];
        int end = vectors.start(terms[i] + 1);
        for (int at = vectors.start(terms[i]); at < end; at++) {
          int other = texts[at];
          float score = scores[other];
          if (score == 0) {
            touched[touchedSize++] = other;
          }
          scores[other] = score + weight * impacts[at];
        }
      }
    }
    for (int i = 0; i < terms.length; i++) {
      query[terms[i]] = weights[i];
    }
    for (int other = vectors.indexed(); other < vectors.size(); other++) {
      scores[other] = product(other);
      if (scores[other] > 0) {
        touched[touchedSize++] = other;
      }
    }
    if (scores[text] != 0) {
      scores[text] = -1;
    }
    choose();
    // All terms count now, not only the weightiest.
    for (int c = 0; c < size; c++) {
      bestScores[c] = product(best[c]);
    }
    for (int term : terms) {
      query[term] = 0;
    }
    return sorted();
  }

  /** The weight of the last of the weightiest terms. */
  private static float leastWeight(float[] weights) {
    if (weights.length <= TERMS) {
      return 0;
    }
    float[] sorted = weights.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - TERMS];
  }

  /** Keeps the best of the touched texts in a heap, the worst on top. */
  private void choose() {
    size = 0;
    for (int i = 0; i < touchedSize; i++) {
      int text = touched[i];
      float score = scores[text];
      scores[text] = 0;
      if (score > 0 && (gone.isEmpty() || !gone.get(text))) {
        if (size < MOST) {
          up(size++, text, score);
        } else if (score > bestScores[0] || score == bestScores[0] && text < best[0]) {
          down(text, score);
        }
      }
    }
  }

  private boolean worse(float score, int text, int at) {
    return score < bestScores[at] || score == bestScores[at] && text > best[at];
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

  private Found sorted() {
    long[] order = new long[size];
    for (int i = 0; i < size; i++) {
      // Likenesses are not negative, so that their bits are in their order.
      order[i] = (long) Float.floatToRawIntBits(bestScores[i]) << 32 | ~best[i] & 0xffffffffL;
    }
    Arrays.sort(order);
    Found found = new Found(new int[size], new float[size]);
    for (int i = 0; i < size; i++) {
      found.texts[i] = ~(int) order[size - 1 - i];
      found.likeness[i] = Float.intBitsToFloat((int) (order[size - 1 - i] >>> 32));
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
