package org.newsbake.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.DataFile;
import org.newsbake.article.DataReader;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Absence;
import org.newsbake.edition.Addresses;
import org.newsbake.edition.Edition;
import org.newsbake.edition.Front;
import org.newsbake.edition.Newsroom;
import org.newsbake.edition.Page;
import org.newsbake.edition.PageKind;
import org.newsbake.edition.Pictures;
import org.newsbake.edition.Site;
import org.newsbake.edition.SitePlan;
import org.newsbake.edition.Stories;
import org.newsbake.image.Renditions;
import org.newsbake.jbake.MarkupReader;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.ProjectReader;
import org.newsbake.jbake.TemplateVocabulary;
import org.newsbake.render.PageRenderer;
import org.newsbake.render.PageRenderer.TemplateFailure;
import org.newsbake.syndication.Syndicator;

/**
 * Builds a site, stage by stage: read, select, plan, render, write.
 *
 * <pre>{@code
 * Report report = new Build(options, () -> {}).run(Path.of("."), Optional.empty());
 * }</pre>
 */
public final class Build {

  private final BuildOptions options;
  private final Runnable waiting;

  /**
   * @param waiting run once when another build holds the output folder, and this one waits
   */
  public Build(BuildOptions options, Runnable waiting) {
    this.options = options;
    this.waiting = waiting;
  }

  /**
   * Builds the site of a project.
   *
   * @param folder the project's folder
   * @param output where to write the site, instead of where the project says
   * @throws IOException when the machine fails: a full disk, an output folder without permission
   */
  public Report run(Path folder, Optional<Path> output) throws IOException {
    try (Parallel parallel = new Parallel(options.threads())) {
      return new Run(parallel).run(folder, output);
    }
  }

  /** One build. */
  private final class Run {
    private final Parallel parallel;
    private final Collection<Problem> problems = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> milliseconds = new LinkedHashMap<>();
    private long lap = System.nanoTime();

    Run(Parallel parallel) {
      this.parallel = parallel;
    }

    Report run(Path folder, Optional<Path> output) throws IOException {
      ProjectReader.Result read = ProjectReader.read(folder, output);
      problems.addAll(read.problems());
      if (read.project().isEmpty()) {
        return new Report(
            output, 0, 0, Map.of(), 0, 0, Optional.empty(), sorted(), true, milliseconds);
      }
      Project project = read.project().get();
      Destination.objection(project).ifPresent(problems::add);
      lap("configure");

      Sources sources = SourceWalk.find(project, MarkupReader.extensions());
      problems.addAll(sources.problems());
      List<Article> articles = read(project, sources.content());
      List<DataFile> data = readData(project, sources.data());
      lap("read");

      Instant instant = options.instant().apply(project.articleOptions().zone());
      Newsroom newsroom = new Newsroom(data);
      Addresses addresses = new Addresses(project.siteOptions().addresses(), newsroom);
      Edition edition = Edition.at(articles, data, addresses, instant, options.drafts());
      problems.addAll(newsroom.problems());
      articles.forEach(article -> problems.addAll(newsroom.problems(article)));
      problems.addAll(Front.problems(newsroom, articles));
      List<SourceFile> assets = WithheldAssets.released(project, sources, edition);
      Pictures pictures = new PictureDesk(project, assets, problems).pictures(edition);
      Site site = new SitePlan(project.siteOptions()).site(edition, newsroom, pictures, assets);
      Stories stories = new Stories(edition, site, pictures, project.siteOptions());
      problems.addAll(site.problems());
      problems.addAll(stories.problems());
      problems.addAll(Destination.unwritable(project, site));
      lap("plan");

      PageRenderer renderer = new PageRenderer(project.templateOptions());
      Syndicator syndicator = new Syndicator(stories, project.syndicationOptions());
      TemplateVocabulary vocabulary = project.vocabulary(stories, syndicator::newsArticle);
      Map<String, Problem> objections = objections(renderer, site);
      problems.addAll(objections.values());

      Renditions renditions = new Renditions(project.folder().resolve(".newsbake/pictures"));
      Rendering rendering = new Rendering(renderer, vocabulary, syndicator, renditions, objections);
      Optional<Report.Written> written = write(project, site, rendering);
      int copied =
          (int) site.pages().values().stream().filter(Page.AssetFile.class::isInstance).count();
      return new Report(
          Optional.of(project.output()),
          sources.content().size(),
          (int) site.pages().values().stream().filter(Page.ArticlePage.class::isInstance).count(),
          absent(edition),
          site.pages().size() - copied,
          copied,
          written,
          sorted(),
          failed(project),
          milliseconds);
    }

    private List<Article> read(Project project, List<SourceFile> files) throws IOException {
      MarkupReader reader = new MarkupReader(project);
      List<Reading> readings = map(files.size(), index -> readOne(reader, files.get(index)));
      List<Article> articles = new ArrayList<>(files.size());
      for (Reading reading : readings) {
        problems.addAll(reading.problems());
        reading.article().ifPresent(articles::add);
      }
      return articles;
    }

    private Reading readOne(MarkupReader reader, SourceFile file) {
      try {
        return reader.read(file);
      } catch (IOException e) {
        return Reading.none(unreadable(file, e));
      } catch (RuntimeException | StackOverflowError e) {
        // A parser that gives up on one file must not take the others with it.
        return Reading.none(parserGaveUp(file, e));
      }
    }

    private List<DataFile> readData(Project project, List<SourceFile> files) {
      DataReader reader = new DataReader(project.articleOptions().zone());
      List<DataFile> data = new ArrayList<>();
      for (SourceFile file : files) {
        try {
          DataReader.Result result = reader.read(file);
          problems.addAll(result.problems());
          result.file().ifPresent(data::add);
        } catch (IOException e) {
          problems.add(unreadable(file, e));
        } catch (RuntimeException | StackOverflowError e) {
          problems.add(parserGaveUp(file, e));
        }
      }
      return data;
    }

    private static Problem parserGaveUp(SourceFile file, Throwable e) {
      return Problem.error(
          "file-unreadable",
          SourceLocation.of(file.name()),
          "its parser gave up: " + e + ".",
          "Simplify the text, such as lists or quotes nested hundreds deep.");
    }

    private static Problem unreadable(SourceFile file, IOException e) {
      return Problem.error(
          "file-unreadable",
          SourceLocation.of(file.name()),
          "the file cannot be read: " + Reasons.of(e) + ".",
          "Check its permissions.");
    }

    /** The templates that cannot be used, and why. */
    private static Map<String, Problem> objections(PageRenderer renderer, Site site) {
      Map<String, String> keyByTemplate = new TreeMap<>();
      for (Page page : site.pages().values()) {
        if (page instanceof Page.Rendered rendered) {
          keyByTemplate.putIfAbsent(rendered.template(), "template." + type(rendered) + ".file");
        }
      }
      Map<String, Problem> objections = new TreeMap<>();
      keyByTemplate.forEach(
          (template, key) ->
              renderer.objection(template, key).ifPresent(it -> objections.put(template, it)));
      return objections;
    }

    private static String type(Page.Rendered page) {
      if (page instanceof Page.ArticlePage article) {
        return article.entry().article().type();
      }
      if (page instanceof Page.ListPage list) {
        return list.kind().equals("tags") ? "tagsindex" : list.kind();
      }
      if (page instanceof Page.GroupPage group) {
        return group.listing().group().kind().word();
      }
      return page instanceof Page.WithdrawnPage ? PageKind.WITHDRAWN.word() : "tag";
    }

    private Optional<Report.Written> write(Project project, Site site, Rendering rendering)
        throws IOException {
      if (failed(project) && !(options.keepGoing() && writable())) {
        // Nothing will be written; what the templates have to say is still wanted.
        renderAll(site, rendering, null);
        return Optional.empty();
      }
      try (OutputFolder folder = OutputFolder.open(project.output(), waiting)) {
        Staging staging = new Staging(folder);
        boolean committed = false;
        try {
          renderAll(site, rendering, staging);
          if (failed(project) && !options.keepGoing()) {
            return Optional.empty();
          }
          Staging.Outcome outcome = staging.commit(rendering.missing);
          committed = true;
          lap("write");
          return Optional.of(
              new Report.Written(
                  outcome.written(), outcome.unchanged(), outcome.removed(), outcome.foreign()));
        } finally {
          if (!committed) {
            folder.abandon();
          }
        }
      }
    }

    /** Whether the output folder is one that may be written to at all. */
    private boolean writable() {
      return problems.stream().noneMatch(problem -> problem.code().equals(Destination.CODE));
    }

    private void renderAll(Site site, Rendering rendering, Staging staging) throws IOException {
      List<Page> pages = List.copyOf(site.pages().values());
      map(
          pages.size(),
          index -> {
            Page page = pages.get(index);
            if (page instanceof Page.AssetFile asset) {
              copy(asset, staging);
            } else {
              byte[] bytes = rendering.bytes(page);
              if (bytes != null && staging != null) {
                staging.write(page.path(), bytes);
              }
            }
            return null;
          });
      problems.addAll(rendering.problems());
      lap("render");
    }

    private void copy(Page.AssetFile asset, Staging staging) throws IOException {
      if (!java.nio.file.Files.isReadable(asset.source().file())) {
        problems.add(
            unreadable(asset.source(), new java.nio.file.AccessDeniedException(asset.path())));
      } else if (staging != null) {
        staging.copy(asset.path(), asset.source().file());
      }
    }

    private Map<String, Integer> absent(Edition edition) {
      Map<String, Integer> counts = new TreeMap<>();
      for (Absence absence : edition.absences()) {
        counts.merge(absence.reason().name().toLowerCase(java.util.Locale.ROOT), 1, Integer::sum);
      }
      return counts;
    }

    private boolean failed(Project project) {
      return project.failOnWarning()
          ? !problems.isEmpty()
          : problems.stream().anyMatch(Problem::isError);
    }

    private List<Problem> sorted() {
      return List.copyOf(new TreeSet<>(problems));
    }

    private void lap(String stage) {
      long now = System.nanoTime();
      milliseconds.put(stage, TimeUnit.NANOSECONDS.toMillis(now - lap));
      lap = now;
    }

    private <T> List<T> map(int count, Parallel.Step<T> step) throws IOException {
      try {
        return parallel.map(count, step);
      } catch (IOException | RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The pages of a site being rendered, and the failures of their templates, each told once. */
  private static final class Rendering {
    private final PageRenderer renderer;
    private final TemplateVocabulary vocabulary;
    private final Syndicator syndicator;
    private final Renditions renditions;
    private final Map<String, Problem> objections;
    private final Map<Problem, Collection<String>> pagesByFailure = new ConcurrentHashMap<>();
    private final Collection<String> missing = new ConcurrentLinkedQueue<>();

    Rendering(
        PageRenderer renderer,
        TemplateVocabulary vocabulary,
        Syndicator syndicator,
        Renditions renditions,
        Map<String, Problem> objections) {
      this.renderer = renderer;
      this.vocabulary = vocabulary;
      this.syndicator = syndicator;
      this.renditions = renditions;
      this.objections = objections;
    }

    /** The bytes of a page, or {@code null} where its template fails. */
    byte[] bytes(Page page) throws IOException {
      if (page instanceof Page.RenditionFile rendition) {
        return rendition(rendition);
      }
      return page instanceof Page.ForMachines file
          ? syndicator.bytes(file)
          : render((Page.Rendered) page);
    }

    private byte[] rendition(Page.RenditionFile page) throws IOException {
      Optional<byte[]> bytes =
          renditions.bytes(page.original().file(), page.width(), page.height());
      if (bytes.isEmpty()) {
        pagesByFailure
            .computeIfAbsent(undecodable(page.original()), key -> new ConcurrentLinkedQueue<>())
            .add(page.path());
      }
      return bytes.orElse(null);
    }

    private static Problem undecodable(SourceFile original) {
      return Problem.error(
          "picture-invalid",
          SourceLocation.of(original.name()),
          "the picture cannot be made smaller.",
          "Save it anew as an RGB JPEG or PNG.");
    }

    private byte[] render(Page.Rendered page) {
      if (objections.containsKey(page.template())) {
        missing.add(page.path());
        return null;
      }
      try {
        return renderer.render(page.template(), vocabulary.of(page));
      } catch (TemplateFailure e) {
        missing.add(page.path());
        pagesByFailure
            .computeIfAbsent(e.problem(""), key -> new ConcurrentLinkedQueue<>())
            .add(page.path());
        return null;
      }
    }

    List<Problem> problems() {
      List<Problem> told = new ArrayList<>();
      pagesByFailure.forEach(
          (failure, pages) -> {
            int others = pages.size() - 1;
            String first = Collections.min(pages);
            told.add(
                new Problem(
                    failure.severity(),
                    failure.code(),
                    failure.location(),
                    "while rendering "
                        + first
                        + (others == 0 ? "" : String.format(" and %,d more", others))
                        + ": "
                        + failure.found(),
                    failure.advice(),
                    failure.excerpt()));
          });
      return told;
    }
  }
}
