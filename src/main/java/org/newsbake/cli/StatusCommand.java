package org.newsbake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.newsbake.bake.Survey;
import org.newsbake.edition.Schedule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what is not live, what will go, and when the site changes next. */
@Command(
    name = "status",
    description = {
      "Tells what is to come, what goes, and what is wrong.",
      "Lists the stories that are drafts, scheduled, embargoed, expiring, expired or killed, and"
          + " tells when the site changes by itself the next time. Nothing is rendered, so what is"
          + " wrong with templates shows in a build only."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The site changes by itself when a date, an embargo, an expiry, a kill or the",
      "date of a correction comes. That the news sitemap lets go of stories after 48",
      "hours is not counted.",
      "",
      "Exit code: 0 done, 1 the site has errors, 2 wrong usage, 3 the machine failed.",
      "",
      "Examples:",
      "  newsbake status                         the project in this folder, now",
      "  newsbake status --at 2026-12-24T18:00   as it will be on Christmas Eve",
      "  newsbake status site --next             2026-11-26T06:00:00Z"
    })
final class StatusCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "SITE",
      defaultValue = ".",
      description = "The project's folder; this one by default.")
  private Path site;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = At.Converter.class,
      description = "Tell it for this instant, such as 2026-12-31T14:00:00Z, instead of now.")
  private At at = At.now(Clock.systemUTC());

  @Option(
      names = "--next",
      description =
          "Print only the next instant at which the site changes by itself, in UTC; nothing where"
              + " there is none.")
  private boolean next;

  @Option(names = "--all", description = "List every story, also where there are many of a kind.")
  private boolean all;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SiteFolder.existing(site, spec);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int threads = Runtime.getRuntime().availableProcessors();
    try {
      Survey survey =
          next ? Survey.ofSchedule(site, at.in(), threads) : Survey.of(site, at.in(), threads);
      ReportText.print(survey.problems(), spec);
      if (next) {
        survey.schedule().flatMap(Schedule::next).ifPresent(out::println);
      } else {
        StatusText.print(survey, all, out);
      }
      return survey.failed() ? ExitCode.ERRORS : ExitCode.DONE;
    } catch (IOException e) {
      err.println("newsbake: " + MachineFailure.sentence(e));
      return ExitCode.MACHINE;
    }
  }
}
