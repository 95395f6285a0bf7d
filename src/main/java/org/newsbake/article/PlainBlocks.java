package org.newsbake.article;

/**
 * Takes the paragraphs of plain words out of a Markdown text, so that only the rest is parsed: most
 * paragraphs of a news story have no mark-up in them, and nothing around them can give them any.
 *
 * <p>A block, which is a run of lines between blank lines, is plain when each of its lines begins
 * with a letter or an opening quotation mark and holds no character that Markdown or one of the
 * extensions of {@link Markdown} takes for more than itself. Neighbours that are not plain stay
 * together, for lists and quotes go on across blank lines. Texts with HTML, fences, definitions or
 * references, which reach further, are parsed as a whole.
 *
 * <p>Immutable and thread-safe.
 */
final class PlainBlocks {

  private static final boolean[] PLAIN = new boolean[128];

  static {
    for (char c = 'a'; c <= 'z'; c++) {
      PLAIN[c] = true;
      PLAIN[Character.toUpperCase(c)] = true;
    }
    for (char c : "0123456789 ,;?()%$/\n".toCharArray()) {
      PLAIN[c] = true;
    }
  }

  private final String softBreak;

  /** Whether dots, hyphens and straight quotes are themselves. */
  private final boolean plainSigns;

  PlainBlocks(String softBreak, boolean smarts) {
    this.softBreak = softBreak;
    this.plainSigns = !smarts;
  }

  /** Renders the parts of a text that are not plain. */
  interface Others {
    /**
     * The HTML of a part.
     *
     * @param offset where it begins in the text
     */
    String toHtml(String part, int offset);
  }

  /** The HTML of a text, whose parts that are not plain another function renders. */
  String toHtml(String text, Others others) {
    if (reachesFar(text)) {
      return others.toHtml(text, 0);
    }
    StringBuilder html = new StringBuilder(text.length() + text.length() / 4);
    int other = -1;
    int start = 0;
    int length = text.length();
    while (start < length) {
      int end = endOfBlock(text, start);
      if (end == start) {
        start = endOfLine(text, start) + 1;
      } else if (isPlain(text, start, end)) {
        if (other >= 0) {
          html.append(others.toHtml(text.substring(other, start), other));
          other = -1;
        }
        paragraph(html, text, start, end);
        start = end;
      } else {
        other = other < 0 ? start : other;
        start = end;
      }
    }
    if (other >= 0) {
      html.append(others.toHtml(text.substring(other), other));
    }
    return html.toString();
  }

  /** Behind the last line of the block that begins here, or here where the line is blank. */
  private static int endOfBlock(String text, int start) {
    int at = start;
    while (at < text.length()) {
      int end = endOfLine(text, at);
      if (isBlank(text, at, end)) {
        return at;
      }
      at = Math.min(end + 1, text.length());
    }
    return at;
  }

  private static int endOfLine(String text, int start) {
    int end = text.indexOf('\n', start);
    return end < 0 ? text.length() : end;
  }

  private static boolean isBlank(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      if (text.charAt(i) != ' ' && text.charAt(i) != '\t') {
        return false;
      }
    }
    return true;
  }

  private boolean isPlain(String text, int start, int end) {
    boolean lineStart = true;
    char before = 0;
    int run = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (lineStart && !Character.isLetter(c) && c != '\u201C' && c != '\u2018' && c != '\u00AB') {
        return false;
      }
      if (c < 128 ? !isPlainAscii(c) : !isPlainBeyondAscii(c)) {
        return false;
      }
      run = c == 'w' || c == 'W' ? run + 1 : 0;
      lineStart = c == '\n';
      if (run == 3 || (lineStart && before == ' ')) {
        return false;
      }
      before = c;
    }
    return before == '\n' ? text.charAt(end - 2) != ' ' : before != ' ';
  }

  private boolean isPlainAscii(char c) {
    return PLAIN[c] || (plainSigns && (c == '.' || c == '-' || c == '\'' || c == '"'));
  }

  /** Letters and the signs of typography; no spaces, line ends or halves of pairs. */
  private static boolean isPlainBeyondAscii(char c) {
    return Character.isLetterOrDigit(c)
        || (c >= '\u2010' && c <= '\u2026')
        || c == '\u00BB'
        || c == '\u00AB'
        || c == '\u20AC';
  }

  /** Whether there may be something whose effect reaches beyond its own lines. */
  private static boolean reachesFar(String text) {
    return text.indexOf('<') >= 0
        || text.contains("```")
        || text.contains("~~~")
        || text.contains("]:")
        || hasLineOf(text, ':')
        || hasLineOf(text, '~');
  }

  /**
   * Whether a line begins with this sign, which makes a definition: it goes on across blank lines.
   */
  private static boolean hasLineOf(String text, char sign) {
    for (int at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
      int before = at - 1;
      while (before >= 0 && (text.charAt(before) == ' ' || text.charAt(before) == '\t')) {
        before--;
      }
      if (before < 0 || text.charAt(before) == '\n') {
        return true;
      }
    }
    return false;
  }

  private void paragraph(StringBuilder html, String text, int start, int end) {
    int last = text.charAt(end - 1) == '\n' ? end - 1 : end;
    html.append("<p>");
    int from = start;
    for (int i = start; i < last; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        html.append(text, from, i).append(softBreak);
        from = i + 1;
      } else if (c == '"') {
        html.append(text, from, i).append("&quot;");
        from = i + 1;
      }
    }
    html.append(text, from, last).append("</p>\n");
  }
}
