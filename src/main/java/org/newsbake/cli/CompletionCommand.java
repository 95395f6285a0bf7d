package org.newsbake.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands and options. */
@Command(
    name = "completion",
    description = "Prints a script that completes commands in bash and zsh.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  newsbake completion >~/.newsbake-completion",
      "",
      "Then write into ~/.bashrc, or behind compinit into ~/.zshrc:",
      "  . ~/.newsbake-completion"
    })
final class CompletionCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    CommandLine program = spec.root().commandLine();
    spec.commandLine().getOut().print(AutoComplete.bash(program.getCommandName(), program));
    spec.commandLine().getOut().flush();
    return ExitCode.DONE;
  }
}
