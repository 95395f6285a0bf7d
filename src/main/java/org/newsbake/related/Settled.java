package org.newsbake.related;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Which texts say how much a word weighs and which topics there are: the oldest ones, in a number
 * that grows in steps. A new story is none of them, so that it leaves the weights as they are; at
 * the next step, a sixteenth of all texts later, it becomes one.
 */
final class Settled {

  /** The texts are at least so many times as many as a step has. */
  private static final int STEPS = 16;

  private Settled() {}

  /** How many of so many texts are settled. */
  static int count(int texts) {
    int step = Math.max(1, Integer.highestOneBit(texts) / STEPS);
    return texts - texts % step;
  }

  /**
   * The numbers of the members that are settled.
   *
   * @param members the members by their numbers, {@code null} for a number that is not in use
   */
  static BitSet of(List<Member> members) {
    Member[] oldest =
        members.stream()
            .filter(Objects::nonNull)
            .sorted(Comparator.comparing(it -> it, Member.NEWEST.reversed()))
            .toArray(Member[]::new);
    BitSet settled = new BitSet();
    Arrays.stream(oldest)
        .limit(count(oldest.length))
        .forEach(member -> settled.set(member.number()));
    return settled;
  }
}
