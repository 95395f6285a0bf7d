package org.newsbake.article;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keys by which other site generators, wires and editorial systems hold a story back, and own keys
 * in another spelling. Letter case, hyphens, underscores and spaces do not count.
 */
final class ForeignKeys {

  /** What a key says of a story. */
  enum Sense {
    /** True or an instant: from then on it is out. */
    PUBLISHES,
    /** True or an instant: until then it is not out. */
    HOLDS,
    /** True: it is not out. */
    CONCEALS,
    /** True or an instant: from then on it is not out. */
    ENDS,
    /** True or an instant: from then on it is withdrawn. */
    KILLS,
    /** A word. */
    STATUS,
    /** Hugo's map of build options. */
    BUILD,
    /** False: it gets no page. */
    PERMALINK
  }

  /**
   * A known key.
   *
   * @param strict whether its name has no other use, so that a value that cannot be read is a doubt
   */
  record Known(Sense sense, boolean strict) {}

  /** What a word says of a story. */
  enum Word {
    YES,
    NO,
    OUT,
    HELD,
    KILLED,
    NEVER,
    UNKNOWN
  }

  private static final Pattern NO_LETTER = Pattern.compile("[^a-z0-9]+");

  /** Words before a key that do not change what it says, longest first. */
  private static final List<String> PREFIXES =
      List.of(
          "wordpress",
          "eleventy",
          "newsbake",
          "document",
          "article",
          "content",
          "jekyll",
          "pelican",
          "jbake",
          "ghost",
          "astro",
          "entry",
          "story",
          "hugo",
          "zola",
          "item",
          "page",
          "post",
          "news",
          "meta",
          "cms",
          "doc",
          "wp",
          "is");

  private static final Map<String, Known> KEYS = keys();

  private static final Map<String, Word> WORDS = words();

  private ForeignKeys() {}

  /** What a key says, if it is one by which stories are held back. */
  static Optional<Known> of(String key) {
    String name = normal(key);
    Known known = KEYS.get(name);
    for (int i = 0; known == null && i < PREFIXES.size(); i++) {
      String prefix = PREFIXES.get(i);
      known = name.startsWith(prefix) ? KEYS.get(name.substring(prefix.length())) : null;
    }
    return known == null && name.contains("embargo")
        ? Optional.of(new Known(Sense.HOLDS, true))
        : Optional.ofNullable(known);
  }

  /** Whether a key is an own one in another spelling. */
  static boolean isSpelling(String key, String own) {
    String name = normal(key);
    return !key.equals(own) && (name.equals(own) || name.equals("jbake" + own));
  }

  /** What a word says. A scheme before a colon, as in {@code stat:usable}, does not count. */
  static Word word(String value) {
    return WORDS.getOrDefault(normal(value.substring(value.lastIndexOf(':') + 1)), Word.UNKNOWN);
  }

  private static String normal(String key) {
    return NO_LETTER.matcher(key.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static Map<String, Known> keys() {
    Map<String, Known> keys = new HashMap<>();
    Set<String> moments = Set.of("date", "at", "on", "time", "datetime", "day", "after");
    Set<String> starts = Set.of("from", "since", "start", "for");
    Set<String> ends = Set.of("until", "untildate", "till", "to", "end", "ends", "through");

    for (String stem :
        words("publish published publishing publication pub release released golive schedule")) {
      put(keys, Sense.PUBLISHES, true, stem, moments, starts);
    }
    put(keys, Sense.PUBLISHES, true, "scheduled", moments, starts);
    for (String stem : words("live available visible valid show shown display online active")) {
      put(keys, Sense.PUBLISHES, true, stem, Set.of("at", "on", "after"), starts);
      put(keys, Sense.ENDS, true, stem, ends, Set.of());
    }
    for (String key :
        words(
            "publish published released golive date datepublished datereleased datepublish"
                + " dateofpublication publishup startpublishing notbefore postdate postat poston"
                + " public visible listed firstpublished publishschedule")) {
      keys.put(key, new Known(Sense.PUBLISHES, true));
    }
    for (String key :
        words(
            "pub publication release live available online active enabled approved cleared usable"
                + " output render ready scheduled schedule issued")) {
      keys.put(key, new Known(Sense.PUBLISHES, false));
    }

    for (String stem :
        words("embargo embargoed hold onhold held withhold withheld blackout holdback")) {
      keys.put(stem, new Known(Sense.HOLDS, true));
      put(keys, Sense.HOLDS, true, stem, moments, ends);
      put(
          keys,
          Sense.HOLDS,
          true,
          stem,
          Set.of("for", "lift", "lifts", "lifted", "release"),
          Set.of("forrelease", "releasedate", "before"));
    }
    for (String stem : words("donotpublish dontpublish nopublish donotrelease notforpublication")) {
      put(keys, Sense.HOLDS, true, stem, Set.of("before", "until", "till"), Set.of());
      keys.put(stem, new Known(Sense.CONCEALS, true));
    }

    for (String key :
        words(
            "draft drafts private hidden unlisted confidential nopub notforrelease"
                + " eleventyexcludefromcollections excludefromcollections excludefromcollection"
                + " unpublishedversion notpublished notpublic")) {
      keys.put(key, new Known(Sense.CONCEALS, true));
    }
    for (String key :
        words(
            "secret wip internal headless ignore ignored skip exclude excluded disabled restricted"
                + " offline hide inactive pending unapproved")) {
      keys.put(key, new Known(Sense.CONCEALS, false));
    }

    for (String stem : words("expire expires expired expiry expiration unpublish unpublished")) {
      keys.put(stem, new Known(Sense.ENDS, true));
      put(keys, Sense.ENDS, true, stem, moments, Set.of("from"));
    }
    for (String stem : words("publish published publishing release released pub rights license")) {
      put(keys, Sense.ENDS, true, stem, ends, Set.of("down", "expire", "expires", "expiry"));
    }
    for (String stem : words("offline hide hidden takedown takeoffline remove removal archive")) {
      put(keys, Sense.ENDS, true, stem, Set.of("at", "on", "after", "date"), Set.of("from"));
    }
    for (String key :
        words(
            "takedown takeoffline notafter finishpublishing dateexpires dateexpired dateexpiry")) {
      keys.put(key, new Known(Sense.ENDS, true));
    }

    for (String stem :
        words(
            "kill killed spike spiked cancel canceled cancelled withdraw withdrawn retract"
                + " retracted recall recalled trash trashed delete deleted pulled")) {
      keys.put(stem, new Known(Sense.KILLS, stem.startsWith("kill") || stem.startsWith("spike")));
      put(keys, Sense.KILLS, true, stem, moments, Set.of("from"));
    }

    for (String key :
        words(
            "status pubstatus publicationstatus publishstatus publishingstatus publishedstatus"
                + " publishstate publishedstate pubstate publicationstate visibility workflowstatus"
                + " workflowstate editorialstatus editorialstate releasestatus statuses")) {
      keys.put(key, new Known(Sense.STATUS, true));
    }
    for (String key :
        words(
            "state stage workflow access audience availability approval approvalstatus reviewstatus"
                + " phase")) {
      keys.put(key, new Known(Sense.STATUS, false));
    }
    keys.put("build", new Known(Sense.BUILD, true));
    keys.put("permalink", new Known(Sense.PERMALINK, true));
    return Map.copyOf(keys);
  }

  private static void put(
      Map<String, Known> keys,
      Sense sense,
      boolean strict,
      String stem,
      Set<String> some,
      Set<String> more) {
    some.forEach(suffix -> keys.put(stem + suffix, new Known(sense, strict)));
    more.forEach(suffix -> keys.put(stem + suffix, new Known(sense, strict)));
  }

  private static Map<String, Word> words() {
    Map<String, Word> words = new HashMap<>();
    words("true yes y on 1").forEach(word -> words.put(word, Word.YES));
    words("false no n off 0").forEach(word -> words.put(word, Word.NO));
    words(
            "usable public publish published publisheddate visible listed everyone everybody anyone"
                + " all world open online live released active approved cleared final available"
                + " immediate immediately now")
        .forEach(word -> words.put(word, Word.OUT));
    words(
            "draft drafts autodraft pending pendingreview inreview review private hidden unlisted"
                + " secret future scheduled hold onhold held holdforrelease withhold withheld"
                + " embargo embargoed unpublished notpublished nopublish inactive disabled offline"
                + " internal confidential restricted protected password members paid tiers"
                + " subscribers wip unapproved notapproved rejected submitted inprogress progress"
                + " nobody noone staff admin admins expired archived fetched routed todo idea"
                + " notpublic notusable")
        .forEach(word -> words.put(word, Word.HELD));
    words(
            "canceled cancelled cancel kill killed spike spiked withdraw withdrawn retract"
                + " retracted recall recalled trash trashed delete deleted remove removed pulled"
                + " void")
        .forEach(word -> words.put(word, Word.KILLED));
    words("never none").forEach(word -> words.put(word, Word.NEVER));
    return Map.copyOf(words);
  }

  private static List<String> words(String line) {
    return List.of(line.split(" "));
  }
}
