package org.newsbake.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * A way to write a story, and what it means. The generator knows the meaning from how it made the
 * file: nothing here asks the program.
 *
 * @param name what was done, for messages
 * @param live whether the story is surely live; otherwise it must not be in the output
 * @param gone whether the story may be withdrawn, so that its address may be listed as gone
 * @param file the name of the file without its folder
 * @param bytes what is in the file
 */
record Slip(String name, boolean live, boolean gone, String file, byte[] bytes) {

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

  private static final List<String> TRUE = List.of("true", "True", "TRUE", "yes", "on", "'true'");

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
          "0");

  private static final List<String> BACKUPS =
      List.of("%s.md~", "#%s.md#", "%s.md.orig", "%s.md.bak", ".%s.md.swp", "%s.md.old", "%s.md.1");

  private static final List<String> NOT_READ =
      List.of(
          "%s.markdown",
          "%s.MD",
          "%s.Md",
          "%s.mdx",
          "%s.htm",
          "%s.HTML",
          "%s.txt",
          "%s.mdown",
          "%s.rst",
          "%s.text");

  /** Ways to damage the frame of a header that holds its story back. */
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

  /** A story without a slip, which is live. */
  static Slip none(Random random, String word, String links) {
    List<String> more = new ArrayList<>();
    String name = "live";
    switch (random.nextInt(6)) {
      case 0 -> more.add("embargo: " + pick(random, PAST));
      case 1 -> more.add("expires: 2026-12-24");
      case 2 -> more.add("killed: false");
      case 3 -> more.add("draft: false");
      case 4 -> more.add("# embargo: 2030-01-01");
      default -> {}
    }
    String text = story(word, "published", "2026-11-01", more, links);
    switch (random.nextInt(6)) {
      case 0 -> {
        name = "live, CRLF";
        text = text.replace("\n", "\r\n");
      }
      case 1 -> {
        name = "live, BOM";
        text = "\uFEFF" + text;
      }
      default -> {}
    }
    return new Slip(name + " " + more, true, false, word + ".md", bytes(text));
  }

  /** A story that must not be live, with any slip or none. */
  static Slip any(Random random, String word, String links) {
    String status = "published";
    String date = "2026-11-01";
    List<String> more = new ArrayList<>();
    boolean gone = false;
    switch (random.nextInt(12)) {
      case 0 -> {
        // Some of these words withdraw a story.
        gone = true;
        status = pick(random, NOT_PUBLISHED);
      }
      case 1 -> date = pick(random, FUTURE);
      case 2, 3 -> more.add("embargo: " + pick(random, FUTURE));
      case 4 -> {
        more.add("expires: " + pick(random, PAST));
        gone = true;
      }
      case 5 -> {
        more.add("killed: " + pick(random, random.nextBoolean() ? TRUE : PAST));
        gone = true;
      }
      case 6 -> more.add(otherCase(random, "embargo") + ": 2027-01-01");
      case 7 -> {
        more.add(otherCase(random, random.nextBoolean() ? "expires" : "killed") + ": 2026-11-10");
        gone = true;
      }
      case 8 -> more.add(misspelt(random, "embargo") + ": 2027-01-01");
      case 9 -> {
        more.add(misspelt(random, random.nextBoolean() ? "expires" : "killed") + ": 2026-11-10");
        gone = true;
      }
      case 10 -> {
        // So do some of these keys.
        gone = true;
        more.add(
            pick(
                random,
                List.of(
                    "draft: true",
                    "draft: yes",
                    "draft: perhaps",
                    "Draft: true",
                    "published: false",
                    "publishDate: 2027-01-01",
                    "publish_date: 2027-01-01",
                    "expiryDate: 2026-11-10",
                    "embargo_until: 2027-01-01",
                    "embargoed: true",
                    "embargoed: 2027-01-01",
                    "hold: true",
                    "pubstatus: canceled",
                    "visibility: private",
                    "unlisted_until: 2027-01-01",
                    "publishDate: soon")));
      }
      default -> {
        // A value of killed that cannot be read withdraws the story.
        gone = true;
        more.add(
            pick(
                random,
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
                    "killed: perhaps",
                    "killed: [true]",
                    "expires: never",
                    "expires: 2026-11-20 11:00 in the morning")));
      }
    }
    String text = story(word, status, date, more, links);
    int frame = random.nextInt(3) > 0 ? 0 : random.nextInt(FRAMES.size());
    text = FRAMES.get(frame).apply(text);
    String file = word + ".md";
    byte[] bytes = random.nextInt(40) == 0 ? text.getBytes(StandardCharsets.UTF_16) : bytes(text);
    if (random.nextInt(4) == 0) {
      file = String.format(pick(random, random.nextBoolean() ? BACKUPS : NOT_READ), word);
    }
    String name = String.join(" | ", status, date, more.toString(), "frame " + frame);
    return new Slip(name, false, gone, file, bytes);
  }

  /** A sound story in a file that is not read as an article. */
  static Slip renamed(Random random, String word, String links) {
    Slip live = none(random, word, links);
    String file = String.format(pick(random, random.nextBoolean() ? BACKUPS : NOT_READ), word);
    return new Slip("renamed", false, false, file, live.bytes);
  }

  private static String otherCase(Random random, String key) {
    return switch (random.nextInt(3)) {
      case 0 -> key.toUpperCase(java.util.Locale.ROOT);
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

  private static String story(
      String word, String status, String date, List<String> more, String links) {
    return """
    ---
    title: T WORD
    type: post
    status: STATUS
    date: DATE
    slug: s-WORD
    summary: S WORD
    section: WORD section
    tags: [WORD-tag, common]
    author: A WORD
    dateline: D WORD
    guid: urn:WORD
    aliases: [/old/WORD]
    image:
      src: img/WORD.svg
      alt: WORD
      caption: C WORD
    MOREcorrections:
      - date: 2026-11-02T00:00:00Z
        text: R WORD
    ---
    Body WORD.

    ![WORD](img/inline-WORD.svg)
    LINKS
    """
        .replace("MORE", more.isEmpty() ? "" : String.join("\n", more) + "\n")
        .replace("WORD", word)
        .replace("STATUS", status)
        .replace("DATE", date)
        .replace("LINKS", links);
  }

  private static <T> T pick(Random random, List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return file + ": " + name + "\n" + new String(bytes, StandardCharsets.UTF_8);
  }
}
