package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/** The timeout only guards against hanging. */
@Timeout(120)
class EntryPlacesTest {

  private static final int MANY = 100_000;

  @TempDir private Path folder;

  private EntryPlaces of(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("sources.yaml"), text);
    return new EntryPlaces(new SourceFile(file, "sources.yaml", "data/sources.yaml"));
  }

  private static Problem problem(HeaderPlace place) {
    return place.problem(Severity.WARNING, "code", "found.", "Advice.");
  }

  private static void assertAt(HeaderPlace place, int line, int column) {
    assertThat(problem(place).location())
        .isEqualTo(new SourceLocation("data/sources.yaml", line, column));
  }

  private static String lines(String format) {
    return IntStream.range(0, MANY)
        .mapToObj(i -> String.format(format, i))
        .collect(Collectors.joining());
  }

  @Test
  void aHundredThousandEntriesHavePlacesInOneReading() throws IOException {
    EntryPlaces places = of(lines("e%d:\n  feed: x\n"));
    Files.delete(folder.resolve("sources.yaml"));
    assertThat(problem(places.of("e0")).location())
        .as("the file is read when the first place is sought")
        .isEqualTo(SourceLocation.of("data/sources.yaml"));
    places = of(lines("e%d:\n  feed: x\n"));
    places.of("e0");
    Files.delete(folder.resolve("sources.yaml"));
    for (int i = 0; i < MANY; i++) {
      assertAt(places.of("e" + i), 2 * i + 1, 1);
      assertAt(places.of("e" + i, "feed"), 2 * i + 2, 3);
    }
  }

  @Test
  void aHundredThousandKeysOfOneEntryHavePlaces() throws IOException {
    EntryPlaces places = of("northwind:\n" + lines("  k%d: x\n"));
    for (int i = 0; i < MANY; i++) {
      assertAt(places.of("northwind", "k" + i), i + 2, 3);
    }
  }

  @Test
  void aHundredThousandKeysOnOneLineCostCountedWork() throws IOException {
    EntryPlaces places = of("northwind: {" + lines("k%d: x, ") + "}\n");
    assertAt(places.of("northwind", "k0"), 1, 13);
    Problem last = null;
    for (int i = 1; i < MANY; i++) {
      last = problem(places.of("northwind", "k" + i));
      assertThat(last.excerpt()).isEmpty();
    }
    assertThat(last.location()).isEqualTo(SourceLocation.of("data/sources.yaml"));
  }

  @Test
  void keysOfEntriesAreNotThoseOfTextsAndOtherEntries() throws IOException {
    EntryPlaces places =
        of(
            """
            # north: {feed: x}
            "north wind": # feed: x
              description: |
                feed: x
              names: {feed: x}
              'feed': none
            F\u00fc\u00df: {name: "a, feed: x", 'feed' : x}
            last:
              {name: L,
               feed: x}
            """);
    assertAt(places.of("north wind"), 2, 2);
    assertAt(places.of("north wind", "feed"), 6, 4);
    assertAt(places.of("F\u00fc\u00df", "name"), 7, 7);
    assertAt(places.of("last", "feed"), 10, 4);
    assertAt(places.of("last", "trust"), 8, 1);
    assertThat(places.of("nowhere").isFound()).isFalse();
  }
}
