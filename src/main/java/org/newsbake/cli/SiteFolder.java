package org.newsbake.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The folder of a project, as a command is given it. */
final class SiteFolder {

  private SiteFolder() {}

  /** The folder itself; wrong usage where there is none. */
  static Path existing(Path site, CommandSpec spec) {
    if (!Files.isDirectory(site)) {
      throw new ParameterException(spec.commandLine(), "there is no folder " + site);
    }
    return site;
  }
}
