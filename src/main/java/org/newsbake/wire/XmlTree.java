package org.newsbake.wire;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/**
 * Reads XML into elements. The document type is cut out before the parser sees the text, so that no
 * DTD is read, no entity is fetched and none grows: an external entity refuses the file, an
 * internal one may stand for a short text without other entities.
 *
 * <p>What senders get wrong and what has one meaning only is mended: a bare {@code &}, entities of
 * HTML, control characters, prefixes without a namespace.
 */
final class XmlTree {

  private static final int DEEPEST = 200;
  private static final int MOST_ELEMENTS = 1_000_000;
  private static final int LONGEST_ENTITY = 200;
  private static final int MOST_ENTITIES = 500;

  private static final Pattern DECLARATION = Pattern.compile("\\s*<\\?xml[^>]*\\?>");
  private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE\\b");
  private static final Pattern ENTITY =
      Pattern.compile(
          "<!ENTITY\\s+(%\\s+)?([^\\s\"'<>]+)\\s+(?:(SYSTEM|PUBLIC)\\b([^>]*)|\"([^\"]*)\"|'([^']*)')");
  private static final Pattern REFERENCE =
      Pattern.compile("<!\\[CDATA\\[.*?]]>|&(#?\\w{1,32};)?", Pattern.DOTALL);

  private final String name;
  private final String source;
  private final Map<String, String> entities = new HashMap<>();

  private XmlTree(String name, String source) {
    this.name = name;
    this.source = source;
  }

  /**
   * The root of a document.
   *
   * @param mended whether something had to be mended
   */
  record Root(Element element, boolean mended) {}

  static Root read(String name, String text) throws Refused {
    return new XmlTree(name, text).read();
  }

  private Root read() throws Refused {
    StringBuilder document = new StringBuilder(source);
    Matcher declaration = DECLARATION.matcher(source);
    if (declaration.lookingAt()) {
      blank(document, 0, declaration.end());
    }
    cutDoctype(document);
    boolean mended = dropControls(document);
    String text = document.toString();
    if (!entities.isEmpty()) {
      text = resolve(text, false);
    }
    try {
      return new Root(parse(text), mended);
    } catch (XMLStreamException e) {
      String other = resolve(text, true);
      if (!other.equals(text)) {
        try {
          return new Root(parse(other), true);
        } catch (XMLStreamException again) {
          throw refused(again);
        }
      }
      throw refused(e);
    }
  }

  private Refused refused(XMLStreamException e) {
    Location at = e.getLocation();
    int line = at == null ? 1 : Math.max(1, at.getLineNumber());
    int column = at == null ? 1 : Math.max(1, at.getColumnNumber());
    String message = e.getMessage() == null ? "" : e.getMessage();
    int words = message.lastIndexOf("Message: ");
    String why = Text.squeeze(words < 0 ? message : message.substring(words + 9));
    boolean ends =
        at != null && at.getCharacterOffset() >= source.stripTrailing().length() - 1
            || why.contains("must start and end within the same entity");
    return new Refused(
        at(
            ends ? "wire-incomplete" : "wire-malformed",
            line,
            column,
            ends
                ? "the file ends in the middle."
                : "this is not XML" + (why.isEmpty() ? "." : ": " + sentence(why)),
            ends
                ? "If it is still being written, import it when it is whole. Else ask the sender"
                    + " for it again."
                : "Ask the sender for the file again; nothing of it is used."));
  }

  private static String sentence(String words) {
    String short1 = words.length() > 200 ? words.substring(0, 200) + "…" : words;
    return short1.endsWith(".") ? short1 : short1 + ".";
  }

  private Problem at(String code, int line, int column, String found, String advice) {
    return new Problem(
        Severity.ERROR, code, new SourceLocation(name, line, column), found, advice, "");
  }

  private Refused refusedAt(String code, int index, String found, String advice) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < index; i++) {
      if (source.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new Refused(at(code, line, index - start + 1, found, advice));
  }

  /** Blanks a range and keeps its lines, so that places stay what they are. */
  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }

  private void cutDoctype(StringBuilder document) throws Refused {
    Matcher doctype = DOCTYPE.matcher(source);
    if (!doctype.find() || source.substring(0, doctype.start()).matches("(?s).*<[\\w:].*")) {
      return;
    }
    int end = endOfDoctype(doctype.end());
    if (end < 0) {
      throw refusedAt(
          "wire-incomplete",
          doctype.start(),
          "the document type has no end.",
          "Ask the sender for the file again; nothing of it is used.");
    }
    Matcher entity = ENTITY.matcher(source).region(doctype.end(), end);
    int count = 0;
    while (entity.find()) {
      boolean parameter = entity.group(1) != null;
      if (parameter) {
        continue;
      }
      if (entity.group(3) != null) {
        if (entity.group(4).contains("NDATA")) {
          continue;
        }
        throw refusedAt(
            "entity-external",
            entity.start(),
            "the entity \"" + entity.group(2) + "\" wants another file.",
            "Nothing of the file is used, and nothing was fetched. Ask the sender what it is.");
      }
      String value = entity.group(5) != null ? entity.group(5) : entity.group(6);
      if (++count > MOST_ENTITIES
          || value.length() > LONGEST_ENTITY
          || value.replaceAll("&#\\w+;", "").contains("&")
          || value.contains("<")) {
        throw refusedAt(
            "entity-expansion",
            entity.start(),
            "the entity \"" + entity.group(2) + "\" stands for more than a short text.",
            "Nothing of the file is used. Ask the sender what it is.");
      }
      entities.putIfAbsent(entity.group(2), value);
    }
    blank(document, doctype.start(), end);
  }

  /** The index behind the {@code >} of a document type, or -1. */
  private int endOfDoctype(int from) {
    char quote = 0;
    boolean subset = false;
    for (int i = from; i < source.length(); i++) {
      char c = source.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (source.startsWith("<!--", i)) {
        int close = source.indexOf("-->", i + 4);
        if (close < 0) {
          return -1;
        }
        i = close + 2;
      } else if (c == '[') {
        subset = true;
      } else if (c == ']') {
        subset = false;
      } else if (c == '>' && !subset) {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean dropControls(StringBuilder document) {
    boolean some = false;
    for (int i = 0; i < document.length(); i++) {
      char c = document.charAt(i);
      if (c < 32 && c != '\n' && c != '\r' && c != '\t' || c == '\uFFFE' || c == '\uFFFF') {
        document.setCharAt(i, ' ');
        some = true;
      }
    }
    return some;
  }

  /** With entities replaced; bare ampersands and entities of HTML too, where all are wanted. */
  private String resolve(String text, boolean all) {
    Matcher reference = REFERENCE.matcher(text);
    StringBuilder resolved = new StringBuilder(text.length() + 64);
    while (reference.find()) {
      reference.appendReplacement(resolved, Matcher.quoteReplacement(replacement(reference, all)));
    }
    return reference.appendTail(resolved).toString();
  }

  private String replacement(Matcher reference, boolean all) {
    String whole = reference.group();
    if (!whole.startsWith("&")) {
      return whole;
    }
    String body = reference.group(1);
    if (body == null) {
      return all ? "&amp;" : whole;
    }
    String entity = body.substring(0, body.length() - 1);
    String own = entities.get(entity);
    if (own != null) {
      return own;
    }
    if (!all || entity.matches("amp|lt|gt|quot|apos")) {
      return whole;
    }
    String text = Parser.unescapeEntities(whole, false);
    if (text.equals(whole)) {
      return "&amp;" + body;
    }
    StringBuilder numbers = new StringBuilder();
    text.codePoints()
        .filter(c -> c >= 32 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF))
        .forEach(c -> numbers.append("&#").append(c).append(';'));
    return numbers.toString();
  }

  private Element parse(String text) throws XMLStreamException, Refused {
    XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(text));
    Deque<Element> open = new ArrayDeque<>();
    Deque<Map<String, String>> spaces = new ArrayDeque<>();
    spaces.push(Map.of());
    Element root = null;
    int elements = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          Location at = reader.getLocation();
          if (open.size() >= DEEPEST || ++elements > MOST_ELEMENTS) {
            throw new Refused(
                at(
                    "wire-too-deep",
                    at.getLineNumber(),
                    at.getColumnNumber(),
                    open.size() >= DEEPEST
                        ? "the elements are nested deeper than 200 levels."
                        : "the file has more than a million elements.",
                    "Nothing of the file is used. Ask the sender what it is."));
          }
          Element element = element(reader, spaces, at);
          if (root == null) {
            root = element;
          } else {
            open.element().add(element);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          open.pop();
          spaces.pop();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (!open.isEmpty()) {
            open.element().add(reader.getText());
          }
        }
        default -> {}
      }
    }
    return root;
  }

  private static Element element(
      XMLStreamReader reader, Deque<Map<String, String>> spaces, Location at) {
    Map<String, String> before = spaces.element();
    Map<String, String> here = before;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = attribute(reader, i);
      if (attribute.equals("xmlns") || attribute.startsWith("xmlns:")) {
        here = here == before ? new HashMap<>(before) : here;
        here.put(
            attribute.equals("xmlns") ? "" : attribute.substring(6), reader.getAttributeValue(i));
      }
    }
    spaces.push(here);
    String written = reader.getLocalName();
    int colon = written.indexOf(':');
    Element element =
        new Element(
            written.substring(colon + 1),
            here.get(colon < 0 ? "" : written.substring(0, colon)),
            at.getLineNumber(),
            at.getColumnNumber());
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String attribute = attribute(reader, i);
      if (!attribute.startsWith("xmlns")) {
        int prefix = attribute.startsWith("xml:") ? -1 : attribute.indexOf(':');
        element.put(attribute.substring(prefix + 1), reader.getAttributeValue(i));
      }
    }
    return element;
  }

  /** The name of an attribute as written. */
  private static String attribute(XMLStreamReader reader, int index) {
    String prefix = reader.getAttributePrefix(index);
    String local = reader.getAttributeLocalName(index);
    return prefix == null || prefix.isEmpty() || local.startsWith(prefix + ":")
        ? local
        : prefix + ":" + local;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    // Prefixes are resolved here, so that one without a namespace is no error.
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, base, entity) -> {
          throw new XMLStreamException("an external entity: " + systemId);
        });
    return factory;
  }

  /** The name of the root element as far as a broken text shows it, in small letters. */
  static Optional<String> rootName(String text) {
    Matcher root = ROOT.matcher(text);
    return root.find()
        ? Optional.of(root.group(1).toLowerCase(java.util.Locale.ROOT))
        : Optional.empty();
  }

  private static final Pattern ROOT =
      Pattern.compile("<(?:[\\w.-]{1,40}:)?([A-Za-z][\\w.-]{0,60})");
}
