package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.article.DataFile;
import org.newsbake.article.DataReader;
import org.newsbake.article.Samples;
import org.newsbake.article.SourceFile;

/** What data files say and nobody follows is told at its place. */
class DataKeysTest {

  private static final String CLAUSES =
      "import contract days allowed_days edit territory territories media archive no_archive"
          + " pictures images photos until expires embargo resale web_only print_only terms usage"
          + " rights license licence_until max_days no_images edit_allowed archive_days no_resale"
          + " territories_allowed restrictions no_translation exclusive_until images_allowed";

  @TempDir private Path folder;
  private final List<DataFile> data = new ArrayList<>();

  @Test
  void aClauseOfAnySpellingIsAnErrorAtItsPlaceEvenWhereTemplatesHaveTheWord() throws IOException {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    String[] clauses = CLAUSES.split(" ");
    for (int round = 0; round < 300; round++) {
      String key = spelling(clauses[random.nextInt(clauses.length)], random);
      String value = List.of("false", "3", "[Veldmark]", "no", "2027-01-01").get(random.nextInt(5));
      boolean flow = random.nextInt(4) == 0;
      String bad =
          flow
              ? "osier: {name: Osier, " + key + ": " + value + "}\n"
              : "osier:\n  notice: >-\n    " + key + ": x\n  name: Osier\n  " + key + ": " + value;
      data.clear();
      data("sources.yaml", "tidewrack:\n  name: Wire\n  notice: By us.\n" + bad);
      Newsroom newsroom = new Newsroom(data, true, word -> true);
      assertThat(newsroom.problems())
          .as("%s, seed %d", bad, seed)
          .extracting(Problem::code, Problem::severity, Problem::location)
          .containsExactly(
              tuple(
                  "clause-unenforced",
                  Severity.ERROR,
                  new SourceLocation("data/sources.yaml", flow ? 4 : 8, flow ? 22 : 3)));
      assertThat(newsroom.isHeldBack(Samples.read(folder, "a.md", "source: Osier\n"))).isTrue();
      assertThat(newsroom.isHeldBack(Samples.read(folder, "a.md", "source: tidewrack\n")))
          .isFalse();
    }
  }

  private static String spelling(String clause, Random random) {
    String[] words = clause.split("_");
    StringBuilder key = new StringBuilder(words[0]);
    String between = List.of("_", "-", "", "camel").get(random.nextInt(4));
    for (int i = 1; i < words.length; i++) {
      key.append(
          between.equals("camel")
              ? words[i].substring(0, 1).toUpperCase(Locale.ROOT) + words[i].substring(1)
              : between + words[i]);
    }
    return random.nextInt(4) == 0 ? key.toString().toUpperCase(Locale.ROOT) : key.toString();
  }

  @Test
  void aSlipInAContractNamesTheKeyThatWasMeant() throws IOException {
    data("sources.yaml", "a: {name: A, feed: none}\nb:\n  name: B\n  # feeed: x\n  feeds: none\n");
    assertThat(newsroom(Set.of("feeds")).problems())
        .containsExactly(
            new Problem(
                Severity.ERROR,
                "key-unknown",
                new SourceLocation("data/sources.yaml", 5, 3),
                "the source b has a key \"feeds\", and nothing uses it.",
                "Did you mean \"feed\"?",
                "  feeds: none"));
    for (String key : List.of("Canonical", "wire-words", "canoncial", "notcie", "trst", "motto")) {
      data.clear();
      data("sources.yaml", "a:\n  name: A\n  " + key + ": x\n");
      assertThat(codes(newsroom(Set.of()))).as(key).containsExactly("key-unknown");
    }
  }

  @Test
  void knownKeysAndThoseOfTemplatesAreNoProblem() throws IOException {
    data(
        "sources.yaml",
        """
        northwind:
          name: 5
          names: {ar: x}
          notice: By {source}.
          notices: {ar: y}
          canonical: original
          feed: none
          trust: text
          wire_words: error
          picture: img/a.jpg
          url: https://northwind.example/
          logo: img/a.svg
          description: An agency.
          copyright: Northwind
          founded: 1904
          contact: desk@northwind.example
          country: Veldmark
          image: img/b.jpg
        """);
    data("sections.yaml", "town: {name: Town, description: x, names: {}, colour: red}\n");
    data("authors.yaml", "orla: {name: Orla, role: x, biography: y, email: z, born: 1984}\n");
    data("front.yaml", "lead: a.md\ntop: [b.md]\nsections: town\nweather: fair\n");
    assertThat(newsroom(Set.of("founded", "contact", "country", "image")).problems()).isEmpty();
  }

  @Test
  void inOtherFilesOnlyWhatIsNearAKnownKeyIsAWarning() throws IOException {
    data("sections.yaml", "town:\n  name: Town\n  descripton: x\n");
    data("authors.yaml", "orla:\n  name: Orla\n  biograhpy: x\n  rol: y\n  emial: z\n");
    data("front.yaml", "laed: a.md\n");
    assertThat(newsroom(Set.of("rol")).problems())
        .extracting(Problem::severity, Problem::advice, it -> it.location().line())
        .containsExactly(
            tuple(Severity.WARNING, "Did you mean \"description\"?", 3),
            tuple(Severity.WARNING, "Did you mean \"biography\"?", 3),
            tuple(Severity.WARNING, "Did you mean \"email\"?", 5),
            tuple(Severity.WARNING, "Did you mean \"lead\"?", 1));
  }

  @Test
  void aValueOfAnotherShapeIsToldAtItsPlace() throws IOException {
    for (String line :
        List.of(
            "name: [x]",
            "canonical: {x: self}",
            "canonical:",
            "feed: [none]",
            "notice: ''",
            "notice: [x]",
            "notices: x",
            "notices: {ar: [x]}",
            "names: [x]")) {
      data.clear();
      String name = line.startsWith("name:") ? "  url: x\n" : "  name: B\n";
      data("sources.yaml", "a: {name: A, notice: N}\nb:\n" + name + "  " + line + "\n");
      assertThat(newsroom(Set.of()).problems())
          .as(line)
          .extracting(Problem::code, Problem::severity, it -> it.location().line())
          .containsExactly(tuple("value-shape", Severity.ERROR, 4));
    }
  }

  @Test
  void aFileOfSourcesIsOneWhateverItHoldsInANewsroom() throws IOException {
    for (String text : List.of("- northwind\n", "northwind: Northwind\n", "northwind: [x]\n")) {
      data.clear();
      data("sources.yaml", text);
      Newsroom newsroom = newsroom(Set.of());
      assertThat(newsroom.problems()).as(text).hasSize(1).allMatch(Problem::isError);
      assertThat(newsroom.isHeldBack(Samples.read(folder, "a.md", "source: northwind\n"))).isTrue();
      assertThat(newsroom.problems(Samples.read(folder, "a.md", "source: northwind\n"))).isEmpty();
      assertThat(new Newsroom(data).problems()).as(text).isEmpty();
    }
    data.clear();
    data("sources.yaml", "northwind: {allowed_days: 3}\n");
    assertThat(codes(newsroom(Set.of()))).containsExactly("name-missing", "clause-unenforced");
  }

  private Newsroom newsroom(Set<String> ownKeys) {
    return new Newsroom(data, true, ownKeys::contains);
  }

  private void data(String name, String text) throws IOException {
    SourceFile file =
        new SourceFile(Files.writeString(folder.resolve(name), text), name, "data/" + name);
    data.add(new DataReader(ZoneOffset.UTC).read(file).file().orElseThrow());
  }

  private static List<String> codes(Newsroom newsroom) {
    return newsroom.problems().stream().map(Problem::code).toList();
  }
}
