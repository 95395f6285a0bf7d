package org.newsbake.edition;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.newsbake.article.Article;
import org.newsbake.article.Details;
import org.newsbake.cache.Fingerprint;
import org.newsbake.related.Each;
import org.newsbake.related.Explanation;
import org.newsbake.related.Profiles;
import org.newsbake.related.RelatedOptions;
import org.newsbake.related.RelatedTexts;
import org.newsbake.related.Text;

/**
 * The stories that a reader of one may be interested in, for all stories of an edition.
 *
 * <p>Immutable and thread-safe.
 */
public final class RelatedStories {

  private final Stories stories;
  private final RelatedTexts texts;

  private RelatedStories(Stories stories, RelatedTexts texts) {
    this.stories = stories;
    this.texts = texts;
  }

  /**
   * The related stories of each published story of an edition, found once: those of {@link #of}, in
   * less memory.
   *
   * @param each runs the parts of the work
   */
  public static Function<Entry, List<Entry>> lists(
      Stories stories, RelatedOptions options, Each each) {
    if (options.count() == 0) {
      return entry -> List.of();
    }
    return shown(
        stories, RelatedTexts.lists(texts(stories), new Profiles()::of, options, each)::get);
  }

  /**
   * The related stories of each published story of an edition.
   *
   * @param lists gives the content paths of a story's related stories; {@code null} for none
   */
  public static Function<Entry, List<Entry>> shown(
      Stories stories, Function<String, List<String>> lists) {
    return entry -> {
      List<String> paths = lists.apply(path(newest(stories, entry)));
      return paths == null ? List.of() : entries(stories, paths);
    };
  }

  /** The stories that are related to each other. */
  public static List<Entry> related(Edition edition) {
    return edition.published("post");
  }

  /**
   * What tells the words of a story from those that it had: its {@linkplain Profiles#of profile}
   * depends on nothing else. No text is read for it.
   *
   * @param body the fingerprint of its text
   */
  public static long wordsOf(Stories stories, Entry entry, long body) {
    Article article = entry.article();
    long sum = Fingerprint.with(body, Fingerprint.of(stories.of(entry).language()));
    // Without a title, the text says what it is called.
    sum = Fingerprint.with(sum, Fingerprint.ofValue(article.title()));
    sum = Fingerprint.with(sum, Fingerprint.ofValue(article.details().summary()));
    return Fingerprint.with(sum, Fingerprint.ofValue(article.tags()));
  }

  /** A story as a text without words: neither title nor summary, body or tags. No text is read. */
  public static Text outline(Stories stories, Entry entry) {
    return text(stories, entry, "", "", "", List.of());
  }

  /**
   * Relates the published stories of an edition to each other, for those who {@linkplain #updated
   * update} or {@linkplain #explain} what they found.
   *
   * @param each runs the parts of the work
   */
  public static RelatedStories of(Stories stories, RelatedOptions options, Each each) {
    List<Text> texts = options.count() == 0 ? List.of() : texts(stories);
    return new RelatedStories(stories, RelatedTexts.of(texts, options, each));
  }

  private static List<Text> texts(Stories stories) {
    List<Text> texts = new ArrayList<>();
    for (Entry entry : related(stories.edition())) {
      texts.add(text(stories, entry));
    }
    return texts;
  }

  /**
   * The related stories of another edition, in a time that grows with what is other: {@link
   * RelatedTexts#updated}.
   *
   * @param each runs the parts of the work
   */
  public RelatedStories updated(Stories now, Each each) {
    return new RelatedStories(
        now,
        now.plan() == stories.plan()
            ? texts.reworded(reworded(now), each)
            : texts.updated(texts(now), each));
  }

  /** The texts that say something else in other stories of the same plan. */
  private List<Text> reworded(Stories now) {
    List<Text> reworded = new ArrayList<>();
    for (Entry entry : related(now.edition())) {
      if (!now.words(entry).equals(stories.words(entry))) {
        reworded.add(text(now, entry));
      }
    }
    return reworded;
  }

  /** The stories that are related to each other. */
  public Stories stories() {
    return stories;
  }

  /** At most as many stories as the options say, best first. */
  public List<Entry> of(Entry entry) {
    return entries(stories, texts.of(path(newest(stories, entry))));
  }

  /**
   * The same of another edition, before they are found again: those of the stories that are still
   * published.
   */
  public List<Entry> of(Entry entry, Stories now) {
    return entries(now, texts.of(path(newest(now, entry)))).stream()
        .filter(it -> it.isPublished() && it.article().type().equals("post"))
        .filter(it -> now.edition().newer(it).isEmpty())
        .toList();
  }

  /** Whether a story is one of those that are related to each other. */
  public boolean knows(Entry entry) {
    return texts.knows(path(newest(stories, entry)));
  }

  /** Whether each story has the same related stories, and for the same reasons. */
  public boolean isSameAs(RelatedStories other) {
    return texts == other.texts;
  }

  private static List<Entry> entries(Stories stories, List<String> paths) {
    return paths.stream().map(stories::at).flatMap(Optional::stream).toList();
  }

  /** Why a story has the related stories that it has; nothing where it has none at all. */
  public Optional<Explanation> explain(Entry entry) {
    return texts.explain(path(newest(stories, entry)));
  }

  /** Older versions have the related stories of the newest one, and are none themselves. */
  private static Entry newest(Stories stories, Entry entry) {
    return stories.edition().newer(entry).orElse(entry);
  }

  private static String path(Entry entry) {
    return entry.article().source().path();
  }

  /** A story as a text with all that it says. */
  public static Text text(Stories stories, Entry entry) {
    Article article = entry.article();
    return text(
        stories,
        entry,
        stories.of(entry).title(),
        article.details().summary().orElse(""),
        stories.words(entry).body(),
        article.tags());
  }

  private static Text text(
      Stories stories, Entry entry, String title, String summary, String body, List<String> tags) {
    Story story = stories.of(entry);
    Details details = entry.article().details();
    return new Text(
        path(entry),
        entry.article().date(),
        story.language(),
        title,
        summary,
        body,
        tags,
        story.section().map(Story.Link::key),
        details.source().isEmpty(),
        // A number of one agency may be another story's at the next.
        details.guid().map(guid -> details.source().orElse("") + " " + guid),
        List.copyOf(paths(stories, details.related())),
        new HashSet<>(paths(stories, details.relatedExclude())));
  }

  private static Set<String> paths(Stories stories, List<String> written) {
    Set<String> paths = new LinkedHashSet<>();
    for (String path : written) {
      stories.at(path).map(entry -> path(newest(stories, entry))).ifPresent(paths::add);
    }
    return paths;
  }
}
