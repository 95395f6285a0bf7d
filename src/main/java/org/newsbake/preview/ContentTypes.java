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
      Map.ofEntries(
          Map.entry("rss", "application/rss+xml"),
          Map.entry("atom", "application/atom+xml"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("map", "application/json"),
          Map.entry("jsonld", "application/ld+json"),
          Map.entry("geojson", "application/geo+json"),
          Map.entry("topojson", "application/json"),
          Map.entry("md", "text/markdown"),
          Map.entry("vtt", "text/vtt"),
          Map.entry("ics", "text/calendar"),
          Map.entry("vcf", "text/vcard"),
          Map.entry("yaml", "application/yaml"),
          Map.entry("yml", "application/yaml"),
          Map.entry("webm", "video/webm"),
          Map.entry("m4v", "video/mp4"),
          Map.entry("ogv", "video/ogg"),
          Map.entry("m3u8", "application/vnd.apple.mpegurl"),
          Map.entry("mpd", "application/dash+xml"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("aac", "audio/aac"),
          Map.entry("oga", "audio/ogg"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("opus", "audio/ogg"),
          Map.entry("flac", "audio/flac"),
          Map.entry("jxl", "image/jxl"),
          Map.entry("heic", "image/heic"),
          Map.entry("epub", "application/epub+zip"),
          Map.entry("gpx", "application/gpx+xml"),
          Map.entry("kml", "application/vnd.google-earth.kml+xml"),
          Map.entry("glb", "model/gltf-binary"));

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
