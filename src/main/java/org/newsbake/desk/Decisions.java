package org.newsbake.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbake.wire.Receipt;
import org.newsbake.wire.WireItem;
import org.newsbake.wire.WireItem.Publish;
import org.newsbake.wire.WireItem.Signal;
import org.newsbake.wire.WireItem.Target;

/**
 * What becomes of each item of a source. A function of the set of all that was received, and of
 * what people decided: the order in which it came changes nothing.
 */
final class Decisions {

  /** How long before an advisory the message was sent whose number it names. */
  private static final Duration NUMBERED = Duration.ofDays(3);

  /** How long before an advisory the story was sent whose slugline it names. */
  private static final Duration SLUGGED = Duration.ofDays(30);

  /** What an item is to be. */
  enum State {
    /** No article. */
    NONE,
    /** A story. */
    STORY,
    /** A draft, and why is said. */
    DRAFT,
    /** Withdrawn for good. */
    KILLED
  }

  /**
   * A decision.
   *
   * @param text the version whose text counts
   * @param newest the newest version of all
   * @param why why it is no story
   * @param person whether someone is to look at it
   */
  record Verdict(
      State state, Optional<Receipt> text, Receipt newest, List<String> why, boolean person) {
    Verdict {
      why = List.copyOf(why);
    }
  }

  /** What an advisory means: the guids that it may name. */
  record Advice(Receipt receipt, Set<String> guids, boolean sure) {}

  private final ZoneId zone;
  private final Map<String, List<Receipt>> chains = new HashMap<>();
  private final Map<String, List<Advice>> advices = new HashMap<>();
  private final List<Advice> all = new ArrayList<>();
  private final Map<String, Set<String>> packages = new HashMap<>();
  private final Map<String, String> settled;

  /**
   * @param settled what people decided of an advisory: by its guid and that of the story, {@code
   *     theirs} or {@code ours}
   */
  Decisions(Collection<Receipt> receipts, Map<String, String> settled, ZoneId zone) {
    this.zone = zone;
    this.settled = settled;
    Map<String, List<Receipt>> numbers = new HashMap<>();
    Map<String, List<Receipt>> slugs = new HashMap<>();
    List<Receipt> kills = new ArrayList<>();
    for (Receipt receipt : receipts) {
      chains.computeIfAbsent(receipt.guid(), key -> new ArrayList<>()).add(receipt);
      if (isCopy(receipt)) {
        receipt
            .item()
            .identity()
            .number()
            .ifPresent(it -> numbers.computeIfAbsent(it, key -> new ArrayList<>()).add(receipt));
        receipt
            .chain()
            .ifPresent(it -> slugs.computeIfAbsent(it, key -> new ArrayList<>()).add(receipt));
      }
      boolean advises =
          receipt.item().identity().kills().isPresent()
              || receipt
                  .item()
                  .handling()
                  .signal()
                  .filter(it -> it == Signal.KILL || it == Signal.HOLD)
                  .isPresent();
      if (advises && !isOwn(receipt)) {
        kills.add(receipt);
      }
      for (String member : receipt.item().members()) {
        packages.computeIfAbsent(member, key -> new LinkedHashSet<>()).add(receipt.guid());
      }
    }
    for (Receipt kill : kills) {
      Advice advice = advice(kill, numbers, slugs);
      all.add(advice);
      advice
          .guids()
          .forEach(guid -> advices.computeIfAbsent(guid, key -> new ArrayList<>()).add(advice));
    }
  }

  /** Whether an item cancels its own versions. */
  private static boolean isOwn(Receipt receipt) {
    Optional<Target> target = receipt.item().identity().kills();
    return target.flatMap(Target::guid).filter(receipt.guid()::equals).isPresent();
  }

  private static boolean isCanceled(Receipt receipt) {
    return receipt.item().handling().pubStatus().equals("canceled")
        && (isOwn(receipt) || receipt.item().identity().kills().isEmpty());
  }

  /** Whether an item may be a story at all. */
  private static boolean isCopy(Receipt receipt) {
    Publish publish = receipt.item().handling().publish();
    boolean take = receipt.item().handling().signal().filter(it -> it == Signal.ADD).isPresent();
    return (publish == Publish.YES || publish == Publish.HOLD) && !take;
  }

  private Advice advice(
      Receipt kill, Map<String, List<Receipt>> numbers, Map<String, List<Receipt>> slugs) {
    Optional<Target> target = kill.item().identity().kills();
    if (target.isEmpty()) {
      return new Advice(kill, Set.of(), true);
    }
    Optional<String> guid = target.get().guid();
    if (guid.isPresent()) {
      return new Advice(kill, chains.containsKey(guid.get()) ? Set.of(guid.get()) : Set.of(), true);
    }
    Optional<String> slug = target.get().slugline().map(it -> it.toLowerCase(Locale.ROOT));
    if (target.get().number().isPresent()) {
      Set<String> found = new LinkedHashSet<>();
      for (Receipt one : numbers.getOrDefault(target.get().number().get(), List.of())) {
        boolean agrees = slug.isEmpty() || one.chain().isEmpty() || one.chain().equals(slug);
        if (agrees && isBefore(one, kill, NUMBERED)) {
          found.add(one.guid());
        }
      }
      if (!found.isEmpty()) {
        return new Advice(kill, found, found.size() == 1);
      }
    }
    Set<String> found = new LinkedHashSet<>();
    for (Receipt one : slug.map(it -> slugs.getOrDefault(it, List.of())).orElse(List.of())) {
      if (isBefore(one, kill, SLUGGED)) {
        found.add(one.guid());
      }
    }
    return new Advice(kill, found, found.size() == 1 && target.get().number().isEmpty());
  }

  private boolean isBefore(Receipt story, Receipt kill, Duration within) {
    Instant sent = Versions.created(story, zone);
    Instant killed = Versions.created(kill, zone);
    return sent.equals(Instant.MIN)
        || killed.equals(Instant.MIN)
        || !sent.isAfter(killed) && !sent.isBefore(killed.minus(within));
  }

  /** The advisories whose story did not come yet. */
  List<Receipt> pending() {
    return all.stream().filter(it -> it.guids().isEmpty()).map(Advice::receipt).toList();
  }

  /** What an advisory means. */
  Optional<Advice> advice(Receipt receipt) {
    return all.stream().filter(it -> it.receipt().equals(receipt)).findFirst();
  }

  /** The guids that an advisory names. */
  Set<String> named(Receipt receipt) {
    return advice(receipt).map(Advice::guids).orElse(Set.of());
  }

  /** The packages that bind an item, by guid. */
  Set<String> packagesOf(String guid) {
    return packages.getOrDefault(guid, Set.of());
  }

  /** All versions of an item. */
  List<Receipt> chain(String guid) {
    return chains.getOrDefault(guid, List.of());
  }

  /** The newest version of an item. */
  Optional<Receipt> newest(String guid) {
    List<Receipt> chain = chain(guid);
    return Versions.last(chain, Versions.order(chain, zone));
  }

  /** The key by which a person's decision on an advisory is kept. */
  static String key(String advisory, String guid) {
    return advisory + "\n" + guid;
  }

  /** What becomes of an item; nothing where none of that guid came. */
  Optional<Verdict> of(String guid) {
    List<Receipt> chain = chain(guid);
    if (chain.isEmpty()) {
      return Optional.empty();
    }
    Comparator<Receipt> order = Versions.order(chain, zone);
    Receipt newest = Versions.last(chain, order).orElseThrow();
    List<Receipt> copies = chain.stream().filter(Decisions::isCopy).sorted(order).toList();
    List<Receipt> alive = new ArrayList<>(copies);
    List<String> why = new ArrayList<>();
    boolean killed = false;
    boolean person = false;
    Optional<Receipt> canceled =
        Versions.last(chain.stream().filter(Decisions::isCanceled).toList(), order);
    if (canceled.isPresent()) {
      killed = true;
      why.add("canceled by its sender");
      alive.removeIf(it -> order.compare(it, canceled.get()) <= 0);
    }
    boolean held = false;
    for (Advice advice : advices.getOrDefault(guid, List.of())) {
      Receipt receipt = advice.receipt();
      String decided = settled.getOrDefault(key(receipt.guid(), guid), "");
      if (decided.equals("ours")) {
        continue;
      }
      Instant from = Versions.created(receipt, zone);
      boolean later =
          copies.stream()
              .anyMatch(
                  it -> Versions.created(it, zone).isAfter(from) && !from.equals(Instant.MIN));
      boolean kills = receipt.item().handling().signal().filter(it -> it == Signal.HOLD).isEmpty();
      if (!advice.sure() && !decided.equals("theirs")) {
        why.add("an advisory may mean it: " + headline(receipt));
        held = true;
        person = true;
      } else if (kills) {
        killed = true;
        why.add("killed by an advisory: " + headline(receipt));
        alive.removeIf(it -> from.equals(Instant.MIN) || !Versions.created(it, zone).isAfter(from));
      } else if (!later) {
        held = true;
        why.add("held by an advisory: " + headline(receipt));
      }
    }
    if (killed && alive.isEmpty()) {
      return Optional.of(
          new Verdict(
              copies.isEmpty() ? State.NONE : State.KILLED, text(copies), newest, why, person));
    }
    if (killed) {
      why.add("this version came after the kill");
      held = true;
      person = true;
    }
    Optional<Receipt> withheld =
        Versions.last(
            chain.stream()
                .filter(it -> it.item().handling().pubStatus().equals("withheld"))
                .toList(),
            order);
    if (withheld.isPresent()
        && alive.stream().allMatch(it -> order.compare(it, withheld.get()) < 0)) {
      held = true;
      why.add("withheld by its sender");
    }
    Optional<Receipt> text = text(alive);
    if (text.isEmpty()) {
      newest.item().handling().reason().ifPresent(why::add);
      return Optional.of(new Verdict(State.NONE, Optional.empty(), newest, why, person));
    }
    WireItem item = text.get().item();
    if (item.handling().publish() == Publish.HOLD) {
      held = true;
      person = true;
      why.add(item.handling().reason().orElse("in doubt"));
    }
    Receipt last = alive.get(alive.size() - 1);
    if (last != text.get()) {
      person = true;
      why.add(
          "version "
              + last.item().identity().version().orElse("?")
              + " has no text, so the one before stays");
    }
    return Optional.of(new Verdict(held ? State.DRAFT : State.STORY, text, newest, why, person));
  }

  private static String headline(Receipt receipt) {
    return receipt
        .item()
        .story()
        .headline()
        .or(() -> receipt.item().story().slugline())
        .orElse(receipt.name());
  }

  /** The version whose text counts: the newest that has one. */
  private static Optional<Receipt> text(List<Receipt> ordered) {
    for (int i = ordered.size() - 1; i >= 0; i--) {
      if (ordered.get(i).hasText()) {
        return Optional.of(ordered.get(i));
      }
    }
    return ordered.isEmpty() ? Optional.empty() : Optional.of(ordered.get(ordered.size() - 1));
  }
}
