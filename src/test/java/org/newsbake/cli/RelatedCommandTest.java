package org.newsbake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class RelatedCommandTest {

  @TempDir private Path site;

  /** What a call left. */
  private record Call(int exitCode, String out, String err) {}

  @BeforeEach
  void writeSite() throws IOException {
    write("jbake.properties", "site.host=https://courier.example\n");
    Files.createDirectories(site.resolve("templates"));
    write("content/2026/11/ferry.md", article("Night ferry stays", 3, "", "aa bb cc"));
    write("content/2026/11/boat.md", article("The boat", 4, "source=TIDEWIRE\n", "aa bb dd"));
    write("content/2026/11/quay ø.md", article("Quay", 5, "source=TIDEWIRE\n", "aa cc cc"));
    write("content/2026/11/pier.md", article("Pier", 6, "related_exclude=x.md\n", "dd ee"));
  }

  private void write(String path, String text) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String article(String title, int day, String keys, String body) {
    return "title=%s\ndate=2026-11-0%d\ntype=post\nstatus=published\nlanguage=zxx\n%s~~~~~~\n%s\n"
        .formatted(title, day, keys, body);
  }

  /** A call whose first argument is the site, at noon of 20 November. */
  private Call related(String... arguments) {
    List<String> all = new ArrayList<>(List.of(site.toString()));
    all.addAll(List.of(arguments));
    all.addAll(List.of("--at", "2026-11-20T12:00:00Z"));
    return call(all.toArray(String[]::new));
  }

  private static Call call(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(new RelatedCommand())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Call(exitCode, out.toString(), err.toString());
  }

  @Test
  void allIsALineForEachStoryNewestFirst() {
    assertThat(related("--all"))
        .isEqualTo(
            new Call(
                0,
                """
                2026/11/pier.md\t2026/11/boat.md,2026/11/quay ø.md,2026/11/ferry.md
                2026/11/quay ø.md\t2026/11/ferry.md,2026/11/boat.md,2026/11/pier.md
                2026/11/boat.md\t2026/11/pier.md,2026/11/ferry.md,2026/11/quay ø.md
                2026/11/ferry.md\t2026/11/quay ø.md,2026/11/boat.md,2026/11/pier.md
                """,
                ""));
    assertThat(related("--all", "--count", "1").out().lines().toList())
        .containsExactly(
            "2026/11/pier.md\t2026/11/boat.md",
            "2026/11/quay ø.md\t2026/11/ferry.md",
            "2026/11/boat.md\t2026/11/pier.md",
            "2026/11/ferry.md\t2026/11/quay ø.md");
  }

  @Test
  void aStoryWithoutOthersHasAnEmptyList() throws IOException {
    for (String name : List.of("boat", "quay ø", "pier")) {
      Files.delete(site.resolve("content/2026/11/" + name + ".md"));
    }
    assertThat(related("--all")).isEqualTo(new Call(0, "2026/11/ferry.md\t\n", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026/11/quay ø.md",
        "content/2026/11/quay ø.md",
        "./content/2026/11/quay ø.md",
        "2026/11/quay+%C3%B8.html",
        "/2026/11/quay+%C3%B8.html",
        "https://courier.example/2026/11/quay+%C3%B8.html",
        "http://127.0.0.1:8820/2026/11/quay+%C3%B8.html",
      })
  void aStoryIsNamedByItsPathItsFileOrItsAddress(String name) {
    assertThat(related(name, "--count", "2"))
        .isEqualTo(new Call(0, "2026/11/ferry.md\n2026/11/boat.md\n", ""));
  }

  @Test
  void aStoryIsNamedByItsWholePath() {
    String file = site.resolve("content/2026/11/ferry.md").toString();
    assertThat(related(file).out().lines()).hasSize(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026/11/fery.md|Did you mean \"2026/11/ferry.md\"?",
        "no-such-story|Write its path below the content folder, such as 2026/11/one-ticket-1.md.",
        "ferry.html|Write its path below the content folder, such as 2026/11/one-ticket-1.md.",
        "https://courier.example/x/2026/11/ferry.html|Write its path below the content folder, such as 2026/11/one-ticket-1.md."
      })
  void aStoryThatThereIsNotIsToldWithTheNearest(String name, String advice) {
    Call call = related(name);
    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.out()).isEmpty();
    assertThat(call.err())
        .isEqualTo("newsbake: there is no live story \"" + name + "\". " + advice + "\n");
  }

  @Test
  void anAddressIsNoPathEverywhere() {
    // Here only this is none; elsewhere a colon is enough.
    Call call = related("ferry\0.md");
    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).startsWith("newsbake: there is no live story \"ferry\0.md\". ");
  }

  @Test
  void aStoryThatIsNotLiveIsNone() {
    Call call = call(site.toString(), "2026/11/pier.md", "--at", "2026-11-05T12:00:00Z");
    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.err()).contains("there is no live story \"2026/11/pier.md\"");
    assertThat(call(site.toString(), "--all", "--at", "2026-11-05T12:00:00Z").out())
        .doesNotContain("pier.md")
        .hasLineCount(3);
  }

  @Test
  void anExplanationShowsTermsFactorsAndWhatLost() throws IOException {
    write(
        "content/2026/11/ferry.md",
        article("Night ferry stays", 3, "related_exclude=2026/11/boat.md\n", "aa bb cc"));
    Call call = related("2026/11/ferry.md", "--explain", "--count", "2");
    assertThat(call.err()).isEmpty();
    assertThat(call.exitCode()).isZero();
    // Titles of one text each change the lengths, so that the weights are others than by hand.
    assertThat(call.out().replaceAll("[01]\\.\\d{3}", "N"))
        .isEqualTo(
            """
            Night ferry stays (2026/11/ferry.md)

             1  Quay
                2026/11/quay ø.md, 2026-11-05T00:00:00Z
                score N = (words N) × time 0.99
                cc N, aa N

             2  Pier
                2026/11/pier.md, 2026-11-06T00:00:00Z
                the newest, since too few are alike

            Not in the list:

                The boat
                2026/11/boat.md, 2026-11-04T00:00:00Z
                excluded by the editor
                score N = (words N) × time 1.00
                bb N, aa N
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--all --explain",
        "a b c",
        "--all a b",
        "--count 0 a",
        "--count 51 a",
        "--at x a"
      })
  void wrongUsageIsTold(String arguments) {
    Call call = call(arguments.isEmpty() ? new String[0] : arguments.split(" "));
    assertThat(call.exitCode()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
    assertThat(call.err()).contains("Usage: newsbake related").doesNotContain("\tat ");
  }

  @Test
  void aProjectThatCannotBeReadIsTold() throws IOException {
    write("jbake.properties", "related.count=51\n");
    Call call = related("--all");
    assertThat(call.exitCode()).isEqualTo(1);
    assertThat(call.out()).isEmpty();
    assertThat(call.err()).startsWith("jbake.properties:1:15: error: ");
    Call nowhere = call(site.resolve("nowhere").toString(), "--all");
    assertThat(nowhere.exitCode()).isEqualTo(2);
    assertThat(nowhere.err()).contains("nowhere").doesNotContain("\tat ");
  }
}
