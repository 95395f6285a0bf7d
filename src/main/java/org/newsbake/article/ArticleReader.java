package org.newsbake.article;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern TYPE_LINE =
      Pattern.compile("^[\"' ]*(?:jbake-)?type[\"' ]*[=:]\\s*(.*)$", Pattern.MULTILINE);

  private final ArticleOptions options;
  private final Markdown markdown;
  private final KeyValueHeader keyValue;
  private final YamlHeader yaml;

  public ArticleReader(ArticleOptions options) {
    this.options = options;
    Dates dates = new Dates(options.dateFormat(), options.zone(), options.locale());
    markdown = new Markdown(options.markdownExtensions());
    keyValue = new KeyValueHeader(options, dates);
    yaml = new YamlHeader(dates, new YamlText(options.zone()));
  }

  /** Whether files with this extension are articles for this reader. */
  public static boolean reads(String extension) {
    return EXTENSIONS.contains(extension);
  }

  /**
   * Reads one file.
   *
   * @throws IOException when the file cannot be read
   */
  public Reading read(SourceFile file) throws IOException {
    byte[] bytes = Files.readAllBytes(file.file());
    SourceText.Decoded decoded = SourceText.decode(file.name(), bytes, options.charset());
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
    problems.addAll(header.problems());
    if (header.hasErrors()) {
      return Reading.none(problems);
    }
    String type = header.type().isEmpty() ? options.defaultType() : header.type();
    String status = header.status().isEmpty() ? options.defaultStatus() : header.status();
    if (type.isEmpty() || status.isEmpty()) {
      // A header that does not hold is a problem already.
      if (header.present() || header.problems().isEmpty()) {
        problems.add(missing(source, header, type.isEmpty() ? "type" : "status"));
      }
      return Reading.none(problems);
    }
    if (!options.types().contains(type)) {
      problems.add(unknownType(source, type));
      return Reading.none(problems);
    }
    boolean dated = header.date().isPresent();
    if (!dated && type.equals("post")) {
      problems.add(
          Problem.warning(
              "date-missing",
              SourceLocation.of(file.name()),
              "the post has no date, so it gets its file's time.",
              "Write its date into the header, such as date=2026-12-31."));
    }
    Instant date = dated ? header.date().get() : Files.getLastModifiedTime(file.file()).toInstant();
    List<String> tags = header.tags().map(this::sanitized).orElse(List.of());
    String body = file.extension().equals("md") ? markdown.toHtml(header.body()) : header.body();
    Article article =
        new Article(
            file,
            type,
            status,
            date,
            dated,
            tags,
            header.tags().isPresent(),
            header.fields(),
            body,
            Digests.sha1(bytes));
    return new Reading(Optional.of(article), problems);
  }

  private Header header(SourceText source, String extension) {
    if (extension.startsWith("y")) {
      return yaml.readWhole(source);
    }
    if (YamlHeader.opens(source)) {
      Optional<Header> header = yaml.read(source);
      if (header.isPresent()
          && !(header.get().hasErrors() && options.headerSeparator().equals("---"))) {
        return header.get();
      }
    }
    return keyValue.read(source);
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
        key.equals("type")
            ? Choices.list(options.types())
            : String.join(", ", Article.PUBLISHED, Article.PUBLISHED_DATE, Article.DRAFT);
    return Problem.warning(
        key + "-missing",
        file,
        "the header has no " + key + ", so the file is passed over.",
        "Write one of " + values + ", or set default." + key + " in jbake.properties.");
  }

  private Problem unknownType(SourceText source, String type) {
    String found = "there is no type \"" + type + "\", so the file is passed over.";
    String advice = Choices.advice(type, options.types());
    Matcher line = TYPE_LINE.matcher(source.text());
    if (!line.find()) {
      return Problem.warning("type-unknown", SourceLocation.of(source.name()), found, advice);
    }
    int number = 1 + (int) source.text().substring(0, line.start()).lines().count();
    int column = line.start(1) - line.start() + 1;
    return source.problem(Severity.WARNING, "type-unknown", number, column, found, advice);
  }

  private List<String> sanitized(List<String> tags) {
    return tags.stream()
        .map(String::trim)
        .map(tag -> options.sanitizeTags() ? tag.replace(" ", "-") : tag)
        .toList();
  }
}
