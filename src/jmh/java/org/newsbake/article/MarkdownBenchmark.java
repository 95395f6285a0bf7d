package org.newsbake.article;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.PegdownExtensions;
import com.vladsch.flexmark.profile.pegdown.PegdownOptionsAdapter;
import com.vladsch.flexmark.util.data.DataHolder;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A body in Markdown to HTML, with JBake's default extensions. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class MarkdownBenchmark {

  private static final int FLAGS =
      PegdownExtensions.HARDWRAPS
          | PegdownExtensions.AUTOLINKS
          | PegdownExtensions.FENCED_CODE_BLOCKS
          | PegdownExtensions.DEFINITIONS;

  @Param Story story;

  private final Markdown markdown = new Markdown(Samples.OPTIONS.markdownExtensions());
  private Parser parser;
  private HtmlRenderer renderer;

  @Setup
  public void prepare() {
    buildFlexmark();
    if (!newsbake().equals(flexmark())) {
      throw new IllegalStateException("the two texts differ");
    }
  }

  private void buildFlexmark() {
    DataHolder options = PegdownOptionsAdapter.flexmarkOptions(FLAGS);
    parser = Parser.builder(options).build();
    renderer = HtmlRenderer.builder(options).build();
  }

  @Benchmark
  public String newsbake() {
    return markdown.toHtml(story.markdown);
  }

  @Benchmark
  public String flexmark() {
    return renderer.render(parser.parse(story.markdown));
  }

  /** What JBake does: a parser and a renderer for each page. */
  @Benchmark
  public String flexmarkAsInJBake() {
    buildFlexmark();
    return flexmark();
  }
}
