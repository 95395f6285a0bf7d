package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What templates get of the newsroom where it has pages for its sections, and where not. */
class NewsroomModelTest {

  private static final String PROPERTIES = "render.archive=false\nrender.feed=false\n";

  private TestSite site;

  @BeforeEach
  void makeSite(@TempDir Path folder) {
    site = new TestSite(folder);
    site.write(
        "templates/index.ftl",
        "<#list newsroom.sections + newsroom.authors + newsroom.sources as g>"
            + "${g.name} ${g.count} ${g.uri!'-'};</#list>");
    site.write("templates/group.ftl", "x");
    site.write("templates/post.ftl", "${content.body}${content.story.notice!}");
    site.write("data/sections.yaml", "town: {name: Town}\nsea: {name: Sea}\n");
    site.write("data/authors.yaml", "orla: {name: Orla Finch}\n");
    site.write("data/sources.yaml", "northwind: {name: Northwind}\n");
    String story = "title=A\ntype=post\nstatus=published\ndate=2026-11-01\n";
    site.write("content/a.md", story + "section=Sea\nauthor=orla, orla\n~~~~~~\nx\n");
    site.write("content/b.md", story + "section=sea\nsource=northwind\n~~~~~~\nx\n");
  }

  @Test
  void withoutPagesTheEntriesAreThoseOfTheDataFiles() throws IOException {
    assertThat(site.build().problems()).isEmpty();
    assertThat(site.tree().get("index.html"))
        .isEqualTo("Town 0 -;Sea 2 -;Orla Finch 1 -;Northwind 1 -;");
  }

  @Test
  void withPagesTheyAreThoseThatHaveOne() throws IOException {
    site.write("jbake.properties", PROPERTIES + "template.section.file=group.ftl\n");
    assertThat(site.build().problems()).isEmpty();
    assertThat(site.tree().get("index.html"))
        .isEqualTo("Sea 2 sections/sea/;Orla Finch 1 -;Northwind 1 -;");
  }
}
