package org.newsbake.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordReaderTest {

  private final WordReader reader = new WordReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Night ferry, 2 boats: 61300 seats | night ferry 2 boats 61300 seats",
        "R&D at <b>5</b> | r d at b 5 b",
        "Ærø Ünter İzmir ΣΟΦΟΣ Ёлка | ærø ünter izmir σοφοσ ёлка",
        "one—two…three\u00a0four | one two three four",
        "3x4 B2B | 3x4 b2b"
      })
  void wordsAreLettersAndDigitsInLowerCase(String text, String words) {
    assertThat(words(text)).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>One<br>two</p> | one two",
        "<a href='x' title=\"not this\">this</a> | this",
        "a<!-- no > no -->b | a b",
        "<SCRIPT>var no = '<p>';</SCRIPT>yes | yes",
        "<style>p { no: no }</style>yes | yes",
        "<!DOCTYPE no><?no no?>yes | yes",
        "1 < 2 and 3<4 | 1 2 and 3 4",
        "fish &amp; chips&nbsp;now&#8230;then | fish chips now then",
        "this & that; AT&T | this that at t",
        "one <b unclosed two | one",
        "one <!-- unclosed two | one",
        "one <script> unclosed </b> two | one",
        "one < | one",
        "one & | one",
        "one &amp | one amp"
      })
  void tagsCommentsScriptsAndReferencesHoldNoWords(String html, String words) {
    assertThat(htmlWords(html)).containsExactly(words.split(" "));
  }

  @Test
  void charactersBeyondTheFirstPlaneAreReadWhole() {
    String letters = "\ud801\udc37\ud801\udc38";
    assertThat(words("x" + letters + " y")).containsExactly("x" + letters, "y");
    assertThat(words("boat\ud83d\udea2quay")).containsExactly("boat", "quay");
    String han = "\ud840\udc00\ud840\udc01\ud840\udc02";
    assertThat(words("a" + han + "b"))
        .containsExactly("a", han.substring(0, 4), han.substring(2), "b");
    assertThat(words("東\ud840\udc00")).containsExactly("東\ud840\udc00");
    assertThat(words("one\ud83d")).containsExactly("one");
    assertThat(words("one\udea2two \ud83dthree")).containsExactly("one", "two", "three");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "東京都庁 | 東京 京都 都庁",
        "tokyo東京2026 | tokyo 東京 2026",
        "カタカナ | カタ タカ カナ",
        "ข่าว | ข่ ่า าว",
        "ខ្មែរ | ខ្ ្ម មែ ែរ",
        "新闻。今天 | 新闻 今天",
        "서울 시청 | 서울 시청"
      })
  void scriptsThatDoNotPartWordsGivePairs(String text, String words) {
    assertThat(words(text)).containsExactly(words.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dampf\u00adschiff", "Dampf\u200cschiff", "Dampf\u200dschiff"})
  void whatIsNotSeenInAWordIsNoPartOfIt(String text) {
    assertThat(words(text)).containsExactly("dampfschiff");
  }

  @Test
  void marksBelongToTheirLetters() {
    assertThat(words("cafe\u0301s नमस्ते")).containsExactly("cafe\u0301s", "नमस्ते");
  }

  @Test
  void longRunsAreNoWords() {
    assertThat(words("a".repeat(64) + " b")).containsExactly("a".repeat(64), "b");
    assertThat(words("a".repeat(65) + " b")).containsExactly("b");
    assertThat(words("a".repeat(63) + "\ud801\udc37 b")).containsExactly("b");
    assertThat(words("b " + "a".repeat(1_000_000))).containsExactly("b");
  }

  /** Each would take hours if its end were looked for from every beginning. */
  @ParameterizedTest
  @ValueSource(strings = {"<", "<a", "</", "<!--", "<script", "<script>", "&", "&a", "&#", "<!"})
  void aMillionOfWhateverOpensIsRead(String opening) {
    assertThat(htmlWords(opening.repeat(1_000_000 / opening.length())))
        .allMatch(word -> word.equals("a"));
  }

  @Test
  void readingEndsWhenNoMoreIsWanted() {
    for (String text : List.of("one two", "東京都", "é è", "one <p>two", "\ud840\udc00東京")) {
      List<String> words = new ArrayList<>();
      reader.readHtml(
          text,
          (hash, word, length) -> {
            words.add(new String(word, 0, length));
            return false;
          });
      assertThat(words).as(text).hasSize(1);
      assertThat(words("after")).containsExactly("after");
    }
  }

  @Test
  void theHashIsThatOfTheWord() {
    reader.read(
        "Ünter東京 x",
        (hash, word, length) -> {
          assertThat(hash).isEqualTo(Hash.of(new String(word, 0, length)));
          return true;
        });
  }

  private List<String> words(String text) {
    List<String> words = new ArrayList<>();
    reader.read(text, (hash, word, length) -> words.add(new String(word, 0, length)));
    return words;
  }

  private List<String> htmlWords(String html) {
    List<String> words = new ArrayList<>();
    reader.readHtml(html, (hash, word, length) -> words.add(new String(word, 0, length)));
    return words;
  }
}
