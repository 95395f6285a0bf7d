package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.rometools.modules.content.ContentModule;
import com.rometools.modules.mediarss.MediaEntryModule;
import com.rometools.modules.mediarss.MediaModule;
import com.rometools.modules.mediarss.types.MediaContent;
import com.rometools.modules.mediarss.types.Metadata;
import com.rometools.modules.mediarss.types.UrlReference;
import com.rometools.rome.feed.WireFeed;
import com.rometools.rome.feed.atom.Category;
import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Feeds, read by a library that did not write them, say what went in. */
class ReadBackTest {

  private static final List<Story> STORIES =
      List.of(
          Stories.own(),
          Stories.syndicated(),
          Stories.bare("a", "5 < 6 & \"7\"", Instant.EPOCH),
          Stories.story("b", "b", "B", "B", "<p>B</p>", Instant.parse("2027-01-01T00:00:00Z")));

  @Test
  void rssSaysWhatWentIn() throws Exception {
    Channel channel = Stories.channel("rss.xml");
    var feed = (com.rometools.rome.feed.rss.Channel) read(new Rss().feed(channel, STORIES));
    assertThat(feed.getFeedType()).isEqualTo("rss_2.0");
    assertThat(feed.getTitle()).isEqualTo(channel.title());
    assertThat(feed.getLink()).isEqualTo(channel.url());
    assertThat(text(feed.getDescription())).isEqualTo(channel.description());
    assertThat(feed.getLanguage()).isEqualTo(channel.language());
    assertThat(feed.getCopyright()).isEqualTo(channel.copyright());
    assertThat(feed.getLastBuildDate()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(feed.getImage().getUrl()).isEqualTo(Stories.LOGO.url());
    assertThat(((DCModule) feed.getModule(DCModule.URI)).getPublisher())
        .isEqualTo(Stories.PUBLISHER.name());
    assertThat(feed.getItems()).hasSameSizeAs(STORIES);
    for (int i = 0; i < STORIES.size(); i++) {
      assertSame(STORIES.get(i), feed.getItems().get(i));
    }
  }

  private static void assertSame(Story story, Item item) {
    assertThat(item.getTitle()).isEqualTo(story.title());
    assertThat(item.getLink()).isEqualTo(story.url());
    assertThat(item.getGuid().getValue()).isEqualTo(story.guid());
    assertThat(item.getGuid().isPermaLink()).isEqualTo(story.guid().equals(story.url()));
    assertThat(item.getPubDate()).isEqualTo(Date.from(story.published()));
    assertThat(item.getDescription() == null ? "" : text(item.getDescription().getValue()))
        .isEqualTo(story.summary());
    assertThat(item.getCategories())
        .extracting(category -> category.getValue())
        .isEqualTo(story.categories());
    ContentModule content = (ContentModule) item.getModule(ContentModule.URI);
    assertThat(content == null ? "" : content.getEncodeds().get(0)).isEqualTo(story.html());
    DCModule dublinCore = (DCModule) item.getModule(DCModule.URI);
    assertThat(dublinCore.getCreators())
        .isEqualTo(story.authors().stream().map(Author::name).toList());
    assertThat(dublinCore.getLanguage()).isEqualTo(story.language());
    assertThat(Optional.ofNullable(dublinCore.getSource()))
        .isEqualTo(story.source().map(source -> source.original().orElse(source.name())));
    assertThat(Optional.ofNullable(dublinCore.getRights()))
        .isEqualTo(story.source().map(Source::copyright));
    assertThat(Optional.ofNullable(item.getSource()).map(source -> source.getUrl()))
        .isEqualTo(story.source().flatMap(Source::feed));
    assertThat(Optional.ofNullable(item.getSource()).map(source -> source.getValue()))
        .isEqualTo(story.source().map(Source::name));
    assertThat(item.getForeignMarkup().stream().map(element -> element.getText()))
        .as("dcterms:modified")
        .isEqualTo(
            story.updated().equals(story.published())
                ? List.of()
                : List.of(story.updated().toString()));
    MediaEntryModule media = (MediaEntryModule) item.getModule(MediaModule.URI);
    assertThat(media == null ? List.of() : pictures(media.getMediaContents()))
        .isEqualTo(story.pictures());
  }

  private static List<Picture> pictures(MediaContent[] contents) {
    List<Picture> pictures = new ArrayList<>();
    for (MediaContent content : contents) {
      assertThat(content.getMedium()).isEqualTo("image");
      Metadata data = content.getMetadata();
      pictures.add(
          new Picture(
              ((UrlReference) content.getReference()).getUrl().toString(),
              or(content.getType(), ""),
              or(content.getWidth(), 0),
              or(content.getHeight(), 0),
              or(content.getFileSize(), 0L),
              or(data.getTitle(), ""),
              or(data.getDescription(), ""),
              data.getCredits().length == 0 ? "" : data.getCredits()[0].getName(),
              or(data.getCopyright(), "")));
    }
    return pictures;
  }

  @Test
  void atomSaysWhatWentIn() throws Exception {
    Channel channel = Stories.channel("atom.xml");
    Feed feed = (Feed) read(new Atom().feed(channel, STORIES));
    assertThat(feed.getId()).isEqualTo(channel.feedUrl());
    assertThat(feed.getTitle()).isEqualTo(channel.title());
    assertThat(feed.getSubtitle().getValue()).isEqualTo(channel.description());
    assertThat(feed.getUpdated()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(feed.getAuthors())
        .extracting(SyndPerson::getName, SyndPerson::getUri)
        .containsExactly(tuple(Stories.PUBLISHER.name(), Stories.SITE));
    assertThat(feed.getIcon()).isEqualTo(channel.icon().orElseThrow());
    assertThat(feed.getLogo()).isEqualTo(Stories.LOGO.url());
    assertThat(feed.getRights()).isEqualTo(channel.copyright());
    assertThat(hrefs(feed.getOtherLinks(), "self")).containsExactly(channel.feedUrl());
    assertThat(hrefs(feed.getAlternateLinks(), "alternate")).containsExactly(channel.url());
    assertThat(feed.getEntries()).hasSameSizeAs(STORIES);
    for (int i = 0; i < STORIES.size(); i++) {
      assertSame(STORIES.get(i), feed.getEntries().get(i));
    }
  }

  private static void assertSame(Story story, Entry entry) {
    assertThat(entry.getId()).isEqualTo(Atom.id(story));
    assertThat(entry.getTitle()).isEqualTo(story.title());
    assertThat(entry.getPublished()).isEqualTo(Date.from(story.published()));
    assertThat(entry.getUpdated()).isEqualTo(Date.from(story.updated()));
    assertThat(entry.getAuthors())
        .extracting(SyndPerson::getName)
        .isEqualTo(story.authors().stream().map(Author::name).toList());
    assertThat(entry.getAuthors())
        .extracting(person -> Optional.ofNullable(person.getUri()))
        .isEqualTo(story.authors().stream().map(Author::url).toList());
    assertThat(hrefs(entry.getAlternateLinks(), "alternate")).containsExactly(story.url());
    assertThat(hrefs(entry.getOtherLinks(), "via"))
        .isEqualTo(story.source().flatMap(Source::original).stream().toList());
    assertThat(entry.getOtherLinks().stream().filter(link -> link.getRel().equals("enclosure")))
        .extracting(Link::getHref, link -> or(link.getType(), ""), Link::getLength)
        .isEqualTo(
            story.pictures().stream()
                .map(picture -> tuple(picture.url(), picture.type(), picture.length()))
                .toList());
    assertThat(entry.getCategories()).extracting(Category::getTerm).isEqualTo(story.categories());
    assertThat(entry.getSummary() == null ? "" : entry.getSummary().getValue())
        .isEqualTo(story.summary());
    assertThat(entry.getContents().stream().map(Content::getValue).findFirst().orElse(""))
        .isEqualTo(story.html());
    assertThat(entry.getContents()).allMatch(content -> content.getType().equals("html"));
    assertThat(Optional.ofNullable(entry.getSource()).map(Feed::getTitle))
        .isEqualTo(story.source().map(Source::name));
    assertThat(Optional.ofNullable(entry.getRights()))
        .isEqualTo(story.source().map(Source::copyright));
  }

  @Test
  void jsonFeedSaysWhatWentIn() {
    Channel channel = Stories.channel("feed.json");
    JsonNode feed =
        FeedValidator.parsed(
            new String(new JsonFeed().feed(channel, STORIES), StandardCharsets.UTF_8));
    assertThat(feed.get("title").textValue()).isEqualTo(channel.title());
    assertThat(feed.get("items")).hasSameSizeAs(STORIES);
    for (int i = 0; i < STORIES.size(); i++) {
      assertSame(STORIES.get(i), feed.get("items").get(i));
    }
  }

  private static void assertSame(Story story, JsonNode item) {
    assertThat(item.get("id").textValue()).isEqualTo(story.guid());
    assertThat(item.get("url").textValue()).isEqualTo(story.url());
    assertThat(item.get("title").textValue()).isEqualTo(story.title());
    assertThat(item.path("summary").asText()).isEqualTo(story.summary());
    assertThat(item.path("content_html").asText()).isEqualTo(story.html());
    assertThat(Instant.parse(item.get("date_published").textValue())).isEqualTo(story.published());
    assertThat(Instant.parse(item.get("date_modified").textValue())).isEqualTo(story.updated());
    assertThat(item.get("language").textValue()).isEqualTo(story.language());
    assertThat(item.path("tags")).extracting(JsonNode::textValue).isEqualTo(story.categories());
    assertThat(item.path("authors").findValuesAsText("name"))
        .isEqualTo(story.authors().stream().map(Author::name).toList());
    assertThat(item.path("external_url").asText())
        .isEqualTo(story.source().flatMap(Source::original).orElse(""));
    assertThat(item.path("image").asText())
        .isEqualTo(story.pictures().stream().map(Picture::url).findFirst().orElse(""));
  }

  @Test
  void aPictureOfTheBodyIsNoBanner() {
    Story story =
        Stories.story("b", "", "B", "B", "<img src=\"" + Stories.SITE + "b.jpg\">", Instant.EPOCH);
    String feed =
        new String(
            new JsonFeed().feed(Stories.channel("feed.json"), List.of(story)),
            StandardCharsets.UTF_8);
    assertThat(feed).contains("\"image\":").doesNotContain("banner_image");
  }

  @Test
  void aGuidThatIsNoAddressBecomesATagUri() {
    assertThat(id("urn:newsml:press.example:1 é")).isEqualTo("urn:newsml:press.example:1%20%C3%A9");
    assertThat(id("tag:press.example,2026:1")).isEqualTo("tag:press.example,2026:1");
    assertThat(id("https://press.example/1 2")).isEqualTo("https://press.example/1%202");
    assertThat(id("16 % <é>")).isEqualTo("tag:gazette.example,2026-03-01:16%20%25%20%3C%C3%A9%3E");
    assertThat(id("urn:")).isEqualTo("tag:gazette.example,2026-03-01:urn:");
    assertThat(id("javascript:x")).isEqualTo("tag:gazette.example,2026-03-01:javascript:x");
  }

  private static String id(String guid) {
    return Atom.id(Stories.story("a", guid, "A", "", "", Instant.parse("2026-03-01T09:30:00Z")));
  }

  @Test
  void aFeedWithoutStoriesIsAFeed() {
    FeedValidator.assertValidRss(new Rss().feed(Stories.channel("rss.xml"), List.of()));
    FeedValidator.assertValidAtom(new Atom().feed(Stories.channel("atom.xml"), List.of()));
    FeedValidator.assertValidJsonFeed(new JsonFeed().feed(Stories.channel("feed.json"), List.of()));
  }

  private static WireFeed read(byte[] feed) throws IOException, FeedException {
    WireFeedInput input = new WireFeedInput();
    // It mends feeds by rewriting their entities, in CDATA sections too.
    input.setXmlHealerOn(false);
    return input.build(new XmlReader(new ByteArrayInputStream(feed)));
  }

  private static List<String> hrefs(List<Link> links, String relation) {
    return links.stream()
        .filter(link -> link.getRel().equals(relation))
        .map(Link::getHref)
        .toList();
  }

  /** The text of HTML that has no elements. */
  private static String text(String html) {
    return html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static <T> T or(T value, T other) {
    return value == null ? other : value;
  }
}
