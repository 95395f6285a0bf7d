package org.newsbake.related;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Words, stems and the sample for near copies of 500 stories, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ProfileBenchmark {

  private static final int STORIES = 500;

  private final List<Text> texts = Stories.of(STORIES);
  private final Profiler profiler = new Profiler("en");
  private final WordReader reader = new WordReader();

  @Benchmark
  @OperationsPerInvocation(STORIES)
  public void words(Blackhole blackhole) {
    for (Text text : texts) {
      reader.readHtml(
          text.body(),
          (hash, word, length) -> {
            blackhole.consume(hash);
            return true;
          });
    }
  }

  @Benchmark
  @OperationsPerInvocation(STORIES)
  public void profiles(Blackhole blackhole) {
    for (Text text : texts) {
      blackhole.consume(profiler.profile(text));
    }
  }
}
