package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/** The timeout only guards against hanging. */
@Timeout(120)
class FilePlacesTest {

  private static final SourceFile FILE = new SourceFile(Path.of("a.md"), "a.md", "content/a.md");

  private static SourceLocation location(HeaderPlace place) {
    return place.problem(Severity.WARNING, "code", "found.", "Advice.").location();
  }

  private static FilePlaces of(String text) {
    return new FilePlaces(FILE, file -> text);
  }

  @Test
  void tenThousandPlacesTakeOneReading() {
    String text =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "Words before a picture.\n\n![](picture" + i + ".png)\n")
            .collect(Collectors.joining());
    AtomicInteger readings = new AtomicInteger();
    FilePlaces places =
        new FilePlaces(
            FILE,
            file -> {
              readings.incrementAndGet();
              return text;
            });
    for (int i = 0; i < 10_000; i++) {
      assertThat(location(places.next("picture" + i + ".png")))
          .isEqualTo(new SourceLocation("content/a.md", 3 * i + 3, 5));
    }
    assertThat(readings).hasValue(1);
  }

  @Test
  void wordsThatAreNowhereCostCountedWork() {
    FilePlaces places = of("title=Ferry\n" + "word ".repeat(1_000_000) + "\nlast\n");
    for (int i = 0; i < 100_000; i++) {
      assertThat(places.next("missing" + i).isFound()).isFalse();
    }
    // The work is used up, so only the file is named.
    assertThat(location(places.next("last"))).isEqualTo(SourceLocation.of("content/a.md"));
  }

  @Test
  void theNextPlaceIsSoughtFromTheLastOne() {
    FilePlaces places = of("a.png\nb.png a.png\n");
    assertThat(location(places.next("a.png")).line()).isEqualTo(1);
    assertThat(location(places.next("a.png"))).isEqualTo(new SourceLocation("content/a.md", 2, 7));
    assertThat(location(places.next("b.png"))).isEqualTo(new SourceLocation("content/a.md", 2, 1));
  }

  @Test
  void keysBeginALineAndWordsAreBelowThem() {
    FilePlaces places = of("head: image\n  jbake-image: x\r\nslug = \"b\"\rsource: slug\n- b: 1");
    assertThat(location(places.ofKey("image"))).isEqualTo(new SourceLocation("content/a.md", 2, 9));
    assertThat(location(places.of("slug", "b")))
        .isEqualTo(new SourceLocation("content/a.md", 3, 9));
    assertThat(location(places.of("source", "slug")).line()).isEqualTo(4);
    assertThat(location(places.ofKey("b")).line()).isEqualTo(5);
    assertThat(places.ofKey("x").isFound()).isFalse();
    assertThat(places.of("slug", "head").isFound()).isFalse();
    assertThat(location(places.ofMarkup(List.of("<b", "SLUG"))).line()).isEqualTo(3);
  }

  @Test
  void columnsCountCharactersAndNotBytes() {
    // Latin-1 holds the bytes of UTF-8.
    FilePlaces places = of("title=F\u00c3\u00a4hre k\u00c3\u00bchl\n");
    assertThat(location(places.of("title", "kühl")))
        .isEqualTo(new SourceLocation("content/a.md", 1, 13));
  }
}
