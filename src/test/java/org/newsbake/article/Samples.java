package org.newsbake.article;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Options and articles that tests begin with. */
public final class Samples {

  /** What JBake's default.properties gives, in UTC and English, without a default status. */
  static final ArticleOptions OPTIONS = options("~~~~~~", "yyyy-MM-dd", "", "", false);

  private Samples() {}

  static ArticleOptions withDefaults(String type, String status) {
    return options("~~~~~~", "yyyy-MM-dd", type, status, false);
  }

  static ArticleOptions withSeparator(String separator) {
    return options(separator, "yyyy-MM-dd", "", "", false);
  }

  static ArticleOptions withDateFormat(String format) {
    return options("~~~~~~", format, "", "", false);
  }

  static ArticleOptions sanitizingTags() {
    return options("~~~~~~", "yyyy-MM-dd", "", "", true);
  }

  /** Those of a site that has more than JBake knows. */
  static ArticleOptions ofNews() {
    return new ArticleOptions(
        OPTIONS.charset(),
        OPTIONS.headerSeparator(),
        OPTIONS.dateFormat(),
        OPTIONS.zone(),
        OPTIONS.locale(),
        OPTIONS.types(),
        OPTIONS.defaultType(),
        OPTIONS.defaultStatus(),
        OPTIONS.sanitizeTags(),
        OPTIONS.markdownExtensions(),
        true,
        false,
        OPTIONS.ownKeys());
  }

  /** Those of a newsroom. */
  static ArticleOptions ofNewsroom() {
    return new ArticleOptions(
        OPTIONS.charset(),
        OPTIONS.headerSeparator(),
        OPTIONS.dateFormat(),
        OPTIONS.zone(),
        OPTIONS.locale(),
        OPTIONS.types(),
        OPTIONS.defaultType(),
        OPTIONS.defaultStatus(),
        OPTIONS.sanitizeTags(),
        OPTIONS.markdownExtensions(),
        true,
        true,
        OPTIONS.ownKeys());
  }

  static ArticleOptions options(
      String separator, String dateFormat, String type, String status, boolean sanitizeTags) {
    return new ArticleOptions(
        StandardCharsets.UTF_8,
        separator,
        dateFormat,
        ZoneOffset.UTC,
        Locale.ENGLISH,
        Set.of("page", "post", "masterindex", "archive", "feed", "data"),
        type,
        status,
        sanitizeTags,
        List.of("HARDWRAPS", "AUTOLINKS", "FENCED_CODE_BLOCKS", "DEFINITIONS"),
        false,
        false,
        key -> false);
  }

  /** A published post of a day in November 2026, at a path below the content folder. */
  public static Article post(String path, int day, String... tags) {
    return article("post", Article.PUBLISHED, path, day, tags);
  }

  /** An article of a day in November 2026, at a path below the content folder. */
  public static Article article(String type, String status, String path, int day, String... tags) {
    return article(type, status, path, day, true, words(path), tags);
  }

  private static Article article(
      String type,
      String status,
      String path,
      int day,
      boolean dated,
      Words words,
      String... tags) {
    return new Article(
        new SourceFile(Path.of("content").resolve(path), path, "content/" + path),
        type,
        status,
        november(day),
        dated,
        Arrays.asList(tags),
        words);
  }

  /** What the articles of this class say that are read from no file. */
  public static Words words(Article article) {
    String path = article.source().path();
    return article.title().isEmpty() ? new Words(Map.of(), text(path)) : words(path);
  }

  private static Words words(String path) {
    return new Words(Map.of("title", "About " + path), text(path));
  }

  private static Manuscript text(String path) {
    return new Manuscript("<p>" + path + "</p>\n", "");
  }

  /** An article that gives no date for itself; this one is its file's. */
  public static Article undated(String type, String status, String path, int day) {
    return article(type, status, path, day, false, words(path));
  }

  /** A published article without a title. */
  public static Article untitled(String type, String path, int day, String... tags) {
    Words words = new Words(Map.of(), text(path));
    return article(type, Article.PUBLISHED, path, day, true, words, tags);
  }

  /** A published post of 3 November 2026, written into a file, with more lines of front matter. */
  public static Article read(Path folder, String path, String header) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "---\ntitle: A\ntype: post\nstatus: published\ndate: 2026-11-03\n" + header + "---\nT\n");
    return new ArticleReader(OPTIONS)
        .read(new SourceFile(file, path, "content/" + path))
        .article()
        .orElseThrow();
  }

  /** A published post of a day in November 2026, with more lines of front matter. */
  public static Article story(String path, int day, String... header) {
    String text =
        "---\ntitle: A\ntype: post\nstatus: published\ndate: "
            + november(day)
            + "\n"
            + String.join("\n", header)
            + "\n---\nT\n";
    try {
      return new ArticleReader(OPTIONS)
          .read(
              new SourceFile(Path.of("content").resolve(path), path, "content/" + path),
              text.getBytes(StandardCharsets.UTF_8))
          .article()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Midnight of a day in November 2026, in UTC. */
  public static Instant november(int day) {
    return Instant.parse(String.format(Locale.ROOT, "2026-11-%02dT00:00:00Z", day));
  }
}
