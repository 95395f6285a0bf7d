package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;

/** No copy of a story reaches the output by the name or the header that its file has. */
class StrayCopiesTest {

  private static final List<String> HEADERS =
      List.of(
          "---\ntitle: CANARY\nembargo: 2030-01-01\ntype: post\nstatus: published\n---\nCANARY\n",
          "---\ntitle: CANARY\ntype: post\nstatus: published\ndate: 2026-11-01\n...\nCANARY\n",
          "+++\ntitle = \"CANARY\"\ndate = 2026-11-01\ndraft = true\n+++\nCANARY\n",
          "{\n"
              + "  \"title\": \"CANARY\",\n"
              + "  \"status\": \"draft\",\n"
              + "  \"type\": \"post\"\n"
              + "}\n"
              + "CANARY\n",
          "title=CANARY\nstatus=draft\ntype=post\n~~~~~\nCANARY\n",
          "----\ntitle: CANARY\nstatus: draft\n----\nCANARY\n",
          "title: CANARY\nstatus: draft\ntype: post\n\nCANARY\n",
          "\n\n---\ntitle: CANARY\nstatus: draft\ntype: post\n---\nCANARY\n",
          "\uFEFF---yaml\ntitle: CANARY\nstatus: draft\ntype: post\n---\nCANARY\n",
          "```yaml\ntitle: CANARY\nstatus: draft\n```\nCANARY\n",
          "<!--\ntitle: CANARY\nstatus: draft\n-->\nCANARY\n",
          "\u200B---\ntitle: CANARY\nstatus: draft\ntype: post\n---\nCANARY\n",
          ";;;\n{\"title\": \"CANARY\", \"status\": \"draft\"}\n;;;\nCANARY\n");

  private static final List<String> BACKUPS =
      List.of("~", ".bak", ".orig", ".swp", ".save", ".rej", ".tmp", ".old", ".BAK");

  private static final List<String> EXTENSIONS =
      List.of(
          "markdown",
          "MD",
          "Md",
          "mdx",
          "mdown",
          "mkd",
          "htm",
          "HTML",
          "xhtml",
          "txt",
          "text",
          "rst",
          "md");

  private TestSite site;

  @BeforeEach
  void makeANewsroom(@TempDir Path folder) {
    site = new TestSite(folder.resolve("site"));
    site.write(
        "jbake.properties",
        "render.archive=false\nrender.feed=false\nsite.kind=newsroom\ndefault.type=post\n"
            + "default.status=published\n");
    site.post("ferry", 3, "sea", "It sailed.");
  }

  private void assertNoCanary(String as) throws IOException {
    Report report = site.build();
    assertThat(report.written()).as(as).isPresent();
    assertThat(site.tree()).as(as).containsKey("ferry.html");
    assertThat(site.tree().toString()).as(as).doesNotContain("CANARY");
  }

  @Test
  void noHeaderInAnyFileOfTheContentReachesTheOutput() throws IOException {
    for (String extension : EXTENSIONS) {
      for (int i = 0; i < HEADERS.size(); i++) {
        site.write("content/a" + i + "." + extension, HEADERS.get(i));
      }
      assertNoCanary(extension);
      for (int i = 0; i < HEADERS.size(); i++) {
        site.delete("content/a" + i + "." + extension);
      }
    }
  }

  @Test
  void theEndsOfLinesAndTheEncodingDoNotMatter() throws IOException {
    for (int i = 0; i < HEADERS.size(); i++) {
      site.write("content/crlf" + i + ".md", HEADERS.get(i).replace("\n", "\r\n"));
      site.write("content/cr" + i + ".md", HEADERS.get(i).replace("\n", "\r"));
      site.write("content/wide" + i + ".md", HEADERS.get(i).getBytes(StandardCharsets.UTF_16));
      site.write("content/utf" + i + ".txt", HEADERS.get(i).getBytes(StandardCharsets.UTF_16LE));
    }
    assertNoCanary("ends of lines");
  }

  @Test
  void noBackupReachesTheOutputOfAnySite() throws IOException {
    Random random = new Random(7);
    for (String kind : List.of("newsroom", "jbake")) {
      site.write(
          "jbake.properties", "render.archive=false\nrender.feed=false\nsite.kind=" + kind + "\n");
      int files = 0;
      for (String backup : BACKUPS) {
        String folder = random.nextBoolean() ? "content" : "assets";
        site.write(folder + "/mill" + files++ + ".md" + backup, "CANARY");
      }
      site.write("content/#mill.md#", "CANARY");
      Report report = site.build();
      assertThat(report.problems()).extracting(Problem::code).contains("file-withheld");
      assertThat(site.tree().toString()).as(kind).doesNotContain("CANARY").doesNotContain("mill");
    }
  }

  @Test
  void inTheAssetsOnlyWhatIsAnArticleIsHeldBack() throws IOException {
    site.write("assets/story.txt", "---\ntitle: CANARY\nstatus: draft\n---\nCANARY\n")
        .write("assets/story.html", "title=CANARY\nembargo=2030-01-01\ntype=post\n~~~~~~\nx\n")
        .write("assets/robots.txt", "User-agent: *\n")
        .write("assets/page.html", "<!doctype html>\n<title>Page</title>\n")
        .write("assets/data.json", "{\"title\": \"x\"}");
    assertNoCanary("assets");
    assertThat(site.tree()).containsKeys("robots.txt", "page.html", "data.json");
  }

  @Test
  void aPictureThatOnlyAWithheldFileNamesIsWithheldToo() throws IOException {
    site.write("assets/img/mill.png", "picture");
    site.write("content/mill.markdown", HEADERS.get(0) + "![x](img/mill.png)\n");
    site.build();
    assertThat(site.tree()).doesNotContainKey("img/mill.png");
  }
}
