package org.newsbake.syndication;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.newsbake.edition.Page.HostFile;
import org.newsbake.edition.Page.RedirectPage;
import org.newsbake.edition.Publication;

/**
 * Files that tell web hosts what moved, what is gone, and which headers to send.
 *
 * <p>Formats: {@code _redirects} and {@code _headers} as Netlify reads them; {@code .htaccess} for
 * Apache 2.4 with mod_alias and mod_headers; lines for nginx's {@code map}.
 */
final class HostFiles {

  private static final String INDEX = "index.html";

  private final Publication publication;
  private final Map<String, String> headers = new LinkedHashMap<>();

  HostFiles(Publication publication, String contentSecurityPolicy) {
    this.publication = publication;
    headers.put("Content-Security-Policy", contentSecurityPolicy);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
  }

  byte[] bytes(HostFile file) {
    String text =
        switch (file.format()) {
          case REDIRECTS -> redirects(file);
          case HEADERS -> headers();
          case HTACCESS -> htaccess(file);
          case NGINX_REDIRECTS -> nginxRedirects(file.redirects());
          case NGINX_GONE -> nginxGone(file.gone());
        };
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A page that sends its readers on, for hosts that read none of those files. */
  byte[] page(RedirectPage redirect) {
    String target = attribute(publication.base() + redirect.target());
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="UTF-8">
        <title>%s</title>
        <meta name="robots" content="noindex">
        <meta http-equiv="refresh" content="0; url=%s">
        <link rel="canonical" href="%s">
        </head>
        <body>
        <h1>%s</h1>
        <p><a href="%s">%s</a></p>
        </body>
        </html>
        """
        .formatted(
            attribute(publication.language()),
            attribute(publication.title()),
            target,
            attribute(publication.url(redirect.target())),
            attribute(publication.title()),
            target,
            target)
        .getBytes(StandardCharsets.UTF_8);
  }

  private String redirects(HostFile file) {
    StringBuilder text = new StringBuilder();
    for (RedirectPage redirect : file.redirects()) {
      // The exclamation mark answers so although there is a page.
      text.append(encoded(redirect.from())).append(' ').append(target(redirect)).append(" 301!\n");
    }
    for (String gone : file.gone()) {
      String address = encoded(gone);
      text.append(address).append(' ').append(address).append(" 410!\n");
    }
    return text.toString();
  }

  private String headers() {
    StringBuilder text = new StringBuilder("/*\n");
    headers.forEach(
        (name, value) -> text.append("  ").append(name).append(": ").append(value).append('\n'));
    return text.toString();
  }

  private String htaccess(HostFile file) {
    StringBuilder text = new StringBuilder("Options -Indexes\n");
    file.error404()
        .ifPresent(it -> text.append("ErrorDocument 404 ").append(encoded(it)).append('\n'));
    file.error410()
        .ifPresent(it -> text.append("ErrorDocument 410 ").append(encoded(it)).append('\n'));
    forceType(text, "rss\\.xml", "application/rss+xml");
    forceType(text, "atom\\.xml", "application/atom+xml");
    forceType(text, "feed\\.json", "application/feed+json");
    text.append("<IfModule mod_headers.c>\n");
    headers.forEach(
        (name, value) ->
            text.append("Header always set ")
                .append(name)
                .append(" \"")
                .append(value.replace("\"", "\\\""))
                .append("\"\n"));
    text.append("</IfModule>\n");
    for (RedirectPage redirect : file.redirects()) {
      text.append("RedirectMatch 301 \"")
          .append(pattern(redirect.from()))
          .append("\" \"")
          .append(decoded(target(redirect)).replace("$", "\\$").replace("\"", "\\\""))
          .append("\"\n");
    }
    for (String gone : file.gone()) {
      text.append("RedirectMatch 410 \"").append(pattern(gone)).append("\"\n");
    }
    return text.toString();
  }

  /** An address as Apache wants to have it, which encodes where it sends readers itself. */
  private static String decoded(String address) {
    try {
      // A plus sign is itself in a path.
      return URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }

  private static void forceType(StringBuilder text, String file, String type) {
    text.append("<FilesMatch \"^")
        .append(file)
        .append("$\">\nForceType ")
        .append(type)
        .append("\n</FilesMatch>\n");
  }

  /** What Apache matches an address with, which it has decoded by then. */
  private String pattern(String path) {
    StringBuilder pattern = new StringBuilder("^");
    for (char c : (publication.base() + path).toCharArray()) {
      if (c == '"' || c == '\\') {
        // Neither can be written between quotes; any character is near enough.
        pattern.append('.');
      } else {
        if ("^$.|?*+()[]{}".indexOf(c) >= 0) {
          pattern.append('\\');
        }
        pattern.append(c);
      }
    }
    if (path.endsWith("/")) {
      pattern.append("(index\\.html)?");
    } else if (isFolder(path)) {
      pattern.append("(/(index\\.html)?)?");
    }
    return pattern.append('$').toString();
  }

  private String nginxRedirects(List<RedirectPage> redirects) {
    StringBuilder text = new StringBuilder();
    for (RedirectPage redirect : redirects) {
      nginx(text, redirect.from(), quoted(target(redirect)));
    }
    return text.toString();
  }

  private String nginxGone(List<String> gone) {
    StringBuilder text = new StringBuilder();
    gone.forEach(path -> nginx(text, path, "1"));
    return text.toString();
  }

  private void nginx(StringBuilder text, String path, String value) {
    String key = publication.base() + path;
    List<String> keys =
        key.endsWith("/")
            ? List.of(key, key + INDEX)
            : isFolder(path) ? List.of(key, key + "/", key + "/" + INDEX) : List.of(key);
    keys.forEach(it -> text.append(quoted(it)).append(' ').append(value).append(";\n"));
  }

  /** Whether a former address was written without the slash at its end. */
  private static boolean isFolder(String path) {
    return path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private String target(RedirectPage redirect) {
    return publication.base() + redirect.target();
  }

  /** A path below the site's root as it stands in an address. */
  private String encoded(String path) {
    try {
      return new URI(null, null, publication.base() + path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a path: " + path, e);
    }
  }

  private static String attribute(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
