package org.newsbake.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.zip.GZIPOutputStream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What a reader's phone has to fetch before it can show an article. */
class WeightIT {

  /** In bytes, compressed by gzip as hosts do. */
  private static final int LIMIT = 30_000;

  @Test
  void anArticleWithItsStyleSheetsWeighsLessThan30Kilobytes() throws IOException {
    BuiltSite site = BuiltSite.get();
    assertThat(site.articles())
        .as("pages with a NewsArticle in their structured data")
        .isNotEmpty();
    Findings heavy = new Findings();
    for (Page page : site.articles()) {
      int weight = compressed(site, page.path());
      for (Element sheet : page.document().select("link[rel~=(?i)\\bstylesheet\\b]")) {
        weight +=
            compressed(site, URI.create(page.address()).resolve(sheet.attr("href")).getPath());
      }
      if (weight >= LIMIT) {
        heavy.add(page, weight + " bytes");
      }
    }
    heavy.mustBeNone();
  }

  private static int compressed(BuiltSite site, String path) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      Files.copy(site.output().file(path), gzip);
    }
    return bytes.size();
  }
}
