package org.newsbake.wire;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads HTML as browsers do. */
final class HtmlTree {

  private static final int DEEPEST = 150;

  /** Markup that text is put into, and no other words between angle brackets. */
  private static final Pattern MARKUP =
      Pattern.compile(
          "</?(?:p|div|span|b|i|u|a|em|strong|br|hr|ul|ol|li|h[1-6]|blockquote|table|tr|td|th|tbody"
              + "|section|article|figure|figcaption|img|sup|sub|font|center|iframe|script|style|pre|html|body|embed|object|cite|small)"
              + "(?:\\s[^<>]*)?/?>",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern BLOCK =
      Pattern.compile(
          "<(?:p|div|br|ul|ol|h[1-6]|blockquote|table|section|article|html|body)(?:\\s[^<>]*)?/?>",
          Pattern.CASE_INSENSITIVE);

  private HtmlTree() {}

  /** Whether a text is markup. */
  static boolean isMarkup(String text) {
    return text.indexOf('<') >= 0 && MARKUP.matcher(text).find();
  }

  /** Whether a text is markup with paragraphs or other blocks. */
  static boolean hasBlocks(String text) {
    return text.indexOf('<') >= 0 && BLOCK.matcher(text).find();
  }

  /** The body of a document or of a part of one. */
  static Element read(String html) {
    org.jsoup.nodes.Element body = Jsoup.parse(html).body();
    return element(body, 0);
  }

  private static Element element(org.jsoup.nodes.Element source, int depth) {
    Element element = new Element(source.normalName(), "", 0, 0);
    for (Attribute attribute : source.attributes()) {
      element.put(attribute.getKey(), attribute.getValue());
    }
    if (depth >= DEEPEST) {
      element.add(source.text());
      return element;
    }
    for (Node child : source.childNodes()) {
      if (child instanceof TextNode text) {
        element.add(text.getWholeText());
      } else if (child instanceof DataNode data) {
        element.add(data.getWholeData());
      } else if (child instanceof org.jsoup.nodes.Element below) {
        element.add(element(below, depth + 1));
      }
    }
    return element;
  }
}
