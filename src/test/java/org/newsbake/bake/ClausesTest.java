package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;

/** A clause that is not enforced holds back the stories of its source, and no other. */
class ClausesTest {

  @TempDir private Path folder;

  @Test
  void theStoriesOfASourceWhoseContractIsNotFollowedAreNowhere() throws IOException {
    TestSite site = new TestSite(folder);
    site.write("jbake.properties", "render.archive=false\nrender.feed=false\n");
    site.write("templates/post.ftl", "${content.body}<p>${content.story.notice!}</p>");
    for (String source : List.of("osier", "tidewrack")) {
      String header = "title=From %s\ntype=post\nstatus=published\ndate=2026-11-03\nsource=%s\n";
      site.write(
          "content/" + source + ".md", header.formatted(source, source) + "~~~~~~\nCANARY\n");
    }
    for (String clause : List.of("allowed_days: 3", "images: false", "noArchive: yes", "feed:")) {
      site.write(
          "data/sources.yaml", "tidewrack: {name: T}\nosier:\n  name: O\n  " + clause + "\n");
      Report report = site.build();
      assertThat(report.written()).as(clause).isPresent();
      assertThat(report.held()).as(clause).containsExactly("content/osier.md");
      assertThat(report.problems()).filteredOn(Problem::isError).hasSize(1);
      assertThat(site.tree()).containsKey("tidewrack.html");
      assertThat(site.tree().toString()).as(clause).doesNotContain("osier");
    }
    site.write("data/sources.yaml", "tidewrack: {name: T}\nosier:\n  name: O\n  feed: none\n");
    assertThat(site.build().held()).isEmpty();
    assertThat(site.tree()).containsKey("osier.html");
  }
}
