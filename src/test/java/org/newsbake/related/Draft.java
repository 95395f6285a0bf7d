package org.newsbake.related;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A text in the making: of an agency, in a language without stemmer, and otherwise empty. */
final class Draft {

  static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final String path;
  private Instant date = NOON;
  private String language = "zxx";
  private String title = "";
  private String summary = "";
  private String body = "";
  private List<String> tags = List.of();
  private Optional<String> section = Optional.empty();
  private boolean own;
  private Optional<String> guid = Optional.empty();
  private List<String> pins = List.of();
  private Set<String> excluded = Set.of();

  private Draft(String path) {
    this.path = path;
  }

  static Draft of(String path) {
    return new Draft(path);
  }

  /** What another text says. */
  static Draft of(Text text) {
    Draft draft = new Draft(text.path());
    draft.date = text.date();
    draft.language = text.language();
    draft.title = text.title();
    draft.summary = text.summary();
    draft.body = text.body();
    draft.tags = text.tags();
    draft.section = text.section();
    draft.own = text.own();
    draft.guid = text.guid();
    draft.pins = text.pins();
    draft.excluded = text.excluded();
    return draft;
  }

  Draft date(Instant date) {
    this.date = date;
    return this;
  }

  /** So many days before {@link #NOON}. */
  Draft daysAgo(long days) {
    return date(NOON.minus(Duration.ofDays(days)));
  }

  Draft language(String language) {
    this.language = language;
    return this;
  }

  Draft title(String title) {
    this.title = title;
    return this;
  }

  Draft summary(String summary) {
    this.summary = summary;
    return this;
  }

  Draft body(String body) {
    this.body = body;
    return this;
  }

  Draft tags(String... tags) {
    this.tags = List.of(tags);
    return this;
  }

  Draft section(String section) {
    this.section = Optional.of(section);
    return this;
  }

  Draft own() {
    this.own = true;
    return this;
  }

  Draft guid(String guid) {
    this.guid = Optional.of(guid);
    return this;
  }

  Draft pins(String... pins) {
    this.pins = List.of(pins);
    return this;
  }

  Draft excluded(String... excluded) {
    this.excluded = Set.of(excluded);
    return this;
  }

  Text text() {
    return new Text(
        path, date, language, title, summary, body, tags, section, own, guid, pins, excluded);
  }
}
