package org.newsbake.bake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SipHash with 128 bits. */
class SipHashTest {

  private static final SipHash.Key KEY =
      SipHash.Key.read("000102030405060708090a0b0c0d0e0f".getBytes(UTF_8), 0);

  /** From vectors.h of the authors' reference implementation, for SipHash-2-4-128. */
  @ParameterizedTest
  @CsvSource({
    "0, a3817f04ba25a8e66df67214c7550293",
    "1, da87c1d86b99af44347659119b22fc45",
    "2, 8177228da4a45dc7fca38bdef60affe4",
    "3, 9c70b60c5267a94e5f33b6b02985ed51",
    "7, a1f1ebbed8dbc153c0b84aa61ff08239",
    "8, 3b62a9ba6258f5610f83e264f31497b4",
    "15, 5493e99933b0a8117e08ec0f97cfc3d9",
  })
  void givesTheDigestsOfTheReferenceImplementation(int length, String expected) {
    SipHash hash = new SipHash(KEY, 2, 4);
    hash.update(counting(length), 0, length);
    assertThat(hash.digest()).hasToString(expected);
  }

  @Test
  void piecesHaveTheDigestOfTheWhole() {
    Random random = new Random(1);
    for (int i = 0; i < 300; i++) {
      byte[] bytes = counting(random.nextInt(100));
      SipHash hash = KEY.start();
      for (int at = 0; at < bytes.length; ) {
        int piece = Math.min(bytes.length - at, random.nextInt(20));
        hash.update(bytes, at, piece);
        at += piece;
      }
      assertThat(hash.digest()).isEqualTo(KEY.digest(bytes));
    }
  }

  @Test
  void everyBitCounts() {
    byte[] bytes = counting(40);
    Set<SipHash.Digest> digests = new HashSet<>(Set.of(KEY.digest(bytes)));
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] other = bytes.clone();
      other[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(digests.add(KEY.digest(other))).as("bit %d", bit).isTrue();
    }
    assertThat(digests.add(new SipHash.Key(1, 2).digest(bytes))).as("another key").isTrue();
  }

  @Test
  void keysAndDigestsReadBack() {
    SipHash.Key key = SipHash.Key.random();
    assertThat(SipHash.Key.read(key.toString().getBytes(UTF_8), 0))
        .isEqualTo(key)
        .isNotEqualTo(KEY);
    SipHash.Digest digest = key.digest(counting(9));
    assertThat(SipHash.Digest.read(("at " + digest).getBytes(UTF_8), 3)).isEqualTo(digest);
    for (String text : List.of("", "00", "x".repeat(32), "0".repeat(31))) {
      assertThat(SipHash.Digest.read(text.getBytes(UTF_8), 0)).as(text).isNull();
    }
  }

  private static byte[] counting(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }
}
