package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.redfin.sitemapgenerator.SitemapValidator;
import com.thaiopensource.relaxng.jaxp.CompactSyntaxSchemaFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Source;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Holds files of a site to their formats: to a schema, and to what a schema cannot say. Each method
 * throws an {@link AssertionError} that lists what is wrong.
 *
 * <p>The schemas of sitemaps are the official ones. The others stand in {@code schema/}.
 */
public final class FeedValidator {

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

  private static final Schema RSS_SCHEMA = relaxNg("rss.rnc");
  private static final Schema ATOM_SCHEMA = relaxNg("atom.rnc");
  private static final Schema SITEMAP_SCHEMA = sitemap("sitemap.xsd");
  private static final Schema SITEMAP_INDEX_SCHEMA = sitemap("siteindex.xsd");
  private static final JsonSchema JSON_FEED_SCHEMA = json("json-feed.schema.json");
  private static final JsonSchema NEWS_ARTICLE_SCHEMA = json("news-article.schema.json");

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private FeedValidator() {}

  /** RSS 2.0 that names itself, and whose guids are different. */
  public static void assertValidRss(byte[] file) {
    Document feed = wellFormed(file);
    assertValid(RSS_SCHEMA, file);
    assertThat(elements(feed, ATOM, "link"))
        .as("the feed's own address")
        .filteredOn(link -> link.getAttribute("rel").equals("self"))
        .hasSize(1);
    assertThat(texts(feed, null, "guid")).as("guids").doesNotHaveDuplicates();
  }

  /** Atom 1.0 that names itself, and whose entries have different ids, a link and an author. */
  public static void assertValidAtom(byte[] file) {
    Document feed = wellFormed(file);
    assertValid(ATOM_SCHEMA, file);
    assertThat(links(feed.getDocumentElement(), "self")).as("the feed's own address").hasSize(1);
    boolean hasAuthor = !children(feed.getDocumentElement(), "author").isEmpty();
    List<String> ids = new ArrayList<>();
    for (Element entry : elements(feed, ATOM, "entry")) {
      String id = children(entry, "id").get(0).getTextContent();
      ids.add(id);
      assertThat(links(entry, "alternate")).as("alternate links of " + id).hasSize(1);
      assertThat(hasAuthor || !children(entry, "author").isEmpty()).as("author of " + id).isTrue();
      assertThat(id).as("id").matches("[A-Za-z][A-Za-z0-9+.-]*:[!-~]+");
    }
    assertThat(ids).as("ids").doesNotHaveDuplicates();
  }

  /** JSON Feed 1.1 that names itself, and whose items have different ids. */
  public static void assertValidJsonFeed(byte[] file) {
    JsonNode feed = parsed(utf8(file));
    assertValid(JSON_FEED_SCHEMA, feed);
    assertThat(feed.has("feed_url")).as("the feed's own address").isTrue();
    assertThat(feed.get("items").findValuesAsText("id")).as("ids").doesNotHaveDuplicates();
  }

  /** A sitemap, or an index of sitemaps, with all addresses on one site and each of them once. */
  public static void assertValidSitemap(byte[] file) {
    assertThat(file.length).as("bytes").isLessThanOrEqualTo(52_428_800);
    Document sitemap = wellFormed(file);
    boolean index = sitemap.getDocumentElement().getLocalName().equals("sitemapindex");
    assertValid(index ? SITEMAP_INDEX_SCHEMA : SITEMAP_SCHEMA, file);
    List<String> urls = texts(sitemap, sitemap.getDocumentElement().getNamespaceURI(), "loc");
    assertThat(urls).as("addresses").hasSizeLessThanOrEqualTo(50_000).doesNotHaveDuplicates();
    assertThat(urls.stream().map(FeedValidator::site).distinct()).as("sites").hasSize(1);
  }

  /** A news sitemap: at most 1,000 stories of 48 hours; with none at all it is valid too. */
  public static void assertValidNewsSitemap(byte[] file) {
    Document sitemap = wellFormed(file);
    List<Instant> dates =
        texts(sitemap, NEWS, "publication_date").stream()
            .map(FeedValidator::instant)
            .sorted()
            .toList();
    if (dates.isEmpty()) {
      assertThat(sitemap.getDocumentElement().getLocalName()).isEqualTo("urlset");
      assertThat(sitemap.getDocumentElement().getTextContent()).isBlank();
      return;
    }
    assertValidSitemap(file);
    assertThat(dates).as("stories").hasSizeLessThanOrEqualTo(1_000);
    assertThat(elements(sitemap, NEWS, "news")).hasSameSizeAs(children(sitemap, "url"));
    assertThat(Duration.between(dates.get(0), dates.get(dates.size() - 1)))
        .as("time from the oldest to the newest story")
        .isLessThanOrEqualTo(Duration.ofHours(48));
  }

  /** The structured data of one story, as it stands in a {@code script} element. */
  public static void assertValidJsonLd(String text) {
    assertThat(text).as("what could end the script element").doesNotContain("<", ">", "&");
    JsonNode data = parsed(text);
    assertValid(NEWS_ARTICLE_SCHEMA, data);
    JsonNode article = data.at("/@graph/0");
    assertThat(instant(article.get("dateModified").textValue()))
        .as("dateModified")
        .isAfterOrEqualTo(instant(article.get("datePublished").textValue()));
    assertThat(article.at("/publisher/@id")).as("publisher").isEqualTo(data.at("/@graph/2/@id"));
    assertThat(article.at("/mainEntityOfPage/breadcrumb/@id"))
        .as("breadcrumb")
        .isEqualTo(data.at("/@graph/1/@id"));
    JsonNode crumbs = data.at("/@graph/1/itemListElement");
    assertThat(crumbs.findValuesAsText("position"))
        .as("positions")
        .isEqualTo(IntStream.rangeClosed(1, crumbs.size()).mapToObj(Integer::toString).toList());
  }

  static Document wellFormed(byte[] file) {
    utf8(file);
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setCoalescing(true);
    try {
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      DocumentBuilder builder = factory.newDocumentBuilder();
      // The default prints what it throws.
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(file));
    } catch (SAXException e) {
      throw new AssertionError("not well-formed: " + e.getMessage(), e);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + e.getMessage(), e);
    }
  }

  static List<Element> elements(Document document, String namespace, String name) {
    var nodes =
        namespace == null
            ? document.getElementsByTagName(name)
            : document.getElementsByTagNameNS(namespace, name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> (Element) nodes.item(i)).toList();
  }

  static List<String> texts(Document document, String namespace, String name) {
    return elements(document, namespace, name).stream().map(Element::getTextContent).toList();
  }

  private static List<Element> children(Document document, String name) {
    return children(document.getDocumentElement(), name);
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element && element.getLocalName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  private static List<Element> links(Element parent, String relation) {
    return children(parent, "link").stream()
        .filter(link -> link.getAttribute("rel").equals(relation))
        .toList();
  }

  private static Instant instant(String date) {
    try {
      return OffsetDateTime.parse(date).toInstant();
    } catch (DateTimeParseException e) {
      throw new AssertionError("not a date and time with a zone: " + date, e);
    }
  }

  private static String site(String url) {
    return url.substring(0, url.indexOf('/', url.indexOf("://") + 3));
  }

  private static String utf8(byte[] file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("not UTF-8: " + e.getMessage(), e);
    }
  }

  private static void assertValid(Schema schema, byte[] file) {
    Findings findings = new Findings();
    Validator validator = schema.newValidator();
    validator.setErrorHandler(findings);
    try {
      XMLReader reader = xmlReader();
      validator.validate(new SAXSource(reader, new InputSource(new ByteArrayInputStream(file))));
    } catch (SAXException e) {
      findings.lines.add(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(findings.lines).as("what the schema finds").isEmpty();
  }

  private static XMLReader xmlReader() throws SAXException {
    SAXParserFactory factory = SAXParserFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    try {
      return factory.newSAXParser().getXMLReader();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Collects all that a validator has to say. */
  private static final class Findings implements ErrorHandler {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void warning(SAXParseException e) {
      lines.add(e.getLineNumber() + ": " + e.getMessage());
    }

    @Override
    public void error(SAXParseException e) {
      warning(e);
    }

    @Override
    public void fatalError(SAXParseException e) {
      warning(e);
    }
  }

  private static void assertValid(JsonSchema schema, JsonNode json) {
    assertThat(schema.validate(json).stream().map(message -> message.getMessage()))
        .as("what the schema finds")
        .isEmpty();
  }

  private static Schema relaxNg(String name) {
    return compiled(new CompactSyntaxSchemaFactory(), new StreamSource(resource(name)));
  }

  private static Schema sitemap(String name) {
    return compiled(
        SchemaFactory.newDefaultInstance(),
        new StreamSource(SitemapValidator.class.getResourceAsStream(name)),
        new StreamSource(resource("sitemap-news.xsd")),
        new StreamSource(resource("sitemap-image.xsd")));
  }

  private static Schema compiled(SchemaFactory factory, Source... sources) {
    try {
      return sources.length == 1 ? factory.newSchema(sources[0]) : factory.newSchema(sources);
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream resource(String name) {
    return FeedValidator.class.getResourceAsStream("/schema/" + name);
  }

  private static JsonSchema json(String name) {
    return JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(
            resource(name), SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
  }
}
