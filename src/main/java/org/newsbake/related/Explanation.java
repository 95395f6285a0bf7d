package org.newsbake.related;

import java.util.List;
import java.util.Optional;

/**
 * Why texts stand in a list, and why others do not.
 *
 * @param text the text whose list it is
 * @param links the list, best first
 * @param misses those that came next, best first
 */
public record Explanation(Text text, List<Link> links, List<Link> misses) {

  public Explanation {
    links = List.copyOf(links);
    misses = List.copyOf(misses);
  }

  /** Why a text stands where it stands. */
  public enum Reason {
    /** The editor pinned it. */
    PIN,
    /** It is alike. */
    ALIKE,
    /** The newest of the same section, where too few are alike. */
    SECTION,
    /** The newest, where too few are alike. */
    NEWEST,
    /** Alike, and others more so. */
    SCORE,
    /** It says what another text of the list says. */
    NEAR_COPY,
    /** It says what the text itself says, and is not newer. */
    OLDER_VERSION,
    /** The editor excluded it. */
    EXCLUDED
  }

  /**
   * A text in a list, or beside it.
   *
   * @param text the text
   * @param reason why it is there
   * @param of which text it is a near copy of
   * @param score what it is ranked by; 0 where it is not there for its likeness
   * @param words the likeness of the words, from 0 to 1
   * @param topics the likeness of the topics, from -1 to 1
   * @param hasTopics whether topics count; in a few texts there are none to be found
   * @param recency the factor of the time between both, up to 1
   * @param section the factor of the section
   * @param own the factor of the newsroom's own texts
   * @param terms the words and tags that both have, the weightiest first
   */
  public record Link(
      Text text,
      Reason reason,
      Optional<Text> of,
      float score,
      float words,
      float topics,
      boolean hasTopics,
      float recency,
      float section,
      float own,
      List<Term> terms) {

    public Link {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A word that two texts have in common.
   *
   * @param word as it is first written
   * @param share what it gives to the likeness of the words
   * @param tag whether it is a tag
   */
  public record Term(String word, float share, boolean tag) {}
}
