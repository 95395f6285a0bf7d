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
import org.newsbake.article.ArticleReader;
import org.newsbake.article.Reading;
import org.newsbake.article.SourceFile;
import org.newsbake.edition.Addresses;

/**
 * Reads the content files of a project: those in Markdown, HTML and YAML with Newsbake's own
 * reader, AsciiDoc and whatever other engine is on the classpath through JBake's.
 *
 * <p>Thread-safe. JBake's engines keep the configuration in a field, the same for all files of a
 * project, and are called by one thread at a time.
 */
public final class MarkupReader {

  private final Project project;
  private final ArticleReader articles;
  private final Addresses addresses;

  public MarkupReader(Project project) {
    this.project = project;
    articles = new ArticleReader(project.articleOptions());
    addresses = new Addresses(project.siteOptions().addresses());
  }

  /** The extensions of content files. All other files in the content folder are assets. */
  public static Set<String> extensions() {
    return Engines.getRecognizedExtensions();
  }

  /**
   * Reads one content file.
   *
   * @throws IOException when it cannot be read
   */
  public Reading read(SourceFile file) throws IOException {
    Reading reading =
        ArticleReader.reads(file.extension()) ? articles.read(file) : readWithJBake(file);
    return project.configuration().getImgPathUpdate() && reading.article().isPresent()
        ? new Reading(reading.article().map(this::withImagePaths), reading.problems())
        : reading;
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
              "Put its jars on NEWSBAKE_CLASSPATH; for AsciiDoc that is asciidoctorj 2.5 and what it"
                  + " needs."));
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
    return new Reading(Optional.of(article(file, bytes, document)), List.of());
  }

  private static Article article(SourceFile file, byte[] bytes, DocumentModel document)
      throws IOException {
    Map<String, Object> fields = new HashMap<>(document);
    boolean tagged = fields.get("tags") instanceof String[];
    List<String> tags = tagged ? Arrays.asList((String[]) fields.get("tags")) : new ArrayList<>();
    Instant fileTime = Files.getLastModifiedTime(file.file()).toInstant();
    Instant date = document.getDate().toInstant();
    for (String own : List.of("type", "status", "date", "tags", "body", "cached", "rendered")) {
      fields.remove(own);
    }
    return new Article(
        file,
        document.getType(),
        document.getStatus(),
        date,
        date.toEpochMilli() != fileTime.toEpochMilli(),
        tags,
        tagged,
        fields,
        document.getBody() == null ? "" : document.getBody(),
        Article.sha1(bytes));
  }

  private Article withImagePaths(Article article) {
    String uri = addresses.uri(article.source().path());
    DocumentModel document = new DocumentModel();
    document.setBody(article.body());
    document.setUri(uri);
    addresses.withoutExtension(uri).ifPresent(document::setNoExtensionUri);
    HtmlUtil.fixImageSourceUrls(document, project.configuration());
    return article.withBody(document.getBody());
  }
}
