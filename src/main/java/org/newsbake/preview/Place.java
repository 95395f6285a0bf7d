package org.newsbake.preview;

import org.newsbake.build.Proof;
import org.newsbake.edition.Page;

/** What stands at an address of the preview. */
sealed interface Place {

  /** A page or a file. */
  record Found(Page page) implements Place {}

  /** A folder whose address lacks its last slash. */
  record Folder() implements Place {}

  /** Nothing. */
  record Nowhere() implements Place {}

  /**
   * What stands at a path of a site, as web hosts have it.
   *
   * @param path decoded, without the slash it begins with
   */
  static Place of(Proof proof, String path) {
    if (path.isEmpty() || path.endsWith("/")) {
      return proof.page(path + "index.html").<Place>map(Found::new).orElseGet(Nowhere::new);
    }
    return proof
        .page(path)
        .<Place>map(Found::new)
        .or(() -> proof.page(path + "/index.html").map(page -> new Folder()))
        .orElseGet(Nowhere::new);
  }
}
