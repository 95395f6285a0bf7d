package org.newsbake.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.newsbake.Choices;
import org.newsbake.desk.Import;
import org.newsbake.desk.ImportReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings agency copy into a project. */
@Command(
    name = "import",
    description = {
      "Imports agency copy.",
      "Reads NewsML-G2, NewsML 1, NITF, ninjs, media API JSON, ANPA 1312, IPTC 7901, RSS, Atom and"
          + " JSON Feed, makes articles of them, and keeps the originals below wire/."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The format is found in the file, whatever its name. New stories are drafts, unless",
      "the source has import: {status: published} in data/sources.yaml. A new version",
      "replaces its article, a kill withdraws it. An article that was edited is never",
      "overwritten: --take settles it.",
      "",
      "Exit code: 0 done, 1 a person is needed, 2 wrong usage, 3 the machine failed.",
      "",
      "Examples:",
      "  newsbake import --source northwind incoming/",
      "  newsbake import --source northwind --dry-run ferry.xml",
      "  newsbake import --source northwind --take merge content/2026/11/ferry.md"
    })
final class ImportCommand implements Callable<Integer> {

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files of the agency, and folders of them; with --take, one article.")
  private List<Path> files;

  @Option(
      names = "--site",
      paramLabel = "SITE",
      defaultValue = ".",
      description = "The project's folder; this one by default.")
  private Path site;

  @Option(
      names = "--source",
      paramLabel = "KEY",
      required = true,
      description = "The agency, by key or name in data/sources.yaml.")
  private String source;

  @Option(names = "--dry-run", description = "Say what would be done, and write nothing.")
  private boolean dry;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write a line of JSON for each item to this file, too.")
  private Optional<Path> report;

  @Option(
      names = "--take",
      paramLabel = "HOW",
      description =
          "Settle an edited article of which a new version came: theirs, ours, or merge both.")
  private Optional<String> take;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SiteFolder.existing(site, spec);
    if (take.isPresent() && !Import.TAKES.contains(take.get())) {
      throw new ParameterException(
          spec.commandLine(),
          "There is no --take " + take.get() + ". " + Choices.advice(take.get(), Import.TAKES));
    }
    if (take.isPresent() && (files.size() != 1 || dry)) {
      throw new ParameterException(
          spec.commandLine(), "--take settles one article, and not with --dry-run.");
    }
    try {
      Import work = new Import(site, source, dry, Clock.systemUTC().instant());
      ImportReport done =
          take.isPresent() ? work.take(files.get(0), take.get()) : work.files(files);
      print(done);
      if (report.isPresent()) {
        String lines =
            done.lines().stream().map(it -> it.json() + "\n").collect(Collectors.joining());
        Files.writeString(report.get(), lines, StandardCharsets.UTF_8);
      }
      if (done.after().isPresent()) {
        run(done.after().get());
      }
      return done.needsPerson() ? ExitCode.ERRORS : ExitCode.DONE;
    } catch (IOException e) {
      spec.commandLine().getErr().println("newsbake: " + MachineFailure.sentence(e));
      return ExitCode.MACHINE;
    }
  }

  /** Runs the command of the source in the project's folder. */
  private void run(String command) throws IOException {
    spec.commandLine().getOut().flush();
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", command).directory(site.toFile()).inheritIO();
    builder.environment().put("NEWSBAKE_SOURCE", source);
    Process process = builder.start();
    try {
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IOException("import.after ended with " + exitCode + ": " + command);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while import.after ran");
    }
  }

  private void print(ImportReport done) {
    PrintWriter out = spec.commandLine().getOut();
    done.lines().forEach(out::println);
    String counts =
        done.counts().entrySet().stream()
            .map(it -> it.getValue() + " " + it.getKey().name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    if (!done.lines().isEmpty()) {
      out.println(
          ReportText.count(done.lines().size(), "item")
              + ": "
              + counts
              + "."
              + (dry ? " Nothing was written." : ""));
    }
    ReportText.print(done.problems(), spec);
  }
}
