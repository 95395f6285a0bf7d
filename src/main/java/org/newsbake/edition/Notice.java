package org.newsbake.edition;

import java.util.Optional;
import java.util.regex.Pattern;
import org.newsbake.Problem;
import org.newsbake.Severity;
import org.newsbake.article.Article;
import org.newsbake.article.HeaderPlace;

/** The sentence that a story of an agency carries, and whether it is true. */
final class Notice {

  private static final String DEFAULT =
      "This article was produced by the {source} news agency. It has not been edited by {site}.";

  /** That nothing was changed, in the languages of agencies. */
  private static final Pattern UNEDITED =
      Pattern.compile(
          String.join(
              "|",
              "\\bnot (?:been"
                  + " )?(?:edited|changed|altered|modified)\\b|\\bunedited\\b|\\bunchanged\\b",
              "\\bwithout (?:any )?(?:edits|editing|changes)\\b",
              "\\b(?:nicht|ohne) (?:\\p{L}+"
                  + " )?(?:bearbeit|veränder|geänder|redigier)|\\bun(?:bearbeitet|verändert)",
              "\\b(?:pas|sans|aucune?) (?:été )?(?:modifi|édit|retouch)|\\b(?:no|sin) (?:ha sido"
                  + " )?(?:edit|modific)",
              "\\b(?:non|senza) (?:è stat[oa] )?(?:modific|redat)|\\b(?:ikke|inte|ej) (?:\\p{L}+"
                  + " )?(?:redig|endre|ändr)",
              "\\bniet (?:\\p{L}+ )?(?:bewerkt|gewijzigd)|\\bnão (?:foi )?(?:edit|alter)",
              "دون (?:أي )?(?:تحرير|تعديل)|لم (?:تُدخل|تدخل|تُحرّر|يُحرّر|تحرر|يحرر)"),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Notice() {}

  /** The sentence of a source, with its places for names. */
  static String of(Entity source, String language, boolean edited) {
    Optional<String> own = edited ? source.text("notice_edited") : Optional.empty();
    return own.or(() -> source.inLanguage("notices", language))
        .or(() -> source.text("notice"))
        .orElse(DEFAULT);
  }

  /** That a story says it was not edited, and was. */
  static Optional<Problem> untrue(Article article, Entity source) {
    if (!article.details().edited() || source.text("notice_edited").isPresent()) {
      return Optional.empty();
    }
    String notice = of(source, article.details().language().orElse(""), true);
    if (!UNEDITED.matcher(notice).find()) {
      return Optional.empty();
    }
    return Optional.of(
        HeaderPlace.of(article.source(), "source", article.details().source().orElse(""))
            .problem(
                Severity.ERROR,
                "notice-untrue",
                "the notice of "
                    + source.name()
                    + " says that the story was not edited, and it was.",
                "Write notice_edited below "
                    + source.key()
                    + " in data/sources.yaml, if the contract allows edits, or take the agency's"
                    + " text: newsbake import --take theirs."));
  }
}
