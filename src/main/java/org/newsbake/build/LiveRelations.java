package org.newsbake.build;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.edition.Entry;
import org.newsbake.edition.RelatedStories;
import org.newsbake.edition.Stories;
import org.newsbake.related.RelatedOptions;

/**
 * The related stories of one plan after the other. To relate all stories of a large site takes
 * longer than anybody waits for a page: then those of an earlier plan stand in for a while.
 * Thread-safe.
 */
final class LiveRelations implements AutoCloseable {

  /** How long a page waits for its own related stories when there are earlier ones. */
  private static final long PATIENCE_MILLISECONDS = 150;

  private final Runnable late;
  private final Parallel parallel;
  private final ExecutorService executor;
  private Related last;
  private CompletableFuture<Related> running;

  /**
   * @param threads how many threads relate, from 1
   * @param late is run when related stories are there that a page did not wait for
   */
  LiveRelations(int threads, Runnable late) {
    this.late = late;
    this.parallel = new Parallel(threads);
    this.executor =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "newsbake-related");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** What the related stories of a plan depend on. */
  private record Basis(List<Article> articles, List<DataFile> data, RelatedOptions options) {
    static Basis of(Plan plan) {
      return new Basis(
          plan.edition().ofType("post").stream()
              .filter(Entry::isPublished)
              .map(Entry::article)
              .toList(),
          plan.content().data(),
          plan.content().project().relatedOptions());
    }

    /** Articles that were not read again are the same objects. */
    boolean isSame(Basis other) {
      if (articles.size() != other.articles.size()
          || !data.equals(other.data)
          || !options.equals(other.options)) {
        return false;
      }
      for (int i = 0; i < articles.size(); i++) {
        if (articles.get(i) != other.articles.get(i)) {
          return false;
        }
      }
      return true;
    }
  }

  private record Related(Basis basis, RelatedStories stories) {}

  /** The related stories of a plan, found when a page first asks for them. */
  Function<Entry, List<Entry>> of(Plan plan) {
    return new Function<>() {
      private RelatedStories found;

      @Override
      public List<Entry> apply(Entry entry) {
        synchronized (this) {
          if (found == null) {
            found = find(plan);
          }
        }
        return found.of(entry);
      }
    };
  }

  private RelatedStories find(Plan plan) {
    Basis basis = Basis.of(plan);
    Stories stories = plan.stories();
    CompletableFuture<Related> current;
    Related earlier;
    synchronized (this) {
      if (last != null && last.basis.isSame(basis)) {
        return last.stories.at(stories);
      }
      earlier = last;
      if (running == null) {
        running = start(basis, stories, earlier != null);
      }
      current = running;
    }
    try {
      Related related =
          earlier == null
              ? current.get()
              : current.get(PATIENCE_MILLISECONDS, TimeUnit.MILLISECONDS);
      if (!related.basis.isSame(basis)) {
        late.run();
      }
      return related.stories.at(stories);
    } catch (TimeoutException e) {
      return earlier.stories.at(stories);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private CompletableFuture<Related> start(Basis basis, Stories stories, boolean hasEarlier) {
    CompletableFuture<Related> future = new CompletableFuture<>();
    long begin = System.nanoTime();
    executor.execute(
        () -> {
          try {
            Related related =
                new Related(basis, RelatedStories.of(stories, basis.options, parallel::each));
            synchronized (this) {
              last = related;
              running = null;
            }
            future.complete(related);
            if (hasEarlier
                && System.nanoTime() - begin
                    > TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLISECONDS) / 2) {
              late.run();
            }
          } catch (RuntimeException | Error e) {
            synchronized (this) {
              running = null;
            }
            future.completeExceptionally(e);
          }
        });
    return future;
  }

  @Override
  public void close() {
    executor.shutdownNow();
    parallel.close();
  }
}
