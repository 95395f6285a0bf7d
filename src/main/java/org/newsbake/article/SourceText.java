package org.newsbake.article;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/**
 * The text of a file, without a byte order mark, its lines ended by {@code \n} and nothing else.
 * The last line is ended too, so that a text is empty or ends in {@code \n}.
 */
record SourceText(String name, String text) {

  /** How many characters tell whether a text is the end of another. */
  private static final int COMPARED = 100;

  /** What the bytes say, and a warning where they are not in the encoding of the site. */
  record Decoded(SourceText text, Optional<Problem> problem) {}

  static Decoded decode(String name, byte[] bytes, Charset charset) {
    String decoded = new String(bytes, charset);
    String lines = normal(decoded, charset);
    SourceText text =
        new SourceText(name, lines.isEmpty() || lines.endsWith("\n") ? lines : lines + "\n");
    Optional<Integer> malformed =
        decoded.indexOf('\uFFFD') < 0 ? Optional.empty() : malformed(bytes, charset);
    return new Decoded(
        text,
        malformed.map(
            at ->
                text.problemAt(
                    Severity.WARNING,
                    "encoding-invalid",
                    normal(new String(bytes, 0, at, charset), charset).length(),
                    String.format("byte 0x%02X is not %s, and becomes \uFFFD.", bytes[at], charset),
                    "Save the file as " + charset + ".")));
  }

  /** The text without a byte order mark, and with {@code \n} for every end of a line. */
  private static String normal(String decoded, Charset charset) {
    boolean marked = charset.equals(StandardCharsets.UTF_8) && decoded.startsWith("\uFEFF");
    String text = marked ? decoded.substring(1) : decoded;
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /** The line with this number, from 1, without its end. */
  String line(int number) {
    int start = startOf(number);
    int end = text.indexOf('\n', start);
    return end < 0 ? "" : text.substring(start, end);
  }

  /** The index at which the line with this number begins; that of the end where there is none. */
  int startOf(int number) {
    int start = 0;
    for (int i = 1; i < number; i++) {
      start = text.indexOf('\n', start) + 1;
      if (start == 0) {
        return text.length();
      }
    }
    return start;
  }

  /**
   * The lines above the first one that is {@code separator} to the letter, or nothing without one.
   */
  Optional<List<String>> linesAbove(String separator) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      if (end - start == separator.length() && text.startsWith(separator, start)) {
        return Optional.of(lines);
      }
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    return Optional.empty();
  }

  /** The text below this line, counted from 1. */
  String below(int number) {
    int start = 0;
    for (int i = 0; i < number; i++) {
      start = text.indexOf('\n', start) + 1;
    }
    return text.substring(start);
  }

  /**
   * Where a text begins with which this one ends; of another text, the first line. Only the first
   * and the last characters of the two are compared, since this is asked of each article.
   */
  SourceLocation startOfEnd(String end) {
    int start = text.length() - end.length();
    int few = Math.min(COMPARED, end.length());
    boolean same =
        start >= 0
            && text.startsWith(end.substring(0, few), start)
            && text.endsWith(end.substring(end.length() - few));
    return new SourceLocation(name, lineOf(same ? start : 0), 1);
  }

  private int lineOf(int index) {
    int line = 1;
    for (int at = text.indexOf('\n'); at >= 0 && at < index; at = text.indexOf('\n', at + 1)) {
      line++;
    }
    return line;
  }

  /** A problem on one line, which is shown with it. */
  Problem problem(
      Severity severity, String code, int line, int column, String found, String advice) {
    return new Problem(
        severity, code, new SourceLocation(name, line, column), found, advice, line(line));
  }

  /** A problem at one place of the text, an index into it, which is shown with its line. */
  Problem problemAt(Severity severity, String code, int index, String found, String advice) {
    int start = text.lastIndexOf('\n', index - 1) + 1;
    int end = text.indexOf('\n', start);
    return new Problem(
        severity,
        code,
        new SourceLocation(name, lineOf(index), index - start + 1),
        found,
        advice,
        end < 0 ? "" : text.substring(start, end));
  }

  private static Optional<Integer> malformed(byte[] bytes, Charset charset) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result =
        decoder.decode(
            in,
            java.nio.CharBuffer.allocate((int) (bytes.length * decoder.maxCharsPerByte()) + 1),
            true);
    return result.isError() ? Optional.of(in.position()) : Optional.empty();
  }
}
