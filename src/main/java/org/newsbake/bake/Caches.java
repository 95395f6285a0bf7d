package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.newsbake.Problem;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;

/**
 * What builds of a project keep to be faster.
 *
 * @param files how many files were deleted
 * @param problems why they could not be found
 */
public record Caches(int files, List<Problem> problems) {

  public Caches {
    problems = List.copyOf(problems);
  }

  /**
   * Deletes the caches of a project: the next build reads all files and makes all pages and
   * pictures. The site stays.
   *
   * @param folder the project's folder
   * @param waiting run once when a build holds the output folder, and this waits for it
   * @throws IOException when a file cannot be deleted
   */
  public static Caches delete(Path folder, Runnable waiting) throws IOException {
    ProjectReader.Result read = ProjectReader.read(folder, Optional.empty());
    if (read.project().isEmpty()) {
      return new Caches(0, read.problems());
    }
    Project project = read.project().get();
    int files = 0;
    if (Files.isDirectory(project.cache())) {
      try (Stream<Path> all = Files.list(project.cache())) {
        for (Path file : all.filter(Caches::isCache).toList()) {
          files = delete(file, files);
        }
      }
    }
    files = delete(project.folder().resolve(Press.PICTURES), files);
    if (Files.isDirectory(project.output()) && Destination.objection(project).isEmpty()) {
      try (OutputFolder output = OutputFolder.open(project.output(), waiting)) {
        files += output.forget(PageLedger.RECORD) ? 1 : 0;
      }
    }
    return new Caches(files, List.of());
  }

  /** The folder may be one that has other files. */
  private static boolean isCache(Path file) {
    String name = file.getFileName().toString();
    return ArticleCache.isFile(name) || LastBuild.isFile(name) || RelatedCache.isFile(name);
  }

  private static int delete(Path root, int before) throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return before;
    }
    List<Path> paths;
    try (Stream<Path> all = Files.walk(root)) {
      paths = new ArrayList<>(all.toList());
    }
    Collections.reverse(paths);
    int files = before;
    for (Path path : paths) {
      files += Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) ? 0 : 1;
      Files.deleteIfExists(path);
    }
    return files;
  }
}
