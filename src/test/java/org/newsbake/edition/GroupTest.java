package org.newsbake.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.newsbake.article.Samples;

class GroupTest {

  @Test
  void eachStoryIsOnOnePageAndThePagesAreInOrder() {
    for (int count = 1; count <= 60; count++) {
      for (int perPage = 1; perPage <= 7; perPage++) {
        int next = 0;
        for (Group.Portion portion : group(count).portions(perPage)) {
          assertThat(portion.start()).isEqualTo(next);
          next = portion.end();
        }
        assertThat(next).as("%d stories, %d a page", count, perPage).isEqualTo(count);
      }
    }
  }

  @Test
  void aNumberedPageKeepsItsStoriesWhenNewOnesCome() {
    Map<Integer, List<Integer>> known = new HashMap<>();
    for (int count = 1; count <= 60; count++) {
      for (Group.Portion portion : group(count).portions(4)) {
        List<Integer> ages = new ArrayList<>();
        for (int i = portion.start(); i < portion.end(); i++) {
          ages.add(count - i);
        }
        if (portion.number() > 0) {
          List<Integer> before = known.putIfAbsent(portion.number(), ages);
          assertThat(before == null ? ages : before).isEqualTo(ages);
        } else {
          assertThat(ages).hasSizeBetween(1, 7);
        }
      }
    }
    assertThat(known).hasSize(14);
  }

  @Test
  void neighboursAreNamedByTheirNumbers() {
    assertThat(group(12).portions(4))
        .containsExactly(
            new Group.Portion(0, 0, 4, Optional.empty(), Optional.of(2)),
            new Group.Portion(2, 4, 8, Optional.of(0), Optional.of(1)),
            new Group.Portion(1, 8, 12, Optional.of(2), Optional.empty()));
  }

  private static Group group(int count) {
    Entry entry = new Entry(Samples.post("a.md", 1), "a.html", "a.html");
    return new Group(
        PageKind.LATEST,
        "latest",
        "Latest",
        Optional.empty(),
        "latest/",
        "latest/",
        "en",
        IntStream.range(0, count).mapToObj(i -> entry).toList());
  }
}
