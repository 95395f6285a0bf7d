package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbake.article.Samples.article;
import static org.newsbake.article.Samples.november;
import static org.newsbake.article.Samples.post;
import static org.newsbake.article.Samples.undated;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsbake.article.Article;
import org.newsbake.edition.Absence.Reason;

class EditionTest {

  private static final Addresses ADDRESSES =
      new Addresses(Sites.addresses(".html", Map.of(), false, "", "-draft"));

  @Test
  void theNewestStandsFirst() {
    assertThat(paths(at(20, post("a.md", 3), post("b.md", 7), post("c.md", 5))))
        .containsExactly("b.md", "c.md", "a.md");
  }

  @Test
  void equalDatesAreInReverseFileOrder() {
    assertThat(paths(at(20, post("a.md", 3), post("b.md", 3), post("c.md", 4), post("d.md", 3))))
        .containsExactly("c.md", "d.md", "b.md", "a.md");
  }

  @Test
  void everyTypeHasItsOwnListInThatOrder() {
    Edition edition =
        at(
            20,
            post("a.md", 3),
            article("page", "published", "b.md", 9),
            post("c.md", 5),
            article("page", "published", "d.md", 9));
    assertThat(edition.byType().keySet()).containsExactlyInAnyOrder("page", "post");
    assertThat(edition.ofType("post"))
        .isEqualTo(
            edition.entries().stream().filter(e -> e.article().type().equals("post")).toList());
    assertThat(paths(edition.ofType("page"))).containsExactly("d.md", "b.md");
    assertThat(edition.ofType("liveblog")).isEmpty();
  }

  @Test
  void draftsAreNotLive() {
    Article draft = article("post", "draft", "a.md", 3);
    Edition edition = at(20, draft, post("b.md", 3));
    assertThat(paths(edition)).containsExactly("b.md");
    assertThat(edition.absences()).containsExactly(new Absence(draft, Reason.DRAFT));
  }

  @Test
  void draftsAreLiveInAPreviewAndStayDrafts() {
    Article draft = article("post", "draft", "a.md", 3);
    Edition edition = Edition.at(List.of(draft), List.of(), ADDRESSES, november(20), true);
    assertThat(edition.entries()).containsExactly(new Entry(draft, "a.html", "a-draft.html"));
    assertThat(edition.entries().get(0).isPublished()).isFalse();
  }

  @Test
  void onlyWhatAPreviewShowsIsMarked() {
    Article draft = article("post", "draft", "a.md", 3);
    Edition edition =
        Edition.at(List.of(draft, post("b.md", 2)), List.of(), ADDRESSES, november(20), true);
    assertThat(edition.entries().stream().map(edition::mark))
        .containsExactly(Optional.of(Reason.DRAFT), Optional.empty());
  }

  @Test
  void aDraftOfTheFutureIsNotLiveInAPreviewEither() {
    Article draft = article("post", "draft", "a.md", 25);
    assertThat(Edition.at(List.of(draft), List.of(), ADDRESSES, november(20), true).absences())
        .containsExactly(new Absence(draft, Reason.SCHEDULED));
  }

  @Test
  void whatIsDatedLaterIsNotLiveWhateverItsStatus() {
    for (String status : List.of("published", "published-date", "on hold")) {
      Article later = article("post", status, "a.md", 20);
      Edition before =
          Edition.at(List.of(later), List.of(), ADDRESSES, november(20).minusNanos(1), false);
      assertThat(before.entries()).isEmpty();
      assertThat(before.absences()).containsExactly(new Absence(later, Reason.SCHEDULED));
      assertThat(paths(at(20, later))).containsExactly("a.md");
    }
  }

  @Test
  void whatIsPublishedFromADateOnIsPublishedOnceItHasCome() {
    Article scheduled = article("post", "published-date", "a.md", 3);
    assertThat(at(3, scheduled).entries())
        .containsExactly(new Entry(scheduled.withStatus("published"), "a.html", "a.html"));
  }

  @Test
  void undatedArticlesAreLiveAtAnyInstant() {
    for (String status : List.of("published", "published-date", "on hold")) {
      Article page = undated("page", status, "a.md", 25);
      for (Instant instant : List.of(Instant.EPOCH, november(1), Instant.MAX)) {
        assertThat(paths(Edition.at(List.of(page), List.of(), ADDRESSES, instant, false)))
            .containsExactly("a.md");
      }
    }
  }

  @Test
  void otherStatusesAreLiveAndNotPublished() {
    Edition edition = at(20, article("post", "on hold", "a.md", 3));
    assertThat(edition.entries()).singleElement().matches(entry -> !entry.isPublished());
  }

  @Test
  void everyArticleIsLiveOrAbsentAndTheOrderIsTotal() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<Article> articles = new ArrayList<>();
      for (int i = 0; i < random.nextInt(30); i++) {
        String status = List.of("published", "published-date", "draft", "x").get(random.nextInt(4));
        String type = random.nextBoolean() ? "post" : "page";
        String path = String.format("%02d.md", i);
        articles.add(
            random.nextInt(5) == 0
                ? undated(type, status, path, 1 + random.nextInt(5))
                : article(type, status, path, 1 + random.nextInt(5)));
      }
      boolean drafts = random.nextBoolean();
      Instant instant = november(1 + random.nextInt(5));
      Edition edition = Edition.at(articles, List.of(), ADDRESSES, instant, drafts);

      List<String> all = new ArrayList<>(paths(edition));
      edition.absences().forEach(absence -> all.add(absence.article().source().path()));
      Collections.sort(all);
      assertThat(all)
          .as("seed %d", seed)
          .isEqualTo(articles.stream().map(article -> article.source().path()).toList());
      for (int i = 1; i < edition.entries().size(); i++) {
        Article before = edition.entries().get(i - 1).article();
        Article behind = edition.entries().get(i).article();
        int byDate = before.date().compareTo(behind.date());
        int byPath = before.source().path().compareTo(behind.source().path());
        assertThat(byDate > 0 || (byDate == 0 && byPath > 0)).as("seed %d", seed).isTrue();
      }
    }
  }

  private static Edition at(int day, Article... articles) {
    return Edition.at(List.of(articles), List.of(), ADDRESSES, november(day), false);
  }

  private static List<String> paths(Edition edition) {
    return paths(edition.entries());
  }

  private static List<String> paths(List<Entry> entries) {
    return entries.stream().map(entry -> entry.article().source().path()).toList();
  }
}
