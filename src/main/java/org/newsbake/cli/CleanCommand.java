package org.newsbake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.newsbake.bake.Caches;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes what builds keep to be faster. */
@Command(
    name = "clean",
    description = {
      "Deletes what builds keep to be faster.",
      "That is what the content files say, what the pages are made of, and the smaller pictures."
          + " The output folder stays. The next build takes as long as the first one, and writes"
          + " the same site."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code: 0 done, 1 the project cannot be read, 2 wrong usage, 3 the machine failed.",
      "",
      "Examples:",
      "  newsbake clean            in this folder",
      "  newsbake clean site       in another one"
    })
final class CleanCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "SITE",
      defaultValue = ".",
      description = "The project's folder; this one by default.")
  private Path site;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SiteFolder.existing(site, spec);
    PrintWriter err = spec.commandLine().getErr();
    try {
      Caches caches =
          Caches.delete(site, () -> err.println("A build is writing this site; waiting for it."));
      ReportText.print(caches.problems(), spec);
      if (!caches.problems().isEmpty()) {
        return ExitCode.ERRORS;
      }
      spec.commandLine()
          .getOut()
          .println("Deleted " + ReportText.count(caches.files(), "file") + " of the caches.");
      return ExitCode.DONE;
    } catch (IOException e) {
      err.println("newsbake: " + MachineFailure.sentence(e));
      return ExitCode.MACHINE;
    }
  }
}
