package org.newsbake.render;

import freemarker.core.Environment;
import freemarker.core.TemplateProcessingTracer;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Counts what a template does for one page, and stops it where that is too much: its steps, how
 * deep they are nested, and the length of the texts that it keeps in variables. What is counted is
 * the same on every machine.
 *
 * <p>A step is one directive, one interpolation or one piece of text. The page's size is counted by
 * {@link PageWriter}.
 */
final class TemplateWork implements TemplateProcessingTracer {

  /** The most steps of one page: an archive of a million articles takes some thirty million. */
  static final long MOST_STEPS = 50_000_000;

  /** How deep macros, includes, lists and conditions may be nested in each other. */
  static final int MOST_DEPTH = 1_000;

  /** The most characters of a text that a template keeps in a variable. */
  static final int MOST_LENGTH = 16 * 1024 * 1024;

  /** What an assignment may set: the name behind its directive, and each before an equals sign. */
  private static final Pattern VARIABLE =
      Pattern.compile(
          "(?<=#(?:assign|global|local)"
              + " )\"?([^\\s=\"+]+)|([\\p{L}_$@][\\p{L}\\d_$@]*)\"?\\s*\\+?=(?!=)");

  private final Limits limits;
  private final Assignments assignments;
  private TracedElement last;
  private long steps;
  private int depth;

  /**
   * What a template may do for one page.
   *
   * @param steps the most steps
   * @param depth how deep they may be nested
   * @param length the most characters of a text in a variable
   * @param output the most bytes of a page
   */
  record Limits(long steps, int depth, int length, int output) {

    static final Limits USUAL =
        new Limits(MOST_STEPS, MOST_DEPTH, MOST_LENGTH, PageWriter.MOST_BYTES);
  }

  /** The variables that the assignments of templates set. Thread-safe. */
  static final class Assignments {

    /** Templates within bodies bring new elements with every page, which must not fill memory. */
    private static final int MOST = 20_000;

    private final Map<TracedElement, Set<String>> variables = new ConcurrentHashMap<>();

    private Set<String> variables(TracedElement element) {
      if (!element.getClass().getSimpleName().contains("Assign")) {
        return Set.of();
      }
      Set<String> known = variables.get(element);
      if (known == null) {
        known =
            VARIABLE
                .matcher(element.getDescription())
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.toUnmodifiableSet());
        if (variables.size() < MOST) {
          variables.put(element, known);
        }
      }
      return known;
    }
  }

  TemplateWork(Limits limits, Assignments assignments) {
    this.limits = limits;
    this.assignments = assignments;
  }

  /** The same limits, with nothing done yet. */
  TemplateWork fresh() {
    return new TemplateWork(limits, assignments);
  }

  @Override
  public void enterElement(Environment page, TracedElement element) {
    last = element;
    if (++steps > limits.steps) {
      throw new TooMuch(
          element,
          String.format("the template has taken %,d steps for this page, the most", limits.steps),
          "Look for a list without an end here, or show fewer entries on a page.");
    }
    if (++depth > limits.depth) {
      throw new TooMuch(
          element,
          String.format("macros or includes call each other more than %,d deep", limits.depth),
          "End the recursion here with a condition.");
    }
  }

  @Override
  public void exitElement(Environment page, TracedElement element) {
    depth--;
    for (String variable : assignments.variables(element)) {
      if (isTooLong(page, variable)) {
        throw new TooMuch(
            element,
            String.format(
                "the variable %s has grown beyond %,d characters, the most",
                variable, limits.length),
            "Write the text instead of collecting it in a variable.");
      }
    }
  }

  private boolean isTooLong(Environment page, String variable) {
    try {
      TemplateModel value = page.getVariable(variable);
      return value instanceof TemplateScalarModel text
          && Objects.requireNonNullElse(text.getAsString(), "").length() > limits.length;
    } catch (TemplateModelException e) {
      // A value that cannot be read fails where the template uses it.
      return false;
    }
  }

  /** The element of the template that ran last, or {@code null} before the first. */
  TracedElement last() {
    return last;
  }

  /** A page takes more than a template may do. No {@code attempt} of a template catches this. */
  static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient TracedElement element;
    private final String advice;

    /**
     * @param element where the template was, or {@code null} for where its last step was
     */
    TooMuch(TracedElement element, String found, String advice) {
      super(found, null, false, false);
      this.element = element;
      this.advice = advice;
    }

    TracedElement element() {
      return element;
    }

    String advice() {
      return advice;
    }
  }
}
