package org.newsbake.edition;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.newsbake.article.Article;
import org.newsbake.article.Details;
import org.newsbake.article.Details.Correction;

/**
 * What time does to an article. Only this class compares an article's instants with the clock, so
 * that editions, pages and schedules agree.
 *
 * <p>Between two {@linkplain #next turns} the site shows the same of the article.
 */
final class Timeline {

  /** What the site has of an article. */
  enum Presence {
    /** Its page, and its places in lists and feeds. */
    LIVE,
    /** The page of a withdrawn article, where it was live. */
    WITHDRAWN,
    /** The page of an article with an error, at addresses that were public. */
    UNAVAILABLE,
    /** Nothing. */
    NONE
  }

  /** What the site shows of an article at an instant, as far as that depends on the instant. */
  record Appearance(
      Presence presence,
      Optional<Instant> updated,
      List<Correction> corrections,
      boolean image,
      boolean pictures) {}

  private final Article article;
  private final Details details;

  Timeline(Article article) {
    this.article = article;
    this.details = article.details();
  }

  /** Why the article is not live at an instant, if it is not. */
  Optional<Absence.Reason> absence(Instant instant, boolean drafts) {
    if (hasCome(details.killed(), instant)) {
      return Optional.of(Absence.Reason.KILLED);
    }
    if (hasCome(details.expires(), instant)) {
      return Optional.of(Absence.Reason.EXPIRED);
    }
    if (isDraft() && !drafts) {
      return Optional.of(Absence.Reason.DRAFT);
    }
    if (isToCome(article.due(), instant)) {
      return Optional.of(Absence.Reason.SCHEDULED);
    }
    if (isToCome(details.embargo(), instant)) {
      return Optional.of(Absence.Reason.EMBARGOED);
    }
    return article.quarantined() ? Optional.of(Absence.Reason.QUARANTINED) : Optional.empty();
  }

  /** Whether the article was live before the instant and is killed or expired at it. */
  boolean isWithdrawn(Instant instant) {
    if (isDraft() || !hasCome(details.killed(), instant) && !hasCome(details.expires(), instant)) {
      return false;
    }
    Instant first = begin().orElse(Instant.MIN);
    return !first.isAfter(instant)
        && details.expires().map(first::isBefore).orElse(true)
        && details.killed().map(end -> end.equals(Instant.MIN) || first.isBefore(end)).orElse(true);
  }

  /** Whether the right to show its lead picture has ended. */
  boolean isImageOver(Instant instant) {
    return hasCome(details.image().flatMap(Details.Image::expires), instant)
        || arePicturesOver(instant);
  }

  /** Whether the right to show any of its pictures has ended. */
  boolean arePicturesOver(Instant instant) {
    return hasCome(details.picturesExpire(), instant);
  }

  /** When the article was updated last, if that is after its date and not to come. */
  Optional<Instant> updated(Instant instant) {
    return details.updated().filter(it -> it.isAfter(article.date()) && !it.isAfter(instant));
  }

  /** Whether an update of the article is to come. */
  boolean isUpdateToCome(Instant instant) {
    return isToCome(details.updated(), instant);
  }

  /** The corrections up to an instant, newest first. */
  List<Correction> corrections(Instant instant) {
    return details.corrections().stream()
        .filter(correction -> !correction.date().isAfter(instant))
        .sorted(Comparator.comparing(Correction::date).reversed())
        .toList();
  }

  /** When the page of the article last said something new: published, updated or corrected. */
  Instant changed(Instant instant) {
    Instant changed = updated(instant).orElse(article.date());
    for (Correction correction : details.corrections()) {
      if (correction.date().isAfter(changed) && !correction.date().isAfter(instant)) {
        changed = correction.date();
      }
    }
    return changed;
  }

  /** When the article becomes live at the earliest, if it says so. */
  Optional<Instant> begin() {
    Optional<Instant> due = article.due();
    Optional<Instant> embargo = details.embargo();
    return due.isEmpty() || embargo.isPresent() && embargo.get().isAfter(due.get()) ? embargo : due;
  }

  /** When the article ceases to be live, if it says so. */
  Optional<Instant> end() {
    Optional<Instant> expires = details.expires();
    Optional<Instant> killed = details.killed();
    return expires.isEmpty() || killed.isPresent() && killed.get().isBefore(expires.get())
        ? killed
        : expires;
  }

  /** What the site shows of the article at an instant. */
  Appearance at(Instant instant, boolean drafts) {
    Optional<Absence.Reason> absence = absence(instant, drafts);
    if (absence.isEmpty()) {
      return new Appearance(
          Presence.LIVE,
          updated(instant),
          corrections(instant),
          !isImageOver(instant),
          !arePicturesOver(instant));
    }
    Presence presence =
        isWithdrawn(instant)
            ? Presence.WITHDRAWN
            : absence.get() == Absence.Reason.QUARANTINED ? Presence.UNAVAILABLE : Presence.NONE;
    return new Appearance(presence, Optional.empty(), List.of(), false, false);
  }

  /** The first instant after another at which the site shows something else of the article. */
  Optional<Instant> next(Instant after, boolean drafts) {
    Instant next = Instant.MAX;
    for (Instant instant : instants()) {
      // Most articles are asked in vain: what they name is over.
      if (instant.isAfter(after)
          && instant.isBefore(next)
          && !at(instant, drafts).equals(at(instant.minusNanos(1), drafts))) {
        next = instant;
      }
    }
    return next.equals(Instant.MAX) ? Optional.empty() : Optional.of(next);
  }

  /** Every instant that the article names, and that may change something. */
  private List<Instant> instants() {
    List<Instant> instants = new ArrayList<>(8);
    article.due().ifPresent(instants::add);
    details.embargo().ifPresent(instants::add);
    details.expires().ifPresent(instants::add);
    details.killed().ifPresent(instants::add);
    details.updated().ifPresent(instants::add);
    details.image().flatMap(Details.Image::expires).ifPresent(instants::add);
    details.picturesExpire().ifPresent(instants::add);
    details.corrections().forEach(correction -> instants.add(correction.date()));
    return instants;
  }

  private boolean isDraft() {
    return article.status().equals(Article.DRAFT);
  }

  private static boolean isToCome(Optional<Instant> begin, Instant instant) {
    return begin.isPresent() && begin.get().isAfter(instant);
  }

  private static boolean hasCome(Optional<Instant> end, Instant instant) {
    return end.isPresent() && !end.get().isAfter(instant);
  }
}
