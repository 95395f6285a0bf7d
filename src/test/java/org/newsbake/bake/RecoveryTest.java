package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build that died left its work folder as it was at that moment. Whatever the moment, a whole
 * site stands in the output folder once the next build has looked at it, and that build works.
 */
class RecoveryTest {

  @TempDir private Path temporary;
  private TestSite site;

  /** The site before and after the build that dies, with a file that is not Newsbake's. */
  private TreeMap<String, String> before;

  private TreeMap<String, String> after;

  /** One moment: what stands in the work folder, and which site must be found then. */
  private record Moment(String name, Arrangement arrangement, boolean decided) {}

  private interface Arrangement {
    void arrange() throws IOException;
  }

  @BeforeEach
  void makeSite() throws IOException {
    makeSite("courier");
  }

  private void makeSite(String name) throws IOException {
    site =
        new TestSite(temporary.resolve(name))
            .post("ferry", 3, "sea", "It sailed.")
            .post("2026/quota", 5, "fish", "Fewer herring.")
            .write("output/own.txt", "mine");
    site.build();
    before = site.tree();
    site.post("ferry", 3, "sea,night", "It sank.").post("2027/new", 7, "sea", "New.");
    site.delete("content/2026/quota.md");
    Path clean = temporary.resolve(name + "-clean");
    site.buildInto(clean);
    after = TestSite.tree(clean);
    after.put("own.txt", "mine");
  }

  @TestFactory
  Stream<DynamicTest> aWholeSiteStandsThereWheneverTheBuildDied() {
    List<Moment> moments = new ArrayList<>();
    moments.add(
        new Moment("nothing written", () -> site.makeFolder(".newsbake/output/next"), false));
    moments.add(new Moment("half written", () -> write("next", half(after)), false));
    moments.add(new Moment("all written", () -> write("next", after), false));
    moments.add(
        new Moment(
            "manifest half written",
            () -> {
              write("next", after);
              site.write(".newsbake/output/manifest.next.tmp", "ferry.ht");
            },
            false));
    moments.add(
        new Moment(
            "manifest written",
            () -> {
              write("next", after);
              manifest("manifest.next", after);
            },
            false));
    moments.add(
        new Moment(
            "decision half written",
            () -> {
              write("next", after);
              manifest("manifest.next", after);
              site.write(".newsbake/output/commit.tmp", "sw");
            },
            false));
    moments.add(new Moment("decided", this::decided, true));
    moments.add(
        new Moment(
            "last site moved away",
            () -> {
              decided();
              Files.move(site.output(), site.work().resolve("previous"));
            },
            true));
    moments.add(
        new Moment(
            "next site moved in",
            () -> {
              decided();
              Files.move(site.output(), site.work().resolve("previous"));
              Files.move(site.work().resolve("next"), site.output());
            },
            true));
    moments.add(
        new Moment(
            "manifest moved in",
            () -> {
              decided();
              Files.move(site.output(), site.work().resolve("previous"));
              Files.move(site.work().resolve("next"), site.output());
              site.delete(".newsbake/output/manifest.next");
              manifest("manifest", after);
            },
            true));
    moments.add(
        new Moment(
            "last site half deleted",
            () -> {
              write("previous", half(before));
              replaceOutput(after);
              manifest("manifest", after);
            },
            true));
    moments.add(
        new Moment(
            "spare site half updated",
            () -> {
              write("spare", half(after));
              write("next", new TreeMap<>(after.tailMap("index.html")));
            },
            false));
    moments.add(
        new Moment(
            "spare site updated",
            () -> {
              write("spare", after);
              site.makeFolder(".newsbake/output/next/2027");
            },
            false));
    moments.add(
        new Moment(
            "last site became the spare one, and is half deleted",
            () -> {
              write("spare", half(before));
              replaceOutput(after);
              manifest("manifest", after);
            },
            true));
    for (int moved = 0; moved <= after.size(); moved++) {
      int count = moved;
      moments.add(new Moment("in place, " + moved + " files moved", () -> inPlace(count, 0), true));
    }
    moments.add(new Moment("in place, files deleted", () -> inPlace(after.size(), 1), true));
    moments.add(
        new Moment(
            "in place, manifest moved in",
            () -> {
              inPlace(after.size(), Integer.MAX_VALUE);
              site.delete(".newsbake/output/manifest.next");
              manifest("manifest", after);
            },
            true));
    return moments.stream()
        .map(
            moment ->
                DynamicTest.dynamicTest(
                    moment.name,
                    () -> {
                      makeSite(moment.name.replaceAll("\\W", "-"));
                      check(moment);
                    }));
  }

  private void check(Moment moment) throws IOException {
    moment.arrangement.arrange();
    try (OutputFolder folder = OutputFolder.open(site.output(), () -> {})) {
      assertThat(site.tree()).isEqualTo(moment.decided ? after : before);
      assertThat(new TreeSet<>(folder.manifest().paths()))
          .isEqualTo(ours(moment.decided ? after : before).keySet());
    }
    Report report = site.build();
    assertThat(report.problems()).isEmpty();
    assertThat(site.tree()).isEqualTo(after);
    assertThat(report.written().orElseThrow().foreign()).isEqualTo(1);
    try (Stream<Path> left = Files.list(site.work())) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .contains("manifest")
          .doesNotContain("next", "previous", "commit", "manifest.next");
    }
    assertThat(site.build().written()).contains(new Report.Written(0, after.size() - 1, 0, 1));
  }

  @Test
  void aWorkFolderThatIsGoneCostsNoFile() throws IOException {
    deleteAll(site.folder().resolve(".newsbake"));
    site.build();
    assertThat(site.tree()).containsAllEntriesOf(after);
  }

  @Test
  void anOutputFolderThatIsGoneIsWrittenAgain() throws IOException {
    deleteAll(site.output());
    site.build();
    after.remove("own.txt");
    assertThat(site.tree()).isEqualTo(after);
  }

  /** What stands in the work folder once the build has decided to put its site in place. */
  private void decided() throws IOException {
    write("next", after);
    manifest("manifest.next", after);
    site.write(".newsbake/output/commit", "swap\n");
  }

  /** What stands there when files are moved one by one. */
  private void inPlace(int moved, int deleted) throws IOException {
    List<String> removed = new ArrayList<>(ours(before).keySet());
    removed.removeAll(after.keySet());
    TreeMap<String, String> left = new TreeMap<>(ours(after));
    left.entrySet().removeAll(before.entrySet());
    List<String> lines = new ArrayList<>(List.of("in-place"));
    left.keySet().forEach(path -> lines.add("+" + path));
    removed.forEach(path -> lines.add("-" + path));
    for (int i = 0; i < moved && !left.isEmpty(); i++) {
      Map.Entry<String, String> file = left.pollFirstEntry();
      site.write("output/" + file.getKey(), file.getValue());
    }
    write("next", left);
    for (int i = 0; i < Math.min(deleted, removed.size()); i++) {
      Files.delete(site.output().resolve(removed.get(i)));
    }
    manifest("manifest.next", after);
    site.write(".newsbake/output/commit", String.join("\n", lines) + "\n");
  }

  private void write(String name, Map<String, String> tree) {
    site.makeFolder(".newsbake/output/" + name);
    tree.forEach((path, text) -> site.write(".newsbake/output/" + name + "/" + path, text));
  }

  private void replaceOutput(Map<String, String> tree) throws IOException {
    deleteAll(site.output());
    tree.forEach((path, text) -> site.write("output/" + path, text));
  }

  private void manifest(String name, TreeMap<String, String> tree) {
    site.write(".newsbake/output/" + name, String.join("\n", ours(tree).keySet()) + "\n");
  }

  private static TreeMap<String, String> ours(TreeMap<String, String> tree) {
    TreeMap<String, String> ours = new TreeMap<>(tree);
    ours.remove("own.txt");
    return ours;
  }

  private static TreeMap<String, String> half(TreeMap<String, String> tree) {
    return new TreeMap<>(tree.headMap("index.html"));
  }

  private static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
