package org.newsbake.article;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds words that an agency writes for editors and not for readers: an embargo, a note to editors,
 * a kill, terms of use, a mark for text that is missing.
 *
 * <p>The same words stand in prose, so only the ways in which agencies write them count: at the
 * beginning of a line or behind a bracket, or in capitals. The work grows with the length of the
 * text alone.
 */
final class WireWords {

  /** The most lines of one text that are reported. */
  private static final int MOST = 10;

  /** The most characters of a line that are looked at. */
  private static final int LONGEST_LINE = 20_000;

  /** Words at the beginning of a line or behind a bracket, in any letters. */
  private static final Pattern OPENING =
      Pattern.compile(
          String.join(
              "|",
              "(?:strictly |under )?embargo(?:ed)? (?:until|till|for"
                  + " (?:release|publication|use))\\b",
              "embargo(?:ed)? ?: ?(?=.{0,60}\\d)",
              "(?:note|notes|memo|attention|advisory) (?:to|for) (?:all )?(?:the )?editors\\b",
              "attention,? editors\\b",
              "editors['’] notes? ?[:.–—-]",
              "eds(?:['’.]|\\.?['’])? ?(?:notes?)? ?:",
              "eds\\.? notes?\\b",
              "(?:not for|hold for|hold until) (?:publication|release|broadcast|print)\\b",
              "do not (?:publish|release|use before|use until)\\b",
              "for internal use only\\b",
              "sperrfrist ?(?::|bis\\b|[–—-])",
              "(?:gesperrt bis|achtung,? redaktion(?:en)?|an die redaktion(?:en)?)\\b",
              "hinweise? (?:an|für) (?:die )?redaktion(?:en)?\\b",
              "redaktionshinweise? ?:",
              "nicht (?:zur|für die) veröffentlichung\\b",
              "nicht veröffentlichen\\b",
              "(?:sous )?embargo jusqu(?:['’]|e\\b)",
              "(?:attention,? (?:aux )?rédactions|notes? aux rédactions|ne pas"
                  + " (?:publier|diffuser))\\b",
              "à l['’]attention des rédactions\\b",
              "(?:embargo|embargad[oa]) hasta\\b",
              "(?:atenci[oó]n,? (?:a los )?editores|notas? (?:a|para) (?:los )?editores)\\b",
              "no (?:publicar|difundir)\\b",
              "(?:embargo fino|attenzione,? (?:alle )?redazioni|non pubblicare)\\b",
              "(?:embargo at[eé]|aten[cç][aã]o,? (?:aos )?editores|n[aã]o publicar)\\b"),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Words in capitals at the beginning of a line or behind a bracket. */
  private static final Pattern OPENING_CAPITALS =
      Pattern.compile(
          String.join(
              "|",
              "(?:BULLETIN |MANDATORY |ATTENTION |PHOTO |STORY |URGENT )*KILLS?(?="
                  + " ?(?:$|[:.,;/)\\]–—-]|MANDATORY|NOTICE|STORY\\b))",
              "(?:MANDATORY )?WITHHOLD(?= ?(?:$|[:.,;/)\\]–—-]))",
              "(?:MEDIA |EDITORS |NEWS |PHOTO )?ADVISORY(?= ?(?:$|[:/)\\]–—-]))",
              "EMBARGO(?:ED)?(?= ?(?:$|[:/)\\]–—-]))",
              "EDS\\b",
              "SPERRFRIST\\b"));

  /** Words in capitals anywhere. */
  private static final Pattern CAPITALS =
      Pattern.compile(
          String.join(
              "|",
              "\\bEMBARGO(?:ED)? (?:UNTIL|TILL|FOR|HASTA|JUSQU|[Uu]ntil|[Tt]ill)\\b",
              "\\bNOTES? TO EDITORS\\b|\\bATTENTION EDITORS\\b|\\bEDS\\.? ?(?:NOTE\\b|:)",
              "\\bNOT FOR (?:PUBLICATION|RELEASE|BROADCAST|USE IN)\\b|\\bHOLD FOR RELEASE\\b",
              "\\bDO NOT (?:PUBLISH|RELEASE)\\b",
              "\\b(?:BULLETIN|MANDATORY) (?:KILL|WITHHOLD)\\b",
              "\\bWRITETHRU\\b|\\b[Ww]ritethru\\b",
              "\\bMORE TO COME\\b|[(\\[]MORE[)\\]]",
              "\\bNO (?:SALES|ARCHIVES?|MAGS|RESALE|COMMERCIAL USE|THIRD PARTY)\\b",
              "\\bMANDATORY CREDIT\\b|\\b(?:EDITORIAL|INTERNAL) USE ONLY\\b",
              "(?<=[;,.(–—-] ?)[A-Z]{3,}(?: [A-Z]{3,})? OUT(?= ?(?:[;,.)–—-]|$))",
              "(?<![A-Z] ?)\\b[A-Z]{3,} OUT(?= ?[;,])",
              "[(\\[](?:END|ENDS|ENDE|FIN)[)\\]](?= ?$)",
              "\\bTKTK\\w*\\b|\\bTK(?= ?(?:$|[.,;:)\\]%]))|[(\\[]TK\\b",
              "\\bSPERRFRIST\\b|\\bNICHT ZUR VERÖFFENTLICHUNG\\b|\\bACHTUNG,? REDAKTION",
              "\\bNE PAS (?:PUBLIER|DIFFUSER)\\b|\\bNO (?:PUBLICAR|DIFUNDIR)\\b",
              "\\bATTENTION,? (?:AUX )?RÉDACTIONS\\b|\\bATENCIÓN,? (?:A LOS )?EDITORES\\b"));

  /** A line that is nothing but a mark of an end. */
  private static final Pattern MARK_LINE =
      Pattern.compile(" *(?:- ?30 ?-|-+ ?[Mm](?:ore|ORE) ?-+|[(\\[](?:end|ends|more)[)\\]]) *");

  /** The key of a line in a header. */
  private static final Pattern KEY = Pattern.compile(" *(?:- )?[\\w.-]+ ?[:=]");

  /** What stands before the first word of a line. */
  private static final Pattern MARKUP =
      Pattern.compile("(?:<[^<>]{0,200}>|&nbsp;|[\\s>*_#(\\[\\-–—+\"'“„«`|~=]){0,40}");

  private WireWords() {}

  /**
   * One find.
   *
   * @param index where it begins in the text
   * @param words the words
   */
  record Find(int index, String words) {}

  /**
   * The words in a text, at most one of each line.
   *
   * @param body the index at which a header ends; of its lines only the values count
   */
  static List<Find> in(String text, int body) {
    List<Find> finds = new ArrayList<>();
    int start = 0;
    boolean quoted = false;
    while (start < text.length() && finds.size() < MOST) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      // What an import quotes of a contract is below this key, and no page shows it.
      quoted =
          start < body
              && (text.startsWith("wire:", start) || quoted && text.startsWith("  ", start));
      if (!quoted) {
        find(text, start, Math.min(end, start + LONGEST_LINE), start < body, finds);
      }
      start = end + 1;
    }
    return finds;
  }

  private static void find(String text, int start, int end, boolean header, List<Find> finds) {
    if (end - start < 2) {
      return;
    }
    String line = text.substring(start, end).replace('\u00a0', ' ').replace('\u202f', ' ');
    int from = 0;
    if (header) {
      if (line.stripLeading().startsWith("#")) {
        return;
      }
      Matcher key = KEY.matcher(line);
      from = key.lookingAt() ? key.end() : 0;
    } else if (MARK_LINE.matcher(line).matches()) {
      finds.add(new Find(start, line.strip()));
      return;
    }
    Matcher opening = OPENING.matcher(line);
    Matcher capitals = OPENING_CAPITALS.matcher(line);
    int at = from;
    while (at >= 0) {
      Matcher markup = MARKUP.matcher(line).region(at, line.length());
      int word = markup.lookingAt() ? markup.end() : at;
      for (Matcher words : List.of(opening, capitals)) {
        if (words.region(word, line.length()).lookingAt()) {
          finds.add(new Find(start + word, words.group().strip()));
          return;
        }
      }
      at = bracket(line, word);
    }
    if (hasCapitals(line, from)) {
      Matcher anywhere = CAPITALS.matcher(line);
      if (anywhere.find(from)) {
        finds.add(new Find(start + anywhere.start(), anywhere.group().strip()));
      }
    }
  }

  /** The place behind the next bracket that opens, or -1. */
  private static int bracket(String line, int from) {
    for (int i = from; i < line.length(); i++) {
      if (line.charAt(i) == '(' || line.charAt(i) == '[') {
        return i + 1;
      }
    }
    return -1;
  }

  /** Whether two capitals stand side by side, or a word of the wires that has none. */
  private static boolean hasCapitals(String line, int from) {
    boolean last = false;
    for (int i = from; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean upper = c < 128 ? c >= 'A' && c <= 'Z' : Character.isUpperCase(c);
      if (upper && last) {
        return true;
      }
      last = upper;
    }
    return line.indexOf("ritethru", from) >= 0;
  }
}
