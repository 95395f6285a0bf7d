package org.newsbake.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds entries of a data file and their keys, in the file as it is written. The file is read and
 * indexed once, when the first place is sought, so that many places cost no more than a few. Beyond
 * {@link FilePlaces#MOST} characters only the file is named.
 *
 * <pre>{@code
 * EntryPlaces places = new EntryPlaces(file);
 * HeaderPlace entry = places.of("meridian");
 * HeaderPlace clause = places.of("meridian", "embargo_days");
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class EntryPlaces {

  /** A key with or without quotation marks, and its colon. A longer key has no place. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?:\"([^\"]{0,300})\"|'([^']{0,300})'|([^\\s\"'{,][^{,]{0,300}?))\\s*:(?:\\s|$)");

  private final SourceFile file;
  private final FilePlaces other;

  /** Its lines in Latin-1, which reads any bytes. */
  private List<String> lines;

  /** The line on which each entry begins. */
  private Map<String, Integer> begins;

  /** The line at which the keys begin that are indexed, or -1. */
  private int indexed = -1;

  /** Where each key of that entry stands. */
  private Map<String, Place> keys = Map.of();

  /** The characters of the lines whose places were told. */
  private long work;

  /**
   * A place before it is shown.
   *
   * @param from the index in the line from which the key is shown
   */
  private record Place(int line, int from) {}

  /** Places in this file. */
  public EntryPlaces(SourceFile file) {
    this.file = file;
    this.other = new FilePlaces(file);
  }

  private void read() {
    if (lines != null) {
      return;
    }
    try {
      lines = Files.readString(file.file(), StandardCharsets.ISO_8859_1).lines().toList();
    } catch (IOException e) {
      // The place is a help; without it the file is still named.
      lines = List.of();
    }
    begins = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher key = KEY.matcher(lines.get(i));
      if (key.lookingAt()) {
        begins.putIfAbsent(word(key), i);
      }
    }
  }

  private static String word(Matcher key) {
    return key.group(1) != null ? key.group(1) : key.group(2) != null ? key.group(2) : key.group(3);
  }

  /** Where an entry begins. The file alone where no line begins with its key. */
  public HeaderPlace of(String entry) {
    read();
    Integer begin = begins.get(latin1(entry));
    return begin == null ? other.ofKey(entry) : at(new Place(begin, 0), entry);
  }

  /**
   * Where a key of an entry stands: not the same word in another entry, nor in a text or a map of
   * this one. Where the entry begins if the key is not found.
   */
  public HeaderPlace of(String entry, String key) {
    read();
    Integer begin = begins.get(latin1(entry));
    if (begin == null) {
      return other.of(entry, key);
    }
    if (indexed != begin) {
      keys = keys(begin, latin1(entry).length() + 1);
      indexed = begin;
    }
    Place place = keys.get(latin1(key));
    return place == null ? at(new Place(begin, 0), entry) : at(place, key);
  }

  /**
   * The keys of an entry.
   *
   * @param after the index in its first line at which what follows its key begins
   */
  private Map<String, Place> keys(int begin, int after) {
    Map<String, Place> found = new HashMap<>();
    boolean braces = isInBraces(begin);
    int indent = -1;
    for (int i = begin; i < lines.size(); i++) {
      String line = lines.get(i);
      if (i > begin && isTopLevel(line)) {
        break;
      }
      int from = i == begin ? Math.min(line.length(), after) : 0;
      String rest = line.substring(from);
      if (rest.isBlank() || rest.strip().charAt(0) == '#') {
        continue;
      }
      if (i > begin && indent < 0) {
        indent = indentOf(line);
      }
      Matcher key = KEY.matcher(line);
      if (i > begin && indentOf(line) == indent && key.region(indent, line.length()).lookingAt()) {
        found.putIfAbsent(word(key), new Place(i, indent));
      }
      if (braces) {
        inBraces(i, from, found);
      }
    }
    return found;
  }

  /** The keys of one line at its begin, behind braces and behind commas. */
  private void inBraces(int number, int from, Map<String, Place> found) {
    String line = lines.get(number);
    Matcher key = KEY.matcher(line);
    for (int at = from; at < line.length(); at++) {
      char sign = line.charAt(at);
      if (at == from || sign == '{' || sign == ',') {
        int start = at == from && sign != '{' && sign != ',' ? at : at + 1;
        while (start < line.length() && Character.isWhitespace(line.charAt(start))) {
          start++;
        }
        if (key.region(start, line.length()).lookingAt()) {
          found.putIfAbsent(word(key), new Place(number, start));
        }
      }
    }
  }

  private boolean isInBraces(int begin) {
    return lines.get(begin).contains("{")
        || begin + 1 < lines.size() && lines.get(begin + 1).strip().startsWith("{");
  }

  private static boolean isTopLevel(String line) {
    return !line.isEmpty() && indentOf(line) == 0 && line.charAt(0) != '#' && line.charAt(0) != '}';
  }

  private static int indentOf(String line) {
    return line.length() - line.stripLeading().length();
  }

  private HeaderPlace at(Place place, String word) {
    String line = lines.get(place.line);
    work += line.length();
    if (work > FilePlaces.MOST) {
      return HeaderPlace.of(file);
    }
    return HeaderPlace.at(file, place.line + 1, line, place.from, word);
  }

  private static String latin1(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
