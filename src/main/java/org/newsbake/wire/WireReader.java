package org.newsbake.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;

/**
 * Reads files of news agencies. The format is found in the bytes, never in the name of the file.
 *
 * <pre>{@code
 * Reading reading = new WireReader(Optional.empty()).read(WireFile.alone("ferry.xml", bytes));
 * }</pre>
 *
 * <p>A pure function of its input: it opens no file and no address. Immutable and thread-safe.
 */
public final class WireReader {

  /** The most bytes of one file. */
  static final int LARGEST = 20_000_000;

  private static final int MOST_ITEMS = 10_000;

  private final Optional<Charset> charset;

  /**
   * @param charset the character set of files that are no UTF-8 and declare none
   */
  public WireReader(Optional<Charset> charset) {
    this.charset = charset;
  }

  /** The items of a file, or why it is refused. */
  public Reading read(WireFile file) {
    if (file.bytes().length > LARGEST) {
      return refused(
          WireFormat.UNKNOWN,
          Problem.error(
              "wire-too-large",
              SourceLocation.of(file.name()),
              "the file has more than 20 MB.",
              "Nothing of it is used. Ask the sender what it is."));
    }
    Charsets.Decoded decoded = Charsets.decode(file.bytes(), charset);
    String text = decoded.text();
    List<Problem> problems = new ArrayList<>();
    decoded
        .remark()
        .ifPresent(
            it ->
                problems.add(
                    Problem.warning(
                        "charset-wrong",
                        SourceLocation.of(file.name()),
                        it + ".",
                        "Nothing to do; it was read as what it is. Tell the sender.")));
    WireFormat format = WireFormat.UNKNOWN;
    try {
      List<WireItem> items;
      String start = text.stripLeading();
      if (start.startsWith("\uFEFF")) {
        text = text.substring(text.indexOf('\uFEFF') + 1);
        start = text.stripLeading();
      }
      if (start.startsWith("<")) {
        format = formatOfXml(XmlTree.rootName(text).orElse(""), text);
        XmlTree.Root root =
            XmlTree.read(file.name(), text.substring(text.length() - start.length()));
        format = formatOfXml(root.element().name(), text);
        if (root.mended()) {
          problems.add(
              Problem.warning(
                  "wire-mended",
                  SourceLocation.of(file.name()),
                  "the file is no good XML, and was mended.",
                  "Compare the text with what was sent. Tell the sender."));
        }
        items = xml(file, root.element(), format);
      } else if (start.startsWith("{") || start.startsWith("[")) {
        format = guessOfJson(text);
        JsonNode root = Json.read(file.name(), text);
        return json(file, root, problems);
      } else if (Anpa.is(text)) {
        format = WireFormat.ANPA;
        items = Anpa.read(text);
      } else if (Iptc7901.is(text)) {
        format = WireFormat.IPTC_7901;
        items = Iptc7901.read(text);
      } else {
        return refused(WireFormat.UNKNOWN, unknown(file, beginning(start)));
      }
      return done(file, format, items, problems);
    } catch (Refused e) {
      return refused(format, e.problem());
    }
  }

  private static String beginning(String text) {
    if (text.isBlank()) {
      return "the file is empty.";
    }
    String line = Text.squeeze(text.substring(0, Math.min(text.length(), 60)));
    return "this is no format of the wire: it begins with \"" + line + "\".";
  }

  private static Problem unknown(WireFile file, String found) {
    return Problem.error(
        "wire-unknown",
        SourceLocation.of(file.name()),
        found,
        "What can be read: NewsML-G2, NewsML 1, NITF, ninjs, media API JSON, ANPA 1312, IPTC 7901,"
            + " RSS, Atom, JSON Feed.");
  }

  private static Reading refused(WireFormat format, Problem problem) {
    return new Reading(format, List.of(), List.of(problem));
  }

  private static Reading done(
      WireFile file, WireFormat format, List<WireItem> items, List<Problem> problems) {
    if (items.isEmpty()) {
      return refused(
          format,
          Problem.error(
              "wire-empty",
              SourceLocation.of(file.name()),
              "the file is " + format + " and holds no item.",
              "Nothing to do, unless there should be one: ask the sender."));
    }
    if (items.size() > MOST_ITEMS) {
      return refused(
          format,
          Problem.error(
              "wire-too-large",
              SourceLocation.of(file.name()),
              "the file holds more than 10,000 items.",
              "Nothing of it is used. Ask the sender what it is."));
    }
    return new Reading(format, Packages.bind(items), problems);
  }

  private static WireFormat formatOfXml(String root, String text) {
    return switch (root.toLowerCase(Locale.ROOT)) {
      case "newsmessage", "packageitem", "conceptitem", "knowledgeitem", "planningitem" ->
          WireFormat.NEWSML_G2;
      case "newsitem" ->
          text.toLowerCase(Locale.ROOT).contains("<identification")
              ? WireFormat.NEWSML_1
              : WireFormat.NEWSML_G2;
      case "newsml" -> WireFormat.NEWSML_1;
      case "nitf" -> WireFormat.NITF;
      case "rss", "rdf", "feed", "entry" -> WireFormat.FEED;
      default -> WireFormat.UNKNOWN;
    };
  }

  private static List<WireItem> xml(WireFile file, Element root, WireFormat format) throws Refused {
    return switch (format) {
      case NEWSML_G2 -> new NewsMlG2(file).read(root);
      case NEWSML_1 -> new NewsMl1(file).read(root);
      case NITF -> new Nitf(file).read(root);
      case FEED ->
          root.is("feed", "entry") ? new Feeds(file).atom(root) : new Feeds(file).rss(root);
      default ->
          throw new Refused(
              unknown(file, "this is XML, but no news: its root is \"" + root.written() + "\"."));
    };
  }

  /** The format that a text of JSON seems to have, to name it where it cannot be read. */
  private static WireFormat guessOfJson(String text) {
    String start = text.substring(0, Math.min(text.length(), 2000));
    if (start.contains("jsonfeed.org")) {
      return WireFormat.FEED;
    }
    if (start.contains("\"altids\"")) {
      return WireFormat.AP_JSON;
    }
    return start.matches(
            "(?s).*\"(?:uri|guid|headlines?|versioncreated|pubstatus|versionCreated)\".*")
        ? WireFormat.NINJS
        : WireFormat.UNKNOWN;
  }

  private static Reading json(WireFile file, JsonNode root, List<Problem> problems) throws Refused {
    if (Feeds.isFeed(root)) {
      return done(file, WireFormat.FEED, new Feeds(file).json(root), problems);
    }
    List<JsonNode> ap = ApJson.items(root);
    if (!ap.isEmpty()) {
      ApJson reader = new ApJson(file);
      return done(
          file,
          WireFormat.AP_JSON,
          ap.stream().map(it -> reader.item(it, ap.size() == 1)).toList(),
          problems);
    }
    List<JsonNode> ninjs = Ninjs.items(root);
    if (!ninjs.isEmpty()) {
      Ninjs reader = new Ninjs(file);
      return done(
          file,
          WireFormat.NINJS,
          ninjs.stream().filter(JsonNode::isObject).map(reader::item).toList(),
          problems);
    }
    throw new Refused(unknown(file, "this is JSON, but no news."));
  }
}
