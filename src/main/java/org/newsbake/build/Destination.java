package org.newsbake.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.jbake.Project;

/** Keeps a site from being written over what it is made of. */
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
    return Optional.empty();
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
