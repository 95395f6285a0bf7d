package org.newsbake.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbake.wire.WireItem.Publish;
import org.newsbake.wire.WireItem.Signal;

/** An item while it is read. A reader fills it; {@link #finish} cleans the text and judges. */
final class Draft {

  static final Set<String> STATUSES = Set.of("usable", "embargoed", "withheld", "canceled");

  final WireFormat format;

  Optional<String> guid = Optional.empty();
  Optional<String> version = Optional.empty();
  Optional<WireTime> created = Optional.empty();
  Optional<WireTime> firstCreated = Optional.empty();
  Optional<String> number = Optional.empty();
  Optional<String> replaces = Optional.empty();
  Optional<WireItem.Target> kills = Optional.empty();

  Optional<String> headline = Optional.empty();

  /** Other headlines, which the text may repeat. */
  final Set<String> otherHeadlines = new LinkedHashSet<>();

  /** Bylines as sent, in the order in which they are to be tried. */
  final List<String> bylines = new ArrayList<>();

  /** Datelines as sent, and last a city that metadata name. */
  final List<String> datelines = new ArrayList<>();

  Optional<String> city = Optional.empty();
  Optional<String> language = Optional.empty();
  Optional<String> summary = Optional.empty();
  Optional<String> slugline = Optional.empty();
  final Set<String> keywords = new LinkedHashSet<>();
  final Map<String, Optional<String>> subjects = new LinkedHashMap<>();
  Optional<String> urgency = Optional.empty();

  /** Names of genres and the like, which may say that it is a plan. */
  final List<String> genres = new ArrayList<>();

  /** Names of the agency. */
  final Set<String> agencies = new LinkedHashSet<>();

  List<Block> blocks = new ArrayList<>();

  Optional<WireTime> embargo = Optional.empty();

  /** Whether there is an embargo whose end cannot be read. */
  boolean unreadEmbargo;

  Optional<WireTime> expires = Optional.empty();
  boolean unreadExpires;
  final Set<String> usage = new LinkedHashSet<>();
  Optional<String> holder = Optional.empty();
  Optional<String> notice = Optional.empty();
  Optional<String> credit = Optional.empty();

  String status = "usable";
  Optional<Signal> signal = Optional.empty();
  final Set<String> notes = new LinkedHashSet<>();
  final List<String> remarks = new ArrayList<>();

  /** A judgement of the reader's, which only a stricter one changes. */
  Optional<Publish> publish = Optional.empty();

  Optional<String> reason = Optional.empty();
  final List<WirePicture> pictures = new ArrayList<>();
  final List<String> members = new ArrayList<>();

  /** Whether lines of capitals between paragraphs are headings. */
  boolean capitalHeadings;

  /** Whether a message without a headline is complete, as a bulletin is. */
  boolean bulletin;

  Draft(WireFormat format) {
    this.format = format;
  }

  void agency(Optional<String> name) {
    name.map(Text::core).filter(it -> !it.isEmpty()).ifPresent(agencies::add);
  }

  void note(String note) {
    String line = Text.value(note);
    if (!line.isEmpty()) {
      notes.add(line);
    }
  }

  void usage(String terms) {
    String line = Text.value(terms);
    if (!line.isEmpty()) {
      usage.add(line);
    }
  }

  void subject(String code, Optional<String> name) {
    if (!code.isBlank()) {
      subjects.merge(code.strip(), name, (before, after) -> before.isPresent() ? before : after);
    }
  }

  void signal(Signal found) {
    if (signal.isEmpty() || found.compareTo(signal.get()) > 0) {
      signal = Optional.of(found);
    }
  }

  void judge(Publish verdict, String why) {
    if (publish.isEmpty() || publish.get() == Publish.HOLD && verdict != Publish.HOLD) {
      publish = Optional.of(verdict);
      reason = Optional.of(why);
    } else if (publish.get() == verdict) {
      reason = Optional.of(reason.orElse("") + "; " + why);
    }
  }

  void embargo(Optional<WireTime> until, String written) {
    if (until.isPresent()) {
      if (embargo.isEmpty() || isLater(until.get(), embargo.get())) {
        embargo = until;
      }
    } else if (!written.isBlank()) {
      unreadEmbargo = true;
      remarks.add("an embargo that cannot be read: " + written);
    }
  }

  void expires(Optional<WireTime> end) {
    if (end.isPresent() && (expires.isEmpty() || isLater(expires.get(), end.get()))) {
      expires = end;
    }
  }

  static boolean isLater(WireTime one, WireTime other) {
    java.time.ZoneId utc = java.time.ZoneOffset.UTC;
    return one.instant(other.offset().<java.time.ZoneId>map(it -> it).orElse(utc))
        .isAfter(other.instant(one.offset().<java.time.ZoneId>map(it -> it).orElse(utc)));
  }

  /** Takes what was found in mark-up. */
  void take(Markup.Found found) {
    blocks.addAll(found.blocks());
    bylines.addAll(found.bylines());
    found.place().ifPresent(datelines::add);
    if (found.teaser().isPresent() && summary.isEmpty()) {
      summary = found.teaser();
    }
    for (WirePicture picture : found.pictures()) {
      pictures.add(picture);
    }
    found.notes().forEach(this::note);
    remarks.addAll(found.remarks());
  }

  /** Text that was UTF-8, read as another character set, and sent so. */
  private static final java.util.regex.Pattern BROKEN =
      java.util.regex.Pattern.compile(
          "\u00C3[\u0080-\u00BF]|\u00E2\u20AC[\u0153\u009D\u2122\u02DC\u201C\u201D]");

  WireItem finish() {
    credit =
        credit.map(it -> it.replaceAll("[\\s\\u2013\\u2014-]+$", "")).filter(it -> !it.isEmpty());
    agency(credit);
    agency(holder);
    headline = headline.map(Draft::withoutMarks).filter(it -> !it.isEmpty());
    List<String> people = new ArrayList<>();
    Copy copy = new Copy(this);
    copy.clean();
    for (String byline : bylines) {
      people = new ArrayList<>(Names.people(byline, agencies));
      if (!people.isEmpty()) {
        break;
      }
    }
    if (people.isEmpty()) {
      people.addAll(copy.people());
    }
    Optional<String> dateline =
        datelines.stream().map(Place::of).flatMap(Optional::stream).findFirst();
    if (dateline.isEmpty()) {
      dateline = copy.opening();
    }
    if (dateline.isEmpty()) {
      dateline = city;
    }
    List<String> body = blocks.stream().map(Block::markdown).filter(it -> !it.isEmpty()).toList();
    if (body.stream()
        .anyMatch(
            it ->
                (it.indexOf('\u00C3') >= 0 || it.indexOf('\u20AC') >= 0)
                    && BROKEN.matcher(it).find())) {
      remarks.add("the text was broken before it was sent, and is kept as sent");
    }
    judge(body);
    Publish verdict = publish.orElse(Publish.YES);
    boolean story =
        verdict == Publish.YES
            || verdict == Publish.HOLD
            || STATUSES.contains(status) && !status.equals("usable") && !body.isEmpty();
    if (!story) {
      people.clear();
    }
    if (status.equals("canceled")) {
      // It is gone now, and not from then on.
      embargo = Optional.empty();
      expires = Optional.empty();
    }
    return new WireItem(
        format,
        new WireItem.Identity(guid, version, created, firstCreated, number, replaces, kills),
        new WireItem.Story(
            headline,
            people,
            dateline,
            language,
            summary,
            slugline,
            List.copyOf(keywords),
            subjects.entrySet().stream()
                .map(it -> new WireItem.Subject(it.getKey(), it.getValue()))
                .toList(),
            urgency,
            body),
        new WireItem.Rights(embargo, expires, List.copyOf(usage), holder, notice, credit),
        new WireItem.Handling(
            status,
            signal,
            verdict,
            verdict == Publish.YES ? Optional.empty() : reason,
            List.copyOf(notes),
            List.copyOf(remarks)),
        pictures,
        members);
  }

  /** A headline without marks such as {@code >>>SVK/} before it. */
  private static String withoutMarks(String headline) {
    return Text.value(headline)
        .replaceFirst("^[>*=#+\\s]{2,}(?:[A-Z]{2,6}/)?\\s*", "")
        .replaceFirst("^[*=]+\\s*", "")
        .strip();
  }

  private void judge(List<String> body) {
    embargoInWords();
    String words = slugline.orElse("") + " " + headline.orElse("");
    if (Notes.isCorrection(words) && signal.isEmpty()) {
      signal(Signal.CORRECTION);
    }
    if (signal.isEmpty() && Notes.isUpdate(slugline.orElse(""))) {
      signal(Signal.UPDATE);
    }
    boolean killed =
        headline.filter(Notes::isKill).isPresent()
            || blocks.size() <= 6 && blocks.stream().anyMatch(it -> Notes.killsInText(it.plain()));
    boolean advisory = killed || headline.filter(Notes::isHold).isPresent();
    if (advisory) {
      boolean kill = killed;
      signal(kill ? Signal.KILL : Signal.HOLD);
    }
    if (status.equals("canceled")) {
      signal(Signal.KILL);
      if (kills.isEmpty() && guid.isPresent()) {
        kills = Optional.of(new WireItem.Target(guid, Optional.empty(), Optional.empty()));
      }
      stop(Publish.NO, "canceled");
    } else if (status.equals("withheld")) {
      stop(Publish.NO, "withheld");
    } else if (signal.filter(it -> it == Signal.KILL || it == Signal.HOLD).isPresent()) {
      if (kills.isEmpty()) {
        kills = Advisory.target(this);
      }
      stop(Publish.NO, signal.get().toString().toLowerCase(Locale.ROOT) + " advisory");
    } else if (!STATUSES.contains(status)) {
      judge(Publish.HOLD, "unknown status \"" + status + "\"");
    }
    plans();
    boolean material = publish.filter(it -> it != Publish.HOLD).isPresent();
    if (material) {
      return;
    }
    if (status.equals("embargoed") && embargo.isEmpty()) {
      judge(Publish.HOLD, "embargoed, and nothing says until when");
    }
    if (unreadEmbargo) {
      judge(Publish.HOLD, "an embargo that cannot be read");
    }
    if (unreadExpires) {
      judge(Publish.HOLD, "an expiry that cannot be read");
    }
    if (headline.isEmpty() && !(bulletin && !body.isEmpty())) {
      judge(Publish.HOLD, "no headline");
    }
    if (created.isEmpty()) {
      judge(Publish.HOLD, "no date");
    }
    if (body.isEmpty()) {
      judge(Publish.HOLD, "no body");
    }
    if (signal.filter(it -> it == Signal.ADD).isPresent()) {
      judge(Publish.HOLD, "a take: text to add to another story");
    }
  }

  /** Judges against publication, whatever a reader said of doubts. */
  private void stop(Publish verdict, String why) {
    publish = Optional.empty();
    judge(verdict, why);
  }

  /** An embargo that notes or the text name. */
  private void embargoInWords() {
    List<String> words = new ArrayList<>(notes.stream().filter(Notes::saysEmbargo).toList());
    headline.filter(Notes::isEmbargo).ifPresent(words::add);
    slugline.filter(it -> it.matches(".*\\bEMBARGO(?:ED)?\\b.*")).ifPresent(words::add);
    usage.stream().filter(Notes::saysEmbargo).forEach(words::add);
    for (String line : words) {
      Optional<WireTime> until = created.flatMap(it -> EmbargoWords.read(line, it));
      if (until.isPresent()) {
        embargo(until, line);
      } else if (embargo.isEmpty()) {
        embargo(Optional.empty(), line);
      }
    }
  }

  /** What is for editors: two signs are sure, one is a doubt. */
  private void plans() {
    List<String> signs = new ArrayList<>();
    genres.stream().filter(Notes::isPlanName).findFirst().ifPresent(it -> signs.add("genre " + it));
    subjects.values().stream()
        .flatMap(Optional::stream)
        .filter(Notes::isPlanSubject)
        .findFirst()
        .ifPresent(it -> signs.add("subject " + it));
    notes.stream().filter(Notes::isPlanName).findFirst().ifPresent(it -> signs.add("note " + it));
    headline.filter(Notes::isPlanHeadline).ifPresent(it -> signs.add("headline"));
    slugline
        .filter(
            it ->
                it.matches(
                    "(?i).*\\b(?:daybook|news"
                        + " ?budget|planner)\\b.*|(?i:bc)-.*\\b(?:Advisory|ADVISORY)\\b.*"))
        .ifPresent(it -> signs.add("slugline " + it));
    if (!signs.isEmpty()) {
      judge(
          signs.size() >= 2 ? Publish.NO : Publish.HOLD,
          "schedule for editors: " + String.join(", ", signs));
    }
  }
}
