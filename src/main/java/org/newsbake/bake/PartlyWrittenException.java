package org.newsbake.bake;

import java.io.IOException;

/** A site that could not be put in place as a whole; the next build completes it. */
public final class PartlyWrittenException extends IOException {

  private static final long serialVersionUID = 1;

  private final String state;

  /**
   * @param state what the output folder holds now, in sentences
   */
  PartlyWrittenException(String state, Throwable cause) {
    super(cause.getMessage(), cause);
    this.state = state;
  }

  /** What the output folder holds now, in sentences. */
  public String state() {
    return state;
  }
}
