package org.newsbake.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * An instant as one writes it on the command line: with an offset, or in the zone of the site.
 *
 * @param in the instant, once the zone of the site is known
 */
record At(Function<ZoneId, Instant> in) {

  static At now(Clock clock) {
    Instant now = clock.instant();
    return new At(zone -> now);
  }

  /**
   * Reads {@code 2026-12-31}, {@code 2026-12-31T14:00} and {@code 2026-12-31T14:00:00+01:00}, of
   * years with four digits.
   */
  static final class Converter implements ITypeConverter<At> {
    @Override
    public At convert(String written) {
      if (!written.matches("\\d{4}-.*")) {
        throw none(written);
      }
      try {
        Instant instant = OffsetDateTime.parse(written).toInstant();
        return new At(zone -> instant);
      } catch (DateTimeParseException e) {
        // It may be one of the forms without an offset.
      }
      try {
        LocalDateTime time =
            written.length() == 10
                ? LocalDate.parse(written).atStartOfDay()
                : LocalDateTime.parse(written);
        return new At(zone -> time.atZone(zone).toInstant());
      } catch (DateTimeParseException e) {
        throw none(written);
      }
    }

    private static TypeConversionException none(String written) {
      return new TypeConversionException(
          "'" + written + "' is no instant. Write 2026-12-31T14:00:00Z or 2026-12-31T14:00.");
    }
  }
}
