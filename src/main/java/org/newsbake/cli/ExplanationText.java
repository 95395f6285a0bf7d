package org.newsbake.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.newsbake.related.Explanation;
import org.newsbake.related.Explanation.Link;
import org.newsbake.related.RelatedTexts;

/** Why a story has the related stories that it has, as the terminal shows it. */
final class ExplanationText {

  /** How many words are named for a link; more of them carry next to nothing. */
  private static final int WORDS = 8;

  private final Explanation explanation;

  ExplanationText(Explanation explanation) {
    this.explanation = explanation;
  }

  void print(PrintWriter out) {
    out.println(explanation.text().title() + " (" + explanation.text().path() + ")");
    int number = 0;
    for (Link link : explanation.links()) {
      out.println();
      out.printf(Locale.ROOT, "%2d  %s%n", ++number, link.text().title());
      out.println("    " + link.text().path() + ", " + link.text().date());
      tell(link, out);
    }
    if (!explanation.misses().isEmpty()) {
      out.println();
      out.println("Not in the list:");
      for (Link link : explanation.misses()) {
        out.println();
        out.println("    " + link.text().title());
        out.println("    " + link.text().path() + ", " + link.text().date());
        tell(link, out);
      }
    }
  }

  private static void tell(Link link, PrintWriter out) {
    String why = why(link);
    if (!why.isEmpty()) {
      out.println("    " + why);
    }
    if (link.score() == 0) {
      return;
    }
    List<String> factors = new ArrayList<>();
    factors.add(factor("time", link.recency()));
    if (link.section() != 1) {
      factors.add(factor("section", link.section()));
    }
    if (link.own() != 1) {
      factors.add(factor("own", link.own()));
    }
    out.printf(
        Locale.ROOT,
        "    score %.3f = (%s) × %s%n",
        link.score(),
        link.hasTopics()
            ? String.format(
                Locale.ROOT,
                "%.2f × words %.3f + %.2f × topics %.3f",
                1 - RelatedTexts.TOPICS,
                link.words(),
                RelatedTexts.TOPICS,
                Math.max(0, link.topics()))
            : String.format(Locale.ROOT, "words %.3f", link.words()),
        String.join(" × ", factors));
    out.println(
        "    "
            + link.terms().stream()
                .limit(WORDS)
                .map(
                    term ->
                        String.format(
                            Locale.ROOT,
                            "%s%s %.3f",
                            term.tag() ? "tag " : "",
                            term.word(),
                            term.share()))
                .collect(Collectors.joining(", "))
            + (link.terms().size() > WORDS
                ? " and " + (link.terms().size() - WORDS) + " more"
                : ""));
  }

  private static String factor(String name, float value) {
    return String.format(Locale.ROOT, "%s %.2f", name, value);
  }

  private static String why(Link link) {
    String of = link.of().map(text -> text.path()).orElse("");
    return switch (link.reason()) {
      case PIN -> "pinned by the editor";
      case SECTION -> "the newest of its section, since too few are alike";
      case NEWEST -> "the newest, since too few are alike";
      case NEAR_COPY -> "mostly the same as " + of + ", which has the place";
      case OLDER_VERSION -> "an earlier version of the story itself";
      case EXCLUDED -> "excluded by the editor";
      case SCORE -> "lost by its score";
      case ALIKE -> "";
    };
  }
}
