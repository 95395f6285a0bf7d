package org.newsbake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SourceLocationTest {

  @Test
  void aPlaceIsWrittenAsEditorsReadIt() {
    assertThat(SourceLocation.of("a.md")).hasToString("a.md");
    assertThat(new SourceLocation("a.md", 3, 0)).hasToString("a.md:3");
    assertThat(new SourceLocation("a.md", 3, 6)).hasToString("a.md:3:6");
  }

  @Test
  void aPlaceThatCannotBeIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> SourceLocation.of(""));
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceLocation("a.md", 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceLocation("a.md", -1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new SourceLocation("a.md", 1, -1));
  }
}
