package org.newsbake.related;

import java.util.ArrayList;
import java.util.BitSet;
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
    long[] seconds =
        members.stream().filter(Objects::nonNull).mapToLong(Settled::second).sorted().toArray();
    BitSet settled = new BitSet();
    int count = count(seconds.length);
    if (count == 0) {
      return settled;
    }
    long last = seconds[count - 1];
    List<Member> ofLast = new ArrayList<>();
    for (Member member : members) {
      if (member != null && second(member) < last) {
        settled.set(member.number());
      } else if (member != null && second(member) == last) {
        ofLast.add(member);
      }
    }
    ofLast.sort(Member.NEWEST.reversed());
    ofLast
        .subList(0, count - settled.cardinality())
        .forEach(member -> settled.set(member.number()));
    return settled;
  }

  private static long second(Member member) {
    return member.text().date().getEpochSecond();
  }
}
