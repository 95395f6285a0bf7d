package org.newsbake.render;

import freemarker.core.InvalidReferenceException;
import freemarker.template.TemplateException;
import java.util.regex.Pattern;

/** What FreeMarker says of a failure, in a sentence for the site's author. */
final class Wording {

  static final String MEND = "Correct the template.";

  /** The place, which the problem names itself, names of Java classes, and lists of all choices. */
  private static final Pattern NOISE =
      Pattern.compile(
          "\\s*\\[in template \"[^\"]*\"[^]]*]"
              + "| \\((wrapper: |[^()]* wrapped into )[^()]*\\)"
              + "| The name was interpreted by this TemplateLoader: .*"
              + "| Help \\(latest version\\): .*");

  private Wording() {}

  /** The sentence, on one line and without a full stop. */
  static String plain(TemplateException e) {
    String message = e.getMessageWithoutStackTop();
    if (message == null) {
      message = String.valueOf(e.getMessage());
    }
    // FreeMarker appends tips behind a rule; the first paragraph says what happened.
    int end = message.indexOf("\n\n----");
    return plain(end < 0 ? message : message.substring(0, end));
  }

  /** The sentence, on one line and without a full stop. */
  static String plain(String message) {
    String line = message.strip().replaceAll("\\s*[\r\n]\\s*", " ");
    return NOISE
        .matcher(line)
        .replaceAll("")
        .replaceFirst(", but was expecting one of these patterns: .*", ", which cannot stand here")
        .replaceFirst(" (?:\\(Note that .*)?Was expecting one of these patterns: .*", "")
        .replace("==> ", "")
        .replaceFirst("\\.$", "");
  }

  static String advice(TemplateException e) {
    if (e instanceof InvalidReferenceException) {
      return "Correct the name, or write ${x!} or <#if x??> for what some pages do not have.";
    }
    if (plain(e).contains("isn't known if it's a date")) {
      return "Write ${x?date}, or ${x?string(\"d MMMM yyyy\")}.";
    }
    return MEND;
  }
}
