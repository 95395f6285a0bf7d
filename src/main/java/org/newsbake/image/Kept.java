package org.newsbake.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The metadata of a picture that readers may have, and a new XMP packet, IPTC block and EXIF block
 * of them and nothing else. Immutable.
 *
 * @param orientation how EXIF says that the picture is to be turned, 1 to 8
 */
record Kept(Map<Field, String> fields, List<String> creators, int orientation) {

  static final Kept NONE = new Kept(Map.of(), List.of(), 1);

  /** The most bytes of all texts, so that they fit into one segment of a JPEG. */
  private static final int MOST = 20_000;

  /** The characters of one text at most: twice those of a caption by IPTC-IIM 4.2, 2:120. */
  private static final int LONGEST = 4000;

  private static final int MOST_CREATORS = 20;

  /** A field, how XMP writes it, and its data set in record 2 of IPTC-IIM, or 0. */
  enum Field {
    HEADLINE("photoshop:Headline", false, 105),
    TITLE("dc:title", true, 5),
    CAPTION("dc:description", true, 120),
    CREDIT("photoshop:Credit", false, 110),
    SOURCE("photoshop:Source", false, 115),
    COPYRIGHT("dc:rights", true, 116),
    USAGE_TERMS("xmpRights:UsageTerms", true, 0),
    WEB_STATEMENT("xmpRights:WebStatement", false, 0),
    LICENSOR("plus:LicensorName", false, 0),
    LICENSOR_URL("plus:LicensorURL", false, 0),
    ALT_TEXT("Iptc4xmpCore:AltTextAccessibility", true, 0),
    SOURCE_TYPE("Iptc4xmpExt:DigitalSourceType", false, 0),
    DATE_CREATED("photoshop:DateCreated", false, 0);

    private final String property;
    private final boolean inLanguages;
    private final int dataSet;

    Field(String property, boolean inLanguages, int dataSet) {
      this.property = property;
      this.inLanguages = inLanguages;
      this.dataSet = dataSet;
    }
  }

  Kept {
    Map<Field, String> bounded = new EnumMap<>(Field.class);
    int[] left = {MOST};
    for (Field field : Field.values()) {
      bounded(fields.get(field), left).ifPresent(text -> bounded.put(field, text));
    }
    fields = bounded;
    List<String> names = new ArrayList<>();
    creators.stream()
        .limit(MOST_CREATORS)
        .forEach(creator -> bounded(creator, left).ifPresent(names::add));
    creators = List.copyOf(names);
  }

  /** A text without what XML cannot hold; nothing where it is empty or no room is left. */
  private static Optional<String> bounded(String text, int[] left) {
    if (text == null) {
      return Optional.empty();
    }
    StringBuilder bounded = new StringBuilder();
    text.codePoints()
        .limit(LONGEST)
        .map(c -> c == '\r' ? '\n' : c)
        .filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c < 0x7F || c >= 0xA0)
        .filter(c -> c < 0xD800 || c > 0xDFFF && c != 0xFFFE && c != 0xFFFF)
        .forEach(bounded::appendCodePoint);
    String whole = bounded.toString().strip();
    while (size(whole) > left[0]) {
      int half = whole.length() / 2;
      boolean parts = half > 0 && Character.isHighSurrogate(whole.charAt(half - 1));
      whole = whole.substring(0, parts ? half - 1 : half).strip();
    }
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    left[0] -= size(whole);
    return Optional.of(whole);
  }

  private static int size(String text) {
    return escaped(text).getBytes(StandardCharsets.UTF_8).length;
  }

  /** Whether there is nothing to be said. */
  boolean isSilent() {
    return fields.isEmpty() && creators.isEmpty();
  }

  /** The same for a picture that was turned upright. */
  Kept upright() {
    return new Kept(fields, creators, 1);
  }

  /** These, and what others say where these say nothing. */
  Kept or(Kept others) {
    Map<Field, String> all = new EnumMap<>(Field.class);
    all.putAll(others.fields);
    all.putAll(fields);
    return new Kept(all, creators.isEmpty() ? others.creators : creators, orientation);
  }

  Legend legend() {
    return new Legend(
        Optional.ofNullable(fields.get(Field.HEADLINE)),
        Optional.ofNullable(fields.get(Field.CAPTION)),
        creators,
        Optional.ofNullable(fields.get(Field.CREDIT)),
        Optional.ofNullable(fields.get(Field.SOURCE)),
        Optional.ofNullable(fields.get(Field.COPYRIGHT)));
  }

  /** A packet of XMP. */
  byte[] xmp() {
    StringBuilder xml =
        new StringBuilder(
            "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                + "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                + "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                + "<rdf:Description rdf:about=\"\""
                + " xmlns:dc=\""
                + KeptReader.DUBLIN_CORE
                + "\" xmlns:photoshop=\""
                + KeptReader.PHOTOSHOP
                + "\" xmlns:xmpRights=\""
                + KeptReader.RIGHTS
                + "\" xmlns:plus=\""
                + KeptReader.PLUS
                + "\" xmlns:Iptc4xmpCore=\""
                + KeptReader.IPTC_CORE
                + "\" xmlns:Iptc4xmpExt=\""
                + KeptReader.IPTC_EXTENSION
                + "\">\n");
    if (!creators.isEmpty()) {
      xml.append("<dc:creator><rdf:Seq>");
      creators.forEach(it -> xml.append("<rdf:li>").append(escaped(it)).append("</rdf:li>"));
      xml.append("</rdf:Seq></dc:creator>\n");
    }
    StringBuilder licensor = new StringBuilder();
    fields.forEach(
        (field, text) -> {
          StringBuilder target = field.property.startsWith("plus:") ? licensor : xml;
          target.append('<').append(field.property).append('>');
          target.append(
              field.inLanguages
                  ? "<rdf:Alt><rdf:li xml:lang=\"x-default\">"
                      + escaped(text)
                      + "</rdf:li></rdf:Alt>"
                  : escaped(text));
          target.append("</").append(field.property).append(">\n");
        });
    if (!licensor.isEmpty()) {
      xml.append("<plus:Licensor><rdf:Seq><rdf:li rdf:parseType=\"Resource\">")
          .append(licensor)
          .append("</rdf:li></rdf:Seq></plus:Licensor>\n");
    }
    xml.append("</rdf:Description></rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>");
    return xml.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The image resource block of Photoshop that holds IPTC-IIM. */
  byte[] photoshop() {
    ByteArrayOutputStream iptc = new ByteArrayOutputStream();
    dataSet(iptc, 1, 90, new byte[] {0x1B, '%', 'G'});
    dataSet(iptc, 2, 0, new byte[] {0, 4});
    fields.forEach(
        (field, text) -> {
          if (field.dataSet > 0) {
            dataSet(iptc, 2, field.dataSet, text.getBytes(StandardCharsets.UTF_8));
          }
        });
    creators.forEach(it -> dataSet(iptc, 2, 80, it.getBytes(StandardCharsets.UTF_8)));
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.writeBytes(Blocks.ascii("8BIM\u0004\u0004\0\0\0\0"));
    block.write(iptc.size() >> 8);
    block.write(iptc.size());
    block.writeBytes(iptc.toByteArray());
    if (iptc.size() % 2 == 1) {
      block.write(0);
    }
    return block.toByteArray();
  }

  private static void dataSet(ByteArrayOutputStream out, int record, int number, byte[] bytes) {
    out.write(0x1C);
    out.write(record);
    out.write(number);
    out.write(bytes.length >> 8);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  /** A TIFF header and a directory with the orientation alone. */
  byte[] exif() {
    return new byte[] {
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
  }
}
