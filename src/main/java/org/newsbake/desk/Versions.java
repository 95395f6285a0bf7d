package org.newsbake.desk;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsbake.wire.Receipt;

/** The order of the versions of one item: total, whatever order they came in. */
final class Versions {

  private static final Pattern PART = Pattern.compile("(\\d+)|(\\D+)");

  private Versions() {}

  /** The order of some versions of one item, from the oldest. */
  static Comparator<Receipt> order(List<Receipt> chain, ZoneId zone) {
    boolean numbered = chain.stream().allMatch(it -> it.item().identity().version().isPresent());
    Comparator<Receipt> byTime = Comparator.comparing(it -> created(it, zone));
    Comparator<Receipt> byVersion =
        (one, other) ->
            compare(
                one.item().identity().version().orElse(""),
                other.item().identity().version().orElse(""));
    Comparator<Receipt> order = numbered ? byVersion.thenComparing(byTime) : byTime;
    return order
        .thenComparing(it -> it.hasText() ? 1 : 0)
        .thenComparing(Receipt::sha)
        .thenComparing(Receipt::index);
  }

  static Instant created(Receipt receipt, ZoneId zone) {
    return receipt.item().identity().created().map(it -> it.instant(zone)).orElse(Instant.MIN);
  }

  /** Compares versions by their numbers, so that 9 comes before 10 and 1N before 2. */
  static int compare(String one, String other) {
    Matcher a = PART.matcher(one);
    Matcher b = PART.matcher(other);
    while (true) {
      boolean moreA = a.find();
      boolean moreB = b.find();
      if (!moreA || !moreB) {
        return Boolean.compare(moreA, moreB);
      }
      int order;
      if (a.group(1) != null && b.group(1) != null) {
        order = new BigInteger(a.group(1)).compareTo(new BigInteger(b.group(1)));
      } else {
        order = a.group().compareTo(b.group());
      }
      if (order != 0) {
        return order;
      }
    }
  }

  /** The last of some versions. */
  static Optional<Receipt> last(List<Receipt> receipts, Comparator<Receipt> order) {
    return receipts.stream().max(order);
  }
}
