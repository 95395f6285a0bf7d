package org.newsbake.syndication;

import java.util.List;
import java.util.Set;

/** Writes Atom 1.0: <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>. */
public final class Atom implements FeedFormat {

  /** The schemes of guids that are identifiers of the web already. */
  private static final Set<String> URI_NAMES = Set.of("urn:", "tag:");

  @Override
  public String mediaType() {
    return "application/atom+xml";
  }

  @Override
  public byte[] feed(Channel channel, List<Story> stories) {
    Xml xml = Xml.named();
    xml.markup("<feed xmlns=\"http://www.w3.org/2005/Atom\"")
        .attribute("xml:lang", channel.language())
        .markup(">\n");
    xml.element("id", channel.feedUrl());
    xml.element("title", channel.title());
    xml.element("subtitle", channel.description());
    xml.element("updated", Timestamp.iso(FeedFormat.changed(stories)));
    author(xml, channel.publisher().name(), channel.publisher().url());
    link(xml, "self", mediaType(), channel.feedUrl());
    link(xml, "alternate", "text/html", channel.url());
    channel.icon().ifPresent(icon -> xml.element("icon", icon));
    channel.publisher().logo().ifPresent(logo -> xml.element("logo", logo.url()));
    xml.element("rights", channel.copyright());
    xml.element("generator", "Newsbake");
    for (Story story : stories) {
      entry(xml, story);
    }
    return xml.markup("</feed>\n").bytes();
  }

  private void entry(Xml xml, Story story) {
    xml.markup("<entry").attribute("xml:lang", story.language()).markup(">\n");
    xml.element("id", id(story));
    xml.element("title", story.title());
    xml.element("published", Timestamp.iso(story.published()));
    xml.element("updated", Timestamp.iso(story.updated()));
    for (Author author : story.authors()) {
      author(xml, author.name(), author.url().orElse(""));
    }
    link(xml, "alternate", "text/html", story.url());
    for (Picture picture : story.pictures()) {
      enclosure(xml, picture);
    }
    for (String category : story.categories()) {
      xml.markup("<category").attribute("term", category).markup("/>\n");
    }
    story.source().ifPresent(source -> source(xml, source));
    xml.element("summary", story.summary());
    if (!story.html().isEmpty()) {
      xml.markup("<content type=\"html\">").cdata(story.html()).markup("</content>\n");
    }
    xml.markup("</entry>\n");
  }

  /**
   * The guid, where it is an address or a URN; else a tag URI of it (<a
   * href="https://www.rfc-editor.org/rfc/rfc4151">RFC 4151</a>) from the host and the day of
   * publication, which stay what they are.
   */
  static String id(Story story) {
    String guid = story.guid();
    if (WebAddress.isAbsolute(guid)) {
      return WebAddress.checked(guid);
    }
    int name = guid.indexOf(':') + 1;
    if (URI_NAMES.contains(guid.substring(0, name)) && name < guid.length()) {
      return guid.substring(0, name) + WebAddress.encodedName(guid.substring(name));
    }
    return "tag:"
        + WebAddress.host(story.url())
        + ","
        + Timestamp.iso(story.published()).substring(0, 10)
        + ":"
        + WebAddress.encodedName(guid);
  }

  private void author(Xml xml, String name, String url) {
    xml.markup("<author>\n");
    xml.element("name", name);
    xml.element("uri", url);
    xml.markup("</author>\n");
  }

  private void link(Xml xml, String relation, String type, String url) {
    xml.markup("<link")
        .attribute("rel", relation)
        .attribute("type", type)
        .attribute("href", url)
        .markup("/>\n");
  }

  private void enclosure(Xml xml, Picture picture) {
    xml.markup("<link rel=\"enclosure\"")
        .attribute("type", picture.type())
        .attribute("href", picture.url())
        .attribute("length", picture.length())
        .attribute("title", picture.caption().isEmpty() ? picture.alt() : picture.caption())
        .markup("/>\n");
  }

  /** The original is linked from the entry; what is known of its feed stands in the source. */
  private void source(Xml xml, Source source) {
    source.original().ifPresent(original -> link(xml, "via", "text/html", original));
    xml.element("rights", source.copyright());
    xml.markup("<source>\n");
    xml.element("title", source.name());
    source.url().ifPresent(url -> link(xml, "alternate", "text/html", url));
    source
        .feed()
        .ifPresent(feed -> xml.markup("<link rel=\"self\"").attribute("href", feed).markup("/>\n"));
    xml.markup("</source>\n");
  }
}
