package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbake.article.Samples.article;
import static org.newsbake.article.Samples.november;
import static org.newsbake.article.Samples.post;
import static org.newsbake.article.Samples.undated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.newsbake.article.Article;
import org.newsbake.article.Details;
import org.newsbake.edition.Schedule.Item;
import org.newsbake.edition.Schedule.State;

class ScheduleTest {

  private static final AddressOptions HTML =
      Sites.addresses(".html", Map.of(), false, "", "-draft");

  private static final Addresses ADDRESSES = new Addresses(HTML);

  private static final SiteOptions OPTIONS =
      Sites.options(
          HTML,
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  private static final Instant NOW = november(10);

  @Test
  void everyArticleThatIsNotLiveOrWillGoIsInItsState() {
    Article draft = article("post", "draft", "draft.md", 3);
    Article scheduled = post("scheduled.md", 12);
    Article embargoed = times(post("embargoed.md", 3), 11, 0, 0);
    Article expiring = times(post("expiring.md", 3), 0, 14, 0);
    Article expired = times(post("expired.md", 3), 0, 10, 0);
    Article killed = times(post("killed.md", 3), 0, 0, 9);
    Article live = post("live.md", 10);
    Schedule schedule = at(draft, scheduled, embargoed, expiring, expired, killed, live);
    assertThat(schedule)
        .isEqualTo(
            new Schedule(
                NOW,
                2,
                Map.of(
                    State.DRAFT, List.of(item(draft, 3)),
                    State.SCHEDULED, List.of(item(scheduled, 12)),
                    State.EMBARGOED, List.of(item(embargoed, 11)),
                    State.EXPIRING, List.of(item(expiring, 14)),
                    State.EXPIRED, List.of(item(expired, 10)),
                    State.KILLED, List.of(item(killed, 9))),
                Optional.of(november(11))));
  }

  @Test
  void aScheduledStoryWithALaterEmbargoAppearsWhenThatEnds() {
    Article article = times(post("a.md", 12), 15, 0, 0);
    assertThat(at(article).of(State.SCHEDULED)).containsExactly(item(article, 15));
    assertThat(at(article).next()).contains(november(15));
  }

  @Test
  void aLiveStoryGoesWhenTheFirstOfExpiryAndKillComes() {
    Article article = times(post("a.md", 3), 0, 20, 15);
    assertThat(at(article).of(State.EXPIRING)).containsExactly(item(article, 15));
    assertThat(at(article).next()).contains(november(15));
  }

  @Test
  void whatHasNoTimeIsListedWithoutOne() {
    Article draft = undated("page", "draft", "about.md", 3);
    Article killed = withDetails(post("a.md", 3), null, null, Instant.MIN, null, List.of());
    Schedule schedule = at(draft, killed);
    assertThat(schedule.of(State.DRAFT)).containsExactly(new Item(draft, Optional.empty()));
    assertThat(schedule.of(State.KILLED)).containsExactly(new Item(killed, Optional.empty()));
    assertThat(schedule.next()).isEmpty();
  }

  @Test
  void whatIsToComeStandsSoonestFirstAndWhatIsOverLatestFirst() {
    assertThat(at(post("c.md", 12), post("b.md", 11), post("a.md", 12)).of(State.SCHEDULED))
        .extracting(item -> item.article().source().path())
        .containsExactly("b.md", "a.md", "c.md");
    assertThat(
            at(
                    times(post("a.md", 1), 0, 5, 0),
                    times(post("b.md", 1), 0, 7, 0),
                    times(post("c.md", 1), 0, 7, 0))
                .of(State.EXPIRED))
        .extracting(item -> item.article().source().path())
        .containsExactly("b.md", "c.md", "a.md");
  }

  @Test
  void draftsAndStoriesThatAreOverBeforeTheyBeginChangeNothing() {
    Article draft = times(article("post", "draft", "a.md", 12), 13, 14, 0);
    Article never = times(post("b.md", 20), 0, 15, 0);
    assertThat(at(draft, never).next()).isEmpty();
  }

  @Test
  void aCorrectionOfALiveStoryChangesTheSiteWhenItsDateComes() {
    assertThat(at(corrected(post("a.md", 3), 5, 13)).next()).contains(november(13));
    assertThat(at(corrected(article("post", "draft", "a.md", 3), 13)).next()).isEmpty();
  }

  @Test
  void anUpdateOfALiveStoryChangesTheSiteWhenItComes() {
    assertThat(at(updated(post("a.md", 3), 13)).next()).contains(november(13));
    assertThat(at(updated(article("post", "draft", "a.md", 3), 13)).next()).isEmpty();
    assertThat(at(updated(post("a.md", 14), 13)).next()).contains(november(14));
  }

  @Test
  void theInstantItselfIsNoLongerNext() {
    assertThat(Schedule.at(List.of(post("a.md", 12)), november(12)).next()).isEmpty();
    assertThat(Schedule.at(List.of(post("a.md", 12)), november(12).minusNanos(1)).next())
        .contains(november(12));
  }

  /** Hour by hour, the edition is the oracle. */
  @Test
  void nothingChangesBeforeTheNextInstantAndSomethingChangesAtIt() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      List<Article> articles = new ArrayList<>();
      for (int i = 0; i < 1 + random.nextInt(4); i++) {
        articles.add(any(random, "a" + i + ".md"));
      }
      Instant now = november(1).plus(Duration.ofHours(random.nextInt(48)));
      Optional<Instant> expected = Optional.empty();
      for (int hour = 1; hour < 24 * 6 && expected.isEmpty(); hour++) {
        Instant later = now.plus(Duration.ofHours(hour));
        if (!appearance(articles, later).equals(appearance(articles, now))) {
          expected = Optional.of(later);
        }
      }
      assertThat(Schedule.at(articles, now).next()).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static List<Object> appearance(List<Article> articles, Instant instant) {
    Edition edition = Edition.at(articles, List.of(), ADDRESSES, instant, false);
    Stories stories = Sites.stories(OPTIONS, edition);
    return List.of(
        edition.entries().stream().map(entry -> told(stories.of(entry))).toList(),
        edition.withdrawn().stream().map(entry -> entry.article().source().path()).toList());
  }

  private static List<Object> told(Story story) {
    return List.of(
        story.article().source().path(), story.updated(), story.changed(), story.corrections());
  }

  private static Article any(Random random, String path) {
    Article article =
        random.nextInt(8) == 0
            ? undated("post", "published", path, 1)
            : article(
                "post",
                random.nextInt(6) == 0 ? "draft" : "published",
                path,
                1 + random.nextInt(4));
    return withDetails(
        article,
        random.nextInt(3) == 0 ? hour(random) : null,
        random.nextInt(3) == 0 ? hour(random) : null,
        random.nextInt(3) == 0 ? random.nextInt(4) == 0 ? Instant.MIN : hour(random) : null,
        random.nextInt(3) == 0 ? hour(random) : null,
        random.nextInt(3) == 0
            ? List.of(new Details.Correction(hour(random), "It was blue."))
            : List.of());
  }

  private static Instant hour(Random random) {
    return november(1).plus(Duration.ofHours(random.nextInt(24 * 5)));
  }

  private static Schedule at(Article... articles) {
    return Schedule.at(List.of(articles), NOW);
  }

  private static Item item(Article article, int day) {
    return new Item(article, Optional.of(november(day)));
  }

  /**
   * An article with days of November on which it may appear, must go and is withdrawn; 0 for none.
   */
  private static Article times(Article article, int embargo, int expires, int killed) {
    return withDetails(article, day(embargo), day(expires), day(killed), null, List.of());
  }

  private static Article updated(Article article, int day) {
    return withDetails(article, null, null, null, november(day), List.of());
  }

  private static Article corrected(Article article, int... days) {
    TreeSet<Integer> sorted = new TreeSet<>();
    for (int day : days) {
      sorted.add(day);
    }
    return withDetails(
        article,
        null,
        null,
        null,
        null,
        sorted.stream().map(day -> new Details.Correction(november(day), "It was blue.")).toList());
  }

  private static Instant day(int day) {
    return day == 0 ? null : november(day);
  }

  private static Article withDetails(
      Article article,
      Instant embargo,
      Instant expires,
      Instant killed,
      Instant updated,
      List<Details.Correction> corrections) {
    return article.withDetails(
        new Details(
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(updated),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            corrections,
            List.of(),
            Optional.ofNullable(embargo),
            Optional.ofNullable(expires),
            Optional.ofNullable(killed),
            Optional.empty()));
  }
}
