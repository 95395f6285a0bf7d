package org.newsbake.jbake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbake.article.Samples.article;
import static org.newsbake.article.Samples.november;
import static org.newsbake.article.Samples.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.article.Article;
import org.newsbake.article.Samples;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Page;
import org.newsbake.edition.Site;
import org.newsbake.edition.Sites;
import org.newsbake.edition.Stories;
import org.newsbake.render.PageRenderer;
import org.newsbake.render.Vocabulary;

class TemplateVocabularyTest {

  private static final List<Article> ARTICLES =
      List.of(
          post("a.md", 1, "sea"),
          post("news/b.md", 2, "sea", "sky"),
          article("post", "on hold", "c.md", 3, "sky"),
          article("post", "draft", "d.md", 4, "mud"),
          post("e.md", 25, "later"),
          article("page", "published", "f.md", 5, "sky", "about us"),
          article("page", "on hold", "g.md", 6),
          article("liveblog", "published", "h.md", 7, "sea"));

  @TempDir private Path folder;
  private String properties = "template.liveblog.file=live.ftl\nsite.title=The Harbour Courier\n";

  @BeforeEach
  void makeFolders() throws IOException {
    Files.createDirectories(folder.resolve("content"));
    Files.createDirectories(folder.resolve("templates"));
  }

  @Test
  void listsOfATypeHoldEveryStatusAndPublishedOnesOnlyPublished() throws IOException {
    Vocabulary index = vocabulary("index.html");
    assertThat(titles(index, "posts")).containsExactly("c.md", "news/b.md", "a.md");
    assertThat(titles(index, "published_posts")).containsExactly("news/b.md", "a.md");
    assertThat(titles(index, "pages")).containsExactly("g.md", "f.md");
    assertThat(titles(index, "published_pages")).containsExactly("f.md");
    assertThat(titles(index, "liveblogs")).containsExactly("h.md");
    assertThat(titles(index, "published_liveblogs")).containsExactly("h.md");
    assertThat(titles(index, "published_content"))
        .containsExactlyInAnyOrder("news/b.md", "a.md", "f.md", "h.md");
    assertThat(titles(index, "all_content"))
        .containsExactlyInAnyOrder("c.md", "news/b.md", "a.md", "g.md", "f.md", "h.md");
    assertThat(titles(index, "feeds")).isEmpty();
  }

  @Test
  void whatIsNotLiveIsInNoList() throws IOException {
    Vocabulary index = vocabulary("index.html");
    for (String name :
        List.of(
            "posts", "published_posts", "all_content", "published_content", "tags", "alltags")) {
      assertThat(index.get(name).toString()).doesNotContain("d.md", "e.md", "mud", "later");
    }
  }

  @Test
  void tagsAreThoseOfAllThatIsPublishedWithTheirDocuments() throws IOException {
    Vocabulary index = vocabulary("index.html");
    assertThat(new HashSet<>((List<?>) index.get("alltags")))
        .isEqualTo(Set.of("sea", "sky", "about us"));
    Map<String, Object> sea = tag(index, "sea");
    assertThat(sea.get("uri")).isEqualTo("tags/sea.html");
    assertThat(titles(sea.get("tagged_posts"))).containsExactly("news/b.md", "a.md");
    assertThat(titles(sea.get("tagged_documents")))
        .containsExactlyInAnyOrder("h.md", "news/b.md", "a.md");
    assertThat(titles(tag(index, "about us").get("tagged_posts"))).isEmpty();
  }

  @Test
  void aTagPageNamesItsTagAndItsArticles() throws IOException {
    Vocabulary page = vocabulary("tags/sky.html");
    assertThat(page.get("tag")).isEqualTo("sky");
    assertThat(titles(page, "tag_posts")).containsExactly("news/b.md");
    assertThat(titles(page, "tagged_documents")).containsExactlyInAnyOrder("f.md", "news/b.md");
    assertThat(content(page)).containsEntry("type", "tag").containsEntry("rootpath", "../");
    assertThat(titles(vocabulary("index.html"), "tag_posts")).isEmpty();
    assertThat(vocabulary("index.html").get("tag")).isNull();
  }

  @Test
  void anArticleIsItsContent() throws IOException {
    Map<String, Object> content = content(vocabulary("news/b.html"));
    assertThat(content)
        .containsEntry("title", "About news/b.md")
        .containsEntry("type", "post")
        .containsEntry("status", "published")
        .containsEntry("date", Date.from(november(2)))
        .containsEntry("body", "<p>news/b.md</p>\n")
        .containsEntry("uri", "news/b.html")
        .containsEntry("rootpath", "../");
    assertThat((String[]) content.get("tags")).containsExactly("sea", "sky");
    assertThat(content.get("file").toString().replace('\\', '/')).endsWith("content/news/b.md");
  }

  @Test
  void anArticleKnowsItsNeighbours() throws IOException {
    Map<String, Object> content = content(vocabulary("news/b.html"));
    assertThat(content.get("nextContent")).isNull();
    assertThat(content.get("previousContent"))
        .isInstanceOfSatisfying(
            Map.class,
            previous -> {
              assertThat(previous.get("title")).isEqualTo("About a.md");
              assertThat(previous.get("uri")).isEqualTo("a.html");
            });
    assertThat(content(vocabulary("a.html")).get("previousContent")).isNull();
  }

  @Test
  void theNeighboursOfOnePageAreNotThoseOfTheSameArticleInAList() throws IOException {
    Vocabulary page = vocabulary("news/b.html");
    assertThat(((List<?>) page.get("posts")))
        .allSatisfy(post -> assertThat(((Map<?, ?>) post).get("previousContent")).isNull());
  }

  @Test
  void aPageOfTheIndexHoldsItsPostsOnly() throws IOException {
    properties += "index.paginate=true\nindex.posts_per_page=1\n";
    Vocabulary first = vocabulary("index.html");
    Vocabulary second = vocabulary("2/index.html");
    assertThat(titles(first, "published_posts")).containsExactly("news/b.md");
    assertThat(titles(second, "published_posts")).containsExactly("a.md");
    assertThat(
            words(first, "currentPageNumber", "numberOfPages", "previousFileName", "nextFileName"))
        .containsExactly(1, 2, null, "2/");
    assertThat(
            words(second, "currentPageNumber", "numberOfPages", "previousFileName", "nextFileName"))
        .containsExactly(2, 2, "", null);
    assertThat(titles(second, "posts")).hasSize(3);
    assertThat(content(second)).containsEntry("rootpath", "../");
    assertThat(titles(vocabulary("archive.html"), "published_posts")).hasSize(2);
  }

  @Test
  void propertiesAreInConfigWithUnderscores() throws IOException {
    Vocabulary index = vocabulary("index.html");
    assertThat(index.get("config"))
        .isInstanceOfSatisfying(
            Map.class,
            config -> {
              assertThat(config.get("site_title")).isEqualTo("The Harbour Courier");
              assertThat(config.get("render_encoding")).isEqualTo("UTF-8");
            });
    assertThat(index.get("version")).isEqualTo("v2.7.0");
    assertThat(index.get("published_date")).isEqualTo(Date.from(november(20)));
  }

  @Test
  void aNameIsSharedWhenEveryPageGivesItTheSameValue() throws IOException {
    properties += "index.paginate=true\nindex.posts_per_page=1\n";
    for (String path :
        List.of("index.html", "2/index.html", "a.html", "tags/sky.html", "feed.xml")) {
      Vocabulary page = vocabulary(path);
      for (String name :
          List.of(
              "posts",
              "published_posts",
              "alltags",
              "tags",
              "db",
              "config",
              "content",
              "tag",
              "tag_posts",
              "tagged_documents",
              "numberOfPages",
              "nothing")) {
        if (page.isShared(name)) {
          // The archive has nothing of its own but its content.
          assertThat(page.get(name)).as("%s on %s", name, path).isNotNull();
        }
      }
      assertThat(page.isShared("posts")).isTrue();
      assertThat(page.isShared("content")).isFalse();
      assertThat(page.isShared("nothing")).isFalse();
    }
    assertThat(vocabulary("2/index.html").isShared("published_posts")).isFalse();
    assertThat(vocabulary("tags/sky.html").isShared("tag_posts")).isFalse();
    assertThat(vocabulary("a.html").isShared("published_posts")).isTrue();
  }

  @Test
  void equalDatesAreInReverseFileOrderInEveryList() throws IOException {
    List<Article> sameDay =
        IntStream.rangeClosed(1, 9).mapToObj(i -> post("p" + i + ".md", 3, "sea")).toList();
    Vocabulary index = vocabulary(sameDay, "index.html");
    List<String> expected =
        IntStream.rangeClosed(1, 9).mapToObj(i -> "p" + (10 - i) + ".md").toList();
    assertThat(titles(index, "posts")).isEqualTo(expected);
    assertThat(titles(index, "published_posts")).isEqualTo(expected);
    assertThat(titles(index, "published_content")).isEqualTo(expected);
    assertThat(titles(tag(index, "sea").get("tagged_posts"))).isEqualTo(expected);
  }

  @Test
  void theCulpritIsTheStoryWhoseDataMakeATemplateFail() throws IOException {
    write("index.ftl", "<#list published_posts as post>${post.uri}: ${post.title}</#list>");
    write("page.ftl", "${content.story.title}<#include \"footer.ftl\">");
    write("footer.ftl", "<#list db.getPublishedPosts() as post>${post.title}</#list>");
    write("post.ftl", "${content.title}${content.nextContent.title}");
    write("tags.ftl", "<#list tag_posts as post>${post.uri}</#list>${nosuch}");
    write("live.ftl", "${content.story.title}");
    assertThat(culprit("index.html")).isEqualTo("news/b.md");
    assertThat(culprit("f.html")).isEqualTo("news/b.md");
    assertThat(culprit("a.html")).isEqualTo("news/b.md");
    assertThat(culprit("tags/sea.html")).isEqualTo("nobody");
    assertThat(culprit("h.html")).isEqualTo("nobody");
  }

  private String culprit(String path) throws IOException {
    List<Article> articles =
        ARTICLES.stream()
            .map(
                it ->
                    it.source().path().equals("news/b.md")
                        ? Samples.untitled("post", "news/b.md", 2, "sea", "sky")
                        : it)
            .toList();
    Files.writeString(folder.resolve("jbake.properties"), properties);
    Project project = ProjectReader.read(folder, Optional.empty()).project().orElseThrow();
    Stories stories = stories(project, articles);
    return project
        .vocabulary(stories, entry -> List.of(), story -> "")
        .culprit(
            new PageRenderer(project.templateOptions()),
            (Page.Rendered) stories.site().pages().get(path))
        .map(entry -> entry.article().source().path())
        .orElse("nobody");
  }

  private void write(String template, String text) throws IOException {
    Files.writeString(folder.resolve("templates").resolve(template), text);
  }

  private Vocabulary vocabulary(String path) throws IOException {
    return vocabulary(ARTICLES, path);
  }

  private Vocabulary vocabulary(List<Article> articles, String path) throws IOException {
    Files.writeString(folder.resolve("jbake.properties"), properties);
    Project project = ProjectReader.read(folder, Optional.empty()).project().orElseThrow();
    Stories stories = stories(project, articles);
    Site site = stories.site();
    return project
        .vocabulary(stories, entry -> List.of(), story -> "")
        .of((Page.Rendered) site.pages().get(path));
  }

  private static Stories stories(Project project, List<Article> articles) {
    Edition edition =
        Edition.at(
            articles,
            List.of(),
            new Addresses(project.siteOptions().addresses()),
            november(20),
            false);
    return Sites.stories(project.siteOptions(), edition);
  }

  private static List<Object> words(Vocabulary page, String... names) {
    return Arrays.stream(names).map(page::get).toList();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> content(Vocabulary page) {
    return (Map<String, Object>) page.get("content");
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> tag(Vocabulary page, String name) {
    return ((List<Map<String, Object>>) page.get("tags"))
        .stream().filter(tag -> name.equals(tag.get("name"))).findFirst().orElseThrow();
  }

  private static List<String> titles(Vocabulary page, String name) {
    return titles(page.get(name));
  }

  private static List<String> titles(Object documents) {
    return ((List<?>) documents)
        .stream()
            .map(document -> ((Map<?, ?>) document).get("title").toString().replace("About ", ""))
            .toList();
  }
}
