package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.json.simple.JSONObject;
import org.json.simple.JSONValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program from outside: what it prints, how it exits, what it loads. */
class ProgramIT {

  private static final Path REPOSITORY = Path.of("").toAbsolutePath();

  @Test
  void theRepositorysOwnSiteBakesWithoutAProblem(@TempDir Path output) throws Exception {
    Program.Result result =
        Program.command(
            REPOSITORY, Map.of(), "./newsbake", "build", "-o", output.resolve("site").toString());
    // The newsroom has drafts, and stories whose time has not come or is over.
    assertThat(result.err().lines()).allMatch(line -> line.startsWith("Not live: "));
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).startsWith("Baked ");
    assertThat(output.resolve("site/index.html")).isNotEmptyFile();
  }

  @Test
  void aBuildLoadsNoClassOfJBakesDatabase(@TempDir Path folder) throws Exception {
    Path site = folder.resolve("site");
    Program.writeSite(site, 3, "word");
    Files.writeString(
        site.resolve("templates/index.ftl"),
        """
        <#list db.getPublishedPostsByTag("t1") as post>${post.title} ${post.tags?size}</#list>
        ${db.getPublishedPosts().size()} ${db.getPublishedPosts().first.title} ${db.getAllTags()?size}
        <#list published_posts as post>${post.date?string("yyyy")}</#list>
        <#list tags as tag>${tag.name} ${tag.tagged_posts?size}</#list>
        """);
    Path log = folder.resolve("classes.txt");
    Program.Result result =
        Program.finish(
            Program.start(List.of("-Xlog:class+load:file=" + log, "-Xshare:off"), "build", site));
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(site.resolve("output/index.html"))
        .content()
        .contains("Post 1 1")
        .contains("3 Post 2 3");
    assertThat(log).content().contains("org.jbake").doesNotContain("orientechnologies");
  }

  @Test
  void errorsAreListedNothingIsWrittenAndTheExitCodeIsOne(@TempDir Path site) throws Exception {
    Program.writeSite(site, 2, "word");
    Files.writeString(
        site.resolve("content/bad.md"),
        "title=Bad\ndate=12/31/26\ntype=post\nstatus=published\n~~~~~~\nText.\n");
    Files.writeString(site.resolve("content/odd.md"), "no header\n");
    Path report = site.resolve("report.json");
    Program.Result result = Program.run("build", site, "--report", report);
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .isEqualTo(
            """
            content/bad.md:2:6: error: date "12/31/26" is not a date. [date-invalid]
              date=12/31/26
                   ^
              Write it as 2026-12-31.
            content/odd.md: warning: the file has no header, so it is passed over. [header-missing]
              Write title, date, type and status as key=value lines above a line ~~~~~~, or as YAML between two lines ---.
            1 error, 1 warning.
            Not written. The last site stays as it was.
            """);
    assertThat(site.resolve("output")).doesNotExist();
    JSONObject json = (JSONObject) JSONValue.parse(Files.readString(report));
    assertThat(json.get("failed")).isEqualTo(true);
    assertThat(json.get("errors")).isEqualTo(1L);
    assertThat(json.get("warnings")).isEqualTo(1L);
    assertThat(json.get("contentFiles")).isEqualTo(4L);

    Program.Result goingOn = Program.run("build", site, "--keep-going");
    assertThat(goingOn.exitCode()).isEqualTo(1);
    assertThat(site.resolve("output/2026/post-0.html")).exists();
    assertThat(site.resolve("output/bad.html")).doesNotExist();
  }

  @Test
  void wrongUsageIsToldAndTheExitCodeIsTwo(@TempDir Path site) throws Exception {
    assertThat(Program.run("bake").exitCode()).isEqualTo(2);
    assertThat(Program.run("build", site, "--at", "tomorrow").err())
        .contains("'tomorrow' is no instant");
    assertThat(Program.run("build", site, "--threads", "0").exitCode()).isEqualTo(2);
    assertThat(Program.run("build", "--help").out()).contains("Examples:").contains("Exit code:");
    assertThat(Program.run("--version").out()).startsWith("newsbake ");
  }

  @Test
  void theSameProjectGivesTheSameBytesInAnyLanguageAndZone(@TempDir Path folder) throws Exception {
    Path site = folder.resolve("site");
    Program.writeSite(site, 5, "${published_date?string('EEEE d MMMM yyyy HH:mm Z')} ${12345.6}");
    Map<String, String> first = build(site, folder.resolve("a"), List.of());
    Map<String, String> second =
        build(
            site,
            folder.resolve("b"),
            List.of(
                "-Duser.timezone=Asia/Tokyo",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Dfile.encoding=ISO-8859-1"));
    assertThat(second).isEqualTo(first);
  }

  private static Map<String, String> build(Path site, Path output, List<String> options)
      throws Exception {
    Program.Result result =
        Program.finish(
            Program.start(options, "build", site, "-o", output, "--at", "2026-11-23T14:00:00Z"));
    assertThat(result.exitCode()).as(result.err()).isZero();
    return Program.tree(output);
  }
}
