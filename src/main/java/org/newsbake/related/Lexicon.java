package org.newsbake.related;

import java.util.Arrays;

/**
 * The terms of a set of texts: numbered from 0 in the order in which the texts bring them, with the
 * number of texts that hold each.
 */
final class Lexicon {

  private static final int LEAST_CAPACITY = 1 << 16;

  private long[] keys = new long[LEAST_CAPACITY];
  private int[] numbers = new int[LEAST_CAPACITY];
  private int[] texts = new int[LEAST_CAPACITY / 2];
  private int size;

  /** The number of a term that one more text holds. */
  int add(long term) {
    int mask = keys.length - 1;
    int slot = (int) term & mask;
    while (keys[slot] != 0) {
      if (keys[slot] == term) {
        texts[numbers[slot]]++;
        return numbers[slot];
      }
      slot = slot + 1 & mask;
    }
    keys[slot] = term;
    numbers[slot] = size;
    texts[size] = 1;
    size++;
    if (size == texts.length) {
      grow();
    }
    return size - 1;
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

  /** How many texts hold a term. */
  int texts(int term) {
    return texts[term];
  }

  int size() {
    return size;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldNumbers = numbers;
    keys = new long[2 * oldKeys.length];
    numbers = new int[2 * oldKeys.length];
    texts = Arrays.copyOf(texts, 2 * texts.length);
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
