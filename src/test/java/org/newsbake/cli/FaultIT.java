package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Trials;

/** Builds that are killed, starved and doubled: a whole site stands at every moment. */
class FaultIT {

  private static final int POSTS = 400;
  private static final int KILLS = Trials.of("kills", 10);

  @Test
  void aKilledBuildLeavesAWholeSiteAndTheNextOneWorks(@TempDir Path folder) throws Exception {
    Path site = folder.resolve("site");
    Path output = site.resolve("output");
    Program.writeSite(site, POSTS, "word-0");
    long start = System.nanoTime();
    assertThat(Program.run("build", site, "-q").exitCode()).isZero();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Map<String, String> last = Program.tree(output);

    long seed = Trials.seed();
    Random random = new Random(seed);
    int killed = 0;
    for (int i = 1; i <= KILLS; i++) {
      Program.writeSite(site, POSTS, "word-" + i);
      Process build = Program.start(List.of(), "build", site, "-q");
      // The later moments, when files are written and renamed, are the interesting ones.
      build.waitFor((long) (whole * (0.3 + 0.7 * random.nextDouble())), TimeUnit.MILLISECONDS);
      killed += build.isAlive() ? 1 : 0;
      build.destroyForcibly().waitFor();

      Map<String, String> found = Program.tree(output);
      Map<String, String> next = new java.util.TreeMap<>(last);
      String before = "word-" + (i - 1);
      String after = "word-" + i;
      next.replaceAll(
          (path, text) -> text.replace("<p>" + before + "</p>", "<p>" + after + "</p>"));
      assertThat(List.of(last, next)).as("kill %d, seed %d", i, seed).contains(found);

      assertThat(Program.run("build", site, "-q").exitCode()).isZero();
      assertThat(Program.tree(output)).isEqualTo(next);
      assertThat(site.resolve(".newsbake/output/next")).doesNotExist();
      assertThat(site.resolve(".newsbake/output/previous")).doesNotExist();
      last = next;
    }
    assertThat(killed).as("builds that were killed before they ended").isPositive();
  }

  /** Most of the site stays, so that the next one is made of the spare one. */
  @Test
  void aBuildOfAFewStoriesThatIsKilledLeavesAWholeSite(@TempDir Path folder) throws Exception {
    Path site = folder.resolve("site");
    Path output = site.resolve("output");
    Program.writeSite(site, POSTS, "word");
    long start = System.nanoTime();
    assertThat(Program.run("build", site, "-q").exitCode()).isZero();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Map<String, String> own = Map.of("own/file.txt", "mine");
    Files.writeString(Files.createDirectories(output.resolve("own")).resolve("file.txt"), "mine");
    Map<String, String> last = Program.tree(output);

    long seed = Trials.seed();
    Random random = new Random(seed);
    for (int i = 1; i <= KILLS; i++) {
      for (int n = 0; n < 9; n++) {
        Files.writeString(
            site.resolve("content/2026/post-" + random.nextInt(POSTS) + ".md"),
            "title=Changed\ndate=2026-01-02\ntype=post\nstatus=published\ntags=t1\n~~~~~~\nEdit "
                + i
                + "\n");
      }
      Files.deleteIfExists(site.resolve("content/2026/post-" + random.nextInt(POSTS) + ".md"));

      Process build = Program.start(List.of(), "build", site, "-q");
      build.waitFor((long) (whole * (0.5 + 0.5 * random.nextDouble())), TimeUnit.MILLISECONDS);
      build.destroyForcibly().waitFor();
      Map<String, String> found = Program.tree(output);

      assertThat(Program.run("build", site, "-q").exitCode()).isZero();
      Map<String, String> next = Program.tree(output);
      assertThat(List.of(last, next)).as("kill %d, seed %d", i, seed).contains(found);
      last = next;
    }
    Path clean = folder.resolve("clean");
    assertThat(Program.run("build", site, "-o", clean, "-q").exitCode()).isZero();
    Map<String, String> all = new java.util.TreeMap<>(Program.tree(clean));
    all.putAll(own);
    assertThat(last).as("seed %d", seed).isEqualTo(all);
    assertThat(site.resolve(".newsbake/output/spare")).isDirectory();
  }

  @Test
  void aFullDiskLeavesTheLastSite(@TempDir Path folder) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    boolean mounted = mount(disk);
    boolean required = System.getenv("CI") != null;
    assumeTrue(mounted || required, "a small file system cannot be mounted here");
    assertThat(mounted).as("a small file system, which needs root").isTrue();
    try {
      Path site = folder.resolve("site");
      Path output = disk.resolve("output");
      Program.writeSite(site, 100, "first");
      assertThat(Program.run("build", site, "-o", output, "-q").exitCode()).isZero();
      Map<String, String> last = Program.tree(output);
      assertThat(last).hasSizeGreaterThan(100);

      Program.writeSite(site, 100, "second " + "and much more ".repeat(2_000));
      Program.Result full = Program.run("build", site, "-o", output);
      assertThat(full.exitCode()).isEqualTo(3);
      assertThat(full.err())
          .contains("newsbake: cannot write " + output)
          .contains("No space left on device; of the disk " + disk)
          .contains("The site is as it was.");
      assertThat(Program.tree(output)).isEqualTo(last);

      Program.writeSite(site, 100, "third");
      assertThat(Program.run("build", site, "-o", output, "-q").exitCode()).isZero();
      assertThat(Program.tree(output).get("index.html")).contains("third");
    } finally {
      Program.command(folder, Map.of(), "umount", disk.toString());
    }
  }

  private static boolean mount(Path disk) throws IOException, InterruptedException {
    return Program.command(
                disk.getParent(),
                Map.of(),
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "size=2m",
                "tmpfs",
                disk.toString())
            .exitCode()
        == 0;
  }

  @Test
  void twoBuildsAtOnceBothEndAndLeaveAWholeSite(@TempDir Path folder) throws Exception {
    Path site = folder.resolve("site");
    Program.writeSite(site, POSTS, "both");
    Process first = Program.start(List.of(), "build", site);
    Process second = Program.start(List.of(), "build", site);
    Program.Result one = Program.finish(first);
    Program.Result two = Program.finish(second);
    assertThat(List.of(one.exitCode(), two.exitCode())).containsOnly(0);
    assertThat(Program.run("build", site).out()).contains(" 0 written");
  }

  @Test
  void tooLittleMemoryIsOneLineAndExitCodeThree(@TempDir Path folder) throws Exception {
    Path site = folder.resolve("site");
    Program.writeSite(site, 3, "word");
    String text = ("many words ".repeat(6) + "\n\n").repeat(50_000);
    for (int i = 0; i < 12; i++) {
      Files.writeString(
          site.resolve("content/long" + i + ".md"),
          "title=Long\ntype=post\nstatus=published\ndate=2026-11-03\n~~~~~~\n" + text);
    }
    for (String command : List.of("build", "status")) {
      Program.Result result = Program.finish(Program.start(List.of("-Xmx40m"), command, site));
      assertThat(result.exitCode()).as(command + result.err()).isEqualTo(3);
      assertThat(result.err())
          .contains("newsbake: out of memory")
          .contains("NEWSBAKE_OPTS=-Xmx")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aWebServerCanReadWhatIsWrittenWhateverTheUmask(@TempDir Path folder) throws Exception {
    Path site = folder.resolve("site");
    Program.writeSite(site, 3, "word");
    Path picture = Files.createDirectories(site.resolve("assets/deep/er")).resolve("own.txt");
    Files.setPosixFilePermissions(
        Files.writeString(picture, "mine"), PosixFilePermissions.fromString("rw-------"));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String command = java + " -jar " + Program.JAR + " build " + site + " -q";
    Program.Result result = Program.command(folder, Map.of(), "sh", "-c", "umask 077; " + command);
    assertThat(result.exitCode()).isZero();
    try (var files = Files.walk(site.resolve("output"))) {
      for (Path file : (Iterable<Path>) files::iterator) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .as(file.toString())
            .isEqualTo(Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--");
      }
    }
  }
}
