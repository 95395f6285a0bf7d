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

/** Reads ANPA 1312 of 1989: seven bits, control characters, and lines that say what they are. */
final class Anpa {

  private static final char SOH = 1;
  private static final char STX = 2;
  private static final char ETX = 3;

  private static final Pattern HEADER =
      Pattern.compile(
          "^\\s*([a-z])\\s?([a-z])[\\x11\\x12\\x13\\x14]{0,2}", Pattern.CASE_INSENSITIVE);

  private static final Pattern STAMP =
      Pattern.compile("(\\d{2})-(\\d{2})-(\\d{2,4})\\s+(\\d{2})(\\d{2})\\s?([A-Z]{3,4})?");

  private static final Pattern COUNT = Pattern.compile(",\\s*\\d*\\s*$");

  private Anpa() {}

  static boolean is(String text) {
    String start = text.substring(0, Math.min(text.length(), 400));
    return start.startsWith("\u0016\u0016")
        || start.indexOf('\u0016') >= 0 && start.indexOf(SOH) >= 0
        || start.indexOf(SOH) >= 0 && start.contains(STX + "^")
        || start.indexOf(STX) >= 0
            && start.contains("^")
            && HEADER.matcher(start.substring(start.indexOf('\n') + 1)).lookingAt();
  }

  static List<WireItem> read(String text) {
    List<WireItem> items = new ArrayList<>();
    for (String message : text.split("\u0004|(?=\u0016\u0016\u0001)")) {
      if (message.indexOf(STX) >= 0) {
        items.add(message(message));
      }
    }
    return items;
  }

  private static WireItem message(String message) {
    Draft draft = new Draft(WireFormat.ANPA);
    int stx = message.indexOf(STX);
    int etx = message.indexOf(ETX, stx);
    String header = message.substring(0, stx);
    String body =
        message
            .substring(stx + 1, etx < 0 ? message.length() : etx)
            .replace("\r\n", "\n")
            .replace("\r", "\n");
    String trailer = etx < 0 ? "" : message.substring(etx + 1);
    int line = header.indexOf('\n');
    Matcher priority = HEADER.matcher(header.substring(line + 1));
    if (priority.find()) {
      draft.urgency = Optional.of(priority.group(1).toLowerCase(Locale.ROOT));
      draft.bulletin = "bf".contains(draft.urgency.get());
      draft.genres.add("");
    }
    draft.created = stamp(trailer);
    lines(body.split("\n"), draft);
    String slug = draft.slugline.orElse("");
    if (Notes.isKill(
            Notes.chain(slug).isEmpty()
                ? slug
                : slug.substring(Math.min(slug.length(), Notes.chain(slug).length()))
                    .replaceAll("^[,\\s]+", ""))
        || slug.matches(".*\\bKILL\\b.*")) {
      draft.signal(Signal.KILL);
    } else if (Notes.isAdd(slug)) {
      draft.signal(Signal.ADD);
    } else if (Notes.isCorrection(slug)) {
      draft.signal(Signal.CORRECTION);
    } else if (Notes.isUpdate(slug)) {
      draft.signal(Signal.UPDATE);
    }
    String chain = Notes.chain(slug);
    boolean own =
        draft.signal.filter(it -> it != Signal.UPDATE && it != Signal.CORRECTION).isPresent();
    if (!chain.isEmpty() && draft.created.isPresent()) {
      draft.guid =
          Optional.of(
              "anpa:" + (own ? slug : chain) + ":" + draft.created.get().local().toLocalDate());
    }
    if (draft.signal.equals(Optional.of(Signal.KILL)) && !chain.isEmpty()) {
      draft.kills =
          Optional.of(new WireItem.Target(Optional.empty(), Optional.empty(), Optional.of(chain)));
    }
    if (draft.signal.equals(Optional.of(Signal.ADD))) {
      draft.judge(WireItem.Publish.HOLD, "a take: text to add to " + chain);
    }
    return draft.finish();
  }

  private static Optional<WireTime> stamp(String trailer) {
    Matcher stamp = STAMP.matcher(trailer);
    if (!stamp.find()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(stamp.group(3));
      LocalDate day =
          LocalDate.of(
              year < 100 ? 2000 + year : year,
              Integer.parseInt(stamp.group(1)),
              Integer.parseInt(stamp.group(2)));
      return Optional.of(
          new WireTime(
              day.atTime(Integer.parseInt(stamp.group(4)) % 24, Integer.parseInt(stamp.group(5))),
              Times.offset(stamp.group(6))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Characters that stand for others. */
  private static String characters(String line) {
    return line.replace("``", "\"")
        .replace("''", "\"")
        .replaceAll("(?<=\\s|^)_(?=\\s|$)", "\u2013")
        .replace("{", "\u00BD")
        .replace("}", "\u00BE")
        .replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", "");
  }

  private static void lines(String[] lines, Draft draft) {
    StringBuilder paragraph = new StringBuilder();
    List<List<String>> rows = new ArrayList<>();
    boolean text = false;
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i];
      if (line.startsWith("\b")
          || !rows.isEmpty() && line.contains("\u0010") && line.contains(";")) {
        paragraph = flush(paragraph, draft);
        rows.add(row(line));
        text = true;
        continue;
      }
      if (!rows.isEmpty()) {
        draft.blocks.add(new Block.Table(List.copyOf(rows)));
        rows.clear();
      }
      if (line.startsWith("^")) {
        paragraph = flush(paragraph, draft);
        head(lines, i, text, draft);
      } else if (line.startsWith("\t")) {
        paragraph = flush(paragraph, draft);
        text = true;
        String own = line.strip();
        if (own.endsWith("=") && own.length() > 1) {
          String words = Text.squeeze(characters(own.substring(0, own.length() - 1)));
          paragraph.append(words);
          paragraph = flush(paragraph, draft);
        } else {
          paragraph.append(characters(own));
        }
      } else if (line.isBlank()) {
        continue;
      } else {
        paragraph.append(paragraph.isEmpty() ? "" : " ").append(characters(line.strip()));
      }
      if (paragraph.length() > 0 && paragraph.charAt(paragraph.length() - 1) == '<') {
        paragraph.setLength(paragraph.length() - 1);
        paragraph = flush(paragraph, draft);
      }
    }
    if (!rows.isEmpty()) {
      draft.blocks.add(new Block.Table(List.copyOf(rows)));
    }
    flush(paragraph, draft);
  }

  private static StringBuilder flush(StringBuilder paragraph, Draft draft) {
    String text = Text.squeeze(paragraph.toString());
    if (!text.isEmpty()) {
      draft.blocks.add(new Block.Paragraph(Inline.clean(text)));
    }
    return new StringBuilder();
  }

  private static List<String> row(String line) {
    List<String> cells = new ArrayList<>();
    for (String cell :
        line.replace("\b", "").replace("\u0010", "").replaceFirst("^\\^", "").split(";", -1)) {
      cells.add(Inline.clean(Text.squeeze(characters(cell))));
    }
    return cells;
  }

  /** A line that begins with {@code ^}. */
  private static void head(String[] lines, int at, boolean text, Draft draft) {
    String line = lines[at].substring(1).strip();
    boolean centred = line.endsWith("=");
    String words = Text.squeeze(characters(line.replaceAll("[<=]+$", "")));
    if (words.isEmpty()) {
      return;
    }
    if (draft.slugline.isEmpty()) {
      draft.slugline = Optional.of(COUNT.matcher(words).replaceFirst("").strip());
    } else if (words.matches("(?i)eds?[:.] ?.*|editors?[:,].*")) {
      draft.note(words);
    } else if (Notes.isPhotoNumbers(words)) {
      draft.remarks.add("left out: " + words);
    } else if (Names.isByline(words)) {
      draft.bylines.add(words);
      if (Names.people(words, draft.agencies).isEmpty()) {
        draft.agency(Optional.of(words.replaceFirst("(?i)^by (?:the )?", "")));
      }
    } else if (draft.headline.isEmpty() && !text) {
      draft.headline = Optional.of(words);
    } else if (centred && !text && !draft.bylines.isEmpty() && !followed(lines, at)) {
      draft.agency(Optional.of(words));
    } else if (centred
        && !text
        && !draft.bylines.isEmpty()
        && draft.blocks.isEmpty()
        && isTextNext(lines, at)
        && !Text.isCapitals(words)) {
      draft.agency(Optional.of(words));
    } else if (centred && followed(lines, at)) {
      draft.blocks.add(new Block.Heading(2, Inline.clean(words)));
    } else if (!centred && !text && draft.summary.isEmpty()) {
      draft.summary = Optional.of(words);
    } else {
      draft.blocks.add(new Block.Paragraph(Inline.clean(words)));
    }
  }

  private static boolean isTextNext(String[] lines, int at) {
    return at + 1 < lines.length && lines[at + 1].startsWith("\t");
  }

  /** Whether rows of a table or lines of text follow. */
  private static boolean followed(String[] lines, int at) {
    for (int i = at + 1; i < lines.length; i++) {
      if (!lines[i].isBlank()) {
        return lines[i].startsWith("\b") || lines[i].startsWith("\t");
      }
    }
    return false;
  }
}
