package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a Java and a Maven that only tell how they were called. */
class LauncherTest {

  private static final String SAYS_ITS_ARGUMENTS = "#!/bin/sh\nprintf '%s\\n' \"$@\"\n";

  @TempDir private Path folder;
  private Path home;
  private Path java;
  private String options = "";

  @BeforeEach
  void install() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    home = Files.createDirectory(folder.resolve("news bake"));
    java = folder.resolve("a jdk");
    Files.copy(Path.of("newsbake"), home.resolve("newsbake"));
    Files.writeString(home.resolve("newsbake.jar"), "");
    program(java.resolve("bin/java"), SAYS_ITS_ARGUMENTS);
    Files.writeString(java.resolve("release"), "JAVA_VERSION=\"17.0.15\"\n");
  }

  @Test
  void argumentsReachTheProgramAsTheyAre() throws Exception {
    Program.Result result = launch("new", "A  \"headline\" $HOME *", "a site");
    assertThat(result.exitCode()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("-cp\n" + home.resolve("newsbake.jar") + "\norg.newsbake.cli.Newsbake\n")
        .endsWith("\nnew\nA  \"headline\" $HOME *\na site\n");
  }

  @Test
  void aCheckoutWithSpacesInItsPathIsBuilt() throws Exception {
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectories(home.resolve("src/main"));
    program(folder.resolve("bin/mvn"), "#!/bin/sh\n: >target/newsbake.jar\n");
    Program.Result result = launch("build");
    assertThat(result.err()).isEqualTo("Building Newsbake, once; this takes a minute.\n");
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).endsWith("\nbuild\n");
  }

  @Test
  void theCollectorMayBeChosen() throws Exception {
    assertThat(launch("status").out().lines()).contains("-XX:+UseParallelGC", "-Xmn128m");
    options = "-Xmx8g -XX:+UseG1GC";
    assertThat(launch("status").out().lines())
        .contains("-Xmx8g", "-XX:+UseG1GC")
        .doesNotContain("-XX:+UseParallelGC", "-Xmn128m");
  }

  @Test
  void aJavaHomeWithoutJavaIsTold() throws Exception {
    Files.delete(java.resolve("bin/java"));
    assertThat(launch("build"))
        .isEqualTo(
            new Program.Result(
                3,
                "",
                "newsbake: JAVA_HOME is %s, where there is no bin/java. Name a JDK 17 or newer, or unset it.\n"
                    .formatted(java)));
  }

  @Test
  void aJavaThatIsTooOldIsTold() throws Exception {
    for (String version : List.of("11.0.2", "1.8.0_292")) {
      Files.writeString(
          java.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
      Program.Result result = launch("build");
      assertThat(result.exitCode()).isEqualTo(3);
      assertThat(result.out()).isEmpty();
      assertThat(result.err())
          .isEqualTo(
              "newsbake: %s is Java %s. Install a JDK 17 or newer, and set JAVA_HOME to its folder.\n"
                  .formatted(java.resolve("bin/java").toRealPath(), version));
    }
    for (String version : List.of("17", "21.0.1", "26-ea")) {
      Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
      assertThat(launch("build").exitCode()).as(version).isZero();
    }
  }

  @Test
  void aServiceWithoutAHomeThatMayNotWriteBesideTheLauncherRunsIt() throws Exception {
    Program.Result result = launchWithoutPermission(home);
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).endsWith("\nbuild\n").doesNotContain("-XX:ArchiveClassesAtExit");
  }

  @Test
  void aCheckoutOfSomebodyElseRunsAndSaysThatItCannotBeBuilt() throws Exception {
    Files.writeString(home.resolve("pom.xml"), "");
    Files.createDirectories(home.resolve("src/main"));
    Path target = Files.createDirectory(home.resolve("target"));
    program(folder.resolve("bin/mvn"), SAYS_ITS_ARGUMENTS);
    Program.Result unbuilt = launchWithoutPermission(target);
    assertThat(unbuilt.exitCode()).isEqualTo(3);
    assertThat(unbuilt.err())
        .endsWith(
            "newsbake: the program cannot be built: no permission to write " + target + ".\n");

    Files.writeString(target.resolve("newsbake.jar"), "");
    Program.Result built = launchWithoutPermission(target);
    assertThat(built.err()).isEmpty();
    assertThat(built.exitCode()).isZero();
    assertThat(built.out()).endsWith("\nbuild\n").doesNotContain("-XX:ArchiveClassesAtExit");
  }

  /** Runs a build as somebody who has no home and may not write to a folder. */
  private Program.Result launchWithoutPermission(Path unwritable) throws Exception {
    Files.setPosixFilePermissions(unwritable, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      List<String> command = new ArrayList<>();
      if (Files.isWritable(unwritable)) {
        // Root may write anywhere.
        command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
      }
      command.addAll(List.of("env", "-u", "HOME", "-u", "XDG_CACHE_HOME"));
      command.addAll(List.of(home.resolve("newsbake").toString(), "build"));
      return launch(command);
    } finally {
      Files.setPosixFilePermissions(unwritable, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  private Program.Result launch(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of(home.resolve("newsbake").toString()));
    command.addAll(List.of(arguments));
    return launch(command);
  }

  private Program.Result launch(List<String> command) throws Exception {
    String path = folder.resolve("bin") + ":" + System.getenv("PATH");
    Map<String, String> environment =
        Map.of("JAVA_HOME", java.toString(), "PATH", path, "NEWSBAKE_OPTS", options);
    return Program.command(folder, environment, command.toArray(String[]::new));
  }

  private static void program(Path file, String script) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
