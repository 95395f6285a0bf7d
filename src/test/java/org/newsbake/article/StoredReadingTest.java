package org.newsbake.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.newsbake.Problem;
import org.newsbake.SourceLocation;
import org.newsbake.cache.DamagedException;
import org.newsbake.cache.Decoder;

/** What is kept of a file is what was read of it. */
class StoredReadingTest {

  private static final SourceFile FILE =
      new SourceFile(Path.of("content/a.md"), "a.md", "content/a.md");

  private int number;

  /** A value of a type in which nothing is missing, another one each time. */
  private Object filled(Type type) {
    number++;
    if (type instanceof ParameterizedType generic) {
      Object element = filled(generic.getActualTypeArguments()[0]);
      return generic.getRawType() == Optional.class
          ? Optional.of(element)
          : List.of(element, filled(generic.getActualTypeArguments()[0]));
    }
    if (type == String.class) {
      return "text é " + number + (number % 2 == 0 ? "" : "\uD800");
    }
    if (type == boolean.class) {
      return true;
    }
    return type == Instant.class
        ? Instant.ofEpochSecond(number, 123)
        : filledRecord((Class<?>) type);
  }

  private <T> T filledRecord(Class<T> type) {
    try {
      RecordComponent[] parts = type.getRecordComponents();
      List<Object> values = new ArrayList<>();
      for (RecordComponent part : parts) {
        values.add(filled(part.getGenericType()));
      }
      return type.getDeclaredConstructor(
              Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new))
          .newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private Reading full() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("title", "Ferry");
    fields.put("none", null);
    fields.put("numbers", List.of(1, 2L, 3.5, new BigInteger("12345678901234567890"), true, false));
    fields.put("map", new LinkedHashMap<>(Map.of("a", List.of("b", new Date(5)))));
    fields.put("date", new WrittenDate(Instant.EPOCH, "1970"));
    Words words = new Words(fields, new Manuscript("<p>Text</p>", "0123"));
    Article article =
        new Article(
            FILE,
            "post",
            "published",
            Instant.EPOCH,
            true,
            List.of("sea"),
            Optional.of("Ferry"),
            filledRecord(Details.class),
            filledRecord(Mentions.class),
            false);
    return new Reading(
        Optional.of(article),
        words,
        List.of(Problem.warning("key-unknown", new SourceLocation("a.md", 2, 3), "x.", "y.")));
  }

  @Test
  void allOfAReadingIsReadBack() {
    Reading full = full();
    Reading back =
        StoredReading.of(
            new Decoder(StoredReading.bytes(full).orElseThrow()), FILE, () -> full.words());
    assertThat(back).isEqualTo(full);
    assertThat(back.words().fields().keySet())
        .containsExactlyElementsOf(full.words().fields().keySet());
    assertThat(((WrittenDate) back.words().fields().get("date")).written()).isEqualTo("1970");
    assertThat(StoredReading.bytes(back)).isPresent();
    assertThat(StoredReading.bytes(back).get()).isEqualTo(StoredReading.bytes(full).get());
  }

  @Test
  void everyPartOfAHeaderIsInItsFingerprint() {
    Reading full = full();
    long facts = StoredReading.facts(full.article().get(), full.words()).orElseThrow();
    Article other = full.article().get().withDetails(Details.NONE);
    assertThat(StoredReading.facts(other, full.words()).orElseThrow()).isNotEqualTo(facts);
    Words moreWords = new Words(Map.of("title", "Ferry"), full.words().manuscript());
    assertThat(StoredReading.facts(full.article().get(), moreWords).orElseThrow())
        .isNotEqualTo(facts);
  }

  @Test
  void aReadingWithAnErrorIsNotKept() {
    Problem error = Problem.error("date-invalid", SourceLocation.of("a.md"), "x.", "y.");
    assertThat(
            StoredReading.bytes(
                Reading.quarantined(full().article().get(), full().words(), List.of(error))))
        .isEmpty();
  }

  @Test
  void damagedBytesAreAReadingOrAreRefused() {
    byte[] good = StoredReading.bytes(full()).orElseThrow();
    Random random = new Random(1);
    for (int trial = 0; trial < 2000; trial++) {
      byte[] bad = Arrays.copyOf(good, 1 + random.nextInt(good.length));
      bad[random.nextInt(bad.length)] = (byte) random.nextInt();
      try {
        StoredReading.of(new Decoder(bad), FILE, () -> Words.NONE);
      } catch (DamagedException e) {
        assertThat(e).hasMessageNotContaining("null");
      }
    }
    assertThatThrownBy(() -> StoredReading.of(new Decoder(new byte[0]), FILE, () -> Words.NONE))
        .isInstanceOf(DamagedException.class);
  }
}
