package org.newsbake.related;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads texts of one language. Not thread-safe. */
final class Profiler {

  /** How much a word counts, by where it stands. A word of the body counts 1. */
  static final int TITLE = 3;

  static final int SUMMARY = 1;

  /** News say what they are about first: words further down a body are not looked at. */
  private static final int MOST_WORDS = 1000;

  /** Shorter headlines may be equal by chance. */
  private static final int LEAST_HEADLINE = 13;

  private final WordReader reader = new WordReader();
  private final Stemming stemming;
  private final Sketch sketch = new Sketch();

  /** The terms of the text that is being read, in the order in which they were found. */
  private long[] terms = new long[512];

  private int[] counts = new int[512];
  private int size;

  /** Finds a term's place in {@link #terms} by open addressing: place + 1, or 0 for none. */
  private int[] slots = new int[2048];

  private int weight;
  private float length;
  private int words;

  Profiler(String language) {
    this.stemming = new Stemming(language);
  }

  Profile profile(Text text) {
    size = 0;
    length = 0;
    Arrays.fill(slots, 0);
    weight = TITLE;
    reader.read(text.title(), this::count);
    weight = SUMMARY;
    reader.read(text.summary(), this::count);
    weight = 1;
    words = 0;
    reader.readHtml(text.body(), this::countBody);
    long[] tags = text.tags().stream().mapToLong(Profiler::tag).distinct().toArray();
    return new Profile(
        Arrays.copyOf(terms, size), counts(), tags, length, headline(text.title()), sketch.take());
  }

  private short[] counts() {
    short[] found = new short[size];
    for (int i = 0; i < size; i++) {
      found[i] = (short) Math.min(Short.MAX_VALUE, counts[i]);
    }
    return found;
  }

  private static long headline(String title) {
    return title.length() < LEAST_HEADLINE ? 0 : Hash.of(title.toLowerCase(Locale.ROOT));
  }

  /** What a tag is counted as: never what a word is. */
  static long tag(String tag) {
    return Hash.mix(Hash.of(tag.toLowerCase(Locale.ROOT)) + 1);
  }

  /** The terms of a text, each with the word that it was first found as. */
  Map<Long, String> words(Text text) {
    Map<Long, String> words = new LinkedHashMap<>();
    WordReader.Sink sink =
        (hash, word, end) -> {
          long term = stemming.term(hash, word, end);
          if (term != 0) {
            words.putIfAbsent(term, new String(word, 0, end));
          }
          return true;
        };
    reader.read(text.title(), sink);
    reader.read(text.summary(), sink);
    reader.readHtml(text.body(), sink);
    text.tags().forEach(tag -> words.putIfAbsent(tag(tag), tag));
    return words;
  }

  private boolean countBody(long hash, char[] word, int end) {
    sketch.add(hash);
    count(hash, word, end);
    return ++words < MOST_WORDS;
  }

  private boolean count(long hash, char[] word, int end) {
    long term = stemming.term(hash, word, end);
    if (term != 0) {
      length += weight;
      add(term);
    }
    return true;
  }

  private void add(long term) {
    int mask = slots.length - 1;
    int slot = (int) term & mask;
    while (slots[slot] != 0) {
      if (terms[slots[slot] - 1] == term) {
        counts[slots[slot] - 1] += weight;
        return;
      }
      slot = slot + 1 & mask;
    }
    if (size == terms.length) {
      terms = Arrays.copyOf(terms, 2 * size);
      counts = Arrays.copyOf(counts, 2 * size);
    }
    terms[size] = term;
    counts[size] = weight;
    slots[slot] = ++size;
    if (size * 2 > mask) {
      grow();
    }
  }

  private void grow() {
    slots = new int[2 * slots.length];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = (int) terms[i] & mask;
      while (slots[slot] != 0) {
        slot = slot + 1 & mask;
      }
      slots[slot] = i + 1;
    }
  }
}
