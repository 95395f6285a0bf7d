package org.newsbake.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values as JBake's database gives them to templates, whatever the order in the file. */
final class Plain {

  private Plain() {}

  /** The value with every map in it as a hash map, whose order is that of JBake's pages. */
  static Object copy(Object value) {
    if (value instanceof Map<?, ?> map) {
      // One key after the other: the room that a map has decides the order of its keys.
      Map<Object, Object> copy = new HashMap<>();
      map.forEach((key, element) -> copy.put(key, copy(element)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(element -> copy.add(copy(element)));
      return copy;
    }
    return value;
  }
}
