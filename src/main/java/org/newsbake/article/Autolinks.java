package org.newsbake.article;

import com.vladsch.flexmark.ast.HtmlEntity;
import com.vladsch.flexmark.ast.Text;
import com.vladsch.flexmark.ext.autolink.internal.AutolinkNodePostProcessor;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.parser.block.NodePostProcessor;
import com.vladsch.flexmark.parser.block.NodePostProcessorFactory;
import com.vladsch.flexmark.util.ast.Document;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.ast.NodeTracker;
import com.vladsch.flexmark.util.ast.TypographicText;
import com.vladsch.flexmark.util.data.MutableDataHolder;
import com.vladsch.flexmark.util.sequence.BasedSequence;

/**
 * flexmark's autolinks, asked only where there may be a link. flexmark runs three regular
 * expressions over every piece of text, which takes half the time of a parse; a piece without
 * {@code :}, {@code @} or {@code www} holds no link.
 */
final class Autolinks implements Parser.ParserExtension {

  @Override
  public void parserOptions(MutableDataHolder options) {}

  @Override
  public void extend(Parser.Builder builder) {
    builder.postProcessorFactory(new Factory());
  }

  private static final class Factory extends NodePostProcessorFactory {
    Factory() {
      super(false);
      addNodes(Text.class);
    }

    @Override
    public NodePostProcessor apply(Document document) {
      return new Gate(document);
    }
  }

  private static final class Gate extends AutolinkNodePostProcessor {
    Gate(Document document) {
      super(document);
    }

    @Override
    public void process(NodeTracker state, Node node) {
      Node next = node.getNext();
      if (next instanceof TypographicText
          || next instanceof HtmlEntity
          || mayLink(node.getChars())) {
        super.process(state, node);
      }
    }

    private static boolean mayLink(BasedSequence text) {
      int length = text.length();
      int run = 0;
      for (int i = 0; i < length; i++) {
        char c = text.charAt(i);
        if (c == ':' || c == '@' || c == '&') {
          return true;
        }
        run = c == 'w' || c == 'W' ? run + 1 : 0;
        if (run == 3) {
          return true;
        }
      }
      return false;
    }
  }
}
