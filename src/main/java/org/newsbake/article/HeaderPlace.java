package org.newsbake.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
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

  /**
   * Where a word stands at or below a key: the first line that begins with the key, and the first
   * line from there on that holds the word. The file alone where that is nowhere.
   *
   * @param key the key, or {@code ""} for a word anywhere in the file
   */
  public static HeaderPlace of(SourceFile file, String key, String word) {
    List<String> lines;
    try {
      // Latin-1 reads any bytes; keys and most words are ASCII, and columns of others are near.
      String text = Files.readString(file.file(), StandardCharsets.ISO_8859_1);
      lines = text.lines().toList();
    } catch (IOException e) {
      // The place is a help; without it the file is still named.
      lines = List.of();
    }
    String sought = new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    Pattern begin =
        Pattern.compile("\\s*[-:]?\\s*[\"']?(?:jbake-)?" + Pattern.quote(key) + "[\"']?\\s*[:=].*");
    boolean begun = key.isEmpty();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean keyLine = !begun && begin.matcher(line).matches();
      begun |= keyLine;
      int from = keyLine ? line.indexOf(key) + key.length() : 0;
      int at = begun ? line.indexOf(sought, from) : -1;
      if (at >= 0) {
        String shown =
            new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        int column = shown.indexOf(word, Math.min(from, shown.length()));
        return new HeaderPlace(
            new SourceLocation(file.name(), i + 1, (column < 0 ? at : column) + 1), shown);
      }
    }
    return new HeaderPlace(SourceLocation.of(file.name()), "");
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
