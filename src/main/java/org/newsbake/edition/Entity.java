package org.newsbake.edition;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A section, an author or a source, as its data file describes it.
 *
 * @param key what articles call it
 * @param name its name in the language of the site
 * @param fields everything that the data file says of it
 */
public record Entity(String key, String name, Map<String, Object> fields) {

  public Entity {
    Objects.requireNonNull(key);
    Objects.requireNonNull(name);
    fields = Collections.unmodifiableMap(fields);
  }

  /** What an entry of a data file says; nothing where it is no map. */
  static Map<String, Object> fields(Object entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    if (entry instanceof Map<?, ?> map) {
      map.forEach((key, value) -> fields.put(String.valueOf(key), value));
    }
    return fields;
  }

  /** Its name in a language, if it has one of its own there; else its name. */
  public String name(String language) {
    return inLanguage("names", language).orElse(name);
  }

  /** What it says in a language below a key that holds a text for each. */
  Optional<String> inLanguage(String key, String language) {
    Map<String, String> texts = texts(fields.get(key));
    String text = texts.get(language);
    if (text == null && language.indexOf('-') > 0) {
      text = texts.get(language.substring(0, language.indexOf('-')));
    }
    return Optional.ofNullable(text);
  }

  /** The texts of a map by their keys, and nothing of what is neither. */
  public static Map<String, String> texts(Object value) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, text) -> {
            if (isText(text)) {
              texts.put(String.valueOf(key), text.toString().strip());
            }
          });
    }
    return texts;
  }

  private static boolean isText(Object value) {
    return value != null
        && !(value instanceof Map || value instanceof Collection)
        && !value.toString().isBlank();
  }

  /** Its picture, as a path from the site's root on. */
  public Optional<String> picture() {
    return text("picture");
  }

  /** What it says below a key, as text that is not empty. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(fields.get(key))
        .filter(Entity::isText)
        .map(value -> value.toString().strip());
  }
}
