package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  private static final String TABLE = "|a|b|\n|---|---|\n|1|2|\n";
  private static final String WRAPPED = "one\ntwo\n";

  @Test
  void withoutExtensionsMarkdownIsCommonMark() {
    assertThat(html(WRAPPED)).isEqualTo("<p>one two</p>\n");
    assertThat(html(TABLE)).isEqualTo("<p>|a|b| |---|---| |1|2|</p>\n");
    assertThat(html("https://saltmere.example\n")).isEqualTo("<p>https://saltmere.example</p>\n");
  }

  @Test
  void aNameAddsItsExtensionWithOrWithoutPlus() {
    assertThat(html(WRAPPED, "HARDWRAPS")).isEqualTo("<p>one<br />\ntwo</p>\n");
    assertThat(html(WRAPPED, "+HARDWRAPS")).isEqualTo("<p>one<br />\ntwo</p>\n");
    assertThat(html(TABLE, "TABLES")).startsWith("<table>");
    assertThat(html("https://saltmere.example\n", "AUTOLINKS"))
        .isEqualTo("<p><a href=\"https://saltmere.example\">https://saltmere.example</a></p>\n");
  }

  @Test
  void aNameWithMinusTakesItsExtensionAway() {
    assertThat(html(TABLE, "TABLES", "HARDWRAPS", "-TABLES")).startsWith("<p>|a|b|<br />");
    assertThat(html(TABLE, "-TABLES", "TABLES")).startsWith("<table>");
    assertThat(html(TABLE, "ALL", "-TABLES")).doesNotContain("<table>");
  }

  @Test
  void unknownNamesHaveNoEffect() {
    assertThat(html(WRAPPED, "HARDWRAP", "-NOTHING", "", "+", "tables"))
        .isEqualTo("<p>one two</p>\n");
  }

  @Test
  void unknownNamesAreTold() {
    assertThat(Markdown.unknown(List.of("HARDWRAPS", "+TABLES", "-ALL", "HARDWRAP", "-nothing")))
        .containsExactly("HARDWRAP", "-nothing");
  }

  @Test
  void theNamesAreThoseOfPegdown() {
    assertThat(Markdown.names())
        .isSorted()
        .contains("ALL", "AUTOLINKS", "FENCED_CODE_BLOCKS", "HARDWRAPS", "SMARTYPANTS", "TABLES");
  }

  @Test
  void aMailAddressIsWrittenTheSameWayEachTime() {
    String mail = "Write to <news@saltmere.example>.\n";
    Markdown markdown = new Markdown(List.of("AUTOLINKS"));
    assertThat(markdown.toHtml(mail)).isEqualTo(markdown.toHtml(mail));
    assertThat(new Markdown(List.of("AUTOLINKS")).toHtml(mail)).isEqualTo(markdown.toHtml(mail));
  }

  private static String html(String markdown, String... extensions) {
    return new Markdown(List.of(extensions)).toHtml(markdown);
  }
}
