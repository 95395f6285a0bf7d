package org.newsbake.preview;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.MimeTypes;

/** What a browser is told of a file by its extension. */
final class ContentTypes {

  /** What Jetty does not know, and news sites have. */
  private static final Map<String, String> MORE =
      Map.of(
          "rss", "application/rss+xml",
          "atom", "application/atom+xml",
          "webmanifest", "application/manifest+json",
          "map", "application/json",
          "md", "text/markdown",
          "vtt", "text/vtt");

  private ContentTypes() {}

  /**
   * The content type of a file.
   *
   * @param charset the encoding of text
   */
  static String of(String path, Charset charset) {
    String name = path.substring(path.lastIndexOf('/') + 1);
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    String type =
        Optional.ofNullable(MORE.get(extension))
            .or(() -> Optional.ofNullable(MimeTypes.DEFAULTS.getMimeByExtension(name)))
            .orElse(name.indexOf('.') < 0 ? "text/plain" : "application/octet-stream");
    return isText(type) ? type + ";charset=" + charset.name().toLowerCase(Locale.ROOT) : type;
  }

  static String of(String path) {
    return of(path, StandardCharsets.UTF_8);
  }

  static boolean isHtml(String contentType) {
    return contentType.startsWith("text/html") || contentType.startsWith("application/xhtml");
  }

  private static boolean isText(String type) {
    return type.startsWith("text/")
        || type.endsWith("xml")
        || type.endsWith("json")
        || type.endsWith("javascript");
  }
}
