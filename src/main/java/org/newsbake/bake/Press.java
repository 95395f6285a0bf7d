package org.newsbake.bake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Page;
import org.newsbake.edition.PageKind;
import org.newsbake.edition.Site;
import org.newsbake.edition.Stories;
import org.newsbake.image.Renditions;
import org.newsbake.jbake.Project;
import org.newsbake.jbake.TemplateVocabulary;
import org.newsbake.render.Facets;
import org.newsbake.render.PageRenderer;
import org.newsbake.render.PageRenderer.TemplateFailure;
import org.newsbake.render.Trace;
import org.newsbake.render.Vocabulary;
import org.newsbake.syndication.Syndicator;

/**
 * Turns the pages of a plan into bytes, and tells each failure of a template once. Thread-safe.
 *
 * <p>Files that are copied are none of its business.
 */
final class Press {

  /** Where smaller pictures are kept, below the project's folder. */
  static final String PICTURES = ".newsbake/pictures";

  private final PageRenderer renderer;
  private final TemplateVocabulary vocabulary;
  private final Syndicator syndicator;
  private final Renditions renditions;

  /** What readers of a story with an error see on a site that has no template for it. */
  private static final byte[] UNAVAILABLE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="robots" content="noindex">
      <title>Temporarily unavailable</title>
      </head>
      <body>
      <h1>Temporarily unavailable</h1>
      <p>This page will be back soon. Please try again later.</p>
      </body>
      </html>
      """
          .getBytes(StandardCharsets.UTF_8);

  private final Site site;
  private final Notices notices;
  private final Supplier<Map<String, Problem>> objections;

  /** Whether a template can be used at all. */
  private final Map<String, Boolean> usable = new ConcurrentHashMap<>();

  private final Map<Problem, Collection<Page>> pagesByFailure = new ConcurrentHashMap<>();

  /**
   * @param related gives the related stories of an article
   */
  Press(Project project, Stories stories, Function<Entry, List<Entry>> related) {
    this(project, stories, related, new PageRenderer(project.templateOptions()));
  }

  /**
   * @param related gives the related stories of an article
   * @param renderer has rendered nothing yet
   */
  Press(
      Project project,
      Stories stories,
      Function<Entry, List<Entry>> related,
      PageRenderer renderer) {
    this.renderer = renderer;
    syndicator = new Syndicator(stories, project.syndicationOptions());
    vocabulary = project.vocabulary(stories, related, syndicator::newsArticle);
    renditions = new Renditions(project.folder().resolve(PICTURES));
    site = stories.site();
    notices = new Notices(project, stories);
    objections = new Once<>(() -> objections(renderer, site));
  }

  /**
   * What became of a page: its bytes, or the problem that kept it from having any.
   *
   * @param bytes the bytes, or {@code null}
   * @param problem the problem, or {@code null}
   * @param reads what its template read, or {@code null} where no template was asked
   */
  record Print(byte[] bytes, Problem problem, BitSet reads) {
    Print(byte[] bytes, Problem problem) {
      this(bytes, problem, null);
    }
  }

  /**
   * What became of a page. Where its template fails, that is told with the other problems.
   *
   * @param facets numbers what pages read
   */
  Print print(Page page, Facets facets) throws IOException {
    return told(page, printed(page, Optional.of(facets)));
  }

  /**
   * The bytes of a page, or {@code null} where its template fails, which is told with the other
   * problems.
   */
  byte[] bytes(Page page) throws IOException {
    return told(page, printed(page, Optional.empty())).bytes;
  }

  private Print told(Page page, Print print) {
    if (print.problem != null && !objections.get().containsValue(print.problem)) {
      pagesByFailure.computeIfAbsent(print.problem, key -> new ConcurrentLinkedQueue<>()).add(page);
    }
    return print;
  }

  /** The bytes of a page, or why it has none. */
  Print print(Page page) throws IOException {
    return printed(page, Optional.empty());
  }

  private Print printed(Page page, Optional<Facets> facets) throws IOException {
    if (page instanceof Page.RenditionFile rendition) {
      return rendition(rendition);
    }
    return page instanceof Page.ForMachines file
        ? new Print(syndicator.bytes(file), null)
        : render((Page.Rendered) page, facets);
  }

  private Print rendition(Page.RenditionFile page) throws IOException {
    Optional<byte[]> bytes = renditions.bytes(page.original().file(), page.heights(), page.width());
    return bytes.isPresent()
        ? new Print(bytes.get(), null)
        : new Print(null, undecodable(page.original()));
  }

  private static Problem undecodable(SourceFile original) {
    return Problem.error(
        "picture-invalid",
        SourceLocation.of(original.name()),
        "the picture cannot be made smaller: it is damaged, or too large for the memory.",
        "Save it anew as an RGB JPEG or PNG.");
  }

  private Print render(Page.Rendered page, Optional<Facets> facets) {
    if (isBuiltIn(page)) {
      return new Print(UNAVAILABLE, null);
    }
    if (!usable.computeIfAbsent(page.template(), this::isUsable)) {
      return new Print(null, objections.get().get(page.template()));
    }
    try {
      Vocabulary names = vocabulary.of(page);
      BitSet reads = null;
      byte[] bytes;
      if (facets.isPresent()) {
        Trace.Traced traced = renderer.render(page.template(), names, facets.get());
        bytes = traced.bytes();
        reads = traced.numbers();
      } else {
        bytes = renderer.render(page.template(), names);
      }
      Optional<Problem> missing =
          page instanceof Page.ArticlePage article
              ? notices.missing(article, bytes)
              : Optional.empty();
      return missing.isPresent() ? new Print(null, missing.get()) : new Print(bytes, null, reads);
    } catch (TemplateFailure e) {
      return new Print(null, e.problem(""));
    }
  }

  /** The names of a page. */
  Vocabulary vocabulary(Page.Rendered page) {
    return vocabulary.of(page);
  }

  /** The names that all pages have, and a root path. */
  Vocabulary vocabulary(String rootPath) {
    return vocabulary.ofAllPages(rootPath);
  }

  PageRenderer renderer() {
    return renderer;
  }

  private static boolean isBuiltIn(Page.Rendered page) {
    return page instanceof Page.UnavailablePage && page.template().isEmpty();
  }

  private boolean isUsable(String template) {
    return renderer.objection(template, "").isEmpty();
  }

  /** What was wrong with templates and pictures so far, where it is nobody's data. */
  List<Problem> problems() {
    List<Problem> told = new ArrayList<>(objections.get().values());
    failures().forEach(failure -> told.add(failure.problem()));
    return told;
  }

  /** What failed so far, with the stories whose data make it fail. */
  List<TemplateFault> failures() {
    Map<String, Long> articlePages =
        site.pages().values().stream()
            .filter(Page.ArticlePage.class::isInstance)
            .map(Page.ArticlePage.class::cast)
            .collect(Collectors.groupingBy(Page.ArticlePage::template, Collectors.counting()));
    return new TreeMap<>(pagesByFailure)
        .entrySet().stream()
            .map(
                failure ->
                    TemplateFault.of(
                        failure.getKey(), failure.getValue(), articlePages, this::culprit))
            .toList();
  }

  private Optional<Entry> culprit(Page.Rendered page) {
    return vocabulary.culprit(renderer, page);
  }

  /** The templates that cannot be used, and why. */
  private static Map<String, Problem> objections(PageRenderer renderer, Site site) {
    Map<String, String> keyByTemplate = new TreeMap<>();
    for (Page page : site.pages().values()) {
      if (page instanceof Page.Rendered rendered && !isBuiltIn(rendered)) {
        if (!keyByTemplate.containsKey(rendered.template())) {
          keyByTemplate.put(rendered.template(), "template." + type(rendered) + ".file");
        }
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
    if (page instanceof Page.UnavailablePage) {
      return PageKind.UNAVAILABLE.word();
    }
    return page instanceof Page.WithdrawnPage ? PageKind.WITHDRAWN.word() : "tag";
  }
}
