package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.edition.Schedule;

/** A picture goes when the right to show it ends, and the text stays. */
class GonePicturesTest {

  private static final String HEADER =
      "---\ntitle: The ferry sails\ndate: 2026-11-12\ntype: post\nstatus: published\n";

  @TempDir private Path folder;

  private TestSite site(String contract, String header, String text) {
    return new TestSite(folder)
        .write(
            "templates/post.ftl",
            "${content.body}${content.story.notice!}"
                + "<#if content.image??>LEAD <img src=\"${content.image.src}\">"
                + "${content.image.caption!}</#if><#list content.gallery![] as it>${it}</#list>")
        .write("data/sources.yaml", "skua:\n  name: Skua\n" + contract)
        .write("content/2026/boat.jpg", "a boat")
        .write("content/2026/quay.jpg", "a quay")
        .write("content/2026/ferry.md", HEADER + header + "---\n" + text + "\n");
  }

  private static Instant november(int day) {
    return Instant.parse("2026-11-%02dT00:00:00Z".formatted(day));
  }

  private static void build(TestSite site, Instant instant) throws IOException {
    Report report = site.build(TestSite.at(instant, 1));
    assertThat(report.problems()).filteredOn(Problem::isError).isEmpty();
    assertThat(site.tree().get("2026/ferry.html")).contains("It sailed.").contains("It came back.");
  }

  @Test
  void theLeadPictureGoesWhenItExpires() throws IOException {
    TestSite site =
        site(
            "",
            "image: {src: boat.jpg, caption: Mira Teal at sea, expires: 2026-11-17}\n",
            "It sailed.\n\n![The quay](quay.jpg)\n\nIt came back.\n\n![The boat](boat.jpg)");
    build(site, november(17).minusMillis(1));
    assertThat(site.tree()).containsKeys("2026/boat.jpg", "2026/quay.jpg");
    assertThat(site.tree().get("2026/ferry.html")).contains("LEAD").contains("Mira Teal");
    build(site, november(17));
    assertThat(site.tree()).containsKey("2026/quay.jpg").doesNotContainKey("2026/boat.jpg");
    assertThat(site.tree().get("2026/ferry.html"))
        .contains("quay.jpg")
        .doesNotContain("boat")
        .doesNotContain("LEAD")
        .doesNotContain("Mira Teal");
  }

  @Test
  void allPicturesOfASourceGoByItsContract() throws IOException {
    TestSite site =
        site(
            "  contract: {pictures: {days: 5}}\n",
            "source: skua\nimage: boat.jpg\ngallery: [quay.jpg, 2026/boat.jpg]\n",
            "It sailed.\n\n"
                + "![The quay](quay.jpg \"On the quay\")\n\n"
                + "[![a](/2026/boat.jpg)](boat.jpg)\n\n"
                + "It came back. [See it](quay.jpg).");
    site.write(
        "templates/post.ftl",
        "${content.body}${content.story.notice!}<#list content.gallery![] as it>${it}</#list>");
    site.post("own", 1, "", "Ours.");
    build(site, november(17).minusMillis(1));
    assertThat(site.tree()).containsKeys("2026/boat.jpg", "2026/quay.jpg");
    build(site, november(17));
    assertThat(site.tree()).doesNotContainKeys("2026/boat.jpg", "2026/quay.jpg");
    assertThat(site.tree().get("2026/ferry.html"))
        .contains("See it")
        .doesNotContain("jpg")
        .doesNotContain("<img")
        .doesNotContain("<p></p>")
        .doesNotContain("On the quay");
  }

  @Test
  void thePictureStaysWhereAnotherStoryShowsIt() throws IOException {
    TestSite site =
        site("", "image: {src: boat.jpg, expires: 2026-11-17}\n", "It sailed.\n\nIt came back.");
    site.post("2026/own", 1, "", "![Boat](boat.jpg)");
    build(site, november(17));
    assertThat(site.tree()).containsKey("2026/boat.jpg");
    assertThat(site.tree().get("2026/own.html")).contains("boat.jpg");
    assertThat(site.tree().get("2026/ferry.html")).doesNotContain("boat.jpg");
  }

  @Test
  void statusKnowsWhenPicturesGo() throws IOException {
    for (List<String> row :
        List.of(
            List.of("  contract: {pictures: {days: 5}}\n", "source: skua\nimage: boat.jpg\n"),
            List.of("", "image: {src: boat.jpg, expires: 2026-11-17}\n"))) {
      site(row.get(0), row.get(1), "It sailed.");
      Schedule schedule = Survey.of(folder, zone -> november(13), 1).schedule().orElseThrow();
      assertThat(schedule.next()).isEqualTo(Optional.of(november(17)));
    }
  }

  @Test
  void anExpiryThatCannotBeReadHoldsBackTheStory() throws IOException {
    for (String expires : List.of("soon", "", "2026-31-12", "[2026-11-17]")) {
      TestSite site = site("", "image: {src: boat.jpg, expires: " + expires + "}\n", "It sailed.");
      Report report = site.build();
      assertThat(report.problems())
          .as(expires)
          .filteredOn(Problem::isError)
          .extracting(Problem::code)
          .containsExactly("date-invalid");
      assertThat(site.tree()).doesNotContainKeys("2026/ferry.html", "2026/boat.jpg");
    }
  }

  @Test
  void feedsAndTheOwnTemplateValuesLoseThePictureToo() throws IOException {
    TestSite site =
        site(
            "",
            "image: {src: boat.jpg, alt: The boat, expires: 2026-11-17}\n",
            "It sailed.\n\n![The boat](boat.jpg)\n\nIt came back.");
    site.write("content/2026/boat.jpg", CanaryPicture.of("jpg", "x"));
    site.write(
        "jbake.properties",
        "render.archive=false\nrender.feed=false\nsite.host=https://example.org\nfeed.formats=rss\n"
            + "image.widths=20\nrender.sitemaps=true\n");
    site.write(
        "templates/post.ftl",
        "${content.story.body}<#if content.story.picture??>LEAD</#if>${content.story.json_ld}");
    build(site, november(16));
    assertThat(site.tree().get("2026/ferry.html")).contains("LEAD");
    assertThat(site.tree().get("rss.xml")).contains("boat.jpg");
    build(site, november(17));
    site.tree()
        .forEach(
            (path, text) ->
                assertThat(text).as(path).doesNotContain("boat").doesNotContain("LEAD"));
    assertThat(site.tree().keySet()).noneMatch(it -> it.contains("boat"));
  }
}
