package org.newsbake.related;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Texts as vectors of unit length, a dimension for each term, and where each term is found.
 * Immutable.
 *
 * <p>A term weighs what BM25 gives it (Robertson and Zaragoza, "The Probabilistic Relevance
 * Framework", 2009), with the root of its inverse document frequency on both sides, so that the
 * product of two vectors holds that frequency once, and with the length of the vector taken out, so
 * that the products of different texts can be compared. Terms of a single text and those of more
 * than a tenth of all texts say nothing of likeness and are left out.
 *
 * <p>What all texts together say of a term comes from the settled ones, in coarse steps; see {@link
 * Settled}. Terms are in the order of their hashes, so that no sum depends on how they are
 * numbered.
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

  /** The other texts are looked for by so many terms of a text: the weightiest. */
  private static final int LOOKED_FOR = 20;

  /**
   * The most texts that are kept for a term: those in which it weighs most. So the cost of a list
   * does not grow with the number of texts.
   */
  private static final int MOST_POSTINGS = 600;

  /** With more other vectors than this share of all, all are made again. */
  private static final int FEW = 8;

  /** Which parts of vectors are kept. */
  enum Use {
    /** The vectors alone. */
    WEIGHTS,
    /** Also where each term is found. */
    LISTS,
    /** Also what the vectors of nearly the same texts are made from. */
    UPDATES
  }

  private static final int[] NO_TEXTS = {};
  private static final float[] NO_WEIGHTS = {};

  private final Lexicon lexicon;

  /** How many numbers of texts there are. */
  private final int size;

  /**
   * By text: what it was found to say; {@code null} for a number that is not in use. Kept for
   * updates alone.
   */
  private final Profile[] profiles;

  /** By text: what is spread evenly and stays with it. */
  private final long[] keys;

  private final BitSet settled;
  private final int settledSize;
  private final float averageLength;

  /** By text: all its terms, then its tags, as its profile has them. Kept for updates alone. */
  private final int[][] numbers;

  /** By text: the terms that count, in the order of their hashes, and their weights. */
  private final int[][] terms;

  private final float[][] weights;

  /** By text: the least weight of the terms that others are looked for by. */
  private final float[] least;

  /** By term: how many texts have a weight for it. */
  private final int[] holders;

  /** By term: the texts that are found by it, in no order, and what it weighs in each. */
  private final int[][] texts;

  private final float[][] impacts;

  /**
   * @param profiles by text: what it was found to say; {@code null} for a number that is not in use
   * @param keys by text: what is spread evenly and stays with it
   * @param settled the texts that say what a term weighs
   */
  Vectors(Profile[] profiles, long[] keys, BitSet settled, Use use, Each each) {
    this.keys = keys;
    this.settled = settled;
    settledSize = settled.cardinality();
    averageLength = averageLength(profiles, settled);
    lexicon = new Lexicon();
    size = profiles.length;
    int[][] of = new int[size][];
    for (int i = 0; i < size; i++) {
      of[i] = numbers(profiles[i]);
      count(of[i], settled.get(i), 1);
    }
    terms = new int[size][];
    weights = new float[size][];
    least = new float[size];
    boolean updates = use == Use.UPDATES;
    each.run(
        size,
        i -> {
          weigh(i, profiles[i], of[i]);
          if (!updates) {
            of[i] = null;
          }
        });
    this.profiles = updates ? profiles : null;
    numbers = updates ? of : null;
    if (use == Use.WEIGHTS) {
      holders = NO_TEXTS;
      texts = new int[0][];
      impacts = new float[0][];
      return;
    }
    holders = new int[lexicon.size()];
    for (int[] mine : terms) {
      for (int term : mine) {
        holders[term]++;
      }
    }
    texts = new int[lexicon.size()][];
    impacts = new float[lexicon.size()][];
    BitSet all = new BitSet();
    all.set(0, lexicon.size());
    post(all, each);
  }

  /** The vectors of other texts, with the weights of the same number of settled ones. */
  private Vectors(Vectors before, Profile[] profiles, long[] keys, BitSet settled) {
    this.profiles = profiles;
    this.keys = keys;
    this.settled = settled;
    settledSize = before.settledSize;
    averageLength = before.averageLength;
    size = profiles.length;
    lexicon = new Lexicon(before.lexicon);
    numbers = Arrays.copyOf(before.numbers, size);
    for (int i = 0; i < size; i++) {
      boolean was = before.settled.get(i);
      if (profiles[i] != before.profile(i)) {
        if (i < before.size) {
          count(numbers[i], was, -1);
        }
        numbers[i] = numbers(profiles[i]);
        count(numbers[i], settled.get(i), 1);
      } else if (was != settled.get(i)) {
        count(numbers[i], was, -1);
        count(numbers[i], settled.get(i), 1);
      }
    }
    terms = Arrays.copyOf(before.terms, size);
    weights = Arrays.copyOf(before.weights, size);
    least = Arrays.copyOf(before.least, size);
    holders = Arrays.copyOf(before.holders, lexicon.size());
    texts = Arrays.copyOf(before.texts, lexicon.size());
    impacts = Arrays.copyOf(before.impacts, lexicon.size());
  }

  /**
   * The vectors of other texts, and which of them are other than before.
   *
   * @param vectors the vectors
   * @param other the texts whose own vector is another one
   * @param won the texts that a term finds which did not find them before, though their vectors are
   *     the same
   * @param lost those that a term does not find any more
   */
  record Update(Vectors vectors, BitSet other, BitSet won, BitSet lost) {}

  /**
   * The vectors of nearly the same texts, to the bit as they are made from the start.
   *
   * @param now by text, as in the constructor; where a number means another text than before, its
   *     key is another one
   * @return nothing where most of the vectors are other ones
   */
  Optional<Update> with(Profile[] now, long[] nowKeys, BitSet nowSettled, Each each) {
    if (nowSettled.cardinality() != settledSize
        || averageLength(now, nowSettled) != averageLength) {
      return Optional.empty();
    }
    Vectors next = new Vectors(this, now, nowKeys, nowSettled);
    BitSet reweighed = next.reweighed(this);
    boolean[] doubtful = new boolean[next.size()];
    each.run(
        doubtful.length,
        i -> doubtful[i] = now[i] != profile(i) || anyOf(reweighed, next.numbers[i]));
    int[] few = IntStream.range(0, doubtful.length).filter(i -> doubtful[i]).toArray();
    if (few.length > doubtful.length / FEW) {
      return Optional.empty();
    }
    each.run(few.length, i -> next.weigh(few[i], now[few[i]], next.numbers[few[i]]));
    BitSet other = new BitSet();
    for (int i : few) {
      if (i >= size
          || keys[i] != nowKeys[i]
          || !Arrays.equals(terms[i], next.terms[i])
          || !Arrays.equals(weights[i], next.weights[i])) {
        other.set(i);
      }
    }
    Update update = new Update(next, other, new BitSet(), new BitSet());
    next.repost(this, update, each);
    return Optional.of(update);
  }

  /** The terms that weigh something else than they did. */
  private BitSet reweighed(Vectors before) {
    BitSet reweighed = new BitSet();
    for (int term = 0; term < before.lexicon.size(); term++) {
      if (lexicon.texts(term) != before.lexicon.texts(term)) {
        reweighed.set(term);
      }
    }
    return reweighed;
  }

  private static boolean anyOf(BitSet wanted, int[] terms) {
    for (int term : terms) {
      if (wanted.get(term)) {
        return true;
      }
    }
    return false;
  }

  /** Posts the terms of other vectors, and tells which texts are found in another way by that. */
  private void repost(Vectors before, Update update, Each each) {
    BitSet other = update.other();
    BitSet touched = new BitSet();
    other.stream()
        .forEach(
            text -> {
              if (text < before.size) {
                for (int term : before.terms[text]) {
                  holders[term]--;
                  touched.set(term);
                }
              }
              for (int term : terms[text]) {
                holders[term]++;
                touched.set(term);
              }
            });
    BitSet full = new BitSet();
    BitSet unknown = new BitSet();
    touched.stream()
        .forEach(
            term -> {
              int held = term < before.holders.length ? before.holders[term] : 0;
              if (Math.max(held, holders[term]) > MOST_POSTINGS) {
                full.set(term);
              }
              if (held > MOST_POSTINGS && isPosted(term, other)) {
                // One that was not kept may take its place.
                unknown.set(term);
              } else {
                repost(term, other);
              }
            });
    post(unknown, each);
    full.stream()
        .forEach(
            term -> {
              BitSet were = new BitSet();
              Arrays.stream(before.posted(term)).forEach(were::set);
              BitSet are = new BitSet();
              Arrays.stream(texts[term]).forEach(are::set);
              update.lost().or(without(were, are));
              update.won().or(without(are, were));
            });
    update.lost().andNot(other);
    update.won().andNot(other);
  }

  private static BitSet without(BitSet some, BitSet others) {
    BitSet less = (BitSet) some.clone();
    less.andNot(others);
    return less;
  }

  /** The texts of a term that may be new. */
  private int[] posted(int term) {
    return term < texts.length && texts[term] != null ? texts[term] : NO_TEXTS;
  }

  private boolean isPosted(int term, BitSet other) {
    return Arrays.stream(texts[term]).anyMatch(other::get);
  }

  /**
   * Posts a term from its postings and from the texts of other vectors: those that are not posted
   * yet weigh less than all that are, and stay out.
   */
  private void repost(int term, BitSet other) {
    int[] were = posted(term);
    float[] weighed = impacts[term];
    int[] now = new int[were.length + other.cardinality()];
    float[] weigh = new float[now.length];
    int kept = 0;
    for (int i = 0; i < were.length; i++) {
      if (!other.get(were[i])) {
        now[kept] = were[i];
        weigh[kept++] = weighed[i];
      }
    }
    for (int text = other.nextSetBit(0); text >= 0; text = other.nextSetBit(text + 1)) {
      for (int i = 0; i < terms[text].length; i++) {
        if (terms[text][i] == term) {
          now[kept] = text;
          weigh[kept++] = weights[text][i];
        }
      }
    }
    texts[term] = Arrays.copyOf(now, kept);
    impacts[term] = Arrays.copyOf(weigh, kept);
    if (kept > MOST_POSTINGS) {
      keep(term);
    }
  }

  /** Posts terms from all vectors. */
  private void post(BitSet wanted, Each each) {
    if (wanted.isEmpty()) {
      return;
    }
    int[] next = new int[lexicon.size()];
    for (int term = wanted.nextSetBit(0); term >= 0; term = wanted.nextSetBit(term + 1)) {
      texts[term] = holders[term] == 0 ? NO_TEXTS : new int[holders[term]];
      impacts[term] = holders[term] == 0 ? NO_WEIGHTS : new float[holders[term]];
    }
    for (int text = 0; text < size; text++) {
      for (int i = 0; i < terms[text].length; i++) {
        int term = terms[text][i];
        if (wanted.get(term)) {
          texts[term][next[term]] = text;
          impacts[term][next[term]++] = weights[text][i];
        }
      }
    }
    int[] full = wanted.stream().filter(term -> holders[term] > MOST_POSTINGS).toArray();
    each.run(full.length, i -> keep(full[i]));
  }

  /** Keeps the weightiest postings of a term; of equal ones those of the least keys. */
  private void keep(int term) {
    int[] all = texts[term];
    float[] weighed = impacts[term];
    float[] sorted = weighed.clone();
    Arrays.sort(sorted);
    float last = sorted[sorted.length - MOST_POSTINGS];
    int above = (int) IntStream.range(0, all.length).filter(i -> weighed[i] > last).count();
    long[] equal =
        IntStream.range(0, all.length)
            .filter(i -> weighed[i] == last)
            .mapToLong(i -> keys[all[i]])
            .sorted()
            .toArray();
    long lastKey = equal[MOST_POSTINGS - above - 1];
    int[] kept =
        IntStream.range(0, all.length)
            .filter(i -> weighed[i] > last || weighed[i] == last && keys[all[i]] <= lastKey)
            .toArray();
    texts[term] = Arrays.stream(kept).map(i -> all[i]).toArray();
    float[] impact = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      impact[i] = weighed[kept[i]];
    }
    impacts[term] = impact;
  }

  /** The average length of the settled texts, in steps of an eighth, so that it seldom changes. */
  private static float averageLength(Profile[] profiles, BitSet settled) {
    double length = settled.stream().mapToDouble(i -> profiles[i].length()).sum();
    double average = Math.max(1, length / Math.max(1, settled.cardinality()));
    double step = 1;
    while (step * 1.125 <= average) {
      step *= 1.125;
    }
    return (float) step;
  }

  private Profile profile(int text) {
    return text < size ? profiles[text] : null;
  }

  private int[] numbers(Profile profile) {
    if (profile == null) {
      return NO_TEXTS;
    }
    long[] hashes = profile.terms();
    long[] tags = profile.tags();
    int[] of = new int[hashes.length + tags.length];
    for (int i = 0; i < hashes.length; i++) {
      of[i] = lexicon.add(hashes[i]);
    }
    for (int i = 0; i < tags.length; i++) {
      of[hashes.length + i] = lexicon.add(tags[i]);
    }
    return of;
  }

  private void count(int[] of, boolean isSettled, int by) {
    for (int term : of) {
      lexicon.count(term, isSettled, by);
    }
  }

  /**
   * @param all its terms, then its tags
   */
  private void weigh(int text, Profile profile, int[] all) {
    if (profile == null) {
      terms[text] = NO_TEXTS;
      weights[text] = NO_WEIGHTS;
      least[text] = 0;
      return;
    }
    int words = profile.terms().length;
    float shortness = K1 * (1 - B + B * profile.length() / averageLength);
    int[] places = new int[all.length];
    int kept = 0;
    float[] found = new float[all.length];
    for (int i = 0; i < all.length; i++) {
      if (counts(all[i], i >= words)) {
        float count = i < words ? profile.counts()[i] : TAG;
        found[i] = (float) Math.sqrt(idf(all[i])) * count * (K1 + 1) / (count + shortness);
        places[kept++] = i;
      }
    }
    if (kept > MOST_TERMS) {
      kept = weightiest(places, kept, found);
    }
    int[] mine = inOrder(all, places, kept);
    float[] weight = new float[kept];
    double square = 0;
    for (int i = 0; i < kept; i++) {
      weight[i] = found[mine[i]];
      mine[i] = all[mine[i]];
      square += (double) weight[i] * weight[i];
    }
    float norm = (float) Math.sqrt(square);
    for (int i = 0; i < kept; i++) {
      weight[i] /= norm;
    }
    terms[text] = mine;
    weights[text] = weight;
    least[text] = least(weight);
  }

  /** Some places of a text's terms, in the order of the terms' hashes. */
  private int[] inOrder(int[] all, int[] places, int kept) {
    long[] sorted = new long[kept];
    for (int i = 0; i < kept; i++) {
      // A hash has 64 bits: its upper ones give the order, and the place finds the term again.
      sorted[i] = lexicon.term(all[places[i]]) & ~0xfffffL | places[i] & 0xfffffL;
    }
    Arrays.sort(sorted);
    int[] ordered = new int[kept];
    for (int i = 0; i < kept; i++) {
      ordered[i] = (int) (sorted[i] & 0xfffffL);
    }
    return ordered;
  }

  /**
   * Keeps the weightiest terms.
   *
   * @param places the places of the terms among the weights
   * @return how many are kept
   */
  private static int weightiest(int[] places, int count, float[] weights) {
    float[] ordered = new float[count];
    for (int i = 0; i < count; i++) {
      ordered[i] = weights[places[i]];
    }
    Arrays.sort(ordered);
    float least = ordered[count - MOST_TERMS];
    int kept = 0;
    for (int i = 0; i < count && kept < MOST_TERMS; i++) {
      if (weights[places[i]] >= least) {
        places[kept++] = places[i];
      }
    }
    return kept;
  }

  /** The weight of the last of the terms that others are looked for by. */
  private static float least(float[] weights) {
    if (weights.length <= LOOKED_FOR) {
      return 0;
    }
    float[] sorted = weights.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length - LOOKED_FOR];
  }

  private boolean counts(int term, boolean tag) {
    int held = lexicon.texts(term);
    return held > 1
        && held
            <= (tag
                ? Math.max(MOST_TEXTS_OF_TAG_OF_FEW, MOST_TEXTS_OF_TAG * settledSize)
                : Math.max(MOST_TEXTS_OF_FEW, MOST_TEXTS * settledSize));
  }

  /** How much it says that a text holds a term. */
  double idf(int term) {
    double held = Math.min(settledSize, lexicon.texts(term));
    return Math.log(1 + (settledSize - held + 0.5) / (held + 0.5));
  }

  /** How many numbers of texts there are. */
  int size() {
    return size;
  }

  /** What is spread evenly and stays with a text. */
  long key(int text) {
    return keys[text];
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** The terms of a text, in the order of their hashes. */
  int[] terms(int text) {
    return terms[text];
  }

  /** The weights of the terms of a text, in their order. */
  float[] weights(int text) {
    return weights[text];
  }

  /**
   * Takes the terms that others are looked for by, in their order.
   *
   * @param sink takes their places among the terms of the text
   */
  void lookedFor(int text, IntConsumer sink) {
    float[] weighed = weights[text];
    int left = LOOKED_FOR;
    for (int i = 0; i < weighed.length && left > 0; i++) {
      if (weighed[i] >= least[text]) {
        left--;
        sink.accept(i);
      }
    }
  }

  /** The texts that are found by a term, in no order. */
  int[] texts(int term) {
    return texts[term];
  }

  /** What a term weighs in these texts. */
  float[] impacts(int term) {
    return impacts[term];
  }
}
