package org.newsbake.syndication;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes <a href="https://www.rssboard.org/rss-specification">RSS 2.0</a>, with the modules that
 * news readers know: content, <a
 * href="https://www.dublincore.org/specifications/dublin-core/dcmi-terms/">Dublin Core</a> and <a
 * href="https://www.rssboard.org/media-rss">Media RSS</a>.
 */
public final class Rss implements FeedFormat {

  /** The types that RSS knows for the picture of a channel. */
  private static final Set<String> CHANNEL_IMAGES = Set.of("image/png", "image/jpeg", "image/gif");

  private static final String ROOT =
      "<rss version=\"2.0\""
          + " xmlns:atom=\"http://www.w3.org/2005/Atom\""
          + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
          + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
          + " xmlns:dcterms=\"http://purl.org/dc/terms/\""
          + " xmlns:media=\"http://search.yahoo.com/mrss/\">\n";

  @Override
  public String mediaType() {
    return "application/rss+xml";
  }

  @Override
  public byte[] feed(Channel channel, List<Story> stories) {
    Xml xml = Xml.numeric();
    xml.markup(ROOT).markup("<channel>\n");
    xml.element("title", channel.title());
    xml.element("link", channel.url());
    // RSS asks for a description.
    xml.element(
        "description",
        asHtml(channel.description().isEmpty() ? channel.title() : channel.description()));
    xml.markup("<atom:link rel=\"self\"")
        .attribute("type", mediaType())
        .attribute("href", channel.feedUrl())
        .markup("/>\n");
    xml.element("language", channel.language());
    xml.element("copyright", channel.copyright());
    if (!stories.isEmpty()) {
      xml.element("lastBuildDate", Timestamp.rfc822(FeedFormat.changed(stories)));
    }
    xml.element("generator", "Newsbake");
    image(xml, channel);
    xml.element("dc:publisher", channel.publisher().name());
    for (Story story : stories) {
      item(xml, story);
    }
    return xml.markup("</channel>\n</rss>\n").bytes();
  }

  private void image(Xml xml, Channel channel) {
    Optional<Picture> logo = channel.publisher().logo();
    if (logo.isPresent() && CHANNEL_IMAGES.contains(logo.get().type())) {
      xml.markup("<image>\n");
      xml.element("url", logo.get().url());
      xml.element("title", channel.title());
      xml.element("link", channel.url());
      xml.markup("</image>\n");
    }
  }

  private void item(Xml xml, Story story) {
    xml.markup("<item>\n");
    xml.element("title", story.title());
    xml.element("link", story.url());
    xml.markup(story.isPermalink() ? "<guid isPermaLink=\"true\">" : "<guid isPermaLink=\"false\">")
        .text(story.guid())
        .markup("</guid>\n");
    xml.element("pubDate", Timestamp.rfc822(story.published()));
    if (!story.updated().equals(story.published())) {
      xml.element("dcterms:modified", Timestamp.iso(story.updated()));
    }
    for (Author author : story.authors()) {
      xml.element("dc:creator", author.name());
    }
    xml.element("dc:language", story.language());
    for (String category : story.categories()) {
      xml.element("category", category);
    }
    xml.element("description", asHtml(story.summary()));
    if (!story.html().isEmpty()) {
      xml.markup("<content:encoded>").cdata(story.html()).markup("</content:encoded>\n");
    }
    story.source().ifPresent(source -> source(xml, source));
    for (Picture picture : story.pictures()) {
      picture(xml, picture);
    }
    xml.markup("</item>\n");
  }

  /** RSS's own element names the feed that the item comes from, so it needs that feed's address. */
  private void source(Xml xml, Source source) {
    source
        .feed()
        .ifPresent(
            feed ->
                xml.markup("<source")
                    .attribute("url", feed)
                    .markup(">")
                    .text(source.name())
                    .markup("</source>\n"));
    xml.element("dc:source", source.original().orElse(source.name()));
    xml.element("dc:rights", source.copyright());
  }

  private void picture(Xml xml, Picture picture) {
    xml.markup("<media:content")
        .attribute("url", picture.url())
        .attribute("type", picture.type())
        .attribute("medium", "image")
        .attribute("width", picture.width())
        .attribute("height", picture.height())
        .attribute("fileSize", picture.length())
        .markup(">\n");
    xml.element("media:title", picture.alt());
    xml.element("media:description", picture.caption());
    xml.element("media:credit", picture.credit());
    xml.element("media:copyright", picture.copyright());
    xml.markup("</media:content>\n");
  }

  /** Readers take a description for HTML, so that plain text has to become HTML first. */
  private static String asHtml(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
