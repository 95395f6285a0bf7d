package org.newsbake.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.newsbake.Problem;
import org.newsbake.article.ArticleOptions;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Schedule;
import org.newsbake.edition.Stories;
import org.newsbake.jbake.MarkupReader;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;
import org.newsbake.render.PageRenderer;

/**
 * A site that is kept up with its files: only what changed is read again.
 *
 * <pre>{@code
 * try (LiveSite site = new LiveSite(folder, clock, Optional.empty(), false, 2)) {
 *   SiteSnapshot snapshot = site.update(Changes.ALL);
 *   snapshot = site.update(Changes.of(Set.of(article)));
 * }
 * }</pre>
 *
 * <p>Thread-safe: one update at a time.
 */
public final class LiveSite implements AutoCloseable {

  /** How long an edition stays at its instant when nothing comes or goes. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Path folder;
  private final Clock clock;
  private final boolean drafts;
  private final Parallel parallel;
  private final Parallel background;
  private final LiveRelated related;
  private Optional<Function<ZoneId, Instant>> chosen;
  private Project project;
  private List<Problem> projectProblems = List.of();
  private Content content;

  /** Whether all texts of the content have been made. */
  private boolean whole;

  private Map<Path, SourceFile> known = Map.of();
  private Instant instant;

  /** The first instant after it at which a page may change. */
  private Once<Optional<Instant>> turn = new Once<>(this::firstTurn);

  private Plan plan;

  /** The stories of the plan, and the content that they tell. */
  private Stories stories;

  private Content told;

  /** See {@link Snapshot#revision}. */
  private long revision;

  /** Has read the templates as they are. */
  private PageRenderer renderer;

  /**
   * @param folder the project's folder
   * @param chosen the instant whose edition is shown, or nothing for that of the clock
   * @param drafts whether drafts are part of the site
   * @param threads how many threads read, from 1
   */
  public LiveSite(
      Path folder,
      Clock clock,
      Optional<Function<ZoneId, Instant>> chosen,
      boolean drafts,
      int threads) {
    this.folder = folder.toAbsolutePath().normalize();
    this.clock = clock;
    this.chosen = chosen;
    this.drafts = drafts;
    this.parallel = new Parallel(threads);
    // One core is left to those who save and ask for pages.
    this.background = new Parallel(Math.max(1, threads - 1));
    this.related = new LiveRelated(parallel, background);
  }

  /** Shows another edition from now on, or that of the clock again. */
  public synchronized SiteSnapshot at(Optional<Function<ZoneId, Instant>> other)
      throws IOException {
    chosen = other;
    instant = null;
    return update(Changes.of(Set.of()));
  }

  /**
   * Does what takes long: finds the related stories of the newest snapshot, where a large site
   * still shows those of an earlier one, and makes the texts that nobody asked for, since only that
   * tells which cannot be made.
   *
   * @return whether the pages of the newest snapshot may have changed by it
   */
  public boolean refine() {
    boolean other = related.find();
    return makeTexts() || other;
  }

  private boolean makeTexts() {
    Content late;
    synchronized (this) {
      late = whole ? null : content;
    }
    if (late == null) {
      return false;
    }
    Content made = late.whole(background);
    synchronized (this) {
      whole = content == late;
      if (whole) {
        content = made;
      }
      return made != late;
    }
  }

  /** Whether the edition is not that of the clock. */
  public synchronized boolean isElsewhere() {
    return chosen.isPresent();
  }

  /** The options of the project, read anew when its properties or templates changed. */
  public synchronized Optional<Project> project() {
    if (project == null) {
      readProject();
    }
    return Optional.ofNullable(project);
  }

  /**
   * The site with these changes. What cannot be read stays as it was, and is told as a problem.
   *
   * @throws IOException when the machine fails
   */
  public synchronized SiteSnapshot update(Changes changes) throws IOException {
    boolean properties =
        changes.all()
            || changes.files().contains(folder.resolve(ProjectReader.FILE))
            || changes.files().stream().anyMatch(this::decidesOnNewsroom);
    boolean templates = project != null && changes.within(templates());
    Project last = project;
    if (project == null || properties || templates) {
      readProject();
    }
    if (project == null) {
      return SiteSnapshot.none(projectProblems);
    }
    if (content != null && (changes.all() || !changes.files().stream().allMatch(this::isArticle))) {
      revision++;
    }
    if (content == null || changes.all() || isOther(last)) {
      readAll();
    } else {
      read(changes, templates);
    }
    try {
      Snapshot snapshot = content.snapshot();
      if (plan == null || !snapshot.equals(plan.snapshot())) {
        turn = new Once<>(this::firstTurn);
      }
      Instant now = instant();
      if (plan == null || !plan.isOf(snapshot, now)) {
        plan = Plan.of(snapshot, now, drafts);
      }
      if (renderer == null || templates || properties) {
        renderer = new PageRenderer(project.templateOptions());
      }
      if (stories == null
          || stories.plan() != plan.planned()
          || !content.words().equals(told.words())) {
        stories = content.stories(plan);
        told = content;
      }
      Press press = new Press(project, stories, related.of(content, stories), renderer.anew());
      return SiteSnapshot.of(content, plan, press, projectProblems);
    } catch (UncheckedIOException e) {
      // The template folder went away while it was looked at.
      throw e.getCause();
    }
  }

  /** Whether a data file makes its site a newsroom by being there. */
  private boolean decidesOnNewsroom(Path file) {
    return project != null
        && Project.NEWSROOM_FILES.contains(file.getFileName().toString())
        && absolute(project.data()).equals(file.getParent());
  }

  /** The instant of the edition: it moves on only when something comes or goes by it. */
  private Instant instant() {
    if (chosen.isPresent()) {
      return chosen.get().apply(project.articleOptions().zone());
    }
    Instant now = clock.instant();
    if (instant == null
        || instant.isAfter(now)
        || instant.plus(LONGEST).isBefore(now)
        || turn.get().filter(it -> !it.isAfter(now)).isPresent()) {
      instant = now;
      turn = new Once<>(this::firstTurn);
    }
    return instant;
  }

  private Optional<Instant> firstTurn() {
    return Schedule.next(content.articles(), instant, drafts);
  }

  private void readProject() {
    ProjectReader.Result result = ProjectReader.read(folder, Optional.empty());
    projectProblems = result.problems();
    if (result.project().isPresent()) {
      project = result.project().get();
    }
  }

  /** Whether the articles of the project must all be read again. */
  private boolean isOther(Project last) {
    return last != project
        && (!last.content().equals(project.content())
            || !last.assets().equals(project.assets())
            || !last.data().equals(project.data())
            || last.ignoreHiddenAssets() != project.ignoreHiddenAssets()
            || !last.ignoreFile().equals(project.ignoreFile())
            || !sameReading(last.articleOptions(), project.articleOptions())
            || readsWithJBake(last)
            || readsWithJBake(project));
  }

  /** All but the words of the templates, which only keep back warnings. */
  private static boolean sameReading(ArticleOptions one, ArticleOptions other) {
    return one.equals(other.withOwnKeys(one.ownKeys()));
  }

  private boolean readsWithJBake(Project it) {
    return MarkupReader.readsWithJBake(it, content.sources().content());
  }

  private void readAll() throws IOException {
    Sources sources = sources();
    content =
        content == null
            ? Content.late(project, sources, Content.Caching.READ, parallel)
            : content.again(project, sources, file -> true, revision, parallel);
  }

  private void read(Changes changes, boolean templates) throws IOException {
    Set<String> changed = new HashSet<>();
    boolean walk = false;
    for (Path file : changes.files()) {
      SourceFile source = known.get(file);
      boolean regular = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
      if (source != null && regular) {
        changed.add(source.path());
      } else if (source != null || Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        walk |= isSource(file) && !(regular && isPassedOver(file));
        if (source != null) {
          changed.add(source.path());
        }
      } else {
        // A folder that was moved away tells nothing of what it held, nor does a mark of what it
        // hid.
        walk =
            walk
                || file.getFileName().toString().equalsIgnoreCase(project.ignoreFile())
                || known.keySet().stream().anyMatch(it -> it.startsWith(file));
      }
    }
    Sources sources = walk ? sources() : content.sources();
    if (templates) {
      // What is a slip of the pen in a header depends on the words of the templates.
      for (int i = 0; i < content.readings().size(); i++) {
        if (!content.readings().get(i).problems().isEmpty()) {
          changed.add(content.sources().content().get(i).path());
        }
      }
    }
    if (plan != null && plan.readsTextOf(changed)) {
      revision++;
    }
    content =
        content.again(project, sources, file -> changed.contains(file.path()), revision, parallel);
  }

  /** Whether a file is an article, or nothing to the site. */
  private boolean isArticle(Path file) {
    SourceFile source = known.get(file);
    return source == null
        ? !Files.exists(file, LinkOption.NOFOLLOW_LINKS) || isPassedOver(file)
        : file.startsWith(absolute(project.content()))
            && MarkupReader.extensions().contains(source.extension());
  }

  /** Whether a file of the content is hidden, as those are that editors save in between. */
  private boolean isPassedOver(Path file) {
    String name = file.getFileName().toString();
    return file.startsWith(absolute(project.content()))
        && name.startsWith(".")
        && !name.equalsIgnoreCase(project.ignoreFile());
  }

  private boolean isSource(Path file) {
    return file.startsWith(absolute(project.content()))
        || file.startsWith(absolute(project.assets()))
        || file.startsWith(absolute(project.data()));
  }

  private Sources sources() throws IOException {
    Sources sources = SourceWalk.find(project, MarkupReader.extensions());
    Map<Path, SourceFile> files = new HashMap<>();
    for (List<SourceFile> list : List.of(sources.assets(), sources.data(), sources.content())) {
      list.forEach(file -> files.put(absolute(file.file()), file));
    }
    known = files;
    return sources;
  }

  private Path templates() {
    return absolute(project.templateOptions().folder());
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  @Override
  public void close() {
    background.close();
    parallel.close();
  }
}
