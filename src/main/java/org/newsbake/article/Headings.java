package org.newsbake.article;

import com.vladsch.flexmark.parser.block.AbstractBlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockParserFactory;
import com.vladsch.flexmark.parser.block.BlockStart;
import com.vladsch.flexmark.parser.block.MatchedBlockParser;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.core.FencedCodeBlockParser;
import com.vladsch.flexmark.parser.core.HeadingParser;
import com.vladsch.flexmark.parser.core.HtmlBlockParser;
import com.vladsch.flexmark.parser.core.IndentedCodeBlockParser;
import com.vladsch.flexmark.parser.core.ListBlockParser;
import com.vladsch.flexmark.parser.core.ThematicBreakParser;
import com.vladsch.flexmark.util.data.DataHolder;
import java.util.Set;

/**
 * flexmark's parser of headings, which is asked only about lines that may make one. It puts the
 * whole paragraph above a line together before it looks at the line, which makes tables of figures
 * as slow as the square of their lines, and quoted ones slower.
 */
final class Headings extends HeadingParser.Factory {

  /** Those that flexmark asks after its own parser of headings. */
  @Override
  public Set<Class<?>> getBeforeDependents() {
    return Set.of(
        FencedCodeBlockParser.Factory.class,
        HtmlBlockParser.Factory.class,
        ThematicBreakParser.Factory.class,
        ListBlockParser.Factory.class,
        IndentedCodeBlockParser.Factory.class);
  }

  @Override
  public BlockParserFactory apply(DataHolder options) {
    return new Gate(options, super.apply(options));
  }

  private static final class Gate extends AbstractBlockParserFactory {
    private final BlockParserFactory headings;

    Gate(DataHolder options, BlockParserFactory headings) {
      super(options);
      this.headings = headings;
    }

    @Override
    public BlockStart tryStart(ParserState state, MatchedBlockParser matched) {
      return mayBegin(state.getLine(), state.getNextNonSpaceIndex())
          ? headings.tryStart(state, matched)
          : BlockStart.none();
    }

    /** Whether a heading may begin here, or be underlined. */
    private static boolean mayBegin(CharSequence line, int start) {
      char first = start < line.length() ? line.charAt(start) : 0;
      if (first != '=' && first != '-') {
        return first == '#';
      }
      int at = start;
      while (at < line.length() && line.charAt(at) == first) {
        at++;
      }
      while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
        at++;
      }
      return at == line.length();
    }
  }
}
