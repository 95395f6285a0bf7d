package org.newsbake.preview;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What open pages were told of copied files and of saved articles, so that it can be told later to
 * those that nobody looked at. Not thread-safe.
 */
final class PendingNotices {

  /** The most changes that are kept. */
  private static final int MOST = 1_000;

  private final String run;
  private final Deque<Change> changes = new ArrayDeque<>();
  private long now;
  private long oldest;
  private Optional<Change> visit = Optional.empty();

  /** A file that changed, or an article that is to be seen. */
  private record Change(long number, String address) {}

  /**
   * @param run tells this server from those before it; letters and digits
   */
  PendingNotices(String run) {
    this.run = run;
  }

  /**
   * @param files the addresses of the files that changed, or nothing where nobody knows
   * @param saved the address of the article that is to be seen
   */
  void add(Optional<List<String>> files, Optional<String> saved) {
    now++;
    if (files.isEmpty()) {
      changes.clear();
      oldest = now;
    }
    files.orElse(List.of()).forEach(file -> changes.add(new Change(now, file)));
    while (changes.size() > MOST) {
      oldest = changes.remove().number;
    }
    saved.ifPresent(address -> visit = Optional.of(new Change(now, address)));
  }

  /** How far a page is that was told everything. */
  String mark() {
    return run + "-" + now;
  }

  /**
   * The files that changed after a mark; nothing where nobody knows any more.
   *
   * @param mark what {@link #mark} gave, or anything else
   */
  Optional<List<String>> since(String mark) {
    OptionalLong number = number(mark);
    return number.isEmpty() || number.getAsLong() < oldest
        ? Optional.empty()
        : Optional.of(
            changes.stream()
                .filter(change -> change.number > number.getAsLong())
                .map(Change::address)
                .distinct()
                .toList());
  }

  /** The article that was saved after a mark, unless a page went there. */
  Optional<String> visitSince(String mark) {
    OptionalLong number = number(mark);
    return visit
        .filter(it -> number.isPresent() && it.number > number.getAsLong())
        .map(Change::address);
  }

  /** A page has been opened. */
  void opened(String address) {
    visit =
        visit.filter(it -> !RequestPath.decoded(it.address).equals(RequestPath.decoded(address)));
  }

  private OptionalLong number(String mark) {
    String number = mark.startsWith(run + "-") ? mark.substring(run.length() + 1) : "";
    return number.matches("[0-9]{1,18}")
        ? OptionalLong.of(Long.parseLong(number))
        : OptionalLong.empty();
  }
}
