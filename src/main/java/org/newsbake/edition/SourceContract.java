package org.newsbake.edition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.article.Article;
import org.newsbake.article.Details;
import org.newsbake.article.EntryPlaces;
import org.newsbake.article.HeaderPlace;

/**
 * What the contract with a source allows: {@code contract} of its entry in {@code sources.yaml}.
 * Its times become instants of its articles ({@link #bound}), so that {@link Timeline} stays the
 * only clock; what else an article must not be is a {@linkplain #breach breach}.
 *
 * @param days how many days after its date a story expires
 * @param edit what the newsroom may change
 * @param territory the countries that copy may be shown in, as ISO 3166 codes; none for all
 * @param media the media that copy may be used in; none for all
 * @param archive whether archives and search engines may keep copies
 * @param feeds what feeds may carry
 * @param pictureDays how many days after its date a story loses its pictures
 * @param until when the contract ends, and all copy of the source expires
 */
record SourceContract(
    Optional<Integer> days,
    Edits edit,
    Set<String> territory,
    Set<String> media,
    boolean archive,
    Optional<Newsroom.FeedContract> feeds,
    Optional<Integer> pictureDays,
    Optional<Instant> until) {

  /** What a newsroom may change in copy. */
  enum Edits {
    NONE,
    CUT,
    FREE
  }

  /** The clauses, and the terms, which are the importer's. */
  static final List<String> CLAUSES =
      List.of(
          "days",
          "edit",
          "territory",
          "media",
          "archive",
          "feeds",
          "pictures",
          "until",
          ImportRules.TERMS);

  /** A source without a contract. */
  static final SourceContract NONE = of(new Entity("", "", Map.of()));

  private static final String WEB = "web";
  private static final List<String> MEDIA =
      List.of(WEB, "app", "print", "newsletter", "social", "broadcast");

  private static final List<String> PICTURE_CLAUSES = List.of("days");
  private static final int MOST_DAYS = 36_500;

  SourceContract {
    territory = Set.copyOf(territory);
    media = Set.copyOf(media);
  }

  /** What an entry says, as far as it is right. */
  static SourceContract of(Entity source) {
    Map<String, Object> clauses = Entity.fields(source.fields().get("contract"));
    return new SourceContract(
        days(clauses.get("days")),
        constant(clauses.get("edit"), Edits.class).orElse(Edits.FREE),
        words(clauses.get("territory"), true),
        words(clauses.get("media"), false),
        yesOrNo(clauses.get("archive")).orElse(true),
        constant(clauses.get("feeds"), Newsroom.FeedContract.class),
        days(Entity.fields(clauses.get("pictures")).get("days")),
        instant(clauses.get("until")));
  }

  private static Optional<Integer> days(Object value) {
    String written = String.valueOf(value).strip();
    return written.matches("[1-9]\\d{0,4}") && Integer.parseInt(written) <= MOST_DAYS
        ? Optional.of(Integer.valueOf(written))
        : Optional.empty();
  }

  private static <E extends Enum<E>> Optional<E> constant(Object value, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(it -> it.name().equalsIgnoreCase(String.valueOf(value).strip()))
        .findFirst();
  }

  private static Optional<Boolean> yesOrNo(Object value) {
    return switch (String.valueOf(value).strip().toLowerCase(Locale.ROOT)) {
      case "true", "yes" -> Optional.of(true);
      case "false", "no" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> instant(Object value) {
    return value instanceof Date date ? Optional.of(date.toInstant()) : Optional.empty();
  }

  private static Set<String> words(Object value, boolean upper) {
    Collection<?> list =
        value instanceof Collection<?> elements
            ? elements
            : value == null ? List.of() : List.of(value.toString().split(","));
    Set<String> words = new TreeSet<>();
    for (Object element : list) {
      String word = String.valueOf(element).strip();
      words.add(upper ? word.toUpperCase(Locale.ROOT) : word.toLowerCase(Locale.ROOT));
    }
    return words;
  }

  /**
   * The article with the instants at which the contract takes it, or its pictures, off the site.
   */
  Article bound(Article article) {
    Details details = article.details();
    Optional<Instant> expires =
        earliest(
            Stream.of(details.expires(), days.flatMap(it -> behind(article, it)), until)
                .flatMap(Optional::stream));
    Optional<Instant> pictures = pictureDays.flatMap(it -> behind(article, it));
    return expires.equals(details.expires()) && pictures.isEmpty()
        ? article
        : article.withDetails(details.withExpiry(expires, pictures));
  }

  private static Optional<Instant> behind(Article article, int days) {
    return article.dated()
        ? Optional.of(article.date().plus(days, ChronoUnit.DAYS))
        : Optional.empty();
  }

  private static Optional<Instant> earliest(Stream<Instant> instants) {
    return instants.min(Instant::compareTo);
  }

  /**
   * The clause that an article breaks, so that it is not live.
   *
   * @param site the countries that the site is shown in; none where it does not say
   */
  Optional<Problem> breach(Article article, Entity source, Set<String> site) {
    if (edit == Edits.NONE && article.details().edited()) {
      return broken(
          article,
          source,
          "edit",
          "allows no edits, and the story was edited.",
          "Take the agency's text: newsbake import --take theirs.");
    }
    if ((days.isPresent() || pictureDays.isPresent()) && !article.dated()) {
      return broken(
          article,
          source,
          days.isPresent() ? "days" : "pictures.days",
          "counts days from the date of a story, and this one has no date.",
          "Write date: with the day on which the agency sent it.");
    }
    if (!media.isEmpty() && !media.contains(WEB)) {
      return broken(
          article,
          source,
          "media",
          "allows " + String.join(", ", new TreeSet<>(media)) + ", and this site is the web.",
          "Take the story out, or add web if the contract allows it.");
    }
    if (!territory.isEmpty() && (site.isEmpty() || !territory.containsAll(site))) {
      Set<String> outside = new TreeSet<>(site);
      outside.removeAll(territory);
      return broken(
          article,
          source,
          "territory",
          "allows "
              + String.join(", ", new TreeSet<>(territory))
              + ", and the site is shown "
              + (site.isEmpty() ? "everywhere." : "in " + String.join(", ", outside) + ", too."),
          "Take the story out; or name the countries that your host shows the site in as"
              + " site.territory in jbake.properties.");
    }
    return Optional.empty();
  }

  /** A clause that may be broken, which nobody can tell from the story. */
  Optional<Problem> doubt(Article article, Entity source) {
    return edit == Edits.CUT && article.details().edited()
        ? Optional.of(
            HeaderPlace.of(article.source(), "source", article.details().source().orElse(""))
                .problem(
                    Severity.WARNING,
                    "contract-doubtful",
                    "contract.edit of "
                        + source.key()
                        + " allows cuts alone, and the story was edited.",
                    "Check that words were only taken out."))
        : Optional.empty();
  }

  private static Optional<Problem> broken(
      Article article, Entity source, String clause, String found, String advice) {
    return Optional.of(
        HeaderPlace.of(article.source(), "source", article.details().source().orElse(""))
            .problem(
                Severity.ERROR,
                "contract-broken",
                "contract." + clause + " of " + source.key() + " " + found,
                advice));
  }

  /** What is wrong with the clauses of an entry. */
  static List<Problem> problems(EntryPlaces places, String entry, Object value, Severity severity) {
    HeaderPlace place = places.of(entry, "contract");
    if (!(value instanceof Map<?, ?>)) {
      return List.of(
          place.problem(
              severity,
              "clause-unenforced",
              "the contract of " + entry + " is no list of clauses, so nothing enforces it.",
              "Write them below it, such as days: 30."));
    }
    List<Problem> problems = new ArrayList<>();
    Map<String, Object> clauses = Entity.fields(value);
    clauses.forEach((name, written) -> check(place, severity, entry, name, written, problems));
    if (yesOrNo(clauses.get("archive")).equals(Optional.of(false))
        && !clauses.containsKey("days")
        && !clauses.containsKey("until")) {
      problems.add(
          place.problem(
              severity,
              "policy-unknown",
              "contract.archive of " + entry + " is false, and nothing says when its copy goes.",
              "Write days: or until: beside it."));
    }
    return problems;
  }

  private static void check(
      HeaderPlace place,
      Severity severity,
      String entry,
      String name,
      Object written,
      List<Problem> problems) {
    if (!CLAUSES.contains(name)) {
      problems.add(unknown(place, severity, entry, name, CLAUSES));
    } else if (name.equals("pictures") && written instanceof Map<?, ?>) {
      Entity.fields(written)
          .forEach(
              (below, element) -> {
                String clause = "pictures." + below;
                if (!PICTURE_CLAUSES.contains(below)) {
                  problems.add(unknown(place, severity, entry, clause, PICTURE_CLAUSES));
                } else if (days(element).isEmpty()) {
                  problems.add(wrong(place, severity, entry, clause, element, daysAdvice()));
                }
              });
    } else {
      advice(name, written)
          .ifPresent(it -> problems.add(wrong(place, severity, entry, name, written, it)));
    }
  }

  private static Problem unknown(
      HeaderPlace place, Severity severity, String entry, String name, List<String> known) {
    return place.problem(
        severity,
        "clause-unenforced",
        "Newsbake knows no clause \"" + name + "\" of contract, in " + entry + ".",
        Choices.advice(name, known));
  }

  private static Problem wrong(
      HeaderPlace place,
      Severity severity,
      String entry,
      String name,
      Object written,
      String advice) {
    return place.problem(
        severity,
        "policy-unknown",
        "contract." + name + " of " + entry + " is \"" + written + "\".",
        advice);
  }

  private static String daysAdvice() {
    return "Write a number of days from 1, such as 30.";
  }

  /** What to write instead of the value of a clause; nothing where it is right. */
  private static Optional<String> advice(String name, Object value) {
    return switch (name) {
      case "days" -> days(value).isPresent() ? Optional.empty() : Optional.of(daysAdvice());
      case "edit" -> ofConstant(value, Edits.class);
      case "feeds" -> ofConstant(value, Newsroom.FeedContract.class);
      case "archive" ->
          yesOrNo(value).isPresent() ? Optional.empty() : Optional.of("Write true or false.");
      case "until" ->
          instant(value).isPresent()
              ? Optional.empty()
              : Optional.of("Write the day from which on copy is not allowed: 2027-01-01.");
      case "territory" -> ofCountries(value);
      case "media" -> ofMedia(value);
      case "pictures" -> Optional.of("Write the clauses below it: pictures: {days: 30}.");
      default -> ImportRules.wrong(name, value);
    };
  }

  private static <E extends Enum<E>> Optional<String> ofConstant(Object value, Class<E> type) {
    List<String> names =
        Arrays.stream(type.getEnumConstants())
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .toList();
    return constant(value, type).isPresent()
        ? Optional.empty()
        : Optional.of(Choices.advice(String.valueOf(value), names));
  }

  private static Optional<String> ofMedia(Object value) {
    Set<String> words = words(value, false);
    return words.isEmpty()
        ? Optional.of(Choices.advice("", MEDIA))
        : words.stream()
            .filter(it -> !MEDIA.contains(it))
            .findFirst()
            .map(it -> Choices.advice(it, MEDIA));
  }

  private static Optional<String> ofCountries(Object value) {
    Set<String> words = words(value, true);
    return !words.isEmpty() && areCountries(words)
        ? Optional.empty()
        : Optional.of("Write codes of countries of two letters, such as [GB, IE].");
  }

  /** Whether these are codes of countries, by ISO 3166. */
  static boolean areCountries(Set<String> words) {
    return Set.of(Locale.getISOCountries()).containsAll(words);
  }
}
