package org.newsbake.related;

import java.util.Arrays;

/**
 * The terms of a set of texts: numbered from 0 in the order in which the texts bring them, with the
 * number of settled and of fresh texts that hold each; see {@link Settled}.
 */
final class Lexicon {

  private static final int LEAST_CAPACITY = 1 << 16;

  private long[] keys = new long[LEAST_CAPACITY];
  private int[] numbers = new int[LEAST_CAPACITY];
  private long[] terms = new long[LEAST_CAPACITY / 2];
  private int[] settled = new int[LEAST_CAPACITY / 2];
  private int[] fresh = new int[LEAST_CAPACITY / 2];
  private int size;

  Lexicon() {}

  /** A copy, to be changed on its own. */
  Lexicon(Lexicon other) {
    keys = other.keys.clone();
    numbers = other.numbers.clone();
    terms = other.terms.clone();
    settled = other.settled.clone();
    fresh = other.fresh.clone();
    size = other.size;
  }

  /** The number of a term; a new one where no text held it. */
  int add(long term) {
    int mask = keys.length - 1;
    int slot = (int) term & mask;
    while (keys[slot] != 0) {
      if (keys[slot] == term) {
        return numbers[slot];
      }
      slot = slot + 1 & mask;
    }
    keys[slot] = term;
    numbers[slot] = size;
    terms[size] = term;
    size++;
    if (size == terms.length) {
      grow();
    }
    return size - 1;
  }

  /**
   * Counts the texts that hold a term.
   *
   * @param by how many there are more
   */
  void count(int term, boolean isSettled, int by) {
    (isSettled ? settled : fresh)[term] += by;
  }

  /** The term of a number, a {@link Hash}. */
  long term(int number) {
    return terms[number];
  }

  /** The number of a term; -1 where no text holds it. */
  int find(long term) {
    int mask = keys.length - 1;
    int slot = (int) term & mask;
    while (keys[slot] != 0) {
      if (keys[slot] == term) {
        return numbers[slot];
      }
      slot = slot + 1 & mask;
    }
    return -1;
  }

  /**
   * In how many texts a term is said to be, in coarse steps, so that a text more or less seldom
   * changes it. It is above 1 exactly where two texts or more hold the term.
   */
  int texts(int term) {
    int recent = Integer.highestOneBit(fresh[term]);
    return coarse(settled[term]) + (2 * recent > settled[term] ? recent : 0);
  }

  /** A number with its first three digits as a binary number alone: 9 is 8, and 23 is 20. */
  private static int coarse(int number) {
    int high = Integer.highestOneBit(number);
    return number & (high | high >>> 1 | high >>> 2);
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[2 * oldKeys.length];
    terms = Arrays.copyOf(terms, 2 * terms.length);
    settled = Arrays.copyOf(settled, 2 * settled.length);
    fresh = Arrays.copyOf(fresh, 2 * fresh.length);
    int mask = keys.length - 1;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = (int) oldKeys[i] & mask;
        while (keys[slot] != 0) {
          slot = slot + 1 & mask;
        }
        keys[slot] = oldKeys[i];
        numbers[slot] = oldNumbers[i];
      }
    }
  }
}
