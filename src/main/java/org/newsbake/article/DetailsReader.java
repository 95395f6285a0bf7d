package org.newsbake.article;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.newsbake.Choices;
import org.newsbake.Severity;
import org.newsbake.article.Details.Correction;
import org.newsbake.article.Details.Image;
import org.newsbake.article.ForeignKeys.Known;

/**
 * Takes from the keys of a header what makes an article news, and warns of keys that are almost
 * one. Thread-safe.
 */
final class DetailsReader {

  /** The keys of {@link Details}, with {@code authors} for {@code author}. */
  static final Set<String> KEYS =
      Set.of(
          "slug",
          "permalink",
          "updated",
          "section",
          "author",
          "authors",
          "dateline",
          "summary",
          "source",
          "source_url",
          "guid",
          "version",
          "language",
          "image",
          "related",
          "related_exclude",
          "corrections",
          "aliases",
          "embargo",
          "expires",
          "killed");

  /** What JBake takes out of a header, and names near a known one that are something else. */
  private static final Set<String> OTHERS =
      Set.of("title", "date", "type", "status", "tags", "body", "data", "id", "cached", "wire");

  /** The known names that a wrong one may have been meant for. */
  private static final List<String> MEANT =
      KEYS.stream().filter(key -> !key.equals("authors")).sorted().toList();

  private static final List<String> MEANT_WITH_JBAKES =
      java.util.stream.Stream.concat(
              MEANT.stream(), java.util.stream.Stream.of("title", "date", "type", "status", "tags"))
          .sorted()
          .toList();

  /** What tells a content file from a word that a JBake site has below {@code related}. */
  private static final Pattern MARKUP_FILE = Pattern.compile(".*\\.(md|ad|adoc|asciidoc)");

  /** An absolute address of the web, and nothing that would end an attribute of HTML. */
  private static final Pattern WEB_ADDRESS =
      Pattern.compile(
          "https?://[^\\s\\p{Cntrl}/?#:@\\\\\"<>][^\\s\\p{Cntrl}\"<>]*", Pattern.CASE_INSENSITIVE);

  /** Keys that decide whether a story is live, or may be: nearly one of them is a doubt. */
  private static final Set<String> GUARDS =
      Set.of("embargo", "expires", "killed", "status", "source");

  private final Dates dates;
  private final boolean news;
  private final boolean newsroom;
  private final Predicate<String> ownKeys;
  private final Map<String, Optional<String>> nearest = new ConcurrentHashMap<>();
  private final Map<String, Optional<Known>> foreign = new ConcurrentHashMap<>();

  /**
   * @param news whether the site is more than JBake knows
   * @param newsroom whether doubt is never publication
   * @param ownKeys whether the site's templates use a key, which then is not a slip of the pen
   */
  DetailsReader(Dates dates, boolean news, boolean newsroom, Predicate<String> ownKeys) {
    this.dates = dates;
    this.news = news;
    this.newsroom = newsroom;
    this.ownKeys = ownKeys;
  }

  /** Where problems with a key go. */
  interface Report {
    /**
     * Adds a problem.
     *
     * @param path the key, and keys and positions below it
     */
    void add(Severity severity, String code, List<?> path, String found, String advice);
  }

  /**
   * A header as it is to be read.
   *
   * @param fields its keys
   * @param status the status of the article
   * @param due when the date of the article lets it be live
   * @param wrote whether its author wrote a key, which an engine may have added
   * @param written how a number or a truth value at a path was written
   */
  record Source(
      Map<String, Object> fields,
      String status,
      Optional<Instant> due,
      Predicate<String> wrote,
      Function<List<?>, Optional<String>> written) {}

  /**
   * What a header says.
   *
   * @param held whether a foreign key says that the article is not to be out
   */
  record News(Details details, boolean held) {}

  News read(Source source, Report report) {
    Details details =
        source.fields().keySet().stream().anyMatch(KEYS::contains)
            ? new Pass(source, report).read()
            : Details.NONE;
    Holds holds = Holds.NONE;
    if (newsroom) {
      source.fields().forEach((key, value) -> reportMisplaced(key, value, report));
    }
    for (String key : source.fields().keySet()) {
      Optional<Known> known = foreign(key);
      Optional<Holds> hold =
          known.isPresent() && !source.status().equals(Article.DRAFT) && source.wrote().test(key)
              ? hold(source, key, known.get(), details, report)
              : Optional.empty();
      if (hold.isPresent()) {
        holds = holds.and(hold.get());
      } else if (!KEYS.contains(key) && isUnclear(key, known)) {
        reportNearMiss(key, newsroom && known.isEmpty(), report);
      }
    }
    return newsroom ? new News(holds.with(details), holds.draft()) : new News(details, false);
  }

  /**
   * A key that holds a story back has no effect below another one, as after a slip in its indent.
   */
  private static void reportMisplaced(String key, Object value, Report report) {
    if (value instanceof Collection<?> list) {
      list.forEach(element -> reportMisplaced(key, element, report));
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String below = String.valueOf(entry.getKey());
        boolean ofPicture =
            key.equals("image") && below.equals("expires") && map.containsKey("src");
        if (!ofPicture && holdsBack(below, String.valueOf(entry.getValue()).strip())) {
          report.add(
              Severity.ERROR,
              "key-misplaced",
              List.of(key),
              "the key \"" + below + "\" stands below " + key + ", so it has no effect.",
              "Write it at the beginning of a line of its own.");
        }
        reportMisplaced(key, entry.getValue(), report);
      }
    }
  }

  private static boolean holdsBack(String key, String value) {
    ForeignKeys.Word word = ForeignKeys.word(value);
    boolean no = word == ForeignKeys.Word.NO || word == ForeignKeys.Word.NEVER;
    boolean own =
        List.of("embargo", "expires", "killed", "draft").stream()
            .anyMatch(it -> it.equals(key) || ForeignKeys.isSpelling(key, it));
    return own && !no
        || key.equals("status")
            && (word == ForeignKeys.Word.HELD || word == ForeignKeys.Word.KILLED);
  }

  /** A newsroom knows what foreign keys say, but asks for the own spelling of its own. */
  private boolean isUnclear(String key, Optional<Known> known) {
    return known.isEmpty()
        || !newsroom
        || GUARDS.stream().anyMatch(own -> ForeignKeys.isSpelling(key, own));
  }

  private Optional<Known> foreign(String key) {
    return KEYS.contains(key) && !key.equals("permalink") || key.equals("date")
        ? Optional.empty()
        : foreign.computeIfAbsent(key, ForeignKeys::of);
  }

  /** How a foreign key holds an article back, if it does so or leaves that in doubt. */
  private Optional<Holds> hold(
      Source source, String key, Known known, Details details, Report report) {
    Object value = source.fields().get(key);
    boolean plain = value instanceof Number || value instanceof Boolean;
    String written =
        plain
            ? source.written().apply(List.of(key)).orElse(value.toString())
            : dates.written(value).strip();
    Optional<Holds> read = Holds.of(known, value, written, text -> dates.whole(text).instant());
    if (read.isEmpty()) {
      if (!known.strict() || !newsroom) {
        return Optional.empty();
      }
      report.add(
          Severity.ERROR,
          "hold-invalid",
          List.of(key),
          key
              + (written.isEmpty() ? " has no value" : " \"" + written + "\" cannot be read")
              + ", and may mean that the story is not to be out.",
          "Write status: draft, embargo, expires or killed instead, or take the key out.");
      return Optional.of(Holds.NONE);
    }
    if (!read.get().restricts(details, source.due())) {
      return Optional.empty();
    }
    if (newsroom) {
      report.add(
          Severity.WARNING,
          "key-foreign",
          List.of(key),
          key + ": " + written + " holds the story back, but is not a key of Newsbake.",
          read.get().advice(written));
      return read;
    }
    if (!known.strict() || key.equals("permalink") || ownKeys.test(key)) {
      return Optional.empty();
    }
    report.add(
        Severity.WARNING,
        "key-foreign",
        List.of(key),
        key + ": " + written + " has no meaning here, so it does not hold the page back.",
        read.get().advice(written));
    return Optional.of(Holds.NONE);
  }

  private void reportNearMiss(String key, boolean strict, Report report) {
    if (OTHERS.contains(key)) {
      return;
    }
    if (newsroom && ForeignKeys.isSpelling(key, "source")) {
      report.add(
          Severity.ERROR,
          "key-unknown",
          List.of(key),
          "the key \"" + key + "\" has no meaning here, and may name the agency of the story.",
          "Write source.");
      return;
    }
    Optional<String> meant =
        nearest.computeIfAbsent(
            key,
            written -> {
              Optional<String> near = Choices.nearest(written, MEANT_WITH_JBAKES);
              return near.isPresent() && ownKeys.test(written) ? Optional.empty() : near;
            });
    meant.ifPresent(
        near ->
            report.add(
                strict && GUARDS.contains(near) ? Severity.ERROR : Severity.WARNING,
                "key-unknown",
                List.of(key),
                "the key \"" + key + "\" has no meaning here.",
                "Did you mean \"" + near + "\"? A key that a template uses is never asked about."));
  }

  /** One header being read. */
  private final class Pass {
    private final Source source;
    private final Map<String, Object> fields;
    private final Report report;

    Pass(Source source, Report report) {
      this.source = source;
      fields = source.fields();
      this.report = report;
    }

    Details read() {
      List<String> authors = list("author");
      return new Details(
          text("slug"),
          text("permalink"),
          updated(),
          text("section"),
          authors.isEmpty() ? list("authors") : authors,
          text("dateline"),
          text("summary"),
          source(),
          sourceUrl(),
          text("guid"),
          text("version"),
          language(),
          image(),
          related(),
          list("related_exclude"),
          corrections(),
          list("aliases"),
          instant("embargo"),
          instant("expires"),
          killed(),
          Optional.empty(),
          fields.get("wire") instanceof Map<?, ?> wire && Boolean.TRUE.equals(wire.get("edited")),
          Optional.empty());
    }

    private Optional<String> text(String key) {
      return text(fields.get(key));
    }

    private Optional<String> text(Object value) {
      if (value == null || value instanceof Map || value instanceof Collection) {
        return Optional.empty();
      }
      String text = value instanceof Date date ? dates.iso(date.toInstant()) : value.toString();
      return text.isBlank() ? Optional.empty() : Optional.of(text.strip());
    }

    private List<String> list(String key) {
      Object value = fields.get(key);
      Collection<?> elements =
          value instanceof Collection<?> collection
              ? collection
              : text(value).map(text -> Arrays.asList(text.split(","))).orElse(List.of());
      return elements.stream().map(this::text).flatMap(Optional::stream).toList();
    }

    /** The agency. Without one, the contract of the story is unknown. */
    private Optional<String> source() {
      Optional<String> named = text("source");
      if (newsroom && named.isEmpty() && fields.containsKey("source")) {
        Object value = fields.get("source");
        report.add(
            Severity.ERROR,
            "source-invalid",
            List.of("source"),
            isEmpty(value)
                ? "source names no agency."
                : "source \"" + dates.written(value) + "\" is not the name of one agency.",
            "Write its key in data/sources.yaml, or take the key out of a story of your own.");
      }
      return named;
    }

    /** Search engines are sent there, and readers may be. */
    private Optional<String> sourceUrl() {
      Optional<String> written = text("source_url");
      Optional<String> address = written.filter(it -> WEB_ADDRESS.matcher(it).matches());
      if (written.isPresent() && address.isEmpty()) {
        report.add(
            Severity.WARNING,
            "address-invalid",
            List.of("source_url"),
            "source_url \"" + written.get() + "\" is not the address of a page, so it is not used.",
            "Write all of it, such as https://www.example.org/2026/ferry.");
      }
      return address;
    }

    private List<String> related() {
      List<String> written = list("related");
      boolean files = news || written.stream().anyMatch(it -> MARKUP_FILE.matcher(it).matches());
      return files ? written : List.of();
    }

    private Optional<Instant> updated() {
      Instants.Answer answer = answer("updated");
      if (answer.instant().isEmpty() && !isEmpty(fields.get("updated"))) {
        invalidDate("updated", answer, newsroom ? Severity.ERROR : Severity.WARNING);
      }
      return answer.instant();
    }

    /** An instant that decides whether the article is live. */
    private Optional<Instant> instant(String key) {
      Instants.Answer answer = answer(key);
      if (answer.instant().isEmpty() && fields.containsKey(key)) {
        if (isEmpty(fields.get(key))) {
          // An embargo that someone began to write must not let the story out.
          report.add(
              Severity.ERROR,
              "date-invalid",
              List.of(key),
              key + " has no date.",
              "Write one, such as 2026-12-31T14:00:00Z, or take the key out.");
        } else {
          invalidDate(key, answer, Severity.ERROR);
        }
      }
      return answer.instant();
    }

    private Instants.Answer answer(String key) {
      return dates.whole(fields.get(key), () -> source.written().apply(List.of(key)));
    }

    private boolean isEmpty(Object value) {
      return value == null || value.toString().isBlank();
    }

    private void invalidDate(String key, Instants.Answer answer, Severity severity) {
      Object value = fields.get(key);
      boolean several = value instanceof Map || value instanceof Collection;
      report.add(
          severity,
          "date-invalid",
          List.of(key),
          answer.found(key, written(value, List.of(key))),
          several ? "Write one date, such as 2026-12-31T14:00:00Z." : answer.advice());
    }

    /** A value as its author wrote it. */
    private String written(Object value, List<?> path) {
      boolean plain = value instanceof Number || value instanceof Boolean;
      return plain ? source.written().apply(path).orElse(value.toString()) : dates.written(value);
    }

    private Optional<Instant> killed() {
      Object value = fields.get("killed");
      String text = text(value).orElse("").toLowerCase(Locale.ROOT);
      switch (text) {
        case "true", "yes", "on":
          return Optional.of(Instant.MIN);
        case "false", "no", "off":
          return Optional.empty();
        default:
          Instants.Answer answer = answer("killed");
          if (fields.containsKey("killed") && answer.instant().isEmpty()) {
            // A kill that cannot be read is carried out.
            report.add(
                Severity.ERROR,
                "killed-invalid",
                List.of("killed"),
                "killed \""
                    + written(value, List.of("killed"))
                    + "\" is neither true nor a date"
                    + (answer.why().isEmpty() ? "." : ": " + answer.why() + "."),
                "Write killed: true, or the instant from which on the article is withdrawn.");
            return Optional.of(Instant.MIN);
          }
          return answer.instant();
      }
    }

    private Optional<String> language() {
      Optional<String> written = text("language");
      if (written.isEmpty()) {
        return written;
      }
      try {
        return Optional.of(
            new Locale.Builder()
                .setLanguageTag(written.get().replace('_', '-'))
                .build()
                .toLanguageTag());
      } catch (IllformedLocaleException e) {
        report.add(
            Severity.WARNING,
            "language-invalid",
            List.of("language"),
            "\"" + written.get() + "\" is not a language, so the site's counts.",
            "Write its tag, such as en, ar or pt-BR.");
        return Optional.empty();
      }
    }

    private Optional<Image> image() {
      if (!(fields.get("image") instanceof Map<?, ?> map)) {
        return text("image")
            .map(
                src ->
                    new Image(
                        src,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
      }
      Optional<String> src = text(map.get("src"));
      if (src.isEmpty()) {
        report.add(
            Severity.WARNING,
            "image-invalid",
            List.of("image", "src"),
            "the image has no src, so the article has no picture.",
            "Write image.src with its file, such as src: img/harbour.jpg.");
      }
      return src.map(
          file ->
              new Image(
                  file,
                  text(map.get("alt")),
                  text(map.get("caption")),
                  text(map.get("credit")),
                  text(map.get("source")),
                  expiry(map)));
    }

    /** When the right to show the lead picture ends. */
    private Optional<Instant> expiry(Map<?, ?> image) {
      List<?> path = List.of("image", "expires");
      Object value = image.get("expires");
      Instants.Answer answer = dates.whole(value, () -> source.written().apply(path));
      if (answer.instant().isEmpty() && image.containsKey("expires")) {
        report.add(
            newsroom ? Severity.ERROR : Severity.WARNING,
            "date-invalid",
            path,
            isEmpty(value)
                ? "image.expires has no date."
                : answer.found("image.expires", written(value, path)),
            isEmpty(value)
                ? "Write one, such as 2026-12-31T14:00:00Z, or take the key out."
                : answer.advice());
      }
      return answer.instant();
    }

    private List<Correction> corrections() {
      Object value = fields.get("corrections");
      if (value == null) {
        return List.of();
      }
      List<Correction> corrections = new ArrayList<>();
      Collection<?> list = value instanceof Collection<?> elements ? elements : List.of(value);
      int position = 0;
      for (Object element : list) {
        Map<?, ?> map = element instanceof Map<?, ?> keys ? keys : Map.of();
        List<?> path = List.of("corrections", position, "date");
        Object written = map.get("date");
        Instants.Answer date = dates.whole(written, () -> source.written().apply(path));
        Optional<String> text = text(map.get("text"));
        if (date.instant().isPresent() && text.isPresent()) {
          corrections.add(new Correction(date.instant().get(), text.get()));
        } else if (date.instant().isEmpty() && !isEmpty(written) && newsroom) {
          report.add(
              Severity.ERROR,
              "correction-invalid",
              path,
              date.found("the date of a correction", written(written, path)),
              date.advice());
        } else {
          boolean dated = date.instant().isPresent();
          report.add(
              Severity.WARNING,
              "correction-invalid",
              List.of("corrections", position, dated ? "text" : "date"),
              "a correction has no "
                  + (dated ? "text" : "date that is one")
                  + ", so it is not shown.",
              "Write a list of - date: 2026-12-31 and text: what was wrong.");
        }
        position++;
      }
      return corrections;
    }
  }
}
