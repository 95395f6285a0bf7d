package org.newsbake.article;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.newsbake.Scratch;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One article from its file: the header and a plain body. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ArticleReadBenchmark {

  /** The same header in both manners. */
  public enum Manner {
    KEY_VALUE(
        """
        title=Council keeps night ferry
        date=2026-11-12
        type=post
        status=published
        tags=ferry, council, Saltmere
        byline=Odile Marrack
        slugline=FERRY-COUNCIL/
        urgency=4
        summary=The night ferry stays, and its fare rises to 2.80 crowns in January.
        ~~~~~~
        """),
    YAML(
        """
        ---
        title: Council keeps night ferry
        date: 2026-11-12
        type: post
        status: published
        tags: [ferry, council, Saltmere]
        byline: Odile Marrack
        slugline: FERRY-COUNCIL/
        urgency: 4
        summary: The night ferry stays, and its fare rises to 2.80 crowns in January.
        ---
        """);

    final String header;

    Manner(String header) {
      this.header = header;
    }
  }

  @Param Manner manner;

  private final ArticleReader reader = new ArticleReader(Samples.OPTIONS);
  private Scratch scratch;
  private SourceFile file;

  @Setup
  public void write() throws IOException {
    scratch = Scratch.make();
    String name = "ferry.md";
    file =
        new SourceFile(
            scratch.write(name, manner.header + Story.PLAIN.markdown), name, "content/" + name);
    if (!read().problems().isEmpty()) {
      throw new IllegalStateException(read().problems().toString());
    }
  }

  @TearDown
  public void delete() throws IOException {
    scratch.close();
  }

  @Benchmark
  public Reading read() throws IOException {
    return reader.read(file);
  }
}
