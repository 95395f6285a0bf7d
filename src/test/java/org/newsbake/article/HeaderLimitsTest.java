package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;

/** What a header may hold is counted; the timeout only guards against hanging. */
@Timeout(120)
class HeaderLimitsTest {

  private static final String YAML =
      "---\ntitle: Ferry\ndate: 2026-01-01\ntype: post\nstatus: published\n";
  private static final String PLAIN = "title=Ferry\ndate=2026-01-01\ntype=post\nstatus=published\n";

  @TempDir private Path folder;

  private Reading read(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("a.md"), text);
    return new ArticleReader(Samples.OPTIONS).read(new SourceFile(file, "a.md", "content/a.md"));
  }

  private void refused(String text, String code, int line, String found) throws Exception {
    Reading reading = read(text);
    assertThat(reading.article()).isEmpty();
    assertThat(reading.problems()).hasSize(1);
    Problem problem = reading.problems().get(0);
    assertThat(problem.isError()).isTrue();
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.location().line()).isEqualTo(line);
    assertThat(problem.found()).contains(found);
  }

  private static String lines(int count, String format) {
    return IntStream.range(0, count)
        .mapToObj(i -> String.format(format, i) + "\n")
        .collect(Collectors.joining());
  }

  @Test
  void keysAreLimited() throws Exception {
    refused(YAML + lines(2_000, "key%d: a") + "---\nText.\n", "header-too-large", 1, "2,001 keys");
    refused(PLAIN + lines(100_000, "k%d=a") + "~~~~~~\nText.\n", "header-too-large", 1, "keys");
    refused(PLAIN + lines(100_000, "k=a") + "~~~~~~\nText.\n", "header-too-large", 1, "keys");
    refused(YAML + lines(100_000, "key%d: a") + "---\nText.\n", "header-too-large", 2, "char");
  }

  @Test
  void tagsAreLimited() throws Exception {
    String tags = lines(1_000, "t%d").strip().replace("\n", ",");
    refused(PLAIN + "tags=" + tags + "\n~~~~~~\nText.\n", "header-too-large", 5, "1,000 tags");
    refused(YAML + "tags: [" + tags + "]\n---\nText.\n", "header-too-large", 6, "1,000 tags");
  }

  @Test
  void valuesAreLimited() throws Exception {
    String value = "a".repeat(100_000);
    refused(PLAIN + "note=" + value + "\n~~~~~~\nText.\n", "header-too-large", 5, "100,000 char");
    refused(YAML + "note:\n- " + value + "\n---\nText.\n", "header-too-large", 6, "100,000 char");
    refused(
        YAML + "note: [" + "1,".repeat(20_000) + "]\n---\n.\n", "header-too-large", 6, "values");
    refused(
        YAML + "note: " + "a".repeat(5_000_000) + "\n---\nText.\n",
        "header-too-large",
        2,
        "5,000,066 characters");
  }

  @Test
  void aliasesThatMultiplyAreLimited() throws Exception {
    String bomb =
        "a0: &a0 [x, x, x, x, x]\n"
            + IntStream.range(1, 6)
                .mapToObj(
                    i ->
                        ("a%d: &a%d [" + "*a%d,".repeat(5) + "]\n")
                            .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1))
                .collect(Collectors.joining());
    refused(YAML + bomb + "---\nText.\n", "header-too-large", 11, "values");
  }

  @Test
  void deepValuesAreProblemsAndNoOverflow() throws Exception {
    Reading yaml = read(YAML + "note: " + "[".repeat(60_000) + "\n---\nText.\n");
    assertThat(yaml.problems()).anyMatch(Problem::isError);
    String json = "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000);
    Reading plain = read(PLAIN + "note=" + json + "\n~~~~~~\nText.\n");
    assertThat(plain.problems()).extracting(Problem::code).contains("json-invalid");
  }

  @Test
  void filesAreLimited() throws Exception {
    refused(PLAIN + "~~~~~~\n" + "a".repeat(8_000_000), "file-too-large", 0, "8,000,0");
    Path file = folder.resolve("data.yml");
    Files.write(file, ("key: " + "a".repeat(16_000_000)).getBytes(StandardCharsets.UTF_8));
    DataReader.Result result =
        new DataReader(Samples.OPTIONS.zone())
            .read(new SourceFile(file, "data.yml", "data/data.yml"));
    assertThat(result.file()).isEmpty();
    assertThat(result.problems()).extracting(Problem::code).isEqualTo(List.of("file-too-large"));
  }

  @Test
  void whatNewsroomsWriteIsBelowTheLimits() throws Exception {
    String head =
        lines(150, "key%d: some words of a value")
            + "tags: ["
            + lines(100, "tag%d").strip().replace("\n", ", ")
            + "]\nabout: |\n  "
            + "words of a long note ".repeat(500)
            + "\n---\nText.\n";
    assertThat(read(YAML + head).article()).isPresent();
  }

  @Test
  void dataFilesOfAHundredThousandEntriesAreRead() throws Exception {
    Path file = folder.resolve("data.yml");
    Files.writeString(file, lines(100_000, "key%d: {name: a}"));
    DataReader.Result result =
        new DataReader(Samples.OPTIONS.zone())
            .read(new SourceFile(file, "data.yml", "data/data.yml"));
    assertThat(result.problems()).isEmpty();
    assertThat(result.file().orElseThrow().fields()).hasSize(100_000);
  }
}
