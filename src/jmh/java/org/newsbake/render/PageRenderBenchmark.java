package org.newsbake.render;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.newsbake.Scratch;
import org.newsbake.render.PageRenderer.TemplateFailure;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The page of an article whose footer, 10 posts and 300 tags, is the same on every page. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PageRenderBenchmark {

  private static final String INCLUDE = "<#include \"footer.ftl\">";

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head><title>${content.title?html} - ${config.site_title}</title></head>
      <body>
      <h1>${content.title}</h1>
      <p>${content.date?string("d MMMM yyyy")}<#list content.tags as tag> ${tag}</#list></p>
      ${content.body}
      """;

  private static final String FOOTER =
      """
      <footer>
      <ul>
      <#list posts as post>
      <li><a href="${content.rootpath}${post.uri}">${post.title?html}</a>
      <time>${post.date?string("d MMMM yyyy")}</time></li>
      </#list>
      </ul>
      <p>
      <#list tags as tag>
      <a href="${content.rootpath}${tag.uri}">${tag.name}</a><#sep>,
      </#list>
      </p>
      </footer>
      """;

  private static final Map<String, Object> SHARED =
      Map.of(
          "config", Map.of("site_title", "The Harbour Courier"),
          "posts", IntStream.range(0, 10).mapToObj(PageRenderBenchmark::post).toList(),
          "tags", IntStream.range(0, 300).mapToObj(PageRenderBenchmark::tag).toList());

  private final Vocabulary vocabulary =
      new Vocabulary() {
        private final Map<String, Object> content = post(3);

        @Override
        public Object get(String name) {
          return name.equals("content") ? content : SHARED.get(name);
        }

        @Override
        public boolean isShared(String name) {
          return SHARED.containsKey(name);
        }
      };

  private Scratch scratch;
  private PageRenderer renderer;

  @Setup
  public void write() throws IOException, TemplateFailure {
    scratch = Scratch.make();
    scratch.write("footer.ftl", FOOTER);
    scratch.write("steady.ftl", PAGE + INCLUDE);
    scratch.write("inline.ftl", PAGE + FOOTER);
    renderer =
        new PageRenderer(
            new TemplateOptions(
                scratch.folder(),
                "templates",
                StandardCharsets.UTF_8,
                "UTF-8",
                Locale.ENGLISH,
                ZoneOffset.UTC,
                List.of(),
                Set.of()));
    if (!Arrays.equals(steadyInclude(), inline())) {
      throw new IllegalStateException("the two pages differ");
    }
  }

  @TearDown
  public void delete() throws IOException {
    scratch.close();
  }

  @Benchmark
  public byte[] steadyInclude() throws TemplateFailure {
    return renderer.render("steady.ftl", vocabulary);
  }

  @Benchmark
  public byte[] inline() throws TemplateFailure {
    return renderer.render("inline.ftl", vocabulary);
  }

  private static Map<String, Object> post(int number) {
    return Map.of(
        "title",
        "Council keeps night ferry no. " + number,
        "uri",
        "2026/ferry-" + number + ".html",
        "date",
        Date.from(Instant.parse("2026-11-12T18:00:00Z").minusSeconds(number * 3600L)),
        "tags",
        new String[] {"ferry", "council", "Saltmere"},
        "rootpath",
        "../",
        "body",
        "<p>The night ferry stays, and its fare rises in January.</p>\n".repeat(40));
  }

  private static Map<String, Object> tag(int number) {
    return Map.of("name", "tag" + number, "uri", "tags/tag" + number + ".html");
  }
}
