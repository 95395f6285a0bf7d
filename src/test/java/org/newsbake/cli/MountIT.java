package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Trials;

/**
 * Builds into folders that are mount points, or have some in them, as containers have. Mounting
 * needs root: elsewhere these tests are skipped, unless CI is set. {@code
 * -Dnewsbake.trials.kills=200} kills more builds.
 */
class MountIT {

  private static final int POSTS = 120;
  private static final int KILLS = Trials.of("kills", 4);
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#:]+)\"");

  @TempDir private Path folder;
  private final Deque<Path> mounted = new ArrayDeque<>();
  private Path site;
  private Path output;

  @BeforeEach
  void write() throws Exception {
    site = folder.resolve("site");
    output = Files.createDirectories(folder.resolve("public"));
    edit("first");
  }

  @AfterEach
  void unmount() throws Exception {
    while (!mounted.isEmpty()) {
      Program.command(folder, Map.of(), "umount", mounted.pop().toString());
    }
  }

  private void mount(Path place, String... options) throws Exception {
    if (!Files.exists(place)) {
      Files.createDirectories(place);
    }
    String[] command = new String[options.length + 2];
    command[0] = "mount";
    System.arraycopy(options, 0, command, 1, options.length);
    command[options.length + 1] = place.toString();
    boolean done = Program.command(folder, Map.of(), command).exitCode() == 0;
    assumeTrue(done || System.getenv("CI") != null, "nothing can be mounted here");
    assertThat(done).as("a mounted file system, which needs root").isTrue();
    mounted.push(place);
  }

  private void mountDisk(Path place) throws Exception {
    mount(place, "-t", "tmpfs", "tmpfs");
  }

  /** Mounts a folder of this very file system: it has the same device, and is another mount. */
  private void mountFolder(Path place) throws Exception {
    Path volume = Files.createDirectories(folder.resolve("volumes").resolve(place.getFileName()));
    mount(place, "--bind", volume.toString());
  }

  private void build() throws Exception {
    Program.Result result = Program.run("build", site, "-o", output, "-q");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  /** Builds, and holds the site to that of an empty folder. */
  private void buildLikeANewOne() throws Exception {
    build();
    Path clean = Files.createTempDirectory(folder, "clean").resolve("site");
    assertThat(Program.run("build", site, "-o", clean, "-q").exitCode()).isZero();
    assertThat(site(output)).isEqualTo(Program.tree(clean));
  }

  /** The files of the site without those of the work folder. */
  private static Map<String, String> site(Path output) throws IOException {
    Map<String, String> tree = new TreeMap<>(Program.tree(output));
    tree.keySet().removeIf(path -> path.startsWith(".newsbake/") || path.contains("/.newsbake/"));
    return tree;
  }

  private void edit(String word) throws Exception {
    Program.writeSite(site, POSTS, word);
    Files.writeString(
        site.resolve("templates/index.ftl"),
        "<#list published_posts as post><a href=\"${post.uri}\">${post.title}</a>\n</#list>");
  }

  private Path post(int index) throws IOException {
    try (var files = Files.walk(site.resolve("content"))) {
      return files.filter(Files::isRegularFile).sorted().skip(index).findFirst().orElseThrow();
    }
  }

  @Test
  void aDiskGetsEditsAndRemovals() throws Exception {
    mountDisk(output);
    editsAndRemovals();
  }

  @Test
  void aMountedFolderGetsEditsAndRemovals() throws Exception {
    mountFolder(output);
    editsAndRemovals();
  }

  private void editsAndRemovals() throws Exception {
    buildLikeANewOne();
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(output.resolve(".newsbake"))))
        .isEqualTo("rwx------");
    edit("second");
    for (int i = 0; i < 5; i++) {
      Files.delete(post(i));
    }
    buildLikeANewOne();
    assertThat(output.resolve(".newsbake/next")).doesNotExist();
  }

  @Test
  void foldersMountedInTheSiteGetTheirFiles() throws Exception {
    Path assets = Files.createDirectories(site.resolve("assets/img"));
    Files.writeString(assets.resolve("a.txt"), "a");
    build();
    mountDisk(output.resolve("img"));
    mountFolder(output.resolve("video"));
    buildLikeANewOne();
    Files.writeString(assets.resolve("b.txt"), "b");
    Files.delete(assets.resolve("a.txt"));
    Files.createDirectories(site.resolve("assets/video"));
    Files.writeString(site.resolve("assets/video/c.txt"), "c");
    edit("second");
    buildLikeANewOne();
    assertThat(output.resolve("img/.newsbake")).doesNotExist();
    assertThat(output.resolve("video/c.txt")).hasContent("c");
  }

  @Test
  void aMountedFileIsLeftAloneAndNothingIsChanged() throws Exception {
    build();
    Map<String, String> before = site(output);
    Path file = Files.writeString(folder.resolve("own.html"), "own");
    mount(output.resolve("index.html"), "--bind", file.toString());
    edit("second");
    Program.Result result = Program.run("build", site, "-o", output);
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.err())
        .contains("is mounted from elsewhere")
        .contains("The site is as it was.");
    unmount();
    assertThat(site(output)).isEqualTo(before);
  }

  @Test
  void whatIsMountedLaterStillLosesItsRemovedPages() throws Exception {
    buildLikeANewOne();
    mount(output, "--bind", output.toString());
    Files.delete(post(3));
    buildLikeANewOne();
    unmount();
    Files.delete(post(3));
    edit("third");
    Files.delete(post(7));
    buildLikeANewOne();
  }

  @Test
  void aKilledBuildLeavesNoLinkToAMissingPageAndTheNextOneCompletesIt() throws Exception {
    mountDisk(output);
    long start = System.nanoTime();
    build();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    long seed = Trials.seed();
    Random random = new Random(seed);
    for (int i = 1; i <= KILLS; i++) {
      edit("word-" + i);
      for (int gone = 0; gone < 10; gone++) {
        Files.delete(post(random.nextInt(POSTS - 10)));
      }
      Process build = Program.start(List.of(), "build", site, "-o", output, "-q");
      build.waitFor((long) (whole * (0.4 + 0.6 * random.nextDouble())), TimeUnit.MILLISECONDS);
      build.destroyForcibly().waitFor();
      Map<String, String> found = site(output);
      found.forEach(
          (path, text) -> {
            Matcher link = LINK.matcher(text);
            while (path.equals("index.html") && link.find()) {
              assertThat(found).as("seed %d, %s", seed, path).containsKey(link.group(1));
            }
          });
      buildLikeANewOne();
    }
  }
}
