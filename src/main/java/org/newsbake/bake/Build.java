package org.newsbake.bake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.newsbake.Problem;
import org.newsbake.cache.FileStamp;
import org.newsbake.edition.Absence;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Page;
import org.newsbake.edition.RelatedStories;
import org.newsbake.edition.Schedule;
import org.newsbake.edition.Site;
import org.newsbake.edition.Stories;
import org.newsbake.jbake.MarkupReader;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;
import org.newsbake.related.Each;
import org.newsbake.syndication.Syndicator;

/**
 * Builds a site, stage by stage: read, plan, relate, render, write.
 *
 * <pre>{@code
 * Report report = new Build(options, () -> {}).run(Path.of("."), Optional.empty());
 * }</pre>
 */
public final class Build {

  /** How often a site is rendered again without the stories that templates failed on. */
  private static final int MOST_ROUNDS = 6;

  /** How often a site is built again because its files change meanwhile. */
  private static final int MOST_ATTEMPTS = 5;

  private final BuildOptions options;
  private final Runnable waiting;
  private final Clock clock;

  /**
   * @param waiting run once when another build holds the output folder, and this one waits
   */
  public Build(BuildOptions options, Runnable waiting) {
    this(options, waiting, Clock.systemUTC());
  }

  /**
   * @param clock tells which files may change without another time
   */
  Build(BuildOptions options, Runnable waiting, Clock clock) {
    this.options = options;
    this.waiting = waiting;
    this.clock = clock;
  }

  /**
   * Builds the site of a project.
   *
   * @param folder the project's folder
   * @param output where to write the site, instead of where the project says
   * @throws IOException when the machine fails: a full disk, an output folder without permission
   */
  public Report run(Path folder, Optional<Path> output) throws IOException {
    try (Parallel parallel = new Parallel(options.threads(), options.longest())) {
      for (int attempt = 1; ; attempt++) {
        try {
          return new Run(parallel).run(folder, output);
        } catch (OvertakenException e) {
          // Somebody saves while the site is built: it is built from what was saved.
          if (attempt == MOST_ATTEMPTS) {
            throw e;
          }
        }
      }
    }
  }

  /** A file changed between being found unchanged and being shown. */
  private static final class OvertakenException extends IOException {
    private static final long serialVersionUID = 1;

    OvertakenException() {
      super("content files change all the time while they are read");
    }
  }

  /** One build. */
  private final class Run {
    private final Parallel parallel;
    private final Collection<Problem> problems = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> milliseconds = new LinkedHashMap<>();
    private final AtomicInteger made = new AtomicInteger();
    private long lap = System.nanoTime();
    private List<String> cache = List.of();

    Run(Parallel parallel) {
      this.parallel = parallel;
    }

    Report run(Path folder, Optional<Path> output) throws IOException {
      ProjectReader.Result read = ProjectReader.read(folder, output);
      problems.addAll(read.problems());
      if (read.project().isEmpty()) {
        return new Report(
            output,
            0,
            0,
            Map.of(),
            List.of(),
            0,
            0,
            0,
            Optional.empty(),
            new Withdrawals(folder, options.instant().apply(ZoneOffset.UTC), parallel, waiting)
                .carryOut(output.orElse(folder.resolve("output")), Optional.empty()),
            Problem.inOrder(problems),
            true,
            false,
            milliseconds,
            cache);
      }
      Project project = read.project().get();
      Destination.objection(project).ifPresent(problems::add);
      lap("configure");

      Instant instant = options.instant().apply(project.articleOptions().zone());
      Sources sources = SourceWalk.find(project, MarkupReader.extensions());
      Optional<LastBuild> last =
          options.cached() && Destination.objection(project).isEmpty()
              ? Optional.of(LastBuild.of(project, sources, options.settings(), clock, parallel))
              : Optional.empty();
      if (last.isPresent()) {
        Optional<Report> same = last.get().report(instant, () -> standing(project));
        if (same.isPresent()) {
          lap("compare");
          return same.get().taking(milliseconds);
        }
      }
      Map<Path, FileStamp> stamps = last.map(LastBuild::stamps).orElse(Map.of());
      Content content =
          Content.read(
              project,
              sources,
              options.cached()
                  ? new Content.Caching(true, true, clock, stamps)
                  : Content.Caching.OFF,
              parallel);
      problems.addAll(content.problems());
      lap("read");

      Project.OnError onError =
          options.keepGoing() ? project.onError().quarantining() : project.onError();
      Plan plan = Plan.of(content.snapshot(), instant, options.drafts());
      lap("plan");
      Quarantine quarantine = new Quarantine(content.snapshot(), onError);
      Optional<RelatedCache> lists =
          options.cached() && Destination.objection(project).isEmpty()
              ? Optional.of(new RelatedCache(project, content.cache()))
              : Optional.empty();
      Optional<Report.Written> written = Optional.empty();
      boolean repeatable = true;
      long standing = 0;
      for (int round = 1; ; round++) {
        Stories stories = content.stories(plan);
        Function<Entry, List<Entry>> related = related(project, lists, stories);
        lap("relate");
        Press press = new Press(project, stories, related);
        Optional<PageLedger> ledger =
            options.cached()
                ? Optional.of(
                    new PageLedger(
                        plan, stories, press, related, content.cache(), stamps, clock, parallel))
                : Optional.empty();
        List<Problem> before = new ArrayList<>(problems);
        List<Problem> ofPlan = plan.problems();
        before.addAll(ofPlan);
        before.addAll(press.problems());
        boolean stops = quarantine.stops(before, plan.edition());
        Optional<Set<String>> culprits = Optional.empty();
        try (Attempt attempt = stops ? new Attempt() : new Attempt(project.output())) {
          if (ledger.isPresent() && attempt.staging != null) {
            ledger.get().load(attempt.folder.record(PageLedger.RECORD));
          }
          lap("compare");
          renderAll(project, plan.site(), press, ledger, attempt.staging);
          List<TemplateFault> faults = press.failures();
          culprits = quarantine.culprits(faults, plan.edition());
          if (round < MOST_ROUNDS && !stops && culprits.filter(it -> !it.isEmpty()).isPresent()) {
            faults.forEach(fault -> problems.addAll(fault.problemsOfStories()));
            problems.addAll(plan.problemsOfHeld());
            plan = Plan.of(plan.sound().quarantine(culprits.get()), instant, options.drafts());
            lap("plan");
            continue;
          }
          problems.addAll(press.problems());
          if (content.cache().isOvertaken()) {
            throw new OvertakenException();
          }
          if (!stops && faults.isEmpty()) {
            PublishedPages published =
                PublishedPages.of(
                    stories,
                    entry -> content.cache().body(entry.article(), content.words(entry.article())));
            if (project.newsroom() || !content.snapshot().known().lines().isEmpty()) {
              List<Problem> lost = attempt.lostAddresses(plan, published);
              problems.addAll(lost);
              // They are told once.
              repeatable = lost.isEmpty();
            }
            repeatable &= ledger.isPresent() && !ledger.get().changesByItself();
            written = Optional.of(attempt.commit(project, published, ledger));
            standing = attempt.staging.fingerprint();
            cache = ledger.map(it -> summary(content.cache(), lists, it)).orElse(List.of());
            lap("write");
          }
        }
        problems.addAll(ofPlan);
        break;
      }
      quarantine.limit(plan.edition()).ifPresent(problems::add);
      if (Destination.objection(project).isEmpty()) {
        content.cache().save();
        lists.ifPresent(RelatedCache::save);
      }
      Site site = plan.site();
      int copied =
          (int) site.pages().values().stream().filter(Page.AssetFile.class::isInstance).count();
      List<String> held = Quarantine.held(plan.edition());
      Report report =
          new Report(
              Optional.of(project.output()),
              content.sources().content().size(),
              (int)
                  site.pages().values().stream().filter(Page.ArticlePage.class::isInstance).count(),
              absent(plan.edition()),
              held,
              site.pages().size() - copied,
              made.get(),
              copied,
              written,
              written.isPresent() || Destination.objection(project).isPresent()
                  ? Optional.empty()
                  : new Withdrawals(folder, instant, parallel, waiting)
                      .carryOut(project.output(), Optional.of(project)),
              Problem.inOrder(problems),
              failed(project),
              written.isPresent() && onError.succeeds() && quarantine.isAllThatFails(problems),
              milliseconds,
              cache);
      if (repeatable && report.written().isPresent() && last.isPresent()) {
        last.get().keep(report, instant, next(content, plan, instant), standing);
      }
      return report;
    }

    /** The first instant after that of the build at which a page may change. */
    private Optional<Instant> next(Content content, Plan plan, Instant instant) {
      Optional<Instant> next = Schedule.next(content.articles(), instant, options.drafts());
      Optional<Instant> news = Syndicator.nextNews(plan.site(), plan.edition());
      return news.isEmpty() || next.isPresent() && next.get().isBefore(news.get()) ? next : news;
    }

    /** What stands in the output folder, if it is as the last build left it. */
    private OptionalLong standing(Project project) throws IOException {
      try (Attempt attempt = new Attempt(project.output())) {
        return attempt.staging.standing(parallel);
      }
    }

    /** One attempt to render and write the site: to be committed, or undone when it is closed. */
    private final class Attempt implements AutoCloseable {
      private final OutputFolder folder;
      private final Staging staging;

      /** Nothing will be written; what the templates have to say is still wanted. */
      Attempt() {
        folder = null;
        staging = null;
      }

      Attempt(Path output) throws IOException {
        folder = OutputFolder.open(output, waiting);
        try {
          staging = new Staging(folder);
        } catch (IOException e) {
          folder.close();
          throw e;
        }
      }

      List<Problem> lostAddresses(Plan plan, PublishedPages published) throws IOException {
        PublishedPages before =
            folder
                .record(PublishedPages.RECORD)
                .map(PublishedPages::read)
                .orElse(PublishedPages.NONE);
        return new LostAddresses(plan, published).since(before, plan.snapshot().known());
      }

      Report.Written commit(Project project, PublishedPages published, Optional<PageLedger> ledger)
          throws IOException {
        // Each takes a while in a large site.
        CompletableFuture<Optional<byte[]>> pages =
            CompletableFuture.supplyAsync(() -> ledger.map(PageLedger::record));
        Map<String, byte[]> records = new TreeMap<>(Withdrawals.records(project, published));
        pages.join().ifPresent(it -> records.put(PageLedger.RECORD, it));
        Staging.Outcome outcome = staging.commit(records);
        return new Report.Written(
            outcome.written(), outcome.unchanged(), outcome.removed(), outcome.foreign());
      }

      @Override
      public void close() {
        if (folder != null) {
          folder.abandon();
          folder.close();
        }
      }
    }

    private Function<Entry, List<Entry>> related(
        Project project, Optional<RelatedCache> cached, Stories stories) throws IOException {
      Each each = (count, step) -> parallel.each(count, "the search for related stories", step);
      try {
        return cached.isPresent()
            ? cached.get().lists(stories, each)
            : RelatedStories.lists(stories, project.shownRelated(), each);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    private void renderAll(
        Project project, Site site, Press press, Optional<PageLedger> ledger, Staging staging)
        throws IOException {
      List<Page> pages = List.copyOf(site.pages().values());
      parallel.map(
          pages.size(),
          index -> "the page " + pages.get(index).path(),
          index -> {
            Page page = pages.get(index);
            if (ledger.isEmpty() || staging == null) {
              make(project, page, press, staging);
            } else {
              make(project, page, press, ledger.get(), staging);
            }
            return null;
          });
      lap("render");
    }

    private void make(Project project, Page page, Press press, Staging staging) throws IOException {
      if (page instanceof Page.AssetFile asset) {
        copy(project, asset, staging);
      } else {
        byte[] bytes = press.bytes(page);
        if (bytes != null && staging != null) {
          staging.write(page, bytes);
        }
      }
    }

    /** Makes a page, unless all that it is made of is as it was. */
    private void make(Project project, Page page, Press press, PageLedger ledger, Staging staging)
        throws IOException {
      Optional<SipHash.Digest> last = ledger.unchanged(page);
      if (last.isPresent() && staging.stays(page.path(), last.get())) {
        ledger.stays(page);
        return;
      }
      made.incrementAndGet();
      if (page instanceof Page.AssetFile asset) {
        copy(project, asset, staging).ifPresent(digest -> ledger.made(page, null, digest));
      } else {
        Press.Print print = press.print(page, ledger.facets());
        if (print.bytes() != null) {
          ledger.made(page, print.reads(), staging.write(page, print.bytes()));
        }
      }
    }

    /** Copies a file; gives its digest where there was nothing to say of it. */
    private Optional<SipHash.Digest> copy(Project project, Page.AssetFile asset, Staging staging)
        throws IOException {
      if (!java.nio.file.Files.isReadable(asset.source().file())) {
        problems.add(
            Reasons.unreadable(
                asset.source(), new java.nio.file.AccessDeniedException(asset.path())));
      } else if (staging != null) {
        CleanAsset clean = CleanAsset.of(project, asset.source());
        clean.problem().ifPresent(problems::add);
        Optional<SipHash.Digest> digest = Optional.empty();
        if (clean.bytes().isPresent()) {
          digest = Optional.of(staging.write(asset, clean.bytes().get()));
        } else if (clean.published()) {
          digest = Optional.of(staging.copy(asset));
        }
        return clean.problem().isPresent() ? Optional.empty() : digest;
      }
      return Optional.empty();
    }

    /** What the cache was good for. */
    private List<String> summary(
        ArticleCache articles, Optional<RelatedCache> lists, PageLedger pages) {
      List<String> lines = new ArrayList<>();
      lines.add("articles: " + articles.summary());
      lists.flatMap(RelatedCache::summary).ifPresent(line -> lines.add("related: " + line));
      lines.add(
          "pages: "
              + (pages.reason().isEmpty()
                  ? made.get() + " made, the others unchanged"
                  : "all made, " + pages.reason()));
      pages.untraceable().forEach(reason -> lines.add("made each time: pages of which " + reason));
      return lines;
    }

    private Map<String, Integer> absent(Edition edition) {
      Map<String, Integer> counts = new TreeMap<>();
      for (Absence absence : edition.absences()) {
        counts.merge(absence.reason().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
      }
      return counts;
    }

    private boolean failed(Project project) {
      return project.failsOn(problems);
    }

    private void lap(String stage) {
      long now = System.nanoTime();
      milliseconds.put(stage, TimeUnit.NANOSECONDS.toMillis(now - lap));
      lap = now;
    }
  }
}
