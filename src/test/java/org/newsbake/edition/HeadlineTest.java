package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsbake.article.Article;
import org.newsbake.article.Manuscript;
import org.newsbake.article.Samples;
import org.newsbake.article.SourceFile;
import org.newsbake.article.Words;

class HeadlineTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<h1>The ferry</h1><p>It sailed.</p> | The ferry",
        "<p>Before.</p><h2 id=\"a\">The <em>ferry</em> &amp; more</h2> | The ferry & more",
        "<h1></h1><h2>The ferry</h2> | The ferry",
        "<p>It <b>sailed</b>.</p><p>Twice.</p> | It sailed.",
        "<p><img src=\"a.png\"></p><ul><li>It sailed</li></ul> | It sailed",
        "<p><img src=\"a.png\"></p> | Night ferry",
        "'' | Night ferry",
        "<h1>not closed | Not closed",
      })
  void isTheFirstHeadingOrTheFirstWordsOfTheText(String body, String headline) {
    assertThat(headline("2026/11/night-ferry.md", body, null)).isEqualToIgnoringCase(headline);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-03-night_ferry.md, Night ferry",
    "night-ferry/index.md, Night ferry",
    "élan.md, Élan",
    "---.md, ---.md",
  })
  void isTheNameOfTheFileWhereThereAreNoWords(String path, String headline) {
    assertThat(headline(path, "", " ")).isEqualTo(headline);
  }

  @Test
  void isTheTitleWhereThereIsOne() {
    assertThat(headline("a.md", "<h1>B</h1>", "The title")).isEqualTo("The title");
    assertThat(headline("a.md", "<h1>B</h1>", 5)).isEqualTo("5");
    assertThat(headline("a.md", "<h1>B</h1>", Map.of("a", "b"))).isEqualTo("B");
  }

  @Test
  void ofALongTextIsItsBeginning() {
    assertThat(headline("a.md", "<p>" + "words ".repeat(50) + "</p>", ""))
        .hasSizeLessThanOrEqualTo(80)
        .endsWith("words…");
  }

  private static String headline(String path, String body, Object title) {
    Words words =
        new Words(title == null ? Map.of() : Map.of("title", title), new Manuscript(body, ""));
    Article article =
        new Article(
            new SourceFile(Path.of(path), path, "content/" + path),
            "post",
            Article.PUBLISHED,
            Samples.november(3),
            true,
            List.of(),
            words);
    return Headline.of(article, () -> words);
  }
}
