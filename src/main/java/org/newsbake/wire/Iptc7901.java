package org.newsbake.wire;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.newsbake.wire.WireItem.Signal;

/** Reads IPTC 7901, revision 5 of 1995, with or without its control characters. */
final class Iptc7901 {

  private static final Pattern HEADER =
      Pattern.compile(
          "^[\\x00-\\x20]*([\\p{L}]{2,5})\\s?(\\d{2,6})\\s+([1-9])"
              + "\\s+(\\p{L}{1,4})\\s+(\\d{1,5})(?:[ \\t]+([^\\r\\n]*?))?[ \\t]*\\r?$",
          Pattern.MULTILINE);

  private static final Pattern STAMP =
      Pattern.compile(
          "^[\\x03 ]*(\\d{2})(\\d{2})(\\d{2})[ \\t]*(?:([A-Z]{1,5}|[+-]\\d{2}:?\\d{2})[ \\t]+)?"
              + "(\\p{L}{3,4})\\.?[ \\t]+(\\d{2,4})[ \\t\\x7f\\x00-\\x08]*$",
          Pattern.MULTILINE);

  private static final Pattern AGENCY = Pattern.compile("(?:^|\\s)([\\p{L}]{2,6})\\s?(\\d{2,6})$");

  /** Lines before the headline that say which version this is. */
  private static final Pattern LEAD =
      Pattern.compile(
          "(?:\\d+(?:st|nd|rd|th|e|er|\\p{L}{2,3}|\\.)?\\s?)?(?:"
              + String.join(
                  "|",
                  "lead|net|zusammenfassung|zsf|summary|refile|repetition|repeat|update|urgent|eil",
                  "flash|bulletin|correction|corrected|korrektur|berichtigung|kill|kills|hold|add",
                  "advisory|feature|background|hintergrund|overview|lead-all|alerte|lead"
                      + " g\u00E9n\u00E9ral")
              + ")(?:\\s*[-:/]\\s*\\p{L}*)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Iptc7901() {}

  static boolean is(String text) {
    String start = framed(text.substring(0, Math.min(text.length(), 300)));
    return HEADER.matcher(start).lookingAt();
  }

  /** Without the marks of telegraphy around it. */
  private static String framed(String text) {
    return text.replaceFirst("^[\\x00-\\x20]*ZCZC[^\\r\\n]*[\\r\\n]+", "")
        .replaceFirst("NNNN\\s*$", "");
  }

  static List<WireItem> read(String text) {
    List<WireItem> items = new ArrayList<>();
    for (String message : framed(text).split("\u0004|(?=\u0001)")) {
      if (is(message)) {
        items.add(message(message));
      }
    }
    return items;
  }

  private static WireItem message(String message) {
    Draft draft = new Draft(WireFormat.IPTC_7901);
    Matcher header = HEADER.matcher(message);
    boolean headed = header.lookingAt();
    String rest = headed ? message.substring(header.end()) : message;
    if (headed) {
      draft.urgency = Optional.of(header.group(3));
      String options = header.group(6) == null ? "" : header.group(6).strip();
      Matcher agency = AGENCY.matcher(options);
      if (agency.find()) {
        draft.agency(Optional.of(agency.group(1)));
        draft.number =
            Optional.of((agency.group(1) + " " + agency.group(2)).toLowerCase(Locale.ROOT));
      } else {
        draft.number =
            Optional.of((header.group(1) + " " + header.group(2)).toLowerCase(Locale.ROOT));
      }
      draft.agency(Optional.of(header.group(1)));
    }
    rest = rest.replace("\r\n", "\n").replace('\r', '\n');
    Matcher stamp = STAMP.matcher(rest);
    int end = -1;
    while (stamp.find()) {
      Optional<WireTime> time = time(stamp);
      if (time.isPresent()) {
        draft.created = time;
        end = stamp.start();
      }
    }
    String body = end < 0 ? rest : rest.substring(0, end);
    int stx = body.indexOf('\u0002');
    String keywords = stx >= 0 ? body.substring(0, stx) : firstLine(body);
    body = stx >= 0 ? body.substring(stx + 1) : body.strip().substring(firstLine(body).length());
    keywords = keywords.strip().replaceAll("^/+|/+$", "").strip();
    draft.slugline = Optional.of(Text.squeeze(keywords)).filter(it -> !it.isEmpty());
    body(body.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F]", ""), draft);
    if (draft.signal.filter(it -> it == Signal.KILL || it == Signal.HOLD).isPresent()) {
      draft.guid = draft.number.map(it -> "iptc7901:" + it.replace(' ', '-') + day(draft));
    } else {
      draft.guid =
          draft
              .slugline
              .map(it -> "iptc7901:" + it)
              .or(() -> draft.number.map(it -> "iptc7901:" + it.replace(' ', '-')))
              .map(it -> it + day(draft));
    }
    return draft.finish();
  }

  private static String day(Draft draft) {
    return draft.created.map(it -> ":" + it.local().toLocalDate()).orElse("");
  }

  private static String firstLine(String text) {
    String stripped = text.strip();
    int end = stripped.indexOf('\n');
    return end < 0 ? stripped : stripped.substring(0, end);
  }

  private static Optional<WireTime> time(Matcher stamp) {
    try {
      int month = Times.month(stamp.group(5));
      int year = Integer.parseInt(stamp.group(6));
      if (month == 0) {
        return Optional.empty();
      }
      LocalDate day =
          LocalDate.of(year < 100 ? 2000 + year : year, month, Integer.parseInt(stamp.group(1)));
      return Optional.of(
          new WireTime(
              day.atTime(Integer.parseInt(stamp.group(2)), Integer.parseInt(stamp.group(3))),
              Times.offset(stamp.group(4))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static void body(String body, Draft draft) {
    List<String> lines = body.lines().toList();
    int first = 0;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    int end = -1;
    int limit = Math.min(lines.size(), first + 15);
    for (int i = first; i < limit && end < 0; i++) {
      if (lines.get(i).stripTrailing().endsWith("=")) {
        end = i + 1;
      }
    }
    for (int i = first; i < limit && end < 0; i++) {
      if (lines.get(i).isBlank()) {
        end = i;
      }
    }
    end = end < 0 ? Math.min(first + 1, lines.size()) : end;
    StringBuilder headline = new StringBuilder();
    for (String raw : lines.subList(first, end)) {
      String line = Text.squeeze(raw).replaceAll("\\s*=+$", "").strip();
      if (line.isEmpty()) {
        continue;
      }
      if (headline.isEmpty()
          && LEAD.matcher(line).matches()
          && !raw.stripTrailing().endsWith("=")) {
        signal(line, draft);
      } else if (!headline.isEmpty() && Names.isByline(line)) {
        draft.bylines.add(line);
        if (Names.people(line, draft.agencies).isEmpty()) {
          draft.remarks.add("left out: byline without a person, " + line);
        }
      } else {
        headline.append(headline.isEmpty() ? "" : " ").append(line);
      }
    }
    draft.headline = Optional.of(headline.toString()).filter(it -> !it.isEmpty());
    String words = headline.toString();
    if (draft.signal.filter(it -> it == Signal.KILL || it == Signal.HOLD).isEmpty()) {
      if (Notes.isKill(words)) {
        draft.signal(Signal.KILL);
      } else if (Notes.isHold(words)) {
        draft.signal(Signal.HOLD);
      }
    }
    draft.blocks.addAll(Markup.ofText(String.join("\n", lines.subList(end, lines.size()))));
  }

  private static void signal(String line, Draft draft) {
    String lower = line.toLowerCase(Locale.ROOT);
    if (lower.startsWith("kill")) {
      draft.signal(Signal.KILL);
    } else if (lower.startsWith("hold")) {
      draft.signal(Signal.HOLD);
    } else if (Notes.isCorrection(line)) {
      draft.signal(Signal.CORRECTION);
    } else if (lower.matches(".*\\badd\\b.*")) {
      draft.signal(Signal.ADD);
    } else if (lower.matches(
        ".*\\b(?:lead|net|refile|update|summary|zusammenfassung|zsf|repeat|repetition)\\b.*")) {
      draft.signal(Signal.UPDATE);
    }
  }
}
