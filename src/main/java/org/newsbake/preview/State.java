package org.newsbake.preview;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.newsbake.Problem;
import org.newsbake.bake.LiveSite;
import org.newsbake.bake.SiteSnapshot;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Schedule;

/** What the bar of the open pages shows. */
final class State {

  /** The most stories of each kind that are listed. */
  private static final int MOST = 50;

  private final LiveSite site;
  private final SiteHandler handler;
  private final boolean drafts;
  private final Clock clock;
  private final String token;

  State(LiveSite site, SiteHandler handler, boolean drafts, Clock clock, String token) {
    this.site = site;
    this.handler = handler;
    this.drafts = drafts;
    this.clock = clock;
    this.token = token;
  }

  /**
   * @param page the path of the address of the page that asks
   */
  String json(SiteSnapshot snapshot, String page) throws IOException {
    ZoneId zone =
        snapshot.project().map(project -> project.articleOptions().zone()).orElse(ZoneOffset.UTC);
    Instant instant = snapshot.edition().map(Edition::instant).orElseGet(clock::instant);
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("token", token);
    state.put("instant", local(instant, zone));
    state.put("zone", zone.getId());
    state.put("elsewhere", site.isElsewhere());
    state.put("drafts", drafts);
    Optional<Schedule> schedule = snapshot.schedule();
    state.put("live", schedule.map(Schedule::live).orElse(0));
    state.put("next", schedule.flatMap(Schedule::next).map(it -> local(it, zone)).orElse(""));
    state.put("items", items(schedule, zone));
    state.put("marks", marks(snapshot));
    List<Problem> problems = new ArrayList<>(snapshot.problems());
    handler.shown(snapshot, page).flatMap(PageCache.Print::problem).ifPresent(problems::add);
    state.put("problems", Json.problems(problems.stream().distinct().toList()));
    return Json.of(state);
  }

  private static List<Map<String, Object>> items(Optional<Schedule> schedule, ZoneId zone) {
    List<Map<String, Object>> items = new ArrayList<>();
    for (Schedule.State kind : Schedule.State.values()) {
      List<Schedule.Item> ofKind = schedule.map(it -> it.of(kind)).orElse(List.of());
      for (Schedule.Item item : ofKind.subList(0, Math.min(MOST, ofKind.size()))) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("state", name(kind));
        json.put("title", item.article().title().orElse(""));
        json.put("file", item.article().source().name());
        json.put("at", item.at().map(at -> local(at, zone)).orElse(""));
        items.add(json);
      }
    }
    return items;
  }

  /** What is shown and is not live now, by address. */
  private Map<String, String> marks(SiteSnapshot snapshot) {
    Map<String, String> marks = new TreeMap<>();
    if (!drafts && !site.isElsewhere()) {
      return marks;
    }
    Instant now = clock.instant();
    for (Entry entry : snapshot.edition().map(Edition::entries).orElse(List.of())) {
      Schedule.at(List.of(entry.article()), now).items().keySet().stream()
          .filter(state -> state != Schedule.State.EXPIRING)
          .findFirst()
          .ifPresent(state -> marks.put(OpenPages.address(snapshot, entry.path()), name(state)));
    }
    return marks;
  }

  private static String name(Schedule.State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  /** As browsers write it into a field for a date and time. */
  private static String local(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
        instant.atZone(zone).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS));
  }
}
