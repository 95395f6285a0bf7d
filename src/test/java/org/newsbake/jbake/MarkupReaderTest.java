package org.newsbake.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;

class MarkupReaderTest {

  @TempDir private Path folder;

  @BeforeEach
  void aProjectInAnotherZoneThanTheMachine() throws IOException {
    Files.createDirectories(folder.resolve("content"));
    Files.createDirectories(folder.resolve("templates"));
    Files.writeString(
        folder.resolve("jbake.properties"), "site.timezone=Pacific/Kiritimati\njvm.locale=de\n");
  }

  @Test
  void datesOfAsciiDocAreInTheZoneOfTheSite() throws IOException {
    Reading attribute =
        read(
            "= Tide\n:jbake-type: post\n:jbake-status: published\n"
                + ":jbake-date: 2026-02-03\n\nText.\n");
    Reading header =
        read("title=Tide\ntype=post\nstatus=published\ndate = 2026-02-03\n~~~~~~\nText.\n");

    Instant midnight = Instant.parse("2026-02-02T10:00:00Z");
    assertThat(attribute.article().orElseThrow().date()).isEqualTo(midnight);
    assertThat(header.article().orElseThrow().date()).isEqualTo(midnight);
    assertThat(header.article().orElseThrow().dated()).isTrue();
  }

  @Test
  void aDateOfAsciiDocThatIsNoneIsAnError() throws IOException {
    Reading reading =
        read(
            "= Tide\n:jbake-type: post\n:jbake-status: published\n"
                + ":jbake-date: 12/31/26\n\nText.\n");

    assertThat(reading.isSound()).isFalse();
    assertThat(reading.problems())
        .containsExactly(
            new Problem(
                Severity.ERROR,
                "date-invalid",
                new SourceLocation("content/tide.adoc", 4, 14),
                "date \"12/31/26\" is not a date.",
                "Write 2026-12-31 or 2026-12-31T14:00:00Z.",
                ":jbake-date: 12/31/26"));
  }

  @Test
  void aStatusOfAsciiDocThatIsNearlyOneIsAnErrorAtItsPlace() throws IOException {
    Reading reading = read("= Tide\n:jbake-type: post\n:jbake-status: Draft\n\nText.\n");
    assertThat(reading.isSound()).isFalse();
    assertThat(reading.problems())
        .containsExactly(
            new Problem(
                Severity.ERROR,
                "status-unknown",
                new SourceLocation("content/tide.adoc", 3, 16),
                "there is no status \"Draft\".",
                "Did you mean \"draft\"?",
                ":jbake-status: Draft"));
  }

  private Reading read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("content/tide.adoc"), text);
    Project project = ProjectReader.read(folder, Optional.empty()).project().orElseThrow();
    return new MarkupReader(project).read(new SourceFile(file, "tide.adoc", "content/tide.adoc"));
  }
}
