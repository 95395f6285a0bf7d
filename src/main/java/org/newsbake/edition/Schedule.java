package org.newsbake.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.newsbake.article.Article;
import org.newsbake.article.Details;

/**
 * What time does to a site: which articles are not live at an instant, which will go, and when the
 * site changes next without anybody's doing.
 *
 * <p>A site changes when an article becomes live or ceases to be, when the page of a withdrawn one
 * appears, and when an update or a correction of a live one comes due ({@link Timeline}). The news
 * sitemap, which drops each story after 48 hours, does not count: search engines ignore old
 * entries.
 *
 * @param instant the instant
 * @param live how many articles are live then
 * @param items what is not live, and what will go, by state: what is to come soonest first, what is
 *     over latest first, then by path
 * @param next the next instant after it at which the site changes by itself, if there is one
 */
public record Schedule(
    Instant instant, int live, Map<State, List<Item>> items, Optional<Instant> next) {

  /** Where an article stands at an instant. Only {@link #EXPIRING} ones are live. */
  public enum State {
    /** It has an error. */
    QUARANTINED,
    /** Its status is {@code draft}. */
    DRAFT,
    /** Its date is to come. */
    SCHEDULED,
    /** Its date has come, its embargo has not ended. */
    EMBARGOED,
    /** It is live, and will expire or be killed. */
    EXPIRING,
    /** The right to publish it has ended. */
    EXPIRED,
    /** It is withdrawn. */
    KILLED
  }

  /**
   * An article that time has to do with.
   *
   * @param article the article
   * @param at when it becomes live, for one that is to come; when it ceases or ceased to be, for
   *     one that goes or is gone; the date of a draft. Missing for drafts without a date, and for
   *     what is killed without one.
   */
  public record Item(Article article, Optional<Instant> at) {
    public Item {
      Objects.requireNonNull(article);
      Objects.requireNonNull(at);
    }
  }

  public Schedule {
    Objects.requireNonNull(instant);
    Map<State, List<Item>> copy = new EnumMap<>(State.class);
    items.forEach((state, list) -> copy.put(state, List.copyOf(list)));
    items = Collections.unmodifiableMap(copy);
    Objects.requireNonNull(next);
  }

  /** The schedule of articles at an instant. */
  public static Schedule at(List<Article> articles, Instant instant) {
    int live = 0;
    Map<State, List<Item>> items = new EnumMap<>(State.class);
    for (Article article : articles) {
      Optional<Absence.Reason> absence = new Timeline(article).absence(instant, false);
      live += absence.isEmpty() ? 1 : 0;
      state(article, absence)
          .ifPresent(
              state ->
                  items
                      .computeIfAbsent(state, key -> new ArrayList<>())
                      .add(new Item(article, time(article, state))));
    }
    items.forEach((state, list) -> list.sort(order(state)));
    return new Schedule(instant, live, items, next(articles, instant, false));
  }

  /** The articles in a state, in order. */
  public List<Item> of(State state) {
    return items.getOrDefault(state, List.of());
  }

  private static Optional<State> state(Article article, Optional<Absence.Reason> absence) {
    if (absence.isEmpty()) {
      return new Timeline(article).end().map(end -> State.EXPIRING);
    }
    return Optional.of(
        switch (absence.get()) {
          case DRAFT -> State.DRAFT;
          case SCHEDULED -> State.SCHEDULED;
          case EMBARGOED -> State.EMBARGOED;
          case EXPIRED -> State.EXPIRED;
          case KILLED -> State.KILLED;
          case QUARANTINED -> State.QUARANTINED;
        });
  }

  private static Optional<Instant> time(Article article, State state) {
    Details details = article.details();
    return switch (state) {
      case DRAFT, QUARANTINED -> article.due();
      case SCHEDULED, EMBARGOED -> new Timeline(article).begin();
      case EXPIRING -> new Timeline(article).end();
      case EXPIRED -> details.expires();
      case KILLED -> details.killed().filter(killed -> !killed.equals(Instant.MIN));
    };
  }

  private static Comparator<Item> order(State state) {
    Comparator<Instant> soonest = Comparator.naturalOrder();
    boolean over = state == State.EXPIRED || state == State.KILLED;
    return Comparator.comparing(
            (Item item) -> item.at().orElse(over ? Instant.MIN : Instant.MAX),
            over ? soonest.reversed() : soonest)
        .thenComparing(item -> item.article().source().path());
  }

  /**
   * The first instant after another at which the site shows something else of any article.
   *
   * @param drafts whether drafts are part of the site
   */
  public static Optional<Instant> next(List<Article> articles, Instant after, boolean drafts) {
    Instant next = Instant.MAX;
    for (Article article : articles) {
      Optional<Instant> turn = new Timeline(article).next(after, drafts);
      if (turn.isPresent() && turn.get().isBefore(next)) {
        next = turn.get();
      }
    }
    return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
  }
}
