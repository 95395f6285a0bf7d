package org.newsbake.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.newsbake.Problem;
import org.newsbake.bake.Report;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** A report as the terminal shows it. */
final class ReportText {

  private final Report report;

  ReportText(Report report) {
    this.report = report;
  }

  /** Prints the problems of stories that are held back, then all others, and their count. */
  void printProblems(CommandSpec command) {
    if (report.written().isEmpty()) {
      print(report.problems(), command);
      return;
    }
    PrintWriter err = command.commandLine().getErr();
    Map<Boolean, List<Problem>> ofHeld =
        report.problems().stream()
            .collect(
                Collectors.partitioningBy(
                    it -> it.isError() && report.held().contains(it.location().file())));
    if (!report.held().isEmpty()) {
      err.println("Held back: " + stories(report.held().size()) + " with errors.");
      ofHeld.get(true).forEach(problem -> err.println(text(problem, command)));
      report.held().stream()
          .filter(file -> ofHeld.get(true).stream().noneMatch(it -> isIn(it, file)))
          .forEach(file -> err.println(file + ": held back for an error listed below."));
    }
    ofHeld.get(false).forEach(problem -> err.println(text(problem, command)));
    count(report.problems(), err);
  }

  private static boolean isIn(Problem problem, String file) {
    return problem.location().file().equals(file);
  }

  /** Prints whether the site was written: the last line of a build. */
  void printOutcome(PrintWriter err) {
    if (report.withdrawn().isPresent()) {
      Report.Withdrawn withdrawn = report.withdrawn().get();
      withdrawn.stories().forEach(file -> err.println("Withdrawn: " + file));
      Map<String, List<String>> paths = new TreeMap<>();
      withdrawn
          .pages()
          .forEach(
              (path, state) -> paths.computeIfAbsent(state, key -> new ArrayList<>()).add(path));
      paths.forEach((state, pages) -> err.println("  " + count(pages.size(), state + " page")));
      // These are not as a build would make them.
      paths.getOrDefault("cut", List.of()).forEach(path -> err.println("  cut: " + path));
      err.println(
          "Not written, but "
              + (withdrawn.stories().size() == 1
                  ? "1 withdrawn story was"
                  : withdrawn.stories().size() + " withdrawn stories were")
              + " taken out of the last site.");
    } else if (report.written().isEmpty()) {
      err.println("Not written. The last site stays as it was.");
    } else if (report.failed()) {
      err.println(
          report.held().isEmpty()
              ? "Written."
              : "Written, without " + stories(report.held().size()) + " that have errors.");
    }
  }

  private static String stories(int number) {
    return number == 1 ? "1 story" : String.format(Locale.ROOT, "%,d stories", number);
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
            (reason, number) -> {
              // What is held back for errors was listed first.
              if (!reason.equals("quarantined")) {
                err.printf(Locale.ROOT, "Not live: %s.%n", count(number, reason + " article"));
              }
            });
    if (stages) {
      report
          .milliseconds()
          .forEach((stage, time) -> err.printf(Locale.ROOT, "%-10s %,6d ms%n", stage, time));
      report.cache().forEach(line -> err.println("cache: " + line));
    }
  }

  /** Tells a command's problems on standard error, and how many they are. */
  static void print(List<Problem> problems, CommandSpec command) {
    PrintWriter err = command.commandLine().getErr();
    problems.forEach(problem -> err.println(text(problem, command)));
    count(problems, err);
  }

  private static void count(List<Problem> problems, PrintWriter err) {
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
