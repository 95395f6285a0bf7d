package org.newsbake.render;

import freemarker.core.ParseException;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.newsbake.SourceLocation;
import org.newsbake.render.PageRenderer.TemplateFailure;

/**
 * A FreeMarker template that stands alone: it includes no other, makes no Java objects, and sees
 * nothing but texts and functions of one text. Immutable and thread-safe.
 */
public final class TextTemplate {

  private final String name;
  private final String text;

  /**
   * @param name the template as problems name it
   */
  public TextTemplate(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * The text that the template gives.
   *
   * @param values texts by name
   * @param functions what can be called with one text, by name
   * @throws TemplateFailure when the template cannot be read, or fails
   */
  public String render(Map<String, String> values, Map<String, UnaryOperator<String>> functions)
      throws TemplateFailure {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setLocale(Locale.ROOT);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setAttemptExceptionReporter((failure, environment) -> {});
    Map<String, Object> model = new HashMap<>(values);
    functions.forEach((function, operator) -> model.put(function, method(function, operator)));
    StringWriter out = new StringWriter();
    try {
      new Template(name, text, configuration).process(model, out);
      return out.toString();
    } catch (ParseException e) {
      throw failure(
          e.getLineNumber(),
          e.getColumnNumber(),
          Wording.plain(e.getEditorMessage()),
          Wording.MEND);
    } catch (TemplateException e) {
      Integer line = e.getLineNumber();
      Integer column = e.getColumnNumber();
      throw failure(
          line == null ? 0 : line,
          column == null ? 0 : column,
          Wording.plain(e),
          Wording.advice(e));
    } catch (StackOverflowError e) {
      throw failure(0, 0, "macros call each other without an end", Wording.MEND);
    } catch (IOException | RuntimeException e) {
      throw failure(0, 0, Wording.plain(String.valueOf(e.getMessage())), Wording.MEND);
    }
  }

  private static TemplateMethodModelEx method(String name, UnaryOperator<String> operator) {
    return arguments -> {
      if (arguments.size() != 1) {
        throw new TemplateModelException(name + " wants one text");
      }
      return operator.apply(String.valueOf(arguments.get(0)));
    };
  }

  private TemplateFailure failure(int line, int column, String message, String advice) {
    List<String> lines = text.lines().toList();
    boolean known = line > 0 && line <= lines.size();
    return new TemplateFailure(
        known ? new SourceLocation(name, line, Math.max(column, 0)) : SourceLocation.of(name),
        message,
        advice,
        known ? lines.get(line - 1) : "");
  }
}
