package org.newsbake.render;

import freemarker.core.Environment;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.swing.tree.TreeNode;

/**
 * Includes that say the same on every page, rendered once: a footer with the latest headlines and
 * all tags costs a page no more than its text.
 *
 * <p>An included template is steady when it does nothing but write (lists, conditions, values), and
 * when all that it reads is the same for every page of the site; {@code content.rootpath}, which
 * every JBake template puts before its links, may differ, and gives one text for each value. What
 * an include reads is found out by rendering it alone, once, against a model that takes notes. It
 * is then replaced by its text wherever the page that includes it hides none of those names behind
 * a variable of its own, and has changed no setting that tells how values are written.
 *
 * <p>Thread-safe.
 */
final class SteadyIncludes {

  /** Where the environment of a page keeps the includes of its site. */
  static final Object KEY = SteadyIncludes.class;

  /** Elements that write, and change nothing that outlasts them. */
  private static final Set<String> WRITING =
      Set.of(
          "TextBlock",
          "MixedContent",
          "DollarVariable",
          "NumericalOutput",
          "Comment",
          "IteratorBlock",
          "Items",
          "Sep",
          "ListElseContainer",
          "ElseOfList",
          "BreakInstruction",
          "ContinueInstruction",
          "IfBlock",
          "ConditionalBlock",
          "SwitchBlock",
          "Case",
          "On",
          "CompressedBlock",
          "EscapeBlock",
          "NoEscapeBlock",
          "AutoEscBlock",
          "NoAutoEscBlock",
          "OutputFormatBlock",
          "TrimInstruction",
          "Include");

  /** Expressions that look at the clock, at the page around them, or at text as a template. */
  private static final Pattern UNSTEADY =
      Pattern.compile(
          "[?](interpret|eval|new|api)|(?<![\\w)\\]])[.](now|vars|globals|locals|namespace|main|data_?model|template"
              + "|caller|current|get_?optional|args|pass|error|node|lang|locale|output|url|incompatible)",
          Pattern.CASE_INSENSITIVE);

  /** The most values of {@code content.rootpath} for which a text is kept. */
  private static final int MOST_TEXTS = 32;

  private final Models models;
  private final Map<String, Steady> byName = new ConcurrentHashMap<>();

  SteadyIncludes(Models models) {
    this.models = models;
  }

  /**
   * What an include was found to be.
   *
   * @param names the names that it reads; nothing where it is not steady
   * @param rootPath whether it reads {@code content.rootpath}
   * @param texts its text as a template, for each value of it
   */
  private record Steady(
      Optional<Set<String>> names, boolean rootPath, Map<String, Template> texts) {

    static Steady no() {
      return new Steady(Optional.empty(), false, Map.of());
    }
  }

  /** What to include for a template: its text where that is sure to be the same, else itself. */
  Template resolve(Template template, Environment page) {
    if (page.getCustomState(Notes.KEY) instanceof Notes notes) {
      // An include within one that is being found out must be steady itself.
      notes.steady &= writesOnly(template);
      return template;
    }
    Vocabulary vocabulary = (Vocabulary) page.getCustomState(PageRenderer.VOCABULARY);
    try {
      Steady steady = byName.get(template.getName());
      if (steady == null) {
        steady = examine(template, vocabulary, page);
        byName.put(template.getName(), steady);
      }
      if (steady.names().isEmpty() || !isPlain(page, steady.names().get(), vocabulary)) {
        return template;
      }
      Template text = text(steady, template, vocabulary, page);
      Trace trace = Trace.current();
      if (text != template && trace != null) {
        String rootPath = steady.rootPath() ? rootPath(vocabulary).orElse("") : "";
        trace.read(trace.facets().number(new Facets.Facet.Include(template.getName(), rootPath)));
      }
      return text;
    } catch (TemplateException | IOException | TemplateWork.TooMuch e) {
      // The include fails: it is left to fail in its place, where its error names the page.
      byName.put(template.getName(), Steady.no());
      return template;
    }
  }

  /**
   * The text of an include.
   *
   * @param page an environment of the include alone, with the vocabulary of a page
   * @return nothing where it is not the same on every page
   */
  Optional<String> text(Environment page) throws IOException, TemplateException {
    Template template = page.getMainTemplate();
    Vocabulary vocabulary = (Vocabulary) page.getCustomState(PageRenderer.VOCABULARY);
    Steady steady = byName.get(template.getName());
    if (steady == null) {
      try {
        steady = examine(template, vocabulary, page);
      } catch (TemplateException | IOException | TemplateWork.TooMuch e) {
        steady = Steady.no();
      }
      byName.put(template.getName(), steady);
    }
    if (steady.names().isEmpty()) {
      return Optional.empty();
    }
    for (String read : steady.names().get()) {
      if (!vocabulary.isShared(read)) {
        return Optional.empty();
      }
    }
    try {
      Template text = text(steady, template, vocabulary, page);
      return text == template ? Optional.empty() : Optional.of(text.toString());
    } catch (TemplateWork.TooMuch e) {
      return Optional.empty();
    }
  }

  private Template text(Steady steady, Template template, Vocabulary vocabulary, Environment page)
      throws TemplateException, IOException {
    String rootPath = steady.rootPath() ? rootPath(vocabulary).orElse(null) : "";
    if (rootPath == null) {
      return template;
    }
    Template text = steady.texts().get(rootPath);
    if (text == null && steady.texts().size() < MOST_TEXTS) {
      // Behind a condition on this root path there may be what is not steady at another one.
      Notes notes = Notes.take(template, vocabulary, this, page);
      text =
          notes.steady && steady.names().orElseThrow().containsAll(notes.names)
              ? notes.text(template)
              : template;
      steady.texts().put(rootPath, text);
    }
    return text == null ? template : text;
  }

  private Steady examine(Template template, Vocabulary vocabulary, Environment page)
      throws TemplateException, IOException {
    if (!writesOnly(template)) {
      return Steady.no();
    }
    Notes notes = Notes.take(template, vocabulary, this, page);
    return notes.steady
        ? new Steady(
            Optional.of(Set.copyOf(notes.names)), notes.rootPath, new ConcurrentHashMap<>())
        : Steady.no();
  }

  @SuppressWarnings("deprecation") // The tree is FreeMarker's own view of a template for tools.
  static boolean writesOnly(Template template) {
    return template.getMacros().isEmpty()
        && !UNSTEADY.matcher(template.toString()).find()
        && writesOnly(template.getRootTreeNode());
  }

  private static boolean writesOnly(TreeNode element) {
    if (element == null) {
      return true;
    }
    if (!WRITING.contains(element.getClass().getSimpleName())) {
      return false;
    }
    Enumeration<? extends TreeNode> children = element.children();
    while (children.hasMoreElements()) {
      if (!writesOnly(children.nextElement())) {
        return false;
      }
    }
    return true;
  }

  /** Whether these names mean here what they mean everywhere, and values are written as ever. */
  private static boolean isPlain(Environment page, Set<String> names, Vocabulary vocabulary)
      throws TemplateModelException {
    for (String name : names) {
      if (!vocabulary.isShared(name) || isHidden(page, name)) {
        return false;
      }
    }
    Configuration usual = page.getConfiguration();
    return !isHidden(page, "content")
        && Objects.equals(page.getLocale(), usual.getLocale())
        && Objects.equals(page.getTimeZone(), usual.getTimeZone())
        && Objects.equals(page.getNumberFormat(), usual.getNumberFormat())
        && Objects.equals(page.getBooleanFormat(), usual.getBooleanFormat())
        && Objects.equals(page.getCFormat(), usual.getCFormat())
        && Objects.equals(page.getDateFormat(), usual.getDateFormat())
        && Objects.equals(page.getTimeFormat(), usual.getTimeFormat())
        && Objects.equals(page.getDateTimeFormat(), usual.getDateTimeFormat())
        && Objects.equals(page.getOutputEncoding(), usual.getOutputEncoding())
        && Objects.equals(page.getURLEscapingCharset(), usual.getURLEscapingCharset())
        && page.getClassicCompatibleAsInt() == usual.getClassicCompatibleAsInt();
  }

  private static boolean isHidden(Environment page, String name) throws TemplateModelException {
    return page.getLocalVariable(name) != null
        || page.getCurrentNamespace().get(name) != null
        || page.getGlobalNamespace().get(name) != null;
  }

  private static Optional<String> rootPath(Vocabulary vocabulary) {
    return vocabulary.get("content") instanceof Map<?, ?> content
            && content.get("rootpath") instanceof String rootPath
        ? Optional.of(rootPath)
        : Optional.empty();
  }

  /** What an include read while it was rendered alone, and what it wrote. */
  private static final class Notes {
    static final Object KEY = Notes.class;

    private final Set<String> names = new HashSet<>();
    private boolean rootPath;
    private boolean steady = true;
    private final StringWriter text = new StringWriter();

    static Notes take(
        Template template, Vocabulary vocabulary, SteadyIncludes includes, Environment page)
        throws TemplateException, IOException {
      Notes notes = new Notes();
      return Trace.<Notes, TemplateException, IOException>asideOf(
          () -> take(notes, template, vocabulary, includes, page));
    }

    private static Notes take(
        Notes notes,
        Template template,
        Vocabulary vocabulary,
        SteadyIncludes includes,
        Environment page)
        throws TemplateException, IOException {
      Environment alone =
          template.createProcessingEnvironment(notes.root(vocabulary, includes.models), notes.text);
      alone.setCustomState(SteadyIncludes.KEY, includes);
      alone.setCustomState(KEY, notes);
      // Counted on its own: which page comes first is the threads' affair.
      if (page.getTemplateProcessingTracer() instanceof TemplateWork work) {
        alone.setTemplateProcessingTracer(work.fresh());
      }
      alone.process();
      return notes;
    }

    Template text(Template template) {
      return Template.getPlainTextTemplate(
          template.getName(),
          template.getSourceName(),
          text.toString(),
          template.getConfiguration());
    }

    private TemplateHashModel root(Vocabulary vocabulary, Models models) {
      TemplateHashModel all = models.root(vocabulary);
      return hash(
          name -> {
            if (name.equals("content")) {
              return content(all.get(name));
            }
            steady &= vocabulary.isShared(name);
            names.add(name);
            return all.get(name);
          });
    }

    private TemplateModel content(TemplateModel content) {
      if (!(content instanceof TemplateHashModel values)) {
        steady = false;
        return content;
      }
      return hash(
          key -> {
            rootPath |= key.equals("rootpath");
            steady &= key.equals("rootpath");
            return values.get(key);
          });
    }

    private interface Lookup {
      TemplateModel get(String name) throws TemplateModelException;
    }

    private static TemplateHashModel hash(Lookup lookup) {
      return new TemplateHashModel() {
        @Override
        public TemplateModel get(String name) throws TemplateModelException {
          return lookup.get(name);
        }

        @Override
        public boolean isEmpty() {
          return false;
        }
      };
    }
  }
}
