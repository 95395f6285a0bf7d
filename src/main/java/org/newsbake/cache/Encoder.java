package org.newsbake.cache;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Writes values as bytes that a {@link Decoder} reads back in the same order. Small numbers take
 * few bytes. Equal values give equal bytes.
 */
public final class Encoder {

  private byte[] bytes = new byte[1 << 12];
  private int size;

  /** Writes a number; one near zero takes one byte. */
  public void number(long value) {
    long rest = value << 1 ^ value >> 63;
    room(10);
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Writes a number of any size in eight bytes. */
  public void fixed(long value) {
    room(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
  }

  public void flag(boolean value) {
    room(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  public void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    if (value.equals(new String(utf8, StandardCharsets.UTF_8))) {
      number(utf8.length);
      raw(utf8);
      return;
    }
    // An unpaired half of a character has no bytes in any encoding.
    number(-1L - value.length());
    room(2 * value.length());
    for (int i = 0; i < value.length(); i++) {
      bytes[size++] = (byte) (value.charAt(i) >>> 8);
      bytes[size++] = (byte) value.charAt(i);
    }
  }

  public void instant(Instant value) {
    number(value.getEpochSecond());
    number(value.getNano());
  }

  /** Writes whether there is a value, and the value. */
  public <T> void optional(Optional<T> value, BiConsumer<Encoder, T> writing) {
    flag(value.isPresent());
    value.ifPresent(it -> writing.accept(this, it));
  }

  /** Writes how many values there are, and the values. */
  public <T> void all(Collection<? extends T> values, BiConsumer<Encoder, T> writing) {
    number(values.size());
    values.forEach(value -> writing.accept(this, value));
  }

  /** Writes bytes without their number. */
  public void raw(byte[] value) {
    room(value.length);
    System.arraycopy(value, 0, bytes, size, value.length);
    size += value.length;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
    }
  }

  /** The fingerprint of all that was written so far. */
  public long fingerprint() {
    return Fingerprint.of(bytes, 0, size);
  }

  /** All that was written so far. */
  public byte[] bytes() {
    return Arrays.copyOf(bytes, size);
  }
}
