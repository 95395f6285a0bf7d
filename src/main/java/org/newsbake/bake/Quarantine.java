package org.newsbake.bake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Absence;
import org.newsbake.edition.Edition;
import org.newsbake.edition.PublicAddresses;
import org.newsbake.jbake.Project;

/**
 * Decides whether a build goes on: an error of a story holds back that story alone, unless the site
 * asks to stop, or too many stories that were public would be gone.
 */
final class Quarantine {

  private final Project project;
  private final Project.OnError onError;
  private final Blame blame;
  private final PublicAddresses known;

  Quarantine(Snapshot content, Project.OnError onError) {
    this.project = content.project();
    this.onError = onError;
    this.blame = new Blame(content);
    this.known = content.known();
  }

  /** Whether these problems keep the site of an edition from being written. */
  boolean stops(Collection<Problem> problems, Edition edition) {
    return problems.stream()
            .filter(project::failsOn)
            .anyMatch(it -> !onError.quarantine() || blame.cost(it) == Blame.Cost.BUILD)
        || limit(edition).isPresent();
  }

  /** Whether stories alone are to blame for the errors among these problems. */
  boolean isAllThatFails(Collection<Problem> problems) {
    return problems.stream()
        .filter(project::failsOn)
        .allMatch(it -> blame.cost(it) == Blame.Cost.STORY);
  }

  /**
   * The content paths of the stories that are to be held back for what failed in rendering.
   *
   * @return nothing where a failure is the fault of no story, so that the build stops
   */
  Optional<Set<String>> culprits(List<TemplateFault> faults, Edition edition) {
    Set<String> culprits = new TreeSet<>();
    for (TemplateFault fault : faults) {
      Set<String> stories = new TreeSet<>(blame.stories(List.of(fault.failure()), edition));
      fault.stories().stream().map(SourceFile::path).forEach(stories::add);
      if (stories.isEmpty() || !onError.quarantine()) {
        return Optional.empty();
      }
      culprits.addAll(stories);
    }
    return Optional.of(culprits);
  }

  /** That more stories are held back than a site may lose, if that is so. */
  Optional<Problem> limit(Edition edition) {
    if (!onError.quarantine()) {
      return Optional.empty();
    }
    List<String> lost = held(edition).stream().filter(known.files()::contains).toList();
    return onError.allows(lost.size(), known.files().size())
        ? Optional.empty()
        : Optional.of(
            Problem.error(
                "quarantine-limit",
                SourceLocation.of("jbake.properties"),
                String.format(
                    java.util.Locale.ROOT,
                    "%,d stories that were public have errors, which is more than quarantine.most"
                        + " allows.",
                    lost.size()),
                "Correct them, or raise quarantine.most if they are to go."));
  }

  /** The content files that are held back in an edition, in order. */
  static List<String> held(Edition edition) {
    return edition.absences().stream()
        .filter(absence -> absence.reason() == Absence.Reason.QUARANTINED)
        .map(Absence::article)
        .map(Article::source)
        .map(SourceFile::name)
        .sorted()
        .toList();
  }
}
