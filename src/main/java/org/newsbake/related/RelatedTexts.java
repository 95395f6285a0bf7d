package org.newsbake.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
  public static final float TOPICS = Likeness.TOPICS;

  /** How many of the newest are looked at to fill a list up: far more than a list holds. */
  private static final int MOST_FILLERS = 4 * RelatedOptions.MOST;

  /** When a list is full, newer versions of its texts are looked for among so many likest ones. */
  private static final int LIKEST = 24;

  /** How many of those who lost are explained. */
  private static final int MISSES = 5;

  /** With more changes than this a new start is made. */
  private static final int MOST_CHANGES = 100;

  private final RelatedOptions options;
  private final Map<String, Likeness> languages;
  private final Newest newest;

  /** The texts and their lists, as they were before a few of them became other ones. */
  private final Map<String, Member> byPath;

  private final Map<String, Member[]> lists;

  /** The paths of texts that came, went or are other ones since. */
  private final Set<String> moved;

  /** Those of them that are there. */
  private final Map<String, Member> fresh;

  /** Texts whose lists may be others by that. */
  private final Set<Member> changed;

  /** Their lists, once somebody asked for them. */
  private final Map<String, Member[]> made = new ConcurrentHashMap<>();

  private RelatedTexts(
      RelatedOptions options, Map<String, Likeness> languages, List<Member> members) {
    this.options = options;
    this.languages = languages;
    newest = Newest.of(members);
    byPath = new HashMap<>(members.size() * 2);
    lists = new HashMap<>(members.size() * 2);
    moved = Set.of();
    fresh = Map.of();
    changed = Set.of();
    for (Member member : members) {
      if (byPath.put(member.text().path(), member) != null) {
        throw new IllegalArgumentException("two texts at " + member.text().path());
      }
    }
  }

  private RelatedTexts(
      RelatedTexts before,
      Map<String, Likeness> languages,
      List<Member> removed,
      List<Member> added,
      Set<Member> changed) {
    this.options = before.options;
    this.languages = languages;
    this.byPath = before.byPath;
    this.lists = before.lists;
    this.changed = new HashSet<>(before.changed);
    this.changed.addAll(changed);
    newest = before.newest.with(removed, added);
    moved = new HashSet<>(before.moved);
    fresh = new HashMap<>(before.fresh);
    removed.forEach(
        member -> {
          this.changed.remove(member);
          moved.add(member.text().path());
          fresh.remove(member.text().path());
        });
    added.forEach(member -> fresh.put(member.text().path(), member));
    moved.addAll(fresh.keySet());
  }

  /** The text at a path, or {@code null}. */
  private Member at(String path) {
    return moved.contains(path) ? fresh.get(path) : byPath.get(path);
  }

  /** Relates texts to each other. */
  public static RelatedTexts of(List<Text> texts, RelatedOptions options, Each each) {
    Map<String, List<Text>> byLanguage = new TreeMap<>();
    texts.stream()
        .sorted((a, b) -> a.path().compareTo(b.path()))
        .forEach(
            text ->
                byLanguage
                    .computeIfAbsent(Stemming.primary(text.language()), key -> new ArrayList<>())
                    .add(text));
    Map<String, Likeness> languages = new HashMap<>();
    List<Member> members = new ArrayList<>(texts.size());
    byLanguage.forEach(
        (language, of) -> {
          Likeness likeness = new Likeness(language, of, options.ownBoost(), each);
          languages.put(language, likeness);
          members.addAll(likeness.members());
        });
    RelatedTexts related = new RelatedTexts(options, languages, members);
    if (options.count() > 0) {
      related.makeLists(each);
    }
    languages.values().forEach(Likeness::release);
    return related;
  }

  private void makeLists(Each each) {
    List<Member> all = newest.all();
    Member[][] chosen = new Member[all.size()][];
    each.run(chosen.length, i -> chosen[i] = list(all.get(i)).chosen());
    for (int i = 0; i < chosen.length; i++) {
      lists.put(all.get(i).text().path(), chosen[i]);
    }
  }

  /**
   * The same for texts of which a few are new, changed or gone. What all texts together say of a
   * word or a topic is taken from before, so that this takes milliseconds where a new start takes
   * seconds; lists of a new start may differ by a little.
   *
   * @return nothing where so much is other that a new start is wanted
   */
  public Optional<RelatedTexts> updated(List<Text> now) {
    List<Text> added = new ArrayList<>();
    Set<String> kept = new HashSet<>();
    for (Text text : now) {
      Member before = at(text.path());
      if (before != null && before.text().equals(text)) {
        kept.add(text.path());
      } else {
        added.add(text);
      }
    }
    return updated(
        added,
        newest.all().stream().filter(member -> !kept.contains(member.text().path())).toList());
  }

  /**
   * The same with other versions of a few texts, as {@link #updated(List)} gives it.
   *
   * @param others versions of texts that are among these
   */
  public Optional<RelatedTexts> reworded(List<Text> others) {
    if (others.stream().anyMatch(text -> at(text.path()) == null)) {
      return Optional.empty();
    }
    List<Text> added =
        others.stream().filter(text -> !at(text.path()).text().equals(text)).toList();
    return updated(added, added.stream().map(text -> at(text.path())).toList());
  }

  private Optional<RelatedTexts> updated(List<Text> added, List<Member> removed) {
    if (added.size() + removed.size() > MOST_CHANGES
        || !added.stream()
            .allMatch(text -> languages.containsKey(Stemming.primary(text.language())))) {
      return Optional.empty();
    }
    if (added.isEmpty() && removed.isEmpty()) {
      return Optional.of(this);
    }
    return Optional.of(changed(added, removed));
  }

  private RelatedTexts changed(List<Text> added, List<Member> removed) {
    Map<String, Likeness> updated = new HashMap<>();
    Set<Member> changed = new HashSet<>();
    List<Member> fresh = new ArrayList<>();
    languages.forEach(
        (language, likeness) -> {
          List<Text> more =
              added.stream()
                  .filter(it -> Stemming.primary(it.language()).equals(language))
                  .toList();
          List<Member> fewer =
              removed.stream().filter(it -> it.language().equals(language)).toList();
          if (more.isEmpty() && fewer.isEmpty()) {
            updated.put(language, likeness);
          } else {
            Likeness other = likeness.with(more, fewer);
            updated.put(language, other);
            for (Member member :
                other.members().subList(likeness.members().size(), other.members().size())) {
              fresh.add(member);
              changed.add(member);
              for (Scored scored : other.alike(member)) {
                changed.add(scored.member());
              }
            }
          }
        });
    return new RelatedTexts(this, updated, removed, fresh, changed);
  }

  private Member[] chosen(Member member) {
    String path = member.text().path();
    Member[] before = lists.getOrDefault(path, new Member[0]);
    return moved.isEmpty() || !changed.contains(member) && !touches(member, before)
        ? before
        : made.computeIfAbsent(path, key -> list(member).chosen());
  }

  /** Whether a list names a text that moved, or might. */
  private boolean touches(Member member, Member[] list) {
    for (Member other : list) {
      if (moved.contains(other.text().path())) {
        return true;
      }
    }
    return member.text().pins().stream().anyMatch(moved::contains);
  }

  /** The paths of the texts related to one, best first. */
  public List<String> of(String path) {
    Member self = at(path);
    return self == null
        ? List.of()
        : Arrays.stream(chosen(self)).map(member -> member.text().path()).toList();
  }

  /** Why the list of a text is as it is. */
  public Optional<Explanation> explain(String path) {
    Member self = at(path);
    if (self == null) {
      return Optional.empty();
    }
    Choice choice = list(self);
    return Optional.of(
        new Explanation(
            self.text(),
            choice.links.stream().map(scored -> link(self, scored)).toList(),
            choice.misses.stream()
                .sorted(Comparator.comparing(Scored::score).reversed())
                .limit(MISSES)
                .map(miss -> link(self, choice.whole(miss)))
                .toList()));
  }

  private Link link(Member self, Scored scored) {
    Likeness likeness = languages.get(self.language());
    return new Link(
        scored.member().text(),
        scored.reason(),
        Optional.ofNullable(scored.of()).map(Member::text),
        scored.score(),
        scored.words(),
        scored.topics(),
        likeness.hasTopics(),
        scored.recency(),
        scored.section(),
        scored.own(),
        self.language().equals(scored.member().language())
            ? likeness.terms(self, scored.member())
            : List.of());
  }

  /** A list in the making. */
  private final class Choice {
    private final List<Scored> links = new ArrayList<>();
    private final List<Scored> misses = new ArrayList<>();
    private final Set<Member> taken = new HashSet<>();

    boolean isFull() {
      return links.size() == options.count();
    }

    void add(Scored link) {
      taken.add(link.member());
      links.add(link);
    }

    /** The place of the link that a text is a version of, or -1. */
    int slotOf(Member other) {
      for (int slot = 0; slot < links.size(); slot++) {
        Member holder = links.get(slot).member();
        // When there is no place left, only a newer version of what has one is of interest.
        if (!(isFull() && holder.isNewerThan(other)) && holder.isVersionOf(other, 1)) {
          return slot;
        }
      }
      return -1;
    }

    /** The place of the first link that is a version of a text, or -1. */
    int versionOf(Member member) {
      return IntStream.range(0, links.size())
          .filter(slot -> links.get(slot).member().isVersionOf(member, 1))
          .findFirst()
          .orElse(-1);
    }

    /** Lets the newer of two versions have the place, which an editor's choice keeps. */
    void replace(int slot, Scored candidate) {
      Scored holder = links.get(slot);
      taken.add(candidate.member());
      if (candidate.member().isNewerThan(holder.member())
          && holder.reason() != Reason.PIN
          && !hasVersionBeside(slot, candidate.member())) {
        links.set(slot, candidate);
        misses.add(holder.because(Reason.NEAR_COPY, candidate.member()));
      } else {
        misses.add(candidate.because(Reason.NEAR_COPY, holder.member()));
      }
    }

    /** Whether a text is a version of a link in another place, though the links are none. */
    private boolean hasVersionBeside(int slot, Member member) {
      return IntStream.range(0, links.size())
          .anyMatch(i -> i != slot && links.get(i).member().isVersionOf(member, 1));
    }

    /** Older versions that come when a list is full are not told from others while it is made. */
    Scored whole(Scored miss) {
      int slot = miss.reason() == Reason.SCORE ? versionOf(miss.member()) : -1;
      return slot < 0 ? miss : miss.because(Reason.NEAR_COPY, links.get(slot).member());
    }

    Member[] chosen() {
      return links.stream().map(Scored::member).toArray(Member[]::new);
    }
  }

  private Choice list(Member self) {
    Choice choice = new Choice();
    if (options.count() == 0) {
      return choice;
    }
    choice.taken.add(self);
    for (String pin : self.text().pins()) {
      Member other = at(pin);
      if (other != null && !choice.isFull() && !choice.taken.contains(other)) {
        choice.add(Scored.unscored(other, Reason.PIN));
      }
    }
    alike(self, choice);
    fill(self, choice);
    return choice;
  }

  private void alike(Member self, Choice choice) {
    // Of all versions of the text itself, only the newest is worth a link.
    int versionSlot = choice.versionOf(self);
    Scored[] candidates = languages.get(self.language()).alike(self);
    for (int rank = 0; rank < candidates.length && (rank < LIKEST || !choice.isFull()); rank++) {
      Scored candidate = candidates[rank];
      Member other = candidate.member();
      if (choice.taken.contains(other)) {
        continue;
      }
      if (self.text().excluded().contains(other.text().path())) {
        choice.misses.add(candidate.because(Reason.EXCLUDED, null));
        continue;
      }
      boolean version = self.isVersionOf(other, candidate.words());
      if (version && self.isNewerThan(other)) {
        choice.misses.add(candidate.because(Reason.OLDER_VERSION, self));
        continue;
      }
      int slot = version && versionSlot >= 0 ? versionSlot : choice.slotOf(other);
      if (slot >= 0) {
        choice.replace(slot, candidate);
      } else if (!choice.isFull()) {
        slot = choice.links.size();
        choice.add(candidate);
      } else {
        choice.misses.add(candidate.because(Reason.SCORE, null));
      }
      if (version) {
        versionSlot = slot;
      }
    }
  }

  /** Fills up with the newest of the section, then with the newest, in the text's language. */
  private void fill(Member self, Choice choice) {
    fill(self, newest.inSectionOf(self), Reason.SECTION, choice);
    fill(self, newest.inLanguage(self.language()), Reason.NEWEST, choice);
    if (choice.links.stream().noneMatch(link -> link.member().language().equals(self.language()))) {
      // Nothing else in its language: better something than nothing.
      fill(self, newest.all(), Reason.NEWEST, choice);
    }
  }

  private static void fill(Member self, List<Member> newest, Reason reason, Choice choice) {
    int end = Math.min(newest.size(), MOST_FILLERS);
    for (int i = 0; i < end && !choice.isFull(); i++) {
      Member other = newest.get(i);
      if (!choice.taken.contains(other)
          && !self.text().excluded().contains(other.text().path())
          && !self.isVersionOf(other, 1)
          && choice.slotOf(other) < 0) {
        choice.add(Scored.unscored(other, reason));
      }
    }
  }
}
