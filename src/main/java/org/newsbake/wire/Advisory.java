package org.newsbake.wire;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds which story an advisory in words means. */
final class Advisory {

  private static final Pattern NUMBER =
      Pattern.compile(
          "\\b(?:kill|hold|withhold|withdraw|item|story|\\()\\s*(?:our |the |item |story |no\\.?"
              + " |number )*([a-z]{2,5}\\s?\\d{2,5})\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern SLUG =
      Pattern.compile(
          "\\b(?:slug|slugged|slugline|kill|withhold|hold|removed:|withdraw)\\s+\"?([\\p{L}\\p{N}]+(?:[-/][\\p{L}\\p{N}]*)+)");

  private Advisory() {}

  static Optional<WireItem.Target> target(Draft draft) {
    String words =
        draft.headline.orElse("")
            + "\n"
            + draft.blocks.stream().map(Block::plain).collect(Collectors.joining("\n"))
            + "\n"
            + String.join("\n", draft.notes);
    Optional<String> number =
        first(NUMBER, words)
            .map(it -> it.replaceAll("\\s+", " ").toLowerCase(java.util.Locale.ROOT));
    Optional<String> slugline =
        draft
            .slugline
            .map(Notes::chain)
            .filter(it -> !it.isEmpty())
            .or(() -> first(SLUG, words).map(Notes::chain));
    if (number.isPresent()
        && draft.signal.equals(Optional.of(WireItem.Signal.HOLD))
        && first(SLUG, words).isEmpty()) {
      slugline = Optional.empty();
    }
    return number.isEmpty() && slugline.isEmpty()
        ? Optional.empty()
        : Optional.of(new WireItem.Target(Optional.empty(), number, slugline));
  }

  private static Optional<String> first(Pattern pattern, String words) {
    Matcher matcher = pattern.matcher(words);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
