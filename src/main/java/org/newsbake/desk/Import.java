package org.newsbake.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.DataFile;
import org.newsbake.article.DataReader;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Entity;
import org.newsbake.edition.ImportRules;
import org.newsbake.edition.Newsroom;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;

/**
 * Imports copy of a source into a project.
 *
 * @param site the project's folder
 * @param source the key or the name of the source in {@code data/sources.yaml}
 * @param dry whether nothing is written
 * @param now the date of what names none
 */
public record Import(Path site, String source, boolean dry, Instant now) {

  /** What to do where an article was edited and a new version came. */
  public static final List<String> TAKES = List.of("theirs", "ours", "merge");

  /**
   * Imports files and folders.
   *
   * @throws IOException when the machine fails
   */
  public ImportReport files(List<Path> inputs) throws IOException {
    return with(importer -> importer.run(inputs));
  }

  /**
   * Settles what the ledger holds for an article.
   *
   * @param article its path
   * @param how one of {@link #TAKES}
   * @throws IOException when the machine fails
   */
  public ImportReport take(Path article, String how) throws IOException {
    return with(importer -> importer.take(below(article), how));
  }

  private interface Work {
    ImportReport with(Importer importer) throws IOException;
  }

  /** A path as the ledger has it: below the content folder. */
  private String below(Path article) {
    String name = article.normalize().toString().replace('\\', '/');
    Path content = site.resolve("content").toAbsolutePath().normalize();
    Path absolute = article.toAbsolutePath().normalize();
    if (absolute.startsWith(content)) {
      return content.relativize(absolute).toString().replace('\\', '/');
    }
    return name.startsWith("content/") ? name.substring("content/".length()) : name;
  }

  private ImportReport with(Work work) throws IOException {
    ProjectReader.Result read = ProjectReader.read(site, Optional.empty());
    if (read.project().isEmpty()) {
      return new ImportReport(List.of(), read.problems());
    }
    Project project = read.project().get();
    List<Problem> problems = new ArrayList<>();
    Newsroom newsroom = newsroom(project, problems);
    Optional<Entity> entity =
        newsroom.sources().stream()
            .filter(it -> it.key().equals(source) || it.name().equalsIgnoreCase(source))
            .findFirst();
    if (problems.stream().anyMatch(Problem::isError)) {
      return new ImportReport(List.of(), problems);
    }
    if (entity.isEmpty()) {
      problems.add(
          Problem.error(
              "source-unknown",
              SourceLocation.of("--source"),
              "data/sources.yaml has no source \"" + source + "\".",
              newsroom.sources().isEmpty()
                  ? "Write an entry for it there, with its name."
                  : Choices.advice(source, newsroom.sources().stream().map(Entity::key).toList())));
      return new ImportReport(List.of(), problems);
    }
    if (!entity.get().key().matches("[A-Za-z0-9][A-Za-z0-9_.-]*")) {
      problems.add(
          Problem.error(
              "source-key",
              SourceLocation.of("data/sources.yaml"),
              "the key \"" + entity.get().key() + "\" cannot name a folder.",
              "Write a key of letters, digits and hyphens."));
      return new ImportReport(List.of(), problems);
    }
    ImportRules rules = ImportRules.of(entity.get());
    ZoneId zone = rules.zone().orElse(project.articleOptions().zone());
    Copy copy = new Copy(entity.get().key(), rules, zone);
    try (WireStore store = WireStore.open(project.folder(), entity.get().key(), dry)) {
      ImportReport done = work.with(new Importer(store, project.content(), copy, now, dry));
      return store.isChanged()
          ? new ImportReport(done.lines(), done.problems(), rules.after())
          : done;
    } catch (WireStore.Busy e) {
      problems.add(
          Problem.error(
              "import-busy",
              SourceLocation.of("wire/" + entity.get().key()),
              "another import of this source is at work.",
              "Wait for its end, and run this again."));
      return new ImportReport(List.of(), problems);
    }
  }

  private static Newsroom newsroom(Project project, List<Problem> problems) throws IOException {
    List<DataFile> files = new ArrayList<>();
    DataReader reader = new DataReader(project.articleOptions().zone());
    for (String name : List.of("sources.yaml", "sources.yml")) {
      Path file = project.data().resolve(name);
      if (Files.isRegularFile(file)) {
        DataReader.Result result = reader.read(new SourceFile(file, name, "data/" + name));
        problems.addAll(result.problems());
        result.file().ifPresent(files::add);
      }
    }
    Newsroom newsroom = new Newsroom(files, true, key -> true);
    newsroom.problems().stream().filter(Problem::isError).forEach(problems::add);
    return newsroom;
  }
}
