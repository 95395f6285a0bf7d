package org.newsbake.article;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.SourceLocation;

/**
 * Reads articles from their files: a header in YAML or in JBake's manner, and a body in Markdown or
 * HTML; or a YAML file whose keys are all there is.
 *
 * <pre>{@code
 * ArticleReader reader = new ArticleReader(options);
 * Reading reading = reader.read(new SourceFile(file, "2026/vote.md", "content/2026/vote.md"));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class ArticleReader {

  private static final Set<String> EXTENSIONS = Set.of("md", "html", "yml", "yaml");

  private static final String MARKUP_REMOVED = "markup-removed";

  private static final String TRUST =
      "Copy of a source gives text alone. If this source may bring markup of its own, write"
          + " trust: full below it in data/sources.yaml.";

  private static final Pattern TYPE_LINE =
      Pattern.compile(
          "^(?:\\s*type\\s*=|[\"']?(?:jbake-)?type[\"']?\\s*:)[\"' \\t]*(.*?)[\"' \\t]*$",
          Pattern.MULTILINE);

  /** Types in JBake's view that are pages of lists and data, and never what an article is. */
  private static final Set<String> LISTS =
      Set.of("masterindex", "archive", "feed", "error404", "sitemap", "tag", "tagsindex", "data");

  private final ArticleOptions options;
  private final Dates dates;
  private final UnaryOperator<String> markdown;
  private final KeyValueHeader keyValue;
  private final YamlHeader yaml;
  private final DetailsReader details;
  private final Predicate<String> textSources;
  private final Predicate<String> strictSources;

  /** A reader that trusts the markup of every article. */
  public ArticleReader(ArticleOptions options) {
    this(options, source -> false, source -> false);
  }

  /**
   * @param textSources whether the articles of a source, as they name it, give text alone: of their
   *     markup what {@link AllowedMarkup} and {@link PlainWords} keep
   * @param strictSources whether words for editors in an article of a source are an error
   */
  public ArticleReader(
      ArticleOptions options, Predicate<String> textSources, Predicate<String> strictSources) {
    this.options = options;
    this.textSources = textSources;
    this.strictSources = strictSources;
    markdown = new Markdown(options.markdownExtensions())::toHtml;
    dates = new Dates(options.dateFormat(), options.zone(), options.locale());
    keyValue = new KeyValueHeader(options, dates);
    yaml = new YamlHeader(dates, new YamlText(options.zone()), options.newsroom());
    details = new DetailsReader(dates, options.news(), options.newsroom(), options.ownKeys());
  }

  /** Whether files with this extension are articles for this reader. */
  public static boolean reads(String extension) {
    return EXTENSIONS.contains(extension);
  }

  /**
   * The date of an article whose header another engine read, as it is written in the file.
   *
   * @param problems takes what is wrong with it
   */
  public Optional<ArticleDate> date(SourceFile file, String written, List<Problem> problems) {
    HeaderPlace place = HeaderPlace.of(file, "", written);
    if (options.newsroom()) {
      Instants.Answer answer = dates.whole(written);
      if (answer.instant().isEmpty()) {
        problems.add(
            place.problem(
                Severity.ERROR, "date-invalid", answer.found("date", written), answer.advice()));
      }
      return answer.instant().map(ArticleDate::of);
    }
    Dates.JBakeDate read = dates.asJBake(written, false);
    read.warning()
        .ifPresent(
            it ->
                problems.add(
                    place.problem(Severity.WARNING, "date-partly", it.found(), it.advice())));
    if (read.date().isEmpty()) {
      problems.add(
          place.problem(
              Severity.ERROR,
              "date-invalid",
              "date \"" + written + "\" is not a date.",
              "Write 2026-12-31 or 2026-12-31T14:00:00Z."));
    }
    return read.date();
  }

  /**
   * An article whose header another engine read, with what the keys say of it as news.
   *
   * @param due when its date lets it be live, if that is not the date that is shown
   * @param problems takes what is wrong with them, and with the status
   */
  public Article withDetails(
      Article article, Words words, Optional<ArticleDate> date, List<Problem> problems) {
    FilePlaces places = new FilePlaces(article.source());
    DetailsReader.Source source =
        new DetailsReader.Source(
            words.fields(),
            article.status(),
            date.map(ArticleDate::due).or(article::due),
            // Engines add keys of their own, and give each key behind jbake- twice.
            key -> !key.startsWith("jbake-") && places.ofKey(key).isFound(),
            path -> Optional.empty());
    DetailsReader.News news =
        details.read(
            source,
            (severity, code, path, found, advice) -> {
              HeaderPlace place = places.ofKey(path.get(0).toString());
              if (place.isFound() || !code.equals("key-unknown")) {
                problems.add(place.problem(severity, code, found, advice));
              }
            });
    checkStatus(
        article.status(),
        news.details(),
        (severity, code, path, found, advice) ->
            problems.add(
                places.of("status", article.status()).problem(severity, code, found, advice)));
    Details dated = date.map(news.details()::withDue).orElse(news.details());
    return article.withStatus(news.held() ? Article.DRAFT : article.status()).withDetails(dated);
  }

  /**
   * JBake writes the page of any status, so that a slip of the pen publishes a draft. A status that
   * is nearly a known one is such a slip; another one may be a word of a JBake site's own.
   */
  private void checkStatus(String status, Details news, DetailsReader.Report report) {
    boolean siteWide = status.equals(options.defaultStatus()) && !options.newsroom();
    if (Article.STATUSES.contains(status) || siteWide) {
      return;
    }
    boolean own =
        !options.news()
            && news.equals(Details.NONE)
            && Choices.nearest(status, Article.STATUSES).isEmpty();
    report.add(
        own ? Severity.WARNING : Severity.ERROR,
        "status-unknown",
        List.of("status"),
        "there is no status \""
            + status
            + "\""
            + (own ? ", so the page is written and stands in no list of what is published." : "."),
        own ? Choices.advice(status, Article.STATUSES) : statusAdvice(status));
  }

  private static String statusAdvice(String status) {
    if (Choices.nearest(status, Article.STATUSES).isPresent()) {
      return Choices.advice(status, Article.STATUSES);
    }
    return switch (ForeignKeys.word(status)) {
      case KILLED -> "Write killed: true to withdraw the story, or status: draft to hold it back.";
      case HELD, NO, NEVER ->
          "Write status: draft, or status: published and embargo with the instant of release.";
      default -> Choices.advice(status, Article.STATUSES);
    };
  }

  /**
   * Reads one file; its text becomes HTML when it is first asked for.
   *
   * @throws IOException when the file cannot be read
   */
  public Reading read(SourceFile file) throws IOException {
    Optional<Problem> large = tooLarge(file, Files.size(file.file()));
    return large.isPresent()
        ? Reading.none(large.get())
        : read(file, Files.readAllBytes(file.file()));
  }

  /** What keeps a content file of this many bytes from being read. */
  public static Optional<Problem> tooLarge(SourceFile file, long bytes) {
    return HeaderLimits.ofFile(
        file.name(),
        bytes,
        isYaml(file.extension()) ? HeaderLimits.MOST_DATA_BYTES : HeaderLimits.MOST_FILE_BYTES);
  }

  /**
   * What keeps an article that another engine read from being published: HTML that is too long or
   * nests too deep.
   */
  public static Optional<Problem> tooComplex(SourceFile file, String html) {
    try {
      TextWork.html(html);
      return Optional.empty();
    } catch (TooComplex e) {
      return Optional.of(
          Problem.error(
              "text-too-complex",
              SourceLocation.of(file.name()),
              e.getMessage() + ".",
              e.advice()));
    }
  }

  /**
   * Reads one file whose bytes are known already.
   *
   * @throws IOException when the time of a file that gives no date cannot be read
   */
  public Reading read(SourceFile file, byte[] bytes) throws IOException {
    // A YAML file is UTF-8 in JBake, whatever the other files are.
    boolean data = isYaml(file.extension());
    Optional<Problem> large = tooLarge(file, bytes.length);
    if (large.isPresent()) {
      return Reading.none(large.get());
    }
    Charset charset = data ? StandardCharsets.UTF_8 : options.charset();
    SourceText.Decoded decoded = SourceText.decode(file.name(), bytes, charset);
    SourceText source = decoded.text();
    List<Problem> problems = new ArrayList<>();
    decoded.problem().ifPresent(problems::add);
    if (source.text().isEmpty()) {
      problems.add(
          Problem.warning(
              "header-missing",
              SourceLocation.of(file.name()),
              "the file is empty.",
              "Write a header with title, date, type and status, or delete the file."));
      return Reading.none(problems);
    }
    Header header = header(source, file.extension());
    Optional<Problem> excess = data ? Optional.empty() : HeaderLimits.of(source, header);
    if (excess.isPresent()) {
      problems.add(excess.get());
      return Reading.none(problems);
    }
    if (header.present()) {
      problems.addAll(header.problems());
    } else {
      header.problems().forEach(problem -> problems.add(grave(problem)));
      if (header.problems().isEmpty() && (options.newsroom() || hasDefaults())) {
        LikelyHeader.in(source.text())
            // UTF-16 read as another encoding.
            .or(() -> LikelyHeader.in(bytes).map(it -> new LikelyHeader(it.kind(), 0, true)))
            .ifPresent(likely -> problems.add(unrecognised(source, likely)));
      }
      if (problems.stream().anyMatch(Problem::isError)) {
        return Reading.none(problems);
      }
    }
    String type = header.type().isEmpty() ? options.defaultType() : header.type();
    String status = header.status().isEmpty() ? options.defaultStatus() : header.status();
    if (type.isEmpty() || status.isEmpty()) {
      // A header that does not hold is a problem already.
      if (header.present() || header.problems().isEmpty()) {
        Problem missing = missing(source, header, type.isEmpty() ? "type" : "status");
        problems.add(header.present() ? grave(missing) : missing);
      }
      return Reading.none(problems);
    }
    if (!options.types().contains(type)) {
      problems.add(
          grave(
              header.type().isEmpty()
                  ? unknownDefaultType(source, type)
                  : unknownType(source, type)));
      return Reading.none(problems);
    }
    boolean dated = header.date().isPresent();
    if (!dated && !header.hasErrors() && type.equals("post")) {
      problems.add(
          Problem.warning(
              "date-missing",
              SourceLocation.of(file.name()),
              "the post has no date, so it gets its file's time.",
              "Write its date, such as 2026-12-31, into the header."));
    }
    if ((type.equals("post") || options.newsroom()) && isBlank(header.fields().get("title"))) {
      OptionalInt place = header.places().ofKey("title");
      String found =
          options.newsroom()
              ? "the " + type + " has no title, so its first words stand for one."
              : "the post has no title, so lists and feeds have no words for it.";
      String advice = "Write its headline as title.";
      problems.add(
          place.isPresent()
              ? source.problemAt(Severity.WARNING, "title-missing", place.getAsInt(), found, advice)
              : Problem.warning("title-missing", SourceLocation.of(file.name()), found, advice));
    }
    ArticleDate date = dated ? header.date().get() : ArticleDate.of(fileTime(file));
    List<String> written = header.tags().map(this::sanitized).orElse(List.of());
    DetailsReader.Report report =
        (severity, code, path, found, advice) -> {
          OptionalInt place =
              code.equals("key-unknown") || code.equals("key-foreign")
                  ? header.places().ofKey(path.get(0).toString())
                  : header.places().ofValue(path);
          problems.add(source.problemAt(severity, code, place.orElse(0), found, advice));
        };
    boolean text = isText(header.fields());
    Map<String, Object> fields = text ? plain(header.fields(), report) : header.fields();
    fields = options.newsroom() ? withEdited(fields, source.text()) : fields;
    List<String> tags = text ? plain(written, report) : written;
    DetailsReader.News news =
        details.read(
            new DetailsReader.Source(
                fields,
                status,
                dated ? Optional.of(date.due()) : Optional.empty(),
                key -> true,
                header.places()::written),
            report);
    checkStatus(status, news.details(), report);
    SourceLocation body = source.startOfEnd(header.body());
    problems.addAll(wireWords(source, source.startOf(body.line()), fields));
    Words words =
        new Words(
            fields,
            new Manuscript(
                header.body(),
                file.extension().equals("md") ? markdown : ArticleReader::html,
                bytes,
                text,
                body));
    Article article =
        new Article(
            file,
            type,
            news.held() ? Article.DRAFT : status,
            date.shown(),
            dated,
            tags,
            Article.title(fields),
            news.details().withDue(date),
            words.mentions(),
            false);
    return Reading.of(article, words, problems);
  }

  /** With {@code wire.edited}: whether the text is another than the agency's. */
  private static Map<String, Object> withEdited(Map<String, Object> fields, String text) {
    if (!(fields.get("wire") instanceof Map<?, ?> wire) || wire.get("hash") == null) {
      return fields;
    }
    boolean edited =
        ArticleFile.read(text)
            .map(ArticleFile::hash)
            .filter(wire.get("hash").toString()::equals)
            .isEmpty();
    Map<String, Object> told = new LinkedHashMap<>();
    wire.forEach((key, value) -> told.put(key.toString(), value));
    told.put("edited", edited);
    Map<String, Object> all = new LinkedHashMap<>(fields);
    all.put("wire", told);
    return all;
  }

  /** Whether the header names a source of which only text is taken. */
  private boolean isText(Map<String, Object> fields) {
    Object source = fields.get("source");
    return source != null && !isBlank(source) && textSources.test(source.toString().strip());
  }

  /** The words for editors in an article that another engine read; see {@link WireWords}. */
  public List<Problem> wireWords(SourceFile file, byte[] bytes, Map<String, Object> fields) {
    return wireWords(SourceText.decode(file.name(), bytes, options.charset()).text(), 0, fields);
  }

  private List<Problem> wireWords(SourceText text, int body, Map<String, Object> fields) {
    if (!options.newsroom()) {
      return List.of();
    }
    Object source = fields.get("source");
    boolean strict = source != null && strictSources.test(source.toString().strip());
    return WireWords.in(text.text(), body).stream()
        .map(
            find ->
                text.problemAt(
                    strict ? Severity.ERROR : Severity.WARNING,
                    "wire-words",
                    find.index(),
                    "\"" + find.words() + "\" is written for editors, not for readers.",
                    "Take the words out. An embargo goes into the header as embargo, a kill as"
                        + " killed: true."))
        .toList();
  }

  /** The values of a header without markup. */
  private static Map<String, Object> plain(
      Map<String, Object> fields, DetailsReader.Report report) {
    Map<String, Object> plain = new LinkedHashMap<>();
    List<List<?>> marked = new ArrayList<>();
    fields.forEach(
        (key, value) -> {
          plain.put(key, PlainWords.deep(value));
          // The text of a YAML file is in its body, and is looked at there.
          if (!key.equals("body")) {
            collectMarked(value, List.of(key), marked);
          }
        });
    reportMarkup(marked, report);
    return plain;
  }

  private static List<String> plain(List<String> tags, DetailsReader.Report report) {
    List<List<?>> marked = new ArrayList<>();
    tags.stream().filter(PlainWords::hasMarkup).forEach(tag -> marked.add(List.of("tags")));
    reportMarkup(marked, report);
    return tags.stream().map(PlainWords::of).map(String::trim).filter(it -> !it.isEmpty()).toList();
  }

  /** Adds the paths of all texts below a value that hold markup. */
  private static void collectMarked(Object value, List<?> path, List<List<?>> marked) {
    if (value instanceof String text) {
      if (PlainWords.hasMarkup(text)) {
        marked.add(path);
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, element) -> collectMarked(element, below(path, key), marked));
    } else if (value instanceof List<?> list) {
      for (int i = 0; i < list.size(); i++) {
        collectMarked(list.get(i), below(path, i), marked);
      }
    }
  }

  private static List<?> below(List<?> path, Object step) {
    List<Object> below = new ArrayList<>(path);
    below.add(String.valueOf(step));
    if (step instanceof Integer) {
      below.set(below.size() - 1, step);
    }
    return below;
  }

  private static void reportMarkup(List<List<?>> marked, DetailsReader.Report report) {
    if (marked.isEmpty()) {
      return;
    }
    report.add(
        Severity.WARNING,
        MARKUP_REMOVED,
        marked.get(0),
        "the markup in "
            + marked.get(0).get(0)
            + " was taken out"
            + (marked.size() == 1 ? "." : ", and in " + (marked.size() - 1) + " more values."),
        TRUST);
  }

  /**
   * What was taken out of the text of an article whose markup is not trusted; its HTML is made for
   * that.
   */
  public static Optional<Problem> removedMarkup(Article article, Words words) {
    return words
        .manuscript()
        .removal()
        .map(
            removal ->
                HeaderPlace.ofMarkup(article.source(), removal.signs())
                    .problem(
                        Severity.WARNING,
                        MARKUP_REMOVED,
                        "the text holds "
                            + removal.first()
                            + ", which was taken out"
                            + (removal.count() == 1
                                ? "."
                                : ", and " + (removal.count() - 1) + " more like it."),
                        TRUST));
  }

  /** The words that another engine read, if of their source only text is taken. */
  public Words asText(SourceFile file, Words words, List<Problem> problems) {
    return isText(words.fields())
        ? new Words(plain(words.fields(), report(file, problems)), words.manuscript().asText())
        : words;
  }

  /** The tags of words that another engine read, if of their source only text is taken. */
  public List<String> asText(
      SourceFile file, Words words, List<String> tags, List<Problem> problems) {
    return isText(words.fields()) ? plain(tags, report(file, problems)) : tags;
  }

  private static DetailsReader.Report report(SourceFile file, List<Problem> problems) {
    FilePlaces places = new FilePlaces(file);
    return (severity, code, path, found, advice) ->
        problems.add(places.ofKey(path.get(0).toString()).problem(severity, code, found, advice));
  }

  /** HTML is a text as it is; its elements are read again where it is placed. */
  private static String html(String text) {
    TextWork.html(text);
    return text;
  }

  /** JBake's dates end at the millisecond, and so does their order. */
  private static Instant fileTime(SourceFile file) throws IOException {
    return Instant.ofEpochMilli(Files.getLastModifiedTime(file.file()).toMillis());
  }

  private static boolean isBlank(Object value) {
    return value == null
        || value instanceof Map
        || value instanceof Collection
        || value.toString().isBlank();
  }

  private static boolean isYaml(String extension) {
    return extension.equals("yml") || extension.equals("yaml");
  }

  private Header header(SourceText source, String extension) {
    if (isYaml(extension)) {
      return yaml.readWhole(source);
    }
    if (YamlHeader.opens(source)) {
      Optional<Header> header = yaml.read(source);
      if (header.isPresent()
          && (header.get().present() || !options.headerSeparator().equals("---"))) {
        return header.get();
      }
      Header other = keyValue.read(source);
      return other.present() || (header.isEmpty() && hasDefaults())
          ? other
          : header.orElseGet(() -> Header.absent(other.body(), List.of(YamlHeader.broken(source))));
    }
    return keyValue.read(source);
  }

  /** What keeps a file from being an article is an error in a newsroom: a story would be lost. */
  private Problem grave(Problem problem) {
    return options.newsroom()
        ? new Problem(
            Severity.ERROR,
            problem.code(),
            problem.location(),
            problem.found(),
            problem.advice(),
            problem.excerpt())
        : problem;
  }

  private boolean hasDefaults() {
    return !options.defaultType().isEmpty() && !options.defaultStatus().isEmpty();
  }

  /** In a newsroom, a header in the text of a page would be an embargo that nobody keeps. */
  private Problem unrecognised(SourceText source, LikelyHeader likely) {
    return source.problemAt(
        options.newsroom() ? Severity.ERROR : Severity.WARNING,
        "header-unrecognised",
        likely.index(),
        "the file begins with " + likely.kind() + " that is not read as its header.",
        "Write YAML between two lines ---, the first of them the first line of the file, or"
            + " key=value lines above a line "
            + options.headerSeparator()
            + ".");
  }

  private Problem missing(SourceText source, Header header, String key) {
    SourceLocation file = SourceLocation.of(source.name());
    if (!header.present()) {
      return Problem.warning(
          "header-missing",
          file,
          "the file has no header, so it is passed over.",
          "Write title, date, type and status as key=value lines above a line "
              + options.headerSeparator()
              + ", or as YAML between two lines ---.");
    }
    String values =
        key.equals("type") ? Choices.list(choices()) : String.join(", ", Article.STATUSES);
    return Problem.warning(
        key + "-missing",
        file,
        "the header has no " + key + ", so the file is passed over.",
        "Write one of " + values + ", or set default." + key + " in jbake.properties.");
  }

  private Problem unknownType(SourceText source, String type) {
    String found = "there is no type \"" + type + "\", so the file is passed over.";
    String advice = Choices.advice(type, choices());
    Matcher line = TYPE_LINE.matcher(source.text());
    while (line.find()) {
      if (line.group(1).equals(type)) {
        return source.problemAt(Severity.WARNING, "type-unknown", line.start(1), found, advice);
      }
    }
    return Problem.warning("type-unknown", SourceLocation.of(source.name()), found, advice);
  }

  private Problem unknownDefaultType(SourceText source, String type) {
    return Problem.warning(
        "type-unknown",
        SourceLocation.of(source.name()),
        "the header has no type, and there is no type \""
            + type
            + "\" as default.type says, so the file is passed over.",
        Choices.advice(type, choices()));
  }

  private Set<String> choices() {
    return options.types().stream()
        .filter(type -> !LISTS.contains(type))
        .collect(Collectors.toUnmodifiableSet());
  }

  private List<String> sanitized(List<String> tags) {
    return tags.stream()
        .map(String::trim)
        // JBake makes a page for a tag without a name, too.
        .filter(tag -> !options.newsroom() || !tag.isEmpty())
        .map(tag -> options.sanitizeTags() ? tag.replace(" ", "-") : tag)
        .toList();
  }
}
