package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

/** Whatever an author or an agency writes, each format stays whole and says it again. */
class HostileTextTest {

  private static final List<String> PIECES =
      List.of(
          "]]>",
          "]]",
          "<![CDATA[",
          "</script>",
          "<!--",
          "-->",
          "<script>",
          "&",
          "&amp;",
          "&#0;",
          "<",
          ">",
          "\"",
          "'",
          "\\",
          "\\u0041",
          "\u0000",
          "\u0001",
          "\b",
          "\f",
          "\t",
          "\r",
          "\n",
          "\r\n",
          " ",
          "  ",
          "\u007F",
          "\u0085",
          "\u00A0",
          "\u2028",
          "\u2029",
          "\uFEFF",
          "\uFFFD",
          "\uFFFE",
          "\uFFFF",
          "\uD83D",
          "\uDE00",
          "\uD83D\uDE00",
          "\uDBFF\uDFFF",
          "\u202E",
          "\u05D0\u05D1",
          "\u0627",
          "e\u0301",
          "\u200D",
          "]",
          "%",
          "{",
          "}",
          ",",
          ":",
          "news");

  private static final Instant DAY = Instant.parse("2026-03-01T09:30:00Z");

  static Stream<String> texts() {
    List<String> texts = new ArrayList<>(PIECES);
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(30); j >= 0; j--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      texts.add(text.toString());
    }
    return texts.stream();
  }

  @Test
  void everyFormatStaysWholeAndSaysTheCleanedText() {
    texts().forEach(HostileTextTest::assertSurvives);
  }

  @Test
  void everyCharacterOfTheBasicPlaneSurvivesOrIsCleaned() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c <= 0xFFFF; c++) {
      all.append((char) c).append('x');
    }
    assertSurvives(all.toString());
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(strings = {"news ", "<&\"]]>\\", "\uD83D", "\u0000\u0001"})
  void aMegabyteIsATextLikeAnyOther(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    assertSurvives(text, Stories.story("a.html", "", text, "", text, DAY), channel(text));
  }

  private static void assertSurvives(String text) {
    assertSurvives(text, Stories.story("a.html", text, text, text, text, DAY), channel(text));
  }

  private static void assertSurvives(String text, Story story, Channel channel) {
    String line = CleanText.line(text);
    String title = line.isEmpty() ? story.url() : line;
    String html = CleanText.block(text);

    byte[] rss = new Rss().feed(channel, List.of(story));
    FeedValidator.assertValidRss(rss);
    Document rssFeed = FeedValidator.wellFormed(rss);
    assertThat(FeedValidator.texts(rssFeed, null, "title").get(2)).isEqualTo(title);
    assertThat(String.join("", FeedValidator.texts(rssFeed, null, "content:encoded")))
        .isEqualTo(html);

    byte[] atom = new Atom().feed(channel, List.of(story));
    FeedValidator.assertValidAtom(atom);
    Document atomFeed = FeedValidator.wellFormed(atom);
    assertThat(FeedValidator.texts(atomFeed, null, "title").get(1)).isEqualTo(title);
    assertThat(String.join("", FeedValidator.texts(atomFeed, null, "content"))).isEqualTo(html);

    byte[] jsonFeed = new JsonFeed().feed(channel, List.of(story));
    FeedValidator.assertValidJsonFeed(jsonFeed);
    JsonNode item =
        FeedValidator.parsed(new String(jsonFeed, StandardCharsets.UTF_8)).at("/items/0");
    assertThat(item.get("title").textValue()).isEqualTo(title);
    assertThat(item.path("content_html").asText()).isEqualTo(html);

    String data =
        new NewsArticle(Stories.PUBLISHER)
            .json(story, List.of(new Crumb(text, Stories.SITE + text)));
    FeedValidator.assertValidJsonLd(data);
    assertThat(data).doesNotContain("\u2028", "\u2029");
    assertThat(FeedValidator.parsed(data).at("/@graph/0/headline").textValue()).isEqualTo(title);
  }

  private static Channel channel(String text) {
    return new Channel(
        text,
        text,
        Stories.SITE + text,
        Stories.SITE + "feed",
        "en",
        Stories.PUBLISHER,
        Optional.empty(),
        text);
  }
}
