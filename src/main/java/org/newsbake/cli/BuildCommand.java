package org.newsbake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbake.bake.Build;
import org.newsbake.bake.BuildOptions;
import org.newsbake.bake.PartlyWrittenException;
import org.newsbake.bake.Report;
import org.newsbake.bake.WriteFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Bakes a project into its output folder. */
@Command(
    name = "build",
    description = "Bakes a project into its output folder, all or nothing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code: 0 done, 1 the site has errors, 2 wrong usage, 3 the machine failed.",
      "",
      "Examples:",
      "  newsbake build                      the project in this folder, into output/",
      "  newsbake build site -o /var/www     another project, another output folder",
      "  newsbake build --at 2026-12-24T18:00 --drafts -o /tmp/preview"
    })
final class BuildCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "SITE",
      defaultValue = ".",
      description = "The project's folder; this one by default.")
  private Path site;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where to write the site, instead of destination.folder.")
  private Path output;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = At.Converter.class,
      description = "Build the site as it is at this instant, such as 2026-12-31T14:00:00Z.")
  private At at = At.now(Clock.systemUTC());

  @Option(names = "--drafts", description = "Write drafts, too, with the suffix draft.suffix.")
  private boolean drafts;

  @Option(
      names = "--keep-going",
      description =
          "Hold back stories with errors and write the rest: build.on_error=quarantine for one run."
              + " The exit code is still 1.")
  private boolean keepGoing;

  @Option(
      names = "--no-cache",
      description =
          "Read every file and make every page, whatever the last build kept. The site is the"
              + " same.")
  private boolean noCache;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads read and render; one for each core by default.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write the counts, problems and times to this file, as JSON.")
  private Path report;

  @Option(
      names = {"-v", "--verbose"},
      description = "Tell the time that each stage took.")
  private boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Tell nothing but problems.")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new ParameterException(spec.commandLine(), "--threads is at least 1, not " + threads);
    }
    SiteFolder.existing(site, spec);
    PrintWriter err = spec.commandLine().getErr();
    long start = System.nanoTime();
    try {
      Build build =
          new Build(
              new BuildOptions(at.in(), drafts, keepGoing, !noCache, threads),
              () -> err.println("Another build is writing this site; waiting for it."));
      Report result = build.run(site, Optional.ofNullable(output));
      ReportText text = new ReportText(result);
      text.printProblems(spec);
      if (!quiet) {
        text.printSummary(spec.commandLine().getOut(), err, System.nanoTime() - start, verbose);
      }
      text.printOutcome(err);
      int exitCode = result.failed() && !result.tolerated() ? ExitCode.ERRORS : ExitCode.DONE;
      return report == null || written(result) ? exitCode : ExitCode.MACHINE;
    } catch (IOException | OutOfMemoryError | StackOverflowError e) {
      err.println("newsbake: " + MachineFailure.sentence(e));
      err.println(state(e));
      return ExitCode.MACHINE;
    }
  }

  /** What the output folder holds after a failure. */
  private static String state(Throwable e) {
    if (e instanceof PartlyWrittenException partly) {
      return partly.state();
    }
    return e instanceof IOException
        ? "The site is as it was."
        : "The output folder holds a whole site: the last one, or the new one.";
  }

  /** Writes the report; when the machine fails, the site is built all the same. */
  private boolean written(Report result) {
    try {
      Files.writeString(report, ReportJson.of(result));
      return true;
    } catch (IOException e) {
      IOException named = WriteFailure.of(report, e);
      spec.commandLine()
          .getErr()
          .println("newsbake: the report is missing: " + MachineFailure.sentence(named));
      return false;
    }
  }
}
