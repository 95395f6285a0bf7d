package org.newsbake.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program. */
@Command(
    name = "newsbake",
    description = "Bakes a folder of articles into a news site.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    versionProvider = Newsbake.Version.class,
    subcommands = {
      InitCommand.class,
      NewCommand.class,
      StatusCommand.class,
      RelatedCommand.class,
      ServeCommand.class,
      BuildCommand.class
    })
public final class Newsbake {

  private Newsbake() {}

  /** Runs one command, and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments));
  }

  /** Runs one command: 0 done, 1 the site has errors, 2 wrong usage, 3 the machine failed. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = new CommandLine(new Newsbake());
    line.setOut(out);
    line.setErr(err);
    line.setExecutionExceptionHandler(
        (e, command, result) -> {
          e.printStackTrace(command.getErr());
          command.getErr().println("newsbake: this is a fault of Newsbake; please report it.");
          return ExitCode.MACHINE;
        });
    if (arguments.length == 0) {
      line.usage(line.getErr());
      return ExitCode.USAGE;
    }
    return line.execute(arguments);
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
