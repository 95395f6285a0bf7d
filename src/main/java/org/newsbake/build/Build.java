package org.newsbake.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.newsbake.Problem;
import org.newsbake.edition.Absence;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Page;
import org.newsbake.edition.RelatedStories;
import org.newsbake.edition.Site;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;

/**
 * Builds a site, stage by stage: read, plan, relate, render, write.
 *
 * <pre>{@code
 * Report report = new Build(options, () -> {}).run(Path.of("."), Optional.empty());
 * }</pre>
 */
public final class Build {

  private final BuildOptions options;
  private final Runnable waiting;

  /**
   * @param waiting run once when another build holds the output folder, and this one waits
   */
  public Build(BuildOptions options, Runnable waiting) {
    this.options = options;
    this.waiting = waiting;
  }

  /**
   * Builds the site of a project.
   *
   * @param folder the project's folder
   * @param output where to write the site, instead of where the project says
   * @throws IOException when the machine fails: a full disk, an output folder without permission
   */
  public Report run(Path folder, Optional<Path> output) throws IOException {
    try (Parallel parallel = new Parallel(options.threads())) {
      return new Run(parallel).run(folder, output);
    }
  }

  /** One build. */
  private final class Run {
    private final Parallel parallel;
    private final Collection<Problem> problems = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> milliseconds = new LinkedHashMap<>();
    private long lap = System.nanoTime();

    Run(Parallel parallel) {
      this.parallel = parallel;
    }

    Report run(Path folder, Optional<Path> output) throws IOException {
      ProjectReader.Result read = ProjectReader.read(folder, output);
      problems.addAll(read.problems());
      if (read.project().isEmpty()) {
        return new Report(
            output,
            0,
            0,
            Map.of(),
            0,
            0,
            Optional.empty(),
            Problem.inOrder(problems),
            true,
            milliseconds);
      }
      Project project = read.project().get();
      Destination.objection(project).ifPresent(problems::add);
      lap("configure");

      Content content = Content.read(project, parallel);
      problems.addAll(content.problems());
      lap("read");

      Instant instant = options.instant().apply(project.articleOptions().zone());
      Plan plan = Plan.of(content, instant, options.drafts());
      problems.addAll(plan.problems());
      lap("plan");

      RelatedStories related =
          RelatedStories.of(plan.stories(), project.shownRelated(), parallel::each);
      lap("relate");

      Press press = new Press(plan, related::of);
      problems.addAll(press.problems());
      Site site = plan.site();
      Optional<Report.Written> written = write(project, site, press);
      int copied =
          (int) site.pages().values().stream().filter(Page.AssetFile.class::isInstance).count();
      return new Report(
          Optional.of(project.output()),
          content.sources().content().size(),
          (int) site.pages().values().stream().filter(Page.ArticlePage.class::isInstance).count(),
          absent(plan.edition()),
          site.pages().size() - copied,
          copied,
          written,
          Problem.inOrder(problems),
          failed(project),
          milliseconds);
    }

    private Optional<Report.Written> write(Project project, Site site, Press press)
        throws IOException {
      if (failed(project) && !(options.keepGoing() && writable())) {
        // Nothing will be written; what the templates have to say is still wanted.
        renderAll(site, press, null);
        return Optional.empty();
      }
      try (OutputFolder folder = OutputFolder.open(project.output(), waiting)) {
        Staging staging = new Staging(folder);
        boolean committed = false;
        try {
          renderAll(site, press, staging);
          if (failed(project) && !options.keepGoing()) {
            return Optional.empty();
          }
          Staging.Outcome outcome = staging.commit(press.missing(), Map.of());
          committed = true;
          lap("write");
          return Optional.of(
              new Report.Written(
                  outcome.written(), outcome.unchanged(), outcome.removed(), outcome.foreign()));
        } finally {
          if (!committed) {
            folder.abandon();
          }
        }
      }
    }

    /** Whether the output folder is one that may be written to at all. */
    private boolean writable() {
      return problems.stream().noneMatch(problem -> problem.code().equals(Destination.CODE));
    }

    private void renderAll(Site site, Press press, Staging staging) throws IOException {
      List<Page> pages = List.copyOf(site.pages().values());
      parallel.map(
          pages.size(),
          index -> {
            Page page = pages.get(index);
            if (page instanceof Page.AssetFile asset) {
              copy(asset, staging);
            } else {
              byte[] bytes = press.bytes(page);
              if (bytes != null && staging != null) {
                staging.write(page.path(), bytes);
              }
            }
            return null;
          });
      problems.addAll(press.problems());
      lap("render");
    }

    private void copy(Page.AssetFile asset, Staging staging) throws IOException {
      if (!java.nio.file.Files.isReadable(asset.source().file())) {
        problems.add(
            Reasons.unreadable(
                asset.source(), new java.nio.file.AccessDeniedException(asset.path())));
      } else if (staging != null) {
        staging.copy(asset.path(), asset.source().file());
      }
    }

    private Map<String, Integer> absent(Edition edition) {
      Map<String, Integer> counts = new TreeMap<>();
      for (Absence absence : edition.absences()) {
        counts.merge(absence.reason().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
      }
      return counts;
    }

    private boolean failed(Project project) {
      return project.failsOn(problems);
    }

    private void lap(String stage) {
      long now = System.nanoTime();
      milliseconds.put(stage, TimeUnit.NANOSECONDS.toMillis(now - lap));
      lap = now;
    }
  }
}
