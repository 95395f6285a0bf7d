package org.newsbake.image;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes out of SVG drawings what readers must not have: comments, {@code <metadata>}, and what the
 * editor Inkscape keeps for itself, such as names of files. All else stays byte for byte; titles
 * and descriptions are for readers.
 *
 * <p>Immutable and thread-safe.
 */
public final class SvgCleaner {

  /** The elements that go, with all that is in them. */
  private static final String METADATA = "metadata";

  private static final String NAMED_VIEW = "sodipodi:namedview";

  private static final String[] PRIVATE_ATTRIBUTES = {"inkscape:", "sodipodi:"};

  /**
   * A drawing as it may be published.
   *
   * @param file its bytes, in an encoding in which ASCII is itself
   * @return nothing where it is no well-formed sequence of tags, so that it cannot be cleaned
   */
  public Optional<byte[]> clean(byte[] file) {
    // Each byte is one character, so that what stays is written back as it was.
    String text = new String(file, StandardCharsets.ISO_8859_1);
    if (text.indexOf('\0') >= 0) {
      return Optional.empty();
    }
    return new Pass(text).run();
  }

  /** One drawing, from left to right. */
  private static final class Pass {
    private final String text;
    private final ByteArrayOutputStream clean = new ByteArrayOutputStream();

    Pass(String text) {
      this.text = text;
    }

    Optional<byte[]> run() {
      int at = 0;
      // How deep it goes within an element that goes.
      int depth = 0;
      while (at < text.length()) {
        int open = text.indexOf('<', at);
        int from = open < 0 ? text.length() : open;
        if (depth == 0) {
          write(at, from);
        }
        if (open < 0) {
          break;
        }
        int end = end(open);
        if (end < 0) {
          return Optional.empty();
        }
        if (!isTag(open)) {
          if (depth == 0 && !text.startsWith("<!--", open)) {
            write(open, end);
          }
        } else if (depth > 0) {
          depth += text.charAt(open + 1) == '/' ? -1 : isEmpty(end) ? 0 : 1;
        } else if (goes(name(open))) {
          if (text.charAt(open + 1) == '/') {
            return Optional.empty();
          }
          depth = isEmpty(end) ? 0 : 1;
        } else {
          tag(open, end);
        }
        at = end;
      }
      return depth == 0 ? Optional.of(clean.toByteArray()) : Optional.empty();
    }

    /** Behind what begins with this bracket, or -1. */
    private int end(int open) {
      if (text.startsWith("<!--", open)) {
        return behind("-->", open + 4);
      } else if (text.startsWith("<![CDATA[", open)) {
        return behind("]]>", open);
      } else if (text.startsWith("<?", open)) {
        return behind("?>", open);
      }
      boolean doctype = text.startsWith("<!", open);
      int subsets = 0;
      char quote = 0;
      for (int i = open + 1; i < text.length(); i++) {
        char c = text.charAt(i);
        if (quote != 0) {
          quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
          quote = c;
        } else if (doctype && (c == '[' || c == ']')) {
          subsets += c == '[' ? 1 : -1;
        } else if (c == '>' && subsets == 0) {
          return i + 1;
        }
      }
      return -1;
    }

    private int behind(String mark, int from) {
      int at = text.indexOf(mark, from);
      return at < 0 ? -1 : at + mark.length();
    }

    private boolean isTag(int open) {
      char next = open + 1 < text.length() ? text.charAt(open + 1) : 0;
      return next != '!' && next != '?';
    }

    private boolean isEmpty(int end) {
      return text.charAt(end - 2) == '/';
    }

    private String name(int open) {
      int from = text.charAt(open + 1) == '/' ? open + 2 : open + 1;
      int at = from;
      while (at < text.length() && " \t\r\n/>".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(from, at);
    }

    private static boolean goes(String name) {
      return name.substring(name.indexOf(':') + 1).equals(METADATA) || name.equals(NAMED_VIEW);
    }

    /** Writes a tag without the attributes that an editor keeps for itself. */
    private void tag(int open, int end) {
      int written = open;
      int at = open;
      while (at < end) {
        char c = text.charAt(at);
        if (c == '"' || c == '\'') {
          at = text.indexOf(c, at + 1) + 1;
        } else if (isSpace(c) && isPrivate(skipSpace(at))) {
          write(written, at);
          at = behindAttribute(at, end);
          written = at;
        } else {
          at++;
        }
      }
      write(written, end);
    }

    private int behindAttribute(int from, int end) {
      for (int i = from; i < end; i++) {
        char c = text.charAt(i);
        if (c == '"' || c == '\'') {
          return text.indexOf(c, i + 1) + 1;
        }
      }
      return end - 1;
    }

    private boolean isPrivate(int at) {
      for (String prefix : PRIVATE_ATTRIBUTES) {
        if (text.startsWith(prefix, at)) {
          return true;
        }
      }
      return false;
    }

    private int skipSpace(int from) {
      int at = from;
      while (at < text.length() && isSpace(text.charAt(at))) {
        at++;
      }
      return at;
    }

    private static boolean isSpace(char c) {
      return c == ' ' || c == '\t' || c == '\r' || c == '\n';
    }

    private void write(int from, int end) {
      byte[] bytes = text.substring(from, end).getBytes(StandardCharsets.ISO_8859_1);
      clean.write(bytes, 0, bytes.length);
    }
  }
}
