package org.newsbake.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.newsbake.related.Explanation.Link;
import org.newsbake.related.Explanation.Reason;

/**
 * The texts that a reader of one may be interested in: the editor's choice, then those that are
 * alike in words and topics, then the newest.
 *
 * <p>The same texts give the same lists, whatever their order and however many threads. Immutable
 * and thread-safe.
 */
public final class RelatedTexts {

  /** Which part of the likeness is that of topics; the rest is that of words. */
  public static final float TOPICS = 0.4f;

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

  /** Near copies are only looked for among texts that are so much alike in words. */
  private static final float LIKE_COPIES = 0.3f;

  /** Texts of one headline are copies when they are not further apart. */
  private static final float SAME_HEADLINE_DAYS = 3;

  /** How many of the newest are looked at to fill a list up: far more than a list holds. */
  private static final int MOST_FILLERS = 4 * RelatedOptions.MOST;

  /** How many of those who lost are explained. */
  private static final int MISSES = 5;

  private final RelatedOptions options;

  /** All texts, newest first. */
  private final List<Text> texts;

  private final Map<String, Integer> byPath = new HashMap<>();
  private final Map<String, Group> groups = new TreeMap<>();
  private final Group[] groupOf;

  /** By text: its number in its group. */
  private final int[] memberOf;

  /** The numbers of all texts. */
  private final int[] everything;

  private final int[][] lists;

  private RelatedTexts(List<Text> unordered, RelatedOptions options, Each each) {
    this.options = options;
    this.texts =
        unordered.stream()
            .sorted(Comparator.comparing(Text::date).reversed().thenComparing(Text::path))
            .toList();
    this.everything = IntStream.range(0, texts.size()).toArray();
    this.groupOf = new Group[texts.size()];
    this.memberOf = new int[texts.size()];
    Map<String, List<Integer>> byLanguage = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      if (byPath.put(texts.get(i).path(), i) != null) {
        throw new IllegalArgumentException("two texts at " + texts.get(i).path());
      }
      byLanguage
          .computeIfAbsent(Stemming.primary(texts.get(i).language()), key -> new ArrayList<>())
          .add(i);
    }
    byLanguage.forEach(
        (language, members) -> {
          Group group = new Group(language, members, each);
          groups.put(language, group);
          for (int m = 0; m < members.size(); m++) {
            groupOf[members.get(m)] = group;
            memberOf[members.get(m)] = m;
          }
        });
    this.lists = new int[texts.size()][];
    if (options.count() > 0) {
      each.run(texts.size(), i -> lists[i] = list(i).chosen());
      groups.values().forEach(group -> group.found = null);
    } else {
      Arrays.fill(lists, new int[0]);
    }
  }

  /** Relates texts to each other. */
  public static RelatedTexts of(List<Text> texts, RelatedOptions options, Each each) {
    return new RelatedTexts(texts, options, each);
  }

  /** The paths of the texts related to one, best first. */
  public List<String> of(String path) {
    Integer text = byPath.get(path);
    return text == null
        ? List.of()
        : Arrays.stream(lists[text]).mapToObj(i -> texts.get(i).path()).toList();
  }

  /** Why the list of a text is as it is. */
  public Optional<Explanation> explain(String path) {
    Integer text = byPath.get(path);
    if (text == null) {
      return Optional.empty();
    }
    Choice choice = list(text);
    return Optional.of(
        new Explanation(
            texts.get(text),
            choice.links.stream().map(scored -> link(text, scored)).toList(),
            choice.misses.stream()
                .sorted(Comparator.comparing(Scored::score).reversed())
                .limit(MISSES)
                .map(miss -> whole(miss, choice))
                .map(scored -> link(text, scored))
                .toList()));
  }

  /** Older copies that come when a list is full are not told from others while it is made. */
  private Scored whole(Scored miss, Choice choice) {
    return choice.links.stream()
        .filter(link -> miss.reason() == Reason.SCORE && copies(link.text(), miss.text(), 1))
        .findFirst()
        .map(link -> miss.because(Reason.NEAR_COPY, link.text()))
        .orElse(miss);
  }

  /** A text with what it is ranked by. */
  private record Scored(
      int text,
      Reason reason,
      int of,
      float score,
      float words,
      float topics,
      float recency,
      float section,
      float own) {

    static Scored unscored(int text, Reason reason) {
      return new Scored(text, reason, -1, 0, 0, 0, 1, 1, 1);
    }

    Scored because(Reason other, int copied) {
      return new Scored(text, other, copied, score, words, topics, recency, section, own);
    }
  }

  /** A list in the making. */
  private static final class Choice {
    private final List<Scored> links = new ArrayList<>();
    private final List<Scored> misses = new ArrayList<>();

    int[] chosen() {
      return links.stream().mapToInt(Scored::text).toArray();
    }
  }

  /** The texts of one language. */
  private final class Group {
    private final String language;
    private final int[] members;
    private final Vectors vectors;
    private final Topics topics;
    private final int[][] sketches;
    private final long[] headlines;

    /** By member: its candidates, while the lists are made. */
    private Candidates.Found[] found;

    private final Map<String, int[]> sections = new HashMap<>();
    private final Queue<Candidates> idle = new ConcurrentLinkedQueue<>();

    Group(String language, List<Integer> members, Each each) {
      this.language = language;
      this.members = members.stream().mapToInt(Integer::intValue).toArray();
      Profile[] profiles = profiles(each);
      vectors = new Vectors(profiles, each);
      sketches = new int[profiles.length][];
      headlines = new long[profiles.length];
      long[] keys = new long[profiles.length];
      Map<String, IntStream.Builder> bySection = new HashMap<>();
      for (int m = 0; m < profiles.length; m++) {
        Text text = texts.get(this.members[m]);
        sketches[m] = profiles[m].sketch();
        headlines[m] = profiles[m].headline();
        keys[m] = Hash.of(text.path());
        int member = this.members[m];
        text.section()
            .ifPresent(it -> bySection.computeIfAbsent(it, key -> IntStream.builder()).add(member));
      }
      bySection.forEach((section, of) -> sections.put(section, of.build().toArray()));
      topics = smoothed(new Topics(vectors, keys, each), each);
    }

    private Profile[] profiles(Each each) {
      Profile[] profiles = new Profile[members.length];
      Queue<Profiler> profilers = new ConcurrentLinkedQueue<>();
      each.run(
          profiles.length,
          m -> {
            Profiler profiler = profilers.poll();
            if (profiler == null) {
              profiler = new Profiler(language);
            }
            profiles[m] = profiler.profile(texts.get(members[m]));
            profilers.add(profiler);
          });
      return profiles;
    }

    private Topics smoothed(Topics raw, Each each) {
      if (!raw.found()) {
        return raw;
      }
      found = new Candidates.Found[members.length];
      each.run(members.length, m -> found[m] = find(m));
      Topics topics = raw;
      int[][] neighbours = new int[members.length][];
      float[][] likeness = new float[members.length][];
      for (int pass = 0; pass < SMOOTHINGS; pass++) {
        Topics before = topics;
        each.run(
            members.length,
            m -> {
              int[] others = found[m].texts();
              float[] scores = new float[Math.min(others.length, LIKE_IN_WORDS)];
              for (int i = 0; i < scores.length; i++) {
                scores[i] = mixed(found[m].likeness()[i], before.likeness(m, others[i]));
              }
              int[] best = best(scores, NEIGHBOURS);
              neighbours[m] = Arrays.stream(best).map(i -> others[i]).toArray();
              likeness[m] = new float[best.length];
              for (int i = 0; i < best.length; i++) {
                likeness[m][i] = scores[best[i]];
              }
            });
        topics = before.smoothed(neighbours, likeness, each);
      }
      return topics;
    }

    private Candidates.Found find(int member) {
      Candidates candidates = idle.poll();
      if (candidates == null) {
        candidates = new Candidates(vectors);
      }
      Candidates.Found found = candidates.find(member);
      idle.add(candidates);
      return found;
    }

    /** The texts most like one, best first. */
    Scored[] alike(int text) {
      int member = memberOf[text];
      Candidates.Found[] kept = found;
      Candidates.Found candidates = kept == null ? find(member) : kept[member];
      Scored[] found = new Scored[candidates.texts().length];
      for (int c = 0; c < found.length; c++) {
        int other = candidates.texts()[c];
        float topic = topics.found() ? topics.likeness(member, other) : 0;
        found[c] = scored(text, members[other], candidates.likeness()[c], topic);
      }
      // Texts are numbered newest first, then by path: so equal scores are put in order.
      Arrays.sort(
          found,
          (a, b) ->
              a.score() != b.score()
                  ? Float.compare(b.score(), a.score())
                  : Integer.compare(a.text(), b.text()));
      return found;
    }

    private Scored scored(int text, int other, float words, float topic) {
      Text one = texts.get(text);
      Text two = texts.get(other);
      float likeness = topics.found() ? mixed(words, topic) : words;
      float recency = recency(days(one, two));
      float section =
          one.section().isPresent() && one.section().equals(two.section()) ? SAME_SECTION : 1;
      float own = two.own() ? 1 + (float) options.ownBoost() : 1;
      return new Scored(
          other,
          Reason.ALIKE,
          -1,
          likeness * recency * section * own,
          words,
          topic,
          recency,
          section,
          own);
    }
  }

  private static float mixed(float words, float topic) {
    return (1 - TOPICS) * words + (topic > 0 ? TOPICS * topic : 0);
  }

  /** The places of the greatest numbers, the greatest first. */
  private static int[] best(float[] numbers, int most) {
    int[] best = new int[Math.min(most, numbers.length)];
    int size = 0;
    for (int i = 0; i < numbers.length; i++) {
      int at = size;
      while (at > 0 && numbers[best[at - 1]] < numbers[i]) {
        at--;
      }
      if (at < best.length) {
        size = Math.min(size + 1, best.length);
        System.arraycopy(best, at, best, at + 1, size - at - 1);
        best[at] = i;
      }
    }
    return best;
  }

  private static float recency(float days) {
    // A rational function instead of a power: the same bits on every machine.
    return 1 - MOST_DECAY * days / (days + HALF_DECAY_DAYS);
  }

  private static float days(Text one, Text two) {
    return Math.abs(one.date().getEpochSecond() - two.date().getEpochSecond()) / 86_400f;
  }

  private Choice list(int text) {
    Text self = texts.get(text);
    Choice choice = new Choice();
    Set<Integer> taken = new HashSet<>();
    taken.add(text);
    for (String pin : self.pins()) {
      Integer other = byPath.get(pin);
      if (other != null && choice.links.size() < options.count() && taken.add(other)) {
        choice.links.add(Scored.unscored(other, Reason.PIN));
      }
    }
    alike(text, choice, taken);
    fill(text, choice, taken);
    return choice;
  }

  private void alike(int text, Choice choice, Set<Integer> taken) {
    Text self = texts.get(text);
    Scored[] candidates = groupOf[text].alike(text);
    // Of all versions of the text itself, only the newest is worth a link.
    int versionSlot = pinnedVersion(text, choice);
    for (Scored candidate : candidates) {
      int other = candidate.text();
      if (taken.contains(other)) {
        continue;
      }
      if (self.excluded().contains(texts.get(other).path())) {
        choice.misses.add(candidate.because(Reason.EXCLUDED, -1));
        continue;
      }
      boolean version = copies(text, other, candidate.words());
      if (version && other > text) {
        choice.misses.add(candidate.because(Reason.OLDER_VERSION, text));
        continue;
      }
      int slot = version && versionSlot >= 0 ? versionSlot : slotOf(choice, other);
      if (slot >= 0) {
        replace(choice, slot, candidate, taken);
      } else if (choice.links.size() < options.count()) {
        slot = choice.links.size();
        choice.links.add(candidate);
        taken.add(other);
      } else {
        choice.misses.add(candidate.because(Reason.SCORE, -1));
      }
      if (version) {
        versionSlot = slot;
      }
    }
  }

  /** The place of a pin that is a version of the text itself, or -1. */
  private int pinnedVersion(int text, Choice choice) {
    return IntStream.range(0, choice.links.size())
        .filter(slot -> copies(text, choice.links.get(slot).text(), 1))
        .findFirst()
        .orElse(-1);
  }

  /** The place of the link that a text is a near copy of, or -1. */
  private int slotOf(Choice choice, int other) {
    boolean full = choice.links.size() == options.count();
    for (int slot = 0; slot < choice.links.size(); slot++) {
      int holder = choice.links.get(slot).text();
      // When there is no place left, only a newer version of what has one is of interest.
      if (!(full && other > holder) && copies(holder, other, 1)) {
        return slot;
      }
    }
    return -1;
  }

  /** Lets the newer of two versions have the place, which an editor's choice keeps. */
  private void replace(Choice choice, int slot, Scored candidate, Set<Integer> taken) {
    Scored holder = choice.links.get(slot);
    taken.add(candidate.text());
    if (candidate.text() < holder.text()
        && holder.reason() != Reason.PIN
        && !hasCopyBeside(slot, choice, candidate.text())) {
      choice.links.set(slot, candidate);
      choice.misses.add(holder.because(Reason.NEAR_COPY, candidate.text()));
    } else {
      choice.misses.add(candidate.because(Reason.NEAR_COPY, holder.text()));
    }
  }

  /** Whether a text is a near copy of a link in another place, though the links are none. */
  private boolean hasCopyBeside(int slot, Choice choice, int text) {
    return IntStream.range(0, choice.links.size())
        .anyMatch(i -> i != slot && copies(choice.links.get(i).text(), text, 1));
  }

  /** Whether two texts are versions of one. */
  private boolean copies(int one, int other, float words) {
    Text a = texts.get(one);
    Text b = texts.get(other);
    if (a.guid().isPresent() && a.guid().equals(b.guid())) {
      return true;
    }
    Group group = groupOf[one];
    if (group != groupOf[other] || words < LIKE_COPIES) {
      return false;
    }
    int i = memberOf[one];
    int j = memberOf[other];
    return group.headlines[i] != 0
            && group.headlines[i] == group.headlines[j]
            && days(a, b) <= SAME_HEADLINE_DAYS
        || Sketch.near(group.sketches[i], group.sketches[j]);
  }

  /** Fills up with the newest of the section, then with the newest, in the text's language. */
  private void fill(int text, Choice choice, Set<Integer> taken) {
    Group group = groupOf[text];
    texts
        .get(text)
        .section()
        .ifPresent(it -> fill(text, group.sections.get(it), Reason.SECTION, choice, taken));
    fill(text, group.members, Reason.NEWEST, choice, taken);
    if (choice.links.stream().noneMatch(link -> groupOf[link.text()] == group)) {
      // Nothing else in its language: better something than nothing.
      fill(text, everything, Reason.NEWEST, choice, taken);
    }
  }

  private void fill(int text, int[] newest, Reason reason, Choice choice, Set<Integer> taken) {
    Text self = texts.get(text);
    int end = Math.min(newest.length, MOST_FILLERS);
    for (int i = 0; i < end && choice.links.size() < options.count(); i++) {
      int other = newest[i];
      if (!taken.contains(other)
          && !self.excluded().contains(texts.get(other).path())
          && !copies(text, other, 1)
          && slotOf(choice, other) < 0) {
        taken.add(other);
        choice.links.add(Scored.unscored(other, reason));
      }
    }
  }

  private Link link(int text, Scored scored) {
    Text other = texts.get(scored.text());
    return new Link(
        other,
        scored.reason(),
        scored.of() < 0 ? Optional.empty() : Optional.of(texts.get(scored.of())),
        scored.score(),
        scored.words(),
        scored.topics(),
        groupOf[text].topics.found(),
        scored.recency(),
        scored.section(),
        scored.own(),
        groupOf[text] == groupOf[scored.text()] ? terms(text, scored.text()) : List.of());
  }

  private List<Explanation.Term> terms(int one, int other) {
    Group group = groupOf[one];
    Vectors vectors = group.vectors;
    int[] mine = vectors.terms(memberOf[one]);
    int[] theirs = vectors.terms(memberOf[other]);
    Map<Integer, Explanation.Term> shared = new LinkedHashMap<>();
    new Profiler(group.language)
        .words(texts.get(one))
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
                        vectors.weights(memberOf[one])[i] * vectors.weights(memberOf[other])[j],
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
