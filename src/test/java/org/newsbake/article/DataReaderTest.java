package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;

class DataReaderTest {

  @TempDir private Path folder;

  @Test
  void keysAreFields() throws IOException {
    assertThat(fields("name: Brannock Wire\nurls: [a, b]\nfounded: 1987\n1: one\n"))
        .isEqualTo(
            Map.of(
                "name", "Brannock Wire", "urls", List.of("a", "b"), "founded", 1987, "1", "one"));
  }

  @Test
  void aListAtTheTopStandsUnderData() throws IOException {
    assertThat(fields("- a\n- b: c\n")).isEqualTo(Map.of("data", List.of("a", Map.of("b", "c"))));
  }

  @Test
  void timesWithoutZoneAreInThatOfTheSite() throws IOException {
    SourceFile file = file("at: 2026-11-23 14:30:00\n");
    assertThat(new DataReader(ZoneId.of("Europe/Berlin")).read(file).file().orElseThrow().fields())
        .isEqualTo(Map.of("at", Date.from(Instant.parse("2026-11-23T13:30:00Z"))));
  }

  @Test
  void aFileWithoutKeysIsWarnedAbout() throws IOException {
    for (String text : List.of("", "# nothing\n", "just text\n")) {
      DataReader.Result result = new DataReader(ZoneOffset.UTC).read(file(text));
      assertThat(result.file()).isEmpty();
      assertThat(result.problems())
          .extracting(Problem::code)
          .as(text)
          .containsExactly("data-empty");
    }
  }

  @Test
  void aKeyTwiceIsAnError() throws IOException {
    DataReader.Result result = new DataReader(ZoneOffset.UTC).read(file("a: 1\na: 2\n"));
    assertThat(result.file()).isEmpty();
    assertThat(result.problems()).singleElement().matches(Problem::isError);
  }

  @Test
  void aLongFileIsRead() throws IOException {
    String line = "- " + "x".repeat(998) + "\n";
    assertThat((List<?>) fields(line.repeat(4000)).get("data")).hasSize(4000);
  }

  private Map<String, Object> fields(String yaml) throws IOException {
    DataReader.Result result = new DataReader(ZoneOffset.UTC).read(file(yaml));
    assertThat(result.problems()).isEmpty();
    return result.file().orElseThrow().fields();
  }

  private SourceFile file(String yaml) throws IOException {
    Path file = folder.resolve("sources.yaml");
    Files.writeString(file, yaml);
    return new SourceFile(file, "sources.yaml", "data/sources.yaml");
  }
}
