package org.newsbake.edition;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.newsbake.article.Article;

/**
 * Where articles stand, by JBake's rules: the path of the content file, its base name
 * percent-encoded as in a form, its extension that of the site. Immutable and thread-safe.
 */
public final class Addresses {

  private final AddressOptions options;

  public Addresses(AddressOptions options) {
    this.options = options;
  }

  /** An article at its address. */
  Entry place(Article article) {
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
    String encoded = URLEncoder.encode(base, StandardCharsets.UTF_8);
    boolean asFolder =
        options.noExtension()
            && !options.noExtensionPrefix().isEmpty()
            && ("/" + contentPath).startsWith(options.noExtensionPrefix());
    return folder + encoded + (asFolder ? "/index" : "") + options.outputExtension();
  }

  /** The address without its index file, where the site does without extensions. */
  public Optional<String> withoutExtension(String uri) {
    return options.noExtension() ? Optional.of(uri.replace("/index.html", "/")) : Optional.empty();
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
