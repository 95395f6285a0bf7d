package org.newsbake.related;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Texts as vectors of unit length, a dimension for each term, and where each term is found.
 *
 * <p>A term weighs what BM25 gives it (Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework", 2009), with the root of its inverse document frequency on both sides, so that the
 * product of two vectors holds that frequency once, and with the length of the vector taken out, so
 * that the products of different texts can be compared. Terms of a single text and those of more
 * than a tenth of all texts say nothing of likeness and are left out.
 */
final class Vectors {

  private static final float K1 = 1.2f;
  private static final float B = 0.75f;

  /** Terms of more texts than this share are left out, but never those of fewer than the next. */
  private static final double MOST_TEXTS = 0.1;

  private static final int MOST_TEXTS_OF_FEW = 25;

  /** A tag of few texts is counted like so many words; a tag of many is a label of no weight. */
  private static final float TAG = 2;

  private static final double MOST_TEXTS_OF_TAG = 0.02;
  private static final int MOST_TEXTS_OF_TAG_OF_FEW = 12;

  /** How many terms are kept of a text: the weightiest. Of long texts the rest says little. */
  private static final int MOST_TERMS = 100;

  /**
   * The most texts that are kept for a term: those in which it weighs most. So the cost of a list
   * does not grow with the number of texts.
   */
  private static final int MOST_POSTINGS = 600;

  private final Lexicon lexicon;

  /** How many texts there are. */
  private final int size;

  /** The texts of which the postings are, and by which terms are weighed: the first ones. */
  private final int indexed;

  private final float averageLength;

  /** By text: its terms, rising, and their weights. */
  private final int[][] terms;

  private final float[][] weights;

  /** By term: where its postings start in the next two. */
  private final int[] starts;

  private final int[] texts;
  private final float[] impacts;

  Vectors(Profile[] profiles, Each each) {
    lexicon = new Lexicon();
    size = profiles.length;
    indexed = size;
    terms = new int[size][];
    weights = new float[size][];
    double length = 0;
    for (int i = 0; i < size; i++) {
      length += profiles[i].length();
      terms[i] = numbers(profiles[i]);
    }
    averageLength = size == 0 ? 1 : (float) Math.max(1, length / size);
    each.run(size, i -> weigh(i, profiles[i]));
    starts = new int[lexicon.size() + 1];
    int[] counts = new int[lexicon.size()];
    for (int[] of : terms) {
      for (int term : of) {
        counts[term]++;
      }
    }
    int[] full = new int[lexicon.size() + 1];
    for (int term = 0; term < lexicon.size(); term++) {
      full[term + 1] = full[term] + counts[term];
      starts[term + 1] = starts[term] + Math.min(counts[term], MOST_POSTINGS);
    }
    int[] allTexts = new int[full[lexicon.size()]];
    float[] allImpacts = new float[allTexts.length];
    int[] next = Arrays.copyOf(full, lexicon.size());
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < terms[i].length; j++) {
        int at = next[terms[i][j]]++;
        allTexts[at] = i;
        allImpacts[at] = weights[i][j];
      }
    }
    texts = new int[starts[lexicon.size()]];
    impacts = new float[texts.length];
    each.run(
        lexicon.size(),
        term -> keep(allTexts, allImpacts, full[term], full[term + 1], starts[term]));
  }

  private Vectors(Vectors base, Profile[] more) {
    lexicon = base.lexicon;
    size = base.size + more.length;
    indexed = base.indexed;
    averageLength = base.averageLength;
    starts = base.starts;
    texts = base.texts;
    impacts = base.impacts;
    terms = Arrays.copyOf(base.terms, size);
    weights = Arrays.copyOf(base.weights, size);
    for (int i = base.size; i < size; i++) {
      Profile profile = more[i - base.size];
      terms[i] = known(profile);
      weigh(i, profile);
    }
  }

  /**
   * The same texts and more, which have no postings. Terms keep their weights; new ones have none.
   */
  Vectors with(Profile[] more) {
    return new Vectors(this, more);
  }

  /** The terms and tags of a text; -1 for those that no text holds. */
  private int[] known(Profile profile) {
    return LongStream.concat(Arrays.stream(profile.terms()), Arrays.stream(profile.tags()))
        .mapToInt(lexicon::find)
        .toArray();
  }

  private int[] numbers(Profile profile) {
    long[] hashes = profile.terms();
    long[] tags = profile.tags();
    int[] numbers = new int[hashes.length + tags.length];
    for (int i = 0; i < hashes.length; i++) {
      numbers[i] = lexicon.add(hashes[i]);
    }
    for (int i = 0; i < tags.length; i++) {
      numbers[hashes.length + i] = lexicon.add(tags[i]);
    }
    return numbers;
  }

  private void weigh(int text, Profile profile) {
    int[] numbers = terms[text];
    int words = profile.terms().length;
    float shortness = K1 * (1 - B + B * profile.length() / averageLength);
    long[] sorted = new long[numbers.length];
    int kept = 0;
    float[] found = new float[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      if (counts(numbers[i], i >= words)) {
        float count = i < words ? profile.counts()[i] : TAG;
        found[i] = (float) Math.sqrt(idf(numbers[i])) * count * (K1 + 1) / (count + shortness);
        sorted[kept++] = (long) numbers[i] << 32 | i;
      }
    }
    if (kept > MOST_TERMS) {
      kept = weightiest(sorted, kept, found);
    }
    Arrays.sort(sorted, 0, kept);
    int[] mine = new int[kept];
    float[] weight = new float[kept];
    double square = 0;
    for (int i = 0; i < kept; i++) {
      mine[i] = (int) (sorted[i] >>> 32);
      weight[i] = found[(int) sorted[i]];
      square += (double) weight[i] * weight[i];
    }
    float norm = (float) Math.sqrt(square);
    for (int i = 0; i < kept; i++) {
      weight[i] /= norm;
    }
    terms[text] = mine;
    weights[text] = weight;
  }

  /**
   * Keeps the weightiest terms.
   *
   * @param terms the terms, each with its place among the weights in its lower half
   * @return how many are kept
   */
  private static int weightiest(long[] terms, int count, float[] weights) {
    float[] ordered = new float[count];
    for (int i = 0; i < count; i++) {
      ordered[i] = weights[(int) terms[i]];
    }
    Arrays.sort(ordered);
    float least = ordered[count - MOST_TERMS];
    int kept = 0;
    for (int i = 0; i < count && kept < MOST_TERMS; i++) {
      if (weights[(int) terms[i]] >= least) {
        terms[kept++] = terms[i];
      }
    }
    return kept;
  }

  private boolean counts(int term, boolean tag) {
    int holders = term < 0 ? 0 : lexicon.texts(term);
    return holders > 1
        && holders
            <= (tag
                ? Math.max(MOST_TEXTS_OF_TAG_OF_FEW, MOST_TEXTS_OF_TAG * indexed)
                : Math.max(MOST_TEXTS_OF_FEW, MOST_TEXTS * indexed));
  }

  /** How much it says that a text holds a term. */
  double idf(int term) {
    double holders = lexicon.texts(term);
    return Math.log(1 + (indexed - holders + 0.5) / (holders + 0.5));
  }

  /** Keeps the weightiest postings of a term, in the order of their texts. */
  private void keep(int[] allTexts, float[] allImpacts, int from, int to, int start) {
    if (to - from <= MOST_POSTINGS) {
      System.arraycopy(allTexts, from, texts, start, to - from);
      System.arraycopy(allImpacts, from, impacts, start, to - from);
      return;
    }
    float[] sorted = Arrays.copyOfRange(allImpacts, from, to);
    Arrays.sort(sorted);
    float least = sorted[sorted.length - MOST_POSTINGS];
    long above = IntStream.range(from, to).filter(i -> allImpacts[i] > least).count();
    long equal = MOST_POSTINGS - above;
    int at = start;
    for (int i = from; i < to; i++) {
      if (allImpacts[i] > least || allImpacts[i] == least && equal-- > 0) {
        texts[at] = allTexts[i];
        impacts[at++] = allImpacts[i];
      }
    }
  }

  int size() {
    return size;
  }

  /** How many texts have postings: the first ones. */
  int indexed() {
    return indexed;
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** The terms of a text, rising. */
  int[] terms(int text) {
    return terms[text];
  }

  /** The weights of the terms of a text, in their order. */
  float[] weights(int text) {
    return weights[text];
  }

  /** Where the postings of a term start, in {@link #texts} and {@link #impacts}. */
  int start(int term) {
    return starts[term];
  }

  /** The texts of all postings. */
  int[] texts() {
    return texts;
  }

  /** The weights of all postings. */
  float[] impacts() {
    return impacts;
  }
}
