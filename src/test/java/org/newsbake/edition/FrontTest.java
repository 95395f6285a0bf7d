package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.newsbake.article.Samples.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.DataReader;
import org.newsbake.article.SourceFile;

class FrontTest {

  @TempDir private Path folder;

  @Test
  void withoutWishesTheNewestStandFirstAndNoneTwice() {
    Front front = front("", stories(19));
    assertThat(paths(front.lead().stream().toList())).containsExactly("19.md");
    assertThat(paths(front.top())).containsExactly("18.md", "17.md", "16.md", "15.md", "14.md");
    assertThat(front.latest()).hasSize(10);
    assertThat(paths(front.latest())).startsWith("13.md").endsWith("4.md");
  }

  @Test
  void whatTheEditorWishesStandsFirst() {
    Front front = front("lead: 3.md\ntop: [5.md, 4.md]\n", stories(9));
    assertThat(paths(front.lead().stream().toList())).containsExactly("3.md");
    assertThat(paths(front.top())).containsExactly("5.md", "4.md", "9.md", "8.md", "7.md");
    assertThat(paths(front.latest())).containsExactly("6.md", "2.md", "1.md");
  }

  @Test
  void moreWishesThanPlacesAreAllFulfilled() {
    Front front = front("top: [1.md, 2.md, 3.md, 4.md, 5.md, 6.md, 7.md]\n", stories(9));
    assertThat(paths(front.top()))
        .containsExactly("1.md", "2.md", "3.md", "4.md", "5.md", "6.md", "7.md");
  }

  @Test
  void theLeadIsNotAmongTheOthers() {
    Front front = front("lead: 3.md\ntop: 3.md\n", stories(4));
    assertThat(paths(front.top())).containsExactly("4.md", "2.md", "1.md");
  }

  @Test
  void whatIsNotLiveIsPassedOver() {
    List<Article> articles = new ArrayList<>(stories(4));
    articles.add(story("late.md", 3, "embargo: 2026-12-01"));
    Front front = front("lead: late.md\ntop: [late.md, 1.md]\n", articles);
    assertThat(paths(front.lead().stream().toList())).containsExactly("4.md");
    assertThat(paths(front.top())).containsExactly("1.md", "3.md", "2.md");
  }

  @Test
  void blocksHoldWhatStandsNowhereElse() {
    List<Article> articles = new ArrayList<>(stories(19));
    articles.add(story("town.md", 1, "section: town"));
    articles.add(story("sea.md", 1, "section: sea"));
    Front front = front("sections: [sea, air, town]\n", articles);
    assertThat(front.blocks())
        .extracting(block -> block.section().key(), block -> paths(block.stories()))
        .containsExactly(tuple("sea", List.of("sea.md")), tuple("town", List.of("town.md")));
  }

  @Test
  void aSiteWithoutStoriesHasAnEmptyFrontPage() {
    assertThat(front("lead: 1.md\n", List.of()))
        .isEqualTo(new Front(Optional.empty(), List.of(), List.of(), List.of()));
  }

  @Test
  void aWishThatNothingCanFulfilIsToldAtItsPlace() {
    DataFile wishes = data("front", "lead: 1.md\ntop:\n  - 2.md\n  - x/3.md\nsections: [twon]\n");
    DataFile sections = data("sections", "town: {name: Town}\n");
    assertThat(Front.problems(new Newsroom(List.of(wishes, sections)), stories(2)))
        .containsExactly(
            new Problem(
                Severity.WARNING,
                "front-unknown",
                new SourceLocation("data/front.yaml", 4, 5),
                "content has no file \"x/3.md\".",
                "Choose one of: 1.md, 2.md.",
                "  - x/3.md"),
            new Problem(
                Severity.WARNING,
                "front-unknown",
                new SourceLocation("data/front.yaml", 5, 12),
                "data/sections.yaml has no section \"twon\".",
                "Did you mean \"town\"?",
                "sections: [twon]"));
  }

  @Test
  void aWishForWhatIsNotLiveYetIsNoProblem() {
    Article late = story("late.md", 3, "embargo: 2026-12-01");
    assertThat(
            Front.problems(new Newsroom(List.of(data("front", "lead: late.md\n"))), List.of(late)))
        .isEmpty();
  }

  private Front front(String wishes, List<Article> articles) {
    SampleSite site = new SampleSite().kind(PageKind.SECTION, "");
    if (!wishes.isEmpty()) {
      site.data(data("front", wishes));
    }
    return Front.of(site.stories(articles.toArray(Article[]::new)));
  }

  /** One story a day. */
  private static List<Article> stories(int days) {
    List<Article> stories = new ArrayList<>();
    for (int day = 1; day <= days; day++) {
      stories.add(story(day + ".md", day));
    }
    return stories;
  }

  private DataFile data(String name, String text) {
    String path = name + ".yaml";
    try {
      SourceFile file =
          new SourceFile(Files.writeString(folder.resolve(path), text), path, "data/" + path);
      return new DataReader(ZoneOffset.UTC).read(file).file().orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> paths(Collection<Entry> entries) {
    return entries.stream().map(entry -> entry.article().source().path()).toList();
  }
}
