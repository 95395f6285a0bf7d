package org.newsbake.article;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The markup that copy of others may bring into a page: what news text needs, and nothing that
 * runs, loads a document, looks like the site or leads anywhere but to a page, a mail or a phone.
 *
 * <p>What comes out is written from a parsed tree that holds allowed elements and text only, so
 * that a browser reads the same tree. Markup that is surely well-formed and allowed stays byte for
 * byte. Immutable and thread-safe.
 */
final class AllowedMarkup {

  /** Attributes that any element may have. */
  private static final Set<String> EVERYWHERE = Set.of("lang", "dir");

  /** The elements and their attributes. */
  private static final Map<String, Set<String>> ELEMENTS =
      Map.ofEntries(
          Map.entry("a", Set.of("href", "title", "hreflang", "id", "class")),
          Map.entry("abbr", Set.of("title")),
          Map.entry("b", Set.of()),
          Map.entry("bdi", Set.of()),
          Map.entry("bdo", Set.of()),
          Map.entry("blockquote", Set.of("cite")),
          Map.entry("br", Set.of()),
          Map.entry("caption", Set.of()),
          Map.entry("cite", Set.of()),
          Map.entry("code", Set.of("class")),
          Map.entry("col", Set.of("span")),
          Map.entry("colgroup", Set.of("span")),
          Map.entry("dd", Set.of()),
          Map.entry("del", Set.of("cite", "datetime")),
          Map.entry("dfn", Set.of("title")),
          Map.entry("div", Set.of("class")),
          Map.entry("dl", Set.of()),
          Map.entry("dt", Set.of()),
          Map.entry("em", Set.of()),
          Map.entry("figcaption", Set.of()),
          Map.entry("figure", Set.of()),
          Map.entry("h1", Set.of()),
          Map.entry("h2", Set.of()),
          Map.entry("h3", Set.of()),
          Map.entry("h4", Set.of()),
          Map.entry("h5", Set.of()),
          Map.entry("h6", Set.of()),
          Map.entry("hr", Set.of()),
          Map.entry("i", Set.of()),
          Map.entry("img", Set.of("src", "alt", "title", "width", "height")),
          Map.entry("ins", Set.of("cite", "datetime")),
          Map.entry("kbd", Set.of()),
          Map.entry("li", Set.of("value", "id")),
          Map.entry("mark", Set.of()),
          Map.entry("ol", Set.of("start", "reversed", "type")),
          Map.entry("p", Set.of()),
          Map.entry("pre", Set.of()),
          Map.entry("q", Set.of("cite")),
          Map.entry("rp", Set.of()),
          Map.entry("rt", Set.of()),
          Map.entry("ruby", Set.of()),
          Map.entry("s", Set.of()),
          Map.entry("samp", Set.of()),
          Map.entry("small", Set.of()),
          Map.entry("strong", Set.of()),
          Map.entry("sub", Set.of()),
          Map.entry("sup", Set.of("id")),
          Map.entry("table", Set.of()),
          Map.entry("tbody", Set.of()),
          Map.entry("td", Set.of("align", "colspan", "rowspan", "headers")),
          Map.entry("tfoot", Set.of()),
          Map.entry("th", Set.of("align", "colspan", "rowspan", "scope", "abbr")),
          Map.entry("thead", Set.of()),
          Map.entry("time", Set.of("datetime")),
          Map.entry("tr", Set.of()),
          Map.entry("u", Set.of()),
          Map.entry("ul", Set.of()),
          Map.entry("var", Set.of()),
          Map.entry("wbr", Set.of()));

  /** Elements whose text is not for readers: they go with all that they hold. */
  private static final Set<String> DROPPED =
      Set.of(
          "applet",
          "audio",
          "base",
          "canvas",
          "embed",
          "frame",
          "frameset",
          "head",
          "iframe",
          "link",
          "math",
          "meta",
          "noembed",
          "noframes",
          "noscript",
          "object",
          "option",
          "plaintext",
          "script",
          "select",
          "style",
          "svg",
          "template",
          "textarea",
          "title",
          "video",
          "xmp");

  /** Elements that say nothing but how a text looks or is parted: they go without a word. */
  private static final Set<String> PRESENTATION =
      Set.of(
          "address", "article", "aside", "big", "body", "center", "details", "div", "font",
          "footer", "header", "hgroup", "html", "main", "nobr", "section", "span", "strike",
          "summary", "tt");

  /** Attributes that do nothing by themselves: they go without a word. */
  private static final Pattern HARMLESS =
      Pattern.compile(
          "id|class|name|role|align|valign|width|height|border|cellpadding|cellspacing|bgcolor|color"
              + "|face|size|rel|loading|decoding|srcset|sizes|itemprop|itemscope|itemtype|data-.*"
              + "|aria-.*");

  /** The addresses that pictures and citations may have, and those that links may have. */
  private static final Set<String> WEB = Set.of("http", "https");

  private static final Set<String> LINKS = Set.of("http", "https", "mailto", "tel");

  private static final Pattern FOOTNOTE = Pattern.compile("fn(ref)?[-:]?[\\w-]{0,40}");

  private static final Pattern CLASSES =
      Pattern.compile("language-[\\w+#.-]{1,40}|footnotes|footnote-ref|footnote-backref");

  /** Elements of well-formed markup that stays as it is: what may hold text, and what lines. */
  private static final Set<String> PHRASES = Set.of("em", "strong", "code", "del", "sub", "sup");

  private static final Set<String> LINES = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6");

  private static final Set<String> EMPTY = Set.of("br", "br /", "hr", "hr /");

  private AllowedMarkup() {}

  /**
   * What was taken out.
   *
   * @param first the first of it as its author knows it, such as {@code <script>}
   * @param signs words to find it by in its file, the surest first
   * @param count how many there were
   */
  record Removal(String first, List<String> signs, int count) {}

  /** Markup with allowed elements alone, and what was taken out of it. */
  record Cleaned(String html, Optional<Removal> removal) {}

  static Cleaned clean(String html) {
    return isWellFormed(html) ? new Cleaned(html, Optional.empty()) : new Pass().clean(html);
  }

  /**
   * Whether markup is text, simple elements that are closed in their order, and links to other
   * hosts: nothing that a browser would read otherwise. Told by one look at it.
   */
  private static boolean isWellFormed(String html) {
    if (html.indexOf('\0') >= 0) {
      return false;
    }
    Deque<String> open = new ArrayDeque<>();
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      int end = html.indexOf('>', at);
      if (end < 0) {
        return false;
      }
      String tag = html.substring(at + 1, end);
      if (tag.startsWith("/")) {
        if (open.isEmpty() || !open.pop().equals(tag.substring(1))) {
          return false;
        }
      } else if (!EMPTY.contains(tag) || tag.startsWith("hr") && !holdsBlocks(open.peek())) {
        String name = isPlainLink(tag) ? "a" : tag;
        if (!isAllowedIn(name, open)) {
          return false;
        }
        open.push(name);
      }
      at = end;
    }
    return open.isEmpty();
  }

  private static boolean isPlainLink(String tag) {
    return (tag.startsWith("a href=\"https://") || tag.startsWith("a href=\"http://"))
        && tag.indexOf('"', 8) == tag.length() - 1;
  }

  private static boolean isAllowedIn(String name, Deque<String> open) {
    String around = open.peek();
    if (name.equals("a")) {
      return around != null && !open.contains("a");
    }
    if (PHRASES.contains(name)) {
      return around != null && !around.equals("ul") && !around.equals("ol");
    }
    if (name.equals("li")) {
      return "ul".equals(around) || "ol".equals(around);
    }
    boolean block =
        LINES.contains(name)
            || name.equals("ul")
            || name.equals("ol")
            || name.equals("blockquote")
            || name.equals("pre");
    return block && holdsBlocks(around);
  }

  private static boolean holdsBlocks(String around) {
    return around == null || around.equals("blockquote") || around.equals("li");
  }

  /** Whether an address, as a browser reads it, has one of these schemes or none. */
  private static boolean isAddress(String written, Set<String> schemes) {
    String address = readable(written);
    int end = 0;
    while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
      if (address.charAt(end) == ':') {
        return schemes.contains(address.substring(0, end).toLowerCase(Locale.ROOT));
      }
      end++;
    }
    return true;
  }

  /** An address without the characters that browsers pass over, or might. */
  private static String readable(String address) {
    return address
        .codePoints()
        .filter(c -> c > ' ' && !Character.isISOControl(c) && !isInvisible(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isInvisible(int c) {
    return Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT || c == 0xFFFD;
  }

  /** One text being cleaned. */
  private static final class Pass {
    private String first;
    private List<String> signs = List.of();
    private int count;

    Cleaned clean(String html) {
      Document document = Jsoup.parseBodyFragment(html.replace("\0", ""));
      document.outputSettings().prettyPrint(false).escapeMode(Entities.EscapeMode.base);
      Element body = document.body();
      // What stands before the text in a document, such as a base or a style, is found there.
      document.head().childNodes().forEach(this::removedElement);
      children(body);
      String clean = body.html();
      return new Cleaned(
          clean, count == 0 ? Optional.empty() : Optional.of(new Removal(first, signs, count)));
    }

    /** Goes through a tree without calling itself: copy may be nested as deep as it likes. */
    private void children(Element body) {
      Node node = body.childNodeSize() == 0 ? null : body.childNode(0);
      while (node != null) {
        Node next;
        if (node instanceof Element element) {
          next = element(element, body);
        } else {
          next = following(node, body);
          if (node.getClass() != TextNode.class) {
            removed("a " + kind(node), List.of("<!", "<?"));
            node.remove();
          }
        }
        node = next;
      }
    }

    private static String kind(Node node) {
      return node.nodeName().equals("#comment") ? "comment" : "declaration";
    }

    /** What comes behind a node and all that it holds. */
    private static Node following(Node node, Element body) {
      Node at = node;
      while (at != body) {
        if (at.nextSibling() != null) {
          return at.nextSibling();
        }
        at = at.parent();
      }
      return null;
    }

    /** Deals with an element; gives the next node to look at. */
    private Node element(Element element, Element body) {
      String name = element.tagName();
      if (DROPPED.contains(name.toLowerCase(Locale.ROOT)) || name.indexOf(':') >= 0) {
        Node next = following(element, body);
        removedElement(element);
        element.remove();
        return next;
      }
      boolean allowed = ELEMENTS.containsKey(name) && isAtHome(element);
      if (allowed) {
        attributes(element, ELEMENTS.get(name));
        allowed = hasPurpose(element);
      } else {
        if (!PRESENTATION.contains(name) && !ELEMENTS.containsKey(name)) {
          removedElement(element);
        }
        attributes(element, Set.of());
      }
      if (allowed) {
        return element.childNodeSize() > 0 ? element.childNode(0) : following(element, body);
      }
      Node next = element.childNodeSize() > 0 ? element.childNode(0) : following(element, body);
      element.unwrap();
      return next;
    }

    /** Whether an element stands where a browser leaves it. */
    private static boolean isAtHome(Element element) {
      String around = element.parent() == null ? "" : element.parent().tagName();
      return switch (element.tagName()) {
        case "li" -> around.equals("ul") || around.equals("ol");
        case "dt", "dd" -> around.equals("dl");
        case "div" -> element.hasClass("footnotes");
        default -> true;
      };
    }

    /** Whether what is left of an element is of use: a picture needs a file. */
    private static boolean hasPurpose(Element element) {
      return !element.tagName().equals("img") || element.hasAttr("src");
    }

    private void attributes(Element element, Set<String> allowed) {
      for (Attribute attribute : element.attributes().asList()) {
        String key = attribute.getKey();
        if (EVERYWHERE.contains(key)) {
          continue;
        }
        if (!allowed.contains(key)) {
          if (!HARMLESS.matcher(key).matches()) {
            removed(key + "=", List.of(key + "=", key));
          }
          element.removeAttr(key);
        } else if (!isValue(element, key, attribute.getValue())) {
          if (key.equals("href") || key.equals("src") || key.equals("cite")) {
            String scheme = readable(attribute.getValue());
            scheme = scheme.substring(0, scheme.indexOf(':') + 1);
            removed(scheme, List.of(scheme, key + "="));
          }
          element.removeAttr(key);
        }
      }
    }

    private static boolean isValue(Element element, String key, String value) {
      return switch (key) {
        case "href" -> isAddress(value, LINKS);
        case "src", "cite" -> isAddress(value, WEB) && !readable(value).isEmpty();
        case "id" -> FOOTNOTE.matcher(value).matches();
        case "class" ->
            CLASSES.matcher(value).matches()
                && element.tagName().equals("code") == value.startsWith("language-");
        default -> true;
      };
    }

    private void removedElement(Node node) {
      if (node instanceof Element element) {
        String name = element.tagName();
        removed("<" + name + ">", List.of("<" + name));
      } else if (!(node instanceof TextNode)) {
        removed("a " + kind(node), List.of("<!", "<?"));
      }
    }

    private void removed(String what, List<String> places) {
      count++;
      if (first == null) {
        first = what;
        signs = places;
      }
    }
  }
}
