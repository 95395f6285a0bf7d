package org.newsbake.article;

import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.PegdownExtensions;
import com.vladsch.flexmark.profile.pegdown.PegdownOptionsAdapter;
import com.vladsch.flexmark.util.data.DataHolder;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Markdown to HTML, with the extensions of pegdown that a site names.
 *
 * <p>Immutable and thread-safe: flexmark keeps the state of a parse in the parse.
 */
public final class Markdown {

  private final Parser parser;
  private final HtmlRenderer renderer;

  /**
   * Reads the names from left to right: {@code TABLES} or {@code +TABLES} adds an extension, {@code
   * -TABLES} takes it away. Names that flexmark does not know have no effect; see {@link #unknown}.
   */
  public Markdown(List<String> extensions) {
    int flags = PegdownExtensions.NONE;
    for (String extension : extensions) {
      flags = extension.startsWith("-") ? flags & ~flag(extension) : flags | flag(extension);
    }
    DataHolder options = PegdownOptionsAdapter.flexmarkOptions(flags);
    parser = Parser.builder(options).build();
    renderer = HtmlRenderer.builder(options).build();
  }

  /** The HTML of one text. */
  public String toHtml(String markdown) {
    return renderer.render(parser.parse(markdown));
  }

  /** Those of the names that flexmark does not know. */
  public static List<String> unknown(Collection<String> extensions) {
    return extensions.stream().filter(name -> !names().contains(bare(name))).toList();
  }

  /** All names that flexmark knows. */
  public static List<String> names() {
    return Arrays.stream(PegdownExtensions.class.getDeclaredFields())
        .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == int.class)
        .map(Field::getName)
        .sorted()
        .toList();
  }

  private static int flag(String extension) {
    try {
      return PegdownExtensions.class.getDeclaredField(bare(extension)).getInt(null);
    } catch (NoSuchFieldException | IllegalAccessException e) {
      return PegdownExtensions.NONE;
    }
  }

  private static String bare(String extension) {
    return extension.startsWith("+") || extension.startsWith("-")
        ? extension.substring(1)
        : extension;
  }
}
