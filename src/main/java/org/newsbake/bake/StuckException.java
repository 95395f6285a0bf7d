package org.newsbake.bake;

import java.io.IOException;
import java.time.Duration;

/** One file or page took so long that the build stopped; it says nothing of what a site holds. */
public final class StuckException extends IOException {

  private static final long serialVersionUID = 1;

  /**
   * @param name the file or page, as a person reads it
   */
  StuckException(String name, Duration limit) {
    super(
        "stopped, because "
            + name
            + " took longer than "
            + limit.toSeconds()
            + " seconds; simplify it, or take it out of the site");
  }
}
