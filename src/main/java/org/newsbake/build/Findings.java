package org.newsbake.build;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Stories;

/**
 * What plans find out about each article alone, kept for the next plan, in which most of them are
 * the same. For one project as it stands in its properties.
 */
final class Findings {

  /** Nothing that would be known already. */
  static final Findings NONE = new Findings(List.of(), Map.of(), Map.of());

  private final List<DataFile> data;
  private final Map<Article, Entry> lastPlaces;
  private final Map<Article, List<String>> lastLinks;
  private final Map<Article, Entry> places;
  private final Map<Article, List<String>> links;

  private Findings(
      List<DataFile> data, Map<Article, Entry> lastPlaces, Map<Article, List<String>> lastLinks) {
    this.data = data;
    this.lastPlaces = lastPlaces;
    this.lastLinks = lastLinks;
    places = new IdentityHashMap<>(lastPlaces.size() + 32);
    links = Collections.synchronizedMap(new IdentityHashMap<>(lastLinks.size() + 32));
  }

  /**
   * For the next plan, with what this one asked for.
   *
   * @param now the data files, on which the places of articles depend
   */
  Findings next(List<DataFile> now) {
    // Links are looked for late, and of a plan that is soon replaced perhaps never.
    return new Findings(
        now, now.equals(data) ? places : Map.of(), links.isEmpty() ? lastLinks : links);
  }

  Entry place(Article article, Function<Article, Entry> placing) {
    Entry known = lastPlaces.get(article);
    Entry entry = known == null ? placing.apply(article) : known;
    places.put(article, entry);
    return entry;
  }

  List<String> fileLinks(Article article) {
    List<String> found = links.get(article);
    if (found == null) {
      List<String> known = lastLinks.get(article);
      found = known == null ? Stories.fileLinks(article) : known;
      links.put(article, found);
    }
    return found;
  }
}
