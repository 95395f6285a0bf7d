package org.newsbake.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.article.Article;
import org.newsbake.article.ArticleReader;
import org.newsbake.article.DataFile;
import org.newsbake.article.DataReader;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.article.Words;
import org.newsbake.bake.Build;
import org.newsbake.bake.BuildOptions;
import org.newsbake.bake.Report;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Newsroom;
import org.newsbake.edition.Page;
import org.newsbake.edition.PageKind;
import org.newsbake.edition.Photo;
import org.newsbake.edition.Pictures;
import org.newsbake.edition.PlannedSite;
import org.newsbake.edition.Site;
import org.newsbake.edition.SitePlan;
import org.newsbake.edition.Stories;
import org.newsbake.render.Vocabulary;

/** Holds docs/themes.md to what templates get, and bakes the theme that it shows. */
class ThemeDocsTest {

  private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

  private static final String STORY =
      """
      ---
      title: Night ferry returns
      date: 2026-11-%02dT08:30:00Z
      updated: 2026-11-24T17:00:00Z
      type: post
      status: published
      section: town
      tags: [harbour]
      author: orla-finch
      dateline: Saltmere
      summary: A short summary.
      source: northwind
      source_url: https://northwind.example/2026/ferry
      guid: urn:northwind:%d
      version: 2
      image:
        src: img/boat.jpg
        alt: A ferry at its quay.
      corrections:
        - date: 2026-11-25T09:00:00Z
          text: An earlier version gave the wrong quay.
      ---
      The ferry is back.
      """;

  @TempDir private Path folder;
  private Docs docs;

  @BeforeEach
  void makeSite() throws IOException {
    docs = Docs.page("themes.md");
    for (Map.Entry<String, String> file : docs.files().entrySet()) {
      write(file.getKey(), file.getValue());
    }
    for (int day = 1; day <= 7; day++) {
      write("content/2026/11/ferry-" + day + ".md", STORY.formatted(day, day));
    }
    write("data/sections.yaml", "town:\n  name: Town\n  description: The town.\n");
    write("data/authors.yaml", "orla-finch:\n  name: Orla Finch\n  picture: img/boat.jpg\n");
    write("data/sources.yaml", "northwind:\n  name: Northwind Newswire\n");
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void theThemeBakes() throws IOException {
    assertThat(docs.files().keySet())
        .filteredOn(name -> name.startsWith("templates/"))
        .as("a theme of four templates")
        .hasSize(4);
    // Its pictures are not what this is about.
    write("data/authors.yaml", "orla-finch:\n  name: Orla Finch\n");
    for (int day = 1; day <= 7; day++) {
      write(
          "content/2026/11/ferry-" + day + ".md",
          STORY.formatted(day, day).replaceAll("image:\n.*\n.*\n", ""));
    }

    Report report =
        new Build(new BuildOptions(zone -> NOW, false, false, false, 1), () -> {})
            .run(folder, Optional.empty());

    assertThat(report.problems()).isEmpty();
    assertThat(folder.resolve("output/index.html")).content().contains("Night ferry returns");
    assertThat(folder.resolve("output/town/index.html")).content().contains("Night ferry returns");
    assertThat(folder.resolve("output/authors/orla-finch/index.html")).exists();
    assertThat(folder.resolve("output/tags/harbour.html")).exists();
    assertThat(folder.resolve("output/town/2026/11/ferry-1/index.html"))
        .content()
        .contains("The ferry is back.", "Orla Finch", "wrong quay", "Northwind Newswire");
  }

  @Test
  void everyNameOfAStoryIsExplained() throws Exception {
    Field keys = StoryModel.class.getDeclaredField("KEYS");
    keys.setAccessible(true);
    Set<String> names = new TreeSet<>(strings(keys.get(null)));
    assertThat(docs.names("`content.story`")).containsExactlyInAnyOrderElementsOf(names);
    // It is a draft, which is no version of another story.
    names.remove("newer");
    assertThat(new TreeSet<>(story().keySet()))
        .as("the story of this test has all there is")
        .isEqualTo(names);
  }

  @Test
  void everyNameOfTheNewsroomIsExplained() throws IOException {
    assertThat(docs.names("`newsroom`"))
        .containsExactlyInAnyOrderElementsOf(
            newsroom().keySet().stream().map(String::valueOf).toList());
  }

  @Test
  void everyNameOfAListingIsExplained() throws IOException {
    Set<String> names = new TreeSet<>();
    pages("listing").forEach(listing -> names.addAll(strings(listing.keySet())));
    assertThat(docs.names("`listing`")).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void everyNameOfTheFrontPageIsExplained() throws IOException {
    assertThat(docs.names("`front`"))
        .containsExactlyInAnyOrderElementsOf(strings(pages("front").get(0).keySet()));
  }

  @Test
  void everyNameWithinThemIsExplained() throws IOException {
    Map<?, ?> story = story();
    Map<?, ?> newsroom = newsroom();
    assertThat(docs.names("A link"))
        .isEqualTo(names(story.get("section"), story.get("tags"), story.get("breadcrumbs")));
    assertThat(docs.names("An author")).isEqualTo(names(story.get("authors")));
    assertThat(docs.names("A picture")).isEqualTo(names(story.get("picture")));
    assertThat(docs.names("A feed")).isEqualTo(names(newsroom.get("feeds")));
    assertThat(docs.names("A group"))
        .isEqualTo(
            names(
                newsroom.get("sections"),
                newsroom.get("authors"),
                newsroom.get("sources"),
                newsroom.get("dates"),
                newsroom.get("topics")));
  }

  @Test
  void everyNameOfJBakesIsThere() throws IOException {
    Vocabulary page = vocabularies().get(0);
    for (String name : docs.names("On all pages: JBake's")) {
      if (name.matches("\\w+")) {
        assertThat(page.get(name)).as(name).isNotNull();
      }
    }
  }

  @Test
  void everyKindOfPageHasItsRow() throws IOException {
    for (PageKind kind : PageKind.values()) {
      assertThat(docs.mentions("template." + kind.word() + ".file")).as(kind.word()).isTrue();
      assertThat(docs.mentions(kind.word())).as(kind.word()).isTrue();
    }
  }

  private static List<String> strings(Object names) {
    return ((Collection<?>) names).stream().map(String::valueOf).toList();
  }

  /** The names of hashes, or of hashes in lists. */
  private static Set<String> names(Object... values) {
    Set<String> names = new LinkedHashSet<>();
    for (Object value : values) {
      for (Object element : value instanceof Collection<?> list ? list : List.of(value)) {
        names.addAll(strings(((Map<?, ?>) element).keySet()));
      }
    }
    return names;
  }

  private Map<?, ?> story() throws IOException {
    return pages("content").stream()
        .map(content -> content.get("story"))
        .filter(Map.class::isInstance)
        .map(story -> (Map<?, ?>) story)
        .findFirst()
        .orElseThrow();
  }

  private Map<?, ?> newsroom() throws IOException {
    return (Map<?, ?>) vocabularies().get(0).get("newsroom");
  }

  /** What a name means on the pages that have it. */
  private List<Map<?, ?>> pages(String name) throws IOException {
    List<Map<?, ?>> values = new ArrayList<>();
    for (Vocabulary page : vocabularies()) {
      if (page.get(name) instanceof Map<?, ?> map) {
        values.add(map);
      }
    }
    return values;
  }

  /** The vocabulary of each page of a site that has all kinds of pages and all there is to say. */
  private List<Vocabulary> vocabularies() throws IOException {
    StringBuilder properties = new StringBuilder(docs.files().get("jbake.properties"));
    properties.append("listing.posts_per_page=2\n");
    for (PageKind kind : PageKind.values()) {
      if (!properties.toString().contains("template." + kind.word() + ".")) {
        properties.append("template." + kind.word() + ".file=list.ftl\n");
      }
    }
    write("jbake.properties", properties.toString());
    Project project = ProjectReader.read(folder, Optional.empty()).project().orElseThrow();

    // A draft says all that a story can say.
    write("content/2026/11/ferry-1.md", STORY.formatted(1, 1).replace("published", "draft"));
    List<Article> articles = new ArrayList<>();
    Map<String, Words> words = new HashMap<>();
    for (int day = 1; day <= 7; day++) {
      Reading reading =
          new ArticleReader(project.articleOptions())
              .read(file("content", "2026/11/ferry-" + day + ".md"));
      articles.add(reading.article().orElseThrow());
      words.put(reading.article().orElseThrow().source().path(), reading.words());
    }
    DataReader reader = new DataReader(project.articleOptions().zone());
    List<DataFile> data = new ArrayList<>();
    for (String name : List.of("sections.yaml", "authors.yaml", "sources.yaml")) {
      data.add(reader.read(file("data", name)).file().orElseThrow());
    }
    Photo photo =
        new Photo(
            "img/boat.jpg",
            file("assets", "img/boat.jpg"),
            1600,
            1067,
            "image/jpeg",
            90_000,
            Optional.of("The ferry."),
            Optional.of("Ines Marrow/Pool"),
            Optional.of("Picture desk"),
            List.of(new Photo.Rendition("img/boat-480w.jpg", 480, 320)));
    Pictures pictures = new Pictures(List.of(photo));
    Edition edition =
        Edition.at(articles, data, new Addresses(project.siteOptions().addresses()), NOW, true);
    Site site =
        new SitePlan(project.siteOptions()).site(edition, new Newsroom(data), pictures, List.of());
    Stories stories =
        new Stories(
            new PlannedSite(edition, site, pictures, project.siteOptions()),
            article -> words.get(article.source().path()));
    TemplateVocabulary vocabulary =
        project.vocabulary(stories, entry -> stories.edition().ofType("post"), story -> "{}");
    return site.pages().values().stream()
        .filter(Page.Rendered.class::isInstance)
        .map(page -> vocabulary.of((Page.Rendered) page))
        .toList();
  }

  private SourceFile file(String parent, String path) {
    return new SourceFile(folder.resolve(parent).resolve(path), path, parent + "/" + path);
  }
}
