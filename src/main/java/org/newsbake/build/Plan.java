package org.newsbake.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.newsbake.Problem;
import org.newsbake.article.Article;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Front;
import org.newsbake.edition.Newsroom;
import org.newsbake.edition.Pictures;
import org.newsbake.edition.Rewording;
import org.newsbake.edition.Site;
import org.newsbake.edition.SitePlan;
import org.newsbake.edition.Stories;
import org.newsbake.jbake.Project;

/**
 * What is live at an instant, and at which addresses: the second stage of a build.
 *
 * @param content what was read
 * @param drafts whether drafts are part of the site
 * @param stories what is live, at its places in the site
 * @param pictureProblems what is wrong with pictures
 * @param checks finds what is wrong with names, pictures, links and addresses, once
 * @param findings what the next plan need not find out again
 */
record Plan(
    Content content,
    boolean drafts,
    Stories stories,
    List<Problem> pictureProblems,
    Supplier<List<Problem>> checks,
    Findings findings) {

  /** What is live. */
  Edition edition() {
    return stories.edition();
  }

  /** Its pages. */
  Site site() {
    return stories.site();
  }

  /** What is wrong with names, pictures, links and addresses, found when it is first asked. */
  List<Problem> problems() {
    return checks.get();
  }

  /**
   * Plans the site of an instant.
   *
   * @param drafts whether drafts are part of the site
   */
  static Plan of(Content content, Instant instant, boolean drafts) {
    return of(content, instant, drafts, Findings.NONE);
  }

  /**
   * Plans the site of an instant.
   *
   * @param last what an earlier plan of the same project found out
   */
  static Plan of(Content content, Instant instant, boolean drafts, Findings last) {
    Project project = content.project();
    Newsroom newsroom = new Newsroom(content.data());
    Addresses addresses = new Addresses(project.siteOptions().addresses(), newsroom);
    Findings findings = last.next(content.data());
    Edition edition =
        Edition.at(
            content.articles(),
            content.data(),
            article -> findings.place(article, addresses::place),
            instant,
            drafts);
    List<Problem> ofPictures = new ArrayList<>();
    List<SourceFile> assets = WithheldAssets.released(project, content.sources(), edition);
    Pictures pictures = new PictureDesk(project, assets, ofPictures).pictures(edition, newsroom);
    Site site = new SitePlan(project.siteOptions()).site(edition, newsroom, pictures, assets);
    Stories stories = new Stories(edition, site, pictures, project.siteOptions());
    return of(content, drafts, stories, List.copyOf(ofPictures), findings);
  }

  private static Plan of(
      Content content,
      boolean drafts,
      Stories stories,
      List<Problem> ofPictures,
      Findings findings) {
    Project project = content.project();
    Site site = stories.site();
    Supplier<List<Problem>> checks =
        () -> {
          Newsroom newsroom = site.newsroom();
          List<Problem> problems = new ArrayList<>(newsroom.problems());
          content.articles().forEach(article -> problems.addAll(newsroom.problems(article)));
          problems.addAll(Front.problems(newsroom, content.articles()));
          problems.addAll(ofPictures);
          problems.addAll(site.problems());
          problems.addAll(stories.problems(findings::fileLinks));
          problems.addAll(Destination.unwritable(project, site));
          return List.copyOf(problems);
        };
    return new Plan(content, drafts, stories, ofPictures, new Once<>(checks), findings);
  }

  /**
   * The plan of the same files and the same instant once a few articles got new words: what {@link
   * #of} gives, in less time.
   *
   * @param now the content as it is; its assets and templates are those of this plan
   * @return nothing where more than words is other
   */
  Optional<Plan> reworded(Content now) {
    if (now.project() != content.project()
        || now.sources() != content.sources()
        || !now.data().equals(content.data())) {
      return Optional.empty();
    }
    return changes(now)
        .flatMap(changed -> Rewording.of(changed, stories))
        .map(rewording -> of(now, drafts, rewording.stories(stories), pictureProblems, findings));
  }

  /** The articles that are other, before and after, where none came or went or has problems. */
  private Optional<Map<Article, Article>> changes(Content now) {
    Map<Article, Article> changed = new IdentityHashMap<>();
    for (int i = 0; i < content.readings().size(); i++) {
      Reading before = content.readings().get(i);
      Reading after = now.readings().get(i);
      if (before == after) {
        continue;
      }
      // A text that is no article may name other files now, which are to be kept back.
      if (before.article().isEmpty()
          || after.article().isEmpty()
          || isComplainedOf(before.article().get())) {
        return Optional.empty();
      }
      if (before.article().get() != after.article().get()) {
        changed.put(before.article().get(), after.article().get());
      }
    }
    return Optional.of(changed);
  }

  /** Whether a problem that the plan found stands in an article's file, at a line that may move. */
  private boolean isComplainedOf(Article article) {
    return Stream.of(pictureProblems, site().problems())
        .flatMap(List::stream)
        .anyMatch(problem -> problem.location().file().equals(article.source().name()));
  }
}
