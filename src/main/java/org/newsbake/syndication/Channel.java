package org.newsbake.syndication;

import java.util.Optional;

/**
 * What a feed says of itself.
 *
 * @param title the publication's name, or that and the group's; where it is empty, the address of
 *     the page
 * @param description a sentence as plain text; may be empty
 * @param url the absolute address of the page that lists the same stories
 * @param feedUrl the absolute address of the feed itself
 * @param language as a tag of BCP 47
 * @param publisher who publishes it
 * @param icon the absolute address of a small square picture
 * @param copyright the notice; may be empty
 */
public record Channel(
    String title,
    String description,
    String url,
    String feedUrl,
    String language,
    Publisher publisher,
    Optional<String> icon,
    String copyright) {

  public Channel {
    title = CleanText.line(title);
    description = CleanText.line(description);
    url = WebAddress.checked(url);
    title = title.isEmpty() ? url : title;
    feedUrl = WebAddress.checked(feedUrl);
    language = Language.checked(language);
    icon = WebAddress.checked(icon);
    copyright = CleanText.line(copyright);
  }
}
