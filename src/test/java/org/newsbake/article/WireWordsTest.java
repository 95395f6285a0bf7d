package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.Problem;

class WireWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EMBARGOED until 10 p.m.",
        "Embargoed until Friday, 6 a.m.",
        "EMBARGO: 22:00 GMT",
        "**STRICTLY EMBARGOED FOR RELEASE AT NOON**",
        "(Embargoed for publication until Monday)",
        "EDS NOTE: graphic content",
        "EDS: UPDATES throughout.",
        "Eds: adds quotes",
        "Editors' note: photos follow",
        "Editors’ note: photos follow",
        "NOTE TO EDITORS",
        "Note to editors: the phone number is not for readers",
        "Not for publication",
        "The mayor agreed [not for publication] to speak.",
        "Some text. NOT FOR RELEASE before noon.",
        "HOLD FOR RELEASE",
        "KILL",
        "BULLETIN KILL",
        "MANDATORY KILL: the mill story",
        "URGENT KILL NOTICE",
        "KILLS",
        "WITHHOLD",
        "ADVISORY",
        "Mill, 2nd Ld-Writethru, 300",
        "MILL WRITETHRU",
        "MORE TO COME",
        "-30-",
        "(END)",
        "(end)",
        "It closed on Monday. (ENDS)",
        "--more--",
        "NO SALES",
        "Photo: Ada Lane, MANDATORY CREDIT",
        "(Photo; NORWAY OUT)",
        "Ada Lane; NORTH BORDURIA OUT; NO ARCHIVES",
        "The mill has TK workers. TK",
        "The mill has [TK] workers",
        "NAME TKTK",
        "Sperrfrist: 22 Uhr",
        "SPERRFRIST bis 22 Uhr",
        "Achtung Redaktionen",
        "Hinweis an die Redaktionen: Bild folgt",
        "Nicht zur Veröffentlichung",
        "Embargo jusqu'au 3 mai",
        "Sous embargo jusqu’à lundi",
        "Attention rédactions",
        "ATENCIÓN EDITORES",
        "Embargado hasta el lunes",
        "No publicar",
        "Non pubblicare",
        "<p>EMBARGOED until noon</p>",
        "> Eds.: adds background",
        "\u00a0EMBARGOED\u00a0until noon",
      })
  void findsWhatIsWrittenForEditors(String line) {
    assertThat(WireWords.in("A first line.\n" + line + "\n", 0)).hasSize(1);
    assertThat(WireWords.in("```\n" + line + "\n```\n", 0)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "They killed the bill.",
        "Kill your darlings, she said.",
        "Ships carried embargoed goods until May.",
        "The embargo was lifted; trade resumed.",
        "Embargo: what it means for the mills",
        "She withheld her name.",
        "A travel advisory was issued.",
        "There is more to come, the mayor said.",
        "The note she sent to editors was short.",
        "The editor's note was moved.",
        "The documents were not for publication at the time.",
        "No sales were made on Sunday.",
        "He was out of the race, and OUT magazine wrote so.",
        "Shoppers like TK Maxx.",
        "Die Sperrfrist endet im Mai.",
        "L'embargo dure depuis un an.",
        "Decidió no publicar el libro.",
        "THE MILL CLOSES AND NINE HUNDRED PEOPLE LOSE THEIR WORK",
        "The end (of the line) came",
        "- 30 workers stay",
        "---",
      })
  void leavesProseAlone(String line) {
    assertThat(WireWords.in("A first line.\n" + line + "\n", 0)).isEmpty();
  }

  @Test
  void readsTheValuesOfAHeaderAndNotItsKeysOrComments() {
    String header =
        "---\nembargo: 2026-11-28T22:00:00Z\n# EMBARGOED until noon\nkilled: true\n"
            + "title: EMBARGOED until noon\n---\n";
    assertThat(WireWords.in(header + "Text.\n", header.length()))
        .containsExactly(
            new WireWords.Find(header.indexOf("EMBARGOED until noon\n---"), "EMBARGOED until"));
  }

  @Test
  void boundsItsFindsAndItsWork() {
    assertThat(WireWords.in("NO SALES\n".repeat(100_000), 0)).hasSize(10);
    assertThat(WireWords.in("(".repeat(1_000_000), 0)).isEmpty();
    assertThat(WireWords.in("<".repeat(1_000_000) + "\n", 0)).isEqualTo(List.of());
  }

  @Test
  void theReaderOfANewsroomReportsThemAtTheirLine(@TempDir Path folder) throws IOException {
    String text = "---\ntitle: W\nsource: north\ntype: post\nstatus: published\n---\nA.\n\n";
    Path file = Files.writeString(folder.resolve("a.md"), text + "(EDS NOTE: call.)\n");
    SourceFile source = new SourceFile(file, "a.md", "content/a.md");
    ArticleReader lenient = new ArticleReader(Samples.ofNewsroom());
    assertThat(lenient.read(source).problems())
        .filteredOn(problem -> problem.code().equals("wire-words"))
        .extracting(problem -> problem.location() + " " + problem.isError())
        .containsExactly("content/a.md:9:2 false");
    ArticleReader strict =
        new ArticleReader(Samples.ofNewsroom(), name -> false, name -> name.equals("north"));
    assertThat(strict.read(source).isSound()).isFalse();
    assertThat(new ArticleReader(Samples.OPTIONS).read(source).problems())
        .extracting(Problem::code)
        .doesNotContain("wire-words");
  }
}
