package org.newsbake.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains a command, for those who try this before {@code --help}. */
@Command(
    name = "help",
    description = "Explains Newsbake, or one of its commands.",
    mixinStandardHelpOptions = true,
    footer = {"", "Examples:", "  newsbake help", "  newsbake help build"})
final class HelpCommand implements Callable<Integer> {

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command.")
  private String name;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine program = spec.root().commandLine();
    CommandLine command = name == null ? program : program.getSubcommands().get(name);
    if (command == null) {
      throw new ParameterException(
          spec.commandLine(), "there is no command " + name + "; newsbake help lists them");
    }
    command.usage(spec.commandLine().getOut());
    return ExitCode.DONE;
  }
}
