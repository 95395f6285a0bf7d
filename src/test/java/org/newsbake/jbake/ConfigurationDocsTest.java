package org.newsbake.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.newsbake.edition.FeedFormat;
import org.newsbake.edition.HostFormat;
import org.newsbake.edition.PageKind;
import org.newsbake.edition.Permalink;

/** Holds docs/configuration.md to the properties that are read. */
class ConfigurationDocsTest {

  /** A key as the source of the reader names it. */
  private static final Pattern KEY = Pattern.compile("\"([a-z0-9]+(?:[._][A-Za-z0-9]+)+)\"");

  /** JBake's, although it has no default for them; docs/compatibility.md explains them. */
  private static final Set<String> JBAKES =
      Set.of("freemarker.timezone", "jvm.locale", "img.path.update", "jbake.properties");

  @Test
  void everyPropertyBeyondJBakesOwnIsExplained() throws IOException {
    String source =
        Files.readString(Path.of("src/main/java/org/newsbake/jbake/ProjectReader.java"));
    Set<String> keys = new TreeSet<>();
    Matcher key = KEY.matcher(source);
    while (key.find()) {
      keys.add(key.group(1));
    }
    for (PageKind kind : PageKind.values()) {
      keys.add(kind.pathKey());
      keys.add("template." + kind.word() + ".file");
    }
    keys.addAll(Set.of("permalink", "permalink.<type>"));
    keys.removeAll(JBAKES);
    keys.removeAll(jbakeDefaults());
    assertThat(keys).as("the source was read").contains("feed.items", "site.timezone");

    assertThat(PropertyNames.own()).as("what a slip of the pen may mean").containsAll(own(keys));

    Docs docs = Docs.page("configuration.md");
    assertThat(keys).allSatisfy(it -> assertThat(docs.mentions(it)).as(it).isTrue());
  }

  @Test
  void everyChoiceIsExplained() throws IOException {
    Docs docs = Docs.page("configuration.md");
    Docs hosting = Docs.page("hosting.md");
    for (FeedFormat format : FeedFormat.values()) {
      assertThat(docs.mentions(format.file())).as(format.file()).isTrue();
    }
    for (HostFormat format : HostFormat.values()) {
      assertThat(docs.mentions(format.file())).as(format.file()).isTrue();
      assertThat(hosting.mentions(format.file())).as(format.file()).isTrue();
    }
    for (String token : Permalink.NAMES) {
      assertThat(docs.mentions(":" + token)).as(token).isTrue();
    }
  }

  @Test
  void whereAKindOfPageStandsIsExplained() throws IOException {
    Docs docs = Docs.page("configuration.md");
    for (PageKind kind : PageKind.values()) {
      assertThat(Files.readString(Path.of("docs/configuration.md")))
          .contains("| `" + kind.pathKey() + "` | `" + kind.defaultPath() + "` |");
      assertThat(docs.mentions(kind.pathKey())).isTrue();
    }
  }

  private static Set<String> own(Set<String> keys) {
    Set<String> own = new TreeSet<>(keys);
    // A type's is made for each type; the host is JBake's, and the tags are.
    own.removeAll(
        Set.of("permalink.<type>", "site.host", PageKind.TAG.pathKey(), "template.tag.file"));
    return own;
  }

  private static Set<String> jbakeDefaults() throws IOException {
    Properties properties = new Properties();
    try (InputStream defaults =
        ConfigurationDocsTest.class.getResourceAsStream("/default.properties")) {
      properties.load(defaults);
    }
    Set<String> own = new TreeSet<>(properties.stringPropertyNames());
    own.remove("site.host");
    return own;
  }
}
