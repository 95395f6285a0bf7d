package org.newsbake.cache;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

/**
 * Numbers of 64 bits that tell values apart: unequal values have unequal ones but for a chance of
 * one in 2<sup>64</sup>. For comparing two versions of one thing, not against forgers.
 *
 * <p>The mixing step is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
 */
public final class Fingerprint {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Fingerprint() {}

  /** That of bytes. */
  public static long of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** That of a part of bytes. */
  public static long of(byte[] bytes, int from, int to) {
    long sum = mixed(to - from);
    int at = from;
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      sum = with(sum, (long) LONG.get(bytes, at));
    }
    long last = 0;
    for (int shift = 0; at < to; at++, shift += 8) {
      last |= (bytes[at] & 0xFFL) << shift;
    }
    return with(sum, last);
  }

  /** That of a text. */
  public static long of(String text) {
    long sum = mixed(text.length());
    int at = 0;
    for (; at + 4 <= text.length(); at += 4) {
      sum =
          with(
              sum,
              text.charAt(at)
                  | (long) text.charAt(at + 1) << 16
                  | (long) text.charAt(at + 2) << 32
                  | (long) text.charAt(at + 3) << 48);
    }
    long last = 0;
    for (int shift = 0; at < text.length(); at++, shift += 16) {
      last |= (long) text.charAt(at) << shift;
    }
    return with(sum, last);
  }

  /**
   * That of a value of a header, a data file or a template's view: of what it says and not of what
   * class says it. Maps and lists count with all that is in them, in order.
   */
  public static long ofValue(Object value) {
    if (value == null) {
      return 1;
    }
    if (value instanceof CharSequence text) {
      return with(2, of(text.toString()));
    }
    if (value instanceof Number || value instanceof Boolean || value instanceof Character) {
      return with(with(3, of(value.getClass().getName())), of(value.toString()));
    }
    if (value instanceof Date date) {
      return with(with(4, of(value.getClass().getName())), date.getTime());
    }
    if (value instanceof Map<?, ?> map) {
      boolean ordered = !value.getClass().getName().contains("ImmutableCollections");
      long sum = map.size();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        long part = with(ofValue(entry.getKey()), ofValue(entry.getValue()));
        sum = ordered ? with(sum, part) : sum + part;
      }
      return with(5, sum);
    }
    if (value instanceof Collection<?> || value instanceof Object[]) {
      Collection<?> list = value instanceof Collection<?> it ? it : Arrays.asList((Object[]) value);
      long sum = list.size();
      for (Object element : list) {
        sum = with(sum, ofValue(element));
      }
      return with(6, sum);
    }
    if (value instanceof Optional<?> optional) {
      return optional.isPresent() ? with(7, ofValue(optional.get())) : 7;
    }
    return with(with(8, of(value.getClass().getName())), of(value.toString()));
  }

  /** That of a sequence, from that of all but its last part and the last part. */
  public static long with(long sum, long part) {
    return mixed(sum * STEP ^ part);
  }

  /** That of a number. */
  public static long mixed(long number) {
    long value = number + STEP;
    value = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
    value = (value ^ value >>> 27) * 0x94D049BB133111EBL;
    return value ^ value >>> 31;
  }
}
