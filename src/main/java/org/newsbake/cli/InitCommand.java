package org.newsbake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbake.Problem;
import org.newsbake.bake.NewSite;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Founds a newsroom. */
@Command(
    name = "init",
    description = {
      "Makes a new newsroom that can be shown and built at once.",
      "It has a theme, data files, archetypes, a few stories of an invented town and an example of"
          + " a workflow that deploys it. A folder with anything but .git in it is left alone."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code: 0 done, 2 wrong usage or the folder is not empty, 3 the machine failed.",
      "",
      "Examples:",
      "  newsbake init gazette",
      "  cd gazette && newsbake serve"
    })
final class InitCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "FOLDER",
      description = "The newsroom's folder: empty, or not there yet.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    try {
      Optional<Problem> problem = NewSite.found(folder, Clock.systemUTC().instant());
      if (problem.isPresent()) {
        err.println(ReportText.text(problem.get(), spec));
        return ExitCode.USAGE;
      }
      spec.commandLine()
          .getOut()
          .println(
              "A newsroom stands in "
                  + (folder.normalize().toString().isEmpty() ? "this folder" : folder)
                  + ". In it, newsbake serve shows the site; its README.md says how to make it"
                  + " yours.");
      return ExitCode.DONE;
    } catch (IOException e) {
      err.println("newsbake: " + MachineFailure.sentence(e));
      return ExitCode.MACHINE;
    }
  }
}
