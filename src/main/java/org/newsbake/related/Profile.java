package org.newsbake.related;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What a text was found to say.
 *
 * @param terms its terms, each once, in the order in which they were found; a hash of 64 bits each
 * @param counts how often each occurs, a headline's words more than once; no more than {@link
 *     Short#MAX_VALUE}
 * @param tags its tags, each once, a hash of 64 bits each
 * @param length the sum of the counts
 * @param headline stands for its headline; 0 where that is too short to tell it from others
 * @param sketch a sample by which near copies are told
 */
public record Profile(
    long[] terms, short[] counts, long[] tags, float length, long headline, int[] sketch) {

  /** More terms than a text of a sane size has. */
  private static final int MOST = 1 << 22;

  /** Writes it in some 10 bytes a term. */
  public void write(DataOutput out) throws IOException {
    out.writeInt(terms.length);
    for (int i = 0; i < terms.length; i++) {
      out.writeLong(terms[i]);
      out.writeShort(counts[i]);
    }
    out.writeInt(tags.length);
    for (long tag : tags) {
      out.writeLong(tag);
    }
    out.writeFloat(length);
    out.writeLong(headline);
    out.writeInt(sketch.length);
    for (int hash : sketch) {
      out.writeInt(hash);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when that is no profile
   */
  public static Profile read(DataInput in) throws IOException {
    long[] terms = new long[size(in)];
    short[] counts = new short[terms.length];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = in.readLong();
      counts[i] = in.readShort();
    }
    long[] tags = new long[size(in)];
    for (int i = 0; i < tags.length; i++) {
      tags[i] = in.readLong();
    }
    float length = in.readFloat();
    long headline = in.readLong();
    int[] sketch = new int[size(in)];
    for (int i = 0; i < sketch.length; i++) {
      sketch[i] = in.readInt();
    }
    return new Profile(terms, counts, tags, length, headline, sketch);
  }

  private static int size(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0 || size > MOST) {
      throw new IOException("no profile of a text");
    }
    return size;
  }
}
