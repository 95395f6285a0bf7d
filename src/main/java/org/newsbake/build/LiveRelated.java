package org.newsbake.build;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.newsbake.edition.Entry;
import org.newsbake.edition.RelatedStories;
import org.newsbake.edition.Stories;
import org.newsbake.related.RelatedOptions;

/**
 * The related stories of a site whose plan changes. After a few changes to many stories they are
 * found in milliseconds, from what all stories together said before; {@link #refine} finds them
 * anew, as a build does.
 *
 * <p>Thread-safe.
 */
final class LiveRelated {

  /** So few stories are always compared anew. */
  private static final int FEW = 500;

  private final Parallel all;
  private final Parallel some;
  private volatile Newest newest;
  private RelatedStories related;
  private RelatedOptions options;

  /** The stories whose related stories are those of a build, if any. */
  private Stories exact;

  /** The related stories that are those of a build, of these stories or earlier ones. */
  private RelatedStories refined;

  /** How often they were found as a build does. */
  private int searches;

  /** The content and the stories that are the newest. */
  private record Newest(Content content, Stories stories) {}

  /**
   * @param all what somebody waits for is found on these threads
   * @param some what nobody waits for is found on these
   */
  LiveRelated(Parallel all, Parallel some) {
    this.all = all;
    this.some = some;
  }

  /**
   * The related stories of stories, which are the newest from now on. Does not wait for those that
   * are being found.
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
    Optional<RelatedStories> quick = quick(wanted);
    RelatedStories found = quick.orElseGet(() -> find(wanted, all));
    if (quick.isEmpty()) {
      refine(found, wanted);
    }
    // Somebody may still be looking at earlier ones.
    if (wanted == newest) {
      related = found;
      exact = found.isSameAs(refined) ? wanted.stories() : null;
    }
    return found;
  }

  private void refine(RelatedStories found, Newest of) {
    refined = found;
    options = options(of);
    searches++;
  }

  /** How often the related stories were found as a build does. */
  synchronized int searches() {
    return searches;
  }

  /**
   * The related stories from those of the last save, where that is worth while: what a save takes
   * does not grow with the number of saves before it.
   */
  private Optional<RelatedStories> quick(Newest wanted) {
    if (refined == null
        || !options(wanted).equals(options)
        || wanted.stories().edition().ofType("post").size() <= FEW) {
      return Optional.empty();
    }
    return (related == null ? refined : related).updated(wanted.stories());
  }

  private static RelatedStories find(Newest of, Parallel threads) {
    if (options(of).count() > 0) {
      of.content().makeTexts(threads);
    }
    return RelatedStories.of(of.stories(), options(of), threads::each);
  }

  private static RelatedOptions options(Newest of) {
    return of.content().project().shownRelated();
  }

  /**
   * Finds the related stories of the newest stories as a build does, where that has not been done.
   *
   * @return whether they may be others than before
   */
  boolean refine() {
    Newest wanted;
    synchronized (this) {
      if (newest == null || exact == newest.stories()) {
        return false;
      }
      wanted = newest;
      if (refined == null) {
        // Who asks meanwhile waits for these instead of finding them, too.
        in(wanted);
        return false;
      }
    }
    RelatedStories found = find(wanted, some);
    synchronized (this) {
      refine(found, wanted);
      if (wanted.stories() == newest.stories()) {
        related = found;
        exact = wanted.stories();
      } else {
        related = null;
      }
      return true;
    }
  }
}
