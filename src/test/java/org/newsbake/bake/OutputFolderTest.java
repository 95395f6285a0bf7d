package org.newsbake.bake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The folder of a site, and what stands beside it. */
class OutputFolderTest {

  @TempDir private Path temporary;

  @Test
  void recordsAreThoseOfTheLastCommit() throws IOException {
    commit("page.html", Map.of("last/post.ftl", "one", "editions", "1"));
    assertThat(record("last/post.ftl")).contains("one");
    assertThat(record("editions")).contains("1");

    commit("page.html", Map.of("last/list.ftl", "two", "editions", "2"));
    assertThat(record("last/post.ftl")).isEmpty();
    assertThat(record("last/list.ftl")).contains("two");
    assertThat(record("editions")).contains("2");
  }

  @Test
  void recordsAreReplacedAlsoWhenNoPageChanged() throws IOException {
    commit("page.html", Map.of("a", "1"));
    try (OutputFolder folder = open()) {
      Staging staging = new Staging(folder);
      staging.keep("page.html");
      staging.commit(bytes(Map.of("b/c", "2")));
    }
    assertThat(record("a")).isEmpty();
    assertThat(record("b/c")).contains("2");
  }

  @Test
  void aBuildThatGaveUpLeavesTheRecordsAsTheyWere() throws IOException {
    commit("page.html", Map.of("a", "1"));
    Path work = temporary.resolve(".newsbake/output");
    Files.createDirectories(work.resolve("records.next"));
    Files.writeString(work.resolve("records.next/a"), "2");
    assertThat(record("a")).contains("1");
  }

  @Test
  void recordsSurviveTheDeathOfABuildThatHadDecided() throws IOException {
    commit("page.html", Map.of("a", "1"));
    Path work = temporary.resolve(".newsbake/output");
    Files.createDirectories(work.resolve("records.next"));
    Files.writeString(work.resolve("records.next/a"), "2");
    Files.writeString(work.resolve("manifest.next"), "page.html\n");
    Files.writeString(work.resolve("commit"), "state\n");
    Files.delete(work.resolve("records/a"));
    assertThat(record("a")).contains("2");
    assertThat(work.resolve("records.next")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../manifest", "/etc/passwd", "", "a/../.."})
  void aRecordStaysInItsFolder(String name) throws IOException {
    try (OutputFolder folder = open()) {
      assertThatThrownBy(() -> folder.record(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private void commit(String path, Map<String, String> records) throws IOException {
    try (OutputFolder folder = open()) {
      Staging staging = new Staging(folder);
      staging.write(path, records.toString().getBytes(UTF_8));
      staging.commit(bytes(records));
    }
  }

  private Optional<String> record(String name) throws IOException {
    try (OutputFolder folder = open()) {
      return folder.record(name).map(bytes -> new String(bytes, UTF_8));
    }
  }

  private OutputFolder open() throws IOException {
    return OutputFolder.open(temporary.resolve("output"), () -> {});
  }

  private static Map<String, byte[]> bytes(Map<String, String> records) {
    Map<String, byte[]> bytes = new java.util.TreeMap<>();
    records.forEach((name, text) -> bytes.put(name, text.getBytes(UTF_8)));
    return bytes;
  }
}
