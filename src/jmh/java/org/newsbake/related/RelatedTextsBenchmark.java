package org.newsbake.related;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.newsbake.related.Candidates.Found;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What stands between 5,000 stories and their lists, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RelatedTextsBenchmark {

  private static final int STORIES = 5_000;
  private static final int SAMPLE = 2_000;

  private final List<Text> texts = Stories.of(STORIES);
  private final long[] keys = texts.stream().mapToLong(text -> Hash.of(text.path())).toArray();
  private Profile[] profiles;
  private Vectors vectors;
  private Candidates candidates;
  private RelatedTexts related;
  private int next;

  @Setup
  public void prepare() {
    Profiler profiler = new Profiler("en");
    profiles = texts.stream().map(profiler::profile).toArray(Profile[]::new);
    vectors = index();
    candidates = new Candidates(vectors);
    related = lists();
    if (texts.stream()
        .anyMatch(text -> related.of(text.path()).size() < RelatedOptions.DEFAULT.count())) {
      throw new IllegalStateException("a list is not full");
    }
  }

  @Benchmark
  public Vectors index() {
    BitSet all = new BitSet();
    all.set(0, STORIES);
    return new Vectors(profiles, keys, all, Vectors.Use.LISTS, Each.IN_TURN);
  }

  @Benchmark
  public Topics topics() {
    return new Topics(Arrays.copyOf(profiles, SAMPLE), Each.IN_TURN);
  }

  /** The candidates for one story. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public Found query() {
    next = (next + 1) % STORIES;
    return candidates.find(next);
  }

  /** Everything for all stories, their words included. */
  @Benchmark
  public RelatedTexts lists() {
    return RelatedTexts.of(texts, RelatedOptions.DEFAULT, Each.IN_TURN);
  }
}
