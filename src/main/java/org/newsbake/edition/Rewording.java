package org.newsbake.edition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.newsbake.article.Article;
import org.newsbake.article.Body;
import org.newsbake.edition.Page.ArticlePage;
import org.newsbake.edition.Page.FeedFile;
import org.newsbake.edition.Page.GroupPage;
import org.newsbake.edition.Page.Listing;
import org.newsbake.edition.Page.TagPage;

/**
 * New words for a few articles, which is what most saves are: the pages and their places stay, and
 * what names one of these articles names its new version.
 *
 * <p>Immutable and thread-safe.
 */
public final class Rewording {

  /** More than these are planned anew: each reference is compared with all of them. */
  private static final int MOST = 16;

  private final List<Article> absentBefore = new ArrayList<>();
  private final List<Article> absentAfter = new ArrayList<>();
  private final List<Entry> before = new ArrayList<>();
  private final List<Entry> after = new ArrayList<>();

  private Rewording() {}

  /**
   * The new words for some articles of an edition.
   *
   * @param changed the articles as they were and as they are
   * @param stories those of the edition
   * @return nothing where more than words is other, or too many articles are
   */
  public static Optional<Rewording> of(Map<Article, Article> changed, Stories stories) {
    if (changed.size() > MOST) {
      return Optional.empty();
    }
    Rewording rewording = new Rewording();
    for (Map.Entry<Article, Article> change : changed.entrySet()) {
      Article now = change.getValue();
      if (!isReworded(change.getKey(), now)) {
        return Optional.empty();
      }
      Optional<Entry> live = stories.at(now.source().path());
      if (live.isPresent()) {
        rewording.before.add(live.get());
        rewording.after.add(live.get().with(now));
      } else {
        rewording.absentBefore.add(change.getKey());
        rewording.absentAfter.add(now);
      }
    }
    return Optional.of(rewording);
  }

  /**
   * Whether two versions of an article differ in nothing that decides which pages there are, where
   * they stand, which stories they list and which files they show.
   */
  private static boolean isReworded(Article before, Article after) {
    return before.source().equals(after.source())
        && before.type().equals(after.type())
        && before.status().equals(after.status())
        && before.date().equals(after.date())
        && before.dated() == after.dated()
        && before.tags().equals(after.tags())
        && before.details().equals(after.details())
        && Body.addresses(before.body()).equals(Body.addresses(after.body()))
        && Body.pictures(before.body()).equals(Body.pictures(after.body()));
  }

  /** The edition with the new words. */
  private Edition edition(Edition edition) {
    return new Edition(
        edition.instant(),
        entries(edition.entries()),
        entries(edition.byType()),
        entries(edition.publishedByType()),
        entries(edition.corrected()),
        edition.data(),
        replaced(edition.absences(), this::absence),
        replaced(edition.withdrawn(), entry -> entry.with(absent(entry.article()))));
  }

  /** The site with the new words. */
  private Site site(Site site) {
    Map<Group, Group> groups = new IdentityHashMap<>();
    for (Group group : site.groups().all()) {
      if (group.stories().stream().anyMatch(story -> entry(story) != story)) {
        groups.put(group, group.with(entries(group.stories())));
      }
    }
    SortedMap<String, Page> pages = new TreeMap<>(site.pages());
    pages.replaceAll((path, page) -> page(page, groups));
    return new Site(pages, site.groups().with(groups), site.newsroom(), site.problems());
  }

  private Page page(Page page, Map<Group, Group> groups) {
    if (page instanceof ArticlePage it) {
      return names(it)
          ? new ArticlePage(
              it.path(),
              it.template(),
              entry(it.entry()),
              it.previous().map(this::entry),
              it.next().map(this::entry))
          : page;
    }
    if (page instanceof GroupPage it) {
      return new GroupPage(it.path(), it.template(), it.rootPath(), listing(it.listing(), groups));
    }
    if (page instanceof TagPage it) {
      return new TagPage(
          it.path(),
          it.template(),
          it.tag(),
          it.rootPath(),
          it.listing().map(listing -> listing(listing, groups)));
    }
    return page instanceof FeedFile it
        ? new FeedFile(
            it.path(), it.format(), it.group().map(group -> groups.getOrDefault(group, group)))
        : page;
  }

  private boolean names(ArticlePage page) {
    return entry(page.entry()) != page.entry()
        || page.previous().filter(it -> entry(it) != it).isPresent()
        || page.next().filter(it -> entry(it) != it).isPresent();
  }

  private static Listing listing(Listing listing, Map<Group, Group> groups) {
    Group group = groups.getOrDefault(listing.group(), listing.group());
    return new Listing(group, listing.portion(), listing.uri(), listing.newer(), listing.older());
  }

  /** The stories of the edition at their places in the site with the new words. */
  public Stories stories(Stories stories) {
    Map<String, Entry> reworded = new HashMap<>();
    after.forEach(entry -> reworded.put(entry.article().source().path(), entry));
    return stories.with(edition(stories.edition()), site(stories.site()), reworded);
  }

  private Map<String, List<Entry>> entries(Map<String, List<Entry>> lists) {
    Map<String, List<Entry>> replaced = new LinkedHashMap<>(lists);
    replaced.replaceAll((key, list) -> entries(list));
    return replaced;
  }

  private List<Entry> entries(List<Entry> entries) {
    return replaced(entries, this::entry);
  }

  private static <T> List<T> replaced(List<T> list, UnaryOperator<T> by) {
    List<T> replaced = new ArrayList<>(list);
    replaced.replaceAll(by);
    return replaced;
  }

  /** The new version of an entry, or itself. */
  private Entry entry(Entry entry) {
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i) == entry) {
        return after.get(i);
      }
    }
    return entry;
  }

  private Article absent(Article article) {
    for (int i = 0; i < absentBefore.size(); i++) {
      if (absentBefore.get(i) == article) {
        return absentAfter.get(i);
      }
    }
    return article;
  }

  private Absence absence(Absence absence) {
    return new Absence(absent(absence.article()), absence.reason());
  }
}
