package org.newsbake.article;

import com.vladsch.flexmark.ext.autolink.AutolinkExtension;
import com.vladsch.flexmark.html.HtmlRenderer;
import com.vladsch.flexmark.parser.InlineParser;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.PegdownExtensions;
import com.vladsch.flexmark.parser.core.ReferencePreProcessorFactory;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.profile.pegdown.PegdownOptionsAdapter;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import com.vladsch.flexmark.util.misc.Extension;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Markdown to HTML, with the extensions of pegdown that a site names.
 *
 * <p>Immutable and thread-safe: flexmark keeps the state of a parse in the parse.
 */
public final class Markdown {

  /** The extensions under which a paragraph is a paragraph. */
  private static final int SIMPLE =
      PegdownExtensions.HARDWRAPS
          | PegdownExtensions.AUTOLINKS
          | PegdownExtensions.FENCED_CODE_BLOCKS
          | PegdownExtensions.DEFINITIONS
          | PegdownExtensions.TABLES
          | PegdownExtensions.SMARTYPANTS
          | PegdownExtensions.STRIKETHROUGH;

  /** The work of the text that a thread is at: flexmark gives its parts no place for it. */
  private final ThreadLocal<TextWork> works = new ThreadLocal<>();

  private final Parser parser;
  private final HtmlRenderer renderer;
  private final Optional<SimpleHtml.Options> simple;
  private final Optional<PlainBlocks> plain;

  /**
   * Reads the names from left to right: {@code TABLES} or {@code +TABLES} adds an extension, {@code
   * -TABLES} takes it away. Names that flexmark does not know have no effect; see {@link #unknown}.
   */
  public Markdown(List<String> extensions) {
    int flags = PegdownExtensions.NONE;
    for (String extension : extensions) {
      flags = extension.startsWith("-") ? flags & ~flag(extension) : flags | flag(extension);
    }
    MutableDataSet options = new MutableDataSet(PegdownOptionsAdapter.flexmarkOptions(flags));
    options.set(Parser.EXTENSIONS, withGatedAutolinks(Parser.EXTENSIONS.get(options)));
    // flexmark hides the letters of mail addresses behind entities that it draws by lot.
    options.set(HtmlRenderer.OBFUSCATE_EMAIL_RANDOM, false);
    options.set(Parser.HEADING_PARSER, false);
    // With its own parser of paragraphs, flexmark looks for definitions of links without being
    // told.
    parser =
        Parser.builder(options)
            .customInlineParserFactory(this::counting)
            .customBlockParserFactory(new Headings())
            .paragraphPreProcessorFactory(new ReferencePreProcessorFactory())
            .build();
    renderer = HtmlRenderer.builder(options).build();
    // Other extensions add to what the simple nodes mean.
    simple =
        (flags & ~SIMPLE) == 0 && !HtmlRenderer.RENDER_HEADER_ID.get(options)
            ? Optional.of(SimpleHtml.Options.of(options))
            : Optional.empty();
    boolean smarts = (flags & PegdownExtensions.SMARTYPANTS) != 0;
    plain = simple.map(shared -> new PlainBlocks(shared.softBreak(), smarts));
  }

  /**
   * The HTML of one text.
   *
   * @throws TooComplex when the text takes more work than one story may
   */
  public String toHtml(String markdown) {
    works.set(new TextWork(false));
    try {
      String html =
          plain.isPresent() ? plain.get().toHtml(markdown, this::parsed) : parsed(markdown, 0);
      try {
        TextWork.html(html);
      } catch (TooComplex e) {
        // A place in the HTML is none in the text.
        throw e.shifted(-e.offset());
      }
      return html;
    } finally {
      works.remove();
    }
  }

  /** How much work a text makes, or the most where that is too much; for tests. */
  long work(String markdown) {
    works.set(new TextWork(true));
    try {
      parsed(markdown, 0);
      return works.get().work();
    } finally {
      works.remove();
    }
  }

  private String parsed(String markdown, int offset) {
    try {
      works.get().blocks(markdown);
      Document document = parser.parse(markdown);
      if (simple.isPresent()) {
        String html = SimpleHtml.of(document, markdown, simple.get());
        if (html != null) {
          return html;
        }
      }
      return renderer.render(document);
    } catch (TooComplex e) {
      throw e.shifted(offset);
    } catch (StackOverflowError e) {
      // The limits are far below it, but how much of the stack is left is another's affair.
      throw new TooComplex(
          offset,
          "what begins here is nested so deep that its parser gave up",
          "Take some levels out, or part it into several paragraphs.");
    }
  }

  private InlineParser counting(
      DataHolder options,
      BitSet specialCharacters,
      BitSet delimiterCharacters,
      Map<Character, DelimiterProcessor> delimiterProcessors,
      LinkRefProcessorData linkRefProcessors,
      List<InlineParserExtensionFactory> inlineParserExtensions) {
    return new CountingInlines(
        works,
        options,
        specialCharacters,
        delimiterCharacters,
        delimiterProcessors,
        linkRefProcessors,
        inlineParserExtensions);
  }

  private static List<Extension> withGatedAutolinks(Collection<Extension> extensions) {
    return extensions.stream()
        .map(extension -> extension instanceof AutolinkExtension ? new Autolinks() : extension)
        .toList();
  }

  /** Those of the names that flexmark does not know. */
  public static List<String> unknown(Collection<String> extensions) {
    return extensions.stream()
        .filter(name -> !name.isBlank() && !names().contains(bare(name)))
        .toList();
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
