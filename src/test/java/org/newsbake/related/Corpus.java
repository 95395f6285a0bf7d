package org.newsbake.related;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Random texts of invented words, the same for the same seed: stories in several languages, of
 * which some come in versions that are nearly the same or have one guid.
 */
final class Corpus {

  private static final List<String> LANGUAGES = List.of("en", "en-GB", "de", "zxx", "en");
  private static final List<String> SECTIONS = List.of("town", "sea", "sport", "market");
  private static final int WORDS = 90;

  private final Random random;
  private final List<String> common = new ArrayList<>();
  private final List<Text> texts = new ArrayList<>();

  /** By path: the number of the story that a text is a version of. */
  private final Map<String, Integer> stories = new HashMap<>();

  /** By path: the words that the texts of one subject have in common. */
  private final Map<String, List<String>> topics = new HashMap<>();

  Corpus(long seed, int size) {
    random = new Random(seed);
    IntStream.range(0, 60).forEach(i -> common.add(word()));
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i <= size / 10; i++) {
      all.add(IntStream.range(0, 25).mapToObj(j -> word()).toList());
    }
    int story = 0;
    while (texts.size() < size) {
      addStory(story++, all.get(random.nextInt(all.size())), size);
    }
    Collections.shuffle(texts, random);
  }

  private void addStory(int story, List<String> topic, int size) {
    String language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
    String section = SECTIONS.get(random.nextInt(SECTIONS.size()));
    boolean own = random.nextInt(4) == 0;
    List<String> body = body(topic);
    String title = title(topic);
    boolean rewritten = random.nextBoolean();
    int versions = random.nextInt(5) == 0 ? 2 + random.nextInt(3) : 1;
    long age = random.nextInt(60);
    for (int version = 0; version < versions && texts.size() < size; version++) {
      String path = String.format("%03d/%d-%d.md", random.nextInt(1000), story, version);
      List<String> words = rewritten && versions > 1 ? body(topic) : new ArrayList<>(body);
      words.set(random.nextInt(WORDS), word());
      words.set(random.nextInt(WORDS), word());
      Draft draft =
          Draft.of(path)
              .language(language)
              .title(title)
              .body("<p>" + String.join(" ", words) + "</p>")
              .date(Draft.NOON.minus(Duration.ofDays(age)).plus(Duration.ofHours(version)));
      if (rewritten && versions > 1) {
        draft.guid("guid-" + story).title(title(topic));
      }
      if (own) {
        draft.own();
      }
      if (random.nextInt(3) > 0) {
        draft.section(section);
      }
      if (random.nextInt(3) == 0) {
        draft.tags(topic.get(0), topic.get(1), topic.get(0));
      }
      choose(draft, path);
      texts.add(draft.text());
      stories.put(path, story);
      topics.put(path, topic);
    }
  }

  /** Lets the editor choose among the texts so far, the text itself, and what there is not. */
  private void choose(Draft draft, String path) {
    if (texts.isEmpty() || random.nextInt(5) > 0) {
      return;
    }
    String one = any();
    String two = any();
    String three = any();
    draft.pins(one, path, "no/such.md", two, one);
    if (!three.equals(one) && !three.equals(two)) {
      draft.excluded(three, "nothing/like-it.md");
    }
  }

  private String any() {
    return texts.get(random.nextInt(texts.size())).path();
  }

  private List<String> body(List<String> topic) {
    return IntStream.range(0, WORDS)
        .mapToObj(i -> random.nextInt(3) == 0 ? pick(topic) : pick(common))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private String title(List<String> topic) {
    return pick(topic) + " " + pick(topic) + " " + pick(common) + " " + word();
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int syllable = 0; syllable < 3; syllable++) {
      word.append("bdfgklmnprstvz".charAt(random.nextInt(14)));
      word.append("aeiou".charAt(random.nextInt(5)));
    }
    return word.append("k").toString();
  }

  /** The texts in no order. */
  List<Text> texts() {
    return List.copyOf(texts);
  }

  /** Which story a text is a version of. */
  int story(String path) {
    return stories.get(path);
  }

  /** Whether two texts are about one subject. */
  boolean alike(String one, String other) {
    return topics.get(one).equals(topics.get(other));
  }
}
