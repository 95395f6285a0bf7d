package org.newsbake.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names of people in a byline: no "By", no title, no agency, no initials. */
final class Names {

  private static final Pattern PREFIX =
      Pattern.compile(
          "^(?:\\W*)(?:(?:story|text|reporting|reported|written|report|words|bericht|texte?|testo|texto)"
              + " (?:by|von|par|por|di|de)\\b|(?:by|von|par|por|di|da|door|av|af|fra|från|przez|yazan|autor(?:in)?|author|bericht|text|texte|تقرير|بقلم|كتب|автор)\\b)"
              + " ?[:.]?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s*(?:[;,|\\u2022\\u060C]|\\s[-\\u2013\\u2014]\\s|\\s(?:and|und|et|y|e|och|og|en|i|ve|и|ja|with|mit|avec)\\s|\\s*&\\s*|\\s+و(?=\\s))\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "di", "do", "du", "la", "le", "el", "al", "bin", "ibn", "van", "von", "vom",
          "zu", "zum", "zur", "der", "den", "des", "del", "della", "dos", "das", "ter", "ten", "af",
          "av", "y", "e", "st", "san", "bint", "abu", "ben", "dela", "los", "las", "d", "o", "'t",
          "op", "het");

  /** Words of which no name of a person consists. */
  private static final Pattern NO_PERSON =
      Pattern.compile(
          "(?:press|presse|agency|agencies|agence|agencia|agentur|agenzia|agência|news|newsroom|service|services"
              + "|staff|reporter|reporters|writer|writers|correspondent|correspondents|correspondente"
              + "|korrespondent(?:en|in)?|redaktion|rédaction|redacci[oó]n|redazione|redactie|redaktor"
              + "|editor|editors|editorial|desk|bureau|team|media|association|museum|television|tv|radio|times"
              + "|post|gazette|tribune|herald|journal|chronicle|company|corporation|corp|inc|ltd|gmbh|group"
              + "|wire|network|online|office|department|dpt|photographer|producer|columnist|analyst|chief"
              + "|political|sports?|business|science|world|international|national|special|contributing|contributor"
              + "|the|our|from|agencies|archiv|archive|foundation|institute|university|center|centre|council"
              + "|union|federation|league|club|committee|government|ministry|reuters?|wires|data|report|reports"
              + "|envoyée?|spécial|mitarbeiter(?:in)?|sonderkorrespondent|com|www|email|contact|admin|user|unknown|webmaster)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Set<String> SUFFIXES =
      Set.of("jr", "jr.", "sr", "sr.", "ii", "iii", "phd", "md");

  private Names() {}

  /** Whether a line begins as a byline does. */
  static boolean isByline(String line) {
    return line.length() <= 120
        && !line.startsWith("(")
        && !Lines.isSentence(line.replaceAll("\\b(?:\\p{Lu}|Jr|Sr|St)\\.", ""))
        && BY.matcher(line).find();
  }

  private static final Pattern BY =
      Pattern.compile(
          "^\\W{0,3}(?:by|von|par|por|di|door|av|af|text|bericht|story by|written by|reporting by)["
              + " :]+\\p{Lu}|^BY \\p{Lu}|^(?:By|Von|Par|Por) \\S+"
              + " (?:correspondents?|reporters?|staff)",
          Pattern.CASE_INSENSITIVE);

  /**
   * The people of a byline.
   *
   * @param agencies names that are no people, in small letters
   */
  static List<String> people(String byline, Set<String> agencies) {
    String line = Text.value(byline).replaceAll("[<=]+\\s*$", "").strip();
    Matcher prefix = PREFIX.matcher(line);
    if (prefix.find()) {
      line = line.substring(prefix.end());
    }
    line =
        line.replaceAll("\\s*[(\\[][^)\\]]*[)\\]]|<[^>]*>", "")
            .replaceAll("\\S+@\\S+", "")
            .replaceFirst(",? (?:in|at|aus|à|en|a|from|reporting from) \\p{Lu}[\\p{L} .-]*$", "")
            .strip();
    Set<String> names = new LinkedHashSet<>();
    // "Name/AGENCY": what follows the stroke is whom the person works for.
    for (String part : SEPARATOR.split(line)) {
      String[] strokes = part.split("\\s*/\\s*");
      for (int i = 0; i < strokes.length; i++) {
        String name = strokes[i].strip().replaceAll("^[\"'“”.:–—-]+|[\"'“”:–—-]+$", "").strip();
        if (!isPerson(name, agencies)) {
          name = withoutAgency(name, agencies);
        }
        if (SUFFIXES.contains(name.toLowerCase(Locale.ROOT)) && !names.isEmpty()) {
          List<String> before = new ArrayList<>(names);
          String last = before.remove(before.size() - 1);
          names.clear();
          names.addAll(before);
          names.add(last + ", " + name);
        } else if (isPerson(name, agencies) && (i == 0 || name.indexOf(' ') > 0)) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  /** Whether a line names an organization or a post in one. */
  static boolean isOfOrganization(String line) {
    for (String word : line.split("[\\s,]+")) {
      if (NO_PERSON.matcher(word.replaceAll("[.,]+$", "")).matches()) {
        return true;
      }
    }
    return false;
  }

  /** A name in capitals before an agency that is not, or before one that is known. */
  private static String withoutAgency(String name, Set<String> agencies) {
    Matcher capitals = CAPITALS_FIRST.matcher(name);
    if (capitals.matches()) {
      return capitals.group(1).strip();
    }
    for (String agency : agencies) {
      if (name.toLowerCase(Locale.ROOT).endsWith(" " + agency)) {
        return name.substring(0, name.length() - agency.length() - 1).strip();
      }
    }
    return name;
  }

  private static final Pattern CAPITALS_FIRST =
      Pattern.compile(
          "(\\p{Lu}[\\p{Lu}.'’-]+(?: \\p{Lu}[\\p{Lu}.'’-]*)+) (?:The )?\\p{Lu}\\p{Ll}.*");

  static boolean isPerson(String name, Set<String> agencies) {
    if (name.length() < 4 && !name.matches("\\p{IsHan}{2,4}")
        || name.length() > 60
        || agencies.contains(name.toLowerCase(Locale.ROOT))
        || name.matches(".*[\\d<>@:?!\"/].*")) {
      return false;
    }
    String[] words = name.split("[\\s_]+");
    if (words.length > 6) {
      return false;
    }
    if (words.length == 1) {
      return name.matches("[\\p{IsHan}\\p{IsHangul}]{2,5}");
    }
    int capitals = 0;
    boolean last = false;
    for (String word : words) {
      String bare = word.replaceAll("[.,’']+$", "");
      int first = bare.isEmpty() ? 0 : bare.codePointAt(0);
      boolean caseless =
          first != 0
              && Character.isLetter(first)
              && !Character.isLowerCase(first)
              && !Character.isUpperCase(first);
      if (NO_PERSON.matcher(bare).matches() || agencies.contains(bare.toLowerCase(Locale.ROOT))) {
        return false;
      }
      boolean particle =
          PARTICLES.contains(bare.toLowerCase(Locale.ROOT))
              || bare.matches("(?:d|l|al|el|o)['’-].+");
      last =
          Character.isUpperCase(first) || caseless || bare.matches("(?:d|l|al|el|o)['’-]\\p{Lu}.*");
      if (last) {
        capitals++;
      } else if (!particle) {
        return false;
      }
    }
    return last && capitals >= (words.length > 2 ? 2 : 1) && capitals * 2 >= words.length;
  }
}
