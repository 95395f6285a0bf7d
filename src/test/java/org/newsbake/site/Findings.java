package org.newsbake.site;

import static org.assertj.core.api.Assertions.fail;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is wrong and where; a fault that many pages share is told once. */
final class Findings {

  private static final int NAMED_PLACES = 3;

  private final Map<String, Set<String>> placesByFault = new TreeMap<>();

  void add(Object place, String fault) {
    placesByFault.computeIfAbsent(fault, key -> new TreeSet<>()).add(place.toString());
  }

  /** Fails when there are any, and tells them. */
  void mustBeNone() {
    if (!placesByFault.isEmpty()) {
      fail(toString());
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    placesByFault.forEach(
        (fault, places) -> {
          text.append(fault).append("\n    in ");
          text.append(String.join(", ", places.stream().limit(NAMED_PLACES).toList()));
          if (places.size() > NAMED_PLACES) {
            text.append(" and ").append(places.size() - NAMED_PLACES).append(" more");
          }
          text.append('\n');
        });
    return text.toString();
  }
}
