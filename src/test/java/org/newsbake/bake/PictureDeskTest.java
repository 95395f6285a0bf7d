package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.article.Objection;
import org.newsbake.edition.Photo;
import org.newsbake.edition.Pictures;

class PictureDeskTest {

  private final List<Problem> problems = new ArrayList<>();
  private TestSite site;

  @BeforeEach
  void makeSite(@TempDir Path folder) {
    site =
        new TestSite(folder)
            .write("jbake.properties", "image.widths=40,80,160\n")
            .write("assets/img/boat.jpg", picture("jpg", 120, 60));
  }

  private static byte[] picture(String format, int width, int height) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private Pictures pictures() throws IOException {
    Newsdesk desk = Newsdesk.of(site);
    List<Objection> objections = new ArrayList<>();
    Pictures pictures =
        new PictureDesk(
                desk.project(),
                WithheldAssets.released(desk.project(), desk.sources(), desk.edition()),
                objections)
            .pictures(desk.edition(), desk.newsroom());
    problems.addAll(Objection.located(objections));
    return pictures;
  }

  private void lead(String src) {
    site.write(
        "content/story.md",
        "---\ntitle: S\ntype: post\nstatus: published\ndate: 2026-11-01\nimage: \""
            + src
            + "\"\n---\nS\n");
  }

  @Test
  void aPictureHasVersionsThatAreNarrowerThanItself() throws IOException {
    lead("img/boat.jpg");
    assertThat(pictures().at("img/boat.jpg").orElseThrow().renditions())
        .containsExactly(
            new Photo.Rendition("img/boat-40w.jpg", 40, 20),
            new Photo.Rendition("img/boat-80w.jpg", 80, 40));
    assertThat(problems).isEmpty();
  }

  @Test
  void onlyPicturesThatAreShownAreRead() throws IOException {
    site.write("assets/img/other.jpg", "no picture");
    assertThat(pictures().all()).isEmpty();
    assertThat(problems).isEmpty();
  }

  @Test
  void aPictureThatIsNotThereIsToldAtItsPlace() throws IOException {
    lead("img/baot.jpg");
    site.post("inline", 2, "", "![B](img/gone.png)");
    pictures();
    assertThat(problems)
        .containsExactlyInAnyOrder(
            new Problem(
                Severity.WARNING,
                "picture-missing",
                new SourceLocation("content/story.md", 6, 9),
                "there is no picture \"img/baot.jpg\".",
                "Did you mean \"img/boat.jpg\"?",
                "image: \"img/baot.jpg\""),
            new Problem(
                Severity.WARNING,
                "picture-missing",
                new SourceLocation("content/inline.md", 6, 6),
                "there is no picture \"img/gone.png\".",
                "Put it beside the article or into the assets.",
                "![B](img/gone.png)"));
  }

  @Test
  void aFileThatIsNoPictureIsTold() throws IOException {
    site.write("assets/img/boat.jpg", "no picture");
    lead("img/boat.jpg");
    assertThat(pictures().all()).isEmpty();
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.location().toString())
        .containsExactly(tuple("picture-invalid", "assets/img/boat.jpg"));
  }

  @Test
  void whatIsWrongWithAPictureThatCanBeReadIsTold() throws IOException {
    site.write("assets/img/boat.jpg", picture("png", 120, 60))
        .write(
            "assets/img/print.jpg",
            "\u00FF\u00D8\u00FF\u00C0\0\24\10\0\u00C8\1\u0090\4\1\21\0\2\21\0\3\21\0\4\21\0\u00FF\u00D9"
                .getBytes(StandardCharsets.ISO_8859_1))
        .write(
            "assets/img/map.svg",
            "<svg xmlns='http://www.w3.org/2000/svg' width='8' height='4'><script/></svg>")
        .post("inline", 2, "", "![A](img/boat.jpg) ![B](img/print.jpg) ![C](img/map.svg)");
    pictures();
    assertThat(problems)
        .extracting(Problem::code, problem -> problem.location().toString(), Problem::found)
        .containsExactly(
            tuple(
                "picture-misnamed",
                "assets/img/boat.jpg",
                "the name says jpg, but this is a picture in PNG."),
            tuple(
                "picture-colours",
                "assets/img/print.jpg",
                "the picture is in colours of print (CMYK), so it has no smaller versions, and"
                    + " browsers show other colours than paper."),
            tuple(
                "picture-active",
                "assets/img/map.svg",
                "the drawing holds a script, which runs where the file itself is opened."));
  }

  @Test
  void aPictureThatIsTooLargeForVersionsIsToldAndShown() throws IOException {
    // A PNG that says that it has 60,000 × 60,000 pixels.
    site.write(
        "assets/img/boat.png",
        HexFormat.of()
            .parseHex(
                "89504e470d0a1a0a0000000d494844520000ea600000ea600802000000000000000000000049454e44ae426082"));
    lead("img/boat.png");
    assertThat(pictures().at("img/boat.png").orElseThrow().renditions()).isEmpty();
    assertThat(problems)
        .containsExactly(
            Problem.warning(
                "picture-large",
                SourceLocation.of("assets/img/boat.png"),
                "60,000 × 60,000 pixels are too many for smaller versions, so browsers get them"
                    + " all.",
                "Save it with at most 100 megapixels."));
  }

  @Test
  void aLeadPictureOfAnotherHostIsToldAndNotShown() throws IOException {
    for (String src : List.of("https://a.example/x.jpg", "//a.example/x.jpg", "data:image/gif,x")) {
      problems.clear();
      lead(src);
      assertThat(pictures().all()).isEmpty();
      assertThat(problems)
          .containsExactly(
              new Problem(
                  Severity.WARNING,
                  "picture-remote",
                  new SourceLocation("content/story.md", 6, 9),
                  "the picture \"" + src + "\" is no file of the project, so it is not shown.",
                  "Copy it into the project, and name the copy.",
                  "image: \"" + src + "\""));
    }
  }

  @Test
  void aPictureOfAnotherHostInATextIsToldWhereThePolicyForbidsIt() throws IOException {
    String image = "![B](https://a.example/x.jpg)";
    site.post("inline", 2, "", image);
    pictures();
    assertThat(problems).as("without files for hosts nobody sends a policy").isEmpty();

    site.write("jbake.properties", "image.widths=40\nrender.hostfiles=headers\n");
    pictures();
    assertThat(problems)
        .containsExactly(
            new Problem(
                Severity.WARNING,
                "picture-remote",
                new SourceLocation("content/inline.md", 6, 6),
                "the picture \"https://a.example/x.jpg\" is on another host, so browsers that get"
                    + " the site's Content-Security-Policy do not show it.",
                "Copy it into the project, and name the copy; or allow its host in headers.csp.",
                image));
  }

  @Test
  void aPictureThatThePolicyAllowsIsNotTold() throws IOException {
    site.post("inline", 2, "", "![B](https://a.example/x.jpg) ![C](data:image/gif,x)");
    String properties = "image.widths=40\nrender.hostfiles=headers\n";
    site.write("jbake.properties", properties + "headers.csp=img-src 'self' a.example\n");
    pictures();
    site.write("jbake.properties", properties + "site.host=https://a.example\n");
    pictures();
    assertThat(problems).isEmpty();
  }

  @Test
  void aPortraitHasVersionsLikeAnyPicture() throws IOException {
    site.write("data/authors.yaml", "ana:\n  name: Ana\n  picture: /img/boat.jpg\n");
    Pictures pictures = pictures();
    assertThat(pictures.of(Newsdesk.of(site).newsroom().author("ana").orElseThrow()))
        .hasValueSatisfying(photo -> assertThat(photo.renditions()).hasSize(2));
    assertThat(problems).isEmpty();
  }

  @Test
  void aPortraitThatIsNotThereIsToldAtItsEntry() throws IOException {
    site.write(
        "data/authors.yaml",
        "ben:\n  name: Ben\n  picture: img/boat.jpg\nana:\n  name: Ana\n  picture: img/ana.jpg\n");
    pictures();
    assertThat(problems)
        .containsExactly(
            new Problem(
                Severity.WARNING,
                "picture-missing",
                new SourceLocation("data/authors.yaml", 6, 12),
                "there is no picture \"img/ana.jpg\".",
                "Put it into the assets, and name it from the site's root on.",
                "  picture: img/ana.jpg"));
  }

  @Test
  void anEmblemThatIsNotThereIsToldAtItsLine() throws IOException {
    for (String widths : List.of("", "image.widths=40\n")) {
      problems.clear();
      site.write("jbake.properties", widths + "site.logo=/img/logo.png\n");
      pictures();
      assertThat(problems)
          .containsExactly(
              new Problem(
                  Severity.WARNING,
                  "picture-missing",
                  new SourceLocation("jbake.properties", widths.isEmpty() ? 1 : 2, 12),
                  "there is no picture \"img/logo.png\".",
                  "Put it into the assets.",
                  "site.logo=/img/logo.png"));
    }
    problems.clear();
    site.write("assets/img/logo.png", picture("png", 60, 20));
    assertThat(pictures().at("img/logo.png")).isPresent();
    assertThat(problems).isEmpty();
  }

  @Test
  void withoutWidthsATextsPicturesStandAtTheirAddressesAllTheSame() throws IOException {
    site.write(
            "jbake.properties",
            "permalink=/:year/:slug/\nrender.archive=false\nrender.feed=false\n")
        .write("templates/post.ftl", "${content.story.body}")
        .write("content/news/quay.png", picture("png", 60, 20))
        .post("news/ferry", 3, "", "See ![Q](quay.png?v=2#top) and [B](img/boat.jpg).");
    assertThat(site.build().problems()).isEmpty();
    assertThat(site.tree().get("2026/ferry/index.html"))
        .isEqualTo(
            "<p>See <img src=\"../../news/quay.png?v=2#top\" alt=\"Q\"> and"
                + " <a href=\"../../img/boat.jpg\">B</a>.</p>\n");
  }
}
