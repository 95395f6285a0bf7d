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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.newsbake.Choices;
import org.newsbake.Severity;
import org.newsbake.article.Details.Correction;
import org.newsbake.article.Details.Image;

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
      Set.of("title", "date", "type", "status", "tags", "body", "data", "id", "cached");

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

  private final Dates dates;
  private final boolean news;
  private final Predicate<String> ownKeys;
  private final Map<String, Optional<String>> nearest = new ConcurrentHashMap<>();

  /**
   * @param news whether the site is more than JBake knows
   * @param ownKeys whether the site's templates use a key, which then is not a slip of the pen
   */
  DetailsReader(Dates dates, boolean news, Predicate<String> ownKeys) {
    this.dates = dates;
    this.news = news;
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

  Details read(Map<String, Object> fields, Report report) {
    boolean news = false;
    for (String key : fields.keySet()) {
      if (KEYS.contains(key)) {
        news = true;
      } else {
        warnOfNearMiss(key, report);
      }
    }
    return news ? new Pass(fields, report).read() : Details.NONE;
  }

  private void warnOfNearMiss(String key, Report report) {
    if (OTHERS.contains(key)) {
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
                Severity.WARNING,
                "key-unknown",
                List.of(key),
                "the key \"" + key + "\" has no meaning here.",
                "Did you mean \"" + near + "\"? A key that a template uses is never asked about."));
  }

  /** One header being read. */
  private final class Pass {
    private final Map<String, Object> fields;
    private final Report report;

    Pass(Map<String, Object> fields, Report report) {
      this.fields = fields;
      this.report = report;
    }

    Details read() {
      List<String> authors = list("author");
      return new Details(
          text("slug"),
          text("permalink"),
          date("updated", Severity.WARNING),
          text("section"),
          authors.isEmpty() ? list("authors") : authors,
          text("dateline"),
          text("summary"),
          text("source"),
          sourceUrl(),
          text("guid"),
          text("version"),
          language(),
          image(),
          related(),
          list("related_exclude"),
          corrections(),
          list("aliases"),
          date("embargo", Severity.ERROR),
          date("expires", Severity.ERROR),
          killed());
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

    private Optional<Instant> date(String key, Severity severity) {
      Object value = fields.get(key);
      Optional<Instant> date = date(value);
      if (date.isEmpty() && text(value).isPresent()) {
        invalidDate(key, value, severity, "Write 2026-12-31 or 2026-12-31T14:00:00Z.");
      } else if (value instanceof Map || value instanceof Collection) {
        invalidDate(key, value, severity, "Write one date, such as 2026-12-31T14:00:00Z.");
      } else if (fields.containsKey(key) && date.isEmpty() && severity == Severity.ERROR) {
        // An embargo that someone began to write must not let the story out.
        report.add(
            severity,
            "date-invalid",
            List.of(key),
            key + " has no date.",
            "Write one, such as 2026-12-31T14:00:00Z, or take the key out.");
      }
      return date;
    }

    private void invalidDate(String key, Object value, Severity severity, String advice) {
      report.add(
          severity,
          "date-invalid",
          List.of(key),
          key + " \"" + dates.written(value) + "\" is not a date.",
          advice);
    }

    private Optional<Instant> date(Object value) {
      return value instanceof Date date
          ? Optional.of(date.toInstant())
          : text(value).flatMap(dates::byIsoOrPattern);
    }

    private Optional<Instant> killed() {
      Object value = fields.get("killed");
      String text = text(value).orElse("").toLowerCase(Locale.ROOT);
      switch (text) {
        case "true", "yes":
          return Optional.of(Instant.MIN);
        case "false", "no":
          return Optional.empty();
        default:
          Optional<Instant> date = date(value);
          if (fields.containsKey("killed") && date.isEmpty()) {
            // A kill that cannot be read is carried out.
            report.add(
                Severity.ERROR,
                "killed-invalid",
                List.of("killed"),
                "killed \"" + dates.written(value) + "\" is neither true nor a date.",
                "Write killed: true, or the instant from which on the article is withdrawn.");
            return Optional.of(Instant.MIN);
          }
          return date;
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
                  text(map.get("source"))));
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
        Optional<Instant> date = date(map.get("date"));
        Optional<String> text = text(map.get("text"));
        if (date.isPresent() && text.isPresent()) {
          corrections.add(new Correction(date.get(), text.get()));
        } else {
          report.add(
              Severity.WARNING,
              "correction-invalid",
              List.of("corrections", position, date.isEmpty() ? "date" : "text"),
              "a correction has no "
                  + (date.isEmpty() ? "date that is one" : "text")
                  + ", so it is not shown.",
              "Write a list of - date: 2026-12-31 and text: what was wrong.");
        }
        position++;
      }
      return corrections;
    }
  }
}
