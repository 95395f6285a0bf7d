package org.newsbake.bake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsbake.Trials;

/** Sites that are put in place one after the other, over whatever the folders hold. */
class SpareSiteTest {

  private static final int BUILDS = 12;
  private static final int FILES = 14;

  @TempDir private Path temporary;
  private Path output;
  private Path work;

  /** What Newsbake writes, by path. */
  private final TreeMap<String, String> pages = new TreeMap<>();

  /** What others keep in the output folder. */
  private final TreeMap<String, String> own = new TreeMap<>();

  /** The pages of the last build, and their digests. */
  private final TreeMap<String, Rendered> ledger = new TreeMap<>();

  /** Whether a build renders only pages that changed, as every second one does. */
  private boolean rendersFew = true;

  /** A page and its digest. */
  private record Rendered(String text, SipHash.Digest digest) {}

  @BeforeEach
  void name() {
    output = temporary.resolve("output");
    work = temporary.resolve(".newsbake/output");
  }

  static LongStream seeds() {
    return Trials.seeds("spare", 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theSiteIsRightWhateverHappenedBefore(long seed) throws IOException {
    Random random = new Random(seed);
    build();
    for (int i = 1; i <= BUILDS; i++) {
      for (int n = random.nextInt(4); n > 0; n--) {
        edit(random);
      }
      for (int n = random.nextInt(3); n > 0; n--) {
        tamper(random);
      }
      Staging.Outcome outcome = build();
      assertThat(TestSite.tree(output)).as("seed %d, build %d", seed, i).isEqualTo(both());
      assertThat(outcome.foreign()).isEqualTo(own.size());
      assertThat(outcome.written() + outcome.unchanged()).isEqualTo(pages.size());
      assertThat(work.resolve("next")).doesNotExist();
      assertThat(work.resolve("previous")).doesNotExist();
      try (OutputFolder folder = OutputFolder.open(output, () -> {})) {
        assertThat(new TreeSet<>(folder.manifest().paths())).isEqualTo(pages.keySet());
      }
    }
  }

  private TreeMap<String, String> both() {
    TreeMap<String, String> both = new TreeMap<>(pages);
    both.putAll(own);
    return both;
  }

  private Staging.Outcome build() throws IOException {
    try (OutputFolder folder = OutputFolder.open(output, () -> {})) {
      Staging staging = new Staging(folder);
      rendersFew = !rendersFew;
      for (Map.Entry<String, String> page : pages.entrySet()) {
        String path = page.getKey();
        String text = page.getValue();
        Rendered last = ledger.get(path);
        if (!rendersFew
            || last == null
            || !last.text.equals(text)
            || !staging.stays(path, last.digest)) {
          ledger.put(path, new Rendered(text, staging.write(path, text.getBytes(UTF_8))));
        }
      }
      return staging.commit(Map.of());
    }
  }

  /** Changes what the site has. */
  private void edit(Random random) throws IOException {
    int number = random.nextInt(FILES);
    String folder = List.of("", "a/", "a/b/", "c/").get(number % 4);
    String path = folder + "page" + number;
    pages.keySet().removeIf(it -> it.startsWith(path + "/"));
    switch (random.nextInt(8)) {
      case 0 -> pages.remove(path);
      case 1 -> {
        // A folder where there was a page, and the other way round.
        pages.remove(path);
        pages.put(path + "/index", "folder " + random.nextInt(10));
      }
      case 2 -> writeAll(random);
      case 3 -> {
        Path file = output.resolve("own/" + number);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "own " + random.nextInt(10));
        own.put("own/" + number, Files.readString(file));
      }
      case 4 -> {
        if (own.remove("own/" + number) != null) {
          Files.delete(output.resolve("own/" + number));
        }
      }
      default -> pages.put(path, "page " + random.nextInt(10));
    }
  }

  private void writeAll(Random random) {
    String word = "all " + random.nextInt(10);
    pages.replaceAll((path, text) -> word);
  }

  /** Changes what the folders hold, behind the back of Newsbake. */
  private void tamper(Random random) throws IOException {
    List<Path> files = files(output);
    files.removeIf(file -> file.startsWith(output.resolve("own")));
    Path file = files.isEmpty() ? output : files.get(random.nextInt(files.size()));
    List<Path> spare = files(work.resolve("spare"));
    Path spared = spare.isEmpty() ? null : spare.get(random.nextInt(spare.size()));
    switch (random.nextInt(11)) {
      case 0, 1 -> age(random);
      case 2 -> rewrite(file);
      case 3 -> Files.deleteIfExists(files.isEmpty() ? temporary.resolve("none") : file);
      case 4 -> {
        if (!files.isEmpty()) {
          Path copy = Files.copy(file, temporary.resolve("copy"));
          Files.move(copy, file, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      case 5 -> rewrite(spared);
      case 6 -> {
        if (spared != null) {
          Files.writeString(temporary.resolve("copy"), "other");
          Files.move(temporary.resolve("copy"), spared, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      case 7 -> {
        Files.createDirectories(work.resolve("spare/more"));
        Files.writeString(work.resolve("spare/more/" + random.nextInt(3)), "more");
      }
      case 8 -> {
        if (spared != null) {
          Files.delete(spared);
          Files.createSymbolicLink(spared, output);
        }
      }
      case 9 -> {
        // A build died while it made the next site.
        Files.createDirectories(work.resolve("next/a"));
        Files.writeString(work.resolve("next/a/page1"), "died");
      }
      default -> damageManifest(random);
    }
  }

  private static void rewrite(Path file) throws IOException {
    if (file != null && Files.isRegularFile(file)) {
      Files.writeString(file, "x".repeat((int) Files.size(file)));
    }
  }

  /** A time after this one would be that of another change. */
  private void age(Random random) throws IOException {
    for (Path file : files(output)) {
      Files.setLastModifiedTime(
          file, FileTime.from(Instant.now().minusSeconds(100).minusNanos(random.nextInt())));
    }
    if (random.nextBoolean()) {
      build();
    }
  }

  /** As long as its files are as they were, they are known by their digests. */
  private void damageManifest(Random random) throws IOException {
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = output.resolve(page.getKey());
      if (!Files.isRegularFile(file) || !Files.readString(file).equals(page.getValue())) {
        return;
      }
    }
    Path manifest = work.resolve("manifest");
    byte[] bytes = Files.readAllBytes(manifest);
    int end = new String(bytes, UTF_8).lastIndexOf("end ");
    if (end < 0) {
      return;
    }
    if (random.nextBoolean()) {
      bytes[end + 10] ^= 1;
    }
    Files.write(manifest, Arrays.copyOf(bytes, random.nextBoolean() ? end : bytes.length));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return new ArrayList<>();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return new ArrayList<>(
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .sorted()
              .toList());
    }
  }

  @Test
  void aKnownFileIsNotRead() throws IOException {
    pages.put("page", "one");
    pages.put("other", "same");
    build();
    FileTime old = FileTime.from(Instant.now().minusSeconds(100).plusNanos(1));
    Files.setLastModifiedTime(output.resolve("page"), old);
    build();
    // Nobody does this but to find out.
    Files.writeString(output.resolve("page"), "two");
    Files.setLastModifiedTime(output.resolve("page"), old);
    assertThat(build().unchanged()).isEqualTo(2);
    assertThat(output.resolve("page")).hasContent("two");

    Files.writeString(output.resolve("page"), "two");
    assertThat(build().written()).isEqualTo(1);
    assertThat(output.resolve("page")).hasContent("one");
  }

  @Test
  void aKnownFileStaysWithoutItsBytes() throws IOException {
    SipHash.Digest one = write("page", "one");
    FileTime old = FileTime.from(Instant.now().minusSeconds(100).plusNanos(1));
    Files.setLastModifiedTime(output.resolve("page"), old);
    assertThat(stays("page", one)).as("other time, same bytes").isTrue();
    assertThat(write("page", "one")).isEqualTo(one);

    Files.writeString(output.resolve("page"), "two");
    assertThat(stays("page", one)).as("other time, other bytes").isFalse();
    Files.setLastModifiedTime(output.resolve("page"), old);
    assertThat(stays("page", one)).as("not read").isTrue();
    Files.writeString(output.resolve("page"), "three");
    Files.setLastModifiedTime(output.resolve("page"), old);
    assertThat(stays("page", one)).as("other size").isFalse();
    Files.delete(output.resolve("page"));
    assertThat(stays("page", one)).as("no file").isFalse();
    Files.createSymbolicLink(output.resolve("page"), Files.writeString(output.resolve("a"), "one"));
    assertThat(stays("page", one)).as("a link").isFalse();

    SipHash.Digest two = write("page", "two");
    assertThat(stays("page", two)).isTrue();
    assertThat(stays("page", one)).as("the page of an earlier build").isFalse();
    assertThat(stays("a", one)).as("a file of others").isFalse();
    Files.delete(work.resolve("manifest"));
    assertThat(stays("page", two)).as("without a manifest").isFalse();
  }

  private SipHash.Digest write(String path, String text) throws IOException {
    try (OutputFolder folder = OutputFolder.open(output, () -> {})) {
      Staging staging = new Staging(folder);
      SipHash.Digest digest = staging.write(path, text.getBytes(UTF_8));
      staging.commit(Map.of());
      return digest;
    }
  }

  private boolean stays(String path, SipHash.Digest digest) throws IOException {
    try (OutputFolder folder = OutputFolder.open(output, () -> {})) {
      return new Staging(folder).stays(path, digest);
    }
  }

  @Test
  void theSpareSiteHoldsNoFileThatTheSiteHasNot() throws IOException {
    for (int i = 0; i < 9; i++) {
      pages.put("page" + i, "one");
    }
    build();
    Files.writeString(output.resolve("own"), "mine");
    own.put("own", "mine");
    pages.remove("page1");
    pages.put("page2", "two");
    pages.put("page3", "two");
    build();
    assertThat(names(work.resolve("spare")))
        .containsExactly("page0", "page4", "page5", "page6", "page7", "page8");

    Object output0 = Files.getAttribute(output, "unix:ino");
    pages.put("page2", "three");
    assertThat(build().written()).isEqualTo(1);
    assertThat(Files.getAttribute(output, "unix:ino")).as("one step").isEqualTo(output0);
    assertThat(TestSite.tree(output)).isEqualTo(both());

    Object spare = Files.getAttribute(work.resolve("spare"), "unix:ino");
    pages.put("page2", "four");
    pages.put("page3", "four");
    build();
    assertThat(Files.getAttribute(output, "unix:ino")).as("in turn").isEqualTo(spare);
    assertThat(TestSite.tree(output)).isEqualTo(both());
  }

  private static TreeSet<String> names(Path folder) throws IOException {
    return new TreeSet<>(TestSite.tree(folder).keySet());
  }

  @Test
  void aLinkOfOthersIsNotFollowed() throws IOException {
    for (int i = 0; i < 9; i++) {
      pages.put("page" + i, "one");
    }
    pages.put("img/a", "one");
    build();
    Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
    Files.move(output.resolve("img/a"), elsewhere.resolve("a"));
    Files.delete(output.resolve("img"));
    Files.createSymbolicLink(output.resolve("img"), elsewhere);
    own.put("img", "-> " + elsewhere);
    for (String word : List.of("two", "three", "four")) {
      pages.remove("img/a");
      pages.put("page1", word);
      pages.put("page2", word);
      build();
      assertThat(TestSite.tree(output)).isEqualTo(both());
      assertThat(elsewhere.resolve("a")).hasContent("one");
    }
  }
}
