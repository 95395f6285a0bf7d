package org.newsbake.related;

import java.util.BitSet;
import java.util.List;
import java.util.stream.LongStream;

/** The vectors of texts that are all settled, with keys in their order. */
final class Indexed {

  private Indexed() {}

  static Profile[] profiles(List<Text> texts) {
    Profiler profiler = new Profiler("zxx");
    return texts.stream().map(profiler::profile).toArray(Profile[]::new);
  }

  static Vectors vectors(List<Text> texts) {
    return vectors(profiles(texts), texts.size());
  }

  /**
   * @param settled how many of the texts are settled: the first ones
   */
  static Vectors vectors(Profile[] profiles, int settled) {
    return new Vectors(
        profiles, keys(profiles.length), first(settled), Vectors.Use.UPDATES, Each.IN_TURN);
  }

  static long[] keys(int size) {
    return LongStream.range(0, size).toArray();
  }

  static BitSet first(int size) {
    BitSet first = new BitSet();
    first.set(0, size);
    return first;
  }
}
