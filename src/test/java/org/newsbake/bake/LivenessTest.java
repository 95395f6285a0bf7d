package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.Trials;

/**
 * What is not live appears nowhere: every article carries a word of its own in all that it says,
 * and the whole output is searched for the words.
 */
class LivenessTest {

  private static final List<String> WORDS =
      List.of("draftling", "scheduling", "embargoling", "expiring", "killing", "living");

  private TestSite site;

  @BeforeEach
  void makeSite(@TempDir Path folder) {
    site = new TestSite(folder);
    String list =
        "<#list published_posts as p>${p.story.title} ${p.story.uri} ${p.story.summary}</#list>";
    String listing = "<#list listing.stories as p>${p.title} ${p.story.body}</#list>";
    for (Map.Entry<String, String> template :
        Map.of(
                "post.ftl",
                "${content.title} ${content.story.json_ld} ${content.story.body}"
                    + "<#if content.previousContent??>${content.previousContent.title}</#if>"
                    + "<#list content.related as r>${r.title} ${r.uri}</#list>",
                "front.ftl",
                "<#list front.latest + front.top as p>${p.title}</#list>${(front.lead.title)!}",
                "index.ftl",
                list,
                "tags.ftl",
                listing,
                "group.ftl",
                listing,
                "corrections.ftl",
                "<#list newsroom.corrections as c>${c.text}${c.story.title}</#list>",
                "withdrawn.ftl",
                "withdrawn",
                "tags-index.ftl",
                "<#list newsroom.topics as t>${t.name}</#list>")
            .entrySet()) {
      site.write("templates/" + template.getKey(), template.getValue());
    }
    site.write(
        "jbake.properties",
        """
        site.host=https://paper.example
        site.title=Paper
        render.archive=false
        render.feed=false
        render.tagsindex=true
        index.file=all.html
        permalink=/:section/:slug/
        template.front.file=front.ftl
        template.section.file=group.ftl
        template.author.file=group.ftl
        template.source.file=group.ftl
        template.date.file=group.ftl
        template.latest.file=group.ftl
        template.corrections.file=corrections.ftl
        template.withdrawn.file=withdrawn.ftl
        feed.formats=rss,atom,json
        render.sitemaps=true
        render.newssitemap=true
        render.robots=true
        render.hostfiles=redirects,headers,htaccess,nginx-redirects,nginx-gone
        """);
    article("draftling", "status: draft\n");
    article("scheduling", "date: 2026-12-01T00:00:00Z\n");
    article("embargoling", "embargo: 2026-12-01T00:00:00Z\n");
    article("expiring", "expires: 2026-12-01T00:00:00Z\n");
    article("killing", "killed: 2026-12-01T00:00:00Z\n");
    article("living", "related: [2026/killing.md, 2026/embargoling.md, 2026/expiring.md]\n");
  }

  private void article(String word, String more) {
    String header =
        (more.startsWith("status") ? "" : "status: published\n")
            + (more.startsWith("date") ? "" : "date: 2026-11-01T00:00:00Z\n")
            + more;
    site.write(
        "content/2026/" + word + ".md",
        "---\ntype: post\n"
            + header
            + """
            title: T WORD
            slug: s-WORD
            summary: S WORD
            section: WORD section
            tags: [WORD-tag, common]
            author: A WORD
            dateline: WORD
            guid: urn:WORD
            aliases: [/old/WORD]
            image:
              src: img/WORD.jpg
              alt: WORD
              caption: WORD
            corrections:
              - date: 2026-11-02T00:00:00Z
                text: C WORD
            ---
            Body WORD.

            ![WORD](inline-WORD.png)
            """
                .replace("WORD", word));
    site.write("assets/img/" + word + ".jpg", "picture " + word);
    site.write("content/2026/inline-" + word + ".png", "picture " + word);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-30T23:59:59Z, living expiring killing",
    "2026-12-01T00:00:00Z, living scheduling embargoling",
    "2027-06-01T00:00:00Z, living scheduling embargoling",
  })
  void theWordsOfTheLiveArticlesAndNoOthersAreInTheOutput(Instant instant, String live)
      throws IOException {
    Report report = site.build(TestSite.at(instant, 2));
    assertThat(report.errors()).as(report.problems().toString()).isZero();
    Map<String, String> tree = site.tree();
    for (String word : WORDS) {
      Optional<String> file =
          tree.entrySet().stream()
              .flatMap(entry -> traces(entry.getKey(), entry.getValue(), word))
              .findFirst();
      if (List.of(live.split(" ")).contains(word)) {
        assertThat(file).as(word).isPresent();
      } else {
        assertThat(file).as(word).isEmpty();
      }
    }
  }

  /**
   * Stories with random instants at all four keys, at random instants and right at theirs.
   *
   * <p>{@code -Dnewsbake.trials.liveness=1000} tries more.
   */
  @Test
  void noStoryIsLiveBeforeItsTimeOrAfterIt() throws IOException {
    for (long seed : Trials.seeds("liveness", 5).toArray()) {
      Random random = new Random(seed);
      Map<String, Window> windows = new TreeMap<>();
      List<Instant> edges = new ArrayList<>();
      for (String word : WORDS) {
        Window window = Window.random(random, edges);
        windows.put(word, window);
        article(word, window.header());
      }
      for (int i = 0; i < 3; i++) {
        Instant edge = edges.get(random.nextInt(edges.size()));
        Instant now =
            switch (random.nextInt(3)) {
              case 0 -> edge;
              case 1 -> edge.minusSeconds(1);
              default -> Window.instant(random);
            };
        Report report = site.build(TestSite.at(now, 2));
        assertThat(report.written()).as("seed %d: %s", seed, report.problems()).isPresent();
        Map<String, String> tree = site.tree();
        windows.forEach(
            (word, window) -> {
              List<String> files =
                  tree.entrySet().stream()
                      .flatMap(file -> traces(file.getKey(), file.getValue(), word))
                      .toList();
              assertThat(!files.isEmpty())
                  .as("seed %d, %s at %s: %s %s", seed, word, now, window, files)
                  .isEqualTo(window.isLive(now));
            });
      }
    }
  }

  /** When a story is live, by its keys; all but the date may be missing. */
  private record Window(
      Instant date,
      Optional<Instant> embargo,
      Optional<Instant> expires,
      Optional<Instant> killed) {

    static Window random(Random random, List<Instant> edges) {
      Window window = new Window(instant(random), maybe(random), maybe(random), maybe(random));
      edges.add(window.date);
      Stream.of(window.embargo, window.expires, window.killed)
          .flatMap(Optional::stream)
          .forEach(edges::add);
      return window;
    }

    private static Optional<Instant> maybe(Random random) {
      return random.nextInt(3) == 0 ? Optional.of(instant(random)) : Optional.empty();
    }

    /** Of two weeks, in some of them one and the same. */
    static Instant instant(Random random) {
      Instant start = Instant.parse("2026-11-20T00:00:00Z");
      return start.plusSeconds(
          random.nextBoolean() ? random.nextInt(14) * 86_400L : random.nextInt(14 * 86_400));
    }

    String header() {
      StringBuilder header = new StringBuilder("date: " + date + "\n");
      embargo.ifPresent(it -> header.append("embargo: ").append(it).append('\n'));
      expires.ifPresent(it -> header.append("expires: ").append(it).append('\n'));
      killed.ifPresent(it -> header.append("killed: ").append(it).append('\n'));
      return header.toString();
    }

    boolean isLive(Instant now) {
      return !now.isBefore(date)
          && !embargo.filter(now::isBefore).isPresent()
          && expires.filter(it -> !now.isBefore(it)).isEmpty()
          && killed.filter(it -> !now.isBefore(it)).isEmpty();
    }
  }

  /** The files that hold a word, but for the bare addresses of an article that is withdrawn. */
  private static Stream<String> traces(String path, String text, String word) {
    String address = word + "-section/s-" + word + "/";
    String alias = "old/" + word;
    boolean host =
        path.startsWith("_redirects") || path.startsWith("nginx-gone") || path.equals(".htaccess");
    String rest = host ? text.replace(address, "").replace(alias, "") : text;
    boolean withdrawn =
        List.of(address + "index.html", alias + "/index.html").contains(path)
            && text.equals("withdrawn");
    String name = withdrawn ? "" : path;
    return rest.contains(word) || name.contains(word) ? Stream.of(path) : Stream.empty();
  }

  @Test
  void aWithdrawnArticlesAddressIsGoneForHosts() throws IOException {
    site.build(TestSite.at(Instant.parse("2026-12-02T00:00:00Z"), 2));
    Map<String, String> tree = site.tree();
    assertThat(tree.get("killing-section/s-killing/index.html")).isEqualTo("withdrawn");
    assertThat(tree.get("410.html")).isEqualTo("withdrawn");
    assertThat(tree.get("_redirects"))
        .contains("/killing-section/s-killing/ /killing-section/s-killing/ 410!\n")
        .contains("/expiring-section/s-expiring/ /expiring-section/s-expiring/ 410!\n");
    assertThat(tree.get("nginx-gone.map")).contains("\"/killing-section/s-killing/\" 1;\n");
    assertThat(tree.get(".htaccess"))
        .contains("RedirectMatch 410 \"^/killing-section/s-killing/(index\\.html)?$\"");
  }

  @Test
  void theFormerAddressesOfAWithdrawnArticleAreGoneToo() throws IOException {
    site.build(TestSite.at(Instant.parse("2026-12-02T00:00:00Z"), 2));
    Map<String, String> tree = site.tree();
    assertThat(tree.get("old/killing/index.html")).isEqualTo("withdrawn");
    assertThat(tree.get("_redirects"))
        .contains("/old/killing /old/killing 410!\n")
        .contains("/old/expiring /old/expiring 410!\n")
        .contains("/old/living /living-section/s-living/ 301!\n")
        .doesNotContain("draftling");
    assertThat(tree.get("nginx-gone.map"))
        .contains("\"/old/killing\" 1;\n\"/old/killing/\" 1;\n\"/old/killing/index.html\" 1;\n");
    assertThat(tree.get(".htaccess"))
        .contains("RedirectMatch 410 \"^/old/killing(/(index\\.html)?)?$\"\n");
  }

  @Test
  void aFormerAddressThatALiveStoryTookIsNotGone() throws IOException {
    site.write(
        "content/2026/heiring.md",
        "---\ntype: post\ntitle: Heir\nstatus: published\ndate: 2026-11-03\n"
            + "aliases: [/old/killing/]\n---\nHeir\n");
    assertThat(site.build(TestSite.at(Instant.parse("2026-12-02T00:00:00Z"), 2)).errors()).isZero();
    assertThat(site.tree().get("old/killing/index.html")).contains("/heiring/");
    assertThat(site.tree().get("_redirects")).doesNotContain("/old/killing 410");
  }

  @Test
  void anUpdateIsToldFromItsInstantOn() throws IOException {
    site.write("templates/post.ftl", "${(content.story.updated?datetime?iso_utc)!'never'}");
    article("living", "updated: 2026-11-30T12:00:00Z\n");
    Report early = site.build(TestSite.at(Instant.parse("2026-11-30T11:59:59Z"), 2));
    assertThat(early.problems())
        .containsExactly(
            new Problem(
                Severity.WARNING,
                "updated-early",
                new SourceLocation("content/2026/living.md", 5, 1),
                "updated is to come, but the text is shown already, as one without an update.",
                "Write when the text changed; a text to come belongs into an article with an"
                    + " embargo, or into the site when it is due.",
                "updated: 2026-11-30T12:00:00Z"));
    assertThat(site.tree().get("living-section/s-living/index.html")).isEqualTo("never");
    assertThat(site.tree().get("atom.xml")).doesNotContain("2026-11-30");
    Report due = site.build(TestSite.at(Instant.parse("2026-11-30T12:00:00Z"), 2));
    assertThat(due.problems()).isEmpty();
    assertThat(site.tree().get("living-section/s-living/index.html"))
        .isEqualTo("2026-11-30T12:00:00Z");
    assertThat(site.tree().get("atom.xml")).contains("2026-11-30T12:00:00Z");
  }

  @Test
  void whatIsAbsentIsCountedByItsReason() throws IOException {
    assertThat(site.build(TestSite.at(Instant.parse("2026-12-02T00:00:00Z"), 2)).absent())
        .isEqualTo(Map.of("draft", 1, "expired", 1, "killed", 1));
    assertThat(site.build(TestSite.at(Instant.parse("2026-11-02T00:00:00Z"), 2)).absent())
        .isEqualTo(Map.of("draft", 1, "scheduled", 1, "embargoed", 1));
  }
}
