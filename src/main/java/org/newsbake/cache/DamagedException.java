package org.newsbake.cache;

/** A cache file does not hold what was written to it. */
public final class DamagedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DamagedException(String message) {
    super(message);
  }
}
