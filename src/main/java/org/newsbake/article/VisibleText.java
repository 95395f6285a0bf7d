package org.newsbake.article;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The text that a reader of a page sees: without comments, scripts, styles, attributes, and what is
 * marked as hidden.
 */
public final class VisibleText {

  private static final Set<String> UNSEEN =
      Set.of("script", "style", "template", "noscript", "title");

  private final String html;
  private String text;

  private VisibleText(String html) {
    this.html = html;
  }

  public static VisibleText of(String html) {
    return new VisibleText(html);
  }

  /**
   * Whether the page shows these words. Runs of white space, and tags between the words, do not
   * matter.
   */
  public boolean shows(String words) {
    return showsAsItIs(words) || normal(text()).contains(normal(plain(words)));
  }

  /** A quick look: the words stand in the page outside all that is not seen. */
  private boolean showsAsItIs(String words) {
    if (words.isEmpty() || words.indexOf('<') >= 0 || words.indexOf('&') >= 0) {
      return false;
    }
    int at = html.lastIndexOf(words);
    // The words are looked for from the end, where notices stand; what is hidden needs a parser.
    return at >= 0
        && html.lastIndexOf('<', at) < html.lastIndexOf('>', at)
        && html.lastIndexOf("<script", at) <= html.lastIndexOf("</script", at)
        && html.lastIndexOf("<style", at) <= html.lastIndexOf("</style", at)
        && html.lastIndexOf("<template", at) <= html.lastIndexOf("</template", at)
        && html.lastIndexOf("<title", at) <= html.lastIndexOf("</title", at)
        && html.lastIndexOf("<!--", at) <= html.lastIndexOf("-->", at)
        && html.indexOf(" hidden") < 0;
  }

  private String text() {
    if (text == null) {
      Document document = Jsoup.parse(html);
      document.select(String.join(",", UNSEEN)).remove();
      document
          .select(
              "[hidden], [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden]")
          .forEach(Element::remove);
      text = document.text();
    }
    return text;
  }

  /** Words that may themselves be HTML. */
  private static String plain(String words) {
    return words.indexOf('<') >= 0 || words.indexOf('&') >= 0 ? Jsoup.parse(words).text() : words;
  }

  private static String normal(String words) {
    return words.replaceAll("[\\s\\u00A0]+", " ").strip();
  }
}
