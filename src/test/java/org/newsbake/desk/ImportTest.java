package org.newsbake.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.article.ArticleFile;
import org.newsbake.desk.ImportReport.Outcome;
import org.newsbake.edition.Entity;
import org.newsbake.edition.ImportRules;

class ImportTest {

  private static final Path FIXTURES = Path.of("src/test/resources/wire");
  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  @TempDir Path temp;

  /** A newsroom whose source publishes, but for terms that no rule allows. */
  private Path newsroom(String name) throws IOException {
    Path site = temp.resolve(name);
    Files.createDirectories(site.resolve("content"));
    Files.createDirectories(site.resolve("data"));
    Files.createDirectories(site.resolve("templates"));
    Files.writeString(site.resolve("jbake.properties"), "site.kind=newsroom\n");
    Files.writeString(
        site.resolve("data/sources.yaml"),
        """
        wire:
          name: The Wire
          import: {status: published}
          contract:
            terms:
              - allow: Use only with the written agreement
              - allow: Nutzung nur nach schriftlicher Vereinbarung
        """);
    return site;
  }

  private static ImportReport run(Path site, Path... files) throws IOException {
    return new Import(site, "wire", false, NOW).files(List.of(files));
  }

  /** The fixtures without what is expected of them. */
  private Path incoming() throws IOException {
    Path incoming = temp.resolve("incoming");
    try (Stream<Path> files = Files.walk(FIXTURES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.toString().endsWith(".expected.json")) {
          Path copy = incoming.resolve(FIXTURES.relativize(file));
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
    return incoming;
  }

  private static Path fixture(String name) {
    return FIXTURES.resolve(name);
  }

  /** Every file below a folder, by its path. */
  private static Map<String, String> tree(Path folder) throws IOException {
    Map<String, String> tree = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          tree.put(
              folder.relativize(file).toString(),
              new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
      }
    }
    return tree;
  }

  /** The articles by their guids. */
  private static Map<String, String> articles(Path site) throws IOException {
    Map<String, String> articles = new TreeMap<>();
    try (Stream<Path> files = Files.walk(site.resolve("content"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".md")).toList()) {
        String text = Files.readString(file);
        String before = articles.put(ArticleFile.read(text).orElseThrow().string("guid"), text);
        assertThat(before).as("two articles of one guid").isNull();
      }
    }
    return articles;
  }

  private static ArticleFile only(Path site) throws IOException {
    Map<String, String> articles = articles(site);
    assertThat(articles).hasSize(1);
    return ArticleFile.read(articles.values().iterator().next()).orElseThrow();
  }

  private static List<List<Path>> orders(List<Path> files) {
    if (files.size() <= 1) {
      return List.of(files);
    }
    List<List<Path>> orders = new ArrayList<>();
    for (Path first : files) {
      List<Path> rest = new ArrayList<>(files);
      rest.remove(first);
      for (List<Path> order : orders(rest)) {
        List<Path> whole = new ArrayList<>(List.of(first));
        whole.addAll(order);
        orders.add(whole);
      }
    }
    return orders;
  }

  /** The same files in any order, one by one and twice, give the same articles. */
  private void sameInAnyOrder(String... names) throws IOException {
    List<Path> files = Stream.of(names).map(ImportTest::fixture).toList();
    Path together = newsroom("together");
    run(together, files.toArray(Path[]::new));
    Map<String, String> expected = articles(together);
    int number = 0;
    for (List<Path> order : orders(files)) {
      Path site = newsroom("order" + number++);
      for (Path file : order) {
        run(site, file);
      }
      assertThat(articles(site)).as(order.toString()).isEqualTo(expected);
      Map<String, String> content = tree(site.resolve("content"));
      run(site, order.toArray(Path[]::new));
      assertThat(tree(site.resolve("content"))).isEqualTo(content);
    }
  }

  @Test
  void aStoryBecomesAnArticle() throws IOException {
    Path site = newsroom("site");
    ImportReport report = run(site, fixture("g2/chain-1.xml"));
    assertThat(report.lines())
        .extracting(ImportReport.Line::outcome)
        .containsExactly(Outcome.CREATED);
    assertThat(report.needsPerson()).isFalse();
    Path file =
        site.resolve(
            "content/2026/01/lady-anstruther-returns-to-the-tarrow-run-after-nine-weeks.md");
    ArticleFile article = ArticleFile.read(Files.readString(file)).orElseThrow();
    assertThat(article.string("title"))
        .isEqualTo("Lady Anstruther returns to the Tarrow run after nine weeks");
    assertThat(article.string("status")).isEqualTo("published");
    assertThat(article.string("source")).isEqualTo("wire");
    assertThat(article.string("version")).isEqualTo("678556838");
    assertThat(article.value("authors")).hasValue(List.of("Ansel Quillfeather"));
    assertThat(article.body()).startsWith("\nSALTMERE, Jan 4 (Northwind) - Saltmere’s night ferry");
  }

  @Test
  void originalsAreKeptByteForByte() throws IOException {
    Path site = newsroom("site");
    run(site, fixture("iptc7901/latin1-refile.txt"));
    String bytes =
        new String(
            Files.readAllBytes(fixture("iptc7901/latin1-refile.txt")), StandardCharsets.ISO_8859_1);
    assertThat(tree(site.resolve("wire/wire/originals"))).containsValue(bytes);
  }

  @Test
  void aChainOfVersionsEndsKilledInEveryOrder() throws IOException {
    sameInAnyOrder("g2/chain-1.xml", "g2/chain-2.xml", "g2/chain-3.xml");
    assertThat(only(temp.resolve("together")).string("killed")).isEqualTo("true");
  }

  @Test
  void aCorrectionReplacesTheEmbargoedStoryInEveryOrder() throws IOException {
    sameInAnyOrder("g2/embargo.xml", "g2/correction.xml");
    ArticleFile article = only(temp.resolve("together"));
    assertThat(article.string("version")).isEqualTo("2");
    assertThat(article.has("embargo")).isFalse();
    assertThat(article.body()).contains("150 Menschen").doesNotContain("140");
  }

  @Test
  void revisionsOfNewsMlEndCanceledInEveryOrder() throws IOException {
    sameInAnyOrder("newsml1/nitf-inside.xml", "newsml1/revision-2.xml", "newsml1/canceled.xml");
    assertThat(only(temp.resolve("together")).string("killed")).isEqualTo("true");
  }

  @Test
  void anAdvisoryInWordsKillsItsStoryInEveryOrder() throws IOException {
    sameInAnyOrder("anpa/writethru.tst", "anpa/kill.tst", "anpa/add.tst");
    assertThat(only(temp.resolve("together")).string("killed")).isEqualTo("true");
  }

  @Test
  void messagesAreKilledByTheirNumber() throws IOException {
    sameInAnyOrder("iptc7901/notebook.txt", "iptc7901/kill.txt", "iptc7901/no-controls.txt");
    Map<String, String> articles = articles(temp.resolve("together"));
    assertThat(articles.get("iptc7901:Halvane-wall:2026-11-13")).contains("killed: true");
    assertThat(articles.get("iptc7901:museum/Halvane/globe:2026-12-10")).doesNotContain("killed");
  }

  @Test
  void aPackageGivesPictureAndTermsInEveryOrder() throws IOException {
    sameInAnyOrder("g2/package/story.xml", "g2/package/picture.xml", "g2/package/package.xml");
    ArticleFile article = only(temp.resolve("together"));
    assertThat(article.string("image")).contains("Northwind");
    // NO ARCHIVAL USE is a term that no rule of this source allows.
    assertThat(article.string("status")).isEqualTo("draft");
  }

  @Test
  void aPictureKeepsTheEndOfItsRights() throws IOException {
    Path incoming = Files.createDirectories(temp.resolve("expiring"));
    String picture = "tag_northwind.example_2026_binary_GLOBE0F0MS-BASEIMAGE.jpg";
    for (String name : List.of("story.xml", "picture.xml", "package.xml", picture)) {
      byte[] bytes = Files.readAllBytes(fixture("g2/package/" + name));
      if (name.equals("picture.xml")) {
        String xml = new String(bytes, StandardCharsets.UTF_8);
        bytes =
            xml.replace("</itemMeta>", "<expires>2027-01-02T03:04:05Z</expires></itemMeta>")
                .getBytes(StandardCharsets.UTF_8);
      }
      Files.write(incoming.resolve(name), bytes);
    }
    Path site = newsroom("site");
    run(site, incoming);
    ArticleFile article = only(site);
    assertThat(article.string("image")).contains("expires=2027-01-02T03:04:05Z");
    assertThat(article.has("expires")).isFalse();
  }

  @Test
  void whatIsNotRememberedIsReadAgainAndGivesTheSame() throws IOException {
    Path incoming = incoming();
    Path remembering = newsroom("remembering");
    ImportReport first = run(remembering, incoming);
    Path forgetful = newsroom("forgetful");
    Entity source =
        new Entity(
            "wire",
            "The Wire",
            Map.of(
                "import",
                Map.of("status", "published"),
                "contract",
                Map.of(
                    "terms",
                    List.of(
                        Map.of("allow", "Use only with the written agreement"),
                        Map.of("allow", "Nutzung nur nach schriftlicher Vereinbarung")))));
    Copy copy = new Copy("wire", ImportRules.of(source), ZoneOffset.UTC);
    try (WireStore store = WireStore.open(forgetful, "wire", false)) {
      ImportReport second =
          new Importer(store, forgetful.resolve("content"), copy, NOW, false, 0)
              .run(List.of(incoming));
      assertThat(second.lines()).isEqualTo(first.lines());
    }
    assertThat(tree(forgetful.resolve("content"))).isEqualTo(tree(remembering.resolve("content")));
    assertThat(tree(forgetful.resolve("wire"))).isEqualTo(tree(remembering.resolve("wire")));
  }

  @Test
  void theReportSaysWhatWasLeftOut() throws IOException {
    ImportReport report = run(newsroom("site"), incoming());
    assertThat(report.lines()).anyMatch(it -> !it.remarks().isEmpty());
    ImportReport.Line line =
        report.lines().stream().filter(it -> !it.remarks().isEmpty()).findFirst().orElseThrow();
    assertThat(line.toString()).contains("\n  remark: ");
    assertThat(line.json()).contains("\"remarks\":\"");
  }

  @Test
  void allFixturesTwiceChangeNothing() throws IOException {
    Path site = newsroom("site");
    Path incoming = incoming();
    ImportReport first = run(site, incoming);
    assertThat(first.counts().values().stream().mapToLong(Long::longValue).sum())
        .isEqualTo(first.lines().size());
    Map<String, String> content = tree(site.resolve("content"));
    ImportReport second = run(site, incoming);
    assertThat(tree(site.resolve("content"))).isEqualTo(content);
    assertThat(second.lines())
        .extracting(ImportReport.Line::outcome)
        .doesNotContain(Outcome.CREATED, Outcome.REPLACED, Outcome.MERGE);
  }

  @Test
  void nothingForEditorsIsInAnArticle() throws IOException {
    Path site = newsroom("site");
    run(site, incoming());
    for (String article : tree(site.resolve("content")).values()) {
      assertThat(article)
          .doesNotContain(
              "Ring the shop",
              "Wait for the lawyers",
              "hold for Friday",
              "Notizblock",
              "Kontakte",
              "wieck.jost",
              "Wolf Schmied",
              "do not use before",
              "Eds:",
              "Adds the dealers",
              "POOL PHOTO",
              "corrected version follows",
              "third and last part");
    }
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    Path site = newsroom("site");
    Path incoming = incoming();
    Map<String, String> before = tree(site);
    ImportReport dry = new Import(site, "wire", true, NOW).files(List.of(incoming));
    assertThat(tree(site)).isEqualTo(before);
    ImportReport real = run(site, incoming);
    assertThat(dry.lines()).isEqualTo(real.lines());
  }

  @Test
  void anEditedArticleIsNeverOverwritten() throws IOException {
    Path site = newsroom("site");
    run(site, fixture("g2/chain-1.xml"));
    Path file =
        site.resolve(
            "content/2026/01/lady-anstruther-returns-to-the-tarrow-run-after-nine-weeks.md");
    String edited = Files.readString(file).replace("some of them with sheep", "some with sheep");
    Files.writeString(file, edited);
    ImportReport report = run(site, fixture("g2/chain-2.xml"));
    assertThat(report.lines())
        .extracting(ImportReport.Line::outcome)
        .containsExactly(Outcome.MERGE);
    assertThat(report.needsPerson()).isTrue();
    assertThat(Files.readString(file)).isEqualTo(edited);

    ImportReport merged = new Import(site, "wire", false, NOW).take(file, "merge");
    assertThat(merged.lines())
        .extracting(ImportReport.Line::outcome)
        .containsExactly(Outcome.REPLACED);
    assertThat(Files.readString(file)).contains("some with sheep").contains("2.6 million marks");
    assertThat(run(site, fixture("g2/chain-2.xml")).needsPerson()).isFalse();

    run(site, fixture("g2/chain-3.xml"));
    assertThat(Files.readString(file)).contains("killed: true").contains("some with sheep");
  }

  @Test
  void whatTheNewsroomSaysSurvivesANewVersion() throws IOException {
    Path site = newsroom("site");
    run(site, fixture("g2/chain-1.xml"));
    Path file =
        site.resolve(
            "content/2026/01/lady-anstruther-returns-to-the-tarrow-run-after-nine-weeks.md");
    Files.writeString(
        file,
        Files.readString(file)
            .replaceFirst("status: published", "status: draft\nsection: town # ours\npin: 3"));
    run(site, fixture("g2/chain-2.xml"));
    assertThat(Files.readString(file))
        .contains("status: draft\n")
        .contains("section: town # ours\n")
        .contains("pin: 3\n")
        .contains("version: \"1042761538\"")
        .contains("2.6 million marks");
  }

  @Test
  void anAdvisoryWithoutAStoryWaitsForIt() throws IOException {
    Path site = newsroom("site");
    ImportReport report = run(site, fixture("anpa/kill.tst"));
    assertThat(report.needsPerson()).isTrue();
    assertThat(articles(site)).isEmpty();
    run(site, fixture("anpa/writethru.tst"));
    assertThat(only(site).string("killed")).isEqualTo("true");
  }

  @Test
  void aUsableVersionAfterAKillIsADraft() throws IOException {
    Path site = newsroom("site");
    Path later = temp.resolve("later.xml");
    Files.writeString(
        later,
        Files.readString(fixture("g2/chain-2.xml"))
            .replace("version=\"1042761538\"", "version=\"1942761538\""));
    run(site, later);
    assertThat(only(site).string("status")).isEqualTo("published");
    run(site, fixture("g2/chain-3.xml"));
    assertThat(only(site).string("status")).isEqualTo("draft");
    assertThat(only(site).has("killed")).isFalse();
  }

  @Test
  void whatIsWithheldIsNotLiveUntilAUsableVersionComes() throws IOException {
    Path site = newsroom("site");
    String withheld = Files.readString(fixture("g2/withheld.xml"));
    Path first = temp.resolve("first.xml");
    Path third = temp.resolve("third.xml");
    Files.writeString(
        first,
        withheld
            .replace("stat:withheld", "stat:usable")
            .replace(" version=\"3\"", " version=\"2\""));
    Files.writeString(
        third,
        withheld
            .replace("stat:withheld", "stat:usable")
            .replace(" version=\"3\"", " version=\"4\""));
    run(site, first);
    assertThat(only(site).string("status")).isEqualTo("published");
    run(site, fixture("g2/withheld.xml"));
    assertThat(only(site).string("status")).isEqualTo("draft");
    run(site, third);
    assertThat(only(site).string("status")).isEqualTo("published");
  }

  @Test
  void termsThatNoRuleAllowsMakeADraft() throws IOException {
    Path site = newsroom("site");
    ImportReport report = run(site, fixture("ninjs/1-associations.json"));
    assertThat(only(site).string("status")).isEqualTo("draft");
    assertThat(report.lines().get(0).why())
        .contains("terms that no rule allows: Not for the Tarrow Gazette");
    assertThat(report.needsPerson()).isTrue();
  }

  @Test
  void twoStoriesOfOneHeadlineGetTwoFiles() throws IOException {
    Path site = newsroom("site");
    run(site, fixture("g2/two-items-nitf.xml"), fixture("ap-json/story.json"));
    assertThat(tree(site.resolve("content")).keySet())
        .contains(
            "2026/02/port-ellery-council-votes-to-raise-the-sea-wall-by-a-metre.md",
            "2026/06/port-ellery-council-votes-to-raise-the-sea-wall-by-a-metre.md");
  }

  @Test
  void aRunThatWasKilledIsFinishedByTheNext() throws IOException {
    Path site = newsroom("site");
    run(site, fixture("g2/chain-1.xml"));
    Map<String, String> whole = tree(site.resolve("content"));
    Path ledger = site.resolve("wire/wire/ledger.jsonl");
    String lines = Files.readString(ledger);
    Path file = site.resolve("content").resolve(whole.keySet().iterator().next());
    // Killed after any byte of the ledger, with or without the article.
    for (int length = 0; length < lines.length(); length += 151) {
      for (boolean there : new boolean[] {false, true}) {
        Files.writeString(ledger, lines.substring(0, length));
        Files.deleteIfExists(file);
        if (there && lines.substring(0, length).matches("(?s).*\"article\".*\n.*")) {
          Files.write(file, whole.values().iterator().next().getBytes(StandardCharsets.ISO_8859_1));
        }
        run(site, fixture("g2/chain-1.xml"));
        assertThat(tree(site.resolve("content"))).as("%d", length).isEqualTo(whole);
      }
    }
  }

  @Test
  void twoImportersDoNotMeet() throws IOException {
    Path site = newsroom("site");
    try (WireStore store = WireStore.open(site, "wire", false)) {
      assertThat(store.receipts()).isEmpty();
      ImportReport report = run(site, fixture("g2/chain-1.xml"));
      assertThat(report.problems()).extracting(it -> it.code()).containsExactly("import-busy");
    }
  }

  private static void rule(Path site, String rule) throws IOException {
    Path sources = site.resolve("data/sources.yaml");
    Files.writeString(
        sources,
        Files.readString(sources).replace("{status: published", "{status: published, " + rule));
  }

  private static ImportReport on(Path site, String day, Path... files) throws IOException {
    Instant now = Instant.parse(day + "T09:00:00Z");
    return new Import(site, "wire", false, now).files(List.of(files));
  }

  private static Map<String, String> originals(Path site) throws IOException {
    return tree(site.resolve("wire/wire/originals"));
  }

  @Test
  void originalsGoAfterTheTimeThatTheyAreKeptAndAllElseStays() throws IOException {
    Path site = newsroom("site");
    rule(site, "keep: 90d");
    on(site, "2026-01-01", fixture("g2/chain-1.xml"));
    on(site, "2026-03-01", fixture("anpa/writethru.tst"));
    Map<String, String> content = tree(site.resolve("content"));
    String ledger = Files.readString(site.resolve("wire/wire/ledger.jsonl"));
    on(site, "2026-04-01", fixture("anpa/writethru.tst"));
    assertThat(originals(site)).as("90 days").hasSize(2);
    on(site, "2026-04-02", fixture("anpa/writethru.tst"));
    assertThat(originals(site)).as("91 days").hasSize(1);
    assertThat(tree(site.resolve("content"))).isEqualTo(content);
    assertThat(Files.readString(site.resolve("wire/wire/ledger.jsonl"))).startsWith(ledger);
  }

  @Test
  void whatComesAgainKeepsTheOriginalsOfItsStory() throws IOException {
    Path site = newsroom("site");
    rule(site, "keep: 90d");
    on(site, "2026-01-01", fixture("g2/chain-1.xml"));
    on(site, "2026-03-20", fixture("g2/chain-2.xml"));
    on(site, "2026-05-01", fixture("anpa/writethru.tst"));
    assertThat(originals(site)).hasSize(3);
  }

  @Test
  void aStoryIsKilledWithoutItsOriginal() throws IOException {
    Path site = newsroom("site");
    rule(site, "keep: 1d");
    on(site, "2026-01-01", fixture("anpa/writethru.tst"));
    on(site, "2026-03-01", fixture("g2/chain-1.xml"));
    assertThat(originals(site)).hasSize(1);
    ImportReport report = on(site, "2026-03-02", fixture("anpa/kill.tst"));
    assertThat(report.lines()).extracting(ImportReport.Line::outcome).contains(Outcome.KILLED);
    assertThat(articles(site).values()).anyMatch(it -> it.contains("killed: true"));
    ImportReport again = on(site, "2026-03-03", fixture("anpa/writethru.tst"));
    assertThat(again.lines()).extracting(ImportReport.Line::outcome).contains(Outcome.KILLED);
    assertThat(articles(site).values()).anyMatch(it -> it.contains("killed: true"));
  }

  @Test
  void anOlderVersionThatComesLateChangesNothingWithoutTheOriginalOfTheNewer() throws IOException {
    Path site = newsroom("site");
    rule(site, "keep: 1d");
    on(site, "2026-01-01", fixture("g2/chain-2.xml"));
    on(site, "2026-03-01", fixture("anpa/writethru.tst"));
    Map<String, String> content = tree(site.resolve("content"));
    ImportReport report = on(site, "2026-03-02", fixture("g2/chain-1.xml"));
    assertThat(report.lines())
        .extracting(ImportReport.Line::outcome)
        .containsExactly(Outcome.OLDER);
    assertThat(tree(site.resolve("content"))).isEqualTo(content);
  }

  @Test
  void theCommandIsForImportsThatChangedSomething() throws IOException {
    Path site = newsroom("site");
    rule(site, "after: git commit -a");
    assertThat(run(site, fixture("anpa/writethru.tst")).after()).contains("git commit -a");
    assertThat(run(site, fixture("anpa/writethru.tst")).after()).isEmpty();
    assertThat(
            new Import(site, "wire", true, NOW).files(List.of(fixture("g2/chain-1.xml"))).after())
        .isEmpty();
  }
}
