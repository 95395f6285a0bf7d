package org.newsbake.syndication;

import java.time.Instant;

/**
 * What was wrong in a story, and is not any more.
 *
 * @param text what was corrected, as readers are told of it
 * @param published when they were told
 */
public record Correction(String text, Instant published) {

  public Correction {
    text = CleanText.line(text);
    published = Timestamp.writable(published);
  }
}
