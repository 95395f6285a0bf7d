package org.newsbake.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsbake.wire.WireItem.Publish;

/** Habits of agencies beyond the fixtures. */
class HabitsTest {

  private static WireItem read(String text) {
    return read(text, StandardCharsets.UTF_8);
  }

  private static WireItem read(String text, Charset charset) {
    Reading reading =
        new WireReader(Optional.empty()).read(WireFile.alone("file", text.getBytes(charset)));
    assertThat(reading.problems()).noneMatch(it -> it.isError());
    return reading.items().get(0);
  }

  private static WireItem ninjs(String headline, String html) {
    return read(
        "{\"uri\":\"urn:x\",\"type\":\"text\",\"versioncreated\":\"2026-05-10T16:02:28Z\",\"source\":\"Skua\",\"headline\":\""
            + headline
            + "\",\"body_html\":\""
            + html.replace("\"", "\\\"")
            + "\"}");
  }

  private static String nitf(String head, String body) {
    return "<nitf><head><docdata><doc-id id-string='a'/><date.issue norm='20260512T101500Z'/>"
        + head
        + "</docdata></head><body><body.head><hedline><hl1>Ferry"
        + " sails</hl1></hedline></body.head><body.content>"
        + body
        + "</body.content></body></nitf>";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "By JOHN DORY and JANE ROE | JOHN DORY, JANE ROE",
        "By JOHN DORY Skua Press | JOHN DORY",
        "By John Dory in Crowholt | John Dory",
        "Von Anna Meier und Karl-Heinz Groß, skua | Anna Meier, Karl-Heinz Groß",
        "Par Odile Varenne et Luc d'Orin | Odile Varenne, Luc d'Orin",
        "Jan van der Meer (Skua) | Jan van der Meer",
        "By Skua Staff | ''",
        "Skua News Agency | ''",
        "By Wilf Tarn, Skua Science Writer | Wilf Tarn",
        "jd | ''",
        "STAFF | ''",
        "Mina Varga/SKUA, Tor Holm/SKUA | Mina Varga, Tor Holm",
        "Dr. Ida Lund <ida@skua.example> | Dr. Ida Lund",
        "by Martin Pell Jr. | Martin Pell Jr.",
      })
  void bylinesAreNamesOfPeople(String byline, String people) {
    assertThat(String.join(", ", Names.people(byline, Set.of("skua")))).isEqualTo(people);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CROWHOLT, Jan. 12 (Skua) -- Amber prices fell. | CROWHOLT",
        "Varnøy, 12 ene (Skua).- El barco. | Varnøy",
        "CROWHOLT, Jan. 12, Skua - Amber fell. | CROWHOLT",
        "(Skua) - ROMA, 12 GEN - Il mare. | ROMA",
        "New Tarrow, Jan 12 (SKUA) The minister said. | New Tarrow",
        "Port-Orin (AHD) - Le phare. | Port-Orin",
        "SALTMERE (AP) — Ferries sailed. | SALTMERE",
        "Amber prices fell on Monday. | ''",
        "The town of Saltmere (population 400) is small. | ''",
        "Mayor Tobin Ashgrove - a former pilot - said so. | ''",
      })
  void aPlaceIsWhatTheTextBeginsWith(String text, String place) {
    assertThat(Place.opening(text).orElse("")).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-12T12:35:40.123+0100 | 2026-01-12T12:35:40+01:00",
        "20260112T1235Z | 2026-01-12T12:35:00Z",
        "20260112 123540 | 2026-01-12T12:35:40",
        "2026/01/12 12:35 | 2026-01-12T12:35:00",
        "12.01.2026 12:35 | 2026-01-12T12:35:00",
        "13/01/2026 | 2026-01-13T00:00:00",
        "01/12/2026 | ''",
        "January 12, 2026 2:35 PM | 2026-01-12T14:35:00",
        "Mon Jan 12 12:35:40 UTC 2026 | 2026-01-12T12:35:40Z",
        "Mon, 12 Jan 2026 12:35:40 EST | 2026-01-12T12:35:40-05:00",
        "1768221340 | 2026-01-12T12:35:40Z",
        "YYYYMMDD | ''",
        "2026-13-01 | ''",
      })
  void timesComeInManyForms(String written, String time) {
    assertThat(Times.read(written).map(WireTime::toString).orElse("")).isEqualTo(time);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Kill Bill director dies at 90",
        "Killed soldiers are honoured in Saltmere",
        "Withdrawal of the ferry begins",
        "Hold the line, says the mayor",
        "Travel advisory issued for the coast",
        "Budget passes at last",
        "Trade embargo on amber until May",
        "Annulation du festival de Port-Orin",
      })
  void newsOfSuchWordsIsNews(String headline) {
    WireItem item = ninjs(headline, "<p>The embargo on amber holds, the minister said.</p>");
    assertThat(item.handling().publish()).as(item.handling().toString()).isEqualTo(Publish.YES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "KILL: Ferry sails",
        "MANDATORY KILL - Ferry",
        "Editors: please kill our ferry story",
        "ADVISORY: Plans for Monday",
      })
  void advisoriesAreNoNews(String headline) {
    assertThat(ninjs(headline, "<p>See above.</p>").handling().publish()).isNotEqualTo(Publish.YES);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The ferry sailed. (Skua)", "The ferry sailed.</p><p>skua/jd",
            "The ferry sailed.</p><p>(ENDS)",
        "The ferry sailed.</p><p>Enditem", "The ferry sailed.</p><p>/skua/",
            "The ferry sailed.</p><p>___",
        "The ferry sailed.</p><p>jd/ro/", "The ferry sailed.<br/>skua jd ro",
            "The ferry sailed.</p><p>== Skua",
        "The ferry sailed.</p><p>-30-", "The ferry sailed.</p><p>© Skua 2026",
            "The ferry sailed.</p><p>SKUA 1011234 jd/ro",
      })
  void signOffsAreNoText(String body) {
    WireItem item = ninjs("Ferry", "<p>Saltmere (Skua) - It is Monday.</p><p>" + body + "</p>");
    assertThat(item.story().body())
        .containsExactly("Saltmere (Skua) - It is Monday.", "The ferry sailed.");
  }

  @Test
  void aFactAtTheEndStays() {
    WireItem item =
        ninjs("Ferry", "<p>It is Monday.</p><p>(Reporting by Jane Roe; Editing by John Dory)</p>");
    assertThat(item.story().body()).hasSize(2);
  }

  @Test
  void anEmbargoInWordsHolds() {
    WireItem item =
        read(nitf("<ed-msg info='EMBARGOED until 0001 GMT Friday, May 15'/>", "<p>It sailed.</p>"));
    assertThat(item.rights().embargo().map(WireTime::toString)).hasValue("2026-05-15T00:01:00Z");
    assertThat(item.handling().publish()).isEqualTo(Publish.YES);
  }

  @Test
  void anEmbargoThatCannotBeReadIsADraft() {
    WireItem item =
        read(nitf("<ed-msg info='Embargoed until the bell rings'/>", "<p>It sailed.</p>"));
    assertThat(item.handling().publish()).isEqualTo(Publish.HOLD);
    assertThat(read(nitf("<date.release norm='soon'/>", "<p>x y.</p>")).handling().publish())
        .isEqualTo(Publish.HOLD);
  }

  @Test
  void anEmbargoAtTheHeadOfTheTextIsNoText() {
    WireItem item = read(nitf("", "<p>EMBARGOED until 18:00 GMT May 14</p><p>It sailed.</p>"));
    assertThat(item.rights().embargo().map(WireTime::toString)).hasValue("2026-05-14T18:00:00Z");
    assertThat(item.story().body()).containsExactly("It sailed.");
  }

  @Test
  void bareAmpersandsAndEntitiesOfHtmlAreMended() {
    WireItem item =
        read(nitf("", "<p>Bed & breakfast&nbsp;in Vann&ouml;y &copy; R&D\u0001once.</p>"));
    assertThat(item.story().body()).containsExactly("Bed & breakfast in Vannöy © R&D once.");
  }

  @Test
  void prefixesWithoutANamespaceAreRead() {
    WireItem item =
        read(
            nitf("", "<x:p>Not known.</x:p>")
                .replace("x:p", "p")
                .replace("<nitf>", "<n:nitf>")
                .replace("</nitf>", "</n:nitf>"));
    assertThat(item.story().headline()).hasValue("Ferry sails");
  }

  @Test
  void theLabelOfACharacterSetIsNotBelieved() {
    String text = "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + nitf("", "<p>Fähre über Öre.</p>");
    assertThat(read(text, StandardCharsets.ISO_8859_1).story().body())
        .containsExactly("Fähre über Öre.");
    String other = text.replace("utf-8", "iso-8859-1");
    assertThat(read(other).story().body()).containsExactly("Fähre über Öre.");
    assertThat(read(text.replace("utf-8", "utf-16"), StandardCharsets.UTF_16).story().body())
        .containsExactly("Fähre über Öre.");
  }

  @Test
  void htmlThatWasEscapedTwiceIsHtml() {
    WireItem item =
        ninjs("A &amp;amp; B", "&lt;p&gt;One &amp;amp; two.&lt;/p&gt;&lt;p&gt;Three.&lt;/p&gt;");
    assertThat(item.story().headline()).hasValue("A & B");
    assertThat(item.story().body()).containsExactly("One & two.", "Three.");
  }

  @Test
  void paragraphsAreFoundInBreaks() {
    WireItem item = ninjs("Ferry", "It sailed on Monday.<br/><br/>It came back on Tuesday.<br>");
    assertThat(item.story().body())
        .containsExactly("It sailed on Monday.", "It came back on Tuesday.");
  }

  @Test
  void headlineAndBylineInTheTextAreNotRepeated() {
    WireItem item =
        ninjs("Ferry sails", "<p><b>FERRY SAILS</b></p><p>By Jane Roe</p><p>It sailed.</p>");
    assertThat(item.story().body()).containsExactly("It sailed.");
    assertThat(item.story().bylines()).isEqualTo(List.of("Jane Roe"));
  }

  @Test
  void aMessageInTelegraphyIsIptc7901() {
    WireItem item =
        read(
            "ZCZC AB12\n"
                + "ska0123 4 pl 120  ska 0456\n\n"
                + "Ferry/\n"
                + "1ST LEAD\n"
                + "Ferry sails\n"
                + "again =\n\n"
                + "   Saltmere (ska) - It sailed on\n"
                + "Monday.\n\n"
                + "ska jd ro\n\n"
                + "121015 GMT Mai 26\n"
                + "NNNN\n");
    assertThat(item.format()).isEqualTo(WireFormat.IPTC_7901);
    assertThat(item.story().headline()).hasValue("Ferry sails again");
    assertThat(item.story().body()).containsExactly("Saltmere (ska) - It sailed on Monday.");
    assertThat(item.identity().created().map(WireTime::toString)).hasValue("2026-05-12T10:15:00Z");
  }

  @Test
  void plainTextIsEscaped() {
    WireItem item =
        read(
            "{\"uri\":\"urn:x\",\"versioncreated\":\"2026-05-10T16:02:28Z\",\"headline\":\"x\",\"body_text\":\"a_b*"
                + " {{x}} [[y]] ~~z~~ ^q^ &amp; <b>\\n"
                + "\\n"
                + "= x\\n"
                + "\\n"
                + ": y\\n"
                + "\\n"
                + "| a | b |\"}");
    assertThat(String.join("\n", item.story().body()))
        .contains("\\_", "\\*", "\\[\\[y", "\\~\\~z", "\\^q", "\\<b>", "\\: y", "\\| a");
  }

  @Test
  void aTableOfSpacesIsKeptAndTheTextAroundItIsText() {
    WireItem item =
        read(
            "<newsItem guid='urn:f' version='2'><itemMeta><itemClass qcode='ninat:text'/>"
                + "<versionCreated>2026-05-12T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Amber</headline></contentMeta><contentSet><inlineData>\n"
                + "   By JANE ROE\n"
                + "   Skua Press\n"
                + "   CROWHOLT (Skua) - Amber prices fell in Crowholt on\n"
                + "Monday, dealers said.\n"
                + "   There is no panic.\n"
                + "   Price        Mon    Tue\n"
                + "   Raw          12.1   12.2\n"
                + "   Beads        13.1   14.2\n"
                + "   End\n"
                + "</inlineData></contentSet></newsItem>");
    assertThat(item.story().bylines()).containsExactly("JANE ROE");
    assertThat(item.story().body())
        .containsExactly(
            "CROWHOLT (Skua) - Amber prices fell in Crowholt on Monday, dealers said.",
            "There is no panic.",
            "```\n"
                + "   Price        Mon    Tue\n"
                + "   Raw          12.1   12.2\n"
                + "   Beads        13.1   14.2\n"
                + "```");
  }

  @Test
  void breaksWhereLinesAreFullAreWraps() {
    WireItem item =
        read(
            nitf(
                "",
                "<p>The vote was 14 to 9. Work is to begin in April<br/>and to last three summers,"
                    + " Mayor Tobin<br/>Ashgrove said.<br/><br/>Results:<br/>Saltmere 3<br/>Tarrow"
                    + " 2</p>"));
    assertThat(item.story().body())
        .containsExactly(
            "The vote was 14 to 9. Work is to begin in April and to last three summers, Mayor Tobin"
                + " Ashgrove said.",
            "Results:\\\nSaltmere 3\\\nTarrow 2");
  }
}
