package org.newsbake.article;

/** A text takes more work than one story may. */
final class TooComplex extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int offset;
  private final String advice;

  /**
   * @param offset where in the text its limit is crossed
   * @param found the construct, what was counted, and the limit, without a full stop
   * @param advice what to do
   */
  TooComplex(int offset, String found, String advice) {
    super(found, null, false, false);
    this.offset = offset;
    this.advice = advice;
  }

  int offset() {
    return offset;
  }

  String advice() {
    return advice;
  }

  /** The same for a text that begins this much earlier. */
  TooComplex shifted(int by) {
    return by == 0 ? this : new TooComplex(offset + by, getMessage(), advice);
  }
}
