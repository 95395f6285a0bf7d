package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://gazette.example",
        "http://gazette.example:8080/a/b.html?c=d&e=f#g",
        "HTTPS://gazette.example/%C3%A9",
        "http://[2001:db8::1]/x"
      })
  void whatIsAnAddressStaysAsItIs(String address) {
    assertThat(WebAddress.checked(address)).isSameAs(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a",
        "//gazette.example/",
        "ftp://gazette.example/",
        "javascript:alert(1)",
        "https://",
        "https:///a",
        "https://?q",
        "data:text/html,x",
        "https:gazette.example"
      })
  void whatIsNoAbsoluteAddressIsRefused(String address) {
    assertThat(WebAddress.isAbsolute(address)).isFalse();
    assertThatThrownBy(() -> WebAddress.checked(address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(address);
  }

  @ParameterizedTest
  @CsvSource({
    "https://g.example/a b,https://g.example/a%20b",
    "https://g.example/é,https://g.example/%C3%A9",
    "https://g.example/😀,https://g.example/%F0%9F%98%80",
    "https://g.example/<\">,https://g.example/%3C%22%3E",
    "https://g.example/100%,https://g.example/100%25",
    "https://g.example/%é1,https://g.example/%25%C3%A91",
    "https://g.example/a[1],https://g.example/a%5B1%5D",
    "https://g.example/a#b#c,https://g.example/a#b%23c",
    "https://g.example/a\\b|c^`{},https://g.example/a%5Cb%7Cc%5E%60%7B%7D"
  })
  void whatMayNotStandInAnAddressIsEncoded(String address, String encoded) {
    assertThat(WebAddress.checked(address)).isEqualTo(encoded);
    assertThat(WebAddress.checked(encoded)).isSameAs(encoded);
    assertThat(URI.create(encoded).toASCIIString()).isEqualTo(encoded);
  }

  @Test
  void controlCharactersAndHalvesOfPairsAreEncodedToo() {
    assertThat(WebAddress.checked("https://g.example/\n\uD83D"))
        .isEqualTo("https://g.example/%0A%EF%BF%BD");
  }

  @Test
  void theHostIsWithoutUserAndPort() {
    assertThat(WebAddress.host("https://g.example/a:b@c")).isEqualTo("g.example");
    assertThat(WebAddress.host("https://me:x@g.example:8080?q")).isEqualTo("g.example");
    assertThat(WebAddress.host("http://[2001:db8::1]/")).isEqualTo("[2001:db8::1]");
  }
}
