package org.newsbake.desk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.newsbake.article.ArticleFile;
import org.newsbake.desk.Decisions.State;
import org.newsbake.desk.Decisions.Verdict;
import org.newsbake.edition.ImportRules;
import org.newsbake.edition.ImportRules.Tagging;
import org.newsbake.wire.WireItem;
import org.newsbake.wire.WirePicture;
import org.newsbake.wire.WireTime;

/**
 * Makes the article of an item: a function of the item, the decision and the rules of its source.
 *
 * @param source the key of the source
 * @param rules how its copy is imported
 * @param zone the zone of times that have none
 */
record Copy(String source, ImportRules rules, ZoneId zone) {

  /** The keys that are the agency's: a new version replaces them. */
  static final List<String> KEYS =
      List.of(
          "title",
          "date",
          "updated",
          "type",
          "source",
          "guid",
          "version",
          "language",
          "authors",
          "dateline",
          "summary",
          "embargo",
          "expires",
          "killed",
          "wire");

  /** The keys that an import fills once; what the newsroom makes of them stays. */
  static final List<String> SHARED = List.of("status", "section", "tags", "image");

  /** The order of the keys; those of the newsroom alone come before the last. */
  static final List<String> ORDER =
      List.of(
          "title",
          "date",
          "updated",
          "type",
          "status",
          "source",
          "guid",
          "version",
          "language",
          "authors",
          "dateline",
          "summary",
          "section",
          "tags",
          "embargo",
          "expires",
          "killed",
          "image");

  private static final int LONGEST_HEADLINE = 120;

  /**
   * An article, and why it is no published story.
   *
   * @param hash the digest of what the agency wrote
   * @param open terms of use that no rule allows
   */
  record Made(ArticleFile file, String hash, boolean published, List<String> open) {}

  /**
   * @param first when the first version of all was made
   * @param received when it came, for what names no date
   * @param image the picture that is stored beside it, as front matter names it
   */
  Made make(
      WireItem item,
      Verdict verdict,
      Instant first,
      Instant received,
      Optional<Map<String, Object>> image) {
    WireItem.Story story = item.story();
    List<String> body = new ArrayList<>();
    for (String block : story.body()) {
      if (rules.strip().stream().noneMatch(it -> starts(block, it))) {
        body.add(block);
      }
    }
    List<String> open = new ArrayList<>(Terms.open(item, rules));
    boolean published = rules.published() && verdict.state() == State.STORY && open.isEmpty();
    Instant created = item.identity().created().map(it -> it.instant(zone)).orElse(received);
    Instant date = first.equals(Instant.MIN) || first.isAfter(created) ? created : first;
    ArticleFile file = ArticleFile.EMPTY.with("title", headline(item)).with("date", iso(date));
    if (created.isAfter(date)) {
      file = file.with("updated", iso(created));
    }
    file = file.with("type", "post").with("status", published ? "published" : "draft");
    file = file.with("source", source);
    file = with(file, "guid", item.identity().guid());
    file = with(file, "version", item.identity().version());
    file = with(file, "language", story.language().or(rules::language));
    if (!story.bylines().isEmpty()) {
      file = file.with("authors", story.bylines());
    }
    file = with(file, "dateline", story.dateline());
    file = with(file, "summary", story.summary());
    file = with(file, "section", section(story));
    List<String> tags = tags(story);
    if (!tags.isEmpty()) {
      file = file.with("tags", tags);
    }
    if (item.rights().embargo().isPresent()) {
      file = file.with("embargo", iso(item.rights().embargo().get()));
    }
    if (item.rights().expires().isPresent()) {
      file = file.with("expires", iso(item.rights().expires().get()));
    }
    if (verdict.state() == State.KILLED) {
      file = file.with("killed", true);
    }
    if (image.isPresent()) {
      file = file.with("image", image.get());
    }
    file = file.with("wire", Map.of()).withBody("\n" + String.join("\n\n", body) + "\n");
    String hash = file.hash();
    return new Made(file.with("wire", wire(item, hash)), hash, published, open);
  }

  /** The item, or one that is no story where a rule refuses it. */
  WireItem refused(WireItem item) {
    List<String> words = new ArrayList<>();
    item.story().headline().ifPresent(words::add);
    item.story().slugline().ifPresent(words::add);
    item.story().subjects().forEach(it -> it.name().ifPresent(words::add));
    boolean story =
        item.handling().publish() == WireItem.Publish.YES
            || item.handling().publish() == WireItem.Publish.HOLD;
    Optional<String> rule =
        rules.refuse().stream()
            .filter(
                it ->
                    words.stream()
                        .anyMatch(
                            word ->
                                word.toLowerCase(Locale.ROOT)
                                    .contains(it.toLowerCase(Locale.ROOT))))
            .findFirst();
    return story && rule.isPresent() ? item.refused("import.refuse: " + rule.get()) : item;
  }

  private static boolean starts(String block, String line) {
    return block.regionMatches(true, 0, line, 0, line.length());
  }

  private static ArticleFile with(ArticleFile file, String key, Optional<String> value) {
    return value.filter(it -> !it.isBlank()).map(it -> file.with(key, it)).orElse(file);
  }

  private OffsetDateTime iso(WireTime time) {
    return iso(time.instant(zone));
  }

  private OffsetDateTime iso(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime();
  }

  /** The headline, or what may stand for one. */
  static String headline(WireItem item) {
    Optional<String> sentence =
        item.story().body().stream()
            .map(
                it ->
                    it.replaceAll("\\\\(?=\\p{Punct})", "").replaceAll("[*#>|\\[\\]]+", "").strip())
            .filter(it -> !it.isEmpty())
            .findFirst();
    String headline =
        item.story()
            .headline()
            .or(
                () ->
                    item.handling().publish() == WireItem.Publish.YES
                        ? Optional.empty()
                        : item.story().slugline())
            .or(() -> sentence.map(it -> it.split("(?<=[.!?])\\s")[0]))
            .or(() -> item.story().slugline())
            .or(() -> item.identity().guid())
            .orElse("Untitled");
    return headline.length() <= LONGEST_HEADLINE || item.story().headline().isPresent()
        ? headline
        : headline.substring(
                0,
                headline.lastIndexOf(' ', LONGEST_HEADLINE) > 0
                    ? headline.lastIndexOf(' ', LONGEST_HEADLINE)
                    : LONGEST_HEADLINE)
            + "…";
  }

  private Optional<String> section(WireItem.Story story) {
    for (WireItem.Subject subject : story.subjects()) {
      String code = subject.code().toLowerCase(Locale.ROOT);
      String local = code.substring(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);
      for (String key : List.of(code, local, subject.name().orElse("").toLowerCase(Locale.ROOT))) {
        if (rules.sections().containsKey(key)) {
          return Optional.of(rules.sections().get(key));
        }
      }
    }
    for (String keyword : story.keywords()) {
      String section = rules.sections().get(keyword.toLowerCase(Locale.ROOT));
      if (section != null) {
        return Optional.of(section);
      }
    }
    return rules.section();
  }

  /** Names of subjects and keywords, never codes. */
  private List<String> tags(WireItem.Story story) {
    Set<String> tags = new LinkedHashSet<>();
    if (rules.tags() == Tagging.SUBJECTS || rules.tags() == Tagging.BOTH) {
      story.subjects().stream()
          .map(it -> it.name().or(() -> MediaTopics.name(it.code(), story.language())))
          .flatMap(Optional::stream)
          .forEach(it -> add(tags, it));
    }
    if (rules.tags() == Tagging.KEYWORDS || rules.tags() == Tagging.BOTH) {
      story.keywords().forEach(it -> add(tags, it));
    }
    return List.copyOf(tags);
  }

  private static void add(Set<String> tags, String tag) {
    boolean known = tags.stream().anyMatch(it -> it.equalsIgnoreCase(tag));
    if (!known && !tag.isBlank() && tag.length() <= 60 && tag.matches(".*\\p{L}{2}.*")) {
      tags.add(tag);
    }
  }

  private Map<String, Object> wire(WireItem item, String hash) {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("format", item.format().toString());
    wire.put("hash", hash);
    item.identity().created().ifPresent(it -> wire.put("created", iso(it)));
    item.handling()
        .signal()
        .ifPresent(it -> wire.put("signal", it.toString().toLowerCase(Locale.ROOT)));
    item.story().urgency().ifPresent(it -> wire.put("urgency", it));
    item.story().slugline().ifPresent(it -> wire.put("slugline", it));
    List<String> subjects = item.story().subjects().stream().map(WireItem.Subject::code).toList();
    if (!subjects.isEmpty()) {
      wire.put("subjects", subjects);
    }
    if (!item.rights().usage().isEmpty()) {
      wire.put("usage", item.rights().usage());
    }
    item.rights().notice().ifPresent(it -> wire.put("copyright", it));
    item.rights().holder().ifPresent(it -> wire.put("holder", it));
    item.rights().credit().ifPresent(it -> wire.put("credit", it));
    return wire;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** The front matter of a picture. */
  Map<String, Object> image(String src, WirePicture picture) {
    Map<String, Object> image = new LinkedHashMap<>();
    image.put("src", src);
    picture.caption().ifPresent(it -> image.put("alt", it));
    picture.caption().ifPresent(it -> image.put("caption", it));
    picture.credit().ifPresent(it -> image.put("credit", it));
    picture.expires().ifPresent(it -> image.put("expires", iso(it)));
    return image;
  }
}
