package org.newsbake.edition;

import java.util.Objects;
import org.newsbake.article.Article;

/**
 * A live article at its address.
 *
 * @param article the article; its status is {@code published} once its date has come
 * @param uri its address below the site's root, without a leading slash, as JBake gives it to
 *     templates
 * @param path the path of its file below the output folder; its extension is that of its type
 */
public record Entry(Article article, String uri, String path) {

  public Entry {
    Objects.requireNonNull(article);
    Objects.requireNonNull(uri);
    Objects.requireNonNull(path);
  }

  public boolean isPublished() {
    return article.status().equals(Article.PUBLISHED);
  }
}
