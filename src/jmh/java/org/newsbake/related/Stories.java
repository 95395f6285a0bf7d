package org.newsbake.related;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Agency stories of invented words whose frequencies fall as those of a language do (Zipf's law):
 * of 350 words, a third of them from the subject of the story.
 */
final class Stories {

  private static final int WORDS = 350;
  private static final int VOCABULARY = 40_000;
  private static final int SUBJECT_WORDS = 120;
  private static final int STORIES_OF_SUBJECT = 25;
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Stories() {}

  static List<Text> of(int number) {
    Random random = new Random(2026);
    List<String> vocabulary = new ArrayList<>();
    for (int i = 0; i < VOCABULARY; i++) {
      vocabulary.add(word(random, 2 + Math.min(2, i / 300)));
    }
    int subjects = Math.max(1, number / STORIES_OF_SUBJECT);
    List<Text> stories = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      stories.add(story(i, i % subjects, vocabulary, random));
    }
    return stories;
  }

  private static Text story(int number, int subject, List<String> vocabulary, Random random) {
    StringBuilder body = new StringBuilder("<p>");
    for (int i = 1; i <= WORDS; i++) {
      body.append(pick(subject, vocabulary, random)).append(i % 60 == 0 ? ".</p>\n<p>" : " ");
    }
    return new Text(
        String.format("%05d.md", number),
        NOON.minus(Duration.ofMinutes(number * 7919L % 100_000)),
        "en",
        words(8, subject, vocabulary, random),
        words(20, subject, vocabulary, random),
        body.append("</p>\n").toString(),
        List.of("subject" + subject, "place" + number % 300),
        Optional.of("section" + subject % 8),
        number % 10 == 0,
        Optional.empty(),
        List.of(),
        Set.of());
  }

  private static String words(int number, int subject, List<String> vocabulary, Random random) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      words.add(pick(subject, vocabulary, random));
    }
    return String.join(" ", words);
  }

  private static String pick(int subject, List<String> vocabulary, Random random) {
    if (random.nextInt(3) == 0) {
      int word = (int) Math.pow(SUBJECT_WORDS, random.nextDouble());
      return vocabulary.get(Math.floorMod((subject * SUBJECT_WORDS + word) * 31, VOCABULARY));
    }
    return vocabulary.get((int) Math.pow(VOCABULARY, random.nextDouble()) - 1);
  }

  private static String word(Random random, int syllables) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < syllables; i++) {
      word.append("bcdfghklmnprstvw".charAt(random.nextInt(16)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.toString();
  }
}
