package org.newsbake.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An element of XML or HTML. Names are compared without prefix and case, for senders forget the one
 * and change the other.
 */
final class Element {

  private final String name;
  private final String key;
  private final String namespace;
  private final int line;
  private final int column;
  private final Map<String, String> attributes = new LinkedHashMap<>();

  /** Elements and texts, in order. */
  private final List<Object> children = new ArrayList<>();

  Element(String name, String namespace, int line, int column) {
    this.name = name;
    this.key = name.toLowerCase(Locale.ROOT);
    this.namespace = namespace == null ? "" : namespace;
    this.line = line;
    this.column = column;
  }

  /** The name as written, without its prefix. */
  String written() {
    return name;
  }

  /** The name in small letters. */
  String name() {
    return key;
  }

  String namespace() {
    return namespace;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  void put(String attribute, String value) {
    attributes.putIfAbsent(attribute.toLowerCase(Locale.ROOT), value);
  }

  void add(Element child) {
    children.add(child);
  }

  void add(String text) {
    int last = children.size() - 1;
    if (last >= 0 && children.get(last) instanceof StringBuilder before) {
      before.append(text);
    } else {
      children.add(new StringBuilder(text));
    }
  }

  List<Object> children() {
    return children;
  }

  boolean is(String... names) {
    for (String one : names) {
      if (key.equals(one)) {
        return true;
      }
    }
    return false;
  }

  /** An attribute in one line, or {@code ""}. */
  String attribute(String attribute) {
    return Text.squeeze(attributes.getOrDefault(attribute, ""));
  }

  Optional<String> given(String attribute) {
    return Optional.of(attribute(attribute)).filter(it -> !it.isEmpty());
  }

  /** The children that are elements. */
  List<Element> elements() {
    List<Element> elements = new ArrayList<>();
    for (Object child : children) {
      if (child instanceof Element element) {
        elements.add(element);
      }
    }
    return elements;
  }

  List<Element> all(String child) {
    return elements().stream().filter(it -> it.is(child)).toList();
  }

  Optional<Element> first(String child) {
    return elements().stream().filter(it -> it.is(child)).findFirst();
  }

  /** The first element at the end of a path of names. */
  Optional<Element> at(String... path) {
    Optional<Element> here = Optional.of(this);
    for (String step : path) {
      here = here.flatMap(it -> it.first(step));
    }
    return here;
  }

  /** All elements of a name below this one, in order. */
  List<Element> below(String... names) {
    List<Element> found = new ArrayList<>();
    collect(found, names);
    return found;
  }

  private void collect(List<Element> found, String... names) {
    for (Object child : children) {
      if (child instanceof Element element) {
        if (element.is(names)) {
          found.add(element);
        }
        element.collect(found, names);
      }
    }
  }

  /** Its text and that of all below it, as written. */
  String text() {
    StringBuilder text = new StringBuilder();
    append(text);
    return text.toString();
  }

  private void append(StringBuilder text) {
    for (Object child : children) {
      if (child instanceof Element element) {
        boolean block = Markup.BLOCKS.contains(element.key) || element.is("br");
        text.append(block ? "\n" : "");
        element.append(text);
        text.append(block ? "\n" : "");
      } else {
        text.append(child);
      }
    }
  }

  /** Its text in one line, or {@code ""}; what stands for no value is none. */
  String words() {
    return Text.value(text());
  }

  Optional<String> given() {
    return Optional.of(words()).filter(it -> !it.isEmpty());
  }
}
