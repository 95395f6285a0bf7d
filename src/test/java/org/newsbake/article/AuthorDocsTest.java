package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds docs/authors.md to the keys of front matter. */
class AuthorDocsTest {

  @Test
  void everyKeyHasItsExplanationAndNoOtherHas() throws IOException {
    Set<String> explained = new TreeSet<>();
    Matcher heading =
        Pattern.compile("^### `([a-z_]+)`$", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("docs/authors.md")));
    while (heading.find()) {
      explained.add(heading.group(1));
    }
    Set<String> keys = new TreeSet<>(DetailsReader.KEYS);
    keys.remove("authors");
    keys.addAll(Set.of("title", "date", "type", "status", "tags"));
    assertThat(explained).isEqualTo(keys);
  }
}
