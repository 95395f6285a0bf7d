package org.newsbake.bake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.newsbake.Problem;
import org.newsbake.article.Article;
import org.newsbake.article.Objection;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Front;
import org.newsbake.edition.Newsroom;
import org.newsbake.edition.Pictures;
import org.newsbake.edition.PlannedSite;
import org.newsbake.edition.Site;
import org.newsbake.edition.SitePlan;
import org.newsbake.jbake.Project;

/**
 * What is live at an instant, and at which addresses: the second stage of a build. A plan reads a
 * snapshot, in which there are no words of articles.
 *
 * @param snapshot what was planned
 * @param drafts whether drafts are part of the site
 * @param sound the snapshot with the articles held back whose errors only a plan shows
 * @param planned what is live, at its places in the site
 * @param objections what is wrong with pictures
 * @param errorsOfHeld the errors that hold articles back
 */
record Plan(
    Snapshot snapshot,
    boolean drafts,
    Snapshot sound,
    PlannedSite planned,
    List<Objection> objections,
    List<Objection> errorsOfHeld) {

  Plan {
    objections = List.copyOf(objections);
    errorsOfHeld = List.copyOf(errorsOfHeld);
  }

  Project project() {
    return snapshot.project();
  }

  /** What is live. */
  Edition edition() {
    return planned.edition();
  }

  /** Its pages. */
  Site site() {
    return planned.site();
  }

  /** Whether this is the plan of a snapshot at an instant. */
  boolean isOf(Snapshot other, Instant instant) {
    return edition().instant().equals(instant) && snapshot.equals(other);
  }

  /**
   * Whether the plan depends on the whole text of a content file: what gives no article, or one
   * that is held back, may name any file.
   */
  boolean readsTextOf(Set<String> paths) {
    long known =
        sound.articles().stream()
            .filter(it -> !it.quarantined() && paths.contains(it.source().path()))
            .count();
    return known < paths.size();
  }

  /**
   * Plans the site of an instant. A story with an error is held back, and the site is planned again
   * without it: every other story has the page that it has in a site without that story.
   *
   * @param drafts whether drafts are part of the site
   */
  static Plan of(Snapshot snapshot, Instant instant, boolean drafts) {
    Project project = snapshot.project();
    Newsroom newsroom =
        new Newsroom(
            snapshot.data(),
            project.newsroom(),
            project.articleOptions().ownKeys(),
            project.siteOptions().publication().territory());
    Set<String> held = new TreeSet<>();
    snapshot.articles().stream()
        .filter(newsroom::isHeldBack)
        .forEach(article -> held.add(article.source().path()));
    Set<Objection> errors = new LinkedHashSet<>();
    while (true) {
      Plan plan = of(snapshot, instant, drafts, newsroom, Set.copyOf(held), errors);
      List<Objection> found = new ArrayList<>(plan.objections);
      found.addAll(plan.site().objections());
      List<Problem> problems = found.stream().map(Objection::problem).toList();
      if (!held.addAll(new Blame(snapshot).stories(problems, plan.edition()))) {
        return plan;
      }
      found.stream().filter(it -> project.failsOn(it.problem())).forEach(errors::add);
    }
  }

  /**
   * @param held the content paths of the stories that are held back for what only a plan shows
   * @param errors the errors of these
   */
  private static Plan of(
      Snapshot snapshot,
      Instant instant,
      boolean drafts,
      Newsroom newsroom,
      Set<String> held,
      Set<Objection> errors) {
    Project project = snapshot.project();
    Snapshot sound = held.isEmpty() ? snapshot : snapshot.quarantine(held);
    Addresses addresses = new Addresses(project.siteOptions().addresses(), newsroom);
    Edition all = Edition.at(sound.articles(), sound.data(), addresses, instant, drafts);
    Edition edition =
        project.newsroom()
            ? all.withNewestVersions(newsroom, project.siteOptions().publication().language())
            : all;
    List<Objection> ofPictures = new ArrayList<>();
    List<SourceFile> assets = WithheldAssets.released(project, sound.sources(), edition);
    Pictures pictures = new PictureDesk(project, assets, ofPictures).pictures(edition, newsroom);
    Site site =
        new SitePlan(project.siteOptions(), snapshot.known())
            .site(edition, newsroom, pictures, assets);
    // Also the files of stories that are held back, which are no part of what is sound.
    List<String> files =
        Stream.concat(
                snapshot.sources().content().stream().map(SourceFile::path),
                snapshot.sources().withheld().stream().flatMap(StrayCopies::originals))
            .toList();
    PlannedSite planned = new PlannedSite(edition, site, pictures, project.siteOptions(), files);
    return new Plan(snapshot, drafts, sound, planned, ofPictures, List.copyOf(errors));
  }

  /** What is wrong with names, pictures, links and addresses; looked for at each call. */
  List<Problem> problems() {
    Newsroom newsroom = site().newsroom();
    List<Problem> problems = new ArrayList<>(newsroom.problems());
    List<Article> articles = sound.articles();
    articles.forEach(article -> problems.addAll(newsroom.problems(article)));
    problems.addAll(Front.problems(newsroom, articles));
    problems.addAll(problemsOfHeld());
    problems.addAll(Objection.located(objections));
    problems.addAll(site().problems());
    problems.addAll(planned.problems());
    problems.addAll(Destination.unwritable(project(), site()));
    return problems;
  }

  /** The errors that hold articles back, with their lines. */
  List<Problem> problemsOfHeld() {
    return Objection.located(errorsOfHeld);
  }
}
