package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.newsbake.syndication.FeedValidator.assertValidNewsSitemap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewsSitemapTest {

  private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
  private static final long TWO_DAYS = 48 * 3_600;

  private final NewsSitemap sitemap = new NewsSitemap("The Haven Gazette");

  @Test
  void storiesOfTheLastTwoDaysStandInIt() {
    assertThat(
            titles(
                story("now", 0),
                story("two days", TWO_DAYS),
                story("older", TWO_DAYS + 1),
                story("of the future", -1)))
        .containsExactly("now", "two days");
  }

  @Test
  void syndicatedStoriesDoNot() {
    assertThat(Stories.syndicated().published()).isBetween(NOON.minusSeconds(TWO_DAYS), NOON);
    assertThat(titles(Stories.syndicated())).isEmpty();
  }

  @Test
  void ofMoreThanAThousandTheNewestStay() {
    List<Story> stories =
        IntStream.rangeClosed(0, 1_000).mapToObj(i -> story("story " + i, i)).toList();
    assertThat(titles(stories.toArray(Story[]::new)))
        .isEqualTo(stories.subList(0, 1_000).stream().map(Story::title).toList());
  }

  @Test
  void theOrderOfTheStoriesDoesNotMatter() {
    List<Story> stories =
        new ArrayList<>(IntStream.range(0, 60).mapToObj(i -> story("s " + i, i / 3)).toList());
    byte[] file = sitemap.bytes(NOON, stories);
    Collections.shuffle(stories, new Random(7));
    assertThat(sitemap.bytes(NOON, stories)).isEqualTo(file);
  }

  @Test
  void itIsEmptyWhenThereIsNoNews() {
    assertThat(titles()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "en,en",
    "pt-BR,pt",
    "gsw-CH,gsw",
    "zh,zh-cn",
    "zh-Hans,zh-cn",
    "zh-Hant,zh-tw",
    "zh-TW,zh-tw",
    "zh-HK,zh-tw"
  })
  void languagesAreCodesOfIso639(String tag, String code) {
    assertThat(Language.forNews(tag)).isEqualTo(code);
  }

  private List<String> titles(Story... stories) {
    byte[] file = sitemap.bytes(NOON, List.of(stories));
    assertValidNewsSitemap(file);
    return FeedValidator.texts(
        FeedValidator.wellFormed(file), "http://www.google.com/schemas/sitemap-news/0.9", "title");
  }

  private static Story story(String title, long secondsAgo) {
    return Stories.bare(title + ".html", title, NOON.minusSeconds(secondsAgo));
  }
}
