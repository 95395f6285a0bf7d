package org.newsbake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.newsbake.wire.WireItem.Publish;
import org.newsbake.wire.WireItem.Signal;

/** Reads ninjs 1, 2 and 3. Names count without case and underscores, for the versions differ so. */
final class Ninjs {

  private static final Set<String> TEXTS =
      Set.of("text", "story", "article", "news", "composite", "liveblog", "nitf", "newsitem");
  private static final Set<String> PICTURES = Set.of("picture", "photo", "image", "graphic");
  private static final Set<String> EDITORS =
      Set.of(
          "advisory",
          "planning",
          "event",
          "agenda",
          "daybook",
          "alertonly",
          "assignment",
          "coverage",
          "test");

  private final Beside beside;

  Ninjs(WireFile file) {
    beside = new Beside(file);
  }

  /** The items of a document: one, a list, or a list in an envelope. */
  static List<JsonNode> items(JsonNode root) {
    if (root.isArray()) {
      return Json.values(root);
    }
    if (isItem(root)) {
      return List.of(root);
    }
    for (String name : List.of("item", "items", "data", "results", "hits", "content", "docs")) {
      Optional<JsonNode> inside = Json.get(root, name);
      if (inside.isPresent() && (inside.get().isArray() || inside.get().isObject())) {
        if (inside.get().isArray()) {
          List<JsonNode> items =
              Json.values(inside.get()).stream()
                  .map(it -> isItem(it) ? it : Json.get(it, "item", "source").orElse(it))
                  .toList();
          if (items.stream().anyMatch(Ninjs::isItem)) {
            return items;
          }
        } else {
          List<JsonNode> items = items(inside.get());
          if (!items.isEmpty()) {
            return items;
          }
        }
      }
    }
    return List.of();
  }

  static boolean isItem(JsonNode node) {
    boolean named = Json.get(node, "uri", "guid").isPresent();
    boolean worded =
        Json.get(
                node,
                "headline",
                "headlines",
                "bodyhtml",
                "bodytext",
                "bodyxhtml",
                "bodies",
                "versioncreated",
                "pubstatus",
                "descriptiontext",
                "renditions")
            .isPresent();
    return node.isObject()
        && worded
        && (named
            || Json.get(node, "versioncreated", "bodyhtml", "bodies", "bodytext").isPresent());
  }

  WireItem item(JsonNode node) {
    Draft draft = new Draft(WireFormat.NINJS);
    draft.guid = Json.text(node, "uri", "guid");
    draft.version = Json.text(node, "version");
    common(node, draft);
    draft.created =
        Json.text(node, "versioncreated")
            .flatMap(Times::read)
            .or(
                () ->
                    Json.text(node, "contentmodified", "contentcreated", "firstcreated")
                        .flatMap(Times::read));
    draft.firstCreated = Json.text(node, "firstcreated").flatMap(Times::read);
    draft.credit = Json.text(node, "creditline", "source", "provider");
    draft.agency(Json.text(node, "source"));
    draft.agency(Json.text(node, "provider"));
    headlines(node, draft);
    draft.slugline = Json.text(node, "slugline").or(() -> first(node, "sluglines"));
    draft.bylines.addAll(Json.texts(node, "byline", "by", "bylines"));
    draft.bylines.addAll(Json.texts(node, "authors"));
    draft.summary = summary(node);
    for (JsonNode source : Json.list(node, "infosources", "infosource")) {
      draft.agency(Json.text(source, "name", "literal"));
    }
    draft.city = Json.text(node, "located");
    Json.text(node, "dateline").ifPresent(draft.datelines::add);
    replaced(node, draft);
    String type = Json.text(node, "type").orElse("text").toLowerCase(Locale.ROOT);
    String kind = Json.text(node, "contenttype", "profile").orElse("");
    draft.genres.add(kind);
    draft.genres.addAll(Json.texts(node, "genre", "genres"));
    pictures(node, draft);
    if (PICTURES.contains(type)) {
      draft.bylines.clear();
      WirePicture own = picture(node, draft);
      draft.pictures.clear();
      draft.pictures.add(own);
      draft.judge(Publish.PICTURE, "a picture");
    } else if (EDITORS.contains(type)) {
      draft.judge(Publish.NO, "type " + type);
    } else if (Set.of("audio", "video", "package").contains(type)) {
      draft.judge(Publish.NO, "type " + type + ": no text");
    } else {
      body(node, draft);
      if (!TEXTS.contains(type)) {
        draft.judge(Publish.HOLD, "unknown type \"" + type + "\"");
      }
      if (Json.text(node, "representationtype")
          .filter(it -> it.equalsIgnoreCase("incomplete") || it.equalsIgnoreCase("partial"))
          .isPresent()) {
        draft.judge(Publish.HOLD, "the text is not complete");
      }
    }
    return draft.finish();
  }

  /** What the JSON formats share. */
  static void common(JsonNode node, Draft draft) {
    draft.status = Values.status(Json.text(node, "pubstatus").orElse("usable"));
    for (String name : List.of("embargoed", "embargoeduntil", "embargo", "embargodate")) {
      Json.text(node, name).ifPresent(it -> Values.embargo(draft, it));
    }
    Json.text(node, "expires", "expiry").ifPresent(it -> Values.expires(draft, it));
    draft.language = Json.text(node, "language").flatMap(Values::language);
    draft.urgency = Json.text(node, "urgency");
    List<JsonNode> rights = new ArrayList<>(List.of(node));
    rights.addAll(Json.list(node, "rightsinfo"));
    for (JsonNode one : rights) {
      Json.texts(one, "usageterms", "usage").forEach(draft::usage);
      if (draft.holder.isEmpty()) {
        draft.holder = Json.text(one, "copyrightholder");
      }
      if (draft.notice.isEmpty()) {
        draft.notice = Json.text(one, "copyrightnotice");
      }
      Json.text(one, "expirationdate", "enddate").ifPresent(it -> Values.expires(draft, it));
    }
    Json.texts(node, "ednote", "ednotes", "editornote", "editorialnote").forEach(draft::note);
    for (JsonNode keyword : Json.list(node, "keywords", "keyword")) {
      String words =
          keyword.isValueNode()
              ? Text.value(keyword.asText())
              : Json.text(keyword, "name", "value").orElse("");
      for (String one : words.split("\\s*[,;]\\s*")) {
        if (!one.isBlank()) {
          draft.keywords.add(one);
        }
      }
    }
    for (JsonNode subject : Json.list(node, "subjects", "subject")) {
      Optional<String> code = Json.text(subject, "code", "literal", "qcode", "uri");
      draft.subject(code.orElse(""), Json.text(subject, "name"));
    }
  }

  private static void headlines(JsonNode node, Draft draft) {
    draft.headline = Json.text(node, "headline");
    for (JsonNode headline : Json.list(node, "headlines")) {
      Optional<String> words =
          headline.isValueNode()
              ? Optional.of(Text.value(headline.asText()))
              : Json.text(headline, "value", "text");
      String role = headline.isObject() ? Json.text(headline, "role").orElse("") : "";
      if (words.isEmpty() || words.get().isEmpty()) {
        continue;
      }
      boolean main =
          role.isEmpty() || role.toLowerCase(Locale.ROOT).matches(".*(?:main|headline|title).*");
      if (main && draft.headline.isEmpty()) {
        draft.headline = words;
      } else {
        draft.otherHeadlines.add(words.get());
      }
    }
    if (draft.headline.isEmpty()
        && !draft.otherHeadlines.isEmpty()
        && draft.otherHeadlines.size() == 1) {
      draft.headline = draft.otherHeadlines.stream().findFirst();
    }
    if (draft.headline.isEmpty()) {
      draft.headline = Json.text(node, "title");
    }
    if (draft.headline.isPresent() && HtmlTree.isMarkup(draft.headline.get())) {
      draft.headline = Optional.of(Text.value(HtmlTree.read(draft.headline.get()).text()));
    }
  }

  private static Optional<String> first(JsonNode node, String name) {
    return Json.texts(node, name).stream().findFirst();
  }

  private static Optional<String> summary(JsonNode node) {
    Optional<String> plain =
        Json.text(node, "descriptiontext")
            .or(() -> first(node, "descriptions"))
            .or(() -> Json.text(node, "descriptionhtml", "description", "abstract"));
    return plain
        .map(it -> HtmlTree.isMarkup(it) ? Text.value(HtmlTree.read(it).text()) : it)
        .filter(it -> !it.isEmpty());
  }

  private static void replaced(JsonNode node, Draft draft) {
    draft.replaces =
        Json.texts(node, "replacing").stream()
            .findFirst()
            .or(
                () ->
                    Json.list(node, "replacing").stream()
                        .flatMap(it -> Json.text(it, "uri", "guid").stream())
                        .findFirst());
    if (draft.replaces.isPresent()) {
      draft.signal(Signal.UPDATE);
    }
    for (JsonNode signal : Json.list(node, "signal", "signals")) {
      String code =
          (signal.isValueNode()
                  ? signal.asText()
                  : Json.text(signal, "code", "name", "qcode", "literal").orElse(""))
              .toLowerCase(Locale.ROOT);
      if (code.contains("correct")) {
        draft.signal(Signal.CORRECTION);
      } else if (code.contains("update") || code.contains("writethru")) {
        draft.signal(Signal.UPDATE);
      } else if (code.contains("kill")) {
        draft.signal(Signal.KILL);
      }
    }
  }

  /** One of several bodies: HTML before text. */
  private static void body(JsonNode node, Draft draft) {
    String html = "";
    String text = "";
    for (JsonNode body : Json.list(node, "bodies", "body")) {
      String value =
          body.isValueNode()
              ? body.asText()
              : Json.get(body, "value", "content", "text").map(JsonNode::asText).orElse("");
      String type =
          body.isObject() ? Json.text(body, "contenttype", "mimetype", "role").orElse("") : "";
      boolean marked =
          type.toLowerCase(Locale.ROOT).contains("html")
              || type.isEmpty() && HtmlTree.hasBlocks(value);
      if (marked) {
        html = value.length() > html.length() ? value : html;
      } else {
        text = value.length() > text.length() ? value : text;
      }
    }
    for (String name : List.of("bodyhtml5", "bodyhtml", "bodyxhtml", "contenthtml")) {
      Optional<String> value =
          Json.get(node, name).filter(JsonNode::isTextual).map(JsonNode::asText);
      if (html.isBlank() && value.isPresent()) {
        html = value.get();
      }
    }
    for (String name : List.of("bodytext", "contenttext")) {
      Optional<String> value =
          Json.get(node, name).filter(JsonNode::isTextual).map(JsonNode::asText);
      if (text.isBlank() && value.isPresent()) {
        text = value.get();
      }
    }
    if (!html.isBlank()) {
      draft.capitalHeadings = true;
      int before = draft.pictures.size();
      String whole = HtmlTree.isMarkup(html) ? html : Text.unescape(html);
      draft.take(
          Markup.ofHtml(
              whole, Json.text(node, "uri").filter(it -> it.startsWith("http")).orElse("")));
      // Figures of the text are those of the associations, without their sizes.
      if (before > 0 && draft.pictures.size() > before) {
        draft.pictures.subList(before, draft.pictures.size()).clear();
      }
    }
    if (draft.blocks.stream().allMatch(it -> it.plain().isEmpty()) && !text.isBlank()) {
      draft.blocks.clear();
      draft.blocks.addAll(
          HtmlTree.hasBlocks(text) ? Markup.ofHtml(text, "").blocks() : Markup.ofText(text));
    }
  }

  private void pictures(JsonNode node, Draft draft) {
    for (JsonNode associations : Json.list(node, "associations")) {
      List<JsonNode> all =
          Json.get(associations, "type", "renditions").isPresent()
              ? List.of(associations)
              : Json.values(associations);
      for (JsonNode association : all) {
        for (JsonNode one : Json.elements(association)) {
          String type = Json.text(one, "type").orElse("picture").toLowerCase(Locale.ROOT);
          boolean drawn =
              Json.get(one, "renditions").isPresent() || Json.get(one, "href").isPresent();
          if (one.isObject() && PICTURES.contains(type) && drawn) {
            String status = Values.status(Json.text(one, "pubstatus").orElse("usable"));
            if (status.equals("usable")) {
              draft.pictures.add(picture(one, draft));
              Json.texts(one, "ednote").stream()
                  .map(it -> "of a picture: " + it)
                  .forEach(draft.remarks::add);
            } else {
              draft.remarks.add("left out: a picture that is " + status);
            }
          }
        }
      }
    }
  }

  private WirePicture picture(JsonNode node, Draft draft) {
    JsonNode best = null;
    long most = -1;
    for (JsonNode renditions : Json.list(node, "renditions")) {
      List<JsonNode> all = renditions.has("href") ? List.of(renditions) : Json.values(renditions);
      for (JsonNode one : all) {
        long width = Text.number(Json.text(one, "width").orElse("0"));
        boolean picture =
            Json.text(one, "mimetype", "contenttype")
                .filter(it -> !it.startsWith("image/"))
                .isEmpty();
        boolean address = Json.text(one, "href").isPresent();
        if (picture && address && width > most) {
          most = width;
          best = one;
        }
      }
    }
    List<String> references = new ArrayList<>();
    if (best != null) {
      Json.text(best, "href").ifPresent(references::add);
      Json.text(best, "media", "name", "originalfilename").ifPresent(references::add);
    }
    Json.text(node, "href").ifPresent(references::add);
    Beside.Found found = beside.find(references);
    found.remark().ifPresent(draft.remarks::add);
    Optional<String> credit =
        Json.text(node, "creditline", "byline", "by").or(() -> Json.text(node, "copyrightholder"));
    return new WirePicture(
        found.ref(),
        found.there(),
        Json.text(node, "descriptiontext", "description", "descriptioncaption")
            .or(() -> summary(node)),
        draft.bylines.isEmpty() && Json.text(node, "headline").isEmpty()
            ? credit.filter(it -> Json.text(node, "byline", "by", "creditline").isPresent())
            : credit,
        Json.texts(node, "usageterms"),
        Json.text(node, "expires").flatMap(Times::read),
        Json.text(node, "uri", "guid"));
  }
}
