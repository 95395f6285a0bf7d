package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.newsbake.related.Explanation.Link;
import org.newsbake.related.Explanation.Reason;
import org.newsbake.related.Explanation.Term;

class RelatedTextsTest {

  private static final Offset<Float> NEARLY = within(1e-4f);

  /**
   * Four texts of one instant. Of the terms, aa is in three of them, bb, cc and dd are in two, and
   * ee is in one and does not count.
   *
   * <pre>
   * idf(aa) = ln(1 + (4 - 3 + .5) / (3 + .5)) = ln(1.428571) = .356675, its root .597223
   * idf(bb) = ln(1 + (4 - 2 + .5) / (2 + .5)) = ln(2)        = .693147, its root .832555
   *
   * average length (3 + 3 + 3 + 2) / 4 = 2.75, in steps of an eighth 1.125 ^ 8 = 2.565785
   * a text of 3 words: 1.2 · (.25 + .75 · 3 / 2.565785) = 1.352310
   *   a word once  weighs 1 · 2.2 / (1 + 1.352310) =  .935251
   *   a word twice weighs 2 · 2.2 / (2 + 1.352310) = 1.312528
   *
   * one   = (aa .597223, bb .832555, cc .832555) / 1.320216 = (aa .452368, bb .630620, cc .630620)
   * two   = (aa .597223, bb .832555, dd .832555) / 1.320216 = (aa .452368, bb .630620, dd .630620)
   * three = (aa .597223 · .935251, cc .832555 · 1.312528) / 1.227227 = (aa .455134, cc .890423)
   * four  = (dd 1)
   *
   * one · two   = .452368² + .630620²                   = .602318
   * one · three = .452368 · .455134 + .630620 · .890423 = .767407
   * two · three = .452368 · .455134                     = .205888
   * two · four  = .630620
   * </pre>
   */
  private static final List<Text> FOUR =
      List.of(
          Draft.of("one").body("aa bb cc").text(),
          Draft.of("two").body("aa bb dd").text(),
          Draft.of("three").body("aa cc cc").text(),
          Draft.of("four").body("dd ee").text());

  @Test
  void fourTextsAreRankedAsOneDoesByHand() {
    RelatedTexts related = related(FOUR);
    assertThat(related.of("one")).containsExactly("three", "two", "four");
    assertThat(related.of("two")).containsExactly("four", "one", "three");
    assertThat(related.of("three")).containsExactly("one", "two", "four");
    // Nothing else has a word of it: the others are the newest, of one instant in order of path.
    assertThat(related.of("four")).containsExactly("two", "one", "three");

    List<Link> links = links(related, "one");
    assertThat(links.get(0).score()).isCloseTo(.767407f, NEARLY);
    assertThat(links.get(1).score()).isCloseTo(.602318f, NEARLY);
    assertThat(links.get(2).reason()).isEqualTo(Reason.NEWEST);
    assertThat(links.get(0).terms())
        .usingComparatorForType(
            (a, b) -> Math.abs(a - b) < 1e-4f ? 0 : Float.compare(a, b), Float.class)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(new Term("cc", .561519f, false), new Term("aa", .205888f, false));
    assertThat(links(related, "two").stream().map(Link::score))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-4f ? 0 : Float.compare(a, b))
        .containsExactly(.630620f, .602318f, .205888f);
  }

  /**
   * Thirty days apart take half of .12, a section in common lifts by .03, an own story by the
   * boost.
   */
  @Test
  void timeSectionAndOwnStoriesAreFactors() {
    List<Text> texts =
        List.of(
            Draft.of("one").body("aa bb cc").section("sea").text(),
            Draft.of("two").body("aa bb dd").section("sea").daysAgo(30).own().text(),
            Draft.of("three").body("aa cc cc").section("town").text(),
            Draft.of("four").body("dd ee").text());
    Link link = link(RelatedTexts.of(texts, new RelatedOptions(3, .5), Each.IN_TURN), "one", "two");
    assertThat(link.recency()).isCloseTo(.94f, NEARLY);
    assertThat(link.section()).isCloseTo(1.03f, NEARLY);
    assertThat(link.own()).isCloseTo(1.5f, NEARLY);
    assertThat(link.score()).isCloseTo(.602318f * .94f * 1.03f * 1.5f, NEARLY);
    Link other =
        link(RelatedTexts.of(texts, new RelatedOptions(3, .5), Each.IN_TURN), "one", "three");
    assertThat(other.score()).isEqualTo(other.words());
  }

  @Test
  void anOwnStoryGoesFirstWhenScoresAreCloseAndOnlyThen() {
    List<Text> texts =
        List.of(
            Draft.of("one").body("aa bb cc").text(),
            Draft.of("two").body("aa bb dd").own().text(),
            Draft.of("three").body("aa cc cc").text(),
            Draft.of("four").body("dd ee").text());
    // .767833 / .602318 = 1.2748
    assertThat(related(texts, 3, .27).of("one")).startsWith("three", "two");
    assertThat(related(texts, 3, .28).of("one")).startsWith("two", "three");
    // .630620 / .602318 = 1.0470, and four is an agency's: the default is enough.
    List<Text> close = new ArrayList<>(texts);
    close.set(0, Draft.of("one").body("aa bb cc").own().text());
    assertThat(related(close, 3, 0).of("two")).startsWith("four", "one");
    assertThat(related(close, 3, RelatedOptions.DEFAULT.ownBoost()).of("two"))
        .startsWith("one", "four");
  }

  @Test
  void equalScoresStandInOrderOfDateThenPath() {
    // The same words, in orders that make them no copies of each other.
    List<Text> texts =
        List.of(
            Draft.of("it").body("aa bb cc dd ee ff gg hh").daysAgo(1).text(),
            Draft.of("b-old").body("bb aa dd cc ff ee hh gg").daysAgo(2).text(),
            Draft.of("a-old").body("dd hh bb gg aa ee cc ff").daysAgo(2).text(),
            Draft.of("z-new").body("hh gg ff ee dd cc bb aa").text(),
            Draft.of("y-new").body("gg hh ee ff cc dd aa bb").text());
    List<Link> links = links(related(texts), "it");
    assertThat(links.stream().map(Link::score).distinct()).hasSize(1);
    assertThat(paths(links)).containsExactly("y-new", "z-new", "a-old", "b-old");
  }

  @Test
  void pinsStandFirstInTheirOrderWhateverTheirLanguage() {
    List<Text> texts = new ArrayList<>(FOUR);
    texts.set(0, Draft.of("one").body("aa bb cc").pins("fünf", "four", "one", "gone").text());
    texts.add(Draft.of("fünf").language("de").body("xx").text());
    List<Link> links = links(related(texts), "one");
    assertThat(paths(links)).containsExactly("fünf", "four", "three", "two");
    assertThat(links.get(0).reason()).isEqualTo(Reason.PIN);
    assertThat(related(texts, 1, 0).of("one")).containsExactly("fünf");
  }

  @Test
  void whatIsExcludedIsNeitherAlikeNorFilledUp() {
    List<Text> texts = new ArrayList<>(FOUR);
    texts.set(0, Draft.of("one").body("aa bb cc").excluded("three", "four").text());
    Explanation explanation = related(texts).explain("one").orElseThrow();
    assertThat(paths(explanation.links())).containsExactly("two");
    assertThat(explanation.misses())
        .extracting(miss -> miss.text().path(), Link::reason)
        .containsExactly(tuple("three", Reason.EXCLUDED));
  }

  @Test
  void theSectionThenTheNewestFillUp() {
    List<Text> texts =
        List.of(
            Draft.of("one").body("aa").section("sea").text(),
            Draft.of("old-sea").body("bb").section("sea").daysAgo(9).text(),
            Draft.of("sea").body("cc").section("sea").daysAgo(3).text(),
            Draft.of("town").body("dd").section("town").text(),
            Draft.of("older").body("ee").daysAgo(4).text());
    List<Link> links = links(related(texts), "one");
    assertThat(paths(links)).containsExactly("sea", "old-sea", "town", "older");
    assertThat(links)
        .extracting(Link::reason)
        .containsExactly(Reason.SECTION, Reason.SECTION, Reason.NEWEST, Reason.NEWEST);
  }

  @Test
  void versionsOfOneStoryFillOneSlotUp() {
    List<Text> texts =
        List.of(
            Draft.of("it").body("nothing alike").text(),
            Draft.of("old").body(STORM + "one").daysAgo(2).text(),
            Draft.of("new").body(STORM + "two").daysAgo(1).text(),
            Draft.of("other").body("more words").daysAgo(3).text());
    assertThat(related(texts).of("it")).containsExactly("new", "other");
  }

  @Test
  void anotherLanguageFillsUpWhereThereIsNoOther() {
    List<Text> texts = new ArrayList<>(FOUR);
    texts.add(Draft.of("eins").language("de").body("aa bb cc").text());
    assertThat(related(texts).of("eins")).containsExactly("four", "one", "three", "two");
    texts.add(Draft.of("zwei").language("de-AT").body("ff").text());
    assertThat(related(texts).of("eins")).containsExactly("zwei");
    // A version of it that is older is as good as none.
    texts.set(4, Draft.of("eins").language("de").body("aa bb cc").guid("g").text());
    texts.set(5, Draft.of("zwei").language("de").body("ff").guid("g").daysAgo(1).text());
    assertThat(related(texts).of("eins")).hasSize(4).doesNotContain("zwei");
  }

  private static final String STORM =
      "storm cut power along the whole northern coast before dawn and kept ferries in harbour ";

  @Test
  void versionsOfOneStoryTakeOneSlotAndTheNewestHasIt() {
    List<Text> texts =
        List.of(
            Draft.of("it").body("storm power coast harbour dawn school closed today").text(),
            Draft.of("first").body(STORM + "school").daysAgo(3).text(),
            Draft.of("second").body(STORM + "school closed").daysAgo(2).text(),
            Draft.of("third").body(STORM).daysAgo(1).text(),
            Draft.of("other").body("school closed today for lack of heating oil").text());
    Explanation explanation = related(texts, 2, 0).explain("it").orElseThrow();
    assertThat(paths(explanation.links())).containsExactlyInAnyOrder("third", "other");
    assertThat(explanation.misses())
        .extracting(miss -> miss.text().path(), Link::reason, miss -> miss.of().map(Text::path))
        .containsExactly(
            tuple("second", Reason.NEAR_COPY, Optional.of("third")),
            tuple("first", Reason.NEAR_COPY, Optional.of("third")));
    assertThat(explanation.misses())
        .extracting(Link::score)
        .isSortedAccordingTo((a, b) -> Float.compare(b, a));
  }

  @Test
  void theTextItselfHasTheNewestVersionBesideItAndNoOlderOne() {
    List<Text> texts =
        List.of(
            Draft.of("v1").body(STORM + "one").daysAgo(4).text(),
            Draft.of("v2").body(STORM + "two").daysAgo(3).text(),
            Draft.of("v3").body(STORM + "three").daysAgo(2).text(),
            Draft.of("v4").body(STORM + "four").daysAgo(1).text());
    assertThat(related(texts).of("v2")).containsExactly("v4");
    assertThat(related(texts).of("v4")).isEmpty();
    Explanation explanation = related(texts).explain("v2").orElseThrow();
    assertThat(explanation.misses())
        .extracting(miss -> miss.text().path(), Link::reason)
        .containsExactlyInAnyOrder(
            tuple("v1", Reason.OLDER_VERSION), tuple("v3", Reason.NEAR_COPY));
  }

  @Test
  void aPinnedVersionOfTheTextTakesTheSlotOfAllVersions() {
    List<Text> texts =
        List.of(
            Draft.of("v1").body(STORM).guid("g").pins("v2").daysAgo(4).text(),
            Draft.of("v2").body("wholly new words by now").guid("g").daysAgo(3).text(),
            Draft.of("v3").body(STORM + "three").daysAgo(2).text());
    assertThat(related(texts).of("v1")).containsExactly("v2");
  }

  @Test
  void aCopyOfTwoLinksThatAreNoCopiesTakesNoSlot() {
    // The middle one shares a guid with one and its words with the other.
    List<Text> texts =
        List.of(
            Draft.of("it").body("storm power coast lamps lit").text(),
            Draft.of("one").body("lamps lit storm power coast").guid("g").daysAgo(3).text(),
            Draft.of("two").body(STORM + "lamps").daysAgo(2).text(),
            Draft.of("middle").body(STORM).guid("g").daysAgo(1).text());
    assertThat(related(texts).of("it")).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void oneHeadlineWithinThreeDaysIsOneStory() {
    List<Text> texts =
        List.of(
            Draft.of("it").title("Harbour bridge").body("bridge").text(),
            Draft.of("new").title("Harbour bridge is shut").body("aa bb").text(),
            Draft.of("old").title("Harbour Bridge is shut").body("cc dd").daysAgo(3).text(),
            Draft.of("older").title("Harbour Bridge is shut").body("ee").daysAgo(4).text());
    assertThat(related(texts).of("it")).containsExactlyInAnyOrder("new", "older");
  }

  @Test
  void whatAVersionIsThatFoundNoPlaceIsTold() {
    List<Text> texts =
        List.of(
            Draft.of("it").body(STORM + "school closed").pins("far").daysAgo(1).text(),
            Draft.of("new").body(STORM).text(),
            Draft.of("far").body("nothing of it").text());
    Explanation explanation = related(texts, 1, 0).explain("it").orElseThrow();
    assertThat(paths(explanation.links())).containsExactly("far");
    assertThat(explanation.misses()).extracting(Link::reason).containsExactly(Reason.SCORE);
  }

  @Test
  void theTermsOfAnExplanationAddUpToTheLikenessOfTheWords() {
    Corpus corpus = new Corpus(11, 300);
    RelatedTexts related = related(corpus.texts());
    int links = 0;
    for (Text text : corpus.texts().subList(0, 60)) {
      Explanation explanation = related.explain(text.path()).orElseThrow();
      assertThat(paths(explanation.links())).isEqualTo(related.of(text.path()));
      assertThat(explanation.misses()).hasSizeLessThanOrEqualTo(5);
      List<Link> scored = new ArrayList<>(explanation.links());
      scored.addAll(explanation.misses());
      for (Link link : scored) {
        if (link.score() == 0) {
          assertThat(link.reason()).isIn(Reason.PIN, Reason.SECTION, Reason.NEWEST);
          continue;
        }
        links++;
        double sum = link.terms().stream().mapToDouble(Term::share).sum();
        assertThat(sum).isCloseTo(link.words(), within(1e-3));
        float likeness =
            link.hasTopics()
                ? (1 - RelatedTexts.TOPICS) * link.words()
                    + RelatedTexts.TOPICS * Math.max(0, link.topics())
                : link.words();
        assertThat(link.score())
            .isCloseTo(likeness * link.recency() * link.section() * link.own(), NEARLY);
        assertThat(link.terms())
            .extracting(Term::share)
            .isSortedAccordingTo((a, b) -> Float.compare(b, a));
      }
    }
    assertThat(links).isGreaterThan(250);
  }

  @Test
  void aTagIsTold() {
    List<Text> texts =
        List.of(
            Draft.of("one").body("aa bb").tags("Night Ferry").text(),
            Draft.of("two").body("cc dd").tags("night ferry").text());
    assertThat(links(related(texts), "one").get(0).terms())
        .containsExactly(new Term("Night Ferry", 1, true));
  }

  @Test
  void aTagThatIsWrittenTwiceIsOne() {
    List<Text> texts =
        List.of(
            Draft.of("one").body("aa").tags("Sea", "sea", "sea").text(),
            Draft.of("two").body("aa").text());
    // No other text has the tag, so that it does not count.
    assertThat(links(related(texts), "one").get(0).words()).isCloseTo(1, NEARLY);
  }

  @Test
  void withoutACountThereIsNothing() {
    RelatedTexts none = RelatedTexts.of(FOUR, RelatedOptions.NONE, Each.IN_TURN);
    assertThat(none.of("one")).isEmpty();
    assertThat(related(FOUR).of("five")).isEmpty();
    assertThat(related(FOUR).explain("five")).isEmpty();
  }

  @Test
  void onePathIsOneText() {
    assertThatThrownBy(() -> related(List.of(FOUR.get(0), FOUR.get(0))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("one");
  }

  @Test
  void textsWithoutAnyWordHaveNeighboursAllTheSame() {
    List<Text> texts =
        IntStream.range(0, 60).mapToObj(i -> Draft.of(String.format("%02d", i)).text()).toList();
    assertThat(related(texts).of("30")).containsExactly("00", "01", "02", "03", "04", "05", "06");
  }

  private static RelatedTexts related(List<Text> texts) {
    return RelatedTexts.of(texts, RelatedOptions.DEFAULT, Each.IN_TURN);
  }

  private static RelatedTexts related(List<Text> texts, int count, double ownBoost) {
    return RelatedTexts.of(texts, new RelatedOptions(count, ownBoost), Each.IN_TURN);
  }

  private static List<Link> links(RelatedTexts related, String path) {
    return related.explain(path).orElseThrow().links();
  }

  private static Link link(RelatedTexts related, String path, String other) {
    return links(related, path).stream()
        .filter(link -> link.text().path().equals(other))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> paths(List<Link> links) {
    return links.stream().map(link -> link.text().path()).toList();
  }
}
