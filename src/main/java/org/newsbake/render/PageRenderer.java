package org.newsbake.render;

import freemarker.cache.FileTemplateLoader;
import freemarker.core.Environment;
import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.core.TemplateProcessingTracer;
import freemarker.template.Configuration;
import freemarker.template.MalformedTemplateNameException;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateNotFoundException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/**
 * Renders pages with the FreeMarker templates of one folder.
 *
 * <p>Immutable and thread-safe. Templates are read once. They cannot make Java objects, and read no
 * file outside their folder. A template that fails gives no bytes at all.
 */
public final class PageRenderer {

  /** The code of a page that needs more memory than there is, which says nothing of its data. */
  public static final String MEMORY_CODE = "template-memory";

  private static final String MEMORY = "the memory is too small for what the template does here";

  /** What looks at the clock, or at texts as templates. */
  private static final Pattern UNTRACEABLE =
      Pattern.compile("[.]\\s*now\\b|[?]\\s*(?:interpret|eval|eval_json|new|api)\\b");

  /** Where the environment of a page keeps the page's vocabulary. */
  static final Object VOCABULARY = Vocabulary.class;

  private final TemplateOptions options;
  private final Configuration configuration;
  private final Models models;
  private final SteadyIncludes includes;
  private final PageWriter.Texts texts = new PageWriter.Texts();
  private final TemplateWork.Assignments assignments = new TemplateWork.Assignments();
  private final TemplateWork.Limits limits;
  private final Map<String, Optional<String>> untraceable;

  /** Held by the one page that is rendered again because the memory was too small. */
  private final Object memory = new Object();

  /**
   * A renderer with the templates of a folder.
   *
   * @throws UncheckedIOException when the folder cannot be read
   */
  public PageRenderer(TemplateOptions options) {
    this(options, TemplateWork.Limits.USUAL);
  }

  /**
   * A renderer with the templates of a folder.
   *
   * @param limits what a template may do for one page
   * @throws UncheckedIOException when the folder cannot be read
   */
  PageRenderer(TemplateOptions options, TemplateWork.Limits limits) {
    this.options = options;
    this.limits = limits;
    untraceable = new ConcurrentHashMap<>();
    models = new Models(options.services());
    includes = new SteadyIncludes(models);
    // 2.3.0 is what JBake sets: no auto-escaping, numbers and dates by locale.
    configuration = new SteadyConfiguration();
    configuration.setDefaultEncoding(options.charset().name());
    configuration.setOutputEncoding(options.outputEncoding());
    configuration.setLocale(options.locale());
    configuration.setTimeZone(TimeZone.getTimeZone(options.zone()));
    configuration.setSQLDateAndTimeTimeZone(TimeZone.getTimeZone(options.zone()));
    configuration.setObjectWrapper(models);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    // A template that recovers with <#attempt> has dealt with the failure.
    configuration.setAttemptExceptionReporter((failure, environment) -> {});
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    try {
      configuration.setTemplateLoader(new OneFolder(options.folder().toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PageRenderer(PageRenderer other) {
    options = other.options;
    configuration = other.configuration;
    models = other.models;
    limits = other.limits;
    untraceable = other.untraceable;
    includes = new SteadyIncludes(models);
  }

  /** A renderer for another vocabulary with the templates as this one read them. */
  public PageRenderer anew() {
    return new PageRenderer(this);
  }

  /**
   * What keeps a template from being used, if anything does.
   *
   * @param name the template's file below the folder, as jbake.properties gives it
   * @param key the key of jbake.properties that gives it
   */
  public Optional<Problem> objection(String name, String key) {
    String resolved = resolve(name);
    SourceLocation template = SourceLocation.of(options.name() + "/" + resolved);
    String extension = resolved.substring(resolved.lastIndexOf('.') + 1);
    if (options.otherEngines().contains(extension)) {
      return Optional.of(
          Problem.error(
              "template-engine",
              template,
              "this is not a FreeMarker template, and " + key + " needs one.",
              "Newsbake renders FreeMarker only: rewrite it as "
                  + resolved.substring(0, resolved.lastIndexOf('.') + 1)
                  + "ftl."));
    }
    try {
      configuration.getTemplate(resolved);
      return Optional.empty();
    } catch (TemplateNotFoundException | MalformedTemplateNameException e) {
      return Optional.of(
          Problem.error(
              "template-missing",
              template,
              "there is no such template, and " + key + " needs it.",
              "Write it, name another one in " + key + ", or turn the page off."));
    } catch (ParseException e) {
      return Optional.of(failure(e).problem(""));
    } catch (IOException e) {
      return Optional.of(
          Problem.error(
              "template-unreadable",
              template,
              "the template cannot be read: " + Wording.plain(e.getMessage()) + ".",
              "Check that it is a file in " + options.charset() + " that you may read."));
    }
  }

  /**
   * The bytes of one page.
   *
   * @throws TemplateFailure when the template fails on this page
   */
  public byte[] render(String name, Vocabulary vocabulary) throws TemplateFailure {
    try {
      return render(name, vocabulary, new TemplateWork(limits, assignments));
    } catch (OutOfMemoryError e) {
      return renderAgain(name, vocabulary);
    }
  }

  /** The memory may have been filled by another page: each that failed so gets another try. */
  private byte[] renderAgain(String name, Vocabulary vocabulary) throws TemplateFailure {
    synchronized (memory) {
      TemplateWork work = new TemplateWork(limits, assignments);
      try {
        return render(name, vocabulary, work);
      } catch (OutOfMemoryError e) {
        throw tooMuch(
            name,
            work,
            new TemplateWork.TooMuch(
                work.last(),
                MEMORY,
                "Look for a text that is made very long, by a sign such as ?left_pad or ?join."));
      }
    }
  }

  /**
   * The bytes of one page, and what it read for them.
   *
   * @param facets numbers what pages of this site read
   * @throws TemplateFailure when the template fails on this page
   */
  public Trace.Traced render(String name, Vocabulary vocabulary, Facets facets)
      throws TemplateFailure {
    return Trace.of(facets, () -> render(name, vocabulary));
  }

  /**
   * The text of an include that says the same on every page with a root path.
   *
   * @param vocabulary that of a page with this root path
   * @return nothing where it does not say the same
   */
  public Optional<String> include(String name, Vocabulary vocabulary) {
    try {
      return includes.text(page(name, vocabulary, models, Writer.nullWriter()));
    } catch (IOException | TemplateException e) {
      return Optional.empty();
    }
  }

  /** What tells a template, as it is found by its name, from other texts. */
  public String template(String name) {
    try {
      Template template = configuration.getTemplate(resolve(name));
      return template.getSourceName() + "\n" + text(template);
    } catch (IOException e) {
      return "";
    }
  }

  private String text(Template template) throws IOException {
    return Files.readString(options.folder().resolve(template.getSourceName()), options.charset());
  }

  /** What keeps a template from being compared, such as the clock, if anything does. */
  private Optional<String> untraceable(Template template) {
    return untraceable.computeIfAbsent(
        template.getSourceName(),
        key -> {
          try {
            Matcher found = UNTRACEABLE.matcher(text(template));
            return found.find()
                ? Optional.of(options.name() + "/" + key + " uses " + found.group())
                : Optional.empty();
          } catch (IOException e) {
            return Optional.of(options.name() + "/" + key + " cannot be read again");
          }
        });
  }

  private void note(String name, Template template) {
    Trace trace = Trace.current();
    if (trace != null) {
      trace.read(trace.facets().number(new Facets.Facet.OfTemplate(name)));
      if (template != null) {
        untraceable(template)
            .ifPresent(
                reason -> trace.read(trace.facets().number(new Facets.Facet.Everything(reason))));
      }
    }
  }

  private byte[] render(String name, Vocabulary vocabulary, TemplateWork work)
      throws TemplateFailure {
    PageWriter out = PageWriter.in(options.charset(), texts, limits.output());
    try {
      Environment page = page(name, vocabulary, models, out);
      page.setCustomState(SteadyIncludes.KEY, includes);
      page.setTemplateProcessingTracer(work);
      page.process();
      return out.bytes();
    } catch (TemplateWork.TooMuch e) {
      throw tooMuch(name, work, e);
    } catch (TemplateException e) {
      Optional<ParseException> syntax = syntaxError(e);
      if (syntax.isPresent()) {
        throw failure(syntax.get());
      }
      Integer line = e.getLineNumber();
      Integer column = e.getColumnNumber();
      throw failure(
          e.getTemplateSourceName() == null ? name : e.getTemplateSourceName(),
          line == null ? 0 : line,
          column == null ? 0 : column,
          Wording.plain(e),
          Wording.advice(e));
    } catch (StackOverflowError e) {
      throw failure(name, "macros or includes call each other without an end");
    } catch (IOException | RuntimeException | LinkageError e) {
      Optional<ParseException> syntax = syntaxError(e);
      if (syntax.isPresent()) {
        throw failure(syntax.get());
      }
      throw failure(name, e.getMessage() == null ? e.toString() : Wording.plain(e.getMessage()));
    }
  }

  /**
   * The subject of the {@link Vocabulary.Traced} map whose values make a template fail on a page:
   * the one whose key is missing or of the wrong kind, else the one that was read last. Empty where
   * the page renders, and where the template fails on none of their values.
   *
   * <p>Renders the page again, for a failure of {@link #render}, which itself traces nothing.
   */
  public Optional<Object> culprit(String name, Vocabulary vocabulary) {
    TracedModels traced = new TracedModels(options.services());
    try {
      Environment page = page(name, vocabulary, traced, Writer.nullWriter());
      page.setObjectWrapper(traced);
      page.process();
      return Optional.empty();
    } catch (TemplateException e) {
      return syntaxError(e).isPresent() ? Optional.empty() : traced.culprit(e);
    } catch (IOException e) {
      return Optional.empty();
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return syntaxError(e).isPresent() ? Optional.empty() : traced.last();
    }
  }

  private Environment page(String name, Vocabulary vocabulary, Models models, Writer out)
      throws IOException, TemplateException {
    Template template = configuration.getTemplate(resolve(name));
    note(resolve(name), template);
    Trace trace = Trace.current();
    TemplateHashModel names =
        trace == null
            ? models.root(vocabulary)
            : new TracingModels(models, trace.facets()).root(vocabulary);
    Environment page = template.createProcessingEnvironment(names, out);
    page.setCustomState(VOCABULARY, vocabulary);
    return page;
  }

  /** The error in a template that could not be read, on this attempt or on an earlier one. */
  private static Optional<ParseException> syntaxError(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof ParseException syntax) {
        return Optional.of(syntax);
      }
    }
    return Optional.empty();
  }

  private TemplateFailure tooMuch(String name, TemplateWork work, TemplateWork.TooMuch e) {
    TemplateProcessingTracer.TracedElement at = e.element() == null ? work.last() : e.element();
    return at == null
        ? failure(name, 0, 0, e.getMessage(), e.advice())
        : failure(
            at.getTemplate().getSourceName(),
            at.getBeginLine(),
            at.getBeginColumn(),
            e.getMessage(),
            e.advice());
  }

  private TemplateFailure failure(ParseException e) {
    return failure(
        e.getTemplateName(),
        e.getLineNumber(),
        e.getColumnNumber(),
        Wording.plain(e.getEditorMessage()),
        Wording.MEND);
  }

  private TemplateFailure failure(String template, String message) {
    return failure(template, 0, 0, message, Wording.MEND);
  }

  private TemplateFailure failure(
      String template, int line, int column, String message, String advice) {
    boolean known = line > 0;
    return new TemplateFailure(
        new SourceLocation(
            options.name() + "/" + template, known ? line : 0, known ? Math.max(column, 0) : 0),
        message,
        advice,
        known ? line(template, line) : "");
  }

  private String line(String template, int number) {
    try {
      List<String> lines =
          Files.readAllLines(options.folder().resolve(template), options.charset());
      return number <= lines.size() ? lines.get(number - 1) : "";
    } catch (IOException e) {
      // The excerpt is a help; without it the place is still named.
      return "";
    }
  }

  /**
   * The template that JBake takes for a name: the file itself, else one of that name for an engine
   * that it knows. JBake cuts four characters off to find the name without its extension.
   */
  private String resolve(String name) {
    if (name.length() <= 4 || exists(name)) {
      return name;
    }
    String bare = name.substring(0, name.length() - 4) + ".";
    if (exists(bare + "ftl")) {
      return bare + "ftl";
    }
    return options.otherEngines().stream()
        .map(extension -> bare + extension)
        .filter(this::exists)
        .findFirst()
        .orElse(name);
  }

  private boolean exists(String name) {
    Path file = options.folder().resolve(name).normalize();
    return file.startsWith(options.folder().normalize()) && Files.exists(file);
  }

  /** Finds the templates of a folder, and refuses links that lead out of it. */
  private static final class OneFolder extends FileTemplateLoader {
    OneFolder(File folder) throws IOException {
      super(folder);
    }

    @Override
    public Object findTemplateSource(String name) throws IOException {
      try {
        return super.findTemplateSource(name);
      } catch (SecurityException e) {
        throw new IOException("the link " + name + " leads out of the template folder", e);
      }
    }
  }

  /** FreeMarker's configuration, with a say in what an include includes. */
  private final class SteadyConfiguration extends Configuration {
    SteadyConfiguration() {
      super(DEFAULT_INCOMPATIBLE_IMPROVEMENTS);
    }

    @Override
    public Template getTemplate(
        String name,
        Locale locale,
        Object customLookupCondition,
        String encoding,
        boolean parseAsFTL,
        boolean ignoreMissing)
        throws IOException {
      Template template =
          super.getTemplate(
              name, locale, customLookupCondition, encoding, parseAsFTL, ignoreMissing);
      Environment page = Environment.getCurrentEnvironment();
      if (page != null) {
        note(name, template);
      }
      return page != null
              && template != null
              && parseAsFTL
              && page.getCustomState(SteadyIncludes.KEY) instanceof SteadyIncludes includes
          ? includes.resolve(template, page)
          : template;
    }
  }

  /** A template that failed on a page. */
  public static final class TemplateFailure extends Exception {
    private static final long serialVersionUID = 1;

    private final transient SourceLocation location;
    private final String advice;
    private final String excerpt;

    TemplateFailure(SourceLocation location, String message, String advice, String excerpt) {
      super(message, null, false, false);
      this.location = location;
      this.advice = advice;
      this.excerpt = excerpt;
    }

    /**
     * The problem, once for all pages that it kept from being rendered.
     *
     * @param pages what was being rendered, such as {@code while rendering index.html}, or empty
     */
    public Problem problem(String pages) {
      String message = getMessage();
      return new Problem(
          Severity.ERROR,
          message.equals(MEMORY) ? MEMORY_CODE : "template-error",
          location,
          (pages.isEmpty() ? "" : pages + ": ") + message + (message.endsWith(".") ? "" : "."),
          advice,
          excerpt);
    }
  }
}
