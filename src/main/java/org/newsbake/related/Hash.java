package org.newsbake.related;

/**
 * Hashes of 64 bits that stand for words: among the hundred thousands of words of a site, two with
 * one hash are not to be expected (below one in a hundred million).
 */
final class Hash {

  static final long START = 0xcbf29ce484222325L;

  private Hash() {}

  /** Adds a character, as FNV-1a does with 16 bits at a time. */
  static long add(long hash, char c) {
    return (hash ^ c) * 0x100000001b3L;
  }

  /** Spreads every bit over all others (the finalizer of MurmurHash3). Never 0. */
  static long mix(long hash) {
    long h = hash;
    h ^= h >>> 33;
    h *= 0xff51afd7ed558ccdL;
    h ^= h >>> 33;
    h *= 0xc4ceb9fe1a85ec53L;
    h ^= h >>> 33;
    return h == 0 ? 1 : h;
  }

  /** That of a sequence, from that of all but its last part and the last part. */
  static long with(long hash, long part) {
    return mix(hash * 0x9e3779b97f4a7c15L ^ part);
  }

  static long of(CharSequence text) {
    long hash = START;
    for (int i = 0; i < text.length(); i++) {
      hash = add(hash, text.charAt(i));
    }
    return mix(hash);
  }
}
