package org.newsbake.bake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * SipHash with a result of 128 bits: a fast digest that nobody can forge without its key.
 *
 * <pre>{@code
 * SipHash.Digest digest = key.digest(bytes);
 * }</pre>
 *
 * <p>The algorithm is described in J.-P. Aumasson and D. J. Bernstein, "SipHash: a fast short-input
 * PRF" (2012); the longer result is that of the authors' reference implementation. Not thread-safe.
 */
final class SipHash {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.ISO_8859_1);

  private final int rounds;
  private final int lastRounds;
  private long v0;
  private long v1;
  private long v2;
  private long v3;

  /** Bytes that wait until there are eight. */
  private final byte[] rest = new byte[Long.BYTES];

  private long length;

  /** A secret key. */
  record Key(long first, long second) {

    static Key random() {
      ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
      new SecureRandom().nextBytes(bytes.array());
      return new Key(bytes.getLong(), bytes.getLong());
    }

    /**
     * Reads the 32 digits of {@link #toString}.
     *
     * @return {@code null} where there is something else
     */
    static Key read(byte[] text, int start) {
      Digest digits = Digest.read(text, start);
      return digits == null ? null : new Key(digits.first, digits.second);
    }

    /** A digest of bytes that come one after the other. */
    SipHash start() {
      return new SipHash(this, 1, 3);
    }

    Digest digest(byte[] bytes) {
      return digest(bytes, bytes.length);
    }

    /** The digest of the first bytes of an array. */
    Digest digest(byte[] bytes, int length) {
      SipHash hash = start();
      hash.update(bytes, 0, length);
      return hash.digest();
    }

    /** The sixteen bytes of the key, in hexadecimal digits. */
    @Override
    public String toString() {
      return hex(first, second);
    }
  }

  /** A digest: the sixteen bytes of the reference implementation, as two numbers. */
  record Digest(long first, long second) {

    /**
     * Reads the 32 digits of {@link #toString}.
     *
     * @return {@code null} where there is something else
     */
    static Digest read(byte[] text, int start) {
      if (start + 4 * Long.BYTES > text.length) {
        return null;
      }
      long[] halves = new long[2];
      for (int digit = 0; digit < 4 * Long.BYTES; digit++) {
        int value = Character.digit(text[start + digit], 16);
        if (value < 0) {
          return null;
        }
        // The digits of a byte are in the usual order, its bytes the other way round.
        int shift = Byte.SIZE * (digit / 2 % Long.BYTES) + 4 * (1 - digit % 2);
        halves[digit / (2 * Long.BYTES)] |= (long) value << shift;
      }
      return new Digest(halves[0], halves[1]);
    }

    /** The sixteen bytes of the digest, in hexadecimal digits. */
    @Override
    public String toString() {
      return hex(first, second);
    }
  }

  /** SipHash-c-d. */
  SipHash(Key key, int rounds, int lastRounds) {
    this.rounds = rounds;
    this.lastRounds = lastRounds;
    v0 = key.first ^ 0x736f6d6570736575L;
    v1 = key.second ^ 0x646f72616e646f6dL ^ 0xee;
    v2 = key.first ^ 0x6c7967656e657261L;
    v3 = key.second ^ 0x7465646279746573L;
  }

  void update(byte[] bytes, int start, int count) {
    int at = start;
    int end = start + count;
    int waiting = (int) (length & 7);
    length += count;
    if (waiting > 0) {
      while (waiting < Long.BYTES && at < end) {
        rest[waiting++] = bytes[at++];
      }
      if (waiting < Long.BYTES) {
        return;
      }
      words(rest, 0, Long.BYTES);
    }
    int whole = at + ((end - at) & ~7);
    words(bytes, at, whole);
    System.arraycopy(bytes, whole, rest, 0, end - whole);
  }

  Digest digest() {
    byte[] last = new byte[Long.BYTES];
    System.arraycopy(rest, 0, last, 0, (int) (length & 7));
    last[7] = (byte) length;
    words(last, 0, Long.BYTES);
    v2 ^= 0xee;
    mix(lastRounds);
    long first = v0 ^ v1 ^ v2 ^ v3;
    v1 ^= 0xdd;
    mix(lastRounds);
    return new Digest(first, v0 ^ v1 ^ v2 ^ v3);
  }

  /** The loop that takes all the time: its state is in local variables. */
  private void words(byte[] bytes, int start, int end) {
    long a = v0;
    long b = v1;
    long c = v2;
    long d = v3;
    for (int at = start; at < end; at += Long.BYTES) {
      long word = (long) LONGS.get(bytes, at);
      d ^= word;
      for (int round = 0; round < rounds; round++) {
        a += b;
        b = b << 13 | b >>> 51;
        b ^= a;
        a = a << 32 | a >>> 32;
        c += d;
        d = d << 16 | d >>> 48;
        d ^= c;
        a += d;
        d = d << 21 | d >>> 43;
        d ^= a;
        c += b;
        b = b << 17 | b >>> 47;
        b ^= c;
        c = c << 32 | c >>> 32;
      }
      a ^= word;
    }
    v0 = a;
    v1 = b;
    v2 = c;
    v3 = d;
  }

  private void mix(int count) {
    for (int round = 0; round < count; round++) {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
  }

  private static String hex(long first, long second) {
    byte[] digits = new byte[4 * Long.BYTES];
    for (int at = 0; at < Long.BYTES; at++) {
      put(digits, 2 * at, (int) (first >>> Byte.SIZE * at));
      put(digits, 2 * (at + Long.BYTES), (int) (second >>> Byte.SIZE * at));
    }
    return new String(digits, StandardCharsets.ISO_8859_1);
  }

  private static void put(byte[] digits, int at, int value) {
    digits[at] = DIGITS[value >>> 4 & 15];
    digits[at + 1] = DIGITS[value & 15];
  }
}
