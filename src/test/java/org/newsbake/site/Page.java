package org.newsbake.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.json.simple.JSONValue;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An HTML page of the built site.
 *
 * @param path below the output folder, such as {@code tags/index.html}
 */
record Page(String path, Document document) {

  /** The path a browser asks for, such as {@code /tags/}. */
  String address() {
    return "/" + path.replaceFirst("(^|/)index\\.html$", "$1");
  }

  /** Whether the page only sends its reader on. */
  boolean isRedirect() {
    return document.selectFirst("meta[http-equiv=refresh]") != null;
  }

  boolean isArticle() {
    return !things("NewsArticle").isEmpty();
  }

  boolean isRightToLeft() {
    return document.selectFirst("html").attr("dir").equals("rtl");
  }

  /** The things of a type that the structured data of the page describes. */
  List<Map<?, ?>> things(String type) {
    List<Map<?, ?>> things = new ArrayList<>();
    for (Element script : document.select("script[type=application/ld+json]")) {
      collect(type, JSONValue.parse(script.data()), things);
    }
    return things;
  }

  private static void collect(String type, Object value, List<Map<?, ?>> things) {
    if (value instanceof List<?> list) {
      list.forEach(item -> collect(type, item, things));
    } else if (value instanceof Map<?, ?> map) {
      Object types = map.get("@type");
      if (type.equals(types) || types instanceof List<?> several && several.contains(type)) {
        things.add(map);
      }
      collect(type, map.get("@graph"), things);
    }
  }

  @Override
  public String toString() {
    return path;
  }
}
