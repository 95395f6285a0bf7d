package org.newsbake.bake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.VisibleText;
import org.newsbake.edition.Page;
import org.newsbake.edition.Stories;
import org.newsbake.edition.Story;
import org.newsbake.jbake.Project;

/**
 * Checks that the page of an agency's story shows what the contract asks for: the agency's notice,
 * and the credit of the lead picture. A template that loses one of them would break the contract on
 * every page without a word.
 *
 * <p>Thread-safe.
 */
final class Notices {

  /** The code of its problems. */
  static final String CODE = "notice-missing";

  private final Project project;
  private final Stories stories;

  Notices(Project project, Stories stories) {
    this.project = project;
    this.stories = stories;
  }

  /** What a finished page lacks, if it lacks anything. */
  Optional<Problem> missing(Page.ArticlePage page, byte[] bytes) {
    if (!project.newsroom() || page.entry().article().details().source().isEmpty()) {
      return Optional.empty();
    }
    Story story = stories.of(page.entry());
    List<String> wanted = new ArrayList<>();
    story.notice().ifPresent(wanted::add);
    String html = new String(bytes, project.articleOptions().charset());
    VisibleText text = VisibleText.of(html);
    story
        .picture()
        .filter(picture -> html.contains(picture.photo().uri()))
        .flatMap(Story.Picture::credit)
        .ifPresent(wanted::add);
    for (int i = 0; i < wanted.size(); i++) {
      if (!text.shows(wanted.get(i))) {
        boolean notice = i == 0;
        return Optional.of(
            Problem.error(
                CODE,
                SourceLocation.of(project.templateOptions().name() + "/" + page.template()),
                "a page of an agency's story does not show "
                    + (notice ? "the agency's notice." : "the credit of its picture."),
                notice
                    ? "Print ${content.story.notice} where the story ends."
                    : "Print ${content.story.picture.credit} below the picture."));
      }
    }
    return Optional.empty();
  }
}
