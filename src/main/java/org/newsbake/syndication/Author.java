package org.newsbake.syndication;

import java.util.Optional;

/** Who wrote a story: a person, or a newsroom or agency that signs as a whole. */
public sealed interface Author {

  /** Plain text; {@code ?} where nothing of it was left. */
  String name();

  /** The absolute address of a page about the author. */
  Optional<String> url();

  /**
   * A person of the byline.
   *
   * @param jobTitle such as {@code Political Editor}; empty where it is not known
   */
  record Person(String name, Optional<String> url, String jobTitle) implements Author {
    public Person {
      name = CleanText.name(name);
      url = WebAddress.checked(url);
      jobTitle = CleanText.line(jobTitle);
    }
  }

  /** A newsroom or an agency. */
  record Organization(String name, Optional<String> url) implements Author {
    public Organization {
      name = CleanText.name(name);
      url = WebAddress.checked(url);
    }
  }
}
