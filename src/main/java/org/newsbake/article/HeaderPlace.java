package org.newsbake.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/**
 * A place in a file that was read before, found again for a problem that only shows when all files
 * are known.
 */
public final class HeaderPlace {

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
   * Where a word stands at or below a key: the first line that begins with the key, and the first
   * line from there on that holds the word. The file alone where that is nowhere.
   *
   * @param key the key, or {@code ""} for a word anywhere in the file
   */
  public static HeaderPlace of(SourceFile file, String key, String word) {
    List<String> lines = lines(file);
    String sought = latin1(word);
    Pattern begin = beginning(key);
    boolean begun = key.isEmpty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean keyLine = !begun && begin.matcher(line).matches();
      begun |= keyLine;
      int from = keyLine ? line.indexOf(key) + key.length() : 0;
      if (begun && line.indexOf(sought, from) >= 0) {
        return at(file, i, line, word, from);
      }
    }
    return of(file);
  }

  /** Where a key stands: the first line that begins with it. The file alone where none does. */
  public static HeaderPlace ofKey(SourceFile file, String key) {
    List<String> lines = lines(file);
    Pattern begin = beginning(latin1(key));
    for (int i = 0; i < lines.size(); i++) {
      if (begin.matcher(lines.get(i)).matches()) {
        return at(file, i, lines.get(i), key, 0);
      }
    }
    return of(file);
  }

  /**
   * Where the first of these signs stands in a file, in large or small letters; a later sign counts
   * where no earlier one stands anywhere. The file alone where none does.
   */
  static HeaderPlace ofMarkup(SourceFile file, List<String> signs) {
    List<String> lines = lines(file);
    for (String sign : signs) {
      String sought = latin1(sign.toLowerCase(Locale.ROOT));
      for (int i = 0; i < lines.size(); i++) {
        int from = lines.get(i).toLowerCase(Locale.ROOT).indexOf(sought);
        if (from >= 0) {
          String word = lines.get(i).substring(from, from + sought.length());
          return at(file, i, lines.get(i), word, 0);
        }
      }
    }
    return of(file);
  }

  /** Latin-1 reads any bytes; what is shown is made UTF-8 again. */
  private static List<String> lines(SourceFile file) {
    try {
      return Files.readString(file.file(), StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      // The place is a help; without it the file is still named.
      return List.of();
    }
  }

  private static String latin1(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static Pattern beginning(String key) {
    return Pattern.compile(
        "\\s*[-:]?\\s*[\"']?(?:jbake-)?" + Pattern.quote(key) + "[\"']?\\s*[:=].*");
  }

  private static HeaderPlace at(SourceFile file, int index, String line, String word, int from) {
    String shown = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    int column = shown.indexOf(word, Math.min(from, shown.length()));
    int near = column < 0 ? line.indexOf(latin1(word), from) : column;
    return new HeaderPlace(new SourceLocation(file.name(), index + 1, near + 1), shown);
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
