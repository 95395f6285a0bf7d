package org.newsbake.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds paragraphs in text whose only structure is its lines: of a blank line between paragraphs,
 * of an indent at their beginning, of lines that end where the next word had still fitted. Lines of
 * a table of spaces are kept as they are.
 */
final class Lines {

  /** A wire wraps its lines at 80 characters at most; longer lines are paragraphs. */
  private static final int WIDEST = 100;

  private static final Pattern BULLET =
      Pattern.compile("([*\u2022\u25AA\u25CF\u00B7]|-)\\s+(?=\\S)");
  private static final Pattern COLUMNS = Pattern.compile("[^\\s.?!:,;\"”»)] {2,}\\S|\\S {3,}\\S");
  private static final Pattern SENTENCE_END =
      Pattern.compile(".*[.?!:\u2026\u3002\u061F\u06D4][\"'”’»“)\\]]*");

  private Lines() {}

  /** What the end of a line is. */
  enum Ends {
    /** Lines are the writer's. */
    COUNT,
    /** A line ends where the source of HTML does, which means nothing. */
    SPACE
  }

  private record Line(String raw, String text, int indent, boolean broken) {
    boolean isBlank() {
      return text.isEmpty();
    }

    String plain() {
      return Inline.plain(text);
    }
  }

  /** The blocks of a text with the marks of {@link Inline}; a line feed ends a line. */
  static List<Block> blocks(String marked, Ends ends, boolean loose) {
    List<Block> blocks = new ArrayList<>();
    List<Line> lines = lines(marked);
    List<Line> chunk = new ArrayList<>();
    boolean after = false;
    for (Line line : lines) {
      if (line.isBlank()) {
        after |= flush(chunk, ends, loose, after, blocks);
        continue;
      }
      chunk.add(line);
    }
    flush(chunk, ends, loose, after, blocks);
    return blocks;
  }

  private static boolean flush(
      List<Line> chunk, Ends ends, boolean loose, boolean after, List<Block> blocks) {
    if (chunk.isEmpty()) {
      return false;
    }
    new Chunk(List.copyOf(chunk), ends, loose).addTo(blocks);
    chunk.clear();
    return after;
  }

  private static List<Line> lines(String marked) {
    List<Line> lines = new ArrayList<>();
    String text = marked.replace("\r\n", "\n").replace('\r', '\n').replace("\t", "    ");
    StringBuilder line = new StringBuilder();
    boolean broken = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != Inline.BREAK) {
        line.append(c);
        continue;
      }
      // The source's own line end beside a break says nothing more.
      boolean blank = line.toString().isBlank();
      boolean besides =
          c == '\n' && blank && broken
              || c == Inline.BREAK
                  && blank
                  && !broken
                  && !lines.isEmpty()
                  && !lines.get(lines.size() - 1).isBlank()
                  && i > 0;
      if (!besides) {
        lines.add(line(line.toString(), broken));
        broken = c == Inline.BREAK;
      } else {
        broken = true;
      }
      line.setLength(0);
    }
    lines.add(line(line.toString(), broken));
    return lines;
  }

  private static Line line(String raw, boolean broken) {
    int indent = 0;
    while (indent < raw.length() && Text.isSpace(raw.charAt(indent))) {
      indent++;
    }
    String text = Inline.squeeze(raw);
    boolean empty = Inline.plain(text).isEmpty();
    return new Line(raw, empty ? "" : text, indent, broken);
  }

  private enum Join {
    WRAP,
    BREAK,
    PARAGRAPH
  }

  /** Lines without a blank one between them. */
  private static final class Chunk {
    private final List<Line> lines;
    private final Ends ends;
    private final boolean loose;
    private final int width;
    private final boolean indents;
    private final boolean wraps;

    Chunk(List<Line> lines, Ends ends, boolean loose) {
      this.lines = lines;
      this.ends = ends;
      this.loose = loose;
      width = lines.stream().mapToInt(it -> it.plain().length()).max().orElse(0);
      List<Line> rest = lines.subList(1, lines.size());
      int least = rest.stream().mapToInt(Line::indent).min().orElse(0);
      indents = least <= 1 && rest.stream().anyMatch(it -> it.indent() >= least + 2);
      wraps = mostBreaksAreWraps();
    }

    /** Whether breaks stand where lines were full, and not where a thought ends. */
    private boolean mostBreaksAreWraps() {
      int wrapped = 0;
      int others = 0;
      for (int i = 1; i < lines.size(); i++) {
        if (lines.get(i).broken()) {
          if (isWrap(lines.get(i - 1).plain(), lines.get(i).plain())) {
            wrapped++;
          } else if (!isSentence(lines.get(i - 1).plain())) {
            others++;
          }
        }
      }
      return wrapped > 0 && wrapped >= others;
    }

    void addTo(List<Block> blocks) {
      int from = 0;
      if (ends == Ends.COUNT && lines.stream().filter(this::hasColumns).count() >= 2) {
        for (int at = 0; at < lines.size(); at++) {
          if (hasColumns(lines.get(at))) {
            int first = at;
            while (first > from && !isProse(lines.get(first - 1))) {
              first--;
            }
            int last = endOfTable(at);
            if (lines.subList(first, last).stream().filter(this::hasColumns).count() >= 2) {
              prose(from, first, blocks);
              table(first, last, blocks);
              from = last;
            }
            at = last - 1;
          }
        }
      }
      prose(from, lines.size(), blocks);
    }

    /** The line behind a table: what follows is prose, or an end. */
    private int endOfTable(int at) {
      int last = at + 1;
      while (last < lines.size()
          && (hasColumns(lines.get(last))
              || !isProse(lines.get(last)) && !Notes.isEnd(lines.get(last).plain()))) {
        last++;
      }
      return last;
    }

    private void table(int first, int last, List<Block> blocks) {
      StringBuilder code = new StringBuilder();
      for (Line line : lines.subList(first, last)) {
        code.append(code.isEmpty() ? "" : "\n").append(spaced(line.raw()));
      }
      blocks.add(new Block.Code(code.toString()));
    }

    private static String spaced(String raw) {
      StringBuilder out = new StringBuilder();
      for (char c : raw.toCharArray()) {
        if (c < Inline.BREAK || c > Inline.LINK_END) {
          out.append(Text.isSpace(c) ? ' ' : c);
        }
      }
      return out.toString().stripTrailing();
    }

    private boolean hasColumns(Line line) {
      return line.raw().contains("  ") && COLUMNS.matcher(line.raw().strip()).find();
    }

    private boolean isProse(Line line) {
      String plain = line.plain();
      return !hasColumns(line) && (plain.length() > 60 || isSentence(plain));
    }

    private void prose(int from, int to, List<Block> blocks) {
      int i = from;
      while (i < to) {
        int points = points(i, to);
        if (points > 0) {
          List<Block.Point> list = new ArrayList<>();
          int end = i + points;
          for (; i < end; i++) {
            String text = lines.get(i).text();
            Matcher bullet = BULLET.matcher(text);
            if (bullet.lookingAt()) {
              list.add(new Block.Point(0, false, text.substring(bullet.end())));
            } else {
              Block.Point before = list.remove(list.size() - 1);
              list.add(new Block.Point(0, false, before.text() + " " + text));
            }
          }
          blocks.add(new Block.Points(list));
          continue;
        }
        StringBuilder paragraph = new StringBuilder(lines.get(i).text());
        int next = i + 1;
        while (next < to && points(next, to) == 0) {
          Join join = join(next - 1, next, to);
          if (join == Join.PARAGRAPH) {
            break;
          }
          paragraph.append(join == Join.WRAP ? ' ' : Inline.BREAK).append(lines.get(next).text());
          next++;
        }
        blocks.add(new Block.Paragraph(paragraph.toString(), loose, false));
        i = next;
      }
    }

    /** How many lines from here on are points of a list; 0 where none are. */
    private int points(int from, int to) {
      if (ends == Ends.SPACE && !lines.get(from).broken() && from > 0) {
        return 0;
      }
      int end = from;
      int bullets = 0;
      boolean star = false;
      while (end < to) {
        Matcher bullet = BULLET.matcher(lines.get(end).text());
        boolean is = bullet.lookingAt();
        if (!is) {
          boolean wrapped =
              bullets > 0
                  && !lines.get(end).broken()
                  && isWrap(lines.get(end - 1).plain(), lines.get(end).plain());
          if (!wrapped) {
            break;
          }
        } else {
          bullets++;
          star |= !bullet.group(1).equals("-");
        }
        end++;
      }
      return bullets >= 2 || bullets == 1 && star && from == 0 && end < to ? end - from : 0;
    }

    private Join join(int before, int next, int to) {
      Line one = lines.get(before);
      Line other = lines.get(next);
      String a = one.plain();
      String b = other.plain();
      boolean sentence = isSentence(a);
      if (other.broken()) {
        if (other.indent() >= 2 && sentence && ends == Ends.COUNT) {
          return Join.PARAGRAPH;
        }
        if (isWrap(a, b) || wraps && !sentence && a.length() > 30 && a.length() * 4 >= width * 3) {
          return Join.WRAP;
        }
        return sentence && a.length() > 100 ? Join.PARAGRAPH : Join.BREAK;
      }
      if (ends == Ends.SPACE) {
        return Join.WRAP;
      }
      if (indents) {
        return other.indent() >= 2 ? Join.PARAGRAPH : Join.WRAP;
      }
      if (isWrap(a, b)) {
        return Join.WRAP;
      }
      boolean list = isList(before, to);
      if (a.length() > WIDEST || width > WIDEST) {
        return list ? Join.BREAK : Join.PARAGRAPH;
      }
      int fitted = a.length() + 1 + firstWord(b);
      boolean early = fitted <= Math.max(width, 50);
      if (sentence) {
        return early ? Join.PARAGRAPH : Join.WRAP;
      }
      if (list) {
        return Join.BREAK;
      }
      if (isList(next, to) && startsLine(b)) {
        return Join.PARAGRAPH;
      }
      return early && fitted + 8 <= width ? Join.BREAK : Join.WRAP;
    }

    /** Whether a line and the next are short lines of their own, as results of games are. */
    private boolean isList(int at, int to) {
      return at + 1 < to && isOwn(lines.get(at)) && isOwn(lines.get(at + 1));
    }

    private boolean isOwn(Line line) {
      String plain = line.plain();
      return plain.length() <= 50 && !isSentence(plain) && startsLine(plain);
    }
  }

  private static int firstWord(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text.length() : space;
  }

  private static boolean startsLine(String text) {
    int c = text.isEmpty() ? 0 : text.codePointAt(0);
    return Character.isUpperCase(c) || Character.isDigit(c) || !Character.isLetter(c);
  }

  /** Whether the second line goes on in the middle of the first one's sentence. */
  static boolean isWrap(String a, String b) {
    return !isSentence(a) && !b.isEmpty() && Character.isLowerCase(b.codePointAt(0));
  }

  /** Whether a line ends a sentence. */
  static boolean isSentence(String text) {
    return SENTENCE_END.matcher(text).matches();
  }
}
