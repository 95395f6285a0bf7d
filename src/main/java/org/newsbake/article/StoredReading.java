package org.newsbake.article;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.newsbake.Problem;
import org.newsbake.cache.DamagedException;
import org.newsbake.cache.Decoder;
import org.newsbake.cache.Encoder;
import org.newsbake.cache.StoredProblem;

/**
 * What became of a file, as bytes: all but its text, which is read from the file again when a page
 * shows it.
 */
public final class StoredReading {

  private static final BiConsumer<Encoder, String> TEXT = Encoder::text;

  private StoredReading() {}

  /**
   * The bytes of a reading; nothing where it is not to be kept. That is one with an error, which
   * may be gone the next time, and one with a value in its header that has no bytes here. Equal
   * readings have equal bytes.
   */
  public static Optional<byte[]> bytes(Reading reading) {
    if (reading.problems().stream().anyMatch(Problem::isError)
        || reading.article().map(Article::quarantined).orElse(false)) {
      return Optional.empty();
    }
    try {
      Encoder out = new Encoder();
      out.flag(reading.article().isPresent());
      if (reading.article().isPresent()) {
        writeFacts(out, reading.article().get(), reading.words());
        out.text(reading.words().sha1());
      }
      out.all(reading.problems(), StoredProblem::write);
      return Optional.of(out.bytes());
    } catch (NoBytesException e) {
      return Optional.empty();
    }
  }

  /**
   * The fingerprint of all that a header says; nothing where it has a value that cannot be
   * compared.
   */
  public static OptionalLong facts(Article article, Words words) {
    try {
      Encoder out = new Encoder();
      writeFacts(out, article, words);
      return OptionalLong.of(out.fingerprint());
    } catch (NoBytesException e) {
      return OptionalLong.empty();
    }
  }

  private static void writeFacts(Encoder out, Article article, Words words) {
    write(out, article);
    out.flag(words.manuscript().isText());
    out.number(words.fields().size());
    words
        .fields()
        .forEach(
            (key, value) -> {
              out.text(key);
              value(out, value);
            });
  }

  /**
   * The reading that these are the bytes of.
   *
   * @param file the file
   * @param again reads the file again, for its text
   * @throws DamagedException when they are not the bytes of a reading
   */
  public static Reading of(Decoder in, SourceFile file, Supplier<Words> again) {
    try {
      if (!in.flag()) {
        return Reading.none(in.all(StoredProblem::read));
      }
      Article article = article(in, file);
      Words words = words(in, again);
      return new Reading(Optional.of(article), words, in.all(StoredProblem::read));
    } catch (IllegalArgumentException | NullPointerException | ClassCastException e) {
      throw new DamagedException("not a reading: " + e);
    }
  }

  private static void write(Encoder out, Article article) {
    out.text(article.type());
    out.text(article.status());
    out.instant(article.date());
    out.flag(article.dated());
    out.all(article.tags(), TEXT);
    out.optional(article.title(), TEXT);
    out.flag(article.details() != Details.NONE);
    if (article.details() != Details.NONE) {
      write(out, article.details());
    }
    Mentions mentions = article.mentions();
    out.flag(mentions != Mentions.NONE);
    if (mentions != Mentions.NONE) {
      out.all(mentions.pictures(), TEXT);
      out.all(mentions.addresses(), TEXT);
      out.all(mentions.values(), TEXT);
    }
  }

  private static Article article(Decoder in, SourceFile file) {
    return new Article(
        file,
        in.word(),
        in.word(),
        in.instant(),
        in.flag(),
        in.all(Decoder::word),
        in.optional(Decoder::text),
        in.flag() ? details(in) : Details.NONE,
        in.flag()
            ? new Mentions(in.all(Decoder::text), in.all(Decoder::text), in.all(Decoder::text))
            : Mentions.NONE,
        false);
  }

  private static void write(Encoder out, Details details) {
    out.optional(details.slug(), TEXT);
    out.optional(details.permalink(), TEXT);
    out.optional(details.updated(), Encoder::instant);
    out.optional(details.section(), TEXT);
    out.all(details.authors(), TEXT);
    out.optional(details.dateline(), TEXT);
    out.optional(details.summary(), TEXT);
    out.optional(details.source(), TEXT);
    out.optional(details.sourceUrl(), TEXT);
    out.optional(details.guid(), TEXT);
    out.optional(details.version(), TEXT);
    out.optional(details.language(), TEXT);
    out.optional(
        details.image(),
        (to, image) -> {
          to.text(image.src());
          to.optional(image.alt(), TEXT);
          to.optional(image.caption(), TEXT);
          to.optional(image.credit(), TEXT);
          to.optional(image.source(), TEXT);
          to.optional(image.expires(), Encoder::instant);
        });
    out.all(details.related(), TEXT);
    out.all(details.relatedExclude(), TEXT);
    out.all(
        details.corrections(),
        (to, correction) -> {
          to.instant(correction.date());
          to.text(correction.text());
        });
    out.all(details.aliases(), TEXT);
    out.optional(details.embargo(), Encoder::instant);
    out.optional(details.expires(), Encoder::instant);
    out.optional(details.killed(), Encoder::instant);
    out.optional(details.due(), Encoder::instant);
    out.flag(details.edited());
    out.optional(details.picturesExpire(), Encoder::instant);
  }

  private static Details details(Decoder in) {
    return new Details(
        in.optional(Decoder::text),
        in.optional(Decoder::text),
        in.optional(Decoder::instant),
        in.optional(Decoder::word),
        in.all(Decoder::word),
        in.optional(Decoder::word),
        in.optional(Decoder::text),
        in.optional(Decoder::word),
        in.optional(Decoder::text),
        in.optional(Decoder::text),
        in.optional(Decoder::text),
        in.optional(Decoder::word),
        in.optional(
            from ->
                new Details.Image(
                    from.text(),
                    from.optional(Decoder::text),
                    from.optional(Decoder::text),
                    from.optional(Decoder::text),
                    from.optional(Decoder::text),
                    from.optional(Decoder::instant))),
        in.all(Decoder::text),
        in.all(Decoder::text),
        in.all(from -> new Details.Correction(from.instant(), from.text())),
        in.all(Decoder::text),
        in.optional(Decoder::instant),
        in.optional(Decoder::instant),
        in.optional(Decoder::instant),
        in.optional(Decoder::instant),
        in.flag(),
        in.optional(Decoder::instant));
  }

  private static Words words(Decoder in, Supplier<Words> again) {
    boolean text = in.flag();
    int count = in.count();
    Map<String, Object> fields = new LinkedHashMap<>(2 * count);
    for (int i = 0; i < count; i++) {
      fields.put(in.word(), value(in));
    }
    String sha1 = in.text();
    return new Words(fields, Manuscript.late(sha1, text, () -> again.get().manuscript()));
  }

  /** The kinds of values that headers have. A template may see which class a map is of. */
  private enum Kind {
    NULL,
    TEXT,
    INTEGER,
    LONG,
    BIG_INTEGER,
    BIG_DECIMAL,
    DOUBLE,
    TRUE,
    FALSE,
    DATE,
    WRITTEN_DATE,
    LIST,
    MAP,
    TEXTS
  }

  private static final Kind[] KINDS = Kind.values();

  /** A header holds a value that has no bytes. */
  private static final class NoBytesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoBytesException() {
      super(null, null, false, false);
    }
  }

  private static void value(Encoder out, Object value) {
    if (value == null) {
      kind(out, Kind.NULL);
    } else if (value instanceof String text) {
      kind(out, Kind.TEXT);
      out.text(text);
    } else if (value instanceof Integer number) {
      kind(out, Kind.INTEGER);
      out.number(number);
    } else if (value instanceof Long number) {
      kind(out, Kind.LONG);
      out.number(number);
    } else if (value instanceof BigInteger number) {
      kind(out, Kind.BIG_INTEGER);
      out.text(number.toString());
    } else if (value instanceof BigDecimal number) {
      kind(out, Kind.BIG_DECIMAL);
      out.text(number.toString());
    } else if (value instanceof Double number) {
      kind(out, Kind.DOUBLE);
      out.fixed(Double.doubleToRawLongBits(number));
    } else if (value instanceof Boolean flag) {
      kind(out, flag ? Kind.TRUE : Kind.FALSE);
    } else if (value.getClass() == Date.class) {
      kind(out, Kind.DATE);
      out.fixed(((Date) value).getTime());
    } else if (value instanceof WrittenDate date) {
      kind(out, Kind.WRITTEN_DATE);
      out.fixed(date.getTime());
      out.text(date.written());
    } else if (value instanceof List<?> list) {
      kind(out, Kind.LIST);
      out.all(list, StoredReading::value);
    } else if (value.getClass() == LinkedHashMap.class) {
      kind(out, Kind.MAP);
      Map<?, ?> map = (Map<?, ?>) value;
      out.number(map.size());
      map.forEach(
          (key, element) -> {
            value(out, key);
            value(out, element);
          });
    } else if (value instanceof String[] texts) {
      kind(out, Kind.TEXTS);
      out.all(List.of(texts), TEXT);
    } else {
      throw new NoBytesException();
    }
  }

  private static void kind(Encoder out, Kind kind) {
    out.number(kind.ordinal());
  }

  private static Object value(Decoder in) {
    int kind = in.small();
    if (kind < 0 || kind >= KINDS.length) {
      throw new DamagedException("no kind of value: " + kind);
    }
    return switch (KINDS[kind]) {
      case NULL -> null;
      case TEXT -> in.text();
      case INTEGER -> in.small();
      case LONG -> in.number();
      case BIG_INTEGER -> new BigInteger(in.text());
      case BIG_DECIMAL -> new BigDecimal(in.text());
      case DOUBLE -> Double.longBitsToDouble(in.fixed());
      case TRUE -> true;
      case FALSE -> false;
      case DATE -> new Date(in.fixed());
      case WRITTEN_DATE -> new WrittenDate(Instant.ofEpochMilli(in.fixed()), in.text());
      case LIST -> list(in);
      case MAP -> map(in);
      case TEXTS -> in.all(Decoder::text).toArray(String[]::new);
    };
  }

  private static List<Object> list(Decoder in) {
    int count = in.count();
    List<Object> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(value(in));
    }
    return list;
  }

  private static Map<Object, Object> map(Decoder in) {
    int count = in.count();
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      Object key = value(in);
      map.put(key, value(in));
    }
    return map;
  }
}
