package org.newsbake.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.newsbake.SourceLocation;

/** Finds entries of a data file and their keys, in the file as it is written. */
final class EntryPlaces {

  private final SourceFile file;

  /** Its lines in Latin-1, which reads any bytes. */
  private final List<String> lines;

  EntryPlaces(SourceFile file) {
    this.file = file;
    this.lines = lines(file);
  }

  private static List<String> lines(SourceFile file) {
    try {
      return Files.readString(file.file(), StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      // The place is a help; without it the file is still named.
      return List.of();
    }
  }

  /** Where an entry begins. The file alone where no line begins with its key. */
  HeaderPlace of(String entry) {
    int begin = beginOf(entry);
    return begin < 0 ? HeaderPlace.ofKey(file, entry) : at(begin, entry, 0);
  }

  /**
   * Where a key of an entry stands: not the same word in another entry, nor in a text or a map of
   * this one. Where the entry begins if the key is not found.
   */
  HeaderPlace of(String entry, String key) {
    int begin = beginOf(entry);
    if (begin < 0) {
      return HeaderPlace.of(file, entry, key);
    }
    String quoted = quoted(key);
    Pattern block = Pattern.compile("\\s+" + quoted);
    Pattern flow = Pattern.compile("(?:.*[{,])?\\s*" + quoted);
    boolean braces = isInBraces(begin);
    int indent = -1;
    for (int i = begin; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i > begin && isTopLevel(line)) {
        break;
      }
      int from = i == begin ? Math.min(line.length(), latin1(entry).length() + 1) : 0;
      String rest = line.substring(from);
      if (rest.isBlank() || rest.strip().charAt(0) == '#') {
        continue;
      }
      if (i > begin && indent < 0) {
        indent = indentOf(line);
      }
      boolean child = i > begin && indentOf(line) == indent && block.matcher(line).matches();
      if (child || braces && flow.matcher(rest).matches()) {
        return at(i, key, from);
      }
    }
    return at(begin, entry, 0);
  }

  private boolean isInBraces(int begin) {
    return lines.get(begin).contains("{")
        || begin + 1 < lines.size() && lines.get(begin + 1).strip().startsWith("{");
  }

  private int beginOf(String entry) {
    Pattern begin = Pattern.compile(quoted(entry));
    for (int i = 0; i < lines.size(); i++) {
      if (begin.matcher(lines.get(i)).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** A key with or without quotation marks, its colon, and what follows. */
  private static String quoted(String key) {
    return "([\"']?)" + Pattern.quote(latin1(key)) + "\\1\\s*:(?:\\s.*)?";
  }

  private static boolean isTopLevel(String line) {
    return !line.isEmpty() && indentOf(line) == 0 && line.charAt(0) != '#' && line.charAt(0) != '}';
  }

  private static int indentOf(String line) {
    return line.length() - line.stripLeading().length();
  }

  private HeaderPlace at(int index, String word, int from) {
    String line = lines.get(index);
    // What is shown is made UTF-8 again.
    String shown = new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    int column = Math.max(0, shown.indexOf(word, Math.min(from, shown.length())));
    return HeaderPlace.at(new SourceLocation(file.name(), index + 1, column + 1), shown);
  }

  private static String latin1(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
