package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProfilerTest {

  private final Profiler profiler = new Profiler("en");

  private static Map<Long, Integer> counts(Profile profile) {
    Map<Long, Integer> counts = new LinkedHashMap<>();
    for (int i = 0; i < profile.terms().length; i++) {
      assertThat(counts.put(profile.terms()[i], (int) profile.counts()[i])).isNull();
    }
    return counts;
  }

  private static String numbered(String word, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> word + "x" + i).collect(Collectors.joining(" "));
  }

  @Test
  void aHeadlinesWordsCountThreeTimesAndStopWordsNot() {
    Profile profile =
        profiler.profile(
            Draft.of("a")
                .title("The ferries")
                .summary("A ferry and the quay")
                .body("<p>Ferry, <b>quay</b> and <i title='not'>pier</i></p>")
                .tags("Sea", "SEA", "sea wall")
                .text());
    assertThat(counts(profile))
        .containsExactly(
            Map.entry(Hash.of("ferri"), 5),
            Map.entry(Hash.of("quay"), 2),
            Map.entry(Hash.of("pier"), 1));
    assertThat(profile.length()).isEqualTo(8);
    assertThat(profile.tags())
        .containsExactly(Profiler.tag("sea"), Profiler.tag("sea wall"))
        .doesNotContain(Hash.of("sea"));
  }

  @Test
  void ofABodyTheFirstThousandWordsAreRead() {
    Profile profile = profiler.profile(Draft.of("a").body(numbered("w", 0, 1500)).text());
    assertThat(profile.terms()).hasSize(1000).contains(Hash.of("wx999"));
    assertThat(profiler.profile(Draft.of("b").body(numbered("w", 0, 1000)).text()).sketch())
        .isEqualTo(profile.sketch())
        .hasSize(64);
  }

  @Test
  void itGrowsAndATextLeavesNothingToTheNext() {
    Profile large =
        profiler.profile(
            Draft.of("a")
                .title("ferry")
                .summary(numbered("s", 0, 5000))
                .body(numbered("s", 0, 100))
                .text());
    assertThat(counts(large)).hasSize(5001).containsEntry(Hash.of("sx99"), 2);
    assertThat(large.length()).isEqualTo(5103);
    Text small = Draft.of("b").title("Quay").body("ferry ferry").text();
    Profile after = profiler.profile(small);
    Profile fresh = new Profiler("en").profile(small);
    assertThat(after).usingRecursiveComparison().isEqualTo(fresh);
    assertThat(counts(after)).isEqualTo(Map.of(Hash.of("quay"), 3, Hash.of("ferri"), 2));
  }

  @Test
  void aHeadlineIsItsWordsInAnyCaseUnlessItIsShort() {
    assertThat(headline("Harbour bridge")).isEqualTo(headline("HARBOUR BRIDGE")).isNotZero();
    assertThat(headline("Harbour bridge")).isNotEqualTo(headline("Harbour bridges"));
    assertThat(headline("The weather.")).isZero();
  }

  private long headline(String title) {
    return profiler.profile(Draft.of("a").title(title).text()).headline();
  }

  @Test
  void theWordsOfATextAreThoseItsTermsAreFirstWrittenAs() {
    Map<Long, String> words =
        profiler.words(
            Draft.of("a").title("The ferries").body("<p>A ferry</p> quays").tags("Sea").text());
    assertThat(words)
        .containsExactly(
            Map.entry(Hash.of("ferri"), "ferries"),
            Map.entry(Hash.of("quay"), "quays"),
            Map.entry(Profiler.tag("sea"), "Sea"));
  }
}
