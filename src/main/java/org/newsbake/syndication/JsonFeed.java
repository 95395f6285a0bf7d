package org.newsbake.syndication;

import java.util.List;
import java.util.Optional;

/** Writes <a href="https://www.jsonfeed.org/version/1.1/">JSON Feed 1.1</a>. */
public final class JsonFeed implements FeedFormat {

  @Override
  public String mediaType() {
    return "application/feed+json";
  }

  @Override
  public byte[] feed(Channel channel, List<Story> stories) {
    Publisher publisher = channel.publisher();
    Json json = Json.ofFile();
    json.open('{');
    json.member("version", "https://jsonfeed.org/version/1.1");
    json.member("title", channel.title());
    json.member("home_page_url", channel.url());
    json.member("feed_url", channel.feedUrl());
    json.member("description", channel.description());
    json.member("icon", publisher.logo().map(Picture::url).orElse(""));
    json.member("favicon", channel.icon().orElse(""));
    json.open("authors", '[');
    author(json, publisher.name(), Optional.of(publisher.url()));
    json.close(']');
    json.member("language", channel.language());
    json.open("items", '[').line();
    for (Story story : stories) {
      item(json, story);
    }
    return json.close(']').close('}').line().bytes();
  }

  private void item(Json json, Story story) {
    json.open('{');
    json.member("id", story.guid());
    json.member("url", story.url());
    json.member("external_url", story.source().flatMap(Source::original).orElse(""));
    json.member("title", story.title());
    if (story.html().isEmpty()) {
      // One of the two contents has to be there.
      json.member("content_text", story.summary().isEmpty() ? story.title() : story.summary());
    } else {
      json.member("content_html", story.html());
    }
    json.member("summary", story.summary());
    pictures(json, story);
    json.member("date_published", Timestamp.iso(story.published()));
    json.member("date_modified", Timestamp.iso(story.updated()));
    json.open("authors", '[');
    for (Author author : story.authors()) {
      author(json, author.name(), author.url());
    }
    json.close(']');
    strings(json, "tags", story.categories());
    json.member("language", story.language());
    attachments(json, story.pictures());
    json.close('}').line();
  }

  /** A banner is a picture that stands in the page, but not in the body. */
  private void pictures(Json json, Story story) {
    if (!story.pictures().isEmpty()) {
      String lead = story.pictures().get(0).url();
      json.member("image", lead);
      if (!story.html().contains(lead)) {
        json.member("banner_image", lead);
      }
    }
  }

  private void author(Json json, String name, Optional<String> url) {
    json.open('{');
    json.member("name", name);
    json.member("url", url.orElse(""));
    json.close('}');
  }

  private void strings(Json json, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      json.open(name, '[');
      texts.forEach(json::value);
      json.close(']');
    }
  }

  /** Those of a known type: an attachment has one. */
  private void attachments(Json json, List<Picture> pictures) {
    List<Picture> typed = pictures.stream().filter(picture -> !picture.type().isEmpty()).toList();
    if (typed.isEmpty()) {
      return;
    }
    json.open("attachments", '[');
    for (Picture picture : typed) {
      json.open('{');
      json.member("url", picture.url());
      json.member("mime_type", picture.type());
      json.member("title", picture.caption().isEmpty() ? picture.alt() : picture.caption());
      json.member("size_in_bytes", picture.length());
      json.close('}');
    }
    json.close(']');
  }
}
