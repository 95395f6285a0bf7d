package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.edition.Page;
import org.newsbake.edition.Schedule;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;

/** The bytes of all pages, hour by hour, are the oracle of the schedule. */
class ScheduledPagesTest {

  private static final int SITES = 10;
  private static final int HOURS = 24 * 2;
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  private static final String CARD =
      """
      <#macro card it>${it.uri} ${it.title} ${(it.story.updated?datetime?iso_utc)!}
      <#list it.story.corrections as correction>${correction.date?datetime?iso_utc} ${correction.text}
      </#list></#macro>
      """;

  @TempDir private Path temporary;

  @Test
  void pagesChangeAtTheInstantsOfTheScheduleAndAtNoOthers() throws IOException {
    int updates = 0;
    for (int seed = 0; seed < SITES; seed++) {
      Random random = new Random(seed);
      Path folder = temporary.resolve("site" + seed);
      List<String> stories = write(new TestSite(folder), random);
      updates += (int) stories.stream().filter(it -> it.contains("updated")).count();
      Project project = ProjectReader.read(folder, Optional.empty()).project().orElseThrow();
      try (Parallel parallel = new Parallel(2)) {
        Content content = Content.read(project, parallel);
        List<Instant> changes = new ArrayList<>();
        Map<String, String> last = pages(content, START);
        for (int hour = 1; hour < HOURS; hour++) {
          Instant instant = START.plus(Duration.ofHours(hour));
          Map<String, String> pages = pages(content, instant);
          if (!pages.equals(last)) {
            changes.add(instant);
          }
          last = pages;
        }
        assertThat(turns(content)).as("seed %d: %s", seed, stories).isEqualTo(changes);
      }
    }
    assertThat(updates).as("updates that were tried").isGreaterThan(SITES / 2);
  }

  private static List<Instant> turns(Content content) {
    List<Instant> turns = new ArrayList<>();
    Optional<Instant> turn = Schedule.next(content.articles(), START, false);
    while (turn.isPresent() && turn.get().isBefore(START.plus(Duration.ofHours(HOURS)))) {
      turns.add(turn.get());
      turn = Schedule.next(content.articles(), turn.get(), false);
    }
    return turns;
  }

  private static Map<String, String> pages(Content content, Instant instant) throws IOException {
    Plan plan = Plan.of(content.snapshot(), instant, false);
    Press press = new Press(content.project(), content.stories(plan), entry -> List.of());
    Map<String, String> pages = new TreeMap<>();
    for (Page page : plan.site().pages().values()) {
      Press.Print print = press.print(page);
      assertThat(print.problem()).isNull();
      pages.put(page.path(), new String(print.bytes(), StandardCharsets.UTF_8));
    }
    return pages;
  }

  /** Writes a site of a few stories, and gives what is in their files. */
  private static List<String> write(TestSite site, Random random) {
    site.write(
        "jbake.properties",
        "render.archive=false\nrender.feed=false\nrender.sitemap=false\nsite.kind=newsroom\n"
            + "site.host=https://example.org\nfeed.formats=atom\nrender.sitemaps=true\n"
            + "render.hostfiles=nginx-gone\n");
    site.write("templates/index.ftl", CARD + "<#list posts as it><@card it/></#list>");
    site.write("templates/post.ftl", CARD + "<@card content/>${content.body}");
    site.write("templates/withdrawn.ftl", "Withdrawn.");
    List<String> stories = new ArrayList<>();
    StringBuilder ledger = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      String name = "story" + i;
      String story = story(random);
      site.write("content/" + name + ".md", story);
      ledger.append("/").append(name).append(".html\tcontent/").append(name).append(".md\n");
      stories.add(story);
    }
    site.write("data/addresses.txt", ledger.toString());
    return stories;
  }

  private static String story(Random random) {
    StringBuilder story = new StringBuilder("title=The ferry\ntype=post\n");
    story.append(random.nextInt(8) == 0 ? "status=draft\n" : "status=published\n");
    story.append("date=").append(hour(random, HOURS / 2)).append('\n');
    if (random.nextInt(3) == 0) {
      story.append("embargo=").append(hour(random, HOURS / 2)).append('\n');
    }
    if (random.nextInt(3) == 0) {
      story.append("expires=").append(hour(random, HOURS)).append('\n');
    }
    if (random.nextInt(4) == 0) {
      String killed = random.nextInt(4) == 0 ? "true" : hour(random, HOURS).toString();
      story.append("killed=").append(killed).append('\n');
    }
    if (random.nextInt(2) == 0) {
      story.append("updated=").append(hour(random, HOURS)).append('\n');
    }
    if (random.nextInt(6) == 0) {
      story.append("hold=perhaps\n");
    }
    String text = random.nextInt(2) == 0 ? "It sailed." : "It did not sail.";
    if (random.nextInt(2) == 0) {
      return yaml(story.toString(), hour(random, HOURS), hour(random, HOURS), text);
    }
    return story + "~~~~~~\n" + text + "\n";
  }

  /** The same in YAML, where corrections can be written. */
  private static String yaml(String keys, Instant first, Instant second, String text) {
    return "---\n"
        + keys.replace("=", ": ")
        + "corrections:\n- {date: "
        + first
        + ", text: It was blue.}\n- {date: "
        + second
        + ", text: It was red.}\n---\n"
        + text
        + "\n";
  }

  private static Instant hour(Random random, int most) {
    return START.plus(Duration.ofHours(random.nextInt(most)));
  }
}
