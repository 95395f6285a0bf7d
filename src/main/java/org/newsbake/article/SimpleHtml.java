package org.newsbake.article;

import com.vladsch.flexmark.ast.AutoLink;
import com.vladsch.flexmark.ast.BlockQuote;
import com.vladsch.flexmark.ast.BulletList;
import com.vladsch.flexmark.ast.Emphasis;
import com.vladsch.flexmark.ast.HardLineBreak;
import com.vladsch.flexmark.ast.Heading;
import com.vladsch.flexmark.ast.Link;
import com.vladsch.flexmark.ast.ListItem;
import com.vladsch.flexmark.ast.OrderedList;
import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.ast.SoftLineBreak;
import com.vladsch.flexmark.ast.StrongEmphasis;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ast.TextBase;
import com.vladsch.flexmark.ast.ThematicBreak;
import com.vladsch.flexmark.ext.typographic.TypographicQuotes;
import com.vladsch.flexmark.ext.typographic.TypographicSmarts;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.ListOptions;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import com.vladsch.flexmark.util.sequence.SubSequence;

/**
 * The HTML of texts that hold nothing but paragraphs, headings, plain lists and quotes, as news
 * does: the bytes that flexmark's own renderer gives, in a tenth of its time.
 *
 * <p>flexmark writes through a model of lines that remembers where each piece came from, which
 * costs more than parsing. Nothing here depends on it. Whatever is not surely the same is left to
 * flexmark; {@code MarkdownTest} compares the two on thousands of texts.
 *
 * <p>One for each text; not thread-safe.
 */
final class SimpleHtml {

  /** The options that all texts of a site share. */
  record Options(String softBreak, String hardBreak, ListOptions lists) {

    static Options of(DataHolder options) {
      return new Options(
          HtmlRenderer.SOFT_BREAK.get(options),
          HtmlRenderer.HARD_BREAK.get(options),
          ListOptions.get(options));
    }
  }

  /** Left when something is not simple: it costs no stack trace. */
  private static final class NotSimple extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final NotSimple INSTANCE = new NotSimple();

    private NotSimple() {
      super(null, null, false, false);
    }
  }

  private final Options options;
  private final String source;
  private final StringBuilder html;

  private SimpleHtml(Options options, String source) {
    this.options = options;
    this.source = source;
    this.html = new StringBuilder(source.length() + source.length() / 4);
  }

  /** The HTML of a text, or {@code null} where it is not simple. */
  static String of(Document document, String source, Options options) {
    SimpleHtml simple = new SimpleHtml(options, source);
    try {
      simple.blocks(document);
      return simple.html.toString();
    } catch (NotSimple e) {
      return null;
    }
  }

  private void blocks(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      Class<?> type = node.getClass();
      if (type == Paragraph.class) {
        block("<p>", node, "</p>\n");
      } else if (type == Heading.class) {
        int level = ((Heading) node).getLevel();
        block("<h" + level + ">", node, "</h" + level + ">\n");
      } else if (type == BlockQuote.class) {
        open(node, "<blockquote>\n");
        blocks(node);
        html.append("</blockquote>\n");
      } else if (type == BulletList.class) {
        open(node, "<ul>\n");
        items(node);
        html.append("</ul>\n");
      } else if (type == OrderedList.class && !options.lists().isOrderedListManualStart()) {
        open(node, "<ol>\n");
        items(node);
        html.append("</ol>\n");
      } else if (type == ThematicBreak.class) {
        html.append("<hr />\n");
      } else {
        throw NotSimple.INSTANCE;
      }
    }
  }

  private void open(Node node, String tag) {
    if (node.getFirstChild() == null) {
      throw NotSimple.INSTANCE;
    }
    html.append(tag);
  }

  private void items(Node list) {
    for (Node node = list.getFirstChild(); node != null; node = node.getNext()) {
      // An item of one paragraph that is not wrapped; nested and loose lists are flexmark's.
      if (!(node instanceof ListItem item)
          || !options.lists().isTightListItem(item)
          || !(item.getFirstChild() instanceof Paragraph paragraph)
          || paragraph.getNext() != null
          || !options.lists().isInTightListItem(paragraph)
          || !item.getMarkerSuffix().isEmpty()) {
        throw NotSimple.INSTANCE;
      }
      block("<li>", paragraph, "</li>\n");
    }
  }

  private void block(String open, Node node, String close) {
    if (node.getFirstChild() == null) {
      throw NotSimple.INSTANCE;
    }
    html.append(open);
    int start = html.length();
    inlines(node);
    if (html.length() == start || isBlank(html.charAt(start))) {
      throw NotSimple.INSTANCE;
    }
    endLine();
    html.append(close);
  }

  private void inlines(Node parent) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      Class<?> type = node.getClass();
      if (type == Text.class) {
        text(node.getChars());
      } else if (type == SoftLineBreak.class) {
        endLine();
        html.append(options.softBreak());
      } else if (type == HardLineBreak.class) {
        endLine();
        html.append(options.hardBreak());
      } else if (type == Emphasis.class) {
        wrap("<em>", node, "</em>");
      } else if (type == StrongEmphasis.class) {
        wrap("<strong>", node, "</strong>");
      } else if (type == TextBase.class) {
        inlines(node);
      } else if (type == TypographicSmarts.class) {
        html.append(((TypographicSmarts) node).getTypographicText());
      } else if (type == TypographicQuotes.class) {
        quotes((TypographicQuotes) node);
      } else if (type == Link.class) {
        link((Link) node);
      } else if (type == AutoLink.class) {
        autoLink((AutoLink) node);
      } else {
        throw NotSimple.INSTANCE;
      }
    }
  }

  private void wrap(String open, Node node, String close) {
    html.append(open);
    inlines(node);
    html.append(close);
  }

  private void quotes(TypographicQuotes node) {
    if (node.getTypographicOpening() != null) {
      html.append(node.getTypographicOpening());
    }
    inlines(node);
    if (node.getTypographicClosing() != null) {
      html.append(node.getTypographicClosing());
    }
  }

  private void link(Link node) {
    String url = node.getUrl().toString();
    if (node.getTitle().isNotNull() || !isPlainUrl(url)) {
      throw NotSimple.INSTANCE;
    }
    html.append("<a href=\"").append(url).append("\">");
    inlines(node);
    html.append("</a>");
  }

  private void autoLink(AutoLink node) {
    String text = node.getText().toString();
    if (!isPlainUrl(text) || text.startsWith("www.")) {
      throw NotSimple.INSTANCE;
    }
    html.append("<a href=\"").append(text).append("\">").append(text).append("</a>");
  }

  /** Letters, digits and signs that no rule of HTML or of URLs escapes; no scheme but the web's. */
  private static boolean isPlainUrl(String url) {
    int colon = url.indexOf(':');
    if (url.isEmpty() || (colon >= 0 && !url.startsWith("https:") && !url.startsWith("http:"))) {
      return false;
    }
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "/.:-_~#?=".indexOf(c) >= 0;
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  private void text(BasedSequence chars) {
    // Escapes and entities are flexmark's, and so are texts put together from pieces of lines.
    if (chars.getClass() != SubSequence.class) {
      throw NotSimple.INSTANCE;
    }
    int end = chars.getEndOffset();
    int from = chars.getStartOffset();
    if (end > source.length() || (from < end && isLineStart() && isBlank(source.charAt(from)))) {
      throw NotSimple.INSTANCE;
    }
    for (int i = from; i < end; i++) {
      char c = source.charAt(i);
      if (c > '>') {
        if (c == '\\' || (c >= 0x7F && c < 0xA1) || c == '\u2028' || c == '\u2029') {
          throw NotSimple.INSTANCE;
        }
      } else if (c < ' ' || c == '&') {
        throw NotSimple.INSTANCE;
      } else if (c == '<' || c == '>' || c == '"') {
        html.append(source, from, i);
        html.append(c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;");
        from = i + 1;
      }
    }
    html.append(source, from, end);
  }

  private boolean isLineStart() {
    return html.length() > 0 && html.charAt(html.length() - 1) == '\n';
  }

  /** flexmark trims the ends of lines; texts where that would show are left to it. */
  private void endLine() {
    if (html.length() > 0 && isBlank(html.charAt(html.length() - 1))) {
      throw NotSimple.INSTANCE;
    }
  }

  private static boolean isBlank(char c) {
    return c <= ' ' || c == '\u00A0';
  }
}
