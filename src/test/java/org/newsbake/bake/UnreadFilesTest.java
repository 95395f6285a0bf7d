package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadFilesTest {

  private static final String TEXT =
      "![A ferry](img/ferry.jpg) and [the plan](my%20plan.pdf), by image::crew.png[]\n";

  private TestSite site;

  @BeforeEach
  void makeSite(@TempDir Path folder) {
    site = new TestSite(folder);
    site.post("living", 3, "", "![Seals](img/seals.jpg)");
    for (String asset : new String[] {"img/ferry.jpg", "img/seals.jpg", "my plan.pdf"}) {
      site.write("assets/" + asset, "x");
    }
    site.write("content/crew.png", "x");
  }

  @Test
  void aPictureOfAnAbsentArticleIsKeptBack() throws IOException {
    site.article("ferry", "post", "draft", 3, "", "![A ferry](img/ferry.jpg)");
    site.build();
    assertThat(site.tree()).doesNotContainKey("img/ferry.jpg").containsKey("img/seals.jpg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // No end of the front matter: a warning, and the site is written.
        "---\ntitle: Ferry\ntype: post\nstatus: published\nembargo: 2026-12-01\n\n",
        "---\ntitle: Ferry: sold\ntype: post\nstatus: published\nembargo: 2026-12-01\n---\n",
        "---\ntitle: Ferry\ntype: post\nstatus: published\nembargo: soon\n---\n",
        "---\ntitle: Ferry\ntype: pots\nstatus: draft\n---\n",
        "---\ntitle: Ferry\ntype: post\nstatus: Draft\n---\n",
        "",
      })
  void whatAFileNamesThatIsNoArticleIsKeptBack(String header) throws IOException {
    site.write("content/ferry.md", header + TEXT);
    Report report = site.build(TestSite.keepGoing());
    assertThat(report.written()).isPresent();
    assertThat(report.problems())
        .anyMatch(problem -> problem.location().file().equals("content/ferry.md"));
    assertThat(site.tree())
        .containsKeys("living.html", "img/seals.jpg")
        .doesNotContainKeys("img/ferry.jpg", "my plan.pdf", "crew.png");
  }

  @Test
  void whatIsNamedElsewhereAsWellIsNot() throws IOException {
    site.write("content/ferry.md", TEXT);
    site.write("templates/foot.ftl", "<img src=\"img/ferry.jpg\">");
    site.write("data/crew.yaml", "all: crew.png\n");
    site.write("assets/style.css", "a { background: url('my plan.pdf') }");
    site.build();
    assertThat(site.tree()).containsKeys("img/ferry.jpg", "crew.png", "my plan.pdf");
  }

  @Test
  void aLiveArticleReleasesWhatItShows() throws IOException {
    site.write("content/ferry.md", TEXT.replace("ferry.jpg", "seals.jpg"));
    site.build();
    assertThat(site.tree()).containsKeys("img/seals.jpg", "img/ferry.jpg");
  }
}
