package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BodyTextTest {

  @Test
  void theLeadIsTheFirstParagraphAsText() {
    assertThat(
            Body.lead(
                "<h2>Harbour</h2>\n<p class=\"a\">It <em>sailed</em> &amp; came\nback.</p><p>x</p>",
                80))
        .isEqualTo("It sailed & came back.");
    assertThat(Body.lead("<ul><li>One</li><li>Two</li></ul>", 80)).isEqualTo("One Two");
    assertThat(Body.lead("", 80)).isEmpty();
  }

  @Test
  void aLongLeadIsCutBehindAWordOrWithinOne() {
    assertThat(Body.lead("<p>The ferry came back.</p>", 12)).isEqualTo("The ferry…");
    assertThat(Body.lead("<p>Lighthousekeeper</p>", 6)).isEqualTo("Light…");
    assertThat(Body.lead("<p>abc\uD83D\uDEA2def</p>", 5)).isEqualTo("abc…");
  }

  @Test
  void aLinkToAFileLeadsToItsPageOrLosesItsTarget() {
    assertThat(
            placed(
                "<p><a href=\"b.md\">b</a> <a href=\"late.md\">late</a> <a href=\"/x\">x</a></p>"))
        .isEqualTo("<p><a href=\"../b/\">b</a> late <a href=\"/x\">x</a></p>");
  }

  @Test
  void aPictureAloneInItsParagraphBecomesAFigureWithItsWords() {
    assertThat(placed("<p><img src=\"a.jpg\" alt=\"A\"></p>"))
        .isEqualTo(
            "<figure><img src=\"../a.jpg\" alt=\"A\" srcset=\"../a-1w.jpg 1w\""
                + " sizes=\"(min-width: 44rem) 40rem, 100vw\" width=\"2\" height=\"1\""
                + " loading=\"lazy\" decoding=\"async\">"
                + "<figcaption>Boats <small class=\"credit\">I. Marrow</small></figcaption>"
                + "</figure>");
    assertThat(placed("<p><img src=\"a.jpg\" title=\"Ours\"></p>"))
        .contains("<figcaption>Ours <small", "alt=\"\"")
        .doesNotContain("title=", "Boats");
  }

  @Test
  void aPictureInASentenceStaysThere() {
    assertThat(placed("<p>Look: <img src=\"a.jpg\"></p>"))
        .startsWith("<p>Look: <img")
        .contains("width=\"2\"")
        .doesNotContain("figure");
  }

  @Test
  void aPictureThatIsNotTheSitesStaysAsItIs() {
    String html = "<p><img src=\"https://elsewhere.example/b.jpg\"></p>";
    assertThat(placed(html)).isEqualTo(html);
  }

  @Test
  void whatIsShownElsewhereRunsNothingAndHasAbsoluteAddresses() {
    String html =
        "<p onclick=\"x()\" style=\"color:red\">a <a href=\"b/\">b</a>"
            + "<a href=\" JavaScript:x()\">c</a><img src=\"d.png\" srcset=\"e 1w\"></p>"
            + "<script>x()</script><form><input></form>";
    assertThat(Body.absolute(html, address -> "https://p.example/" + address))
        .isEqualTo(
            "<p>a <a href=\"https://p.example/b/\">b</a>"
                + "<a>c</a><img src=\"https://p.example/d.png\"></p>");
  }

  @Test
  void plainTextIsNotTouched() {
    String html = "<p>It <em>sailed</em> to <a href=\"https://x.example/\">x</a>.</p>\n";
    assertThat(Body.absolute(html, address -> "never")).isSameAs(html);
  }

  @Test
  void theFilesThatItNamesAreThoseItShowsOrLinksTo() {
    String html =
        "<a href=\"a.pdf\">a</a><img src=\"b.png\"><video poster=\"c.jpg\" src=\"d.mp4\"></video>";
    assertThat(Body.addresses(html)).containsExactlyInAnyOrder("a.pdf", "b.png", "c.jpg", "d.mp4");
    assertThat(Body.pictures(html)).containsExactly("b.png");
    assertThat(Body.addresses("<p>img.png</p>")).isEmpty();
  }

  private static String placed(String html) {
    return Body.placed(
        html,
        new Body.Addresses() {
          @Override
          public Optional<Body.Figure> picture(String src) {
            return List.of("a.jpg").contains(src)
                ? Optional.of(
                    new Body.Figure(
                        "../a.jpg",
                        2,
                        1,
                        "../a-1w.jpg 1w",
                        Optional.of("Boats"),
                        Optional.of("I. Marrow")))
                : Optional.empty();
          }

          @Override
          public Optional<String> file(String address) {
            return Optional.empty();
          }

          @Override
          public Optional<String> link(String href) {
            return href.endsWith(".md")
                ? Optional.of(href.equals("b.md") ? "../b/" : "")
                : Optional.empty();
          }
        });
  }
}
