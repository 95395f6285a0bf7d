package org.newsbake.related;

import java.util.Arrays;

/**
 * A sample of a text's runs of three words, by which near copies are told: the 64 least of their
 * hashes (bottom-k sketch, Broder 1997). The share of equal ones among the least 64 of two texts
 * together estimates how much of the texts is the same, to about a twentieth.
 */
final class Sketch {

  /** From here on two texts are near copies of each other. */
  private static final double NEAR = 0.5;

  /**
   * So many hashes tell most of those that are not near; one near copy in 500 is taken for none.
   */
  private static final int GLANCE = 16;

  private static final double NEAR_AT_A_GLANCE = 3.0 / GLANCE;

  /** Texts with fewer runs are too short to be told apart by them. */
  private static final int LEAST = 5;

  private static final int SIZE = 64;
  private static final long RUN = 3;

  private final int[] least = new int[SIZE];
  private int size;
  private long seen;
  private long first;
  private long second;

  /** Adds the next word of the text. */
  void add(long word) {
    if (++seen >= RUN) {
      long run = Hash.mix((first * 31 + second) * 31 + word);
      insert((int) (run >>> 33));
    }
    first = second;
    second = word;
  }

  private void insert(int hash) {
    if (size == SIZE && hash >= least[SIZE - 1]) {
      return;
    }
    int at = Arrays.binarySearch(least, 0, size, hash);
    if (at >= 0) {
      return;
    }
    int place = -at - 1;
    int kept = Math.min(size, SIZE - 1);
    System.arraycopy(least, place, least, place + 1, kept - place);
    least[place] = hash;
    size = kept + 1;
  }

  /** The sample so far, rising; and starts anew. */
  int[] take() {
    int[] sample = Arrays.copyOf(least, size);
    size = 0;
    seen = 0;
    return sample;
  }

  /** Whether two texts are mostly the same. */
  static boolean near(int[] one, int[] other) {
    return one.length >= LEAST
        && other.length >= LEAST
        && resemblance(one, other, GLANCE) >= NEAR_AT_A_GLANCE
        && resemblance(one, other) >= NEAR;
  }

  /** An estimate of the share of runs that two texts have in common, from 0 to 1. */
  static double resemblance(int[] one, int[] other) {
    return resemblance(one, other, SIZE);
  }

  /**
   * The same from fewer hashes.
   *
   * @param most how many hashes are looked at
   */
  private static double resemblance(int[] one, int[] other, int most) {
    int i = 0;
    int j = 0;
    int union = 0;
    int common = 0;
    while (union < most && (i < one.length || j < other.length)) {
      if (j == other.length || i < one.length && one[i] < other[j]) {
        i++;
      } else if (i == one.length || other[j] < one[i]) {
        j++;
      } else {
        i++;
        j++;
        common++;
      }
      union++;
    }
    return union == 0 ? 0 : (double) common / union;
  }
}
