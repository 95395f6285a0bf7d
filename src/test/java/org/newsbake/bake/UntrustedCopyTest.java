package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.json.simple.JSONValue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;

/** Copy of sources gives text alone, wherever a template, a feed or a list shows it. */
class UntrustedCopyTest {

  private static final Set<String> ELEMENTS =
      Set.of(
          "a",
          "abbr",
          "b",
          "bdi",
          "bdo",
          "blockquote",
          "br",
          "caption",
          "cite",
          "code",
          "col",
          "colgroup",
          "dd",
          "del",
          "dfn",
          "div",
          "dl",
          "dt",
          "em",
          "figcaption",
          "figure",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "i",
          "img",
          "ins",
          "kbd",
          "li",
          "mark",
          "ol",
          "p",
          "pre",
          "q",
          "rp",
          "rt",
          "ruby",
          "s",
          "samp",
          "small",
          "span",
          "strong",
          "sub",
          "sup",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "time",
          "tr",
          "u",
          "ul",
          "var",
          "wbr");

  private static final Set<String> ATTRIBUTES =
      Set.of(
          "href",
          "src",
          "alt",
          "title",
          "width",
          "height",
          "cite",
          "datetime",
          "lang",
          "dir",
          "colspan",
          "rowspan",
          "headers",
          "scope",
          "abbr",
          "span",
          "start",
          "reversed",
          "type",
          "value",
          "class",
          "id",
          "hreflang",
          "align",
          "role",
          "tabindex",
          "aria-label");

  private static final Set<String> CLASSES =
      Set.of("footnotes", "footnote-ref", "footnote-backref", "unbroken", "scroll");

  private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

  /** Pieces of hostile markup; put together at random they nest, cut and hide each other. */
  private static final List<String> SOUP =
      List.of(
          "<script>alert(1)</script>",
          "<script src=//e.example/x>",
          "</script>",
          "<SCRIPT/x>",
          "<img src=x onerror=alert(1)>",
          "<img src=\"data:text/html,x\" alt='1–0 <b onx=1>'>",
          "<img src='a.jpg' alt=\"1–0<img src=x onerror=alert(1)>\" title='<'>",
          "[a](javascript:alert(1))",
          "[a](java&#115;cript:alert(1))",
          "[a](<java\tscript:x>)",
          "<a href=' javascript:alert(1)'>x</a>",
          "<a href='jav&#x0A;ascript:x'>y",
          "</a>",
          "<a href=data:text/html,x target=_blank ping=//e.example>",
          "![x](vbscript:y)",
          "<iframe srcdoc='<script>1</script>'>",
          "</iframe>",
          "<object data=x>",
          "<embed src=x>",
          "<style>*{display:none}</style>",
          "<style><!--</style><img src=1 onerror=x>-->",
          "<style>",
          "<form action=javascript:x><button formaction=javascript:y>z</button>",
          "<input autofocus>",
          "<svg onload=x><a xlink:href='javascript:x'>",
          "</svg>",
          "<svg><style><img src=x onerror=y>",
          "<math><mtext><table><mglyph><style><img src=x onerror=y>",
          "</math>",
          "<math href='javascript:x'>",
          "<noscript><p title='</noscript><img src=x onerror=y>'>",
          "<template><script>x</script>",
          "</template>",
          "<title><img src=x onerror=y></title>",
          "<textarea><script>x</script>",
          "</textarea>",
          "<select><script>x</script></select>",
          "<xmp><b>",
          "<plaintext>",
          "<meta http-equiv=refresh content='0;url=javascript:x'>",
          "<base href=//e.example/>",
          "<link rel=stylesheet href=//e.example/x>",
          "<p style='background:url(//e.example)'>",
          "<table><tr><td onclick=x>a",
          "</table>",
          "</div></article></body></html>",
          "<div class=mast id=main>",
          "<body onload=x>",
          "<!--",
          "-->",
          "<![CDATA[",
          "]]>",
          "<?php x ?>",
          "<!DOCTYPE x>",
          "<b>",
          "</b>",
          "<i",
          "<",
          ">",
          "\"",
          "'",
          "` onfocus=x `",
          "\" onmouseover=\"x",
          "' onmouseover='x",
          "<<b>script>x",
          "5 < 6",
          "R&D",
          "&lt;script&gt;x&lt;/script&gt;",
          "&#60;img src=x onerror=y&#62;",
          "1–0",
          "**bold**",
          "_it_",
          "> quote",
          "- item",
          "```\n<script>\n```",
          "`<b onx=1>`",
          "\n\n",
          "\n",
          " ",
          "\u0000",
          "<p>\n\n",
          "<video src=x onerror=y>",
          "<details ontoggle=x open>",
          "<a id=x name=y>q</a>",
          "<marquee onstart=x>",
          "<x-y onx=1>",
          "<form><math><mtext></form><form><mglyph><svg>",
          "<frameset onload=x>",
          "<keygen>",
          "<isindex>",
          "<image src=x onerror=y>",
          "<font color=x>",
          "<ul><li>a",
          "</ul>",
          "<li>",
          "<td>",
          "<dl><dt>a<dd>b</dl>",
          "<ruby>a<rt>b</ruby>",
          "[^1]",
          "[^1]: note <script>",
          "https://www.example.org/?a=b",
          "|a|b|\n|-|-|\n|<i onx=1>|");

  private static final String SHOWN =
      """
      <h1>${content.title}</h1><p id="lead" title="${content.summary!}">${content.summary!}</p>
      <div class="values">${content.dateline!}|<#list content.tags as tag>${tag},</#list>|\
      <#if content.authors??><#list content.authors as a>${a};</#list></#if>|${content.kicker!}|\
      ${content.story.summary}|${content.story.title}|<#list content.story.authors as a>${a.name}</#list>\
      <#if content.image??>${content.image.caption!}${content.image.credit!}</#if></div>
      <main>${content.body}</main><main>${content.story.body}</main><footer>${content.story.notice!}</footer>
      """;

  private TestSite site;

  @BeforeEach
  void makeSite(@TempDir Path folder) {
    site = new TestSite(folder);
    site.write("templates/post.ftl", SHOWN);
    site.write(
        "data/sources.yaml",
        "wire: {name: Wire, notice: From Wire.}\nfriend: {name: Friend, trust: full}\n");
  }

  private TestSite story(String name, String source, String title, String text) {
    return site.write("content/" + name + ".md", header(source, title) + "---\n\n" + text);
  }

  private static String header(String source, String title) {
    return "---\ntitle: "
        + quoted(title)
        + "\ntype: post\nstatus: published\ndate: 2026-11-03\n"
        + (source.isEmpty() ? "" : "source: " + source + "\n");
  }

  @Test
  void copyOfASourceGivesTextAlone() throws IOException {
    story("a", "wire", "A <b onclick=x>fox</b>", "Run.<script>alert(1)</script>\n\n<b>Stay</b>");
    Report report = site.build();
    assertThat(site.tree().get("a.html"))
        .contains("<h1>A fox</h1>", "<p>Run.</p>", "<b>Stay</b>")
        .doesNotContain("script", "onclick");
    assertThat(report.problems())
        .extracting(Problem::toString)
        .containsExactly(
            """
            content/a.md:2:8: warning: the markup in title was taken out. [markup-removed]
              title: "A <b onclick=x>fox</b>"
                     ^
              Copy of a source gives text alone. If this source may bring markup of its own, write \
            trust: full below it in data/sources.yaml.\
            """,
            """
            content/a.md:9:5: warning: the text holds <script>, which was taken out. [markup-removed]
              Run.<script>alert(1)</script>
                  ^
              Copy of a source gives text alone. If this source may bring markup of its own, write \
            trust: full below it in data/sources.yaml.\
            """);
  }

  @Test
  void ownCopyAndThatOfTrustedSourcesStaysAsItIs() throws IOException {
    String text = "<script>1</script>\n<iframe src=\"https://e.example/\"></iframe>";
    story("own", "", "A <i>fox</i>", text);
    story("friend", "Friend", "A <i>fox</i>", text);
    assertThat(site.build().problems()).isEmpty();
    assertThat(site.tree().get("own.html")).contains("<h1>A <i>fox</i></h1>", text);
    assertThat(site.tree().get("friend.html")).contains("<h1>A <i>fox</i></h1>", text);
  }

  @Test
  void aSiteThatNamesNoSourcesIsAsItWas() throws IOException {
    site.delete("data/sources.yaml");
    story("a", "wire", "A <i>fox</i>", "<script>1</script>");
    assertThat(site.build().problems()).isEmpty();
    assertThat(site.tree().get("a.html")).contains("<i>fox</i>", "<script>1</script>");
  }

  @Test
  void aTrustThatIsNoneIsAnErrorAndTrustsNobody() throws IOException {
    site.write("data/sources.yaml", "wire: {name: Wire, trust: complete}\n");
    story("a", "wire", "A", "<script>1</script>");
    assertThat(TestSite.codes(site.build(TestSite.keepGoing()))).contains("policy-unknown");
    assertThat(site.tree().getOrDefault("a.html", "")).doesNotContain("<script>");
  }

  @Test
  void thePreviewShowsTheSameTextAndFollowsTheTrustOfASource() throws IOException {
    story("a", "wire", "A <b>fox</b>", "One <i onclick=x>two</i> <script>1</script>\n");
    try (LiveSite live =
        new LiveSite(
            site.folder(), Clock.systemUTC(), Optional.of(zone -> TestSite.NOW), false, 2)) {
      SiteSnapshot proof = live.update(Changes.ALL);
      site.build();
      assertThat(shown(proof)).isEqualTo(site.tree().get("a.html")).doesNotContain("script");
      live.refine();
      assertThat(live.update(Changes.of(Set.of())).problems())
          .extracting(Problem::code)
          .containsExactly("markup-removed", "markup-removed");

      site.write("data/sources.yaml", "wire: {name: Wire, trust: full}\n");
      proof = live.update(Changes.of(Set.of(site.folder().resolve("data/sources.yaml"))));
      site.build();
      assertThat(shown(proof)).isEqualTo(site.tree().get("a.html")).contains("<script>1</script>");
      assertThat(proof.problems()).isEmpty();
    }
  }

  private static String shown(SiteSnapshot proof) throws IOException {
    byte[] bytes = proof.print(proof.page("a.html").orElseThrow()).bytes().orElseThrow();
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void whatNewsTextNeedsStays() throws IOException {
    String text =
        """
        ## Results

        A *close* **race**, [reported](https://e.example/a?b=c&d=e "The race") and [here](../x/y.md).

        | Boat | Time |
        |:-----|-----:|
        | Orca | 1–0  |

        - one
        - two

        > Quote

        <figure><img src="https://e.example/a.jpg" alt="A &quot;boat&quot;" width="10" height="5">\
        <figcaption>At sea <small>Wire</small></figcaption></figure>

        <dl><dt>Term</dt><dd>What <abbr title="it is">i.</abbr></dd></dl>

        Mail <a href="mailto:desk@e.example">us</a>, <a href="tel:+1">call</a>, H<sub>2</sub>O,
        <ins>new</ins> <del>old</del> <time datetime="2026-11-03">today</time>.

        ```java
        int a = 1 < 2;
        ```
        """;
    site.write(
        "jbake.properties",
        "render.archive=false\nrender.feed=false\nmarkdown.extensions=TABLES,FENCED_CODE_BLOCKS\n");
    story("a", "wire", "5 < 6, \"yes\" & it's", text);
    story("b", "", "5 < 6, \"yes\" & it's", text);
    assertThat(site.build().problems()).extracting(Problem::code).containsOnly("link-broken");
    Map<String, String> tree = site.tree();
    assertThat(parsed(tree.get("a.html"))).isEqualTo(parsed(tree.get("b.html")));
  }

  private static String parsed(String page) {
    Document document = Jsoup.parse(page);
    document.outputSettings().prettyPrint(false);
    return document.select("h1, p, main").outerHtml();
  }

  @Test
  void noMixtureOfMarkupBringsMoreThanTextIntoAPlainTemplate() throws IOException {
    Random random = new Random(20261128);
    for (int i = 0; i < 300; i++) {
      hostile("s" + i, random);
    }
    Report report = site.build(TestSite.keepGoing());
    int pages = 0;
    for (Map.Entry<String, String> file : site.tree().entrySet()) {
      if (!file.getKey().startsWith("s")) {
        continue;
      }
      pages++;
      Document page = Jsoup.parse(file.getValue());
      String name = file.getKey();
      assertThat(page.select("main")).as(name).hasSize(2);
      assertThat(page.body().children().last().outerHtml())
          .isEqualTo("<footer>From Wire.</footer>");
      assertThat(page.select("h1").first().children()).as(name).isEmpty();
      // A quote may end the attribute, but without an equals sign nothing behind it has a value.
      assertThat(page.select("#lead").first().attributes().asList())
          .filteredOn(it -> !it.getKey().equals("id") && !it.getKey().equals("title"))
          .as(name)
          .allMatch(it -> it.getValue().isEmpty());
      assertThat(page.select("#lead *, .values *, head *")).as(name).isEmpty();
      page.select("main").forEach(main -> assertAllowed(name, main));
    }
    assertThat(pages).as("%s", report.problems()).isGreaterThan(250);
  }

  @Test
  void noMixtureOfMarkupBringsMoreThanTextIntoTheThemeAndTheFeeds(@TempDir Path folder)
      throws IOException {
    copy(Path.of("templates"), folder.resolve("templates"));
    copy(Path.of("data"), folder.resolve("data"));
    site = new TestSite(folder);
    copy(Path.of("templates"), folder.resolve("templates"));
    Files.copy(
        Path.of("jbake.properties"),
        folder.resolve("jbake.properties"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    Files.delete(folder.resolve("data/front.yaml"));
    site.write("assets/img/logo.png", Files.readAllBytes(Path.of("assets/img/logo.png")));
    Random random = new Random(6);
    for (int i = 0; i < 60; i++) {
      hostile("s" + i, random, "meridian", "section: town\n");
    }
    Report report = site.build(TestSite.keepGoing());
    int pages = 0;
    for (Map.Entry<String, String> file : site.tree().entrySet()) {
      String name = file.getKey();
      String text = new String(file.getValue().getBytes(StandardCharsets.ISO_8859_1), "UTF-8");
      if (name.endsWith(".html")) {
        Document page = Jsoup.parse(text);
        assertNothingRuns(name, page);
        page.select("article.story > .body").forEach(body -> assertAllowed(name, body));
        pages += page.select("article.story > .body").size();
      } else if (name.endsWith(".json")) {
        assertThat(text).as(name).doesNotContainIgnoringCase("<script", "<iframe", "<style");
      }
    }
    assertThat(pages).as("%s", report.problems()).isGreaterThan(40);
  }

  /** Scripts of the theme are data, and none of its elements has a handler. */
  private static void assertNothingRuns(String name, Document page) {
    for (Element element : page.getAllElements()) {
      if (element.normalName().equals("script")) {
        assertThat(element.attr("type")).as(name).isEqualTo("application/ld+json");
        assertThat(JSONValue.parse(element.data())).as(name).isNotNull();
      }
      assertThat(Set.of("iframe", "object", "embed", "base", "style", "svg", "math", "template"))
          .as(name)
          .doesNotContain(element.normalName());
      for (Attribute attribute : element.attributes()) {
        assertThat(attribute.getKey()).as(name).doesNotStartWith("on");
      }
    }
  }

  private static void assertAllowed(String name, Element root) {
    for (Element element : root.getAllElements()) {
      for (Node node : element.childNodes()) {
        assertThat(node).as(name).isNotInstanceOf(Comment.class);
      }
      if (element == root) {
        continue;
      }
      assertThat(ELEMENTS).as(name).contains(element.tagName());
      for (Attribute attribute : element.attributes()) {
        String key = attribute.getKey();
        String value = attribute.getValue();
        assertThat(ATTRIBUTES).as(name + " " + element.tagName()).contains(key);
        if (key.equals("class") && !value.startsWith("language-")) {
          assertThat(CLASSES).as(name).contains(value);
        }
        if (key.equals("href") || key.equals("src") || key.equals("cite")) {
          String address =
              value.replaceAll("[\\p{Cntrl}\\p{Z}\\p{Cf}]", "").toLowerCase(Locale.ROOT);
          if (address.matches("[^/?#]*:.*")) {
            assertThat(SCHEMES).as(name + " " + value).contains(address.split(":")[0]);
          }
        }
      }
    }
  }

  private void hostile(String name, Random random) {
    hostile(name, random, "wire", "");
  }

  private void hostile(String name, Random random, String source, String more) {
    String header =
        header(source, soup(random, 4).replaceAll("[\\p{Cntrl}]", " ") + "x")
            + more
            + (random.nextInt(3) > 0 ? line("summary", random) : "")
            + line("dateline", random)
            + line("kicker", random)
            + "tags: ["
            + quoted("t" + soup(random, 2).replaceAll("[\\p{Cntrl}]", ""))
            + "]\nauthors: ["
            + quoted(soup(random, 2).replaceAll("[\\p{Cntrl}]", " "))
            + "]\nimage: {src: none.jpg, caption: "
            + quoted(soup(random, 3).replaceAll("[\\p{Cntrl}]", " "))
            + "}\n";
    site.write(
        "content/" + name + ".md", header + "---\n\n" + soup(random, 1 + random.nextInt(12)));
  }

  private static String line(String key, Random random) {
    return key + ": " + quoted(soup(random, 3).replaceAll("[\\p{Cntrl}]", " ")) + "\n";
  }

  /** A text in the double quotes of YAML. */
  private static String quoted(String text) {
    return JSONValue.toJSONString(text).replace("\\/", "/");
  }

  private static String soup(Random random, int most) {
    StringBuilder soup = new StringBuilder();
    for (int i = 0; i < most; i++) {
      String piece = SOUP.get(random.nextInt(SOUP.size()));
      // A cut piece leaves a tag or a quote open.
      int cut = random.nextInt(5) == 0 ? random.nextInt(piece.length() + 1) : piece.length();
      soup.append(piece, 0, cut);
    }
    return soup.toString();
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
