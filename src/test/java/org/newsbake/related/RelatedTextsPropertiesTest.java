package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every list, whatever the texts. */
class RelatedTextsPropertiesTest {

  private static final Comparator<Text> NEWEST_FIRST =
      Comparator.comparing(Text::date).reversed().thenComparing(Text::path);

  static Stream<Arguments> corpora() {
    return Stream.of(0, 1, 2, 5, 30, 300, 3000)
        .flatMap(
            size ->
                IntStream.range(0, size < 300 ? 40 : size < 3000 ? 4 : 1)
                    .mapToObj(seed -> Arguments.of(size, 1000L * size + seed)));
  }

  @ParameterizedTest(name = "{0} texts, seed {1}")
  @MethodSource("corpora")
  void everyListKeepsTheRules(int size, long seed) {
    Corpus corpus = new Corpus(seed, size);
    Map<String, Text> byPath =
        corpus.texts().stream().collect(Collectors.toMap(Text::path, Function.identity()));
    assertThat(byPath).hasSize(size);
    int count = 1 + (int) (seed % 9);
    RelatedTexts related =
        RelatedTexts.of(corpus.texts(), new RelatedOptions(count, 0.05), Each.IN_TURN);
    for (Text text : corpus.texts()) {
      List<String> list = related.of(text.path());
      assertThat(list)
          .as(text.path())
          .doesNotContain(text.path())
          .doesNotHaveDuplicates()
          .hasSizeLessThanOrEqualTo(count)
          .allMatch(path -> byPath.containsKey(path) && !text.excluded().contains(path));
      List<String> pins =
          text.pins().stream()
              .filter(pin -> byPath.containsKey(pin) && !pin.equals(text.path()))
              .distinct()
              .limit(count)
              .toList();
      assertThat(list.stream().limit(pins.size()).toList()).as(text.path()).isEqualTo(pins);
      List<Text> chosen = list.stream().skip(pins.size()).map(byPath::get).toList();
      Set<Integer> pinned = pins.stream().map(corpus::story).collect(Collectors.toSet());
      oneSlotForAStory(corpus, text, chosen, pinned);
      itsLanguageAndFull(corpus, text, list, chosen, count);
    }
  }

  /** Near copies take one slot; it is the newest version, and never an older one of the text. */
  private static void oneSlotForAStory(
      Corpus corpus, Text text, List<Text> chosen, Set<Integer> pinned) {
    Set<Integer> stories = new HashSet<>(pinned);
    for (Text link : chosen) {
      int story = corpus.story(link.path());
      assertThat(stories.add(story)).as("%s has %s twice", text.path(), link.path()).isTrue();
      if (!corpus.alike(text.path(), link.path())) {
        // Of texts that share a word by chance, the newest version may share none.
        continue;
      }
      assertThat(
              corpus.texts().stream()
                  .filter(other -> corpus.story(other.path()) == story)
                  .filter(other -> !text.excluded().contains(other.path()))
                  .min(NEWEST_FIRST)
                  .map(Text::path))
          .as("%s has the newest version of %s", text.path(), link.path())
          .contains(link.path());
    }
  }

  private static void itsLanguageAndFull(
      Corpus corpus, Text text, List<String> list, List<Text> chosen, int count) {
    Set<Integer> others =
        corpus.texts().stream()
            .filter(other -> language(other).equals(language(text)))
            .filter(other -> corpus.story(other.path()) != corpus.story(text.path()))
            .filter(other -> !text.excluded().contains(other.path()))
            .map(other -> corpus.story(other.path()))
            .collect(Collectors.toSet());
    assertThat(list.size())
        .as("the list of " + text.path())
        .isGreaterThanOrEqualTo(Math.min(count, others.size()));
    if (!others.isEmpty()) {
      assertThat(chosen).as(text.path()).allMatch(it -> language(it).equals(language(text)));
    }
  }

  private static String language(Text text) {
    return text.language().substring(0, 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 30, 300, 3000})
  void threadsAndTheOrderOfTheTextsChangeNothing(int size) {
    List<Text> texts = new ArrayList<>(new Corpus(size, size).texts());
    Map<String, List<String>> expected = lists(texts, RelatedOptions.DEFAULT, Each.IN_TURN);
    List<Explanation> reasons = explanations(texts, Each.IN_TURN);
    for (int threads : List.of(1, 2, 7)) {
      Collections.shuffle(texts, new Random(threads));
      assertThat(lists(texts, RelatedOptions.DEFAULT, new Threads(threads))).isEqualTo(expected);
      // Scores to the bit: records of floats are equal when their bits are.
      assertThat(explanations(texts, new Threads(threads))).isEqualTo(reasons);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 30, 300})
  void listsThatAreMadeOnceFromProfilesThatWereWrittenAreTheSame(int size) throws IOException {
    List<Text> texts = new Corpus(size + 9, size).texts();
    Map<String, Profile> read = new HashMap<>();
    for (Text text : texts) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new Profiles().of(text).write(new DataOutputStream(bytes));
      DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
      read.put(text.path(), Profile.read(in));
      assertThat(in.read()).isEqualTo(-1);
    }
    List<Text> wordless =
        texts.stream().map(text -> Draft.of(text).title("").body("").tags().text()).toList();
    assertThat(
            RelatedTexts.lists(
                wordless, text -> read.get(text.path()), RelatedOptions.DEFAULT, Each.IN_TURN))
        .isEqualTo(lists(texts, RelatedOptions.DEFAULT, Each.IN_TURN));
  }

  private static Map<String, List<String>> lists(
      List<Text> texts, RelatedOptions options, Each each) {
    RelatedTexts related = RelatedTexts.of(texts, options, each);
    Map<String, List<String>> lists = new TreeMap<>();
    texts.forEach(text -> lists.put(text.path(), related.of(text.path())));
    return lists;
  }

  private static List<Explanation> explanations(List<Text> texts, Each each) {
    RelatedTexts related = RelatedTexts.of(texts, RelatedOptions.DEFAULT, each);
    return texts.stream()
        .map(Text::path)
        .sorted()
        .limit(40)
        .map(path -> related.explain(path).orElseThrow())
        .toList();
  }

  @Test
  void anUnrelatedTextChangesNoList() {
    List<Text> texts = new ArrayList<>(clusters(30, 8));
    Map<String, List<String>> before = lists(texts, RelatedOptions.DEFAULT, Each.IN_TURN);
    texts.add(
        Draft.of("unrelated.md")
            .daysAgo(400)
            .title("wholly other words")
            .body("<p>" + "none elsewhere occurs ".repeat(20) + "</p>")
            .tags("alone")
            .section("nowhere")
            .text());
    Map<String, List<String>> after = lists(texts, RelatedOptions.DEFAULT, Each.IN_TURN);
    before.forEach(
        (path, list) ->
            assertThat(after.get(path)).as(path).containsExactlyInAnyOrderElementsOf(list));
    assertThat(before.get("c3-1.md")).allMatch(path -> path.startsWith("c3-")).hasSize(7);
  }

  /** Texts of so many subjects that share no word, but for words that all texts share. */
  private static List<Text> clusters(int number, int size) {
    Random random = new Random(7);
    List<Text> texts = new ArrayList<>();
    for (int c = 0; c < number; c++) {
      for (int i = 0; i < size; i++) {
        StringBuilder body = new StringBuilder();
        for (int w = 0; w < 60; w++) {
          body.append(random.nextInt(2) == 0 ? "all" : "subject" + letters(c));
          body.append(letters(random.nextInt(20))).append(' ');
        }
        texts.add(Draft.of("c" + c + "-" + i + ".md").daysAgo(i).body(body.toString()).text());
      }
    }
    return texts;
  }

  private static String letters(int number) {
    return "" + (char) ('a' + number / 26) + (char) ('a' + number % 26);
  }
}
