package org.newsbake.jbake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbake.edition.Entity;
import org.newsbake.edition.Photo;

/** Sections, authors and sources, and pictures, as templates see them. */
final class EntityModel {

  /** What templates take for a text, so that it is one. */
  private static final Set<String> TEXTS =
      Set.of(
          "picture",
          "logo",
          "url",
          "email",
          "role",
          "biography",
          "description",
          "notice",
          "copyright");

  private static final Set<String> BY_LANGUAGE = Set.of("names", "notices");

  private EntityModel() {}

  private static List<String> list(Object value) {
    Collection<?> elements =
        value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
    return elements.stream()
        .filter(it -> it != null && !(it instanceof Map || it instanceof Collection))
        .map(it -> it.toString().strip())
        .filter(it -> !it.isEmpty())
        .toList();
  }

  /**
   * All that the data file says of an entry, and its picture as one that has a size. Of the keys
   * that {@code docs/themes.md} names, what is no text or list of texts is left out.
   */
  static Map<String, Object> of(Entity entity, Optional<Photo> portrait) {
    Map<String, Object> model = new LinkedHashMap<>();
    entity
        .fields()
        .forEach(
            (key, value) -> {
              if (TEXTS.contains(key)) {
                entity.text(key).ifPresent(text -> model.put(key, text));
              } else if (BY_LANGUAGE.contains(key)) {
                model.put(key, Entity.texts(value));
              } else if (key.equals("sameAs")) {
                model.put(key, list(value));
              } else {
                model.put(key, value);
              }
            });
    portrait.ifPresent(photo -> model.put("portrait", picture(photo)));
    return model;
  }

  /** A picture without the words that a story puts to it. */
  static Map<String, Object> picture(Photo photo) {
    Map<String, Object> model = new LinkedHashMap<>();
    model.put("uri", photo.uri());
    model.put("width", photo.width());
    model.put("height", photo.height());
    List<Map<String, Object>> renditions = new ArrayList<>(photo.renditions().size());
    for (Photo.Rendition rendition : photo.renditions()) {
      renditions.add(
          Map.of("uri", rendition.uri(), "width", rendition.width(), "height", rendition.height()));
    }
    model.put("renditions", renditions);
    return model;
  }
}
