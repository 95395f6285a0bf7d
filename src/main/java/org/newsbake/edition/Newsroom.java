package org.newsbake.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.Details;
import org.newsbake.article.EntryPlaces;
import org.newsbake.article.HeaderPlace;
import org.newsbake.article.SourceFile;

/**
 * Who and what a newsroom knows: its sections, authors and sources, and what its editors want on
 * the front page, from {@code sections.yaml}, {@code authors.yaml}, {@code sources.yaml} and {@code
 * front.yaml} of the data folder.
 *
 * <p>A file of such a name in which no entry says what an entry of a newsroom says, its {@code
 * name} above all, is the site's own affair, and nothing is checked against it; but in a newsroom,
 * sections and sources always are what the names of their files say. Immutable and thread-safe.
 */
public final class Newsroom {

  /** What a source wants of copies of its stories. */
  public enum Canonical {
    /** The copy is a page of its own right. */
    SELF,
    /** Search engines are sent to the story at its source. */
    ORIGINAL,
    /** Search engines are told not to list the copy. */
    NOINDEX
  }

  /** What a source lets feeds carry of its stories. */
  public enum FeedContract {
    FULL,
    SUMMARY,
    NONE
  }

  /** What a source's articles may bring into a page. */
  public enum Trust {
    /** All the markup that they write. */
    FULL,
    /** Text and the markup that text needs. */
    TEXT
  }

  /** What words for editors in a source's texts and pictures are. */
  public enum WireWords {
    WARNING,
    ERROR
  }

  /**
   * The picture of an entry.
   *
   * @param file the data file
   * @param src what it says: a path from the site's root on
   */
  public record Portrait(SourceFile file, Entity entity, String src) {}

  /** What nobody writes but for a newsroom: a file with one of these below an entry is meant so. */
  private static final Map<String, List<String>> TELLING =
      Map.of(
          "sections", List.of("name", "names"),
          "authors", List.of("name", "names"),
          "sources",
              List.of(
                  "name",
                  "names",
                  "notice",
                  "notices",
                  "canonical",
                  "feed",
                  "trust",
                  "wire_words"));

  /**
   * The entries of one data file, by key and by name.
   *
   * @param given whether nothing else has a name
   * @param broken whether the file is no map, so that nobody knows what it was to say
   */
  private record Register(
      Optional<DataFile> file,
      boolean given,
      boolean broken,
      Map<String, Entity> byKey,
      Map<String, Entity> byName) {}

  private final boolean newsroom;
  private final Register sections;
  private final Register authors;
  private final Register sources;

  /** The contracts with sources, by their keys; none on a plain JBake site. */
  private final Map<String, SourceContract> contracts = new LinkedHashMap<>();

  private final Set<String> territory;
  private final Optional<DataFile> front;
  private final List<Portrait> portraits = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  /** The sources whose entries have errors. */
  private final Set<String> faulty = new HashSet<>();

  /** What data files say on a plain JBake site whose templates use no keys of them. */
  public Newsroom(List<DataFile> data) {
    this(data, false, key -> false);
  }

  /**
   * @param newsroom whether the site is a newsroom, where sections and sources always are what
   *     their files' names say
   * @param ownKeys whether the site's templates use a key, which then is the site's own
   */
  public Newsroom(List<DataFile> data, boolean newsroom, Predicate<String> ownKeys) {
    this(data, newsroom, ownKeys, Set.of());
  }

  /**
   * @param newsroom whether the site is a newsroom, where sections and sources always are what
   *     their files' names say
   * @param ownKeys whether the site's templates use a key, which then is the site's own
   * @param territory the countries that the site is shown in; none where it does not say
   */
  public Newsroom(
      List<DataFile> data, boolean newsroom, Predicate<String> ownKeys, Set<String> territory) {
    this.newsroom = newsroom;
    this.territory = Set.copyOf(territory);
    DataKeys keys = new DataKeys(ownKeys);
    sections = register(file(data, "sections"), "sections", keys);
    authors = register(file(data, "authors"), "authors", keys);
    sources = register(file(data, "sources"), "sources", keys);
    front = file(data, "front");
    if (newsroom) {
      sources.byKey.forEach((key, source) -> contracts.put(key, SourceContract.of(source)));
    }
    portraits(sections);
    portraits(authors);
    portraits(sources);
    check(keys);
  }

  private void check(DataKeys keys) {
    for (String key : sections.byKey.keySet()) {
      problems.addAll(keys.ofEntry(sections.file.orElseThrow(), "sections", key));
    }
    for (String key : authors.byKey.keySet()) {
      problems.addAll(keys.ofEntry(authors.file.orElseThrow(), "authors", key));
    }
    if (newsroom && front.isPresent()) {
      problems.addAll(keys.ofFront(front.get()));
    }
    for (Entity source : sources.byKey.values()) {
      DataFile file = sources.file.orElseThrow();
      EntryPlaces places = keys.places(file);
      List<Problem> wrong =
          new ArrayList<>(
              keys.ofSource(file, source.key(), newsroom ? Severity.ERROR : Severity.WARNING));
      choice(places, source, "canonical", Canonical.class).ifPresent(wrong::add);
      choice(places, source, "feed", FeedContract.class).ifPresent(wrong::add);
      choice(places, source, "trust", Trust.class).ifPresent(wrong::add);
      choice(places, source, "wire_words", WireWords.class).ifPresent(wrong::add);
      if (wrong.stream().anyMatch(Problem::isError)) {
        faulty.add(source.key());
      }
      problems.addAll(wrong);
    }
  }

  private static Optional<DataFile> file(List<DataFile> data, String name) {
    return data.stream()
        .filter(
            file ->
                file.source().path().equals(name + ".yaml")
                    || file.source().path().equals(name + ".yml"))
        .findFirst();
  }

  private Register register(Optional<DataFile> written, String name, DataKeys keys) {
    Map<String, Entity> byKey = new LinkedHashMap<>();
    Map<String, Entity> byName = new LinkedHashMap<>();
    boolean always = newsroom && !name.equals("authors");
    Optional<DataFile> file = written.filter(it -> always || isRegister(it, TELLING.get(name)));
    boolean broken =
        file.filter(it -> it.keys().equals(List.of("data")))
            .filter(it -> it.fields().get("data") instanceof List)
            .isPresent();
    if (broken) {
      problems.add(DataKeys.list(file.get(), name, Severity.ERROR));
    } else if (file.isPresent()) {
      for (String key : file.get().keys()) {
        Entity entity = entity(file.get(), name, key, keys);
        byKey.put(entity.key(), entity);
        byName.putIfAbsent(entity.name().toLowerCase(Locale.ROOT), entity);
      }
    }
    // In a newsroom a source without an entry is unknown, also where there is no file of sources.
    boolean none = newsroom && name.equals("sources") && !broken;
    return new Register(file, none || !byKey.isEmpty(), broken, byKey, byName);
  }

  private void portraits(Register register) {
    for (Entity entity : register.byKey.values()) {
      entity
          .picture()
          .ifPresent(
              src ->
                  portraits.add(new Portrait(register.file.orElseThrow().source(), entity, src)));
    }
  }

  private static boolean isRegister(DataFile file, List<String> telling) {
    return file.fields().values().stream()
        .anyMatch(
            entry -> entry instanceof Map<?, ?> map && telling.stream().anyMatch(map::containsKey));
  }

  /** An entry; one without a name is an error, and goes by its key so that no other follows. */
  private Entity entity(DataFile file, String register, String key, DataKeys keys) {
    Map<String, Object> fields = Entity.fields(file.fields().get(key));
    Optional<Problem> wrong = keys.withoutName(file, register, key);
    if (wrong.isPresent()) {
      problems.add(wrong.get());
      if (register.equals("sources")) {
        faulty.add(key);
      }
      return new Entity(key, key, fields);
    }
    return new Entity(key, fields.get("name").toString().strip(), fields);
  }

  private static Optional<Entity> find(Register register, String written) {
    Entity entity = register.byKey.get(written);
    return Optional.ofNullable(
        entity == null ? register.byName.get(written.toLowerCase(Locale.ROOT)) : entity);
  }

  /** The section of a key or name; where the site names none, any name is one. */
  public Optional<Entity> section(String written) {
    return found(sections, written);
  }

  /** The author of a key or name; where the site names none, any name is one. */
  public Optional<Entity> author(String written) {
    return found(authors, written);
  }

  /** The source of a key or name; on a plain JBake site that names none, any name is one. */
  public Optional<Entity> source(String written) {
    return found(sources, written);
  }

  private static Optional<Entity> found(Register register, String written) {
    return register.given
        ? find(register, written)
        : Optional.of(new Entity(written, written, Map.of()));
  }

  /** The sections that the site names, in its order. */
  public Collection<Entity> sections() {
    return sections.byKey.values();
  }

  /** The authors that the site names, in its order. */
  public Collection<Entity> authors() {
    return authors.byKey.values();
  }

  /** The sources that the site names, in its order. */
  public Collection<Entity> sources() {
    return sources.byKey.values();
  }

  /** What a source wants of copies: its pages are the site's own unless it says otherwise. */
  static Canonical canonical(Entity source) {
    return policy(source, "canonical", Canonical.class).orElse(Canonical.SELF);
  }

  /**
   * What a source lets feeds carry: all of a story, unless {@code feed} or {@code contract.feeds}
   * says less.
   */
  public static FeedContract feedContract(Entity source) {
    FeedContract feed = policy(source, "feed", FeedContract.class).orElse(FeedContract.FULL);
    FeedContract feeds = SourceContract.of(source).feeds().orElse(FeedContract.FULL);
    return feed.compareTo(feeds) > 0 ? feed : feeds;
  }

  /** Whether words for editors in a source's texts and pictures are errors. */
  public static boolean isStrict(Entity source) {
    return policy(source, "wire_words", WireWords.class).orElse(WireWords.WARNING)
        == WireWords.ERROR;
  }

  /** What a source's articles may bring: text alone, unless it says otherwise. */
  static Trust trust(Entity source) {
    return policy(source, "trust", Trust.class).orElse(Trust.TEXT);
  }

  private static <E extends Enum<E>> Optional<E> policy(Entity source, String key, Class<E> type) {
    return source
        .text(key)
        .flatMap(
            written ->
                java.util.Arrays.stream(type.getEnumConstants())
                    .filter(constant -> constant.name().equalsIgnoreCase(written))
                    .findFirst());
  }

  private static <E extends Enum<E>> Optional<Problem> choice(
      EntryPlaces places, Entity source, String key, Class<E> type) {
    Optional<String> written = source.text(key);
    if (written.isEmpty() || policy(source, key, type).isPresent()) {
      return Optional.empty();
    }
    List<String> names =
        java.util.Arrays.stream(type.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT))
            .toList();
    return Optional.of(
        places
            .of(source.key(), key)
            .problem(
                Severity.ERROR,
                "policy-unknown",
                "the " + key + " of " + source.key() + " is \"" + written.get() + "\".",
                Choices.advice(written.get(), names)));
  }

  /** The pictures that entries name, in their order. */
  public List<Portrait> portraits() {
    return List.copyOf(portraits);
  }

  /** What is wrong with the data files. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** What is wrong with an article's header as far as the newsroom knows. */
  public List<Problem> problems(Article article) {
    List<Problem> wrong = new ArrayList<>();
    Details details = article.details();
    details
        .source()
        .filter(source -> isUnknown(sources, source))
        // Without its source a story would appear without its notice.
        .ifPresent(it -> wrong.add(unknown(article, "source", it, sources, Severity.ERROR)));
    details
        .section()
        .filter(section -> isUnknown(sections, section))
        .ifPresent(it -> wrong.add(unknown(article, "section", it, sections, Severity.WARNING)));
    if (details.source().isEmpty()) {
      // The people of an agency are nobody's in the newsroom.
      details.authors().stream()
          .filter(author -> isUnknown(authors, author))
          .forEach(it -> wrong.add(unknown(article, "author", it, authors, Severity.WARNING)));
    }
    details
        .source()
        .flatMap(this::source)
        .flatMap(it -> Notice.untrue(article, it))
        .ifPresent(wrong::add);
    boolean faulty = details.source().filter(this::isFaulty).isPresent();
    if (!faulty && !article.status().equals(Article.DRAFT) && details.killed().isEmpty()) {
      breach(article).ifPresent(wrong::add);
      details
          .source()
          .flatMap(this::source)
          .flatMap(it -> contract(it).doubt(article, it))
          .ifPresent(wrong::add);
    }
    details
        .source()
        .flatMap(this::source)
        .filter(it -> canonical(it) == Canonical.ORIGINAL)
        .filter(it -> details.sourceUrl().isEmpty())
        .ifPresent(it -> wrong.add(withoutOriginal(article, it)));
    return wrong;
  }

  /**
   * Whether a story is held back for what it says of its source: nobody knows what the contract
   * with an unknown source asks for, nor in a newsroom what one asks for that cannot be followed;
   * nor may an edited story say that it was not edited, nor any break a clause of its contract.
   */
  public boolean isHeldBack(Article article) {
    Optional<String> source = article.details().source();
    return source.filter(it -> isUnknown(sources, it) || newsroom && isFaulty(it)).isPresent()
        || source.flatMap(this::source).flatMap(it -> Notice.untrue(article, it)).isPresent()
        || breach(article).isPresent();
  }

  private Optional<Problem> breach(Article article) {
    return article
        .details()
        .source()
        .flatMap(this::source)
        .flatMap(it -> contract(it).breach(article, it, territory));
  }

  private SourceContract contract(Entity source) {
    return contracts.getOrDefault(source.key(), SourceContract.NONE);
  }

  /**
   * The article with the instants at which its contract takes it, or its pictures, off the site.
   */
  public Article bound(Article article) {
    Optional<String> source = article.details().source();
    return contracts.isEmpty() || source.isEmpty()
        ? article
        : source(source.get()).map(it -> contract(it).bound(article)).orElse(article);
  }

  /** Whether archives and search engines may keep copies of the stories of a source. */
  boolean isArchived(Entity source) {
    return contract(source).archive();
  }

  private boolean isFaulty(String written) {
    return sources.broken
        || find(sources, written).filter(it -> faulty.contains(it.key())).isPresent();
  }

  private static Problem withoutOriginal(Article article, Entity source) {
    return HeaderPlace.of(article.source(), "source", article.details().source().orElseThrow())
        .problem(
            Severity.WARNING,
            "source-url-missing",
            source.name()
                + " wants search engines sent to the original, and the article has no source_url"
                + " that is an address.",
            "Write source_url: with the address of the original.");
  }

  private static boolean isUnknown(Register register, String written) {
    return register.given && find(register, written).isEmpty();
  }

  private static Problem unknown(
      Article article, String key, String written, Register register, Severity severity) {
    return HeaderPlace.of(article.source(), key, written)
        .problem(
            severity,
            key + "-unknown",
            "data/" + key + "s.yaml has no " + key + " \"" + written + "\".",
            register.byKey.isEmpty()
                ? "Write an entry with this key into data/" + key + "s.yaml, and name: below it."
                : Choices.advice(written, register.byKey.keySet()));
  }

  /** What the editors want on the front page. */
  public Map<String, Object> front() {
    return front.map(DataFile::fields).orElse(Map.of());
  }

  /** The file of the front page's wishes. */
  Optional<DataFile> frontFile() {
    return front;
  }
}
