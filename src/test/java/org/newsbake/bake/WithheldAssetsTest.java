package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WithheldAssetsTest {

  private TestSite site;

  @BeforeEach
  void makeSite(@TempDir Path folder) {
    site = new TestSite(folder).write("assets/img/boat.jpg", "boat").write("assets/a.css", "p {}");
  }

  private TestSite draft(String text) {
    return site.article("draft", "post", "draft", 1, "", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "![B](img/boat.jpg)",
        "![B](/img/boat.jpg?v=2)",
        "![B](img/%62oat.jpg)",
        "[The boat](img/boat.jpg)",
        "<video poster='img/boat.jpg'></video>",
        "<picture><source srcset='a.jpg 1x, img/boat.jpg 2x'></picture>",
        "<object data='img/boat.jpg'></object>",
      })
  void whatOnlyADraftShowsIsKeptBack(String text) throws IOException {
    draft(text);
    assertThat(Newsdesk.of(site).released()).containsExactly("a.css");
  }

  @Test
  void thePictureOfADraftsHeaderIsKeptBack() throws IOException {
    site.write(
        "content/draft.md",
        "---\n"
            + "title: D\n"
            + "type: post\n"
            + "status: draft\n"
            + "date: 2026-11-01\n"
            + "image: img/boat.jpg\n"
            + "---\n"
            + "D\n");
    assertThat(Newsdesk.of(site).released()).containsExactly("a.css");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hero: img/boat.jpg",
        "hero: boat.jpg",
        "gallery: [img/quay.jpg, img/boat.jpg]",
        "card: {picture: /img/boat.jpg, size: 3}",
      })
  void inANewsroomEachKeyOfADraftMayNameItsPicture(String key) throws IOException {
    String header = "---\ntitle: D\ntype: post\ndate: 2026-11-01\n" + key + "\nstatus: ";
    site.write("content/draft.md", header + "draft\n---\nD\n");
    assertThat(Newsdesk.of(site).released()).containsExactly("a.css", "img/boat.jpg");
    site.write("data/sections.yaml", "town:\n  name: Town\n");
    assertThat(Newsdesk.of(site).released()).containsExactly("a.css");
    site.write("content/live.md", header + "published\n---\nL\n");
    assertThat(Newsdesk.of(site).released()).containsExactly("a.css", "img/boat.jpg");
  }

  @Test
  void whatStandsBesideADraftIsKeptBackBeforeWhatHasItsNameAtTheRoot() throws IOException {
    site.write("content/2026/boat.jpg", "beside").write("assets/boat.jpg", "root");
    site.article("2026/draft", "post", "draft", 1, "", "![B](boat.jpg)");
    assertThat(Newsdesk.of(site).released()).containsExactly("a.css", "boat.jpg", "img/boat.jpg");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "content/live.md|title=L\\ntype=post\\nstatus=published\\ndate=2026-11-01\\n~~~~~~\\n"
            + "![B](img/boat.jpg)\\n",
        "content/live.md|---\\ntitle: L\\ntype: post\\nstatus: published\\ndate: 2026-11-01\\n"
            + "image: img/boat.jpg\\n---\\nL\\n",
        "templates/post.ftl|<img src=\"${content.rootpath}img/boat.jpg\">",
        "assets/b.css|body { background: url(../img/boat.jpg) }",
        "data/authors.yaml|ana:\\n  name: Ana\\n  picture: img/boat.jpg\\n",
        "jbake.properties|site.logo=img/boat.jpg\\n",
        "jbake.properties|site.logo=/img/boat.jpg\\n",
      })
  void whatIsShownElsewhereTooIsNotKeptBack(String path, String text) throws IOException {
    draft("![B](img/boat.jpg)").write(path, text.replace("\\n", "\n"));
    assertThat(Newsdesk.of(site).released()).contains("img/boat.jpg");
  }

  @Test
  void withoutAbsentArticlesNothingIsKeptBack() throws IOException {
    assertThat(Newsdesk.of(site).released()).containsExactly("a.css", "img/boat.jpg");
  }
}
