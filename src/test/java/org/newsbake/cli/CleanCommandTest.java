package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

class CleanCommandTest {

  @TempDir private Path site;

  private String run(String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter to = new PrintWriter(out, true);
    Newsbake.run(to, to, Ansi.OFF, arguments);
    return out.toString();
  }

  @Test
  void afterItABuildReadsAndMakesEverything() throws IOException {
    Files.createDirectories(site.resolve("content"));
    Files.createDirectories(site.resolve("templates"));
    Files.writeString(
        site.resolve("jbake.properties"),
        "render.archive=false\nrender.feed=false\nrender.tags=false\n");
    Files.writeString(site.resolve("templates/index.ftl"), "x");
    Files.writeString(
        site.resolve("templates/post.ftl"),
        "${content.body}<#list content.related![] as it>x</#list>");
    Files.writeString(
        site.resolve("content/a.md"),
        "title=A\ntype=post\nstatus=published\ndate=2026-11-01\n~~~~~~\nText\n");
    String folder = site.toString();
    run("build", folder);
    assertThat(run("build", folder, "-v"))
        .contains("articles: 1 of 1 unchanged, not read again", "pages: 0 made");
    Path own = Files.writeString(site.resolve(".newsbake/cache/articles-of-association"), "mine");
    assertThat(run("clean", folder)).startsWith("Deleted ").endsWith(" files of the caches.\n");
    assertThat(own).exists();
    assertThat(run("build", folder, "-v"))
        .contains(
            "articles: all read, no cache yet",
            "related: all found, no cache yet",
            "pages: all made");
    assertThat(site.resolve("output/a.html")).hasContent("<p>Text</p>");
  }
}
