package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.newsbake.Problem;
import org.newsbake.article.Article;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Schedule;
import org.newsbake.jbake.MarkupReader;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;

/**
 * How a project stands at an instant: what a build would say of it, without the templates, and what
 * is to come.
 *
 * @param zone the zone of the site
 * @param contentFiles how many content files were found: each is live, not live or a problem
 * @param schedule what is not live and what will go, or nothing where there is no project
 * @param problems all that is wrong, in order
 * @param failed whether a build would fail for it
 */
public record Survey(
    ZoneId zone,
    int contentFiles,
    Optional<Schedule> schedule,
    List<Problem> problems,
    boolean failed) {

  /** The code of problems that name a file which is neither read nor copied. */
  public static final String WITHHELD = StrayCopies.CODE;

  public Survey {
    Objects.requireNonNull(zone);
    Objects.requireNonNull(schedule);
    problems = List.copyOf(problems);
  }

  /**
   * Surveys a project: all that a build looks at before it renders.
   *
   * @param folder the project's folder
   * @param instant the instant, once the zone of the site is known
   * @param threads how many threads read, from 1
   * @throws IOException when the machine fails
   */
  public static Survey of(Path folder, Function<ZoneId, Instant> instant, int threads)
      throws IOException {
    return of(
        folder,
        instant,
        threads,
        (project, now, problems, parallel) -> {
          Content content = Content.read(project, Content.Caching.READ, parallel);
          problems.addAll(content.problems());
          Plan plan = Plan.of(content.snapshot(), now, false);
          problems.addAll(plan.problems());
          return new Found(content.sources().content().size(), plan.sound().articles());
        });
  }

  /**
   * Surveys what is to come: only the headers of articles are looked at, in a quarter of the time.
   *
   * @param folder the project's folder
   * @param instant the instant, once the zone of the site is known
   * @param threads how many threads read, from 1
   * @throws IOException when the machine fails
   */
  public static Survey ofSchedule(Path folder, Function<ZoneId, Instant> instant, int threads)
      throws IOException {
    return of(
        folder,
        instant,
        threads,
        (project, now, problems, parallel) -> {
          Sources sources = SourceWalk.find(project, MarkupReader.extensions());
          problems.addAll(sources.problems());
          List<SourceFile> files = sources.content();
          MarkupReader reader = new MarkupReader(project);
          List<Article> articles = new ArrayList<>(files.size());
          for (Reading reading :
              parallel.map(files.size(), index -> Content.article(reader, files.get(index)))) {
            problems.addAll(reading.problems());
            reading.article().ifPresent(articles::add);
          }
          return new Found(files.size(), articles);
        });
  }

  /** The content files of a project, and the articles in them. */
  private record Found(int files, List<Article> articles) {}

  /** Looks at a project. */
  private interface Look {
    Found find(Project project, Instant now, List<Problem> problems, Parallel parallel)
        throws IOException;
  }

  private static Survey of(Path folder, Function<ZoneId, Instant> instant, int threads, Look look)
      throws IOException {
    ProjectReader.Result read = ProjectReader.read(folder, Optional.empty());
    if (read.project().isEmpty()) {
      return new Survey(
          ZoneOffset.UTC, 0, Optional.empty(), Problem.inOrder(read.problems()), true);
    }
    Project project = read.project().get();
    ZoneId zone = project.articleOptions().zone();
    Instant now = instant.apply(zone);
    List<Problem> problems = new ArrayList<>(read.problems());
    Destination.objection(project).ifPresent(problems::add);
    try (Parallel parallel = new Parallel(threads)) {
      Found found = look.find(project, now, problems, parallel);
      return new Survey(
          zone,
          found.files(),
          Optional.of(Schedule.at(found.articles(), now)),
          Problem.inOrder(problems),
          project.failsOn(problems));
    }
  }
}
