package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.article.Article;
import org.newsbake.article.ArticleReader;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.bake.NewArticle.Declined;
import org.newsbake.bake.NewArticle.Hindered;
import org.newsbake.bake.NewArticle.Outcome;
import org.newsbake.bake.NewArticle.Written;
import org.newsbake.jbake.ProjectReader;

class NewArticleTest {

  private static final Instant NOW = Instant.parse("2026-11-30T23:30:42Z");

  private TestSite site;

  @BeforeEach
  void makeSite(@TempDir Path folder) {
    site = new TestSite(folder);
    site.write("data/sections.yaml", "town: {name: Town Hall}\nsport: {name: Sport}\n");
    site.write("data/authors.yaml", "orla-finch: {name: Orla Finch}\n");
    site.write("data/sources.yaml", "northwind: {name: Northwind Newswire}\n");
  }

  @Test
  void aStoryBeginsAsADraftInTheFolderOfItsMonth() throws IOException {
    Path file = written(assign("Vote: the wall stays", "article", "town", null, "orla-finch"));
    assertThat(site.folder().toAbsolutePath().relativize(file.toAbsolutePath()).normalize())
        .isEqualTo(Path.of("content/2026/11/vote-the-wall-stays.md"));
    assertThat(file)
        .hasContent(
            """
            ---
            title: "Vote: the wall stays"
            date: 2026-11-30T23:30:00Z
            type: post
            status: draft
            section: town
            author: orla-finch
            tags: []
            summary:
            ---

            """);
    assertThat(TestSite.codes(site.build())).isEmpty();
  }

  @Test
  void monthAndDateAreThoseOfTheZoneOfTheSite() throws IOException {
    site.write("jbake.properties", "site.timezone=Europe/Berlin\n");
    Path file = written(assign("Late", "article", null, null, null));
    assertThat(file).hasToString(site.folder().resolve("content/2026/12/late.md").toString());
    assertThat(file).content().contains("date: 2026-12-01T00:30:00+01:00\n");
    assertThat(read(file).date()).isEqualTo(Instant.parse("2026-11-30T23:30:00Z"));
  }

  @Test
  void thePropertySaysWhereNewStoriesStand() throws IOException {
    site.write("jbake.properties", "new.path=/news/:section/:year-:month-:day-:slug.md\n");
    assertThat(written(assign("A", "article", "Town Hall", null, null)))
        .endsWith(Path.of("content/news/town/2026-11-30-a.md"));
    assertThat(written(assign("A", "article", null, null, null)))
        .endsWith(Path.of("content/news/2026-11-30-a.md"));
  }

  @Test
  void aPatternThatIsNoFileBelowTheContentFolderIsAProblem() throws IOException {
    for (String pattern :
        List.of(":year/x.md", ":slug", ":slug.txt", "../:slug.md", ":yaer/:slug.md")) {
      site.write("jbake.properties", "new.path=" + pattern + "\n");
      Hindered hindered = (Hindered) assign("A", "article", null, null, null);
      assertThat(hindered.problems())
          .as(pattern)
          .extracting(Problem::code)
          .containsExactly("config-invalid");
      assertThat(hindered.problems().get(0).location().toString())
          .startsWith("jbake.properties:1:");
    }
  }

  @Test
  void agencyCopyNeedsItsAgency() throws IOException {
    assertThat(code(assign("Rates", "wire", null, null, null))).isEqualTo("source-missing");
    Path file = written(assign("Rates", "wire", null, "Northwind Newswire", "Tobiah Renwold"));
    assertThat(file).content().contains("source: northwind\n").contains("author: Tobiah Renwold\n");
    assertThat(TestSite.codes(site.build())).isEmpty();
  }

  @Test
  void theCommentsOfAgencyCopyAreKeysOnceTheirSignIsTakenAway() throws IOException {
    Path file = written(assign("Rates", "wire", null, "northwind", null));
    Files.writeString(file, Files.readString(file).replaceAll("(?m)^# ([a-z_]+:)", "$1"));
    Article article = read(file);
    assertThat(article.details().version()).contains("1");
    assertThat(article.details().embargo()).contains(article.date());
    assertThat(article.details().expires()).contains(article.date());
  }

  @Test
  void aCorrectionIsANoticeOfItsOwn() throws IOException {
    site.post("wrong", 3, "", "Text.");
    Path file = written(assign("What we got wrong on the tram", "correction", null, null, null));
    assertThat(read(file).tags()).containsExactly("corrections");
    Files.writeString(
        file,
        Files.readString(file)
            .replace("related: []", "related: [wrong.md]")
            .replace("status: draft", "status: published"));
    assertThat(TestSite.codes(site.build())).isEmpty();
  }

  @Test
  void namesThatTheNewsroomDoesNotKnowAreDeclinedWithTheNearestOne() throws IOException {
    assertThat(declined(assign("A", "article", "twon", null, null)))
        .hasToString(
            """
            --section: error: data/sections.yaml has no section "twon". [section-unknown]
              Did you mean "town"?\
            """);
    assertThat(code(assign("A", "article", null, "nrothwind", null))).isEqualTo("source-unknown");
    assertThat(code(assign("A", "article", null, null, "Nobody"))).isEqualTo("author-unknown");
    assertThat(declined(assign("A", "artcle", null, null, null)))
        .hasToString(
            """
            archetypes: error: there is no kind "artcle". [kind-unknown]
              Did you mean "article"?\
            """);
    assertThat(code(assign("A", "../data/sections", null, null, null))).isEqualTo("kind-unknown");
    assertThat(site.folder().resolve("content")).isEmptyDirectory();
  }

  @Test
  void whereTheSiteNamesNoneAnyNameWillDo() throws IOException {
    for (String name : List.of("sections", "authors", "sources")) {
      site.delete("data/" + name + ".yaml");
    }
    Article article = read(written(assign("A", "article", "a: b", "#1", "yes")));
    assertThat(article.details().section()).contains("a: b");
    assertThat(article.details().source()).contains("#1");
    assertThat(article.details().authors()).containsExactly("yes");
  }

  @Test
  void nothingIsEverOverwritten() throws IOException {
    Path file = written(assign("Weather", "article", null, null, null));
    Files.writeString(file, "mine");
    assertThat(declined(assign("Weather!", "article", null, null, null)))
        .hasToString(
            """
            content/2026/11/weather.md: error: this file is there already. [file-exists]
              Write on in it, or name the new one with --slug.\
            """);
    assertThat(file).hasContent("mine");
    NewArticleRequest other =
        new NewArticleRequest(
            "Weather",
            "article",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("Weather, Tuesday"));
    assertThat(written(NewArticle.start(site.folder(), other, NOW)))
        .hasFileName("weather-tuesday.md");
  }

  @Test
  void aLinkOutOfTheContentFolderIsNotFollowed(@TempDir Path elsewhere) throws IOException {
    Files.createSymbolicLink(site.folder().resolve("content/2026"), elsewhere);
    assertThat(code(assign("A", "article", null, null, null))).isEqualTo("link-outside");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void theProjectMayHaveArchetypesOfItsOwn() throws IOException {
    site.write(
        "archetypes/article.md",
        "title=${headline}\n"
            + "date=${day}\n"
            + "type=post\n"
            + "status=draft\n"
            + "~~~~~~\n"
            + "By ${author!'us'} (${kind}, ${slug}).\n");
    site.write(
        "archetypes/review.md", "---\ntitle: ${yaml(headline)}\ntype: page\nstatus: draft\n---\n");
    assertThat(written(assign("Own", "article", null, null, null)))
        .hasContent(
            "title=Own\ndate=2026-11-30\ntype=post\nstatus=draft\n~~~~~~\nBy us (article, own).\n");
    assertThat(read(written(assign("A play", "review", null, null, null))).type())
        .isEqualTo("page");
    assertThat(declined(assign("A", "x", null, null, null)).advice())
        .isEqualTo("Choose one of: article, correction, review, wire.");
  }

  @Test
  void anArchetypeThatFailsIsAProblemAndMakesNoFile() throws IOException {
    site.write("archetypes/article.md", "---\ntitle: ${headlin}\n---\n");
    assertThat(hindered(assign("A", "article", null, null, null)))
        .startsWith("archetypes/article.md:2:10: error: ")
        .contains("[template-error]\n  title: ${headlin}\n");
    site.write("archetypes/article.md", "${yaml()}");
    assertThat(hindered(assign("A", "article", null, null, null))).contains("yaml wants one text");
    site.write("archetypes/article.md", "---\n<#if x\n---\n");
    assertThat(hindered(assign("A", "article", null, null, null))).contains("[template-error]");
    site.write(
        "archetypes/article.md", "<#assign x = 'freemarker.template.utility.Execute'?new()>");
    assertThat(hindered(assign("A", "article", null, null, null))).contains("[template-error]");
    site.write("archetypes/article.md", "<#macro m><@m/></#macro><@m/>");
    assertThat(hindered(assign("A", "article", null, null, null))).contains("without an end");
    site.write("archetypes/article.md", "<#include '../jbake.properties'>");
    assertThat(hindered(assign("A", "article", null, null, null))).contains("[template-error]");
    assertThat(site.folder().resolve("content")).isEmptyDirectory();
  }

  @Test
  void onlyFilesAreArchetypes() throws IOException {
    Path archetypes = Files.createDirectories(site.folder().resolve("archetypes"));
    Files.createDirectory(archetypes.resolve("folder.md"));
    Files.createSymbolicLink(archetypes.resolve("link.md"), Path.of("nowhere.md"));
    Files.createSymbolicLink(archetypes.resolve("article.md"), Path.of("nowhere.md"));
    for (String kind : List.of("folder", "link")) {
      assertThat(declined(assign("A", kind, null, null, null)).toString())
          .contains("there is no kind \"" + kind + "\".")
          .contains("Choose one of: article, correction, wire.");
    }
    assertThat(written(assign("A", "article", null, null, null))).exists();
  }

  @Test
  void whatDoesNotReadBackMakesNoFile() throws IOException {
    site.write(
        "archetypes/article.md", "---\ntitle: ${headline}\ntype: post\nstatus: draft\n---\n");
    assertThat(hindered(assign("A: b", "article", null, null, null)))
        .startsWith("archetypes/article.md:2:9: error: ");
    assertThat(hindered(assign("A #b", "article", null, null, null)))
        .contains("the headline reads back as \"A\". [archetype-invalid]");
    site.write(
        "archetypes/article.md",
        "---\ntitle: ${yaml(headline)}\ntype: post\nstatus: draft\nsource: nortwind\n---\n");
    assertThat(hindered(assign("A", "article", null, null, null)))
        .startsWith("archetypes/article.md:5:9: error: ")
        .contains("nortwind");
    site.write("archetypes/article.md", "just text\n");
    assertThat(assign("A", "article", null, null, null))
        .isInstanceOfSatisfying(
            Hindered.class,
            hindered ->
                assertThat(hindered.problems())
                    .filteredOn(Problem::isError)
                    .singleElement()
                    .hasToString(
                        """
                        archetypes/article.md: error: what it gives is no article, so no file was made. [archetype-invalid]
                          Mend what is told of it above.\
                        """));
    site.write("jbake.properties", "render.encoding=ISO-8859-1\n");
    site.delete("archetypes/article.md");
    assertThat(hindered(assign("Łódź", "article", null, null, null))).contains("render.encoding");
    assertThat(site.folder().resolve("content")).isEmptyDirectory();
  }

  @Test
  void anyHeadlineReadsBackAsItself() throws IOException {
    List<String> headlines =
        List.of(
            "Vote: \"the wall\" \\ stays",
            "It's 'over'",
            "# 1 [draft] {x} ${y} <#if z> </title>",
            "مدينة الميناء \u200Fتصوّت",
            "🚢 ship",
            "?!",
            "---",
            "~~~~~~",
            "1984",
            "2026-12-31",
            "true",
            "x".repeat(300),
            "ا".repeat(300));
    for (String headline : headlines) {
      assertReadsBack(headline);
    }
    for (int seed = 0; seed < 150; seed++) {
      assertReadsBack(headline(new Random(seed)));
    }
  }

  @Test
  void aHeadlineOfSeveralLinesIsOneLine() {
    assertThat(assignment("  A\nb\r\nc\td\u0007\u001B[31m\u2028e ").headline())
        .isEqualTo("A b  c d[31m e");
  }

  private void assertReadsBack(String headline) throws IOException {
    Path file = written(NewArticle.start(site.folder(), assignment(headline), NOW));
    assertThat(read(file).title()).as(file.toString()).contains(headline);
    assertThat(file.getParent()).isEqualTo(site.folder().resolve("content/2026/11"));
    Files.delete(file);
  }

  private static String headline(Random random) {
    String signs = ":#-'\"\\[]{},&*!|>%@`?~=<$ \u00A0\u0301\u202E\u3000";
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i >= 0; i--) {
      switch (random.nextInt(5)) {
        case 0 -> text.append((char) (0x20 + random.nextInt(0x5F)));
        case 1 -> text.append((char) (0xA0 + random.nextInt(0x2000)));
        case 2 -> text.appendCodePoint(0x1F300 + random.nextInt(0x300));
        default -> text.append(signs.charAt(random.nextInt(signs.length())));
      }
    }
    return assignment("x" + text).headline();
  }

  private static NewArticleRequest assignment(String headline) {
    return new NewArticleRequest(
        headline,
        "article",
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Outcome assign(String headline, String kind, String section, String source, String author)
      throws IOException {
    NewArticleRequest assignment =
        new NewArticleRequest(
            headline,
            kind,
            Optional.ofNullable(section),
            Optional.ofNullable(source),
            Optional.ofNullable(author),
            Optional.empty());
    return NewArticle.start(site.folder(), assignment, NOW);
  }

  private static Path written(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Written.class);
    assertThat(((Written) outcome).warnings()).isEmpty();
    return ((Written) outcome).file();
  }

  private static Problem declined(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Declined.class);
    return ((Declined) outcome).problem();
  }

  private static String code(Outcome outcome) {
    return declined(outcome).code();
  }

  private static String hindered(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Hindered.class);
    assertThat(((Hindered) outcome).problems()).hasSize(1);
    return ((Hindered) outcome).problems().get(0).toString();
  }

  private Article read(Path file) throws IOException {
    Reading reading =
        new ArticleReader(
                ProjectReader.read(site.folder(), Optional.empty())
                    .project()
                    .orElseThrow()
                    .articleOptions())
            .read(new SourceFile(file, "x.md", "x.md"));
    assertThat(reading.problems()).as(Files.readString(file, StandardCharsets.UTF_8)).isEmpty();
    return reading.article().orElseThrow();
  }
}
