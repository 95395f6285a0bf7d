package org.newsbake.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** The HTML of an article's body: its text, and its links and pictures for a place. */
public final class Body {

  /** The attributes with addresses of files. */
  private static final List<String> ADDRESSES = List.of("src", "srcset", "href", "poster", "data");

  /** An element without content in the syntax of XHTML. */
  private static final Pattern EMPTY_ELEMENT = Pattern.compile("<([bh]r) ?/>");

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
          "code",
          "pre",
          "hr",
          "dl",
          "dt",
          "dd",
          "del",
          "sub",
          "sup");

  private static final Pattern HEADING = Pattern.compile("<h[1-6](\\s[^<>]*)?>");

  private Body() {}

  /**
   * The first paragraph of a text as plain text. One whose markup is not trusted gives words alone:
   * where its paragraph shows a tag, templates might print it as one.
   */
  public static String lead(Manuscript manuscript, int most) {
    String lead = lead(manuscript.html(), most);
    return manuscript.isText() ? PlainWords.of(lead) : lead;
  }

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
    return cut(end < 0 ? text(html) : text(html.substring(start, end)), most);
  }

  private static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int cut = text.lastIndexOf(' ', most - 1);
    if (cut <= 0) {
      cut = Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1;
    }
    return text.substring(0, cut).stripTrailing() + "…";
  }

  /**
   * What a body without a title can be called: its first heading as plain text, else its first
   * words; empty where it has no words.
   *
   * @param html the body
   * @param most how many characters there may be
   */
  public static String headline(String html, int most) {
    Matcher heading = HEADING.matcher(html);
    while (heading.find()) {
      int end = html.indexOf("</h", heading.end());
      if (end < 0) {
        break;
      }
      String text = text(html.substring(heading.end(), end));
      if (!text.isEmpty()) {
        return cut(text, most);
      }
    }
    String lead = lead(html, most);
    return lead.isEmpty() ? cut(text(html), most) : lead;
  }

  /** A body without the heading with which it begins, where that says a headline to the letter. */
  public static String withoutHeadline(String html, String headline) {
    int start = html.length() - html.stripLeading().length();
    Matcher heading = HEADING.matcher(html).region(start, html.length());
    if (!heading.lookingAt()) {
      return html;
    }
    int end = html.indexOf("</h", heading.end());
    int behind = html.indexOf('>', Math.max(0, end));
    return end >= 0 && behind >= 0 && text(html.substring(heading.end(), end)).equals(headline)
        ? html.substring(behind + 1).stripLeading()
        : html;
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

    /** Where a file of the site is that an address names, if it names one. */
    Optional<String> file(String address);

    /**
     * What a link becomes, if it leads to a content file: the address of its page, or {@code ""}
     * where that is not in the site, so that only its words stay.
     */
    Optional<String> link(String href);
  }

  /** Whether a body has addresses or attributes that are others at its place. */
  private static boolean isToBePlaced(String html) {
    // One look for the sign that every attribute has, and texts hardly ever.
    for (int at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) {
      if (html.startsWith("src", at - 3)
          || html.startsWith(" align", at - 6)
          || html.startsWith("href", at - 4) && isRelative(html, at + 2)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRelative(String html, int address) {
    return !html.startsWith("http", address) && !html.startsWith("#", address);
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
   * A body at its place, in HTML 5: links to content files lead to their pages, other files are
   * found from there, pictures have sizes and smaller versions and are loaded when they come into
   * view, one that stands alone becomes a figure with its caption and credit, and the cells of a
   * table say by their class how they are aligned.
   */
  public static String placed(String html, Addresses addresses) {
    if (!isToBePlaced(html)) {
      return html.contains("/>") ? EMPTY_ELEMENT.matcher(html).replaceAll("<$1>") : html;
    }
    Document document = Jsoup.parseBodyFragment(html);
    settings(document);
    for (Element link : document.select("a[href]")) {
      Optional<String> href = addresses.link(link.attr("href"));
      if (href.isPresent() && href.get().isEmpty()) {
        link.unwrap();
      } else {
        href.or(() -> addresses.file(link.attr("href"))).ifPresent(it -> link.attr("href", it));
      }
    }
    for (String name : List.of("src", "poster")) {
      for (Element element : document.select("[" + name + "]")) {
        Optional<Figure> figure =
            element.normalName().equals("img")
                ? addresses.picture(element.attr(name))
                : Optional.empty();
        if (figure.isPresent()) {
          place(element, figure.get());
        } else {
          addresses.file(element.attr(name)).ifPresent(it -> element.attr(name, it));
        }
      }
    }
    for (Element cell : document.select("td[align], th[align]")) {
      cell.addClass(cell.attr("align").toLowerCase(Locale.ROOT));
      cell.removeAttr("align");
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
        if (address.strip().toLowerCase(Locale.ROOT).startsWith("javascript:")) {
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

  /** An attribute with an address, wherever it stands. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:href|src|poster|data|cite)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))",
          Pattern.CASE_INSENSITIVE);

  /**
   * A body without some addresses: of a link the words stay, another element loses its attribute. A
   * body that has none of them stays byte for byte.
   *
   * @param unwanted whether an address is to go
   */
  public static String without(String html, Predicate<String> unwanted) {
    Matcher address = ADDRESS.matcher(html);
    boolean found = false;
    while (!found && address.find()) {
      for (int group = 1; group <= 3; group++) {
        String written = address.group(group);
        found |= written != null && unwanted.test(Parser.unescapeEntities(written, true));
      }
    }
    if (!found) {
      return html;
    }
    Document document = Jsoup.parseBodyFragment(html);
    settings(document);
    for (String name : List.of("href", "src", "poster", "data", "cite")) {
      for (Element element : document.select("[" + name + "]")) {
        if (unwanted.test(element.attr(name))) {
          element.removeAttr(name);
          if (element.normalName().equals("a") && element.attributesSize() == 0) {
            element.unwrap();
          }
        }
      }
    }
    return document.body().html();
  }

  /**
   * A body without some pictures, their captions, and what holds nothing else. A body that has none
   * of them stays byte for byte.
   *
   * @param unwanted whether a picture, as the body writes it, is to go
   */
  public static String withoutPictures(String html, Predicate<String> unwanted) {
    if (!hasAddresses(html)) {
      return html;
    }
    Document document = Jsoup.parseBodyFragment(html);
    settings(document);
    boolean found = false;
    for (Element element : document.select("img, source, [srcset], input[src]")) {
      boolean shows =
          unwanted.test(element.attr("src"))
              || candidates(element.attr("srcset")).stream().anyMatch(unwanted);
      if (shows) {
        found = true;
        remove(element);
      }
    }
    return found ? document.body().html() : html;
  }

  /** Removes an element, and what would be empty without it. */
  private static void remove(Element element) {
    Element figure = element.closest("figure, picture");
    Element gone = figure == null ? element : figure;
    Element parent = gone.parent();
    gone.remove();
    while (parent != null
        && !parent.normalName().equals("body")
        && parent.childrenSize() == 0
        && !parent.hasText()) {
      Element above = parent.parent();
      parent.remove();
      parent = above;
    }
  }

  /** The addresses of a {@code srcset}. */
  private static List<String> candidates(String srcset) {
    List<String> addresses = new ArrayList<>();
    for (String candidate : srcset.split(",")) {
      addresses.add(candidate.strip().split("\\s", 2)[0]);
    }
    return addresses;
  }

  private static void settings(Document document) {
    document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base);
  }

  /** Whether an attribute with an address may be there, told without parsing. */
  private static boolean hasAddresses(String html) {
    for (int at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) {
      int end = at;
      while (end > 0 && Character.isWhitespace(html.charAt(end - 1))) {
        end--;
      }
      for (String name : ADDRESSES) {
        if (html.regionMatches(true, end - name.length(), name, 0, name.length())) {
          return true;
        }
      }
    }
    return false;
  }

  /** The pictures that a body shows, as it writes them. */
  static List<String> pictures(String html) {
    return hasAddresses(html)
        ? Jsoup.parseBodyFragment(html).select("img[src]").eachAttr("src")
        : List.of();
  }

  /** The files that a body shows or links to, as it writes them. */
  static List<String> addresses(String html) {
    if (!hasAddresses(html)) {
      return List.of();
    }
    Document document = Jsoup.parseBodyFragment(html);
    List<String> addresses = new ArrayList<>();
    for (String name : List.of("src", "poster", "data", "href")) {
      addresses.addAll(document.select("[" + name + "]").eachAttr(name));
    }
    document.select("[srcset]").eachAttr("srcset").forEach(it -> addresses.addAll(candidates(it)));
    return addresses;
  }
}
