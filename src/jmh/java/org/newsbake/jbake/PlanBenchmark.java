package org.newsbake.jbake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.newsbake.Scratch;
import org.newsbake.article.Article;
import org.newsbake.article.Manuscript;
import org.newsbake.article.SourceFile;
import org.newsbake.article.Words;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Site;
import org.newsbake.edition.Sites;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What stands between reading and rendering, for 10,000 articles with three of 300 tags each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PlanBenchmark {

  private static final int ARTICLES = 10_000;
  private static final int TAGS = 300;
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final List<Article> articles =
      IntStream.range(0, ARTICLES).mapToObj(PlanBenchmark::article).toList();

  private Scratch scratch;
  private Project project;
  private Edition edition;

  @Setup
  public void read() throws IOException {
    scratch = Scratch.make();
    scratch.write("jbake.properties", "render.sitemap=true\nrender.tagsindex=true\n");
    Files.createDirectory(scratch.folder().resolve("content"));
    Files.createDirectory(scratch.folder().resolve("templates"));
    project = ProjectReader.read(scratch.folder(), Optional.empty()).project().orElseThrow();
    edition = edition();
    if (!site().problems().isEmpty()) {
      throw new IllegalStateException(site().problems().toString());
    }
  }

  @TearDown
  public void delete() throws IOException {
    scratch.close();
  }

  @Benchmark
  public Edition edition() {
    Addresses addresses = new Addresses(project.siteOptions().addresses());
    return Edition.at(articles, List.of(), addresses, NOON, false);
  }

  @Benchmark
  public Site site() {
    return Sites.site(project.siteOptions(), edition, List.of());
  }

  @Benchmark
  public TemplateVocabulary vocabulary() {
    return project.vocabulary(
        Sites.stories(project.siteOptions(), edition), entry -> List.of(), story -> "");
  }

  /** One in 50 is a page, one in 100 a draft; their dates are not in the order of their files. */
  private static Article article(int number) {
    String path = String.format("%02d/story-%05d.md", number % 12 + 1, number);
    String title = "Harbour news no. " + number;
    return new Article(
        new SourceFile(Path.of("content").resolve(path), path, "content/" + path),
        number % 50 == 1 ? "page" : "post",
        number % 100 == 2 ? Article.DRAFT : Article.PUBLISHED,
        NOON.minus(Duration.ofMinutes(number * 7919L % ARTICLES)),
        true,
        IntStream.of(number, number * 7, number * 31).mapToObj(tag -> "tag" + tag % TAGS).toList(),
        new Words(
            Map.of("title", title, "byline", "Odile Marrack"),
            new Manuscript("<p>" + title + "</p>\n", "")));
  }
}
