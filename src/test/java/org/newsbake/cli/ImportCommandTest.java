package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

@DisabledOnOs(OS.WINDOWS)
class ImportCommandTest {

  private static final String COPY = "src/test/resources/wire/anpa/writethru.tst";

  @TempDir private Path site;
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void makeSite() throws IOException {
    Files.createDirectories(site.resolve("content"));
    Files.createDirectories(site.resolve("templates"));
    Files.createDirectories(site.resolve("data"));
    Files.writeString(site.resolve("jbake.properties"), "site.kind=newsroom\n");
  }

  private int run(String rules, String... more) throws IOException {
    Files.writeString(
        site.resolve("data/sources.yaml"), "skua:\n  name: Skua\n  import: {" + rules + "}\n");
    PrintWriter to = new PrintWriter(out, true);
    String[] arguments =
        java.util.stream.Stream.concat(
                java.util.stream.Stream.of(
                    "import", "--site", site.toString(), "--source", "skua", COPY),
                java.util.stream.Stream.of(more))
            .toArray(String[]::new);
    return Newsbake.run(to, to, Ansi.OFF, arguments);
  }

  @Test
  void theCommandRunsInTheProjectOnceSomethingChanged() throws IOException {
    String rules = "after: 'ls content/* >> after.txt; echo $NEWSBAKE_SOURCE >> after.txt'";
    assertThat(run(rules, "--dry-run")).isZero();
    assertThat(site.resolve("after.txt")).doesNotExist();
    assertThat(run(rules)).isZero();
    String said = Files.readString(site.resolve("after.txt"));
    assertThat(said).contains("skua");
    assertThat(run(rules)).isZero();
    assertThat(site.resolve("after.txt")).hasContent(said);
  }

  @Test
  void aCommandThatFailsIsAFailureOfTheMachine() throws IOException {
    assertThat(run("after: exit 7")).isEqualTo(3);
    assertThat(out.toString()).contains("import.after ended with 7: exit 7");
  }

  @Test
  void rulesThatCannotBeReadImportNothing() throws IOException {
    for (String rules :
        new String[] {"keep: 90", "keep: a while", "keep: 0d", "after: [a, b]", "after: "}) {
      assertThat(run(rules)).as(rules).isEqualTo(1);
      assertThat(out.toString()).as(rules).contains("[policy-unknown]");
      assertThat(site.resolve("wire")).doesNotExist();
    }
  }
}
