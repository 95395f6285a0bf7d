package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Trials;

/** A withdrawal waits for nobody: a killed story leaves the site although the build stops. */
class WithdrawalsTest {

  @TempDir private Path temporary;
  private TestSite site;

  @BeforeEach
  void buildANewsroom() throws IOException {
    site = new TestSite(temporary.resolve("site"));
    site.write(
            "jbake.properties",
            """
            render.archive=false
            render.feed=false
            site.kind=newsroom
            site.host=https://saltmere.example
            feed.formats=rss,json
            render.sitemaps=true
            render.hostfiles=redirects
            template.withdrawn.file=withdrawn.ftl
            """)
        .write("templates/withdrawn.ftl", "Withdrawn by the editors.")
        .write(
            "templates/index.ftl",
            "<ul><#list published_posts as post><li><a href=\"${post.uri}\">${post.title}</a></li>"
                + "</#list></ul>")
        .write("assets/img/mill.png", "picture")
        .post("ferry", 3, "sea", "It sailed.")
        .post("choir", 4, "town", "They sang of [the mill](mill.md).");
    mill("");
    assertThat(site.build().written()).isPresent();
    assertThat(site.tree().get("index.html")).contains("About mill");
    assertThat(site.tree()).containsKeys("mill.html", "img/mill.png");
  }

  private void mill(String keys) {
    site.write(
        "content/mill.md",
        "title=About mill\ntype=post\nstatus=published\ndate=2026-11-05\ntags=town\n"
            + keys
            + "~~~~~~\nIt closed. ![mill](img/mill.png)\n");
  }

  private void assertTheMillIsGone(Report report) {
    assertThat(report.written()).isEmpty();
    assertThat(report.withdrawn()).isPresent();
    assertThat(report.withdrawn().get().stories()).containsExactly("content/mill.md");
    assertThat(site.tree().get("mill.html")).containsIgnoringCase("withdrawn");
    assertThat(site.tree()).doesNotContainKey("img/mill.png");
    assertThat(site.tree().get("_redirects")).contains("mill");
    site.tree()
        .forEach(
            (path, text) -> {
              assertThat(text).as(path).doesNotContain("About mill").doesNotContain("It closed");
            });
    assertThat(site.tree().get("index.html")).contains("About ferry").contains("About choir");
    assertThat(site.tree().get("rss.xml")).contains("About ferry");
    assertThat(site.tree().get("ferry.html")).contains("It sailed.");
  }

  @Test
  void aBrokenTemplateHoldsNoWithdrawalUp() throws IOException {
    mill("killed=true\n");
    site.write("templates/index.ftl", "${nothing.at.all}").post("new", 7, "sea", "New.");
    Report report = site.build();
    assertTheMillIsGone(report);
    assertThat(report.withdrawn().get().pages())
        .containsEntry("mill.html", "withdrawn")
        .containsEntry("img/mill.png", "removed")
        .containsEntry("index.html", "rendered")
        .doesNotContainKey("ferry.html");
    assertThat(site.tree()).doesNotContainKey("new.html");
    assertThat(site.tree().get("index.html")).doesNotContain("About new");
  }

  @Test
  void aBrokenPropertyHoldsNoWithdrawalUp() throws IOException {
    mill("expires=2026-11-10\n");
    String properties = Files.readString(site.folder().resolve("jbake.properties"));
    site.write("jbake.properties", properties + "index.paginate=perhaps\nrender.encoding=UTF-99\n");
    assertTheMillIsGone(site.build());
  }

  @Test
  void aBrokenDataFileHoldsNoWithdrawalUp() throws IOException {
    mill("killed=2026-11-10\n");
    site.write("data/sections.yaml", "town: [\n");
    assertTheMillIsGone(site.build());
  }

  @Test
  void aKilledStoryWithAnotherErrorIsWithdrawnToo() throws IOException {
    site.write(
        "content/mill.md",
        "title=About mill\n"
            + "type=post\n"
            + "status=canceled\n"
            + "date=soon\n"
            + "killed=true\n"
            + "~~~~~~\n"
            + "It closed. ![mill](img/mill.png)\n");
    site.write("templates/index.ftl", "${nothing.at.all}");
    assertTheMillIsGone(site.build());
  }

  @Test
  void whereTheKeptTemplatesFailTheStoryIsCutOut() throws IOException {
    Path kept = site.work().resolve("records/last/templates");
    Files.writeString(kept.resolve("index.ftl"), "${nothing.at.all}");
    Files.writeString(kept.resolve("withdrawn.ftl"), "${nothing.at.all}");
    mill("killed=true\n");
    site.write("templates/index.ftl", "${nothing.at.all}");
    Report report = site.build();
    assertTheMillIsGone(report);
    assertThat(report.withdrawn().get().pages()).containsEntry("index.html", "cut");
  }

  @Test
  void aPageThatSomebodyDeletedHoldsNoWithdrawalUp() throws IOException {
    Files.delete(site.output().resolve("choir.html"));
    mill("killed=true\n");
    site.write("templates/index.ftl", "${nothing.at.all}");
    assertTheMillIsGone(site.build());
    assertThat(site.tree()).doesNotContainKey("choir.html");
  }

  @Test
  void withoutAWithdrawalTheSiteStaysAsItIs() throws IOException {
    var before = site.stamps();
    site.write("templates/index.ftl", "${nothing.at.all}").post("new", 7, "sea", "New.");
    Report report = site.build();
    assertThat(report.withdrawn()).isEmpty();
    assertThat(site.stamps()).isEqualTo(before);
  }

  @Test
  void theNextSoundBuildGivesWhatItGivesOtherwise() throws IOException {
    String index = Files.readString(site.folder().resolve("templates/index.ftl"));
    mill("killed=true\n");
    site.write("templates/index.ftl", "${nothing.at.all}");
    site.build();
    site.write("templates/index.ftl", index);
    assertThat(site.build().written()).isPresent();
    Path clean = temporary.resolve("clean");
    new Build(TestSite.options(), () -> {}).run(site.folder(), java.util.Optional.of(clean));
    assertThat(site.tree()).isEqualTo(TestSite.tree(clean));
  }

  @Test
  void whateverIsBrokenNoWithdrawnStoryStays() throws IOException {
    String properties = Files.readString(site.folder().resolve("jbake.properties"));
    String index = Files.readString(site.folder().resolve("templates/index.ftl"));
    for (long seed : Trials.seeds("withdrawals", 6).toArray()) {
      Random random = new Random(seed);
      site.write("jbake.properties", properties).write("templates/index.ftl", index);
      site.write("data/sections.yaml", "town: {name: Town}\n");
      mill("");
      assertThat(site.build().written()).as("seed %d", seed).isPresent();
      List<String> keys =
          List.of("killed=true\n", "killed=2026-11-10\n", "expires=2026-11-10\n", "killed=yes\n");
      mill(keys.get(random.nextInt(keys.size())));
      int broken = 1 + random.nextInt(7);
      if ((broken & 1) > 0) {
        List<String> faults = List.of("${nothing.at.all}", "<#list x>", "${1/0}", "<#include 'x'>");
        site.write("templates/index.ftl", faults.get(random.nextInt(faults.size())));
      }
      if ((broken & 2) > 0) {
        List<String> faults =
            List.of("index.paginate=perhaps\n", "render.encoding=UTF-99\n", "site.host=x y\n");
        site.write("jbake.properties", properties + faults.get(random.nextInt(faults.size())));
      }
      if ((broken & 4) > 0) {
        List<String> faults = List.of("town: [\n", "\ttown: x\n", "town: {name: \"x}\n");
        site.write("data/sections.yaml", faults.get(random.nextInt(faults.size())));
      }
      if (random.nextBoolean()) {
        site.write(
            "content/bad.md", "title=x\ntype=post\nstatus=published\ndate=soon\n~~~~~~\nx\n");
      } else {
        Files.deleteIfExists(site.folder().resolve("content/bad.md"));
      }
      site.build();
      site.tree()
          .forEach(
              (path, text) ->
                  assertThat(text)
                      .as("seed %d, %s", seed, path)
                      .doesNotContain("About mill")
                      .doesNotContain("It closed"));
      assertThat(site.tree()).as("seed %d", seed).doesNotContainKey("img/mill.png");
      assertThat(site.tree().get("index.html")).as("seed %d", seed).contains("About ferry");
      Files.deleteIfExists(site.folder().resolve("content/bad.md"));
    }
  }
}
