package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.newsbake.Problem;
import org.newsbake.edition.Entry;
import org.newsbake.edition.RelatedStories;
import org.newsbake.edition.Stories;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;
import org.newsbake.related.RelatedOptions;

/**
 * The related stories of a project, without its pages.
 *
 * @param problems what is wrong with the project, sorted; what its templates have to say is not
 *     among it
 * @param stories its stories; nothing where the project cannot be read
 * @param related the related stories of each
 */
public record Relations(
    List<Problem> problems, Optional<Stories> stories, Optional<RelatedStories> related) {

  public Relations {
    problems = List.copyOf(problems);
  }

  /**
   * Relates the stories of a project.
   *
   * @param folder the project's folder
   * @param instant the instant whose edition is looked at, once the zone of the site is known
   * @param count how many related stories there are, instead of what the project says
   * @param threads how many threads work, from 1
   * @throws IOException when the machine fails
   */
  public static Relations of(
      Path folder, Function<ZoneId, Instant> instant, Optional<Integer> count, int threads)
      throws IOException {
    ProjectReader.Result read = ProjectReader.read(folder, Optional.empty());
    List<Problem> problems = new ArrayList<>(read.problems());
    if (read.project().isEmpty()) {
      return new Relations(Problem.inOrder(problems), Optional.empty(), Optional.empty());
    }
    Project project = read.project().get();
    try (Parallel parallel = new Parallel(threads)) {
      Content content = Content.read(project, Content.Caching.READ, parallel);
      problems.addAll(content.problems());
      Plan plan =
          Plan.of(content.snapshot(), instant.apply(project.articleOptions().zone()), false);
      problems.addAll(plan.problems());
      Stories stories = content.stories(plan);
      RelatedOptions options = project.relatedOptions();
      RelatedStories related =
          RelatedStories.of(
              stories,
              new RelatedOptions(count.orElse(options.count()), options.ownBoost()),
              parallel::each);
      return new Relations(Problem.inOrder(problems), Optional.of(stories), Optional.of(related));
    }
  }

  /** The stories that have related ones, newest first. */
  public List<Entry> entries() {
    return stories.map(Relations::published).orElse(List.of());
  }

  /** The published stories with their older versions, which have the related ones of the newest. */
  public List<Entry> withOlderVersions() {
    List<Entry> all = new ArrayList<>(entries());
    stories.ifPresent(
        it ->
            it.edition().entries().stream()
                .filter(entry -> it.edition().newer(entry).isPresent())
                .forEach(all::add));
    return all;
  }

  private static List<Entry> published(Stories stories) {
    return stories.edition().published("post");
  }
}
