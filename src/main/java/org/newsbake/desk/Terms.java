package org.newsbake.desk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.newsbake.edition.ImportRules;
import org.newsbake.wire.WireItem;
import org.newsbake.wire.WirePicture;

/** Finds terms of use that no rule allows. */
final class Terms {

  /** Words by which a note, a caption or a line limits the use. */
  private static final Pattern LIMIT =
      Pattern.compile(
          String.join(
              "|",
              "\\b[A-Z]{3,}(?:[ /-][A-Z]{3,}){0,3} OUT\\b",
              "\\bNO (?:SALES?|ARCHIV\\w*|RESALES?|MAGS|MAGAZINES|INTERNET|ONLINE|WEB|TV|SOCIAL"
                  + "|COMMERCIAL|THIRD|USE|PRINT|SEQUENCES)\\b",
              "\\b(?:EDITORIAL|INTERNAL|PRINT|BROADCAST) USE ONLY\\b",
              "\\bMANDATORY CREDIT\\b",
              "(?i:\\bnot for (?:use|resale|archive|distribution)\\b)",
              "(?i:\\bno archiv\\w*|\\brights except\\b|\\bfor subscribers only\\b)",
              "(?i:\\b(?:must|may) not (?:be"
                  + " )?(?:chang|edit|alter|us|publish|archiv|resol|sold|fram))",
              "(?i:\\bhold (?:for|until)\\b|\\bdo not (?:use|publish|release)\\b)",
              "(?i:\\bdarf nicht\\b|\\bikke"
                  + " (?:anledning|tillatt)\\b|\\binterdit\\w*|\\bprohibid\\w*)",
              "(?i:\\bexclusive(?:ly)? (?:to|for|use)\\b)"));

  /** What allows everything. */
  private static final Set<String> ANY =
      Set.of("any", "all", "unrestricted", "no restrictions", "none");

  private Terms() {}

  /** The terms of an item that no rule of its source allows, in its words. */
  static List<String> open(WireItem item, ImportRules rules) {
    Set<String> open = new LinkedHashSet<>();
    for (String term : item.rights().usage()) {
      if (!isAllowed(term, rules)) {
        open.add(term);
      }
    }
    List<String> lines = new ArrayList<>(item.handling().notes());
    item.story().headline().ifPresent(lines::add);
    for (String line : lines) {
      if (LIMIT.matcher(line).find() && !isAllowed(line, rules)) {
        open.add(line);
      }
    }
    for (String block : item.story().body()) {
      // In the text only the capitals of the trade count: prose may speak of embargoes.
      if (mayLimit(block) && CAPITALS.matcher(block).find() && !isAllowed(block, rules)) {
        open.add(block.length() > 160 ? block.substring(0, 160) + "…" : block);
      }
    }
    return List.copyOf(open);
  }

  /** The terms of a picture that no rule of its source allows. */
  static List<String> open(WirePicture picture, ImportRules rules) {
    Set<String> open = new LinkedHashSet<>();
    picture.usage().stream().filter(it -> !isAllowed(it, rules)).forEach(open::add);
    picture
        .caption()
        .filter(it -> LIMIT.matcher(it).find() && !isAllowed(it, rules))
        .ifPresent(open::add);
    return List.copyOf(open);
  }

  private static final Pattern CAPITALS =
      Pattern.compile(
          "\\b[A-Z]{3,}(?: [A-Z]{3,})? OUT(?= ?(?:[-;,.)–—]|$))|\\bNO (?:SALES|ARCHIVES?|ARCHIVAL"
              + " USE|RESALE|MAGS|COMMERCIAL USE)\\b|\\bNOT FOR (?:PUBLICATION|RELEASE|USE"
              + " IN)\\b|\\bEDITORIAL USE ONLY\\b");

  /** Whether {@link #CAPITALS} may be found, told in less time. */
  private static boolean mayLimit(String block) {
    return block.contains(" OUT") || block.contains("NO") || block.contains(" USE ONLY");
  }

  private static boolean isAllowed(String term, ImportRules rules) {
    String line = plain(term);
    if (rules.held().stream().anyMatch(it -> line.contains(plain(it)))) {
      return false;
    }
    return ANY.contains(line) || rules.allowed().stream().anyMatch(it -> line.contains(plain(it)));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}]+", " ").strip();
  }
}
