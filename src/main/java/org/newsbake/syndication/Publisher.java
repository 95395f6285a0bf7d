package org.newsbake.syndication;

import java.util.Optional;

/**
 * Who publishes the site.
 *
 * @param name the publication's name
 * @param url the absolute address of its home page
 * @param logo its logo
 */
public record Publisher(String name, String url, Optional<Picture> logo) {

  public Publisher {
    name = CleanText.line(name);
    url = WebAddress.checked(url);
    name = name.isEmpty() ? url : name;
  }
}
