package org.newsbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChoicesTest {

  private static final List<String> TYPES = List.of("post", "page", "liveblog", "gallery");

  @Test
  void aNameOfAFewEditsAwayIsMeant() {
    assertThat(Choices.nearest("pots", TYPES)).contains("post");
    assertThat(Choices.nearest("pst", TYPES)).contains("post");
    assertThat(Choices.nearest("posts", TYPES)).contains("post");
    assertThat(Choices.nearest("PAGE", TYPES)).contains("page");
    assertThat(Choices.nearest("live-blog", TYPES)).contains("liveblog");
    assertThat(Choices.nearest("galery", TYPES)).contains("gallery");
    assertThat(Choices.nearest("glaery", TYPES)).contains("gallery");
    assertThat(Choices.nearest("story", TYPES)).isEmpty();
    assertThat(Choices.nearest("ps", TYPES)).isEmpty();
  }

  @Test
  void ofTwoNamesAtOneDistanceTheFirstInTheAlphabetIsMeant() {
    assertThat(Choices.nearest("pot", List.of("pit", "dot", "pod"))).contains("dot");
  }

  @Test
  void adviceNamesTheNearestOrAll() {
    assertThat(Choices.advice("posts", TYPES)).isEqualTo("Did you mean \"post\"?");
    assertThat(Choices.advice("story", TYPES))
        .isEqualTo("Choose one of: gallery, liveblog, page, post.");
  }

  @Test
  void aLongListIsCut() {
    List<String> names = IntStream.rangeClosed(10, 30).mapToObj(i -> "n" + i).toList();
    assertThat(Choices.list(names))
        .isEqualTo("n10, n11, n12, n13, n14, n15, n16, n17, n18, n19, n20, n21, …");
  }
}
