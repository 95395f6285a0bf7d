package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsbake.article.Body.Figure;

class BodyTest {

  private static final Figure SEALS =
      new Figure(
          "../img/seals.jpg",
          1600,
          900,
          "../img/seals-480w.jpg 480w, ../img/seals.jpg 1600w",
          Optional.of("Seals."),
          Optional.of("Marrow/Pool"));

  /** One picture with sizes, a file, a live story, and one that is not live. */
  private static final Body.Addresses ADDRESSES =
      new Body.Addresses() {
        @Override
        public Optional<Figure> picture(String src) {
          return src.equals("seals.jpg") ? Optional.of(SEALS) : Optional.empty();
        }

        @Override
        public Optional<String> file(String address) {
          return Optional.ofNullable(
              Map.of("map.svg", "../2026/map.svg", "seals.jpg", "?").get(address));
        }

        @Override
        public Optional<String> link(String href) {
          return Optional.ofNullable(Map.of("a.md", "../a/", "secret.md", "").get(href));
        }
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "<p>One<br />two<br/>three</p><hr />|<p>One<br>two<br>three</p><hr>",
        "<pre><code>&lt;br /&gt;</code></pre>|<pre><code>&lt;br /&gt;</code></pre>",
        "<p>One<br />two <img src=\"x.jpg\" alt=\"\" /></p>"
            + "|<p>One<br>two <img src=\"x.jpg\" alt=\"\"></p>",
        "<p><a href=\"a.md\">A</a></p>|<p><a href=\"../a/\">A</a></p>",
        "<p><a href=\"secret.md\">A</a></p>|<p>A</p>",
        "<p><a href=\"map.svg\">A</a></p>|<p><a href=\"../2026/map.svg\">A</a></p>",
        "<p><a href=\"#b\">B</a><br /></p>|<p><a href=\"#b\">B</a><br></p>",
        "<p>See <img src=\"map.svg\" alt=\"M\" />.</p>"
            + "|<p>See <img src=\"../2026/map.svg\" alt=\"M\">.</p>",
        "<video poster=\"map.svg\"></video><a href=\"b\"></a>"
            + "|<video poster=\"../2026/map.svg\"></video><a href=\"b\"></a>",
        "<p><img src=\"https://a.example/x.jpg\" alt=\"\" /></p>"
            + "|<p><img src=\"https://a.example/x.jpg\" alt=\"\"></p>",
      })
  void aBodyIsHtml5WithTheAddressesOfItsPlace(String html, String placed) {
    assertThat(Body.placed(html, ADDRESSES)).isEqualTo(placed);
  }

  @Test
  void theHeadingThatIsTheHeadlineIsLeftOut() {
    assertThat(
            Body.withoutHeadline(
                "\n<h1 id=\"a\">The <em>ferry</em> &amp; x</h1>\n<p>It.</p>", "The ferry & x"))
        .isEqualTo("<p>It.</p>");
    for (String kept :
        List.of(
            "<p>A</p><h1>The ferry</h1>", "<h1>The ferry today</h1>", "<h1>The ferry", "", "<h2")) {
      assertThat(Body.withoutHeadline(kept, "The ferry")).isEqualTo(kept);
    }
  }

  @Test
  void cellsSayByTheirClassHowTheyAreAligned() {
    Markdown markdown = new Markdown(java.util.List.of("TABLES"));
    assertThat(Body.placed(markdown.toHtml("A | B | C\n:-- | :-: | --:\n1 | 2 | 3\n"), ADDRESSES))
        .isEqualToIgnoringWhitespace(
            """
            <table><thead>
            <tr><th class="left">A</th><th class="center">B</th><th class="right">C</th></tr>
            </thead><tbody>
            <tr><td class="left">1</td><td class="center">2</td><td class="right">3</td></tr>
            </tbody></table>
            """);
  }

  @Test
  void aPictureAloneInItsParagraphIsAFigure() {
    assertThat(Body.placed("<p><img src=\"seals.jpg\" alt=\"A bank\" /></p>", ADDRESSES))
        .isEqualTo(
            "<figure><img src=\"../img/seals.jpg\" alt=\"A bank\""
                + " srcset=\"../img/seals-480w.jpg 480w, ../img/seals.jpg 1600w\""
                + " sizes=\"(min-width: 44rem) 40rem, 100vw\" width=\"1600\" height=\"900\""
                + " loading=\"lazy\" decoding=\"async\">"
                + "<figcaption>Seals. <small class=\"credit\">Marrow/Pool</small></figcaption>"
                + "</figure>");
  }
}
