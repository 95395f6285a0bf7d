package org.newsbake.article;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** The HTML of an article's body: its text, and its links and pictures for a place. */
public final class Body {

  private static final String HREF = "href=\"";

  /** Elements without attributes that say nothing of a place. */
  private static final Set<String> SIMPLE =
      Set.of(
          "p",
          "a",
          "em",
          "strong",
          "h2",
          "h3",
          "h4",
          "ul",
          "ol",
          "li",
          "blockquote",
          "br",
          "br /",
          "code",
          "pre",
          "hr",
          "hr /",
          "dl",
          "dt",
          "dd",
          "del",
          "sub",
          "sup");

  private Body() {}

  /**
   * A body's first paragraph as plain text, cut behind a word where it is longer.
   *
   * @param html the body
   * @param most how many characters there may be
   */
  public static String lead(String html, int most) {
    int open = html.indexOf("<p");
    int start = open < 0 ? -1 : html.indexOf('>', open) + 1;
    int end = start <= 0 ? -1 : html.indexOf("</p>", start);
    String text = end < 0 ? text(html) : text(html.substring(start, end));
    if (text.length() <= most) {
      return text;
    }
    int cut = text.lastIndexOf(' ', most - 1);
    if (cut <= 0) {
      cut = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    }
    return text.substring(0, cut).stripTrailing() + "…";
  }

  /** HTML without its elements, its white space collapsed. */
  static String text(String html) {
    StringBuilder text = new StringBuilder(html.length());
    boolean space = false;
    for (int i = 0; i < html.length(); i++) {
      char c = html.charAt(i);
      if (c == '<') {
        int end = html.indexOf('>', i);
        if (end < 0) {
          break;
        }
        space |= html.startsWith("<br", i) || html.startsWith("</", i) && isBlock(html, i + 2);
        i = end;
      } else if (Character.isWhitespace(c)) {
        space = true;
      } else {
        if (space && !text.isEmpty()) {
          text.append(' ');
        }
        space = false;
        text.append(c);
      }
    }
    String plain = text.toString();
    return plain.indexOf('&') < 0 ? plain : Parser.unescapeEntities(plain, false);
  }

  private static boolean isBlock(String html, int name) {
    return html.startsWith("p>", name)
        || html.startsWith("li>", name)
        || html.startsWith("h", name)
        || html.startsWith("t", name)
        || html.startsWith("d", name);
  }

  /** A picture for a place in a body. */
  public record Figure(
      String src,
      int width,
      int height,
      String srcset,
      Optional<String> caption,
      Optional<String> credit) {}

  /** What a body's addresses become. */
  public interface Addresses {
    /** The picture that an {@code img} shows, if it is one of the site's. */
    Optional<Figure> picture(String src);

    /**
     * What a link becomes, if it leads to a content file: the address of its page, or {@code ""}
     * where that is not in the site, so that only its words stay.
     */
    Optional<String> link(String href);
  }

  /** Whether a body has anything for {@link #placed} to do. */
  public static boolean hasAddresses(String html) {
    return html.contains("<img") || linksToFile(html);
  }

  private static boolean linksToFile(String html) {
    for (int at = html.indexOf(HREF); at >= 0; at = html.indexOf(HREF, at + 1)) {
      int start = at + HREF.length();
      int end = html.indexOf('"', start);
      if (end > 0
          && !html.startsWith("http", start)
          && html.substring(start, end).contains(".md")) {
        return true;
      }
    }
    return false;
  }

  /** Whether there is nothing but text, simple elements, and links to other hosts. */
  private static boolean isPortable(String html) {
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      int end = html.indexOf('>', at);
      if (end < 0) {
        return false;
      }
      String tag = html.substring(at + (html.startsWith("</", at) ? 2 : 1), end);
      boolean link =
          (tag.startsWith("a href=\"https://") || tag.startsWith("a href=\"http://"))
              && tag.indexOf('"', 8) == tag.length() - 1;
      if (!link && !SIMPLE.contains(tag)) {
        return false;
      }
      at = end;
    }
    return true;
  }

  /**
   * A body at its place: links to content files lead to their pages, pictures have sizes and
   * smaller versions and are loaded when they come into view, one that stands alone becomes a
   * figure with its caption and credit, and a table can be scrolled.
   */
  public static String placed(String html, Addresses addresses) {
    Document document = Jsoup.parseBodyFragment(html);
    settings(document);
    for (Element link : document.select("a[href]")) {
      Optional<String> href = addresses.link(link.attr("href"));
      if (href.isPresent() && href.get().isEmpty()) {
        link.unwrap();
      } else {
        href.ifPresent(it -> link.attr("href", it));
      }
    }
    for (Element image : document.select("img[src]")) {
      addresses.picture(image.attr("src")).ifPresent(figure -> place(image, figure));
    }
    return document.body().html();
  }

  private static void place(Element image, Figure figure) {
    image.attr("src", figure.src());
    if (!figure.srcset().isEmpty()) {
      image.attr("srcset", figure.srcset());
      image.attr("sizes", "(min-width: 44rem) 40rem, 100vw");
    }
    image.attr("width", String.valueOf(figure.width()));
    image.attr("height", String.valueOf(figure.height()));
    image.attr("loading", "lazy");
    image.attr("decoding", "async");
    if (!image.hasAttr("alt")) {
      image.attr("alt", "");
    }
    Element paragraph = image.parent();
    if (paragraph == null || !paragraph.normalName().equals("p") || !standsAlone(paragraph)) {
      return;
    }
    paragraph.tagName("figure");
    String caption = image.hasAttr("title") ? image.attr("title") : figure.caption().orElse("");
    image.removeAttr("title");
    String credit = figure.credit().orElse("");
    if (!caption.isBlank() || !credit.isBlank()) {
      Element text = paragraph.appendElement("figcaption");
      text.appendText(caption);
      if (!credit.isBlank()) {
        text.appendText(caption.isBlank() ? "" : " ");
        text.appendElement("small").addClass("credit").text(credit);
      }
    }
  }

  private static boolean standsAlone(Element paragraph) {
    return paragraph.children().size() == 1
        && paragraph.textNodes().stream().allMatch(TextNode::isBlank);
  }

  /**
   * A body for readers that show it elsewhere: every address absolute, nothing that runs.
   *
   * @param absolute makes an address absolute
   */
  public static String absolute(String html, UnaryOperator<String> absolute) {
    if (isPortable(html)) {
      return html;
    }
    Document document = Jsoup.parseBodyFragment(html);
    settings(document);
    document.select("script, style, link, base, form, object, embed").remove();
    for (String name : List.of("href", "src", "poster")) {
      for (Element element : document.select("[" + name + "]")) {
        String address = element.attr(name);
        if (address.strip().toLowerCase(java.util.Locale.ROOT).startsWith("javascript:")) {
          element.removeAttr(name);
        } else {
          element.attr(name, absolute.apply(address));
        }
      }
    }
    for (Element element : document.getAllElements()) {
      element.removeAttr("srcset");
      element.removeAttr("sizes");
      element.removeAttr("loading");
      element.removeAttr("decoding");
      element.attributes().asList().stream()
          .map(attribute -> attribute.getKey())
          .filter(key -> key.startsWith("on") || key.equals("style"))
          .toList()
          .forEach(element::removeAttr);
    }
    return document.body().html();
  }

  private static void settings(Document document) {
    document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base);
  }

  /** The pictures that a body shows, as it writes them. */
  public static List<String> pictures(String html) {
    return Jsoup.parseBodyFragment(html).select("img[src]").eachAttr("src");
  }

  /** The files that a body shows or links to, as it writes them. */
  public static List<String> addresses(String html) {
    if (!html.contains("src=") && !html.contains("href=")) {
      return List.of();
    }
    Document document = Jsoup.parseBodyFragment(html);
    List<String> addresses = new java.util.ArrayList<>();
    document.select("[src]").forEach(element -> addresses.add(element.attr("src")));
    document.select("[poster]").forEach(element -> addresses.add(element.attr("poster")));
    document.select("a[href]").forEach(element -> addresses.add(element.attr("href")));
    return addresses;
  }
}
