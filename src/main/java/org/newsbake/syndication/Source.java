package org.newsbake.syndication;

import java.util.Optional;

/**
 * Where a syndicated story comes from.
 *
 * @param name the agency or publication, as its credit line names it; {@code ?} where nothing of it
 *     was left
 * @param url the absolute address of its home page
 * @param feed the absolute address of its own feed
 * @param original the absolute address of the story there
 * @param copyright the notice that goes with its copy; may be empty
 */
public record Source(
    String name,
    Optional<String> url,
    Optional<String> feed,
    Optional<String> original,
    String copyright) {

  public Source {
    name = CleanText.name(name);
    url = WebAddress.checked(url);
    feed = WebAddress.checked(feed);
    original = WebAddress.checked(original);
    copyright = CleanText.line(copyright);
  }
}
