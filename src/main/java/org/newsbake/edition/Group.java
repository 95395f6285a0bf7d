package org.newsbake.edition;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Stories that have a page together: those of a section, a tag, an author, a month.
 *
 * @param kind what they have in common
 * @param key what tells the group from others of its kind
 * @param title its name in its language
 * @param entity its entry in the data files
 * @param uri the address of its first page, as links write it
 * @param folder the folder, ended by a slash, of its older pages and its feeds
 * @param language the language of its stories, or of the site
 * @param stories its stories, newest first
 */
public record Group(
    PageKind kind,
    String key,
    String title,
    Optional<Entity> entity,
    String uri,
    String folder,
    String language,
    List<Entry> stories) {

  public Group {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(key);
    stories = List.copyOf(stories);
  }

  /** Whether it has feeds of its own. */
  public boolean hasFeeds() {
    return kind != PageKind.DATE && kind != PageKind.LATEST;
  }

  /** The address, as links write it, that the names of its feeds' files come behind. */
  public String feedUri() {
    return Slug.encoded(folder);
  }

  /**
   * The stories on one of the pages of a group.
   *
   * @param number 0 for the first page, which shows the newest; the older ones count from 1, the
   *     oldest, so that what stands on them stays there
   * @param start the position of the first story, from 0
   * @param end the position behind the last one
   * @param newer the number of the page with newer stories, if there is one
   * @param older the number of the page with older stories, if there is one
   */
  public record Portion(
      int number, int start, int end, Optional<Integer> newer, Optional<Integer> older) {

    /** The one page of what has no stories. */
    static final Portion ALL = new Portion(0, 0, 0, Optional.empty(), Optional.empty());
  }

  /**
   * The pages of a group: the first holds from one to nearly two times {@code perPage} stories, the
   * others, once they are full, never change.
   */
  List<Portion> portions(int perPage) {
    int count = stories.size();
    int full = Math.max(0, count / perPage - 1);
    List<Portion> portions = new ArrayList<>();
    portions.add(
        new Portion(
            0,
            0,
            count - full * perPage,
            Optional.empty(),
            full > 0 ? Optional.of(full) : Optional.empty()));
    for (int number = full; number >= 1; number--) {
      int start = count - number * perPage;
      portions.add(
          new Portion(
              number,
              start,
              start + perPage,
              Optional.of(number == full ? 0 : number + 1),
              number > 1 ? Optional.of(number - 1) : Optional.empty()));
    }
    return portions;
  }
}
