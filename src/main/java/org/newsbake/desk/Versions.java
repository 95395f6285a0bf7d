package org.newsbake.desk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.newsbake.edition.VersionOrder;
import org.newsbake.wire.Receipt;

/** The order of the versions of one item: total, whatever order they came in. */
final class Versions {

  private Versions() {}

  /** The order of some versions of one item, from the oldest. */
  static Comparator<Receipt> order(List<Receipt> chain, ZoneId zone) {
    boolean numbered = chain.stream().allMatch(it -> it.item().identity().version().isPresent());
    Comparator<Receipt> byTime = Comparator.comparing(it -> created(it, zone));
    Comparator<Receipt> byVersion =
        (one, other) ->
            VersionOrder.compare(
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

  /** The last of some versions. */
  static Optional<Receipt> last(List<Receipt> receipts, Comparator<Receipt> order) {
    return receipts.stream().max(order);
  }
}
