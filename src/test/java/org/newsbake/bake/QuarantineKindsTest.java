package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.newsbake.Problem;

/** Each kind of error of one story costs that story alone: all other bytes are the same. */
class QuarantineKindsTest {

  @TempDir private Path temporary;

  /** The files of a bad story. */
  private static final class Bad {
    final Map<String, byte[]> files = new LinkedHashMap<>();

    Bad file(String path, String text) {
      return file(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Bad file(String path, byte[] bytes) {
      files.put(path, bytes);
      return this;
    }
  }

  private static Bad text(String text) {
    return new Bad().file("content/bad.md", text);
  }

  private static Bad story(String keys, String text) {
    return text(
        "---\ntitle: CANARY\ntype: post\nstatus: published\ndate: 2026-11-13\ntags: [sea, canary]\n"
            + keys
            + "---\n\n"
            + text
            + "\n");
  }

  private static Arguments kind(String name, Bad bad) {
    return Arguments.of(name, "site.kind=newsroom\n", "", bad);
  }

  private static byte[] picture(int width) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    BufferedImage image = new BufferedImage(width, width, BufferedImage.TYPE_INT_RGB);
    Random random = new Random(width);
    for (int i = 0; i < width * width; i++) {
      image.setRGB(i % width, i / width, random.nextInt(1 << 24));
    }
    try {
      ImageIO.write(image, "jpg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  /** A PNG whose parts are sound and whose pixels are not. */
  private static byte[] undecodable() {
    CRC32 crc = new CRC32();
    ByteBuffer png = ByteBuffer.allocate(200);
    png.putLong(0x89504E470D0A1A0AL);
    for (Map.Entry<String, byte[]> chunk :
        List.of(
            Map.entry("IHDR", new byte[] {0, 0, 0, 90, 0, 0, 0, 90, 8, 2, 0, 0, 0}),
            Map.entry("IDAT", "no pixels at all".getBytes(StandardCharsets.US_ASCII)),
            Map.entry("IEND", new byte[0]))) {
      byte[] name = chunk.getKey().getBytes(StandardCharsets.US_ASCII);
      png.putInt(chunk.getValue().length).put(name).put(chunk.getValue());
      crc.reset();
      crc.update(name);
      crc.update(chunk.getValue());
      png.putInt((int) crc.getValue());
    }
    return Arrays.copyOf(png.array(), png.position());
  }

  /** A kind, properties, the text of {@code data/sources.yaml} or {@code ""}, the bad story. */
  static Stream<Arguments> kinds() {
    Bad wire = story("source: meridian\n", "CANARY");
    return Stream.of(
        Arguments.of("a source, and no file of sources", "site.kind=newsroom\n", "", wire),
        Arguments.of("a source, and sections alone", "", "", wire),
        Arguments.of("a source, and only comments", "site.kind=newsroom\n", "# None yet.\n", wire),
        Arguments.of("a source, and an empty map", "", "{}\n", wire),
        Arguments.of("a source that is unknown", "", "northwind: {name: Northwind}\n", wire),
        kind("expires", story("expires: in a week\n", "CANARY")),
        kind("embargo", story("embargo: after the vote\n", "CANARY")),
        kind("updated", story("updated: 2026-13-45\n", "CANARY")),
        kind("corrections", story("corrections: [{date: soon, text: x}]\n", "CANARY")),
        kind("20,000 <b>", story("", "CANARY " + "<b>".repeat(20_000))),
        kind("20,000 <b> in HTML", html("<b>".repeat(20_000))),
        kind("20,000 * in a row", story("", "*".repeat(20_000) + "CANARY")),
        kind("* and words", story("", "*a ".repeat(20_000) + "CANARY")),
        kind("** and words", story("", "**a ".repeat(2_500) + "CANARY")),
        kind("nested quotes", story("", ">".repeat(5_000) + "CANARY")),
        kind("links in links", story("", "[".repeat(20_000) + "CANARY")),
        kind(
            "TOML",
            text(
                "+++\ntitle = \"CANARY\"\ndate = 2026-11-13\nembargo = 2027-01-01\n+++\nCANARY\n")),
        kind(
            "no closing fence",
            text("---\ntitle: CANARY\ntype: post\nstatus: published\n\nCANARY\n")),
        kind("no opening fence", text("title: CANARY\nstatus: published\n---\nCANARY\n")),
        kind("YAML closed by dots", text("---\ntitle: CANARY\nembargo: 2027-01-01\n...\nCANARY\n")),
        kind("JSON", text("{\"title\": \"CANARY\", \"embargo\": \"2027-01-01\"}\nCANARY\n")),
        kind("its page's template", story("seats: many\n", "CANARY")),
        kind("the template of lists", story("places: many\n", "CANARY")),
        kind("the template of tags", story("berths: many\n", "CANARY")),
        kind(
            "a picture that cannot be made smaller",
            story("image: img/canary.png\n", "CANARY")
                .file("assets/img/canary.png", undecodable())),
        kind(
            "the same in its text",
            story("", "![CANARY](img/canary.png)").file("assets/img/canary.png", undecodable())),
        kind("a permalink", story("permalink: /../CANARY\n", "CANARY")),
        kind("another story's address", story("permalink: /good1.html\n", "CANARY")));
  }

  private static Bad html(String text) {
    return new Bad()
        .file(
            "content/bad.html",
            "title=CANARY\ntype=post\nstatus=published\ndate=2026-11-13\n~~~~~~\n" + text + "\n");
  }

  private TestSite newsroom(String name, String properties, String sources) {
    TestSite site =
        new TestSite(temporary.resolve(name))
            .write(
                "jbake.properties",
                """
                render.archive=false
                render.feed=false
                render.tags=true
                site.host=https://saltmere.example
                feed.formats=rss,atom,json
                render.sitemaps=true
                image.widths=40
                default.type=post
                default.status=published
                """
                    + properties)
            .write("data/sections.yaml", "town: {name: Town}\n")
            .write("assets/img/good.jpg", picture(60))
            .write(
                "templates/index.ftl",
                "<#list published_posts as post>${post.title} ${(post.places!'1')?number}\n"
                    + "</#list>")
            .write(
                "templates/tags.ftl",
                "<#list tag_posts as post>${post.title} ${(post.berths!'1')?number}\n</#list>")
            .write(
                "templates/post.ftl",
                "<h1>${content.title}</h1>${content.body} ${(content.seats!'1')?number}"
                    + "<#list published_posts as post>${post.title}</#list>");
    if (!sources.isEmpty()) {
      site.write("data/sources.yaml", sources);
    }
    for (int i = 0; i < 6; i++) {
      site.post("good" + i, 10 + i, "sea,t" + i % 3, "Good " + i + ". ![](img/good.jpg)");
    }
    return site;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("kinds")
  void itCostsThatStoryAlone(String name, String properties, String sources, Bad bad)
      throws IOException {
    TestSite clean = newsroom("clean", properties, sources);
    TestSite mixed = newsroom("mixed", properties, sources);
    bad.files.forEach(mixed::write);
    assertThat(clean.build().written()).isPresent();
    Report report = mixed.build();
    assertThat(report.written()).as("%s", report.problems()).isPresent();
    String file = bad.files.keySet().iterator().next();
    assertThat(report.held()).as("%s", report.problems()).containsExactly(file);
    assertThat(report.problems())
        .as("what is wrong is told")
        .anyMatch(problem -> problem.isError() && bad.files.containsKey(problem.location().file()));
    TreeMap<String, String> tree = mixed.tree();
    assertThat(tree).isEqualTo(clean.tree());
    assertThat(tree.toString()).doesNotContain("CANARY");
  }

  @Test
  void aPictureThatIsDamagedOrMissingCostsThatPictureAlone() throws IOException {
    TestSite clean = newsroom("clean", "site.kind=newsroom\n", "");
    story("", "Words.").files.forEach(clean::write);
    assertThat(clean.build().written()).isPresent();
    TreeMap<String, String> expected = clean.tree();
    for (String image : List.of("img/missing.jpg", "img/damaged.jpg", "https://x.example/y.jpg")) {
      TestSite mixed = newsroom("mixed" + image.hashCode(), "site.kind=newsroom\n", "");
      story("image: " + image + "\n", "Words.")
          .file("assets/img/damaged.jpg", half(picture(200)))
          .files
          .forEach(mixed::write);
      Report report = mixed.build();
      assertThat(report.written()).as(image).isPresent();
      assertThat(report.problems()).as(image).isNotEmpty().noneMatch(Problem::isError);
      TreeMap<String, String> tree = mixed.tree();
      tree.remove("img/damaged.jpg");
      assertThat(tree).as(image).isEqualTo(expected);
    }
  }

  @Test
  void aKillThatCannotBeReadWithdrawsTheStory() throws IOException {
    TestSite clean = newsroom("clean", "site.kind=newsroom\n", "");
    TestSite mixed = newsroom("mixed", "site.kind=newsroom\n", "");
    story("killed: perhaps\n", "CANARY").files.forEach(mixed::write);
    assertThat(clean.build().written()).isPresent();
    Report report = mixed.build();
    assertThat(report.written()).isPresent();
    assertThat(report.absent()).containsEntry("killed", 1);
    assertThat(TestSite.codes(report)).contains("killed-invalid");
    assertThat(mixed.tree()).isEqualTo(clean.tree());
  }

  @Test
  void anEntryOfADataFileThatATemplateFailsOnCostsItsStories() throws IOException {
    TestSite clean = newsroom("clean", "site.kind=newsroom\n", "");
    TestSite mixed = newsroom("mixed", "site.kind=newsroom\n", "");
    story("author: kim\n", "CANARY").files.forEach(mixed::write);
    for (TestSite site : List.of(clean, mixed)) {
      site.write("data/authors.yaml", "kim: {name: Kim, born: long ago}\nbo: {name: Bo, born: 1}\n")
          .write(
              "templates/post.ftl",
              "${content.title}<#list content.story.authors as"
                  + " author>${(author.born!1)?number}</#list>")
          .post("bos", 4, "sea\nauthor=bo", "By Bo.");
    }
    Report sound = clean.build();
    assertThat(sound.written()).as("%s", sound.problems()).isPresent();
    Report report = mixed.build();
    assertThat(report.written()).as("%s", report.problems()).isPresent();
    assertThat(report.held()).containsExactly("content/bad.md");
    assertThat(mixed.tree()).isEqualTo(clean.tree());
  }
}
