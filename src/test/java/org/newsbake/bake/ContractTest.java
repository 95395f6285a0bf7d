package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.article.ArticleFile;
import org.newsbake.edition.Schedule;

/** The contract of a source is kept by the build, for articles that nobody imported, too. */
class ContractTest {

  private static final ArticleFile STORY =
      ArticleFile.EMPTY
          .with("title", "The ferry sails")
          .with("date", "2026-11-12")
          .with("type", "post")
          .with("status", "published")
          .with("source", "skua")
          .withBody("\nIt sailed.\n");

  @TempDir private Path folder;

  private TestSite site(String contract) {
    return new TestSite(folder)
        .write(
            "templates/post.ftl",
            "${content.body}${content.story.notice!}<#if content.story.noarchive>KEEP NO"
                + " COPY</#if>")
        .write(
            "data/sources.yaml",
            "skua:\n  name: Skua\n  notice: By {source}.\n  contract: " + contract + "\n")
        .write("content/ferry.md", STORY.text())
        .post("own", 1, "", "Ours.");
  }

  private static Instant november(int day) {
    return Instant.parse("2026-11-%02dT00:00:00Z".formatted(day));
  }

  private boolean isLive(TestSite site, Instant instant) throws IOException {
    Report report = site.build(TestSite.at(instant, 1));
    assertThat(report.problems()).filteredOn(Problem::isError).isEmpty();
    assertThat(site.tree()).containsKey("own.html");
    return site.tree().getOrDefault("ferry.html", "").contains("It sailed.");
  }

  @Test
  void aStoryExpiresSoManyDaysAfterItsDate() throws IOException {
    TestSite site = site("{days: 5}");
    assertThat(isLive(site, november(17).minusMillis(1))).isTrue();
    assertThat(site.tree().get("index.html")).contains("ferry");
    assertThat(isLive(site, november(17))).isFalse();
    assertThat(site.tree().get("index.html")).doesNotContain("ferry");
  }

  @Test
  void anExpiryOfItsOwnCountsIfItIsEarlier() throws IOException {
    TestSite site = site("{days: 5}");
    site.write("content/ferry.md", STORY.with("expires", "2026-11-14").text());
    assertThat(isLive(site, november(13))).isTrue();
    assertThat(isLive(site, november(14))).isFalse();
    site.write("content/ferry.md", STORY.with("expires", "2026-11-19").text());
    assertThat(isLive(site, november(16))).isTrue();
    assertThat(isLive(site, november(17))).isFalse();
  }

  @Test
  void allCopyOfASourceExpiresWhenItsContractEnds() throws IOException {
    TestSite site = site("{until: 2026-11-18}");
    assertThat(isLive(site, november(18).minusMillis(1))).isTrue();
    assertThat(isLive(site, november(18))).isFalse();
  }

  @Test
  void statusKnowsWhenTheContractTakesAStory() throws IOException {
    site("{days: 5, until: 2027-01-01}");
    Survey survey = Survey.of(folder, zone -> november(13), 1);
    Schedule schedule = survey.schedule().orElseThrow();
    assertThat(schedule.next()).isEqualTo(Optional.of(november(17)));
    assertThat(schedule.of(Schedule.State.EXPIRING))
        .extracting(Schedule.Item::at)
        .containsExactly(Optional.of(november(17)));
  }

  @Test
  void aBrokenClauseIsNamedAndItsStoryIsNotLive() throws IOException {
    String edited =
        STORY.with("wire", Map.of("hash", STORY.hash())).withBody("\nIt sank.\n").text();
    String undated = STORY.text().replaceFirst("date:.*\n", "");
    for (List<String> row :
        List.of(
            List.of("edit", "{edit: none}", edited),
            List.of("days", "{days: 5}", undated),
            List.of("media", "{media: [print, newsletter]}", STORY.text()),
            List.of("territory", "{territory: [GB, IE]}", STORY.text()))) {
      TestSite site = site(row.get(1)).write("content/ferry.md", row.get(2));
      Report report = site.build();
      assertThat(report.problems())
          .as(row.get(0))
          .filteredOn(Problem::isError)
          .extracting(Problem::code, it -> it.location().file(), it -> it.found().split(" ")[0])
          .containsExactly(
              org.assertj.core.api.Assertions.tuple(
                  "contract-broken", "content/ferry.md", "contract." + row.get(0)));
      assertThat(report.held()).as(row.get(0)).containsExactly("content/ferry.md");
      assertThat(site.tree())
          .as(row.get(0))
          .containsKey("own.html")
          .doesNotContainKey("ferry.html");
      assertThat(site.tree().toString()).doesNotContain("It sailed").doesNotContain("It sank");
    }
  }

  @Test
  void whatTheContractAllowsIsLive() throws IOException {
    for (String contract :
        List.of(
            "{edit: none}",
            "{edit: free}",
            "{media: [web, print]}",
            "{media: Web}",
            "{territory: [GB, IE, FR]}",
            "{archive: true}",
            "{terms: [{allow: For editorial use only}]}")) {
      TestSite site = site(contract);
      site.write(
          "jbake.properties", "render.archive=false\nrender.feed=false\nsite.territory=ie, GB\n");
      assertThat(isLive(site, TestSite.NOW)).as(contract).isTrue();
    }
  }

  @Test
  void aSiteThatIsShownInOneMoreCountryBreaksTheContract() throws IOException {
    TestSite site = site("{territory: GB}");
    site.write(
        "jbake.properties", "render.archive=false\nrender.feed=false\nsite.territory=IE,GB\n");
    assertThat(site.build().problems())
        .extracting(Problem::found)
        .contains("contract.territory of skua allows GB, and the site is shown in IE, too.");
  }

  @Test
  void whetherAnEditIsACutIsForAPersonToSay() throws IOException {
    TestSite site = site("{edit: cut}");
    site.write(
        "content/ferry.md",
        STORY.with("wire", Map.of("hash", STORY.hash())).withBody("\nIt.\n").text());
    Report report = site.build();
    assertThat(TestSite.codes(report)).contains("contract-doubtful");
    assertThat(site.tree()).containsKey("ferry.html");
  }

  @Test
  void aDraftBreaksNothing() throws IOException {
    TestSite site = site("{media: print}");
    site.write("content/ferry.md", STORY.with("status", "draft").text());
    assertThat(site.build().problems()).filteredOn(Problem::isError).isEmpty();
  }

  @Test
  void archivesAreAskedToKeepNoCopy() throws IOException {
    TestSite site = site("{archive: false, days: 30}");
    assertThat(isLive(site, TestSite.NOW)).isTrue();
    assertThat(site.tree().get("ferry.html")).contains("KEEP NO COPY");
    assertThat(isLive(site("{days: 30}"), TestSite.NOW)).isTrue();
    assertThat(site.tree().get("ferry.html")).doesNotContain("KEEP NO COPY");
  }

  @Test
  void feedsCarryWhatTheContractAllows() throws IOException {
    String properties =
        "render.archive=false\n"
            + "render.feed=false\n"
            + "site.host=https://example.org\n"
            + "feed.formats=rss\n";
    for (String contract : List.of("{feeds: none}", "{days: 30}\n  feed: none")) {
      TestSite site = site(contract).write("jbake.properties", properties);
      assertThat(site.build().problems()).filteredOn(Problem::isError).isEmpty();
      assertThat(site.tree().get("rss.xml")).as(contract).contains("own").doesNotContain("ferry");
    }
    TestSite site = site("{days: 30}").write("jbake.properties", properties);
    site.build();
    assertThat(site.tree().get("rss.xml")).contains("ferry");
  }

  @Test
  void aClauseThatNobodyKnowsHoldsBackTheStoriesOfItsSource() throws IOException {
    for (String contract :
        List.of(
            "{allowed_days: 3}",
            "{days: 0}",
            "{days: soon}",
            "{days: -1}",
            "{days: }",
            "{edit: no}",
            "{edit: little}",
            "{media: [web, cinema]}",
            "{territory: [UK]}",
            "{territory: []}",
            "{archive: sometimes}",
            "{archive: false}",
            "{feeds: some}",
            "{pictures: false}",
            "{pictures: {days: 0}}",
            "{pictures: {alone: maybe}}",
            "{pictures: {sold: no}}",
            "{until: the end}",
            "{Days: 3}",
            "30 days",
            "")) {
      TestSite site = site(contract);
      Report report = site.build();
      assertThat(report.problems())
          .as(contract)
          .filteredOn(Problem::isError)
          .extracting(Problem::code)
          .containsExactly(
              contract.matches("\\{(allowed_days|pictures: .(alone|sold)|Days).*|30 days|")
                  ? "clause-unenforced"
                  : "policy-unknown");
      assertThat(site.tree()).as(contract).doesNotContainKey("ferry.html").containsKey("own.html");
    }
  }

  @Test
  void aPlainJBakeSiteHasNoContracts() throws IOException {
    TestSite site = site("{days: 1, media: print}");
    site.write("jbake.properties", "render.archive=false\nrender.feed=false\nsite.kind=jbake\n");
    assertThat(isLive(site, TestSite.NOW)).isTrue();
  }
}
