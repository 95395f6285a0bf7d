package org.newsbake.jbake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.newsbake.edition.Entity;
import org.newsbake.edition.Photo;

/** Sections, authors and sources, and pictures, as templates see them. */
final class EntityModel {

  private EntityModel() {}

  /** All that the data file says of an entry, and its picture as one that has a size. */
  static Map<String, Object> of(Entity entity, Optional<Photo> portrait) {
    Map<String, Object> model = new LinkedHashMap<>(entity.fields());
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
