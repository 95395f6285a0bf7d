package org.newsbake.article;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/**
 * A place in a file that was read before, found again for a problem that only shows when all files
 * are known. Each search here reads the file; {@link FilePlaces} and {@link EntryPlaces} read it
 * once for many.
 */
public final class HeaderPlace {

  /** The most bytes of a line that is shown. */
  private static final int LONGEST = 20_000;

  private final SourceLocation location;
  private final String line;

  private HeaderPlace(SourceLocation location, String line) {
    this.location = location;
    this.line = line;
  }

  /** The file alone. */
  public static HeaderPlace of(SourceFile file) {
    return new HeaderPlace(SourceLocation.of(file.name()), "");
  }

  /**
   * A word on a line that was read in Latin-1.
   *
   * @param number the line's, from 1
   * @param from the index from which the word is sought; its place where it is not found
   */
  static HeaderPlace at(SourceFile file, int number, String line, int from, String word) {
    // What is shown is made UTF-8 again.
    int start = utf8(line.substring(0, from)).length();
    if (line.length() > LONGEST) {
      return new HeaderPlace(new SourceLocation(file.name(), number, start + 1), "");
    }
    String shown = utf8(line);
    int column = shown.indexOf(word, start);
    return new HeaderPlace(
        new SourceLocation(file.name(), number, (column < 0 ? start : column) + 1), shown);
  }

  private static String utf8(String latin1) {
    return new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  /** See {@link FilePlaces#of}. */
  public static HeaderPlace of(SourceFile file, String key, String word) {
    return new FilePlaces(file).of(key, word);
  }

  /** See {@link FilePlaces#ofKey}. */
  public static HeaderPlace ofKey(SourceFile file, String key) {
    return new FilePlaces(file).ofKey(key);
  }

  /** See {@link FilePlaces#ofMarkup}. */
  static HeaderPlace ofMarkup(SourceFile file, List<String> signs) {
    return new FilePlaces(file).ofMarkup(signs);
  }

  /** Whether it was found. */
  boolean isFound() {
    return location.line() > 0;
  }

  /** A problem here. */
  public Problem problem(Severity severity, String code, String found, String advice) {
    return new Problem(severity, code, location, found, advice, line);
  }
}
