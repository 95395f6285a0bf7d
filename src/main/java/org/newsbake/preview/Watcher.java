package org.newsbake.preview;

import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.newsbake.bake.Changes;

/**
 * Tells which files of a project were saved, made or deleted.
 *
 * <p>A file system tells of it a moment later, but in order. So {@link #settle} makes a file in a
 * folder of its own that is watched as well: once that is told, so is all that was saved before.
 */
final class Watcher implements Closeable {

  /** How long to wait for word of our own file, where file systems are slow to tell. */
  private static final long LONGEST_MILLISECONDS = 250;

  private final Consumer<Changes> told;
  private final Path properties;
  private final List<Path> folders;
  private final Path marks;
  private final DirectoryWatcher watcher;
  private long mark;
  private CompletableFuture<Void> running;
  private CompletableFuture<Void> waiting;

  /**
   * Watches from now on.
   *
   * @param properties the properties file of the project
   * @param folders the folders of the project, absolute and without dots in their paths; none while
   *     it cannot be read
   * @param told is called by a thread of the watcher
   */
  Watcher(Path properties, List<Path> folders, Consumer<Changes> told) throws IOException {
    this.properties = properties;
    this.folders = List.copyOf(folders);
    this.told = told;
    this.marks =
        Files.createTempDirectory("newsbake-preview-" + ProcessHandle.current().pid() + "-")
            .toRealPath();
    List<Path> roots = new ArrayList<>(List.of(properties.getParent(), marks));
    folders.stream()
        .filter(folder -> !folder.startsWith(properties.getParent()))
        .filter(Files::isDirectory)
        .forEach(roots::add);
    watcher =
        DirectoryWatcher.builder()
            .paths(roots)
            .fileHashing(false)
            .fileTreeVisitor(new Trees())
            .listener(this::tell)
            .build();
    watcher.watchAsync(
        task -> {
          Thread thread = new Thread(task, "newsbake-watcher");
          thread.setDaemon(true);
          thread.start();
        });
  }

  /** The folders that it watches. */
  List<Path> folders() {
    return folders;
  }

  private void tell(DirectoryChangeEvent event) {
    if (event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW) {
      told.accept(Changes.ALL);
    } else if (event.path().startsWith(marks)) {
      if (event.eventType() == DirectoryChangeEvent.EventType.CREATE) {
        seen(event.path());
      }
    } else if (event.path().equals(properties) || isInside(event.path())) {
      told.accept(Changes.of(Set.of(event.path())));
    } else if (mayComplete(event.path())) {
      // What a project needs may have come.
      told.accept(Changes.ALL);
    }
  }

  /** Whether a path may be one that a folder needs to be a project. */
  private boolean mayComplete(Path path) {
    return folders.isEmpty() && properties.getParent().equals(path.getParent());
  }

  private boolean isInside(Path path) {
    return folders.stream().anyMatch(path::startsWith);
  }

  /**
   * Waits until all that was saved before this call has been told.
   *
   * @throws IOException when its own folder is gone: this watcher is of no use any more
   */
  void settle() throws IOException {
    try {
      round().get(LONGEST_MILLISECONDS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // The word will come when it comes, and the open pages follow it then.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A round that begins after this call; calls during a round share the next one. */
  private synchronized CompletableFuture<Void> round() throws IOException {
    if (running == null) {
      running = new CompletableFuture<>();
      write();
      return running;
    }
    if (waiting == null) {
      waiting = new CompletableFuture<>();
    }
    return waiting;
  }

  /**
   * A round is two marks. Word of a folder that came while earlier word of it was being passed on
   * is queued behind the first mark, but before the second.
   */
  private synchronized void seen(Path path) {
    try {
      Files.deleteIfExists(path);
      if (!path.getFileName().toString().equals(Long.toString(mark))) {
        return;
      }
      if (mark % 2 == 1) {
        write();
        return;
      }
      running.complete(null);
      running = waiting;
      waiting = null;
      if (running != null) {
        write();
      }
    } catch (IOException e) {
      // Those who wait give up after their time.
      return;
    }
  }

  private void write() throws IOException {
    mark++;
    Files.createFile(marks.resolve(Long.toString(mark)));
  }

  @Override
  public void close() throws IOException {
    watcher.close();
    if (!Files.isDirectory(marks)) {
      return;
    }
    try (var left = Files.list(marks)) {
      for (Path file : (Iterable<Path>) left::iterator) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(marks);
  }

  /** Goes into the folders of the project, and on the way to them, but nowhere else. */
  private final class Trees implements FileTreeVisitor {
    @Override
    public void recursiveVisitFiles(Path start, Callback onDirectory, Callback onFile)
        throws IOException {
      Files.walkFileTree(
          start,
          EnumSet.of(FileVisitOption.FOLLOW_LINKS),
          Integer.MAX_VALUE,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
                throws IOException {
              boolean wanted =
                  folder.equals(marks)
                      || isInside(folder)
                      || folder.equals(properties.getParent())
                      || folders.stream().anyMatch(it -> it.startsWith(folder));
              if (!wanted) {
                if (mayComplete(folder)) {
                  onDirectory.call(folder);
                }
                return FileVisitResult.SKIP_SUBTREE;
              }
              onDirectory.call(folder);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              onFile.call(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              // Gone by now, or a link that leads to where it came from.
              return FileVisitResult.CONTINUE;
            }
          });
    }
  }
}
