package org.newsbake.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The work that a text makes for flexmark, counted from its signs before flexmark does it, and the
 * same on every machine. A text beyond a limit is refused with the place where it crosses it.
 *
 * <p>flexmark looks at the rest of a paragraph again for each sign that may begin something, so
 * that the work of a paragraph is the number of its signs times its length. Other constructs cost
 * more; what each costs is written beside its rule, and was measured ({@code docs/limits.md}).
 *
 * <p>One object counts one text, which may come in several parts. Not thread-safe.
 */
final class TextWork {

  /** The most characters of a text. */
  static final int MOST_CHARACTERS = 1_000_000;

  /** The most work: some half second. An article of a thousand words takes a thousandth of it. */
  static final long MOST_WORK = 50_000_000;

  /** How deep lists and quotes may be nested in each other. */
  static final int MOST_DEPTH = 50;

  /** The most signs of emphasis, quotation and the like in one paragraph. */
  static final int MOST_DELIMITERS = 4_000;

  /** The most quotations that begin in a paragraph, and do not end. */
  static final int MOST_QUOTES = 200;

  /** The most signs in a row where a line begins; flexmark's patterns call themselves for each. */
  static final int MOST_RULE = 500;

  /** The most cells of all tables. */
  static final int MOST_CELLS = 25_000;

  /** The most columns of a table; a pattern of flexmark calls itself for each. */
  static final int MOST_COLUMNS = 300;

  /** The most attributes of a tag within a paragraph; a pattern of flexmark does likewise. */
  static final int MOST_ATTRIBUTES = 200;

  /** The most emphasis in one paragraph that begins within other emphasis. */
  static final int MOST_OPEN = 500;

  /** The most tags of the HTML. */
  static final int MOST_TAGS = 200_000;

  /** The most elements of the HTML that are open at one place. */
  static final int MOST_ELEMENTS = 500;

  /** The most characters of the HTML. */
  static final int MOST_HTML = 8_000_000;

  /** How much a footnote or an abbreviation costs for each character of the text, as a divisor. */
  private static final int NOTES = 4;

  /** How much less a sign of emphasis costs than others, as a divisor. */
  private static final int DELIMITER = 4;

  /** How much less a quotation mark, a dash or an ellipsis costs, as a divisor. */
  private static final int TYPOGRAPHY = 100;

  /** How much more the beginning of a comment costs than other signs. */
  private static final int COMMENT = 4;

  /** How much more a definition of a link does. */
  private static final int DEFINITION = 2;

  /** How much a heading that is underlined in a quote or a list costs for each one above it. */
  private static final int WITHIN = 600;

  /** How much less a list within a list costs for each one above it, as a divisor. */
  private static final int NESTING = 10;

  /** How much less a backtick costs where tables are looked for, as a divisor. */
  private static final int TABLE_TICK = 2;

  /** Elements that need no end. */
  private static final Set<String> WITHOUT_END =
      Set.of(
          "area",
          "base",
          "br",
          "col",
          "colgroup",
          "dd",
          "dt",
          "embed",
          "hr",
          "img",
          "input",
          "li",
          "link",
          "meta",
          "optgroup",
          "option",
          "p",
          "param",
          "rp",
          "rt",
          "source",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "track",
          "wbr");

  /** How much more an address costs for each character of its word than a sign does. */
  private static final int ADDRESS = 100;

  /** Shorter words cost nothing to speak of. */
  private static final int LONG_WORD = 200;

  /** The part of the most work that is not counted, as a divisor. */
  private static final int LIGHT = 100;

  // What a character is to the counting.
  private static final byte WORD = 0;
  private static final byte SPACE = 1;
  private static final byte SIGN = 2;
  private static final byte CLOSING = 3;
  private static final byte LESS_THAN = 4;
  private static final byte TICK = 5;
  private static final byte DELIMITING = 6;
  private static final byte TYPOGRAPHIC = 7;
  private static final byte[] KINDS = new byte[128];

  static {
    mark(" \n\t", SPACE);
    mark("[&\\", SIGN);
    mark("]", CLOSING);
    mark("<", LESS_THAN);
    mark("`", TICK);
    mark("*_~^", DELIMITING);
    mark("\"'.-", TYPOGRAPHIC);
  }

  private static final String SHORTER = "Write it simpler, or part it into several paragraphs.";

  private long characters;
  private long work;
  private long cells;

  /** How many lists and quotes began within others on one line. */
  private long nested;

  /** The most work of all parts whose paragraphs are not counted. */
  private long uncounted;

  /** Whether the paragraphs of the part that is at hand need no counting. */
  private boolean light;

  /** Whether tags may begin in it. */
  private boolean tags;

  /** Whether that of no part is so. */
  private final boolean exact;

  /**
   * @param exact whether each paragraph is counted, also where it cannot come near a limit
   */
  TextWork(boolean exact) {
    this.exact = exact;
  }

  private static void mark(String characters, byte kind) {
    for (char c : characters.toCharArray()) {
      KINDS[c] = kind;
    }
  }

  /** How much was counted so far. */
  long work() {
    return work;
  }

  /** Counts one part of a text by its lines, before its blocks are found. */
  void blocks(String text) {
    characters += text.length();
    if (characters > MOST_CHARACTERS) {
      int at = (int) Math.max(0, text.length() - (characters - MOST_CHARACTERS));
      throw refused(
          at,
          "the text is longer than %,d characters",
          MOST_CHARACTERS,
          "Part it into several stories.");
    }
    light = !exact && isLight(text);
    tags = text.indexOf('<') >= 0;
    int depth = 0;
    int blockStart = 0;
    int underlines = 0;
    int ticks = 0;
    int bar = text.indexOf('|');
    int tick = text.indexOf('`');
    boolean fenced = text.contains("~~~~") || text.contains("````");
    for (int start = 0; start < text.length(); ) {
      int newline = text.indexOf('\n', start);
      int end = newline < 0 ? text.length() : newline;
      int first = skipBlanks(text, start, end);
      if (first == end) {
        blockStart = end + 1;
        underlines = 0;
        ticks = 0;
      } else {
        if (fenced) {
          fences(text, first, end);
        }
        depth = depth(text, start, first, end, depth);
        int lead = behindQuotes(text, first, end);
        char c = lead < end ? text.charAt(lead) : 0;
        if (c == '#') {
          heading(text, lead, end);
        } else if (c == '=' || c == '-' || c == '*' || c == '_') {
          rule(text, lead, end);
          if ((c == '=' || c == '-') && isUnderline(text, lead, end)) {
            // flexmark keeps the paragraphs above underlined headings until a line is blank.
            underlines++;
            boolean within = lead > start;
            work += within ? (long) WITHIN * underlines : 2L * (end - blockStart);
            check(lead, "%,d headings are underlined without a blank line", underlines);
          }
        }
        bar = cells(text, bar, end);
        for (; tick >= 0 && tick < end; tick = text.indexOf('`', tick + 1)) {
          work += (tick - blockStart) / TABLE_TICK;
          check(tick, "a block has %,d backticks", ++ticks);
        }
      }
      start = end + 1;
    }
    notes(text, "[^", "footnotes");
    notes(text, "*[", "abbreviations");
  }

  private static int skipBlanks(String text, int from, int end) {
    int at = from;
    while (at < end && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  /**
   * How deep a line is nested: by the signs of lists and quotes that it begins with, and by its
   * indentation, which goes no deeper than the lines above it.
   */
  private int depth(String text, int start, int first, int end, int above) {
    int depth = Math.min((first - start) / 2, above);
    int at = first;
    int markers = 0;
    while (at < end) {
      int behind = behindMarker(text, at, end);
      if (behind < 0) {
        break;
      }
      markers++;
      if (++depth > MOST_DEPTH) {
        throw refused(
            at,
            "lists and quotes are nested more than %,d deep",
            MOST_DEPTH,
            "Take some levels out, or write a \\ before a sign that is only a sign.");
      }
      at = skipBlanks(text, behind, end);
    }
    if (markers > 1) {
      // Each list of a line becomes one more in the lists of the lines above it.
      nested += markers;
      work += nested * markers / NESTING;
      check(
          first, "lists and quotes begin within each other on lines with %,d signs", (int) nested);
    }
    return depth;
  }

  /** The index behind the sign of a list, a quote or a definition, or -1 where there is none. */
  private static int behindMarker(String text, int at, int end) {
    char c = text.charAt(at);
    if (c == '>') {
      return at + 1;
    }
    int sign = at;
    while (sign < end && sign - at < 9 && Character.isDigit(text.charAt(sign))) {
      sign++;
    }
    boolean number = sign > at;
    if (sign >= end) {
      return -1;
    }
    char mark = text.charAt(sign);
    boolean marker = number ? mark == '.' || mark == ')' : "*-+:~".indexOf(mark) >= 0;
    boolean parted = sign + 1 == end || " \t".indexOf(text.charAt(sign + 1)) >= 0;
    return marker && parted ? sign + 1 : -1;
  }

  /** flexmark tries from each space of a heading whether the heading ends there. */
  private void heading(String text, int first, int end) {
    int run = 0;
    for (int i = first; i < end; i++) {
      char c = text.charAt(i);
      run = c == ' ' || c == '\t' || c == '#' ? run + 1 : 0;
      if (run > 2) {
        work += run;
        check(i, "a heading has %,d spaces in a row", run);
      }
    }
  }

  private static int behindQuotes(String text, int first, int end) {
    int at = first;
    while (at < end && text.charAt(at) == '>') {
      at = skipBlanks(text, at + 1, end);
    }
    return at;
  }

  private static boolean isUnderline(String text, int from, int end) {
    int at = from;
    while (at < end && text.charAt(at) == text.charAt(from)) {
      at++;
    }
    return skipBlanks(text, at, end) == end;
  }

  private void rule(String text, int first, int end) {
    int at = first;
    while (at < end && "=-*_ \t".indexOf(text.charAt(at)) >= 0) {
      if (++at - first > MOST_RULE) {
        throw refused(
            at - 1,
            "a line begins with more than %,d signs in a row",
            MOST_RULE,
            "Write a rule as three of them: ---.");
      }
    }
  }

  /** flexmark tries of each sign whether the fence of a code block ends there. */
  private void fences(String text, int first, int end) {
    int run = 0;
    for (int at = first; at < end; at++) {
      char c = text.charAt(at);
      run = c != '~' && c != '`' ? 0 : at > first && text.charAt(at - 1) == c ? run + 1 : 1;
      if (run > MOST_RULE) {
        throw refused(
            at,
            "a line has more than %,d signs in a row",
            MOST_RULE,
            "Write the fence of a code block as three of them: ```.");
      }
    }
  }

  /** Counts the cells of a line from its first bar on, and returns the first bar behind it. */
  private int cells(String text, int bar, int end) {
    int columns = 0;
    int at = bar;
    for (; at >= 0 && at < end; at = text.indexOf('|', at + 1)) {
      if (++columns > MOST_COLUMNS) {
        throw refused(
            at,
            "a line has more than %,d columns",
            MOST_COLUMNS,
            "Part the table into several tables.");
      }
      if (++cells > MOST_CELLS) {
        throw refused(
            at,
            "the tables have more than %,d cells",
            MOST_CELLS,
            "Part them into several stories, or put a file with the data beside the story.");
      }
    }
    return at;
  }

  /**
   * Whether a part has so few signs that its paragraphs cannot come near a limit, however they lie:
   * so it is with news. What that might be wrong by is a hundredth of the most work at most.
   */
  boolean isLight(String text) {
    int length = text.length();
    int signs = 0;
    int closing = 0;
    int ticks = 0;
    int delimiters = 0;
    int typography = 0;
    int word = 0;
    int longest = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      byte kind = c < KINDS.length ? KINDS[c] : WORD;
      if (kind == SPACE) {
        longest = Math.max(longest, word);
        word = 0;
        continue;
      }
      word++;
      switch (kind) {
        case SIGN -> signs++;
        case CLOSING -> closing++;
        case LESS_THAN -> signs += COMMENT;
        case TICK -> ticks++;
        case DELIMITING -> delimiters++;
        case TYPOGRAPHIC -> typography++;
        default -> {}
      }
    }
    if (Math.max(longest, word) > LONG_WORD || typography > MOST_QUOTES || delimiters > MOST_OPEN) {
      return false;
    }
    long each =
        signs
            + (1L + DEFINITION) * closing
            + (long) ticks * ticks
            + delimiters / DELIMITER
            + typography / TYPOGRAPHY
            + 2;
    long bound = each * length;
    if (uncounted + bound > MOST_WORK / LIGHT) {
      return false;
    }
    uncounted += bound;
    return true;
  }

  /** Each footnote and each abbreviation looks through the whole text. */
  private void notes(String text, String mark, String name) {
    int count = 0;
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
      count++;
      work += text.length() / NOTES + 1;
      check(at, "a text of " + text.length() + " characters has %,d marks of " + name, count);
    }
  }

  /** Counts the text of one paragraph, heading or cell. */
  void inlines(CharSequence text) {
    if (light) {
      if (tags) {
        attributes(text);
      }
      return;
    }
    int length = text.length();
    int delimiters = 0;
    int signs = 0;
    int ticks = 0;
    int quotes = 0;
    int typography = 0;
    int open = 0;
    char last = 0;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '[', ']', '<', '&', '\\' -> {
          boolean html = c == '<' && i + 1 < length;
          char next = html ? text.charAt(i + 1) : 0;
          work += next == '!' || next == '?' ? (long) COMMENT * length : length;
          checkSigns(i, c, ++signs, length);
        }
        case '`' -> ticks += last == '`' ? 0 : 1;
        case '*', '_', '~', '^' -> {
          if (++delimiters > MOST_DELIMITERS) {
            throw refused(
                i,
                "a paragraph has more than %,d signs of emphasis or quotation",
                MOST_DELIMITERS,
                SHORTER);
          }
          if (last != c) {
            work += length / DELIMITER;
            checkSigns(i, c, delimiters, length);
            open = Math.max(0, open + opening(text, i));
            if (open > MOST_OPEN) {
              throw refused(
                  i,
                  "emphasis begins within other emphasis more than %,d times",
                  MOST_OPEN,
                  SHORTER);
            }
          }
        }
        case '"', '\'' -> {
          boolean opens = i == 0 || !Character.isLetterOrDigit(last);
          boolean closes = i + 1 == length || !Character.isLetterOrDigit(text.charAt(i + 1));
          quotes = Math.max(0, quotes + (opens == closes ? 0 : opens ? 1 : -1));
          work += length / TYPOGRAPHY;
          checkSigns(i, c, ++typography, length);
          if (quotes > MOST_QUOTES) {
            throw refused(
                i,
                "a paragraph has more than %,d quotations that begin and do not end",
                MOST_QUOTES,
                "Close them, or part the paragraph.");
          }
        }
        case '.', '-' -> {
          if (last == c) {
            work += length / TYPOGRAPHY;
            checkSigns(i, c, ++typography, length);
          }
        }
        default -> {}
      }
      last = c;
    }
    if (ticks > 1) {
      ticks(text, ticks);
    }
    attributes(text);
    addresses(text);
  }

  /** Whether a run of signs of emphasis opens, 1, or closes, -1: emphasis lies in emphasis. */
  private static int opening(CharSequence text, int at) {
    int behind = at;
    while (behind < text.length() && text.charAt(behind) == text.charAt(at)) {
      behind++;
    }
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    char after = behind == text.length() ? ' ' : text.charAt(behind);
    boolean opens =
        !Character.isWhitespace(after)
            && (Character.isLetterOrDigit(after) || !Character.isLetterOrDigit(before));
    boolean closes =
        !Character.isWhitespace(before)
            && (Character.isLetterOrDigit(before) || !Character.isLetterOrDigit(after));
    return opens == closes ? 0 : opens ? 1 : -1;
  }

  /** What looks like attributes behind the beginning of a tag: words without other signs. */
  private void attributes(CharSequence text) {
    boolean tag = false;
    int words = 0;
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (text.charAt(i - 1) == '<') {
        tag = Character.isLetter(c);
        words = 0;
      } else if (tag && (c == ' ' || c == '\n' || c == '\t')) {
        if (++words > MOST_ATTRIBUTES) {
          throw refused(
              i,
              "a tag has more than %,d attributes",
              MOST_ATTRIBUTES,
              "Take attributes out, or write &lt; for a < that begins no tag.");
        }
      } else if (c == '>' || c == ',' || c == ';' || c == '!' || c == '?') {
        tag = false;
      }
    }
  }

  /** A run of backticks is compared with all behind it, until one is as long. */
  private void ticks(CharSequence text, int count) {
    int[] at = new int[count];
    int[] size = new int[count];
    int run = -1;
    char last = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '`') {
        if (last != '`') {
          at[++run] = i;
        }
        size[run]++;
      }
      last = c;
    }
    int[] match = new int[count];
    Map<Integer, Integer> nearest = new HashMap<>();
    for (int i = count - 1; i >= 0; i--) {
      match[i] = nearest.getOrDefault(size[i], count);
      nearest.put(size[i], i);
    }
    for (int i = 0; i < count; ) {
      boolean closed = match[i] < count;
      int compared = match[i] - i;
      work += (long) compared * (text.length() - at[i]);
      checkSigns(at[i], '`', count, text.length());
      i = closed ? match[i] + 1 : i + 1;
    }
  }

  /** Autolinks look through the whole of a word for each place in it where an address may begin. */
  private void addresses(CharSequence text) {
    int length = text.length();
    int start = 0;
    int candidates = 0;
    boolean host = false;
    int place = 0;
    for (int i = 0; i <= length; i++) {
      char c = i < length ? text.charAt(i) : ' ';
      if (c == ' ' || c == '\n' || c == '\t') {
        long word = i - start;
        if (candidates > 0 && word > LONG_WORD) {
          // Of a host's name each dot is tried as its last.
          work += ADDRESS * candidates * word + (host ? word * word : 0);
          check(
              place,
              "a word of " + word + " characters has %,d beginnings of addresses",
              candidates);
        }
        start = i + 1;
        candidates = 0;
        host = false;
      } else {
        boolean www = c == '.' && i >= 3 && isW(text, i - 1) && isW(text, i - 2);
        boolean web = c == ':' && i + 2 < length && text.charAt(i + 1) == '/';
        if (c == ':' || c == '@' || www) {
          host |= www || web;
          candidates++;
          place = i;
        }
      }
    }
  }

  private static boolean isW(CharSequence text, int at) {
    return text.charAt(at) == 'w' || text.charAt(at) == 'W';
  }

  /** Counts the definitions of links with which a paragraph may begin. */
  void definitions(CharSequence text) {
    int length = text.length();
    if (light || length == 0 || text.charAt(0) != '[') {
      return;
    }
    int count = 0;
    for (int i = 1; i < length; i++) {
      if (text.charAt(i) == ':' && text.charAt(i - 1) == ']') {
        work += (long) DEFINITION * length;
        check(i, "a paragraph has %,d definitions of links", ++count);
      }
    }
  }

  /** Counts the HTML of a text: its characters, its tags, and how deep its elements nest. */
  static void html(String html) {
    if (html.length() > MOST_HTML) {
      throw refused(
          0,
          "the HTML of the text is longer than %,d characters",
          MOST_HTML,
          "Part it into several stories.");
    }
    int tags = 0;
    int open = 0;
    for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
      boolean end = html.startsWith("/", at + 1);
      int name = end ? at + 2 : at + 1;
      if (name >= html.length() || !Character.isLetter(html.charAt(name))) {
        continue;
      }
      if (++tags > MOST_TAGS) {
        throw refused(
            at,
            "the HTML of the text has more than %,d tags",
            MOST_TAGS,
            "Part it into several stories.");
      }
      if (end) {
        open = Math.max(0, open - 1);
      } else if (!needsNoEnd(html, name) && ++open > MOST_ELEMENTS) {
        throw refused(
            at,
            "elements are nested more than %,d deep, or have no end",
            MOST_ELEMENTS,
            "Close the elements, or take some levels out.");
      }
    }
  }

  private static boolean needsNoEnd(String html, int name) {
    int end = name;
    while (end < html.length() && end - name < 9 && Character.isLetter(html.charAt(end))) {
      end++;
    }
    if (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
      return false;
    }
    return WITHOUT_END.contains(html.substring(name, end).toLowerCase(Locale.ROOT));
  }

  private void check(int at, String found, int count) {
    if (work > MOST_WORK) {
      throw tooMuch(at, String.format(found, count));
    }
  }

  private void checkSigns(int at, char sign, int count, int length) {
    if (work > MOST_WORK) {
      throw tooMuch(
          at,
          String.format(
              "a paragraph of %,d characters has %,d signs such as \"%c\"", length, count, sign));
    }
  }

  private TooComplex tooMuch(int at, String found) {
    return new TooComplex(
        at,
        String.format("%s: with what is above, work of more than %,d, the most", found, MOST_WORK),
        SHORTER);
  }

  private static TooComplex refused(int at, String found, int most, String advice) {
    return new TooComplex(at, String.format(found, most) + ", the most", advice);
  }
}
