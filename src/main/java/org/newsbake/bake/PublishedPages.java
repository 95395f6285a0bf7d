package org.newsbake.bake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import org.newsbake.article.Article;
import org.newsbake.edition.Entry;
import org.newsbake.edition.Page;
import org.newsbake.edition.PublicAddresses;
import org.newsbake.edition.Stories;

/**
 * The pages of stories in a site that was written, and the addresses that lead to them: what later
 * builds know of it. Kept as a record of the output folder.
 *
 * @param pages the pages, in the order of their paths
 */
record PublishedPages(List<StoryPage> pages) {

  /** The record's name. */
  static final String RECORD = "stories";

  /** A site that was never written. */
  static final PublishedPages NONE = new PublishedPages(List.of());

  /** What stands for a story that a page leads to, and is not. */
  private static final String ALIAS = "alias";

  private static final String PAGE = "page";

  /** A space that would break a line of the record, or that is not as the others. */
  private static final Pattern SPACE = Pattern.compile("[\\s&&[^ ]]|^ | $|  ");

  private static final Pattern ANY_SPACE = Pattern.compile("\\s+");

  /**
   * One page.
   *
   * @param path its path below the output folder
   * @param address its address below the site's root, as links write it
   * @param alias whether it only leads to the story's page
   * @param file the story's content file, as problems name it
   * @param guid what identifies the story at its source, or {@code ""}
   * @param title its headline, or {@code ""}
   * @param digest a digest of its text, to find it again
   */
  record StoryPage(
      String path,
      String address,
      boolean alias,
      String file,
      String guid,
      String title,
      String digest) {
    StoryPage {
      Objects.requireNonNull(path);
    }

    /** Its line of the ledger of public addresses. */
    PublicAddresses.Line line() {
      return new PublicAddresses.Line("/" + address, file);
    }

    private void write(StringBuilder text) {
      text.append(path).append('\t').append(address).append('\t').append(alias ? ALIAS : PAGE);
      text.append('\t').append(file).append('\t').append(plain(guid)).append('\t');
      text.append(plain(title)).append('\t').append(digest).append('\n');
    }
  }

  PublishedPages {
    pages = List.copyOf(pages);
  }

  /**
   * The pages of stories that a site has.
   *
   * @param texts gives the fingerprint of the text of a story
   */
  static PublishedPages of(Stories stories, ToLongFunction<Entry> texts) {
    Map<String, Entry> byUri = new HashMap<>();
    stories.edition().entries().forEach(entry -> byUri.putIfAbsent(entry.uri(), entry));
    List<StoryPage> pages = new ArrayList<>();
    for (Page page : stories.site().pages().values()) {
      if (page instanceof Page.ArticlePage article && article.entry().isPublished()) {
        pages.add(page(page.path(), article.entry().uri(), false, article.entry(), texts));
      } else if (page instanceof Page.RedirectPage redirect
          && byUri.get(redirect.target()) != null) {
        pages.add(page(page.path(), redirect.from(), true, byUri.get(redirect.target()), texts));
      }
    }
    return new PublishedPages(pages);
  }

  private static StoryPage page(
      String path, String address, boolean alias, Entry entry, ToLongFunction<Entry> texts) {
    Article article = entry.article();
    return new StoryPage(
        path,
        address,
        alias,
        article.source().name(),
        article.details().guid().orElse(""),
        article.title().orElse(""),
        Long.toHexString(texts.applyAsLong(entry)));
  }

  private static String plain(String text) {
    return SPACE.matcher(text).find() ? ANY_SPACE.matcher(text).replaceAll(" ").strip() : text;
  }

  /** The pages that a record names. Lines of another version are passed over. */
  static PublishedPages read(byte[] record) {
    List<StoryPage> pages = new ArrayList<>();
    new String(record, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("\t", -1))
        .filter(parts -> parts.length == 7)
        .forEach(
            parts ->
                pages.add(
                    new StoryPage(
                        parts[0],
                        parts[1],
                        parts[2].equals(ALIAS),
                        parts[3],
                        parts[4],
                        parts[5],
                        parts[6])));
    return new PublishedPages(pages);
  }

  /** The record. */
  byte[] record() {
    StringBuilder text = new StringBuilder(pages.size() * 200);
    pages.forEach(page -> page.write(text));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
