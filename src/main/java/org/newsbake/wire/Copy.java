package org.newsbake.wire;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what is not the text: lines that repeat headline and byline, sign-offs,
 * rules, notes to editors. What is in doubt stays: a line too many is seen by the desk, a line lost
 * is not.
 */
final class Copy {

  private static final int LONGEST_LINE = 90;

  private static final Pattern AGENCY =
      Pattern.compile(
          "^.{0,70}?[(（]\\s?([\\p{L}\\p{N}][\\p{L}\\p{N}"
              + " .&-]{1,24})\\s?[)）]\\s*(?:\\.?\\s?[-–—_:]|\\p{L})");

  private final Draft draft;
  private final List<Block> blocks;
  private final List<String> people = new ArrayList<>();

  Copy(Draft draft) {
    this.draft = draft;
    blocks = draft.blocks;
  }

  /** The people of a byline in the text. */
  List<String> people() {
    return people;
  }

  void clean() {
    blocks.removeIf(
        it ->
            it instanceof Block.Paragraph
                && (it.plain().isEmpty()
                    || it.plain().startsWith("_") && it.plain().matches("_[_ ]*")));
    findAgency();
    notebook();
    looseBeginning();
    beginning();
    end();
    blocks.removeIf(it -> it instanceof Block.Paragraph && Notes.isPhotoNumbers(it.plain()));
    headings();
    while (!blocks.isEmpty() && blocks.get(blocks.size() - 1) instanceof Block.Heading) {
      draft.remarks.add("left out: heading without text, " + last().plain());
      blocks.remove(blocks.size() - 1);
    }
  }

  private Block last() {
    return blocks.get(blocks.size() - 1);
  }

  /** The name in brackets with which the text begins is the agency's. */
  private void findAgency() {
    for (Block block : blocks.subList(0, Math.min(4, blocks.size()))) {
      if (block instanceof Block.Paragraph) {
        Matcher agency = AGENCY.matcher(block.plain());
        if (agency.find()) {
          draft.agency(Optional.of(agency.group(1)));
          return;
        }
      }
    }
  }

  /** From a heading of notes on, everything is for editors. */
  private void notebook() {
    for (int i = 0; i < blocks.size(); i++) {
      if (i > 0 && Notes.isNotebook(blocks.get(i).plain())) {
        for (Block block : blocks.subList(i, blocks.size())) {
          draft.note(block.plain());
        }
        blocks.subList(i, blocks.size()).clear();
        return;
      }
    }
  }

  /** Short texts of the layout before the first paragraph: topic, source, time. */
  private void looseBeginning() {
    int first = 0;
    boolean paragraph =
        blocks.stream().anyMatch(it -> it instanceof Block.Paragraph p && !p.loose());
    while (paragraph && first < blocks.size()) {
      Block block = blocks.get(first);
      boolean loose =
          block instanceof Block.Paragraph p
              && p.loose()
              && p.plain().length() <= 60
              && !Lines.isSentence(p.plain());
      boolean heading = block instanceof Block.Heading;
      if (loose) {
        draft.remarks.add("left out before the text: " + block.plain());
        blocks.remove(first);
      } else if (heading) {
        first++;
      } else {
        break;
      }
    }
  }

  private boolean repeatsHeadline(String core) {
    return draft.headline.map(Text::core).filter(core::equals).isPresent()
        || draft.otherHeadlines.stream().map(Text::core).anyMatch(core::equals);
  }

  private void beginning() {
    Set<String> bylines = new LinkedHashSet<>();
    draft.bylines.forEach(it -> bylines.add(core(it)));
    int looked = 0;
    int i = 0;
    boolean afterByline = false;
    while (i < blocks.size() && looked < 6) {
      Block block = blocks.get(i);
      String plain = block.plain();
      String core = Text.core(plain);
      boolean line = block instanceof Block.Paragraph || block instanceof Block.Heading;
      if (!line) {
        looked++;
        i++;
        continue;
      }
      if (looked < 4 && repeatsHeadline(core)) {
        blocks.remove(i);
        continue;
      }
      if (block instanceof Block.Heading) {
        looked++;
        i++;
        continue;
      }
      if (isEditors(plain)) {
        draft.note(plain);
        signalOf(plain);
        blocks.remove(i);
        continue;
      }
      boolean repeated =
          plain.length() <= LONGEST_LINE && (bylines.contains(core(plain)) || isTopic(core));
      if (repeated
          || draft.slugline.map(Text::core).filter(core::equals).isPresent()
          || Notes.isPhotoNumbers(plain)) {
        blocks.remove(i);
        continue;
      }
      boolean title =
          afterByline
              && plain.length() <= 45
              && !Lines.isSentence(plain)
              && !Text.isCapitals(plain.replaceAll("\\b[A-Z]{2,4}\\b", "x"))
              && Names.isOfOrganization(plain);
      if (title) {
        draft.remarks.add("left out behind the byline: " + plain);
        blocks.remove(i);
        continue;
      }
      afterByline = false;
      if (Names.isByline(plain) && !isOpening(plain)) {
        afterByline = true;
        List<String> names = Names.people(plain, draft.agencies);
        people.addAll(names);
        blocks.remove(i);
        if (names.isEmpty()) {
          draft.remarks.add("left out: byline without a person, " + plain);
        }
        continue;
      }
      if (plain.length() > LONGEST_LINE) {
        // The text has begun.
        looked += 3;
      }
      looked++;
      i++;
    }
  }

  private static String core(String byline) {
    return Text.core(byline).replaceFirst("^(?:by|von|par|por|di|av|door) ", "");
  }

  private static boolean isOpening(String plain) {
    return Lines.isSentence(plain) && plain.split(" ").length > 8;
  }

  /** A line of subjects, keywords and names of the agency alone. */
  private boolean isTopic(String core) {
    if (core.isEmpty() || core.length() > 60) {
      return false;
    }
    String rest = " " + core + " ";
    boolean agency = false;
    for (String name : draft.agencies) {
      agency |= rest.contains(" " + name + " ");
      rest = rest.replace(" " + name + " ", " ");
    }
    if (!agency) {
      return false;
    }
    for (Optional<String> name : draft.subjects.values()) {
      rest = name.isPresent() ? without(rest, name.get()) : rest;
    }
    for (String keyword : draft.keywords) {
      rest = without(rest, keyword);
    }
    return rest.isBlank();
  }

  /** Without a name, in the singular or the plural. */
  private static String without(String line, String name) {
    String core = Text.core(name);
    return core.isEmpty()
        ? line
        : line.replace(" " + core + " ", " ").replace(" " + core + "s ", " ");
  }

  private boolean isEditors(String plain) {
    return plain.length() <= 400 && (Notes.isNote(plain) || Notes.isEmbargo(plain));
  }

  private void signalOf(String note) {
    String lower = note.toLowerCase(Locale.ROOT);
    if (lower.startsWith("n o u v e a u")
        || lower.startsWith("n e u")
        || lower.startsWith("u p d a t e")
        || lower.matches(".*\\b(?:replaces|remplace|ersetzt|supersedes)\\b.*")) {
      draft.signal(WireItem.Signal.UPDATE);
    }
  }

  private void end() {
    boolean more = true;
    while (more && !blocks.isEmpty()) {
      Block block = last();
      if (!(block instanceof Block.Paragraph paragraph)) {
        return;
      }
      String plain = block.plain();
      more = true;
      if (Notes.isAppearedFirst(plain)
          || Notes.isReadMore(plain)
          || Notes.isRule(plain)
          || Notes.isEnd(plain)
          || blocks.size() > 1 && Notes.isSignOff(plain, draft.agencies)) {
        remove(plain);
      } else if (blocks.size() > 1 && Notes.isCopyright(plain)) {
        if (draft.notice.isEmpty()) {
          draft.notice = Optional.of(plain);
        }
        remove(plain);
      } else if (blocks.size() > 1 && isEditors(plain)) {
        draft.note(plain);
        blocks.remove(blocks.size() - 1);
      } else {
        more = lastLine(paragraph);
      }
    }
  }

  private void remove(String plain) {
    draft.remarks.add(
        "left out at the end: " + (plain.length() > 80 ? plain.substring(0, 80) + "…" : plain));
    blocks.remove(blocks.size() - 1);
  }

  /** A sign-off behind the last break of the last paragraph, or its last words. */
  private boolean lastLine(Block.Paragraph paragraph) {
    String text = paragraph.text();
    int at = text.lastIndexOf(Inline.BREAK);
    if (at > 0) {
      String line = Inline.plain(text.substring(at + 1));
      if (line.isEmpty() || Notes.isEnd(line) || Notes.isSignOff(line, draft.agencies)) {
        draft.remarks.add("left out at the end: " + line);
        blocks.set(
            blocks.size() - 1,
            new Block.Paragraph(text.substring(0, at), paragraph.loose(), paragraph.after()));
        return true;
      }
    }
    Matcher bracket = LAST_BRACKET.matcher(text);
    if (bracket.find()
        && bracket.start() > 0
        && draft.agencies.contains(Text.core(bracket.group(1)))) {
      draft.remarks.add("left out at the end: " + bracket.group().strip());
      blocks.set(
          blocks.size() - 1,
          new Block.Paragraph(
              text.substring(0, bracket.start()), paragraph.loose(), paragraph.after()));
      return true;
    }
    Matcher mark = AGENCY_MARK.matcher(text);
    if (mark.find() && mark.start() > 0) {
      draft.remarks.add("left out at the end: " + mark.group().strip());
      blocks.set(
          blocks.size() - 1,
          new Block.Paragraph(
              text.substring(0, mark.start()), paragraph.loose(), paragraph.after()));
      return true;
    }
    return false;
  }

  /** A name in brackets behind the last sentence. */
  private static final Pattern LAST_BRACKET =
      Pattern.compile("\\s+[(\\[]\\s?([\\p{L}\\p{N}][\\p{L}\\p{N} .&-]{1,24})\\s?[)\\]]\\.?\\s*$");

  /** Double equals and a name at the end of the text. */
  private static final Pattern AGENCY_MARK =
      Pattern.compile("\\s*==+\\s?[\\p{L}\\p{N} .-]{2,25}\\s*$");

  /** Short lines in capitals between paragraphs, where the format says so. */
  private void headings() {
    if (!draft.capitalHeadings) {
      return;
    }
    for (int i = 1; i + 1 < blocks.size(); i++) {
      if (blocks.get(i) instanceof Block.Paragraph paragraph
          && blocks.get(i - 1) instanceof Block.Paragraph
          && blocks.get(i + 1) instanceof Block.Paragraph next
          && isCrosshead(paragraph.plain())
          && !isCrosshead(next.plain())) {
        blocks.set(i, new Block.Heading(2, paragraph.text().replaceAll("[\uE001\uE002]", "")));
      }
    }
  }

  private static boolean isCrosshead(String plain) {
    return plain.length() >= 4
        && plain.length() <= 60
        && Text.isCapitals(plain)
        && !plain.matches(".*[.:;,*)]$")
        && !plain.matches(".*\\d{3,}.*");
  }

  /** The place with which the text begins. */
  Optional<String> opening() {
    int looked = 0;
    for (Block block : blocks) {
      if (block instanceof Block.Paragraph) {
        Optional<String> place = Place.opening(block.plain());
        if (place.isPresent()) {
          return place;
        }
        if (++looked == 4) {
          break;
        }
      }
    }
    return Optional.empty();
  }
}
