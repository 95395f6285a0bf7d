package org.newsbake.wire;

import java.util.Locale;
import java.util.regex.Pattern;

/** Words that an agency writes for editors: notes, sign-offs, kinds of messages. */
final class Notes {

  /** A note at the beginning or the end of a text. */
  private static final Pattern NOTE =
      Pattern.compile(
          "^\\W{0,4}(?:eds?[:.]\\s|eds?"
              + " ?note|editors?[:,]\\s|(?:note|notes|memo|attention|advisory) (?:to|for) (?:all"
              + " )?(?:the )?editors|attention,? (?:all"
              + " )?(?:editors|clients|subscribers)|editors?['’]?s? notes?\\s?[:–—-]|achtung,?"
              + " redaktion|an die redaktion|hinweis(?:e)? (?:an|für) (?:die"
              + " )?redaktion|(?:attention,? (?:aux )?rédactions|notes? aux rédactions|à"
              + " l['’]attention des rédactions)|(?:atenci[oó]n,? (?:a los )?editores|notas?"
              + " (?:a|para) (?:los )?editores)|not for publication|nicht zur veröffentlichung|n o"
              + " u v e a u\\b|n e u\\b|n e w\\b|u p d a t e\\b|r e p e a t\\b|(?:eds|editors)"
              + " -|(?:this (?:version|story) )?(?:replaces|supersedes) (?:the"
              + " )?(?:version|earlier|previous|item)\\b|ersetzt (?:die"
              + " )?(?:meldung|fassung|version)\\b|remplace (?:la|notre)"
              + " (?:version|dépêche|précédente)|(?:strictly |under )?embargo(?:ed)?"
              + " (?:until|till|to|for)\\b|(?:sous )?embargo jusqu|sperrfrist\\b|gesperrt"
              + " bis\\b|embargad?o? hasta\\b)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Where everything from here on is for editors. */
  private static final Pattern NOTEBOOK =
      Pattern.compile(
          "^#*\\s*(?:\\S+ )?(?:notebook|notizblock|notes? to editors|note to"
              + " editors|bloc-notes|redaktionelle hinweise|hinweise für die redaktion(?:en)?|the"
              + " following information is not (?:intended )?for publication.*|die folgenden"
              + " informationen sind nicht zur ver.*)\\s*:?$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern RULE = Pattern.compile("[\\s_\\-–—=*.#~+\\u2500-\\u257F]{2,}");

  private static final Pattern END =
      Pattern.compile(
          "[\\s(\\[*=#/<-]*(?:ends?|ende|fin|fine|fim|end it|-?\\s?30\\s?-?|more|mf|mfl|end of"
              + " (?:story|message|item)|enditem|(?:schluss|forts)|finis|konec|koniec|slut|slutt)[\\s)\\]*=#/>.-]*",
          Pattern.CASE_INSENSITIVE);

  /** Initials, as in "asl/tib/cac", "ab-cd", "AHD sn", "(OTL/sj)". */
  private static final Pattern INITIALS =
      Pattern.compile(
          "[(\\[]?(?:\\p{L}{1,5}(?:\\s?[/\\\\]+\\s?\\p{L}{1,5}){1,6}\\s?/?|\\p{Lu}{2,6}[/"
              + " -]\\p{Ll}{2,4}(?:[/"
              + " -]\\p{Ll}{1,4}){0,3}|\\p{Ll}{2,4}(?:-\\p{Ll}{2,4}){1,3}|\\p{Ll}{2,4}(?:"
              + " \\p{Ll}{2,4}| [a-z]\\d){1,5})[)\\]]?\\.?");

  private static final Pattern PHOTOS =
      Pattern.compile(
          "^\\W{0,3}(?:with )?(?:[\\p{L}.]+"
              + " ){0,3}(?:photos?|pictures?|graphics?|pix|fotos?|bilder|images?|videos?|grafiken?)(?:"
              + " (?:numbers?|nos?\\.?|nr\\.?|nummern?))?[: ]+(?:and |[A-Z]{1,6}[- ]?\\d{1,8}[,;."
              + " ]*)+(?:\\(.*\\))?\\W*$|^\\W?\\((?:photos?|videos?|grafik|graphic|infographie|pix|bild)(?:\\s?[+,/&]\\s?(?:photos?|videos?|grafik|graphic|infographie|pix|bild))*\\)\\W?$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern APPEARED =
      Pattern.compile(
          "^(?:the (?:post|article|story) .*\\bappeared first on\\b.*|der beitrag .* (?:erschien"
              + " zuerst auf|erschien erstmals auf) .*|l['’]article .* est apparu en premier sur"
              + " .*|la entrada .* (?:aparece primero en|se publicó primero en) .*|l['’]articolo .*"
              + " (?:proviene da|sembra essere il primo su) .*|o post .* apareceu primeiro em"
              + " .*|het bericht .* verscheen eerst op .*)$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

  private static final Pattern COPYRIGHT =
      Pattern.compile(
          "^(?:©|\\(c\\)|copyright\\b|&copy;).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What plans, lists and tests for editors are called. */
  private static final Pattern PLAN =
      Pattern.compile(
          "(?:news |sports? |business )?(?:daybook|budget|digest advisory|planner|coverage"
              + " plan(?:s)?|news (?:diary|schedule|agenda)|editorial"
              + " (?:schedule|advisory)|planning|planungshinweise?|tages(?:vor)?schau|tagesvorschau|wochenvorschau|termin(?:vor)?schau|terminvorschau|vorschau|terminkalender|themenplanung|themenvorschau|redaktionsplanung|prévisions?|agenda"
              + " des rédactions|agenda prévisionnel|previsiones|previsión(?: informativa)?|agenda"
              + " informativa|programma delle notizie|advisory|media advisory|service advisory|avis"
              + " aux rédactions|redaktioneller hinweis|test|test"
              + " message|testmeldung|dienstmeldung|service message)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The names of subjects that are plans; others are topics of news as well. */
  private static final Pattern PLAN_SUBJECT =
      Pattern.compile(
          "(?:tages|wochen|termin|themen)?vorschau|daybook|planungshinweise?|news"
              + " budget|terminkalender|agenda des rédactions|agenda prévisionnel|media advisory",
          Pattern.UNICODE_CASE | Pattern.CASE_INSENSITIVE);

  private static final Pattern PLAN_IN_HEADLINE =
      Pattern.compile(
          String.join(
              "|",
              "(?i:(?:tages|wochen|termin|themen)vorschau|\\bdaybook\\b)",
              "(?i:\\b(?:news|sports|business) (?:budget|diary|schedule|digest advisory)\\b)",
              "(?i:\\bcoverage (?:plan|advisory)\\b|^(?:media|editorial|service) advisory\\b)",
              "^(?:\\S+ )?ADVISORY\\b",
              "(?i:^(?:this is a )?test(?: message)?[ .!]*(?:please )?(?:ignore|disregard)?\\W*$)",
              "(?i:\\b(?:prévisions|agenda) de la (?:journée|semaine)\\b)"),
          Pattern.UNICODE_CASE);

  private Notes() {}

  static boolean isNote(String line) {
    return NOTE.matcher(line).find();
  }

  static boolean isNotebook(String line) {
    return line.length() < 120 && NOTEBOOK.matcher(line).matches();
  }

  static boolean isRule(String line) {
    return RULE.matcher(line).matches() || line.matches("[_=*-]+");
  }

  static boolean isEnd(String line) {
    return line.length() <= 24 && END.matcher(line).matches();
  }

  /** Whether a last line is the editors' initials or the agency's name. */
  static boolean isSignOff(String line, java.util.Set<String> agencies) {
    if (line.length() > 40) {
      return false;
    }
    String core = Text.core(line);
    if (agencies.contains(core) || core.isEmpty()) {
      return true;
    }
    if (line.matches(
        "/\\s?[\\p{L}\\p{N}.]{2,14}\\s?/|[\\p{L}]{2,10}\\s?/\\s?(?i:fim|fin|ende?|slut|konec)")) {
      return true;
    }
    if (line.matches(
        "(?:[(\\[][\\p{L}\\p{N} ./-]{1,25}[)\\]]|=+\\s?[\\p{L}\\p{N} .-]{1,25})\\s*\\.?")) {
      String inside = line.replaceAll("[()\\[\\]=]", "").strip();
      return line.startsWith("=")
          || !inside.contains(" ")
          || inside.matches("[A-Z][\\w.-]*(?:/\\S+)+")
          || INITIALS.matcher(inside).matches();
    }
    if (INITIALS.matcher(line.replaceFirst("/?\\s?\\(\\p{L}{3,9}\\)$", "")).matches()) {
      return line.contains("/")
          || line.contains("\\")
          || line.contains("-")
          || hasAgency(core, agencies)
          || Text.isCapitals(line.split("[ -]")[0]);
    }
    String first = core.split(" ")[0];
    return agencies.contains(first)
        && line.length() <= 30
        && core.substring(first.length())
            .strip()
            .matches("(?:(?:[a-z]{1,4}\\d?|\\d{3,8})(?: |$)){1,6}");
  }

  private static boolean hasAgency(String core, java.util.Set<String> agencies) {
    return agencies.contains(core.split(" ")[0]);
  }

  private static final Pattern MEDIA_MARKS =
      Pattern.compile(
          "\\W*(?:\\((?:photos?|fotos?|vid[eé]os?|vídeos?|audio|grafik|graphic|infograf\\p{L}*|pix|bild(?:er)?)\\)\\W*)+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  static boolean isPhotoNumbers(String line) {
    return line.length() <= 120
        && (PHOTOS.matcher(line).find() || MEDIA_MARKS.matcher(line).matches());
  }

  private static final Pattern READ_MORE =
      Pattern.compile(
          "(?:\\[?(?:\u2026|\\.\\.\\.)\\]?\\s*)?(?:read more|continue reading|read the full"
              + " (?:story|article)|more at|weiterlesen|mehr lesen|lire la suite|lire plus|leer"
              + " más|seguir leyendo|leggi tutto|continua a leggere|ler mais|lees meer|läs mer|les"
              + " mer|læs mere)\\b.{0,80}",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Whether a last line leads to the rest of the story elsewhere. */
  static boolean isReadMore(String line) {
    return !Lines.isSentence(line.replace("...", "").strip()) && READ_MORE.matcher(line).matches();
  }

  static boolean isAppearedFirst(String line) {
    return APPEARED.matcher(line).matches();
  }

  static boolean isCopyright(String line) {
    return line.length() <= 300 && COPYRIGHT.matcher(line).matches();
  }

  /** Whether a name of a genre, a subject or a note says that this is for editors only. */
  static boolean isPlanName(String name) {
    return PLAN.matcher(name.strip()).matches();
  }

  static boolean isPlanSubject(String name) {
    return PLAN_SUBJECT.matcher(name.strip()).matches();
  }

  static boolean isPlanHeadline(String headline) {
    return PLAN_IN_HEADLINE.matcher(headline).find();
  }

  /** Words of a version in a slugline, such as {@code 1st Ld-Writethru}. */
  private static final Pattern VERSION =
      Pattern.compile(
          "(?:,?\\s*(?:\\d+(?:st|nd|rd|th)\\s?(?:ld|lead|add|net|writethru|update|sub)\\b[\\w-]*(?:-writethru)?|ld\\b|writethru\\b|write-?thru|add\\b|sub\\b|correction|corrective|corrected|kill|advisory|update"
              + " \\d+|urgent|bulletin))+",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern UPDATE =
      Pattern.compile(
          "\\b\\d+(?:st|nd|rd|th)\\s?(?:ld|lead|net|update|sub|writethru)|\\bwrite-?thru\\b|\\bupdate"
              + " \\d+\\b|\\brefile\\b|\\b(?:lead|update)\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ADD =
      Pattern.compile("\\b\\d+(?:st|nd|rd|th)\\s?add\\b|\\badd \\d+\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern CORRECTION =
      Pattern.compile(
          "\\bcorrect(?:ion|ive|ed|s)?\\b|\\bberichtig(?:ung|t)\\b|\\bkorrektur\\b|\\brectifica(?:tif|tion|tivo|ción)\\b|\\bcorrecci[oó]n\\b|\\bcorrezione\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** A slugline without its words of version. */
  static String chain(String slugline) {
    return VERSION.matcher(slugline).replaceAll("").replaceAll("[,\\s]+$", "").strip();
  }

  static boolean isAdd(String words) {
    return ADD.matcher(words).find();
  }

  static boolean isCorrection(String words) {
    return CORRECTION.matcher(words).find();
  }

  static boolean isUpdate(String words) {
    return UPDATE.matcher(words).find();
  }

  /** Words that stand before the kind of an advisory. */
  private static final String PREFIX =
      "^(?:[\\W\\d]*(?i:bulletin|mandatory|urgent|attention|editors?|eds?|story|photo)[:,\\s]+)*";

  /** Words by which a story is killed: in capitals, or in phrases that no news has. */
  private static final Pattern KILL =
      Pattern.compile(
          String.join(
              "|",
              PREFIX
                  + "(?:MANDATORY )?(?:KILLS?|KILLED|WITHDRAW(?:N|AL)?|ANNULATION|ANULACI[OÓ]N)"
                  + "(?=\\s*(?:$|[:.,;/)\\]\\u2013\\u2014-]|NOTICE\\b|STORY\\b|ADVISORY\\b))",
              "^(?i:kill|withdrawn|annulation|anulaci[oó]n)\\s*[:!]",
              "(?i:\\bplease (?:kill|withdraw)\\b|\\b(?:mandatory|bulletin) kill\\b)",
              "(?i:\\b(?:a|this) kill is mandatory\\b|^story (?:removed|killed|withdrawn)\\s*:)",
              "(?i:\\bkill (?:the |our )?(?:story|item|our)\\b|\\bwithdraw (?:the |our"
                  + " )?(?:story|item)\\b)",
              "(?i:\\bmeldung (?:bitte )?(?:streichen|zurückziehen|zurückgezogen)\\b)",
              "(?i:\\bbitte (?:streichen|zurückziehen|nicht (?:mehr )?verwenden)\\b)",
              "(?i:\\bannul(?:er|ez|ons) (?:la|notre) dépêche\\b|\\banular (?:la"
                  + " )?(?:nota|noticia)\\b)"),
          Pattern.UNICODE_CASE);

  private static final Pattern HOLD =
      Pattern.compile(
          String.join(
              "|",
              PREFIX + "HOLD(?:\\s+HOLD)*\\W*$",
              PREFIX + "(?:WITHHOLD|HOLD)(?=\\s*[:.,;/)\\]\\u2013\\u2014-])",
              "(?i:\\bplease (?:hold|withhold) (?:our|the|this|item|story)\\b)",
              "(?i:\\b(?:hold|withhold) (?:the |our )?(?:story|item)\\b)",
              "(?i:\\bbitte (?:zurückhalten|nicht senden)\\b)"),
          Pattern.UNICODE_CASE);

  /** What only a kill says in its text. */
  private static final Pattern KILL_IN_TEXT =
      Pattern.compile(
          "\\bkill is mandatory\\b|\\bmandatory kill\\b|\\bplease kill"
              + " (?:our|the|this|item|story)\\b|^editors:? please kill\\b|\\bmake certain the"
              + " story is not published\\b",
          Pattern.CASE_INSENSITIVE);

  static boolean isKill(String line) {
    return KILL.matcher(line).find();
  }

  static boolean isHold(String line) {
    return HOLD.matcher(line).find();
  }

  /** Whether a paragraph is that of a kill. */
  static boolean killsInText(String paragraph) {
    return paragraph.length() < 600 && KILL_IN_TEXT.matcher(paragraph).find();
  }

  private static final Pattern EMBARGO =
      Pattern.compile(
          "\\bembargo(?:ed)?\\s*(?::|-|until|till|to|for|bis|jusqu|hasta|fino|at[eé]|au|le|\\d)|^\\W*embargo(?:ed)?\\b|\\bunder"
              + " (?:a )?(?:strict )?embargo\\b|\\bsperrfrist\\b|\\bgesperrt"
              + " bis\\b|\\bembargad[oa]s?\\b|\\bsous embargo\\b|\\b(?:hold|not) for"
              + " (?:release|publication|use) (?:until|before)\\b|\\bnot to be"
              + " (?:used|published|released) (?:before|until)\\b|\\bdo not (?:publish|release|use)"
              + " (?:before|until) \\S*\\d|\\bEMBARGO(?:ED)?\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern EMBARGO_IN_TEXT =
      Pattern.compile(
          "^[\\W_]{0,4}(?:strictly |under )?(?:embargo(?:ed)?"
              + " ?(?:until|till|to|for|:|bis|jusqu|hasta|fino|at[eé])|sous embargo|gesperrt"
              + " bis|sperrfrist ?[:–-]?|embargad[oa] hasta|(?:hold|not) for release"
              + " (?:until|before))|\\bEMBARGO(?:ED)? (?i:until|till|to|for|hasta|jusqu)",
          Pattern.UNICODE_CASE);

  private static final Pattern LIFTED =
      Pattern.compile(
          "\\bembargo (?:is |has been |was )?(?:lifted|over|levé|aufgehoben)|\\bno"
              + " embargo\\b|\\bsperrfrist (?:ist )?aufgehoben",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** Whether a note speaks of an embargo of its story. */
  static boolean saysEmbargo(String note) {
    return EMBARGO.matcher(note).find() && !LIFTED.matcher(note).find();
  }

  /** Whether a line of a text is an embargo and no news of one. */
  static boolean isEmbargo(String line) {
    return line.length() <= 300
        && (EMBARGO_IN_TEXT.matcher(line.toLowerCase(Locale.ROOT)).lookingAt()
            || EMBARGO_IN_TEXT.matcher(line).find())
        && !LIFTED.matcher(line).find();
  }
}
