package org.newsbake.edition;

import java.util.Locale;
import java.util.Set;

/** What is to be known of a language to set its text. */
public final class Language {

  /** ISO 15924 codes of scripts that run from right to left. */
  private static final Set<String> SCRIPTS =
      Set.of("Adlm", "Arab", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa");

  /** Languages that are written in one of those, where no script is named. */
  private static final Set<String> LANGUAGES =
      Set.of(
          "ar", "arc", "azb", "bal", "ckb", "dv", "fa", "glk", "he", "iw", "khw", "ks", "lrc",
          "mzn", "nqo", "pnb", "ps", "sd", "skr", "syr", "ug", "ur", "yi");

  private Language() {}

  /** {@code rtl} or {@code ltr}, as HTML's {@code dir} has it, for a BCP 47 tag. */
  public static String direction(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    boolean rtl =
        locale.getScript().isEmpty()
            ? LANGUAGES.contains(locale.getLanguage())
            : SCRIPTS.contains(locale.getScript());
    return rtl ? "rtl" : "ltr";
  }
}
