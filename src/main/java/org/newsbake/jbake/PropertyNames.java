package org.newsbake.jbake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.newsbake.edition.PageKind;

/** The names of the properties that mean something, and those that a file has. */
final class PropertyNames {

  /** Newsbake's properties that stand in no default file, beside those of {@link PageKind}. */
  private static final List<String> OWN =
      List.of(
          "build.fail_on",
          "build.on_error",
          "cache.folder",
          "config.lookups",
          "feed.formats",
          "feed.items",
          "headers.csp",
          "image.widths",
          "listing.posts_per_page",
          "new.path",
          "permalink",
          "quarantine.exit",
          "quarantine.most",
          "related.count",
          "related.own_boost",
          "render.hostfiles",
          "render.newssitemap",
          "render.robots",
          "render.sitemaps",
          "site.kind",
          "site.language",
          "site.logo",
          "site.tagline",
          "site.territory",
          "site.timezone",
          "site.title",
          "tag.posts_per_page");

  private static final List<String> JBAKES_WITHOUT_DEFAULT =
      List.of("freemarker.timezone", "img.path.update", "jvm.locale");

  private PropertyNames() {}

  /** The properties that Newsbake adds to JBake's. */
  static Set<String> own() {
    Set<String> keys = new TreeSet<>(OWN);
    for (PageKind kind : PageKind.values()) {
      if (kind != PageKind.TAG) {
        keys.add(kind.pathKey());
        keys.add("template." + kind.word() + ".file");
      }
    }
    return keys;
  }

  /** All names that mean something in a site with these document types. */
  static Set<String> known(Set<String> types) {
    Set<String> known = own();
    known.addAll(JBAKES_WITHOUT_DEFAULT);
    known.addAll(names(DefaultJBakeConfiguration.class.getResourceAsStream("/default.properties")));
    for (String type : types) {
      known.add("permalink." + type);
      known.add("template." + type + ".file");
      known.add("template." + type + ".extension");
    }
    return known;
  }

  /** The names in a file; none where there is no such file. */
  static Set<String> in(Path file) {
    return valuesIn(file).keySet();
  }

  /** The values in a file as they are written, by name; none where there is no such file. */
  static Map<String, String> valuesIn(Path file) {
    try {
      return values(Files.newInputStream(file));
    } catch (IOException e) {
      // A project may do without the file.
      return Map.of();
    }
  }

  private static Set<String> names(InputStream file) {
    return values(file).keySet();
  }

  private static Map<String, String> values(InputStream file) {
    Properties properties = new Properties();
    try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException | IllegalArgumentException e) {
      // JBake's own classes have read it, and say what is wrong with it.
      return Map.of();
    }
    Map<String, String> values = new TreeMap<>();
    properties.forEach((name, value) -> values.put(name.toString(), value.toString()));
    return values;
  }
}
