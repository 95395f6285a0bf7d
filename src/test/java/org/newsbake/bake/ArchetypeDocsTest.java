package org.newsbake.bake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Holds docs/authors.md to the built-in archetypes. */
class ArchetypeDocsTest {

  static final Iterable<String> KINDS = NewArticle.KINDS;

  @ParameterizedTest
  @FieldSource("KINDS")
  void everyBuiltInArchetypeIsShown(String kind) throws IOException {
    assertThat(Files.readString(Path.of("docs/authors.md")))
        .contains("`" + kind + "`")
        .contains("\n" + NewArticle.builtIn(kind).strip().indent(4).replaceAll("(?m)^ +$", ""));
  }
}
