package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlScalarTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The wall stays",
        "Fish & chips (and peas)",
        "It's over",
        "A \"wall\" \\ of sound",
        "مدينة الميناء",
        "12 boats, none of them late"
      })
  void whatIsReadBackAsItIsStaysAsItIs(String text) {
    assertThat(YamlScalar.of(text)).isIn(text, "\"" + text + "\"");
    assertThat(readBack(text)).isEqualTo(text);
  }

  @Test
  void plainWordsHaveNoQuotes() {
    assertThat(YamlScalar.of("It's over at 9")).isEqualTo("It's over at 9");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Vote: the wall stays",
        "# 1",
        "Nothing #at all",
        "1984",
        "3.0",
        "yes",
        "null",
        "~",
        "2026-12-31",
        "12:30",
        "- and",
        "[a, b]",
        "{a: b}",
        "*bold*",
        "&anchor",
        "!!int",
        "%",
        "@home",
        "`",
        "'",
        "\"",
        "? what",
        "---",
        "a\nb",
        " before",
        "behind ",
        "colon:",
        "\u0007\u0085\u2028\uFEFF",
        "<<"
      })
  void whatYamlWouldTakeForSomethingElseIsQuoted(String text) {
    assertThat(YamlScalar.of(text)).startsWith("\"").endsWith("\"").doesNotContain("\n");
    assertThat(readBack(text)).isEqualTo(text);
  }

  @Test
  void everyTextIsReadBackToTheLetter() {
    String signs =
        "ab9 :#-'\"\\[]{},&*!|>%@`?~=<.\t\n\u0000\u001B\u007F\u0085\u00A0\u2028\u202E\uFEFFéا\u0301";
    for (int seed = 0; seed < 20_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(10); i >= 0; i--) {
        if (random.nextInt(12) == 0) {
          text.appendCodePoint(0x1F300 + random.nextInt(0x200));
        } else {
          text.append(signs.charAt(random.nextInt(signs.length())));
        }
      }
      assertThat(readBack(text.toString())).as("seed %d", seed).isEqualTo(text.toString());
    }
  }

  private static Object readBack(String text) {
    byte[] yaml =
        ("before: 1\nkey: " + YamlScalar.of(text) + "\nbehind: 2\n")
            .getBytes(StandardCharsets.UTF_8);
    SourceText source = SourceText.decode("x", yaml, StandardCharsets.UTF_8).text();
    YamlText.Loaded loaded = new YamlText(ZoneOffset.UTC).load(source, 0, source.text().length());
    assertThat(loaded.problem()).isEmpty();
    assertThat(loaded.value())
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .hasSize(3);
    return ((Map<?, ?>) loaded.value()).get("key");
  }
}
