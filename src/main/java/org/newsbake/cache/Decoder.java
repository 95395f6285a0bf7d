package org.newsbake.cache;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads what an {@link Encoder} wrote.
 *
 * <p>Each method throws {@link DamagedException} where the bytes cannot be what was written.
 */
public final class Decoder {

  private final byte[] bytes;
  private int at;
  private final Map<String, String> pool;

  public Decoder(byte[] bytes) {
    this(bytes, new HashMap<>());
  }

  /**
   * @param pool holds one object for each word; decoders of several threads may share one that is
   *     safe for that
   */
  public Decoder(byte[] bytes, Map<String, String> pool) {
    this.bytes = bytes;
    this.pool = pool;
  }

  public long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      byte next = next();
      value |= (long) (next & 0x7F) << shift;
      if (next >= 0) {
        return value >>> 1 ^ -(value & 1);
      }
    }
    throw new DamagedException("a number without an end");
  }

  /** A number that an {@code int} holds. */
  public int small() {
    long value = number();
    if (value != (int) value) {
      throw new DamagedException("a number that is too large: " + value);
    }
    return (int) value;
  }

  public long fixed() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = value << 8 | next() & 0xFF;
    }
    return value;
  }

  public boolean flag() {
    return next() != 0;
  }

  public String text() {
    int length = small();
    if (length >= 0) {
      require(length);
      String value = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return value;
    }
    char[] value = new char[count(-1 - length)];
    for (int i = 0; i < value.length; i++) {
      value[i] = (char) (next() << 8 | next() & 0xFF);
    }
    return new String(value);
  }

  /** A text that is likely to come again, such as a key or a tag: equal ones are one object. */
  public String word() {
    String text = text();
    String known = pool.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  public Instant instant() {
    try {
      return Instant.ofEpochSecond(number(), number());
    } catch (DateTimeException | ArithmeticException e) {
      throw new DamagedException("not an instant: " + e.getMessage());
    }
  }

  public <T> Optional<T> optional(Function<Decoder, T> reading) {
    return flag() ? Optional.of(reading.apply(this)) : Optional.empty();
  }

  public <T> List<T> all(Function<Decoder, T> reading) {
    int count = count();
    if (count == 0) {
      return List.of();
    }
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(reading.apply(this));
    }
    return values;
  }

  /** How many things follow, each of which takes a byte at least. */
  public int count() {
    return count(small());
  }

  private int count(int count) {
    require(count);
    return count;
  }

  /** So many bytes as they are. */
  public byte[] raw(int count) {
    require(count);
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  /** Whether all was read. */
  public boolean isAtEnd() {
    return at == bytes.length;
  }

  private byte next() {
    require(1);
    return bytes[at++];
  }

  private void require(int count) {
    if (count < 0 || count > bytes.length - at) {
      throw new DamagedException("the end is missing");
    }
  }
}
