package org.newsbake.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PendingNoticesTest {

  private final PendingNotices told = new PendingNotices("a1");

  private void files(String... files) {
    told.add(Optional.of(List.of(files)), Optional.empty());
  }

  @Test
  void aPageIsToldEachFileOnceThatChangedSinceItsMark() {
    files("/early.css");
    String mark = told.mark();
    files("/site.css", "/sea.jpg");
    files("/site.css");
    assertThat(told.since(mark)).contains(List.of("/site.css", "/sea.jpg"));
    assertThat(told.since(told.mark())).contains(List.of());
  }

  @Test
  void nobodyKnowsWhatChangedSinceAnotherRunOrLongAgo() {
    String mark = told.mark();
    for (String other : List.of("b2-0", "a1-", "a1-x", "a1", "a1-99999999999999999999", "")) {
      assertThat(told.since(other)).as(other).isEmpty();
    }
    for (int i = 0; i < 11; i++) {
      files(IntStream.range(0, 100).mapToObj(file -> "/" + file).toArray(String[]::new));
    }
    assertThat(told.since(mark)).isEmpty();
    assertThat(told.since(told.mark())).contains(List.of());

    String last = told.mark();
    told.add(Optional.empty(), Optional.empty());
    assertThat(told.since(last)).isEmpty();
    assertThat(told.since(told.mark())).contains(List.of());
  }

  @Test
  void anArticleIsVisitedUntilItHasBeenOpened() {
    String mark = told.mark();
    told.add(Optional.of(List.of()), Optional.of("/caf%C3%A9.html"));
    assertThat(told.visitSince(mark)).contains("/caf%C3%A9.html");
    assertThat(told.visitSince(told.mark())).isEmpty();
    assertThat(told.visitSince("b2-0")).isEmpty();
    told.opened("/other.html");
    assertThat(told.visitSince(mark)).isPresent();
    told.opened("/caf%c3%a9.html");
    assertThat(told.visitSince(mark)).isEmpty();
  }
}
