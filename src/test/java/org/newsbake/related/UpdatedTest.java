package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Lists that keep up with a few changed texts, against those of a new start. */
class UpdatedTest {

  private final List<Text> texts = new Corpus(11, 600).texts();
  private final RelatedTexts before = start(texts.subList(0, 590));

  private static RelatedTexts start(List<Text> texts) {
    return RelatedTexts.of(texts, RelatedOptions.DEFAULT, Each.IN_TURN);
  }

  private static Set<String> paths(List<Text> texts) {
    return texts.stream().map(Text::path).collect(Collectors.toSet());
  }

  @Test
  void newTextsHaveTheirListsAndEnterThoseOfOthers() {
    RelatedTexts updated = before.updated(texts).orElseThrow();
    RelatedTexts anew = start(texts);
    int common = 0;
    int entered = 0;
    for (Text added : texts.subList(590, 600)) {
      List<String> list = updated.of(added.path());
      assertThat(list).hasSameSizeAs(anew.of(added.path())).doesNotContain(added.path());
      Set<String> both = new HashSet<>(list);
      both.retainAll(anew.of(added.path()));
      common += both.size();
      for (Text text : texts) {
        entered += updated.of(text.path()).contains(added.path()) ? 1 : 0;
      }
    }
    // What all texts together say of a word was learnt without the new ones.
    assertThat(common).isGreaterThan(60);
    assertThat(entered).isGreaterThan(10);
  }

  @Test
  void whatIsGoneIsInNoListAndLeavesNoGap() {
    Set<String> gone = paths(texts.subList(0, 10));
    List<Text> left = texts.subList(10, 590);
    RelatedTexts updated = before.updated(left).orElseThrow();
    RelatedTexts anew = start(left);
    assertThat(gone).allMatch(path -> updated.of(path).isEmpty());
    for (Text text : left) {
      assertThat(updated.of(text.path()))
          .doesNotContainAnyElementsOf(gone)
          .doesNotHaveDuplicates()
          .hasSameSizeAs(anew.of(text.path()));
    }
  }

  @Test
  void aChangedTextIsRankedByWhatItSaysNow() {
    Text old = texts.get(3);
    Text other = texts.get(40);
    Text changed =
        new Text(
            old.path(),
            old.date(),
            other.language(),
            other.title() + " again",
            "",
            "<p>Only the headline.</p>",
            List.of(),
            old.section(),
            old.own(),
            old.guid(),
            old.pins(),
            old.excluded());
    List<Text> now = new ArrayList<>(texts.subList(0, 590));
    now.set(3, changed);
    RelatedTexts updated = before.updated(now).orElseThrow();
    assertThat(updated.of(old.path())).isNotEqualTo(before.of(old.path()));
    assertThat(updated.of(old.path())).hasSameSizeAs(start(now).of(old.path()));
  }

  @Test
  void nothingNewIsTheVerySame() {
    assertThat(before.updated(texts.subList(0, 590))).containsSame(before);
  }

  @Test
  void muchThatIsNewWantsANewStart() {
    assertThat(before.updated(texts.subList(0, 400))).isEmpty();
  }

  @Test
  void aLanguageThatNobodyKnewWantsANewStart() {
    List<Text> now = new ArrayList<>(texts.subList(0, 590));
    now.add(Draft.of("new").language("fi").title("Lautta lähtee taas").text());
    assertThat(before.updated(now)).isEmpty();
  }
}
