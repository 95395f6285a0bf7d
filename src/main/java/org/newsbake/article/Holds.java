package org.newsbake.article;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.newsbake.article.ForeignKeys.Known;
import org.newsbake.article.ForeignKeys.Sense;
import org.newsbake.article.ForeignKeys.Word;

/**
 * What {@linkplain ForeignKeys foreign keys} of one header say of when its story is live.
 *
 * @param draft whether it is not to be out at all
 * @param embargo when it may be out at the earliest
 * @param expires when it is to go
 * @param killed from when on it is withdrawn
 */
record Holds(
    boolean draft, Optional<Instant> embargo, Optional<Instant> expires, Optional<Instant> killed) {

  static final Holds NONE = new Holds(false, Optional.empty(), Optional.empty(), Optional.empty());

  private static final Holds DRAFT =
      new Holds(true, Optional.empty(), Optional.empty(), Optional.empty());

  private static Holds until(Instant instant) {
    return new Holds(false, Optional.of(instant), Optional.empty(), Optional.empty());
  }

  private static Holds from(Instant instant) {
    return new Holds(false, Optional.empty(), Optional.of(instant), Optional.empty());
  }

  private static Holds killedFrom(Instant instant) {
    return new Holds(false, Optional.empty(), Optional.empty(), Optional.of(instant));
  }

  /** The stricter of two in everything. */
  Holds and(Holds other) {
    return new Holds(
        draft || other.draft,
        later(embargo, other.embargo),
        earlier(expires, other.expires),
        earlier(killed, other.killed));
  }

  /** What an article says itself, and these holds with it. */
  Details with(Details details) {
    return equals(NONE)
        ? details
        : details.withTimes(
            later(details.embargo(), embargo),
            earlier(details.expires(), expires),
            earlier(details.killed(), killed));
  }

  /** Whether an article with these details is live at some instant at which it would be held. */
  boolean restricts(Details details, Optional<Instant> due) {
    return draft
        || embargo.isPresent()
            && !later(later(details.embargo(), due), embargo).equals(later(details.embargo(), due))
        || !earlier(details.expires(), expires).equals(details.expires())
        || !earlier(details.killed(), killed).equals(details.killed());
  }

  /** What to write instead of a key. */
  String advice(String written) {
    if (draft) {
      return "Write status: draft instead.";
    }
    if (embargo.isPresent()) {
      return "Write embargo: " + written + " instead.";
    }
    if (expires.isPresent()) {
      return "Write expires: " + written + " instead.";
    }
    return "Write killed: "
        + (killed.equals(Optional.of(Instant.MIN)) ? "true" : written)
        + " instead.";
  }

  /**
   * What the value of a key says; nothing where that cannot be read.
   *
   * @param instants reads an instant
   */
  static Optional<Holds> of(
      Known key, Object value, String written, Function<String, Optional<Instant>> instants) {
    if (key.sense() == Sense.BUILD) {
      return ofBuild(value);
    }
    if (value instanceof Map || value instanceof Collection || written.isBlank()) {
      return key.sense() == Sense.PERMALINK ? Optional.of(NONE) : Optional.empty();
    }
    Word word = ForeignKeys.word(written);
    if (key.sense() == Sense.PERMALINK) {
      return Optional.of(word == Word.NO ? DRAFT : NONE);
    }
    if (word == Word.KILLED) {
      return Optional.of(killedFrom(Instant.MIN));
    }
    if (word == Word.HELD) {
      return Optional.of(DRAFT);
    }
    return switch (key.sense()) {
      case PUBLISHES ->
          switch (word) {
            case YES, OUT -> Optional.of(NONE);
            case NO, NEVER -> Optional.of(DRAFT);
            default -> instants.apply(written).map(Holds::until);
          };
      case HOLDS ->
          switch (word) {
            case YES -> Optional.of(DRAFT);
            case NO, NEVER -> Optional.of(NONE);
            case OUT -> Optional.empty();
            default -> instants.apply(written).map(Holds::until);
          };
      case CONCEALS ->
          switch (word) {
            case YES -> Optional.of(DRAFT);
            case NO, NEVER -> Optional.of(NONE);
            default -> Optional.empty();
          };
      case ENDS ->
          switch (word) {
            case YES -> Optional.of(DRAFT);
            case NO, NEVER -> Optional.of(NONE);
            case OUT -> Optional.empty();
            default -> instants.apply(written).map(Holds::from);
          };
      case KILLS ->
          switch (word) {
            case YES -> Optional.of(killedFrom(Instant.MIN));
            case NO, NEVER -> Optional.of(NONE);
            case OUT -> Optional.empty();
            default -> instants.apply(written).map(Holds::killedFrom);
          };
      case STATUS ->
          switch (word) {
            case YES, OUT -> Optional.of(NONE);
            case NO, NEVER -> Optional.of(DRAFT);
            default -> Optional.empty();
          };
      case BUILD, PERMALINK -> throw new IllegalStateException(key.toString());
    };
  }

  /** Hugo: {@code build: {render: never, list: never}}. */
  private static Optional<Holds> ofBuild(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return Optional.of(NONE);
    }
    Holds holds = NONE;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      String name = String.valueOf(entry.getKey());
      if (List.of("render", "list").contains(name.toLowerCase(java.util.Locale.ROOT))) {
        String written = String.valueOf(entry.getValue()).strip();
        Word word = ForeignKeys.word(written);
        if (word == Word.NEVER || word == Word.NO) {
          holds = DRAFT;
        } else if (word != Word.YES && !List.of("always", "link", "local").contains(written)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(holds);
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || other.isPresent() && other.get().isAfter(one.get()) ? other : one;
  }

  private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
    return one.isEmpty() || other.isPresent() && other.get().isBefore(one.get()) ? other : one;
  }
}
