package org.newsbake.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;

/**
 * The content of a site at one instant: what is live then, in one total order.
 *
 * <p>The order is by date, newest first; articles of one instant stand in the reverse order of
 * their files, which is what JBake gives on one processor.
 *
 * @param instant the instant
 * @param entries all that is live, in order
 * @param byType the live articles of each type, in order
 * @param data the data files
 * @param absences what is not live, in the order of the files
 */
public record Edition(
    Instant instant,
    List<Entry> entries,
    Map<String, List<Entry>> byType,
    List<DataFile> data,
    List<Absence> absences) {

  public Edition {
    Objects.requireNonNull(instant);
    entries = List.copyOf(entries);
    byType = Collections.unmodifiableMap(byType);
    data = List.copyOf(data);
    absences = List.copyOf(absences);
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
    List<Entry> live = new ArrayList<>();
    List<Absence> absences = new ArrayList<>();
    for (Article article : articles) {
      if (article.status().equals(Article.DRAFT) && !drafts) {
        absences.add(new Absence(article, Absence.Reason.DRAFT));
      } else if (article.dated() && article.date().isAfter(instant)) {
        absences.add(new Absence(article, Absence.Reason.SCHEDULED));
      } else {
        boolean due = article.status().equals(Article.PUBLISHED_DATE);
        live.add(addresses.place(due ? article.withStatus(Article.PUBLISHED) : article));
      }
    }
    Collections.reverse(live);
    live.sort(Comparator.comparing((Entry entry) -> entry.article().date()).reversed());
    Map<String, List<Entry>> byType = new LinkedHashMap<>();
    for (Entry entry : live) {
      byType.computeIfAbsent(entry.article().type(), type -> new ArrayList<>()).add(entry);
    }
    return new Edition(instant, live, byType, data, absences);
  }

  /** The live articles of a type, in order. */
  public List<Entry> ofType(String type) {
    return byType.getOrDefault(type, List.of());
  }
}
