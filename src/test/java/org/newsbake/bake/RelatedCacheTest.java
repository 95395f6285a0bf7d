package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Related stories with a cache are those without, and only changed texts are read for them. */
class RelatedCacheTest {

  private static final int STORIES = 40;

  private static final List<String> WORDS =
      List.of(
              "harbour ferry tide pier boat sailor island crossing timetable ticket lighthouse storm"
                  .split(" "),
              "council budget vote mayor debate tax school road bridge library election plan"
                  .split(" "),
              "match goal keeper league coach stadium referee trophy season defeat final captain"
                  .split(" "))
          .stream()
          .flatMap(Arrays::stream)
          .toList();

  @TempDir private Path folder;
  private TestSite site;
  private Random random;
  private int names;

  @BeforeEach
  void write() throws IOException {
    random = new Random(7);
    site = new TestSite(folder.resolve("site"));
    site.write("jbake.properties", "render.archive=false\nrender.feed=false\nrelated.count=4\n");
    site.write(
        "templates/post.ftl", "${content.title}<#list content.related![] as it> ${it.uri}</#list>");
    while (names < STORIES) {
      story("story-" + names++);
    }
    build();
  }

  private void story(String name) {
    int topic = random.nextInt(3);
    List<String> header =
        new ArrayList<>(
            List.of(
                "title=" + words(topic, 4),
                "type=post",
                "status=" + (random.nextInt(12) == 0 ? "draft" : "published"),
                "date=" + LocalDate.of(2026, 11, 1).minusDays(random.nextInt(90))));
    more(header, 4, "tags=" + words(topic, 1));
    more(header, 4, "section=s" + random.nextInt(3));
    more(header, 8, "guid=" + random.nextInt(6));
    more(header, 8, "lang=" + List.of("en", "de").get(random.nextInt(2)));
    more(header, 8, "related=story-" + random.nextInt(STORIES) + ".md");
    more(header, 8, "related_exclude=story-" + random.nextInt(STORIES) + ".md");
    more(header, 4, "summary=" + words(topic, 5));
    site.write(
        "content/" + name + ".md",
        String.join("\n", header) + "\n~~~~~~\n" + words(topic, 30 + random.nextInt(60)) + "\n");
  }

  private void more(List<String> header, int oneOf, String line) {
    if (random.nextInt(oneOf) == 0) {
      header.add(line);
    }
  }

  private String words(int topic, int count) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < count; i++) {
      int of = random.nextInt(4) == 0 ? random.nextInt(3) : topic;
      words.append(WORDS.get(12 * of + random.nextInt(12))).append(' ');
    }
    return words.toString();
  }

  /** Builds with and without a cache; what became of the cache. */
  private String build() throws IOException {
    Report clean =
        new Build(new BuildOptions(zone -> TestSite.NOW, false, false, false, 2), () -> {})
            .run(site.folder(), Optional.of(folder.resolve("clean")));
    Report report = site.build();
    assertThat(report.problems()).isEqualTo(clean.problems());
    assertThat(site.tree()).isEqualTo(TestSite.tree(folder.resolve("clean")));
    return report.cache().stream()
        .filter(line -> line.startsWith("related: "))
        .findFirst()
        .orElse("");
  }

  private void append(String name, String text) throws IOException {
    Path file = site.folder().resolve("content/" + name + ".md");
    Files.writeString(file, Files.readString(file) + text);
  }

  private List<Path> cacheFiles() throws IOException {
    return cacheFiles(site);
  }

  private static List<Path> cacheFiles(TestSite site) throws IOException {
    try (Stream<Path> files = Files.list(site.folder().resolve(".newsbake/cache"))) {
      return files
          .filter(file -> RelatedCache.isFile(file.getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  /** Builds after a change that no list depends on. */
  private String buildAgain() throws IOException {
    site.write(
        "templates/post.ftl",
        "<#list content.related![] as it>${it.title} </#list>" + random.nextInt());
    return build();
  }

  @Test
  void nothingIsReadAndSearchedWhereNoStoryChanged() throws IOException {
    assertThat(buildAgain()).startsWith("related: the lists of the last build, 0 of ");
  }

  @Test
  void onlyTheTextThatChangedIsRead() throws IOException {
    site.post("new", 2, "", "The lighthouse keeper saw the ferry.");
    assertThat(build()).startsWith("related: lists found again, 1 of ");
    append("new", "A storm, and a trophy for the captain.");
    assertThat(build()).startsWith("related: lists found again, 1 of ");
    site.delete("content/new.md");
    assertThat(build()).startsWith("related: lists found again, 0 of ");
  }

  @Test
  void aChangeOfMarksChangesNoList() throws IOException {
    site.post("new", 2, "", "The lighthouse keeper saw the ferry.");
    build();
    append("new", "!!\n");
    assertThat(build()).startsWith("related: the lists of the last build, 1 of ");
    assertThat(buildAgain()).startsWith("related: the lists of the last build, 0 of ");
  }

  @Test
  void anotherOptionFindsAllListsAgain() throws IOException {
    site.write("jbake.properties", "render.archive=false\nrender.feed=false\nrelated.count=3\n");
    assertThat(build()).startsWith("related: all found, the cache is of another version");
  }

  @Test
  void withoutListsNothingIsKept() throws IOException {
    TestSite other = new TestSite(folder.resolve("other"));
    other.post("a", 1, "", "Text.").build();
    assertThat(cacheFiles(other)).isEmpty();
    site.build(new BuildOptions(zone -> TestSite.NOW, false, false, true, 2));
    assertThat(cacheFiles()).hasSize(2);
  }

  private static Stream<Long> seeds() {
    int trials = Integer.getInteger("newsbake.trials.related", 3);
    long first = Long.getLong("newsbake.seed", 1);
    return Stream.iterate(first, seed -> seed + 1).limit(trials);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void afterAnyEditTheListsAreThoseOfACleanBuild(long seed) throws IOException {
    random = new Random(seed);
    for (int round = 0; round < 10; round++) {
      for (int more = random.nextInt(4); more >= 0; more--) {
        edit();
      }
      build();
    }
    assertThat(cacheFiles()).hasSize(2);
  }

  private void edit() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(site.folder().resolve("content"))) {
      files = all.sorted().toList();
    }
    String file = files.get(random.nextInt(files.size())).getFileName().toString();
    String name = file.substring(0, file.length() - ".md".length());
    switch (random.nextInt(6)) {
      case 0 -> story("story-" + names++);
      case 1 -> story(name);
      case 2 -> site.delete("content/" + file);
      case 3 ->
          Files.move(
              site.folder().resolve("content/" + file),
              site.folder().resolve("content/story-" + names++ + ".md"));
      case 4 -> append(name, words(random.nextInt(3), 8) + ".\n");
      default -> append(name, "...\n");
    }
  }

  @Test
  void damageCostsTimeAndNothingElse() throws IOException {
    for (int trial = 0; trial < 16; trial++) {
      for (Path file : cacheFiles()) {
        byte[] bytes = Files.readAllBytes(file);
        switch (random.nextInt(4)) {
          case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
          case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
          case 2 -> Arrays.fill(bytes, bytes.length / 3, bytes.length, (byte) 0);
          default -> Files.delete(file);
        }
        if (random.nextBoolean()) {
          Files.write(file, bytes);
        }
      }
      edit();
      build();
    }
  }

  @Test
  void theFileOfWhatStoriesSayDoesNotGrowForEver() throws IOException {
    List<Path> before = cacheFiles();
    for (int round = 0; round < 25; round++) {
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 900; word++) {
        text.append("word").append(word).append("of").append(round).append(' ');
      }
      site.post("long", 3, "", text.toString());
      site.build();
    }
    assertThat(cacheFiles()).hasSize(2).isNotEqualTo(before);
    assertThat(buildAgain()).startsWith("related: the lists of the last build, 0 of ");
    site.delete("content/long.md");
    assertThat(build()).startsWith("related: lists found again, 0 of ");
    for (Path file : cacheFiles()) {
      assertThat(Files.size(file)).isLessThan(1 << 18);
    }
  }
}
