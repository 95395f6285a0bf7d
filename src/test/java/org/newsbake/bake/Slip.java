package org.newsbake.bake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A way to write a story, and what it means. The generator knows the meaning from how it made the
 * file: nothing here asks the program.
 *
 * @param name what was done, for messages
 * @param live whether the story is surely live; otherwise it must not be in the output
 * @param withdrawn whether its header says without a doubt that it was live and is withdrawn, so
 *     that its address may be listed as gone
 * @param file the name of the file without its folder
 * @param bytes what is in the file
 */
record Slip(String name, boolean live, boolean withdrawn, String file, byte[] bytes) {

  /** What the stories of a trial have in common. */
  record Setting(Random random, String pictures) {
    <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    boolean chance(int of) {
      return random.nextInt(of) == 0;
    }
  }

  /** The key of an agency with a contract that is kept, and of one with a slip in it. */
  static final String AGENCY = "northwind";

  static final String DOUBTFUL_AGENCY = "brinmore";

  /** What no clock and no calendar has: never an instant, in any key. */
  private static final List<String> UNREADABLE =
      List.of(
          "2026-11-10 22:00 CET",
          "2026-11-10 - after the council meets",
          "2026-11-10, noon",
          "2026-11-10 (tbc)",
          "2026-11-10 22:00 / 23:00",
          "2026-11-31",
          "2026-13-01",
          "soon",
          "tomorrow",
          "after lunch",
          "{until: 2026-11-10}",
          "[2026-11-10, 2026-11-11]");

  /** The instants of the tests are in November 2026; {@link TestSite#NOW} is the 20th, at noon. */
  private static final List<String> FUTURE =
      List.of(
          "2026-11-20T22:00:00Z",
          "2026-11-20T22:00:00+01:00",
          "2026-11-20 22:00 GMT",
          "2026-11-20 22:00 UTC",
          "2026-11-20 10:00 PM",
          "2026-11-20 22:00 CET",
          "2026-11-20T22:00[Europe/London]",
          "2026-11-20 at 22:00",
          "2026-11-20 22.00",
          "2026-11-20 22h00",
          "2026-11-20 - after the council meets",
          "2026-11-20, noon",
          "2026-11-21",
          "2027-01-01",
          "21 November 2026",
          "Nov 21, 2026",
          "21/11/2026",
          "2026/11/21",
          "20261121",
          "tomorrow",
          "2026-11-31",
          "2026-13-01",
          "'2026-11-20 22:00",
          "soon",
          "[2026-11-21]",
          "{until: 2026-11-21}");

  private static final List<String> PAST =
      List.of("2026-11-10", "2026-11-10T08:00:00Z", "2026-11-10T08:00:00+02:00");

  private static final List<String> TRUE = List.of("true", "True", "TRUE", "yes", "on");

  /** Statuses and values that surely do not say "published". */
  private static final List<String> NOT_PUBLISHED =
      List.of(
          "draft",
          "Draft",
          "DRAFT",
          "withheld",
          "canceled",
          "cancelled",
          "hold",
          "embargoed",
          "killed",
          "unpublished",
          "drafts",
          "[draft]",
          "{is: draft}",
          "'draft '",
          "draft # later",
          "not published",
          "\u201cdraft\u201d",
          "false",
          "0",
          "published?",
          "published-later",
          "publish",
          "Published");

  /** Keys of others by which a story is held back; their addresses never were public. */
  private static final List<String> FOREIGN =
      List.of(
          "draft: true",
          "draft: yes",
          "draft: perhaps",
          "Draft: true",
          "published: false",
          "publishDate: 2027-01-01",
          "publish_date: 2027-01-01",
          "embargo_until: 2027-01-01",
          "embargoed: true",
          "embargoed: 2027-01-01",
          "hold: true",
          "visibility: private",
          "unlisted_until: 2027-01-01",
          "publishDate: soon",
          "expiryDate: perhaps",
          "spiked: maybe",
          "pubstatus: hm",
          "private: yes");

  /** Keys of others by which a story is withdrawn. */
  private static final List<String> FOREIGN_ENDS =
      List.of("expiryDate: 2026-11-10", "pubstatus: canceled", "unpublish_on: 2026-11-10");

  /** Lines of a header that are nearly right. */
  private static final List<String> YAML_LINES =
      List.of(
          "status: draft",
          "embargo:2027-01-01",
          "embargo : [",
          "embargo:\u00a02027-01-01",
          "embargo\uff1a 2027-01-01",
          "embargo = 2027-01-01",
          "  embargo: 2027-01-01",
          "\tembargo: 2027-01-01",
          "news: {embargo: 2027-01-01}",
          "news:\n  status: draft",
          "embargo:",
          "killed:",
          "expires: ~",
          "killed: perhaps",
          "killed: [true]",
          "killed: 'true",
          "expires: never",
          "expires: 2026-11-20 11:00 in the morning");

  private static final List<String> KEY_VALUE_LINES =
      List.of(
          "embargo: 2027-01-01",
          "embargo 2027-01-01",
          "embargo = 2027-01-01",
          "\tembargo\t=\t2027-01-01",
          "embargo=",
          "embargo==2027-01-01",
          "embargo=\"2027-01-01\"",
          "embargo=2027-01-01 \\",
          "jbake-embargo=2027-01-01",
          "embargo.until=2027-01-01",
          "Embargo=2027-01-01",
          "embargo\u00a0=2027-01-01",
          "embargo\uff1d2027-01-01",
          "embargo={\"until\": \"2027-01-01\"}",
          "embargo=2027-01-01;expires=2028-01-01",
          "status=draft",
          "killed=",
          "killed=perhaps",
          "killed='true'",
          "killed=true # by the desk",
          "expires=never",
          "title=Twice");

  /** Lines that leave open what the contract of the story asks for. */
  private static final List<String> SOURCES =
      List.of(
          "source: " + DOUBTFUL_AGENCY,
          "source: nothwind",
          "Source: " + AGENCY,
          "source: [" + AGENCY + "]",
          "source: {key: " + AGENCY + "}",
          "source: " + AGENCY + ", " + DOUBTFUL_AGENCY,
          "source:",
          "source: ''",
          "SOURCE: " + DOUBTFUL_AGENCY);

  /** Clauses that nothing enforces, or that cannot be read. */
  static final List<String> CLAUSES =
      List.of(
          "allowed_days: 3",
          "max_days: 5",
          "territories: [north]",
          "images: false",
          "no_archive: true",
          "noArchive: true",
          "retention: 30",
          "embargo: 2h",
          "rights: none",
          "commercial_use: no",
          "fedd: none",
          "Feed: none",
          "feed: sumary",
          "feed: [none]",
          "canonicl: original",
          "canonical: orignal",
          "notise: Not ours.",
          "notice: [Not, ours]",
          "notices: none",
          "trsut: text",
          "trust: fulll",
          "wire_words: maybe");

  private static final List<String> BACKUPS =
      List.of(
          "%s.md~",
          "#%s.md#",
          "%s.md.orig",
          "%s.md.bak",
          "%s.MD.BAK",
          ".%s.md.swp",
          ".%s.md.swo",
          "%s.md.old",
          "%s.md.1",
          "%s.md.save",
          "%s.md.tmp",
          "%s.md.rej",
          "%s.md.sync-conflict-20261119");

  /** Names with an article's extension that no engine reads. */
  private static final List<String> NOT_READ =
      List.of(
          "%s.markdown",
          "%s.Markdown",
          "%s.MD",
          "%s.Md",
          "%s.mD",
          "%s.mdx",
          "%s.htm",
          "%s.HTML",
          "%s.txt",
          "%s.md.txt",
          "%s.mdown",
          "%s.rst",
          "%s.text");

  /** Any other name; such a file is withheld in the content folder alone. */
  private static final List<String> ODD =
      List.of(
          "%s",
          "%s.md ",
          "%s md",
          "%s-md",
          "%s.md-old",
          "%s.md,v",
          "%s.md_",
          "%s.m",
          "%s.article",
          "%s.js",
          "%s.csv",
          "%s.json",
          "%s.toml",
          ".%s.md",
          "%s.md.gz",
          "%s.story.2");

  /** Ways to damage the frame of a YAML header that holds its story back. */
  private static final List<UnaryOperator<String>> FRAMES =
      List.of(
          text -> text,
          text -> "\uFEFF" + text,
          text -> text.replace("\n", "\r\n"),
          text -> text.replace("\n", "\r"),
          text -> "\n\n" + text,
          text -> text.replaceFirst("---\n", ""),
          text -> text.replaceFirst("\n---\n", "\n...\n"),
          text -> text.replaceFirst("\n---\n", "\n\n"),
          text -> text.replaceFirst("\n---\n", "\n----\n"),
          text -> text.replaceFirst("\n---\n", "\n--- \n"),
          text -> text.replaceFirst("---\n", "----\n"),
          text -> text.replaceFirst("---\n", "--\n"),
          text -> text.replaceFirst("---\n", "--- \n"),
          text -> text.replaceFirst("---\n", " ---\n"),
          text -> text.replaceFirst("---\n", "---yaml\n"),
          text -> text.replaceFirst("---\n", "\u200B---\n"),
          text -> text.replace("---\n", "+++\n").replaceAll("(?m)^([a-z]+): ", "$1 = "),
          text -> text.replace("---\n", "```\n"),
          text -> text.replaceFirst("---\n", "<!--\n").replaceFirst("\n---\n", "\n-->\n"),
          text -> text.replaceFirst("---\n", "---\ntitle: twice\n"),
          text -> text.replaceFirst("---\n", "---\n\ttab: x\n"),
          text -> text.replaceFirst("---\n", "---\nopen: [a, b\n"),
          text -> text.replaceFirst("---\n", "---\nquote: \"x\n"),
          text -> text.replaceFirst("---\n", "---\nstray words\n"));

  /** Those that leave a header in which nothing but space has changed. */
  private static final Set<Integer> SOUND = Set.of(0, 1, 2, 3, 4, 9, 12, 13);

  private static final Set<Integer> KEY_VALUE_SOUND = Set.of(0, 1, 2, 3, 4, 8, 9, 18, 19);

  /** The same for a header of {@code key=value} lines. */
  private static final List<UnaryOperator<String>> KEY_VALUE_FRAMES =
      List.of(
          text -> text,
          text -> "\uFEFF" + text,
          text -> text.replace("\n", "\r\n"),
          text -> text.replace("\n", "\r"),
          text -> "\n\n" + text,
          text -> text.replaceFirst("~~~~~~\n", ""),
          text -> text.replaceFirst("~~~~~~\n", "~~~~~\n"),
          text -> text.replaceFirst("~~~~~~\n", "~~~~~~~\n"),
          text -> text.replaceFirst("~~~~~~\n", "~~~~~~ \n"),
          text -> text.replaceFirst("~~~~~~\n", " ~~~~~~\n"),
          text -> text.replaceFirst("~~~~~~\n", "------\n"),
          text -> text.replaceFirst("~~~~~~\n", "---\n"),
          text -> text.replaceFirst("~~~~~~\n", "\n"),
          text -> "~~~~~~\n" + text,
          text -> "---\n" + text,
          text -> "---\n" + text.replaceFirst("~~~~~~\n", "---\n"),
          text -> "stray words\n" + text,
          text -> "\u200B" + text,
          text -> text.replaceFirst("type=", "type ="),
          text -> text.replaceFirst("status=", "status = "),
          text -> text.replaceFirst("status=", "Status="),
          text -> text.replaceAll("(?m)^([a-z]+)=", "$1: "),
          text -> text.replaceAll("(?m)^([a-z]+)=", "# $1="),
          text -> text.replaceAll("(?m)^([a-z]+)=", "$1 := "));

  /** A story without a slip, which is live. */
  static Slip none(Setting setting, String word, String links) {
    List<String> more = new ArrayList<>();
    boolean yaml = !setting.chance(3);
    switch (setting.random.nextInt(9)) {
      case 0 -> more.add("embargo: " + setting.pick(PAST));
      case 1 -> more.add("expires: 2026-12-24");
      case 2 -> more.add("killed: false");
      case 3 -> more.add("draft: false");
      case 4 -> more.add(yaml ? "# embargo: 2030-01-01" : "note: embargo lifted");
      case 5 -> more.add("updated: " + setting.pick(PAST));
      case 6 -> more.add("source: " + AGENCY);
      default -> {}
    }
    if (!yaml) {
      more.replaceAll(Slip::keyValue);
    }
    String text = story(setting, yaml, word, "post", "published", "2026-11-01", more, links);
    String name = "live";
    switch (setting.random.nextInt(6)) {
      case 0 -> {
        name = "live, CRLF";
        text = text.replace("\n", "\r\n");
      }
      case 1 -> {
        if (yaml) {
          name = "live, BOM";
          text = "\uFEFF" + text;
        }
      }
      default -> {}
    }
    return new Slip(name + " " + more, true, false, word + ".md", bytes(text));
  }

  /** A story that must not be live, with any slip or none. */
  static Slip any(Setting setting, String word, String links) {
    Random random = setting.random;
    boolean yaml = !setting.chance(3);
    String type = "post";
    String status = "published";
    String date = "2026-11-01";
    List<String> more = new ArrayList<>();
    boolean withdrawn = false;
    switch (random.nextInt(16)) {
      case 0 -> status = setting.pick(NOT_PUBLISHED);
      case 1 -> date = setting.pick(FUTURE);
      case 2, 3 -> more.add("embargo: " + setting.pick(FUTURE));
      case 4 -> {
        more.add("expires: " + setting.pick(PAST));
        withdrawn = true;
      }
      case 5 -> {
        more.add("killed: " + setting.pick(random.nextBoolean() ? TRUE : PAST));
        withdrawn = true;
      }
      case 6 -> more.add(otherCase(random, "embargo") + ": 2027-01-01");
      case 7 -> {
        more.add(otherCase(random, random.nextBoolean() ? "expires" : "killed") + ": 2026-11-10");
        withdrawn = true;
      }
      case 8 -> more.add(misspelt(random, "embargo") + ": 2027-01-01");
      case 9 ->
          more.add(misspelt(random, random.nextBoolean() ? "expires" : "killed") + ": 2026-11-10");
      case 10 -> more.add(setting.pick(FOREIGN));
      case 11 -> {
        more.add(setting.pick(FOREIGN_ENDS));
        withdrawn = true;
      }
      case 12 -> more.add("updated: " + setting.pick(UNREADABLE));
      case 13 ->
          more.add(
              yaml
                  ? "corrections: [{date: \"" + setting.pick(UNREADABLE) + "\", text: R WORD}]"
                  : "updated: " + setting.pick(UNREADABLE));
      case 14 -> more.add(setting.pick(SOURCES));
      default -> {}
    }
    if (!yaml) {
      // A key=value header has the same keys, one a line.
      more.replaceAll(Slip::keyValue);
    }
    boolean plain = more.isEmpty() && status.equals("published") && date.equals("2026-11-01");
    if (plain) {
      more.add(setting.pick(yaml ? YAML_LINES : KEY_VALUE_LINES));
    }
    if (!withdrawn && setting.chance(5)) {
      type = "page";
    }
    String text = story(setting, yaml, word, type, status, date, more, links);
    List<UnaryOperator<String>> frames = yaml ? FRAMES : KEY_VALUE_FRAMES;
    int frame = random.nextInt(3) > 0 ? 0 : random.nextInt(frames.size());
    text = frames.get(frame).apply(text);
    boolean utf16 = setting.chance(40);
    byte[] bytes = utf16 ? text.getBytes(StandardCharsets.UTF_16) : bytes(text);
    String file = setting.chance(4) ? otherName(setting, word) : word + ".md";
    String name = String.join(" | ", status, date, more.toString(), "frame " + frame);
    boolean sound =
        (yaml ? SOUND : KEY_VALUE_SOUND).contains(frame) && !utf16 && file.equals(word + ".md");
    return new Slip(name, false, withdrawn && sound, file, bytes);
  }

  /** Whether nothing was done to the frame of the header. */
  boolean plain() {
    return name.endsWith("frame 0");
  }

  /** A sound story in a file that is not read as an article. */
  static Slip renamed(Setting setting, String word, String links) {
    Slip live = none(setting, word, links);
    return new Slip("renamed", false, false, otherName(setting, word), live.bytes);
  }

  /** Whether a file of this name is withheld in the asset folder, too. */
  boolean isWithheldFromAssets() {
    return isOneOf(BACKUPS) || isOneOf(NOT_READ);
  }

  private boolean isOneOf(List<String> patterns) {
    return patterns.stream()
        .map(pattern -> pattern.split("%s", -1))
        .anyMatch(parts -> file.startsWith(parts[0]) && file.endsWith(parts[1]));
  }

  private static String otherName(Setting setting, String word) {
    return String.format(setting.pick(setting.pick(List.of(BACKUPS, NOT_READ, ODD))), word);
  }

  private static String otherCase(Random random, String key) {
    return switch (random.nextInt(3)) {
      case 0 -> key.toUpperCase(Locale.ROOT);
      case 1 -> Character.toUpperCase(key.charAt(0)) + key.substring(1);
      default -> '"' + key + " \"";
    };
  }

  /** A key with two letters changed over, one missing, or one doubled. */
  private static String misspelt(Random random, String key) {
    int at = random.nextInt(key.length() - 1);
    String rest = key.substring(at + 1);
    return switch (random.nextInt(3)) {
      case 0 -> key.substring(0, at) + rest.charAt(0) + key.charAt(at) + rest.substring(1);
      case 1 -> key.substring(0, at) + rest;
      default -> key.substring(0, at + 1) + key.charAt(at) + rest;
    };
  }

  private static String keyValue(String line) {
    return line.replaceFirst(": ?", "=");
  }

  private static String story(
      Setting setting,
      boolean yaml,
      String word,
      String type,
      String status,
      String date,
      List<String> more,
      String links) {
    boolean corrected = more.stream().noneMatch(line -> line.startsWith("corrections"));
    List<String> lines = new ArrayList<>(more);
    if (corrected && yaml) {
      lines.add(
          "corrections:\n- date: 2026-11-02T00:00:00Z\n  text: R WORD\n"
              + "- date: 2026-11-21\n  text: R WORD"
              + CanaryPicture.SECRET);
    }
    String header =
        yaml
            ? """
            ---
            title: T WORD
            type: TYPE
            status: STATUS
            date: DATE
            slug: s-WORD
            subtitle: U WORD
            summary: S WORD
            section: WORD section
            tags: [WORD-tag, common]
            author: [A WORD, B WORD]
            dateline: D WORD
            guid: urn:WORD
            version: WORD.2
            source_url: https://WORD.example/
            keywords: [WORD, common]
            custom: {note: N WORD, list: [WORD]}
            aliases: [/old/WORD]
            image:
              src: img/WORD.KIND
              alt: WORD
              caption: C WORD
              credit: F WORD
              source: G WORD
            MORE
            ---
            """
            : """
            title=T WORD
            type=TYPE
            status=STATUS
            date=DATE
            slug=s-WORD
            subtitle=U WORD
            summary=S WORD
            section=WORD section
            tags=WORD-tag,common
            author=A WORD,B WORD
            dateline=D WORD
            guid=urn:WORD
            version=WORD.2
            source_url=https://WORD.example/
            keywords=WORD,common
            custom={"note": "N WORD"}
            aliases=/old/WORD
            image=img/WORD.KIND
            MORE
            ~~~~~~
            """;
    String body =
        """
        Body WORD.

        ![WORD](img/inline-WORD.KIND)
        LINKS
        """;
    return (header + body)
        .replace("MORE\n", lines.isEmpty() ? "" : String.join("\n", lines) + "\n")
        .replace("KIND", setting.pictures)
        .replace("WORD", word)
        .replace("TYPE", type)
        .replace("STATUS", status)
        .replace("DATE", date)
        .replace("LINKS", links);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return file + ": " + name + "\n" + new String(bytes, StandardCharsets.UTF_8);
  }
}
