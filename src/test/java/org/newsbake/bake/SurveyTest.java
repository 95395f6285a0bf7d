package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;

class SurveyTest {

  /** The stories of the repository are of every kind, and one more of them is broken here. */
  @Test
  void aGlanceAtTheHeadersGivesTheScheduleOfTheWholeSite(@TempDir Path folder) throws IOException {
    TestSite site = new TestSite(folder);
    TestSite.tree(Path.of("content"))
        .forEach((path, text) -> site.write("content/" + path, bytes(text)));
    site.write("content/broken.md", "title=x\ndate=31.12.26\ntype=post\nstatus=draft\n~~~~~~\n");
    Survey whole = Survey.of(folder, zone -> TestSite.NOW, 2);
    Survey glance = Survey.ofSchedule(folder, zone -> TestSite.NOW, 2);
    assertThat(glance.contentFiles()).isEqualTo(whole.contentFiles()).isGreaterThan(50);
    assertThat(glance.schedule().get().next()).isPresent().isEqualTo(whole.schedule().get().next());
    assertThat(glance.schedule().get().live()).isEqualTo(whole.schedule().get().live());
    assertThat(glance.problems()).extracting(Problem::code).containsExactly("date-invalid");
    assertThat(glance.failed()).isTrue();
  }

  @Test
  void theProblemsAreThoseOfABuild(@TempDir Path folder) throws IOException {
    TestSite site =
        new TestSite(folder).post("a", 3, "", "See [b](walls.md).").post("b", 3, "", "");
    site.write("content/c.md", "no header").write("data/sections.yaml", "a: [");
    site.write("jbake.properties", "date.format=q\nnew.path=x\n");
    assertThat(Survey.of(folder, zone -> TestSite.NOW, 2).problems())
        .isEqualTo(site.build().problems())
        .isNotEmpty();
    site.write("jbake.properties", "render.archive=false\nrender.feed=false\n");
    assertThat(Survey.of(folder, zone -> TestSite.NOW, 2).problems())
        .isEqualTo(site.build().problems())
        .extracting(Problem::code)
        .contains("link-broken", "header-missing", "yaml-invalid");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
