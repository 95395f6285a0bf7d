package org.newsbake.article;

import java.util.List;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/**
 * A place in a file that was read before, found again for a problem that only shows when all files
 * are known. Each search here reads the file; {@link FilePlaces} reads it once for many.
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

  static HeaderPlace at(SourceLocation location, String line) {
    return new HeaderPlace(location, line);
  }

  /** See {@link FilePlaces#of}. */
  public static HeaderPlace of(SourceFile file, String key, String word) {
    return new FilePlaces(file).of(key, word);
  }

  /** See {@link FilePlaces#ofKey}. */
  public static HeaderPlace ofKey(SourceFile file, String key) {
    return new FilePlaces(file).ofKey(key);
  }

  /** See {@link EntryPlaces#of(String)}. */
  public static HeaderPlace ofEntry(SourceFile file, String entry) {
    return new EntryPlaces(file).of(entry);
  }

  /** See {@link EntryPlaces#of(String, String)}. */
  public static HeaderPlace ofEntry(SourceFile file, String entry, String key) {
    return new EntryPlaces(file).of(entry, key);
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
