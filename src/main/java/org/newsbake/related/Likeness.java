package org.newsbake.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.newsbake.related.Explanation.Reason;

/** How much the texts of one language are alike. Immutable and thread-safe. */
final class Likeness {

  /** Which part of the likeness is that of topics; the rest is that of words. */
  static final float TOPICS = 0.4f;

  /** How often topics are taken over from the texts most like one, and from how many. */
  private static final int SMOOTHINGS = 2;

  private static final int NEIGHBOURS = 5;

  /** Neighbours are chosen among so many texts that are most like one in words. */
  private static final int LIKE_IN_WORDS = 24;

  /** What the longest time between two texts takes from their likeness. */
  private static final float MOST_DECAY = 0.12f;

  /** After so many days half of that is taken. */
  private static final float HALF_DECAY_DAYS = 30;

  /** By how much the likeness of texts of one section is lifted. */
  private static final float SAME_SECTION = 1.03f;

  private final String language;
  private final double ownBoost;
  private final List<Member> members;

  /** The members that are not there any more. */
  private final BitSet gone;

  private final Vectors vectors;
  private final Topics topics;
  private final Queue<Profiler> profilers;
  private final Queue<Candidates> idle = new ConcurrentLinkedQueue<>();

  /** By member: its candidates, while all lists are made. */
  private volatile Candidates.Found[] found;

  /**
   * @param texts newest first
   * @param ownBoost by which share own texts are lifted
   */
  Likeness(String language, List<Text> texts, double ownBoost, Each each) {
    this.language = language;
    this.ownBoost = ownBoost;
    this.gone = new BitSet();
    this.profilers = new ConcurrentLinkedQueue<>();
    Profile[] profiles = new Profile[texts.size()];
    each.run(profiles.length, i -> profiles[i] = profile(texts.get(i)));
    this.members = new ArrayList<>(profiles.length);
    long[] keys = new long[profiles.length];
    for (int i = 0; i < profiles.length; i++) {
      members.add(member(i, texts.get(i), profiles[i]));
      keys[i] = Hash.of(texts.get(i).path());
    }
    this.vectors = new Vectors(profiles, each);
    this.topics = smoothed(new Topics(vectors, keys, each), each);
  }

  private Likeness(Likeness base, List<Text> added, List<Member> removed) {
    this.language = base.language;
    this.ownBoost = base.ownBoost;
    this.profilers = base.profilers;
    this.gone = (BitSet) base.gone.clone();
    removed.forEach(member -> gone.set(member.number()));
    this.members = new ArrayList<>(base.members);
    Profile[] profiles = new Profile[added.size()];
    for (int i = 0; i < profiles.length; i++) {
      profiles[i] = profile(added.get(i));
      members.add(member(members.size(), added.get(i), profiles[i]));
    }
    this.vectors = base.vectors.with(profiles);
    int first = base.members.size();
    Topics placed = base.topics.with(vectors);
    if (placed.found()) {
      for (int pass = 0; pass < SMOOTHINGS; pass++) {
        for (int member = first; member < members.size(); member++) {
          Neighbours neighbours = neighbours(find(member), member, placed);
          placed.smooth(member, neighbours.members, neighbours.likeness);
        }
      }
    }
    this.topics = placed;
  }

  /**
   * The same texts but for some: what all texts together say of a word or a topic stays as it was,
   * so that this takes milliseconds. Lists of a new start may differ by a little.
   */
  Likeness with(List<Text> added, List<Member> removed) {
    return new Likeness(this, added, removed);
  }

  private Profile profile(Text text) {
    Profiler profiler = profilers.poll();
    if (profiler == null) {
      profiler = new Profiler(language);
    }
    Profile profile = profiler.profile(text);
    profilers.add(profiler);
    return profile;
  }

  private Member member(int number, Text text, Profile profile) {
    return new Member(text, language, number, profile.headline(), profile.sketch());
  }

  /** All members, also those that are gone. */
  List<Member> members() {
    return members;
  }

  /** The members most like one, and how much. */
  private record Neighbours(int[] members, float[] likeness) {}

  private Topics smoothed(Topics raw, Each each) {
    if (!raw.found()) {
      return raw;
    }
    Candidates.Found[] candidates = new Candidates.Found[members.size()];
    each.run(candidates.length, m -> candidates[m] = find(m));
    found = candidates;
    Topics smoothed = raw;
    int[][] neighbours = new int[candidates.length][];
    float[][] likeness = new float[candidates.length][];
    for (int pass = 0; pass < SMOOTHINGS; pass++) {
      Topics before = smoothed;
      each.run(
          candidates.length,
          m -> {
            Neighbours best = neighbours(candidates[m], m, before);
            neighbours[m] = best.members;
            likeness[m] = best.likeness;
          });
      smoothed = before.smoothed(neighbours, likeness, each);
    }
    return smoothed;
  }

  /** Those of a member's candidates that are most like it in words and topics. */
  private Neighbours neighbours(Candidates.Found candidates, int member, Topics of) {
    int[] others = candidates.texts();
    int looked = Math.min(others.length, LIKE_IN_WORDS);
    int[] best = new int[Math.min(looked, NEIGHBOURS)];
    float[] likeness = new float[best.length];
    int size = 0;
    for (int i = 0; i < looked; i++) {
      float like = mixed(candidates.likeness()[i], of.likeness(member, others[i]));
      int at = size;
      while (at > 0 && likeness[at - 1] < like) {
        at--;
      }
      if (at < best.length) {
        size = Math.min(size + 1, best.length);
        System.arraycopy(best, at, best, at + 1, size - at - 1);
        System.arraycopy(likeness, at, likeness, at + 1, size - at - 1);
        best[at] = others[i];
        likeness[at] = like;
      }
    }
    return new Neighbours(best, likeness);
  }

  private Candidates.Found find(int member) {
    Candidates.Found[] kept = found;
    if (kept != null) {
      return kept[member];
    }
    Candidates candidates = idle.poll();
    if (candidates == null) {
      candidates = new Candidates(vectors, gone);
    }
    Candidates.Found result = candidates.find(member);
    idle.add(candidates);
    return result;
  }

  /** Lets go of what only serves to make all lists. */
  void release() {
    found = null;
  }

  /** The members most like one, best first. */
  Scored[] alike(Member self) {
    Candidates.Found candidates = find(self.number());
    Scored[] scored = new Scored[candidates.texts().length];
    for (int c = 0; c < scored.length; c++) {
      int other = candidates.texts()[c];
      float topic = topics.found() ? topics.likeness(self.number(), other) : 0;
      scored[c] = scored(self, members.get(other), candidates.likeness()[c], topic);
    }
    Arrays.sort(
        scored,
        (a, b) ->
            a.score() != b.score()
                ? Float.compare(b.score(), a.score())
                : Member.NEWEST.compare(a.member(), b.member()));
    return scored;
  }

  private Scored scored(Member one, Member two, float words, float topic) {
    float likeness = topics.found() ? mixed(words, topic) : words;
    float recency = recency(one.daysTo(two));
    float section =
        one.text().section().isPresent() && one.text().section().equals(two.text().section())
            ? SAME_SECTION
            : 1;
    float own = two.text().own() ? 1 + (float) ownBoost : 1;
    return new Scored(
        two,
        Reason.ALIKE,
        null,
        likeness * recency * section * own,
        words,
        topic,
        recency,
        section,
        own);
  }

  private static float mixed(float words, float topic) {
    return (1 - TOPICS) * words + (topic > 0 ? TOPICS * topic : 0);
  }

  private static float recency(float days) {
    // A rational function instead of a power: the same bits on every machine.
    return 1 - MOST_DECAY * days / (days + HALF_DECAY_DAYS);
  }

  /** Whether topics count; in a few texts there are none to be found. */
  boolean hasTopics() {
    return topics.found();
  }

  /** The words and tags that two members have in common, the weightiest first. */
  List<Explanation.Term> terms(Member one, Member other) {
    int[] mine = vectors.terms(one.number());
    int[] theirs = vectors.terms(other.number());
    Map<Integer, Explanation.Term> shared = new LinkedHashMap<>();
    new Profiler(language)
        .words(one.text())
        .forEach(
            (hash, word) -> {
              int term = vectors.lexicon().find(hash);
              int i = Arrays.binarySearch(mine, term);
              int j = Arrays.binarySearch(theirs, term);
              if (term >= 0 && i >= 0 && j >= 0) {
                shared.put(
                    term,
                    new Explanation.Term(
                        word,
                        vectors.weights(one.number())[i] * vectors.weights(other.number())[j],
                        hash == Profiler.tag(word)));
              }
            });
    return shared.values().stream()
        .sorted(
            Comparator.comparing(Explanation.Term::share)
                .reversed()
                .thenComparing(Explanation.Term::word))
        .toList();
  }
}
