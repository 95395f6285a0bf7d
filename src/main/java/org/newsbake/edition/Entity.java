package org.newsbake.edition;

import java.util.Collections;
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

  /** Its name in a language, if it has one of its own there; else its name. */
  public String name(String language) {
    return inLanguage("names", language).orElse(name);
  }

  /** What it says in a language below a key that holds a text for each. */
  Optional<String> inLanguage(String key, String language) {
    if (fields.get(key) instanceof Map<?, ?> texts) {
      Object text = texts.get(language);
      if (text == null && language.indexOf('-') > 0) {
        text = texts.get(language.substring(0, language.indexOf('-')));
      }
      return Optional.ofNullable(text).map(Object::toString);
    }
    return Optional.empty();
  }

  /** Its picture, as a path from the site's root on. */
  public Optional<String> picture() {
    return text("picture").filter(src -> !src.isEmpty());
  }

  /** What it says below a key, as text. */
  public Optional<String> text(String key) {
    Object value = fields.get(key);
    return value == null ? Optional.empty() : Optional.of(value.toString().strip());
  }
}
