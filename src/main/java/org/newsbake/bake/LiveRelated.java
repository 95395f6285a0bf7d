package org.newsbake.bake;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.newsbake.edition.Entry;
import org.newsbake.edition.RelatedStories;
import org.newsbake.edition.Stories;
import org.newsbake.related.RelatedOptions;

/**
 * The related stories of a site whose stories change: those of a build. A large site shows those
 * that were found last until {@link #find} has found them again.
 *
 * <p>Thread-safe.
 */
final class LiveRelated {

  /** In so many stories they are found in less time than a person notices. */
  private static final int FEW = 2000;

  private final Parallel all;
  private final Parallel some;
  private volatile Newest newest;
  private volatile Last last;

  /** Whether lists of the last build were shown. */
  private volatile boolean usesBuild;

  /** The content and the stories that are the newest. */
  private record Newest(Content content, Stories stories) {

    RelatedOptions options() {
      return content.project().shownRelated();
    }

    boolean isLarge() {
      return stories.edition().ofType("post").size() > FEW;
    }
  }

  /** The related stories that were found last. */
  private record Last(RelatedStories related, RelatedOptions options) {}

  /**
   * @param all the threads for what a reader waits for
   * @param some the threads for work in the background
   */
  LiveRelated(Parallel all, Parallel some) {
    this.all = all;
    this.some = some;
  }

  /**
   * The related stories of stories, which are the newest from now on. They are found when one of
   * them is asked for, but in a large site those of before will do.
   */
  Function<Entry, List<Entry>> of(Content content, Stories stories) {
    Newest now = new Newest(content, stories);
    newest = now;
    Once<Function<Entry, Optional<List<Entry>>>> ofBuild = new Once<>(() -> ofBuild(now));
    return entry -> {
      Last found = last;
      if (found == null && now.isLarge()) {
        Optional<List<Entry>> list = ofBuild.get().apply(entry);
        if (list.isPresent()) {
          usesBuild = true;
          return list.get();
        }
      }
      return found != null
              && found.options.equals(now.options())
              && now.isLarge()
              && found.related.knows(entry)
          ? found.related.of(entry, stories)
          : in(now, all).of(entry);
    };
  }

  /** The lists of the last build, of the stories that it had. */
  private static Function<Entry, Optional<List<Entry>>> ofBuild(Newest of) {
    Content content = of.content();
    return new RelatedCache(content.project(), content.cache()).last(of.stories());
  }

  private synchronized RelatedStories in(Newest wanted, Parallel threads) {
    Last before = last;
    if (before != null && before.related.stories() == wanted.stories()) {
      return before.related;
    }
    RelatedOptions options = wanted.options();
    RelatedStories found;
    if (options.count() > 0 && before != null && options.equals(before.options)) {
      found = before.related.updated(wanted.stories(), threads::each);
    } else {
      if (options.count() > 0) {
        wanted.content().makeTexts(threads);
      }
      found = RelatedStories.of(wanted.stories(), options, threads::each);
    }
    // An earlier page may still ask for the related stories of earlier stories.
    if (wanted == newest) {
      last = new Last(found, options);
    }
    return found;
  }

  /**
   * Finds the related stories of the newest stories, unless that has been done.
   *
   * @return whether other ones may have been shown until now
   */
  boolean find() {
    Newest wanted = newest;
    Last before = last;
    if (wanted == null) {
      return false;
    }
    RelatedStories found = in(wanted, before == null && !usesBuild ? all : some);
    return wanted.isLarge() && (before == null ? usesBuild : !before.related.isSameAs(found));
  }
}
