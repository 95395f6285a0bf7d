package org.newsbake.build;

import java.util.List;
import java.util.function.Function;
import org.newsbake.edition.Entry;
import org.newsbake.edition.RelatedStories;
import org.newsbake.edition.Stories;
import org.newsbake.related.RelatedOptions;

/**
 * The related stories of a site whose stories change: those of a build, in a time that grows with
 * what changed.
 *
 * <p>Thread-safe.
 */
final class LiveRelated {

  private final Parallel threads;
  private volatile Newest newest;
  private RelatedStories related;
  private RelatedOptions options;

  /** The content and the stories that are the newest. */
  private record Newest(Content content, Stories stories) {}

  /**
   * @param threads the related stories are found on these
   */
  LiveRelated(Parallel threads) {
    this.threads = threads;
  }

  /**
   * The related stories of stories, which are the newest from now on. They are found when one of
   * them is asked for.
   */
  Function<Entry, List<Entry>> of(Content content, Stories stories) {
    Newest now = new Newest(content, stories);
    newest = now;
    return entry -> in(now).of(entry);
  }

  private synchronized RelatedStories in(Newest wanted) {
    if (related != null && related.stories() == wanted.stories()) {
      return related;
    }
    RelatedOptions wantedOptions = wanted.content().project().shownRelated();
    RelatedStories found;
    if (wantedOptions.count() > 0 && related != null && wantedOptions.equals(options)) {
      found = related.updated(wanted.stories(), threads::each);
    } else {
      if (wantedOptions.count() > 0) {
        wanted.content().makeTexts(threads);
      }
      found = RelatedStories.of(wanted.stories(), wantedOptions, threads::each);
    }
    // An earlier page may still ask for the related stories of earlier stories.
    if (wanted == newest) {
      related = found;
      options = wantedOptions;
    }
    return found;
  }

  /** Finds the related stories of the newest stories, unless that has been done. */
  void find() {
    Newest wanted = newest;
    if (wanted != null) {
      in(wanted);
    }
  }
}
