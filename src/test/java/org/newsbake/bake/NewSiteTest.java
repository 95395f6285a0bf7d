package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.newsbake.Problem;

class NewSiteTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:30Z");

  @TempDir private Path parent;

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-20T12:00:30Z", "2027-01-01T00:00:00Z", "2028-02-29T23:59:59Z"})
  void aNewNewsroomBakesWithoutAProblem(Instant now) throws IOException {
    Path folder = parent.resolve("newsroom");
    assertThat(NewSite.found(folder, now)).isEmpty();
    Report report = build(folder, now);
    assertThat(report.problems()).isEmpty();
    assertThat(report.failed()).isFalse();
    assertThat(report.absent()).isEqualTo(Map.of("draft", 1, "embargoed", 1));
    assertThat(report.pages()).isEqualTo(11);
    assertThat(folder.resolve("output/index.html"))
        .content()
        .contains("The market will open on Sundays")
        .contains("market-square-480w.jpg")
        .doesNotContain("The mill shows its accounts");
    Report later = build(folder, now.plus(Duration.ofHours(20)));
    assertThat(later.absent()).isEqualTo(Map.of("draft", 1));
  }

  @Test
  void itsThemeIsThatOfTheRepository() throws IOException {
    Path folder = parent.resolve("newsroom");
    NewSite.found(folder, NOW);
    Map<String, String> expected = new TreeMap<>();
    for (String part : new String[] {"templates", "assets/css", "assets/icons"}) {
      TestSite.tree(Path.of(part)).forEach((path, text) -> expected.put(part + "/" + path, text));
    }
    assertThat(TestSite.tree(folder)).containsAllEntriesOf(expected);
    assertThat(TestSite.tree(folder.resolve("templates")))
        .isEqualTo(TestSite.tree(Path.of("templates")));
  }

  @Test
  void storiesOfEveryKindCanBeBegunInIt() throws IOException {
    Path folder = parent.resolve("newsroom");
    NewSite.found(folder, NOW);
    for (String kind : NewArticle.KINDS) {
      NewArticleRequest assignment =
          new NewArticleRequest(
              "About " + kind,
              kind,
              Optional.of("town"),
              Optional.of("osier"),
              Optional.of("amos-weir"),
              Optional.empty());
      assertThat(NewArticle.start(folder, assignment, NOW)).isInstanceOf(NewArticle.Written.class);
    }
    Report report = build(folder, NOW);
    assertThat(report.problems()).isEmpty();
    assertThat(report.absent()).containsEntry("draft", 4);
  }

  @Test
  void itsReadmeTellsEveryCommandThatAnAuthorNeeds() throws IOException {
    Path folder = parent.resolve("newsroom");
    NewSite.found(folder, NOW);
    assertThat(folder.resolve("README.md"))
        .content()
        .contains("    newsbake serve ", "    newsbake build ", "    newsbake new ")
        .contains("    newsbake status ");
  }

  @Test
  void itsWorkflowRestsUntilItIsToldWhereTheProgramIs() throws IOException {
    Path folder = parent.resolve("newsroom");
    NewSite.found(folder, NOW);
    assertThat(folder.resolve(".github/workflows/deploy.yml"))
        .content()
        .contains("\n    if: vars.NEWSBAKE_ZIP != ''\n")
        .containsPattern("(?m)^# .* NEWSBAKE_ZIP .*");
  }

  @Test
  void itsWorkflowIsTheOneThatTheDocsShow() throws IOException {
    Path folder = parent.resolve("newsroom");
    NewSite.found(folder, NOW);
    String workflow = Files.readString(folder.resolve(".github/workflows/deploy.yml"));
    assertThat(Files.readString(Path.of("docs/hosting.md")))
        .contains(workflow.indent(4).replaceAll("(?m)^ +$", ""));
    assertThat(folder.resolve(".gitignore")).hasContent("/output/\n/.newsbake/\n");
  }

  @Test
  void aFolderThatIsNotEmptyIsLeftAlone() throws IOException {
    Files.writeString(parent.resolve(".hidden"), "mine");
    Problem problem = NewSite.found(parent, NOW).orElseThrow();
    assertThat(problem.code()).isEqualTo("folder-not-empty");
    assertThat(problem.found()).isEqualTo("the folder is not empty: it holds .hidden.");
    assertThat(TestSite.tree(parent)).isEqualTo(Map.of(".hidden", "mine"));

    Problem file = NewSite.found(parent.resolve(".hidden"), NOW).orElseThrow();
    assertThat(file.found()).isEqualTo("this is a file.");

    Path link = Files.createSymbolicLink(parent.resolve("link"), Path.of("nowhere"));
    assertThat(NewSite.found(link, NOW).orElseThrow().found())
        .isEqualTo("this link leads nowhere.");
  }

  @Test
  void anEmptyRepositoryIsAnEmptyFolder() throws IOException {
    Files.createDirectories(parent.resolve(".git"));
    assertThat(NewSite.found(parent, NOW)).isEmpty();
    assertThat(parent.resolve("jbake.properties")).exists();
  }

  private static Report build(Path folder, Instant now) throws IOException {
    return new Build(TestSite.at(now, 2), () -> {}).run(folder, Optional.empty());
  }
}
