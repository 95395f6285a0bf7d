package org.newsbake.related;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One new story in an edition of 19,000 that is known. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class UpdateBenchmark {

  private static final int STORIES = 19_000;

  private final List<Text> texts = Stories.of(STORIES);
  private final RelatedTexts known =
      RelatedTexts.of(texts.subList(1, STORIES), RelatedOptions.DEFAULT, Each.IN_TURN);

  /** Until the list of each story is that of a new start. */
  @Benchmark
  public RelatedTexts oneNewStory() {
    return known.updated(texts, Each.IN_TURN);
  }
}
