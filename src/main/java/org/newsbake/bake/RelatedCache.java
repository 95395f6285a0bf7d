package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.newsbake.cache.CacheFile;
import org.newsbake.cache.DamagedException;
import org.newsbake.cache.Decoder;
import org.newsbake.cache.Encoder;
import org.newsbake.cache.Fingerprint;
import org.newsbake.cache.PieceFile;
import org.newsbake.edition.Entry;
import org.newsbake.edition.RelatedStories;
import org.newsbake.edition.Stories;
import org.newsbake.jbake.Project;
import org.newsbake.related.Each;
import org.newsbake.related.Profile;
import org.newsbake.related.Profiles;
import org.newsbake.related.RelatedOptions;
import org.newsbake.related.RelatedTexts;
import org.newsbake.related.Text;

/**
 * The related stories of the last build, and what its stories were found to say. It gives the lists
 * that {@link RelatedStories#lists} finds: those of the last build where nothing changed that they
 * depend on; else they are found again, and only the texts that changed are read for it.
 *
 * <p>What stories say takes much room and is seldom needed. It is in a {@link PieceFile} beside the
 * lists, which is not opened where nothing changed.
 */
final class RelatedCache {

  /** Its name in the cache folder. */
  private static final String FILE = "related";

  /** The names of the files with what stories say. */
  private static final String PIECES = FILE + "-";

  /** So many bytes of pieces that nobody needs are no reason to write all pieces again. */
  private static final long LITTLE = 1 << 20;

  private final Path folder;
  private final RelatedOptions options;
  private final ArticleCache articles;
  private final CacheFile file;
  private final AtomicInteger read = new AtomicInteger();
  private Optional<String> reason = Optional.empty();
  private boolean searched;

  /** What is known of each story, by content path; {@code null} before it is loaded. */
  private Map<String, Kept> kept;

  /** The file with what stories say. */
  private String pieces = "";

  /** Whether what is known is not what the file has. */
  private boolean outdated;

  /**
   * What is known of a story.
   *
   * @param words the fingerprint of what its profile depends on
   * @param facts the fingerprint of what its list depends on beside profiles
   * @param profile where its profile is
   * @param list the content paths of its related stories
   */
  private record Kept(long words, long facts, PieceFile.Place profile, RelatedTexts.Listed list) {}

  /**
   * @param articles tells the texts of stories apart without reading them
   */
  RelatedCache(Project project, ArticleCache articles) {
    this.articles = articles;
    folder = project.cache();
    options = project.shownRelated();
    file = new CacheFile(folder.resolve(FILE), options.toString());
  }

  /** Whether a file of the cache folder has a name that files of such caches have. */
  static boolean isFile(String name) {
    // One with a dot is one that was not written to its end.
    return name.equals(FILE) || name.startsWith(FILE + ".") || isPieces(name);
  }

  private static boolean isPieces(String name) {
    return name.matches(PIECES + "[0-9a-f]{16}");
  }

  /** The related stories of each published story of an edition. */
  Function<Entry, List<Entry>> lists(Stories stories, Each each) {
    if (options.count() == 0) {
      return entry -> List.of();
    }
    if (kept == null) {
      kept = new HashMap<>();
      reason = load();
    }
    new Search(stories, each).run();
    return shown(stories);
  }

  /** The lists of the last build, of the stories that it had. */
  Function<Entry, Optional<List<Entry>>> last(Stories stories) {
    if (kept == null) {
      kept = new HashMap<>();
      reason = load();
    }
    Set<String> known = Set.copyOf(kept.keySet());
    Function<Entry, List<Entry>> lists = shown(stories);
    return entry ->
        known.contains(entry.article().source().path())
            ? Optional.of(lists.apply(entry))
            : Optional.empty();
  }

  private Function<Entry, List<Entry>> shown(Stories stories) {
    Map<String, Kept> found = kept;
    return RelatedStories.shown(
        stories,
        path -> {
          Kept story = found.get(path);
          return story == null ? null : story.list().paths();
        });
  }

  private Optional<String> load() {
    CacheFile.Content content = file.read();
    if (content instanceof CacheFile.Content.None none) {
      return Optional.of(none.reason());
    }
    try {
      Decoder in = new Decoder(((CacheFile.Content.Found) content).bytes());
      String name = in.text();
      if (!isPieces(name)) {
        throw new DamagedException("no name of a file: " + name);
      }
      pieces = name;
      List<String> paths = in.all(Decoder::text);
      for (String path : paths) {
        kept.put(
            path,
            new Kept(
                in.fixed(),
                in.fixed(),
                PieceFile.Place.read(in),
                new RelatedTexts.Listed(in.all(from -> path(paths, from.small())), in.fixed())));
      }
      return Optional.empty();
    } catch (DamagedException e) {
      kept.clear();
      return Optional.of("the cache is damaged: " + e.getMessage());
    }
  }

  private static String path(List<String> paths, int number) {
    if (number < 0 || number >= paths.size()) {
      throw new DamagedException("no number of a story: " + number);
    }
    return paths.get(number);
  }

  /** Keeps what was found for the next time. A failure costs time and nothing else. */
  void save() {
    if (!outdated) {
      return;
    }
    Encoder out = new Encoder();
    out.text(pieces);
    Map<String, Kept> sorted = new TreeMap<>(kept);
    List<String> paths = List.copyOf(sorted.keySet());
    Map<String, Integer> numbers = new HashMap<>(2 * paths.size());
    for (String path : paths) {
      numbers.put(path, numbers.size());
    }
    out.all(paths, Encoder::text);
    for (Kept story : sorted.values()) {
      out.fixed(story.words());
      out.fixed(story.facts());
      story.profile().write(out);
      out.all(story.list().paths(), (to, path) -> to.number(numbers.get(path)));
      out.fixed(story.list().inputs());
    }
    try {
      file.write(out.bytes());
      deleteOthers();
    } catch (IOException e) {
      // The next build finds all lists again; this one is done.
      return;
    }
  }

  /** Deletes the files of pieces that are not needed any more. */
  private void deleteOthers() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (isPieces(name) && !name.equals(pieces)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** What the cache was good for, in a line; nothing where no lists are shown. */
  Optional<String> summary() {
    if (kept == null) {
      return Optional.empty();
    }
    String texts = ", " + read.get() + " of " + kept.size() + " texts were read";
    return Optional.of(
        !searched
            ? "the lists of the last build" + texts
            : reason.map(why -> "all found, " + why).orElseGet(() -> "lists found again" + texts));
  }

  /** Finds the lists of an edition. */
  private final class Search {
    private final Stories stories;
    private final Each each;
    private final List<Entry> entries;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Text[] outlines;
    private final long[] words;
    private final long[] facts;
    private final Profiles profiler = new Profiles();

    /** What texts were found to say, until it is asked for. */
    private final Map<String, Profile> made = new ConcurrentHashMap<>();

    /** Where that is kept. */
    private final Map<String, PieceFile.Place> places = new ConcurrentHashMap<>();

    Search(Stories stories, Each each) {
      this.stories = stories;
      this.each = each;
      entries = RelatedStories.related(stories.edition());
      outlines = new Text[entries.size()];
      words = new long[outlines.length];
      facts = new long[outlines.length];
    }

    void run() {
      int[] reworded = compare();
      boolean sameFacts = hasSameFacts();
      if (!sameFacts || reworded.length > 0) {
        find(sameFacts, reworded);
      }
    }

    /** The stories that say something else than they did. */
    private int[] compare() {
      each.run(
          outlines.length,
          i -> {
            Entry entry = entries.get(i);
            long body = articles.body(entry.article(), stories.words(entry));
            outlines[i] = RelatedStories.outline(stories, entry);
            words[i] = RelatedStories.wordsOf(stories, entry, body);
            facts[i] = facts(outlines[i]);
          });
      return IntStream.range(0, words.length)
          .filter(i -> known(i) == null || known(i).words() != words[i])
          .toArray();
    }

    private boolean hasSameFacts() {
      return kept.size() == facts.length
          && IntStream.range(0, facts.length)
              .allMatch(i -> known(i) != null && known(i).facts() == facts[i]);
    }

    private String path(int story) {
      return outlines[story].path();
    }

    private Kept known(int story) {
      return kept.get(path(story));
    }

    private void find(boolean sameFacts, int[] reworded) {
      for (int i = 0; i < outlines.length; i++) {
        numbers.put(path(i), i);
      }
      List<PieceFile.Place> needed = kept.values().stream().map(Kept::profile).toList();
      try (ProfileFile file = new ProfileFile(folder, pieces, PIECES, needed)) {
        if (sameFacts) {
          each.run(reworded.length, i -> made.put(path(reworded[i]), read(reworded[i], file)));
        }
        // New words may say the same: other marks, common words, a change far down in the text.
        boolean same =
            sameFacts
                && IntStream.of(reworded)
                    .allMatch(i -> places.get(path(i)).isSamePiece(known(i).profile()));
        Map<String, RelatedTexts.Listed> lists =
            same
                ? Map.of()
                : RelatedTexts.lists(
                    List.of(outlines), text -> profile(text, file), lastLists(), options, each);
        Map<String, Kept> next = new HashMap<>(2 * outlines.length);
        for (int i = 0; i < outlines.length; i++) {
          PieceFile.Place place = places.get(path(i));
          next.put(
              path(i),
              new Kept(
                  words[i],
                  facts[i],
                  place == null ? file.keep(known(i).profile()) : place,
                  same ? known(i).list() : lists.get(path(i))));
        }
        searched |= !same;
        kept = next;
        pieces = file.name();
        outdated = file.flush();
      }
    }

    private Map<String, RelatedTexts.Listed> lastLists() {
      Map<String, RelatedTexts.Listed> lists = new HashMap<>(2 * kept.size());
      kept.forEach((path, story) -> lists.put(path, story.list()));
      return lists;
    }

    /** What a text says, from the file or from the text. */
    private Profile profile(Text outline, ProfileFile file) {
      int story = numbers.get(outline.path());
      Profile profile = made.remove(outline.path());
      if (profile != null) {
        return profile;
      }
      Kept known = known(story);
      return Optional.ofNullable(known)
          .filter(it -> it.words() == words[story])
          .flatMap(it -> file.read(it.profile()))
          .orElseGet(() -> read(story, file));
    }

    private Profile read(int story, ProfileFile file) {
      Profile profile = profiler.of(RelatedStories.text(stories, entries.get(story)));
      places.put(path(story), file.add(profile));
      read.incrementAndGet();
      return profile;
    }
  }

  /** What tells a text without its words from others. */
  private static long facts(Text text) {
    long sum = Fingerprint.ofValue(List.of(text.language(), text.section(), text.guid()));
    sum = Fingerprint.with(sum, text.date().getEpochSecond());
    sum = Fingerprint.with(sum, text.date().getNano());
    sum = Fingerprint.with(sum, text.own() ? 1 : 0);
    sum = Fingerprint.with(sum, Fingerprint.ofValue(text.pins()));
    return Fingerprint.with(sum, Fingerprint.ofValue(new TreeSet<>(text.excluded())));
  }
}
