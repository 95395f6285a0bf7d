package org.newsbake.preview;

import org.newsbake.bake.SiteSnapshot;
import org.newsbake.edition.Page;

/** What stands at an address of the preview. */
sealed interface Target {

  /** A page or a file. */
  record Found(Page page) implements Target {}

  /** A folder whose address lacks its last slash. */
  record Folder() implements Target {}

  /** Nothing. */
  record Nowhere() implements Target {}

  /**
   * What stands at a path of a site, as web hosts have it.
   *
   * @param path decoded, without the slash it begins with
   */
  static Target of(SiteSnapshot snapshot, String path) {
    if (path.isEmpty() || path.endsWith("/")) {
      return snapshot.page(path + "index.html").<Target>map(Found::new).orElseGet(Nowhere::new);
    }
    return snapshot
        .page(path)
        .<Target>map(Found::new)
        .or(() -> snapshot.page(path + "/index.html").map(page -> new Folder()))
        .orElseGet(Nowhere::new);
  }
}
