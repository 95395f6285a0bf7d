package org.newsbake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.newsbake.wire.WireItem.Publish;
import org.newsbake.wire.WireItem.Signal;

/** Reads answers of media APIs in AP's form, whose text is a NITF file beside them. */
final class ApJson {

  private final WireFile file;
  private final Beside beside;

  ApJson(WireFile file) {
    this.file = file;
    beside = new Beside(file);
  }

  /** The items of an answer; none where it is no such answer. */
  static List<JsonNode> items(JsonNode root) {
    List<JsonNode> found = new ArrayList<>();
    JsonNode data = Json.get(root, "data").orElse(root);
    for (JsonNode one : Json.list(data, "items")) {
      Json.get(one, "item").or(() -> Optional.of(one)).filter(ApJson::isItem).ifPresent(found::add);
    }
    Json.get(data, "item").filter(ApJson::isItem).ifPresent(found::add);
    if (found.isEmpty() && isItem(root)) {
      found.add(root);
    }
    return found;
  }

  private static boolean isItem(JsonNode node) {
    return Json.get(node, "altids").filter(it -> Json.text(it, "itemid").isPresent()).isPresent();
  }

  WireItem item(JsonNode node, boolean alone) {
    Draft draft = new Draft(WireFormat.AP_JSON);
    draft.guid = Json.get(node, "altids").flatMap(it -> Json.text(it, "itemid"));
    draft.version = Json.text(node, "version");
    Ninjs.common(node, draft);
    draft.created = Json.text(node, "versioncreated", "firstcreated").flatMap(Times::read);
    draft.firstCreated = Json.text(node, "firstcreated").flatMap(Times::read);
    draft.headline = Json.text(node, "headline", "title");
    draft.slugline = Json.text(node, "slugline");
    draft.summary = Json.text(node, "headlineextended", "descriptionsummary");
    draft.credit =
        Json.text(node, "creditline", "provider")
            .or(() -> Json.get(node, "provider").flatMap(it -> Json.text(it, "name")));
    draft.agency(Json.text(node, "provider"));
    draft.city = Json.text(node, "located");
    for (JsonNode byline : Json.list(node, "bylines", "byline")) {
      (byline.isValueNode() ? Optional.of(byline.asText()) : Json.text(byline, "by", "name"))
          .ifPresent(draft.bylines::add);
    }
    draft.genres.add(Json.text(node, "profile").orElse(""));
    if (Notes.isAdd(draft.slugline.orElse(""))) {
      draft.signal(Signal.ADD);
    } else if (Notes.isUpdate(draft.slugline.orElse(""))) {
      draft.signal(Signal.UPDATE);
    }
    Set<String> signals = new java.util.HashSet<>();
    Json.texts(node, "signals").forEach(it -> signals.add(it.toLowerCase(Locale.ROOT)));
    if (!signals.contains("newscontent")) {
      draft.judge(Publish.NO, "no newscontent in signals: never for readers");
    }
    if (signals.contains("correction") || signals.contains("corrective")) {
      draft.signal(Signal.CORRECTION);
    }
    String type = Json.text(node, "type").orElse("text").toLowerCase(Locale.ROOT);
    if (Set.of("picture", "photo", "graphic").contains(type)) {
      picture(node, draft);
      draft.bylines.clear();
      draft.judge(Publish.PICTURE, "a picture");
    } else if (!type.equals("text")) {
      draft.judge(
          Set.of("video", "audio", "composite").contains(type) ? Publish.NO : Publish.HOLD,
          "type " + type);
    } else {
      body(draft, alone);
    }
    return draft.finish();
  }

  private void body(Draft draft, boolean alone) {
    List<String> names = new ArrayList<>();
    if (alone) {
      names.add(WireFile.partOf(file.base()));
    }
    draft.guid.ifPresent(it -> names.add(it + "-nitf.xml"));
    draft.guid.ifPresent(it -> names.add(it + ".xml"));
    for (String name : names) {
      byte[] part = file.parts().get(name);
      if (part == null) {
        continue;
      }
      try {
        Element root = XmlTree.read(name, Charsets.decode(part, Optional.empty()).text()).element();
        if (root.is("nitf")) {
          new Nitf(new WireFile(name, part, file.beside(), java.util.Map.of())).fill(root, draft);
          return;
        }
      } catch (Refused e) {
        draft.remarks.add(name + " cannot be read: " + e.problem().found());
      }
    }
  }

  private void picture(JsonNode node, Draft draft) {
    JsonNode best = null;
    long most = -1;
    for (JsonNode one : Json.get(node, "renditions").map(Json::values).orElse(List.of())) {
      long width = Text.number(Json.text(one, "width").orElse("0"));
      if (width > most) {
        most = width;
        best = one;
      }
    }
    // Addresses of the API need its key, so that the name counts.
    List<String> references =
        best == null
            ? List.of()
            : Json.text(best, "originalfilename")
                .or(() -> Json.text(node, "title"))
                .map(List::of)
                .orElse(List.of());
    Beside.Found found = beside.find(references);
    found.remark().ifPresent(draft.remarks::add);
    Optional<String> credit =
        Json.text(node, "descriptioncreditline", "creditline")
            .or(() -> Json.get(node, "photographer").flatMap(it -> Json.text(it, "name")));
    draft.pictures.add(
        new WirePicture(
            found.ref(),
            found.there(),
            Json.text(node, "descriptioncaption", "descriptionsummary"),
            credit,
            List.copyOf(draft.usage),
            draft.expires,
            draft.guid));
  }
}
