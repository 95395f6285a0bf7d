package org.newsbake.preview;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.newsbake.bake.Changes;
import org.newsbake.bake.LiveSite;
import org.newsbake.bake.SiteSnapshot;
import org.newsbake.edition.Schedule;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;

/**
 * Has the newest snapshot of a site: made when something was saved, or when somebody asks who
 * cannot wait for that.
 *
 * <p>Thread-safe.
 */
final class SiteUpdates implements Closeable {

  /** The silence after a save that ends it: editors and checkouts save in more than one step. */
  private static final long SILENCE_MILLISECONDS = 15;

  /** The silence after a snapshot that ends a time of many saves: then there is time for more. */
  private static final long LULL_MILLISECONDS = 1_000;

  /** The same behind the first snapshot: just time for the first page. */
  private static final long FIRST_LULL_MILLISECONDS = 250;

  /** The time after a snapshot before problems are looked for: just enough to serve its page. */
  private static final long CHECK_MILLISECONDS = 100;

  /** So many times as long as it took to look for problems, they are not looked for again. */
  private static final long REST = 3;

  /** How often a clock is looked at for stories that come and go by themselves. */
  private static final long TICK_MILLISECONDS = 1_000;

  private final Path folder;
  private final LiveSite site;
  private final BiConsumer<SiteSnapshot, Changes> made;
  private final Consumer<SiteSnapshot> checked;
  private final ScheduledExecutorService background;
  private final ScheduledExecutorService refining;
  private final AtomicLong snapshots = new AtomicLong();
  private final CountDownLatch first = new CountDownLatch(1);
  private final AtomicLong saves = new AtomicLong();
  private final AtomicBoolean checking = new AtomicBoolean();
  private volatile long rest;
  private Changes pending = Changes.ALL;
  private volatile SiteSnapshot snapshot = SiteSnapshot.unread();
  private volatile Watcher watcher;
  private final Object watching = new Object();
  private boolean closed;
  private volatile Optional<Instant> next = Optional.empty();
  private final Clock clock;

  /**
   * @param made is called by one thread at a time with each new snapshot, and what changed since
   *     the last one
   * @param checked is called by the same thread some time later with the newest snapshot, to look
   *     for its problems; not with each where many are saved
   */
  SiteUpdates(
      Path folder,
      LiveSite site,
      Clock clock,
      BiConsumer<SiteSnapshot, Changes> made,
      Consumer<SiteSnapshot> checked) {
    this.folder = folder.toAbsolutePath().normalize();
    this.site = site;
    this.clock = clock;
    this.made = made;
    this.checked = checked;
    this.background = thread("newsbake-snapshots");
    this.refining = thread("newsbake-related");
  }

  private static ScheduledExecutorService thread(String name) {
    return Executors.newSingleThreadScheduledExecutor(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Begins to read and to watch. */
  void start() {
    background.execute(
        () -> {
          watch();
          update();
          first.countDown();
        });
    background.scheduleWithFixedDelay(
        () -> {
          if (next.filter(turn -> !turn.isAfter(clock.instant())).isPresent()) {
            save(Changes.of(Set.of()));
            update();
          }
        },
        TICK_MILLISECONDS,
        TICK_MILLISECONDS,
        TimeUnit.MILLISECONDS);
  }

  /** The snapshot of what is on the disk at the time of this call. */
  SiteSnapshot newest() throws IOException {
    try {
      first.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return snapshot;
    }
    Watcher current = watcher;
    if (current != null) {
      try {
        current.settle();
      } catch (IOException e) {
        // Somebody tidied up the folder for temporary files.
        watchAnew(current);
      }
    }
    update();
    return snapshot;
  }

  /** Shows the edition of another instant, or that of the clock again. */
  void at(Optional<Function<ZoneId, Instant>> instant) throws IOException {
    synchronized (site) {
      publish(site.at(instant), Changes.of(Set.of()));
    }
  }

  private synchronized void save(Changes changes) {
    pending = pending == null ? changes : pending.and(changes);
  }

  private synchronized Changes take() {
    Changes taken = pending;
    pending = null;
    return taken;
  }

  /** Something was saved: unless somebody asks before, it is looked at once all is quiet. */
  private void saved(Changes changes) {
    save(changes);
    long number = saves.incrementAndGet();
    try {
      background.schedule(
          () -> {
            if (saves.get() == number) {
              update();
            }
          },
          SILENCE_MILLISECONDS,
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The preview is being closed, and nobody asks any more.
      return;
    }
  }

  private void update() {
    synchronized (site) {
      Changes changes = take();
      if (changes == null) {
        return;
      }
      try {
        publish(site.update(changes), changes);
      } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
        // The next save tries again; until then the last snapshot stays.
        save(Changes.ALL);
        publish(snapshot.with(Faults.of(e)), Changes.of(Set.of()));
      }
      if (changes.all() || changes.files().contains(folder.resolve(ProjectReader.FILE))) {
        watch();
      }
    }
  }

  /** Once all is quiet, finds what takes long, and looks whether pages changed by it. */
  private void refineLater() {
    long number = snapshots.incrementAndGet();
    later(
        refining,
        number == 1 ? FIRST_LULL_MILLISECONDS : LULL_MILLISECONDS,
        () -> {
          if (snapshots.get() == number && site.refine()) {
            save(Changes.of(Set.of()));
            update();
          }
        });
  }

  private void publish(SiteSnapshot newest, Changes changes) {
    snapshot = newest;
    refineLater();
    later(
        background,
        0,
        () -> {
          try {
            made.accept(newest, changes);
          } finally {
            // Only now: a check that is due already must not come before this snapshot is known.
            checkLater();
          }
        });
  }

  /** Looks for problems once the page is there, and for a part of the time at most. */
  private void checkLater() {
    if (checking.compareAndSet(false, true)) {
      later(background, CHECK_MILLISECONDS + rest, this::check);
    }
  }

  private void check() {
    checking.set(false);
    SiteSnapshot newest = snapshot;
    long start = System.nanoTime();
    checked.accept(newest);
    next = site.isElsewhere() ? Optional.empty() : newest.schedule().flatMap(Schedule::next);
    rest = REST * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private static void later(ScheduledExecutorService thread, long milliseconds, Runnable task) {
    try {
      thread.schedule(task, milliseconds, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The preview is being closed, and nobody is told any more.
      return;
    }
  }

  /** Watches the folders that the project has now. */
  private void watch() {
    List<Path> folders = new ArrayList<>();
    site.project().ifPresent(project -> folders.addAll(folders(project)));
    synchronized (watching) {
      Watcher last = watcher;
      if (closed || last != null && last.folders().equals(folders)) {
        return;
      }
      try {
        watcher = new Watcher(folder.resolve(ProjectReader.FILE), folders, this::saved);
        if (last != null) {
          // What was saved between the two, nobody has told.
          save(Changes.ALL);
          last.close();
        }
      } catch (IOException e) {
        publish(snapshot.with(Faults.unwatched(e)), Changes.of(Set.of()));
      }
    }
  }

  /** Watches with another watcher than one that lost its way. */
  private void watchAnew(Watcher lost) throws IOException {
    synchronized (watching) {
      if (closed || watcher != lost) {
        return;
      }
      watcher = new Watcher(folder.resolve(ProjectReader.FILE), lost.folders(), this::saved);
      // What was saved between the two, nobody has told.
      save(Changes.ALL);
      lost.close();
    }
  }

  private static List<Path> folders(Project project) {
    return Stream.of(
            project.content(), project.assets(), project.data(), project.templateOptions().folder())
        .map(it -> it.toAbsolutePath().normalize())
        .toList();
  }

  @Override
  public void close() throws IOException {
    background.shutdownNow();
    refining.shutdownNow();
    synchronized (watching) {
      closed = true;
      if (watcher != null) {
        watcher.close();
      }
    }
    site.close();
  }
}
