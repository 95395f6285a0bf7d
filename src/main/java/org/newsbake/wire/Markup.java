package org.newsbake.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes blocks of mark-up: XHTML, HTML, NITF, or the words that an agency has for the same things.
 * What is not on the list of what a story needs becomes its text, or nothing where it is no text.
 */
final class Markup {

  static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "body",
          "body.content",
          "block",
          "blockquote",
          "bq",
          "ul",
          "ol",
          "li",
          "dl",
          "dt",
          "dd",
          "table",
          "tr",
          "pre",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hl1",
          "hl2",
          "hl3",
          "hr",
          "header",
          "footer",
          "figure",
          "figcaption",
          "note",
          "fn",
          "aside",
          "html",
          "para",
          "paragraph",
          "text",
          "lead",
          "copy",
          "quote",
          "sub",
          "title",
          "subtitle",
          "subhead",
          "subheadline",
          "crosshead",
          "intertitle",
          "headline",
          "place",
          "source",
          "dat",
          "byline",
          "center",
          "form",
          "fieldset",
          "address",
          "media",
          "caption",
          "td",
          "th",
          "nitf",
          "body.head",
          "body.end",
          "hedline",
          "abstract",
          "dateline",
          "distributor",
          "teaser",
          "ingress",
          "intro",
          "subheading",
          "heading",
          "list",
          "item",
          "box",
          "factbox",
          "bodytext",
          "content",
          "story",
          "zwischentitel",
          "vorspann");

  /** Never text for readers. */
  private static final Set<String> NOTHING =
      Set.of(
          "script",
          "style",
          "iframe",
          "object",
          "embed",
          "applet",
          "noscript",
          "template",
          "head",
          "meta",
          "link",
          "svg",
          "math",
          "canvas",
          "audio",
          "video",
          "source-code",
          "form",
          "input",
          "button",
          "select",
          "textarea",
          "map",
          "nav",
          "time",
          "base",
          "param",
          "track",
          "media-metadata",
          "media-producer",
          "ed-msg",
          "lang",
          "comment",
          "style-sheet");

  private static final Set<String> HEADINGS =
      Set.of(
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hl1",
          "hl2",
          "hl3",
          "title",
          "subtitle",
          "subhead",
          "subheadline",
          "crosshead",
          "intertitle",
          "zwischentitel",
          "headline",
          "subheading",
          "heading");

  private static final Set<String> STRONG = Set.of("b", "strong");
  private static final Set<String> EMPHASIS = Set.of("i", "em", "cite");

  private static final Pattern TRACKER =
      Pattern.compile(
          "(?:^|[/.?&_-])(?:pixel|track(?:er|ing)?|beacon|counter|1x1|spacer|blank)\\b",
          Pattern.CASE_INSENSITIVE);

  /** What was found besides text. */
  record Found(
      List<Block> blocks,
      List<WirePicture> pictures,
      List<String> bylines,
      Optional<String> place,
      Optional<String> teaser,
      List<String> headings,
      List<String> notes,
      List<String> remarks) {}

  private final String base;
  private final boolean xml;
  private final Lines.Ends ends;
  private final boolean foreign;

  private final List<Block> blocks = new ArrayList<>();
  private final List<WirePicture> pictures = new ArrayList<>();
  private final List<String> bylines = new ArrayList<>();
  private final List<String> headings = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private Optional<String> place = Optional.empty();
  private Optional<String> teaser = Optional.empty();

  private final StringBuilder line = new StringBuilder();
  private boolean inParagraph;
  private boolean emptyBefore;
  private int depth;

  private Markup(String base, boolean xml, Lines.Ends ends, boolean foreign) {
    this.base = base;
    this.xml = xml;
    this.ends = ends;
    this.foreign = foreign;
  }

  /** The blocks of a part of XML. */
  static Found ofXml(Element element) {
    return ofXml(element, "");
  }

  /**
   * The blocks of a part of XML.
   *
   * @param base the address that links are relative to, or {@code ""}
   */
  static Found ofXml(Element element, String base) {
    boolean known =
        element.is("html", "nitf", "body", "body.content")
                && element.written().equals(element.name())
            || element.below("p", "hl2", "h2").stream()
                .anyMatch(it -> it.written().equals(it.name()));
    return new Markup(base, true, Lines.Ends.COUNT, !known).read(element);
  }

  /**
   * The blocks of HTML.
   *
   * @param base the address that links are relative to, or {@code ""}
   */
  static Found ofHtml(String html, String base) {
    boolean structured = HtmlTree.hasBlocks(html);
    return new Markup(base, false, structured ? Lines.Ends.SPACE : Lines.Ends.COUNT, false)
        .read(HtmlTree.read(html));
  }

  /** The blocks of text without mark-up. */
  static List<Block> ofText(String text) {
    return Lines.blocks(Inline.clean(text), Lines.Ends.COUNT, false);
  }

  private Found read(Element element) {
    children(element);
    flush();
    return new Found(blocks, pictures, bylines, place, teaser, headings, notes, remarks);
  }

  private void children(Element element) {
    for (Object child : element.children()) {
      if (child instanceof Element below) {
        element(below);
      } else {
        text(child.toString());
      }
    }
  }

  private void text(String text) {
    line.append(Inline.clean(Text.unescape(text)));
  }

  private void element(Element element) {
    String name = element.name();
    String kind = kind(element);
    if (depth > 400) {
      return;
    }
    depth++;
    switch (kind) {
      case "nothing" -> dropped(element);
      case "break" -> line.append(Inline.BREAK);
      case "rule" -> flush();
      case "strong" -> marked(element, Inline.STRONG);
      case "emphasis" -> marked(element, Inline.EMPHASIS);
      case "link" -> link(element);
      case "image" -> image(element);
      case "figure" -> {
        flush();
        figure(element);
      }
      case "heading" -> heading(element);
      case "list" -> {
        flush();
        List<Block.Point> points = new ArrayList<>();
        points(element, name.equals("ol"), 0, points);
        if (!points.isEmpty()) {
          blocks.add(new Block.Points(points));
        }
      }
      case "table" -> {
        flush();
        table(element);
      }
      case "quote" -> {
        flush();
        List<Block> inside = inner(element).blocks();
        if (!inside.isEmpty()) {
          blocks.add(new Block.Quote(inside));
        }
      }
      case "pre" -> {
        flush();
        pre(element);
      }
      case "byline" -> {
        flush();
        bylines.add(element.words());
      }
      case "place" -> {
        flush();
        if (place.isEmpty()) {
          place = element.given();
        }
      }
      case "note" -> {
        flush();
        notes.add(element.words());
      }
      case "aside" -> {
        flush();
        if (!element.words().isEmpty()) {
          remarks.add("left out: " + shortened(element.words()));
        }
      }
      case "teaser" -> {
        flush();
        String words = element.words();
        if (teaser.isEmpty() && !words.isEmpty()) {
          teaser = Optional.of(words);
        } else if (!words.isEmpty()) {
          block(element, true);
        }
      }
      case "paragraph" -> block(element, true);
      case "block" -> block(element, false);
      default -> children(element);
    }
    depth--;
  }

  /** What an element is, whatever its vocabulary. */
  private String kind(Element element) {
    String name = element.name();
    Set<String> classes = Set.of(element.attribute("class").toLowerCase(Locale.ROOT).split("\\s+"));
    if (NOTHING.contains(name)) {
      return "nothing";
    }
    if (element.attribute("hidden").length() > 0
        || element.attribute("style").replace(" ", "").contains("display:none")) {
      return "nothing";
    }
    if (!foreign && name.equals("header")) {
      return "nothing";
    }
    if (classes.contains("teaser") && !name.equals("section")) {
      return "teaser";
    }
    if (classes.contains("byline") || classes.contains("author")) {
      return "byline";
    }
    switch (name) {
      case "br":
        return "break";
      case "hr":
        return "rule";
      case "a":
        return "link";
      case "img", "image", "amp-img":
        return "image";
      case "figure", "media", "picture":
        return "figure";
      case "ul", "ol", "list":
        return "list";
      case "table":
        return "table";
      case "blockquote", "bq":
        return "quote";
      case "pre":
        return "pre";
      case "byline", "author", "byttl":
        return inParagraph && !line.isEmpty() ? "inline" : "byline";
      case "note":
        return foreign ? "aside" : "note";
      case "place", "dateline":
        return !inParagraph && (foreign || name.equals("dateline")) ? "place" : "inline";
      case "source", "notice", "copyrite":
        return foreign ? "aside" : "inline";
      case "sub", "quote":
        return foreign ? name.equals("sub") ? "heading" : "paragraph" : "inline";
      case "p", "para", "paragraph", "dt", "dd", "address":
        return "paragraph";
      default:
        break;
    }
    if (HEADINGS.contains(name)) {
      return "heading";
    }
    if (STRONG.contains(name)) {
      return "strong";
    }
    if (EMPHASIS.contains(name)) {
      return "emphasis";
    }
    return BLOCKS.contains(name) ? "block" : "inline";
  }

  private void dropped(Element element) {
    if (element.is("script", "iframe", "object", "embed", "video", "audio", "form")) {
      remarks.add(
          "left out: "
              + element.name()
              + element.given("src").map(it -> " " + shortened(it)).orElse(""));
    }
  }

  private static String shortened(String words) {
    return words.length() > 80 ? words.substring(0, 80) + "…" : words;
  }

  private void block(Element element, boolean paragraph) {
    flush();
    boolean before = inParagraph;
    inParagraph = paragraph || inParagraph;
    int count = blocks.size();
    children(element);
    flush();
    if (paragraph && blocks.size() == count) {
      emptyBefore = true;
    }
    inParagraph = before;
  }

  /** Ends what was begun; the lines become paragraphs. */
  private void flush() {
    if (line.isEmpty()) {
      return;
    }
    String text = line.toString();
    line.setLength(0);
    if (Inline.plain(text).isEmpty()) {
      return;
    }
    String plain = Inline.plain(text);
    if ((plain.startsWith("<") || plain.contains("</")) && HtmlTree.isMarkup(plain)) {
      escaped(Inline.plain(text.replace('\n', ' ')));
      return;
    }
    for (Block block : Lines.blocks(text, ends, !inParagraph)) {
      Block next = block;
      if (emptyBefore && block instanceof Block.Paragraph paragraph) {
        next = new Block.Paragraph(paragraph.text(), paragraph.loose(), true);
      }
      emptyBefore = false;
      blocks.add(next);
    }
  }

  /** Mark-up that was escaped once too often, or code that another site is to run. */
  private void escaped(String html) {
    Found found = ofHtml(html, base);
    remarks.addAll(found.remarks());
    boolean none = found.blocks().stream().allMatch(it -> it.plain().isEmpty());
    if (none) {
      remarks.add("left out: code to embed, " + shortened(html));
      int last = blocks.size() - 1;
      if (last >= 0
          && blocks.get(last) instanceof Block.Heading heading
          && heading.plain().toLowerCase(Locale.ROOT).contains("embed")) {
        blocks.remove(last);
      }
      return;
    }
    blocks.addAll(found.blocks());
  }

  private void marked(Element element, char mark) {
    boolean holdsBlocks =
        element.below().isEmpty()
            && element.elements().stream().anyMatch(it -> BLOCKS.contains(it.name()));
    if (holdsBlocks) {
      children(element);
      return;
    }
    line.append(mark);
    children(element);
    line.append((char) (mark + 1));
  }

  private void link(Element element) {
    boolean holdsBlocks =
        element.elements().stream()
            .anyMatch(it -> BLOCKS.contains(it.name()) || it.is("img", "figure"));
    String address = Inline.safe(element.attribute("href"), base);
    if (holdsBlocks || address.isEmpty()) {
      children(element);
      return;
    }
    int start = line.length();
    children(element);
    if (line.length() < start) {
      return;
    }
    String text = line.substring(start).replace('\n', ' ').replace(Inline.BREAK, ' ');
    line.setLength(start);
    if (Inline.plain(text).isEmpty()) {
      return;
    }
    String inner = text.replaceAll("[\uE005-\uE007]", "");
    int lead = inner.length() - inner.stripLeading().length();
    line.append(inner, 0, lead)
        .append(Inline.LINK)
        .append(inner.strip())
        .append(Inline.TARGET)
        .append(address)
        .append(Inline.LINK_END);
    if (inner.endsWith(" ")) {
      line.append(' ');
    }
  }

  private void image(Element element) {
    String source =
        element
            .given("src")
            .or(() -> element.given("source"))
            .or(() -> element.given("href"))
            .or(() -> element.given("data-src"))
            .orElse("");
    boolean tiny =
        isTiny(element.attribute("width"))
            || isTiny(element.attribute("height"))
            || TRACKER.matcher(source).find();
    if (tiny || source.isEmpty()) {
      return;
    }
    String address = Inline.safe(source, base);
    if (!xml && !address.isEmpty()) {
      flush();
      blocks.add(new Block.Picture(address, element.attribute("alt")));
      return;
    }
    if (!source.startsWith("data:")) {
      pictures.add(
          new WirePicture(
              Optional.of(source),
              false,
              element.given("alt").filter(it -> it.length() > 3),
              Optional.empty(),
              List.of(),
              Optional.empty(),
              Optional.empty()));
    }
  }

  private static boolean isTiny(String size) {
    return size.matches("[0-3](?:px)?");
  }

  private void figure(Element element) {
    Optional<String> caption =
        element.below("figcaption", "media-caption", "caption").stream()
            .map(Element::words)
            .filter(it -> !it.isEmpty())
            .findFirst();
    Optional<String> credit =
        element.below("div", "span", "media-producer", "credit", "byline", "figcaption").stream()
            .filter(
                it ->
                    it.is("media-producer", "credit", "byline")
                        || it.attribute("class").matches(".*(?:byline|credit|author|copyright).*"))
            .map(Element::words)
            .filter(it -> !it.isEmpty())
            .findFirst();
    List<Element> references = element.below("img", "media-reference", "image", "source");
    Optional<String> source = Optional.empty();
    long widest = -1;
    for (Element reference : references) {
      Optional<String> name =
          reference
              .given("source")
              .or(() -> reference.given("src"))
              .or(() -> reference.given("href"))
              .or(() -> reference.given("data-uri"));
      boolean movie =
          reference.attribute("mime-type").matches("(?:video|audio|text|application)/.*");
      long width = Text.number(reference.attribute("width"));
      if (name.isPresent() && !movie && width > widest) {
        source = name;
        widest = width;
      }
    }
    Optional<String> item =
        element.below("img").stream().flatMap(it -> it.given("data-uri").stream()).findFirst();
    if (source.isEmpty() && caption.isEmpty()) {
      return;
    }
    pictures.add(
        new WirePicture(source, false, caption, credit, List.of(), Optional.empty(), item));
  }

  private void heading(Element element) {
    flush();
    Found inside = inner(element);
    pictures.addAll(inside.pictures());
    int level =
        switch (element.name()) {
          case "h3", "hl3" -> 3;
          case "h4" -> 4;
          case "h5" -> 5;
          case "h6" -> 6;
          default -> 2;
        };
    for (Block block : inside.blocks()) {
      if (block instanceof Block.Paragraph paragraph) {
        headings.add(block.plain());
        String text = paragraph.text().replaceAll("[\uE001\uE002]", "");
        blocks.add(new Block.Heading(level, text));
      } else if (!block.plain().isEmpty()) {
        blocks.add(block);
      }
    }
  }

  private Found inner(Element element) {
    Markup inner =
        new Markup(base, xml, ends == Lines.Ends.COUNT ? ends : Lines.Ends.SPACE, foreign);
    inner.inParagraph = true;
    inner.depth = depth;
    return inner.read(element);
  }

  private void points(Element list, boolean numbered, int level, List<Block.Point> points) {
    for (Element item : list.elements()) {
      if (item.is("ul", "ol")) {
        points(item, item.is("ol"), Math.min(level + 1, 8), points);
        continue;
      }
      if (item.is("script", "style")) {
        continue;
      }
      Element own = new Element("item", "", item.line(), item.column());
      List<Element> lists = new ArrayList<>();
      for (Object child : item.children()) {
        if (child instanceof Element below && below.is("ul", "ol")) {
          lists.add(below);
        } else if (child instanceof Element below) {
          own.add(below);
        } else {
          own.add(child.toString());
        }
      }
      StringBuilder text = new StringBuilder();
      for (Block block : inner(own).blocks()) {
        String words =
            block instanceof Block.Paragraph paragraph
                ? paragraph.text()
                : block instanceof Block.Heading heading ? heading.text() : block.plain();
        text.append(text.isEmpty() ? "" : " ").append(words);
      }
      if (!text.isEmpty()) {
        points.add(new Block.Point(level, numbered, text.toString()));
      }
      for (Element below : lists) {
        points(below, below.is("ol"), Math.min(level + 1, 8), points);
      }
    }
  }

  private void table(Element table) {
    List<List<String>> rows = new ArrayList<>();
    for (Element caption : table.all("caption")) {
      block(caption, true);
    }
    for (Element row : table.below("tr", "row", "nitf-table-row")) {
      List<String> cells = new ArrayList<>();
      for (Element cell : row.elements()) {
        if (cell.is("td", "th", "cell", "entry")) {
          StringBuilder text = new StringBuilder();
          for (Block block : inner(cell).blocks()) {
            String words =
                block instanceof Block.Paragraph paragraph
                    ? paragraph.text()
                    : block instanceof Block.Heading heading ? heading.text() : block.plain();
            text.append(text.isEmpty() ? "" : " ").append(words);
          }
          cells.add(text.toString());
          long span = Math.min(50, Text.number(cell.attribute("colspan")));
          for (long i = 1; i < span; i++) {
            cells.add("");
          }
        }
      }
      if (cells.stream().anyMatch(it -> !Inline.plain(it).isEmpty())) {
        rows.add(cells);
      }
    }
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    if (columns == 1) {
      // A table for layout.
      rows.forEach(row -> blocks.add(new Block.Paragraph(row.get(0))));
    } else if (columns > 1) {
      blocks.add(new Block.Table(rows));
    }
  }

  private void pre(Element pre) {
    String text = Inline.clean(Text.unescape(pre.text())).replace("\r\n", "\n").replace('\r', '\n');
    List<String> lines = text.lines().map(String::stripTrailing).toList();
    int first = 0;
    int last = lines.size();
    while (first < last && lines.get(first).isBlank()) {
      first++;
    }
    while (last > first && lines.get(last - 1).isBlank()) {
      last--;
    }
    List<String> own = lines.subList(first, last);
    if (own.isEmpty()) {
      return;
    }
    long prose =
        own.stream().filter(it -> it.strip().length() > 55 && !it.strip().contains("   ")).count();
    if (own.size() > 3 && prose * 2 > own.size()
        || own.stream().anyMatch(it -> it.length() > 140)) {
      blocks.addAll(Lines.blocks(String.join("\n", own), Lines.Ends.COUNT, false));
    } else {
      blocks.add(new Block.Code(String.join("\n", own)));
    }
  }
}
