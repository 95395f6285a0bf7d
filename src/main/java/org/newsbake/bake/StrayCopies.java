package org.newsbake.bake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.article.LikelyHeader;
import org.newsbake.article.SourceFile;

/** Tells files that must not be copied to the output: editors' backups, and unread articles. */
final class StrayCopies {

  /** The code of its problems. */
  static final String CODE = "file-withheld";

  /** How much of a file is looked at. */
  private static final int HEAD = 64 * 1024;

  private static final String ARTICLE =
      "(?:md|markdown|mdown|mkdn?|mdx|html?|xhtml|txt|text|rst|adoc|asciidoc|asc|ad|org|ya?ml"
          + "|json)";

  private static final Pattern BACKUP =
      Pattern.compile(
          ".*~|#.*#|\\.#.*|.*\\.(?:orig|bak|rej|sw[a-p]|kate-swp|backup)|.*\\."
              + ARTICLE
              + "\\.(?:save|tmp|temp|old|part|\\d+|.*conflict.*)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern PACKED =
      Pattern.compile(
          ".*\\." + ARTICLE + "\\.(?:gz|zip|bz2|xz|7z|zst|br)", Pattern.CASE_INSENSITIVE);

  /** What editors put before the name of a copy. */
  private static final Pattern MARK = Pattern.compile("^[.#~_]+");

  /** Where the name of the original may end. */
  private static final Pattern NAME_END = Pattern.compile("(?<=[\\p{L}\\p{N}])(?![\\p{L}\\p{N}])");

  private static final Pattern ARTICLE_NAME =
      Pattern.compile(".*\\.(?!json$)" + ARTICLE, Pattern.CASE_INSENSITIVE);

  /** Files without words to read, which are most of a site. */
  private static final Set<String> MEDIA =
      Set.of(
          "jpg", "jpeg", "png", "gif", "webp", "avif", "ico", "tif", "tiff", "bmp", "heic", "mp3",
          "mp4", "m4a", "ogg", "webm", "mov", "wav", "pdf", "woff", "woff2", "ttf", "otf", "zip",
          "gz");

  private StrayCopies() {}

  /** Why a file of the content folder that nobody reads is not copied, if so. */
  static Optional<Problem> inContent(SourceFile file, String name, boolean newsroom) {
    Optional<Problem> backup = backup(file, name);
    if (backup.isPresent() || !newsroom) {
      return backup;
    }
    if (PACKED.matcher(name).matches()) {
      return Optional.of(withheld(file, "this looks like a packed article"));
    }
    return MEDIA.contains(file.extension().toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : header(file).map(it -> article(file));
  }

  /** Why a file of the asset folder is not copied, if so. */
  static Optional<Problem> inAssets(SourceFile file, String name, boolean newsroom) {
    Optional<Problem> backup = backup(file, name);
    if (backup.isPresent() || !newsroom || !ARTICLE_NAME.matcher(name).matches()) {
      return backup;
    }
    return header(file).filter(LikelyHeader::telling).map(it -> article(file));
  }

  /**
   * The content files that a withheld file may be a copy of: {@code a.md} for {@code a.md~}, {@code
   * a.markdown} and {@code a-old.csv}. Other stories may still link to them.
   */
  static Stream<String> originals(SourceFile file) {
    String path = file.path();
    int start = path.lastIndexOf('/') + 1;
    String folder = path.substring(0, start);
    String name = MARK.matcher(path.substring(start)).replaceFirst("");
    return Stream.concat(
        Stream.of(path, folder + name),
        NAME_END
            .matcher(name)
            .results()
            .map(MatchResult::start)
            .flatMap(
                end -> Stream.of(".md", ".html").map(it -> folder + name.substring(0, end) + it)));
  }

  private static Optional<LikelyHeader> header(SourceFile file) {
    try (InputStream stream = Files.newInputStream(file.file())) {
      return LikelyHeader.in(stream.readNBytes(HEAD));
    } catch (IOException e) {
      // Whoever copies the file tells that it cannot be read.
      return Optional.empty();
    }
  }

  private static Optional<Problem> backup(SourceFile file, String name) {
    return BACKUP.matcher(name).matches()
        ? Optional.of(
            Problem.warning(
                CODE,
                SourceLocation.of(file.name()),
                "this looks like an editor's backup, so it is not copied to the site.",
                "Delete it, or name it differently if readers are to have it."))
        : Optional.empty();
  }

  private static Problem article(SourceFile file) {
    return withheld(file, "this begins like an article, and no engine reads it as one");
  }

  private static Problem withheld(SourceFile file, String found) {
    return Problem.warning(
        CODE,
        SourceLocation.of(file.name()),
        found + ", so it is not copied to the site.",
        "Name it .md in the content folder if it is an article; else delete it or move it out.");
  }
}
