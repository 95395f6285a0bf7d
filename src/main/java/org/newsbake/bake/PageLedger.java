package org.newsbake.bake;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.newsbake.article.DataFile;
import org.newsbake.article.SourceFile;
import org.newsbake.cache.CacheFile;
import org.newsbake.cache.DamagedException;
import org.newsbake.cache.Decoder;
import org.newsbake.cache.Encoder;
import org.newsbake.cache.FileStamp;
import org.newsbake.cache.Fingerprint;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Group;
import org.newsbake.edition.Page;
import org.newsbake.edition.Stories;
import org.newsbake.edition.StoryFingerprints;
import org.newsbake.render.Facets;
import org.newsbake.render.Facets.Aspect;
import org.newsbake.render.Facets.Facet;
import org.newsbake.render.Vocabulary;

/**
 * What each page of a site was made of, so that a page is only made again when something that it
 * read is another. Of each facet that a page read stands a fingerprint; a page whose facets all
 * have the fingerprints that they had has the bytes that it had.
 *
 * <p>Thread-safe.
 */
final class PageLedger {

  /** The record of the output folder that holds it. */
  static final String RECORD = "pages.ledger";

  private static final Aspect[] ASPECTS = Aspect.values();

  /** The fingerprint of what is not there. */
  private static final long NOTHING = 0;

  private final Map<Path, FileStamp> stamps;
  private final Clock clock;
  private final Plan plan;
  private final Stories stories;
  private final Press press;
  private final Function<Entry, List<Entry>> related;
  private final StoryFingerprints fingerprints;
  private final Facets facets;
  private final String key;
  private final List<Entry> subjects;
  private final Map<String, Integer> subjectByPath = new HashMap<>();

  /** The fingerprints of each aspect of each subject. */
  private final long[][] aspects = new long[ASPECTS.length][];

  private final Map<Integer, Long> others = new ConcurrentHashMap<>();
  private final Once<Long> wholeText;
  private final Once<Vocabulary> namesOfAll;
  private final Map<String, Sheet> last = new HashMap<>();
  private final Map<String, Sheet> now = new ConcurrentHashMap<>();
  private String reason = "no cache yet";

  /** The facets of the last ledger that are others now, by its numbers. */
  private final BitSet changed = new BitSet();

  /** The numbers that the facets of the last ledger have now. */
  private int[] renumbered = new int[0];

  /** Whether all that is unchanged has the number that it had. */
  private boolean same;

  /**
   * What is known of a page.
   *
   * @param kind tells what kind of page it is
   * @param reads the facets that all pages may read, by number
   * @param own the facets that only such pages have
   * @param sum the fingerprint of these, or of all that makes a file that no template makes
   */
  private record Sheet(long kind, Numbers reads, BitSet own, long sum, SipHash.Digest digest) {}

  /**
   * @param stamps the stamps of the files of the project, taken before any of them was read
   * @param clock tells which files may change without another stamp
   */
  PageLedger(
      Plan plan,
      Stories stories,
      Press press,
      Function<Entry, List<Entry>> related,
      ArticleCache cache,
      Map<Path, FileStamp> stamps,
      Clock clock,
      Parallel parallel) {
    this.stamps = stamps;
    this.clock = clock;
    this.plan = plan;
    this.stories = stories;
    this.press = press;
    this.related = related;
    subjects = plan.edition().entries();
    facets = new Facets(subjects.size());
    long site = plan.project().fingerprint();
    key = Long.toHexString(site);
    fingerprints = new StoryFingerprints(stories, cache::facts, site);
    for (int i = 0; i < subjects.size(); i++) {
      subjectByPath.put(path(subjects.get(i)), i);
    }
    aspects[Aspect.CARD.ordinal()] = new long[subjects.size()];
    aspects[Aspect.TEXT.ordinal()] = new long[subjects.size()];
    parallel.each(
        subjects.size(),
        index -> {
          StoryFingerprints.Prints prints = fingerprints.of(subjects.get(index));
          aspects[Aspect.CARD.ordinal()][index] = prints.card();
          aspects[Aspect.TEXT.ordinal()][index] = prints.text();
        });
    namesOfAll = new Once<>(() -> press.vocabulary(""));
    wholeText = new Once<>(() -> sum(aspects[Aspect.TEXT.ordinal()]));
  }

  private static String path(Entry entry) {
    return entry.article().source().path();
  }

  private static long sum(long[] numbers) {
    long sum = numbers.length;
    for (long number : numbers) {
      sum = Fingerprint.with(sum, number);
    }
    return sum;
  }

  /** Numbers what the pages of this build read. */
  Facets facets() {
    return facets;
  }

  // The fingerprints of facets as they are now.

  private long fingerprint(Facet facet) {
    if (facet instanceof Facet.OfSubject of) {
      return aspect(of.aspect())[of.subject()];
    }
    return others.computeIfAbsent(facets.number(facet), number -> of(facet));
  }

  private synchronized long[] aspect(Aspect aspect) {
    long[] known = aspects[aspect.ordinal()];
    if (known == null) {
      known = new long[subjects.size()];
      for (int i = 0; i < known.length; i++) {
        known[i] =
            aspect == Aspect.RELATED ? related(subjects.get(i)) : neighbours(subjects.get(i));
      }
      aspects[aspect.ordinal()] = known;
    }
    return known;
  }

  private long related(Entry entry) {
    long sum = 1;
    for (Entry other : related.apply(entry)) {
      sum = Fingerprint.with(sum, Fingerprint.of(path(other)));
    }
    return sum;
  }

  private long neighbours(Entry entry) {
    return plan.site().pages().get(entry.path()) instanceof Page.ArticlePage page
        ? Fingerprint.with(neighbour(page.previous()), neighbour(page.next()))
        : NOTHING;
  }

  /** What a page shows of the story before or behind it. */
  private long neighbour(Optional<Entry> entry) {
    if (entry.isEmpty()) {
      return NOTHING;
    }
    long uri = Fingerprint.of(entry.get().uri());
    Optional<String> title = entry.get().article().title();
    return Fingerprint.with(
        uri,
        title.isPresent()
            ? Fingerprint.of(title.get())
            : aspects[Aspect.TEXT.ordinal()][subjectByPath.get(path(entry.get()))]);
  }

  private long of(Facet facet) {
    if (facet instanceof Facet.Value value) {
      return value.own()
          ? NOTHING
          : valued(Facets.value(namesOfAll.get(), value.steps()), value.steps());
    }
    if (facet instanceof Facet.OfTemplate template) {
      return Fingerprint.of(press.renderer().template(template.name()));
    }
    if (facet instanceof Facet.Include include) {
      return press
          .renderer()
          .include(include.template(), press.vocabulary(include.rootPath()))
          .map(Fingerprint::of)
          .orElseGet(StoryFingerprints::unique);
    }
    if (facet instanceof Facet.OfService service) {
      long data = data();
      return service.name().equals("data") ? data : Fingerprint.with(data, wholeText.get());
    }
    return StoryFingerprints.unique();
  }

  private long data() {
    long sum = fingerprints.absentNames();
    for (DataFile file : plan.edition().data()) {
      sum = Fingerprint.with(sum, Fingerprint.of(file.source().path()));
      sum = Fingerprint.with(sum, Fingerprint.of(file.sha1()));
    }
    return sum;
  }

  private static long valued(Optional<Object> found, List<Object> steps) {
    if (found.isEmpty()) {
      return NOTHING;
    }
    Object value = found.get();
    if (value instanceof Vocabulary.Traced traced) {
      return Fingerprint.with(1, Fingerprint.of(traced.name()));
    }
    if (value instanceof Vocabulary.Subject subject) {
      return Fingerprint.with(1, Fingerprint.of(subject.name()));
    }
    boolean whole = steps.get(steps.size() - 1) == Facets.Whole.CONTENTS;
    if (value instanceof Map<?, ?>) {
      return whole ? contents(value) : 2;
    }
    if (value instanceof List<?> || value instanceof Object[]) {
      return whole ? contents(value) : 3;
    }
    return Fingerprint.with(4, Fingerprint.ofValue(value));
  }

  /** All that is in a value; of the stories in it, which they are. */
  private static long contents(Object value) {
    if (value instanceof Vocabulary.Traced traced) {
      return Fingerprint.of(traced.name());
    }
    if (value instanceof Vocabulary.Subjects named && value instanceof List<?> list) {
      long sum = 5;
      for (int i = 0; i < list.size(); i++) {
        sum = Fingerprint.with(sum, Fingerprint.of(named.name(i)));
      }
      return sum;
    }
    if (value instanceof Map<?, ?> map) {
      long sum = 6;
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        sum = Fingerprint.with(sum, Fingerprint.ofValue(entry.getKey()));
        sum = Fingerprint.with(sum, contents(entry.getValue()));
      }
      return sum;
    }
    if (value instanceof List<?> list) {
      long sum = 7;
      for (Object element : list) {
        sum = Fingerprint.with(sum, contents(element));
      }
      return sum;
    }
    return Fingerprint.ofValue(value);
  }

  /** What a page has for the names that only such pages have. */
  private long own(Page page, BitSet own) {
    if (page instanceof Page.ArticlePage || own.isEmpty()) {
      // Its story is the only one.
      return NOTHING;
    }
    Vocabulary names = press.vocabulary((Page.Rendered) page);
    long sum = 1;
    for (int number = own.nextSetBit(0); number >= 0; number = own.nextSetBit(number + 1)) {
      List<Object> steps = ((Facet.Value) facets.facet(number)).steps();
      // Numbers are given by chance: the sum must not depend on their order.
      sum +=
          Fingerprint.with(
              Fingerprint.ofValue(names(steps)), valued(Facets.value(names, steps), steps));
    }
    return sum;
  }

  private static List<String> names(List<Object> steps) {
    return steps.stream().map(String::valueOf).toList();
  }

  // Files that no template makes.

  /** What a file is made of that no template makes; another number each time if that is unknown. */
  private long machine(Page page) {
    if (page instanceof Page.FeedFile feed) {
      return feed(feed);
    }
    if (page instanceof Page.AssetFile asset) {
      return stamp(asset.source());
    }
    if (page instanceof Page.RenditionFile rendition) {
      return Fingerprint.with(
          stamp(rendition.original()),
          Fingerprint.of(rendition.heights() + " " + rendition.width()));
    }
    return StoryFingerprints.unique();
  }

  /** Of the stamp that was taken before anything was made. */
  private long stamp(SourceFile file) {
    FileStamp stamp = stamps.get(file.file());
    return stamp != null && stamp.isSettled(TimeUnit.MILLISECONDS.toNanos(clock.millis()))
        ? stamp.fingerprint()
        : StoryFingerprints.unique();
  }

  private long feed(Page.FeedFile feed) {
    long sum = Fingerprint.of(feed.format().name());
    if (feed.group().isPresent()) {
      Group group = feed.group().get();
      sum = Fingerprint.with(sum, Fingerprint.of(group.kind() + " " + group.key()));
      sum = Fingerprint.with(sum, Fingerprint.of(group.title()));
      sum = Fingerprint.with(sum, Fingerprint.of(group.uri() + " " + group.folder()));
      sum = Fingerprint.with(sum, Fingerprint.of(group.language()));
      sum = Fingerprint.with(sum, group.entity().map(fingerprints::entity).orElse(NOTHING));
    }
    for (Entry entry : feed.group().map(Group::stories).orElseGet(stories::home)) {
      sum = Fingerprint.with(sum, aspects[Aspect.TEXT.ordinal()][subjectByPath.get(path(entry))]);
    }
    return sum;
  }

  /**
   * A set of numbers as ranges, since those of stories in a list follow each other.
   *
   * @param bounds the first number of each range and the one behind its last
   */
  private record Numbers(int[] bounds) {

    static final Numbers NONE = new Numbers(new int[0]);

    static Numbers of(BitSet numbers) {
      int[] bounds = new int[16];
      int size = 0;
      for (int from = numbers.nextSetBit(0); from >= 0; ) {
        int to = numbers.nextClearBit(from);
        if (size == bounds.length) {
          bounds = Arrays.copyOf(bounds, 2 * size);
        }
        bounds[size++] = from;
        bounds[size++] = to;
        from = numbers.nextSetBit(to);
      }
      return new Numbers(Arrays.copyOf(bounds, size));
    }

    boolean intersects(BitSet others) {
      for (int i = 0; i < bounds.length; i += 2) {
        int next = others.nextSetBit(bounds[i]);
        if (next >= 0 && next < bounds[i + 1]) {
          return true;
        }
      }
      return false;
    }

    void addTo(BitSet numbers) {
      for (int i = 0; i < bounds.length; i += 2) {
        numbers.set(bounds[i], bounds[i + 1]);
      }
    }

    void write(Encoder out) {
      out.number(bounds.length);
      int at = 0;
      for (int bound : bounds) {
        out.number(bound - at);
        at = bound;
      }
    }

    static Numbers read(Decoder in) {
      int[] bounds = new int[in.count()];
      int at = 0;
      for (int i = 0; i < bounds.length; i++) {
        int more = in.small();
        if (more < 0 || i > 0 && more == 0) {
          throw new DamagedException("not a range of numbers");
        }
        at += more;
        bounds[i] = at;
      }
      if (bounds.length % 2 != 0) {
        throw new DamagedException("a range without an end");
      }
      return new Numbers(bounds);
    }
  }

  // What was known.

  /** Takes what a build of this site kept; nothing of it where it is of other settings. */
  void load(Optional<byte[]> record) {
    if (record.isEmpty()) {
      return;
    }
    CacheFile.Content content = CacheFile.opened(key, record.get());
    if (content instanceof CacheFile.Content.None none) {
      reason = none.reason();
      return;
    }
    try {
      load(new Decoder(((CacheFile.Content.Found) content).bytes()));
      reason = "";
    } catch (DamagedException | IllegalArgumentException | ClassCastException e) {
      last.clear();
      reason = "the cache is damaged: " + e.getMessage();
    }
  }

  private void load(Decoder in) {
    int before = in.count();
    int[] subject = new int[before];
    boolean moved = before != subjects.size();
    for (int i = 0; i < before; i++) {
      subject[i] = subjectByPath.getOrDefault(in.text(), -1);
      moved |= subject[i] != i;
    }
    renumbered = new int[ASPECTS.length * before];
    same = !moved;
    for (Aspect aspect : ASPECTS) {
      boolean known = in.flag();
      for (int i = 0; i < before; i++) {
        int number = aspect.ordinal() * before + i;
        long fingerprint = known ? in.fixed() : NOTHING;
        if (subject[i] < 0) {
          changed.set(number);
        } else {
          renumbered[number] = facets.number(aspect, subject[i]);
          if (!known || aspect(aspect)[subject[i]] != fingerprint) {
            changed.set(number);
          }
        }
      }
    }
    for (int rest = in.count(); rest > 0; rest--) {
      int number = in.small();
      Facet facet = facet(in);
      long fingerprint = in.fixed();
      if (number >= renumbered.length) {
        renumbered = Arrays.copyOf(renumbered, Math.max(number + 1, 2 * renumbered.length));
      }
      renumbered[number] = facets.number(facet);
      if (fingerprint(facet) != fingerprint) {
        changed.set(number);
      }
      same &= renumbered[number] == number;
    }
    for (int rest = in.count(); rest > 0; rest--) {
      last.put(
          in.text(),
          new Sheet(
              in.fixed(),
              Numbers.read(in),
              numbers(Numbers.read(in)),
              in.fixed(),
              new SipHash.Digest(in.fixed(), in.fixed())));
    }
  }

  private static Facet facet(Decoder in) {
    int kind = in.small();
    return switch (kind) {
      case 0 -> new Facet.Value(in.flag(), in.all(PageLedger::step));
      case 1 -> new Facet.OfTemplate(in.text());
      case 2 -> new Facet.Include(in.text(), in.text());
      case 3 -> new Facet.OfService(in.text());
      case 4 -> new Facet.Everything(in.text());
      default -> throw new DamagedException("no facet of the kind " + kind);
    };
  }

  private static void write(Encoder out, Facet facet) {
    if (facet instanceof Facet.Value value) {
      out.number(0);
      out.flag(value.own());
      out.all(value.steps(), PageLedger::write);
    } else if (facet instanceof Facet.OfTemplate template) {
      out.number(1);
      out.text(template.name());
    } else if (facet instanceof Facet.Include include) {
      out.number(2);
      out.text(include.template());
      out.text(include.rootPath());
    } else if (facet instanceof Facet.OfService service) {
      out.number(3);
      out.text(service.name());
    } else if (facet instanceof Facet.Everything everything) {
      out.number(4);
      out.text(everything.reason());
    } else {
      throw new IllegalArgumentException("a subject has no entry: " + facet);
    }
  }

  private static Object step(Decoder in) {
    int kind = in.small();
    return switch (kind) {
      case 0 -> in.text();
      case 1 -> in.small();
      case 2 -> Facets.Whole.SIZE;
      case 3 -> Facets.Whole.CONTENTS;
      default -> throw new DamagedException("no step of the kind " + kind);
    };
  }

  private static void write(Encoder out, Object step) {
    if (step instanceof String name) {
      out.number(0);
      out.text(name);
    } else if (step instanceof Integer index) {
      out.number(1);
      out.number(index);
    } else {
      out.number(step == Facets.Whole.SIZE ? 2 : 3);
    }
  }

  // Page by page.

  private static long kind(Page page) {
    String template = page instanceof Page.Rendered rendered ? rendered.template() : "";
    return Fingerprint.of(page.getClass().getSimpleName() + " " + template);
  }

  /** The digest of a page that has the bytes which it had in the last build, as far as is known. */
  Optional<SipHash.Digest> unchanged(Page page) {
    Sheet sheet = last.get(page.path());
    if (sheet == null || sheet.kind() != kind(page) || sheet.reads().intersects(changed)) {
      return Optional.empty();
    }
    boolean same =
        page instanceof Page.Rendered
            ? own(page, renumbered(sheet.own())) == sheet.sum()
            : machine(page) == sheet.sum();
    return same ? Optional.of(sheet.digest()) : Optional.empty();
  }

  private static BitSet numbers(Numbers ranges) {
    BitSet numbers = new BitSet();
    ranges.addTo(numbers);
    return numbers;
  }

  private BitSet renumbered(BitSet numbers) {
    BitSet now = new BitSet();
    for (int number = numbers.nextSetBit(0); number >= 0; number = numbers.nextSetBit(number + 1)) {
      now.set(renumbered[number]);
    }
    return now;
  }

  /** Notes that a page stays as it was. */
  void stays(Page page) {
    Sheet sheet = last.get(page.path());
    now.put(
        page.path(),
        new Sheet(
            sheet.kind(),
            same ? sheet.reads() : Numbers.of(renumbered(numbers(sheet.reads()))),
            renumbered(sheet.own()),
            sheet.sum(),
            sheet.digest()));
  }

  /**
   * Notes what a page was made of.
   *
   * @param reads what its template read, or {@code null} where there is none
   */
  void made(Page page, BitSet reads, SipHash.Digest digest) {
    if (reads == null) {
      long sum = page instanceof Page.Rendered ? NOTHING : machine(page);
      now.put(page.path(), new Sheet(kind(page), Numbers.NONE, new BitSet(), sum, digest));
      return;
    }
    BitSet shared = reads;
    BitSet own = new BitSet();
    int first = ASPECTS.length * subjects.size();
    if (!(page instanceof Page.ArticlePage)) {
      for (int number = reads.nextSetBit(first);
          number >= 0;
          number = reads.nextSetBit(number + 1)) {
        if (facets.facet(number) instanceof Facet.Value value && value.own()) {
          own.set(number);
        }
      }
      shared = (BitSet) reads.clone();
      shared.andNot(own);
    }
    now.put(page.path(), new Sheet(kind(page), Numbers.of(shared), own, own(page, own), digest));
  }

  /** The ledger of this build, for the next one. */
  byte[] record() {
    BitSet used = new BitSet();
    now.values()
        .forEach(
            sheet -> {
              sheet.reads().addTo(used);
              used.or(sheet.own());
            });
    Encoder out = new Encoder();
    out.all(subjects, (to, entry) -> to.text(path(entry)));
    int number = 0;
    for (Aspect aspect : ASPECTS) {
      int next = used.nextSetBit(number);
      number += subjects.size();
      boolean isUsed = next >= 0 && next < number;
      out.flag(isUsed);
      if (isUsed) {
        for (long fingerprint : aspect(aspect)) {
          out.fixed(fingerprint);
        }
      }
    }
    int first = number;
    out.number(used.get(first, Math.max(first, used.length())).cardinality());
    for (number = used.nextSetBit(first); number >= 0; number = used.nextSetBit(number + 1)) {
      Facet facet = facets.facet(number);
      out.number(number);
      write(out, facet);
      out.fixed(fingerprint(facet));
    }
    out.all(
        new TreeMap<>(now).entrySet(),
        (to, page) -> {
          Sheet sheet = page.getValue();
          to.text(page.getKey());
          to.fixed(sheet.kind());
          sheet.reads().write(to);
          Numbers.of(sheet.own()).write(to);
          to.fixed(sheet.sum());
          to.fixed(sheet.digest().first());
          to.fixed(sheet.digest().second());
        });
    return CacheFile.sealed(key, out.bytes());
  }

  /** Why nothing could be used of what the last build kept, or an empty text. */
  String reason() {
    return reason;
  }

  /** Whether pages show the instant of the build, or cannot be compared. */
  boolean changesByItself() {
    for (int number = ASPECTS.length * subjects.size(); number < facets.size(); number++) {
      Facet facet = facets.facet(number);
      if (facet instanceof Facet.Everything
          || facet instanceof Facet.Value value && value.steps().get(0).equals("published_date")) {
        return true;
      }
    }
    return false;
  }

  /** What keeps pages from being compared, each said once. */
  List<String> untraceable() {
    TreeSet<String> reasons = new TreeSet<>();
    for (int number = ASPECTS.length * subjects.size(); number < facets.size(); number++) {
      if (facets.facet(number) instanceof Facet.Everything everything) {
        reasons.add(everything.reason());
      }
    }
    return List.copyOf(reasons);
  }
}
