package org.newsbake.jbake;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.parser.Engines;
import org.jbake.parser.ErrorEngine;
import org.jbake.parser.ParserEngine;
import org.jbake.util.HtmlUtil;
import org.newsbake.Choices;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.Article;
import org.newsbake.article.ArticleDate;
import org.newsbake.article.ArticleReader;
import org.newsbake.article.Manuscript;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.article.Words;
import org.newsbake.edition.Addresses;

/**
 * Reads the content files of a project: those in Markdown, HTML and YAML with Newsbake's own
 * reader, AsciiDoc and whatever other engine is on the classpath through JBake's.
 *
 * <p>Thread-safe. JBake's engines keep the configuration in a field, the same for all files of a
 * project, and are called by one thread at a time.
 */
public final class MarkupReader {

  private static final Pattern DATE_LINE =
      Pattern.compile("\\s*date\\s*=\\s*(.*?)\\s*", Pattern.CASE_INSENSITIVE);

  private final Project project;
  private final ArticleReader articles;
  private final Addresses addresses;

  /** A reader that trusts the markup of every article. */
  public MarkupReader(Project project) {
    this(project, project.articleOptions().ownKeys(), source -> false, source -> false);
  }

  /**
   * @param ownKeys whether the site's templates use a key of headers
   * @param textSources whether the articles of a source, as they name it, give text alone
   * @param strictSources whether words for editors in an article of a source are an error
   */
  public MarkupReader(
      Project project,
      Predicate<String> ownKeys,
      Predicate<String> textSources,
      Predicate<String> strictSources) {
    this.project = project;
    articles =
        new ArticleReader(
            project.articleOptions().withOwnKeys(ownKeys), textSources, strictSources);
    addresses = new Addresses(project.siteOptions().addresses());
  }

  /** The extensions of content files. All other files in the content folder are assets. */
  public static Set<String> extensions() {
    return Engines.getRecognizedExtensions();
  }

  /** Whether JBake's own code has a part in every text of a project. */
  public static boolean changesTexts(Project project) {
    return project.configuration().getImgPathUpdate();
  }

  /**
   * Whether JBake has a part in reading any file, which may ask for any property of the project.
   */
  public static boolean readsWithJBake(Project project, List<SourceFile> files) {
    return changesTexts(project)
        || files.stream().anyMatch(file -> !ArticleReader.reads(file.extension()));
  }

  /**
   * Reads one content file.
   *
   * @throws IOException when it cannot be read
   */
  public Reading read(SourceFile file) throws IOException {
    Reading reading =
        ArticleReader.reads(file.extension()) ? articles.read(file) : readWithJBake(file);
    return changesTexts(project) ? withImagePaths(reading) : reading;
  }

  private Reading readWithJBake(SourceFile file) throws IOException {
    SourceLocation location = SourceLocation.of(file.name());
    ParserEngine engine = Engines.get(file.extension());
    if (engine instanceof ErrorEngine) {
      return Reading.none(
          Problem.error(
              "markup-engine",
              location,
              "files ending in ." + file.extension() + " need an engine that is not installed.",
              "Put its jars on NEWSBAKE_CLASSPATH; for AsciiDoc that is asciidoctorj 2.5 and what"
                  + " it needs."));
    }
    Optional<Problem> large = ArticleReader.tooLarge(file, Files.size(file.file()));
    if (large.isPresent()) {
      return Reading.none(large.get());
    }
    byte[] bytes = Files.readAllBytes(file.file());
    JBakeConfiguration configuration = project.configuration();
    DocumentModel document;
    synchronized (engine) {
      document = engine.parse(configuration, file.file().toFile());
    }
    if (document == null) {
      return Reading.none(
          Problem.warning(
              "header-missing",
              location,
              "the file has no header with a type and a status, so it is passed over.",
              "Write :jbake-type: and :jbake-status: above its text."));
    }
    if (!project.articleOptions().types().contains(document.getType())) {
      return Reading.none(
          Problem.warning(
              "type-unknown",
              location,
              "there is no type \"" + document.getType() + "\", so the file is passed over.",
              Choices.advice(document.getType(), project.articleOptions().types())));
    }
    Optional<Problem> complex =
        Optional.ofNullable(document.getBody())
            .flatMap(body -> ArticleReader.tooComplex(file, body));
    if (complex.isPresent()) {
      return Reading.none(complex.get());
    }
    Optional<String> written = writtenDate(bytes, document);
    if (written.isPresent()) {
      List<Problem> problems = new ArrayList<>();
      Optional<ArticleDate> date = articles.date(file, written.get(), problems);
      Instant shown = date.map(ArticleDate::shown).orElseGet(document.getDate()::toInstant);
      return reading(file, bytes, document, shown, date.isPresent(), date, problems);
    }
    Instant fileTime = Files.getLastModifiedTime(file.file()).toInstant();
    Instant date = document.getDate().toInstant();
    boolean dated = date.toEpochMilli() != fileTime.toEpochMilli();
    return reading(file, bytes, document, date, dated, Optional.empty(), new ArrayList<>());
  }

  /**
   * @param shown the date that is shown
   * @param date the date that the file gives, if it gives one that is a date
   */
  private Reading reading(
      SourceFile file,
      byte[] bytes,
      DocumentModel document,
      Instant shown,
      boolean dated,
      Optional<ArticleDate> date,
      List<Problem> problems) {
    Words read = words(bytes, document);
    problems.addAll(articles.wireWords(file, bytes, read.fields()));
    List<String> tags =
        document.get("tags") instanceof String[] written ? Arrays.asList(written) : List.of();
    Words words = articles.asText(file, read, problems);
    Article article =
        new Article(
            file,
            document.getType(),
            document.getStatus(),
            shown,
            dated,
            articles.asText(file, read, tags, problems),
            words);
    return Reading.of(articles.withDetails(article, words, date, problems), words, problems);
  }

  /**
   * The date as it stands in the file. JBake's engines read it in the language and the zone of the
   * machine, and take the file's time where it is no date.
   */
  private Optional<String> writtenDate(byte[] bytes, DocumentModel document) {
    for (String attribute : List.of("jbake-date", "revdate")) {
      if (document.get(attribute) instanceof String written) {
        return Optional.of(written);
      }
    }
    String separator = project.articleOptions().headerSeparator();
    List<String> lines = new String(bytes, project.articleOptions().charset()).lines().toList();
    return lines.stream()
        .limit(Math.max(lines.indexOf(separator), 0))
        .map(DATE_LINE::matcher)
        .filter(Matcher::matches)
        .map(line -> line.group(1))
        .findFirst();
  }

  private static Words words(byte[] bytes, DocumentModel document) {
    Map<String, Object> fields = new HashMap<>(document);
    for (String own : List.of("type", "status", "date", "tags", "body", "cached", "rendered")) {
      fields.remove(own);
    }
    String body = document.getBody() == null ? "" : document.getBody();
    return new Words(fields, Manuscript.of(body, bytes));
  }

  private Reading withImagePaths(Reading reading) {
    Words words = reading.words();
    if (reading.article().isEmpty() || words.manuscript().failure().isPresent()) {
      return reading;
    }
    Article article = reading.article().get();
    String uri = addresses.uri(article.source().path());
    DocumentModel document = new DocumentModel();
    document.setBody(words.body());
    document.setUri(uri);
    addresses.withoutExtension(uri).ifPresent(document::setNoExtensionUri);
    HtmlUtil.fixImageSourceUrls(document, project.configuration());
    Words placed = new Words(words.fields(), words.manuscript().withHtml(document.getBody()));
    return new Reading(
        Optional.of(article.withMentions(placed.mentions())), placed, reading.problems());
  }
}
