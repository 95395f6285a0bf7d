package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.newsbake.Problem;

/** A file that breaks off anywhere, or begins anywhere, is an article or a problem. */
class EveryPrefixTest {

  /** Longer files repeat what the short ones hold. */
  private static final int LONGEST = 700;

  private static final Path STORY = Path.of("content", "2026", "09", "sea-wall-vote.md");

  @Test
  void everyPrefixOfEveryFixtureParsesOrIsAProblem() throws IOException {
    each(bytes -> length -> Arrays.copyOf(bytes, length));
  }

  @Test
  void everySuffixOfEveryFixtureParsesOrIsAProblem() throws IOException {
    each(bytes -> start -> Arrays.copyOfRange(bytes, start, bytes.length));
  }

  private interface Parts {
    IntFunction<byte[]> of(byte[] file);
  }

  private static void each(Parts parts) throws IOException {
    List<SourceFile> fixtures = fixtures();
    assertThat(fixtures).hasSizeGreaterThan(40);
    List<ArticleReader> readers =
        Stream.of(
                Samples.OPTIONS,
                Samples.withDefaults("page", "published"),
                Samples.options("---", "d. MMMM yyyy", "post", "draft", true))
            .map(ArticleReader::new)
            .toList();
    for (SourceFile fixture : fixtures) {
      byte[] bytes = Files.readAllBytes(fixture.file());
      IntFunction<byte[]> part = parts.of(bytes);
      IntStream.rangeClosed(0, bytes.length)
          .parallel()
          .forEach(i -> check(readers.get(i % readers.size()), fixture, part.apply(i), i));
    }
  }

  private static void check(ArticleReader reader, SourceFile fixture, byte[] bytes, int at) {
    try {
      Reading reading = reader.read(fixture, bytes);
      reading
          .words()
          .manuscript()
          .failure()
          .ifPresent(
              failure -> {
                throw new IllegalStateException(failure);
              });
      for (Problem problem : reading.problems()) {
        if (!problem.toString().startsWith(fixture.name())) {
          throw new IllegalStateException("a problem of another file: " + problem);
        }
      }
    } catch (RuntimeException | StackOverflowError e) {
      throw new AssertionError(fixture.file() + " at byte " + at, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The articles of all test sites, those with something wrong, and a whole story. */
  private static List<SourceFile> fixtures() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources"))) {
      return Stream.concat(
              files.filter(file -> file.toFile().length() <= LONGEST), Stream.of(STORY))
          .filter(Files::isRegularFile)
          .map(file -> file.toString().replace('\\', '/'))
          .map(name -> new SourceFile(Path.of(name), name, name))
          .filter(file -> ArticleReader.reads(file.extension()))
          .toList();
    }
  }
}
