package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.Problem;
import org.newsbake.Trials;

/** One bad story is only one: everything else goes out as if it were not there. */
class QuarantineTest {

  @TempDir private Path temporary;
  private TestSite site;

  @BeforeEach
  void makeANewsroom() throws IOException {
    site = newsroom("site");
  }

  private TestSite newsroom(String name) throws IOException {
    TestSite made = new TestSite(temporary.resolve(name));
    made.write("jbake.properties", "render.archive=false\nrender.feed=false\nsite.kind=newsroom\n");
    return made.post("ferry", 3, "sea", "It sailed.");
  }

  private static void story(TestSite site, String name, int day, String keys, String text) {
    site.write(
        "content/" + name + ".md",
        String.format(
            "title=About %s\ntype=post\nstatus=published\ndate=2026-11-%02d\n%s~~~~~~\n%s\n",
            name, day, keys, text));
  }

  @Test
  void aStoryWithAnErrorIsHeldBackAlone() throws IOException {
    site.write("content/bad.md", "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\nx\n");
    Report report = site.build();
    assertThat(report.written()).isPresent();
    assertThat(report.failed()).isTrue();
    assertThat(report.tolerated()).isFalse();
    assertThat(report.held()).containsExactly("content/bad.md");
    assertThat(site.tree()).containsKey("ferry.html").doesNotContainKey("bad.html");
  }

  @Test
  void aPublicAddressOfAHeldStoryIsTemporarilyUnavailable() throws IOException {
    site.write("data/addresses.txt", "/bad.html\tcontent/bad.md\n/old/\tcontent/bad.md\n");
    site.write("content/bad.md", "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\nx\n");
    site.build();
    assertThat(site.tree().get("bad.html")).contains("noindex").contains("Temporarily unavailable");
    assertThat(site.tree()).containsKey("old/index.html");
    assertThat(site.tree().get("index.html")).doesNotContain("bad");
  }

  @Test
  void aPlainJBakeSiteStopsAsBeforeUnlessItIsAsked() throws IOException {
    site.write("jbake.properties", "render.archive=false\nrender.feed=false\n");
    site.write("content/bad.md", "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\nx\n");
    assertThat(site.build().written()).isEmpty();
    assertThat(site.build(TestSite.keepGoing()).written()).isPresent();
    site.write(
        "jbake.properties",
        "render.archive=false\nrender.feed=false\nbuild.on_error=quarantine\nquarantine.exit=0\n");
    Report report = site.build();
    assertThat(report.written()).isPresent();
    assertThat(report.tolerated()).isTrue();
  }

  @Test
  void tooManyHeldStoriesThatWerePublicStopTheBuild() throws IOException {
    site.build();
    StringBuilder ledger = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      ledger.append("/bad").append(i).append(".html\tcontent/bad").append(i).append(".md\n");
      site.write(
          "content/bad" + i + ".md",
          "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\nx\n");
    }
    Report free = site.build();
    assertThat(free.written()).as("none was public: %s", free.problems()).isPresent();
    site.write("data/addresses.txt", ledger.toString());
    Report report = site.build();
    assertThat(report.written()).isEmpty();
    assertThat(report.problems()).extracting(Problem::code).contains("quarantine-limit");
    site.delete("content/bad0.md");
    report = site.build();
    assertThat(report.written()).as("%s", report.problems()).isPresent();
  }

  @Test
  void ofTwoStoriesAtOneAddressTheOneStaysThatWasPublic() throws IOException {
    story(site, "one", 3, "permalink=/x/\n", "One.");
    story(site, "two", 4, "permalink=/x/\n", "Two.");
    Report report = site.build();
    assertThat(report.held()).containsExactly("content/two.md");
    assertThat(site.tree().get("x/index.html")).contains("One.");
    site.write("data/addresses.txt", "/x/\tcontent/two.md\n");
    report = site.build();
    assertThat(report.held()).containsExactly("content/one.md");
    assertThat(site.tree().get("x/index.html")).contains("Two.");
  }

  @Test
  void anErrorInAnEntryOfADataFileHoldsNothingUp() throws IOException {
    site.write("data/authors.yaml", "kim: {name: Kim}\nbo: {picture: x.jpg}\n");
    Report report = site.build();
    assertThat(report.written()).isPresent();
    assertThat(report.failed()).isTrue();
    assertThat(report.held()).isEmpty();
  }

  @Test
  void aStoryOfAnUnknownSourceIsHeldBack() throws IOException {
    site.write("data/sources.yaml", "meridian: {name: Meridian Wire}\n");
    story(site, "wire", 3, "source=meridiam\n", "Wire.");
    assertThat(site.build().held()).containsExactly("content/wire.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"killed=perhaps", "killed=", "kiled=true", "killed=true\ndate=soon"})
  void aStoryWithAnErrorIsGoneFromThoseAddressesAloneThatWerePublic(String lines)
      throws IOException {
    site.write(
        "jbake.properties",
        """
        render.archive=false
        render.feed=false
        site.kind=newsroom
        template.withdrawn.file=withdrawn.ftl
        render.hostfiles=redirects
        """);
    site.write("templates/withdrawn.ftl", "Withdrawn.");
    String date = lines.contains("date=") ? "" : "date=2026-11-03\n";
    site.write(
        "content/secret.md",
        "title=x\ntype=post\nstatus=published\naliases=/old/secret\n"
            + date
            + lines
            + "\n~~~~~~\nx\n");
    assertThat(site.build().held().size() + site.build().absent().getOrDefault("killed", 0))
        .isEqualTo(1);
    assertThat(site.tree().toString()).doesNotContain("secret");
    site.write("data/addresses.txt", "/secret.html\tcontent/secret.md\n");
    site.build();
    assertThat(site.tree()).containsKey("secret.html").doesNotContainKey("old/secret/index.html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image:\n  src: a.jpg\n  embargo: 2027-01-01",
        "news: {embargo: 2027-01-01}",
        "news: [{killed: true}]",
        "params:\n  draft: true",
        "news:\n  more:\n    status: canceled"
      })
  void aStoryWithAHoldBelowAnotherKeyIsHeldBack(String lines) throws IOException {
    site.write(
        "content/wire.md",
        "---\ntitle: A\ntype: post\nstatus: published\ndate: 2026-11-03\n" + lines + "\n---\nT\n");
    assertThat(site.build().held()).as(lines).containsExactly("content/wire.md");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source: [meridian]",
        "source: {key: meridian}",
        "source:",
        "source: ' '",
        "source: ~",
        "source: meridian, northwind",
        "sources: meridian",
        "Source: meridian"
      })
  void aStoryThatDoesNotNameOneSourceIsHeldBack(String line) throws IOException {
    site.write("data/sources.yaml", "meridian: {name: Meridian Wire, notice: By Meridian}\n");
    site.write(
        "content/wire.md",
        "---\ntitle: A\ntype: post\nstatus: published\ndate: 2026-11-03\n" + line + "\n---\nT\n");
    assertThat(site.build().held()).as(line).containsExactly("content/wire.md");
  }

  @ParameterizedTest
  @ValueSource(strings = {"source=", "source={key: meridian}", "source={\"key\": \"meridian\"}"})
  void aKeyValueHeaderNamesOneSource(String line) throws IOException {
    site.write("data/sources.yaml", "meridian: {name: Meridian Wire, notice: By Meridian}\n");
    story(site, "wire", 3, line + "\n", "Wire.");
    assertThat(site.build().held()).as(line).containsExactly("content/wire.md");
  }

  @Test
  void withoutBadStoriesTheGoodOnesHaveTheSamePages() throws IOException {
    int round = 0;
    for (int left = Trials.of("bad", 27); left > 0; round++) {
      long seed = Trials.seed() + round;
      Random random = new Random(seed);
      TestSite clean = newsroom("clean" + round);
      TestSite mixed = newsroom("mixed" + round);
      StringBuilder ledger = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        for (TestSite one : List.of(clean, mixed)) {
          one.article(
              "good" + i, "post", "published", 1 + i, "tags=sea,t" + i % 3 + "\n", "Good " + i);
        }
        ledger.append("/good").append(i).append(".html\tcontent/good").append(i).append(".md\n");
      }
      clean.write("data/addresses.txt", ledger.toString());
      mixed.write("data/addresses.txt", ledger.toString());
      List<String> bad = new ArrayList<>();
      int number = Math.min(left, 1 + random.nextInt(8));
      left -= number;
      for (int i = 0; i < number; i++) {
        bad.add("content/bad" + i + ".md");
        mixed.write("content/bad" + i + ".md", badStory(random));
      }
      clean.build();
      Report report = mixed.build();
      assertThat(report.held()).as("seed %d", seed).containsExactlyElementsOf(bad);
      Map<String, String> expected = new TreeMap<>(clean.tree());
      assertThat(mixed.tree()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static String badStory(Random random) {
    String header = "title=CANARY\ntype=post\ntags=sea,canary\n";
    return switch (random.nextInt(9)) {
      case 0 -> header + "status=published\ndate=soon\n~~~~~~\nCANARY\n";
      case 1 -> header + "status=canceled\ndate=2026-11-03\n~~~~~~\nCANARY\n";
      case 2 -> header + "status=published\ndate=2026-11-13\nembargo=later\n~~~~~~\nCANARY\n";
      case 3 ->
          header + "status=published\ndate=2026-11-13\npermalink=/index.html\n~~~~~~\nCANARY\n";
      case 4 ->
          header + "status=published\ndate=2026-11-13\npermalink=/good1.html\n~~~~~~\nCANARY\n";
      case 5 -> header + "status=published\ndate=2026-11-13\npermalink=/../x\n~~~~~~\nCANARY\n";
      case 6 ->
          "---\n"
              + "title: CANARY\n"
              + "type: post\n"
              + "status: published\n"
              + "date: 2026-11-13\n"
              + "tags: [a, b\n"
              + "---\n"
              + "x\n";
      case 7 -> "---\ntitle: CANARY\ntitle: CANARY\ntype: post\nstatus: published\n---\nCANARY\n";
      default ->
          "title=CANARY\n"
              + "type=post\n"
              + "tags=../../../etc\n"
              + "status=published\n"
              + "date=2026-11-13\n"
              + "~~~~~~\n"
              + "x\n";
    };
  }
}
