package org.newsbake.article;

import com.vladsch.flexmark.ast.Paragraph;
import com.vladsch.flexmark.parser.InlineParserExtensionFactory;
import com.vladsch.flexmark.parser.block.CharacterNodeFactory;
import com.vladsch.flexmark.parser.block.ParserState;
import com.vladsch.flexmark.parser.delimiter.DelimiterProcessor;
import com.vladsch.flexmark.parser.internal.CommonmarkInlineParser;
import com.vladsch.flexmark.parser.internal.LinkRefProcessorData;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** flexmark's parser of paragraphs, which has the work of each counted before it begins. */
final class CountingInlines extends CommonmarkInlineParser {

  private final ThreadLocal<TextWork> works;

  CountingInlines(
      ThreadLocal<TextWork> works,
      DataHolder options,
      BitSet specialCharacters,
      BitSet delimiterCharacters,
      Map<Character, DelimiterProcessor> delimiterProcessors,
      LinkRefProcessorData linkRefProcessors,
      List<InlineParserExtensionFactory> inlineParserExtensions) {
    super(
        options,
        specialCharacters,
        delimiterCharacters,
        delimiterProcessors,
        linkRefProcessors,
        inlineParserExtensions);
    this.works = works;
  }

  @Override
  public void parse(BasedSequence content, Node block) {
    count(content, works.get()::inlines);
    super.parse(content, block);
  }

  @Override
  public List<Node> parseCustom(
      BasedSequence content,
      Node block,
      BitSet customCharacters,
      Map<Character, CharacterNodeFactory> nodeFactories) {
    count(content, works.get()::inlines);
    return super.parseCustom(content, block, customCharacters, nodeFactories);
  }

  @Override
  public int preProcessBlock(Paragraph block, ParserState state) {
    count(block.getContentChars(), works.get()::definitions);
    return super.preProcessBlock(block, state);
  }

  /** A paragraph in a list or a quote is put together from pieces; what is refused is one text. */
  private static void count(BasedSequence content, Consumer<CharSequence> counter) {
    try {
      counter.accept(content);
    } catch (TooComplex e) {
      BasedSequence from = content.subSequence(e.offset());
      throw e.shifted(from.getStartOffset() - e.offset());
    }
  }
}
