package org.newsbake.article;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.json.simple.JSONValue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/**
 * Cuts a story out of a finished page: everything that holds one of the words by which it is known.
 * What is left is whole: an item of a list goes as a whole, and so does an entry of a feed.
 */
public final class StoryCut {

  private static final String ITEMS = "li, article, tr, item, entry, url, sitemap, dt, dd, figure";

  private final List<String> words;

  /**
   * @param words the story's addresses, and its headline as it is and as HTML, XML and JSON write
   *     it
   */
  private StoryCut(List<String> words) {
    this.words = words;
  }

  /**
   * A cut of what names a story.
   *
   * @param addresses its addresses and paths
   * @param title its headline
   */
  public static StoryCut of(Collection<String> addresses, String title) {
    Set<String> words = new TreeSet<>();
    for (String address : addresses) {
      if (!address.isEmpty()) {
        // Behind a slash, or at the beginning of an attribute or a line.
        List.of("/", "\"", "'", "\t", ">").forEach(before -> words.add(before + address));
      }
    }
    if (!title.isBlank()) {
      words.add(title);
      words.add(Entities.escape(title));
      words.add(title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
      words.add(
          title
              .replace("&", "&amp;")
              .replace("<", "&lt;")
              .replace(">", "&gt;")
              .replace("\"", "&quot;")
              .replace("'", "&#39;"));
      words.add(JSONValue.escape(title));
    }
    return new StoryCut(List.copyOf(words));
  }

  /** Whether a page names the story. */
  public boolean isNamedIn(String page) {
    return words.stream().anyMatch(page::contains);
  }

  /** The page without the story; its kind is told by its path. */
  public String cut(String path, String page) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    return switch (extension) {
      case "html", "htm", "xhtml" -> markup(Jsoup.parse(page), page);
      case "xml", "rss", "atom" -> markup(Jsoup.parse(page, "", Parser.xmlParser()), page);
      case "json", "webmanifest" -> json(page);
      default -> lines(page);
    };
  }

  private String markup(Document document, String page) {
    document.outputSettings().prettyPrint(false);
    for (Element item : document.select(ITEMS)) {
      if (isNamedIn(item.outerHtml()) && item.parent() != null) {
        item.remove();
      }
    }
    while (true) {
      Element smallest = null;
      for (Element element : document.getAllElements()) {
        if (element != document
            && isNamedIn(element.outerHtml())
            && element.children().stream().noneMatch(child -> isNamedIn(child.outerHtml()))) {
          smallest = element;
          break;
        }
      }
      if (smallest == null) {
        String left = document.outerHtml();
        return isNamedIn(left) ? lines(left) : left;
      }
      smallest.remove();
    }
  }

  private String json(String page) {
    Object value = JSONValue.parse(page);
    if (value == null) {
      return lines(page);
    }
    cut(value);
    String left = text(value);
    return isNamedIn(left) ? "{}" : left;
  }

  private void cut(Object value) {
    Iterator<?> elements =
        value instanceof Map<?, ?> map
            ? map.values().iterator()
            : value instanceof Collection<?> list ? list.iterator() : List.of().iterator();
    while (elements.hasNext()) {
      Object element = elements.next();
      if (!isNamedIn(text(element))) {
        continue;
      }
      boolean item = value instanceof Collection || !(element instanceof Collection);
      if (item) {
        elements.remove();
      } else {
        cut(element);
      }
    }
  }

  private static String text(Object json) {
    return JSONValue.toJSONString(json).replace("\\/", "/");
  }

  private String lines(String page) {
    return page.lines()
        .filter(line -> !isNamedIn(line))
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
