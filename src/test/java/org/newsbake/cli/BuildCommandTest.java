package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildCommandTest {

  @TempDir private Path site;

  @BeforeEach
  void makeSite() throws Exception {
    Program.writeSite(site, 1, "word");
  }

  @Test
  void aReportThatCannotBeWrittenIsToldAndTheSiteIsBuilt() {
    Path report = site.resolve("none/report.json");
    assertThat(Shell.run("build", site, "-q", "--report", report))
        .isEqualTo(
            new Program.Result(
                3,
                "",
                "newsbake: the report is missing: there is no file or folder " + report + ".\n"));
    assertThat(site.resolve("output/index.html")).isNotEmptyFile();
  }

  @Test
  void whyTheMachineFailedIsTold() throws Exception {
    Path file = Files.writeString(site.resolve("file"), "");
    Program.Result result = Shell.run("build", site, "-q", "-o", file.resolve("output"));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .isEqualTo(
            "newsbake: cannot make "
                + file
                + ": there is such a file already.\nThe site is as it was.\n");
  }
}
