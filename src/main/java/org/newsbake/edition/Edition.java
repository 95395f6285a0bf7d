package org.newsbake.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.Details;

/**
 * The content of a site at one instant: what is live then, in one total order.
 *
 * <p>The order is by date, newest first; articles of one instant stand in the reverse order of
 * their files, which is what JBake gives on one processor.
 *
 * @param instant the instant
 * @param entries all that is live, in order
 * @param byType the live articles of each type, in order
 * @param publishedByType those of them that are published, so without drafts
 * @param corrected those that name corrections, in order
 * @param data the data files
 * @param absences what is not live, in the order of the files
 * @param withdrawn what was live once and is killed or expired, where it stood
 * @param gonePictures the pictures of live articles to which the rights have ended, by the content
 *     path of the article
 * @param newest for each published article of which there is a newer version, the newest one, by
 *     content path; such an article has its page, and is in no list
 */
public record Edition(
    Instant instant,
    List<Entry> entries,
    Map<String, List<Entry>> byType,
    Map<String, List<Entry>> publishedByType,
    List<Entry> corrected,
    List<DataFile> data,
    List<Absence> absences,
    List<Entry> withdrawn,
    Map<String, GonePictures> gonePictures,
    Map<String, Entry> newest) {

  public Edition {
    Objects.requireNonNull(instant);
    entries = List.copyOf(entries);
    byType = Collections.unmodifiableMap(byType);
    publishedByType = Collections.unmodifiableMap(publishedByType);
    corrected = List.copyOf(corrected);
    data = List.copyOf(data);
    absences = List.copyOf(absences);
    withdrawn = List.copyOf(withdrawn);
    gonePictures = Map.copyOf(gonePictures);
    newest = Map.copyOf(newest);
  }

  /**
   * The edition of an instant.
   *
   * @param articles all articles, in the order of their files
   * @param data all data files
   * @param addresses where articles stand
   * @param instant the instant
   * @param drafts whether drafts are live, for a preview
   */
  public static Edition at(
      List<Article> articles,
      List<DataFile> data,
      Addresses addresses,
      Instant instant,
      boolean drafts) {
    return at(articles, data, addresses::place, instant, drafts);
  }

  /**
   * The edition of an instant.
   *
   * @param placing gives an article at its address
   */
  public static Edition at(
      List<Article> articles,
      List<DataFile> data,
      Function<Article, Entry> placing,
      Instant instant,
      boolean drafts) {
    List<Entry> live = new ArrayList<>();
    List<Absence> absences = new ArrayList<>();
    List<Entry> withdrawn = new ArrayList<>();
    Map<String, GonePictures> gonePictures = new HashMap<>();
    for (Article article : articles) {
      Timeline timeline = new Timeline(article);
      Optional<Absence.Reason> reason = timeline.absence(instant, drafts);
      if (reason.isEmpty()) {
        boolean due = article.status().equals(Article.PUBLISHED_DATE);
        Article shown = due ? article.withStatus(Article.PUBLISHED) : article;
        Optional<GonePictures> gone = GonePictures.of(shown, instant);
        gone.ifPresent(it -> gonePictures.put(article.source().path(), it));
        live.add(placing.apply(gone.map(GonePictures::left).orElse(shown)));
      } else {
        absences.add(new Absence(article, reason.get()));
        if (timeline.isWithdrawn(instant)) {
          withdrawn.add(placing.apply(article));
        }
      }
    }
    Collections.reverse(live);
    live.sort(Comparator.comparing((Entry entry) -> entry.article().date()).reversed());
    return of(instant, live, data, absences, withdrawn, gonePictures, Map.of());
  }

  private static Edition of(
      Instant instant,
      List<Entry> live,
      List<DataFile> data,
      List<Absence> absences,
      List<Entry> withdrawn,
      Map<String, GonePictures> gonePictures,
      Map<String, Entry> newest) {
    Map<String, List<Entry>> byType = new LinkedHashMap<>();
    Map<String, List<Entry>> publishedByType = new LinkedHashMap<>();
    List<Entry> corrected = new ArrayList<>();
    for (Entry entry : live) {
      if (newest.containsKey(entry.article().source().path())) {
        continue;
      }
      String type = entry.article().type();
      byType.computeIfAbsent(type, key -> new ArrayList<>()).add(entry);
      if (entry.isPublished()) {
        publishedByType.computeIfAbsent(type, key -> new ArrayList<>()).add(entry);
      }
      if (!entry.article().details().corrections().isEmpty()) {
        corrected.add(entry);
      }
    }
    return new Edition(
        instant,
        live,
        byType,
        publishedByType,
        corrected,
        data,
        absences,
        withdrawn,
        gonePictures,
        newest);
  }

  /**
   * The same edition with the newest version of each story alone in its lists. Versions of one
   * story have one guid, source, type and language.
   *
   * @param newsroom knows the sources
   * @param language the language of stories that name none
   */
  public Edition withNewestVersions(Newsroom newsroom, String language) {
    Map<List<String>, List<Entry>> byGuid = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Details details = entry.article().details();
      if (entry.isPublished() && details.guid().isPresent()) {
        List<String> story =
            List.of(
                details.guid().get(),
                details.source().flatMap(newsroom::source).map(Entity::key).orElse(""),
                entry.article().type(),
                details.language().orElse(language));
        byGuid.computeIfAbsent(story, key -> new ArrayList<>(1)).add(entry);
      }
    }
    Map<String, Entry> found = new HashMap<>();
    for (List<Entry> versions : byGuid.values()) {
      if (versions.size() > 1) {
        Entry last = Collections.max(versions, VersionOrder.of(versions, instant));
        versions.stream()
            .filter(it -> it != last)
            .forEach(it -> found.put(it.article().source().path(), last));
      }
    }
    return found.isEmpty()
        ? this
        : of(instant, entries, data, absences, withdrawn, gonePictures, found);
  }

  /** The newest version of a story, if that is another article. */
  public Optional<Entry> newer(Entry entry) {
    return Optional.ofNullable(newest.get(entry.article().source().path()));
  }

  /** Why a live article would be absent if drafts were not live. */
  public Optional<Absence.Reason> mark(Entry entry) {
    return new Timeline(entry.article()).absence(instant, false);
  }

  /** The live articles of a type, in order. */
  public List<Entry> ofType(String type) {
    return byType.getOrDefault(type, List.of());
  }

  /** The published articles of a type, in order. */
  public List<Entry> published(String type) {
    return publishedByType.getOrDefault(type, List.of());
  }
}
