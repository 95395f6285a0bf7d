package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.DataReader;
import org.newsbake.article.Samples;
import org.newsbake.article.SourceFile;

class NewsroomTest {

  private static final String SOURCES =
      """
      northwind:
        name: Northwind Newswire
        canonical: original
        feed: summary
      brannock:
        name: Brannock Wire
      """;

  @TempDir private Path folder;
  private final List<DataFile> data = new ArrayList<>();

  @Test
  void anEntryIsFoundByItsKeyAndByItsNameInAnyLetterCase() throws IOException {
    Newsroom newsroom = data("sources.yaml", SOURCES).newsroom();
    Entity northwind = newsroom.source("northwind").orElseThrow();
    assertThat(northwind.name()).isEqualTo("Northwind Newswire");
    assertThat(newsroom.source("NORTHWIND newswire")).contains(northwind);
    assertThat(newsroom.source("Northwind")).isEmpty();
    assertThat(newsroom.sources()).extracting(Entity::key).containsExactly("northwind", "brannock");
  }

  @Test
  void whereThereIsNoFileAnyNameIsOne() throws IOException {
    Newsroom newsroom = newsroom();
    assertThat(newsroom.section("Town")).contains(new Entity("Town", "Town", Map.of()));
    assertThat(newsroom.sections()).isEmpty();
    assertThat(newsroom.problems(article("section: Town\nauthor: x\nsource: y\n"))).isEmpty();
  }

  @Test
  void aFileOfAnotherShapeIsTheSitesOwn() throws IOException {
    for (String text :
        List.of("- name: Orla\n", "orla: Orla Finch\n", "orla: {born: 1984}\n", "name: Orla\n")) {
      data.clear();
      Newsroom newsroom = data("authors.yaml", text).newsroom();
      assertThat(newsroom.problems()).as(text).isEmpty();
      assertThat(newsroom.problems(article("author: nobody\n"))).as(text).isEmpty();
    }
  }

  @Test
  void anEntryWithoutANameIsAnErrorAndTheOthersAreStillChecked() throws IOException {
    Newsroom newsroom =
        data(
                "sources.yaml",
                "# brannock: is gone\n" + SOURCES.replace("  name: Brannock Wire\n", "  url: x\n"))
            .newsroom();
    assertThat(newsroom.problems())
        .containsExactly(
            new Problem(
                Severity.ERROR,
                "name-missing",
                new SourceLocation("data/sources.yaml", 6, 1),
                "the source brannock has no name.",
                "Write name: below it, with what readers are to see.",
                "brannock:"));
    assertThat(codes(newsroom.problems(article("source: northwnd\n"))))
        .containsExactly("source-unknown");
    assertThat(newsroom.problems(article("source: brannock\n"))).isEmpty();
    assertThat(Newsroom.canonical(newsroom.source("northwind").orElseThrow()))
        .isEqualTo(Newsroom.Canonical.ORIGINAL);
  }

  @Test
  void aSourceIsKnownByWhatOnlyASourceSays() throws IOException {
    assertThat(codes(data("sources.yaml", "northwind: {canonical: original}\n").newsroom()))
        .containsExactly("name-missing");
  }

  @Test
  void anEntryThatIsNoMapOrHasAnEmptyNameHasNone() throws IOException {
    assertThat(codes(data("sections.yaml", "town: Town\nsea: {name: Sea}\n").newsroom()))
        .containsExactly("entry-shape");
    data.clear();
    assertThat(codes(data("sections.yaml", "town: {name: ''}\n").newsroom()))
        .containsExactly("name-missing");
  }

  @Test
  void aPolicyThatIsNoneIsAnErrorAtItsPlace() throws IOException {
    Newsroom newsroom = data("sources.yml", SOURCES.replace("original", "orignal")).newsroom();
    assertThat(newsroom.problems())
        .containsExactly(
            new Problem(
                Severity.ERROR,
                "policy-unknown",
                new SourceLocation("data/sources.yml", 3, 3),
                "the canonical of northwind is \"orignal\".",
                "Did you mean \"original\"?",
                "  canonical: orignal"));
  }

  @Test
  void withoutAWordOfItsOwnASourceAllowsAll() throws IOException {
    Newsroom newsroom = data("sources.yaml", SOURCES).newsroom();
    Entity brannock = newsroom.source("brannock").orElseThrow();
    assertThat(Newsroom.canonical(brannock)).isEqualTo(Newsroom.Canonical.SELF);
    assertThat(Newsroom.feedContract(brannock)).isEqualTo(Newsroom.FeedContract.FULL);
    assertThat(Newsroom.feedContract(newsroom.source("northwind").orElseThrow()))
        .isEqualTo(Newsroom.FeedContract.SUMMARY);
  }

  @Test
  void anUnknownSourceIsAnErrorAndAnUnknownSectionOrAuthorAWarning() throws IOException {
    data("sources.yaml", SOURCES);
    data("sections.yaml", "town: {name: Town}\n");
    data("authors.yaml", "orla: {name: Orla Finch}\n");
    assertThat(newsroom().problems(article("section: twon\nauthor: [orla, orl]\n")))
        .extracting(Problem::code, Problem::severity, Problem::advice)
        .containsExactly(
            tuple("section-unknown", Severity.WARNING, "Did you mean \"town\"?"),
            tuple("author-unknown", Severity.WARNING, "Did you mean \"orla\"?"));
    assertThat(newsroom().problems(article("source: nothwind\n")))
        .singleElement()
        .matches(Problem::isError);
  }

  @Test
  void aCopyWhoseOriginalIsToBeListedNamesIt() throws IOException {
    data("sources.yaml", SOURCES);
    assertThat(newsroom().problems(article("source: Northwind Newswire\n")))
        .containsExactly(
            new Problem(
                Severity.WARNING,
                "source-url-missing",
                new SourceLocation("content/story.md", 6, 9),
                "Northwind Newswire wants search engines sent to the original,"
                    + " and the article has no source_url that is an address.",
                "Write source_url: with the address of the original.",
                "source: Northwind Newswire"));
    assertThat(
            newsroom()
                .problems(article("source: northwind\nsource_url: https://northwind.example/1\n")))
        .isEmpty();
    assertThat(newsroom().problems(article("source: brannock\n"))).isEmpty();
  }

  @Test
  void thePeopleOfAnAgencyAreNotLookedFor() throws IOException {
    data("sources.yaml", SOURCES);
    data("authors.yaml", "orla: {name: Orla Finch}\n");
    assertThat(newsroom().problems(article("source: brannock\nauthor: Jem\n"))).isEmpty();
  }

  private Newsroom newsroom() {
    return new Newsroom(data);
  }

  private NewsroomTest data(String name, String text) throws IOException {
    SourceFile file =
        new SourceFile(Files.writeString(folder.resolve(name), text), name, "data/" + name);
    data.add(new DataReader(ZoneOffset.UTC).read(file).file().orElseThrow());
    return this;
  }

  private Article article(String header) throws IOException {
    return Samples.read(folder, "story.md", header);
  }

  private static List<String> codes(Newsroom newsroom) {
    return codes(newsroom.problems());
  }

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(Problem::code).toList();
  }
}
