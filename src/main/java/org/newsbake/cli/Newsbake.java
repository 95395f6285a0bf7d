package org.newsbake.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** The program. */
@Command(
    name = "newsbake",
    description = "Bakes a folder of articles into a news site.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Exit code: 0 done, 1 the site has errors, 2 wrong usage, 3 the machine failed.",
      "Colours are shown on a terminal only, and not where NO_COLOR is set.",
      "",
      "Examples:",
      "  newsbake init gazette                     a new newsroom in the folder gazette",
      "  newsbake serve                            the site in the browser, while you write",
      "  newsbake new \"The night ferry is back\"    a new story, as a draft",
      "  newsbake status                           what is to come, and what is wrong",
      "  newsbake build                            the site, in the folder output",
      "  newsbake status --help                    all that status can do"
    },
    versionProvider = Newsbake.Version.class,
    subcommands = {
      InitCommand.class,
      NewCommand.class,
      ImportCommand.class,
      StatusCommand.class,
      RelatedCommand.class,
      ServeCommand.class,
      BuildCommand.class,
      LedgerCommand.class,
      CleanCommand.class,
      CompletionCommand.class,
      HelpCommand.class
    })
public final class Newsbake {

  private Newsbake() {}

  /** Runs one command, and exits with its code. */
  public static void main(String[] arguments) {
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = new PrintWriter(output, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int exitCode = run(out, err, Colours.here(), arguments);
    out.flush();
    if (output.failure().isPresent()) {
      err.println(
          "newsbake: cannot write standard output: " + output.failure().get().getMessage() + ".");
      exitCode = ExitCode.MACHINE;
    }
    System.exit(exitCode);
  }

  /** Runs one command: 0 done, 1 the site has errors, 2 wrong usage, 3 the machine failed. */
  static int run(PrintWriter out, PrintWriter err, Ansi colours, String... arguments) {
    CommandLine line = line();
    line.setOut(out);
    line.setErr(err);
    line.setColorScheme(CommandLine.Help.defaultColorScheme(colours));
    if (arguments.length == 0) {
      line.usage(line.getErr());
      return ExitCode.USAGE;
    }
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError | StackOverflowError e) {
      err.println("newsbake: " + MachineFailure.sentence(e));
      return ExitCode.MACHINE;
    }
  }

  /** The program with all its commands. */
  static CommandLine line() {
    CommandLine line = new CommandLine(new Newsbake());
    for (CommandLine command : line.getSubcommands().values()) {
      command.getCommandSpec().versionProvider(new Version());
    }
    line.registerConverter(Path.class, new PathConverter());
    line.setParameterExceptionHandler(Newsbake::wrongUsage);
    line.setExecutionExceptionHandler(
        (e, command, result) -> {
          Optional<Throwable> memory = MachineFailure.outOfMemory(e);
          if (memory.isPresent()) {
            command.getErr().println("newsbake: " + MachineFailure.sentence(memory.get()));
            return ExitCode.MACHINE;
          }
          e.printStackTrace(command.getErr());
          command.getErr().println("newsbake: this is a fault of Newsbake; please report it.");
          return ExitCode.MACHINE;
        });
    return line;
  }

  private static int wrongUsage(CommandLine.ParameterException e, String... arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    Optional<String> dashed =
        e instanceof CommandLine.MissingParameterException
            ? unknownOption(command, arguments)
            : Optional.empty();
    err.println(
        command
            .getColorScheme()
            .errorText(dashed.map(it -> "Unknown option: '" + it + "'").orElse(e.getMessage())));
    dashed.ifPresent(
        it -> err.println("Write -- before it, and options before that, if it is none."));
    CommandLine.UnmatchedArgumentException.printSuggestions(e, err);
    err.println(command.getCommandSpec().qualifiedName() + " --help explains it.");
    return ExitCode.USAGE;
  }

  /** What begins with a dash, as some headlines do, and so was not taken for what is missing. */
  private static Optional<String> unknownOption(CommandLine command, String... arguments) {
    return Arrays.stream(arguments)
        .takeWhile(argument -> !argument.equals("--"))
        .filter(argument -> argument.startsWith("-"))
        .filter(argument -> command.getCommandSpec().findOption(argument.split("=")[0]) == null)
        .findFirst();
  }

  /** Takes the version from the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Newsbake.class.getPackage().getImplementationVersion();
      return new String[] {"newsbake " + (version == null ? "(not packaged)" : version)};
    }
  }
}
