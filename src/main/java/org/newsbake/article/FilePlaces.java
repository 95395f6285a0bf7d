package org.newsbake.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds places in one file, for callers that seek many. The file is read once, when the first place
 * is sought.
 *
 * <pre>{@code
 * FilePlaces places = new FilePlaces(file);
 * HeaderPlace first = places.next("map.png");
 * HeaderPlace second = places.next("chart.png");
 * }</pre>
 *
 * <p>The work is counted in characters that are looked at. Beyond {@link #MOST} only the file is
 * named. Not thread-safe.
 */
public final class FilePlaces {

  /** The most characters that are looked at. */
  static final long MOST = 1_000_000_000;

  private final SourceFile file;
  private final Function<SourceFile, String> reading;

  /**
   * The file in Latin-1, which reads any bytes, its lines ended by {@code \n}; read when sought.
   */
  private String text;

  /** The indexes at which lines begin. */
  private int[] starts;

  /** Where the last find of {@link #next} ends. */
  private int cursor;

  private long work;

  /** Places in this file. */
  public FilePlaces(SourceFile file) {
    this(file, FilePlaces::read);
  }

  /**
   * @param reading gives the file in Latin-1
   */
  FilePlaces(SourceFile file, Function<SourceFile, String> reading) {
    this.file = file;
    this.reading = reading;
  }

  private static String read(SourceFile file) {
    try {
      return Files.readString(file.file(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // The place is a help; without it the file is still named.
      return "";
    }
  }

  private String text() {
    if (text == null) {
      String read = reading.apply(file);
      text = read.indexOf('\r') < 0 ? read : read.replace("\r\n", "\n").replace('\r', '\n');
    }
    return text;
  }

  /**
   * The first word at or below a key: on the first line that begins with the key, or below it. The
   * file alone where that is nowhere.
   *
   * @param key the key, or {@code ""} for a word anywhere in the file
   */
  public HeaderPlace of(String key, String word) {
    int from = 0;
    if (!key.isEmpty()) {
      String sought = latin1(key);
      int line = lineOfKey(sought);
      if (line < 0) {
        return HeaderPlace.of(file);
      }
      from = text().indexOf(sought, line) + sought.length();
    }
    int index = find(word, from);
    return index < 0 ? HeaderPlace.of(file) : at(index, word);
  }

  /**
   * The next place of a word, from the end of the last one that this method found; from the
   * beginning of the file where there is none behind it. Words that are sought in their order cost
   * one pass through the file.
   */
  public HeaderPlace next(String word) {
    int index = find(word, cursor);
    if (index < 0 && cursor > 0) {
      index = find(word, 0);
    }
    if (index < 0) {
      return HeaderPlace.of(file);
    }
    cursor = index + latin1(word).length();
    return at(index, word);
  }

  /** Where a key stands: the first line that begins with it. The file alone where none does. */
  public HeaderPlace ofKey(String key) {
    int line = lineOfKey(latin1(key));
    return line < 0 ? HeaderPlace.of(file) : at(line, key);
  }

  /**
   * Where the first of these signs stands, in large or small letters; a later sign counts where no
   * earlier one stands anywhere. The file alone where none does.
   */
  HeaderPlace ofMarkup(List<String> signs) {
    String lower = text().toLowerCase(Locale.ROOT);
    // A few letters get longer in lower case; their file is named alone.
    if (lower.length() == text().length()) {
      for (String sign : signs) {
        String sought = latin1(sign.toLowerCase(Locale.ROOT));
        int index = lower.indexOf(sought);
        if (index >= 0) {
          return at(index, text().substring(index, index + sought.length()));
        }
      }
    }
    return HeaderPlace.of(file);
  }

  private int find(String word, int from) {
    if (work > MOST) {
      return -1;
    }
    int index = text().indexOf(latin1(word), from);
    work += (index < 0 ? text().length() : index) - from + 1;
    return index;
  }

  /** The index at which the first line begins that begins with a key, or -1. */
  private int lineOfKey(String key) {
    Pattern begin =
        Pattern.compile("\\s*[-:]?\\s*[\"']?(?:jbake-)?" + Pattern.quote(key) + "[\"']?\\s*[:=].*");
    int from = 0;
    while (from < text().length() && work <= MOST) {
      int found = text().indexOf(key, from);
      if (found < 0) {
        work += text().length() - from;
        return -1;
      }
      int start = text().lastIndexOf('\n', found - 1) + 1;
      int end = endOf(start);
      work += end - from + 1;
      if (begin.matcher(text()).region(start, end).matches()) {
        return start;
      }
      from = end + 1;
    }
    return -1;
  }

  private int endOf(int start) {
    int end = text().indexOf('\n', start);
    return end < 0 ? text().length() : end;
  }

  private HeaderPlace at(int index, String word) {
    int number = lineOf(index);
    int start = starts[number - 1];
    int end = endOf(start);
    work += end - start;
    return HeaderPlace.at(file, number, text().substring(start, end), index - start, word);
  }

  /** The number of the line of an index, from 1. */
  private int lineOf(int index) {
    if (starts == null) {
      int[] found = new int[16];
      int count = 1;
      for (int at = text().indexOf('\n'); at >= 0; at = text().indexOf('\n', at + 1)) {
        if (count == found.length) {
          found = Arrays.copyOf(found, 2 * count);
        }
        found[count++] = at + 1;
      }
      starts = Arrays.copyOf(found, count);
    }
    int at = Arrays.binarySearch(starts, index);
    return at >= 0 ? at + 1 : -at - 1;
  }

  private static String latin1(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
