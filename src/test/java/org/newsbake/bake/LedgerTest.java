package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;

/** No address is lost without a word. */
class LedgerTest {

  @TempDir private Path temporary;
  private TestSite site;

  @BeforeEach
  void buildASite() throws IOException {
    site = new TestSite(temporary.resolve("site"));
    site.write(
            "jbake.properties",
            "render.archive=false\n"
                + "render.feed=false\n"
                + "site.kind=newsroom\n"
                + "permalink=/:section/:slug/\n")
        .write("data/sections.yaml", "sea: {name: Sea}\ntown: {name: Town}\n");
    story("ferry", "The ferry sails", "section=sea\naliases=/boats/\n", "It sailed.");
    site.build();
  }

  private void story(String name, String title, String keys, String text) {
    site.write(
        "content/" + name + ".md",
        "title="
            + title
            + "\ntype=post\nstatus=published\ndate=2026-11-03\n"
            + keys
            + "~~~~~~\n"
            + text
            + "\n");
  }

  private List<Problem> lost() throws IOException {
    return site.build().problems().stream()
        .filter(problem -> problem.code().equals("address-lost"))
        .toList();
  }

  private Path ledger() {
    return site.folder().resolve("data/addresses.txt");
  }

  @Test
  void theLedgerTakesWhatTheOutputHoldsAndForgetsNothing() throws IOException {
    Ledger first = Ledger.record(site.folder(), Optional.empty(), () -> {});
    assertThat(first).isEqualTo(new Ledger(2, 1, 2, List.of()));
    String text = "/boats/\tcontent/ferry.md\n/sea/ferry/\tcontent/ferry.md\n";
    assertThat(Files.readString(ledger())).isEqualTo(text);
    story("ferry", "The ferry sails", "section=town\n", "It sailed.");
    site.build();
    Ledger.record(site.folder(), Optional.empty(), () -> {});
    assertThat(Files.readString(ledger())).isEqualTo(text + "/town/ferry/\tcontent/ferry.md\n");
    assertThat(Ledger.read(site.folder()).addresses()).isEqualTo(3);
  }

  @Test
  void aLedgerWithABrokenLineIsLeftAlone() throws IOException {
    site.write("data/addresses.txt", "<<<<<<< mine\n/sea/x/\tcontent/x.md\n");
    Ledger ledger = Ledger.record(site.folder(), Optional.empty(), () -> {});
    assertThat(ledger.problems()).extracting(Problem::code).containsExactly("ledger-invalid");
    assertThat(Files.readString(ledger())).startsWith("<<<<<<<");
    Report report = site.build();
    assertThat(report.written()).isPresent();
    assertThat(report.failed()).isTrue();
  }

  @Test
  void aBuildNeverWritesTheLedger() throws IOException {
    site.build();
    assertThat(ledger()).doesNotExist();
  }

  @Test
  void aStoryThatMovedToAnotherSectionIsToldItsOldAddress() throws IOException {
    story("ferry", "The ferry sails", "section=town\naliases=/boats/\n", "It sailed.");
    assertThat(lost())
        .containsExactly(
            Problem.warning(
                "address-lost",
                org.newsbake.SourceLocation.of("content/ferry.md"),
                "the address /sea/ferry/ of this story was public and leads nowhere.",
                "Add it to the header: aliases: [/sea/ferry/]"));
  }

  @Test
  void aRenamedStoryIsFoundByItsHeadlineItsTextOrItsGuid() throws IOException {
    story("guided", "Sail", "section=sea\nguid=tag:x,1\n", "Old.");
    site.build();
    site.delete("content/ferry.md");
    site.delete("content/guided.md");
    story("vessel", "Another headline", "section=sea\n", "It sailed.");
    story("renamed", "Quite new", "section=sea\nguid=tag:x,1\n", "New.");
    assertThat(lost())
        .extracting(problem -> problem.location().file() + " " + problem.advice())
        .containsExactlyInAnyOrder(
            "content/vessel.md Add it to the header: aliases: [/boats/]",
            "content/vessel.md Add it to the header: aliases: [/sea/ferry/]",
            "content/renamed.md Add it to the header: aliases: [/sea/guided/]");
  }

  @Test
  void aDeletedStoryIsNamedAndAKilledOneIsNot() throws IOException {
    site.delete("content/ferry.md");
    assertThat(lost())
        .extracting(Problem::found)
        .containsExactly(
            "its address /boats/ was public and leads nowhere.",
            "its address /sea/ferry/ was public and leads nowhere.");
    story("ferry", "The ferry sails", "section=sea\nkilled=true\n", "It sailed.");
    assertThat(lost()).isEmpty();
  }

  @Test
  void theLedgerRemembersWhatTheLastSiteDoesNot() throws IOException {
    Ledger.record(site.folder(), Optional.empty(), () -> {});
    story("ferry", "The ferry sails", "section=town\naliases=/boats/\n", "It sailed.");
    assertThat(lost()).hasSize(1);
    assertThat(lost()).as("until somebody adds the alias").hasSize(1);
    story("ferry", "The ferry sails", "section=town\naliases=/boats/,/sea/ferry/\n", "It sailed.");
    assertThat(lost()).isEmpty();
  }

  @Test
  void anAliasWithoutASlashAtItsEndIsAFolder() throws IOException {
    story("ferry", "The ferry sails", "section=town\naliases=/boats\n", "It sailed.");
    site.build();
    Ledger.record(site.folder(), Optional.empty(), () -> {});
    assertThat(Files.readString(ledger())).contains("/boats\tcontent/ferry.md\n");
    assertThat(TestSite.codes(site.build())).doesNotContain("address-lost");
    story("ferry", "The ferry sails", "section=town\naliases=/boats\ndate=soon\n", "It sailed.");
    site.build();
    assertThat(site.tree().get("boats/index.html")).contains("Temporarily unavailable");
  }
}
