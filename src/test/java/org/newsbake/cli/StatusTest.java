package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusTest {

  private static final String NOW = "2026-11-20T12:00:00Z";

  @TempDir private Path site;

  @BeforeEach
  void makeSite() throws IOException {
    Files.createDirectories(site.resolve("templates"));
    Files.createDirectories(site.resolve("content"));
    write("jbake.properties", "site.timezone=Europe/Berlin\n");
    article("live", "published", "2026-11-01", "");
  }

  @Test
  void whatIsNotLiveAndWhatWillGoIsListedInTheZoneOfTheSite() throws IOException {
    article("draft", "draft", "2026-11-19T09:00:00Z", "");
    article("soon", "published", "2026-11-20T12:45:00Z", "");
    article("later", "published", "2026-11-22", "");
    article("embargoed", "published", "2026-11-20", "embargo: 2026-11-20T18:00:00Z\n");
    article("expiring", "published", "2026-11-20", "expires: 2026-12-01\n");
    article("expired", "published", "2026-11-01", "expires: 2026-11-20T11:00:00Z\n");
    article("killed", "published", "2026-11-01", "killed: true\n");
    Program.Result result = Shell.run("status", site, "--at", NOW);
    assertThat(result)
        .isEqualTo(
            new Program.Result(
                0,
                """
                Drafts (1)
                  2026-11-19 10:00  27 hours ago    content/draft.md  About draft

                Scheduled (2)
                  2026-11-20 13:45  in 45 minutes   content/soon.md  About soon
                  2026-11-22 00:00  in 35 hours     content/later.md  About later

                Embargoed (1)
                  2026-11-20 19:00  in 6 hours      content/embargoed.md  About embargoed

                Expiring (1)
                  2026-12-01 00:00  in 10 days      content/expiring.md  About expiring

                Expired (1)
                  2026-11-20 12:00  60 minutes ago  content/expired.md  About expired

                Killed (1)
                                                    content/killed.md  About killed

                2 of 8 content files live at 2026-11-20 13:00 (Europe/Berlin).
                The site changes by itself at 2026-11-20 13:45, in 45 minutes.
                """,
                ""));
  }

  @Test
  void nextPrintsTheNextInstantAndNothingElse() throws IOException {
    article("soon", "published", "2026-11-20T12:45:00+01:00", "expires: 2026-11-21T00:00:00Z\n");
    assertThat(Shell.run("status", site, "--at", "2026-11-20T06:00:00Z", "--next"))
        .isEqualTo(new Program.Result(0, "2026-11-20T11:45:00Z\n", ""));
    assertThat(Shell.run("status", site, "--at", "2026-11-20T11:45:00Z", "--next"))
        .isEqualTo(new Program.Result(0, "2026-11-21T00:00:00Z\n", ""));
    assertThat(Shell.run("status", site, "--at", "2026-11-21T00:00:00Z", "--next"))
        .isEqualTo(new Program.Result(0, "", ""));
  }

  @Test
  void aSiteThatTimeDoesNotChangeIsSaidToBeOne() {
    assertThat(Shell.run("status", site, "--at", NOW).out())
        .isEqualTo(
            """
            1 of 1 content file live at 2026-11-20 13:00 (Europe/Berlin).
            The site does not change by itself.
            """);
  }

  @Test
  void ofManyStoriesOnlyTheFirstAreListedUnlessAllAreAskedFor() throws IOException {
    for (int i = 0; i < StatusText.MOST + 5; i++) {
      article("draft-" + i, "draft", "2026-11-01", "");
    }
    assertThat(Shell.run("status", site, "--at", NOW).out())
        .contains("Drafts (25)")
        .contains("  and 5 more: --all\n");
    assertThat(Shell.run("status", site, "--at", NOW, "--all").out().lines())
        .filteredOn(line -> line.contains("content/draft-"))
        .hasSize(25);
  }

  @Test
  void problemsAreThoseOfABuildAndSoIsTheExitCode() throws IOException {
    article("bad", "published", "31.12.26", "");
    article("odd", "published", "2026-11-01", "sectoin: town\n");
    write("data/sections.yaml", "town: {name: Town}\n");
    article("there", "published", "2026-11-01", "section: twon\n");
    Program.Result status = Shell.run("status", site, "--at", NOW);
    assertThat(status.exitCode()).isEqualTo(1);
    assertThat(status.err())
        .contains(
            "content/bad.md:3:7: error: date \"31.12.26\" is not a date: its year has two digits.")
        .contains("Did you mean \"section\"?")
        .contains("Did you mean \"town\"?")
        .endsWith("1 error, 2 warnings.\n");
    assertThat(status.out()).contains("3 of 4 content files live");
    assertThat(site.resolve("output")).doesNotExist();
    assertThat(site.resolve(".newsbake")).doesNotExist();

    Program.Result next = Shell.run("status", site, "--at", NOW, "--next");
    assertThat(next.exitCode()).as("an embargo may be among what could not be read").isEqualTo(1);
    assertThat(next.out()).isEmpty();
  }

  @Test
  void warningsCountWhereTheSiteSaysSo() throws IOException {
    article("odd", "published", "2026-11-01", "sectoin: town\n");
    assertThat(Shell.run("status", site, "--at", NOW).exitCode()).isZero();
    write("jbake.properties", "build.fail_on=warning\n");
    assertThat(Shell.run("status", site, "--at", NOW).exitCode()).isEqualTo(1);
  }

  @Test
  void anInstantIsOfAYearWithFourDigits() {
    for (String instant :
        List.of("-999999999-01-01T00:00:00Z", "+12345-01-01", "tomorrow", "2026-02-30", "")) {
      Program.Result result = Shell.run("status", site, "--at=" + instant);
      assertThat(result.exitCode()).as(instant).isEqualTo(2);
      assertThat(result.err())
          .startsWith(
              "Invalid value for option '--at': '"
                  + instant
                  + "' is no instant. Write 2026-12-31T14:00:00Z or 2026-12-31T14:00.\n");
    }
    for (String instant : List.of("0000-01-01T00:00:00Z", "9999-12-31T23:59:59-18:00")) {
      assertThat(Shell.run("status", site, "--at", instant).exitCode()).as(instant).isZero();
    }
  }

  @Test
  void aFolderThatIsNotThereIsWrongUsage() {
    Program.Result result = Shell.run("status", site.resolve("none"));
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("there is no folder");
  }

  @Test
  void aHeadlineDoesNotSteerTheTerminal() throws IOException {
    write(
        "content/odd.md",
        "title=A\u001B[31m\u202Ered\ndate=2026-11-01\ntype=post\nstatus=draft\n~~~~~~\nText.\n");
    assertThat(Shell.run("status", site, "--at", NOW).out())
        .contains("A\uFFFD[31m\uFFFDred")
        .doesNotContain("\u001B", "\u202E");
  }

  private void article(String name, String status, String date, String more) throws IOException {
    write(
        "content/" + name + ".md",
        "---\ntitle: About %s\ndate: %s\ntype: post\nstatus: %s\n%s---\nText.\n"
            .formatted(name, date, status, more));
  }

  private void write(String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
