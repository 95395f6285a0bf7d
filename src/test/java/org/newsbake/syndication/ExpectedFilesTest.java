package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every format, byte for byte, against the files in {@code syndication/}. */
class ExpectedFilesTest {

  private static final List<Story> STORIES = List.of(Stories.own(), Stories.syndicated());
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** A file, what writes it, and what holds it to its format. */
  record Case(String file, Writer writer, Consumer<byte[]> validator) {
    @Override
    public String toString() {
      return file;
    }
  }

  interface Writer {
    byte[] write();
  }

  static Stream<Case> cases() {
    NewsArticle article = new NewsArticle(Stories.PUBLISHER);
    return Stream.of(
        new Case("rss.xml", () -> feed(new Rss(), "rss.xml"), FeedValidator::assertValidRss),
        new Case("atom.xml", () -> feed(new Atom(), "atom.xml"), FeedValidator::assertValidAtom),
        new Case(
            "feed.json",
            () -> feed(new JsonFeed(), "feed.json"),
            FeedValidator::assertValidJsonFeed),
        new Case("sitemap.xml", () -> sitemap(), FeedValidator::assertValidSitemap),
        new Case(
            "news-sitemap.xml",
            () -> new NewsSitemap("The Haven Gazette").bytes(NOON, STORIES),
            FeedValidator::assertValidNewsSitemap),
        new Case(
            "own.json",
            () -> json(article.json(Stories.own(), Stories.CRUMBS)),
            ExpectedFilesTest::assertValidJsonLd),
        new Case(
            "syndicated.json",
            () -> json(article.json(Stories.syndicated(), List.of())),
            ExpectedFilesTest::assertValidJsonLd),
        new Case(
            "robots.txt",
            () ->
                new Robots(
                        List.of(
                            new Robots.Group(List.of("*"), List.of("/drafts/", "/*.pdf$")),
                            new Robots.Group(List.of("Bad-Bot", "worse_bot"), List.of("/"))),
                        List.of(Stories.SITE + "sitemap.xml", Stories.SITE + "news.xml"))
                    .bytes(),
            ExpectedFilesTest::assertValidRobots));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachFormatIsWrittenAsExpected(Case test) throws IOException {
    assertThat(new String(test.writer().write(), StandardCharsets.UTF_8))
        .isEqualTo(new String(expected(test.file()), StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsExpectedIsValid(Case test) throws IOException {
    test.validator().accept(expected(test.file()));
  }

  @Test
  void localeAndTimeZoneOfTheMachineChangeNoByte() throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
      for (Case test : cases().toList()) {
        assertThat(test.writer().write()).isEqualTo(expected(test.file()));
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  private static byte[] feed(FeedFormat format, String name) {
    return format.feed(Stories.channel(name), STORIES);
  }

  private static byte[] sitemap() {
    return new Sitemap()
        .files(
            Stories.SITE + "sitemap.xml",
            List.of(
                new Sitemap.Address(Stories.SITE, Optional.empty(), List.of()),
                new Sitemap.Address(
                    Stories.SITE + "2026/bridge.html?a=1&b=é",
                    Optional.of(Stories.own().updated()),
                    List.of(Stories.BRIDGE.url(), Stories.CHART.url()))))
        .get(0)
        .bytes();
  }

  private static byte[] json(String text) {
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static void assertValidJsonLd(byte[] file) {
    FeedValidator.assertValidJsonLd(new String(file, StandardCharsets.UTF_8));
  }

  private static void assertValidRobots(byte[] file) {
    assertThat(new String(file, StandardCharsets.UTF_8).lines())
        .allMatch(
            line -> line.matches("|User-agent: [*\\w-]+|Disallow:( /.*)?|Sitemap: https://.+"));
  }

  private static byte[] expected(String name) throws IOException {
    try (InputStream in = ExpectedFilesTest.class.getResourceAsStream("/syndication/" + name)) {
      return in.readAllBytes();
    }
  }
}
