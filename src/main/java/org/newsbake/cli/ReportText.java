package org.newsbake.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.newsbake.Problem;
import org.newsbake.build.Report;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** A report as the terminal shows it. */
final class ReportText {

  private final Report report;

  ReportText(Report report) {
    this.report = report;
  }

  void printProblems(CommandSpec command) {
    print(report.problems(), command);
    PrintWriter err = command.commandLine().getErr();
    if (report.failed() && report.written().isEmpty()) {
      err.println("Nothing was written; the site is as it was.");
    }
  }

  /**
   * @param nanoseconds the wall time of the build
   * @param stages whether to tell the time of each stage, too
   */
  void printSummary(PrintWriter out, PrintWriter err, long nanoseconds, boolean stages) {
    report
        .written()
        .ifPresent(
            written -> {
              out.printf(
                  Locale.ROOT,
                  "Baked %s of %s into %s in %.1f s: %s, %,d unchanged%s%s.%n",
                  count(report.rendered(), "page"),
                  count(report.contentFiles(), "content file"),
                  report.output().map(ReportText::folder).orElse(""),
                  nanoseconds / (double) TimeUnit.SECONDS.toNanos(1),
                  String.format(Locale.ROOT, "%,d written", written.files()),
                  written.unchanged(),
                  written.removed() == 0
                      ? ""
                      : String.format(Locale.ROOT, ", %,d removed", written.removed()),
                  written.foreign() == 0
                      ? ""
                      : ", " + count(written.foreign(), "other file") + " left alone");
            });
    report
        .absent()
        .forEach(
            (reason, number) ->
                err.printf(Locale.ROOT, "Not live: %s.%n", count(number, reason + " article")));
    if (stages) {
      report
          .milliseconds()
          .forEach((stage, time) -> err.printf(Locale.ROOT, "%-10s %,6d ms%n", stage, time));
    }
  }

  /** Tells a command's problems on standard error, and how many they are. */
  static void print(List<Problem> problems, CommandSpec command) {
    PrintWriter err = command.commandLine().getErr();
    problems.forEach(problem -> err.println(text(problem, command)));
    if (!problems.isEmpty()) {
      long errors = problems.stream().filter(Problem::isError).count();
      err.println(count(errors, "error") + ", " + count(problems.size() - errors, "warning") + ".");
    }
  }

  /** A problem, its severity in colour where the command shows colours. */
  static String text(Problem problem, CommandSpec command) {
    Ansi colours = command.commandLine().getColorScheme().ansi();
    String severity = problem.isError() ? "error" : "warning";
    String style = problem.isError() ? "bold,red" : "bold,yellow";
    return colours.enabled()
        ? problem
            .toString()
            .replaceFirst(
                ": " + severity + ": ",
                ": " + colours.string("@|" + style + " " + severity + "|@") + ": ")
        : problem.toString();
  }

  private static String folder(Path path) {
    String name = path.normalize().toString();
    return name.endsWith("/") ? name : name + "/";
  }

  static String count(long number, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", number, what, number == 1 ? "" : "s");
  }
}
