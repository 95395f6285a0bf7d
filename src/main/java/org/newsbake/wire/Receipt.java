package org.newsbake.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsbake.wire.WireItem.Publish;
import org.newsbake.wire.WireItem.Signal;
import org.newsbake.wire.WireItem.Target;

/**
 * That an item was received: what a decision needs to know of it, without its text. A ledger keeps
 * one as a line of JSON.
 *
 * @param sha the SHA-256 of the file that it came in, in hexadecimal digits
 * @param index its place among the items of that file
 * @param name the name of the file, for people
 * @param attachments the SHA-256 of what belongs to the file, by name
 * @param item the item; of one that was read from a ledger, the text is {@code ["…"]} or nothing
 */
public record Receipt(
    String sha, int index, String name, Map<String, String> attachments, WireItem item) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SOME_TEXT = List.of("…");

  public Receipt {
    attachments = Map.copyOf(attachments);
  }

  /** What all versions of the item share: its guid, or a name made of its bytes. */
  public String guid() {
    return item.identity()
        .guid()
        .orElseGet(() -> "sha256:" + sha.substring(0, 32) + (index == 0 ? "" : ":" + index));
  }

  /** Whether the item has a text. */
  public boolean hasText() {
    return !item.story().body().isEmpty();
  }

  /** Its line in a ledger, without an end. */
  public String line() {
    WireItem.Identity identity = item.identity();
    WireItem.Handling handling = item.handling();
    ObjectNode line = JSON.createObjectNode();
    line.put("sha", sha);
    line.put("index", index);
    line.put("name", name);
    if (!attachments.isEmpty()) {
      ObjectNode files = line.putObject("attachments");
      new java.util.TreeMap<>(attachments).forEach(files::put);
    }
    line.put("format", item.format().name());
    put(line, "guid", identity.guid());
    put(line, "version", identity.version());
    put(line, "created", identity.created().map(WireTime::toString));
    put(line, "firstCreated", identity.firstCreated().map(WireTime::toString));
    put(line, "number", identity.number());
    put(line, "replaces", identity.replaces());
    if (identity.kills().isPresent()) {
      ObjectNode kills = line.putObject("kills");
      put(kills, "guid", identity.kills().get().guid());
      put(kills, "number", identity.kills().get().number());
      put(kills, "slugline", identity.kills().get().slugline());
    }
    put(line, "headline", item.story().headline());
    put(line, "slugline", item.story().slugline());
    line.put("text", hasText());
    put(line, "embargo", item.rights().embargo().map(WireTime::toString));
    put(line, "expires", item.rights().expires().map(WireTime::toString));
    put(line, "usage", item.rights().usage());
    line.put("status", handling.pubStatus());
    put(line, "signal", handling.signal().map(Signal::name));
    line.put("publish", handling.publish().name());
    put(line, "reason", handling.reason());
    put(line, "notes", handling.notes());
    put(line, "members", item.members());
    return line.toString();
  }

  private static void put(ObjectNode node, String name, Optional<String> value) {
    value.ifPresent(it -> node.put(name, it));
  }

  private static void put(ObjectNode node, String name, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode list = node.putArray(name);
      values.forEach(list::add);
    }
  }

  /** The receipt of a line; nothing where it is no whole line. */
  public static Optional<Receipt> of(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node == null || !node.has("sha") || !node.has("publish")) {
        return Optional.empty();
      }
      Map<String, String> attachments = new LinkedHashMap<>();
      node.path("attachments")
          .fields()
          .forEachRemaining(it -> attachments.put(it.getKey(), it.getValue().asText()));
      JsonNode kills = node.path("kills");
      WireItem item =
          new WireItem(
              WireFormat.valueOf(node.get("format").asText()),
              new WireItem.Identity(
                  text(node, "guid"),
                  text(node, "version"),
                  text(node, "created").flatMap(Times::read),
                  text(node, "firstCreated").flatMap(Times::read),
                  text(node, "number"),
                  text(node, "replaces"),
                  kills.isMissingNode()
                      ? Optional.empty()
                      : Optional.of(
                          new Target(
                              text(kills, "guid"),
                              text(kills, "number"),
                              text(kills, "slugline")))),
              new WireItem.Story(
                  text(node, "headline"),
                  List.of(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  text(node, "slugline"),
                  List.of(),
                  List.of(),
                  Optional.empty(),
                  node.path("text").asBoolean() ? SOME_TEXT : List.of()),
              new WireItem.Rights(
                  text(node, "embargo").flatMap(Times::read),
                  text(node, "expires").flatMap(Times::read),
                  texts(node, "usage"),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()),
              new WireItem.Handling(
                  node.path("status").asText(),
                  text(node, "signal").map(Signal::valueOf),
                  Publish.valueOf(node.get("publish").asText().toUpperCase(Locale.ROOT)),
                  text(node, "reason"),
                  texts(node, "notes"),
                  List.of()),
              List.of(),
              texts(node, "members"));
      return Optional.of(
          new Receipt(
              node.get("sha").asText(),
              node.path("index").asInt(),
              node.path("name").asText(),
              attachments,
              item));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(JsonNode node, String name) {
    return node.hasNonNull(name) ? Optional.of(node.get(name).asText()) : Optional.empty();
  }

  private static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(it -> texts.add(it.asText()));
    return texts;
  }

  /** A line of a ledger that holds texts by name. */
  public static String line(Map<String, String> values) {
    ObjectNode line = JSON.createObjectNode();
    values.forEach(line::put);
    return line.toString();
  }

  /** The texts of such a line; nothing where it is no whole line. */
  public static Optional<Map<String, String>> values(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node == null || !node.isObject()) {
        return Optional.empty();
      }
      Map<String, String> values = new LinkedHashMap<>();
      node.fields().forEachRemaining(it -> values.put(it.getKey(), it.getValue().asText()));
      return Optional.of(values);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** A slugline without its words of version, in small letters: what a chain of takes shares. */
  public Optional<String> chain() {
    return item.story().slugline().map(Notes::chain).map(it -> it.toLowerCase(Locale.ROOT));
  }
}
