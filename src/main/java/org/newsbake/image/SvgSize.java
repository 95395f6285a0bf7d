package org.newsbake.image;

import java.io.StringReader;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The size of a drawing in SVG, in CSS pixels: its {@code width} and {@code height}, else those of
 * its {@code viewBox}.
 *
 * @param active whether there is a script in it
 */
record SvgSize(int width, int height, boolean active) {

  /** Larger drawings are not read. */
  private static final int MOST_BYTES = 20_000_000;

  private static final Pattern LENGTH =
      Pattern.compile("\\s*(\\d{1,6}(?:\\.\\d{1,6})?)(px|pt|mm|cm|in|)\\s*");
  private static final Pattern BOX =
      Pattern.compile(
          "\\s*\\S+[\\s,]+\\S+[\\s,]+(\\d{1,6}(?:\\.\\d+)?)[\\s,]+(\\d{1,6}(?:\\.\\d+)?)\\s*");

  /** The size of what these bytes draw, or nothing where they draw nothing. */
  static Optional<SvgSize> of(byte[] bytes) {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    // A drawing is somebody else's text: it must not read files or grow without end.
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    if (bytes.length > MOST_BYTES) {
      return Optional.empty();
    }
    try {
      // Bytes that are in no encoding would make the parser write to the terminal.
      XMLStreamReader reader =
          factory.createXMLStreamReader(new StringReader(KeptReader.decoded(bytes)));
      Optional<SvgSize> size = Optional.empty();
      boolean root = true;
      boolean active = false;
      while (reader.hasNext()) {
        if (reader.next() == XMLStreamReader.START_ELEMENT) {
          if (root) {
            size = reader.getLocalName().equals("svg") ? size(reader) : Optional.empty();
            root = false;
          }
          active |= isActive(reader);
        }
      }
      boolean runs = active;
      return size.map(it -> new SvgSize(it.width, it.height, runs));
    } catch (XMLStreamException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static boolean isActive(XMLStreamReader element) {
    if (element.getLocalName().equalsIgnoreCase("script")) {
      return true;
    }
    for (int i = 0; i < element.getAttributeCount(); i++) {
      String value = element.getAttributeValue(i).strip().toLowerCase(Locale.ROOT);
      if (element.getAttributeLocalName(i).toLowerCase(Locale.ROOT).startsWith("on")
          || value.startsWith("javascript:")) {
        return true;
      }
    }
    return false;
  }

  private static Optional<SvgSize> size(XMLStreamReader svg) {
    Optional<Double> width = pixels(svg.getAttributeValue(null, "width"));
    Optional<Double> height = pixels(svg.getAttributeValue(null, "height"));
    if (width.isPresent() && height.isPresent()) {
      return rounded(width.get(), height.get());
    }
    String box = svg.getAttributeValue(null, "viewBox");
    Matcher matcher = BOX.matcher(box == null ? "" : box);
    return matcher.matches()
        ? rounded(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)))
        : Optional.empty();
  }

  private static Optional<SvgSize> rounded(double width, double height) {
    int columns = (int) Math.round(width);
    int rows = (int) Math.round(height);
    return columns < 1 || rows < 1
        ? Optional.empty()
        : Optional.of(new SvgSize(columns, rows, false));
  }

  private static Optional<Double> pixels(String length) {
    Matcher matcher = LENGTH.matcher(length == null ? "" : length);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    double unit =
        switch (matcher.group(2)) {
          case "pt" -> 96.0 / 72;
          case "mm" -> 96 / 25.4;
          case "cm" -> 96 / 2.54;
          case "in" -> 96;
          default -> 1;
        };
    return Optional.of(Double.parseDouble(matcher.group(1)) * unit);
  }
}
