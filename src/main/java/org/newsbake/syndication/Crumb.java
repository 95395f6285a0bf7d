package org.newsbake.syndication;

/**
 * A page above a story, such as the home page or the page of its section.
 *
 * @param name as readers see it; where it is empty, the address
 * @param url its absolute address
 */
public record Crumb(String name, String url) {

  public Crumb {
    url = WebAddress.checked(url);
    name = CleanText.line(name);
    name = name.isEmpty() ? url : name;
  }
}
