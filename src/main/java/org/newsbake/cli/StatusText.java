package org.newsbake.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.bake.Survey;
import org.newsbake.edition.Schedule;
import org.newsbake.edition.Schedule.Item;
import org.newsbake.edition.Schedule.State;

/** A schedule as the terminal shows it. */
final class StatusText {

  /** The stories of a state that are listed unless all are asked for. */
  static final int MOST = 20;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private static final String NO_TIME = " ".repeat("2026-11-26 06:00".length());

  private final ZoneId zone;
  private final Schedule schedule;

  private StatusText(ZoneId zone, Schedule schedule) {
    this.zone = zone;
    this.schedule = schedule;
  }

  /**
   * Prints a survey, if it has a schedule.
   *
   * @param all whether to list every story of a state that has many
   */
  static void print(Survey survey, boolean all, PrintWriter out) {
    survey
        .schedule()
        .ifPresent(
            schedule ->
                new StatusText(survey.zone(), schedule)
                    .list(all, survey.contentFiles(), withheld(survey), out));
  }

  private static long withheld(Survey survey) {
    return survey.problems().stream()
        .filter(problem -> problem.code().equals(Survey.WITHHELD))
        .count();
  }

  private void list(boolean all, int contentFiles, long withheld, PrintWriter out) {
    for (State state : State.values()) {
      List<Item> items = schedule.of(state);
      if (!items.isEmpty()) {
        out.printf(Locale.ROOT, "%s (%,d)%n", title(state), items.size());
        items.stream().limit(all ? items.size() : MOST).map(this::line).forEach(out::println);
        if (!all && items.size() > MOST) {
          out.printf(Locale.ROOT, "  and %,d more: --all%n", items.size() - MOST);
        }
        out.println();
      }
    }
    out.printf(
        Locale.ROOT,
        "%,d of %s live at %s (%s).%n",
        schedule.live(),
        ReportText.count(contentFiles, "content file"),
        time(schedule.instant()),
        zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone);
    if (withheld > 0) {
      out.printf(
          Locale.ROOT,
          "%s not copied: backups, or stories that no reader reads (file-withheld above).%n",
          ReportText.count(withheld, "file") + (withheld == 1 ? " is" : " are"));
    }
    out.println(
        schedule
            .next()
            .map(
                next -> "The site changes by itself at " + time(next) + ", " + distance(next) + ".")
            .orElse("The site does not change by itself."));
  }

  private static String title(State state) {
    return switch (state) {
      case QUARANTINED -> "Held back for errors";
      case DRAFT -> "Drafts";
      case SCHEDULED -> "Scheduled";
      case EMBARGOED -> "Embargoed";
      case EXPIRING -> "Expiring";
      case EXPIRED -> "Expired";
      case KILLED -> "Killed";
    };
  }

  private String line(Item item) {
    Optional<Instant> at = item.at();
    return String.format(
            Locale.ROOT,
            "  %s  %-14s  %s  %s",
            at.map(this::time).orElse(NO_TIME),
            at.map(this::distance).orElse(""),
            Problem.printable(item.article().source().name()),
            item.article().title().map(Problem::printable).orElse(""))
        .stripTrailing();
  }

  private String time(Instant instant) {
    return TIME.format(instant.atZone(zone));
  }

  /** How far an instant is from that of the schedule, in the largest unit that says enough. */
  private String distance(Instant instant) {
    Duration duration = Duration.between(schedule.instant(), instant);
    Duration length = duration.abs();
    if (length.toMinutes() == 0) {
      return "now";
    }
    String words =
        length.toHours() >= 48
            ? ReportText.count(length.toDays(), "day")
            : length.toMinutes() >= 120
                ? ReportText.count(length.toHours(), "hour")
                : ReportText.count(length.toMinutes(), "minute");
    return duration.isNegative() ? words + " ago" : "in " + words;
  }
}
