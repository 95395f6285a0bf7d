package org.newsbake.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a picture says of itself, in the trade's words (IPTC Photo Metadata Standard). No text holds
 * a control character or white space other than single blanks, nor more characters than IPTC-IIM
 * lets a caption have.
 *
 * @param headline the headline
 * @param caption the caption
 * @param bylines the people who made the picture
 * @param credit who is to be named beside the byline, most often an agency
 * @param source who owns the picture
 * @param copyright the copyright notice
 */
public record Legend(
    Optional<String> headline,
    Optional<String> caption,
    List<String> bylines,
    Optional<String> credit,
    Optional<String> source,
    Optional<String> copyright) {

  /** The characters of a text at most: IPTC-IIM 4.2, 2:120. */
  private static final int LONGEST = 2000;

  /** The people of a picture at most. */
  private static final int MOST = 20;

  /** A picture that says nothing. */
  public static final Legend NONE =
      new Legend(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Legend {
    headline = headline.flatMap(Legend::plain);
    caption = caption.flatMap(Legend::plain);
    bylines =
        bylines.stream().flatMap(line -> plain(line).stream()).distinct().limit(MOST).toList();
    credit = credit.flatMap(Legend::plain);
    source = source.flatMap(Legend::plain);
    copyright = copyright.flatMap(Legend::plain);
  }

  /**
   * The line that stands beside the picture: {@code Name/Agency/Pool}. A name that byline and
   * credit share stands once; slashes that stand there stay. Empty where there is neither byline
   * nor credit.
   */
  public Optional<String> creditLine() {
    String byline = String.join(", ", bylines);
    List<String> makers = parts(byline);
    bylines.stream().map(Legend::parts).forEach(makers::addAll);
    List<String> owners = parts(credit.orElse(""));
    if (bylines.stream()
        .flatMap(line -> parts(line).stream())
        .allMatch(line -> has(owners, line))) {
      return credit;
    }
    List<String> line = new ArrayList<>(List.of(byline));
    owners.stream().filter(owner -> !has(makers, owner)).forEach(line::add);
    return Optional.of(String.join("/", line));
  }

  private static List<String> parts(String line) {
    return new ArrayList<>(
        Stream.of(line.split("/")).map(String::strip).filter(part -> !part.isEmpty()).toList());
  }

  private static boolean has(List<String> parts, String name) {
    return parts.stream().anyMatch(part -> folded(part).equals(folded(name)));
  }

  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /** A text on one line, without signs that steer a terminal or turn the writing around. */
  private static Optional<String> plain(String text) {
    StringBuilder plain = new StringBuilder();
    boolean gap = false;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = true;
      } else if (!steers(c)) {
        if (gap && !plain.isEmpty()) {
          plain.append(' ');
        }
        gap = false;
        plain.appendCodePoint(harmless(c, plain));
      }
    }
    if (plain.length() > LONGEST) {
      int end = Character.isHighSurrogate(plain.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
      plain.setLength(end);
      plain.append('…');
    }
    return plain.isEmpty() ? Optional.empty() : Optional.of(plain.toString());
  }

  /**
   * The sign that stands for one of markup: templates of JBake print values as they are, so that a
   * picture's own text must not open a tag or end an attribute.
   */
  private static int harmless(int c, StringBuilder before) {
    return switch (c) {
      case '<' -> '‹';
      case '>' -> '›';
      case '\'', '`' -> '’';
      case '"' -> before.isEmpty() || before.charAt(before.length() - 1) == ' ' ? '“' : '”';
      default -> c;
    };
  }

  private static boolean steers(int c) {
    return Character.isISOControl(c)
        || c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || c >= 0xE0000 && c <= 0xE007F
        || c >= 0x202A && c <= 0x202E
        || c >= 0x2066 && c <= 0x2069
        || c >= 0xD800 && c <= 0xDFFF
        || c >= 0xFDD0 && c <= 0xFDEF
        || c == 0xFEFF
        || (c & 0xFFFE) == 0xFFFE;
  }
}
