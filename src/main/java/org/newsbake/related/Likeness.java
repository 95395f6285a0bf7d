package org.newsbake.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
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

  /** Whether this is made to be {@linkplain #with changed}; what only serves that is kept then. */
  private final boolean updatable;

  /** By number; {@code null} for a number that is not in use. */
  private final List<Member> members;

  private final Profile[] profiles;
  private final Vectors vectors;

  /** What the topics were found in. */
  private final Profile[] sample;

  private final Topics topics;

  /** By member: its place among the topics, as it is and after each smoothing. */
  private final float[][][] places;

  /** By member: its candidates. */
  private final Candidates.Found[] found;

  /** The members of whom others may be more alike than before, or less. */
  private final BitSet changed;

  private final List<Member> fresh;

  /** By member: what tells it at its place from others; where this is not updatable. */
  private final long[] prints;

  private final Function<Text, Profile> profiler;
  private final Queue<Candidates> idle = new ConcurrentLinkedQueue<>();

  /**
   * The likeness of no texts.
   *
   * @param ownBoost by which share own texts are lifted
   * @param updatable whether the likeness of the first texts is changed again
   * @param profiler finds what a text says
   */
  static Likeness none(
      String language, double ownBoost, boolean updatable, Function<Text, Profile> profiler) {
    return new Likeness(language, ownBoost, updatable, profiler);
  }

  private Likeness(
      String language, double ownBoost, boolean updatable, Function<Text, Profile> profiler) {
    this.language = language;
    this.ownBoost = ownBoost;
    this.updatable = updatable;
    members = List.of();
    profiles = new Profile[0];
    vectors = new Vectors(profiles, new long[0], new BitSet(), use(), Each.IN_TURN);
    sample = profiles;
    topics = new Topics(sample, Each.IN_TURN);
    places = new float[SMOOTHINGS + 1][0][];
    found = new Candidates.Found[0];
    changed = new BitSet();
    fresh = List.of();
    prints = new long[0];
    this.profiler = profiler;
  }

  private Likeness(
      Likeness before, List<Member> members, List<Text> added, List<Member> removed, Each each) {
    language = before.language;
    ownBoost = before.ownBoost;
    updatable = before.updatable;
    profiler = before.profiler;
    this.members = members;
    removed.forEach(member -> members.set(member.number(), null));
    int[] numbers = numbers(members, added, removed);
    profiles = Arrays.copyOf(before.profiles, members.size());
    removed.forEach(member -> profiles[member.number()] = null);
    each.run(numbers.length, i -> profiles[numbers[i]] = profiler.apply(added.get(i)));
    for (int i = 0; i < numbers.length; i++) {
      members.set(numbers[i], member(numbers[i], added.get(i), profiles[numbers[i]]));
    }
    fresh = Arrays.stream(numbers).mapToObj(members::get).toList();
    BitSet others = new BitSet();
    removed.forEach(member -> others.set(member.number()));
    Arrays.stream(numbers).forEach(others::set);

    long[] keys = members.stream().mapToLong(it -> it == null ? 0 : it.key()).toArray();
    BitSet settled = Settled.of(members);
    Optional<Vectors.Update> update =
        before.members.isEmpty()
            ? Optional.empty()
            : before.vectors.with(profiles, keys, settled, each);
    vectors =
        update
            .map(Vectors.Update::vectors)
            .orElseGet(() -> new Vectors(profiles, keys, settled, use(), each));
    sample =
        Arrays.stream(Topics.sample(settled, keys))
            .mapToObj(i -> profiles[i])
            .toArray(Profile[]::new);
    boolean sameTopics = Arrays.equals(sample, before.sample);
    topics = sameTopics ? before.topics : new Topics(sample, each);
    if (!updatable) {
      Arrays.fill(sample, null);
      Arrays.fill(profiles, null);
    }
    found = new Candidates.Found[members.size()];
    BitSet otherFound = update.isPresent() ? find(before, update.get(), each) : findAll(each);
    places = new float[SMOOTHINGS + 1][][];
    BitSet moved =
        place(
            before, update.filter(it -> sameTopics).map(Vectors.Update::other).orElse(all()), each);
    for (int pass = 1; pass <= SMOOTHINGS; pass++) {
      moved = smooth(pass, before, otherFound, moved, each);
      if (!updatable) {
        places[pass - 1] = null;
      }
    }
    moved.or(others);
    changed = otherFound;
    changed.or(withCandidateOf(moved, Candidates.MOST));
    changed.or(moved);
    prints = new long[updatable ? 0 : members.size()];
    each.run(prints.length, i -> prints[i] = print(members.get(i)));
  }

  /** What tells a member from any other, as far as lists depend on it, and its place. */
  private long print(Member member) {
    Text text = member.text();
    long hash = Hash.with(member.key(), text.date().getEpochSecond());
    hash = Hash.with(hash, text.date().getNano());
    hash = Hash.with(hash, text.section().map(Hash::of).orElse(0L));
    hash = Hash.with(hash, text.guid().map(Hash::of).orElse(0L));
    hash = Hash.with(hash, text.own() ? 1 : 0);
    hash = Hash.with(hash, member.headline());
    for (int run : member.sketch()) {
      hash = Hash.with(hash, run);
    }
    // The number of coordinates parts them from what stands before.
    hash = Hash.with(hash, topics.found() ? places[SMOOTHINGS][member.number()].length : -1);
    for (float coordinate : places[SMOOTHINGS][member.number()]) {
      hash = Hash.with(hash, Float.floatToRawIntBits(coordinate));
    }
    return hash;
  }

  /** What tells {@link #alike} of a member from any other; where this is not updatable. */
  long alikePrint(Member self) {
    Candidates.Found candidates = found[self.number()];
    long hash = Hash.with(prints[self.number()], Double.doubleToRawLongBits(ownBoost));
    for (int c = 0; c < candidates.texts().length; c++) {
      hash = Hash.with(hash, prints[candidates.texts()[c]]);
      hash = Hash.with(hash, Float.floatToRawIntBits(candidates.likeness()[c]));
    }
    return hash;
  }

  private Vectors.Use use() {
    return updatable ? Vectors.Use.UPDATES : Vectors.Use.LISTS;
  }

  /** The numbers of added texts: that of a text at the same path, or one that is free, or more. */
  private static int[] numbers(List<Member> members, List<Text> added, List<Member> removed) {
    Map<String, Integer> byPath = new HashMap<>();
    removed.forEach(member -> byPath.put(member.text().path(), member.number()));
    int[] numbers = new int[added.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = byPath.getOrDefault(added.get(i).path(), -1);
    }
    BitSet used = new BitSet();
    for (int i = 0; i < members.size(); i++) {
      used.set(i, members.get(i) != null);
    }
    Arrays.stream(numbers).filter(number -> number >= 0).forEach(used::set);
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] < 0) {
        numbers[i] = used.nextClearBit(0);
        used.set(numbers[i]);
        if (numbers[i] == members.size()) {
          members.add(null);
        }
      }
    }
    return numbers;
  }

  /**
   * The likeness of other texts, to the bit as it is found from the start: what is not touched by
   * the change is taken over.
   */
  Likeness with(List<Text> added, List<Member> removed, Each each) {
    return new Likeness(this, new ArrayList<>(members), added, removed, each);
  }

  private Member member(int number, Text text, Profile profile) {
    return new Member(
        text, language, number, Hash.of(text.path()), profile.headline(), profile.sketch());
  }

  /** The members that were added by the last change. */
  List<Member> fresh() {
    return fresh;
  }

  /** The members of whom others may be more alike than before, or less; new ones too. */
  List<Member> changed() {
    return changed.stream().mapToObj(members::get).filter(Objects::nonNull).toList();
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, members.size());
    return all;
  }

  private BitSet findAll(Each each) {
    each.run(found.length, member -> found[member] = find(member));
    return all();
  }

  /** Finds the candidates of those whose candidates may be other ones. Returns those that are. */
  private BitSet find(Likeness before, Vectors.Update update, Each each) {
    System.arraycopy(before.found, 0, found, 0, before.found.length);
    BitSet doubtful = (BitSet) update.other().clone();
    doubtful.set(before.found.length, found.length);
    Moves moves = new Moves(update);
    boolean[] doubt = new boolean[found.length];
    each.run(
        found.length,
        member -> doubt[member] = !doubtful.get(member) && moves.mayChange(member, found[member]));
    for (int member = 0; member < doubt.length; member++) {
      if (doubt[member]) {
        doubtful.set(member);
      }
    }
    int[] again = doubtful.stream().toArray();
    each.run(again.length, i -> found[again[i]] = find(again[i]));
    BitSet other = new BitSet();
    for (int member : again) {
      if (member >= before.found.length || !found[member].isSameAs(before.found[member])) {
        other.set(member);
      }
    }
    return other;
  }

  private static boolean hasOne(int[] texts, int most, BitSet of) {
    int end = Math.min(texts.length, most);
    for (int i = 0; i < end; i++) {
      if (of.get(texts[i])) {
        return true;
      }
    }
    return false;
  }

  /** The members that have one of some among the first of their candidates. */
  private BitSet withCandidateOf(BitSet some, int first) {
    BitSet with = new BitSet();
    for (int member = 0; member < found.length; member++) {
      if (hasOne(found[member].texts(), first, some)) {
        with.set(member);
      }
    }
    return with;
  }

  /** Places members among the topics. Returns those that are elsewhere than before. */
  private BitSet place(Likeness before, BitSet wanted, Each each) {
    places[0] = Arrays.copyOf(before.places[0], members.size());
    return move(before.places[0], places[0], wanted, member -> topics.place(vectors, member), each);
  }

  /**
   * Moves members to those that are most like them. Returns those that are elsewhere than before.
   */
  private BitSet smooth(int pass, Likeness before, BitSet otherFound, BitSet moved, Each each) {
    BitSet wanted = withCandidateOf(moved, LIKE_IN_WORDS);
    wanted.or(otherFound);
    wanted.or(moved);
    places[pass] = Arrays.copyOf(before.places[pass], members.size());
    return move(
        before.places[pass],
        places[pass],
        wanted,
        member -> {
          Neighbours best = neighbours(found[member], member, places[pass - 1]);
          return Topics.moved(places[pass - 1], member, best.members, best.likeness);
        },
        each);
  }

  private static BitSet move(
      float[][] before, float[][] now, BitSet wanted, IntFunction<float[]> place, Each each) {
    int[] members = wanted.stream().toArray();
    each.run(members.length, i -> now[members[i]] = place.apply(members[i]));
    BitSet moved = new BitSet();
    for (int member : members) {
      if (member >= before.length || !Arrays.equals(now[member], before[member])) {
        moved.set(member);
      }
    }
    return moved;
  }

  /** The members most like one, and how much. */
  private record Neighbours(int[] members, float[] likeness) {}

  /** Those of a member's candidates that are most like it in words and topics. */
  private Neighbours neighbours(Candidates.Found candidates, int member, float[][] of) {
    int[] others = candidates.texts();
    int looked = Math.min(others.length, LIKE_IN_WORDS);
    int[] best = new int[Math.min(looked, NEIGHBOURS)];
    float[] likeness = new float[best.length];
    int size = 0;
    for (int i = 0; i < looked; i++) {
      float like = mixed(candidates.likeness()[i], Topics.likeness(of[member], of[others[i]]));
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
    Candidates candidates = idle.poll();
    if (candidates == null) {
      candidates = new Candidates(vectors);
    }
    Candidates.Found result = candidates.find(member);
    idle.add(candidates);
    return result;
  }

  /** The members most like one, best first. */
  Scored[] alike(Member self) {
    Candidates.Found candidates = found[self.number()];
    float[][] placed = places[SMOOTHINGS];
    Scored[] scored = new Scored[candidates.texts().length];
    for (int c = 0; c < scored.length; c++) {
      int other = candidates.texts()[c];
      float topic = Topics.likeness(placed[self.number()], placed[other]);
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
              int i = indexOf(mine, term);
              int j = indexOf(theirs, term);
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

  private static int indexOf(int[] terms, int term) {
    return IntStream.range(0, terms.length).filter(i -> terms[i] == term).findFirst().orElse(-1);
  }
}
