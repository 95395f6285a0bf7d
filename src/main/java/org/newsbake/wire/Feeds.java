package org.newsbake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads feeds: RSS 0.9 to 2.0, Atom of RFC 4287, JSON Feed 1.1. */
final class Feeds {

  private static final int LONG_DESCRIPTION = 600;

  private final Beside beside;

  Feeds(WireFile file) {
    beside = new Beside(file);
  }

  List<WireItem> rss(Element root) {
    Element channel = root.first("channel").orElse(root);
    List<Element> entries = new ArrayList<>(channel.all("item"));
    if (channel != root) {
      entries.addAll(root.all("item"));
    }
    List<WireItem> items = new ArrayList<>();
    for (Element entry : entries) {
      Draft draft = new Draft(WireFormat.FEED);
      channel(channel, draft);
      Optional<String> link =
          entry.all("link").stream()
              .map(it -> it.words().isEmpty() ? it.attribute("href") : it.words())
              .filter(it -> !it.isEmpty())
              .findFirst();
      draft.guid =
          entry.first("guid").flatMap(Element::given).or(() -> link).or(() -> entry.given("about"));
      draft.created = time(entry, "pubdate", "date", "published", "issued");
      version(draft, time(entry, "updated", "modified"));
      draft.headline = entry.first("title").map(it -> words(it.text())).filter(it -> !it.isEmpty());
      entry.all("creator").forEach(it -> draft.bylines.add(it.words()));
      entry.all("author").forEach(it -> author(it.first("name").orElse(it).words(), draft));
      categories(entry, draft);
      String base = link.filter(it -> it.startsWith("http")).orElse("");
      String encoded =
          entry.all("encoded").stream()
              .map(Element::text)
              .filter(it -> !it.isBlank())
              .findFirst()
              .orElse("");
      String description =
          entry.all("description").stream()
              .map(Element::text)
              .filter(it -> !it.isBlank())
              .findFirst()
              .orElse("");
      boolean whole =
          encoded.isBlank()
              && (description.length() > LONG_DESCRIPTION || paragraphs(description) >= 2);
      if (!description.isBlank() && !whole) {
        draft.summary = Optional.of(words(description)).filter(it -> !it.isEmpty());
      }
      String html = whole ? description : encoded;
      if (!html.isBlank()) {
        draft.take(Markup.ofHtml(HtmlTree.isMarkup(html) ? html : Text.unescape(html), base));
      }
      media(entry, draft);
      items.add(draft.finish());
    }
    return items;
  }

  private static int paragraphs(String html) {
    return html.toLowerCase(Locale.ROOT).split("</p>", -1).length - 1;
  }

  private static void channel(Element channel, Draft draft) {
    draft.language = channel.first("language").flatMap(it -> Values.language(it.words()));
    draft.notice =
        channel.first("copyright").or(() -> channel.first("rights")).flatMap(Element::given);
    draft.agency(channel.first("title").flatMap(Element::given));
    draft.capitalHeadings = true;
  }

  private static void version(Draft draft, Optional<WireTime> updated) {
    if (updated.isPresent() && draft.created.isEmpty()) {
      draft.created = updated;
    }
    if (updated.isPresent() && !updated.equals(draft.created)) {
      draft.version = updated.map(it -> it.instant(java.time.ZoneOffset.UTC).toString());
    }
  }

  private static void author(String written, Draft draft) {
    // RSS: the address, and the name in brackets.
    String name = written.replaceFirst("^\\S+@\\S+\\s*\\((.*)\\)$", "$1");
    if (!name.isEmpty()) {
      draft.bylines.add(name);
    }
  }

  private static void categories(Element entry, Draft draft) {
    for (Element category : entry.elements()) {
      if (category.is("category") || category.is("subject")) {
        String name =
            category.given("label").or(() -> category.given("term")).orElse(category.words());
        if (!name.isEmpty() && !name.matches("https?://.*")) {
          draft.keywords.add(Text.value(name));
        }
      }
    }
  }

  private static Optional<WireTime> time(Element entry, String... names) {
    for (String name : names) {
      Optional<WireTime> time =
          entry.all(name).stream()
              .map(it -> Times.read(it.words()))
              .flatMap(Optional::stream)
              .findFirst();
      if (time.isPresent()) {
        return time;
      }
    }
    return Optional.empty();
  }

  /** The words of a text that may be HTML. */
  private static String words(String text) {
    String plain = Text.unescape(text);
    return Text.value(HtmlTree.isMarkup(plain) ? HtmlTree.read(plain).text() : plain);
  }

  private void media(Element entry, Draft draft) {
    List<Element> contents =
        new ArrayList<>(
            entry.all("group").stream().flatMap(it -> it.all("content").stream()).toList());
    contents.addAll(
        entry.all("content").stream().filter(it -> !it.attribute("url").isEmpty()).toList());
    contents.addAll(entry.all("enclosure"));
    contents.addAll(
        entry.all("link").stream().filter(it -> it.attribute("rel").equals("enclosure")).toList());
    Element best = null;
    long most = -1;
    for (Element content : contents) {
      String type = content.attribute("type");
      boolean image =
          content.attribute("medium").equals("image")
              || type.startsWith("image/")
              || type.isEmpty()
                  && content.attribute("medium").isEmpty()
                  && content.attribute("url").matches("(?i).*\\.(?:jpe?g|png|gif|webp)(?:[?#].*)?");
      long width = Text.number(content.attribute("width"));
      if (image && width > most) {
        most = width;
        best = content;
      }
    }
    if (best == null) {
      return;
    }
    Element content = best;
    Optional<String> credit =
        content.all("credit").stream()
            .map(Element::words)
            .filter(it -> !it.isEmpty())
            .findFirst()
            .or(
                () ->
                    entry.below("credit").stream()
                        .map(Element::words)
                        .filter(it -> !it.isEmpty())
                        .findFirst());
    Optional<String> caption =
        content.all("description").stream()
            .map(it -> words(it.text()))
            .filter(it -> !it.isEmpty())
            .findFirst()
            .or(
                () ->
                    content.all("title").stream()
                        .map(it -> words(it.text()))
                        .filter(it -> !it.isEmpty())
                        .findFirst());
    Beside.Found found =
        beside.find(
            List.of(
                content.attribute("url").isEmpty()
                    ? content.attribute("href")
                    : content.attribute("url")));
    found.remark().ifPresent(draft.remarks::add);
    draft.pictures.add(
        new WirePicture(
            found.ref(),
            found.there(),
            caption,
            credit,
            List.of(),
            Optional.empty(),
            Optional.empty()));
  }

  List<WireItem> atom(Element root) {
    List<WireItem> items = new ArrayList<>();
    List<Element> entries = root.is("entry") ? List.of(root) : root.all("entry");
    for (Element entry : entries) {
      Draft draft = new Draft(WireFormat.FEED);
      draft.capitalHeadings = true;
      draft.language =
          Values.language(entry.attribute("xml:lang"))
              .or(() -> Values.language(root.attribute("xml:lang")));
      draft.notice = entry.first("rights").or(() -> root.first("rights")).flatMap(Element::given);
      draft.agency(root.first("title").flatMap(Element::given));
      root.all("author").forEach(it -> draft.agency(it.first("name").flatMap(Element::given)));
      draft.guid = entry.first("id").flatMap(Element::given);
      draft.created = time(entry, "published", "issued");
      version(draft, time(entry, "updated", "modified"));
      String base = resolve(root.attribute("xml:base"), entry.attribute("xml:base"));
      String link =
          entry.all("link").stream()
              .filter(
                  it -> it.attribute("rel").isEmpty() || it.attribute("rel").equals("alternate"))
              .map(it -> resolve(base, it.attribute("href")))
              .findFirst()
              .orElse(base);
      if (draft.guid.isEmpty()) {
        draft.guid = Optional.of(link).filter(it -> !it.isEmpty());
      }
      draft.headline = entry.first("title").map(it -> words(it.text())).filter(it -> !it.isEmpty());
      entry
          .all("author")
          .forEach(it -> it.first("name").ifPresent(name -> author(name.words(), draft)));
      categories(entry, draft);
      draft.summary =
          entry.first("summary").map(it -> words(it.text())).filter(it -> !it.isEmpty());
      entry.all("content").stream()
          .filter(it -> it.attribute("url").isEmpty())
          .findFirst()
          .ifPresent(it -> content(it, link, draft));
      media(entry, draft);
      items.add(draft.finish());
    }
    return items;
  }

  private static void content(Element content, String base, Draft draft) {
    String type = content.attribute("type").toLowerCase(Locale.ROOT);
    if (type.contains("xhtml") || !content.elements().isEmpty()) {
      draft.take(Markup.ofXml(content, base));
    } else if (type.contains("html") || type.isEmpty() && HtmlTree.hasBlocks(content.text())) {
      draft.take(Markup.ofHtml(content.text(), base));
    } else {
      draft.blocks.addAll(Markup.ofText(content.text()));
    }
  }

  private static String resolve(String base, String address) {
    if (base.isEmpty() || address.matches("(?i)https?://.*")) {
      return address.isEmpty() ? base : address;
    }
    try {
      return address.isEmpty() ? base : URI.create(base).resolve(address).toString();
    } catch (IllegalArgumentException e) {
      return base;
    }
  }

  static boolean isFeed(JsonNode root) {
    return Json.text(root, "version").filter(it -> it.contains("jsonfeed.org")).isPresent()
        || Json.list(root, "items").stream()
            .anyMatch(it -> it.has("content_html") || it.has("content_text"));
  }

  List<WireItem> json(JsonNode root) {
    List<WireItem> items = new ArrayList<>();
    for (JsonNode entry : Json.list(root, "items")) {
      Draft draft = new Draft(WireFormat.FEED);
      draft.capitalHeadings = true;
      draft.guid = Json.text(entry, "id", "url");
      draft.language =
          Json.text(entry, "language")
              .or(() -> Json.text(root, "language"))
              .flatMap(Values::language);
      draft.agency(Json.text(root, "title"));
      Json.list(root, "authors").forEach(it -> draft.agency(Json.text(it, "name")));
      draft.created = Json.text(entry, "datepublished").flatMap(Times::read);
      version(draft, Json.text(entry, "datemodified").flatMap(Times::read));
      draft.headline = Json.text(entry, "title").map(Feeds::words);
      draft.summary = Json.text(entry, "summary").map(Feeds::words);
      Json.list(entry, "authors", "author")
          .forEach(it -> Json.text(it, "name").ifPresent(draft.bylines::add));
      draft.keywords.addAll(Json.texts(entry, "tags"));
      String html =
          Json.get(entry, "contenthtml")
              .filter(JsonNode::isTextual)
              .map(JsonNode::asText)
              .orElse("");
      String text =
          Json.get(entry, "contenttext")
              .filter(JsonNode::isTextual)
              .map(JsonNode::asText)
              .orElse("");
      if (!html.isBlank()) {
        draft.take(Markup.ofHtml(html, Json.text(entry, "url").orElse("")));
      } else if (!text.isBlank()) {
        draft.blocks.addAll(Markup.ofText(text));
      }
      Json.text(entry, "image", "bannerimage")
          .ifPresent(
              it -> {
                Beside.Found found = beside.find(List.of(it));
                found.remark().ifPresent(draft.remarks::add);
                draft.pictures.add(WirePicture.at(found));
              });
      items.add(draft.finish());
    }
    return items;
  }
}
