package org.newsbake.bake;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Page;
import org.newsbake.render.PageRenderer;

/**
 * A failure at one place of a template, and whose fault it is.
 *
 * @param failure the failure
 * @param pages the paths of the pages that have it, in order
 * @param stories the stories whose data make the template fail; none where the template fails for
 *     no single story, and so is itself wrong
 */
record TemplateFault(Problem failure, List<String> pages, Set<SourceFile> stories) {

  /** How many pages are looked at to find the stories that make a template fail. */
  private static final int SAMPLE = 8;

  /**
   * Finds out whose fault a failure is. A template that fails on all of its article pages, each
   * time with the data of the page's own story, is itself wrong.
   *
   * @param articlePages how many article pages there are of each template
   * @param culprit the story whose data a failing page read last
   */
  static TemplateFault of(
      Problem failure,
      Collection<Page> failing,
      Map<String, Long> articlePages,
      Function<Page.Rendered, Optional<Entry>> culprit) {
    List<Page> pages = failing.stream().sorted(Comparator.comparing(Page::path)).toList();
    if (failure.code().equals(Notices.CODE) || failure.code().equals(PageRenderer.MEMORY_CODE)) {
      // No story is at fault, and to look for one takes the memory again.
      return new TemplateFault(failure, pages.stream().map(Page::path).toList(), Set.of());
    }
    Set<Entry> found = new LinkedHashSet<>();
    boolean own = true;
    for (Page page : pages.subList(0, Math.min(SAMPLE, pages.size()))) {
      if (page instanceof Page.Rendered rendered) {
        Optional<Entry> entry = culprit.apply(rendered);
        entry.ifPresent(found::add);
        own &= isOwn(page, entry);
      }
    }
    List<Page.ArticlePage> articles =
        pages.stream()
            .filter(Page.ArticlePage.class::isInstance)
            .map(Page.ArticlePage.class::cast)
            .toList();
    if (own) {
      articles.forEach(article -> found.add(article.entry()));
    }
    boolean everywhere =
        own
            && articles.size() > 1
            && articles.stream()
                .collect(Collectors.groupingBy(Page.ArticlePage::template, Collectors.counting()))
                .equals(restricted(articlePages, articles));
    Set<SourceFile> stories = new TreeSet<>(Comparator.comparing(SourceFile::path));
    if (!everywhere) {
      found.forEach(entry -> stories.add(entry.article().source()));
    }
    return new TemplateFault(failure, pages.stream().map(Page::path).toList(), stories);
  }

  private static boolean isOwn(Page page, Optional<Entry> culprit) {
    return page instanceof Page.ArticlePage article
        && culprit.filter(it -> it == article.entry()).isPresent();
  }

  private static Map<String, Long> restricted(
      Map<String, Long> articlePages, List<Page.ArticlePage> to) {
    Set<String> templates = to.stream().map(Page.ArticlePage::template).collect(Collectors.toSet());
    return articlePages.entrySet().stream()
        .filter(entry -> templates.contains(entry.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The failure as a problem of the template. */
  Problem problem() {
    return new Problem(
        failure.severity(),
        failure.code(),
        failure.location(),
        "while rendering " + pagesInWords() + ": " + failure.found(),
        failure.advice(),
        failure.excerpt());
  }

  /** The failure as a problem of each story whose data cause it; itself where that is a file. */
  List<Problem> problemsOfStories() {
    if (stories.isEmpty()) {
      return List.of(failure);
    }
    return stories.stream()
        .map(
            story ->
                Problem.error(
                    failure.code(),
                    SourceLocation.of(story.name()),
                    failure.location()
                        + " fails on the data of this story, while rendering "
                        + pagesInWords()
                        + ": "
                        + failure.found(),
                    failure.advice()))
        .toList();
  }

  private String pagesInWords() {
    int others = pages.size() - 1;
    return pages.get(0) + (others == 0 ? "" : String.format(" and %,d more", others));
  }
}
