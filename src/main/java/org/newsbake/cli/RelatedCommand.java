package org.newsbake.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.bake.Relations;
import org.newsbake.edition.Entry;
import org.newsbake.edition.RelatedStories;
import org.newsbake.related.RelatedOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Prints the related stories of one story or of all, and why they are what they are. */
@Command(
    name = "related",
    description = {
      "Prints the stories that belong beside one.",
      "Those come first that its reader may be interested in most."
    },
    mixinStandardHelpOptions = true,
    customSynopsis = {
      "newsbake related [SITE] ARTICLE [--explain] [--at INSTANT] [--count N]",
      "       newsbake related [SITE] --all [--at INSTANT] [--count N]"
    },
    footer = {
      "",
      "ARTICLE is its file, below the content folder or from here, or its address.",
      "--all prints a line for each story: its path, a tab, and the paths of the",
      "others, parted by commas.",
      "",
      "Exit code: 0 done, 1 there is no such story, 2 wrong usage, 3 the machine failed.",
      "",
      "Examples:",
      "  newsbake related 2026/11/one-ticket-1.md",
      "  newsbake related site content/2026/11/one-ticket-1.md --explain",
      "  newsbake related --all > related.tsv"
    })
final class RelatedCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..2",
      paramLabel = "[SITE] ARTICLE",
      description = "The project's folder, this one by default, and the story.")
  private List<String> names = List.of();

  @Option(names = "--all", description = "Print the lists of all stories.")
  private boolean all;

  @Option(
      names = "--explain",
      description = "Print what carried each link, and why the next best lost.")
  private boolean explain;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many stories, instead of what related.count says.")
  private Integer count;

  @Option(
      names = "--at",
      paramLabel = "INSTANT",
      converter = At.Converter.class,
      description = "Look at the site as it is at this instant, such as 2026-12-31T14:00:00Z.")
  private At at = At.now(Clock.systemUTC());

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    int own = all ? 0 : 1;
    if (names.size() < own || names.size() > own + 1) {
      throw new ParameterException(
          spec.commandLine(), all ? "--all takes no article" : "name an article, or say --all");
    }
    if (all && explain) {
      throw new ParameterException(spec.commandLine(), "--explain wants one article, not --all");
    }
    if (count != null && (count < 1 || count > RelatedOptions.MOST)) {
      throw new ParameterException(
          spec.commandLine(), "--count is from 1 to " + RelatedOptions.MOST + ", not " + count);
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Path site = site(names.size() > own ? names.get(0) : ".");
    try {
      Relations relations =
          Relations.of(
              site,
              at.in(),
              Optional.ofNullable(count),
              Runtime.getRuntime().availableProcessors());
      ReportText.print(relations.problems().stream().filter(Problem::isError).toList(), spec);
      if (relations.related().isEmpty()) {
        return ExitCode.ERRORS;
      }
      RelatedStories related = relations.related().get();
      if (all) {
        relations.entries().forEach(entry -> out.println(line(related, entry)));
        return ExitCode.DONE;
      }
      String name = names.get(names.size() - 1);
      Optional<Entry> found = find(relations, site, name);
      if (found.isEmpty()) {
        err.println(missing(relations, name));
        return ExitCode.ERRORS;
      }
      if (explain) {
        related.explain(found.get()).ifPresent(it -> new ExplanationText(it).print(out));
      } else {
        related.of(found.get()).forEach(entry -> out.println(path(entry)));
      }
      return ExitCode.DONE;
    } catch (IOException e) {
      err.println("newsbake: " + MachineFailure.sentence(e));
      return ExitCode.MACHINE;
    }
  }

  private Path site(String written) {
    try {
      return SiteFolder.existing(new PathConverter().convert(written), spec);
    } catch (TypeConversionException e) {
      throw new ParameterException(spec.commandLine(), "Invalid value for SITE: " + e.getMessage());
    }
  }

  private static String line(RelatedStories related, Entry entry) {
    return path(entry)
        + "\t"
        + related.of(entry).stream().map(RelatedCommand::path).collect(Collectors.joining(","));
  }

  private static String path(Entry entry) {
    return entry.article().source().path();
  }

  private static Optional<Entry> find(Relations relations, Path site, String name) {
    List<Path> files = files(site, name);
    return relations.withOlderVersions().stream()
        .filter(
            entry -> {
              Path source = entry.article().source().file().toAbsolutePath().normalize();
              return path(entry).equals(name)
                  || files.contains(source)
                  || name.endsWith(entry.uri()) && isAddress(name, entry.uri());
            })
        .findFirst();
  }

  /** The files that a name may mean; an address is no path everywhere. */
  private static List<Path> files(Path site, String name) {
    try {
      return Stream.of(Path.of(name), site.resolve(name))
          .map(path -> path.toAbsolutePath().normalize())
          .toList();
    } catch (InvalidPathException e) {
      return List.of();
    }
  }

  /** Whether a name is an address of the site: nothing, a slash, or a host before the path. */
  private static boolean isAddress(String name, String uri) {
    String before = name.substring(0, name.length() - uri.length());
    return before.isEmpty() || before.equals("/") || before.matches("https?://[^/]+/");
  }

  private static String missing(Relations relations, String name) {
    List<String> paths = relations.entries().stream().map(RelatedCommand::path).toList();
    return "newsbake: there is no live story \""
        + name
        + "\". "
        + Choices.nearest(name, paths)
            .map(near -> "Did you mean \"" + near + "\"?")
            .orElse("Write its path below the content folder, such as 2026/11/one-ticket-1.md.");
  }
}
