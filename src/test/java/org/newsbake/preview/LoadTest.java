package org.newsbake.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand requests while files change, and what is left of them. */
class LoadTest {

  private static final int REQUESTS = 10_000;
  private static final int READERS = 8;
  private static final List<String> PATHS =
      List.of("/", "/ferry.html", "/site.css", "/nowhere", "/__newsbake/state", "/..%2fx");

  @Test
  void manyRequestsWhileFilesChangeLeaveNothingBehind(@TempDir Path folder) throws Exception {
    try (Served site = new Served(folder)) {
      site.post("ferry", "Version 0.").write("assets/site.css", "p {}").start();
      for (String path : PATHS) {
        site.get(path);
      }
      int threads = threads();
      int files = files();
      AtomicBoolean done = new AtomicBoolean();
      Thread author = new Thread(() -> edit(site, done));
      author.start();
      try {
        request(site);
      } finally {
        done.set(true);
        author.join();
      }

      site.post("ferry", "The last version.");
      assertThat(site.get("/ferry.html").text()).contains("The last version.");
      assertThat(settled(LoadTest::threads, threads + 20)).isLessThanOrEqualTo(threads + 20);
      assertThat(settled(LoadTest::files, files + 5)).isLessThanOrEqualTo(files + 5);
    }
    assertThat(settled(LoadTest::ownThreads, 0)).isZero();
  }

  private static void edit(Served site, AtomicBoolean done) {
    for (int i = 1; !done.get(); i++) {
      site.post("ferry", "Version " + i + ".");
      site.write("assets/site.css", "p { order: " + i + " }");
      try {
        Thread.sleep(5);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void request(Served site) throws Exception {
    AtomicInteger next = new AtomicInteger();
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<Void>> running = new ArrayList<>();
      Callable<Void> reader =
          () -> {
            int number;
            while ((number = next.getAndIncrement()) < REQUESTS) {
              String path = PATHS.get(number % PATHS.size());
              int status = site.get(path).status();
              assertThat(status)
                  .as(path)
                  .isEqualTo(
                      switch (path) {
                        case "/nowhere" -> 404;
                        case "/..%2fx" -> 400;
                        default -> 200;
                      });
            }
            return null;
          };
      for (int i = 0; i < READERS; i++) {
        running.add(readers.submit(reader));
      }
      for (Future<Void> it : running) {
        it.get();
      }
    } finally {
      readers.shutdownNow();
    }
  }

  /** A number once it is no more than a limit, or what it is after a while. */
  private static int settled(Callable<Integer> number, int limit) throws Exception {
    for (int i = 0; i < 100 && number.call() > limit; i++) {
      Thread.sleep(50);
    }
    return number.call();
  }

  private static int threads() {
    return Thread.getAllStackTraces().size();
  }

  private static int ownThreads() {
    return (int)
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("newsbake-"))
            .filter(Thread::isAlive)
            .count();
  }

  /** The open files of this process, where the system tells. */
  private static int files() {
    String[] open = new File("/proc/self/fd").list();
    return open == null ? 0 : open.length;
  }
}
