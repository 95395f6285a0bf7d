package org.newsbake.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/** Reads JSON with limits, and finds values whatever the style of their names. */
final class Json {

  private static final int DEEPEST = 100;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(WireReader.LARGEST)
                          .maxNumberLength(100)
                          .maxNameLength(1000)
                          .maxDocumentLength(2L * WireReader.LARGEST)
                          .build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .build();

  private Json() {}

  static JsonNode read(String name, String text) throws Refused {
    try {
      return MAPPER.readTree(text);
    } catch (StreamConstraintsException e) {
      throw refused(
          name,
          "wire-too-deep",
          e,
          "the JSON is nested deeper than " + DEEPEST + " levels, or longer than is read.",
          "Nothing of the file is used. Ask the sender what it is.");
    } catch (JsonEOFException e) {
      throw refused(
          name,
          "wire-incomplete",
          e,
          "the file ends in the middle.",
          "If it is still being written, import it when it is whole. Else ask the sender for it"
              + " again.");
    } catch (JsonProcessingException e) {
      throw refused(
          name,
          "wire-malformed",
          e,
          "this is not JSON: " + Text.squeeze(e.getOriginalMessage()) + ".",
          "Ask the sender for the file again; nothing of it is used.");
    }
  }

  private static Refused refused(
      String name, String code, JsonProcessingException e, String found, String advice) {
    JsonLocation at = e.getLocation();
    int line = at == null ? 1 : Math.max(1, at.getLineNr());
    int column = at == null ? 1 : Math.max(1, at.getColumnNr());
    return new Refused(
        new Problem(
            Severity.ERROR, code, new SourceLocation(name, line, column), found, advice, ""));
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
  }

  /** The first value of some names that is one. */
  static Optional<JsonNode> get(JsonNode node, String... names) {
    for (String name : names) {
      for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
        Map.Entry<String, JsonNode> field = fields.next();
        if (key(field.getKey()).equals(name) && !field.getValue().isNull()) {
          return Optional.of(field.getValue());
        }
      }
    }
    return Optional.empty();
  }

  /** The first text or number of some names, in one line; nothing where it is empty. */
  static Optional<String> text(JsonNode node, String... names) {
    for (String name : names) {
      Optional<String> text =
          get(node, name)
              .filter(JsonNode::isValueNode)
              .map(it -> Text.value(it.asText()))
              .filter(it -> !it.isEmpty());
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  /** The elements of a list, the values of an object, or the one value. */
  static List<JsonNode> list(JsonNode node, String... names) {
    Optional<JsonNode> value = get(node, names);
    if (value.isEmpty()) {
      return List.of();
    }
    return elements(value.get());
  }

  static List<JsonNode> elements(JsonNode value) {
    List<JsonNode> elements = new ArrayList<>();
    if (value.isArray()) {
      value.elements().forEachRemaining(elements::add);
    } else if (!value.isNull()) {
      elements.add(value);
    }
    elements.removeIf(JsonNode::isNull);
    return elements;
  }

  /** The values of an object, or the elements of a list. */
  static List<JsonNode> values(JsonNode value) {
    List<JsonNode> values = new ArrayList<>();
    value.elements().forEachRemaining(values::add);
    values.removeIf(JsonNode::isNull);
    return values;
  }

  /** The texts of a list, of objects their {@code value}, {@code name} or the like. */
  static List<String> texts(JsonNode node, String... names) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : list(node, names)) {
      Optional<String> text =
          element.isValueNode()
              ? Optional.of(Text.value(element.asText())).filter(it -> !it.isEmpty())
              : text(element, "value", "name", "by", "text", "literal", "code");
      text.ifPresent(texts::add);
    }
    return texts;
  }
}
