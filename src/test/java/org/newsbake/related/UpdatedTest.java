package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.newsbake.related.RelatedTexts.Listed;

/** Lists that keep up with changed texts are those of a new start, to the letter and to the bit. */
class UpdatedTest {

  private static RelatedTexts start(List<Text> texts) {
    return RelatedTexts.of(texts, RelatedOptions.DEFAULT, Each.IN_TURN);
  }

  private static Map<String, List<String>> lists(RelatedTexts related, List<Text> texts) {
    Map<String, List<String>> lists = new TreeMap<>();
    texts.forEach(text -> lists.put(text.path(), related.of(text.path())));
    return lists;
  }

  /** Scores to the bit: records of floats are equal when their bits are. */
  private static void assertSame(RelatedTexts updated, List<Text> texts, String after) {
    RelatedTexts started = start(texts);
    assertThat(lists(updated, texts)).as(after).isEqualTo(lists(started, texts));
    for (int i = 0; i < texts.size(); i += 1 + texts.size() / 20) {
      String path = texts.get(i).path();
      assertThat(updated.explain(path)).as(after).isEqualTo(started.explain(path));
    }
  }

  @ParameterizedTest(name = "{0} texts, seed {1}")
  @CsvSource({"0,1,20", "3,2,20", "45,3,16", "120,4,12", "300,5,5", "900,6,2"})
  void afterEachOfManyEditsTheListsAreThoseOfANewStart(int size, long seed, int edits) {
    Random random = new Random(seed);
    List<Text> spare = new ArrayList<>(new Corpus(seed, size + 80).texts());
    List<Text> texts = new ArrayList<>(spare.subList(0, size));
    spare.subList(0, size).clear();
    RelatedTexts related = start(texts);
    for (int edit = 0; edit < edits; edit++) {
      StringBuilder told = new StringBuilder("edit " + edit);
      for (int i = random.nextInt(3); i >= 0; i--) {
        told.append(", ").append(edit(texts, spare, random));
      }
      related = related.updated(texts, Each.IN_TURN);
      assertSame(related, texts, told.toString());
    }
  }

  @ParameterizedTest(name = "{0} texts, seed {1}")
  @CsvSource({"0,1,20", "45,3,16", "120,4,12", "300,5,8", "900,6,3"})
  void listsThatAreTakenOverAreThoseThatAreFound(int size, long seed, int edits) {
    Random random = new Random(seed);
    List<Text> spare = new ArrayList<>(new Corpus(seed, size + 80).texts());
    List<Text> texts = new ArrayList<>(spare.subList(0, size));
    spare.subList(0, size).clear();
    Map<String, Listed> last = taken(texts, Map.of());
    for (int edit = 0; edit < edits; edit++) {
      StringBuilder told = new StringBuilder("edit " + edit);
      for (int i = random.nextInt(3); i >= 0; i--) {
        told.append(", ").append(edit(texts, spare, random));
      }
      last = taken(texts, last);
      assertThat(last).as(told.toString()).isEqualTo(taken(texts, Map.of()));
    }
  }

  private static Map<String, Listed> taken(List<Text> texts, Map<String, Listed> last) {
    // Short lists, so that few have to be filled up with the newest.
    return RelatedTexts.lists(
        texts, new Profiles()::of, last, new RelatedOptions(3, 0.05), Each.IN_TURN);
  }

  @Test
  void listsAreTakenOverWhereTheyAreFullOfTextsThatAreAlike() {
    List<Text> texts = new ArrayList<>(new Corpus(14, 400).texts());
    Map<String, Listed> marked = new HashMap<>();
    taken(texts, Map.of())
        .forEach((path, list) -> marked.put(path, new Listed(List.of("last"), list.inputs())));
    long closed = marked.values().stream().filter(list -> list.inputs() != 0).count();
    assertThat(closed).isGreaterThan(50);
    assertThat(takenOver(texts, marked)).isEqualTo(closed);
    int one = 0;
    while (marked.get(texts.get(one).path()).inputs() == 0) {
      one++;
    }
    Text text = texts.get(one);
    texts.set(one, Draft.of(text).date(text.date().minus(Duration.ofDays(9))).text());
    // Its own list is found again, and those of texts that have it among their candidates.
    assertThat(takenOver(texts, marked)).isBetween(1L, closed - 1);
  }

  private static long takenOver(List<Text> texts, Map<String, Listed> marked) {
    return taken(texts, marked).values().stream()
        .filter(list -> list.paths().equals(List.of("last")))
        .count();
  }

  /** Adds, removes, changes or moves a text. Tells what it did. */
  private static String edit(List<Text> texts, List<Text> spare, Random random) {
    int kind = random.nextInt(8);
    if (kind == 0 || texts.size() < 2) {
      texts.add(random.nextInt(texts.size() + 1), spare.remove(0));
      return "add";
    }
    int at = random.nextInt(texts.size());
    Text text = texts.get(at);
    Text other = texts.get(random.nextInt(texts.size()));
    switch (kind) {
      case 1 -> texts.remove(at);
      case 2 -> texts.set(at, Draft.of(text).body(other.body() + " " + text.body()).text());
      case 3 -> texts.set(at, Draft.of(text).title(other.title()).text());
      case 4 ->
          texts.set(
              at,
              Draft.of(text).date(text.date().plus(Duration.ofDays(random.nextInt(40)))).text());
      case 5 -> texts.set(at, Draft.of(text).tags("sea", "t" + random.nextInt(5)).text());
      case 6 -> {
        texts.remove(at);
        texts.add(Draft.of(spare.remove(0)).body(text.body()).text());
      }
      default -> {
        if (!other.path().equals(text.path())) {
          texts.set(at, Draft.of(text).pins(other.path()).excluded().section("town").text());
        }
      }
    }
    return kind + " " + text.path();
  }

  @Test
  void textsOfALanguageThatNobodyKnewAreThoseOfANewStart() {
    List<Text> texts = new ArrayList<>(new Corpus(11, 60).texts());
    RelatedTexts before = start(texts);
    texts.add(Draft.of("new").language("fi").title("Lautta lähtee taas").text());
    RelatedTexts updated = before.updated(texts, Each.IN_TURN);
    assertSame(updated, texts, "a new language");
    texts.remove(60);
    assertSame(updated.updated(texts, Each.IN_TURN), texts, "without it");
  }

  @Test
  void termsOfMoreTextsThanAreKeptAreThoseOfANewStart() {
    // Of 7,000 texts 700 say "ferry", and it finds 600 of them.
    List<Text> texts = new ArrayList<>();
    for (int i = 0; i < 7000; i++) {
      texts.add(
          Draft.of("t" + i)
              .daysAgo(i / 10)
              .body((i % 10 == 0 ? "ferry " : "") + "pier" + i / 3 + " mole" + i / 5)
              .text());
    }
    RelatedTexts related = start(texts);
    for (int i : new int[] {0, 6900}) {
      texts.set(i, Draft.of(texts.get(i)).body("ferry pier" + i / 3 + " quay" + i / 9).text());
      related = related.updated(texts, Each.IN_TURN);
    }
    texts.set(1, Draft.of(texts.get(1)).body("ferry ferry pier").text());
    related = related.updated(texts, Each.IN_TURN);
    assertSame(related, texts, "ferries");
  }

  @Test
  void rewordedTextsAreThoseOfANewStart() {
    List<Text> texts = new ArrayList<>(new Corpus(12, 400).texts());
    RelatedTexts before = start(texts);
    Text reworded = Draft.of(texts.get(9)).body(texts.get(200).body()).text();
    texts.set(9, reworded);
    assertSame(before.reworded(List.of(reworded), Each.IN_TURN), texts, "other words");
  }

  @Test
  void aNewStoryChangesFewLists() {
    List<Text> texts = new ArrayList<>(new Corpus(13, 1500).texts());
    texts.sort((a, b) -> a.date().compareTo(b.date()));
    // Shorter lists than usual, so that no list has to be filled up with the newest.
    RelatedTexts related =
        RelatedTexts.of(texts.subList(0, 1440), new RelatedOptions(3, 0), Each.IN_TURN);
    int changed = 0;
    for (int size = 1440; size < 1460; size++) {
      RelatedTexts updated = related.updated(texts.subList(0, size + 1), Each.IN_TURN);
      for (Text text : texts.subList(0, size)) {
        changed += updated.of(text.path()).equals(related.of(text.path())) ? 0 : 1;
      }
      related = updated;
    }
    assertThat(changed / 20).isLessThan(40);
  }

  @Test
  void nothingNewIsTheVerySame() {
    List<Text> texts = new Corpus(11, 60).texts();
    RelatedTexts before = start(texts);
    assertThat(before.updated(texts, Each.IN_TURN)).isSameAs(before);
    assertThat(before.reworded(texts.subList(0, 5), Each.IN_TURN)).isSameAs(before);
  }

  @Test
  void twoTextsAtOnePathAreRefused() {
    List<Text> texts = new ArrayList<>(new Corpus(11, 60).texts());
    RelatedTexts before = start(texts);
    texts.add(Draft.of(texts.get(0)).title("Another").text());
    assertThatThrownBy(() -> before.updated(texts, Each.IN_TURN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
