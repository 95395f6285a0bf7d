package org.newsbake.image;

import com.adobe.internal.xmp.XMPException;
import com.adobe.internal.xmp.XMPMeta;
import com.adobe.internal.xmp.XMPMetaFactory;
import com.adobe.internal.xmp.properties.XMPProperty;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.newsbake.image.Kept.Field;

/** Reads the metadata that are kept from the blocks of a picture. Bounded in memory and work. */
final class KeptReader {

  static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
  static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
  static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
  static final String PLUS = "http://ns.useplus.org/ldf/xmp/1.0/";
  static final String IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
  static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

  private static final int DEEPEST = 60;
  private static final int MOST_ELEMENTS = 20_000;
  private static final int MOST_ENTRIES = 500;
  private static final int MOST_DATA_SETS = 1_000;

  private static final int ORIENTATION = 0x0112;
  private static final int DESCRIPTION = 0x010E;
  private static final int ARTIST = 0x013B;
  private static final int COPYRIGHT = 0x8298;

  private final Map<Field, String> fields = new EnumMap<>(Field.class);
  private List<String> creators = new ArrayList<>();
  private Optional<String> instructions = Optional.empty();

  private KeptReader() {}

  /**
   * What the blocks say.
   *
   * @param news what XMP and IPTC say: what editors wrote
   * @param all that, and what EXIF and a PNG's texts say where those are silent
   * @param instructions what editors are told
   */
  record Found(Kept news, Kept all, Optional<String> instructions) {}

  static Found read(Blocks blocks) {
    KeptReader reader = new KeptReader();
    blocks.xmp.forEach(reader::xmp);
    reader.photoshop(blocks.photoshop.toByteArray());
    int orientation = 1;
    KeptReader other = new KeptReader();
    if (!blocks.exif.isEmpty()) {
      orientation = other.exif(blocks.exif.get(0));
    }
    other.texts(blocks.texts);
    Kept news = new Kept(reader.fields, reader.creators, orientation);
    Kept others = new Kept(other.fields, other.creators, orientation);
    return new Found(news, news.or(others), reader.instructions);
  }

  private void put(Field field, String text) {
    if (text != null && !text.isBlank()) {
      fields.putIfAbsent(field, text);
    }
  }

  private void instruct(String text) {
    if (text != null && !text.isBlank() && instructions.isEmpty()) {
      instructions = Optional.of(text.strip());
    }
  }

  private void xmp(byte[] packet) {
    String xml = decoded(packet).strip();
    if (!isHarmless(xml)) {
      return;
    }
    try {
      XMPMeta meta = XMPMetaFactory.parseFromString(xml);
      put(Field.HEADLINE, property(meta, PHOTOSHOP, "Headline"));
      put(Field.CREDIT, property(meta, PHOTOSHOP, "Credit"));
      put(Field.SOURCE, property(meta, PHOTOSHOP, "Source"));
      put(Field.DATE_CREATED, property(meta, PHOTOSHOP, "DateCreated"));
      put(Field.TITLE, inAnyLanguage(meta, DUBLIN_CORE, "title"));
      put(Field.CAPTION, inAnyLanguage(meta, DUBLIN_CORE, "description"));
      put(Field.COPYRIGHT, inAnyLanguage(meta, DUBLIN_CORE, "rights"));
      put(Field.USAGE_TERMS, inAnyLanguage(meta, RIGHTS, "UsageTerms"));
      put(Field.WEB_STATEMENT, property(meta, RIGHTS, "WebStatement"));
      put(Field.ALT_TEXT, inAnyLanguage(meta, IPTC_CORE, "AltTextAccessibility"));
      put(Field.SOURCE_TYPE, property(meta, IPTC_EXTENSION, "DigitalSourceType"));
      put(Field.LICENSOR, licensor(meta, "LicensorName"));
      put(Field.LICENSOR_URL, licensor(meta, "LicensorURL"));
      instruct(property(meta, PHOTOSHOP, "Instructions"));
      if (creators.isEmpty()) {
        creators = list(meta, "creator");
      }
    } catch (XMPException | RuntimeException e) {
      // A packet that is no XMP says nothing.
      return;
    }
  }

  /** The text of XML, which Newsbake decodes itself so that no two parsers differ. */
  static String decoded(byte[] packet) {
    boolean big = packet.length > 1 && (packet[0] == 0 || packet[0] == (byte) 0xFE);
    boolean little = packet.length > 1 && (packet[1] == 0 || packet[1] == (byte) 0xFE);
    String text =
        big || little
            ? new String(packet, big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE)
            : text(packet, 0, packet.length, false);
    return text.replace("\uFEFF", "").replace("\0", "");
  }

  /** Whether a packet is XML of a size that can be read, without a DTD. */
  private static boolean isHarmless(String xml) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(xml));
      int depth = 0;
      int elements = 0;
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            depth++;
            elements++;
          }
          case XMLStreamConstants.END_ELEMENT -> depth--;
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
            return false;
          }
          default -> {}
        }
        if (depth > DEEPEST || elements > MOST_ELEMENTS) {
          return false;
        }
      }
      return elements > 0;
    } catch (XMLStreamException | RuntimeException e) {
      return false;
    }
  }

  private static String property(XMPMeta meta, String schema, String name) {
    try {
      return meta.getPropertyString(schema, name);
    } catch (XMPException e) {
      return null;
    }
  }

  private static String licensor(XMPMeta meta, String name) {
    try {
      XMPProperty field = meta.getStructField(PLUS, "Licensor[1]", PLUS, name);
      return field == null ? null : field.getValue();
    } catch (XMPException e) {
      return null;
    }
  }

  private static String inAnyLanguage(XMPMeta meta, String schema, String name) {
    try {
      XMPProperty text = meta.getLocalizedText(schema, name, null, "x-default");
      return text == null ? null : text.getValue();
    } catch (XMPException e) {
      return null;
    }
  }

  private static List<String> list(XMPMeta meta, String name) {
    List<String> values = new ArrayList<>();
    try {
      for (int i = 1; i <= Math.min(100, meta.countArrayItems(DUBLIN_CORE, name)); i++) {
        values.add(meta.getArrayItem(DUBLIN_CORE, name, i).getValue());
      }
    } catch (XMPException e) {
      return values;
    }
    return values;
  }

  /** Finds IPTC among the image resource blocks of Photoshop. */
  private void photoshop(byte[] bytes) {
    int at = 0;
    while (Blocks.startsWith(bytes, at, "8BIM") && at + 12 <= bytes.length) {
      int id = (bytes[at + 4] & 0xFF) << 8 | bytes[at + 5] & 0xFF;
      int name = 1 + (bytes[at + 6] & 0xFF);
      int size = at + 6 + name + (name & 1);
      if (size + 4 > bytes.length) {
        return;
      }
      int length = ByteBuffer.wrap(bytes).getInt(size);
      if (length < 0 || length > bytes.length - size - 4) {
        return;
      }
      if (id == 0x0404) {
        iptc(java.util.Arrays.copyOfRange(bytes, size + 4, size + 4 + length));
      }
      at = size + 4 + length + (length & 1);
    }
  }

  private void iptc(byte[] bytes) {
    boolean utf8 = false;
    List<String> bylines = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < MOST_DATA_SETS && at + 5 <= bytes.length && bytes[at] == 0x1C; i++) {
      int record = bytes[at + 1] & 0xFF;
      int dataSet = bytes[at + 2] & 0xFF;
      int length = (bytes[at + 3] & 0xFF) << 8 | bytes[at + 4] & 0xFF;
      int start = at + 5;
      if (length > 0x7FFF || length > bytes.length - start) {
        break;
      }
      at = start + length;
      if (record == 1 && dataSet == 90) {
        utf8 = length >= 3 && bytes[start + 1] == '%' && bytes[start + 2] == 'G';
      }
      if (record != 2) {
        continue;
      }
      String text = text(bytes, start, length, utf8);
      switch (dataSet) {
        case 5 -> put(Field.TITLE, text);
        case 40 -> instruct(text);
        case 55 -> put(Field.DATE_CREATED, date(text));
        case 80 -> bylines.add(text);
        case 105 -> put(Field.HEADLINE, text);
        case 110 -> put(Field.CREDIT, text);
        case 115 -> put(Field.SOURCE, text);
        case 116 -> put(Field.COPYRIGHT, text);
        case 120 -> put(Field.CAPTION, text);
        default -> {}
      }
    }
    if (creators.isEmpty()) {
      creators = bylines;
    }
  }

  /** IPTC's date, 20261128, as XMP writes it. */
  private static String date(String text) {
    return text.matches("\\d{8}")
        ? text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6)
        : null;
  }

  /** Text in UTF-8, else in what most programs wrote before it. */
  private static String text(byte[] bytes, int start, int length, boolean utf8) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, start, length))
          .toString();
    } catch (CharacterCodingException e) {
      Charset charset = utf8 ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
      return new String(bytes, start, length, charset);
    }
  }

  /** Reads the first directory of EXIF, and gives the orientation. */
  private int exif(byte[] tiff) {
    int orientation = 1;
    if (tiff.length < 8) {
      return orientation;
    }
    ByteBuffer in = ByteBuffer.wrap(tiff);
    in.order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int at = in.getInt(4);
    if (at < 8 || at > tiff.length - 2) {
      return orientation;
    }
    int entries = Math.min(MOST_ENTRIES, in.getShort(at) & 0xFFFF);
    for (int i = 0; i < entries && at + 2 + 12 * (i + 1) <= tiff.length; i++) {
      int entry = at + 2 + 12 * i;
      int tag = in.getShort(entry) & 0xFFFF;
      if (tag == ORIENTATION) {
        int value = in.getShort(entry + 8);
        orientation = value >= 1 && value <= 8 ? value : 1;
      } else if (in.getShort(entry + 2) == 2) {
        int count = in.getInt(entry + 4);
        int start = count <= 4 ? entry + 8 : in.getInt(entry + 8);
        if (count > 0 && start >= 0 && count <= Blocks.MOST && start <= tiff.length - count) {
          String text = text(tiff, start, count, true).replace("\0", "");
          switch (tag) {
            case DESCRIPTION -> put(Field.CAPTION, text);
            case COPYRIGHT -> put(Field.COPYRIGHT, text);
            case ARTIST -> creators = text.isBlank() ? List.of() : List.of(text);
            default -> {}
          }
        }
      }
    }
    return orientation;
  }

  private void texts(Map<String, String> texts) {
    put(Field.TITLE, texts.get("Title"));
    put(Field.CAPTION, texts.get("Description"));
    put(Field.COPYRIGHT, texts.get("Copyright"));
    String author = texts.get("Author");
    if (author != null && creators.isEmpty()) {
      creators = List.of(author);
    }
  }
}
