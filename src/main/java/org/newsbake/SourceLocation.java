package org.newsbake;

import java.util.Comparator;

/**
 * A place in an input: a file, and a line and column in it where they are known.
 *
 * @param file the file as a person names it, relative to the project where it lies in it, with
 *     {@code /} between its parts
 * @param line the line, counted from 1; 0 stands for the file as a whole
 * @param column the column in UTF-16 units, counted from 1; 0 stands for the line as a whole
 */
public record SourceLocation(String file, int line, int column)
    implements Comparable<SourceLocation> {

  private static final Comparator<SourceLocation> ORDER =
      Comparator.comparing(SourceLocation::file)
          .thenComparingInt(SourceLocation::line)
          .thenComparingInt(SourceLocation::column);

  public SourceLocation {
    if (file.isEmpty()) {
      throw new IllegalArgumentException("a location names a file");
    }
    if (line < 0 || column < 0 || (line == 0 && column > 0)) {
      throw new IllegalArgumentException("no such place: " + line + ":" + column);
    }
  }

  /** The whole of a file. */
  public static SourceLocation of(String file) {
    return new SourceLocation(file, 0, 0);
  }

  @Override
  public int compareTo(SourceLocation other) {
    return ORDER.compare(this, other);
  }

  /** {@code file}, {@code file:line} or {@code file:line:column}. */
  @Override
  public String toString() {
    if (line == 0) {
      return file;
    }
    return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
  }
}
