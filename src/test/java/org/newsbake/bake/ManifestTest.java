package org.newsbake.bake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a manifest, and when its times are relied on. */
class ManifestTest {

  private static final SipHash.Key KEY =
      SipHash.Key.read("000102030405060708090a0b0c0d0e0f".getBytes(UTF_8), 0);
  private static final long SECOND = 1_000_000_000L;

  private static final Manifest MANIFEST =
      new Manifest(
          KEY,
          Map.of(
              "index.html", entry(5, 1_795_000_000_123_456_789L, "front"),
              "a/b c/größe.html", entry(4, Manifest.UNKNOWN, "size"),
              "odd\nname\\ \r\t.txt", entry(3, -7, "odd")),
          Set.of("bare.html"));

  private static Manifest.Entry entry(long size, long time, String text) {
    return new Manifest.Entry(size, time, KEY.digest(text.getBytes(UTF_8)));
  }

  @Test
  void hasTheTextOfItsDescription() {
    assertThat(new String(MANIFEST.bytes(), UTF_8))
        .isEqualTo(
            """
            newsbake-manifest 1 siphash-1-3-128 000102030405060708090a0b0c0d0e0f
            4 - %s a/b c/größe.html
            5 1795000000123456789 %s index.html
            3 -7 %s odd\\nname\\\\ \\r\t.txt
            - - - bare.html
            end %s
            """
                .formatted(
                    KEY.digest("size".getBytes(UTF_8)),
                    KEY.digest("front".getBytes(UTF_8)),
                    KEY.digest("odd".getBytes(UTF_8)),
                    end()));
  }

  private static SipHash.Digest end() {
    byte[] bytes = MANIFEST.bytes();
    return KEY.digest(
        bytes, new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).lastIndexOf("end "));
  }

  @Test
  void readsBack() {
    assertThat(Manifest.read(MANIFEST.bytes())).isEqualTo(new Manifest.Found(MANIFEST, true));
    Manifest none = Manifest.none();
    assertThat(Manifest.read(none.bytes())).isEqualTo(new Manifest.Found(none, true));
  }

  @Test
  void everyChangedByteAndEveryCutIsFound() {
    byte[] bytes = MANIFEST.bytes();
    Random random = new Random(1);
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= (byte) (1 << random.nextInt(8));
      assertThat(Manifest.read(changed).whole()).as("byte %d", i).isFalse();
      byte[] cut = java.util.Arrays.copyOf(bytes, i);
      assertThat(i == 0 || !Manifest.read(cut).whole()).as("cut at %d", i).isTrue();
    }
    byte[] longer = java.util.Arrays.copyOf(bytes, bytes.length + 1);
    assertThat(Manifest.read(longer).whole()).isFalse();
  }

  @Test
  void readsThePathsOfEarlierVersions() {
    Manifest.Found found = Manifest.read("a/b.html\nindex.html\n".getBytes(UTF_8));
    assertThat(found.whole()).isTrue();
    assertThat(new TreeSet<>(found.manifest().paths())).containsExactly("a/b.html", "index.html");
    assertThat(found.manifest().entry("index.html")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside\n",
        "/etc/passwd\n",
        "a//b\n",
        "a/./b\n",
        "a/..\n",
        "4 - 00 a\tb\n",
        "newsbake-manifest 1 siphash-1-3-128 \n",
        "newsbake-manifest 1 siphash-1-3-128 00\n4 - 00 a\n",
        "newsbake-mani",
        "newsbake-menifest 1 siphash-1-3-128 000102030405060708090a0b0c0d0e0f\n"
            + "3 - 000102030405060708090a0b0c0d0e0f a.html\n",
        "\0\0\0"
      })
  void otherTextsNameNoFile(String text) {
    Manifest.Found found = Manifest.read(text.getBytes(UTF_8));
    assertThat(found.whole()).isFalse();
    assertThat(found.manifest().paths()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // A clock with fractions: a tenth of a second.
    "10.5, 10.7, true",
    "10.5, 10.55, false",
    "10.5, 10.5, false",
    "10.5, 9, false",
    // Whole seconds may be those of a clock with steps of one or two.
    "10, 12.9, false",
    "10, 13, true",
  })
  void timesAreReliedOnWhenTheClockHasMovedOn(double time, double instant, boolean trusted) {
    Manifest.Entry entry = entry(1, (long) (time * SECOND), "x");
    assertThat(entry.trustedAt((long) (instant * SECOND)))
        .isEqualTo(trusted ? entry : entry.withoutTime());
  }

  @Test
  void anEntryIsOfFilesOfItsSizeAndTime() {
    FileTime time = FileTime.from(Instant.parse("2026-11-20T12:00:00.000000007Z"));
    Manifest.Entry entry = entry(4, Manifest.nanoseconds(time), "size");
    assertThat(entry.isOf(4, time)).isTrue();
    assertThat(entry.isOf(5, time)).isFalse();
    assertThat(entry.isOf(4, FileTime.from(time.toInstant().plusNanos(1)))).isFalse();
    assertThat(entry.withoutTime().isOf(4, time)).isFalse();
  }
}
