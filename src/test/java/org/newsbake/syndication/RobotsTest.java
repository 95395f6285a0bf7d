package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RobotsTest {

  @Test
  void withoutRulesEveryRobotMayReadEverything() {
    assertThat(text(new Robots(List.of(), List.of()))).isEqualTo("User-agent: *\nDisallow:\n\n");
  }

  @Test
  void whatCouldEndALineOrBeginACommentIsEncoded() {
    Robots.Group group = new Robots.Group(List.of("*"), List.of("/a\nAllow: /b #c", "/é*.pdf$"));
    assertThat(text(new Robots(List.of(group), List.of("https://g.example/a b"))))
        .isEqualTo(
            """
            User-agent: *
            Disallow: /a%0AAllow:%20/b%20%23c
            Disallow: /%C3%A9*.pdf$

            Sitemap: https://g.example/a%20b
            """);
  }

  @Test
  void namesOfRobotsAndPathsHaveTheirForm() {
    for (String agent : List.of("", "a b", "a\nb", "bot/1.0")) {
      assertThatThrownBy(() -> new Robots.Group(List.of(agent), List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Robots.Group(List.of(), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Robots.Group(List.of("*"), List.of("drafts/")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("drafts/");
  }

  private static String text(Robots robots) {
    return new String(robots.bytes(), StandardCharsets.UTF_8);
  }
}
