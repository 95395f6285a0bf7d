package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;

/** Of several articles with one guid the newest version alone is listed, and all have pages. */
class VersionsTest {

  @TempDir private Path folder;
  private TestSite site;

  @BeforeEach
  void makeSite() {
    site = new TestSite(folder);
    site.write(
        "jbake.properties",
        "site.host=https://example.org\n"
            + "feed.formats=rss\n"
            + "render.sitemaps=true\n"
            + "render.feed=false\n"
            + "template.front.file=front.ftl\n"
            + "front.file=front.html\n"
            + "template.section.file=section.ftl\n"
            + "related.count=3\n"
            + "tag.path=tags\n"
            + "render.tags=true\n");
    site.write(
        "templates/post.ftl",
        "${content.body}${content.story.notice!}<#if content.story.newer??>NEWER"
            + " ${content.story.newer.title} ${content.story.newer.url}</#if>"
            + " canonical=${content.story.canonical}"
            + " <#list content.related as it>related=${it.uri} </#list>"
            + "<#if content.previousContent??>previous=${content.previousContent.uri}</#if>"
            + "<#if content.nextContent??>next=${content.nextContent.uri}</#if>");
    String list = "<#list published_posts as it>${it.uri} </#list>";
    site.write("templates/archive.ftl", list + "<#list all_content as it>${it.uri} </#list>");
    site.write(
        "templates/front.ftl", "${front.lead.uri} <#list front.latest as it>${it.uri} </#list>");
    site.write("templates/section.ftl", "<#list listing.stories as it>${it.uri} </#list>");
    site.write("data/sources.yaml", "skua:\n  name: Skua\nosier:\n  name: Osier\n");
    site.write("data/sections.yaml", "town:\n  name: Town\n");
  }

  private void story(String name, String keys) {
    site.write(
        "content/" + name + ".md",
        "---\ntitle: The ferry, "
            + name
            + "\ntype: post\nstatus: published\nsection: town\ntags: [ferry]\n"
            + keys
            + "---\nThe ferry of Saltmere sailed to Tarrow, said "
            + name
            + ".\n");
  }

  private void version(String name, String version, int day) {
    story(
        name,
        "date: 2026-11-%02d\nsource: skua\nguid: urn:1\nversion: %s\n".formatted(day, version));
  }

  private TreeMap<String, String> build() throws IOException {
    Report report = site.build();
    assertThat(report.problems()).filteredOn(Problem::isError).isEmpty();
    return site.tree();
  }

  /** The files that name a story, but for its own page. */
  private static List<String> namers(Map<String, String> tree, String story) {
    return tree.entrySet().stream()
        .filter(it -> !it.getKey().equals(story + ".html"))
        .filter(it -> it.getValue().contains(story))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void olderVersionsHavePagesThatLeadToTheNewestAndAreInNoList() throws IOException {
    version("first", "9", 11);
    version("second", "10", 10);
    version("third", "11\nrelated: [own.md]", 9);
    story("own", "date: 2026-11-05\nrelated: [first.md]\n");
    TreeMap<String, String> tree = build();
    assertThat(namers(tree, "first")).isEmpty();
    assertThat(namers(tree, "second")).isEmpty();
    assertThat(namers(tree, "third"))
        .contains("archive.html", "rss.xml", "sitemap.xml", "tags/ferry.html", "index.html")
        .contains("first.html", "second.html", "own.html");
    assertThat(tree.get("own.html")).contains("related=third.html").contains("next=third.html");
    assertThat(tree.get("first.html"))
        .contains("NEWER The ferry, third https://example.org/third.html")
        .contains("canonical=https://example.org/third.html")
        .contains("related=own.html")
        .doesNotContain("next=")
        .doesNotContain("previous=");
    assertThat(tree.get("third.html")).doesNotContain("NEWER");
  }

  @Test
  void theOneThatChangedLastIsTheNewestWhereOneHasNoVersion() throws IOException {
    story("first", "date: 2026-11-11\nsource: skua\nguid: urn:1\n");
    version("second", "3", 12);
    story("third", "date: 2026-11-10\nupdated: 2026-11-13\nsource: Skua\nguid: urn:1\n");
    TreeMap<String, String> tree = build();
    assertThat(tree.get("first.html")).contains("NEWER The ferry, third");
    assertThat(tree.get("second.html")).contains("NEWER The ferry, third");
  }

  @Test
  void aNewestVersionThatIsNotLiveHidesNothing() throws IOException {
    version("first", "1", 11);
    for (String hold : List.of("status: draft", "embargo: 2026-12-01", "killed: true")) {
      story(
          "second",
          "date: 2026-11-12\nsource: skua\nguid: urn:1\nversion: 2\n"
              + hold.replace("status: draft", "draft: true")
              + "\n");
      TreeMap<String, String> tree = build();
      assertThat(tree.get("first.html")).as(hold).doesNotContain("NEWER");
      assertThat(tree.get("archive.html")).as(hold).contains("first").doesNotContain("second");
      assertThat(tree.toString()).as(hold).doesNotContain("The ferry, second");
    }
  }

  @Test
  void theListChangesWhenAnEmbargoEnds() throws IOException {
    version("first", "1", 11);
    story(
        "second", "date: 2026-11-11\nsource: skua\nguid: urn:1\nversion: 2\nembargo: 2026-12-01\n");
    site.build(TestSite.at(Instant.parse("2026-12-01T00:00:00Z"), 1));
    assertThat(site.tree().get("archive.html")).contains("second").doesNotContain("first");
  }

  @Test
  void anotherSourceAnotherLanguageOrNoGuidIsAnotherStory() throws IOException {
    version("first", "1", 11);
    story("second", "date: 2026-11-12\nsource: osier\nguid: urn:1\nversion: 2\n");
    story("third", "date: 2026-11-12\nguid: urn:1\nversion: 3\n");
    story("fourth", "date: 2026-11-12\nsource: skua\nguid: urn:1\nversion: 4\nlanguage: ar\n");
    story("fifth", "date: 2026-11-12\nsource: skua\nversion: 5\n");
    assertThat(build().toString()).doesNotContain("NEWER");
  }

  @Test
  void theFrontPageShowsTheNewestOfWhatItsEditorsChose() throws IOException {
    version("first", "1", 11);
    version("second", "2", 10);
    story("own", "date: 2026-11-15\n");
    site.write("data/front.yaml", "lead: first.md\n");
    assertThat(build().get("front.html")).startsWith("second.html ").doesNotContain("first");
  }

  @Test
  void theOlderPageIsMadeAgainWhenTheNewestChanges() throws IOException {
    version("first", "1", 11);
    version("second", "2", 12);
    assertThat(build().get("first.html")).contains("NEWER The ferry, second");
    site.write(
        "content/second.md",
        "---\ntype: post\nstatus: published\ndate: 2026-11-12\nsource: skua\nguid: urn:1\n"
            + "version: 2\n---\n# Under way\n\nIt sails.\n");
    assertThat(build().get("first.html")).contains("NEWER Under way");
    site.delete("content/second.md");
    assertThat(build().get("first.html")).doesNotContain("NEWER");
  }

  @Test
  void aPlainJBakeSiteListsThemAll() throws IOException {
    version("first", "1", 11);
    version("second", "2", 10);
    site.delete("data/sources.yaml");
    site.delete("data/sections.yaml");
    TreeMap<String, String> tree = build();
    assertThat(tree.get("archive.html")).contains("first").contains("second");
    assertThat(tree.toString()).doesNotContain("NEWER");
  }
}
