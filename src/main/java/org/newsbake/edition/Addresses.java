package org.newsbake.edition;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.newsbake.Severity;
import org.newsbake.article.Article;
import org.newsbake.article.Objection;

/**
 * Where articles stand: where their own {@code permalink} or the site's pattern says, else by
 * JBake's rules, which are the path of the content file, its base name percent-encoded as in a
 * form, its extension that of the site. Immutable and thread-safe.
 */
public final class Addresses {

  private final AddressOptions options;
  private final Newsroom newsroom;

  /** Addresses in which sections and sources stand as articles write them. */
  public Addresses(AddressOptions options) {
    this(options, new Newsroom(List.of()));
  }

  /** Addresses in which sections and sources stand by the keys that a newsroom has for them. */
  public Addresses(AddressOptions options, Newsroom newsroom) {
    this.options = options;
    this.newsroom = newsroom;
  }

  /** An article at its address. */
  public Entry place(Article article) {
    Optional<String> permalink = permalink(article);
    return permalink.isPresent() ? placeAt(article, permalink.get()) : placeAsJBakeDoes(article);
  }

  /** The address that an article or its type asks for, with a slash at its end for a folder. */
  private Optional<String> permalink(Article article) {
    Optional<String> own = article.details().permalink();
    return own.isPresent()
        ? own
        : Optional.ofNullable(options.permalinkByType().get(article.type()))
            .map(pattern -> pattern.path(article, slug(article), newsroom));
  }

  private static String slug(Article article) {
    return Slug.of(article.details().slug().orElseGet(() -> baseName(article)));
  }

  private static String baseName(Article article) {
    String path = article.source().path();
    String name = path.substring(path.lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Why an article has no address of its own, if that is so: nothing is left of its slug. */
  Optional<Objection> objection(Article article) {
    boolean bySlug =
        article.details().permalink().isEmpty()
            && options.permalinkByType().containsKey(article.type());
    if (!bySlug || !slug(article).isEmpty()) {
      return Optional.empty();
    }
    Optional<String> own = article.details().slug();
    return Optional.of(
        Objection.atValue(
            article.source(),
            "slug",
            own.orElse(""),
            Severity.ERROR,
            "slug-empty",
            own.map(slug -> "the slug \"" + slug + "\"")
                    .orElseGet(() -> "the name \"" + baseName(article) + "\" of the file")
                + " holds no letter and no digit, so the article has no address.",
            "Write slug: with a word or two for the end of its address."));
  }

  private Entry placeAt(Article article, String permalink) {
    String extension =
        options.extensionByType().getOrDefault(article.type(), options.outputExtension());
    String path = permalink.startsWith("/") ? permalink.substring(1) : permalink;
    boolean folder = path.isEmpty() || path.endsWith("/");
    String bare = folder ? path.substring(0, Math.max(0, path.length() - 1)) : path;
    if (!folder && !extension.isEmpty() && bare.endsWith(extension)) {
      bare = bare.substring(0, bare.length() - extension.length());
    }
    if (article.status().equals(Article.DRAFT)) {
      bare += options.draftSuffix();
    }
    String file =
        folder ? (bare.isEmpty() ? "" : bare + "/") + "index" + extension : bare + extension;
    String uri = folder ? (bare.isEmpty() ? "" : bare + "/") : file;
    return new Entry(article, Slug.encoded(uri), file);
  }

  private Entry placeAsJBakeDoes(Article article) {
    String uri = uri(article.source().path());
    // JBake takes whatever stands behind the last dot of the name for an extension.
    int dot = uri.lastIndexOf('.');
    String bare = dot > uri.lastIndexOf('/') ? uri.substring(0, dot) : uri;
    String suffix = article.status().equals(Article.DRAFT) ? options.draftSuffix() : "";
    String extension =
        options.extensionByType().getOrDefault(article.type(), options.outputExtension());
    return new Entry(article, uri, bare + suffix + extension);
  }

  /** The address of the article in a file below the content folder. */
  public String uri(String contentPath) {
    int slash = contentPath.lastIndexOf('/') + 1;
    String name = contentPath.substring(slash);
    int dot = name.lastIndexOf('.');
    String base = dot < 0 ? name : name.substring(0, dot);
    String folder = contentPath.substring(0, slash);
    String encoded = isPlain(base) ? base : URLEncoder.encode(base, StandardCharsets.UTF_8);
    boolean asFolder =
        options.noExtension()
            && !options.noExtensionPrefix().isEmpty()
            && ("/" + contentPath).startsWith(options.noExtensionPrefix());
    return folder + encoded + (asFolder ? "/index" : "") + options.outputExtension();
  }

  /** Whether a name has only letters, digits and hyphens, and so is its own encoding. */
  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-')) {
        return false;
      }
    }
    return true;
  }

  /** The address without its index file, where the site does without extensions. */
  public Optional<String> withoutExtension(String uri) {
    return options.noExtension() ? Optional.of(uri.replace("/index.html", "/")) : Optional.empty();
  }

  /** What the page of an article writes before an address. */
  public String rootPath(Entry entry) {
    return permalink(entry.article()).isPresent()
        ? "../".repeat(depth(entry.path()))
        : rootPath(depth(entry.article().source().path()));
  }

  private static int depth(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }

  /** What a page in this many folders below the root writes before an address. */
  public String rootPath(int depth) {
    String up = "../".repeat(depth);
    if (!options.noExtension()) {
      return up;
    }
    // JBake appends "/.." to the path of the folder, whether or not the page became a folder.
    return depth == 0 ? "/../" : up + "../";
  }
}
