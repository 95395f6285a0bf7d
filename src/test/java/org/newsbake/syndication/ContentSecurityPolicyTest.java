package org.newsbake.syndication;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentSecurityPolicyTest {

  private static final String PICTURE = "https://pictures.example/2026/boat.jpg?w=4";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "default-src 'none'; img-src 'self' data:|false",
        "default-src 'none'|false",
        "default-src https://pictures.example; img-src 'self'|false",
        "img-src 'self'; img-src *|false",
        "img-src http://pictures.example:8080|false",
        "img-src https://pictures.example/2025/|false",
        "img-src https://pictures.example/2026/boat.png|false",
        "img-src *.pictures.example|false",
        "img-src *, img-src 'self'|false",
        "script-src 'none'|true",
        "img-src *|true",
        "IMG-SRC https:|true",
        "img-src http:|true",
        "default-src 'self' https:|true",
        "img-src 'self' https://pictures.example|true",
        "img-src PICTURES.example:443|true",
        "img-src http://pictures.example|true",
        "img-src *.example|true",
        "img-src https://pictures.example/2026/|true",
        "img-src https://pictures.example/2026/boat.jpg|true",
      })
  void aPictureOfAnotherHostIsShownWhereThePolicyLetsIt(String policy, boolean shown) {
    assertThat(new ContentSecurityPolicy(policy).allowsPicture(PICTURE)).isEqualTo(shown);
    assertThat(new ContentSecurityPolicy(policy).allowsPicture(PICTURE.substring(6)))
        .isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"img-src https:|false", "img-src a.example|false", "img-src *|true"})
  void anUnsafePictureIsNotASafeOne(String policy, boolean shown) {
    assertThat(new ContentSecurityPolicy(policy).allowsPicture("http://a.example/x.jpg"))
        .isEqualTo(shown);
  }
}
