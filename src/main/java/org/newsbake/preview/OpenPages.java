package org.newsbake.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.newsbake.Problem;
import org.newsbake.bake.Changes;
import org.newsbake.bake.SiteSnapshot;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Page;
import org.newsbake.edition.Slug;
import org.newsbake.jbake.Project;

/**
 * The open pages, which are told what concerns them: that they are others now, that a style sheet
 * is, what is wrong. Thread-safe.
 */
final class OpenPages {

  /** The most pages that are told; the oldest leave first. */
  private static final int MOST = 100;

  private final SiteHandler site;
  private final boolean openSaved;
  private final List<EventStream> streams = new CopyOnWriteArrayList<>();
  private final Consumer<List<Problem>> problems;
  private final PendingNotices told;
  private volatile Optional<SiteSnapshot> last = Optional.empty();

  /**
   * @param run tells this server from those before it; letters and digits
   * @param problems is told what keeps the open pages from being as their files say, and all other
   *     problems
   */
  OpenPages(SiteHandler site, boolean openSaved, String run, Consumer<List<Problem>> problems) {
    this.site = site;
    this.problems = problems;
    this.openSaved = openSaved;
    this.told = new PendingNotices(run);
  }

  /** Takes in a page that asks to be told. */
  void join(SiteSnapshot snapshot, Request request, Response response, Callback callback)
      throws IOException {
    Fields parameters = Request.extractQueryParameters(request);
    String page = parameters.getValue("page");
    String seen = parameters.getValue("seen");
    EventStream stream =
        new EventStream(page == null ? "/" : page, request, response, callback, streams::remove);
    if (streams.size() >= MOST) {
      streams.get(0).close();
    }
    String since = request.getHeaders().get("Last-Event-ID");
    if (since == null) {
      since = parameters.getValue("since");
    }
    Optional<List<String>> missed = Optional.of(List.of());
    Optional<String> visit = Optional.empty();
    String mark;
    synchronized (told) {
      streams.add(stream);
      mark = told.mark();
      if (since != null && !since.isEmpty()) {
        missed = told.since(since);
        visit = told.visitSince(since);
      } else {
        told.opened(stream.page());
      }
    }
    stream.start();
    Optional<PageCache.Print> shown = site.shown(snapshot, stream.page());
    stream.seen(
        seen == null || seen.isEmpty() ? shown.map(PageCache.Print::digest).orElse("") : seen);
    tell(stream, snapshot, shown);
    tell(stream, missed, visit, mark);
    if (shown.flatMap(PageCache.Print::problem).isPresent()) {
      report();
    }
  }

  /** Tells all open pages of a new snapshot, and of what keeps them from being as it says. */
  void tell(SiteSnapshot snapshot, Changes changes) {
    Optional<String> saved = openSaved ? saved(snapshot, changes) : Optional.empty();
    // All that is known at the beginning has not changed.
    Optional<List<String>> files =
        changes.all() && last.isPresent()
            ? Optional.empty()
            : Optional.of(files(snapshot, last.orElse(snapshot), changes));
    last = Optional.of(snapshot);
    List<EventStream> open;
    String mark;
    synchronized (told) {
      open = List.copyOf(streams);
      told.add(files, saved);
      mark = told.mark();
    }
    boolean failures = false;
    for (EventStream stream : open) {
      try {
        Optional<PageCache.Print> shown = site.shown(snapshot, stream.page());
        boolean failed = shown.flatMap(PageCache.Print::problem).isPresent();
        if (failed) {
          tell(stream, snapshot, shown);
        } else {
          tell(stream, shown);
        }
        failures |= failed;
      } catch (IOException | RuntimeException e) {
        // This page is told the next time; the others are told now.
        continue;
      }
      tell(stream, files, saved, mark);
    }
    if (failures) {
      report();
    }
  }

  /** Looks for the problems of the newest snapshot, which takes a while, and tells them. */
  void check(SiteSnapshot snapshot) {
    for (EventStream stream : streams) {
      tellProblems(stream, snapshot);
    }
    report();
  }

  /** Problems of templates are known of pages only that somebody looks at. */
  private synchronized void report() {
    last.ifPresent(
        snapshot ->
            problems.accept(
                Problem.inOrder(
                    Stream.concat(
                            snapshot.problems().stream(),
                            streams.stream().flatMap(stream -> stream.ofPage().stream()))
                        .toList())));
  }

  /**
   * @param files the files that changed, or nothing where nobody knows
   */
  private static void tell(
      EventStream stream, Optional<List<String>> files, Optional<String> saved, String mark) {
    if (files.isEmpty()) {
      stream.send("reload", "");
    }
    files.orElse(List.of()).forEach(file -> stream.send("file", file));
    saved.ifPresent(address -> visit(stream, address));
    stream.state(mark);
  }

  private static void visit(EventStream stream, String address) {
    if (!RequestPath.decoded(address).equals(RequestPath.decoded(stream.page()))) {
      stream.send("visit", address);
    }
  }

  /** Finds out who is still there. */
  void beat() {
    streams.forEach(EventStream::beat);
  }

  int size() {
    return streams.size();
  }

  void close() {
    streams.forEach(EventStream::close);
  }

  private static void tell(
      EventStream stream, SiteSnapshot snapshot, Optional<PageCache.Print> shown) {
    // First what is there already: all that is wrong takes longer to find.
    tell(stream, shown);
    tellProblems(stream, snapshot);
  }

  private static void tell(EventStream stream, Optional<PageCache.Print> shown) {
    String digest = shown.map(PageCache.Print::digest).orElse("");
    if (!digest.equals(stream.seen())) {
      stream.seen(digest);
      stream.send("reload", "");
    }
    stream.ofPage(shown.flatMap(PageCache.Print::problem));
  }

  private static void tellProblems(EventStream stream, SiteSnapshot snapshot) {
    List<Problem> errors =
        Stream.concat(
                snapshot.problems().stream().filter(Problem::isError), stream.ofPage().stream())
            .distinct()
            .toList();
    stream.problems(Json.of(Json.problems(errors)));
  }

  /** The address of the one article that was saved. */
  private static Optional<String> saved(SiteSnapshot snapshot, Changes changes) {
    Optional<Path> content = snapshot.project().map(Project::content).map(OpenPages::absolute);
    List<String> addresses =
        content.isEmpty()
            ? List.of()
            : changes.files().stream()
                .filter(file -> file.startsWith(content.get()))
                .map(file -> content.get().relativize(file).toString().replace('\\', '/'))
                .flatMap(path -> snapshot.article(path).map(Entry::path).stream())
                .map(path -> address(snapshot, path))
                .toList();
    return addresses.size() == 1 ? Optional.of(addresses.get(0)) : Optional.empty();
  }

  /** The addresses of the copied files that changed, came or went. */
  private static List<String> files(SiteSnapshot snapshot, SiteSnapshot before, Changes changes) {
    Optional<Project> project = snapshot.project();
    if (project.isEmpty()) {
      return List.of();
    }
    return Stream.of(project.get().assets(), project.get().content())
        .map(OpenPages::absolute)
        .flatMap(
            folder ->
                changes.files().stream()
                    .filter(file -> file.startsWith(folder))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/')))
        .filter(path -> isFile(snapshot, path) || isFile(before, path))
        .distinct()
        .sorted()
        .map(path -> address(snapshot, path))
        .toList();
  }

  private static boolean isFile(SiteSnapshot snapshot, String path) {
    return snapshot.page(path).filter(Page.AssetFile.class::isInstance).isPresent();
  }

  static String address(SiteSnapshot snapshot, String path) {
    String file =
        path.equals("index.html") || path.endsWith("/index.html")
            ? path.substring(0, path.length() - "index.html".length())
            : path;
    return Slug.encoded("/" + SiteHandler.context(snapshot) + file);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
