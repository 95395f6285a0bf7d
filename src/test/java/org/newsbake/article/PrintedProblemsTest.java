package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.newsbake.Problem;

/**
 * Every folder of {@code problems/} holds a file with something wrong in it and, in {@code
 * expected.txt}, what an author gets to read about it. A data file is named {@code data.yaml};
 * {@code options.properties} changes JBake's defaults.
 */
class PrintedProblemsTest {

  @TestFactory
  Stream<DynamicTest> anAuthorReads() throws Exception {
    List<Path> claims = list(folder());
    assertThat(claims).hasSizeGreaterThan(30);
    return claims.stream()
        .map(claim -> DynamicTest.dynamicTest(claim.getFileName().toString(), () -> check(claim)));
  }

  private static void check(Path claim) throws IOException {
    Path input =
        list(claim).stream()
            .filter(file -> !file.endsWith("expected.txt") && !file.endsWith("options.properties"))
            .collect(Collectors.collectingAndThen(Collectors.toList(), PrintedProblemsTest::only));
    String name = input.getFileName().toString();
    String printed =
        problems(input, name, options(claim)).stream()
            .map(problem -> problem + "\n")
            .collect(Collectors.joining());
    assertThat(printed).isEqualTo(Files.readString(claim.resolve("expected.txt")));
  }

  private static List<Problem> problems(Path input, String name, ArticleOptions options)
      throws IOException {
    List<Problem> problems =
        name.equals("data.yaml")
            ? new DataReader(ZoneOffset.UTC)
                .read(new SourceFile(input, name, "data/" + name))
                .problems()
            : new ArticleReader(options)
                .read(new SourceFile(input, name, "content/" + name))
                .problems();
    return problems.stream().sorted().toList();
  }

  private static ArticleOptions options(Path claim) throws IOException {
    Properties written = new Properties();
    Path file = claim.resolve("options.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        written.load(reader);
      }
    }
    return Samples.options(
        written.getProperty("header.separator", "~~~~~~"),
        written.getProperty("date.format", "yyyy-MM-dd"),
        written.getProperty("default.type", ""),
        written.getProperty("default.status", ""),
        false);
  }

  private static Path folder() throws URISyntaxException {
    return Path.of(PrintedProblemsTest.class.getResource("/problems").toURI());
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    }
  }

  private static Path only(List<Path> files) {
    assertThat(files).hasSize(1);
    return files.get(0);
  }
}
