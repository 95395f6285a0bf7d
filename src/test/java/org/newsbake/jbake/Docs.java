package org.newsbake.jbake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page of the docs says in its tables and listings. */
final class Docs {

  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final List<String> lines;

  private Docs(List<String> lines) {
    this.lines = lines;
  }

  static Docs page(String name) throws IOException {
    return new Docs(Files.readAllLines(Path.of("docs", name)));
  }

  /** What stands between backquotes in the first cells of the tables below a heading. */
  Set<String> names(String heading) {
    Set<String> names = new LinkedHashSet<>();
    boolean below = false;
    for (String line : lines) {
      if (line.startsWith("#")) {
        below = line.replaceFirst("^#+ ", "").equals(heading);
      } else if (below && line.startsWith("| `")) {
        Matcher code = CODE.matcher(line.substring(0, line.indexOf(" |", 2)));
        while (code.find()) {
          // The first row names what the others are parts of.
          if (!code.group(1).endsWith(".")) {
            names.add(code.group(1));
          }
        }
      }
    }
    return names;
  }

  /** The files that the page shows in full: a line with the name, and the indented lines below. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    String name = null;
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (line.startsWith("    ") && name != null || line.isEmpty()) {
        text.append(line.isEmpty() ? "" : line.substring(4)).append('\n');
        continue;
      }
      if (name != null) {
        files.put(name, text.toString().strip() + "\n");
      }
      Matcher title = Pattern.compile("`([^`]+)`:").matcher(line);
      name = title.matches() ? title.group(1) : null;
      text.setLength(0);
    }
    return files;
  }

  boolean mentions(String name) {
    return lines.stream().anyMatch(line -> line.contains("`" + name + "`"));
  }
}
