package org.newsbake.related;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  private final RelatedOptions options;
  private final boolean updatable;
  private final Function<Text, Profile> profiler;
  private final Map<String, Likeness> languages;
  private final Newest newest;
  private final Map<String, Member> byPath;
  private final Map<String, Chosen> lists;

  /** What was found at an earlier time, by path; lists of the same inputs are taken over. */
  private final Map<String, Listed> last;

  /**
   * The list of a text, for those who look for it again.
   *
   * @param paths the paths of its texts, best first
   * @param inputs tells all that it was made of from anything else; 0 where any new text may enter
   *     it
   */
  public record Listed(List<String> paths, long inputs) {
    public Listed {
      paths = List.copyOf(paths);
    }
  }

  /**
   * The list of a text.
   *
   * @param paths the paths of its texts, best first
   * @param closed whether it is full of texts that are alike or pinned: new texts that are not
   *     alike do not enter it
   */
  private record Chosen(List<String> paths, boolean closed) {}

  private RelatedTexts(
      RelatedOptions options,
      boolean updatable,
      Function<Text, Profile> profiler,
      Map<String, Likeness> languages,
      Newest newest,
      Map<String, Member> byPath,
      Map<String, Listed> last) {
    this.options = options;
    this.updatable = updatable;
    this.profiler = profiler;
    this.languages = languages;
    this.newest = newest;
    this.byPath = byPath;
    this.lists = new HashMap<>(byPath.size() * 2);
    this.last = last;
  }

  /** Relates texts to each other. Keeps what {@link #updated} and {@link #explain} need. */
  public static RelatedTexts of(List<Text> texts, RelatedOptions options, Each each) {
    return none(options, true, new Profiles()::of, Map.of()).changed(texts, List.of(), each);
  }

  /**
   * The lists of texts, by their paths: those of {@link #of(List, RelatedOptions, Each)}, in less
   * memory.
   *
   * @param profiler what a text says, as {@link Profiles#of} finds it; where it is known already,
   *     title, summary, body and tags of the text are not looked at
   */
  public static Map<String, List<String>> lists(
      List<Text> texts, Function<Text, Profile> profiler, RelatedOptions options, Each each) {
    Map<String, List<String>> lists = new HashMap<>(texts.size() * 2);
    lists(texts, profiler, Map.of(), options, each)
        .forEach((path, list) -> lists.put(path, list.paths()));
    return lists;
  }

  /**
   * The same lists, some of them taken over.
   *
   * @param last lists that were found at an earlier time, by path
   */
  public static Map<String, Listed> lists(
      List<Text> texts,
      Function<Text, Profile> profiler,
      Map<String, Listed> last,
      RelatedOptions options,
      Each each) {
    RelatedTexts related = none(options, false, profiler, last).changed(texts, List.of(), each);
    Map<String, Listed> lists = new HashMap<>(related.lists.size() * 2);
    related.lists.forEach(
        (path, list) ->
            lists.put(
                path,
                new Listed(
                    list.paths(), list.closed() ? related.inputs(related.byPath.get(path)) : 0)));
    return lists;
  }

  private static RelatedTexts none(
      RelatedOptions options,
      boolean updatable,
      Function<Text, Profile> profiler,
      Map<String, Listed> last) {
    return new RelatedTexts(
        options, updatable, profiler, Map.of(), Newest.of(List.of()), Map.of(), last);
  }

  /** What a closed list of a text is made of; 0 where an editor chose texts for it. */
  private long inputs(Member self) {
    if (!self.text().pins().isEmpty()) {
      return 0;
    }
    long hash = Hash.with(options.count(), languages.get(self.language()).alikePrint(self));
    for (String path : new TreeSet<>(self.text().excluded())) {
      hash = Hash.with(hash, Hash.of(path));
    }
    return hash;
  }

  /**
   * The same for other texts: to the letter what {@link #of(List, RelatedOptions, Each)} finds, in
   * a time that grows with what is other.
   */
  public RelatedTexts updated(List<Text> now, Each each) {
    List<Text> added = new ArrayList<>();
    Set<String> kept = new HashSet<>();
    for (Text text : now) {
      Member before = byPath.get(text.path());
      if (before != null && (before.text() == text || before.text().equals(text))) {
        kept.add(text.path());
      } else {
        added.add(text);
      }
    }
    List<Member> removed =
        newest.all().stream().filter(member -> !kept.contains(member.text().path())).toList();
    return added.isEmpty() && removed.isEmpty() ? this : changed(added, removed, each);
  }

  /**
   * The same with other versions of some texts, as {@link #updated} finds it.
   *
   * @param others versions of texts that are among these
   */
  public RelatedTexts reworded(List<Text> others, Each each) {
    List<Text> added =
        others.stream().filter(text -> !byPath.get(text.path()).text().equals(text)).toList();
    return added.isEmpty()
        ? this
        : changed(added, added.stream().map(text -> byPath.get(text.path())).toList(), each);
  }

  private RelatedTexts changed(List<Text> added, List<Member> removed, Each each) {
    Map<String, List<Text>> more = new TreeMap<>();
    added.stream()
        .sorted(Comparator.comparing(Text::path))
        .forEach(
            text ->
                more.computeIfAbsent(Stemming.primary(text.language()), key -> new ArrayList<>())
                    .add(text));
    Map<String, List<Member>> fewer =
        removed.stream().collect(Collectors.groupingBy(Member::language));
    Map<String, Member> nowByPath = new HashMap<>(byPath);
    removed.forEach(member -> nowByPath.remove(member.text().path()));
    Map<String, Likeness> now = new HashMap<>(languages);
    Set<Member> changed = new HashSet<>();
    List<Member> fresh = new ArrayList<>();
    Stream.concat(more.keySet().stream(), fewer.keySet().stream())
        .distinct()
        .forEach(
            language -> {
              Likeness other =
                  now.getOrDefault(
                          language,
                          Likeness.none(language, options.ownBoost(), updatable, profiler))
                      .with(
                          more.getOrDefault(language, List.of()),
                          fewer.getOrDefault(language, List.of()),
                          each);
              now.put(language, other);
              changed.addAll(other.changed());
              fresh.addAll(other.fresh());
            });
    for (Member member : fresh) {
      if (nowByPath.put(member.text().path(), member) != null) {
        throw new IllegalArgumentException("two texts at " + member.text().path());
      }
    }
    Set<String> moved = new HashSet<>();
    removed.forEach(member -> moved.add(member.text().path()));
    fresh.forEach(member -> moved.add(member.text().path()));
    RelatedTexts related =
        new RelatedTexts(
            options, updatable, profiler, now, newest.with(removed, fresh), nowByPath, last);
    related.makeLists(lists, it -> changed.contains(it) || pins(it, moved), each);
    return related;
  }

  private static boolean pins(Member member, Set<String> moved) {
    return member.text().pins().stream().anyMatch(moved::contains);
  }

  /** Makes the lists that are open or changed; the others are those from before. */
  private void makeLists(Map<String, Chosen> before, Predicate<Member> changed, Each each) {
    if (options.count() == 0) {
      return;
    }
    lists.putAll(before);
    lists.keySet().retainAll(byPath.keySet());
    List<Member> again =
        newest.all().stream()
            .filter(
                member -> {
                  Chosen list = before.get(member.text().path());
                  return list == null || !list.closed() || changed.test(member);
                })
            .toList();
    Chosen[] chosen = new Chosen[again.size()];
    each.run(
        chosen.length,
        i -> chosen[i] = last(again.get(i)).orElseGet(() -> list(again.get(i)).chosen()));
    for (int i = 0; i < chosen.length; i++) {
      lists.put(again.get(i).text().path(), chosen[i]);
    }
  }

  private Optional<Chosen> last(Member self) {
    Listed list = last.get(self.text().path());
    return list == null || list.inputs() == 0 || list.inputs() != inputs(self)
        ? Optional.empty()
        : Optional.of(new Chosen(list.paths(), true));
  }

  /** The paths of the texts related to one, best first. */
  public List<String> of(String path) {
    Chosen list = lists.get(path);
    return list == null ? List.of() : list.paths();
  }

  /** Whether a text is among these. */
  public boolean knows(String path) {
    return byPath.containsKey(path);
  }

  /** Why the list of a text is as it is. */
  public Optional<Explanation> explain(String path) {
    Member self = byPath.get(path);
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

    Chosen chosen() {
      return new Chosen(
          links.stream().map(link -> link.member().text().path()).toList(),
          isFull()
              && links.stream()
                  .allMatch(link -> link.reason() == Reason.ALIKE || link.reason() == Reason.PIN));
    }
  }

  private Choice list(Member self) {
    Choice choice = new Choice();
    if (options.count() == 0) {
      return choice;
    }
    choice.taken.add(self);
    for (String pin : self.text().pins()) {
      Member other = byPath.get(pin);
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
