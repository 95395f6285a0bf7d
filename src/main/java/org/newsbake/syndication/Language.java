package org.newsbake.syndication;

import java.util.Locale;
import java.util.regex.Pattern;

/** Language tags: <a href="https://www.rfc-editor.org/info/bcp47">BCP 47</a>. */
public final class Language {

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*");

  private Language() {}

  /** Whether the records of this package take it. Ask this of a tag that an author wrote. */
  public static boolean isTag(String tag) {
    return TAG.matcher(tag.replace('_', '-')).matches();
  }

  /**
   * The tag. {@code en_US}, as Java writes it, becomes one.
   *
   * @throws IllegalArgumentException if it has not the form of one
   */
  static String checked(String tag) {
    if (!isTag(tag)) {
      throw new IllegalArgumentException("not a language tag: " + tag);
    }
    return tag.replace('_', '-');
  }

  /**
   * As the news sitemap wants it: the ISO 639 code of two or three letters, and {@code zh-cn} or
   * {@code zh-tw} for Chinese.
   */
  static String forNews(String tag) {
    String lower = tag.toLowerCase(Locale.ROOT);
    int end = lower.indexOf('-');
    String language = end < 0 ? lower : lower.substring(0, end);
    if (!language.equals("zh")) {
      return language;
    }
    return lower.contains("-hant") || lower.endsWith("-tw") || lower.endsWith("-hk")
        ? "zh-tw"
        : "zh-cn";
  }
}
