package org.newsbake.edition;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.newsbake.article.Article;
import org.newsbake.article.Body;
import org.newsbake.article.Details;
import org.newsbake.article.Mentions;
import org.newsbake.article.Words;
import org.newsbake.cache.Fingerprint;

/**
 * What tells what pages show of a story at one build from what they show at another: {@link Story}
 * says the same of two stories with equal fingerprints. No text of a story is read for it.
 *
 * <p>Thread-safe.
 */
public final class StoryFingerprints {

  private static final AtomicLong UNIQUE = new AtomicLong(System.nanoTime());

  private final Stories stories;
  private final BiFunction<Article, Words, Optional<Facts>> facts;
  private final long site;
  private final long absentNames;
  private final Map<Entity, Long> entities = new ConcurrentHashMap<>();

  /**
   * @param facts tells articles apart; nothing where one cannot be compared
   * @param site tells the settings of the site apart
   */
  public StoryFingerprints(
      Stories stories, BiFunction<Article, Words, Optional<Facts>> facts, long site) {
    this.stories = stories;
    this.facts = facts;
    Publication publication = stories.publication();
    this.site =
        Fingerprint.with(site, Fingerprint.ofValue(stories.pictures().at(publication.logo())));
    absentNames = stories.absentFiles().fingerprint();
  }

  /**
   * What tells an article from others.
   *
   * @param header tells what its header says
   * @param text tells what its file says
   * @param body tells what it says below its header
   * @param elsewhere {@link #mayNameHost}
   */
  public record Facts(long header, long text, long body, boolean elsewhere) {}

  /**
   * What tells a story at one build from the same at another.
   *
   * @param card what lists show of it
   * @param text all that it says
   */
  public record Prints(long card, long text) {}

  /**
   * Whether a text in HTML may hold an address that {@link Mentions} leave out and that may still
   * name a file of the site.
   */
  public static boolean mayNameHost(String html) {
    return html.contains("://") || html.contains("cite");
  }

  /** All names of files that are not live, which no page may show. */
  public long absentNames() {
    return absentNames;
  }

  /** What tells a story from what it was. */
  public Prints of(Entry entry) {
    Optional<Facts> of = facts.apply(entry.article(), stories.words(entry));
    if (of.isEmpty()) {
      return new Prints(unique(), unique());
    }
    long card = card(entry, of.get());
    return new Prints(card, text(entry, card, of.get()));
  }

  /** That of what is another one each time. */
  public static long unique() {
    return Fingerprint.mixed(UNIQUE.incrementAndGet());
  }

  private long card(Entry entry, Facts of) {
    Article article = entry.article();
    Details details = article.details();
    Story story = stories.of(entry);
    Timeline time = new Timeline(article);
    Instant instant = stories.instant();
    long sum = Fingerprint.with(site, of.header());
    // A story that waits for its date has another status than its file says.
    sum = Fingerprint.with(sum, Fingerprint.of(article.status()));
    sum = Fingerprint.with(sum, Fingerprint.of(entry.uri()));
    sum = Fingerprint.with(sum, Fingerprint.of(entry.path()));
    sum = Fingerprint.with(sum, story.mark().map(Enum::ordinal).orElse(-1));
    sum = Fingerprint.with(sum, time.updated(instant).isPresent() ? 1 : 0);
    sum = Fingerprint.with(sum, time.corrections(instant).size());
    if (details != Details.NONE) {
      sum = Fingerprint.with(sum, section(story));
      for (String written : details.authors()) {
        sum = Fingerprint.with(sum, author(written));
      }
      if (details.source().isPresent()) {
        sum = Fingerprint.with(sum, story.source().map(this::entity).orElse(0L));
        sum = Fingerprint.with(sum, Fingerprint.ofValue(story.sourceUri()));
      }
      if (details.image().isPresent()) {
        String src = details.image().get().src();
        sum = Fingerprint.with(sum, photo(stories.pictures().find(article, src)));
      }
    }
    for (String tag : article.tags()) {
      sum = Fingerprint.with(sum, uri(PageKind.TAG, tag));
    }
    Optional<Entry> newer = stories.edition().newer(entry);
    if (newer.isPresent()) {
      // Its headline may be in its text.
      sum = Fingerprint.with(sum, of(newer.get()).text());
    }
    return stories.absentFiles().isEmpty()
        ? sum
        : Fingerprint.with(
            Fingerprint.with(sum, shown(entry)), stories.absentFiles().goneFingerprint(entry));
  }

  /** What is left of the header's values, where they name what is not live. */
  private long shown(Entry entry) {
    long sum = 0;
    for (Map.Entry<String, Object> field : stories.words(entry).fields().entrySet()) {
      Object value = field.getValue();
      if (value != null) {
        Optional<Object> left = stories.absentFiles().value(entry, value);
        if (left.isEmpty() || left.get() != value) {
          sum = Fingerprint.with(sum, Fingerprint.of(field.getKey()));
          sum = Fingerprint.with(sum, Fingerprint.ofValue(left));
        }
      }
    }
    return sum;
  }

  private long section(Story story) {
    Optional<String> key = story.article().details().section();
    Optional<Entity> section = key.flatMap(stories.newsroom()::section);
    return Fingerprint.with(
        section.map(this::entity).orElse(0L),
        Fingerprint.ofValue(story.section().flatMap(Story.Link::uri)));
  }

  private long author(String written) {
    Optional<Entity> author = stories.newsroom().author(written);
    return Fingerprint.with(
        author.map(this::entity).orElse(0L),
        author.map(it -> uri(PageKind.AUTHOR, it.key())).orElse(0L));
  }

  private long uri(PageKind kind, String key) {
    return stories.groups().of(kind, key).map(group -> Fingerprint.of(group.uri())).orElse(0L);
  }

  /** What pages show of a section, an author or a source. */
  public long entity(Entity entity) {
    return entities.computeIfAbsent(
        entity,
        key -> {
          Entity shown = stories.absentFiles().entity(key);
          long sum = Fingerprint.with(Fingerprint.of(key.key()), Fingerprint.of(key.name()));
          sum = Fingerprint.with(sum, Fingerprint.ofValue(shown.fields()));
          return Fingerprint.with(sum, photo(stories.pictures().of(key)));
        });
  }

  private static long photo(Optional<Photo> photo) {
    return photo.map(it -> Fingerprint.of(it.toString())).orElse(0L);
  }

  private long text(Entry entry, long card, Facts of) {
    long sum = Fingerprint.with(card, of.text());
    Mentions mentions = entry.article().mentions();
    boolean allLive = stories.absentFiles().isEmpty();
    if (!mentions.addresses().isEmpty() || !mentions.pictures().isEmpty()) {
      Set<String> named = new LinkedHashSet<>(mentions.addresses());
      named.addAll(mentions.pictures());
      Body.Addresses places = stories.addresses(entry, stories.rootPath(entry));
      for (String address : named) {
        sum = Fingerprint.with(sum, Fingerprint.of(places.picture(address).toString()));
        sum = Fingerprint.with(sum, Fingerprint.ofValue(places.file(address)));
        sum = Fingerprint.with(sum, Fingerprint.ofValue(places.link(address)));
        if (!allLive) {
          sum = Fingerprint.with(sum, stories.absentFiles().isNamed(entry, address) ? 1 : 0);
        }
      }
    }
    return of.elsewhere() && !allLive ? Fingerprint.with(sum, absentNames) : sum;
  }
}
