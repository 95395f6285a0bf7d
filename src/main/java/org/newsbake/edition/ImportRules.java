package org.newsbake.edition;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.article.EntryPlaces;
import org.newsbake.article.HeaderPlace;

/**
 * How the copy of a source is imported: {@code import} and {@code contract} of its entry in {@code
 * sources.yaml}.
 *
 * @param published whether stories without a doubt are published; else they are drafts
 * @param charset the character set of files that are no UTF-8 and declare none
 * @param zone the zone of times that have none
 * @param language the language of stories that name none
 * @param section the section of its stories
 * @param sections the sections of subjects, by code or name in small letters
 * @param tags which words become tags
 * @param refuse words of a headline, slugline, genre or subject by which an item is no story
 * @param strip lines of a text that go, by their beginning
 * @param after a command to run after an import that changed something
 * @param keep after how many days the originals of a story are deleted; never where it says nothing
 * @param allowed terms of use that let a story be live
 * @param held terms of use that make a draft
 */
public record ImportRules(
    boolean published,
    Optional<Charset> charset,
    Optional<ZoneId> zone,
    Optional<String> language,
    Optional<String> section,
    Map<String, String> sections,
    Tagging tags,
    List<String> refuse,
    List<String> strip,
    Optional<String> after,
    Optional<Integer> keep,
    List<String> allowed,
    List<String> held) {

  /** Which words of an item become tags. */
  public enum Tagging {
    SUBJECTS,
    KEYWORDS,
    BOTH,
    NONE
  }

  /** The clause of a contract that says which terms of use are allowed. */
  static final String TERMS = "terms";

  private static final List<String> IMPORT =
      List.of(
          "status",
          "charset",
          "timezone",
          "language",
          "section",
          "map",
          "tags",
          "refuse",
          "strip",
          "after",
          "keep");

  private static final List<String> TERM_KEYS = List.of("allow", "hold");

  public ImportRules {
    sections = Map.copyOf(sections);
    refuse = List.copyOf(refuse);
    strip = List.copyOf(strip);
    allowed = List.copyOf(allowed);
    held = List.copyOf(held);
  }

  /** What an entry says, as far as it is right. */
  public static ImportRules of(Entity source) {
    Map<String, Object> rules = Entity.fields(source.fields().get("import"));
    Map<String, Object> contract = Entity.fields(source.fields().get("contract"));
    List<String> allowed = new ArrayList<>();
    List<String> held = new ArrayList<>();
    for (Object term : list(contract.get(TERMS))) {
      Map<String, Object> fields = Entity.fields(term);
      allowed.addAll(texts(fields.get("allow")));
      held.addAll(texts(fields.get("hold")));
    }
    Map<String, String> sections = new LinkedHashMap<>();
    Entity.fields(rules.get("map"))
        .forEach(
            (code, section) ->
                sections.put(code.toLowerCase(Locale.ROOT), String.valueOf(section)));
    return new ImportRules(
        text(rules, "status").filter("published"::equals).isPresent(),
        text(rules, "charset").flatMap(ImportRules::charset),
        text(rules, "timezone").flatMap(ImportRules::zone),
        text(rules, "language"),
        text(rules, "section"),
        sections,
        text(rules, "tags").flatMap(ImportRules::tagging).orElse(Tagging.BOTH),
        texts(rules.get("refuse")),
        texts(rules.get("strip")),
        text(rules, "after"),
        text(rules, "keep").flatMap(ImportRules::days),
        allowed,
        held);
  }

  private static Optional<String> text(Map<String, Object> fields, String key) {
    return Optional.ofNullable(fields.get(key))
        .map(it -> it.toString().strip())
        .filter(it -> !it.isEmpty());
  }

  private static Collection<?> list(Object value) {
    return value instanceof Collection<?> list ? list : value == null ? List.of() : List.of(value);
  }

  private static List<String> texts(Object value) {
    return list(value).stream()
        .map(it -> String.valueOf(it).strip())
        .filter(it -> !it.isEmpty())
        .toList();
  }

  private static Optional<Charset> charset(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** A number of days, such as {@code 90d}. */
  private static Optional<Integer> days(String written) {
    return written.matches("[1-9]\\d{0,4}d")
        ? Optional.of(Integer.valueOf(written.substring(0, written.length() - 1)))
        : Optional.empty();
  }

  private static Optional<Tagging> tagging(String name) {
    return java.util.Arrays.stream(Tagging.values())
        .filter(it -> it.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** What is wrong with the rules of an entry for imports. */
  static List<Problem> problems(EntryPlaces places, String entry, Object value, Severity severity) {
    List<Problem> problems = new ArrayList<>();
    HeaderPlace place = places.of(entry, "import");
    if (!(value instanceof Map<?, ?>)) {
      problems.add(
          place.problem(
              severity,
              "clause-unenforced",
              "the import of " + entry + " is no list of keys, so nothing enforces it.",
              "Write them below it, such as status: draft."));
      return problems;
    }
    Map<String, Object> fields = Entity.fields(value);
    fields.forEach(
        (name, written) -> {
          if (!IMPORT.contains(name)) {
            problems.add(
                place.problem(
                    severity,
                    "key-unknown",
                    "Newsbake knows no clause \"" + name + "\" of import, in " + entry + ".",
                    Choices.advice(name, IMPORT)));
          } else {
            wrong(name, written)
                .ifPresent(
                    advice ->
                        problems.add(
                            place.problem(
                                severity,
                                "policy-unknown",
                                "the import." + name + " of " + entry + " is \"" + written + "\".",
                                advice)));
          }
        });
    return problems;
  }

  /** What to write instead of a value; nothing where it is right. */
  static Optional<String> wrong(String name, Object value) {
    String written = String.valueOf(value).strip();
    boolean right =
        switch (name) {
          case "status" -> List.of("draft", "published").contains(written);
          case "charset" -> charset(written).isPresent();
          case "timezone" -> zone(written).isPresent();
          case "tags" -> tagging(written).isPresent();
          case "map" -> value instanceof Map<?, ?> map && Entity.texts(map).size() == map.size();
          case TERMS -> list(value).stream().allMatch(ImportRules::isTerm);
          case "keep" -> days(written).isPresent();
          case "after" ->
              !written.isEmpty()
                  && value != null
                  && !(value instanceof Map || value instanceof Collection);
          case "refuse", "strip" -> !(value instanceof Map) && !texts(value).isEmpty();
          default -> !(value instanceof Map || value instanceof Collection) && value != null;
        };
    if (right) {
      return Optional.empty();
    }
    return Optional.of(
        switch (name) {
          case "status" -> "Write draft or published.";
          case "charset" -> "Write its name, such as windows-1252.";
          case "timezone" -> "Write a zone, such as Europe/London.";
          case "tags" -> "Write subjects, keywords, both or none.";
          case "map" -> "Write a section for each code or name, such as {04000000: business}.";
          case "keep" -> "Write a number of days, such as 90d.";
          case "after" -> "Write a command, such as scripts/commit.sh.";
          case TERMS -> "Write a list of phrases, each as - allow: … or - hold: ….";
          default -> "Write a text or a list of texts.";
        });
  }

  private static boolean isTerm(Object term) {
    Map<String, Object> fields = Entity.fields(term);
    return !fields.isEmpty()
        && TERM_KEYS.containsAll(fields.keySet())
        && fields.values().stream().noneMatch(it -> texts(it).isEmpty());
  }
}
