package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an author does all day, with the built program. */
class AuthorIT {

  private static final Path LAUNCHER = Path.of("newsbake").toAbsolutePath();

  @Test
  void aStoryIsBegunEditedAndFoundInTheStatus(@TempDir Path folder) throws Exception {
    Path site = Files.createDirectory(folder.resolve("a site"));
    Program.writeSite(site, 1, "word");
    Program.Result made =
        newsbake(
            site, Map.of("EDITOR", "sed -i '$ a Written.'"), "new", "Zwölf “Boote” 🚢", "--edit");
    assertThat(made.err()).isEmpty();
    assertThat(made.exitCode()).isZero();
    assertThat(made.out()).matches("content/20\\d\\d/\\d\\d/zwölf-boote\\.md\n");
    Path file = site.resolve(made.out().strip());
    assertThat(file).content().contains("title: Zwölf “Boote” 🚢\n").endsWith("Written.\n");

    Program.Result status = newsbake(site, Map.of(), "status");
    assertThat(status.exitCode()).isZero();
    assertThat(status.err()).isEmpty();
    assertThat(status.out()).contains("Drafts (1)").contains(made.out().strip());
    assertThat(newsbake(site, Map.of(), "status", "--next").out()).isEmpty();
  }

  @Test
  void whatCannotBePrintedIsAFailureUnlessNobodyReadsOn(@TempDir Path site) throws Exception {
    Program.writeSite(site, 1, "word");
    Files.writeString(
        site.resolve("content/later.md"),
        "---\ntitle: Later\ndate: 2999-01-01\ntype: post\nstatus: published\n---\n");
    Program.Result full = shell(site, "newsbake status --next >/dev/full");
    assertThat(full.exitCode()).isEqualTo(3);
    assertThat(full.err()).startsWith("newsbake: cannot write standard output: ").hasLineCount(1);

    String early = "{ newsbake status; echo $? >code; } | true; cat code";
    assertThat(shell(site, early)).isEqualTo(new Program.Result(0, "0\n", ""));
  }

  private static Program.Result shell(Path folder, String script) throws Exception {
    return Program.command(
        folder, Map.of(), "sh", "-c", "newsbake() { " + LAUNCHER + " \"$@\"; }\n" + script);
  }

  @Test
  void withoutAnEditorOrWithOneThatFailsThatIsTold(@TempDir Path site) throws Exception {
    Program.writeSite(site, 1, "word");
    Program.Result none = newsbake(site, Map.of("VISUAL", "", "EDITOR", ""), "new", "A", "--edit");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err()).startsWith("--edit needs an editor: set VISUAL or EDITOR.");
    assertThat(none.out()).isEmpty();

    Program.Result failed = newsbake(site, Map.of("VISUAL", "false"), "new", "A", "--edit");
    assertThat(failed.exitCode()).isEqualTo(3);
    assertThat(failed.err()).isEqualTo("newsbake: the editor false ended with 1.\n");
    assertThat(site.resolve(failed.out().strip())).exists();
  }

  @Test
  void aNewNewsroomIsMadeBuiltAndWrittenIn(@TempDir Path folder) throws Exception {
    Program.Result made = newsbake(folder, Map.of(), "init", "a gazette");
    assertThat(made.err()).isEmpty();
    assertThat(made.out())
        .isEqualTo(
            "A newsroom stands in a gazette. In it, newsbake serve shows the site; its README.md says how to make it yours.\n");
    Path site = folder.resolve("a gazette");
    Program.Result built = newsbake(site, Map.of(), "build");
    assertThat(built.exitCode()).isZero();
    assertThat(built.err())
        .isEqualTo("Not live: 1 draft article.\nNot live: 1 embargoed article.\n");
    assertThat(site.resolve("output/index.html")).isNotEmptyFile();
    assertThat(site.resolve(".github/workflows/deploy.yml")).isNotEmptyFile();

    assertThat(newsbake(site, Map.of(), "status", "--next").out())
        .matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00Z\n");
    assertThat(newsbake(site, Map.of(), "new", "A bell", "--section", "Town").exitCode()).isZero();
    Program.Result again = newsbake(folder, Map.of(), "init", "a gazette");
    assertThat(again.exitCode()).isEqualTo(2);
    assertThat(again.err()).startsWith("a gazette: error: the folder is not empty: it holds ");
  }

  @Test
  void bashCompletesCommandsAndOptions(@TempDir Path folder) throws Exception {
    Path script = folder.resolve("completion");
    Files.writeString(script, newsbake(folder, Map.of(), "completion").out());
    assertThat(completions(folder, "newsbake st")).contains("status");
    assertThat(completions(folder, "newsbake status --n")).contains("--next");
    assertThat(completions(folder, "newsbake new --k")).contains("--kind");
  }

  private static List<String> completions(Path folder, String line) throws Exception {
    String bash =
        """
        source ./completion
        compopt() { :; }
        read -ra COMP_WORDS <<<"$0"
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _complete_newsbake newsbake "${COMP_WORDS[COMP_CWORD]}"
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    Program.Result result = Program.command(folder, Map.of(), "bash", "-c", bash, line);
    assertThat(result.err()).isEmpty();
    return result.out().lines().map(String::strip).toList();
  }

  @Test
  void coloursAreShownOnATerminalOnlyAndNotWhereTheyAreUnwanted(@TempDir Path site)
      throws Exception {
    Program.writeSite(site, 1, "word");
    Files.writeString(site.resolve("content/odd.md"), "no header\n");
    String status = LAUNCHER + " status";
    assertThat(onTerminal(site, Map.of("TERM", "xterm"), status)).contains("\u001B[33mwarning");
    assertThat(onTerminal(site, Map.of("TERM", "xterm"), LAUNCHER + " --help")).contains("\u001B[");
    assertThat(onTerminal(site, Map.of("TERM", "xterm", "NO_COLOR", "1"), status))
        .contains(": warning: ")
        .doesNotContain("\u001B");
    assertThat(onTerminal(site, Map.of("TERM", "dumb"), status)).doesNotContain("\u001B");
    assertThat(onTerminal(site, Map.of("TERM", "xterm"), status + " 2>err")).contains("1 of 2");
    assertThat(site.resolve("err")).content().contains(": warning: ");
    assertThat(newsbake(site, Map.of("TERM", "xterm"), "status").err()).contains(": warning: ");
  }

  /** What a command prints where its streams are a terminal. */
  private static String onTerminal(Path folder, Map<String, String> environment, String command)
      throws Exception {
    Program.Result result =
        Program.command(folder, environment, "script", "-qec", command, "/dev/null");
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  private static Program.Result newsbake(
      Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = LAUNCHER.toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Program.command(folder, environment, command);
  }
}
