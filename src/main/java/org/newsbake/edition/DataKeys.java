package org.newsbake.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.article.DataFile;
import org.newsbake.article.EntryPlaces;
import org.newsbake.article.HeaderPlace;
import org.newsbake.article.SourceFile;

/**
 * Finds keys that an entry of a data file does not have, and values of another shape.
 *
 * @param ownKeys whether the site's templates use a key, which then is the site's own
 */
final class DataKeys {

  /** The keys of an entry, by the name of its file. */
  private static final Map<String, List<String>> KNOWN =
      Map.of(
          "sections",
          List.of("name", "names", "description", "picture"),
          "authors",
          List.of("name", "names", "picture", "role", "biography", "email", "description", "url"),
          "sources",
          List.of(
              "name",
              "names",
              "notice",
              "notices",
              "notice_edited",
              "canonical",
              "feed",
              "trust",
              "wire_words",
              "picture",
              "url",
              "logo",
              "description",
              "copyright",
              "import",
              "contract"));

  private static final List<String> FRONT = List.of("lead", "top", "sections");

  /** Keys that hold a text, and those that hold one for each language. */
  private static final Set<String> TEXTS =
      Set.of(
          "name",
          "notice",
          "notice_edited",
          "canonical",
          "feed",
          "trust",
          "wire_words",
          "picture",
          "url",
          "description",
          "copyright");

  private static final Set<String> TRANSLATIONS = Set.of("names", "notices");

  private final Predicate<String> ownKeys;
  private final Map<SourceFile, EntryPlaces> places = new HashMap<>();

  /**
   * @param ownKeys whether the site's templates use a key, which then is the site's own
   */
  DataKeys(Predicate<String> ownKeys) {
    this.ownKeys = ownKeys;
  }

  /** Where entries stand in a file, which is read once. */
  EntryPlaces places(DataFile file) {
    return places.computeIfAbsent(file.source(), EntryPlaces::new);
  }

  /** What is wrong with an entry that is no map, or with one that has no name. */
  Optional<Problem> withoutName(DataFile file, String register, String key) {
    Object entry = file.fields().get(key);
    String kind = kind(register);
    if (entry instanceof Map<?, ?> map) {
      Object name = map.get("name");
      return name == null || name.toString().isBlank()
          ? Optional.of(
              places(file)
                  .of(key)
                  .problem(
                      Severity.ERROR,
                      "name-missing",
                      "the " + kind + " " + key + " has no name.",
                      "Write name: below it, with what readers are to see."))
          : Optional.empty();
    }
    return Optional.of(
        places(file)
            .of(key)
            .problem(
                Severity.ERROR,
                "entry-shape",
                "the " + kind + " " + key + " is " + shape(entry) + ", not a list of keys.",
                "Write name: below it, with what readers are to see."));
  }

  /**
   * What is wrong with the keys of a source.
   *
   * @param severity of a contract that cannot be followed
   */
  List<Problem> ofSource(DataFile file, String entry, Severity severity) {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, Object> field : fields(file, entry).entrySet()) {
      String key = field.getKey();
      Object value = field.getValue();
      if (key.equals("import")) {
        problems.addAll(ImportRules.problems(places(file), entry, value, severity));
        continue;
      }
      if (key.equals("contract")) {
        problems.addAll(SourceContract.problems(places(file), entry, value, severity));
        continue;
      }
      if (KNOWN.get("sources").contains(key)) {
        shapeProblem(file, "sources", entry, key, value, severity).ifPresent(problems::add);
        continue;
      }
      Optional<String> instead = Contract.instead(key, value);
      if (instead.isPresent()) {
        problems.add(
            places(file)
                .of(entry, key)
                .problem(
                    severity,
                    "clause-unenforced",
                    "Newsbake does not enforce the clause \"" + key + "\" of " + entry + ".",
                    instead.get()));
      } else if (!ownKeys.test(key) || Contract.slip(key).isPresent()) {
        problems.add(
            places(file)
                .of(entry, key)
                .problem(
                    severity,
                    "key-unknown",
                    "the source " + entry + " has a key \"" + key + "\", and nothing uses it.",
                    Contract.slip(key)
                        .or(() -> Choices.nearest(key, KNOWN.get("sources")))
                        .map(near -> "Did you mean \"" + near + "\"?")
                        .orElse(
                            "Delete it, or use it in a template. Newsbake knows "
                                + String.join(", ", KNOWN.get("sources"))
                                + ".")));
      }
    }
    return problems;
  }

  /** What is wrong with the keys of a section or an author. */
  List<Problem> ofEntry(DataFile file, String register, String entry) {
    List<Problem> problems = new ArrayList<>();
    Map<String, Object> fields = fields(file, entry);
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      String key = field.getKey();
      if (KNOWN.get(register).contains(key)) {
        Severity severity = key.equals("name") ? Severity.ERROR : Severity.WARNING;
        shapeProblem(file, register, entry, key, field.getValue(), severity)
            .ifPresent(problems::add);
      } else {
        slip(
                key,
                KNOWN.get(register),
                fields.keySet(),
                () -> places(file).of(entry, key),
                "the " + kind(register) + " " + entry + " has")
            .ifPresent(problems::add);
      }
    }
    return problems;
  }

  /** What is wrong with the keys of the front page's wishes. */
  List<Problem> ofFront(DataFile file) {
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<String, Object> field : file.fields().entrySet()) {
      String key = field.getKey();
      Supplier<HeaderPlace> place = () -> places(file).of(key);
      if (key.equals("data") && field.getValue() instanceof Collection) {
        problems.add(
            HeaderPlace.of(file.source(), "", "-")
                .problem(
                    Severity.WARNING,
                    "data-shape",
                    "the file is a list, and the wishes for the front page stand below keys.",
                    "Write lead:, top: or sections: before it."));
      } else if (!FRONT.contains(key)) {
        slip(key, FRONT, file.fields().keySet(), place, "the front page has")
            .ifPresent(problems::add);
      } else if (field.getValue() instanceof Map
          || field.getValue() instanceof Collection<?> list
              && list.stream().anyMatch(it -> it instanceof Map || it instanceof Collection)) {
        problems.add(
            place
                .get()
                .problem(
                    Severity.WARNING,
                    "value-shape",
                    "the " + key + " of the front page is no text and no list of texts.",
                    "Write one text, or a list of texts."));
      }
    }
    return problems;
  }

  private Optional<Problem> slip(
      String key, List<String> known, Set<String> given, Supplier<HeaderPlace> place, String who) {
    if (ownKeys.test(key)) {
      return Optional.empty();
    }
    return Choices.nearest(key, known.stream().filter(it -> !given.contains(it)).toList())
        .map(
            near ->
                place
                    .get()
                    .problem(
                        Severity.WARNING,
                        "key-unknown",
                        who + " a key \"" + key + "\", and nothing uses it.",
                        "Did you mean \"" + near + "\"?"));
  }

  private Optional<Problem> shapeProblem(
      DataFile file, String register, String entry, String key, Object value, Severity severity) {
    boolean clause = register.equals("sources") && Contract.ENFORCED.contains(key);
    boolean empty = value == null || value.toString().isBlank();
    String found;
    String advice;
    if (TEXTS.contains(key) && (value instanceof Map || value instanceof Collection)) {
      found = "is " + shape(value) + ", not a text";
      advice = "Write one text.";
    } else if (TRANSLATIONS.contains(key)
        && !empty
        && !(value instanceof Map<?, ?> map && Entity.texts(map).size() == map.size())) {
      found = "is not a text for each language";
      advice = "Write " + key + ": {ar: …}, with one text for each language.";
    } else if (clause && empty) {
      found = "is empty";
      advice = "Write what the contract says, or delete the key.";
    } else {
      return Optional.empty();
    }
    return Optional.of(
        places(file)
            .of(entry, key)
            .problem(
                severity,
                "value-shape",
                "the " + key + " of " + entry + " " + found + ".",
                advice));
  }

  /** What is wrong with a file of entries that is a list. */
  static Problem list(DataFile file, String register, Severity severity) {
    return HeaderPlace.of(file.source(), "", "-")
        .problem(
            severity,
            "data-shape",
            "the file is a list, and " + register + " are entries by key.",
            "Write a key for each, such as harbour: and below it name: Harbour.");
  }

  private static Map<String, Object> fields(DataFile file, String entry) {
    return Entity.fields(file.fields().get(entry));
  }

  private static String kind(String register) {
    return register.substring(0, register.length() - 1);
  }

  private static String shape(Object value) {
    return value == null
        ? "empty"
        : value instanceof Map ? "a map" : value instanceof Collection ? "a list" : "a text";
  }
}
