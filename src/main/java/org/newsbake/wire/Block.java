package org.newsbake.wire;

import java.util.List;
import java.util.stream.Collectors;

/** A block of a story. Its texts hold the marks of {@link Inline}. */
sealed interface Block {

  /** The words alone. */
  String plain();

  /** The block as Markdown. */
  String markdown();

  /**
   * @param loose whether it is text that no paragraph holds, between elements of layout
   * @param after whether an empty paragraph stands before it
   */
  record Paragraph(String text, boolean loose, boolean after) implements Block {
    Paragraph(String text) {
      this(text, false, false);
    }

    @Override
    public String plain() {
      return Inline.plain(text);
    }

    @Override
    public String markdown() {
      return Inline.markdown(text);
    }
  }

  record Heading(int level, String text) implements Block {
    @Override
    public String plain() {
      return Inline.plain(text);
    }

    @Override
    public String markdown() {
      String line = Inline.markdown(text.replace(Inline.BREAK, ' '));
      return line.isEmpty() ? "" : "#".repeat(level) + " " + line;
    }
  }

  /** A point of a list and how deep it is. */
  record Point(int depth, boolean numbered, String text) {}

  record Points(List<Point> points) implements Block {
    @Override
    public String plain() {
      return points.stream().map(it -> Inline.plain(it.text())).collect(Collectors.joining(" "));
    }

    @Override
    public String markdown() {
      StringBuilder out = new StringBuilder();
      int[] counts = new int[64];
      int before = 0;
      for (Point point : points) {
        int depth = Math.min(point.depth(), counts.length - 1);
        if (depth > before) {
          counts[depth] = 0;
        }
        before = depth;
        String mark = point.numbered() ? ++counts[depth] + ". " : "- ";
        String indent = "    ".repeat(depth);
        String text = Inline.markdown(point.text()).replace("\n", "\n" + indent + "    ");
        out.append(out.isEmpty() ? "" : "\n").append(indent).append(mark).append(text);
      }
      return out.toString();
    }
  }

  record Quote(List<Block> blocks) implements Block {
    @Override
    public String plain() {
      return blocks.stream().map(Block::plain).collect(Collectors.joining(" "));
    }

    @Override
    public String markdown() {
      String inside = blocks.stream().map(Block::markdown).collect(Collectors.joining("\n\n"));
      return inside.isEmpty() ? "" : "> " + inside.replace("\n", "\n> ");
    }
  }

  /** Lines whose spaces count. */
  record Code(String text) implements Block {
    @Override
    public String plain() {
      return Text.squeeze(text);
    }

    @Override
    public String markdown() {
      String fence = "```";
      while (text.contains(fence)) {
        fence += "`";
      }
      return fence + "\n" + text + "\n" + fence;
    }
  }

  record Table(List<List<String>> rows) implements Block {
    @Override
    public String plain() {
      return rows.stream()
          .flatMap(List::stream)
          .map(Inline::plain)
          .filter(it -> !it.isEmpty())
          .collect(Collectors.joining(" "));
    }

    @Override
    public String markdown() {
      int columns = rows.stream().mapToInt(List::size).max().orElse(0);
      StringBuilder out = new StringBuilder();
      for (int row = 0; row < rows.size(); row++) {
        out.append(row == 0 ? "|" : "\n|");
        for (int column = 0; column < columns; column++) {
          String text = column < rows.get(row).size() ? rows.get(row).get(column) : "";
          String cell =
              Inline.markdown(text.replace(Inline.BREAK, ' '))
                  .replace("\\|", "|")
                  .replace("|", "\\|");
          out.append(cell.isEmpty() ? " |" : " " + cell + " |");
        }
        if (row == 0) {
          out.append("\n|").append("---|".repeat(columns));
        }
      }
      return out.toString();
    }
  }

  record Picture(String address, String alt) implements Block {
    @Override
    public String plain() {
      return "";
    }

    @Override
    public String markdown() {
      return "!["
          + Inline.escaped(alt).replace("]", "\\]")
          + "]("
          + address.replace("(", "%28").replace(")", "%29")
          + ")";
    }
  }
}
