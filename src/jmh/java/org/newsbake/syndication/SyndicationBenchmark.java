package org.newsbake.syndication;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Feeds of twenty stories of 3,000 characters, and the JSON of one page, as a short build runs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(jvmArgsAppend = "-XX:TieredStopAtLevel=1")
public class SyndicationBenchmark {

  private static final int STORIES = 20;

  private final Rss rss = new Rss();
  private final Atom atom = new Atom();
  private final JsonFeed jsonFeed = new JsonFeed();
  private final NewsArticle article = new NewsArticle(Stories.PUBLISHER);
  private final Channel channel = Stories.channel("feed");
  private Story own;
  private String html;
  private List<Story> stories;

  @Setup
  public void prepare() {
    own = Stories.own();
    html =
        "<p>The council of the town has decided that <a href=\"/b\">the bridge</a> is built.</p>\n"
            .repeat(36);
    stories = Collections.nCopies(STORIES, story());
  }

  @Benchmark
  public Story story() {
    return new Story(
        own.url(),
        own.guid(),
        own.title(),
        own.summary(),
        html,
        own.published(),
        own.updated(),
        own.language(),
        own.authors(),
        own.section(),
        own.tags(),
        own.pictures(),
        own.source(),
        own.dateline(),
        own.version(),
        own.corrections(),
        own.words());
  }

  @Benchmark
  public byte[] rss() {
    return rss.feed(channel, stories);
  }

  @Benchmark
  public byte[] atom() {
    return atom.feed(channel, stories);
  }

  @Benchmark
  public byte[] jsonFeed() {
    return jsonFeed.feed(channel, stories);
  }

  @Benchmark
  public String newsArticle() {
    return article.json(own, Stories.CRUMBS);
  }
}
