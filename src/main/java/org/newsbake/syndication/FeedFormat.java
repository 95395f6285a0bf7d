package org.newsbake.syndication;

import java.time.Instant;
import java.util.List;

/** A format of feeds. Immutable and thread-safe. */
public sealed interface FeedFormat permits Rss, Atom, JsonFeed {

  /** What a server calls it. */
  String mediaType();

  /**
   * A feed in UTF-8.
   *
   * @param stories in the order in which the feed is to have them, no two with the same guid
   */
  byte[] feed(Channel channel, List<Story> stories);

  /** The newest change of the stories; the machine's clock has no say in it. */
  static Instant changed(List<Story> stories) {
    Instant newest = Instant.EPOCH;
    for (Story story : stories) {
      if (story.updated().isAfter(newest)) {
        newest = story.updated();
      }
    }
    return newest;
  }
}
