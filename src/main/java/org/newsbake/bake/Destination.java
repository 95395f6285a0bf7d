package org.newsbake.bake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.edition.Site;
import org.newsbake.jbake.Project;

/** Keeps a site from being written over what it is made of, and a cache from being published. */
final class Destination {

  static final String CODE = "output-folder";

  private Destination() {}

  /** Why the output folder of a project cannot be one, if it cannot. */
  static Optional<Problem> objection(Project project) {
    Path output = real(project.output());
    Path folder = real(project.folder());
    if (folder.startsWith(output)) {
      return Optional.of(
          problem(
              project, output.equals(folder) ? "is the project's folder" : "holds the project"));
    }
    Map<String, Path> inputs = new LinkedHashMap<>();
    inputs.put("content", project.content());
    inputs.put("template", project.templateOptions().folder());
    inputs.put("asset", project.assets());
    inputs.put("data", project.data());
    for (Map.Entry<String, Path> input : inputs.entrySet()) {
      Path source = real(input.getValue());
      if (output.startsWith(source)) {
        return Optional.of(problem(project, "lies in the " + input.getKey() + " folder"));
      }
      if (source.startsWith(output)) {
        return Optional.of(problem(project, "holds the " + input.getKey() + " folder"));
      }
    }
    inputs.put("output", project.output());
    Path cache = real(project.cache());
    for (Map.Entry<String, Path> folderOfSite : inputs.entrySet()) {
      if (cache.startsWith(real(folderOfSite.getValue()))) {
        return Optional.of(
            Problem.error(
                "cache-folder",
                SourceLocation.of(project.cache().toString()),
                "the cache folder lies in the "
                    + folderOfSite.getKey()
                    + " folder, and what it knows of drafts could be published.",
                "Name another folder in cache.folder, such as .newsbake/cache."));
      }
    }
    return Optional.empty();
  }

  /** The pages whose names this machine cannot write, as in a C locale those beyond ASCII. */
  static List<Problem> unwritable(Project project, Site site) {
    List<Problem> problems = new ArrayList<>();
    for (String path : site.pages().keySet()) {
      if (isAscii(path)) {
        continue;
      }
      try {
        project.output().resolve(path);
      } catch (InvalidPathException e) {
        problems.add(
            Problem.error(
                CODE,
                SourceLocation.of(path),
                "Java cannot write this file name here: "
                    + System.getProperty("sun.jnu.encoding")
                    + " has not all of its characters.",
                "Run Newsbake with LC_ALL=C.UTF-8 in its environment."));
      }
    }
    return problems;
  }

  private static boolean isAscii(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static Problem problem(Project project, String relation) {
    return Problem.error(
        CODE,
        SourceLocation.of(project.output().toString()),
        "the output folder " + relation + ", and would write over it.",
        "Name another folder with -o, or in destination.folder.");
  }

  /** The path without links, as far as it exists. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    for (Path at = absolute; at != null; at = at.getParent()) {
      if (Files.exists(at)) {
        try {
          return at.toRealPath().resolve(at.relativize(absolute));
        } catch (IOException e) {
          return absolute;
        }
      }
    }
    return absolute;
  }
}
