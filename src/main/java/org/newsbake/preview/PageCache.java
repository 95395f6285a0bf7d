package org.newsbake.preview;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.newsbake.Problem;
import org.newsbake.bake.SiteSnapshot;
import org.newsbake.edition.Page;

/**
 * The pages as they are shown: those of the newest snapshot, and the last good ones of pages that
 * fail now. Thread-safe.
 */
final class PageCache {

  /** How many pages are kept. */
  private static final int MOST = 200;

  private final Map<String, Print> lastGood = newest();
  private Map<String, Print> current = newest();
  private SiteSnapshot snapshot = SiteSnapshot.unread();

  /**
   * A page as it is shown.
   *
   * @param bytes its bytes, with the script; nothing where it fails and never was good
   * @param contentType their content type
   * @param digest tells these bytes from others; empty where there are none
   * @param problem what keeps the page from being as its files say
   */
  record Print(
      Optional<byte[]> bytes, String contentType, String digest, Optional<Problem> problem) {}

  private static Map<String, Print> newest() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, Print> eldest) {
        return size() > MOST;
      }
    };
  }

  /** A page of a snapshot that is not a copied file. */
  Print of(SiteSnapshot from, Page page) throws IOException {
    synchronized (this) {
      if (snapshot != from) {
        snapshot = from;
        current = newest();
      }
      Print known = current.get(page.path());
      if (known != null) {
        return known;
      }
    }
    Print print = print(from, page);
    synchronized (this) {
      if (print.problem.isEmpty()) {
        lastGood.put(page.path(), print);
      } else if (lastGood.containsKey(page.path())) {
        Print last = lastGood.get(page.path());
        print = new Print(last.bytes, last.contentType, last.digest, print.problem);
      }
      if (snapshot == from) {
        current.put(page.path(), print);
      }
    }
    return print;
  }

  private static Print print(SiteSnapshot snapshot, Page page) throws IOException {
    SiteSnapshot.Print print = snapshot.print(page);
    Charset charset =
        page instanceof Page.Rendered
            ? snapshot
                .project()
                .map(project -> project.templateOptions().charset())
                .orElse(StandardCharsets.UTF_8)
            : StandardCharsets.UTF_8;
    String contentType = ContentTypes.of(page.path(), charset);
    Optional<byte[]> bytes =
        ContentTypes.isHtml(contentType)
            ? print.bytes().map(it -> ScriptTag.into(it, charset, contentType))
            : print.bytes();
    return new Print(bytes, contentType, bytes.map(PageCache::digest).orElse(""), print.problem());
  }

  /** What tells bytes from others. */
  static String digest(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
