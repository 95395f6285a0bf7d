package org.newsbake.related;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Words, stems and the sample for near copies of 500 stories, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ProfileBenchmark {

  /** What was read, in millions of characters: of this text a character is a byte. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Read {
    private double characters;

    public double megabytes() {
      return characters / 1_000_000;
    }
  }

  private final List<Text> texts = Stories.of(500);
  private final Profiler profiler = new Profiler("en");
  private final WordReader reader = new WordReader();

  @Benchmark
  public void words(Read read, Blackhole blackhole) {
    for (Text text : texts) {
      reader.readHtml(
          text.body(),
          (hash, word, length) -> {
            blackhole.consume(hash);
            return true;
          });
      read.characters += text.body().length();
    }
  }

  @Benchmark
  public void profiles(Read read, Blackhole blackhole) {
    for (Text text : texts) {
      blackhole.consume(profiler.profile(text));
      read.characters += text.title().length() + text.summary().length() + text.body().length();
    }
  }
}
