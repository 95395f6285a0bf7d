package org.newsbake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.newsbake.bake.NewArticle;
import org.newsbake.bake.NewArticleRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Begins a story. */
@Command(
    name = "new",
    description = {
      "Begins a story.",
      "Makes its file, as a draft, and prints the file's path. No file is ever overwritten."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "What the file holds comes from archetypes/KIND.md in the project, which may add",
      "kinds of its own; for article, wire and correction there are built-in ones.",
      "Where the file stands is new.path in jbake.properties.",
      "",
      "Exit code: 0 done, 1 the project has errors, 2 wrong usage or the file is there",
      "already, 3 the machine failed.",
      "",
      "Examples:",
      "  newsbake new \"The night ferry sails again\" --section town",
      "  newsbake new \"Rates unchanged\" --kind wire --source northwind --edit",
      "  newsbake new \"What we got wrong on the tram\" --kind correction site"
    })
final class NewCommand implements Callable<Integer> {

  /** What Java makes of bytes that it cannot read. */
  private static final char UNREADABLE = '\uFFFD';

  @Parameters(index = "0", paramLabel = "HEADLINE", description = "The headline, in quotes.")
  private String headline;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "SITE",
      defaultValue = ".",
      description = "The project's folder; this one by default.")
  private Path site;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "article",
      description = "article, wire for agency copy, correction, or a kind of the project's own.")
  private String kind;

  @Option(
      names = "--section",
      paramLabel = "NAME",
      description = "Its section, by key or name in data/sections.yaml.")
  private Optional<String> section;

  @Option(
      names = "--source",
      paramLabel = "KEY",
      description = "The agency that it comes from, by key or name in data/sources.yaml.")
  private Optional<String> source;

  @Option(
      names = "--author",
      paramLabel = "KEY",
      description = "Its author, by key or name in data/authors.yaml.")
  private Optional<String> author;

  @Option(
      names = "--slug",
      paramLabel = "WORDS",
      description = "The name of the file, instead of one made of the headline.")
  private Optional<String> slug;

  @Option(names = "--edit", description = "Open the file in $VISUAL, else $EDITOR.")
  private boolean edit;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SiteFolder.existing(site, spec);
    PrintWriter err = spec.commandLine().getErr();
    Optional<Editor> editor = edit ? Optional.of(editor()) : Optional.empty();
    try {
      NewArticle.Outcome outcome = NewArticle.start(site, request(), Clock.systemUTC().instant());
      if (outcome instanceof NewArticle.Declined declined) {
        err.println(ReportText.text(declined.problem(), spec));
        return ExitCode.USAGE;
      }
      if (outcome instanceof NewArticle.Hindered hindered) {
        ReportText.print(hindered.problems(), spec);
        return ExitCode.ERRORS;
      }
      NewArticle.Written written = (NewArticle.Written) outcome;
      ReportText.print(written.warnings(), spec);
      Path file = fromHere(written.file());
      spec.commandLine().getOut().println(file);
      if (editor.isPresent()) {
        editor.get().open(file);
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      err.println("newsbake: " + MachineFailure.sentence(e));
      return ExitCode.MACHINE;
    }
  }

  private NewArticleRequest request() {
    if (headline.indexOf(UNREADABLE) >= 0) {
      throw new ParameterException(
          spec.commandLine(),
          "The headline holds what is no character here. Write it in UTF-8, and run Newsbake with"
              + " LC_ALL=C.UTF-8 in its environment.");
    }
    try {
      return new NewArticleRequest(headline, kind, section, source, author, slug);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "The headline is empty.");
    }
  }

  private Editor editor() {
    return Editor.of(System.getenv())
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), "--edit needs an editor: set VISUAL or EDITOR."));
  }

  /** A path as one would write it here. */
  private static Path fromHere(Path file) {
    Path here = Path.of("").toAbsolutePath();
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
  }
}
