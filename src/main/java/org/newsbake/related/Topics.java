package org.newsbake.related;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.SplittableRandom;

/**
 * What texts are about beyond their words: latent semantic indexing (Deerwester and others, 1990).
 *
 * <p>The space is found in a sample of the texts by the randomized range finder with power
 * iterations (Halko, Martinsson and Tropp, "Finding structure with randomness", 2011). Only angles
 * in it are asked for, so its axes need not be turned into singular vectors.
 */
final class Topics {

  /** How many directions a text may differ in. */
  private static final int DIMENSIONS = 96;

  /** In fewer texts there are no topics to be found beyond the words. */
  private static final int FEWEST_TEXTS = 40;

  private static final int SAMPLE = 2000;
  private static final int MOST_TERMS = 8000;
  private static final int FEWEST_TEXTS_OF_TERM = 2;
  private static final int ITERATIONS = 2;
  private static final long SEED = 0x5eed_c0de_2026L;

  /** The texts of the sample, and nothing else. */
  private final Vectors vectors;

  private final int dimensions;

  /** By term of the sample: its row in {@link #basis}, or -1. */
  private final int[] rows;

  private final float[] roots;

  /** A row for each term that counts. */
  private final float[] basis;

  /**
   * Finds topics in texts.
   *
   * @param sample what the texts were found to say
   * @param each runs the parts of the work
   */
  Topics(Profile[] sample, Each each) {
    BitSet all = new BitSet();
    all.set(0, sample.length);
    vectors = new Vectors(sample, new long[sample.length], all, Vectors.Use.WEIGHTS, each);
    int size = sample.length;
    rows = new int[vectors.lexicon().size()];
    roots = new float[vectors.lexicon().size()];
    Arrays.fill(rows, -1);
    int terms = size < FEWEST_TEXTS ? 0 : chooseTerms();
    dimensions = Math.min(DIMENSIONS, Math.min(size / 4, terms / 2));
    if (dimensions == 0) {
      basis = new float[0];
      return;
    }
    float[][] values = new float[size][];
    each.run(size, i -> values[i] = row(vectors.terms(i), vectors.weights(i)));
    float[] left = new float[size * dimensions];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < left.length; i++) {
      left[i] = (float) (random.nextDouble() - 0.5);
    }
    float[] right = new float[terms * dimensions];
    int[][] columns = columns(values, terms);
    for (int turn = 0; turn < ITERATIONS; turn++) {
      orthonormalize(left, size, each);
      spread(columns, values, left, right, each);
      gather(values, right, left, each);
    }
    orthonormalize(left, size, each);
    spread(columns, values, left, right, each);
    orthonormalize(right, terms, each);
    basis = right;
  }

  /**
   * The texts that topics are found in: of the settled ones those of the least keys, in their
   * order.
   *
   * @param keys by text: what is spread evenly and stays with it
   */
  static int[] sample(BitSet settled, long[] keys) {
    long[] ordered = settled.stream().mapToLong(i -> keys[i]).sorted().toArray();
    if (ordered.length == 0) {
      return new int[0];
    }
    long last = ordered[Math.min(SAMPLE, ordered.length) - 1];
    return settled.stream()
        .filter(i -> keys[i] <= last)
        .boxed()
        .sorted(Comparator.comparingLong(i -> keys[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The terms that weigh most in all texts together. */
  private int chooseTerms() {
    int all = rows.length;
    double[] mass = new double[all];
    for (int text = 0; text < vectors.size(); text++) {
      int[] terms = vectors.terms(text);
      float[] weights = vectors.weights(text);
      for (int i = 0; i < terms.length; i++) {
        mass[terms[i]] += (double) weights[i] * weights[i];
      }
    }
    double[] ordered = new double[all];
    int candidates = 0;
    for (int term = 0; term < all; term++) {
      if (mass[term] > 0) {
        double idf = vectors.idf(term);
        roots[term] = (float) Math.sqrt(idf);
        mass[term] *= idf;
        if (vectors.lexicon().texts(term) >= FEWEST_TEXTS_OF_TERM) {
          ordered[candidates++] = mass[term];
        } else {
          mass[term] = 0;
        }
      }
    }
    Arrays.sort(ordered, 0, candidates);
    double least = candidates <= MOST_TERMS ? 0 : ordered[candidates - MOST_TERMS];
    int chosen = 0;
    for (int term = 0; term < all && chosen < MOST_TERMS; term++) {
      if (mass[term] > 0 && mass[term] >= least) {
        rows[term] = chosen++;
      }
    }
    return chosen;
  }

  /** The weights of a text's terms, with the inverse document frequency on both sides. */
  private float[] row(int[] terms, float[] weights) {
    float[] row = new float[terms.length];
    double square = 0;
    for (int i = 0; i < terms.length; i++) {
      if (rows[terms[i]] >= 0) {
        row[i] = weights[i] * roots[terms[i]];
        square += (double) row[i] * row[i];
      }
    }
    float norm = square == 0 ? 1 : (float) Math.sqrt(square);
    for (int i = 0; i < row.length; i++) {
      row[i] /= norm;
    }
    return row;
  }

  /** By term: the places in the sample where it is found, each followed by its index there. */
  private int[][] columns(float[][] values, int terms) {
    int[] counts = new int[terms];
    for (int i = 0; i < values.length; i++) {
      for (int term : vectors.terms(i)) {
        if (rows[term] >= 0) {
          counts[rows[term]]++;
        }
      }
    }
    int[][] columns = new int[terms][];
    for (int term = 0; term < terms; term++) {
      columns[term] = new int[2 * counts[term]];
      counts[term] = 0;
    }
    for (int i = 0; i < values.length; i++) {
      int[] of = vectors.terms(i);
      for (int j = 0; j < of.length; j++) {
        int row = rows[of[j]];
        if (row >= 0) {
          columns[row][counts[row]++] = i;
          columns[row][counts[row]++] = j;
        }
      }
    }
    return columns;
  }

  /** Multiplies the transposed sample by a matrix of a row for each text of it. */
  private void spread(int[][] columns, float[][] values, float[] left, float[] right, Each each) {
    each.run(
        columns.length,
        term -> {
          int to = term * dimensions;
          Arrays.fill(right, to, to + dimensions, 0);
          int[] column = columns[term];
          for (int i = 0; i < column.length; i += 2) {
            add(right, to, left, column[i] * dimensions, values[column[i]][column[i + 1]]);
          }
        });
  }

  /** Multiplies the sample by a matrix of a row for each term. */
  private void gather(float[][] values, float[] right, float[] left, Each each) {
    each.run(
        values.length,
        i -> {
          int to = i * dimensions;
          Arrays.fill(left, to, to + dimensions, 0);
          int[] terms = vectors.terms(i);
          for (int j = 0; j < terms.length; j++) {
            int row = rows[terms[j]];
            if (row >= 0) {
              add(left, to, right, row * dimensions, values[i][j]);
            }
          }
        });
  }

  private void add(float[] sum, int to, float[] from, int at, float factor) {
    for (int d = 0; d < dimensions; d++) {
      sum[to + d] += factor * from[at + d];
    }
  }

  /** Makes the columns of a matrix orthonormal, by the Cholesky factor of their products. */
  private void orthonormalize(float[] matrix, int height, Each each) {
    int width = dimensions;
    double[] products = new double[width * width];
    each.run(
        width,
        r -> {
          float[] sums = new float[width];
          // Sums of a thousand rows at a time keep their precision in 32 bits.
          for (int start = 0; start < height; start += 1000) {
            Arrays.fill(sums, 0);
            int end = Math.min(height, start + 1000);
            for (int row = start; row < end; row++) {
              int at = row * width;
              float factor = matrix[at + r];
              if (factor != 0) {
                for (int c = 0; c <= r; c++) {
                  sums[c] += factor * matrix[at + c];
                }
              }
            }
            for (int c = 0; c <= r; c++) {
              products[r * width + c] += sums[c];
            }
          }
        });
    float[] factor = inverseFactor(products, width);
    each.run(
        height,
        row -> {
          int at = row * width;
          // From the last column on, so that what is read was not yet written.
          for (int c = width - 1; c >= 0; c--) {
            float sum = 0;
            int of = c * width;
            for (int d = 0; d <= c; d++) {
              sum += factor[of + d] * matrix[at + d];
            }
            matrix[at + c] = sum;
          }
        });
  }

  /** The inverse of the lower Cholesky factor of a matrix of which the lower half is given. */
  private static float[] inverseFactor(double[] matrix, int width) {
    double most = 0;
    for (int i = 0; i < width; i++) {
      most = Math.max(most, matrix[i * width + i]);
    }
    double[] lower = new double[width * width];
    for (int r = 0; r < width; r++) {
      for (int c = 0; c <= r; c++) {
        double sum = matrix[r * width + c];
        for (int i = 0; i < c; i++) {
          sum -= lower[r * width + i] * lower[c * width + i];
        }
        if (r == c) {
          // A direction that the texts do not have comes out as nothing instead of as noise.
          lower[r * width + r] = sum > most * 1e-10 ? Math.sqrt(sum) : Double.POSITIVE_INFINITY;
        } else {
          lower[r * width + c] = sum / lower[c * width + c];
        }
      }
    }
    float[] inverse = new float[width * width];
    double[] column = new double[width];
    for (int c = 0; c < width; c++) {
      for (int r = c; r < width; r++) {
        double sum = r == c ? 1 : 0;
        for (int i = c; i < r; i++) {
          double l = lower[r * width + i];
          sum -= l * column[i];
        }
        column[r] = sum / lower[r * width + r];
        inverse[r * width + c] = (float) column[r];
      }
    }
    return inverse;
  }

  /**
   * Where a text is among the topics.
   *
   * @param of the vectors that the text is one of
   * @return of unit length, or all 0 for a text without topics
   */
  float[] place(Vectors of, int text) {
    int[] theirs = of.terms(text);
    float[] weights = of.weights(text);
    int[] terms = new int[theirs.length];
    float[] known = new float[theirs.length];
    int size = 0;
    for (int i = 0; i < theirs.length; i++) {
      int term = vectors.lexicon().find(of.lexicon().term(theirs[i]));
      if (term >= 0 && rows[term] >= 0) {
        terms[size] = term;
        known[size++] = weights[i];
      }
    }
    float[] place = new float[dimensions];
    float[] row = row(Arrays.copyOf(terms, size), known);
    for (int i = 0; i < size; i++) {
      add(place, 0, basis, rows[terms[i]] * dimensions, row[i]);
    }
    normalize(place);
    return place;
  }

  private static void normalize(float[] place) {
    double square = 0;
    for (float part : place) {
      square += (double) part * part;
    }
    if (square > 0) {
      float norm = (float) Math.sqrt(square);
      for (int d = 0; d < place.length; d++) {
        place[d] /= norm;
      }
    }
  }

  /**
   * The place of a text, moved half-way to those that are most like it: what a text leaves unsaid,
   * others of its story say.
   *
   * @param neighbours the texts most like it
   * @param likeness how much they are like it, in their order
   */
  static float[] moved(float[][] places, int text, int[] neighbours, float[] likeness) {
    float all = 0;
    for (float part : likeness) {
      all += part;
    }
    float[] moved = places[text].clone();
    for (int i = 0; i < neighbours.length; i++) {
      float factor = likeness[i] / all;
      float[] other = places[neighbours[i]];
      for (int d = 0; d < moved.length; d++) {
        moved[d] += factor * other[d];
      }
    }
    normalize(moved);
    return moved;
  }

  /** The cosine of the angle between two places, from -1 to 1. */
  static float likeness(float[] one, float[] other) {
    float sum = 0;
    for (int d = 0; d < one.length; d++) {
      sum += one[d] * other[d];
    }
    return sum;
  }

  /** The directions of the space, a column each; a row for each term that counts. */
  float[][] basis() {
    float[][] found = new float[dimensions == 0 ? 0 : basis.length / dimensions][];
    for (int row = 0; row < found.length; row++) {
      found[row] = Arrays.copyOfRange(basis, row * dimensions, (row + 1) * dimensions);
    }
    return found;
  }

  /** Whether there are topics at all. */
  boolean found() {
    return dimensions > 0;
  }
}
