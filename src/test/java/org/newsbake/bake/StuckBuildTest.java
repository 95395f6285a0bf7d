package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that takes too long, or too much memory, stops the build and blames no story. */
class StuckBuildTest {

  @TempDir private Path folder;

  private TestSite site() throws Exception {
    TestSite site = new TestSite(folder.resolve("site"));
    site.write("jbake.properties", "render.archive=false\nrender.feed=false\nsite.kind=newsroom\n");
    return site.post("ferry", 3, "sea", "It sailed.").post("market", 4, "sea", "It opened.");
  }

  @Test
  void aPageThatTakesTooLongStopsTheBuildAndTheOldSiteStays() throws Exception {
    TestSite site = site();
    site.build();
    Map<String, String> before = site.tree();
    // An empty body is no step that is counted.
    site.write("templates/post.ftl", "<#list 1..200000000 as x></#list>");
    BuildOptions options =
        new BuildOptions(zone -> TestSite.NOW, false, false, true, 1, Duration.ofMillis(30));
    assertThatExceptionOfType(StuckException.class)
        .isThrownBy(() -> new Build(options, () -> {}).run(site.folder(), Optional.empty()))
        .withMessageContaining("the page ")
        .withMessageContaining(".html took longer than");
    assertThat(site.tree()).isEqualTo(before);
  }

  @Test
  void aPageWithoutMemoryHoldsNoStoryBack() throws Exception {
    TestSite site = site();
    site.write(
        "templates/post.ftl",
        "<#if content.title?contains('erry')>${''?left_pad(2147483647)}</#if>");
    Report report = site.build();
    assertThat(report.written()).isEmpty();
    assertThat(report.held()).isEmpty();
    assertThat(TestSite.codes(report)).contains("template-memory");
  }
}
