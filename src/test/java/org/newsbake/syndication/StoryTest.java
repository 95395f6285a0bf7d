package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoryTest {

  private static final Instant MORNING = Instant.parse("2026-03-01T09:30:00.987Z");

  @Test
  void withoutGuidAndTitleTheAddressTakesTheirPlace() {
    Story story = Stories.bare("a.html", " \u0000", MORNING);
    assertThat(story.guid()).isEqualTo("https://gazette.example/a.html");
    assertThat(story.title()).isEqualTo("https://gazette.example/a.html");
    assertThat(story.isPermalink()).isTrue();
  }

  @Test
  void instantsAreWholeSecondsOfYearsThatCanBeWritten() {
    assertThat(Stories.bare("a", "", MORNING).published())
        .isEqualTo(Instant.parse("2026-03-01T09:30:00Z"));
    assertThat(Stories.bare("a", "", Instant.MIN).published().toString())
        .isEqualTo("0001-01-01T00:00:00Z");
    assertThat(Stories.bare("a", "", Instant.MAX).published().toString())
        .isEqualTo("9999-12-31T23:59:59Z");
  }

  @Test
  void aStoryIsNotChangedBeforeItIsPublished() {
    Story story = story(MORNING.minusSeconds(60), List.of(newsroom()), List.of());
    assertThat(story.updated()).isEqualTo(story.published());
  }

  @Test
  void aStoryHasAnAuthor() {
    assertThatThrownBy(() -> story(MORNING, List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("author");
  }

  @Test
  void tagsAreCleanAndEachStandsOnce() {
    Story story =
        story(MORNING, List.of(newsroom()), List.of("b", " a\n", "\u0001", "a", "Town", "b"));
    assertThat(story.tags()).containsExactly("b", "a", "Town");
    assertThat(story.categories()).containsExactly("Town", "b", "a");
  }

  @Test
  void aCorrectionThatSaysNothingIsLeftOut() {
    assertThat(Stories.story("a", "", "A", "\u0001", "", MORNING).corrections()).isEmpty();
    assertThat(Stories.story("a", "", "A", "B", "", MORNING).corrections())
        .containsExactly(new Correction("B", MORNING));
  }

  @Test
  void theTypeOfAPictureIsAMediaType() {
    assertThat(picture("image/svg+xml").type()).isEqualTo("image/svg+xml");
    for (String wrong : List.of("jpeg", "image/", "image/a b", "a/b/c", "image/jpeg\n", "é/é")) {
      assertThat(picture(wrong).type()).as(wrong).isEmpty();
    }
  }

  private static Picture picture(String type) {
    return new Picture(Stories.SITE, type, 0, 0, 0, "", "", "", "");
  }

  @Test
  void listsAreCopied() {
    List<Author> authors = new ArrayList<>(List.of(newsroom()));
    Story story = story(MORNING, authors, List.of());
    authors.clear();
    assertThat(story.authors()).containsExactly(newsroom());
  }

  @Test
  void languagesAreTags() {
    assertThat(Language.isTag("pt-BR")).isTrue();
    assertThat(Language.isTag("zh-Hant-TW")).isTrue();
    assertThat(Language.checked("de_CH")).isEqualTo("de-CH");
    for (String wrong : List.of("", "e", "en-", "-en", "en--US", "en US", "en\u0000", "éé")) {
      assertThat(Language.isTag(wrong)).as(wrong).isFalse();
      assertThatThrownBy(() -> Language.checked(wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Author newsroom() {
    return new Author.Organization("Newsroom", Optional.empty());
  }

  private static Story story(Instant updated, List<Author> authors, List<String> tags) {
    return new Story(
        Stories.SITE,
        "",
        "",
        "",
        "",
        MORNING,
        updated,
        "en",
        authors,
        "Town",
        tags,
        List.of(),
        Optional.empty(),
        "",
        0,
        List.of(),
        0);
  }
}
