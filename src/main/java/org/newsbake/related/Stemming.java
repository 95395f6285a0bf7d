package org.newsbake.related;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.ArabicStemmer;
import org.tartarus.snowball.ext.ArmenianStemmer;
import org.tartarus.snowball.ext.BasqueStemmer;
import org.tartarus.snowball.ext.CatalanStemmer;
import org.tartarus.snowball.ext.DanishStemmer;
import org.tartarus.snowball.ext.DutchStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.EstonianStemmer;
import org.tartarus.snowball.ext.FinnishStemmer;
import org.tartarus.snowball.ext.FrenchStemmer;
import org.tartarus.snowball.ext.German2Stemmer;
import org.tartarus.snowball.ext.GreekStemmer;
import org.tartarus.snowball.ext.HindiStemmer;
import org.tartarus.snowball.ext.HungarianStemmer;
import org.tartarus.snowball.ext.IndonesianStemmer;
import org.tartarus.snowball.ext.IrishStemmer;
import org.tartarus.snowball.ext.ItalianStemmer;
import org.tartarus.snowball.ext.LithuanianStemmer;
import org.tartarus.snowball.ext.NepaliStemmer;
import org.tartarus.snowball.ext.NorwegianStemmer;
import org.tartarus.snowball.ext.PortugueseStemmer;
import org.tartarus.snowball.ext.RomanianStemmer;
import org.tartarus.snowball.ext.RussianStemmer;
import org.tartarus.snowball.ext.SerbianStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;
import org.tartarus.snowball.ext.SwedishStemmer;
import org.tartarus.snowball.ext.TamilStemmer;
import org.tartarus.snowball.ext.TurkishStemmer;
import org.tartarus.snowball.ext.YiddishStemmer;

/**
 * What the words of a language are counted as: their Snowball stems, and nothing for words such as
 * "the". Words of a language that is not known are counted as they are.
 *
 * <p>Every distinct word is looked at once. Not thread-safe.
 */
final class Stemming {

  /** A language's stemmer, and the list of its commonest words as Lucene carries it. */
  private record Rules(Supplier<SnowballStemmer> stemmer, String stopWords) {}

  private static final Map<String, Rules> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("ar", new Rules(ArabicStemmer::new, "ar/stopwords")),
          Map.entry("bg", new Rules(null, "bg/stopwords")),
          Map.entry("bn", new Rules(null, "bn/stopwords")),
          Map.entry("ca", new Rules(CatalanStemmer::new, "ca/stopwords")),
          Map.entry("ckb", new Rules(null, "ckb/stopwords")),
          Map.entry("cs", new Rules(null, "cz/stopwords")),
          Map.entry("da", new Rules(DanishStemmer::new, "snowball/danish_stop")),
          Map.entry("de", new Rules(German2Stemmer::new, "snowball/german_stop")),
          Map.entry("el", new Rules(GreekStemmer::new, "el/stopwords")),
          Map.entry("en", new Rules(EnglishStemmer::new, "snowball/english_stop")),
          Map.entry("es", new Rules(SpanishStemmer::new, "snowball/spanish_stop")),
          Map.entry("et", new Rules(EstonianStemmer::new, "et/stopwords")),
          Map.entry("eu", new Rules(BasqueStemmer::new, "eu/stopwords")),
          Map.entry("fa", new Rules(null, "fa/stopwords")),
          Map.entry("fi", new Rules(FinnishStemmer::new, "snowball/finnish_stop")),
          Map.entry("fr", new Rules(FrenchStemmer::new, "snowball/french_stop")),
          Map.entry("ga", new Rules(IrishStemmer::new, "ga/stopwords")),
          Map.entry("gl", new Rules(null, "gl/stopwords")),
          Map.entry("hi", new Rules(HindiStemmer::new, "hi/stopwords")),
          Map.entry("hu", new Rules(HungarianStemmer::new, "snowball/hungarian_stop")),
          Map.entry("hy", new Rules(ArmenianStemmer::new, "hy/stopwords")),
          Map.entry("id", new Rules(IndonesianStemmer::new, "id/stopwords")),
          Map.entry("it", new Rules(ItalianStemmer::new, "snowball/italian_stop")),
          Map.entry("lt", new Rules(LithuanianStemmer::new, "lt/stopwords")),
          Map.entry("lv", new Rules(null, "lv/stopwords")),
          Map.entry("nb", new Rules(NorwegianStemmer::new, "snowball/norwegian_stop")),
          Map.entry("ne", new Rules(NepaliStemmer::new, "ne/stopwords")),
          Map.entry("nl", new Rules(DutchStemmer::new, "snowball/dutch_stop")),
          Map.entry("nn", new Rules(NorwegianStemmer::new, "snowball/norwegian_stop")),
          Map.entry("no", new Rules(NorwegianStemmer::new, "snowball/norwegian_stop")),
          Map.entry("pt", new Rules(PortugueseStemmer::new, "snowball/portuguese_stop")),
          Map.entry("ro", new Rules(RomanianStemmer::new, "ro/stopwords")),
          Map.entry("ru", new Rules(RussianStemmer::new, "snowball/russian_stop")),
          Map.entry("sr", new Rules(SerbianStemmer::new, "sr/stopwords")),
          Map.entry("sv", new Rules(SwedishStemmer::new, "snowball/swedish_stop")),
          Map.entry("ta", new Rules(TamilStemmer::new, "ta/stopwords")),
          Map.entry("te", new Rules(null, "te/stopwords")),
          Map.entry("th", new Rules(null, "th/stopwords")),
          Map.entry("tr", new Rules(TurkishStemmer::new, "tr/stopwords")),
          Map.entry("yi", new Rules(YiddishStemmer::new, null)));

  private static final int LEAST_CAPACITY = 1 << 14;

  private final SnowballStemmer stemmer;
  private final Set<String> stopWords;

  /** Pairs of a word's hash and its term, found by open addressing. */
  private long[] known = new long[2 * LEAST_CAPACITY];

  private int size;

  /**
   * @param language a BCP 47 tag
   */
  Stemming(String language) {
    Rules rules = BY_LANGUAGE.get(primary(language));
    this.stemmer = rules == null || rules.stemmer() == null ? null : rules.stemmer().get();
    this.stopWords =
        rules == null || rules.stopWords() == null ? Set.of() : stopWords(rules.stopWords());
  }

  /** The languages of which there is more to know than their words. */
  static Set<String> languages() {
    return BY_LANGUAGE.keySet();
  }

  /** The language of a BCP 47 tag, without region or script. */
  static String primary(String tag) {
    int end = 0;
    while (end < tag.length() && Character.isLetter(tag.charAt(end))) {
      end++;
    }
    return tag.substring(0, end).toLowerCase(Locale.ROOT);
  }

  /**
   * What a word is counted as.
   *
   * @param hash stands for the word
   * @return 0 for words that are not counted
   */
  long term(long hash, char[] word, int length) {
    int mask = known.length / 2 - 1;
    int slot = (int) hash & mask;
    while (known[2 * slot] != 0) {
      if (known[2 * slot] == hash) {
        return known[2 * slot + 1];
      }
      slot = slot + 1 & mask;
    }
    long term = found(word, length);
    known[2 * slot] = hash;
    known[2 * slot + 1] = term;
    if (++size * 2 > mask) {
      grow();
    }
    return term;
  }

  private void grow() {
    long[] old = known;
    known = new long[2 * old.length];
    int mask = known.length / 2 - 1;
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        int slot = (int) old[i] & mask;
        while (known[2 * slot] != 0) {
          slot = slot + 1 & mask;
        }
        known[2 * slot] = old[i];
        known[2 * slot + 1] = old[i + 1];
      }
    }
  }

  private long found(char[] word, int length) {
    if (length < 2) {
      return 0;
    }
    String text = new String(word, 0, length);
    if (stopWords.contains(text) || isLongNumber(text)) {
      return 0;
    }
    if (stemmer == null) {
      return Hash.of(text);
    }
    stemmer.setCurrent(text);
    stemmer.stem();
    String stem = stemmer.getCurrent();
    return Hash.of(stem.isEmpty() ? text : stem);
  }

  /** Years, flights and roads say what a text is about; sums and results hardly ever do. */
  private static boolean isLongNumber(String text) {
    return text.length() > 4 && text.chars().allMatch(Character::isDigit);
  }

  private static Set<String> stopWords(String list) {
    String resource = "/org/apache/lucene/analysis/" + list + ".txt";
    Set<String> words = new HashSet<>();
    try (InputStream in = SnowballStemmer.class.getResourceAsStream(resource)) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        // Lists of Snowball have several words in a line, and comments behind a bar.
        String text = line.indexOf('|') < 0 ? line : line.substring(0, line.indexOf('|'));
        if (!text.startsWith("#")) {
          for (String word : text.trim().split("\\s+")) {
            words.add(word.toLowerCase(Locale.ROOT));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
