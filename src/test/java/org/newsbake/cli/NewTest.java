package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewTest {

  @TempDir private Path site;

  @BeforeEach
  void makeSite() throws IOException {
    Files.createDirectories(site.resolve("templates"));
    Files.createDirectories(site.resolve("content"));
    Files.createDirectories(site.resolve("data"));
    Files.writeString(site.resolve("jbake.properties"), "new.path=:slug.md\n");
    Files.writeString(site.resolve("data/sources.yaml"), "northwind: {name: Northwind}\n");
  }

  @Test
  void thePathOfTheNewFileIsAllThatIsPrinted() {
    assertThat(Shell.run("new", "The night ferry", site))
        .isEqualTo(new Program.Result(0, site.resolve("content/the-night-ferry.md") + "\n", ""));
    assertThat(Shell.run("status", site).out())
        .contains("content/the-night-ferry.md  The night ferry");
  }

  @Test
  void whatCannotBeIsToldAndTheExitCodeIsTwo() throws IOException {
    Files.writeString(site.resolve("content/old.md"), "mine");
    Program.Result exists = Shell.run("new", "Old", site);
    assertThat(exists.exitCode()).isEqualTo(2);
    assertThat(exists.out()).isEmpty();
    assertThat(exists.err()).startsWith("content/old.md: error: this file is there already.");
    assertThat(Shell.run("new", "A", site, "--kind", "wire", "--source", "nrothwind"))
        .isEqualTo(
            new Program.Result(
                2,
                "",
                """
                --source: error: data/sources.yaml has no source "nrothwind". [source-unknown]
                  Did you mean "northwind"?
                """));
    assertThat(Shell.run("new").exitCode()).isEqualTo(2);
    assertThat(Shell.run("new", " \t", site).exitCode()).isEqualTo(2);
    assertThat(Shell.run("new", " \t", site).err()).startsWith("The headline is empty.");
    Program.Result unread = Shell.run("new", "Gr\uFFFD\uFFFDe", site);
    assertThat(unread.exitCode()).isEqualTo(2);
    assertThat(unread.err()).startsWith("The headline holds what is no character here. ");
    assertThat(site.resolve("content/gr-e.md")).doesNotExist();
  }

  @Test
  void anErrorOfTheProjectIsToldAndTheExitCodeIsOne() throws IOException {
    Files.createDirectories(site.resolve("archetypes"));
    Files.writeString(site.resolve("archetypes/article.md"), "${headlin}");
    Program.Result result = Shell.run("new", "A", site);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err())
        .contains("archetypes/article.md:1:3: error: ")
        .contains("1 error, 0 warnings.");
    assertThat(Shell.run("new", "A", site.resolve("none")).exitCode()).isEqualTo(2);
    assertThat(site.resolve("content")).isEmptyDirectory();
  }

  @Test
  void theEditorIsWhatVisualSaysElseEditor() {
    assertThat(Editor.of(Map.of("VISUAL", "code -w", "EDITOR", "vi")))
        .contains(new Editor("code -w"));
    assertThat(Editor.of(Map.of("VISUAL", " ", "EDITOR", "vi"))).contains(new Editor("vi"));
    assertThat(Editor.of(Map.of())).isEqualTo(Optional.empty());
  }
}
