package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Help.Ansi;

class HelpTest {

  private static Set<String> commands() {
    return Newsbake.line().getSubcommands().keySet();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandIsExplainedWithExamplesAndTellsTheVersion(String command) {
    Program.Result help = Shell.run(command, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out())
        .startsWith("Usage: newsbake " + command + " ")
        .contains("\nExamples:\n")
        .contains("newsbake " + command);
    assertThat(help.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(Shell.run(command, "--version").out()).startsWith("newsbake ");
  }

  @Test
  void theProgramListsItsCommandsOnALineEach() {
    String help = Shell.run("--help").out();
    for (String command : commands()) {
      assertThat(help.lines()).filteredOn(line -> line.startsWith("  " + command + " ")).hasSize(1);
    }
    assertThat(help.lines()).noneMatch(line -> line.startsWith("                "));
    assertThat(help).contains("Examples:\n").contains("NO_COLOR");
    String examples = help.substring(help.indexOf("Examples:"));
    assertThat(examples).contains("newsbake init ", "newsbake serve ", "newsbake new ");
    assertThat(Shell.run("init", "--help").out()).contains("cd gazette && newsbake serve");
    assertThat(Shell.run("--version").out()).startsWith("newsbake ");
  }

  @Test
  void everyExampleIsUnderstood() {
    for (String command : commands()) {
      List<String> examples =
          Shell.run(command, "--help")
              .out()
              .lines()
              .map(String::strip)
              .filter(
                  line ->
                      line.startsWith("newsbake " + command + " ")
                          || line.equals("newsbake " + command))
              .map(line -> line.split(" {2,}| && | >")[0])
              .toList();
      assertThat(examples).as(command).isNotEmpty();
      for (String example : examples) {
        String[] words =
            java.util.regex.Pattern.compile("\"([^\"]*)\"|(\\S+)")
                .matcher(example)
                .results()
                .skip(1)
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toArray(String[]::new);
        assertThatCode(() -> Newsbake.line().parseArgs(words))
            .as(example)
            .doesNotThrowAnyException();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void helpExplainsACommand(String command) {
    assertThat(Shell.run("help", command)).isEqualTo(Shell.run(command, "--help"));
  }

  @Test
  void helpAloneExplainsTheProgram() {
    assertThat(Shell.run("help")).isEqualTo(Shell.run("--help"));
    Program.Result unknown = Shell.run("help", "bulid");
    assertThat(unknown.exitCode()).isEqualTo(2);
    assertThat(unknown.err()).contains("there is no command bulid");
  }

  @Test
  void wrongUsageIsToldInALineOrTwo() {
    assertThat(Shell.run("bulid"))
        .isEqualTo(
            new Program.Result(
                2,
                "",
                """
                Unmatched argument at index 0: 'bulid'
                Did you mean: newsbake build?
                newsbake --help explains it.
                """));
    assertThat(Shell.run("status", "--nex").err())
        .isEqualTo(
            """
            Unknown option: '--nex'
            Possible solutions: --next
            newsbake status --help explains it.
            """);
    assertThat(Shell.run("init").err()).startsWith("Missing required parameter: 'FOLDER'\n");
    assertThat(Shell.run().exitCode()).isEqualTo(2);
  }

  @Test
  void anEmptyPathIsWrongUsage() {
    for (List<String> words :
        List.of(
            List.of("init", ""),
            List.of("build", ""),
            List.of("build", "-o", ""),
            List.of("serve", ""),
            List.of("status", ""),
            List.of("new", "A", ""),
            List.of("related", "", "a.md"))) {
      Program.Result result = Shell.run(words.toArray());
      assertThat(result.exitCode()).as("%s", words).isEqualTo(2);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .startsWith("Invalid value for ")
          .contains(": it is empty. Write . for this folder.\n")
          .hasLineCount(2);
    }
    assertThat(Shell.run("build", "a\0b").err())
        .startsWith("Invalid value for positional parameter at index 0 (SITE): 'a\0b' is no path");
  }

  @Test
  void whatBeginsWithADashWantsTwoMore() {
    assertThat(Shell.run("new", "-5 degrees", "--section", "town"))
        .isEqualTo(
            new Program.Result(
                2,
                "",
                """
                Unknown option: '-5 degrees'
                Write -- before it, and options before that, if it is none.
                newsbake new --help explains it.
                """));
    assertThat(Shell.run("init", "-x").err()).startsWith("Unknown option: '-x'\n");
    assertThat(Shell.run("new", "--section=town").err())
        .startsWith("Missing required parameter: 'HEADLINE'\n");
  }

  @Test
  void severitiesAreColouredWhereColoursAreShown(@TempDir Path site) throws IOException {
    Files.createDirectories(site.resolve("templates"));
    Files.createDirectories(site.resolve("content"));
    Files.writeString(
        site.resolve("content/a.md"), "title=A\ndate=31.12.26\ntype=post\nstatus=draft\n~~~~~~\n");
    Files.writeString(site.resolve("content/b.md"), "nothing\n");
    String plain = Shell.run("status", site).err();
    String coloured = Shell.run(Ansi.ON, "status", site).err();
    assertThat(plain).contains(": error: ").contains(": warning: ").doesNotContain("\u001B");
    assertThat(coloured)
        .contains(": \u001B[1m\u001B[31merror\u001B")
        .contains(": \u001B[1m\u001B[33mwarning\u001B");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(plain);
  }

  @Test
  void theCompletionKnowsEveryCommandAndOption() {
    String script = Shell.run("completion").out();
    for (String command : commands()) {
      assertThat(script).contains("_picocli_newsbake_" + command + "()");
    }
    assertThat(script).contains("--next").contains("--kind").contains("--keep-going");
  }
}
