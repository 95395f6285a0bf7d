package org.newsbake.article;

import java.time.Instant;
import java.util.Date;

/** A date in YAML that remembers how its author wrote it; a plain date for everybody else. */
final class WrittenDate extends Date {

  private static final long serialVersionUID = 1;

  private final String written;

  WrittenDate(Instant instant, String written) {
    super(instant.toEpochMilli());
    this.written = written;
  }

  String written() {
    return written;
  }
}
