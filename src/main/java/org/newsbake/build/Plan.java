package org.newsbake.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
 * @param held the content paths of the stories that are held back for what only a plan shows
 * @param errorsOfHeld the errors that hold them back
 */
record Plan(
    Content content,
    boolean drafts,
    Stories stories,
    List<Problem> pictureProblems,
    Supplier<List<Problem>> checks,
    Findings findings,
    Set<String> held,
    List<Problem> errorsOfHeld) {

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
   * Plans the site of an instant. A story with an error is held back, and the site is planned again
   * without it: every other story has the page that it has in a site without that story.
   *
   * @param last what an earlier plan of the same project found out
   */
  static Plan of(Content content, Instant instant, boolean drafts, Findings last) {
    Findings findings = last.next(content.data());
    Newsroom newsroom = newsroom(content);
    Set<String> held = new TreeSet<>();
    content.articles().stream()
        .filter(newsroom::isHeldBack)
        .forEach(article -> held.add(article.source().path()));
    Set<Problem> errors = new TreeSet<>();
    while (true) {
      Plan plan = of(content, instant, drafts, findings, newsroom, Set.copyOf(held), errors);
      List<Problem> found = new ArrayList<>(plan.pictureProblems);
      found.addAll(plan.site().problems());
      if (!held.addAll(new Blame(content).stories(found, plan.edition()))) {
        return plan;
      }
      found.stream().filter(content.project()::failsOn).forEach(errors::add);
    }
  }

  private static Newsroom newsroom(Content content) {
    Project project = content.project();
    return new Newsroom(content.data(), project.newsroom(), project.articleOptions().ownKeys());
  }

  /**
   * @param held the content paths of the stories that are held back for what only a plan shows
   * @param errors the errors of these
   */
  private static Plan of(
      Content content,
      Instant instant,
      boolean drafts,
      Findings findings,
      Newsroom newsroom,
      Set<String> held,
      Set<Problem> errors) {
    Project project = content.project();
    Content sound = held.isEmpty() ? content : content.quarantine(held);
    Addresses addresses = new Addresses(project.siteOptions().addresses(), newsroom);
    Edition edition =
        Edition.at(
            sound.articles(),
            sound.data(),
            article -> findings.place(article, addresses::place),
            instant,
            drafts);
    List<Problem> ofPictures = new ArrayList<>();
    List<SourceFile> assets = WithheldAssets.released(project, sound.sources(), edition);
    Pictures pictures = new PictureDesk(project, assets, ofPictures).pictures(edition, newsroom);
    Site site =
        new SitePlan(project.siteOptions(), content.known())
            .site(edition, newsroom, pictures, assets);
    // Also the files of stories that are held back, which are no part of what is sound.
    List<String> files =
        Stream.concat(
                content.sources().content().stream().map(SourceFile::path),
                content.sources().withheld().stream().flatMap(StrayCopies::originals))
            .toList();
    Stories stories = new Stories(edition, site, pictures, project.siteOptions(), files);
    return of(sound, drafts, stories, List.copyOf(ofPictures), findings, held, errors);
  }

  private static Plan of(
      Content content,
      boolean drafts,
      Stories stories,
      List<Problem> ofPictures,
      Findings findings,
      Set<String> held,
      Set<Problem> errors) {
    Project project = content.project();
    Site site = stories.site();
    List<Problem> ofHeld = List.copyOf(errors);
    Supplier<List<Problem>> checks =
        () -> {
          Newsroom newsroom = site.newsroom();
          List<Problem> problems = new ArrayList<>(newsroom.problems());
          content.articles().forEach(article -> problems.addAll(newsroom.problems(article)));
          problems.addAll(Front.problems(newsroom, content.articles()));
          problems.addAll(ofHeld);
          problems.addAll(ofPictures);
          problems.addAll(site.problems());
          problems.addAll(stories.problems(findings::fileLinks));
          problems.addAll(Destination.unwritable(project, site));
          return List.copyOf(problems);
        };
    return new Plan(
        content, drafts, stories, ofPictures, new Once<>(checks), findings, held, ofHeld);
  }

  /**
   * The plan of the same files and the same instant once a few articles got new words: what {@link
   * #of} gives, in less time.
   *
   * @param now the content as it is; its assets and templates are those of this plan
   * @return nothing where more than words is other
   */
  Optional<Plan> reworded(Content now) {
    if (now == content) {
      return Optional.of(this);
    }
    if (now.project() != content.project()
        || now.sources() != content.sources()
        || !now.data().equals(content.data())) {
      return Optional.empty();
    }
    return changes(now)
        .flatMap(
            changed ->
                changed.isEmpty()
                    ? Optional.of(stories)
                    : Rewording.of(changed, stories).map(it -> it.stories(stories)))
        .map(
            same ->
                of(
                    held.isEmpty() ? now : now.quarantine(held),
                    drafts,
                    same,
                    pictureProblems,
                    findings,
                    held,
                    new TreeSet<>(errorsOfHeld)));
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
          || !before.isSound()
          || !after.isSound()
          || held.contains(before.article().get().source().path())
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
