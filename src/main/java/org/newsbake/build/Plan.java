package org.newsbake.build;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.newsbake.Problem;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Front;
import org.newsbake.edition.Newsroom;
import org.newsbake.edition.Pictures;
import org.newsbake.edition.Site;
import org.newsbake.edition.SitePlan;
import org.newsbake.edition.Stories;
import org.newsbake.jbake.Project;

/**
 * What is live at an instant, and at which addresses: the second stage of a build.
 *
 * @param content what was read
 * @param edition what is live
 * @param site its pages
 * @param stories its articles at their places in the site
 * @param checks finds what is wrong with names, pictures, links and addresses, once
 * @param findings what the next plan need not find out again
 */
record Plan(
    Content content,
    Edition edition,
    Site site,
    Stories stories,
    Supplier<List<Problem>> checks,
    Findings findings) {

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
    Supplier<List<Problem>> checks =
        () -> {
          List<Problem> problems = new ArrayList<>(newsroom.problems());
          content.articles().forEach(article -> problems.addAll(newsroom.problems(article)));
          problems.addAll(Front.problems(newsroom, content.articles()));
          problems.addAll(ofPictures);
          problems.addAll(site.problems());
          problems.addAll(stories.problems(findings::fileLinks));
          problems.addAll(Destination.unwritable(project, site));
          return List.copyOf(problems);
        };
    return new Plan(content, edition, site, stories, new Once<>(checks), findings);
  }
}
