package org.newsbake.article;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What looks like the header of an article at the beginning of a text, whatever tool it is meant
 * for.
 *
 * @param kind what it is, for a sentence: "TOML front matter"
 * @param index where it begins in the text
 * @param telling whether a key says what only articles say: type, status, embargo or draft, or both
 *     title and date
 */
public record LikelyHeader(String kind, int index, boolean telling) {

  /** The most lines that are looked at. */
  private static final int LINES = 40;

  private static final Set<String> TELLING = Set.of("type", "status", "embargo", "draft");

  private static final String KEYS =
      "title|headline|date|pubdate|published|status|type|embargo|draft|tags|categories|category"
          + "|author|authors|byline|layout|permalink|slug|section|source|source_url|summary"
          + "|expires|updated|description|keywords|killed|publishdate|publish_date|expirydate"
          + "|embargo_until|embargoed|hold|pubstatus|visibility|language|lang|url|aliases|image"
          + "|guid|id|version|related|dateline|created|modified|template|name|subtitle|weight"
          + "|private|hidden|featured|comments|lastmod|excerpt|topics|section_id|priority|urgency"
          + "|slugline|creditline|copyright|usage|corrections";

  private static final Pattern LINE =
      Pattern.compile(
          "[\\s>{]*(?:[#/*.;%]+\\+?\\s*)?[:\"'*_]{0,3}(?:jbake-)?("
              + KEYS
              + ")[\"'*_]{0,3}\\s*[:=].*",
          Pattern.CASE_INSENSITIVE);

  /** A line that alone says that a story is held back. */
  private static final Pattern HOLD =
      Pattern.compile(
          "(?:jbake-)?(?:embargo|embargo_until|killed|draft|expires|hold)\\s*[:=]\\s*"
              + "(?:[\"']?\\d.*|[\"']?(?:true|false|yes|no)\\b.*|)",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern JSON_KEY =
      Pattern.compile("\"(?:jbake-)?(" + KEYS + ")\"\\s*:", Pattern.CASE_INSENSITIVE);

  private static final Pattern FENCE =
      Pattern.compile("(?:([-+;*~`=_%\\u2013\\u2014])\\1*|<!--.*|/\\*.*)[ \\t]*\\w*[ \\t]*");

  /** The header that the first bytes of a file look like, in UTF-8 or UTF-16. */
  public static Optional<LikelyHeader> in(byte[] bytes) {
    return in(charset(bytes).decode(ByteBuffer.wrap(bytes)).toString());
  }

  /** UTF-16 where every other byte of Latin letters is zero. */
  private static Charset charset(byte[] bytes) {
    int even = 0;
    int odd = 0;
    for (int i = 0; i < Math.min(bytes.length, 64); i++) {
      if (bytes[i] == 0) {
        even += i % 2 == 0 ? 1 : 0;
        odd += i % 2;
      }
    }
    if (even + odd < Math.min(bytes.length, 64) / 4) {
      return StandardCharsets.UTF_8;
    }
    return even > odd ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
  }

  /** The header that a text looks like it begins with. */
  public static Optional<LikelyHeader> in(String text) {
    int start = 0;
    while (start < text.length() && isNothing(text.charAt(start))) {
      start++;
    }
    String head = text.substring(start, Math.min(text.length(), start + 8000));
    if (head.startsWith("{")) {
      return json(head, start);
    }
    List<String> lines = new ArrayList<>();
    head.lines().filter(line -> !line.isBlank()).limit(LINES).forEach(lines::add);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    boolean fenced = FENCE.matcher(lines.get(0)).matches() && !LINE.matcher(lines.get(0)).matches();
    Set<String> keys = new HashSet<>();
    int others = 0;
    for (String line : lines.subList(fenced ? 1 : 0, lines.size())) {
      Matcher key = LINE.matcher(line);
      if (key.matches()) {
        keys.add(key.group(1).toLowerCase(Locale.ROOT));
      } else if (FENCE.matcher(line).matches() || ++others > 3) {
        break;
      }
    }
    boolean telling = isTelling(keys);
    boolean comment = lines.get(0).startsWith("<!--") || lines.get(0).startsWith("/*");
    boolean header =
        fenced && !comment
            ? !keys.isEmpty()
            : keys.size() >= 2 || HOLD.matcher(lines.get(0).strip()).matches();
    return header ? Optional.of(new LikelyHeader(kind(head), start, telling)) : Optional.empty();
  }

  private static Optional<LikelyHeader> json(String head, int start) {
    Set<String> keys = new HashSet<>();
    Matcher key = JSON_KEY.matcher(head);
    while (key.find()) {
      keys.add(key.group(1).toLowerCase(Locale.ROOT));
    }
    // The type of GeoJSON and its like is none of an article.
    keys.remove("type");
    return isTelling(keys)
        ? Optional.of(new LikelyHeader("JSON front matter", start, true))
        : Optional.empty();
  }

  private static boolean isTelling(Set<String> keys) {
    return keys.stream().anyMatch(TELLING::contains) || keys.containsAll(Set.of("title", "date"));
  }

  private static String kind(String head) {
    if (head.startsWith("+++")) {
      return "TOML front matter";
    }
    return head.startsWith("---") ? "YAML front matter" : "a header";
  }

  private static boolean isNothing(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || c == '\uFFFD'
        || c == '\0';
  }
}
