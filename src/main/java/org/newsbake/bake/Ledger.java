package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.edition.PublicAddresses;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;

/**
 * Keeps the ledger of public addresses of a project, {@code data/addresses.txt}, after its site was
 * delivered.
 *
 * @param addresses how many addresses it has
 * @param stories how many content files have one
 * @param added how many addresses are new
 * @param problems what is wrong with it; it was not changed then
 */
public record Ledger(int addresses, int stories, int added, List<Problem> problems) {

  public Ledger {
    problems = List.copyOf(problems);
  }

  /**
   * Reads the ledger of a project.
   *
   * @param folder the project's folder
   * @throws IOException when the machine fails
   */
  public static Ledger read(Path folder) throws IOException {
    return update(folder, Optional.empty(), false, () -> {});
  }

  /**
   * Adds the addresses of the stories that the output folder holds.
   *
   * @param folder the project's folder
   * @param output the output folder, instead of the project's
   * @param waiting run once when a build holds the output folder, and this waits
   * @throws IOException when the machine fails
   */
  public static Ledger record(Path folder, Optional<Path> output, Runnable waiting)
      throws IOException {
    return update(folder, output, true, waiting);
  }

  private static Ledger update(Path folder, Optional<Path> output, boolean record, Runnable waiting)
      throws IOException {
    ProjectReader.Result read = ProjectReader.read(folder, output);
    if (read.project().isEmpty()) {
      return new Ledger(0, 0, 0, read.problems());
    }
    Project project = read.project().get();
    Path file = project.data().resolve(PublicAddresses.FILE);
    String name = SourceWalk.name(project, project.data()) + "/" + PublicAddresses.FILE;
    PublicAddresses before = PublicAddresses.read(name, text(file));
    PublicAddresses after = before;
    if (record && before.problems().isEmpty()) {
      Optional<PublishedPages> pages = published(project, waiting);
      if (pages.isEmpty()) {
        return new Ledger(
            before.lines().size(),
            before.files().size(),
            0,
            List.of(
                Problem.error(
                    "output-unknown",
                    SourceLocation.of(project.output().toString()),
                    "there is no site of this version of Newsbake here.",
                    "Run newsbake build first, or name the output folder with -o.")));
      }
      after =
          before.with(pages.get().pages().stream().map(PublishedPages.StoryPage::line).toList());
      if (!after.lines().equals(before.lines())) {
        write(file, after.text());
      }
    }
    return new Ledger(
        after.lines().size(),
        after.files().size(),
        after.lines().size() - before.lines().size(),
        before.problems());
  }

  private static Optional<PublishedPages> published(Project project, Runnable waiting)
      throws IOException {
    if (!Files.isDirectory(project.output()) || Destination.objection(project).isPresent()) {
      return Optional.empty();
    }
    try (OutputFolder site = OutputFolder.open(project.output(), waiting)) {
      return site.record(PublishedPages.RECORD).map(PublishedPages::read);
    }
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    Files.writeString(temporary, text);
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
